//! Questions about events.

use crate::{Casebook, CasebookError, EventFile, Filter, Page, Review, read::record};
use ascribe_model::Event;
use rusqlite::OptionalExtension;

/// Newest first, undated last.
const ORDER: &str = "coalesce(e.time_from, e.time_to) IS NULL, coalesce(e.time_from, e.time_to) DESC,
    coalesce(e.time_to, e.time_from) DESC, e.id";

impl Casebook {
    /// Events, newest first, undated ones last.
    pub fn events(&self, filter: &Filter) -> Result<Page<Event>, CasebookError> {
        let page =
            self.page("e.doc", "event e", &filter.on_events(), ORDER, filter, |r| r.get::<_, String>(0))?;
        let items = page.items.iter().map(|doc| record("event", doc)).collect::<Result<_, _>>()?;
        Ok(Page { total: page.total, offset: page.offset, limit: page.limit, items })
    }

    /// One event with its claims and what people decided about them.
    pub fn event(&self, id: &str) -> Result<EventFile, CasebookError> {
        let doc: Option<String> = self
            .connection
            .query_row("SELECT doc FROM event WHERE id = ?", [id], |r| r.get(0))
            .optional()
            .map_err(|e| self.fail(e))?;
        let doc = doc.ok_or(CasebookError::NotFound { what: "event", id: id.to_owned() })?;
        let records = self.stored_claims_of_event(id)?;
        Ok(EventFile { event: record("event", &doc)?, records, reviews: self.reviews_on_event(id)? })
    }

    fn reviews_on_event(&self, id: &str) -> Result<Vec<Review>, CasebookError> {
        self.rows(
            "SELECT v.at, v.who, v.action, v.subject, v.object, v.note FROM review v
             WHERE v.subject = ?1 OR v.object = ?1 OR EXISTS
               (SELECT 1 FROM event e JOIN event_claim ec ON ec.event = e.n
                WHERE e.id = ?1 AND (ec.claim = v.subject OR ec.claim = v.object))
             ORDER BY v.n",
            &[&id],
            crate::reviews::review,
        )
    }
}
