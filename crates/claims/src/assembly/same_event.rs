//! Which drafts of a report tell of one occurrence. Precision before recall: two occurrences under one
//! event hide a contradiction, one occurrence under two only repeats itself. [`contradictions`] keep drafts apart,
//! what they have in common is [`shared`].

mod contradictions;
mod shared;

use super::draft::Draft;
use ascribe_model::Interval;
use contradictions::{
    apart_in_scene, apart_in_space, apart_in_time, contradicts, is_detail, is_one_of_sum, is_struck_back,
    many_beside_one, other_means, other_persons, placed_elsewhere, strikes_back,
};
use shared::{
    has_victims, nameless_doers, of_two_sides, same_tellers, shared_actors, shared_effects, shared_places,
};

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
    // "Airstrikes killed over a hundred. The strike was carried out in the morning": what the report has just told.
    let recalled = later.points_back
        && later.noun
        && later.sentence == earlier.sentence + 1
        && a.kind == b.kind
        && b.effects.is_empty();
    let toll = earlier.bare_harm || later.bare_harm || recalled;
    // "23 strikes in two countries. In one of them, 15 strikes": sums of different things.
    let other_sum = earlier.times_told.is_some_and(|n| later.times_told.is_some_and(|m| n != m));
    let person = a.kind == b.kind || ONCE.contains(&a.kind.as_str()) && ONCE.contains(&b.kind.as_str());
    let same_person = person && later.persons.iter().any(|p| earlier.persons.contains(p));
    if other_sum
        || earlier.sums_up != later.sums_up
        || contradicts(a, b, toll)
        || (apart_in_space(a, b) || apart_in_scene(earlier, later)) && !same_person
        || other_persons(earlier, later)
        || many_beside_one(earlier, later)
        || other_means(a, b)
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
    // "Troops came under fire in Salt. … He planned the June attack in Keld": another attack.
    if later.points_back && later.noun && gap > 0 && gap <= NEAR && !placed_elsewhere(a, b) {
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
