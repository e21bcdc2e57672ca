//! What runs here, over which casebook, and whose data it shows.

use crate::{error::ApiError, state::Casebooks};
use ascribe_casebook::{CASEBOOK_VERSION, Summary};
use axum::{Json, extract::State};
use schemars::JsonSchema;
use serde::Serialize;

/// Whose work is shown besides the reports; kept beside the code so that a person can edit it.
const ATTRIBUTION: &str = include_str!("../../attribution.txt");

/// The program and the casebook it serves.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct About {
    /// `Ascribe`.
    name: &'static str,
    /// Version of the program.
    version: &'static str,
    /// Version of the data shapes.
    schema_version: u32,
    /// Layout of the casebook file.
    casebook_version: u32,
    /// File name of the casebook.
    casebook: String,
    /// How many of each there are.
    summary: Summary,
    /// Lines to show wherever the data is shown.
    attribution: Vec<&'static str>,
}

pub(crate) async fn about(State(casebooks): State<Casebooks>) -> Result<Json<About>, ApiError> {
    let (casebook, summary) = casebooks
        .ask(|book| {
            let name = book.path().file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok((name, book.summary()?))
        })
        .await?;
    Ok(Json(About {
        name: "Ascribe",
        version: env!("CARGO_PKG_VERSION"),
        schema_version: ascribe_model::SCHEMA_VERSION,
        casebook_version: CASEBOOK_VERSION,
        casebook,
        summary,
        attribution: ATTRIBUTION.lines().filter(|line| !line.trim().is_empty()).collect(),
    }))
}
