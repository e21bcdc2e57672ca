//! What speaks for and against two drafts being one occurrence: named signs, each with a weight in
//! `rules/en/weighing/joining.tsv`.

use super::contradictions::{placed_elsewhere, strikes_back};
use super::shared::{
    has_victims, nameless_doers, of_two_sides, same_tellers, shared_actors, shared_effects, shared_places,
};
use super::{NEAR, TAKEN, same_person};
use crate::assembly::draft::Draft;
use crate::vocabulary::deeds::{self, Deed};

/// Types of which one report seldom tells two.
const SELDOM_TWO: [&str; 4] = ["suicide_bombing", "assassination", "execution", "chemical_attack"];

/// Types whose second telling in the next sentence is mostly of the same occurrence.
const TOLD_AT_ONCE: [&str; 6] =
    ["explosion", "suicide_bombing", "abduction", "assassination", "execution", "arrest"];

/// All signs of a pair; signs without a row in the table weigh nothing.
pub(super) fn of_pair(drafts: &[Draft], at: usize, later: &Draft) -> Vec<&'static str> {
    let Some(earlier) = drafts.get(at) else { return vec![] };
    let mut signs = vec!["always"];
    let mut add = |sign: &'static str, holds: bool| {
        if holds {
            signs.push(sign);
        }
    };
    let (a, b) = (&earlier.claim, &later.claim);
    let gap = later.sentence - earlier.sentence;
    let same_kind = a.kind == b.kind;
    let actors = shared_actors(a, b);
    add("one type", same_kind);
    add("alike types", !same_kind && are_alike(&a.kind, &b.kind));
    add("shared place", shared_places(a, b) > 0);
    add("shared party", actors > 0);
    add("two shared parties", actors > 1);
    add("shared harm", shared_effects(a, b) > 0);
    add("same time", !a.time.interval.is_unknown() && a.time.interval == b.time.interval);
    // "A sniper shot nine officers. … Shootings of two men by police": what police do is not what gunmen do.
    add("own parties of two sides", gap > 0 && earlier.own_party && later.own_party && of_two_sides(a, b));
    // "Troops came under fire in Salt. … He planned the June attack in Keld": another attack.
    let back = later.points_back && later.noun && gap > 0 && gap <= NEAR;
    add("points back", back && !placed_elsewhere(a, b));
    // "Attacked the hospital. A helicopter was shot at. … The assault left 30 dead": the attack.
    const ASSAULTS: [&str; 6] = ["assault", "attack", "onslaught", "raid", "siege", "storm"];
    let assaults = |d: &Draft| ASSAULTS.contains(&d.lemma.as_str());
    let word = earlier.lemma == later.lemma || assaults(earlier) && assaults(later) && later.noun;
    add("points back by its word", word && later.points_back);
    // "A hospital source spoke of more than twenty dead": a toll alone is of what was told before; not "Meanwhile
    // masked men killed a teacher".
    let new = later.opens_new && later.own_party && gap > 0;
    // "A bomb killed nine. … In June, a sniper shot a judge": a toll has no doer of its own.
    let by_another = later.own_party && gap > 0 && actors == 0;
    add("toll", later.bare_harm && b.places.is_empty() && gap <= NEAR && !new && !by_another);
    // "Clashes broke out after the murder of a captain. Six people were hurt": in the clashes.
    add("toll of what came before", later.bare_harm && gap > 0 && comes_before(drafts, earlier));
    // "Three blasts killed nine. One hit a bus. … The toll rose to twelve": it is of them all.
    let of_sum = later.bare_harm && a.aggregate;
    add("toll of a sum", of_sum && !later.in_all && deeds::is(Deed::Tallies, &later.lemma));
    add("toll in all", of_sum && later.in_all);
    // Nobody is killed, taken or arrested twice by name.
    add("same person", same_person(earlier, later));
    let known = later.known_victims && gap > 0 && gap <= NEAR;
    add("known victims", same_kind && known && b.places.is_empty());
    // A report seldom tells of two suicide bombings, and says so where it does.
    add("seldom two", same_kind && SELDOM_TWO.contains(&a.kind.as_str()));
    // "A car bomb exploded near Gao. The vehicle blew up as soldiers searched it": told at once again.
    let at_once = gap == 1 && same_kind && TOLD_AT_ONCE.contains(&a.kind.as_str());
    add("told at once", at_once && !later.opens_new);
    let bare = b.places.is_empty() && b.time.text.is_none();
    add("no place or time of its own", bare && later.noun == earlier.noun);
    // Two told in one sentence are mostly two, but for a toll beside what brought it: "spoke of nine dead
    // and said that thirty more were hurt in the raids"; and for one type twice by one party: "The police opened
    // a campaign to sweep the hills".
    let toll = earlier.bare_harm || later.bare_harm || is_recalled(earlier, later);
    // "Three policemen were wounded and rebels blew up a bridge": a deed with a doer of its own.
    let goes_on = earlier.bare_harm && !later.bare_harm && later.own_party && !later.noun;
    let beside = toll && !goes_on && (a.places.is_empty() || b.places.is_empty()) && same_tellers(a, b);
    let when = later.in_when && earlier.noun && !later.noun;
    let one_party = same_kind && !later.own_party && !later.opens_new;
    if gap == 0 {
        add("beside its toll", beside && !later.bare_harm);
        add("in its when-clause", !beside && when);
        add("one type in one sentence", !beside && !when && one_party);
        add("one sentence", !beside && !when && !one_party);
    }
    add("sets apart", later.sets_apart);
    // "An attack by gunmen on a mall. … Masked attackers burst in, throwing grenades": told on at once.
    let on = (1..=2).contains(&gap) && !later.opens_new;
    add("nameless doers", on && nameless_doers(a, b));
    // "Police detained his parents. … A man fired a gun and was arrested": somebody of whom nothing was told.
    let somebody = later.new_victims && gap > 0 && TAKEN.contains(&b.kind.as_str());
    add("new victims", somebody && has_victims(a));
    add("answered at once", is_answered(drafts, at, later));
    for (least, sign) in [(6, "far: 6"), (12, "far: 12"), (18, "far: 18"), (24, "far: 24")] {
        add(sign, gap >= least);
    }
    signs
}

