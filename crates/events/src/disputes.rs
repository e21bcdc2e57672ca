//! Who contradicts whom: for each contested attribute the camps of those who agree with each other.

use crate::file::{Attribute, Voice};
use crate::record::{Told, differ, figure_name, ranges_part};
use ascribe_model::{Event, Figure};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One contested attribute with its camps.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Dispute {
    /// The attribute, as in `contested` of the event.
    pub attribute: String,
    /// Two or more camps, in the order in which they first spoke. Who contradicts nobody is in none.
    pub camps: Vec<Camp>,
}

/// Those who do not contradict each other on an attribute.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Camp {
    /// What they say.
    pub values: Vec<String>,
    /// Who says so, in which words.
    pub by: Vec<Voice>,
    /// The camps that one of them contradicts, by their place in the list.
    pub against: Vec<usize>,
}

/// The camps of every contested attribute. `told` and `attributes` are those of the event's file.
pub fn disputes(event: &Event, told: &[Told], attributes: &[Attribute]) -> Vec<Dispute> {
    let camps = |name: &String| {
        let attribute = attributes.iter().find(|a| a.name == *name)?;
        let figure = event.figures.iter().find(|f| figure_name(f) == *name);
        let parts = |a: &Saying, b: &Saying| match figure {
            Some(figure) => ranges_part_of(figure, &a.1.claim, &b.1.claim),
            None => claims_part(name, told, &a.1.claim, &b.1.claim),
        };
        Some(Dispute { attribute: name.clone(), camps: divided(&sayings(attribute), parts) })
    };
    let found = event.contested.iter().filter_map(camps);
    found.filter(|dispute| dispute.camps.len() > 1).collect()
}

/// A value and one telling of it.
type Saying<'a> = (&'a str, &'a Voice);

/// What is still stood by, in the order of telling.
fn sayings(attribute: &Attribute) -> Vec<Saying<'_>> {
    let all = attribute.values.iter().flat_map(|v| v.by.iter().map(|voice| (v.value.as_str(), voice)));
    let mut all: Vec<Saying> = all.filter(|(_, voice)| !voice.superseded).collect();
    all.sort_by_key(|(_, voice)| (voice.published.is_none(), voice.published));
    all
}

fn claims_part(attribute: &str, told: &[Told], a: &str, b: &str) -> bool {
    let of = |claim: &str| told.iter().find(|t| t.claim.id == claim);
    of(a).zip(of(b)).is_some_and(|(a, b)| differ(attribute, a, b))
}

fn ranges_part_of(figure: &Figure, a: &str, b: &str) -> bool {
    let of = |claim: &str| {
        let claim = claim.to_owned();
        figure.values.iter().filter(move |v| v.claim == claim && !v.superseded)
    };
    of(a).any(|x| of(b).any(|y| ranges_part(x, y)))
}

/// Puts every saying that somebody contradicts into the camp that says the same, else into the first one in
/// which it contradicts nobody.
fn divided(sayings: &[Saying], parts: impl Fn(&Saying, &Saying) -> bool) -> Vec<Camp> {
    let mut camps: Vec<Vec<&Saying>> = vec![];
    for saying in sayings.iter().filter(|a| sayings.iter().any(|b| parts(a, b))) {
        let fits = |camp: &&mut Vec<&Saying>| !camp.iter().any(|other| parts(saying, other));
        let same = camps.iter_mut().filter(fits).position(|camp| camp.iter().any(|o| o.0 == saying.0));
        match camps.iter_mut().filter(fits).nth(same.unwrap_or_default()) {
            Some(camp) => camp.push(saying),
            None => camps.push(vec![saying]),
        }
    }
    let against = |camp: &[&Saying]| {
        let other = |n: &usize| camps[*n].iter().any(|b| camp.iter().any(|a| parts(a, b)));
        (0..camps.len()).filter(other).collect()
    };
    camps.iter().map(|camp| Camp { against: against(camp), ..described(camp) }).collect()
}

fn described(camp: &[&Saying]) -> Camp {
    let mut found = Camp::default();
    let mut seen = BTreeSet::new();
    for (value, voice) in camp {
        if seen.insert(*value) {
            found.values.push((*value).to_owned());
        }
        if !found.by.contains(voice) {
            found.by.push((*voice).clone());
        }
    }
    found
}
