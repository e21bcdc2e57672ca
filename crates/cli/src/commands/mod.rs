//! The commands, one file each: its options (whose documentation is the help) and its work.

pub mod add;
pub mod claims;
pub mod codebook;
pub mod completions;
pub mod evaluate;
pub mod events;
pub mod explain;
pub mod export;
pub mod extract;
pub mod gazetteer;
mod listing;
pub mod manual;
mod reading;
pub mod reports;
pub mod serve;
pub mod show;
mod show_event;
pub mod sources;
mod words;

use crate::arguments::{Arguments, Command};
use crate::error::{CliError, Outcome};

/// Runs the chosen command.
pub fn run(arguments: Arguments) -> Result<Outcome, CliError> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Extract(options) => extract::run(options, common),
        Command::Add(options) => add::run(options, common),
        Command::Reports(options) => reports::run(options),
        Command::Claims(options) => claims::run(options),
        Command::Events(options) => events::run(options),
        Command::Sources(options) => sources::run(options),
        Command::Show(options) => show::run(options),
        Command::Serve(options) => serve::run(options),
        Command::Export(options) => export::run(options),
        Command::Explain(options) => explain::run(options, common),
        Command::Evaluate(options) => evaluate::run(options, common),
        Command::Codebook(options) => codebook::run(options, common),
        Command::Gazetteer(options) => gazetteer::run(options, common),
        Command::Completions(options) => completions::run(options),
        Command::Manual(options) => manual::run(options),
    }
}
