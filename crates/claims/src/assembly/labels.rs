//! The place that an item of a digest is labelled with: "Keld - Nine miners were freed", "SALT. A curfew was lifted."

use super::Known;
use super::carry::note_places;
use super::draft::Draft;
use ascribe_model::{Analysis, Place, PlaceMention, Sentence};

/// Gives claims of an item that no place is told of the place of its label.
pub(super) fn place(known: &Known, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| d.item != 0 && d.claim.places.is_empty()) {
        let opening = known.analysis.sentences.iter().position(|s| s.passage == draft.passage);
        if let Some(place) = opening.and_then(|n| label(known.analysis, &known.grounding.places, n)) {
            draft.claim.places = vec![place];
            note_places(&mut draft.claim, "where its item is");
        }
    }
}

/// The place that opens a sentence and stands before a mark; of "Sabanda, Keld:" and "SABANDA (KELD)." the last.
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
    last.filter(|_| closed).map(|m| m.place.clone())
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
            let analysis = Analysis { sentences: vec![sentence(text)], ..Analysis::default() };
            label(&analysis, places, 0).map(|p| p.text)
        };
        let places = [named(0, "Sabanda"), named(2, "Keld")];
        let item = "Sabanda/sabanda/0/root ,/,/3/punct Keld/keld/1/appos";
        assert_eq!(found(&format!("{item} :/:/1/punct"), &places), Some("Keld".to_owned()));
        assert_eq!(found(&format!("{item} fell/fall/1/acl"), &places), None);
    }
}
