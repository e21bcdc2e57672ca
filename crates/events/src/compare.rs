//! How what a source says of an event stands to what others say of it.

use crate::record::{Origin, SharedText, Told, differ, origins};
use ascribe_model::{Event, Harm};
use std::collections::{BTreeMap, BTreeSet};

/// One source among several on one event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compared {
    /// Its name, as it speaks.
    pub source: String,
    /// True where another contradicts it on anything.
    pub contradicted: bool,
    /// Its figure over the middle one of others', for each harm and side on which both give one.
    pub ratios: Vec<(Harm, f64)>,
}

/// Every source of an event that others tell of too; none where all have one origin.
pub fn compared(event: &Event, told: &[Told], shared: &SharedText) -> Vec<Compared> {
    let origins = origins(told, shared);
    if origins.len() < 2 {
        return vec![];
    }
    let mut all: BTreeMap<&str, Compared> = BTreeMap::new();
    for t in told {
        all.entry(t.speaker())
            .or_insert_with(|| Compared { source: t.speaker().to_owned(), ..Compared::default() });
    }
    for (n, a) in told.iter().enumerate() {
        for b in &told[n + 1..] {
            if ["status", "place", "time", "agent"].iter().any(|attribute| differ(attribute, a, b)) {
                for speaker in [a.speaker(), b.speaker()] {
                    all.entry(speaker).and_modify(|c| c.contradicted = true);
                }
            }
        }
    }
    for figure in &event.figures {
        let numbers = standing(figure, told, &origins);
        for (source, (origin, number)) in &numbers {
            let mut others: Vec<u64> =
                numbers.values().filter(|(o, _)| o != origin).map(|(_, other)| *other).collect();
            others.sort_unstable();
            let Some(&middle) = others.get(others.len().saturating_sub(1) / 2) else { continue };
            if middle > 0
                && let Some(compared) = all.get_mut(source)
            {
                compared.ratios.push((figure.harm, *number as f64 / middle as f64));
                compared.contradicted |=
                    event.contested.contains(&crate::record::figure_name(figure)) && *number != middle;
            }
        }
    }
    all.into_values().collect()
}

/// The figure that each speaker still stands by, with its origin.
fn standing<'a>(
    figure: &ascribe_model::Figure,
    told: &'a [Told],
    origins: &[Origin],
) -> BTreeMap<&'a str, (usize, u64)> {
    let mut found = BTreeMap::new();
    let superseded: BTreeSet<&str> =
        figure.values.iter().filter(|v| v.superseded).map(|v| v.claim.as_str()).collect();
    for value in figure.values.iter().filter(|v| !superseded.contains(v.claim.as_str())) {
        let speaker = told.iter().find(|t| t.claim.id == value.claim).map(Told::speaker);
        let origin = origins.iter().position(|o| o.claims.contains(&value.claim));
        if let (Some(speaker), Some(origin), Some(number)) =
            (speaker, origin, value.count.min.or(value.count.max))
        {
            found.insert(speaker, (origin, number));
        }
    }
    found
}
