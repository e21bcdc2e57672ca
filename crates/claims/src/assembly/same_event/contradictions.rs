//! What two drafts of one occurrence cannot have: other victims, other doers, other times and places, a blow and its answer.

use super::TAKEN;
use super::shared::{of_two_sides, same_tellers};
use crate::assembly::actors::same_name;
use crate::assembly::draft::Draft;
use crate::assembly::places::lies_in;
use ascribe_model::{Actor, Claim, Count, Harm, Place, PlaceKind, Role, Side, Status};

/// "A rebel commander was shot. … Over 200 people have been injured": not with him.
pub(super) fn many_beside_one(earlier: &Draft, later: &Draft) -> bool {
    const MANY: u64 = 10;
    let hurts = |e: &ascribe_model::Effect| {
        matches!(e.harm, Harm::Killed | Harm::Injured) && e.count.min >= Some(MANY)
    };
    let one = earlier.claim.kind == "assassination" && !earlier.claim.effects.iter().any(hurts);
    one && earlier.sentence != later.sentence && later.bare_harm && later.claim.effects.iter().any(hurts)
}

/// `toll`: one of them tells only harm, of which one cannot say whether it came of one blow or many.
pub(super) fn contradicts(a: &Claim, b: &Claim, toll: bool) -> bool {
    let future = |c: &Claim| matches!(c.status, Status::Planned | Status::Expected);
    future(a) != future(b)
        || (a.aggregate != b.aggregate && !toll)
        || apart_in_time(a, b)
        || taken_by_two(a, b)
        || flown_by_none(a, b)
        || flown_by_none(b, a)
        || is_within_long_sum(a, b)
        || is_within_long_sum(b, a)
        || other_agents(a, b)
        || other_victims(a, b, toll)
}

pub(super) fn apart_in_time(a: &Claim, b: &Claim) -> bool {
    !a.time.interval.is_unknown()
        && !b.time.interval.is_unknown()
        && !a.time.interval.overlaps(&b.time.interval)
}

/// "Rebels took the town. … The army retook it": what one side takes from the other is taken twice.
fn taken_by_two(a: &Claim, b: &Claim) -> bool {
    a.kind == "capture" && b.kind == "capture" && of_two_sides(a, b)
}

/// "Fighters attacked the town. Planes struck their positions": who has no planes did not fly them.
fn flown_by_none(strike: &Claim, attack: &Claim) -> bool {
    let irregular = |a: &Actor| matches!(a.side, Side::Rebel | Side::Jihadist | Side::Militia);
    let mut doers = attack.actors.iter().filter(|a| a.role == Role::Agent).peekable();
    strike.kind == "airstrike"
        && attack.kind == "attack"
        && doers.peek().is_some()
        && doers.all(irregular)
        && !strike.actors.iter().any(|a| a.role == Role::Agent && irregular(a))
}

/// "Two hundred soldiers have died there since 1985. Last week rebels killed three": the week's fight is not the sum.
fn is_within_long_sum(long: &Claim, short: &Claim) -> bool {
    const DAYS: i32 = 60;
    let since = long.time.text.as_deref().is_some_and(|t| t.to_lowercase().starts_with("since"));
    let (open, within) = (&long.time.interval, &short.time.interval);
    let starts = open.from.zip(within.from).filter(|_| since && open.to.is_none());
    starts.and_then(|(start, then)| start.until(then).ok()).is_some_and(|span| span.get_days() > DAYS)
}

/// "Raids in Salt and Sarda provinces took nine. In Salt, soldiers took a commander in Keld": one of the raids.
pub(super) fn is_detail(sum: &Claim, detail: &Claim) -> bool {
    let areas = sum.places.len() > 1 && sum.places.iter().all(|p| p.kind == PlaceKind::Area);
    let [spot] = detail.places.as_slice() else { return false };
    let named = sum.places.iter().any(|p| p.text.eq_ignore_ascii_case(&spot.text));
    areas && !named && sum.places.iter().any(|p| lies_in(spot, p) || near(spot, p))
}

