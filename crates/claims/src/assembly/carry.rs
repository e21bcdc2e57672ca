//! Values carried over: among the tellings of one occurrence, and places from the running text.
//! Every carried value keeps the span it came from and is listed in the claim's evidence.

use super::actors::{self, push};
use super::draft::Draft;
use super::places::lies_in;
use ascribe_model::{Actor, Claim, Evidence, Interval, Place, Role, Side, Status, Time};

/// "Actors, places and times stated elsewhere in the report for plainly the same occurrence belong to the
/// claim" (codebook section 1).
pub fn share(drafts: &mut [Draft], events: &[usize]) {
    for n in 0..drafts.len() {
        let mut family: Vec<usize> =
            (0..drafts.len()).filter(|&m| m != n && events[m] == events[n]).collect();
        // "Police blamed the rebels, the mayor the army": whoever is only blamed comes last.
        family.sort_by_key(|m| (drafts[*m].refers && !drafts[*m].claim.sources.is_empty(), m.abs_diff(n)));
        for m in family {
            let other = drafts[m].claim.clone();
            share_one(&mut drafts[n].claim, &other);
            // "A judge was shot. … Residents blamed the rebels": for the shooting of the judge. "Hit a wedding. … The
            // governor said the bomber was a boy": it was the wedding all the same.
            let one = !other.aggregate && !drafts[n].claim.aggregate && drafts[n].claim.kind == other.kind;
            let refers = drafts[n].refers;
            if refers || one {
                let somebody = |a: &Actor| refers || a.side != Side::Unknown || a.id.is_some();
                share_parties(&mut drafts[n].claim, &other, Role::Target, somebody);
            }
        }
    }
}

fn share_one(claim: &mut Claim, other: &Claim) {
    // "On the road to Keld" says less than where it is.
    let placed = other.places.iter().any(|p| !p.is_direction());
    let coarse = |p: &Place| p.is_direction() && placed || other.places.iter().any(|q| lies_in(q, p));
    // "A series of blasts in Salt province. … The worst was in Keld": the series is of the province.
    let sum = claim.aggregate && !other.aggregate && !claim.places.iter().all(Place::is_country);
    if !other.places.is_empty() && !sum && claim.places.iter().all(coarse) {
        let struck = |p: &&Place| !is_whence(p, &other.places);
        claim.places = other.places.iter().filter(struck).cloned().collect();
        note_places(claim, "same occurrence");
    }
    // "A firefight of twenty minutes": how long says nothing of when.
    let untimed = claim.time.interval.is_unknown();
    let more = claim.time.text.is_none() && other.time.text.is_some() || !other.time.interval.is_unknown();
    if untimed && more {
        claim.time = other.time.clone();
        note_time(claim, "same occurrence");
    }
    share_parties(claim, other, Role::Agent, |_| true);
}

/// "A raid hit a market. … It was the air force, witnesses said": who did it, or suffered it, is told once.
fn share_parties(claim: &mut Claim, other: &Claim, role: Role, fits: impl Fn(&Actor) -> bool) {
    if claim.status != other.status || claim.actors.iter().any(|a| a.role == role) {
        return;
    }
    // "The army says rebels shelled Keld. The rebels said that a woman was killed": they do not tell of their own deed.
    let by_teller = |a: &&Actor| claim.sources.last().is_some_and(|s| s.name.eq_ignore_ascii_case(&a.name));
    let accused = |a: &&Actor| {
        by_teller(a) && other.sources.last() != claim.sources.last() && !other.sources.is_empty()
    };
    let told: Vec<Actor> =
        other.actors.iter().filter(|a| a.role == role && !accused(a) && fits(a)).cloned().collect();
    // "The Front ambushed soldiers. … Six rebels were killed, too": they are its own.
    let irregular = |s: Side| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia);
    let own = |a: &Actor| {
        let mut facing = claim.actors.iter().filter(|x| x.role == Role::Target);
        irregular(a.side) && facing.any(|x| x.side == a.side && x.id.is_none())
    };
    for actor in
        told.into_iter().filter(|a| !own(a) && !actors::is_opposite(&claim.actors, a)).collect::<Vec<_>>()
    {
        let (span, at) = (actor.span, claim.actors.len());
        push(&mut claim.actors, actor);
        if claim.actors.len() > at {
            note(claim, format!("actors/{at}"), span, "same occurrence");
        }
    }
}

/// Types that happen between parties and not in the place told of before: "Two raids hit Keld. Oslo
/// announced sanctions."
pub(super) const NOWHERE: [&str; 7] =
    ["sanction", "threat", "talks", "agreement", "accusation", "defection", "deployment"];

