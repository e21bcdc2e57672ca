//! Which words of a sentence name a place: [`closed`] tells which are taken, [`extent`] where a name begins and ends,
//! [`check`] what only looks like one.

mod check;
mod closed;
mod extent;

use super::reading::{self, compass};
use super::vocabulary::{Class, is};
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Gazetteer, Near};
use ascribe_model::{Analysis, Label, Report, Sentence, TokenRange, Upos};
use check::is_place;
use closed::{closed_tokens, is_taken};
use extent::{joined, known_parts, with_article, with_feature, without_pairs};
use rustc_hash::FxHashSet;

/// A stretch of words that names a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NameSpan {
    pub sentence: usize,
    pub tokens: TokenRange,
    /// How it was found, for the record of evidence.
    pub by: &'static str,
}

/// The place names of all sentences, in text order, without overlaps.
pub(crate) fn name_spans(
    report: &Report,
    analysis: &Analysis,
    gazetteer: &Gazetteer,
    taken: &[(usize, TokenRange)],
) -> Vec<NameSpan> {
    let mut found = Vec::new();
    let mut told = FxHashSet::default();
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        let closed = closed_tokens(number, report, sentence, gazetteer, taken, &told);
        let mut spans = labelled(number, sentence, gazetteer, &closed);
        spans = spans.into_iter().flat_map(|s| known_parts(report, sentence, s, gazetteer)).collect();
        unlabelled(number, report, sentence, gazetteer, &closed, &told, &mut spans);
        super::listed::beside_places(number, report, sentence, gazetteer, &mut spans);
        spans.sort_by_key(|s| s.tokens.start);
        for span in &mut spans {
            with_article(sentence, span);
            with_feature(report, sentence, span, gazetteer);
        }
        spans.retain(|s| is_place(report, sentence, s, gazetteer));
        joined(report, sentence, gazetteer, &mut spans);
        without_pairs(report, sentence, gazetteer, &mut spans);
        with_streets(number, sentence, &mut spans);
        told.extend(spans.iter().map(|s| fold(report.words(sentence.span_of(s.tokens)))));
        found.extend(spans);
    }
    found
}

/// "A bank on 34th Street": streets that have a number for a name.
fn with_streets(number: usize, sentence: &Sentence, spans: &mut Vec<NameSpan>) {
    for tokens in super::streets::numbered(sentence) {
        spans.retain(|s| s.tokens.end <= tokens.start || tokens.end <= s.tokens.start);
        spans.push(NameSpan { sentence: number, tokens, by: "a street by its number" });
    }
    spans.sort_by_key(|s| s.tokens.start);
}

fn labelled(number: usize, sentence: &Sentence, gazetteer: &Gazetteer, closed: &[bool]) -> Vec<NameSpan> {
    let mut spans: Vec<NameSpan> = Vec::new();
    for mention in sentence.mentions.iter().filter(|m| matches!(m.label, Label::Place | Label::Facility)) {
        let Some(tokens) = trimmed(sentence, mention.tokens) else { continue };
        let inside = closed.get(tokens.range()).is_some_and(|c| c.iter().all(|x| *x));
        // "An army-held brick factory", "Front checkpoints": whose it is names no place.
        let theirs = |i: usize| closed[i] || !is_capital(&sentence.tokens[i].text);
        let small = |t: TokenRange| !is_capital(&sentence.tokens[t.end - 1].text);
        let inside =
            inside || mention.label == Label::Facility && small(tokens) && tokens.range().all(theirs);
        // A description ("a checkpoint") is no name.
        if inside || !tokens.range().any(|i| is_capital(&sentence.tokens[i].text)) || gazetteer.is_empty() {
            continue;
        }
        match spans.iter_mut().find(|s| s.tokens.start < tokens.end && tokens.start < s.tokens.end) {
            // Of nested mentions the longer is the name.
            Some(other) if other.tokens.range().len() < tokens.range().len() => other.tokens = tokens,
            Some(_) => {}
            None => spans.push(NameSpan { sentence: number, tokens, by: "name of a place" }),
        }
    }
    spans
}

/// Takes determiners, prepositions and lower-case feature words off the front, punctuation off both ends.
fn trimmed(sentence: &Sentence, range: TokenRange) -> Option<TokenRange> {
    let (mut start, mut end) = (range.start, range.end.min(sentence.tokens.len()));
    let front = |i: usize| {
        let token = &sentence.tokens[i];
        matches!(token.upos, Upos::Det | Upos::Adp | Upos::Punct | Upos::Num)
            || !is_capital(&token.text) && !is_name_part(&token.text)
            || compass(&token.text).is_some() && end > i + 1 && !is_capital(&token.text)
    };
    while start < end && front(start) {
        start += 1;
    }
    while start < end
        && (sentence.tokens[end - 1].upos == Upos::Punct
            || matches!(sentence.tokens[end - 1].text.as_str(), "'s" | "’s"))
    {
        end -= 1;
    }
    (start < end).then(|| TokenRange::new(start, end))
}