/// "Fifteen died in three attacks. Nine farmers were killed in Keld": one of the three.
pub(super) fn is_one_of_sum(sum: &Claim, later: &Draft) -> bool {
    let one = &later.claim;
    let fewer = |x: &ascribe_model::Effect| {
        let of = |y: &&ascribe_model::Effect| y.harm == x.harm && y.count.min > x.count.min;
        x.count.min.is_some() && sum.effects.iter().any(|y| of(&y))
    };
    sum.aggregate
        && !one.aggregate
        && (!one.places.is_empty() || !later.unlocated.is_empty())
        && (one.places.is_empty() || one.places != sum.places)
        && one.effects.iter().any(fewer)
}

fn near(spot: &Place, area: &Place) -> bool {
    const KM: f64 = 150.0;
    spot.kilometres_to(area).is_some_and(|km| km <= KM)
}

pub(super) fn apart_in_space(a: &Claim, b: &Claim) -> bool {
    let at = |c: &Claim| c.places.iter().filter(|p| !p.is_direction()).cloned().collect::<Vec<_>>();
    let (x, y) = (at(a), at(b));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.iter().any(|q| is_near(p, q)))
}

/// Of a place that nobody has mapped only its country tells whether it may be near.
fn is_near(p: &Place, q: &Place) -> bool {
    let abroad = p.country.is_some() && q.country.is_some() && p.country != q.country;
    p.kilometres_to(q).map_or(!abroad, |km| km <= reach(p, q))
}

/// "In Salt raids destroyed three lorries. In Keld jets struck a camp. Nine were killed": in Keld, and not in Salt.
pub(super) fn apart_in_scene(earlier: &Draft, later: &Draft) -> bool {
    let spots = |d: &Draft| -> Vec<Place> {
        let own = d.claim.places.iter().filter(|p| !p.is_direction()).cloned().collect::<Vec<_>>();
        if own.is_empty() { d.scene.clone() } else { own }
    };
    let (x, y) = (spots(earlier), &later.scene);
    let near = |p: &Place, q: &Place| p.kilometres_to(q).is_none_or(|km| km <= reach(p, q));
    later.claim.places.is_empty()
        && !x.is_empty()
        && !y.is_empty()
        && !x.iter().any(|p| y.iter().any(|q| near(p, q) || lies_in(p, q) || lies_in(q, p)))
}

/// Both tell where, and no place of the one is, holds or lies in one of the other.
pub(super) fn placed_elsewhere(a: &Claim, b: &Claim) -> bool {
    let at = |c: &Claim| c.places.iter().filter(|p| !p.is_direction()).cloned().collect::<Vec<_>>();
    let (x, y) = (at(a), at(b));
    let close = |p: &Place, q: &Place| p.kilometres_to(q).is_none_or(|km| km <= 15.0);
    !x.is_empty()
        && !y.is_empty()
        && !x.iter().any(|p| y.iter().any(|q| close(p, q) || lies_in(p, q) || lies_in(q, p)))
}

/// "An insurgent threw a grenade. … Two soldiers died of a roadside bomb": a grenade lies in no road.
pub(super) fn other_means(a: &Claim, b: &Claim) -> bool {
    const LAID: [&str; 3] = ["ied", "mine", "car_bomb"];
    let thrown = |c: &Claim| c.means.iter().any(|m| m == "grenade");
    let laid = |c: &Claim| c.means.iter().any(|m| LAID.contains(&m.as_str()));
    let only = |x: &Claim, y: &Claim| thrown(x) && !laid(x) && laid(y) && !thrown(y);
    a.kind == "explosion" && b.kind == "explosion" && (only(a, b) || only(b, a))
}

