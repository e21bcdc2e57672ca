//! Filing a report: one transaction, idempotent, edited reports beside the old.

use crate::{
    Casebook, CasebookError,
    identity::{Known, Version, known},
    voices, write_claim,
};
use ascribe_model::{CharacterIndex, Claim, Report};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde::Serialize;

/// What filing a report did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "added", rename_all = "snake_case")]
pub enum Added {
    /// It was not there before.
    New {
        /// Its name in the casebook.
        id: String,
    },
    /// The same bytes were there already; nothing changed.
    Unchanged {
        /// The name they are filed under.
        id: String,
    },
    /// It is an edited version of a report that was there; the old one is kept.
    NewVersion {
        /// Its name in the casebook.
        id: String,
        /// The version it replaces.
        replaces: String,
    },
}

impl Added {
    /// The name the report is filed under.
    pub fn id(&self) -> &str {
        match self {
            Self::New { id } | Self::Unchanged { id } | Self::NewVersion { id, .. } => id,
        }
    }
}

impl Casebook {
    /// The id under which a report of these bytes (SHA-256 in hex) is filed. Lets a caller skip the
    /// analysis of what is already there.
    pub fn id_of_bytes(&self, hash: &str) -> Result<Option<String>, CasebookError> {
        use rusqlite::OptionalExtension;
        self.connection
            .query_row("SELECT id FROM report WHERE hash = ?", [hash], |r| r.get(0))
            .optional()
            .map_err(|e| self.fail(e))
    }

    /// Files a report with its claims in one transaction: all of it, or nothing.
    ///
    /// `report` has spans in bytes and `claims` in characters, as the pipeline hands them out. The
    /// ids of stored claims are `<id of the stored report>#<number>`. A later version replaces the
    /// earlier one in lists and in linking; both stay.
    pub fn add_report(
        &mut self,
        report: &Report,
        claims: &[Claim],
        codebook_version: &str,
    ) -> Result<Added, CasebookError> {
        self.write(|transaction| {
            let added = match known(transaction, report)? {
                Known::Bytes(id) => {
                    note_origin(transaction, &id, &report.origin)?;
                    return Ok(Added::Unchanged { id });
                }
                Known::No(id) => {
                    let version = Version { id: id.clone(), base: id.clone(), version: 1 };
                    insert(transaction, &version, report, claims, codebook_version)?;
                    Added::New { id }
                }
                Known::Earlier(earlier) => {
                    let version = earlier.next();
                    insert(transaction, &version, report, claims, codebook_version)?;
                    transaction.execute(
                        "UPDATE report SET superseded_by = ? WHERE id = ?",
                        params![version.id, earlier.id],
                    )?;
                    Added::NewVersion { id: version.id, replaces: earlier.id }
                }
            };
            raise_revision(transaction)?;
            Ok(added)
        })
    }

    /// Replaces the claims of a filed report, as after a change of the rules, in one transaction.
    pub fn replace_claims(
        &mut self,
        id: &str,
        claims: &[Claim],
        codebook_version: &str,
    ) -> Result<(), CasebookError> {
        let found = self.write(|transaction| {
            let changed = transaction.execute(
                "UPDATE report SET codebook_version = ? WHERE id = ?",
                params![codebook_version, id],
            )?;
            if changed == 1 {
                replace(transaction, id, claims)?;
                raise_revision(transaction)?;
            }
            Ok(changed)
        })?;
        match found {
            0 => Err(CasebookError::NotFound { what: "report", id: id.to_owned() }),
            _ => Ok(()),
        }
    }

    /// Runs one write transaction. It takes the write lock at once, so that two programs queue up
    /// instead of failing half way.
    pub(crate) fn write<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, CasebookError> {
        let path = &self.path;
        let fail = |e| CasebookError::from_sqlite(path, e);
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fail)?;
        let done = work(&transaction).map_err(fail)?;
        transaction.commit().map_err(fail)?;
        Ok(done)
    }
}

