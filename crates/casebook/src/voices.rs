//! What reports and events have of each source. Triggers in the file sum it up (`sql/005_sources.sql`).

use crate::write_claim::name;
use ascribe_events::Compared;
use ascribe_model::Claim;
use rusqlite::{Connection, params};
use std::collections::{BTreeMap, BTreeSet};

/// Claims of one source in one report.
#[derive(Default)]
struct Voice {
    quoted: usize,
    own: usize,
    outlet: bool,
}

/// Files what a report has of each source: everybody in a chain is quoted once a claim; what names nobody is
/// its outlet's own, and an outlet has a row even where all its claims are of others.
pub(crate) fn file_report(
    connection: &Connection,
    report: i64,
    outlet: Option<&str>,
    claims: &[Claim],
) -> rusqlite::Result<()> {
    let mut voices: BTreeMap<&str, Voice> = BTreeMap::new();
    let mut sides: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for claim in claims {
        let names: BTreeSet<&str> = claim.sources.iter().map(|s| s.name.as_str()).collect();
        names.iter().for_each(|name| voices.entry(name).or_default().quoted += 1);
        claim.sources.iter().for_each(|s| *sides.entry((&s.name, s.side.name())).or_default() += 1);
    }
    if let Some(outlet) = outlet {
        let voice = voices.entry(outlet).or_default();
        voice.outlet = true;
        voice.own = claims.iter().filter(|c| c.sources.is_empty()).count();
    }
    let mut row = connection.prepare_cached("INSERT INTO report_voice VALUES (?, ?, ?, ?, ?)")?;
    for (source, voice) in voices {
        row.execute(params![report, source, voice.quoted, voice.own, voice.outlet])?;
    }
    let mut row = connection.prepare_cached("INSERT INTO report_side VALUES (?, ?, ?, ?)")?;
    sides
        .into_iter()
        .try_for_each(|((source, side), n)| row.execute(params![report, source, side, n]).map(drop))
}

/// Takes what was filed of a report out.
pub(crate) fn take_report(connection: &Connection, report: i64) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM report_voice WHERE report = ?", [report])?;
    connection.execute("DELETE FROM report_side WHERE report = ?", [report]).map(drop)
}

/// Files what an event has of each source.
pub(crate) fn file_event(
    connection: &Connection,
    event: i64,
    contested: bool,
    voices: &[Compared],
) -> rusqlite::Result<()> {
    let mut voice = connection.prepare_cached("INSERT INTO event_voice VALUES (?, ?, ?, ?, ?, ?)")?;
    let mut row = connection.prepare_cached("INSERT INTO event_ratio VALUES (?, ?, ?, ?, ?)")?;
    let mut position = 0;
    for v in voices {
        voice.execute(params![event, v.source, v.alone, contested, v.compared, v.contradicted])?;
        for (harm, ratio) in &v.ratios {
            row.execute(params![event, position, v.source, name(harm), ratio])?;
            position += 1;
        }
    }
    Ok(())
}
