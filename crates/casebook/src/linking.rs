//! Linking what was filed: each report once, in a transaction of its own, at the price of what it touches.

use crate::ledger::{Ledger, json};
use crate::{Casebook, CasebookError, events};
use ascribe_events::{
    DAYS_APART, Decisions, Head, MEETING, Regrouped, Shared, SharedText, Store, Told, Wording, add_units,
    day_number, in_time, record, take_units, units,
};
use ascribe_model::{Claim, Metadata, Report};
use rusqlite::{Connection, OptionalExtension, Row, params};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Days in a period: marks of one time lie together in the file, and copies are in three periods at most.
const PERIOD: i32 = 32;
const _: () = assert!(DAYS_APART < PERIOD, "copies would be further off than the next period");

/// The period of reports without a date.
const UNDATED: i32 = 0;

impl Casebook {
    /// Brings the events up to date with the claims and with people's decisions. `done` is told after every report. A run that is stopped half way is gone on with by the next.
    pub fn link(&mut self, mut done: impl FnMut()) -> Result<(), CasebookError> {
        self.write(|transaction| prepare(transaction))?;
        let mut known = (-1, Decisions::default());
        while self.write(|transaction| link_next(transaction, &mut known))? {
            done();
        }
        Ok(())
    }

    /// How many events there are. Counting them looks at all.
    pub fn event_count(&self) -> Result<usize, CasebookError> {
        self.number("SELECT count(*) FROM event", &[])
    }

    /// How many reports wait to be linked.
    pub fn unlinked(&self) -> Result<usize, CasebookError> {
        self.number("SELECT count(*) FROM unlinked", &[])
    }
}

/// Marks what decisions since the last run concern.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    let linked: bool = connection.query_row("SELECT EXISTS (SELECT 1 FROM linked)", [], |r| r.get(0))?;
    if !linked {
        // Events of a time before linking kept its tables, or put together elsewhere.
        connection.execute_batch("DELETE FROM event_box; DELETE FROM event;")?;
    }
    let last: i64 = connection.query_row("SELECT coalesce(max(n), 0) FROM review", [], |r| r.get(0))?;
    let before: i64 = connection.query_row(
        "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'linked_review'",
        [],
        |r| r.get(0),
    )?;
    if last > before {
        let (old, new) = (decisions(connection, before)?, decisions(connection, last)?);
        for claim in new.changed_from(&old) {
            connection
                .prepare_cached(
                    "UPDATE linked SET stale = 1 WHERE report = (SELECT report FROM claim WHERE id = ?)",
                )?
                .execute([claim])?;
        }
        connection.execute("UPDATE meta SET value = ? WHERE key = 'linked_review'", [last.to_string()])?;
    }
    Ok(())
}