/// "Clashes broke out *after the murder* of a captain": what the sentence only names as having gone before.
fn comes_before(drafts: &[Draft], earlier: &Draft) -> bool {
    let violent = |d: &Draft| !d.bare_harm && !d.goes_before && d.head < earlier.head;
    let beside = |d: &&Draft| d.sentence == earlier.sentence && violent(d);
    let of_one = TAKEN.contains(&earlier.claim.kind.as_str());
    of_one && earlier.goes_before && drafts.iter().any(|d| beside(&d))
}

/// "Airstrikes killed over a hundred. The strike was carried out in the morning": what the report has just told.
pub(super) fn is_recalled(earlier: &Draft, later: &Draft) -> bool {
    later.points_back
        && later.noun
        && later.sentence == earlier.sentence + 1
        && earlier.claim.kind == later.claim.kind
        && later.claim.effects.is_empty()
}

/// "A gunman killed nine before police shot him dead. Five others were hurt": by the gunman, whom nobody else
/// was hurt with.
fn is_answered(drafts: &[Draft], at: usize, later: &Draft) -> bool {
    let Some(this) = drafts.get(at) else { return false };
    let others = later.claim.effects.iter().any(|e| {
        let text = e.text.to_lowercase();
        ["other", "others", "more"].iter().any(|word| text.split(' ').any(|w| w == *word))
    });
    let before = |d: &&Draft| d.sentence == this.sentence && d.head != this.head;
    let answers = drafts.iter().filter(before).any(|d| strikes_back(&this.claim, &d.claim));
    others && answers && later.sentence > this.sentence
}

/// Groups of types of which one occurrence may be told as either.
const ALIKE: [&[&str]; 3] = [
    &["explosion", "suicide_bombing", "assassination", "attack"],
    &["attack", "assassination", "clash", "execution"],
    &["airstrike", "shelling", "attack", "chemical_attack"],
];

/// The same, where it takes more to believe it.
const AKIN: [&[&str]; 3] =
    [&["abduction", "arrest"], &["abduction", "attack"], &["operation", "clash", "attack"]];

fn within(groups: &[&[&str]], a: &str, b: &str) -> bool {
    groups.iter().any(|group| group.contains(&a) && group.contains(&b))
}

fn are_alike(a: &str, b: &str) -> bool {
    within(&ALIKE, a, b)
}

/// True for types of which one occurrence may be told as either.
pub(super) fn may_be_one(a: &str, b: &str) -> bool {
    a == b || are_alike(a, b) || within(&AKIN, a, b)
}
