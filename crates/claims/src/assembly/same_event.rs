//! Which drafts of a report tell of one occurrence. Precision before recall: two occurrences under one
//! event hide a contradiction, one occurrence under two only repeats itself. [`contradictions`] keep drafts apart,
//! what they have in common is [`shared`],
//! what speaks for and against one occurrence [`signs`].

mod contradictions;
mod shared;
mod signs;

use super::draft::Draft;
use super::effects::are_none;
use crate::weighing::Weighing;
use ascribe_model::Interval;
use contradictions::{
    apart_in_scene, apart_in_space, apart_in_time, contradicts, is_detail, is_one_of_sum, is_struck_back,
    many_beside_one, other_means, other_persons, strikes_back,
};
use shared::of_two_sides;

/// Types that befall a person once.
const ONCE: [&str; 5] = ["assassination", "execution", "abduction", "arrest", "attack"];

/// Types that befall each person on his own.
const TAKEN: [&str; 4] = ["assassination", "execution", "abduction", "arrest"];

/// Sentences between two tellings, at most, where only words point back.
const NEAR: usize = 8;

/// The event number of each draft; equal numbers, one occurrence.
pub fn group(drafts: &[Draft], weighing: &Weighing) -> Vec<usize> {
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
            .filter(|&e| may_be_one(&drafts[e], later))
            .map(|e| (weighing.join(&signs::of_pair(drafts, e, later)), e))
            .filter(|(sum, _)| *sum > 0.0)
            .max_by(|x, y| x.0.total_cmp(&y.0).then(x.1.cmp(&y.1)));
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
    !earlier.refers
        && earlier.claim.kind == later.claim.kind
        && earlier.reaches(later)
        && !of_two_sides(&earlier.claim, &later.claim)
}

/// True where nothing keeps the two from being one occurrence.
fn may_be_one(earlier: &Draft, later: &Draft) -> bool {
    let (a, b) = (&earlier.claim, &later.claim);
    let toll = earlier.bare_harm || later.bare_harm || signs::is_recalled(earlier, later);
    // "23 strikes in two countries. In one of them, 15 strikes": sums of different things.
    let other_sum = earlier.times_told.is_some_and(|n| later.times_told.is_some_and(|m| n != m));
    let apart = apart_in_space(a, b) || apart_in_scene(earlier, later);
    // "A bomb went off. Nobody was hurt. A man threw a grenade": what follows is not what hurt nobody.
    let nobody = earlier.bare_harm && are_none(&a.effects) && !later.bare_harm;
    signs::may_be_one(&a.kind, &b.kind)
        && !other_sum
        && !nobody
        && earlier.sums_up == later.sums_up
        && !contradicts(a, b, toll)
        && (!apart || same_person(earlier, later))
        && !other_persons(earlier, later)
        && !many_beside_one(earlier, later)
        && !other_means(a, b)
        && !is_detail(a, b)
        && !is_one_of_sum(a, later)
        && !(earlier.sentence == later.sentence && strikes_back(a, b))
        && !is_struck_back(a, b)
        && later.victims_since.is_none_or(|told| told <= earlier.sentence || told >= later.sentence)
        && !later.looked_back
        && !(earlier.sentence == later.sentence && (earlier.days_before || later.days_before))
        && !(earlier.looked_back && later.sentence != earlier.sentence)
        && (earlier.reaches(later) || later.reaches(earlier))
}

/// Somebody by name whom both tell of, in deeds that befall a person once.
fn same_person(earlier: &Draft, later: &Draft) -> bool {
    let (a, b) = (earlier.claim.kind.as_str(), later.claim.kind.as_str());
    let once = a == b || ONCE.contains(&a) && ONCE.contains(&b);
    once && later.persons.iter().any(|p| earlier.persons.contains(p))
}