fn replace(connection: &Connection, id: &str, claims: &[Claim]) -> rusqlite::Result<()> {
    let (n, outlet, newest): (i64, Option<String>, bool) = connection.query_row(
        "SELECT n, outlet, superseded_by IS NULL FROM report WHERE id = ?",
        [id],
        |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
    )?;
    let before: Vec<i64> = connection
        .prepare_cached("SELECT n FROM claim WHERE report = ?")?
        .query_map([n], |r| r.get(0))?
        .collect::<Result<_, _>>()?;
    write_claim::delete_all(connection, n)?;
    voices::take_report(connection, n)?;
    connection.execute("UPDATE linked SET stale = 1 WHERE report = ?", [n])?;
    write_claim::insert_all(connection, n, id, claims)?;
    if newest {
        voices::file_report(connection, n, outlet.as_deref(), claims)?;
    }
    // Until they are linked anew, events point to the claims of the same name.
    let mut row = connection.prepare_cached(
        "UPDATE event_claim SET n = (SELECT c.n FROM claim c WHERE c.id = event_claim.claim) WHERE n = ?",
    )?;
    before.iter().try_for_each(|claim| row.execute([claim]).map(drop))
}

/// Says that the set of claims is another than before.
fn raise_revision(connection: &Connection) -> rusqlite::Result<()> {
    connection
        .execute(
            "UPDATE meta SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE key = 'revision'",
            [],
        )
        .map(drop)
}

fn note_origin(connection: &Connection, id: &str, origin: &str) -> rusqlite::Result<()> {
    connection
        .execute(
            "INSERT OR IGNORE INTO report_origin (report, origin)
             SELECT n, ?2 FROM report WHERE id = ?1 AND origin <> ?2",
            params![id, origin],
        )
        .map(drop)
}

fn insert(
    connection: &Connection,
    version: &Version,
    report: &Report,
    claims: &[Claim],
    codebook_version: &str,
) -> rusqlite::Result<()> {
    let metadata = &report.metadata;
    connection
        .prepare_cached(
            "INSERT INTO report (id, base, version, hash, origin, url, language, title, publisher,
               original_publisher, outlet, published, originally_published, anchor, byline,
               codebook_version, text, doc)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            version.id,
            version.base,
            version.version,
            report.hash,
            report.origin,
            report.url,
            report.language,
            metadata.title,
            metadata.publisher,
            metadata.original_publisher,
            report.outlet(),
            metadata.published.map(|d| d.to_string()),
            metadata.originally_published.map(|d| d.to_string()),
            metadata.anchor().map(|d| d.to_string()),
            metadata.byline,
            codebook_version,
            report.text,
            document(&version.id, report),
        ])?;
    let n = connection.last_insert_rowid();
    insert_passages(connection, n, report)?;
    voices::file_report(connection, n, report.outlet(), claims)?;
    write_claim::insert_all(connection, n, &version.id, claims)
}

/// The report as JSON, without the text, which has a column of its own.
fn document(id: &str, report: &Report) -> String {
    let bare = Report { id: id.to_owned(), text: String::new(), ..report.clone() };
    serde_json::to_string(&bare).expect("a report is plain data with string keys")
}

fn insert_passages(connection: &Connection, n: i64, report: &Report) -> rusqlite::Result<()> {
    let index = CharacterIndex::new(&report.text);
    let mut row = connection.prepare_cached(
        "INSERT INTO passage (report, position, kind, start, \"end\", author) VALUES (?, ?, ?, ?, ?, ?)",
    )?;
    let mut words = connection.prepare_cached("INSERT INTO passage_text (rowid, text) VALUES (?, ?)")?;
    for (position, passage) in report.passages.iter().enumerate() {
        let span = index.span(passage.span);
        row.execute(params![
            n,
            position,
            write_claim::name(&passage.kind),
            span.start,
            span.end,
            passage.author
        ])?;
        words.execute(params![connection.last_insert_rowid(), report.words(passage.span)])?;
    }
    Ok(())
}