fn reach(p: &Place, q: &Place) -> f64 {
    if p.kind == PlaceKind::Point && q.kind == PlaceKind::Point { 15.0 } else { 120.0 }
}

fn named(claim: &Claim, role: Role) -> impl Iterator<Item = &Actor> {
    claim.actors.iter().filter(move |a| a.role == role && a.id.is_some())
}

/// Two known parties as agents, none shared, neither being the other side of a clash.
fn other_agents(a: &Claim, b: &Claim) -> bool {
    let known = |c: &Claim| named(c, Role::Agent).count() > 0;
    let shared = a.actors.iter().any(|x| b.actors.iter().any(|y| same_name(x, y)));
    known(a) && known(b) && !shared
}

/// "Paz was arrested on the border. Mora was also arrested": each is taken or killed on his own, unless one
/// blow is told that hit both.
pub(super) fn other_persons(earlier: &Draft, later: &Draft) -> bool {
    let singled = |d: &Draft| TAKEN.contains(&d.claim.kind.as_str()) && !d.persons.is_empty();
    singled(earlier) && singled(later) && !later.persons.iter().any(|p| earlier.persons.contains(p))
}

/// "Police shot a man who had attacked officers": whom the one hits does the other.
pub(super) fn strikes_back(a: &Claim, b: &Claim) -> bool {
    let of = |c: &Claim, role: Role| c.actors.iter().filter(|x| x.role == role).cloned().collect::<Vec<_>>();
    let shared = |x: &[Actor], y: &[Actor]| x.iter().any(|p| y.iter().any(|q| same_name(p, q)));
    let (doers, hit) = (of(a, Role::Agent), of(a, Role::Target));
    let doer = of(b, Role::Agent);
    a.kind != "clash"
        && b.kind != "clash"
        && shared(&hit, &doer)
        && !doers.is_empty()
        && !shared(&doers, &doer)
}

/// "Said stabbed two people. Officers shot Said dead": the doer of the one is whom others hit in the next.
pub(super) fn is_struck_back(a: &Claim, b: &Claim) -> bool {
    let of = |c: &Claim, role: Role| c.actors.iter().filter(|x| x.role == role).cloned().collect::<Vec<_>>();
    let shared = |x: &[Actor], y: &[Actor]| x.iter().any(|p| y.iter().any(|q| same_name(p, q)));
    let (before, after) = (of(a, Role::Agent), of(b, Role::Agent));
    a.kind != "clash"
        && b.kind != "clash"
        && !after.is_empty()
        && !shared(&before, &after)
        && shared(&before, &of(b, Role::Target))
}

/// "More than sixty" and "sixty-two" may be one figure; "nearly sixty" and "thirty" are not.
fn compatible(a: Count, b: Count) -> bool {
    let under = |bound: Count, exact: Count| {
        bound.min.is_none()
            && exact.min.is_some()
            && exact.min == exact.max
            && exact.max < bound.max.map(|m| m * 3 / 4)
    };
    if under(a, b) || under(b, a) {
        return false;
    }
    let low = a.min.unwrap_or(0).max(b.min.unwrap_or(0));
    let high = a.max.unwrap_or(u64::MAX).min(b.max.unwrap_or(u64::MAX));
    low <= high && !(a.max.is_some() && b.max.is_some() && a != b)
}

/// Different people by name ("Mayor Celis", "Mayor Cruz") or different exact numbers from one source.
fn other_victims(a: &Claim, b: &Claim, toll: bool) -> bool {
    same_tellers(a, b)
        && a.effects.iter().any(|x| {
            b.effects.iter().any(|y| {
                let both = !x.count.is_unstated() && !y.count.is_unstated();
                // "A cache was found. It held forty mines": other things, not another number of them.
                let things =
                    toll && matches!(x.harm, Harm::Destroyed | Harm::Seized) && x.victims != y.victims;
                x.harm == y.harm && x.side == y.side && both && !things && !compatible(x.count, y.count)
            })
        })
}
