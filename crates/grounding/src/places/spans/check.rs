//! What looks like a name and is no place: demonyms, governments, abbreviations, sides.

use super::{NameSpan, head};
use crate::gazetteer::Gazetteer;
use crate::gazetteer::skeleton::fold;
use crate::places::parties::{is_party, is_speaker, is_state};
use crate::places::reading;
use crate::places::vocabulary::{Class, is};
use ascribe_model::{Report, Sentence, Token, Upos};

/// False for demonyms, for governments spoken of by their country or capital, and for words that are
/// hardly ever places.
pub(super) fn is_place(report: &Report, sentence: &Sentence, span: &NameSpan, gazetteer: &Gazetteer) -> bool {
    let words = report.words(sentence.span_of(span.tokens));
    let folded = fold(words);
    // "attacks on the US", not "told us" nor "US support"; "in the CAR", not "Car bomb kills nine".
    let stands = || !sentence.relation_is(head(sentence, span.tokens), "compound");
    let never = is(Class::Never, folded.as_str()) && !(matches!(words, "US" | "CAR") && stands());
    if never || folded.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return false;
    }
    let countries = gazetteer.countries();
    if countries.demonym_of_folded(&folded).is_some() && countries.by_folded(&folded).is_none() {
        return false;
    }
    // "a Syrian village", "the northern Malian town": whose it is, and no name.
    let bare: Vec<&str> =
        words.split_whitespace().filter(|w| !reading::is_feature(&w.to_lowercase())).collect();
    // "The Norwegian headquarters in Keld", "a Norwegian quarry".
    if let [nation, rest @ ..] = bare.as_slice()
        && !rest.is_empty()
        && rest.iter().all(|w| w.starts_with(char::is_lowercase))
        && gazetteer.countries().by_demonym(nation).is_some()
        && gazetteer.countries().by_name(nation).is_none()
    {
        return false;
    }
    const OWNED: [&str; 5] = ["-held", "-controlled", "-owned", "-run", "-populated"];
    let held = |w: &str| OWNED.iter().any(|end| w.to_lowercase().ends_with(end));
    if bare.iter().all(|w| held(w)) {
        return false;
    }
    // "The Moscow-appointed mayor", "Tehran-backed fighters": whose man he is.
    let word = |i: usize| sentence.tokens.get(span.tokens.end + i).map_or("", |t| t.text.as_str());
    if word(0) == "-" && is(Class::Sent, word(1)) {
        return false;
    }
    if is_relative(sentence, span) || is_of_unit(sentence, span) {
        return false;
    }
    if is_people_of_feud(sentence, span) {
        return false;
    }
    // "The river boat Keld", "the tanker Sarda": what it is called.
    let before = span.tokens.start.checked_sub(1).map(|t| sentence.tokens[t].text.as_str());
    if before.is_some_and(|w| is(Class::Vessel, w)) {
        return false;
    }
    // "Houthi positions": whose they are, and no name.
    if words.rsplit(' ').next().is_some_and(|last| is(Class::Held, last)) {
        return false;
    }
    // "LNA camps".
    let printed: Vec<&str> =
        bare.iter().copied().filter(|w| w.len() < 4 || !w.chars().all(char::is_lowercase)).collect();
    if let ([short], true) = (printed.as_slice(), printed.len() < bare.len())
        && is_abbreviation(sentence, &fold(short), short, gazetteer)
    {
        return false;
    }
    // "A Shiite shrine", not the Druze Mountain.
    let small = |w: &str| w.starts_with(char::is_lowercase);
    let group = |w: &str| is(Class::Group, &w.to_lowercase());
    let groups = !bare.is_empty()
        && bare.iter().all(|w| group(w))
        && words.split_whitespace().all(|w| group(w) || small(w));
    let bare = fold(&bare.join(" "));
    if groups || is_abbreviation(sentence, &bare, words, gazetteer) || is_possessive(&bare, gazetteer) {
        return false;
    }
    if bare.is_empty() || (bare != folded && countries.demonym_of_folded(&bare).is_some()) {
        return false;
    }
    let country = countries.by_folded(&folded).is_some();
    let capital = countries.by_capital(words).is_some();
    let head = head(sentence, span.tokens);
    // "A U.S. helicopter", "the UK prime minister".
    let adjective = sentence.relation_is(head, "compound") && is_short_capitals(words);
    !(country && (adjective || is_party(sentence, head)) || capital && is_speaker(sentence, head))
}

