//! The content of a casebook in one canonical order: what two casebooks are compared by.

use crate::{Casebook, CasebookError};
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};
use std::io::Write;

/// Each table with the columns that name a row. Row numbers of the file are left out, and so are the
/// counters in `meta`: they tell how the file came about, not what is in it.
const CONTENT: &[(&str, &str)] = &[
    (
        "report",
        "SELECT id, base, version, superseded_by, hash, origin, codebook_version, text, doc
         FROM report ORDER BY id",
    ),
    (
        "report_origin",
        "SELECT r.id, o.origin FROM report_origin o JOIN report r ON r.n = o.report ORDER BY 1, 2",
    ),
    (
        "passage",
        "SELECT r.id, p.position, p.kind, p.start, p.\"end\", p.author, t.text
         FROM passage p JOIN report r ON r.n = p.report LEFT JOIN passage_text t ON t.rowid = p.n
         ORDER BY 1, 2",
    ),
    (
        "claim",
        "SELECT c.id, t.quote, t.names, c.doc FROM claim c LEFT JOIN claim_text t ON t.rowid = c.n ORDER BY 1",
    ),
    (
        "claim_source",
        "SELECT c.id, x.position, s.name, x.side, x.start, x.\"end\" FROM claim_source x
         JOIN claim c ON c.n = x.claim JOIN source s ON s.n = x.source ORDER BY 1, 2",
    ),
    (
        "claim_actor",
        "SELECT c.id, x.position, x.role, x.name, x.side, x.actor_id, x.start, x.\"end\" FROM claim_actor x
         JOIN claim c ON c.n = x.claim ORDER BY 1, 2",
    ),
    (
        "claim_place",
        "SELECT c.id, x.position, p.key, b.west, b.south, b.east, b.north, x.start, x.\"end\"
         FROM claim_place x JOIN claim c ON c.n = x.claim JOIN place p ON p.n = x.place
         LEFT JOIN place_box b ON b.n = p.n ORDER BY 1, 2",
    ),
    (
        "claim_effect",
        "SELECT c.id, x.position, x.harm, x.victims, x.side, x.min, x.max, x.text, x.start, x.\"end\"
         FROM claim_effect x JOIN claim c ON c.n = x.claim ORDER BY 1, 2",
    ),
    (
        "claim_means",
        "SELECT c.id, x.position, x.means FROM claim_means x JOIN claim c ON c.n = x.claim ORDER BY 1, 2",
    ),
    (
        "claim_evidence",
        "SELECT c.id, x.position, x.field, x.start, x.\"end\", x.rule
         FROM claim_evidence x JOIN claim c ON c.n = x.claim ORDER BY 1, 2",
    ),
    ("source", "SELECT name FROM source ORDER BY 1"),
    ("place", "SELECT key FROM place ORDER BY 1"),
    (
        "event",
        "SELECT e.id, e.doc, b.west, b.south, b.east, b.north FROM event e
         LEFT JOIN event_box b ON b.n = e.n ORDER BY 1",
    ),
    (
        "event_claim",
        "SELECT e.id, x.position, x.claim FROM event_claim x JOIN event e ON e.n = x.event ORDER BY 1, 2",
    ),
    (
        "event_contested",
        "SELECT e.id, x.attribute FROM event_contested x JOIN event e ON e.n = x.event ORDER BY 1, 2",
    ),
    (
        "event_figure",
        "SELECT e.id, x.position, x.harm, x.side, x.low, x.best, x.high FROM event_figure x
         JOIN event e ON e.n = x.event ORDER BY 1, 2",
    ),
    (
        "event_voice",
        "SELECT e.id, x.source, x.alone, x.contested, x.compared, x.contradicted FROM event_voice x
         JOIN event e ON e.n = x.event ORDER BY 1, 2",
    ),
    (
        "event_ratio",
        "SELECT e.id, x.position, x.source, x.harm, x.ratio FROM event_ratio x
         JOIN event e ON e.n = x.event ORDER BY 1, 2",
    ),
    (
        "shared_text",
        "SELECT a.id, b.id, x.share, x.here, x.there FROM shared_text x
         JOIN report a ON a.n = x.report JOIN report b ON b.n = x.other ORDER BY 1, 2",
    ),
    (
        "report_voice",
        "SELECT r.id, x.source, x.quoted, x.own, x.outlet FROM report_voice x JOIN report r ON r.n = x.report
         ORDER BY 1, 2",
    ),
    (
        "report_side",
        "SELECT r.id, x.source, x.side, x.claims FROM report_side x JOIN report r ON r.n = x.report
         ORDER BY 1, 2, 3",
    ),
    ("source_total", "SELECT * FROM source_total ORDER BY 1"),
    ("source_side", "SELECT * FROM source_side ORDER BY 1, 2"),
    ("source_carrier", "SELECT * FROM source_carrier ORDER BY 1, 2"),
    ("review", "SELECT at, who, action, subject, object, note FROM review ORDER BY n"),
];

