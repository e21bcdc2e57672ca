//! Persons by name: the fullest form of the name, and the side from office, rank or group.

use super::theatre::state_at;
use super::vocabulary::{self, Word};
use super::wording::source_side_in;
use ascribe_codebook::ActorDictionary;
use ascribe_model::{Report, Sentence, Side, TokenRange, Upos};
use jiff::civil::Date;

/// How many tokens of office may stand before a name ("Ukrainian President", "Taliban leader").
const REACH: usize = 8;

/// The side of a person from the words right before the name, else from the apposition after it
/// ("Rami Abdel Rahman, head of the Observatory,").
pub(crate) fn side(
    report: &Report,
    sentence: &Sentence,
    name: TokenRange,
    dictionary: &ActorDictionary,
    country: Option<&str>,
    on: Option<Date>,
) -> Side {
    // The name may hold the office: "UK Foreign Secretary James Cleverly".
    let own = report.words(sentence.span_of(name));
    if own.split_whitespace().count() > 2 {
        let side = source_side_in(own, dictionary, country, on);
        if side != Side::Unknown {
            return side;
        }
    }
    let before = office_before(report, sentence, name, dictionary);
    let civil =
        |w: &str| super::lexicon::noun(&w.to_lowercase()).is_some_and(|n| n.side(country) == Side::Civilian);
    if before.split_whitespace().last().is_some_and(civil) {
        return Side::Civilian;
    }
    let side = source_side_in(&before, dictionary, country, on);
    if side != Side::Unknown {
        return side;
    }
    let after = apposition(report, sentence, name);
    let side = source_side_in(&after, dictionary, country, on);
    if side == Side::Unknown && is_victim(sentence, name) { Side::Civilian } else { side }
}

/// The run of capitalised words and lower-case offices that touches the name; "neighbours of Odo Brun" is none.
fn office_before(
    report: &Report,
    sentence: &Sentence,
    name: TokenRange,
    dictionary: &ActorDictionary,
) -> String {
    let mut start = name.start;
    while start > 0 && name.start - start < REACH {
        let token = &sentence.tokens[start - 1];
        let lower = token.text.to_lowercase();
        let capital = token.text.chars().next().is_some_and(char::is_uppercase);
        let office = super::lexicon::noun(&lower).is_some() || vocabulary::is(Word::Office, &lower);
        let nation = state_at(&[token.text.as_str()], 0, dictionary).is_some();
        if !(capital || office || nation || matches!(lower.as_str(), "of" | "for" | "'s" | "’s" | "-" | "."))
        {
            break;
        }
        start -= 1;
    }
    let last = name.start.checked_sub(1).map(|i| sentence.tokens[i].text.to_lowercase());
    if matches!(last.as_deref(), Some("of" | "for")) {
        return String::new();
    }
    report.words(sentence.span_of(TokenRange::new(start, name.start))).to_owned()
}

/// Who is murdered, kidnapped or injured and has no rank or office bears no arms as far as the words go
/// ("Ana Ruiz was kidnapped"); of people killed or shot nothing follows.
fn is_victim(sentence: &Sentence, name: TokenRange) -> bool {
    let head = crate::words::head_of(sentence, name);
    let harmed = |t: usize| vocabulary::is(Word::Harm, &sentence.tokens[t].lemma.to_lowercase());
    let suffers = ["nsubj:pass", "obj"].iter().any(|r| sentence.relation_is(head, r));
    let of_murder = sentence.relation_is(head, "nmod");
    sentence
        .tokens
        .get(head)
        .and_then(|t| t.head)
        .is_some_and(|above| (suffers || of_murder) && harmed(above))
}

/// ", commander of the 3d Brigade," after the name, up to the next comma; not ", was shot by police".
fn apposition(report: &Report, sentence: &Sentence, name: TokenRange) -> String {
    let tells = |t: &ascribe_model::Token| matches!(t.upos, Upos::Aux | Upos::Verb);
    if sentence.tokens.get(name.end).is_none_or(|t| t.text != ",")
        || sentence.tokens.get(name.end + 1).is_some_and(tells)
    {
        return String::new();
    }
    let end = (name.end + 1..sentence.tokens.len().min(name.end + 14))
        .find(|&i| matches!(sentence.tokens[i].text.as_str(), "," | ";" | "." | "who" | "said"))
        .unwrap_or(name.end + 1);
    report.words(sentence.span_of(TokenRange::new(name.end + 1, end))).to_owned()
}

/// True where `short` is a shorter form of the person's `full` name: its last word, or its words in order.
pub(crate) fn shortens(short: &str, full: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let (mut short, full) = (words(short), words(full));
    // "Gen Brun" after "Odo Brun".
    if short.len() > 1 && vocabulary::is(Word::Title, short[0].trim_end_matches('.')) {
        short.remove(0);
    }
    !short.is_empty()
        && short.len() < full.len()
        && (full.ends_with(&short) || (short.len() == 1 && full.contains(&short[0]) && short[0].len() > 3))
}