/// People's decisions up to a row of the review log.
fn decisions(connection: &Connection, last: i64) -> rusqlite::Result<Decisions> {
    let mut rows = connection.prepare_cached(
        "SELECT subject, object, action = 'must_link' FROM review
         WHERE n <= ? AND object IS NOT NULL AND action IN ('must_link', 'cannot_link') ORDER BY n",
    )?;
    let log = rows.query_map([last], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    Ok(Decisions::of(log.collect::<Result<Vec<_>, _>>()?))
}

/// Takes one stale report out, or brings one new report in; false where nothing is left to do.
fn link_next(connection: &Connection, known: &mut (i64, Decisions)) -> rusqlite::Result<bool> {
    let last: i64 = connection.query_row(
        "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'linked_review'",
        [],
        |r| r.get(0),
    )?;
    if known.0 != last {
        *known = (last, decisions(connection, last)?);
    }
    let one = |sql| connection.prepare_cached(sql)?.query_row([], |r| r.get::<_, i64>(0)).optional();
    if let Some(report) = one("SELECT report FROM linked WHERE stale LIMIT 1")? {
        take_out(connection, report, &known.1)?;
        return Ok(true);
    }
    match one("SELECT report FROM unlinked ORDER BY report LIMIT 1")? {
        Some(report) => bring_in(connection, report, &known.1).map(|()| true),
        None => {
            connection.execute(
                "UPDATE meta SET value = (SELECT value FROM meta WHERE key = 'revision')
                 WHERE key = 'linked_revision'",
                [],
            )?;
            Ok(false)
        }
    }
}

fn bring_in(connection: &Connection, n: i64, decisions: &Decisions) -> rusqlite::Result<()> {
    let report = report(connection, n)?;
    let mut ledger = Ledger::new(connection);
    find_copies(&mut ledger, n, &report)?;
    let claims: Vec<Claim> = connection
        .prepare_cached("SELECT doc FROM claim WHERE report = ? ORDER BY position")?
        .query_map([n], |r| r.get::<_, String>(0))?
        .map(|doc| json(&doc?))
        .collect::<Result<_, _>>()?;
    let change = add_units(&mut ledger, units(n, &Head::of(&report), &claims, decisions), decisions)?;
    write_events(&ledger, &change)?;
    connection.prepare_cached("DELETE FROM unlinked WHERE report = ?")?.execute([n])?;
    connection.prepare_cached("INSERT INTO linked (report) VALUES (?)")?.execute([n]).map(drop)
}

fn take_out(connection: &Connection, n: i64, decisions: &Decisions) -> rusqlite::Result<()> {
    let mut ledger = Ledger::new(connection);
    let change = take_units(&mut ledger, n, decisions)?;
    write_events(&ledger, &change)?;
    let report = report(connection, n)?;
    let period = period(day(&report));
    let mut row =
        connection.prepare_cached("DELETE FROM copy_run WHERE period = ? AND hash = ? AND report = ?")?;
    for hash in Wording::of(&report).sketch() {
        row.execute(params![period, hash, n])?;
    }
    for sql in [
        "DELETE FROM shared_text WHERE report = ?",
        "DELETE FROM shared_text WHERE other = ?",
        "DELETE FROM linked WHERE report = ?",
        "INSERT INTO unlinked SELECT n FROM report WHERE n = ? AND superseded_by IS NULL",
    ] {
        connection.prepare_cached(sql)?.execute([n])?;
    }
    Ok(())
}

fn report(connection: &Connection, n: i64) -> rusqlite::Result<Report> {
    let (id, text, doc): (String, String, String) = connection
        .prepare_cached("SELECT id, text, doc FROM report WHERE n = ?")?
        .query_row([n], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))?;
    Ok(Report { id, text, ..json(&doc)? })
}

fn day(report: &Report) -> Option<i32> {
    report.metadata.anchor().map(day_number)
}

/// Looks the report's sketch up, and compares it with those that it meets.
fn find_copies(ledger: &mut Ledger, n: i64, report: &Report) -> rusqlite::Result<()> {
    let (wording, when) = (Wording::of(report), day(report));
    let connection = ledger.connection;
    let mut holders =
        connection.prepare_cached("SELECT report FROM copy_run WHERE period = ? AND hash = ?")?;
    let mut counts: FxHashMap<i64, usize> = FxHashMap::default();
    for period in periods_around(connection, when)? {
        for hash in wording.sketch() {
            for holder in holders.query_map(params![period, hash], |r| r.get::<_, i64>(0))? {
                *counts.entry(holder?).or_default() += 1;
            }
        }
    }
    let met: BTreeSet<i64> =
        counts.into_iter().filter(|(_, count)| *count >= MEETING).map(|(at, _)| at).collect();
    for other in met {
        let theirs = self::report(connection, other)?;
        let shared = wording.shared(&Wording::of(&theirs)).filter(|_| in_time(when, day(&theirs)));
        if let Some(shared) = shared {
            ledger.add_shared(n, other, &shared)?;
        }
    }
    let mut row = connection.prepare_cached("INSERT OR IGNORE INTO copy_run VALUES (?, ?, ?)")?;
    wording.sketch().iter().try_for_each(|hash| row.execute(params![period(when), hash, n]).map(drop))
}

/// The stretch of days under which a report's marks are kept.
fn period(day: Option<i32>) -> i32 {
    day.map_or(UNDATED, |day| day.div_euclid(PERIOD))
}

/// Where copies of a report of this day can be; everywhere where it has none.
fn periods_around(connection: &Connection, day: Option<i32>) -> rusqlite::Result<BTreeSet<i32>> {
    if let Some(day) = day {
        return Ok([day - DAYS_APART, day, day + DAYS_APART]
            .map(|d| period(Some(d)))
            .into_iter()
            .chain([UNDATED])
            .collect());
    }
    let mut all = connection.prepare_cached(
        "WITH RECURSIVE held (period) AS (
           SELECT min(period) FROM copy_run
           UNION ALL SELECT (SELECT min(c.period) FROM copy_run c WHERE c.period > held.period) FROM held
             WHERE held.period IS NOT NULL
         ) SELECT period FROM held WHERE period IS NOT NULL",
    )?;
    all.query_map([], |r| r.get(0))?.collect()
}