/// A claim without a place takes that of the claim before it in the same paragraph: news stays where it is
/// until it says otherwise. Not across the items of a digest, not a whole country (but a part of one, "off southern
/// Norway"), not a place of another time.
pub fn from_running_text(drafts: &mut [Draft]) {
    let story = drafts.iter().map(|d| d.claim.time.interval).find(|t| t.from.is_some() && t.to.is_some());
    let mut last: Option<usize> = None;
    for n in 0..drafts.len() {
        if !drafts[n].claim.places.is_empty() && !is_only_fired_from(&drafts[n].claim) {
            // "Raids hit Keld. Norway condemned it. … Nine died": still in Keld; so where troops are to leave Sarda.
            let from_afar = drafts[n].claim.places.iter().all(Place::is_direction);
            // "Talks in Oslo": where parties meet is not where the next thing happened.
            let meeting = drafts.iter().any(|d| {
                let here = d.sentence == drafts[n].sentence && d.claim.places == drafts[n].claim.places;
                here && NOWHERE.contains(&d.claim.kind.as_str())
            });
            if !from_afar
                && !meeting
                && !drafts[n].had_before
                && !is_looked_back_to(&drafts[n], story)
                && !drafts[n].claim.places.iter().all(|p| is_whole(p) || p.is_direction())
            {
                last = Some(n);
            }
            continue;
        }
        let timed = |m: usize| !drafts[m].claim.time.interval.is_unknown();
        let another_time = |m: &usize| !timed(*m) && is_looked_back_to(&drafts[n], story);
        // "The Front is still holding nine hostages", "has called a strike": wherever that is.
        let elsewhere = drafts[n].sums_up
            || drafts[n].holds_other_ground
            || match drafts[n].claim.status {
                Status::Ongoing => drafts[n].claim.kind == "abduction",
                Status::Planned => drafts[n].claim.kind == "protest",
                _ => false,
            };
        let Some(m) = last.filter(|&m| !elsewhere && goes_on(&drafts[m], &drafts[n])) else { continue };
        // "Has kidnapped 2,000 women since 2014": all over the country.
        let since =
            drafts[n].claim.time.text.as_deref().is_some_and(|t| t.to_lowercase().starts_with("since"));
        if another_time(&m) || since && drafts[n].claim.aggregate {
            continue;
        }
        // "Rockets fired from Salt hit Norway. A man died": in neither.
        let place = |p: &&Place| !is_whole(p) && !is_whence(p, &drafts[m].claim.places);
        let places: Vec<Place> = drafts[m].claim.places.iter().filter(place).cloned().collect();
        if places.len() > MOST {
            continue;
        }
        drafts[n].claim.places = places;
        note_places(&mut drafts[n].claim, "place of the sentence before");
    }
}

/// Whence it was fired, beside where it fell.
fn is_whence(place: &Place, places: &[Place]) -> bool {
    place.is_direction() && !places.iter().all(Place::is_direction)
}

/// "Keld was bombed again. … Three raids were flown by jets taking off from Sarda": whence, and not where.
fn is_only_fired_from(claim: &Claim) -> bool {
    const FIRE: [&str; 3] = ["shelling", "airstrike", "explosion"];
    let from = |p: &Place| p.relation.as_deref().is_some_and(|r| r.split(' ').any(|w| w == "from"));
    FIRE.contains(&claim.kind.as_str()) && claim.places.iter().all(|p| p.is_direction() && from(p))
}

/// A claim without a time takes that of the claim before it in the same scene: "Rebels stormed Keld on Monday. They burned
/// its school." Not what goes on or is to come, not a sum, and not what is told of another place.
pub fn times_from_running_text(drafts: &mut [Draft]) {
    let mut last: Option<usize> = None;
    for n in 0..drafts.len() {
        let time = drafts[n].claim.time.interval;
        if !time.is_unknown() {
            let scene = time.is_within_days(SCENE_DAYS) && is_told_in_turn(&drafts[n]);
            last = if scene { Some(n) } else { last.filter(|&m| drafts[m].sentence == drafts[n].sentence) };
            continue;
        }
        let Some(m) = last.filter(|&m| is_in_scene(&drafts[m], &drafts[n])) else { continue };
        drafts[n].claim.time = drafts[m].claim.time.clone();
        note_time(&mut drafts[n].claim, "time of the sentence before");
    }
}

/// A scene lasts so many days.
const SCENE_DAYS: i32 = 2;

/// True for what happened when the text tells it, and not before or some day.
fn is_told_in_turn(draft: &Draft) -> bool {
    // "Three days after gunmen shot the mayor": before what the text tells next.
    let counted_back = draft.claim.time.text.as_deref().is_some_and(|t| t.ends_with(" after"));
    matches!(draft.claim.status, Status::Happened | Status::Denied)
        && !draft.claim.aggregate
        && !counted_back
        && !draft.had_before
        && !draft.looked_back
        && !draft.days_before
        && !draft.goes_before
        && !draft.sums_up
}

