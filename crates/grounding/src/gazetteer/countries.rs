//! Countries and disputed areas with their names, demonyms and capitals. `data/places/countries.tsv`.

use super::extent::Extent;
use super::skeleton::fold;
use super::tables;
use crate::GroundingError;
use rustc_hash::FxHashMap;

const HEADER: &str =
    "iso2\tiso3\tname\taliases\tdemonyms\tcapital\tlat\tlon\tarea_km2\tpopulation\tneighbours\tsource";

/// A country, or an area with a code of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-2 (`XK` for Kosovo, as in common use).
    pub iso2: String,
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// English name.
    pub name: String,
    /// Capital, which news also uses for the government.
    pub capital: String,
    /// Degrees north of a point about its middle.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Inhabitants.
    pub population: u64,
    /// A disc of its area.
    pub extent: Extent,
    /// Codes of the countries it borders on.
    pub neighbours: Vec<String>,
}

/// All countries, found by name, demonym or capital.
#[derive(Default)]
pub struct Countries {
    all: Vec<Country>,
    names: FxHashMap<String, u16>,
    demonyms: FxHashMap<String, u16>,
    capitals: FxHashMap<String, u16>,
    codes: FxHashMap<String, u16>,
}

impl Countries {
    pub(super) fn builtin() -> Result<Self, GroundingError> {
        let mut countries = Self::default();
        for (line, cells) in tables::rows("countries", tables::COUNTRIES, HEADER)? {
            let wrong = |reason| GroundingError::Data { file: "countries.tsv".to_owned(), line, reason };
            let country = parse(&cells).map_err(wrong)?;
            countries.insert(country, cells[3], cells[4]);
        }
        Ok(countries)
    }

    fn insert(&mut self, country: Country, aliases: &str, demonyms: &str) {
        let number = self.all.len() as u16;
        for name in std::iter::once(country.name.as_str()).chain(aliases.split('|')) {
            self.names.entry(fold(name)).or_insert(number);
        }
        for demonym in demonyms.split('|') {
            self.demonyms.entry(fold(demonym)).or_insert(number);
        }
        for capital in country.capital.split('|') {
            self.capitals.entry(fold(capital)).or_insert(number);
        }
        self.codes.insert(country.iso2.clone(), number);
        for table in [&mut self.names, &mut self.demonyms, &mut self.capitals] {
            table.remove("");
        }
        self.all.push(country);
    }

    /// All of them, in file order.
    pub fn all(&self) -> &[Country] {
        &self.all
    }

    /// The country of that ISO alpha-2 code.
    pub fn by_code(&self, iso2: &str) -> Option<&Country> {
        self.get(&self.codes, iso2)
    }

    /// The country of that name ("Ivory Coast", "the DRC").
    pub fn by_name(&self, name: &str) -> Option<&Country> {
        self.by_folded(&fold(name))
    }

    pub(crate) fn by_folded(&self, folded: &str) -> Option<&Country> {
        self.get(&self.names, folded.strip_prefix("the ").unwrap_or(folded))
    }

    /// The country of that demonym ("Syrian", "Iraqis").
    pub fn by_demonym(&self, word: &str) -> Option<&Country> {
        self.demonym_of_folded(&fold(word))
    }

    pub(crate) fn demonym_of_folded(&self, folded: &str) -> Option<&Country> {
        self.get(&self.demonyms, folded)
            .or_else(|| folded.strip_suffix('s').and_then(|one| self.get(&self.demonyms, one)))
    }

    /// The country of that capital ("Ankara").
    pub fn by_capital(&self, name: &str) -> Option<&Country> {
        self.get(&self.capitals, &fold(name))
    }

    fn get(&self, table: &FxHashMap<String, u16>, key: &str) -> Option<&Country> {
        table.get(key).and_then(|&i| self.all.get(usize::from(i)))
    }
}

fn parse(cells: &[&str]) -> Result<Country, String> {
    let number = |text: &str| text.parse::<f64>().map_err(|_| format!("{text:?} is no number"));
    if cells[0].len() != 2 || cells[1].len() != 3 {
        return Err(format!("{:?}, {:?} are no ISO codes", cells[0], cells[1]));
    }
    let area = number(cells[8])?;
    Ok(Country {
        iso2: cells[0].to_owned(),
        iso3: cells[1].to_owned(),
        name: cells[2].to_owned(),
        capital: cells[5].to_owned(),
        lat: number(cells[6])?,
        lon: number(cells[7])?,
        population: number(cells[9])? as u64,
        extent: Extent::Radius((area.max(1.0) / std::f64::consts::PI).sqrt()),
        neighbours: cells[10].split(',').filter(|c| !c.is_empty()).map(str::to_owned).collect(),
    })
}
