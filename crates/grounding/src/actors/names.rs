//! Names of the dictionary in a sentence, and abbreviations that the report defines.

use super::vocabulary::{self, Word};
use ascribe_codebook::ActorDictionary;
use ascribe_model::{Analysis, Report, Sentence, Span, TokenRange, Upos};
use jiff::civil::Date;

/// A name of the dictionary over some tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Matched {
    pub tokens: TokenRange,
    /// Index into [`ActorDictionary::entries`].
    pub entry: usize,
}

/// All names of the dictionary in a sentence, longest first from the left, none overlapping.
pub(crate) fn matches(
    report: &Report,
    sentence: &Sentence,
    dictionary: &ActorDictionary,
    on: Option<Date>,
    country: Option<&str>,
) -> Vec<Matched> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        match longest(report, sentence, dictionary, at, on, country) {
            Some(hit) => {
                at = hit.tokens.end;
                found.push(hit);
            }
            None => at += 1,
        }
    }
    found
}

fn longest(
    report: &Report,
    sentence: &Sentence,
    dictionary: &ActorDictionary,
    at: usize,
    on: Option<Date>,
    country: Option<&str>,
) -> Option<Matched> {
    let first = sentence.tokens.get(at)?;
    if !first.text.chars().any(char::is_alphanumeric) || !begins(dictionary, &first.text) {
        return None;
    }
    let most = dictionary.longest().min(sentence.tokens.len() - at);
    (1..=most).rev().find_map(|len| {
        let tokens = TokenRange::new(at, at + len);
        let last = &sentence.tokens[at + len - 1];
        // "In Oslo, police fired": over a comma goes no name but one in capitals throughout.
        let comma = || sentence.tokens[at..at + len].iter().any(|t| t.text == ",");
        let small = last.text.starts_with(char::is_lowercase);
        // "the Islamic State (IS) group": no name begins inside brackets and ends outside.
        let brackets = || {
            let count = |mark: &str| sentence.tokens[at..at + len].iter().filter(|t| t.text == mark).count();
            count("(") != count(")")
        };
        // "Held by the Islamic State, Al-Monitor reported": no name ends in an article.
        let article = len > 1 && is_article(&last.text);
        if !last.text.chars().any(char::is_alphanumeric) || small && comma() || brackets() || article {
            return None;
        }
        let text = report.words(sentence.span_of(tokens));
        let entry = dictionary.position(text, on, country).or_else(|| {
            without_lost_apostrophe(text).and_then(|bare| dictionary.position(bare, on, country))
        })?;
        let capital =
            first.text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) || len > 1;
        capital.then_some(Matched { tokens, entry })
    })
}

/// "ISILs positions", "the Northern Armys posts" of a text that lost its apostrophes.
pub(crate) fn without_lost_apostrophe(text: &str) -> Option<&str> {
    let capitals = |t: &str| !t.chars().any(char::is_lowercase);
    let bare = text.strip_suffix('s').filter(|t| t.ends_with(char::is_alphanumeric))?;
    (bare.len() > 2 && (capitals(bare) || bare.contains(' '))).then_some(bare)
}

/// Articles of Arabic names may be tokens of their own or part of the first.
fn begins(dictionary: &ActorDictionary, word: &str) -> bool {
    let parts = word.split(['-', '–']);
    dictionary.may_begin(word) || parts.clone().any(|p| dictionary.may_begin(p)) || is_article(word)
}

fn is_article(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "al" | "el" | "the" | "ad" | "as" | "ash" | "an" | "ar")
}

/// An abbreviation that the report defines, with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Definition {
    pub short: String,
    pub full: String,
}

/// "Syrian Arab Army (SAA)", "Workers Revolutionary Movement [MOR]": the capitals before a bracket whose
/// content is an abbreviation; "MOR [Workers Revolutionary Movement]": an abbreviation before the words for it.
pub(crate) fn definitions(report: &Report, analysis: &Analysis) -> Vec<Definition> {
    let mut found: Vec<Definition> = Vec::new();
    for sentence in &analysis.sentences {
        for at in 1..sentence.tokens.len().saturating_sub(2) {
            let opens = matches!(sentence.tokens[at].text.as_str(), "(" | "[" | "-LRB-");
            let closes = matches!(sentence.tokens[at + 2].text.as_str(), ")" | "]" | "-RRB-" | ";" | ",");
            let short = sentence.tokens[at + 1].text.trim_matches(['(', ')', '[', ']']);
            if let Some(definition) = spelt_out(report, sentence, at)
                && !found.iter().any(|d| d.short == definition.short)
            {
                found.push(definition);
            }
            if !(opens && closes && is_abbreviation(short)) {
                continue;
            }
            if let Some(full) = before(report, sentence, at, short)
                && !found.iter().any(|d| d.short == short)
            {
                found.push(Definition { short: short.to_owned(), full });
            }
        }
    }
    found
}

