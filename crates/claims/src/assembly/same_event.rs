//! Which drafts of a report tell of one occurrence. Precision before recall: two occurrences under one
//! event hide a contradiction, one occurrence under two only repeats itself.

use super::actors::same_name;
use super::draft::Draft;
use super::places::lies_in;
use ascribe_model::{Actor, Claim, Count, Harm, Interval, Place, PlaceKind, Role, Side, Status};

/// Points that two drafts need to be one occurrence.
const ENOUGH: i32 = 4;
/// Types of which one report seldom tells two.
const SELDOM_TWO: [&str; 4] = ["suicide_bombing", "assassination", "execution", "chemical_attack"];
/// Types whose second telling in the next sentence is mostly of the same occurrence.
const TOLD_AT_ONCE: [&str; 6] =
    ["explosion", "suicide_bombing", "abduction", "assassination", "execution", "arrest"];
/// Types that befall a person once.
const ONCE: [&str; 5] = ["assassination", "execution", "abduction", "arrest", "attack"];
/// Types that befall each person on his own.
const TAKEN: [&str; 4] = ["assassination", "execution", "abduction", "arrest"];
/// Sentences between two tellings, at most, where only words point back.
const NEAR: usize = 8;

/// The event number of each draft; equal numbers, one occurrence.
pub fn group(drafts: &[Draft]) -> Vec<usize> {
    let mut event: Vec<usize> = vec![];
    for (n, later) in drafts.iter().enumerate() {
        let meant = |alone: bool| {
            let told = |e: &usize| (drafts[*e].stands_alone || !alone) && is_meant(&drafts[*e], later);
            (0..n).rev().find(told)
        };
        if let Some(e) = later.refers.then(|| meant(true).or_else(|| meant(false))).flatten() {
            event.push(event[e]);
            continue;
        }
        // "Rebels took the town in May. … The army said it had retaken it. … It retook it in June": not all three.
        let all_agree = |e: &usize| {
            let mut told = (0..n).filter(|m| event[*m] == event[*e]);
            told.all(|m| !apart_in_time(&drafts[m].claim, &later.claim) && !months_apart(drafts, m, n))
        };
        let best = (0..n)
            .filter(all_agree)
            .map(|e| (score(&drafts[e], later).saturating_sub(answer(drafts, e, later)), e))
            .filter(|(points, _)| *points >= ENOUGH)
            .max_by_key(|(points, e)| (*points, *e));
        event.push(best.map_or(n, |(_, e)| event[e]));
    }
    event
}

/// "Rebels stormed Keld in May 2011. … In June 2012 troops retook it after an offensive": the offensive, of which no
/// time is told, is of the year of its sentence.
fn months_apart(drafts: &[Draft], a: usize, b: usize) -> bool {
    const APART: i32 = 60;
    let time = |n: usize| {
        let own = &drafts[n].claim.time.interval;
        let beside =
            || drafts.iter().filter(|d| d.sentence == drafts[n].sentence).map(|d| &d.claim.time.interval);
        if own.is_unknown() { beside().find(|t| !t.is_unknown()).copied() } else { Some(*own) }
    };
    let (Some(x), Some(y)) = (time(a), time(b)) else { return false };
    let days = |x: Interval, y: Interval| Some(x.to?.until(y.from?).ok()?.get_days());
    days(x, y).max(days(y, x)).is_some_and(|days| days > APART)
}

/// "A car bomb killed nine. … Police blamed the rebels": for the last deed of its type.
fn is_meant(earlier: &Draft, later: &Draft) -> bool {
    !earlier.refers && earlier.claim.kind == later.claim.kind && earlier.reaches(later)
}

/// "A gunman killed nine before police shot him dead. Five others were hurt": by the gunman, whom nobody else
/// was hurt with.
fn answer(drafts: &[Draft], at: usize, later: &Draft) -> i32 {
    let Some(this) = drafts.get(at) else { return 0 };
    let others = later.claim.effects.iter().any(|e| {
        let text = e.text.to_lowercase();
        ["other", "others", "more"].iter().any(|word| text.split(' ').any(|w| w == *word))
    });
    let before = |d: &&Draft| d.sentence == this.sentence && d.head != this.head;
    let answers = drafts.iter().filter(before).any(|d| strikes_back(&this.claim, &d.claim));
    if others && answers && later.sentence > this.sentence { 3 } else { 0 }
}

