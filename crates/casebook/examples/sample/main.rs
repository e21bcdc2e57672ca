//! Makes a casebook to look at or to test with: `sample FILE` files the invented incidents of
//! `incidents.rs`; `sample FILE --generated N` files N made-up reports, one transaction each.

mod generated;
mod incidents;
mod linking;
mod maker;

use ascribe_casebook::{Casebook, CasebookError};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let reports = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_] => incidents::all(),
        [_, "--generated", n] => (0..n.parse().unwrap_or(0)).map(generated::numbered).collect(),
        _ => {
            complain("usage: sample FILE [--generated N]");
            return ExitCode::from(2);
        }
    };
    let fill = || -> Result<(), CasebookError> {
        let mut casebook = Casebook::open(&arguments[0])?;
        for (report, claims) in &reports {
            casebook.add_report(report, claims, "sample")?;
        }
        casebook.relink(linking::link).map(drop)
    };
    match fill() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("{error}\n{}", error.remedy()));
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stderr, reason = "an example is a program of its own")]
fn complain(message: &str) {
    eprintln!("{message}");
}