/// "MOR [Workers Revolutionary Movement]": an editor's words behind an abbreviation need not begin with its letters,
/// which are those of another language; in round brackets they must. A name of one word is short for a body in an
/// editor's brackets ("Fenamor [Mora National Workers Federation]"), and so is one with its number ("K-9 [9 May Movement]").
fn spelt_out(report: &Report, sentence: &Sentence, bracket: usize) -> Option<Definition> {
    const LONGEST: usize = 9;
    let close = match sentence.tokens[bracket].text.as_str() {
        "[" => "]",
        "(" => ")",
        _ => return None,
    };
    let name = numbered(sentence, bracket);
    let short = report.words(sentence.span_of(name));
    let from = bracket + 1;
    let end =
        (from..sentence.tokens.len().min(from + LONGEST)).find(|&t| sentence.tokens[t].text == close)?;
    let capital = |t: usize| sentence.tokens[t].text.starts_with(char::is_uppercase);
    let number = |t: usize| close == "]" && sentence.tokens[t].text.starts_with(|c: char| c.is_ascii_digit());
    let plain = |t: usize| {
        number(t)
            || sentence.tokens[t].text.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
    };
    let body = close == "]"
        && sentence.tokens[bracket - 1].upos == Upos::Propn
        && is_body(&sentence.tokens[end - 1].text);
    let words = (from..end).filter(|&t| capital(t)).count();
    let fits = (is_abbreviation(short) || body || close == "]" && name.range().len() > 1)
        && words >= 2
        && (capital(from) || number(from))
        && capital(end - 1)
        && (from..end).all(plain)
        && (close == "]" || initials(sentence, from, end, short));
    let full = clean(report.words(sentence.span_of(TokenRange::new(from, end))));
    fits.then(|| Definition { short: short.to_owned(), full })
}

/// The word before a bracket; "K-9" is one name, whatever the tokens say.
fn numbered(sentence: &Sentence, bracket: usize) -> TokenRange {
    let word = |back: usize| bracket.checked_sub(back).map_or("", |t| sentence.tokens[t].text.as_str());
    let letters = !word(3).is_empty() && word(3).chars().all(char::is_uppercase);
    let digits = word(1).chars().all(|c| c.is_ascii_digit());
    TokenRange::new(bracket - if digits && word(2) == "-" && letters { 3 } else { 1 }, bracket)
}

/// What a body calls itself with its last word.
fn is_body(word: &str) -> bool {
    vocabulary::is(Word::BodyName, &word.to_lowercase())
}

/// Where defined abbreviations and their full names stand in a sentence.
pub(crate) fn defined<'a>(
    report: &Report,
    sentence: &Sentence,
    definitions: &'a [Definition],
) -> Vec<(TokenRange, &'a str)> {
    let mut found = Vec::new();
    for definition in definitions {
        let full = definition.full.split_whitespace().count();
        let mut end = 0;
        for at in 0..sentence.tokens.len() {
            if at < end {
                continue;
            }
            let whole =
                (full..full + 3).map(|len| TokenRange::new(at, (at + len).min(sentence.tokens.len())));
            let short = [1, 3].map(|len| TokenRange::new(at, (at + len).min(sentence.tokens.len())));
            let hit = whole.chain(short).find(|r| {
                let text = report.words(sentence.span_of(*r));
                text == definition.short || text.split_whitespace().eq(definition.full.split_whitespace())
            });
            if let Some(range) = hit {
                end = range.end;
                found.push((range, definition.full.as_str()));
            }
        }
    }
    found
}

fn is_abbreviation(text: &str) -> bool {
    (2..=10).contains(&text.len())
        && text.chars().filter(|c| c.is_uppercase()).count() >= 2
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '/' | '\''))
}

/// The run of capitalised words (with "of", "for", "the", "al-") that ends before the bracket, cut where
/// the initials begin.
fn before(report: &Report, sentence: &Sentence, bracket: usize, short: &str) -> Option<String> {
    let joins = ["of", "for", "the", "and", "in", "de", "y", "e", "la", "del", "to", "-", "’s", "'s"];
    let capital = |i: usize| sentence.tokens[i].text.chars().next().is_some_and(char::is_uppercase);
    let mut start = bracket;
    while start > 0 {
        let word = sentence.tokens[start - 1].text.to_lowercase();
        let joint = joins.contains(&word.as_str()) || word.starts_with("al-") || word == "al";
        if !(capital(start - 1) || joint && start < bracket) {
            break;
        }
        start -= 1;
    }
    while start < bracket && !capital(start) {
        start += 1;
    }
    let initial = short.chars().next()?;
    // Words before the abbreviation's first letter belong to the sentence ("Forces of the Syrian Arab Army").
    let cut = (start..bracket).find(|&i| capital(i) && initials(sentence, i, bracket, short)).or_else(|| {
        (start..bracket).find(|&i| sentence.tokens[i].text.starts_with(initial)).filter(|&i| bracket - i >= 2)
    });
    let cut = cut.unwrap_or(start);
    (bracket - cut >= 2).then(|| clean(report.words(sentence.span_of(TokenRange::new(cut, bracket)))))
}

fn initials(sentence: &Sentence, from: usize, to: usize, short: &str) -> bool {
    let letters: Vec<char> = sentence.tokens[from..to]
        .iter()
        .filter_map(|t| t.text.chars().next())
        .filter(|c| c.is_uppercase())
        .collect();
    let wanted: Vec<char> = short.chars().filter(|c| c.is_uppercase()).collect();
    letters == wanted
}

/// A name on one line, without an article before it.
pub(crate) fn clean(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare =
        ["the ", "The ", "THE ", "an ", "An ", "AN ", "a ", "A "].iter().find_map(|a| line.strip_prefix(a));
    let bare = bare.unwrap_or(&line);
    let bare = without_age(bare.strip_prefix("so-called ").unwrap_or(bare));
    bare.trim_matches([',', '"', '“', '”']).to_owned()
}

/// "28-year-old Piet Maas" is Piet Maas; "a 12-year-old girl" has no other name.
fn without_age(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = rest.trim_start_matches(['-', ' ']);
    let after = ["year-old ", "year old ", "years old "].iter().find_map(|age| words.strip_prefix(age));
    let full = |name: &&str| {
        name.contains(' ') && name.split(' ').all(|w| w.starts_with(|c: char| c.is_uppercase()))
    };
    after.filter(|_| rest.len() < name.len()).filter(full).unwrap_or(name)
}

/// The text of a span on one line, without an article.
pub(crate) fn surface(report: &Report, span: Span) -> String {
    clean(report.words(span))
}
