//! The tables of `data/places` as they are embedded, and how their lines are read.

use crate::GroundingError;

macro_rules! tables {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../../data/places/", $name, ".tsv")))),*]
    };
}

/// The curated tables: a new file is one more name here.
pub(super) const PLACES: &[(&str, &str)] = tables![
    "regions",
    "general",
    "syria",
    "iraq",
    "afghanistan_pakistan",
    "africa",
    "asia",
    "europe",
    "latin_america",
    "levant_egypt",
    "ukraine_russia",
    "yemen_gulf",
    // As `tools/gazetteer/borders.py` made it.
    "borders"
];

/// First-level regions that `regions` does not tell, as `tools/gazetteer/regions.py` made them.
pub(super) const WORLD_REGIONS: &str = include_str!("../../../../data/places/world_regions.tsv");

/// The table of countries.
pub(super) const COUNTRIES: &str = include_str!("../../../../data/places/countries.tsv");

/// The rows of a table: lines that are neither empty nor comments, split at tabs, with their numbers.
/// The first such line is the header and must be `header`.
pub(super) fn rows<'a>(
    file: &str,
    text: &'a str,
    header: &str,
) -> Result<Vec<(usize, Vec<&'a str>)>, GroundingError> {
    let mut lines = text
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
        .map(|(i, l)| (i + 1, l));
    let wrong = |line, reason: String| GroundingError::Data { file: format!("{file}.tsv"), line, reason };
    match lines.next() {
        Some((_, first)) if first == header => {}
        Some((line, _)) => return Err(wrong(line, format!("the header should be {header:?}"))),
        None => return Err(wrong(1, "the table is empty".to_owned())),
    }
    let columns = header.split('\t').count();
    lines
        .map(|(line, text)| {
            let cells: Vec<&str> = text.split('\t').collect();
            if cells.len() == columns {
                Ok((line, cells))
            } else {
                Err(wrong(line, format!("{} columns where {columns} are needed", cells.len())))
            }
        })
        .collect()
}
