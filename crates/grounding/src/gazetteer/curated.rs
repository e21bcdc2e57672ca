//! The curated places: what conflict reports name and lists of cities lack. `data/places/*.tsv`.

use super::candidate::{Candidate, Near};
use super::extent::Extent;
use super::kind::Kind;
use super::skeleton::{fold, skeleton_of_folded};
use super::{tables, without_article};
use crate::GroundingError;
use rustc_hash::FxHashMap;

const HEADER: &str = "name\taliases\tlat\tlon\tkind\tcountry\tadmin1\textent\tsource";

/// The regions that were made from GeoNames: `people` stands where the others tell their source.
const WORLD_HEADER: &str = "name\taliases\tlat\tlon\tkind\tcountry\tadmin1\textent\tpeople";
const WORLD: &str = "world_regions";

/// The table of what the user added.
pub(super) const ADDED: &str = "added";

/// Shorter skeletons fit too many names.
const SHORTEST: usize = 3;

/// A row of `data/places`.
#[derive(Debug, Clone, PartialEq)]
pub struct CuratedPlace {
    /// Main name.
    pub name: String,
    /// Degrees north of a point inside.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// What it is.
    pub kind: Kind,
    /// ISO codes, separated by spaces; empty for what belongs to no country.
    pub country: String,
    /// First-level region by name; in `regions.tsv` the GeoNames code of the region itself.
    pub admin1: String,
    /// How far it reaches.
    pub extent: Option<Extent>,
    /// Inhabitants, where the table tells them.
    pub people: u32,
    /// Where the row can be checked.
    pub source: String,
    /// The table it stands in.
    pub table: String,
}

impl CuratedPlace {
    /// Identifier: `places:syria/al-tanf`.
    pub fn id(&self) -> String {
        format!("places:{}/{}", self.table, fold(&self.name).replace(' ', "-"))
    }

    /// True for a boundary that the user added.
    pub fn is_added(&self) -> bool {
        self.table == ADDED
    }

    /// True for a first-level region, whose `admin1` is its code.
    pub fn is_first_level(&self) -> bool {
        self.table == "regions" || self.is_of_world()
    }

    /// True for a first-level region that no table of ours tells and GeoNames does.
    pub fn is_of_world(&self) -> bool {
        self.table == WORLD
    }
}

/// All curated places, found by name.
#[derive(Default)]
pub struct Curated {
    places: Vec<CuratedPlace>,
    /// Folded name to indices.
    exact: FxHashMap<String, Vec<u32>>,
    /// Skeleton to indices.
    spelt: FxHashMap<String, Vec<u32>>,
    /// `CC.code` to first-level regions.
    regions: FxHashMap<String, u32>,
}

impl Curated {
    pub(super) fn builtin() -> Result<Self, GroundingError> {
        let mut all = Self::default();
        for (table, text) in tables::PLACES {
            all.read(table, text)?;
        }
        all.read_world()?;
        Ok(all)
    }

    /// Reads one table; an error names the line.
    pub fn read(&mut self, table: &str, text: &str) -> Result<usize, GroundingError> {
        let rows = tables::rows(table, text, HEADER)?;
        let count = rows.len();
        for (line, cells) in rows {
            let wrong = |reason: String| GroundingError::Data { file: format!("{table}.tsv"), line, reason };
            let place = parse(table, &cells).map_err(wrong)?;
            self.insert(place, cells[1]);
        }
        Ok(count)
    }

    /// The regions of the world; those of `regions.tsv` come before them.
    fn read_world(&mut self) -> Result<(), GroundingError> {
        for (line, cells) in tables::rows(WORLD, tables::WORLD_REGIONS, WORLD_HEADER)? {
            let wrong = |reason: String| GroundingError::Data { file: format!("{WORLD}.tsv"), line, reason };
            let mut place = parse(WORLD, &cells).map_err(wrong)?;
            place.people = cells[8].parse().map_err(|_| wrong(format!("{:?} is no number", cells[8])))?;
            place.source = "GeoNames".to_owned();
            self.insert(place, cells[1]);
        }
        Ok(())
    }

    pub(super) fn insert(&mut self, place: CuratedPlace, aliases: &str) {
        let number = self.places.len() as u32;
        for name in std::iter::once(place.name.as_str()).chain(aliases.split('|')) {
            let folded = fold(name);
            if folded.is_empty() {
                continue;
            }
            push(&mut self.spelt, skeleton_of_folded(&folded), number);
            if let Some(bare) = without_article(&folded) {
                push(&mut self.exact, bare.to_owned(), number);
            }
            push(&mut self.exact, folded, number);
        }
        if place.is_first_level() {
            for country in place.country.split(' ') {
                self.regions.entry(format!("{country}.{}", place.admin1)).or_insert(number);
            }
        }
        self.places.push(place);
    }

    /// All rows in file order.
    pub fn places(&self) -> &[CuratedPlace] {
        &self.places
    }

    pub(super) fn region(&self, country: &str, code: &str) -> Option<&CuratedPlace> {
        self.regions.get(&format!("{country}.{code}")).map(|&i| &self.places[i as usize])
    }

    pub(super) fn knows(&self, folded: &str) -> bool {
        self.exact.contains_key(folded) || without_article(folded).is_some_and(|b| self.exact.contains_key(b))
    }

    pub(super) fn find<'a>(&'a self, folded: &str, skeleton: &str, found: &mut Vec<Candidate<'a>>) {
        let bare = without_article(folded).and_then(|b| self.exact.get(b));
        let exact = self.exact.get(folded).or(bare).map_or(&[] as &[u32], Vec::as_slice);
        found.extend(exact.iter().map(|&i| Candidate::of_curated(&self.places[i as usize], Near::Exact)));
        // "ISs" and "al-Eis" have one skeleton of two letters.
        let spelt =
            self.spelt.get(skeleton).filter(|_| skeleton.len() >= SHORTEST && folded.len() > SHORTEST);
        for &i in spelt.into_iter().flatten() {
            if !exact.contains(&i) {
                found.push(Candidate::of_curated(&self.places[i as usize], Near::Spelling));
            }
        }
    }
}

fn push(map: &mut FxHashMap<String, Vec<u32>>, key: String, number: u32) {
    let numbers = map.entry(key).or_default();
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}

fn parse(table: &str, cells: &[&str]) -> Result<CuratedPlace, String> {
    let degrees = |text: &str, limit: f64| match text.parse::<f64>() {
        Ok(value) if value.abs() <= limit => Ok(value),
        _ => Err(format!("{text:?} is no coordinate in degrees")),
    };
    if cells[0].trim().is_empty() {
        return Err("a place needs a name".to_owned());
    }
    if cells[8].trim().is_empty() {
        return Err("a place needs a source".to_owned());
    }
    let country = cells[5];
    if country
        .split(' ')
        .any(|c| !(c.is_empty() || c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase())))
    {
        return Err(format!("{country:?} is no list of two-letter country codes"));
    }
    Ok(CuratedPlace {
        name: cells[0].to_owned(),
        lat: degrees(cells[2], 90.0)?,
        lon: degrees(cells[3], 180.0)?,
        kind: Kind::parse(cells[4]).ok_or_else(|| format!("{:?} is no kind of place", cells[4]))?,
        country: country.to_owned(),
        admin1: cells[6].to_owned(),
        extent: Extent::parse(cells[7])?,
        people: 0,
        source: cells[8].to_owned(),
        table: table.to_owned(),
    })
}
