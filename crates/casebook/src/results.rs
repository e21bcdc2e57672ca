//! The answers of a casebook: plain values that serialise to the JSON of the API and the command line.

use ascribe_events::{Detail, Shared};
use ascribe_model::{Claim, Event, Note, PassageKind, Side};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One page of a longer list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PageOf{T}")]
pub struct Page<T> {
    /// How many there are in all.
    pub total: usize,
    /// How many were left out before the first.
    pub offset: usize,
    /// At most this many were asked for; null where all were.
    pub limit: Option<usize>,
    /// The items, in the order of the list.
    pub items: Vec<T>,
}

/// What a list shows of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportHead {
    /// Name in the casebook; versions after the first end in `@2`, `@3` …
    pub id: String,
    /// 1 for the first reading, counting up with each edit of the report.
    pub version: usize,
    /// The version that replaced it, if one did.
    pub superseded_by: Option<String>,
    /// Headline.
    pub title: Option<String>,
    /// The site it was read on.
    pub publisher: Option<String>,
    /// The outlet it was republished from.
    pub original_publisher: Option<String>,
    /// Date of publication by `publisher`.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// Date of publication by `original_publisher`.
    #[schemars(with = "Option<String>")]
    pub originally_published: Option<Date>,
    /// Author as printed.
    pub byline: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Where its bytes were read.
    pub origin: String,
    /// Further places where the same bytes were found.
    pub also_at: Vec<String>,
    /// ISO 639-1 code.
    pub language: String,
    /// SHA-256 of the original bytes, in hex.
    pub hash: String,
    /// Rules and lists it was read with.
    pub codebook_version: String,
    /// Number of claims.
    pub claims: usize,
    /// Number of events that its claims belong to.
    pub events: usize,
}

impl ReportHead {
    /// The outlet whose words these are: the original publisher, else the publisher.
    pub fn outlet(&self) -> Option<&str> {
        self.original_publisher.as_deref().or(self.publisher.as_deref())
    }
}

/// A report with its text and all that was found in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StoredReport {
    /// What a list shows of it.
    #[serde(flatten)]
    pub head: ReportHead,
    /// The text that was read; offsets count its characters (Unicode scalar values).
    pub text: String,
    /// Runs of the text by kind.
    pub passages: Vec<StoredPassage>,
    /// Its claims, in text order.
    pub claims: Vec<StoredClaim>,
    /// Reports that share wording with it, earlier ones first.
    pub shared: Vec<SharedWith>,
    /// What a reader should know of the reading.
    pub notes: Vec<Note>,
}

/// A run of a stored report's text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StoredPassage {
    /// What it is.
    pub kind: PassageKind,
    /// First character inside.
    pub start: usize,
    /// First character after.
    pub end: usize,
    /// Name of the commenter, for comments.
    pub author: Option<String>,
}

/// A claim with where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StoredClaim {
    /// The claim; its `id` is `<report id>#<number>`.
    #[serde(flatten)]
    pub claim: Claim,
    /// Report it stands in.
    pub report: String,
    /// Headline of the report.
    pub report_title: Option<String>,
    /// Outlet whose words these are: the source of a claim that names none.
    pub outlet: Option<String>,
    /// The site it was read on, which may have taken it over from the outlet.
    pub publisher: Option<String>,
    /// Date that the report's "today" means.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// The version of the report that replaced it, if one did.
    pub superseded_by: Option<String>,
    /// The event of the casebook that the claim belongs to.
    pub event_id: Option<String>,
}

/// What a reference to an event shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventHead {
    /// Its name in the casebook.
    pub id: String,
    /// One line.
    pub title: String,
}

/// Wording that a report shares with another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SharedWith {
    /// The other report.
    pub report: String,
    /// Its headline.
    pub title: Option<String>,
    /// The outlet whose words it has.
    pub outlet: Option<String>,
    /// Its date.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// True where it came before this one, by date, then by name.
    pub earlier: bool,
    /// What is shared, and where.
    #[serde(flatten)]
    pub shared: Shared,
}