/// Points for one occurrence; strongly negative where something contradicts it.
fn score(earlier: &Draft, later: &Draft) -> i32 {
    let (a, b) = (&earlier.claim, &later.claim);
    let Some(kinds) = kinds(&a.kind, &b.kind) else { return i32::MIN };
    let toll = earlier.bare_harm || later.bare_harm;
    // "23 strikes in two countries. In one of them, 15 strikes": sums of different things.
    let other_sum = earlier.times_told.is_some_and(|n| later.times_told.is_some_and(|m| n != m));
    let person = a.kind == b.kind || ONCE.contains(&a.kind.as_str()) && ONCE.contains(&b.kind.as_str());
    let same_person = person && later.persons.iter().any(|p| earlier.persons.contains(p));
    if other_sum
        || earlier.sums_up != later.sums_up
        || contradicts(a, b, toll)
        || apart_in_space(a, b) && !same_person
        || other_persons(earlier, later)
        || many_beside_one(earlier, later)
        || is_detail(a, b)
        || is_one_of_sum(a, later)
        || earlier.sentence == later.sentence && strikes_back(a, b)
        || is_struck_back(a, b)
        || later.victims_since.is_some_and(|told| told > earlier.sentence && told < later.sentence)
        || later.looked_back
        || earlier.looked_back && later.sentence != earlier.sentence
        || !(earlier.reaches(later) || later.reaches(earlier))
    {
        return i32::MIN;
    }
    let gap = later.sentence - earlier.sentence;
    let mut points = kinds;
    // "A sniper shot nine officers. … Shootings of two men by police": what police do is not what gunmen do.
    if gap > 0 && earlier.own_party && later.own_party && of_two_sides(a, b) {
        points -= 4;
    }
    points += shared_places(a, b);
    points += shared_actors(a, b);
    points += shared_effects(a, b);
    if later.points_back && later.noun && gap > 0 && gap <= NEAR {
        points += 3;
    }
    // "A hospital source spoke of more than twenty dead": a toll alone is of what was told before; not "Meanwhile
    // masked men killed a teacher".
    let new = later.opens_new && later.own_party && gap > 0;
    // "A bomb killed nine. … In June, a sniper shot a judge": a toll has no doer of its own.
    let by_another = later.own_party && gap > 0 && shared_actors(a, b) == 0;
    if later.bare_harm && b.places.is_empty() && gap <= NEAR && !new && !by_another {
        points += 3;
    }
    // "Three blasts killed nine. One hit a bus. … The toll rose to twelve": it is of them all.
    if later.bare_harm && (later.lemma == "toll" || later.in_all) && a.aggregate {
        points += if later.in_all { 6 } else { 3 };
    }
    // Nobody is killed, taken or arrested twice by name.
    if same_person {
        points += 3;
    }
    if a.kind == b.kind && later.known_victims && gap > 0 && gap <= NEAR && b.places.is_empty() {
        points += 2;
    }
    // A report seldom tells of two suicide bombings, and says so where it does.
    if a.kind == b.kind && SELDOM_TWO.contains(&a.kind.as_str()) {
        points += 2;
    }
    // "A car bomb exploded near Gao. The vehicle blew up as soldiers searched it": told at once again.
    if gap == 1 && a.kind == b.kind && TOLD_AT_ONCE.contains(&a.kind.as_str()) && !later.opens_new {
        points += 2;
    }
    if b.places.is_empty() && b.time.text.is_none() && later.noun == earlier.noun {
        points += 1;
    }
    if earlier.lemma == later.lemma && later.points_back {
        points += 1;
    }
    if !a.time.interval.is_unknown() && a.time.interval == b.time.interval {
        points += 1;
    }
    // Two told in one sentence are mostly two, but for a toll beside what brought it: "spoke of nine dead
    // and said that thirty more were hurt in the raids"; and for one type twice by one party: "The police opened
    // a campaign to sweep the hills".
    if toll && gap == 0 && (a.places.is_empty() || b.places.is_empty()) && same_tellers(a, b) {
        points += if later.bare_harm { 0 } else { 3 };
    } else if gap == 0 && later.in_when && earlier.noun && !later.noun {
        points += 2;
    } else if gap == 0 {
        points += if a.kind == b.kind && !later.own_party && !later.opens_new { 2 } else { -2 };
    }
    if later.sets_apart {
        points -= 3;
    }
    // "An attack by gunmen on a mall. … Masked attackers burst in, throwing grenades": told on at once.
    if (1..=2).contains(&gap) && !later.opens_new && nameless_doers(a, b) {
        points += 2;
    }
    // "Police detained his parents. … A man fired a gun and was arrested": somebody of whom nothing was told.
    if later.new_victims && gap > 0 && TAKEN.contains(&b.kind.as_str()) && has_victims(a) {
        points -= 3;
    }
    points - (gap / 6) as i32
}

