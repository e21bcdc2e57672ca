//! Who says something in this casebook: outlets in their own voice, and everybody they quote.

use crate::{Casebook, CasebookError, Ratio, SourceRow, read::named};
use ascribe_model::Side;
use std::collections::BTreeMap;

/// One row for each thing that somebody says: name, how, report, claim. A claim that names no
/// source is its outlet's own; every outlet has a row even where all its claims are of others.
const SAYINGS: &str = "
    SELECT s.name AS name, 'quoted' AS how, r.n AS report, c.id AS claim
      FROM claim_source cs JOIN source s ON s.n = cs.source
      JOIN claim c ON c.n = cs.claim JOIN report r ON r.n = c.report
      WHERE r.superseded_by IS NULL
    UNION ALL
    SELECT r.outlet, 'own', r.n, c.id FROM claim c JOIN report r ON r.n = c.report
      WHERE r.superseded_by IS NULL AND r.outlet IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM claim_source cs WHERE cs.claim = c.n)
    UNION ALL
    SELECT r.outlet, 'outlet', r.n, NULL FROM report r
      WHERE r.superseded_by IS NULL AND r.outlet IS NOT NULL";

impl Casebook {
    /// Everybody who says something, those with most claims first.
    pub fn sources(&self) -> Result<Vec<SourceRow>, CasebookError> {
        self.read_together(|book| {
            let mut sides = book.sides_of_sources()?;
            let mut compared = book.comparisons()?;
            let mut ratios = book.ratios()?;
            let mut carriers = book.carriers()?;
            let mut rows = book.source_rows()?;
            for row in &mut rows {
                row.sides = sides.remove(&row.name).unwrap_or_default();
                (row.compared_events, row.contradicted_events) =
                    compared.remove(&row.name).unwrap_or_default();
                row.ratios = ratios.remove(&row.name).unwrap_or_default();
                row.carried_by = carriers.remove(&row.name).unwrap_or_default();
            }
            Ok(rows)
        })
    }

    fn source_rows(&self) -> Result<Vec<SourceRow>, CasebookError> {
        let sql = format!(
            "SELECT name,
               max(how = 'outlet'),
               count(DISTINCT iif(how = 'quoted', saying.claim, NULL)) AS quoted,
               count(DISTINCT iif(how = 'own', saying.claim, NULL)) AS own,
               count(DISTINCT report),
               count(DISTINCT e.n),
               count(DISTINCT iif(e.contested, e.n, NULL)),
               count(DISTINCT iif(e.origins = 1, saying.claim, NULL))
             FROM ({SAYINGS}) AS saying
             LEFT JOIN event_claim ec ON ec.claim = saying.claim LEFT JOIN event e ON e.n = ec.event
             GROUP BY name ORDER BY quoted + own DESC, name"
        );
        self.rows(&sql, &[], |r| {
            Ok(SourceRow {
                name: r.get(0)?,
                is_outlet: r.get(1)?,
                quoted_claims: r.get(2)?,
                own_claims: r.get(3)?,
                reports: r.get(4)?,
                events: r.get(5)?,
                contested_events: r.get(6)?,
                alone_claims: r.get(7)?,
                compared_events: 0,
                contradicted_events: 0,
                ratios: vec![],
                carried_by: vec![],
                sides: vec![],
            })
        })
    }

    /// Sides by name of source, most frequent first.
    fn sides_of_sources(&self) -> Result<BTreeMap<String, Vec<Side>>, CasebookError> {
        let pairs: Vec<(String, String)> = self.rows(
            "SELECT s.name, cs.side FROM claim_source cs JOIN source s ON s.n = cs.source
             JOIN claim c ON c.n = cs.claim JOIN report r ON r.n = c.report
             WHERE r.superseded_by IS NULL
             GROUP BY s.name, cs.side ORDER BY s.name, count(*) DESC, cs.side",
            &[],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )?;
        let mut sides: BTreeMap<String, Vec<Side>> = BTreeMap::new();
        for (name, side) in pairs {
            sides.entry(name).or_default().extend(named::<Side>(side));
        }
        Ok(sides)
    }

    /// Events told beside others, and those contradicted, by name of source.
    fn comparisons(&self) -> Result<BTreeMap<String, (usize, usize)>, CasebookError> {
        let rows = self.rows(
            "SELECT source, count(*), sum(contradicted) FROM event_voice GROUP BY source",
            &[],
            |r| Ok((r.get(0)?, (r.get(1)?, r.get(2)?))),
        )?;
        Ok(rows.into_iter().collect())
    }

    /// Figures against those of others, by name of source.
    fn ratios(&self) -> Result<BTreeMap<String, Vec<Ratio>>, CasebookError> {
        let rows: Vec<(String, String, f64)> = self.rows(
            "SELECT source, harm, ratio FROM event_ratio ORDER BY source, harm, ratio",
            &[],
            |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
        )?;
        let mut found: BTreeMap<String, Vec<Ratio>> = BTreeMap::new();
        for same in rows.chunk_by(|a, b| (&a.0, &a.1) == (&b.0, &b.1)) {
            let [(source, harm, _), ..] = same else { continue };
            let count = |wanted: fn(f64) -> bool| same.iter().filter(|(.., ratio)| wanted(*ratio)).count();
            found.entry(source.clone()).or_default().push(Ratio {
                harm: harm.clone(),
                cases: same.len(),
                middle: same[(same.len() - 1) / 2].2,
                lower: count(|ratio| ratio < 1.0),
                higher: count(|ratio| ratio > 1.0),
            });
        }
        Ok(found)
    }

    /// Sites that carry what a source says, by name of source.
    fn carriers(&self) -> Result<BTreeMap<String, Vec<String>>, CasebookError> {
        let rows: Vec<(String, String)> = self.rows(
            "SELECT s.name, coalesce(r.publisher, r.outlet) AS carrier FROM claim_source cs
             JOIN source s ON s.n = cs.source JOIN claim c ON c.n = cs.claim JOIN report r ON r.n = c.report
             WHERE r.superseded_by IS NULL AND carrier IS NOT NULL
             GROUP BY s.name, carrier ORDER BY s.name, count(DISTINCT r.n) DESC, carrier",
            &[],
            |r| Ok((r.get(0)?, r.get(1)?)),
        )?;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (source, carrier) in rows {
            found.entry(source).or_default().push(carrier);
        }
        Ok(found)
    }
}
