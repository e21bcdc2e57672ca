//! Words that other readings of a sentence have taken, and the towns among them that are free again.

use super::is_capital;
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Gazetteer, Near};
use crate::places::parties::{is_acted_on, is_region_by_name, is_state};
use crate::places::vocabulary::{Class, is};
use ascribe_language::noun_of_people;
use ascribe_model::{Label, Report, Sentence, TokenRange};
use rustc_hash::FxHashSet;

/// Tokens that belong to somebody: actors that were recognised, people, organisations; not those of a name that
/// the report has told as a place ("Keld was the target").
pub(super) fn closed_tokens(
    number: usize,
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    taken: &[(usize, TokenRange)],
    told: &FxHashSet<String>,
) -> Vec<bool> {
    let mut closed = vec![false; sentence.tokens.len()];
    let people = sentence
        .mentions
        .iter()
        .filter(|m| m.named && matches!(m.label, Label::Person | Label::Organisation));
    let of_actors = taken.iter().filter(|(s, _)| *s == number).map(|(_, range)| *range);
    for range in people.map(|m| m.tokens).chain(of_actors) {
        let words = report.words(sentence.span_of(range));
        let state = is_state(words, gazetteer);
        // "Salt, Sarda and Keld departments": taken for an office without its noun.
        let next = sentence.tokens.get(range.end).map(|_| TokenRange::new(range.start, range.end + 1));
        let longer = next.map_or("", |r| report.words(sentence.span_of(r)));
        if is_region_by_name(words, gazetteer) || is_region_by_name(longer, gazetteer) {
            continue;
        }
        if state && is_acted_on(sentence, range)
            || !state && (told.contains(&fold(words)) || is_there(sentence, range, words, gazetteer))
        {
            continue;
        }
        closed.iter_mut().take(range.end).skip(range.start).for_each(|c| *c = true);
    }
    open_home_towns(report, sentence, gazetteer, &mut closed);
    closed
}

/// "The mayor of Keld", "a teacher from Keld": a well-known town behind a noun for people, though taken for a person's
/// name together with it.
pub(super) fn open_home_towns(
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    closed: &mut [bool],
) {
    let tokens = &sentence.tokens;
    let people = |at: usize| {
        let lower = tokens[at].text.starts_with(char::is_lowercase);
        lower && noun_of_people(&tokens[at].lemma.to_lowercase())
    };
    for at in 2..tokens.len() {
        let joined = matches!(tokens[at - 1].text.as_str(), "of" | "from") && people(at - 2);
        if !joined || !closed[at] {
            continue;
        }
        let name =
            TokenRange::new(at, (at..tokens.len()).find(|&i| !is_capital(&tokens[i].text)).unwrap_or(at));
        let known = |c: &Candidate| c.near == Near::Exact && c.weight() >= 60_000;
        if name.start < name.end
            && gazetteer.look_up(report.words(sentence.span_of(name))).first().is_some_and(known)
        {
            closed[name.range()].iter_mut().for_each(|c| *c = false);
        }
    }
}

/// "Shells fell in Keld", "the attack on Old Keld", "the shelling of Keld": a well-known place, though taken for somebody.
pub(super) fn is_there(sentence: &Sentence, range: TokenRange, words: &str, gazetteer: &Gazetteer) -> bool {
    let word = |back: usize| {
        range.start.checked_sub(back).map_or(String::new(), |i| sentence.tokens[i].text.to_lowercase())
    };
    let inside = matches!(word(1).as_str(), "in" | "near" | "inside" | "outside");
    let marked =
        || sentence.mentions.iter().any(|m| m.label == Label::Place && m.tokens.contains(range.start));
    let struck = (word(1) == "on" && (words.contains(' ') || marked()) || word(1) == "of")
        && is(Class::Assault, &word(2));
    let known = |c: &Candidate| {
        c.weight() >= 60_000
            && (c.near == Near::Exact || c.near == Near::Spelling && gazetteer.is_listed(&fold(c.name)))
    };
    (inside || struck || is_taken(sentence, range.start, range.end))
        && gazetteer.look_up(words).first().is_some_and(known)
}

/// "Took Keld from the rebels", "entered Keld on Friday".
pub(super) fn is_taken(sentence: &Sentence, start: usize, end: usize) -> bool {
    let verb = start.checked_sub(1).map(|i| sentence.tokens[i].text.to_lowercase());
    let next = sentence.tokens.get(end).map_or("", |t| t.text.as_str());
    verb.is_some_and(|v| is(Class::Taking, &v))
        && matches!(next, "from" | "on" | "in" | "and" | "," | "." | "after" | "without" | "during")
}
