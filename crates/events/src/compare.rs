//! Who speaks of an event, and how what each says stands to what others say of it.

use crate::record::{Told, differ, figure_name};
use ascribe_model::{Event, Figure, Harm};
use std::collections::{BTreeMap, BTreeSet};

/// One source among those of one event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Compared {
    /// Its name.
    pub source: String,
    /// Claims of it on an event that has no other origin.
    pub alone: usize,
    /// True where other, independent origins tell of the event too.
    pub compared: bool,
    /// True where another contradicts it on anything.
    pub contradicted: bool,
    /// Its figure over the middle one of others', for each harm and side on which both give one.
    pub ratios: Vec<(Harm, f64)>,
}

/// Everybody who speaks of an event: outlets in their own voice, and every source in a chain. Compared are
/// those who speak in the first place, where there are several origins.
pub fn compared(event: &Event, told: &[Told]) -> Vec<Compared> {
    let mut all: BTreeMap<&str, Compared> = BTreeMap::new();
    let single = event.independent.len() < 2;
    let entry = |name: &str| Compared { source: name.to_owned(), ..Compared::default() };
    for t in told {
        for name in t.tellers() {
            all.entry(name).or_insert_with(|| entry(name)).alone += usize::from(single);
        }
        let speaker = all.entry(t.speaker()).or_insert_with(|| entry(t.speaker()));
        speaker.compared |= !single;
    }
    if !single {
        compare_claims(told, &mut all);
        event.figures.iter().for_each(|figure| compare_figures(event, figure, told, &mut all));
    }
    all.into_values().collect()
}

fn compare_claims<'a>(told: &'a [Told<'a>], all: &mut BTreeMap<&'a str, Compared>) {
    for (n, a) in told.iter().enumerate() {
        for b in &told[n + 1..] {
            if ["status", "place", "time", "agent"].iter().any(|attribute| differ(attribute, a, b)) {
                for speaker in [a.speaker(), b.speaker()] {
                    all.entry(speaker).and_modify(|c| c.contradicted = true);
                }
            }
        }
    }
}

fn compare_figures<'a>(
    event: &Event,
    figure: &Figure,
    told: &'a [Told<'a>],
    all: &mut BTreeMap<&'a str, Compared>,
) {
    let numbers = standing(event, figure, told);
    let contested = event.contested.contains(&figure_name(figure));
    for (source, (origin, number)) in &numbers {
        let mut others: Vec<u64> =
            numbers.values().filter(|(o, _)| o != origin).map(|(_, other)| *other).collect();
        others.sort_unstable();
        let Some(&middle) = others.get(others.len().saturating_sub(1) / 2) else { continue };
        if middle > 0
            && let Some(compared) = all.get_mut(source)
        {
            compared.ratios.push((figure.harm, *number as f64 / middle as f64));
            compared.contradicted |= contested && *number != middle;
        }
    }
}

/// The figure that each speaker still stands by, with its origin.
fn standing<'a>(event: &Event, figure: &Figure, told: &'a [Told<'a>]) -> BTreeMap<&'a str, (usize, u64)> {
    let mut found = BTreeMap::new();
    let superseded: BTreeSet<&str> =
        figure.values.iter().filter(|v| v.superseded).map(|v| v.claim.as_str()).collect();
    for value in figure.values.iter().filter(|v| !superseded.contains(v.claim.as_str())) {
        let speaker = told.iter().find(|t| t.claim.id == value.claim).map(Told::speaker);
        let origin = event.independent.iter().position(|o| o.claims.contains(&value.claim));
        if let (Some(speaker), Some(origin), Some(number)) =
            (speaker, origin, value.count.min.or(value.count.max))
        {
            found.insert(speaker, (origin, number));
        }
    }
    found
}