/// "A rebel commander was shot. … Over 200 people have been injured": not with him.
fn many_beside_one(earlier: &Draft, later: &Draft) -> bool {
    const MANY: u64 = 10;
    let hurts = |e: &ascribe_model::Effect| {
        matches!(e.harm, Harm::Killed | Harm::Injured) && e.count.min >= Some(MANY)
    };
    let one = earlier.claim.kind == "assassination" && !earlier.claim.effects.iter().any(hurts);
    one && earlier.sentence != later.sentence && later.bare_harm && later.claim.effects.iter().any(hurts)
}

/// Points for the pair of types, or none where they cannot be one occurrence.
fn kinds(a: &str, b: &str) -> Option<i32> {
    const BLASTS: [&str; 4] = ["explosion", "suicide_bombing", "assassination", "attack"];
    const FIRE: [&str; 4] = ["attack", "assassination", "clash", "execution"];
    const BOMBS: [&str; 4] = ["airstrike", "shelling", "attack", "chemical_attack"];
    const HELD: [&str; 2] = ["abduction", "arrest"];
    const TAKEN_BY_FORCE: [&str; 2] = ["abduction", "attack"];
    const CAMPAIGN: [&str; 3] = ["operation", "clash", "attack"];
    if a == b {
        return Some(2);
    }
    let both = |family: &[&str]| family.contains(&a) && family.contains(&b);
    if both(&BLASTS) || both(&BOMBS) || both(&FIRE) {
        return Some(1);
    }
    if both(&HELD) || both(&TAKEN_BY_FORCE) || both(&CAMPAIGN) { Some(0) } else { None }
}

