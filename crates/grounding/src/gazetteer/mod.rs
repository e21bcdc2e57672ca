//! The gazetteer: names to candidate places.
//!
//! Layers, best known first: countries and the curated tables of `data/places`, the built-in compiled
//! files of `data/gazetteer`, and what the user added. All of it is immutable
//! once built and can be shared by threads.

mod add;
mod candidate;
mod compile;
mod countries;
mod curated;
mod download;
mod extent;
pub mod import;
mod index;
mod kind;
mod near;
pub mod skeleton;
mod tables;
mod twins;

pub use add::{AddReport, compile_file};
pub use candidate::{Candidate, Codes, Near, Origin};
pub use compile::{Compiler, Entry};
pub use countries::{Countries, Country};
pub use curated::{Curated, CuratedPlace};
pub use download::{GEONAMES, Plan, download, plan};
pub use extent::Extent;
pub use index::{Index, Record};
pub use kind::Kind;

use crate::GroundingError;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::OnceLock;

/// Towns and villages and second-level regions of GeoNames, and airports, each with the prefix of its identifiers.
static BUILT_IN: [(&str, &[u8]); 3] = [
    ("geonames", include_bytes!("../../../../data/gazetteer/world.places")),
    ("geonames", include_bytes!("../../../../data/gazetteer/districts.places")),
    ("airport", include_bytes!("../../../../data/gazetteer/airports.places")),
];

/// Shorter skeletons fit too many names: "Tiya", "Dayi" and "Dawa" are all `da`.
const SHORTEST_SKELETON: usize = 4;

/// All places that Ascribe knows.
pub struct Gazetteer {
    countries: Countries,
    curated: Curated,
    layers: Vec<Layer>,
    towns: OnceLock<Towns>,
}

/// `(lat, lon)` of the towns of each country.
type Towns = FxHashMap<[u8; 2], Vec<(f64, f64)>>;

/// A compiled layer and what its numbers are.
struct Layer {
    /// Prefix of identifiers: `geonames`, `airport`, `wof`.
    scheme: &'static str,
    /// True for a file that the user added.
    added: bool,
    index: Index,
}

impl Gazetteer {
    /// The gazetteer that comes with the program.
    pub fn builtin() -> Result<Self, GroundingError> {
        let mut layers = Vec::with_capacity(BUILT_IN.len());
        for (scheme, bytes) in BUILT_IN {
            layers.push(Layer { scheme, added: false, index: Index::open(Cow::Borrowed(bytes))? });
        }
        Ok(Self {
            countries: Countries::builtin()?,
            curated: Curated::builtin()?,
            layers,
            towns: OnceLock::new(),
        })
    }

    /// Countries with their demonyms and capitals.
    pub fn countries(&self) -> &Countries {
        &self.countries
    }

    /// The curated places and regions.
    pub fn curated(&self) -> &Curated {
        &self.curated
    }

    /// Attributions of the compiled layers, for the About page.
    pub fn attributions(&self) -> impl Iterator<Item = &str> {
        self.layers.iter().map(|layer| layer.index.attribution())
    }

    /// Number of places in the compiled layers and the curated tables.
    pub fn len(&self) -> usize {
        self.curated.places().len() + self.layers.iter().map(|l| l.index.len()).sum::<usize>()
    }

    /// Where the built-in towns of a country (ISO 3166-1 alpha-2) lie, `(lat, lon)` in degrees.
    pub fn towns_of(&self, country: &str) -> &[(f64, f64)] {
        let towns = self.towns.get_or_init(|| {
            let mut towns = Towns::default();
            let built_in = self.layers.first().filter(|l| !l.added);
            let records = built_in
                .into_iter()
                .flat_map(|l| (0..l.index.len()).filter_map(|n| l.index.record(n as u32)));
            for record in records {
                towns.entry(record.country).or_default().push((record.lat, record.lon));
            }
            towns
        });
        let code: Option<[u8; 2]> = country.as_bytes().try_into().ok();
        code.and_then(|code| towns.get(&code)).map_or(&[], Vec::as_slice)
    }

