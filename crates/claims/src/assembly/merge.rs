//! One claim per occurrence and source chain: later tellings add their values to the first.

use super::draft::Draft;
use super::places::lies_in;
use super::{Candidate, actors};
use crate::vocabulary::{self, Class};
use crate::weighing::{Weighing, signs};
use ascribe_model::{Actor, Claim, Count, Effect, Evidence, Harm, Place, Role, Side, Source};

/// Joins the drafts of one event and one source chain; sets the event name.
pub(crate) fn one_per_source(drafts: Vec<Draft>, events: &[usize], weighing: &Weighing) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = vec![];
    for (draft, event) in drafts.into_iter().zip(events) {
        let alone = draft.stands_alone;
        let toll = draft.bare_harm.then_some(draft.sentence);
        let mut candidate = Candidate { claim: draft.claim, signs: draft.signs, alone, tellings: 1, toll };
        candidate.claim.event = format!("e{event}");
        let Some(first) = told_already(&mut found, &candidate.claim) else {
            found.push(candidate);
            continue;
        };
        // "After the raid, ... The army raided the village on Monday": the second telling carries the claim.
        // "spoke of nine dead and said that thirty more were hurt in the raids": so do the raids.
        let cause = first.toll == Some(draft.sentence) && toll.is_none();
        // What a rule found stands for what the model proposed.
        let surer = is_proposed(first) && !is_proposed(&candidate);
        if alone && (!first.alone || cause || surer) {
            std::mem::swap(first, &mut candidate);
        }
        first.tellings += candidate.tellings;
        if !candidate.alone {
            only_mentioned(&first.claim, &mut candidate.claim);
        }
        add(&mut first.claim, candidate.claim);
    }
    let deadly = found.iter().any(|c| signs::is_deadly(&c.claim));
    found.iter_mut().for_each(|candidate| complete_signs(candidate, deadly, weighing));
    found
}

fn is_proposed(candidate: &Candidate) -> bool {
    candidate.signs.iter().any(|sign| sign.starts_with(signs::PROPOSED))
}

/// "The attack killed nine. … Planes struck back. … four were tried for the attack": a bare mention makes no strike of
/// it, and moves nothing that has its place; it may tell that more finely ("the strike on the village").
fn only_mentioned(first: &Claim, mention: &mut Claim) {
    if first.kind == "attack" && matches!(mention.kind.as_str(), "airstrike" | "shelling") {
        mention.kind.clone_from(&first.kind);
    }
    if !first.places.is_empty() {
        mention.places.retain(|finer| first.places.iter().any(|known| lies_in(finer, known)));
    }
}

fn complete_signs(candidate: &mut Candidate, deadly: bool, weighing: &Weighing) {
    if !candidate.alone {
        candidate.signs.push("bare mention".to_owned());
    }
    let of_claim = signs::of_claim(&candidate.claim, candidate.tellings, &candidate.signs, deadly, weighing);
    candidate.signs.extend(of_claim);
}

/// The candidate that a later telling adds to: of the same occurrence, by the same speakers. "The observatory
/// said five soldiers died. ... Nine more were wounded in the attack": what is told on in the report's own
/// voice adds to what a source told first.
fn told_already<'a>(found: &'a mut [Candidate], later: &Claim) -> Option<&'a mut Candidate> {
    let of_event = |c: &Claim| c.event == later.event && c.status == later.status;
    let same = found.iter().position(|c| of_event(&c.claim) && one_chain(&c.claim, later));
    let own_voice = || found.iter().rposition(|c| of_event(&c.claim)).filter(|_| later.sources.is_empty());
    let at = same.or_else(own_voice)?;
    found.get_mut(at)
}

/// So many dead are not one singled out.
const MASSACRE: u64 = 10;

fn one_chain(a: &Claim, b: &Claim) -> bool {
    match (a.sources.last(), b.sources.last()) {
        (None, None) => true,
        (Some(x), Some(y)) => x.name.eq_ignore_ascii_case(&y.name) || one_watch(x, y),
        _ => false,
    }
}

