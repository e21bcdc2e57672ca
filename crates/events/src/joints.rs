//! Why the claims of an event are held to tell of one occurrence.

use crate::agreement::{self, Reason, explained};
use crate::store::Store;
use crate::unit::Unit;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why two claims are held to tell of one occurrence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Joint {
    /// First claim of the one.
    pub a: String,
    /// First claim of the other.
    pub b: String,
    /// Sum of the points.
    pub points: i32,
    /// The evidence.
    pub reasons: Vec<Reason>,
}

/// The evidence that holds a group together: for each unit the best edge to one before it.
///
/// # Errors
/// What the store answers.
pub fn joints<S: Store>(store: &S, group: &[i64]) -> Result<Vec<Joint>, S::Error> {
    let mut found = vec![];
    for (n, &unit) in group.iter().enumerate() {
        let edges = store.edges(unit)?;
        let best = edges.iter().filter(|e| group[..n].contains(&e.to)).max_by_key(|e| (e.points, -e.to));
        if let Some(best) = best {
            found.push(joint(&*store.unit(best.to)?, &*store.unit(unit)?, best.points));
        }
    }
    Ok(found)
}

fn joint(a: &Unit, b: &Unit, points: i32) -> Joint {
    let one = |says: &str| vec![Reason { points, says: says.to_owned() }];
    let reasons = match points {
        agreement::SIBLINGS => one("one report tells of one occurrence"),
        agreement::TWINS => one("one sentence, printed in two reports that share text"),
        _ => explained(a, b),
    };
    let first = |unit: &Unit| unit.claims.first().cloned().unwrap_or_default();
    Joint { a: first(a), b: first(b), points, reasons }
}
