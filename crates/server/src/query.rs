//! The parameters of a list, as they stand in an address.

use crate::error::ApiError;
use ascribe_casebook::{Bounds, Filter};
use ascribe_model::{Side, Status};
use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

/// Items of a page where no `limit` is given, and the most that can be asked for.
const PAGE: usize = 50;
const LARGEST_PAGE: usize = 1000;

/// Parameters of every list; an empty one counts as not given. See [`Filter`] for their meaning.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Parameters {
    /// Words that must occur; `"…"` for a phrase, `word*` for beginnings.
    text: Option<String>,
    /// A type of claim or event (`airstrike`).
    kind: Option<String>,
    /// `happened`, `ongoing`, `planned`, `expected` or `denied`.
    status: Option<String>,
    /// Side of an actor, of victims or of a source (`rebel`).
    side: Option<String>,
    /// Part of the name of a source or outlet.
    source: Option<String>,
    /// Part of the name of an actor, or its identifier.
    actor: Option<String>,
    /// Two-letter country code of a place.
    country: Option<String>,
    /// Not over before this day (`2020-04-03`).
    from: Option<String>,
    /// Begun by this day.
    to: Option<String>,
    /// A window of the map: `west,south,east,north` in degrees.
    bbox: Option<String>,
    /// `true`: only events with contradicting values; `false`: only those without.
    contested: Option<String>,
    /// Grade of the event.
    grade: Option<String>,
    /// Of this report.
    report: Option<String>,
    /// `true`: older versions of reports too.
    versions: Option<String>,
    /// At most so many, 50 where not given.
    limit: Option<String>,
    /// After leaving out so many.
    offset: Option<String>,
}

/// A filter read from the address of a request.
pub(crate) struct Wanted(pub(crate) Filter);

impl<S: Send + Sync> FromRequestParts<S> for Wanted {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let Query(parameters) = Query::<Parameters>::from_request_parts(parts, state)
            .await
            .map_err(|rejection| ApiError::bad_query(rejection.body_text()))?;
        parameters.filter().map(Self)
    }
}

impl Parameters {
    fn filter(self) -> Result<Filter, ApiError> {
        Ok(Filter {
            text: given(self.text),
            kind: given(self.kind),
            status: read("status", self.status, status)?,
            side: read("side", self.side, Side::parse)?,
            source: given(self.source),
            actor: given(self.actor),
            country: given(self.country),
            from: read("from", self.from, |s| s.parse::<Date>().ok())?,
            to: read("to", self.to, |s| s.parse::<Date>().ok())?,
            bbox: read("bbox", self.bbox, Bounds::parse)?,
            contested: read("contested", self.contested, truth)?,
            grade: given(self.grade),
            report: given(self.report),
            versions: read("versions", self.versions, truth)?.unwrap_or(false),
            limit: Some(read("limit", self.limit, |s| s.parse().ok())?.unwrap_or(PAGE).min(LARGEST_PAGE)),
            offset: read("offset", self.offset, |s| s.parse().ok())?.unwrap_or(0),
        })
    }
}

fn given(value: Option<String>) -> Option<String> {
    value.filter(|v| !v.trim().is_empty())
}

fn read<T>(
    name: &str,
    value: Option<String>,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, ApiError> {
    let Some(value) = given(value) else { return Ok(None) };
    match parse(value.trim()) {
        Some(parsed) => Ok(Some(parsed)),
        None => Err(ApiError::bad_query(format!("`{value}` is not a value of `{name}`."))),
    }
}

fn truth(value: &str) -> Option<bool> {
    match value {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

fn status(value: &str) -> Option<Status> {
    serde_json::from_value(serde_json::Value::String(value.to_owned())).ok()
}
