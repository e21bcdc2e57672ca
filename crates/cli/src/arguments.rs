//! The command line as one definition: parser, help, man page and completions come from it.

use crate::commands;
use ascribe_casebook::Names;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads conflict reporting and keeps who said what.
///
/// Every claim is recorded with its source chain, its exact words, its place as a shape, its interval and
/// its min/max. Contradictions stand side by side; copies of one text count once. Everything runs offline.
#[derive(Debug, Parser)]
#[command(
    name = "ascribe",
    version,
    after_help = "Exit codes: 0 fine, 1 some input was set aside, 2 wrong usage, 3 the work could not be done."
)]
pub struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Common {
    /// Folder of your own rules and lists, laid over the built-in ones.
    #[arg(long, global = true, value_name = "FOLDER", env = "ASCRIBE_DATA")]
    pub data: Option<PathBuf>,
    /// A further gazetteer file for this run (see `ascribe gazetteer --help`).
    #[arg(long, global = true, value_name = "FILE")]
    pub gazetteer: Vec<PathBuf>,
    /// Threads; the results do not depend on it.
    #[arg(long, global = true, value_name = "N", default_value_t = threads())]
    pub jobs: usize,
}

fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// One file each in `commands/`.
#[derive(Debug, Subcommand)]
pub enum Command {
    Extract(commands::extract::Options),
    Add(commands::add::Options),
    Reports(commands::reports::Options),
    Claims(commands::claims::Options),
    Events(commands::events::Options),
    Sources(commands::sources::Options),
    Show(commands::show::Options),
    Serve(commands::serve::Options),
    Export(commands::export::Options),
    Explain(commands::explain::Options),
    Evaluate(commands::evaluate::Options),
    Codebook(commands::codebook::Options),
    Gazetteer(commands::gazetteer::Options),
    Completions(commands::completions::Options),
    Manual(commands::manual::Options),
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people.
    Table,
    /// For programs; the shape is stable.
    Json,
    /// For spreadsheets.
    Csv,
}

/// Where the casebook is.
#[derive(Debug, Clone, Args)]
pub struct CasebookFile {
    /// The casebook: one SQLite file.
    #[arg(long, value_name = "FILE", default_value = "ascribe.db", env = "ASCRIBE_CASEBOOK")]
    pub casebook: PathBuf,
}

/// Whose names are shown.
#[derive(Debug, Clone, Args)]
pub struct ShownNames {
    /// Whose names are shown: of office holders, commanders and people who act for an organisation, or
    /// also of victims and bystanders.
    #[arg(long, value_enum, default_value = "public", value_name = "WHOSE")]
    names: Whose,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Whose {
    /// Victims and bystanders are counted, not named.
    Public,
    /// Everybody's.
    All,
}

impl ShownNames {
    /// As the casebook takes it.
    pub fn names(&self) -> Names {
        match self.names {
            Whose::Public => Names::Public,
            Whose::All => Names::All,
        }
    }
}
