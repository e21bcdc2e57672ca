//! Questions about reports.

use crate::{
    Casebook, CasebookError, Filter, Page, ReportHead, SharedWith, StoredPassage, StoredReport,
    ledger::json,
    read::{date, named, record},
};
use ascribe_events::Shared;
use ascribe_model::{PassageKind, Report};
use rusqlite::{OptionalExtension, Row, params};

const COLUMNS: &str = "r.id, r.version, r.superseded_by, r.title, r.publisher, r.original_publisher,
    r.published, r.originally_published, r.byline, r.url, r.origin, r.language, r.hash, r.codebook_version,
    (SELECT count(*) FROM claim c WHERE c.report = r.n) AS claims,
    (SELECT count(DISTINCT ec.event) FROM claim c JOIN event_claim ec ON ec.n = c.n
      WHERE c.report = r.n) AS events,
    (SELECT json_group_array(o.origin) FROM report_origin o WHERE o.report = r.n) AS also_at";

/// Newest first, undated last.
const ORDER: &str = "r.anchor IS NULL, r.anchor DESC, r.id";

fn head(row: &Row<'_>) -> rusqlite::Result<ReportHead> {
    let also_at: String = row.get("also_at")?;
    Ok(ReportHead {
        id: row.get("id")?,
        version: row.get("version")?,
        superseded_by: row.get("superseded_by")?,
        title: row.get("title")?,
        publisher: row.get("publisher")?,
        original_publisher: row.get("original_publisher")?,
        published: date(row, "published")?,
        originally_published: date(row, "originally_published")?,
        byline: row.get("byline")?,
        url: row.get("url")?,
        origin: row.get("origin")?,
        also_at: serde_json::from_str(&also_at).unwrap_or_default(),
        language: row.get("language")?,
        hash: row.get("hash")?,
        codebook_version: row.get("codebook_version")?,
        claims: row.get("claims")?,
        events: row.get("events")?,
    })
}

impl Casebook {
    /// Reports, newest first, undated ones last.
    pub fn reports(&self, filter: &Filter) -> Result<Page<ReportHead>, CasebookError> {
        self.page(COLUMNS, "report r", &filter.on_reports(), ORDER, filter, head)
    }

    /// One version of a report with its text, passages and claims.
    pub fn report(&self, id: &str) -> Result<StoredReport, CasebookError> {
        let found = self
            .connection
            .query_row(&format!("SELECT {COLUMNS}, r.text, r.doc FROM report r WHERE r.id = ?"), [id], |r| {
                Ok((head(r)?, r.get::<_, String>("text")?, r.get::<_, String>("doc")?))
            })
            .optional()
            .map_err(|e| self.fail(e))?;
        let (head, text, doc) = found.ok_or(CasebookError::NotFound { what: "report", id: id.to_owned() })?;
        let report: Report = record("report", &doc)?;
        Ok(StoredReport {
            head,
            text,
            passages: self.passages(id)?,
            claims: self.stored_claims_of(id)?,
            shared: self.shared_with(id)?,
            notes: report.notes,
        })
    }

    /// Reports that share wording with this one, earlier ones first.
    fn shared_with(&self, id: &str) -> Result<Vec<SharedWith>, CasebookError> {
        self.rows(
            "SELECT o.id, o.title, o.outlet, o.anchor,
               (o.anchor IS NULL, coalesce(o.anchor, ''), o.id) < (r.anchor IS NULL, coalesce(r.anchor, ''), r.id)
                 AS earlier,
               x.share, x.here, x.there
             FROM report r JOIN shared_text x ON x.report = r.n JOIN report o ON o.n = x.other
             WHERE r.id = ? ORDER BY earlier DESC, o.anchor IS NULL, o.anchor, o.id",
            &[&id],
            |r| {
                let spans = |column: &str| json(&r.get::<_, String>(column)?);
                Ok(SharedWith {
                    report: r.get(0)?,
                    title: r.get(1)?,
                    outlet: r.get(2)?,
                    published: date(r, "anchor")?,
                    earlier: r.get("earlier")?,
                    shared: Shared { share: r.get("share")?, here: spans("here")?, there: spans("there")? },
                })
            },
        )
    }

    /// All versions of a report, oldest first, given the id of any of them.
    pub fn versions(&self, id: &str) -> Result<Vec<ReportHead>, CasebookError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM report r
             WHERE r.base = (SELECT base FROM report WHERE id = ?) ORDER BY r.version"
        );
        self.rows(&sql, &[&id], head)
    }

    fn passages(&self, id: &str) -> Result<Vec<StoredPassage>, CasebookError> {
        self.rows(
            "SELECT p.kind, p.start, p.\"end\", p.author FROM passage p JOIN report r ON r.n = p.report
             WHERE r.id = ? ORDER BY p.position",
            params![id],
            |r| {
                Ok(StoredPassage {
                    kind: named(r.get(0)?).unwrap_or(PassageKind::Furniture),
                    start: r.get(1)?,
                    end: r.get(2)?,
                    author: r.get(3)?,
                })
            },
        )
    }

    /// The report as it was filed, spans in bytes, under its name in the casebook.
    pub(crate) fn report_as_read(&self, id: &str) -> Result<Report, CasebookError> {
        let (text, doc): (String, String) = self
            .connection
            .query_row("SELECT text, doc FROM report WHERE id = ?", [id], |r| Ok((r.get(0)?, r.get(1)?)))
            .map_err(|e| self.fail(e))?;
        let report: Report = record("report", &doc)?;
        Ok(Report { text, ..report })
    }

    /// Ids of the newest versions by date, undated last.
    pub(crate) fn current_ids(&self) -> Result<Vec<String>, CasebookError> {
        self.rows(
            "SELECT id FROM report WHERE superseded_by IS NULL ORDER BY anchor IS NULL, anchor, id",
            &[],
            |r| r.get(0),
        )
    }
}
