//! One claim per occurrence and source chain: later tellings add their values to the first.

use super::actors;
use super::draft::Draft;
use ascribe_model::{Claim, Evidence};

/// Joins the drafts of one event and one source chain; sets the event name.
pub fn one_per_source(drafts: Vec<Draft>, events: &[usize]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = vec![];
    for (draft, event) in drafts.into_iter().zip(events) {
        let mut claim = draft.claim;
        claim.event = format!("e{event}");
        let same = claims
            .iter_mut()
            .find(|c| c.event == claim.event && one_chain(c, &claim) && c.status == claim.status);
        match same {
            Some(first) => add(first, claim),
            None if draft.stands_alone => claims.push(claim),
            // "Nobody has claimed responsibility for the attack": no telling of its own.
            None => {}
        }
    }
    claims
}

fn one_chain(a: &Claim, b: &Claim) -> bool {
    a.sources.len() == b.sources.len()
        && a.sources.iter().zip(&b.sources).all(|(x, y)| x.name.eq_ignore_ascii_case(&y.name))
}

fn add(first: &mut Claim, later: Claim) {
    for actor in later.actors {
        actors::push(&mut first.actors, actor);
    }
    for place in later.places {
        if !first.places.iter().any(|p| p.text.eq_ignore_ascii_case(&place.text)) {
            first.places.push(place);
        }
    }
    for effect in later.effects {
        let known = first
            .effects
            .iter()
            .any(|e| e.harm == effect.harm && (e.side == effect.side || e.count == effect.count));
        if !known {
            first.effects.push(effect);
        }
    }
    for means in later.means {
        if !first.means.contains(&means) {
            first.means.push(means);
        }
    }
    if first.time.text.is_none() {
        first.time = later.time;
    }
    if first.kind == "attack" && later.kind != "attack" {
        first.kind = later.kind;
    }
    first.evidence.push(Evidence {
        field: "quote".into(),
        span: later.span,
        rule: "told again by the same source".into(),
    });
}
