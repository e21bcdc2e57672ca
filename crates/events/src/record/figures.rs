//! Low, best and high of each harm and side, with who says what.
//!
//! The rule (docs/codebook.md, "Figures"): low is the smallest and high the largest number that any source
//! still stands by; best is the number that most independent origins give, on a tie the lower one. Never an average. A later figure of the same source replaces its earlier one, which stays on record.

use super::Told;
use ascribe_model::{Count, Figure, Harm, Origin, Side, Status, ValueBySource};
use std::collections::{BTreeMap, BTreeSet};

/// The attribute that a figure belongs to: `killed:civilian`.
pub fn figure_name(figure: &Figure) -> String {
    let harm = serde_json::to_value(figure.harm).ok().and_then(|v| v.as_str().map(str::to_owned));
    format!("{}:{}", harm.unwrap_or_default(), figure.side.name())
}

/// All figures of an event, by harm and side.
pub fn figures(told: &[Told], origins: &[Origin]) -> Vec<Figure> {
    let mut groups: BTreeMap<(Harm, Side), Vec<ValueBySource>> = BTreeMap::new();
    for t in told.iter().filter(|t| t.claim.status != Status::Denied) {
        for effect in &t.claim.effects {
            let value = ValueBySource {
                source: t.chain(),
                claim: t.claim.id.clone(),
                count: effect.count,
                superseded: false,
            };
            groups.entry((effect.harm, effect.side)).or_default().push(value);
        }
    }
    groups.into_iter().map(|((harm, side), values)| figure(harm, side, values, origins)).collect()
}

fn figure(harm: Harm, side: Side, mut values: Vec<ValueBySource>, origins: &[Origin]) -> Figure {
    for n in 0..values.len() {
        let later = values[n + 1..].iter().any(|v| v.source == values[n].source && !v.count.is_unstated());
        let same = values[n + 1..].iter().any(|v| v.source == values[n].source && v.count == values[n].count);
        values[n].superseded = later && !same;
    }
    let standing: Vec<Count> = values.iter().filter(|v| !v.superseded).map(|v| v.count).collect();
    let low = standing.iter().filter_map(|c| c.min.or(c.max)).min();
    let high = standing.iter().filter_map(|c| c.max.or(c.min)).max();
    Figure { harm, side, low, best: best(&values, origins), high, values }
}

fn best(values: &[ValueBySource], origins: &[Origin]) -> Option<u64> {
    let mut support: BTreeMap<u64, BTreeSet<usize>> = BTreeMap::new();
    for value in values.iter().filter(|v| !v.superseded) {
        if let Some(number) = value.count.min.or(value.count.max) {
            let origin = origins.iter().position(|o| o.claims.contains(&value.claim));
            support.entry(number).or_default().extend(origin);
        }
    }
    support
        .into_iter()
        .max_by_key(|(number, origins)| (origins.len(), std::cmp::Reverse(*number)))
        .map(|(n, _)| n)
}
