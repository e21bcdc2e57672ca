//! Owns runs that begin with a letter: clitics, hyphens, abbreviations, acronyms with stops.

use super::{
    abbreviation, joined,
    tokens::{is_apostrophe, is_ignorable},
};

/// Prefixes that stay joined to what follows ("anti-government", "co-founder"); other hyphens stand
/// apart ("US - backed"), as in the English treebanks.
const PREFIXES: &[&str] = &[
    "anti", "co", "counter", "cross", "de", "e", "ex", "extra", "inter", "intra", "macro", "mega", "micro",
    "mid", "mini", "multi", "neo", "non", "over", "post", "pre", "pro", "proto", "pseudo", "quasi", "re",
    "semi", "socio", "sub", "super", "trans", "ultra", "under",
];

const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// True for what may follow an apostrophe as a word of its own ("'s", "'ll").
pub fn is_clitic(letters: &str) -> bool {
    CLITICS.contains(&letters)
}

/// Ends of the words in the run that `piece` begins with. `rest` is the text from the same place on;
/// `before` is the word before.
pub fn cut(piece: &str, rest: &str, before: &str) -> Vec<usize> {
    if let Some(end) = acronym(piece, rest) {
        return vec![end];
    }
    let mut end = letters(piece);
    while let Some(next) = joined_by_hyphen(piece, end) {
        end = next;
    }
    let word = &piece[..end];
    if piece[end..].starts_with('$') && matches!(word, "US" | "C" | "A" | "NZ" | "HK" | "U") {
        return vec![end + 1];
    }
    if piece[end..].starts_with('.') {
        let after = rest.get(end + 1..).unwrap_or("");
        if abbreviation::takes_stop(word, after) || is_initial(word, after, before) {
            return vec![end + 1];
        }
    }
    if let Some(first) = joined::first_part(word, &rest[end..]) {
        return vec![first, end];
    }
    clitics(word)
}

/// Bytes of the letters, digits, marks and inner apostrophes at the start.
fn letters(piece: &str) -> usize {
    let mut end = 0;
    let mut characters = piece.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|&(_, n)| n);
        let before = piece[..at].chars().next_back();
        let inner = match c {
            c if is_apostrophe(c) => {
                before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphabetic)
            }
            '&' => before.is_some_and(char::is_uppercase) && next.is_some_and(char::is_uppercase),
            '_' => before.is_some() && next.is_some_and(char::is_alphanumeric),
            c => c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c) || is_ignorable(c),
        };
        if !inner {
            break;
        }
        if !is_ignorable(c) {
            end = at + c.len_utf8();
        }
    }
    end
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Where the word ends if the hyphen at `end` belongs to it.
fn joined_by_hyphen(piece: &str, end: usize) -> Option<usize> {
    let hyphen = piece[end..].chars().next().filter(|&c| is_hyphen(c))?;
    let start = piece[..end].rfind(is_hyphen).map_or(0, |n| n + 1);
    let prefix = piece.get(start..end).unwrap_or("").to_lowercase();
    if PREFIXES.binary_search(&prefix.as_str()).is_err() {
        return None;
    }
    let after = &piece[end + hyphen.len_utf8()..];
    let more = if after.starts_with(char::is_alphanumeric) { letters(after) } else { 0 };
    // "pro- and anti-government": the hyphen stays with the prefix.
    let bare = after.is_empty() && prefix.len() > 2;
    (more > 0 || bare).then_some(end + hyphen.len_utf8() + more)
}

/// "U.S.", "a.m.", "P.K.K.", "U.S" at the start of the piece.
fn acronym(piece: &str, rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut pairs = 0;
    let mut characters = piece.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if !c.is_alphabetic() {
            break;
        }
        let follows = characters.peek().map(|&(_, n)| n);
        match follows {
            Some('.') => {
                characters.next();
                pairs += 1;
                end = at + c.len_utf8() + 1;
            }
            // "U.S" without its last stop, but not "U.S.Army" or "a.me".
            other if pairs > 0 && other.is_none_or(|n| !n.is_alphanumeric()) => {
                end = at + c.len_utf8();
                pairs += 1;
                break;
            }
            _ => break,
        }
    }
    if pairs < 2 {
        return None;
    }
    // "Ph.D." and the like come through their abbreviation; here only single letters stand.
    let next = rest.get(end..).and_then(|r| r.chars().next());
    let small_after = next.is_some_and(char::is_lowercase);
    (!small_after).then_some(end)
}

/// "J. Smith", "George W. Bush", but not "Plan B. The".
fn is_initial(word: &str, after: &str, before: &str) -> bool {
    let mut characters = word.chars();
    let single = characters.next().is_some_and(char::is_uppercase) && characters.next().is_none();
    let next = after.trim_start();
    let named = next.starts_with(char::is_uppercase) && after != next;
    let opener = abbreviation::is_opener(next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(""));
    let labelled = matches!(
        before.to_lowercase().as_str(),
        "plan" | "group" | "vitamin" | "type" | "class" | "hepatitis" | "section"
    );
    single && !labelled && ((named && !opener) || next.starts_with([',', '-']))
}

/// Cuts "don't", "soldier's" into their words.
fn clitics(word: &str) -> Vec<usize> {
    let Some((at, mark)) = word.char_indices().rev().find(|&(_, c)| is_apostrophe(c)) else {
        return vec![word.len()];
    };
    let tail = word[at + mark.len_utf8()..].to_lowercase();
    if tail == "t" && word[..at].ends_with(['n', 'N']) && at > 1 {
        return vec![at - 1, word.len()];
    }
    if is_clitic(&tail) && at > 0 && mark != '‘' {
        let mut cuts = clitics(&word[..at]);
        cuts.push(word.len());
        return cuts;
    }
    vec![word.len()]
}

#[cfg(test)]
mod tests {
    use super::super::words;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = words(text).into_iter().map(|w| w.of(text)).collect();
        assert_eq!(found.join(" "), expected, "{text:?}");
    }

    #[test]
    fn hyphens_stand_apart_but_for_prefixes() {
        check("US-backed al-Qaeda", "US - backed al - Qaeda");
        check("anti-government pro-Iran co-founder", "anti-government pro-Iran co-founder");
        check("pro- and anti-war", "pro- and anti-war");
        check("U.S.-led, AK-47", "U.S. - led , AK - 47");
    }

    #[test]
    fn clitics_stand_apart() {
        check("don't can’t cannot they'll", "do n't ca n’t can not they 'll");
        check("Sana'a's O'Brien soldiers' ARMY'S", "Sana'a 's O'Brien soldiers ' ARMY 'S");
        check("ʼ ʼa aʼs", "ʼ ʼ a a ʼs");
        check("Ba'athists shouldn't've", "Ba'athists should n't 've");
        check("they dont know its a trap in its port", "they do nt know it s a trap in its port");
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        check("Maj. Gen. Ali and Lt. Col. J. Smith.", "Maj. Gen. Ali and Lt. Col. J. Smith .");
        check("in the U.S. Gov. Lee said No. 5", "in the U.S. Gov. Lee said No. 5");
        check("at 11:30 a.m. on Jan. 5.", "at 11:30 a.m. on Jan. 5 .");
        check("Plan B. The man said no.", "Plan B . The man said no .");
        check("MILITARY DETACHMENT NO.4 OF THE U.N.", "MILITARY DETACHMENT NO. 4 OF THE U.N.");
    }
}
