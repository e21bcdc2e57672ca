//! Filing events: what linking says of the claims, replaced as a whole but written only where it differs.

use crate::{
    Bounds, Casebook, CasebookError,
    linking::Facts,
    voices,
    write_claim::{name, signed},
};
use ascribe_events::compared;
use ascribe_model::{Claim, Event, Report};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

impl Casebook {
    /// The newest version of every report with its claims: what linking works on. Reports by date
    /// (undated last), then id; claims in text order. The order does not depend on that of filing.
    /// Ids are those of the casebook; spans of reports count bytes, those of claims characters.
    pub fn all_claims(&self) -> Result<Vec<(Report, Vec<Claim>)>, CasebookError> {
        let mut all = Vec::new();
        self.each_report(|report, claims| all.push((report, claims)))?;
        Ok(all)
    }

    /// Hands out the same, one report at a time.
    pub fn each_report(&self, mut visit: impl FnMut(Report, Vec<Claim>)) -> Result<(), CasebookError> {
        for id in self.current_ids()? {
            visit(self.report_as_read(&id)?, self.claims_of(&id)?);
        }
        Ok(())
    }

    /// Puts the events together anew from all claims. `link` may be called again where another
    /// program filed reports meanwhile, so that the last one to finish has seen everything.
    /// Answers the number of events.
    pub fn relink(
        &mut self,
        mut link: impl FnMut(&[(Report, Vec<Claim>)]) -> Vec<Event>,
    ) -> Result<usize, CasebookError> {
        loop {
            let (revision, claims) =
                self.read_together(|casebook| Ok((casebook.meta("revision")?, casebook.all_claims()?)))?;
            let events = link(&claims);
            let stored = self.write(|transaction| {
                let now: String =
                    transaction
                        .query_row("SELECT value FROM meta WHERE key = 'revision'", [], |r| r.get(0))?;
                if now != revision {
                    return Ok(false);
                }
                store(transaction, &events)?;
                Ok(true)
            })?;
            if stored {
                return Ok(events.len());
            }
        }
    }

    /// Makes these the events of the casebook, in one transaction.
    pub fn replace_events(&mut self, events: &[Event]) -> Result<(), CasebookError> {
        self.write(|transaction| store(transaction, events))
    }

    /// True where no claim was filed since events were last put together.
    pub fn is_linked(&self) -> Result<bool, CasebookError> {
        Ok(self.meta("revision")? == self.meta("linked_revision")?)
    }

    pub(crate) fn meta(&self, key: &str) -> Result<String, CasebookError> {
        self.connection
            .query_row("SELECT value FROM meta WHERE key = ?", [key], |r| r.get(0))
            .map_err(|e| self.fail(e))
    }

    /// Several questions answered from one state of the file.
    pub(crate) fn read_together<T>(
        &self,
        questions: impl FnOnce(&Self) -> Result<T, CasebookError>,
    ) -> Result<T, CasebookError> {
        let snapshot = self.connection.unchecked_transaction().map_err(|e| self.fail(e))?;
        let answer = questions(self);
        snapshot.finish().map_err(|e| self.fail(e))?;
        answer
    }
}

fn store(connection: &Connection, events: &[Event]) -> rusqlite::Result<()> {
    let mut old: BTreeMap<String, (i64, String)> = connection
        .prepare("SELECT id, n, doc FROM event")?
        .query_map([], |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))))?
        .collect::<Result<_, _>>()?;
    for event in events {
        let doc = serde_json::to_string(event).expect("an event is plain data with string keys");
        match old.remove(&event.id) {
            Some((_, same)) if same == doc => {}
            other => {
                other.map_or(Ok(()), |(n, _)| delete(connection, n))?;
                insert(connection, event, &Facts::of_claims(connection, &event.claims)?)?;
            }
        }
    }
    for (n, _) in old.into_values() {
        delete(connection, n)?;
    }
    connection
        .execute(
            "UPDATE meta SET value = (SELECT value FROM meta WHERE key = 'revision')
             WHERE key = 'linked_revision'",
            [],
        )
        .map(drop)
}

/// Takes an event out with all its rows.
pub(crate) fn delete(connection: &Connection, n: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM event_box WHERE n = ?")?.execute([n])?;
    connection.prepare_cached("DELETE FROM event WHERE n = ?")?.execute([n]).map(drop)
}

/// Files an event; answers its number in the file.
pub(crate) fn insert(connection: &Connection, event: &Event, facts: &Facts) -> rusqlite::Result<i64> {
    let doc = serde_json::to_string(event).expect("an event is plain data with string keys");
    let place = event.place.as_ref();
    connection
        .prepare_cached(
            "INSERT INTO event (id, type, title, time_from, time_to, country, lat, lon, contested, origins,
               grade, grade_reason, doc)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            event.id,
            event.kind,
            event.title,
            event.interval.from.map(|d| d.to_string()),
            event.interval.to.map(|d| d.to_string()),
            place.and_then(|p| p.country.as_deref()),
            place.and_then(|p| p.lat),
            place.and_then(|p| p.lon),
            !event.contested.is_empty(),
            event.origins,
            event.grade.level,
            event.grade.reason,
            doc,
        ])?;
    let n = connection.last_insert_rowid();
    if let Some(b) = place.and_then(Bounds::of) {
        connection
            .prepare_cached("INSERT INTO event_box VALUES (?, ?, ?, ?, ?)")?
            .execute(params![n, b.west, b.east, b.south, b.north])?;
    }
    insert_lists(connection, n, event)?;
    voices::file_event(connection, n, !event.contested.is_empty(), &compared(event, &facts.told()))?;
    Ok(n)
}

fn insert_lists(connection: &Connection, n: i64, event: &Event) -> rusqlite::Result<()> {
    for (position, claim) in event.claims.iter().enumerate() {
        connection
            .prepare_cached(
                "INSERT INTO event_claim VALUES (?1, ?2, ?3, (SELECT n FROM claim WHERE id = ?3))",
            )?
            .execute(params![n, position, claim])?;
    }
    for attribute in &event.contested {
        connection
            .prepare_cached("INSERT OR IGNORE INTO event_contested VALUES (?, ?)")?
            .execute(params![n, attribute])?;
    }
    for (position, figure) in event.figures.iter().enumerate() {
        connection.prepare_cached("INSERT INTO event_figure VALUES (?, ?, ?, ?, ?, ?, ?)")?.execute(
            params![
                n,
                position,
                name(&figure.harm),
                figure.side.name(),
                signed(figure.low),
                signed(figure.best),
                signed(figure.high)
            ],
        )?;
    }
    Ok(())
}
