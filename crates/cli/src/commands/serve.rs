//! `ascribe serve`: the workbench.

use crate::arguments::{CasebookFile, ShownNames};
use crate::error::{CliError, Outcome};
use crate::output::tell;
use clap::Args;
use std::net::SocketAddr;

/// Serve the workbench for one casebook.
///
/// Listens on this machine only; there are no accounts yet.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe serve
  ascribe serve --casebook syria.db --listen 127.0.0.1:8080")]
pub struct Options {
    #[command(flatten)]
    casebook: CasebookFile,
    /// Address and port; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7878")]
    listen: SocketAddr,
    #[command(flatten)]
    names: ShownNames,
}

/// Runs the command until it is interrupted.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    if !options.listen.ip().is_loopback() {
        return Err(CliError::Usage(format!(
            "{} is not an address of this machine alone; the workbench has no accounts yet: use 127.0.0.1",
            options.listen
        )));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(options.listen).await.map_err(|e| {
            CliError::Failed(format!("cannot listen on {}: {e}; try another --listen", options.listen))
        })?;
        tell(&format!("workbench at http://{}/  (Ctrl-C ends it)", listener.local_addr()?));
        let stop = async {
            // Without a signal handler the server would run on; ending at once is the safe side.
            tokio::signal::ctrl_c().await.ok();
        };
        let book = &options.casebook.casebook;
        ascribe_server::serve(book, options.names.names(), listener, stop).await.map_err(CliError::failed)
    })?;
    Ok(Outcome::Fine)
}
