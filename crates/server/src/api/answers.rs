//! The handlers: each reads its parameters, asks the casebook one question, and answers JSON.

use crate::{error::ApiError, features, openapi, query::Wanted, state::Casebooks};
use ascribe_casebook::{
    EventFile, Facets, Filter, Hit, Page, ReportHead, SourceRow, StoredClaim, StoredReport,
};
use ascribe_model::Event;
use axum::{
    Json,
    extract::{Path, State},
    http::header,
    response::IntoResponse,
};
use schemars::JsonSchema;
use serde_json::Value;

type Answer<T> = Result<Json<T>, ApiError>;
type Books = State<Casebooks>;

/// Points on a map beyond this many help nobody; `total` says how many there are.
const MOST_FEATURES: usize = 20_000;

/// GeoJSON (RFC 7946) with the number of events that the filter found.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "stands for a shape in the OpenAPI document")]
pub(crate) struct FeatureCollection {
    /// `FeatureCollection`.
    r#type: String,
    /// Events found, located or not.
    total: usize,
    /// See docs/api.md for the properties.
    features: Vec<Value>,
}

pub(crate) async fn openapi() -> Json<Value> {
    Json(openapi::document())
}

pub(crate) async fn facets(State(books): Books) -> Answer<Facets> {
    books.ask(|book| book.facets()).await.map(Json)
}

pub(crate) async fn reports(State(books): Books, Wanted(filter): Wanted) -> Answer<Page<ReportHead>> {
    books.ask_naming(move |book| book.reports(&filter)).await.map(Json)
}

pub(crate) async fn report(State(books): Books, Path(id): Path<String>) -> Answer<StoredReport> {
    books.ask_naming(move |book| book.report(&id)).await.map(Json)
}

pub(crate) async fn versions(State(books): Books, Path(id): Path<String>) -> Answer<Vec<ReportHead>> {
    books.ask_naming(move |book| book.versions(&id)).await.map(Json)
}

pub(crate) async fn claims(State(books): Books, Wanted(filter): Wanted) -> Answer<Page<StoredClaim>> {
    books.ask_naming(move |book| book.claims(&filter)).await.map(Json)
}

pub(crate) async fn claim(State(books): Books, Path(id): Path<String>) -> Answer<StoredClaim> {
    books.ask_naming(move |book| book.claim(&id)).await.map(Json)
}

pub(crate) async fn events(State(books): Books, Wanted(filter): Wanted) -> Answer<Page<Event>> {
    books.ask_naming(move |book| book.events(&filter)).await.map(Json)
}

pub(crate) async fn event(State(books): Books, Path(id): Path<String>) -> Answer<EventFile> {
    books.ask_naming(move |book| book.event(&id)).await.map(Json)
}

pub(crate) async fn features(
    State(books): Books,
    Wanted(filter): Wanted,
) -> Result<impl IntoResponse, ApiError> {
    let filter = Filter { limit: Some(MOST_FEATURES), offset: 0, ..filter };
    let page = books.ask_naming(move |book| book.events(&filter)).await?;
    Ok(geojson(&page.items, page.total))
}

pub(crate) async fn features_of(
    State(books): Books,
    Path(id): Path<String>,
) -> Result<impl IntoResponse, ApiError> {
    let file = books.ask_naming(move |book| book.event(&id)).await?;
    Ok(geojson(&[file.event], 1))
}

fn geojson(events: &[Event], total: usize) -> impl IntoResponse + use<> {
    let body = Json(features::collection(events, total));
    ([(header::CONTENT_TYPE, "application/geo+json")], body)
}

pub(crate) async fn sources(State(books): Books) -> Answer<Vec<SourceRow>> {
    books.ask_naming(|book| book.sources()).await.map(Json)
}

pub(crate) async fn search(State(books): Books, Wanted(filter): Wanted) -> Answer<Page<Hit>> {
    books.ask_naming(move |book| book.search(&filter)).await.map(Json)
}
