//! Which units are one event: best pairs first, as long as nobody parted them and nothing in the two
//! groups contradicts.
//!
//! The outcome is a function of the set of units, their edges and people's decisions. [`settle`] finds it
//! again after a change by looking at the groups that the change can reach, and no others:
//!
//! * An edge that was refused stays refused as long as both its groups have at least the members they had
//!   when it was refused. Only groups that lost a member, and units that are new, need their edges to the
//!   outside looked at again.
//! * The state of an untouched group at any rank follows from its own edges: an edge inside a final group
//!   was never refused, for two that contradict never end in one group.

use crate::Decisions;
use crate::agreement::contradict;
use crate::store::{Edge, Store};
use crate::unit::Unit;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The rank of an edge: most points first, ties by the units' own names.
pub type Rank = (i32, i64, i64);

/// The rank of an edge between two units.
pub fn rank(a: i64, b: i64, points: i32) -> Rank {
    (-points, a.min(b), a.max(b))
}

/// Groups that are no more, and those that take their place.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Change {
    /// Members of every group that was looked at, as it was.
    pub before: Vec<Vec<i64>>,
    /// The groups of the same units now, each sorted, in the order of their first members.
    pub after: Vec<Vec<i64>>,
}

/// Groups the seeds anew: units that are new, and what is left of groups that lost a member.
///
/// # Errors
/// What the store answers.
pub fn settle<S: Store>(store: &S, seeds: &BTreeSet<i64>, decisions: &Decisions) -> Result<Change, S::Error> {
    let mut reach = Reach { store, decisions, seeds, drawn_in: BTreeMap::new() };
    loop {
        match reach.replay()? {
            Outcome::Stands(after) => return Ok(Change { before: reach.before(), after }),
            Outcome::Reaches(unit) => reach.draw_in(unit)?,
        }
    }
}

enum Outcome {
    Stands(Vec<Vec<i64>>),
    Reaches(i64),
}

struct Reach<'a, S: Store> {
    store: &'a S,
    decisions: &'a Decisions,
    seeds: &'a BTreeSet<i64>,
    /// Units of untouched groups that the change reaches, each with its old group.
    drawn_in: BTreeMap<i64, Rc<OldGroup>>,
}

