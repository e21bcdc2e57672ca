//! What linking asks of the place where units are kept: memory, or a casebook.

use crate::agreement::{self, SLACK};
use crate::copies::same_quote;
use crate::spot::{DEGREE_KM, NEAR_KM};
use crate::unit::{Unit, identifier};
use std::rc::Rc;

/// A pair of units that agree enough to be one event, seen from one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    /// The other unit.
    pub to: i64,
    /// Points, [`crate::ENOUGH`] or more.
    pub points: i32,
}

/// Units with their edges and groups.
pub trait Store {
    /// Why a question could not be answered.
    type Error;

    /// A unit.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn unit(&self, id: i64) -> Result<Rc<Unit>, Self::Error>;

    /// The unit that holds a claim, where it is linked.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn unit_of(&self, claim: &str) -> Result<Option<i64>, Self::Error>;

    /// Units of a report.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn units_of(&self, report: i64) -> Result<Vec<i64>, Self::Error>;

    /// Edges of a unit.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn edges(&self, unit: i64) -> Result<Rc<Vec<Edge>>, Self::Error>;

    /// The group of a unit, itself included, sorted; itself alone where it has none yet.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn group(&self, unit: i64) -> Result<Vec<i64>, Self::Error>;

    /// Units whose cover touches this one and whose sorts meet; may hold others too.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn near(&self, cover: &Cover, sort: u64) -> Result<Vec<i64>, Self::Error>;

    /// Reports that share text with this one.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn sharing(&self, report: i64) -> Result<Rc<Vec<i64>>, Self::Error>;

    /// The words of each claim's quote, by [`crate::copies::quoted_words`].
    ///
    /// # Errors
    /// Where they cannot be read.
    fn quotes(&self, unit: &Unit) -> Result<Rc<Vec<Vec<u32>>>, Self::Error>;

    /// True where one sentence, printed in two reports that share text, tells of both.
    ///
    /// # Errors
    /// Where something cannot be read.
    fn twins(&self, a: &Unit, b: &Unit) -> Result<bool, Self::Error> {
        if a.report == b.report || a.aggregate != b.aggregate || !self.sharing(a.report)?.contains(&b.report)
        {
            return Ok(false);
        }
        let (x, y) = (self.quotes(a)?, self.quotes(b)?);
        let alike = a.kinds.iter().any(|kind| b.kinds.contains(kind));
        Ok(alike && x.iter().any(|p| y.iter().any(|q| same_quote(p, q))))
    }
}

/// Everything that agrees enough with a unit. Every such pair is found: what is looked up is where and when
/// a pair must lie to get any points at all.
///
/// # Errors
/// What the store answers.
pub fn edges_of<S: Store>(store: &S, unit: &Unit) -> Result<Vec<Edge>, S::Error> {
    let mut others: Vec<i64> = match Cover::of(unit) {
        Some(cover) => store.near(&cover.widened(), sort(unit))?,
        None => vec![],
    };
    for &report in store.sharing(unit.report)?.iter() {
        others.extend(store.units_of(report)?);
    }
    others.extend(store.units_of(unit.report)?);
    others.sort_unstable();
    others.dedup();
    let mut edges = vec![];
    for to in others.into_iter().filter(|&to| to != unit.id) {
        if let Some(points) = edge(store, unit, &*store.unit(to)?)? {
            edges.push(Edge { to, points });
        }
    }
    Ok(edges)
}

/// Points of the pair, where they are enough.
///
/// # Errors
/// What the store answers.
pub fn edge<S: Store>(store: &S, a: &Unit, b: &Unit) -> Result<Option<i32>, S::Error> {
    if a.report == b.report {
        return Ok((a.local == b.local).then_some(agreement::SIBLINGS));
    }
    if store.twins(a, b)? {
        return Ok(Some(agreement::TWINS));
    }
    Ok(agreement::points(a, b).filter(|&points| points >= agreement::ENOUGH))
}

/// The box in space and time that a unit lies in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cover {
    /// Western edge in degrees.
    pub west: f64,
    /// Eastern edge.
    pub east: f64,
    /// Southern edge.
    pub south: f64,
    /// Northern edge.
    pub north: f64,
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
}

impl Cover {
    /// The cover of a unit, where it has both a place and a time.
    pub fn of(unit: &Unit) -> Option<Cover> {
        let days = unit.days?;
        let ends = |axis: usize| {
            let all = unit.spots.iter().map(|s| s.hull[axis]);
            all.reduce(|a, b| [a[0].min(b[0]), a[1].max(b[1])])
        };
        let ([west, east], [south, north]) = (ends(0)?, ends(1)?);
        Some(Cover {
            west: west.into(),
            east: east.into(),
            south: south.into(),
            north: north.into(),
            first: days.first,
            last: days.last,
        })
    }

    /// Widened by as much as two units may lie apart and still agree.
    pub fn widened(&self) -> Cover {
        let up = (NEAR_KM + 1.0) / DEGREE_KM;
        let pole = (self.south.abs().max(self.north.abs()) + 1.0).min(86.0).to_radians().cos();
        Cover {
            west: self.west - up / pole,
            east: self.east + up / pole,
            south: self.south - up,
            north: self.north + up,
            first: self.first - SLACK,
            last: self.last + SLACK,
        }
    }

    /// True where the two touch.
    pub fn touches(&self, other: &Cover) -> bool {
        self.west <= other.east
            && other.west <= self.east
            && self.south <= other.north
            && other.south <= self.north
            && self.first <= other.last
            && other.first <= self.last
    }
}

/// What must agree before two units can, as bits: types and their families below, aggregate and future above.
pub fn sort(unit: &Unit) -> u64 {
    let types = unit
        .kinds
        .iter()
        .fold(0, |bits, kind| bits | 1 << (identifier(kind) % 32) | agreement::families(kind) << 32);
    types | u64::from(unit.aggregate) << SORT_FLAGS | u64::from(unit.future) << (SORT_FLAGS + 1)
}

/// The bits from here on must be equal; of those below one must be shared.
pub const SORT_FLAGS: u32 = 48;

/// False where two units of these sorts contradict each other.
pub fn sorts_meet(a: u64, b: u64) -> bool {
    a >> SORT_FLAGS == b >> SORT_FLAGS && a & b & ((1 << SORT_FLAGS) - 1) != 0
}