/// "The Keld Observatory said … Observatory director Ola Berg added": an organisation that watches, and whoever speaks
/// for it, tell as one.
fn one_watch(a: &Source, b: &Source) -> bool {
    a.side == Side::Ngo
        && b.side == Side::Ngo
        && (speaks_for(&a.name, &b.name) || speaks_for(&b.name, &a.name))
}

/// True where somebody's office is with the body: "Observatory director Ola Berg" with the Keld Observatory; not "Salt Watch
/// director Ola Berg" with Keld Watch, nor one body with another.
fn speaks_for(person: &str, body: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        name.split([' ', ','])
            .filter(|w| !w.is_empty() && !w.ends_with("-based"))
            .map(str::to_owned)
            .collect()
    };
    let (person, body) = (words(person), words(body));
    let directs = |words: &[String]| words.iter().any(|w| vocabulary::is(Class::Director, w));
    let watches =
        |w: &String| w.starts_with(char::is_uppercase) && vocabulary::is(Class::Watch, &w.to_lowercase());
    let Some(watch) = person.iter().position(watches) else { return false };
    // "The head of the *Keld* Observatory": which of them.
    let mut before = person[..watch].iter().rev().take_while(|w| w.starts_with(char::is_uppercase));
    directs(&person) && !directs(&body) && body.contains(&person[watch]) && before.all(|w| body.contains(w))
}

fn add(first: &mut Claim, later: Claim) {
    // "The rebels" of the later telling are the party that the first names.
    let told: Vec<Role> = first.actors.iter().map(|a| a.role).collect();
    for actor in later.actors.into_iter().filter(|a| !told.contains(&a.role)) {
        if !actors::is_opposite(&first.actors, &actor) {
            actors::push(&mut first.actors, actor);
        }
    }
    add_places(first, later.places);
    for effect in later.effects {
        add_effect(&mut first.effects, effect);
    }
    tell_apart(&mut first.effects);
    let grenade = later.means.iter().any(|m| m == "grenade");
    for means in later.means {
        if !first.means.contains(&means) {
            first.means.push(means);
        }
    }
    if first.time.text.is_none() {
        first.time = later.time;
    }
    // "Rebels attacked the town. … A boy was hit in the crossfire": it was an attack all the same.
    let mutual = later.kind == "clash" && first.actors.iter().any(|a| a.role == Role::Agent);
    // "Gunmen stormed the camp and threw grenades": it stays an attack.
    let stormed = ["storm", "ambush", "raid", "open", "rampage", "burst"];
    let exact = stormed.iter().any(|word| first.trigger.to_lowercase().starts_with(word));
    // "An attack by gunmen on a mall. … They burst in, throwing grenades": so it does.
    let thrown = later.kind == "explosion" && grenade;
    // "Gunmen attacked ten sites, killing 125. … A police chief was shot dead": nobody is singled out in a massacre.
    let many = |e: &Effect| e.harm == Harm::Killed && e.count.min >= Some(MASSACRE);
    let one_of_many = later.kind == "assassination" && first.effects.iter().any(many);
    if first.kind == "attack" && later.kind != "attack" && !mutual && !exact && !thrown && !one_of_many {
        first.kind = later.kind;
        own_side_is_no_target(first);
    }
    first.evidence.push(Evidence { field: "quote".into(), span: later.span, rule: "told again".into() });
}

