//! The units, edges and groups of linking, as the casebook's tables hold them.

use ascribe_events::{Cover, Edge, SORT_FLAGS, Shared, Store, StoreMut, Unit, quoted_words, sort};
use rusqlite::{Connection, OptionalExtension, params};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

type Cache<T> = RefCell<FxHashMap<i64, Rc<T>>>;

/// A view of the tables inside one transaction. What was read is kept for the length of it.
pub(crate) struct Ledger<'a> {
    pub(crate) connection: &'a Connection,
    units: Cache<Unit>,
    edges: Cache<Vec<Edge>>,
    sharing: Cache<Vec<i64>>,
    quotes: Cache<Vec<Vec<u32>>>,
}

impl<'a> Ledger<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        let (units, edges, sharing, quotes) = Default::default();
        Self { connection, units, edges, sharing, quotes }
    }

    /// Writes down what two reports share.
    pub(crate) fn add_shared(&mut self, report: i64, other: i64, shared: &Shared) -> rusqlite::Result<()> {
        let json = |spans| serde_json::to_string(spans).unwrap_or_default();
        let (here, there) = (json(&shared.here), json(&shared.there));
        let mut row =
            self.connection.prepare_cached("INSERT OR REPLACE INTO shared_text VALUES (?, ?, ?, ?, ?)")?;
        row.execute(params![report, other, shared.share, here, there])?;
        row.execute(params![other, report, shared.share, there, here])?;
        self.sharing.borrow_mut().clear();
        Ok(())
    }
}

fn cached<T>(
    cache: &Cache<T>,
    key: i64,
    read: impl FnOnce() -> rusqlite::Result<T>,
) -> rusqlite::Result<Rc<T>> {
    if let Some(known) = cache.borrow().get(&key) {
        return Ok(Rc::clone(known));
    }
    let value = Rc::new(read()?);
    cache.borrow_mut().insert(key, Rc::clone(&value));
    Ok(value)
}

/// A column that holds JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, e.into()))
}

impl Store for Ledger<'_> {
    type Error = rusqlite::Error;

    fn unit(&self, id: i64) -> rusqlite::Result<Rc<Unit>> {
        cached(&self.units, id, || {
            let mut row = self.connection.prepare_cached("SELECT report, doc FROM unit WHERE n = ?")?;
            let (report, doc) = row.query_row([id], |r| Ok((r.get(0)?, r.get::<_, String>(1)?)))?;
            Ok(Unit { id, report, ..json(&doc)? })
        })
    }

    fn unit_of(&self, claim: &str) -> rusqlite::Result<Option<i64>> {
        let report: Option<i64> = self
            .connection
            .prepare_cached("SELECT report FROM claim WHERE id = ?")?
            .query_row([claim], |r| r.get(0))
            .optional()?;
        for unit in report.map_or(Ok(vec![]), |report| self.units_of(report))? {
            if self.unit(unit)?.claims.iter().any(|c| c == claim) {
                return Ok(Some(unit));
            }
        }
        Ok(None)
    }

    fn units_of(&self, report: i64) -> rusqlite::Result<Vec<i64>> {
        let mut rows = self.connection.prepare_cached("SELECT n FROM unit WHERE report = ? ORDER BY n")?;
        rows.query_map([report], |r| r.get(0))?.collect()
    }

    fn edges(&self, unit: i64) -> rusqlite::Result<Rc<Vec<Edge>>> {
        cached(&self.edges, unit, || {
            let mut rows =
                self.connection.prepare_cached("SELECT other, points FROM unit_edge WHERE unit = ?")?;
            rows.query_map([unit], |r| Ok(Edge { to: r.get(0)?, points: r.get(1)? }))?.collect()
        })
    }

    fn group(&self, unit: i64) -> rusqlite::Result<Vec<i64>> {
        let mut rows = self.connection.prepare_cached(
            "SELECT n FROM unit WHERE \"group\" = (SELECT \"group\" FROM unit WHERE n = ?) ORDER BY n",
        )?;
        let members: Vec<i64> = rows.query_map([unit], |r| r.get(0))?.collect::<Result<_, _>>()?;
        Ok(if members.is_empty() { vec![unit] } else { members })
    }

    fn near(&self, cover: &Cover, wanted: u64) -> rusqlite::Result<Vec<i64>> {
        let shared = (wanted & ((1 << SORT_FLAGS) - 1)) as i64;
        let mut rows = self.connection.prepare_cached(
            "SELECT n FROM unit_box WHERE east >= ?1 AND west <= ?2 AND north >= ?3 AND south <= ?4
               AND last >= ?5 AND first <= ?6 AND sort & ?7 <> 0 AND sort >> 48 = ?8",
        )?;
        let c = cover;
        let found = rows.query_map(
            params![c.west, c.east, c.south, c.north, c.first, c.last, shared, (wanted >> SORT_FLAGS) as i64],
            |r| r.get(0),
        )?;
        found.collect()
    }

    fn sharing(&self, report: i64) -> rusqlite::Result<Rc<Vec<i64>>> {
        cached(&self.sharing, report, || {
            let mut rows =
                self.connection.prepare_cached("SELECT other FROM shared_text WHERE report = ?")?;
            rows.query_map([report], |r| r.get(0))?.collect()
        })
    }

    fn quotes(&self, unit: &Unit) -> rusqlite::Result<Rc<Vec<Vec<u32>>>> {
        cached(&self.quotes, unit.id, || {
            let mut row = self.connection.prepare_cached("SELECT quote FROM claim WHERE id = ?")?;
            let quotes = unit.claims.iter().map(|claim| row.query_row([claim], |r| r.get::<_, String>(0)));
            quotes.map(|quote| Ok(quoted_words(&quote?))).collect()
        })
    }
}

