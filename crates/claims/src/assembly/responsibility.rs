//! Who claims responsibility: "The Front said that it was behind Friday's ambush of a police patrol".

use super::Known;
use super::actors::push;
use super::draft::Draft;
use crate::attribution::{ResponsibilityClaim, responsibility_claims};
use ascribe_model::{Actor, Evidence, Role};

/// Sets `responsibility` on every draft of the event that somebody owns up to.
pub fn set(known: &Known, drafts: &mut [Draft], events: &[usize]) {
    let found = responsibility_claims(known.report, known.analysis, known.grounding, known.attribution_lists);
    for claimed in found.iter().filter(|c| !c.denied) {
        let Some(claimant) = &claimed.claimant else { continue };
        let Some(event) = event_of(known, claimed, drafts, events) else { continue };
        for (draft, _) in drafts.iter_mut().zip(events).filter(|(_, e)| **e == event) {
            draft.claim.responsibility = Some(claimant.name.clone());
            let agent = Actor {
                role: Role::Agent,
                name: claimant.name.clone(),
                side: claimant.side,
                id: None,
                span: claimant.span,
            };
            if !draft.claim.actors.iter().any(|a| a.role == Role::Agent && a.id.is_some()) {
                push(&mut draft.claim.actors, agent);
            }
            let rule = "responsibility claimed".to_owned();
            draft.claim.evidence.push(Evidence { field: "responsibility".into(), span: claimed.cue, rule });
        }
    }
}

/// The event of the words it is claimed for ("the attack"), else of the violence told last before.
fn event_of(
    known: &Known,
    claimed: &ResponsibilityClaim,
    drafts: &[Draft],
    events: &[usize],
) -> Option<usize> {
    let named = claimed.target.and_then(|target| {
        let span = known.analysis.sentences.get(claimed.sentence)?.tokens.get(target)?.span;
        drafts.iter().position(|d| d.claim.trigger_span.overlaps(span))
    });
    let before =
        || drafts.iter().rposition(|d| d.claim.span.start < claimed.cue.start && is_violent(&d.claim.kind));
    named.or_else(before).map(|at| events[at])
}

fn is_violent(kind: &str) -> bool {
    matches!(
        kind,
        "attack"
            | "airstrike"
            | "shelling"
            | "explosion"
            | "suicide_bombing"
            | "chemical_attack"
            | "assassination"
            | "execution"
            | "abduction"
            | "destruction"
    )
}
