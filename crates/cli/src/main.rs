//! The `ascribe` program: the only place that reads arguments and prints.
//!
//! Exit codes: 0 fine · 1 some input was set aside (the rest was done) · 2 wrong usage · 3 the work could
//! not be done.

mod arguments;
mod commands;
mod error;
mod home;
mod output;
mod progress;
mod table;

use arguments::Arguments;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::run(Arguments::parse()) {
        Ok(outcome) => outcome.into(),
        Err(error) => error.report(),
    }
}
