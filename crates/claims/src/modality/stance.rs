//! Stance: doubt and endorsement, in the words of the claim or in the next sentence about it.

use super::lists::{Doubt, DoubtPlace, ModalityLists};
use crate::attribution::Attribution;
use crate::attribution::tree::{form, head, lemma};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Analysis, Report, Sentence, Span, Stance};

/// The stance of the report to what is told at a token, with the words that show it.
pub(crate) fn stance(
    report: &Report,
    analysis: &Analysis,
    told_by: Option<&Attribution>,
    at: usize,
    trigger: usize,
    lists: &ModalityLists,
) -> (Stance, Option<Span>) {
    if let Some(stance) = told_by.and_then(|a| a.stance) {
        return (stance, told_by.map(|a| a.cue));
    }
    let Some(sentence) = analysis.sentences.get(at) else { return (Stance::Reported, None) };
    if let Some((stance, span)) = beside_cue(analysis, told_by, lists) {
        return (stance, Some(span));
    }
    if let Some(next) = analysis.sentences.get(at + 1) {
        let same_passage = next.passage == sentence.passage
            || report.passages.get(next.passage).is_some_and(|_| next.passage == sentence.passage + 1);
        let last_told = told_by.is_some() || is_last_clause(sentence, trigger);
        if same_passage
            && last_told
            && is_about_claim(next)
            && let Some((doubt, span)) = find(next, lists, DoubtPlace::Claim)
        {
            return (doubt.stance, Some(span));
        }
    }
    // "… said it killed ten soldiers, a claim that could not be verified", "but the claim remains unconfirmed".
    if told_by.is_some()
        && let Some(about) = claim_noun_after(sentence, trigger)
        && let Some((doubt, span)) = find_from(sentence, lists, DoubtPlace::Claim, about)
    {
        return (doubt.stance, Some(span));
    }
    (Stance::Reported, None)
}

fn is_last_clause(sentence: &Sentence, trigger: usize) -> bool {
    head(sentence, trigger).is_none() || sentence.tokens.len() < 40
}

/// The sentence starts with a demonstrative, or speaks of "the claims".
fn is_about_claim(sentence: &Sentence) -> bool {
    let first = form(sentence, 0);
    let pointing = matches!(first.as_str(), "this" | "these" | "that" | "those" | "such" | "they" | "it");
    let about = |t: usize| telling::is(Telling::Told, &lemma(sentence, t));
    let second = about(1) || about(2);
    let existential = first == "there" && (0..sentence.tokens.len()).any(about);
    (pointing && sentence.tokens.len() < 30)
        || (second && matches!(first.as_str(), "the" | "both" | "his" | "their"))
        || existential
}

fn claim_noun_after(sentence: &Sentence, trigger: usize) -> Option<usize> {
    (trigger + 1..sentence.tokens.len()).find(|&t| {
        telling::is(Telling::Told, &lemma(sentence, t))
            && t > 0
            && matches!(
                form(sentence, t - 1).as_str(),
                "the" | "a" | "this" | "these" | "which" | "an" | "its" | "their"
            )
    })
}

/// "unconfirmed reports that …": an adjective at the noun that holds the claim.
fn beside_cue(
    analysis: &Analysis,
    told_by: Option<&Attribution>,
    lists: &ModalityLists,
) -> Option<(Stance, Span)> {
    let told_by = told_by?;
    let sentence = analysis.sentences.get(told_by.cue_sentence)?;
    let cue = sentence.tokens.iter().position(|t| t.span == told_by.cue)?;
    sentence.children(cue).find_map(|c| {
        let word = form(sentence, c);
        let doubt =
            lists.doubts.iter().find(|d| d.place == DoubtPlace::Cue && d.words.first() == Some(&word))?;
        Some((doubt.stance, sentence.tokens[c].span))
    })
}

fn find<'a>(sentence: &Sentence, lists: &'a ModalityLists, place: DoubtPlace) -> Option<(&'a Doubt, Span)> {
    find_from(sentence, lists, place, 0)
}

fn find_from<'a>(
    sentence: &Sentence,
    lists: &'a ModalityLists,
    place: DoubtPlace,
    from: usize,
) -> Option<(&'a Doubt, Span)> {
    let words: Vec<String> = sentence.tokens.iter().map(|t| t.text.to_lowercase()).collect();
    (from..words.len()).find_map(|at| {
        let doubt = lists.doubts.iter().find(|d| d.place == place && words[at..].starts_with(&d.words))?;
        let last = at + doubt.words.len() - 1;
        let negated = at > 0 && matches!(words[at - 1].as_str(), "not" | "n't" | "n’t");
        (!negated).then(|| (doubt, sentence.tokens[at].span.join(sentence.tokens[last].span)))
    })
}