impl StoreMut for Ledger<'_> {
    fn add_unit(&mut self, unit: Unit) -> rusqlite::Result<()> {
        let doc = serde_json::to_string(&unit).expect("a unit is plain data with string keys");
        self.connection
            .prepare_cached("INSERT INTO unit (n, report, doc) VALUES (?, ?, ?)")?
            .execute(params![unit.id, unit.report, doc])?;
        if let Some(c) = Cover::of(&unit) {
            self.connection.prepare_cached("INSERT INTO unit_box VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
                params![unit.id, c.west, c.east, c.south, c.north, c.first, c.last, sort(&unit) as i64],
            )?;
        }
        self.units.borrow_mut().insert(unit.id, Rc::new(unit));
        Ok(())
    }

    fn add_edges(&mut self, unit: i64, edges: &[Edge]) -> rusqlite::Result<()> {
        let mut row = self.connection.prepare_cached("INSERT OR REPLACE INTO unit_edge VALUES (?, ?, ?)")?;
        let mut known = self.edges.borrow_mut();
        known.remove(&unit);
        for edge in edges {
            row.execute(params![unit, edge.to, edge.points])?;
            row.execute(params![edge.to, unit, edge.points])?;
            known.remove(&edge.to);
        }
        Ok(())
    }

    fn take_unit(&mut self, unit: i64) -> rusqlite::Result<()> {
        for edge in self.edges(unit)?.iter() {
            self.connection
                .prepare_cached("DELETE FROM unit_edge WHERE unit = ? AND other = ?")?
                .execute(params![edge.to, unit])?;
            self.edges.borrow_mut().remove(&edge.to);
        }
        for sql in [
            "DELETE FROM unit_edge WHERE unit = ?",
            "DELETE FROM unit_box WHERE n = ?",
            "DELETE FROM unit WHERE n = ?",
        ] {
            self.connection.prepare_cached(sql)?.execute([unit])?;
        }
        self.edges.borrow_mut().remove(&unit);
        self.units.borrow_mut().remove(&unit);
        Ok(())
    }

    fn set_group(&mut self, members: &[i64]) -> rusqlite::Result<()> {
        let Some(first) = members.first() else { return Ok(()) };
        let mut row = self
            .connection
            .prepare_cached("UPDATE unit SET \"group\" = ?1 WHERE n = ?2 AND \"group\" IS NOT ?1")?;
        members.iter().try_for_each(|member| row.execute([first, member]).map(drop))
    }
}
