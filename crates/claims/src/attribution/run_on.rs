//! Names that ran on to the words before them because a comma was lost, in headlines and in texts whose marks
//! were dropped: "… in the latest raids Observatory chief Ana Diallo said".

use super::tree::lemma;
use crate::vocabulary::telling::{self, Telling};
use ascribe_language::{NounClass, noun_is, noun_of_people};
use ascribe_model::{Label, Mention, Sentence, Upos};

/// Nouns that neither are people nor speak: what they end is another phrase.
const THINGS: [NounClass; 6] = [
    NounClass::Event,
    NounClass::Facility,
    NounClass::Place,
    NounClass::Time,
    NounClass::Vehicle,
    NounClass::Weapon,
];

/// The first token of the name in `start..end`, after the last word that ends another phrase.
pub(super) fn name_after_lost_comma(sentence: &Sentence, start: usize, end: usize) -> usize {
    let starts_name = |t: usize| {
        let token = &sentence.tokens[t];
        token.text.starts_with(char::is_uppercase) && matches!(token.upos, Upos::Propn | Upos::Adj)
    };
    let cut = (start..end.saturating_sub(1)).rev().find(|&t| starts_name(t + 1) && ends_phrase(sentence, t));
    cut.map_or(start, |t| t + 1)
}

fn ends_phrase(sentence: &Sentence, t: usize) -> bool {
    let token = &sentence.tokens[t];
    // "said on Sunday army spokesman …", "Tuesday Foreign Minister Paz said".
    if sentence.mentions.iter().any(|m| m.label == Label::Time && m.tokens.contains(t)) {
        return true;
    }
    // "In the old quarter of Keld Volta state television reported".
    let ends = |m: &&Mention| m.label == Label::Place && m.tokens.end == t + 1;
    let behind_preposition =
        |m: &Mention| m.tokens.start.checked_sub(1).is_some_and(|p| sentence.tokens[p].upos == Upos::Adp);
    let goes_on = |m: &Mention| m.tokens.contains(t) && m.tokens.contains(t + 1);
    if sentence.mentions.iter().filter(ends).any(behind_preposition) && !sentence.mentions.iter().any(goes_on)
    {
        return true;
    }
    let small = token.text.chars().all(char::is_lowercase);
    let (noun, word) = (small && token.upos == Upos::Noun, lemma(sentence, t));
    let speaks = noun_of_people(&word)
        || noun_is(&word, NounClass::Person)
        || noun_is(&word, NounClass::Organisation)
        || noun_is(&word, NounClass::Statement);
    let many = token.feats.contains("Number=Plur");
    (noun && !speaks && (many || THINGS.iter().any(|class| noun_is(&word, *class))))
        // "Left six men wounded Observatory chief Ana Diallo said".
        || (small && telling::is(Telling::LeftAs, &token.text))
}
