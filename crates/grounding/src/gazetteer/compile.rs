//! Compiles places into an [`Index`](super::index::Index): for the built-in file and for layers that a
//! user adds.

use super::index::{FULL, HEADER, MAGIC, SECTIONS, population_byte, push_varint, spelling_hash};
use super::skeleton::{self, VERSION, fold, skeleton_of_folded};
use crate::GroundingError;
use rustc_hash::FxHashMap;

/// A place to be compiled.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    /// Number in its source.
    pub id: u64,
    /// Main name.
    pub name: String,
    /// Other names, in any script.
    pub aliases: Vec<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// First-level code.
    pub admin1: String,
    /// Inhabitants; 0 where unknown.
    pub population: u64,
    /// Kind byte; see [`super::Kind`].
    pub kind: u8,
}

/// Collects entries and writes the index.
#[derive(Default)]
pub struct Compiler {
    records: Vec<u8>,
    count: u32,
    names: Vec<u8>,
    name_at: FxHashMap<String, u32>,
    regions: Vec<u8>,
    region_starts: Vec<u8>,
    region_number: FxHashMap<(String, String), u16>,
    keys: Vec<(Box<str>, u32, u8)>,
}

impl Compiler {
    /// Adds a place; one without a usable name, country or coordinates is left out (`false`).
    pub fn add(&mut self, entry: &Entry) -> bool {
        let in_range = entry.lat.abs() <= 90.0 && entry.lon.abs() <= 180.0;
        if entry.name.is_empty() || entry.name.len() > 255 || entry.country.len() != 2 || !in_range {
            return false;
        }
        let number = self.count;
        let Some(region) = self.region(&entry.country, &entry.admin1) else { return false };
        let name = self.name(&entry.name);
        self.records.extend(&entry.id.to_le_bytes()[..4]);
        self.records.extend(&coordinate(entry.lat / 90.0));
        self.records.extend(&coordinate(entry.lon / 180.0));
        self.records.extend(region.to_le_bytes());
        self.records.push(population_byte(entry.population));
        self.records.push(entry.kind);
        self.records.extend(name.to_le_bytes());
        self.count += 1;
        let arabic = uses_arabic_article(&entry.country);
        for spelling in std::iter::once(&entry.name).chain(&entry.aliases) {
            self.spelling(&fold(spelling), number, arabic);
        }
        true
    }

    fn spelling(&mut self, folded: &str, number: u32, arabic: bool) {
        if folded.is_empty() || folded.len() > 60 {
            return;
        }
        self.key(folded, number);
        // "Mayadin" is as exact a name of Al Mayadin as the form with its article.
        if let Some((article, rest)) = folded.split_once(' ')
            && arabic
            && skeleton::is_article(article)
        {
            self.key(rest, number);
        }
    }

    fn key(&mut self, folded: &str, number: u32) {
        self.keys.push((skeleton_of_folded(folded).into(), number, spelling_hash(folded)));
    }

    fn name(&mut self, name: &str) -> u32 {
        if let Some(&at) = self.name_at.get(name) {
            return at;
        }
        let at = self.names.len() as u32;
        self.names.push(name.len() as u8);
        self.names.extend(name.bytes());
        self.name_at.insert(name.to_owned(), at);
        at
    }

    fn region(&mut self, country: &str, admin1: &str) -> Option<u16> {
        let admin1 = admin1.get(..admin1.len().min(40)).unwrap_or("");
        let key = (country.to_ascii_uppercase(), admin1.to_owned());
        if let Some(&number) = self.region_number.get(&key) {
            return Some(number);
        }
        let number = u16::try_from(self.region_number.len()).ok()?;
        self.region_starts.extend((self.regions.len() as u32).to_le_bytes());
        self.regions.extend(key.0.bytes());
        self.regions.push(admin1.len() as u8);
        self.regions.extend(admin1.bytes());
        self.region_number.insert(key, number);
        Some(number)
    }

    /// The bytes of the index, with the attribution that belongs to the data.
    pub fn finish(mut self, attribution: &str) -> Result<Vec<u8>, GroundingError> {
        self.keys.sort_unstable();
        self.keys.dedup();
        let broken = |e: fst::Error| GroundingError::Index { reason: e.to_string() };
        let mut map = fst::MapBuilder::memory();
        let mut postings = Vec::new();
        for group in self.keys.chunk_by(|a, b| a.0 == b.0) {
            map.insert(&*group[0].0, postings.len() as u64).map_err(broken)?;
            for (i, (_, record, hash)) in group.iter().enumerate() {
                push_varint(&mut postings, record << 1 | u32::from(i + 1 < group.len()));
                postings.push(*hash);
            }
        }
        let map = map.into_inner().map_err(broken)?;
        let sections: [&[u8]; SECTIONS] = [
            attribution.as_bytes(),
            &map,
            &postings,
            &self.records,
            &self.names,
            &self.regions,
            &self.region_starts,
        ];
        Ok(assemble(&sections, self.count))
    }
}

fn assemble(sections: &[&[u8]; SECTIONS], records: u32) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + sections.iter().map(|s| s.len()).sum::<usize>());
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend(records.to_le_bytes());
    let mut at = HEADER as u32;
    for section in sections {
        out.extend(at.to_le_bytes());
        out.extend((section.len() as u32).to_le_bytes());
        at += section.len() as u32;
    }
    sections.iter().for_each(|s| out.extend(*s));
    out
}

fn coordinate(share: f64) -> [u8; 3] {
    let bytes = ((share * FULL).round() as i32).to_le_bytes();
    [bytes[0], bytes[1], bytes[2]]
}

/// Countries whose place names carry the Arabic article.
fn uses_arabic_article(country: &str) -> bool {
    const COUNTRIES: &str =
        "SY IQ LB JO PS IL YE SA KW BH QA AE OM EG SD LY TN DZ MA MR EH TR IR SO DJ KM TD SS";
    COUNTRIES.split(' ').any(|c| c.eq_ignore_ascii_case(country))
}
