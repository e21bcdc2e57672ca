//! One place that a name may mean.

use super::Layer;
use super::countries::Country;
use super::curated::CuratedPlace;
use super::extent::Extent;
use super::index::Record;
use super::kind::Kind;

/// How near the name asked for is to a name of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Near {
    /// The same spelling, but for case, accents, hyphens and the Arabic article.
    Exact,
    /// Another transliteration of the same name.
    Spelling,
    /// One letter of the [skeleton](super::skeleton) differs.
    OneLetter,
}

/// A place that a name may mean. Borrows from the gazetteer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate<'a> {
    /// Main name.
    pub name: &'a str,
    /// How near the name asked for is.
    pub near: Near,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166-1 alpha-2 codes; more than one for what lies in several ("SY IQ"), empty for the sea.
    pub country: Codes<'a>,
    /// First-level region: a GeoNames code for compiled records, a name for curated ones.
    pub admin1: &'a str,
    /// Inhabitants; 0 where unknown.
    pub population: u32,
    /// What it is.
    pub kind: Kind,
    /// Extent, where known.
    pub extent: Option<&'a Extent>,
    /// Where the record comes from.
    pub origin: Origin<'a>,
    /// True for what the user added to the gazetteer.
    pub added: bool,
}

/// The country or countries of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codes<'a> {
    /// One, as two letters.
    One([u8; 2]),
    /// Codes separated by spaces.
    Listed(&'a str),
}

impl Codes<'_> {
    /// The first code; empty for none.
    pub fn first(&self) -> &str {
        match self {
            Codes::One(code) => std::str::from_utf8(code).unwrap_or(""),
            Codes::Listed(codes) => codes.split(' ').next().unwrap_or(""),
        }
    }

    /// True where the code is among them.
    pub fn contains(&self, code: &str) -> bool {
        match self {
            Codes::One(one) => one == code.as_bytes(),
            Codes::Listed(codes) => codes.split(' ').any(|c| c == code),
        }
    }

    /// All codes.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let text = match self {
            Codes::One(code) => std::str::from_utf8(code).unwrap_or(""),
            Codes::Listed(codes) => codes,
        };
        text.split(' ').filter(|c| !c.is_empty())
    }
}

/// Where a candidate comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Origin<'a> {
    /// The table of countries.
    Country(&'a Country),
    /// `data/places`.
    Curated(&'a CuratedPlace),
    /// A compiled layer: scheme and number.
    Layer(&'static str, u64),
}

impl<'a> Candidate<'a> {
    pub(crate) fn of_country(country: &'a Country) -> Self {
        Self {
            name: &country.name,
            near: Near::Exact,
            lat: country.lat,
            lon: country.lon,
            country: Codes::Listed(&country.iso2),
            admin1: "",
            population: country.population.min(u64::from(u32::MAX)) as u32,
            kind: Kind::Country,
            extent: Some(&country.extent),
            origin: Origin::Country(country),
            added: false,
        }
    }

    pub(super) fn of_curated(place: &'a CuratedPlace, near: Near) -> Self {
        Self {
            name: &place.name,
            near,
            lat: place.lat,
            lon: place.lon,
            country: Codes::Listed(&place.country),
            admin1: &place.admin1,
            population: place.people,
            kind: place.kind,
            extent: place.extent.as_ref(),
            origin: Origin::Curated(place),
            added: place.is_added(),
        }
    }

    pub(super) fn of_record(record: Record<'a>, layer: &Layer, near: Near) -> Self {
        Self {
            name: record.name,
            near,
            lat: record.lat,
            lon: record.lon,
            country: Codes::One(record.country),
            admin1: record.admin1,
            population: record.population,
            kind: Kind::of_byte(record.kind),
            extent: None,
            origin: Origin::Layer(layer.scheme, record.id),
            added: layer.added,
        }
    }

    /// Identifier: `geonames:163345`, `places:syria/al-tanf`, `country:SY`.
    pub fn id(&self) -> String {
        match self.origin {
            Origin::Country(country) => format!("country:{}", country.iso2),
            Origin::Curated(place) => place.id(),
            Origin::Layer(scheme, number) => format!("{scheme}:{number}"),
        }
    }

    /// The order of places that are equally near and equally known: that of the layers, then of the records.
    pub(super) fn rank(&self) -> (u8, &str, &str, u64) {
        match self.origin {
            Origin::Country(country) => (0, &country.iso2, "", 0),
            Origin::Curated(place) => (1, &place.table, &place.name, 0),
            Origin::Layer(scheme, number) => (2, scheme, "", number),
        }
    }

    /// How well known it is before any context, as a number of inhabitants: a curated row counts as
    /// what reports on conflicts name often.
    pub fn weight(&self) -> u32 {
        match self.origin {
            Origin::Country(_) => u32::MAX,
            Origin::Curated(place) => match self.kind {
                _ if place.is_of_world() => self.population.max(5_000),
                Kind::Region | Kind::Sea => 1_000_000,
                // A boundary that the user added is no sign that reports name the district.
                _ if self.added => self.population.max(5_000),
                _ => self.population.max(60_000),
            },
            // All who live in a district do not make it known as a town of so many is.
            Origin::Layer(..) if self.kind == Kind::District => self.population / 10,
            Origin::Layer(..) => self.population,
        }
    }

    /// Distance in km to another place.
    pub fn km_to(&self, lat: f64, lon: f64) -> f64 {
        crate::shapes::km((self.lat, self.lon), (lat, lon))
    }
}