    /// True where nothing is known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The places that a name may mean: exact spellings first, then the same name transliterated
    /// otherwise; inside each, the better known first. Names with one letter changed are given only
    /// where nothing else fits and the name has six letters or more.
    pub fn look_up(&self, name: &str) -> Vec<Candidate<'_>> {
        let folded = skeleton::fold(name);
        let mut found = self.look_up_spellings(&folded);
        if found.is_empty() {
            self.misspelt(&folded, &mut found);
        }
        twins::merge(&mut found);
        sort(&mut found);
        found
    }

    /// The places whose names are one letter off; none for names of less than six letters.
    pub fn look_up_misspelt(&self, name: &str) -> Vec<Candidate<'_>> {
        let mut found = Vec::new();
        self.misspelt(&skeleton::fold(name), &mut found);
        twins::merge(&mut found);
        sort(&mut found);
        found
    }

    /// [`Gazetteer::look_up`] of a folded name without the search for misspellings, unsorted.
    fn look_up_spellings(&self, folded: &str) -> Vec<Candidate<'_>> {
        let mut found = Vec::new();
        if folded.is_empty() {
            return found;
        }
        if let Some(country) = self.countries.by_folded(folded) {
            found.push(Candidate::of_country(country));
        }
        let key = skeleton::skeleton_of_folded(folded);
        self.curated.find(folded, &key, &mut found);
        let hash = index::spelling_hash(folded);
        let bare = without_article(folded).map(index::spelling_hash);
        for layer in &self.layers {
            let mut last = None;
            for (number, spelling) in layer.index.postings(&key) {
                let exact = spelling == hash || Some(spelling) == bare;
                let near = if exact { Near::Exact } else { Near::Spelling };
                // A record has one posting for each of its spellings, one after the other.
                if last == Some(number) {
                    if let Some(same) = found.last_mut().filter(|_| exact) {
                        same.near = near;
                    }
                } else if exact || key.len() >= SHORTEST_SKELETON {
                    found.extend(layer.candidate(number, near));
                    last = Some(number);
                }
            }
        }
        found
    }

    /// True where some layer knows the name in exactly this spelling; much cheaper than a look-up.
    pub fn knows(&self, folded: &str) -> bool {
        let key = skeleton::skeleton_of_folded(folded);
        let hash = index::spelling_hash(folded);
        let bare = without_article(folded).map(index::spelling_hash);
        let is_it = |spelling| spelling == hash || Some(spelling) == bare;
        self.countries.by_folded(folded).is_some()
            || self.curated.knows(folded)
            || self.layers.iter().any(|l| l.index.postings(&key).any(|(_, spelling)| is_it(spelling)))
    }

    /// True where a country or a curated row has the name in exactly this spelling.
    pub fn is_listed(&self, folded: &str) -> bool {
        self.countries.by_folded(folded).is_some() || self.curated.knows(folded)
    }

    /// The curated places of exactly this folded name that were written down because reports name them: a region
    /// that was taken over with all the others of the world ("Central", "San Jose") tells nothing.
    pub(crate) fn curated_exact<'a>(&'a self, folded: &str, found: &mut Vec<Candidate<'a>>) {
        self.curated.find(folded, "", found);
        found.retain(|c| !matches!(c.origin, Origin::Curated(place) if place.is_of_world()));
    }

    fn misspelt<'a>(&'a self, folded: &str, found: &mut Vec<Candidate<'a>>) {
        if folded.chars().filter(|c| c.is_alphanumeric()).count() < 6 {
            return;
        }
        let key = skeleton::skeleton_of_folded(folded);
        for layer in &self.layers {
            for at in near::one_letter_off(layer.index.keys(), key.as_bytes()) {
                let places = layer.index.postings_at(at);
                found.extend(places.filter_map(|(number, _)| layer.candidate(number, Near::OneLetter)));
            }
        }
    }

    /// The curated first-level region of that GeoNames code, if its name is known.
    pub fn region(&self, country: &str, code: &str) -> Option<&CuratedPlace> {
        self.curated.region(country, code)
    }

    fn add_layer(&mut self, scheme: &'static str, index: Index) {
        self.layers.push(Layer { scheme, added: true, index });
    }
}

impl Layer {
    fn candidate(&self, number: u32, near: Near) -> Option<Candidate<'_>> {
        Some(Candidate::of_record(self.index.record(number)?, self, near))
    }
}

/// "al-Qa'im" asked for, "Qa'im" known: the article makes no other name.
fn without_article(folded: &str) -> Option<&str> {
    folded.split_once(' ').filter(|(first, _)| skeleton::is_article(first)).map(|(_, rest)| rest)
}

fn sort(found: &mut [Candidate<'_>]) {
    found.sort_by(|a, b| {
        (a.near, std::cmp::Reverse(a.weight()))
            .cmp(&(b.near, std::cmp::Reverse(b.weight())))
            .then_with(|| a.rank().cmp(&b.rank()))
    });
}

#[cfg(test)]
mod tests;
