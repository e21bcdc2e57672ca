//! `ascribe manual`: the man page, from the one definition of the command line.

use crate::arguments::Arguments;
use crate::error::{CliError, Outcome};
use crate::output::print;
use clap::{Args, CommandFactory};

/// Print the man page.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  ascribe manual > ascribe.1 && man -l ascribe.1")]
pub struct Options {
    /// The page of one command instead of the program's.
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let program = Arguments::command();
    let page = match &options.command {
        None => program,
        Some(name) => program
            .find_subcommand(name)
            .cloned()
            .ok_or_else(|| CliError::Usage(format!("there is no command '{name}'")))?,
    };
    let mut text = vec![];
    clap_mangen::Man::new(page).render(&mut text)?;
    print(&String::from_utf8_lossy(&text))?;
    Ok(Outcome::Fine)
}