/// An event with its claims.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EventFile {
    /// The event.
    #[serde(flatten)]
    pub event: Event,
    /// Its claims in full, in the order of `claims`.
    #[serde(rename = "claim_records")]
    pub records: Vec<StoredClaim>,
    /// Attribute by attribute who says what, who is behind it, who knows of it, and why it is one event.
    #[serde(flatten)]
    pub detail: Detail,
    /// Events that this one, a sum of several, contains as far as actor, place and time tell.
    pub contains: Vec<EventHead>,
    /// Sums that contain this event.
    pub part_of: Vec<EventHead>,
    /// Decisions of people on the event or one of its claims, oldest first.
    pub reviews: Vec<Review>,
}

/// Somebody who says something, in their own reports or in those of others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceRow {
    /// Name as the reports give it.
    pub name: String,
    /// True where it published reports of the casebook.
    pub is_outlet: bool,
    /// Sides that reports or lists give it, most frequent first.
    pub sides: Vec<Side>,
    /// Claims attributed to it.
    pub quoted_claims: usize,
    /// Claims it makes in its own voice.
    pub own_claims: usize,
    /// Reports that it published or is quoted in.
    pub reports: usize,
    /// Events it tells of.
    pub events: usize,
    /// How many of those events are contested.
    pub contested_events: usize,
    /// Claims on events that nobody else tells of.
    pub alone_claims: usize,
    /// Events that it tells of beside other, independent origins.
    pub compared_events: usize,
    /// How many of these another source contradicts it on.
    pub contradicted_events: usize,
    /// Its figures against those of others on the same events.
    pub ratios: Vec<Ratio>,
    /// Outlets that carry it, those with most reports first.
    pub carried_by: Vec<String>,
}

/// A source's figures of one harm against those of others on the same events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Ratio {
    /// The harm.
    pub harm: String,
    /// Number of cases: one for each event and side of victims on which both give a figure.
    pub cases: usize,
    /// The middle one of the ratios own figure / middle figure of the others; above 1 where it tells of more.
    pub middle: f64,
    /// Cases in which it gives less than the others.
    pub lower: usize,
    /// Cases in which it gives more.
    pub higher: usize,
}

/// How many of each there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Reports, counting versions of one report once.
    pub reports: usize,
    /// Older versions kept beside them.
    pub older_versions: usize,
    /// Claims of the newest versions.
    pub claims: usize,
    /// Events.
    pub events: usize,
    /// Events with contradicting values.
    pub contested: usize,
    /// Names that claims are attributed to.
    pub sources: usize,
    /// Versions of the rules and lists the reports were read with.
    pub codebook_versions: Vec<String>,
    /// False where claims were added since events were last put together.
    pub linked: bool,
}

/// Values to choose from in a filter, with how many events each has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Facets {
    /// Types of events.
    pub types: Vec<Facet>,
    /// Countries of events.
    pub countries: Vec<Facet>,
    /// Grades of events.
    pub grades: Vec<Facet>,
    /// Status of claims in events.
    pub statuses: Vec<Facet>,
    /// Sides of actors, victims and sources in events.
    pub sides: Vec<Facet>,
    /// First and last day that any event names.
    pub days: [Option<String>; 2],
}

/// One value and the number of events that have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Facet {
    /// The value.
    pub value: String,
    /// Events with it.
    pub events: usize,
}

/// A passage that holds the words searched for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Hit {
    /// Report.
    pub report: String,
    /// Headline of the report.
    pub title: Option<String>,
    /// Outlet.
    pub outlet: Option<String>,
    /// Date of the report.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// What the passage is.
    pub kind: PassageKind,
    /// First character of the passage.
    pub start: usize,
    /// First character after it.
    pub end: usize,
    /// The words around the hit, in runs: what matched and what stands beside it.
    pub snippet: Vec<SnippetRun>,
}

/// A run of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SnippetRun {
    /// The words.
    pub text: String,
    /// True where they are what was searched for.
    pub hit: bool,
}

/// One decision of a person; never changed once written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Review {
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub who: String,
    /// What was decided (`must_link`, `cannot_link`, `confirm`, `reject`, `note`, …).
    pub action: String,
    /// The claim, event or report decided on.
    pub subject: String,
    /// The other one, where a decision joins or parts two.
    pub object: Option<String>,
    /// Why.
    pub note: Option<String>,
}
