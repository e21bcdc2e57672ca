//! The review log: decisions of people, only ever added.

use crate::{Casebook, CasebookError, Review};
use rusqlite::{Row, params};

impl Casebook {
    /// Writes down a decision. It can be overruled by a later one, never changed.
    pub fn append_review(&mut self, review: &Review) -> Result<(), CasebookError> {
        self.write(|transaction| {
            transaction
                .execute(
                    "INSERT INTO review (at, who, action, subject, object, note) VALUES (?, ?, ?, ?, ?, ?)",
                    params![review.at, review.who, review.action, review.subject, review.object, review.note],
                )
                .map(drop)
        })
    }

    /// All decisions in the order they were taken, or those on one claim, event or report.
    pub fn reviews(&self, on: Option<&str>) -> Result<Vec<Review>, CasebookError> {
        self.rows(
            "SELECT at, who, action, subject, object, note FROM review
             WHERE ?1 IS NULL OR subject = ?1 OR object = ?1 ORDER BY n",
            &[&on],
            review,
        )
    }
}

/// Reads `at, who, action, subject, object, note`.
pub(crate) fn review(row: &Row<'_>) -> rusqlite::Result<Review> {
    Ok(Review {
        at: row.get(0)?,
        who: row.get(1)?,
        action: row.get(2)?,
        subject: row.get(3)?,
        object: row.get(4)?,
        note: row.get(5)?,
    })
}
