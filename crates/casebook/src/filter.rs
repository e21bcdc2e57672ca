//! One filter for every list, and its translation to SQL conditions.

use crate::{Bounds, text_query};
use ascribe_model::{Side, Status};
use jiff::civil::Date;
use rusqlite::ToSql;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What to list. Every condition that is set must hold; `Filter::default()` lists everything.
///
/// For events, the conditions on claims (`text`, `status`, `side`, `source`, `actor`, `report`) must
/// all hold for one claim of the event, so that "ISIS, told by Sputnik" means what it says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Filter {
    /// Words that must occur; `"…"` for a phrase, `word*` for beginnings.
    pub text: Option<String>,
    /// A type of the codebook.
    pub kind: Option<String>,
    /// Whether it happened, as claimed.
    pub status: Option<Status>,
    /// Side of an actor, of victims or of a source.
    pub side: Option<Side>,
    /// Part of the name of a source, or of the outlet.
    pub source: Option<String>,
    /// Part of the name of an actor, or its identifier.
    pub actor: Option<String>,
    /// ISO 3166-1 alpha-2 code of a place.
    pub country: Option<String>,
    /// Not over before this day. Occurrences without any date are left out where a day is given.
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// Begun by this day.
    #[schemars(with = "Option<String>")]
    pub to: Option<Date>,
    /// Touching this window of the map.
    pub bbox: Option<Bounds>,
    /// Only events with contradicting values (or claims of such), or only those without.
    pub contested: Option<bool>,
    /// Grade of the event.
    pub grade: Option<String>,
    /// Of this report (this version of it).
    pub report: Option<String>,
    /// Older versions of reports too.
    pub versions: bool,
    /// At most so many.
    pub limit: Option<usize>,
    /// After leaving out so many.
    pub offset: usize,
}

/// SQL conditions with their values. A clause names its own values `?1`, `?2` …; on joining others
/// they are counted on from those already there.
#[derive(Default)]
pub(crate) struct Conditions {
    clauses: Vec<String>,
    values: Vec<Box<dyn ToSql>>,
    /// The last query that events are to be among.
    among: Option<String>,
}

impl Conditions {
    fn add(&mut self, clause: &str, values: Vec<Box<dyn ToSql>>) {
        self.clauses.push(counted_on(clause, self.values.len()));
        self.values.extend(values);
    }

    fn bare(&mut self, clause: &str) {
        self.add(clause, vec![]);
    }

    /// Adds the clause where the value is set.
    fn when<T: ToSql + 'static>(&mut self, value: Option<T>, clause: &str) {
        if let Some(value) = value {
            self.add(clause, vec![Box::new(value)]);
        }
    }

    /// Adds the clause where a part of a name is asked for.
    fn part(&mut self, words: Option<&str>, clause: &str) {
        let words = words.filter(|w| !w.trim().is_empty());
        self.when(words.map(text_query::contains), clause);
    }

    /// Adds a full-text condition; a search for nothing but signs finds nothing.
    fn words(&mut self, text: Option<&str>, clause: &str) {
        let Some(text) = text.filter(|t| !t.trim().is_empty()) else { return };
        match text_query::full_text(text) {
            Some(query) => self.when(Some(query), clause),
            None => self.bare("0"),
        }
    }

    /// Adds `key IN (select WHERE inner)`, unless nothing is asked of the inner one. The inner query is
    /// run once, where `EXISTS` would run it for every row.
    fn among(&mut self, key: &str, select: &str, inner: Conditions) {
        if !inner.clauses.is_empty() {
            let query = format!("{select} WHERE {}", inner.sql());
            self.add(&format!("{key} IN ({query})"), inner.values);
            self.among = (key == EVENT).then_some(query);
        }
    }

    /// The conditions after `WHERE`.
    pub(crate) fn sql(&self) -> String {
        if self.clauses.is_empty() { "1".to_owned() } else { self.clauses.join(" AND ") }
    }

    /// The query that counts what the conditions hold for. Where they only ask to be among what another query
    /// gives, that is counted, and the rows themselves are not looked at.
    pub(crate) fn count(&self, tables: &str) -> String {
        match (&self.clauses[..], &self.among) {
            ([_], Some(query)) => format!("SELECT count(*) FROM (SELECT DISTINCT * FROM ({query}))"),
            _ => format!("SELECT count(*) FROM {tables} WHERE {}", self.sql()),
        }
    }

    /// The conditions for a page out of so many rows. Of few events each is looked up and all are sorted; of many the
    /// index of their order is walked until the page is full, which `+` asks for.
    pub(crate) fn page_sql(&self, total: usize) -> String {
        if total < MANY {
            return self.sql();
        }
        let walked = |clause: &String| match clause.strip_prefix(EVENT) {
            Some(rest) if rest.starts_with(" IN ") => format!("+{clause}"),
            _ => clause.clone(),
        };
        let clauses: Vec<String> = self.clauses.iter().map(walked).collect();
        if clauses.is_empty() { "1".to_owned() } else { clauses.join(" AND ") }
    }

    /// The values of the conditions, in order.
    pub(crate) fn parameters(&self) -> Vec<&dyn ToSql> {
        self.values.iter().map(|v| v.as_ref()).collect()
    }
}

