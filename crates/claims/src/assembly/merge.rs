//! One claim per occurrence and source chain: later tellings add their values to the first.

use super::actors;
use super::draft::Draft;
use ascribe_model::{Claim, Count, Effect, Evidence, Harm};

/// Joins the drafts of one event and one source chain; sets the event name.
pub fn one_per_source(drafts: Vec<Draft>, events: &[usize]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = vec![];
    for (draft, event) in drafts.into_iter().zip(events) {
        let mut claim = draft.claim;
        claim.event = format!("e{event}");
        let of_event = |c: &Claim| c.event == claim.event && c.status == claim.status;
        let same = claims.iter().position(|c| of_event(c) && one_chain(c, &claim)).or_else(|| {
            // "The observatory said five soldiers died. ... Nine more were wounded in the attack": told on in
            // the report's own voice, of what a source told first.
            claims.iter().rposition(of_event).filter(|_| claim.sources.is_empty())
        });
        match same.and_then(|at| claims.get_mut(at)) {
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
        add_effect(&mut first.effects, effect);
    }
    tell_apart(&mut first.effects);
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
    first.evidence.push(Evidence { field: "quote".into(), span: later.span, rule: "told again".into() });
}

/// One figure for one harm of one side: the first told, but an exact one for a vague one that it fits
/// ("more than sixty soldiers ... sixty-two soldiers").
fn add_effect(effects: &mut Vec<Effect>, later: Effect) {
    let things = matches!(later.harm, Harm::Destroyed | Harm::Seized);
    let same = |e: &Effect| {
        e.harm == later.harm
            && if things {
                e.victims == later.victims || e.count == later.count && e.side == later.side
            } else {
                e.side == later.side || e.count == later.count
            }
    };
    match effects.iter_mut().find(|e| same(e)) {
        Some(known) if known.count.max.is_none() && is_exact_within(later.count, known.count) => {
            *known = later
        }
        Some(_) => {}
        None => effects.push(later),
    }
}

fn is_exact_within(exact: Count, vague: Count) -> bool {
    exact.min.is_some() && exact.min == exact.max && exact.min >= vague.min && exact != Count::exactly(1)
}

/// Casualties not told apart give way to the killed and injured of the same side where these are told.
pub fn tell_apart(effects: &mut Vec<Effect>) {
    let apart: Vec<_> =
        effects.iter().filter(|e| matches!(e.harm, Harm::Killed | Harm::Injured)).map(|e| e.side).collect();
    effects
        .retain(|e| e.harm != Harm::Casualties || e.count == Count::exactly(0) || !apart.contains(&e.side));
}
