//! The JSON API: one handler a route, and the table of routes that the OpenAPI document is made from.

mod about;
mod answers;

use crate::{error::ApiError, query::Parameters, state::Casebooks};
pub(crate) use about::About;
use ascribe_casebook::{EventFile, Facets, Hit, Page, ReportHead, SourceRow, StoredClaim, StoredReport};
use ascribe_model::Event;
use axum::{Router, extract::OriginalUri, routing::get};
use schemars::{Schema, SchemaGenerator};

/// What the OpenAPI document says of a route.
pub(crate) struct Route {
    /// Path below `/api`.
    pub(crate) path: &'static str,
    /// One sentence.
    pub(crate) about: &'static str,
    /// True where it takes the parameters of a list.
    pub(crate) list: bool,
    /// The shape of the answer.
    pub(crate) answer: fn(&mut SchemaGenerator) -> Schema,
}

const fn route(
    path: &'static str,
    about: &'static str,
    list: bool,
    answer: fn(&mut SchemaGenerator) -> Schema,
) -> Route {
    Route { path, about, list, answer }
}

/// Every route. A test asks each for an answer, so none can be listed without being served.
pub(crate) const ROUTES: &[Route] = &[
    route("/about", "Program, casebook, totals and whose data is shown.", false, |g| {
        g.subschema_for::<About>()
    }),
    route("/facets", "Values to choose from in a filter.", false, |g| g.subschema_for::<Facets>()),
    route("/reports", "Reports, newest first.", true, |g| g.subschema_for::<Page<ReportHead>>()),
    route(
        "/reports/{id}",
        "One report with text, passages and claims; offsets count characters.",
        false,
        |g| g.subschema_for::<StoredReport>(),
    ),
    route("/reports/{id}/versions", "All versions of a report, oldest first.", false, |g| {
        g.subschema_for::<Vec<ReportHead>>()
    }),
    route("/claims", "Claims, newest report first.", true, |g| g.subschema_for::<Page<StoredClaim>>()),
    route("/claims/{id}", "One claim.", false, |g| g.subschema_for::<StoredClaim>()),
    route("/events", "Events, newest first.", true, |g| g.subschema_for::<Page<Event>>()),
    route("/events/{id}", "One event with its claims in full.", false, |g| g.subschema_for::<EventFile>()),
    route("/events/{id}/geojson", "Where one event was.", false, |g| {
        g.subschema_for::<answers::FeatureCollection>()
    }),
    route("/events.geojson", "Places of events: points, and shapes of what is not a point.", true, |g| {
        g.subschema_for::<answers::FeatureCollection>()
    }),
    route("/sources", "Everybody who says something, those with most claims first.", false, |g| {
        g.subschema_for::<Vec<SourceRow>>()
    }),
    route("/search", "Passages that hold the words of `text`, best first.", true, |g| {
        g.subschema_for::<Page<Hit>>()
    }),
];

/// The parameters that every list takes.
pub(crate) fn parameters(generator: &mut SchemaGenerator) -> Schema {
    generator.root_schema_for::<Parameters>()
}

pub(crate) fn routes() -> Router<Casebooks> {
    Router::new()
        .route("/about", get(about::about))
        .route("/openapi.json", get(answers::openapi))
        .route("/facets", get(answers::facets))
        .route("/reports", get(answers::reports))
        .route("/reports/{id}", get(answers::report))
        .route("/reports/{id}/versions", get(answers::versions))
        .route("/claims", get(answers::claims))
        .route("/claims/{id}", get(answers::claim))
        .route("/events", get(answers::events))
        .route("/events/{id}", get(answers::event))
        .route("/events/{id}/geojson", get(answers::features_of))
        .route("/events.geojson", get(answers::features))
        .route("/sources", get(answers::sources))
        .route("/search", get(answers::search))
        .fallback(async |OriginalUri(uri): OriginalUri| ApiError::no_such_route(uri.path()))
}