/// Names that the gazetteer knows, in a place's position, where the model saw none.
fn unlabelled(
    number: usize,
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    closed: &[bool],
    told: &FxHashSet<String>,
    spans: &mut Vec<NameSpan>,
) {
    let free = |i: usize, spans: &[NameSpan]| !closed[i] && !spans.iter().any(|s| s.tokens.contains(i));
    let mut i = 0;
    while i < sentence.tokens.len() {
        if !is_capital(&sentence.tokens[i].text) || !free(i, spans) {
            i += 1;
            continue;
        }
        let mut longest = None;
        for end in (i + 1..=(i + 5).min(sentence.tokens.len())).rev() {
            if (i..end).all(|k| free(k, spans)) && is_capital_or_link(&sentence.tokens[end - 1].text) {
                let words = report.words(sentence.span_of(TokenRange::new(i, end)));
                let folded = fold(words);
                if !is(Class::Never, folded.as_str()) && folded.len() > 2 && gazetteer.knows(&folded) {
                    longest = Some(end);
                    break;
                }
            }
        }
        // "Keld was retaken": what the report has told as a place is one again.
        let known = |end| told.contains(&fold(report.words(sentence.span_of(TokenRange::new(i, end)))));
        match longest {
            Some(end)
                if in_position(sentence, i, end)
                    || known(end) && !is_longer(sentence, i, end)
                    || names_attack(report, sentence, i, end, gazetteer) =>
            {
                spans.push(NameSpan {
                    sentence: number,
                    tokens: TokenRange::new(i, end),
                    by: "name in the gazetteer",
                });
                i = end;
            }
            Some(end) => i = end,
            None => i += 1,
        }
    }
}

/// "The Paris attacks", "the Boston Marathon bombing": a great town whose name an attack has, also over the venue.
fn names_attack(
    report: &Report,
    sentence: &Sentence,
    start: usize,
    end: usize,
    gazetteer: &Gazetteer,
) -> bool {
    const VENUES: &str = "marathon arena stadium bridge airport market theatre theater metro subway underground \
        cathedral church mosque synagogue temple university hospital hotel mall embassy station concert";
    let lower = |i: usize| sentence.tokens.get(i).map_or(String::new(), |t| t.text.to_lowercase());
    let venue = |i: usize| VENUES.split_whitespace().any(|v| v == lower(i));
    let noun = if venue(end) { end + 1 } else { end };
    let (told, kinds) =
        (lower(noun), "massacre shooting killing blast explosion riot uprising bombing siege");
    let one = told.trim_end_matches('s');
    let attack = (is(Class::Assault, one) || kinds.split(' ').any(|k| k == one))
        && sentence.tokens[noun].upos == Upos::Noun;
    let name = report.words(sentence.span_of(TokenRange::new(start, end)));
    let great = |c: &Candidate| c.near == Near::Exact && c.weight() >= 100_000;
    let begins = start == 0 || sentence.tokens[start - 1].upos != Upos::Propn;
    attack && begins && gazetteer.look_up(name).first().is_some_and(great)
}

/// A name is in a place's position behind a locative word, or before a feature word ("Keld province").
fn in_position(sentence: &Sentence, start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|i| sentence.tokens[i].text.to_lowercase());
    let before = match before.as_deref() {
        Some("the") => start.checked_sub(2).map(|i| sentence.tokens[i].text.to_lowercase()),
        _ => before,
    };
    let after = sentence.tokens.get(end).map(|t| t.text.to_lowercase());
    let behind_locative = before.as_deref().is_some_and(|w| is(Class::Locative, w));
    let feature = after.as_deref().is_some_and(reading::is_feature);
    feature || (behind_locative || is_taken(sentence, start, end)) && !is_longer(sentence, start, end)
}

/// "Keld Mohammed said": a capital beside it makes it part of a longer name.
fn is_longer(sentence: &Sentence, start: usize, end: usize) -> bool {
    // "Keld-e Sarda": joined into one name.
    let joined = sentence.tokens.get(end + 1).is_some_and(|_| extent::is_izafe(sentence, end + 1));
    joined
        || sentence.tokens.get(end).is_some_and(|t| is_capital(&t.text) && t.upos == Upos::Propn)
        || start > 0
            && is_capital(&sentence.tokens[start - 1].text)
            && sentence.tokens[start - 1].upos == Upos::Propn
}

/// The first half of "air base", "oil field", "gas plant".
fn is_dangling(word: &str) -> bool {
    is(Class::FirstHalf, word)
}

/// The token of the range that hangs outside it.
pub(crate) fn head(sentence: &Sentence, range: TokenRange) -> usize {
    range
        .range()
        .find(|&i| sentence.tokens.get(i).is_some_and(|t| t.head.is_none_or(|h| !range.contains(h))))
        .unwrap_or(range.start)
}

fn is_capital(word: &str) -> bool {
    let bare = word.trim_start_matches(['\'', '‘', '’', '`', '"', '“']);
    bare.starts_with(char::is_uppercase) || is_name_part(word)
}

/// "al-Mayadin", "ash-Shaykh", "ez-Zor": the article is written small.
fn is_name_part(word: &str) -> bool {
    let Some((article, rest)) = word.split_once(['-', '–', '‑']) else { return false };
    crate::gazetteer::skeleton::is_article(&article.to_lowercase())
        && rest.trim_start_matches(['\'', '’', '`']).starts_with(char::is_uppercase)
}

fn is_capital_or_link(word: &str) -> bool {
    is_capital(word)
}
