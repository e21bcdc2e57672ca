//! Questions about events.

use crate::{
    Casebook, CasebookError, EventFile, EventHead, Filter, Page, Review, ledger::Ledger, linking::Facts,
    read::record,
};
use ascribe_events::{Detail, Store, joints};
use ascribe_model::Event;
use rusqlite::OptionalExtension;

/// Newest first, undated last.
const ORDER: &str = "coalesce(e.time_from, e.time_to) IS NULL, coalesce(e.time_from, e.time_to) DESC,
    coalesce(e.time_to, e.time_from) DESC, e.id";

/// Told as one occurrence, within the days of a sum.
const CONTAINED: &str = "o.time_from >= e.time_from AND o.time_to <= e.time_to
    AND NOT EXISTS (SELECT 1 FROM event_claim ec JOIN claim c ON c.n = ec.n
                    WHERE ec.event = o.n AND c.aggregate)";
/// Told as a sum, of days among which the event's are.
const CONTAINING: &str = "o.time_from <= e.time_from AND o.time_to >= e.time_to
    AND EXISTS (SELECT 1 FROM event_claim ec JOIN claim c ON c.n = ec.n
                WHERE ec.event = o.n AND c.aggregate)";

impl Casebook {
    /// Events, newest first, undated ones last.
    pub fn events(&self, filter: &Filter) -> Result<Page<Event>, CasebookError> {
        let page =
            self.page("e.doc", "event e", &filter.on_events(), ORDER, filter, |r| r.get::<_, String>(0))?;
        let items = page.items.iter().map(|doc| record("event", doc)).collect::<Result<_, _>>()?;
        Ok(Page { total: page.total, offset: page.offset, limit: page.limit, items })
    }

    /// The events of these names, in their order; those that are not there are left out.
    pub fn events_named<'a>(
        &self,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Result<Vec<Event>, CasebookError> {
        let mut found = vec![];
        for id in ids {
            found.extend(self.rows("SELECT doc FROM event WHERE id = ?", &[&id], |r| r.get::<_, String>(0))?);
        }
        found.iter().map(|doc| record("event", doc)).collect()
    }

    /// One event with its claims and what people decided about them.
    pub fn event(&self, id: &str) -> Result<EventFile, CasebookError> {
        let doc: Option<String> = self
            .connection
            .query_row("SELECT doc FROM event WHERE id = ?", [id], |r| r.get(0))
            .optional()
            .map_err(|e| self.fail(e))?;
        let doc = doc.ok_or(CasebookError::NotFound { what: "event", id: id.to_owned() })?;
        let event: Event = record("event", &doc)?;
        let records = self.stored_claims_of_event(id)?;
        let sum = records.iter().any(|c| c.claim.aggregate);
        let detail = self.detail(&event).map_err(|e| self.fail(e))?;
        Ok(EventFile {
            detail,
            contains: if sum { self.related(id, CONTAINED)? } else { vec![] },
            part_of: if sum { vec![] } else { self.related(id, CONTAINING)? },
            event,
            records,
            reviews: self.reviews_on_event(id)?,
        })
    }

    fn detail(&self, event: &Event) -> rusqlite::Result<Detail> {
        let facts = Facts::of_claims(&self.connection, &event.claims)?;
        let detail = ascribe_events::detail(event, facts.told());
        let ledger = Ledger::new(&self.connection);
        let mut units = std::collections::BTreeSet::new();
        for claim in &event.claims {
            units.extend(ledger.unit_of(claim)?);
        }
        let units: Vec<i64> = units.into_iter().collect();
        Ok(Detail { joined: joints(&ledger, &units)?, ..detail })
    }

    fn related(&self, id: &str, which: &str) -> Result<Vec<EventHead>, CasebookError> {
        let sql = format!(
            "SELECT o.id, o.title FROM event e JOIN event_box a ON a.n = e.n
             JOIN event_box b ON b.west <= a.east AND b.east >= a.west AND b.south <= a.north AND b.north >= a.south
             JOIN event o ON o.n = b.n
             WHERE e.id = ?1 AND o.n <> e.n AND {which}
               AND EXISTS (SELECT 1 FROM event_claim ec JOIN claim c ON c.n = ec.n
                 JOIN claim_actor x ON x.claim = c.n AND x.role = 'agent'
                 JOIN claim_actor y ON y.role = 'agent' AND coalesce(y.actor_id, y.name) = coalesce(x.actor_id, x.name)
                 JOIN event_claim ed ON ed.n = y.claim
                 WHERE ec.event = e.n AND ed.event = o.n)
             ORDER BY o.time_from, o.id LIMIT 200"
        );
        self.rows(&sql, &[&id], |r| Ok(EventHead { id: r.get(0)?, title: r.get(1)? }))
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
