//! Who says something in this casebook: outlets in their own voice, and everybody they quote. All of it stands
//! in tables that filing and linking keep (`sql/005_sources.sql`): the price is that of the sources, not of the
//! claims.

use crate::{Casebook, CasebookError, Ratio, SourceRow, read::named};
use ascribe_events::known_side;
use ascribe_model::Side;
use std::collections::BTreeMap;

impl Casebook {
    /// Everybody who says something, those with most claims first.
    pub fn sources(&self) -> Result<Vec<SourceRow>, CasebookError> {
        self.read_together(|book| {
            let mut sides = book.sides_of_sources()?;
            let mut ratios = book.ratios()?;
            let mut carriers = book.carriers()?;
            let mut rows = book.source_rows()?;
            for row in &mut rows {
                row.sides = sides.remove(&row.name).unwrap_or_default();
                let known = known_side(&row.name);
                if row.sides.iter().all(|side| *side == Side::Unknown) && known != Side::Unknown {
                    row.sides = vec![known];
                }
                row.ratios = ratios.remove(&row.name).unwrap_or_default();
                row.carried_by = carriers.remove(&row.name).unwrap_or_default();
            }
            Ok(rows)
        })
    }

    fn source_rows(&self) -> Result<Vec<SourceRow>, CasebookError> {
        let sql = "SELECT source, outlet > 0, quoted, own, reports, events, contested, alone, compared, contradicted
             FROM source_total WHERE reports > 0 ORDER BY quoted + own DESC, source";
        self.rows(sql, &[], |r| {
            Ok(SourceRow {
                name: r.get(0)?,
                is_outlet: r.get(1)?,
                quoted_claims: r.get(2)?,
                own_claims: r.get(3)?,
                reports: r.get(4)?,
                events: r.get(5)?,
                contested_events: r.get(6)?,
                alone_claims: r.get(7)?,
                compared_events: r.get(8)?,
                contradicted_events: r.get(9)?,
                ratios: vec![],
                carried_by: vec![],
                sides: vec![],
            })
        })
    }

    /// Sides by name of source, most frequent first.
    fn sides_of_sources(&self) -> Result<BTreeMap<String, Vec<Side>>, CasebookError> {
        let sql = "SELECT source, side FROM source_side ORDER BY source, claims DESC, side";
        let sides = self.pairs(sql)?;
        let known = |names: Vec<String>| names.into_iter().filter_map(named::<Side>).collect();
        Ok(sides.into_iter().map(|(source, names)| (source, known(names))).collect())
    }

    /// Sites that carry what a source says, by name of source.
    fn carriers(&self) -> Result<BTreeMap<String, Vec<String>>, CasebookError> {
        self.pairs("SELECT source, carrier FROM source_carrier ORDER BY source, reports DESC, carrier")
    }

    fn pairs(&self, sql: &str) -> Result<BTreeMap<String, Vec<String>>, CasebookError> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (source, value) in self.rows(sql, &[], |r| Ok((r.get::<_, String>(0)?, r.get(1)?)))? {
            found.entry(source).or_default().push(value);
        }
        Ok(found)
    }

    /// Figures against those of others, by name of source.
    fn ratios(&self) -> Result<BTreeMap<String, Vec<Ratio>>, CasebookError> {
        let sql = "SELECT source, harm, count(*), sum(ratio < 1), sum(ratio > 1) FROM event_ratio
             GROUP BY source, harm ORDER BY source, harm";
        let rows = self.rows(sql, &[], |r| {
            let (cases, lower, higher) = (r.get(2)?, r.get(3)?, r.get(4)?);
            Ok((r.get::<_, String>(0)?, Ratio { harm: r.get(1)?, cases, middle: 1.0, lower, higher }))
        })?;
        let mut found: BTreeMap<String, Vec<Ratio>> = BTreeMap::new();
        for (source, ratio) in rows {
            let middle = self.middle_ratio(&source, &ratio)?;
            found.entry(source).or_default().push(Ratio { middle, ..ratio });
        }
        Ok(found)
    }

    fn middle_ratio(&self, source: &str, ratio: &Ratio) -> Result<f64, CasebookError> {
        let before = i64::try_from(ratio.cases.saturating_sub(1) / 2).unwrap_or(i64::MAX);
        let sql =
            "SELECT ratio FROM event_ratio WHERE source = ? AND harm = ? ORDER BY ratio LIMIT 1 OFFSET ?";
        let found = self.rows(sql, &[&source, &ratio.harm, &before], |r| r.get(0))?;
        Ok(found.into_iter().next().unwrap_or(1.0))
    }
}