/// "Tribal fighting between Keld and Sarda": who fights, and not where.
fn is_people_of_feud(sentence: &Sentence, span: &NameSpan) -> bool {
    const FEUDS: [&str; 7] =
        ["tribal", "ethnic", "clan", "communal", "sectarian", "inter-clan", "inter-ethnic"];
    let mut head = head(sentence, span.tokens);
    if sentence.relation_is(head, "conj") {
        head = sentence.tokens[head].head.unwrap_or(head);
    }
    let between = sentence.child(head, &["case"]).is_some_and(|c| sentence.tokens[c].text == "between");
    let noun = sentence.tokens[head].head.filter(|_| between);
    noun.is_some_and(|n| {
        sentence
            .children(n)
            .any(|c| c < n && FEUDS.contains(&sentence.tokens[c].text.to_lowercase().as_str()))
    })
}

/// "The 9th Infantry Battalion post", "an Army brigade headquarters": whose post it is.
fn is_of_unit(sentence: &Sentence, span: &NameSpan) -> bool {
    let words = sentence.tokens.get(span.tokens.range()).unwrap_or(&[]);
    let lower = |t: &Token| t.text.to_lowercase();
    let unit = |t: &Token| is(Class::Unit, &lower(t));
    let small = |t: &Token| t.text.starts_with(char::is_lowercase);
    let named = words.iter().any(|t| !small(t) && !unit(t) && !matches!(t.upos, Upos::Num | Upos::Adj));
    words.iter().any(unit) && words.last().is_some_and(small) && !named
}

/// "The son of Argentina Ruiz", whom nobody took for a person.
fn is_relative(sentence: &Sentence, span: &NameSpan) -> bool {
    let word = |at: Option<usize>| at.and_then(|i| sentence.tokens.get(i)).map_or("", |t| t.text.as_str());
    let next = sentence.tokens.get(span.tokens.end);
    let surname = next.is_some_and(|t| t.upos == Upos::Propn && t.text.starts_with(char::is_uppercase));
    let kin = is(Class::Kin, word(span.tokens.start.checked_sub(2)));
    word(span.tokens.start.checked_sub(1)) == "of" && kin && surname
}

/// "U.S.", "UK".
pub(super) fn is_short_capitals(words: &str) -> bool {
    let letters = || words.chars().filter(|c| c.is_alphabetic());
    letters().count() <= 3 && letters().all(char::is_uppercase)
}

/// "an IED", "the PKK": short words in capitals are places only where a table of ours says so ("UAE"), but in
/// a text all in capitals.
pub(super) fn is_abbreviation(sentence: &Sentence, folded: &str, words: &str, gazetteer: &Gazetteer) -> bool {
    let capitals = |w: &str| w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    // "the IRAs supply route", printed without its apostrophe.
    let words = words.strip_suffix('s').filter(|w| capitals(w)).unwrap_or(words);
    let shouted = sentence.tokens.iter().filter(|t| t.text.len() > 4).all(|t| capitals(&t.text));
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters <= 4 && capitals(words) && !shouted && !gazetteer.is_listed(folded)
}

/// "Syrias president", "Oslos ally", printed without its apostrophe.
pub(super) fn is_possessive(folded: &str, gazetteer: &Gazetteer) -> bool {
    folded.strip_suffix('s').is_some_and(|bare| bare.len() > 3 && is_state(bare, gazetteer))
        && !is_state(folded, gazetteer)
}
