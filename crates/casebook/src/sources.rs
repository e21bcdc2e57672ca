//! Who says something in this casebook: outlets in their own voice, and everybody they quote.

use crate::{Casebook, CasebookError, SourceRow, read::named};
use ascribe_model::Side;

/// One row for each thing that somebody says: name, how, side, report, claim. A claim that names no
/// source is its outlet's own; every outlet has a row even where all its claims are of others.
const SAYINGS: &str = "
    SELECT s.name AS name, 'quoted' AS how, cs.side AS side, r.n AS report, c.id AS claim
      FROM claim_source cs JOIN source s ON s.n = cs.source
      JOIN claim c ON c.n = cs.claim JOIN report r ON r.n = c.report
      WHERE r.superseded_by IS NULL
    UNION ALL
    SELECT r.outlet, 'own', NULL, r.n, c.id FROM claim c JOIN report r ON r.n = c.report
      WHERE r.superseded_by IS NULL AND r.outlet IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM claim_source cs WHERE cs.claim = c.n)
    UNION ALL
    SELECT r.outlet, 'outlet', NULL, r.n, NULL FROM report r
      WHERE r.superseded_by IS NULL AND r.outlet IS NOT NULL";

impl Casebook {
    /// Everybody who says something, those with most claims first.
    pub fn sources(&self) -> Result<Vec<SourceRow>, CasebookError> {
        let sql = format!(
            "WITH saying AS MATERIALIZED ({SAYINGS})
             SELECT name,
               max(how = 'outlet'),
               count(DISTINCT iif(how = 'quoted', saying.claim, NULL)) AS quoted,
               count(DISTINCT iif(how = 'own', saying.claim, NULL)) AS own,
               count(DISTINCT report),
               count(DISTINCT e.n),
               count(DISTINCT iif(e.contested, e.n, NULL)),
               (SELECT json_group_array(side) FROM
                 (SELECT side FROM saying t WHERE t.name = saying.name AND side IS NOT NULL
                  GROUP BY side ORDER BY count(*) DESC, side))
             FROM saying
             LEFT JOIN event_claim ec ON ec.claim = saying.claim LEFT JOIN event e ON e.n = ec.event
             GROUP BY name ORDER BY quoted + own DESC, name"
        );
        self.rows(&sql, &[], |r| {
            let sides: Vec<String> = serde_json::from_str(&r.get::<_, String>(7)?).unwrap_or_default();
            Ok(SourceRow {
                name: r.get(0)?,
                is_outlet: r.get(1)?,
                quoted_claims: r.get(2)?,
                own_claims: r.get(3)?,
                reports: r.get(4)?,
                events: r.get(5)?,
                contested_events: r.get(6)?,
                sides: sides.into_iter().filter_map(named::<Side>).collect(),
            })
        })
    }
}
