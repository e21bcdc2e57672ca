//! Failures of the server as a whole, and of one request.

use ascribe_casebook::CasebookError;
use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use schemars::JsonSchema;
use serde::Serialize;
use std::net::SocketAddr;

/// The server cannot start or go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServerError {
    /// Asked to listen where other computers could reach it.
    #[error("will not listen on {address}: only addresses of this computer are served, such as 127.0.0.1")]
    NotLoopback {
        /// The address.
        address: SocketAddr,
    },
    /// The casebook cannot be read.
    #[error(transparent)]
    Casebook(#[from] CasebookError),
    /// The network failed.
    #[error("the server stopped: {0}")]
    Network(#[from] std::io::Error),
}

/// What a request that failed is answered with.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Failure {
    /// Stable name of the kind of failure: `not_found`, `bad_query`, `casebook`, `not_allowed`.
    code: &'static str,
    /// What went wrong.
    message: String,
    /// What can be done about it.
    remedy: String,
}

/// A request that cannot be answered.
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    failure: Failure,
}

impl ApiError {
    pub(crate) fn bad_query(message: String) -> Self {
        let remedy = "See docs/api.md for the parameters of a list.".to_owned();
        Self { status: StatusCode::BAD_REQUEST, failure: Failure { code: "bad_query", message, remedy } }
    }

    pub(crate) fn no_such_route(path: &str) -> Self {
        let message = format!("There is nothing at {path}.");
        let remedy = "GET /api/openapi.json lists what there is.".to_owned();
        Self { status: StatusCode::NOT_FOUND, failure: Failure { code: "not_found", message, remedy } }
    }

    pub(crate) fn not_allowed(message: &str, remedy: &str) -> Self {
        let failure = Failure { code: "not_allowed", message: message.to_owned(), remedy: remedy.to_owned() };
        Self { status: StatusCode::FORBIDDEN, failure }
    }

    pub(crate) fn stopped() -> Self {
        let failure = Failure {
            code: "casebook",
            message: "The question was dropped half way.".to_owned(),
            remedy: "Ask again.".to_owned(),
        };
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, failure }
    }
}

impl From<CasebookError> for ApiError {
    fn from(error: CasebookError) -> Self {
        let (status, code) = match error {
            CasebookError::NotFound { .. } => (StatusCode::NOT_FOUND, "not_found"),
            CasebookError::Busy { .. } => (StatusCode::SERVICE_UNAVAILABLE, "casebook"),
            _ => (StatusCode::INTERNAL_SERVER_ERROR, "casebook"),
        };
        let failure = Failure { code, message: error.to_string(), remedy: error.remedy().to_owned() };
        Self { status, failure }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status, Json(self.failure)).into_response()
    }
}
