//! What two drafts have in common: places, parties, harm, tellers.

use crate::assembly::actors::same_name;
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, Claim, Count, Effect, Place, Role, Side};

pub(super) fn has_victims(claim: &Claim) -> bool {
    claim.actors.iter().any(|a| a.role == Role::Target)
}

/// A state's forces do the one, somebody else the other.
pub(super) fn of_two_sides(a: &Claim, b: &Claim) -> bool {
    let state = |s: Side| matches!(s, Side::State | Side::StateAlly | Side::ForeignState);
    // Of a name without a side nothing shows.
    let shows = |x: &&Actor| x.side != Side::Unknown || x.name.starts_with(char::is_lowercase);
    let doer =
        |c: &Claim| c.actors.iter().find(|x| x.role == Role::Agent).filter(shows).map(|x| state(x.side));
    doer(a).zip(doer(b)).is_some_and(|(x, y)| x != y) && shared_actors(a, b) == 0
}

pub(super) fn same_tellers(a: &Claim, b: &Claim) -> bool {
    a.sources.iter().map(|s| &s.name).eq(b.sources.iter().map(|s| &s.name))
}

pub(super) fn shared_places(a: &Claim, b: &Claim) -> i32 {
    // "Shelled posts in Keld. … A rocket fired from Keld": two ways to name it.
    let alike = |p: &Place, q: &Place| p.is_direction() == q.is_direction();
    let near = |p: &Place, q: &Place| alike(p, q) && p.kilometres_to(q).is_some_and(|km| km <= 5.0);
    let close = |p: &Place| b.places.iter().any(|q| near(p, q));
    // "Attacked a field in Sabanda. … Has raided fields in Sabanda and Norway": a country is no common spot.
    if a.places.iter().any(|p| !p.is_country() && close(p)) { 2 } else { 0 }
}

pub(super) fn shared_actors(a: &Claim, b: &Claim) -> i32 {
    let shared =
        a.actors.iter().filter(|x| b.actors.iter().any(|y| x.role == y.role && same_name(x, y))).count();
    shared.min(2).max(usize::from(alike_doers(a, b))) as i32
}

/// "The guerrillas", "a guerrilla column": armed doers of one side, of whom not both are named.
fn alike_doers(a: &Claim, b: &Claim) -> bool {
    let irregular = |s: Side| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia);
    let of = |c: &Claim| c.actors.iter().find(|x| x.role == Role::Agent && irregular(x.side)).cloned();
    of(a).zip(of(b)).is_some_and(|(x, y)| x.side == y.side && (x.id.is_none() || y.id.is_none()))
}

/// "Gunmen", "masked attackers": doers of both of whom the report knows no more.
pub(super) fn nameless_doers(a: &Claim, b: &Claim) -> bool {
    let nameless = |c: &Claim| {
        let mut doers = c.actors.iter().filter(|x| x.role == Role::Agent).peekable();
        let last = |x: &Actor| x.name.rsplit(' ').next().is_some_and(|w| vocabulary::is(Class::Nameless, w));
        doers.peek().is_some() && doers.all(|x| x.id.is_none() && last(x))
    };
    nameless(a) && nameless(b)
}

/// "Omar Said", "Omar Saeed": one person by a name that both have, or one word for both.
fn share_a_word(x: &Effect, y: &Effect) -> bool {
    let words = |e: &Effect| -> Vec<String> {
        let text = e.victims.as_deref().unwrap_or_default();
        let name = |w: &&str| w.starts_with(char::is_uppercase) && w.chars().any(char::is_lowercase);
        text.split(' ').filter(name).map(str::to_owned).collect()
    };
    let second = words(y);
    x.victims == y.victims || words(x).iter().any(|w| second.contains(w))
}

pub(super) fn shared_effects(a: &Claim, b: &Claim) -> i32 {
    let same = |x: &Effect| {
        b.effects.iter().any(|y| {
            // "Killed a soldier. … Killed a woman": one dead here and one there are no sign of one deed.
            let alike = x.count != Count::exactly(1) || share_a_word(x, y);
            x.harm == y.harm && x.count == y.count && !x.count.is_unstated() && alike
        })
    };
    if a.effects.iter().any(same) { 2 } else { 0 }
}
