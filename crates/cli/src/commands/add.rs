//! `ascribe add`: reports in, claims and events into the casebook.

use super::listing::told;
use super::reading::{Inputs, resources};
use crate::arguments::{CasebookFile, Common};
use crate::error::{CliError, Outcome};
use crate::output::{tell, tell_set_aside};
use crate::progress;
use ascribe_casebook::{Added, Casebook, CasebookError};
use ascribe_model::Report;
use ascribe_pipeline::{Extraction, in_order};
use clap::Args;
use std::path::PathBuf;

/// Read reports, extract their claims, join them to events, and store everything in a casebook.
///
/// Adding the same report twice changes nothing; an edited one becomes a new version beside the old. Each
/// report is one transaction: after a power cut, the same command goes on where it stopped.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe add reports/
  ascribe add reports.jsonl --casebook syria.db
  cat page.html | ascribe add - --casebook syria.db")]
pub struct Options {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    casebook: CasebookFile,
}

#[derive(Default)]
struct Tally {
    new: usize,
    versions: usize,
    unchanged: usize,
    claims: usize,
    other_languages: usize,
}

/// Runs the command.
pub fn run(options: &Options, common: &Common) -> Result<Outcome, CliError> {
    let mut casebook = Casebook::open(&options.casebook.casebook).map_err(told)?;
    let known = Casebook::open_read_only(&options.casebook.casebook).map_err(told)?;
    let resources = resources(common)?;
    let mut inputs = Inputs::open(&options.paths);
    let bar = progress::bar(None, "reports");
    let mut tally = Tally::default();
    let mut failed: Option<CasebookError> = None;
    let known = std::sync::Mutex::new(known);
    let work = |report: Report| {
        let known = known.lock().unwrap_or_else(|e| e.into_inner()).id_of_bytes(&report.hash);
        match known {
            Ok(Some(_)) => Extraction { report, claims: vec![] },
            _ => resources.extract(report),
        }
    };
    in_order(inputs.reports(), common.jobs, work, |extraction| {
        bar.inc(1);
        if failed.is_none() {
            let added =
                casebook.add_report(&extraction.report, &extraction.claims, resources.codebook_version());
            match added {
                Ok(added) => tally.count(&added, &extraction),
                Err(error) => failed = Some(error),
            }
        }
    });
    bar.finish_and_clear();
    if let Some(error) = failed {
        return Err(told(error));
    }
    let bar = progress::bar(Some(casebook.unlinked().map_err(told)? as u64), "reports linked");
    casebook.link(|| bar.inc(1)).map_err(told)?;
    bar.finish_and_clear();
    tally.tell(casebook.event_count().map_err(told)?, &options.casebook);
    let set_aside = inputs.set_aside();
    tell_set_aside(&set_aside);
    Ok(if set_aside.is_empty() { Outcome::Fine } else { Outcome::SomeSetAside })
}

impl Tally {
    fn count(&mut self, added: &Added, extraction: &Extraction) {
        match added {
            Added::New { .. } => self.new += 1,
            Added::NewVersion { .. } => self.versions += 1,
            Added::Unchanged { .. } => {
                self.unchanged += 1;
                return;
            }
        }
        self.claims += extraction.claims.len();
        self.other_languages += usize::from(!matches!(extraction.report.language.as_str(), "en" | "und"));
    }

    fn tell(&self, events: usize, file: &CasebookFile) {
        let mut parts = vec![format!("{} new reports", self.new)];
        for (n, what) in [
            (self.versions, "new versions"),
            (self.unchanged, "already there"),
            (self.other_languages, "kept but not in English"),
        ] {
            if n > 0 {
                parts.push(format!("{n} {what}"));
            }
        }
        let claims = self.claims;
        tell(&format!(
            "{}; {claims} claims; {events} events in {}",
            parts.join(", "),
            file.casebook.display()
        ));
    }
}