impl<S: Store> Reach<'_, S> {
    fn draw_in(&mut self, unit: i64) -> Result<(), S::Error> {
        let old = Rc::new(self.old_group(unit)?);
        old.members.iter().for_each(|&member| {
            self.drawn_in.insert(member, Rc::clone(&old));
        });
        Ok(())
    }

    fn before(&self) -> Vec<Vec<i64>> {
        let groups: BTreeSet<Vec<i64>> = self.drawn_in.values().map(|old| old.members.clone()).collect();
        groups.into_iter().collect()
    }

    fn old_group(&self, unit: i64) -> Result<OldGroup, S::Error> {
        let members = self.store.group(unit)?;
        let mut edges = vec![];
        for &member in &members {
            edges.extend(
                must(self.store, self.decisions, member)?.into_iter().map(|to| (first(), member, to)),
            );
            for edge in self.store.edges(member)?.iter().filter(|e| members.contains(&e.to)) {
                edges.push((rank(member, edge.to, edge.points), member, edge.to));
            }
        }
        edges.sort_unstable();
        Ok(OldGroup { members, edges })
    }

    /// Joins what can be joined, best edges first; stops where an edge to the outside would be taken.
    fn replay(&self) -> Result<Outcome, S::Error> {
        let inside: Vec<i64> = self.seeds.iter().chain(self.drawn_in.keys()).copied().collect();
        let mut groups = Groups::of(&inside);
        let mut edges: BTreeSet<(Rank, i64, i64)> = BTreeSet::new();
        for &unit in &inside {
            for to in must(self.store, self.decisions, unit)? {
                if !groups.holds(to) {
                    return Ok(Outcome::Reaches(to));
                }
                groups.join(unit, to);
            }
            for &Edge { to, points } in self.store.edges(unit)?.iter() {
                let pair = if groups.holds(to) { (unit.min(to), unit.max(to)) } else { (unit, to) };
                edges.insert((rank(unit, to, points), pair.0, pair.1));
            }
        }
        for (rank, unit, to) in edges {
            if groups.holds(to) {
                if !groups.together(unit, to) && self.compatible(groups.members(unit), groups.members(to))? {
                    groups.join(unit, to);
                }
            } else if self.takes(&groups, unit, to, rank)? {
                return Ok(Outcome::Reaches(to));
            }
        }
        Ok(Outcome::Stands(groups.all()))
    }

    /// True where an edge to a unit outside, refused before, would be taken now.
    fn takes(&self, groups: &Groups, unit: i64, to: i64, rank: Rank) -> Result<bool, S::Error> {
        let here = groups.members(unit);
        if let Some(old) = self.drawn_in.get(&unit)
            && old.at(unit, rank).iter().all(|member| here.contains(member))
        {
            return Ok(false);
        }
        // A cheap look first: what contradicts the very unit contradicts its group.
        if !self.compatible(here, &[to])? {
            return Ok(false);
        }
        self.compatible(here, &self.old_group(to)?.at(to, rank))
    }

    /// Joining two groups must part nobody's decision and contradict no pair.
    fn compatible(&self, left: &[i64], right: &[i64]) -> Result<bool, S::Error> {
        for &a in left {
            let a = self.store.unit(a)?;
            for &b in right {
                let b = self.store.unit(b)?;
                if parted(&a, &b, self.decisions) || (contradict(&a, &b) && !self.store.twins(&a, &b)?) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

/// True where people parted the two.
pub fn parted(a: &Unit, b: &Unit, decisions: &Decisions) -> bool {
    !decisions.parts_nothing() && a.claims.iter().any(|c| b.claims.iter().any(|d| decisions.parted(c, d)))
}

/// Units that people joined with this one.
fn must<S: Store>(store: &S, decisions: &Decisions, unit: i64) -> Result<BTreeSet<i64>, S::Error> {
    let mut found = BTreeSet::new();
    if decisions.joins_nothing() {
        return Ok(found);
    }
    for claim in &store.unit(unit)?.claims {
        for partner in decisions.partners(claim) {
            found.extend(store.unit_of(partner)?.filter(|&other| other != unit));
        }
    }
    Ok(found)
}

fn first() -> Rank {
    (i32::MIN, 0, 0)
}

/// A group outside the change, with the edges that made it.
struct OldGroup {
    members: Vec<i64>,
    edges: Vec<(Rank, i64, i64)>,
}

impl OldGroup {
    /// What the unit was joined with before an edge of this rank was looked at.
    fn at(&self, unit: i64, rank: Rank) -> Vec<i64> {
        if self.members.len() == 1 {
            return vec![unit];
        }
        let mut groups = Groups::of(&self.members);
        for (_, a, b) in self.edges.iter().take_while(|(r, ..)| *r < rank) {
            groups.join(*a, *b);
        }
        groups.members(unit).to_vec()
    }
}

/// Disjoint sets that know their members.
#[derive(Default)]
pub struct Groups {
    of: BTreeMap<i64, usize>,
    members: Vec<Vec<i64>>,
}

impl Groups {
    /// Every unit by itself.
    pub fn of(units: &[i64]) -> Groups {
        let mut groups = Groups::default();
        for &unit in units {
            if !groups.of.contains_key(&unit) {
                groups.of.insert(unit, groups.members.len());
                groups.members.push(vec![unit]);
            }
        }
        groups
    }

    fn holds(&self, unit: i64) -> bool {
        self.of.contains_key(&unit)
    }

    /// True where the two are in one group.
    pub fn together(&self, a: i64, b: i64) -> bool {
        self.of.get(&a) == self.of.get(&b)
    }

    /// The group of a unit.
    pub fn members(&self, unit: i64) -> &[i64] {
        self.of.get(&unit).and_then(|&at| self.members.get(at)).map_or(&[], Vec::as_slice)
    }

    /// Makes the groups of the two one.
    pub fn join(&mut self, a: i64, b: i64) {
        let (Some(&left), Some(&right)) = (self.of.get(&a), self.of.get(&b)) else { return };
        if left == right {
            return;
        }
        let larger = self.members[left].len() >= self.members[right].len();
        let (keep, drop) = if larger { (left, right) } else { (right, left) };
        let moved = std::mem::take(&mut self.members[drop]);
        moved.iter().for_each(|&unit| {
            self.of.insert(unit, keep);
        });
        self.members[keep].extend(moved);
    }

    /// All groups, sorted inside and among each other.
    pub fn all(self) -> Vec<Vec<i64>> {
        let mut all: Vec<Vec<i64>> = self.members.into_iter().filter(|m| !m.is_empty()).collect();
        all.iter_mut().for_each(|group| group.sort_unstable());
        all.sort_unstable();
        all
    }
}
