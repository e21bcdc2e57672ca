//! Values carried over: among the tellings of one occurrence, and places from the running text.
//! Every carried value keeps the span it came from and is listed in the claim's evidence.

use super::draft::Draft;
use super::places::lies_in;
use ascribe_model::{Claim, Evidence, Time};

/// "Actors, places and times stated elsewhere in the report for plainly the same occurrence belong to the
/// claim" (codebook section 1).
pub fn share(drafts: &mut [Draft], events: &[usize]) {
    for n in 0..drafts.len() {
        let family: Vec<usize> = (0..drafts.len()).filter(|&m| m != n && events[m] == events[n]).collect();
        for m in family {
            let other = drafts[m].claim.clone();
            share_one(&mut drafts[n].claim, &other);
        }
    }
}

fn share_one(claim: &mut Claim, other: &Claim) {
    let coarse = |c: &Claim| c.places.iter().all(|p| other.places.iter().any(|q| lies_in(q, p)));
    if !other.places.is_empty() && coarse(claim) {
        claim.places.clone_from(&other.places);
        note_places(claim, "same occurrence");
    }
    if claim.time.interval.is_unknown() && claim.time.text.is_none() && other.time.text.is_some() {
        claim.time = other.time.clone();
        note_time(claim, "same occurrence");
    }
    if claim.means.is_empty() {
        claim.means.clone_from(&other.means);
    }
}

/// A claim without a place takes that of the claim before it in the same paragraph, else of the one that
/// opened the report: news stays where it is until it says otherwise.
pub fn from_running_text(drafts: &mut [Draft]) {
    let mut last: Option<usize> = None;
    for n in 0..drafts.len() {
        if !drafts[n].claim.places.is_empty() {
            last = Some(n);
            continue;
        }
        let Some(from) = last.map(|l| &drafts[l]).filter(|from| from.reaches(&drafts[n])) else { continue };
        if from.passage == drafts[n].passage || drafts[n].sentence - from.sentence <= 2 {
            drafts[n].claim.places = from.claim.places.clone();
            note_places(&mut drafts[n].claim, "place of the sentence before");
        }
    }
}

fn note_places(claim: &mut Claim, rule: &str) {
    for at in 0..claim.places.len() {
        let span = claim.places[at].span;
        note(claim, format!("places/{at}"), span, rule);
    }
}

fn note_time(claim: &mut Claim, rule: &str) {
    let Time { span, .. } = claim.time;
    note(claim, "time".to_owned(), span, rule);
}

fn note(claim: &mut Claim, field: String, span: Option<ascribe_model::Span>, rule: &str) {
    if let Some(span) = span {
        claim.evidence.push(Evidence { field, span, rule: format!("carried over: {rule}") });
    }
}
