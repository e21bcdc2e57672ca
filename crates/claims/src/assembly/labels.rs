//! The place and the day that an item of a digest is labelled with: "Keld - Nine miners were freed", "SALT. A curfew was
//! lifted.", "3. Jan. 9, near Keld, by a reader's letter. During a raid, two men were hurt."

use super::Known;
use super::carry::{is_whole, note_places, note_time};
use super::draft::Draft;
use ascribe_model::{Analysis, Place, PlaceMention, Sentence, Upos};

/// Gives claims of an item that no place is told of the place of its label.
pub(super) fn place(known: &Known, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.claim.places.is_empty()) {
        let opening = opening(known, draft).filter(|&n| draft.item != 0 || is_label_of(known, draft, n));
        if let Some(place) = opening.and_then(|n| label(known.analysis, &known.grounding.places, n)) {
            draft.claim.places = vec![place];
            note_places(&mut draft.claim, "where its item is");
        }
    }
}

/// Gives claims of an item that no time is told of the day of its label.
pub(super) fn time(known: &Known, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.claim.time.interval.is_unknown()) {
        let opening = opening(known, draft).filter(|&n| is_label_of(known, draft, n));
        let dated = |n: usize| known.grounding.times.iter().find(|t| t.sentence == n);
        if let Some(mention) = opening.and_then(dated).filter(|m| !m.interval.is_unknown()) {
            draft.claim.time = super::times::from_mention(known, mention);
            note_time(&mut draft.claim, "when its item is");
        }
    }
}

/// The first sentence of the draft's passage.
fn opening(known: &Known, draft: &Draft) -> Option<usize> {
    known.analysis.sentences.iter().position(|s| s.passage == draft.passage)
}

/// True where that sentence is a label before what the draft is told in.
fn is_label_of(known: &Known, draft: &Draft, opening: usize) -> bool {
    opening < draft.sentence && is_label(&known.analysis.sentences[opening])
}

/// True for a sentence that says nothing of anybody: no verb.
fn is_label(sentence: &Sentence) -> bool {
    !sentence.tokens.iter().any(|t| matches!(t.upos, Upos::Verb | Upos::Aux))
}

/// The place that opens a sentence and stands before a mark; of "Sabanda, Keld:" and "SABANDA (KELD)." the last. Of a
/// label without a verb the first that is no country.
fn label(analysis: &Analysis, places: &[PlaceMention], number: usize) -> Option<Place> {
    let sentence = analysis.sentences.get(number)?;
    let mut at = 0;
    let mut last = None;
    let mut own = places.iter().filter(|m| m.sentence == number && m.place.lat.is_some());
    while let Some(mention) = own.find(|m| m.tokens.start == at) {
        at = mention.tokens.end;
        last = Some(mention);
        at += usize::from(matches!(word(sentence, at), "," | "("));
    }
    at += usize::from(word(sentence, at) == ")");
    let closed = matches!(word(sentence, at), ":" | "." | "-" | "--" | "–" | "—" | "_");
    let somewhere = |m: &&PlaceMention| m.sentence == number && m.place.lat.is_some() && !is_whole(&m.place);
    let inside = || places.iter().find(somewhere).filter(|_| is_label(sentence));
    last.filter(|_| closed).or_else(inside).map(|m| m.place.clone())
}

fn word(sentence: &Sentence, at: usize) -> &str {
    sentence.tokens.get(at).map_or("", |t| t.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_testing::{place_at, sentence};

    #[test]
    fn a_label_is_the_last_place_before_the_mark() {
        let named = |at: usize, text: &str| {
            place_at(at, Place { text: text.to_owned(), lat: Some(1.0), ..Place::default() })
        };
        let found = |text: &str, places: &[PlaceMention]| {
            let mut sentence = sentence(text);
            sentence.tokens.iter_mut().filter(|t| t.lemma == "fall").for_each(|t| t.upos = Upos::Verb);
            let analysis = Analysis { sentences: vec![sentence], ..Analysis::default() };
            label(&analysis, places, 0).map(|p| p.text)
        };
        let places = [named(0, "Sabanda"), named(2, "Keld")];
        let item = "Sabanda/sabanda/0/root ,/,/3/punct Keld/keld/1/appos";
        assert_eq!(found(&format!("{item} :/:/1/punct"), &places), Some("Keld".to_owned()));
        assert_eq!(found(&format!("{item} fell/fall/1/acl"), &places), None);
        // Without a verb, wherever the place stands.
        let day = "May/may/0/root ,/,/3/punct Keld/keld/1/appos by/by/5/case letter/letter/1/nmod";
        assert_eq!(found(day, &places[1..]), Some("Keld".to_owned()));
    }
}
