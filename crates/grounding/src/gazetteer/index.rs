//! The compact index of a gazetteer layer: read in place, nothing is parsed at start-up.
//!
//! Little-endian. `magic(8) skeleton_version(4) records(4)`, then seven sections as
//! `(offset u32, length u32)`: attribution text; fst map from skeleton to an offset in *postings*;
//! postings (`varint` of twice the record number, plus one where more follow, then one byte of the folded
//! spelling's hash);
//! records of [`RECORD`] bytes; names (`length byte`, UTF-8); admin1 table (`cc`, `code` as
//! `length byte`+ASCII, in order); offsets of that table (u32 each). [`super::compile`] writes it.

use crate::GroundingError;
use std::borrow::Cow;

pub(crate) const MAGIC: &[u8; 8] = b"ASCPLAC2";
pub(crate) const SECTIONS: usize = 7;
pub(crate) const HEADER: usize = 16 + SECTIONS * 8;
/// id 4, lat 3, lon 3, admin1 2, population 1, kind 1, name 4.
pub(crate) const RECORD: usize = 18;

/// One layer of places.
pub struct Index {
    bytes: Cow<'static, [u8]>,
    names: fst::Map<Cow<'static, [u8]>>,
    starts: [(usize, usize); SECTIONS],
    records: u32,
}

/// A record as stored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Record<'a> {
    /// Number in its source (`geonames` unless the layer says otherwise).
    pub id: u64,
    /// Main name.
    pub name: &'a str,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-2.
    pub country: [u8; 2],
    /// First-level code of GeoNames.
    pub admin1: &'a str,
    /// Inhabitants, to about 6 %.
    pub population: u32,
    /// Kind byte; see [`super::Kind`].
    pub kind: u8,
}

impl Index {
    /// Opens a compiled layer.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, GroundingError> {
        let broken = |what: &str| GroundingError::Index { reason: what.to_owned() };
        if bytes.get(..8) != Some(MAGIC) {
            return Err(broken("not a compiled gazetteer"));
        }
        if word(&bytes, 8) != Some(super::skeleton::VERSION) {
            return Err(broken("compiled with another version of the spelling keys: compile it again"));
        }
        let records = word(&bytes, 12).ok_or_else(|| broken("header is cut off"))?;
        let mut starts = [(0, 0); SECTIONS];
        for (i, start) in starts.iter_mut().enumerate() {
            let at = word(&bytes, 16 + i * 8).ok_or_else(|| broken("header is cut off"))? as usize;
            let len = word(&bytes, 20 + i * 8).ok_or_else(|| broken("header is cut off"))? as usize;
            if at + len > bytes.len() {
                return Err(broken("a section is cut off"));
            }
            *start = (at, at + len);
        }
        if starts[3].1 - starts[3].0 != records as usize * RECORD {
            return Err(broken("the records do not fit the header"));
        }
        let (from, to) = starts[1];
        let keys: Cow<'static, [u8]> = match &bytes {
            Cow::Borrowed(b) => Cow::Borrowed(&b[from..to]),
            Cow::Owned(b) => Cow::Owned(b[from..to].to_vec()),
        };
        let names = fst::Map::new(keys).map_err(|e| broken(&e.to_string()))?;
        Ok(Self { bytes, names, starts, records })
    }

    /// Attribution and origin of the data.
    pub fn attribution(&self) -> &str {
        std::str::from_utf8(self.section(0)).unwrap_or("")
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.records as usize
    }

    /// True where there are none.
    pub fn is_empty(&self) -> bool {
        self.records == 0
    }

    /// Bytes held.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn keys(&self) -> &fst::Map<Cow<'static, [u8]>> {
        &self.names
    }

    fn section(&self, i: usize) -> &[u8] {
        self.bytes.get(self.starts[i].0..self.starts[i].1).unwrap_or(&[])
    }

    /// The `(record, spelling hash)` pairs under a skeleton.
    pub fn postings(&self, skeleton: &str) -> impl Iterator<Item = (u32, u8)> + '_ {
        self.names.get(skeleton).into_iter().flat_map(|at| self.postings_at(at))
    }

    /// The pairs at an offset that the key map gave.
    pub(crate) fn postings_at(&self, at: u64) -> impl Iterator<Item = (u32, u8)> + '_ {
        let mut rest = self.section(2).get(at as usize..).unwrap_or(&[]);
        let mut more = true;
        std::iter::from_fn(move || {
            let number = if more { varint(&mut rest)? } else { return None };
            let (hash, after) = rest.split_first()?;
            (rest, more) = (after, number & 1 == 1);
            Some((number >> 1, *hash))
        })
    }

    /// The record of that number.
    pub fn record(&self, number: u32) -> Option<Record<'_>> {
        let at = number as usize * RECORD;
        let r = self.section(3).get(at..at + RECORD)?;
        let name = word(r, 14)? as usize;
        let names = self.section(4);
        let length = *names.get(name)? as usize;
        let (country, admin1) = self.region(u16::from_le_bytes([r[10], r[11]]))?;
        Some(Record {
            id: u64::from(word(r, 0)?),
            name: std::str::from_utf8(names.get(name + 1..name + 1 + length)?).ok()?,
            lat: signed24(&r[4..7]) * 90.0 / FULL,
            lon: signed24(&r[7..10]) * 180.0 / FULL,
            country,
            admin1,
            population: people(r[12]),
            kind: r[13],
        })
    }

    fn region(&self, number: u16) -> Option<([u8; 2], &str)> {
        let at = word(self.section(6), number as usize * 4)? as usize;
        let entry = self.section(5).get(at..)?;
        let code = entry.get(3..3 + *entry.get(2)? as usize)?;
        Some(([entry[0], entry[1]], std::str::from_utf8(code).ok()?))
    }
}

/// Largest value of a signed 24-bit coordinate: one step is 1.2 m of latitude.
pub(crate) const FULL: f64 = 8_388_607.0;

fn signed24(b: &[u8]) -> f64 {
    f64::from(i32::from_le_bytes([0, b[0], b[1], b[2]]) >> 8)
}

/// Population as stored: 25 steps to the factor of ten.
pub(crate) fn population_byte(people: u64) -> u8 {
    ((people as f64 + 1.0).log10() * 25.0).round().clamp(0.0, 255.0) as u8
}

fn people(byte: u8) -> u32 {
    if byte == 0 { 0 } else { (10f64.powf(f64::from(byte) / 25.0) - 1.0).round() as u32 }
}

/// One byte of a spelling, to tell `exact` from `same skeleton` without keeping every spelling.
pub(crate) fn spelling_hash(folded: &str) -> u8 {
    let hash = folded.bytes().fold(0x811c_9dc5u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 8 ^ hash >> 16 ^ hash >> 24) as u8
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

pub(crate) fn varint(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0u32;
    for shift in (0..35).step_by(7) {
        let (&byte, after) = rest.split_first()?;
        *rest = after;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

pub(crate) fn push_varint(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