fn is_in_scene(earlier: &Draft, later: &Draft) -> bool {
    let told = &earlier.claim.places;
    let there = |p: &Place| told.iter().any(|q| q.text == p.text);
    is_told_in_turn(later)
        && !later.opens_new
        && !later.apart
        && later.sentence != earlier.sentence
        && later.claim.places.iter().all(there)
        && later.claim.kind != "presence"
        && goes_on(earlier, later)
}

/// "Last month rebels raided Keld", where the report is of yesterday: what is told next is of yesterday again.
fn is_looked_back_to(draft: &Draft, story: Option<Interval>) -> bool {
    const DAYS: i32 = 14;
    let ends = draft.claim.time.interval.to.zip(story.and_then(|s| s.from));
    ends.and_then(|(end, start)| end.until(start).ok()).is_some_and(|gap| gap.get_days() > DAYS)
}

pub(super) fn is_whole(place: &Place) -> bool {
    let words = place.relation.as_deref().unwrap_or("");
    let part = words.split(' ').any(|w| ["north", "south", "east", "west"].iter().any(|c| w.starts_with(c)));
    place.is_country() && !part
}

/// A sentence that lists more places than this leaves none of them in mind.
const MOST: usize = 2;

/// True where the later draft may be of the place of the earlier one.
fn goes_on(earlier: &Draft, later: &Draft) -> bool {
    let (a, b) = (&earlier.claim.time.interval, &later.claim.time.interval);
    let apart = !a.is_unknown() && !b.is_unknown() && !a.overlaps(b);
    let near = earlier.passage == later.passage || later.sentence - earlier.sentence <= 2;
    // "Meanwhile, a grenade went off outside an office", at the head of a paragraph: somewhere else.
    let elsewhere = later.opens_new && earlier.passage != later.passage;
    near && !elsewhere
        && earlier.heading == later.heading
        && earlier.reaches(later)
        && !apart
        && !NOWHERE.contains(&later.claim.kind.as_str())
}

/// "Raids killed nine in northern Sabanda, a monitor said. ... Warplanes struck the market of Keld": what opens
/// a report is told again with its place within a few sentences.
pub fn from_second_telling(drafts: &mut [Draft]) {
    for n in 0..drafts.len() {
        let first = drafts[..n].iter().all(|d| !d.reaches(&drafts[n]) || d.sentence == drafts[n].sentence);
        let claim = &drafts[n].claim;
        let coarse = claim.places.iter().all(|p| p.is_country());
        if !first || !coarse || drafts[n].salvo || claim.aggregate || NOWHERE.contains(&claim.kind.as_str()) {
            continue;
        }
        let told = drafts[n + 1..].iter().find(|d| tells_where(&drafts[n], d));
        if let Some(places) = told.map(|d| d.claim.places.clone()) {
            drafts[n].claim.places = places;
            note_places(&mut drafts[n].claim, "place of the second telling");
        }
    }
}

/// So many sentences on, the lead may be told again with its place.
const LEAD: usize = 4;

fn tells_where(lead: &Draft, later: &Draft) -> bool {
    let (a, b) = (&lead.claim, &later.claim);
    let finer = |q: &Place| a.places.is_empty() || a.places.iter().any(|p| lies_in(q, p));
    let apart = !a.time.interval.is_unknown()
        && !b.time.interval.is_unknown()
        && !a.time.interval.overlaps(&b.time.interval);
    lead.reaches(later)
        && later.heading == lead.heading
        && (1..=LEAD).contains(&(later.sentence - lead.sentence))
        && a.kind == b.kind
        && a.status == b.status
        && !apart
        && !later.opens_new
        && !b.places.iter().all(Place::is_direction)
        && b.places.iter().all(finer)
}

pub(super) fn note_places(claim: &mut Claim, rule: &str) {
    for at in 0..claim.places.len() {
        let span = claim.places[at].span;
        note(claim, format!("places/{at}"), span, rule);
    }
}

pub(super) fn note_time(claim: &mut Claim, rule: &str) {
    let Time { span, .. } = claim.time;
    note(claim, "time".to_owned(), span, rule);
}

fn note(claim: &mut Claim, field: String, span: Option<ascribe_model::Span>, rule: &str) {
    if let Some(span) = span {
        claim.evidence.push(Evidence { field, span, rule: format!("carried over: {rule}") });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_country_is_not_the_whole() {
        let country = |relation: &str| Place {
            id: Some("country:NO".into()),
            relation: Some(relation.into()),
            ..Place::default()
        };
        assert!(is_whole(&country("in")) && !is_whole(&country("in the waters off southern")));
        assert!(!is_whole(&Place::default()));
    }
}