/// Events from which walking them in order is cheaper than sorting them.
const MANY: usize = 1000;

/// `?1` becomes `?4` where three values stand before.
fn counted_on(clause: &str, before: usize) -> String {
    let mut pieces = clause.split('?');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
        let (digits, rest) = piece.split_at(end);
        let number = digits.parse::<usize>().map_or(0, |n| n + before);
        text.push_str(&format!("?{number}{rest}"));
    }
    text
}

const EVENT: &str = "e.n";
const REPORT: &str = "r.id = ?1";

const ANY_SIDE: &str = "?1 IN (SELECT side FROM claim_actor WHERE claim = c.n
    UNION ALL SELECT side FROM claim_source WHERE claim = c.n
    UNION ALL SELECT side FROM claim_effect WHERE claim = c.n)";

const ANY_SOURCE: &str = "(r.outlet LIKE ?1 ESCAPE '\\' OR EXISTS (SELECT 1 FROM claim_source cs
    JOIN source s ON s.n = cs.source WHERE cs.claim = c.n AND s.name LIKE ?1 ESCAPE '\\'))";

const ANY_ACTOR: &str = "EXISTS (SELECT 1 FROM claim_actor ca
    WHERE ca.claim = c.n AND (ca.name LIKE ?1 ESCAPE '\\' OR ca.actor_id = trim(?1, '%')))";

