//! What the words mention without telling it: purposes, calls, questions, the operation in which something
//! that is told took place. An aside adds to what is told elsewhere; alone it is no claim.

mod frames;
mod general;
mod stopped;
mod unreal;
mod wanted;

use super::Known;
use crate::modality::Modality;
use crate::occurrence::Occurrence;
use frames::{is_aim, is_frame, is_hunt_told_by_its_arrest};
use general::{is_any, is_counted_among, is_defined, is_epithet, is_of_every_day, is_trend};
use stopped::is_stopped;
use unreal::{
    is_ahead_without_party, is_asked, is_counterfactual, is_missed, is_ruled_out, is_unclaimed, is_warded_off,
};
use wanted::{is_called_for, is_commanded, is_term, is_wished};

/// True where the occurrence is only an aside.
pub(super) fn is_aside(known: &Known, occurrence: &Occurrence, modality: &Modality) -> bool {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return false };
    // "No evidence of civilian casualties": nobody was hurt, and nothing else is denied.
    occurrence.bare_harm && modality.rule == "nothing known"
        || modality.rule == "purpose"
        || is_trend(known, sentence, occurrence)
        || is_epithet(known, sentence, occurrence)
        || is_counted_among(sentence, occurrence)
        || is_wished(sentence, occurrence)
        || is_missed(sentence, occurrence)
        || is_counterfactual(sentence, occurrence)
        || is_unclaimed(sentence, occurrence)
        || is_warded_off(known, sentence, occurrence)
        || is_stopped(sentence, occurrence.head, &occurrence.kind)
        || is_ahead_without_party(occurrence, modality)
        || is_called_for(known, sentence, occurrence)
        || is_commanded(sentence, occurrence)
        || is_term(sentence, occurrence)
        || is_defined(sentence)
        || is_ruled_out(known, sentence, occurrence, modality)
        || is_asked(known, sentence, occurrence)
        || is_of_every_day(sentence, occurrence)
        || is_any(sentence, occurrence, modality)
        || is_frame(known, sentence, occurrence)
        || is_aim(known, occurrence, modality)
        || is_hunt_told_by_its_arrest(known, sentence, occurrence)
}
