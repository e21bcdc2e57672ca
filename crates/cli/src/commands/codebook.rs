//! `ascribe codebook`: check and list types, rules and lists.

use super::reading::resources;
use crate::arguments::Common;
use crate::error::{CliError, Outcome};
use crate::output::{print, tell};
use crate::table::{cut, render};
use ascribe_codebook::{DataFiles, RuleSet};
use clap::{Args, Subcommand, ValueEnum};

/// Check or list the codebook: types, rules, lists.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe codebook check --data my-rules/
  ascribe codebook list
  ascribe codebook list rules")]
pub struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Load everything, run every rule's own examples, and list all mistakes with file, line and column.
    Check,
    /// List what is in it.
    List {
        /// What.
        #[arg(value_enum, default_value = "types")]
        what: What,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Types,
    Rules,
    Files,
}

/// Runs the command.
pub fn run(options: &Options, common: &Common) -> Result<Outcome, CliError> {
    match options.action {
        Action::Check => check(common),
        Action::List { what } => {
            let files = files(common)?;
            let rules = RuleSet::load(&files).map_err(|e| CliError::failed(e[0].clone()))?;
            match what {
                What::Types => print(&render(
                    &["type", "what happens", "ACLED", "PLOVER"],
                    rules.types().iter().map(|(name, t)| {
                        vec![name.to_owned(), t.about.clone(), t.acled.clone(), t.plover.clone()]
                    }),
                ))?,
                What::Rules => print(&render(
                    &["rule", "yields", "file", "why"],
                    rules.rules().iter().map(|r| {
                        vec![
                            r.id.clone(),
                            r.yields.clone(),
                            format!("{}:{}", r.file, r.line),
                            cut(&r.why, 120),
                        ]
                    }),
                ))?,
                What::Files => print(&render(
                    &["file", "lines"],
                    files
                        .under("")
                        .map(|(path, text)| vec![path.to_owned(), text.lines().count().to_string()]),
                ))?,
            }
            Ok(Outcome::Fine)
        }
    }
}

fn files(common: &Common) -> Result<DataFiles, CliError> {
    let mut files = DataFiles::builtin();
    if let Some(folder) = &common.data {
        files.overlay(folder).map_err(CliError::failed)?;
    }
    Ok(files)
}

fn check(common: &Common) -> Result<Outcome, CliError> {
    let (rules, errors) = RuleSet::load_leniently(&files(common)?);
    for error in &errors {
        tell(&error.to_string());
    }
    if !errors.is_empty() {
        return Err(CliError::Failed(format!("{} mistakes in the rules", errors.len())));
    }
    let resources = resources(common)?;
    let (examples, failures) = resources.check_examples();
    for f in &failures {
        tell(&format!("{}:{}: {}: {} — \"{}\"", f.file, f.line, f.rule, f.problem, f.text));
    }
    if !failures.is_empty() {
        return Err(CliError::Failed(format!("{} examples do not do what their rule says", failures.len())));
    }
    tell(&format!(
        "{} types, {} rules, {examples} examples: all well; codebook version {}",
        rules.types().iter().count(),
        rules.rules().len(),
        resources.codebook_version()
    ));
    Ok(Outcome::Fine)
}
