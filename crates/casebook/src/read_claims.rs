//! Questions about claims.

use crate::{
    Casebook, CasebookError, Filter, Page, StoredClaim,
    read::{date, record},
};
use ascribe_model::Claim;
use rusqlite::Row;

const COLUMNS: &str = "c.doc, r.id AS report, r.title, r.outlet, r.publisher, r.anchor, r.superseded_by,
    (SELECT e.id FROM event_claim ec JOIN event e ON e.n = ec.event WHERE ec.n = c.n
      ORDER BY e.id LIMIT 1) AS event_id";

const TABLES: &str = "claim c JOIN report r ON r.n = c.report";

/// What a row says beside the claim itself.
fn stored(row: &Row<'_>) -> rusqlite::Result<(String, StoredClaim)> {
    Ok((
        row.get("doc")?,
        StoredClaim {
            claim: Claim::default(),
            report: row.get("report")?,
            report_title: row.get("title")?,
            outlet: row.get("outlet")?,
            publisher: row.get("publisher")?,
            published: date(row, "anchor")?,
            superseded_by: row.get("superseded_by")?,
            event_id: row.get("event_id")?,
        },
    ))
}

fn with_record((doc, claim): (String, StoredClaim)) -> Result<StoredClaim, CasebookError> {
    Ok(StoredClaim { claim: record("claim", &doc)?, ..claim })
}

impl Casebook {
    /// Claims: newest report first, undated ones last, in text order inside a report.
    pub fn claims(&self, filter: &Filter) -> Result<Page<StoredClaim>, CasebookError> {
        let order = "r.anchor IS NULL, r.anchor DESC, r.id, c.position";
        let page = self.page(COLUMNS, TABLES, &filter.on_claims(), order, filter, stored)?;
        let items = page.items.into_iter().map(with_record).collect::<Result<_, _>>()?;
        Ok(Page { total: page.total, offset: page.offset, limit: page.limit, items })
    }

    /// One claim.
    pub fn claim(&self, id: &str) -> Result<StoredClaim, CasebookError> {
        let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE c.id = ?");
        let found = self.rows(&sql, &[&id], stored)?.into_iter().next();
        with_record(found.ok_or(CasebookError::NotFound { what: "claim", id: id.to_owned() })?)
    }

    pub(crate) fn stored_claims_of(&self, report: &str) -> Result<Vec<StoredClaim>, CasebookError> {
        let sql = format!("SELECT {COLUMNS} FROM {TABLES} WHERE r.id = ? ORDER BY c.position");
        self.rows(&sql, &[&report], stored)?.into_iter().map(with_record).collect()
    }

    pub(crate) fn claims_of(&self, report: &str) -> Result<Vec<Claim>, CasebookError> {
        Ok(self.stored_claims_of(report)?.into_iter().map(|s| s.claim).collect())
    }

    /// Claims attributed to a source.
    pub(crate) fn claims_of_source(&self, name: &str) -> Result<Vec<Claim>, CasebookError> {
        let docs: Vec<String> = self.rows(
            "SELECT c.doc FROM source s JOIN claim_source cs ON cs.source = s.n JOIN claim c ON c.n = cs.claim
             WHERE s.name = ?",
            &[&name],
            |r| r.get(0),
        )?;
        docs.iter().map(|doc| record("claim", doc)).collect()
    }

    pub(crate) fn stored_claims_of_event(&self, event: &str) -> Result<Vec<StoredClaim>, CasebookError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM event e0 JOIN event_claim ec0 ON ec0.event = e0.n
             JOIN claim c ON c.n = ec0.n JOIN report r ON r.n = c.report
             WHERE e0.id = ? ORDER BY ec0.position"
        );
        self.rows(&sql, &[&event], stored)?.into_iter().map(with_record).collect()
    }
}