impl Filter {
    /// Conditions on `claim c JOIN report r`.
    pub(crate) fn on_claims(&self) -> Conditions {
        let mut found = self.on_one_claim();
        if !self.versions && self.report.is_none() {
            found.bare("r.superseded_by IS NULL");
        }
        found.when(self.kind.clone(), "c.type = ?1");
        self.days(&mut found, "c.time_from", "c.time_to");
        found.when(
            self.country_code(),
            "EXISTS (SELECT 1 FROM claim_place cp JOIN place p ON p.n = cp.place
               WHERE cp.claim = c.n AND p.country = ?1)",
        );
        self.window(&mut found, |boxes| {
            format!(
                "EXISTS (SELECT 1 FROM claim_place cp JOIN place_box b ON b.n = cp.place
                   WHERE cp.claim = c.n AND {boxes})"
            )
        });
        self.on_its_event(&mut found);
        found
    }

    /// What an event's claim must fulfil by itself.
    fn on_one_claim(&self) -> Conditions {
        let mut found = Conditions::default();
        found.words(self.text.as_deref(), "c.n IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ?1)");
        found.when(self.status.map(|s| crate::write_claim::name(&s)), "c.status = ?1");
        found.when(self.side.map(Side::name), ANY_SIDE);
        found.part(self.source.as_deref(), ANY_SOURCE);
        found.part(self.actor.as_deref(), ANY_ACTOR);
        found.when(self.report.clone(), REPORT);
        found
    }

    /// Conditions on `event e`.
    pub(crate) fn on_events(&self) -> Conditions {
        let mut found = Conditions::default();
        found.when(self.kind.clone(), "e.type = ?1");
        found.when(self.country_code(), "e.country = ?1");
        found.when(self.contested, "e.contested = ?1");
        found.when(self.grade.clone(), "e.grade = ?1");
        self.days(&mut found, "e.time_from", "e.time_to");
        self.window(&mut found, |boxes| format!("{EVENT} IN (SELECT b.n FROM event_box b WHERE {boxes})"));
        let words = Filter { text: self.text.clone(), ..Filter::default() };
        let asked = self.on_one_claim();
        // Words alone lead from the index to events without a look at the claims.
        let tables = match asked.sql() == words.on_one_claim().sql() {
            true => "SELECT c.event FROM event_claim c",
            false => {
                "SELECT ec.event FROM event_claim ec JOIN claim c ON c.n = ec.n JOIN report r ON r.n = c.report"
            }
        };
        found.among(EVENT, tables, asked);
        found
    }

    /// Conditions on `report r`; days are those of publication.
    pub(crate) fn on_reports(&self) -> Conditions {
        let mut found = Conditions::default();
        if !self.versions && self.report.is_none() {
            found.bare("r.superseded_by IS NULL");
        }
        found.when(self.report.clone(), REPORT);
        found.words(
            self.text.as_deref(),
            "r.n IN (SELECT p.report FROM passage p WHERE p.n IN
               (SELECT rowid FROM passage_text WHERE passage_text MATCH ?1))",
        );
        found.when(self.from.map(|d| d.to_string()), "r.anchor >= ?1");
        found.when(self.to.map(|d| d.to_string()), "r.anchor <= ?1");
        let rest = Filter {
            text: None,
            report: None,
            from: None,
            to: None,
            source: None,
            versions: true,
            ..self.clone()
        };
        found.part(
            self.source.as_deref(),
            "(r.outlet LIKE ?1 ESCAPE '\\' OR EXISTS (SELECT 1 FROM claim c
                JOIN claim_source cs ON cs.claim = c.n JOIN source s ON s.n = cs.source
                WHERE c.report = r.n AND s.name LIKE ?1 ESCAPE '\\'))",
        );
        let claims = "SELECT c.report FROM claim c JOIN report r ON r.n = c.report";
        found.among("r.n", claims, rest.on_claims());
        found
    }

    /// Conditions on `passage_text`, `passage p` and `report r`, for a full-text query.
    pub(crate) fn on_passages(&self, query: String) -> Conditions {
        let mut found = Conditions::default();
        found.when(Some(query), "passage_text MATCH ?1");
        found.when(self.report.clone(), REPORT);
        if !self.versions && self.report.is_none() {
            found.bare("r.superseded_by IS NULL");
        }
        found
    }

    fn on_its_event(&self, found: &mut Conditions) {
        let mut event = Conditions::default();
        event.when(self.contested, "e.contested = ?1");
        event.when(self.grade.clone(), "e.grade = ?1");
        let claims = "SELECT ec.n FROM event_claim ec JOIN event e ON e.n = ec.event";
        found.among("c.n", claims, event);
    }

    fn country_code(&self) -> Option<String> {
        self.country.as_deref().map(|code| code.trim().to_ascii_uppercase())
    }

    /// An interval with one open end ("recently" has no first day) is taken to reach a year: else
    /// "recently", told in 2020, would be found in every search for 1990.
    fn days(&self, found: &mut Conditions, from: &str, to: &str) {
        if self.from.is_some() || self.to.is_some() {
            found.bare(&format!("({from} IS NOT NULL OR {to} IS NOT NULL)"));
        }
        let day = |d: Date| d.to_string();
        found.when(self.from.map(day), &format!("coalesce({to}, date({from}, '+1 year'))  >= ?1"));
        found.when(self.to.map(day), &format!("coalesce({from}, date({to}, '-1 year')) <= ?1"));
    }

    fn window(&self, found: &mut Conditions, clause: impl Fn(&str) -> String) {
        let Some(b) = self.bbox else { return };
        let across = if b.west <= b.east {
            "(b.east >= ?1 AND b.west <= ?2)"
        } else {
            "(b.east >= ?1 OR b.west <= ?2)"
        };
        found.add(
            &clause(&format!("{across} AND b.north >= ?3 AND b.south <= ?4")),
            vec![Box::new(b.west), Box::new(b.east), Box::new(b.south), Box::new(b.north)],
        );
    }
}
