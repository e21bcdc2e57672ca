//! What all questions share: running a list with its total, and reading stored records back.

use crate::{Casebook, CasebookError, Filter, Page, filter::Conditions};
use rusqlite::{Row, ToSql};
use serde::de::DeserializeOwned;

impl Casebook {
    /// All rows of a query, each read by `read`.
    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, CasebookError> {
        let run = || -> rusqlite::Result<Vec<T>> {
            self.connection.prepare_cached(sql)?.query_map(values, read)?.collect()
        };
        run().map_err(|e| self.fail(e))
    }

    pub(crate) fn number(&self, sql: &str, values: &[&dyn ToSql]) -> Result<usize, CasebookError> {
        self.connection.query_row(sql, values, |r| r.get(0)).map_err(|e| self.fail(e))
    }

    /// One page of `SELECT columns FROM tables WHERE conditions ORDER BY order`, with the total.
    pub(crate) fn page<T>(
        &self,
        columns: &str,
        tables: &str,
        conditions: &Conditions,
        order: &str,
        filter: &Filter,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Page<T>, CasebookError> {
        let values = conditions.parameters();
        let total = self.number(&conditions.count(tables), &values)?;
        let wanted = conditions.page_sql(total);
        let limit = filter.limit.map_or(-1, |n| i64::try_from(n).unwrap_or(i64::MAX));
        let offset = i64::try_from(filter.offset).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT {columns} FROM {tables} WHERE {wanted} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
        );
        let items = self.rows(&sql, &values, read)?;
        Ok(Page { total, offset: filter.offset, limit: filter.limit, items })
    }
}

/// Reads a `doc` column.
pub(crate) fn record<T: DeserializeOwned>(what: &'static str, doc: &str) -> Result<T, CasebookError> {
    serde_json::from_str(doc).map_err(|source| CasebookError::Record { what, source })
}

/// Reads a name that `write_claim::name` wrote; `None` for one this program does not know.
pub(crate) fn named<T: DeserializeOwned>(name: String) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name)).ok()
}

/// A date column; anything but an ISO date counts as none.
pub(crate) fn date(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<jiff::civil::Date>> {
    Ok(row.get::<_, Option<String>>(column)?.and_then(|text| text.parse().ok()))
}
