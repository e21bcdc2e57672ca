//! `ascribe completions`: for the shell, from the one definition of the command line.

use crate::arguments::Arguments;
use crate::error::{CliError, Outcome};
use crate::output::print;
use clap::{Args, CommandFactory};

/// Print completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  ascribe completions bash > ~/.local/share/bash-completion/completions/ascribe")]
pub struct Options {
    /// Which shell.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let mut text = vec![];
    clap_complete::generate(options.shell, &mut Arguments::command(), "ascribe", &mut text);
    print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}
