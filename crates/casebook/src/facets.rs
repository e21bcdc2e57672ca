//! What is in the casebook: totals, and the values that a filter can choose from.

use crate::{Casebook, CasebookError, Facet, Facets, Summary};

impl Casebook {
    /// How many of each there are.
    pub fn summary(&self) -> Result<Summary, CasebookError> {
        self.read_together(|book| {
            let count = |sql| book.number(sql, &[]);
            Ok(Summary {
                reports: count("SELECT count(*) FROM report WHERE superseded_by IS NULL")?,
                older_versions: count("SELECT count(*) FROM report WHERE superseded_by IS NOT NULL")?,
                claims: count(
                    "SELECT count(*) FROM claim c JOIN report r ON r.n = c.report
                     WHERE r.superseded_by IS NULL",
                )?,
                events: count("SELECT count(*) FROM event")?,
                contested: count("SELECT count(*) FROM event WHERE contested")?,
                sources: count("SELECT count(*) FROM source")?,
                codebook_versions: book.rows(
                    "SELECT DISTINCT codebook_version FROM report ORDER BY 1",
                    &[],
                    |r| r.get(0),
                )?,
                linked: book.is_linked()?,
            })
        })
    }

    /// The values of each attribute with the number of events that have it, most frequent first.
    pub fn facets(&self) -> Result<Facets, CasebookError> {
        self.read_together(|book| {
            let days = book.rows(
                "SELECT min(coalesce(time_from, time_to)), max(coalesce(time_to, time_from)) FROM event",
                &[],
                |r| Ok([r.get(0)?, r.get(1)?]),
            )?;
            Ok(Facets {
                types: book.facet("SELECT type AS value, n AS event FROM event")?,
                countries: book.facet("SELECT country AS value, n AS event FROM event")?,
                grades: book.facet("SELECT grade AS value, n AS event FROM event")?,
                statuses: book.facet(
                    "SELECT c.status AS value, ec.event FROM event_claim ec JOIN claim c ON c.n = ec.n",
                )?,
                sides: book.facet(
                    "SELECT x.side AS value, ec.event FROM event_claim ec JOIN claim c ON c.n = ec.n
                     JOIN (SELECT claim, side FROM claim_actor UNION ALL SELECT claim, side FROM claim_source
                           UNION ALL SELECT claim, side FROM claim_effect) x ON x.claim = c.n",
                )?,
                days: days.into_iter().next().unwrap_or_default(),
            })
        })
    }

    fn facet(&self, pairs: &str) -> Result<Vec<Facet>, CasebookError> {
        let sql = format!(
            "SELECT value, count(DISTINCT event) FROM ({pairs}) WHERE value IS NOT NULL AND value <> ''
             GROUP BY value ORDER BY 2 DESC, 1"
        );
        self.rows(&sql, &[], |r| Ok(Facet { value: r.get(0)?, events: r.get(1)? }))
    }
}
