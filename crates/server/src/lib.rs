//! The HTTP API over one casebook, and the workbench that comes with it, in one program.
//!
//! Everything is read-only and for this computer alone: the listener must be on a loopback address, and
//! a request must name a loopback host, so that a page elsewhere cannot reach in by renaming itself.
//! Report text is hostile input. The API answers JSON and never HTML; the workbench is served under a
//! content policy that runs no script but its own files.

mod api;
mod assets;
mod error;
mod features;
mod openapi;
mod policy;
mod query;
mod state;

pub use error::ServerError;
pub use openapi::document as openapi_document;

use ascribe_casebook::{Casebook, Names};
use axum::Router;
use state::Casebooks;
use std::{future::Future, path::Path};
use tokio::net::TcpListener;

/// Serves the casebook at `casebook_path` until `shutdown` comes, then finishes the requests under way.
/// `names` says whose names are shown.
///
/// Fails at once where there is no casebook, it cannot be read, or the listener is not on loopback.
pub async fn serve(
    casebook_path: impl AsRef<Path>,
    names: Names,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServerError> {
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        return Err(ServerError::NotLoopback { address });
    }
    let routes = router(casebook_path, names)?;
    axum::serve(listener, routes).with_graceful_shutdown(shutdown).await?;
    Ok(())
}

/// All routes over the casebook at this path, for a server or a test.
pub fn router(casebook_path: impl AsRef<Path>, names: Names) -> Result<Router, ServerError> {
    let casebook = Casebook::open_read_only(casebook_path)?;
    let routes = Router::new()
        .nest("/api", api::routes())
        .fallback(assets::serve)
        .with_state(Casebooks::new(casebook, names));
    Ok(policy::apply(routes))
}
