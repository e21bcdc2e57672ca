//! When two readings are one report: the same bytes, or an edited version of what was filed before.

use ascribe_model::Report;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// What the casebook knows of a report that comes in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// The very same bytes are filed under this id.
    Bytes(String),
    /// It replaces the newest version of this report.
    Earlier(Version),
    /// A report of its own, to be filed under this id.
    No(String),
}

/// One version of one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Version {
    pub(crate) id: String,
    pub(crate) base: String,
    pub(crate) version: usize,
}

impl Version {
    /// The name of the next version: `X`, `X@2`, `X@3`.
    pub(crate) fn next(&self) -> Version {
        let version = self.version + 1;
        Version { id: format!("{}@{version}", self.base), base: self.base.clone(), version }
    }
}

/// Two texts of which this part of the word pairs is shared are versions of one report. Unrelated
/// news texts share 3 to 6 % (mostly "of the", "in the"); an edit that keeps less than a fifth is not
/// one that a reader would recognise.
const EDITED: f64 = 0.2;

pub(crate) fn known(connection: &Connection, report: &Report) -> rusqlite::Result<Known> {
    let same_bytes = connection
        .query_row("SELECT id FROM report WHERE hash = ?", [&report.hash], |r| r.get(0))
        .optional()?;
    if let Some(id) = same_bytes {
        return Ok(Known::Bytes(id));
    }
    if let Some(earlier) = same_address(connection, report)? {
        return Ok(Known::Earlier(earlier));
    }
    let Some((earlier, origin, text)) = same_id(connection, &report.id)? else {
        return Ok(Known::No(report.id.clone()));
    };
    if (origin == report.origin && origin != "-") || is_edit(&text, &report.text) {
        return Ok(Known::Earlier(earlier));
    }
    // `2019/index.html` and `2020/index.html`: two reports that only happen to be called the same.
    own_name(connection, report)
}

fn same_address(connection: &Connection, report: &Report) -> rusqlite::Result<Option<Version>> {
    let Some(url) = &report.url else { return Ok(None) };
    connection
        .query_row(
            "SELECT id, base, version FROM report WHERE url = ? AND superseded_by IS NULL
             ORDER BY base LIMIT 1",
            [url],
            version,
        )
        .optional()
}

fn same_id(connection: &Connection, base: &str) -> rusqlite::Result<Option<(Version, String, String)>> {
    connection
        .query_row(
            "SELECT id, base, version, origin, text FROM report
             WHERE base = ? AND superseded_by IS NULL",
            [base],
            |r| Ok((version(r)?, r.get(3)?, r.get(4)?)),
        )
        .optional()
}

/// The id with the first digits of the hash, so that the name does not depend on what else is filed.
fn own_name(connection: &Connection, report: &Report) -> rusqlite::Result<Known> {
    let short: String = report.hash.chars().take(8).collect();
    let id = format!("{}-{short}", report.id);
    // An edit of a report that already got such a name is found by where it was read.
    let earlier = connection
        .query_row(
            "SELECT id, base, version FROM report
             WHERE origin = ?1 AND origin <> '-' AND superseded_by IS NULL AND base GLOB ?2 || '-*'
             ORDER BY base LIMIT 1",
            params![report.origin, report.id],
            version,
        )
        .optional()?;
    Ok(earlier.map_or(Known::No(id), Known::Earlier))
}

fn version(row: &rusqlite::Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version { id: row.get(0)?, base: row.get(1)?, version: row.get(2)? })
}

/// True where the shorter text keeps enough of the word pairs of the longer.
fn is_edit(old: &str, new: &str) -> bool {
    let (old, new) = (word_pairs(old), word_pairs(new));
    let least = old.len().min(new.len());
    if least == 0 {
        return old.len() == new.len();
    }
    old.intersection(&new).count() as f64 / least as f64 >= EDITED
}

fn word_pairs(text: &str) -> BTreeSet<(String, String)> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_and_namesakes() {
        let check = |old: &str, new: &str, expected: bool| assert_eq!(is_edit(old, new), expected, "{new}");
        check("Two soldiers were killed near Taiz.", "Three soldiers were killed near Taiz.", true);
        check("A bridge fell in the east of the town.", "Rebels took an airfield after a long siege.", false);
        check("", "", true);
        check("", "Three soldiers were killed.", false);
    }
}