/// "Eleven rebels and two soldiers were killed ... in a clash that the army began": the fallen of the doer's side are
/// no targets once it is a fight.
fn own_side_is_no_target(claim: &mut Claim) {
    let own = claim.actors.iter().find(|a| a.role == Role::Agent && a.side.is_armed()).map(|a| a.side);
    let of_own = |a: &Actor| a.role == Role::Target && Some(a.side) == own;
    let faced = claim.actors.iter().any(|a| a.role == Role::Target && a.side.is_armed() && !of_own(a));
    if claim.kind == "clash" && faced {
        claim.actors.retain(|a| !of_own(a));
    }
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

/// Casualties not told apart give way to the killed and injured of the same side where these are told; whoever is named
/// as wounded and as dead has died ("Ames, who had been wounded by a mine, succumbed to his injuries").
pub fn tell_apart(effects: &mut Vec<Effect>) {
    let named = |e: &Effect| e.victims.clone().filter(|v| v.starts_with(char::is_uppercase));
    let one = Count::exactly(1);
    let dead: Vec<String> =
        effects.iter().filter(|e| e.harm == Harm::Killed && e.count == one).filter_map(named).collect();
    let died = |e: &Effect| e.count == one && named(e).is_some_and(|name| dead.contains(&name));
    effects.retain(|e| e.harm != Harm::Injured || !died(e));
    let apart: Vec<_> =
        effects.iter().filter(|e| matches!(e.harm, Harm::Killed | Harm::Injured)).map(|e| e.side).collect();
    effects
        .retain(|e| e.harm != Harm::Casualties || e.count == Count::exactly(0) || !apart.contains(&e.side));
}

/// Places of a later telling: the finer name of a place known coarsely takes its place ("in northern Syria",
/// then "in the town of Keld"); a coarser one, or one of the same spot, adds nothing.
fn add_places(first: &mut Claim, later: Vec<Place>) {
    // "Raids in Salt, Keld and Sarda provinces took fifteen": what the details say is of one of them.
    if first.places.len() > 1 {
        return;
    }
    for place in later {
        let same = |p: &Place| {
            p.text.eq_ignore_ascii_case(&place.text)
                || p.kilometres_to(&place).is_some_and(|km| km <= ONE_SPOT)
        };
        let told = !first.places.is_empty();
        if told && place.is_direction() || first.places.iter().any(|p| same(p) || lies_in(p, &place)) {
            continue;
        }
        first.places.retain(|p| !lies_in(&place, p));
        first.places.push(place);
    }
}

/// Within so many km two names told of one occurrence are of one spot.
const ONE_SPOT: f64 = 10.0;

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_model::PlaceKind;

    #[test]
    fn a_body_and_its_head_tell_as_one_and_two_bodies_do_not() {
        assert!(speaks_for("Observatory director Ola Berg", "Keld Observatory for Human Rights"));
        assert!(speaks_for(
            "Ola Berg, head of the Oslo-based Keld Observatory",
            "Keld Observatory for Rights"
        ));
        assert!(!speaks_for("Salt Watch director Ola Berg", "Keld Watch"));
        assert!(!speaks_for("Salt Watch", "Keld Watch"));
    }

    fn place(text: &str, kind: PlaceKind, lat: f64) -> Place {
        Place { text: text.to_owned(), kind, lat: Some(lat), lon: Some(40.0), ..Place::default() }
    }

    #[test]
    fn a_later_telling_adds_only_another_spot() {
        let mut claim = Claim { places: vec![place("Sabanda", PlaceKind::Area, 35.5)], ..Claim::default() };
        let texts = |claim: &Claim| claim.places.iter().map(|p| p.text.clone()).collect::<Vec<_>>();
        add_places(&mut claim, vec![place("Keld", PlaceKind::Point, 35.0)]);
        assert_eq!(texts(&claim), ["Keld"], "the finer name takes the place of the coarser");
        add_places(
            &mut claim,
            vec![place("Sabanda", PlaceKind::Area, 35.5), place("Old Keld", PlaceKind::Point, 35.05)],
        );
        assert_eq!(
            texts(&claim),
            ["Keld"],
            "neither the province nor a quarter of the town is another place"
        );
        let road =
            Place { relation: Some("on the road to".into()), ..place("Mirna", PlaceKind::Point, 38.0) };
        add_places(&mut claim, vec![road, place("Sarda", PlaceKind::Point, 36.0)]);
        assert_eq!(texts(&claim), ["Keld", "Sarda"]);
    }
}
