//! Where the text has moved to: "In Keld soldiers shelled a camp. … A number of rebels were killed."

use super::Draft;
use crate::assembly::Known;
use ascribe_model::{Place, PlaceMention};

/// Gives each draft the places of the last sentence before it, or its own, that opens with where something happened.
pub(super) fn set(known: &Known, drafts: &mut [Draft]) {
    let opened: Vec<Option<Vec<Place>>> = drafts.iter().map(|d| opened_by(known, d)).collect();
    for n in 0..drafts.len() {
        let same = |m: &usize| drafts[*m].item == drafts[n].item && drafts[*m].heading == drafts[n].heading;
        let last = (0..=n).rev().filter(same).find_map(|m| opened[m].clone());
        drafts[n].scene = last.unwrap_or_default();
    }
}

/// The place that the sentence of the draft opens with, where the draft lies somewhere.
fn opened_by(known: &Known, draft: &Draft) -> Option<Vec<Place>> {
    const IN: [&str; 4] = ["In", "At", "Near", "Outside"];
    let sentence = known.analysis.sentences.get(draft.sentence)?;
    sentence.tokens.first().filter(|t| IN.contains(&t.text.as_str()))?;
    let opens = |m: &&PlaceMention| {
        let place = &m.place;
        let located = place.lat.is_some() && !place.is_country() && !place.is_direction();
        m.sentence == draft.sentence && m.tokens.start <= OPENING && located
    };
    let mut places = known.grounding.places.iter().filter(opens);
    let placed = draft.claim.places.iter().any(|p| p.lat.is_some());
    placed.then(|| places.next().map(|m| vec![m.place.clone()])).flatten()
}

/// Words before the name: "In the northern town of Keld".
const OPENING: usize = 5;