fn write_events(ledger: &Ledger, change: &Regrouped) -> rusqlite::Result<()> {
    let connection = ledger.connection;
    for group in &change.gone {
        let event: Option<i64> = connection
            .prepare_cached("SELECT event FROM group_event WHERE \"group\" = ?")?
            .query_row(params![group.first()], |r| r.get(0))
            .optional()?;
        if let Some(event) = event {
            events::delete(connection, event)?;
        }
    }
    for group in &change.made {
        let facts = Facts::of_group(ledger, group)?;
        let event = record(facts.told(), &facts.shared);
        let n = events::insert(connection, &event, &facts)?;
        connection
            .prepare_cached("INSERT OR REPLACE INTO group_event VALUES (?, ?)")?
            .execute(params![group.first(), n])?;
    }
    Ok(())
}

/// The claims of an event with what is known of their reports.
pub(crate) struct Facts {
    claims: Vec<(i64, Claim)>,
    heads: BTreeMap<i64, Head>,
    pub(crate) shared: SharedText,
}

impl Facts {
    /// Of the units of one group.
    pub(crate) fn of_group(ledger: &Ledger, group: &[i64]) -> rusqlite::Result<Facts> {
        let mut ids = vec![];
        for &unit in group {
            ids.extend(ledger.unit(unit)?.claims.clone());
        }
        Facts::of_claims(ledger.connection, &ids)
    }

    /// Of these claims.
    pub(crate) fn of_claims(connection: &Connection, ids: &[String]) -> rusqlite::Result<Facts> {
        let mut claim = connection.prepare_cached("SELECT report, doc FROM claim WHERE id = ?")?;
        let mut claims = vec![];
        for id in ids {
            let (report, doc) = claim.query_row([id], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))?;
            claims.push((report, json(&doc)?));
        }
        let reports: BTreeSet<i64> = claims.iter().map(|(report, _)| *report).collect();
        let mut row = connection.prepare_cached(
            "SELECT id, outlet, publisher, published, originally_published FROM report WHERE n = ?",
        )?;
        let heads = reports.iter().map(|&n| Ok((n, row.query_row([n], head)?)));
        let heads = heads.collect::<rusqlite::Result<_>>()?;
        Ok(Facts { claims, heads, shared: shared_among(connection, &reports)? })
    }

    /// As records take them.
    pub(crate) fn told<'a>(&'a self) -> Vec<Told<'a>> {
        let told = |(report, claim): &'a (i64, Claim)| {
            Some(Told { claim, report: *report, head: self.heads.get(report)? })
        };
        self.claims.iter().filter_map(told).collect()
    }
}

fn head(row: &Row<'_>) -> rusqlite::Result<Head> {
    let dates = Metadata {
        published: crate::read::date(row, "published")?,
        originally_published: crate::read::date(row, "originally_published")?,
        ..Metadata::default()
    };
    let text = |at| row.get::<_, Option<String>>(at);
    let (outlet, publisher) = (text(1)?, text(2)?);
    Ok(Head::new(&row.get::<_, String>(0)?, outlet.as_deref(), publisher.as_deref(), dates.anchor()))
}

/// What the reports share with each other.
fn shared_among(connection: &Connection, reports: &BTreeSet<i64>) -> rusqlite::Result<SharedText> {
    let mut found = BTreeMap::new();
    if reports.len() < 2 {
        return Ok(SharedText(found));
    }
    let mut rows =
        connection.prepare_cached("SELECT other, share, here, there FROM shared_text WHERE report = ?")?;
    for &report in reports {
        let pairs = rows.query_map([report], |r| {
            Ok((r.get::<_, i64>(0)?, r.get(1)?, r.get::<_, String>(2)?, r.get::<_, String>(3)?))
        })?;
        for pair in pairs {
            let (other, share, here, there) = pair?;
            if reports.contains(&other) {
                let shared = Shared { share, here: json(&here)?, there: json(&there)? };
                found.insert((report, other), shared);
            }
        }
    }
    Ok(SharedText(found))
}