/// `toll`: one of them tells only harm, of which one cannot say whether it came of one blow or many.
fn contradicts(a: &Claim, b: &Claim, toll: bool) -> bool {
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

fn apart_in_time(a: &Claim, b: &Claim) -> bool {
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
fn is_detail(sum: &Claim, detail: &Claim) -> bool {
    let areas = sum.places.len() > 1 && sum.places.iter().all(|p| p.kind == PlaceKind::Area);
    let [spot] = detail.places.as_slice() else { return false };
    let named = sum.places.iter().any(|p| p.text.eq_ignore_ascii_case(&spot.text));
    areas && !named && sum.places.iter().any(|p| lies_in(spot, p) || near(spot, p))
}

/// "Fifteen died in three attacks. Nine farmers were killed in Keld": one of the three.
fn is_one_of_sum(sum: &Claim, later: &Draft) -> bool {
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

fn apart_in_space(a: &Claim, b: &Claim) -> bool {
    let at = |c: &Claim| c.places.iter().filter(|p| !p.is_direction()).cloned().collect::<Vec<_>>();
    let (x, y) = (at(a), at(b));
    !x.is_empty()
        && !y.is_empty()
        && !x.iter().any(|p| y.iter().any(|q| p.kilometres_to(q).is_none_or(|km| km <= reach(p, q))))
}

fn reach(p: &ascribe_model::Place, q: &ascribe_model::Place) -> f64 {
    if p.kind == PlaceKind::Point && q.kind == PlaceKind::Point { 15.0 } else { 120.0 }
}

fn named(claim: &Claim, role: Role) -> impl Iterator<Item = &ascribe_model::Actor> {
    claim.actors.iter().filter(move |a| a.role == role && a.id.is_some())
}

/// Two known parties as agents, none shared, neither being the other side of a clash.
fn other_agents(a: &Claim, b: &Claim) -> bool {
    let known = |c: &Claim| named(c, Role::Agent).count() > 0;
    let shared = a.actors.iter().any(|x| b.actors.iter().any(|y| same_name(x, y)));
    known(a) && known(b) && !shared
}

fn has_victims(claim: &Claim) -> bool {
    claim.actors.iter().any(|a| a.role == Role::Target)
}

/// A state's forces do the one, somebody else the other.
fn of_two_sides(a: &Claim, b: &Claim) -> bool {
    let state = |s: Side| matches!(s, Side::State | Side::StateAlly | Side::ForeignState);
    // Of a name without a side nothing shows.
    let shows = |x: &&Actor| x.side != Side::Unknown || x.name.starts_with(char::is_lowercase);
    let doer =
        |c: &Claim| c.actors.iter().find(|x| x.role == Role::Agent).filter(shows).map(|x| state(x.side));
    doer(a).zip(doer(b)).is_some_and(|(x, y)| x != y) && shared_actors(a, b) == 0
}

/// "Paz was arrested on the border. Mora was also arrested": each is taken or killed on his own, unless one
/// blow is told that hit both.
fn other_persons(earlier: &Draft, later: &Draft) -> bool {
    let singled = |d: &Draft| TAKEN.contains(&d.claim.kind.as_str()) && !d.persons.is_empty();
    singled(earlier) && singled(later) && !later.persons.iter().any(|p| earlier.persons.contains(p))
}

/// "Police shot a man who had attacked officers": whom the one hits does the other.
fn strikes_back(a: &Claim, b: &Claim) -> bool {
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
fn is_struck_back(a: &Claim, b: &Claim) -> bool {
    let of = |c: &Claim, role: Role| c.actors.iter().filter(|x| x.role == role).cloned().collect::<Vec<_>>();
    let shared = |x: &[Actor], y: &[Actor]| x.iter().any(|p| y.iter().any(|q| same_name(p, q)));
    let (before, after) = (of(a, Role::Agent), of(b, Role::Agent));
    a.kind != "clash"
        && b.kind != "clash"
        && !after.is_empty()
        && !shared(&before, &after)
        && shared(&before, &of(b, Role::Target))
}

fn same_tellers(a: &Claim, b: &Claim) -> bool {
    a.sources.iter().map(|s| &s.name).eq(b.sources.iter().map(|s| &s.name))
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

fn shared_places(a: &Claim, b: &Claim) -> i32 {
    let close =
        |p: &ascribe_model::Place| b.places.iter().any(|q| p.kilometres_to(q).is_some_and(|km| km <= 5.0));
    if a.places.iter().any(close) { 2 } else { 0 }
}

fn shared_actors(a: &Claim, b: &Claim) -> i32 {
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
fn nameless_doers(a: &Claim, b: &Claim) -> bool {
    const NAMELESS: [&str; 9] = [
        "gunman",
        "gunmen",
        "attacker",
        "attackers",
        "assailants",
        "raiders",
        "hijackers",
        "men",
        "militants",
    ];
    let nameless = |c: &Claim| {
        let mut doers = c.actors.iter().filter(|x| x.role == Role::Agent).peekable();
        let last = |x: &Actor| x.name.rsplit(' ').next().is_some_and(|w| NAMELESS.contains(&w));
        doers.peek().is_some() && doers.all(|x| x.id.is_none() && last(x))
    };
    nameless(a) && nameless(b)
}

/// "Omar Said", "Omar Saeed": one person by a name that both have, or one word for both.
fn share_a_word(x: &ascribe_model::Effect, y: &ascribe_model::Effect) -> bool {
    let words = |e: &ascribe_model::Effect| -> Vec<String> {
        let text = e.victims.as_deref().unwrap_or_default();
        let name = |w: &&str| w.starts_with(char::is_uppercase) && w.chars().any(char::is_lowercase);
        text.split(' ').filter(name).map(str::to_owned).collect()
    };
    let second = words(y);
    x.victims == y.victims || words(x).iter().any(|w| second.contains(w))
}

fn shared_effects(a: &Claim, b: &Claim) -> i32 {
    let same = |x: &ascribe_model::Effect| {
        b.effects.iter().any(|y| {
            // "Killed a soldier. … Killed a woman": one dead here and one there are no sign of one deed.
            let alike = x.count != Count::exactly(1) || share_a_word(x, y);
            x.harm == y.harm && x.count == y.count && !x.count.is_unstated() && alike
        })
    };
    if a.effects.iter().any(same) { 2 } else { 0 }
}