/// Sources whose sums are not those of their rows.
const SUMS_OF_REPORTS: &str = "SELECT count(*) FROM (
    SELECT source, sum(outlet), count(*), sum(quoted), sum(own) FROM report_voice GROUP BY source
    EXCEPT SELECT source, outlet, reports, quoted, own FROM source_total)";
const SUMS_OF_EVENTS: &str = "SELECT count(*) FROM (
    SELECT source, count(*), sum(alone), sum(contested), sum(compared), sum(contradicted) FROM event_voice
      GROUP BY source
    EXCEPT SELECT source, events, alone, contested, compared, contradicted FROM source_total)";

impl Casebook {
    /// Writes the whole content, one JSON array a line: table name, then the values. Two casebooks
    /// with the same content give the same bytes, however they came about.
    pub fn dump(&self, out: &mut impl Write) -> Result<(), CasebookError> {
        self.read_together(|book| {
            for (table, sql) in CONTENT {
                for line in book.rows(sql, &[], |row| line(table, row))? {
                    out.write_all(line.as_bytes())?;
                }
            }
            Ok(())
        })
    }

    /// SHA-256 of [`Casebook::dump`], in hex.
    pub fn digest(&self) -> Result<String, CasebookError> {
        let mut hasher = HashWriter(Sha256::new());
        self.dump(&mut hasher)?;
        Ok(hasher.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// Looks for damage: of the file, of the full-text indexes, and between the tables.
    pub fn check(&self) -> Result<(), CasebookError> {
        let damaged = |reason| CasebookError::Damaged { path: self.path().to_owned(), reason };
        let found: Vec<String> = self.rows("PRAGMA integrity_check", &[], |r| r.get(0))?;
        if found != ["ok"] {
            return Err(damaged(found.join("; ")));
        }
        let broken = self.rows("PRAGMA foreign_key_check", &[], |r| r.get::<_, String>(0))?;
        if let Some(table) = broken.first() {
            return Err(damaged(format!("table {table} points at rows that are not there")));
        }
        for (what, sql) in [
            ("passage", "SELECT count(*) FROM passage WHERE n NOT IN (SELECT rowid FROM passage_text)"),
            ("claim", "SELECT count(*) FROM claim WHERE n NOT IN (SELECT rowid FROM claim_text)"),
            (
                "event_claim",
                "SELECT count(*) FROM event_claim ec LEFT JOIN claim c ON c.n = ec.n WHERE c.id IS NOT ec.claim",
            ),
            ("source_total", SUMS_OF_REPORTS),
            ("source_total", SUMS_OF_EVENTS),
            ("linked", "SELECT count(*) FROM unit WHERE report NOT IN (SELECT report FROM linked)"),
            ("unit_edge", "SELECT count(*) FROM unit_edge WHERE other NOT IN (SELECT n FROM unit)"),
            ("unit_box", "SELECT count(*) FROM unit_box WHERE n NOT IN (SELECT n FROM unit)"),
            (
                "group_event",
                "SELECT count(*) FROM group_event WHERE \"group\" NOT IN (SELECT \"group\" FROM unit)",
            ),
        ] {
            match self.number(sql, &[])? {
                0 => {}
                n => return Err(damaged(format!("{n} rows of {what} have no counterpart"))),
            }
        }
        Ok(())
    }
}

fn line(table: &str, row: &rusqlite::Row<'_>) -> rusqlite::Result<String> {
    let mut values = vec![serde_json::Value::from(table)];
    for column in 0..row.as_ref().column_count() {
        values.push(match row.get_ref(column)? {
            ValueRef::Null => serde_json::Value::Null,
            ValueRef::Integer(n) => n.into(),
            ValueRef::Real(n) => n.into(),
            ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into(),
        });
    }
    Ok(serde_json::Value::Array(values).to_string() + "\n")
}

struct HashWriter(Sha256);

impl Write for HashWriter {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
