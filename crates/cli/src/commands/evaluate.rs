//! `ascribe evaluate`: how good the claims are on annotated reports.

use super::reading::{Inputs, resources};
use crate::arguments::Common;
use crate::error::{CliError, Outcome};
use crate::output::{print, print_json, tell_set_aside, write_whole};
use crate::progress;
use crate::table::{cut, render};
use ascribe_evaluation::{Difference, Record, Results, difference, evaluate, evaluate_values, load_folder};
use ascribe_pipeline::in_order;
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Score extracted claims against annotated reports.
///
/// The figures are those of the codebook's section 5. `--save` keeps the outcome of every report (without
/// its words); `--against` shows what changed since.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe evaluate gold/ reports/
  ascribe evaluate gold/ reports/ --misses --only r1,r2
  ascribe evaluate gold/ reports/ --save after.json --against before.json
  ascribe evaluate gold/ claims/ --extracted")]
pub struct Options {
    /// Folder of annotated reports (`<id>.json`), or one file.
    #[arg(value_name = "GOLD")]
    gold: PathBuf,
    /// The reports themselves: files or folders.
    #[arg(value_name = "REPORTS", required = true)]
    reports: Vec<PathBuf>,
    /// REPORTS is one folder of claims already extracted.
    #[arg(long)]
    extracted: bool,
    /// One row a report.
    #[arg(long)]
    per_report: bool,
    /// List the claims that found no partner.
    #[arg(long)]
    misses: bool,
    /// Only these reports, by name, separated by commas.
    #[arg(long, value_delimiter = ',', value_name = "NAMES")]
    only: Vec<String>,
    /// Which part of the annotated reports: a third is kept aside while rules are written.
    #[arg(long, value_enum, default_value = "all")]
    part: Part,
    /// Keep the outcome in this file.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Show what changed since this saved outcome.
    #[arg(long, value_name = "FILE")]
    against: Option<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value = "table")]
    format: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// The split of the annotated reports: by the CRC-32 of the name, so that a new report finds its part by
/// itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// All of them.
    All,
    /// Two thirds, which rules may be written for.
    Development,
    /// The third that is only measured.
    Aside,
}

/// Runs the command.
pub fn run(options: &Options, common: &Common) -> Result<Outcome, CliError> {
    let mut gold = load_folder(&options.gold).map_err(CliError::failed)?;
    gold.retain(|name, _| chosen(options, name));
    if gold.is_empty() {
        return Err(CliError::Usage(format!("{}: no annotated reports were chosen", options.gold.display())));
    }
    let (results, outcome) = if options.extracted {
        let system = load_folder(&options.reports[0]).map_err(CliError::failed)?;
        (evaluate(&gold, &system), Outcome::Fine)
    } else {
        let (system, outcome) = extract(options, common, &gold)?;
        (evaluate_values(&gold, system)?, outcome)
    };
    show(options, &results)?;
    if let Some(path) = &options.against {
        print(&changes(&difference(&load(path)?, &results)))?;
    }
    if let Some(path) = &options.save {
        write_whole(path, |out| {
            serde_json::to_writer_pretty(&mut *out, &results)?;
            Ok(out.write_all(b"\n")?)
        })?;
    }
    Ok(outcome)
}

fn chosen(options: &Options, name: &str) -> bool {
    let aside = crc32fast::hash(name.as_bytes()).is_multiple_of(3);
    let part = match options.part {
        Part::All => true,
        Part::Development => !aside,
        Part::Aside => aside,
    };
    part && (options.only.is_empty() || options.only.iter().any(|o| o == name))
}

/// The claims of the reports that have gold, as the JSON that leaves the program.
fn extract(
    options: &Options,
    common: &Common,
    gold: &BTreeMap<String, Record>,
) -> Result<(BTreeMap<String, serde_json::Value>, Outcome), CliError> {
    let resources = resources(common)?;
    let mut inputs = Inputs::open(&options.reports);
    let bar = progress::bar(None, "reports");
    let mut system = BTreeMap::new();
    let reports: Vec<_> = inputs.reports().filter(|r| gold.contains_key(&r.id)).collect();
    in_order(
        reports.into_iter(),
        common.jobs,
        |report| resources.extract(report),
        |extraction| {
            bar.inc(1);
            let claims = serde_json::to_value(&extraction.claims).unwrap_or_default();
            system.insert(extraction.report.id, serde_json::json!({ "claims": claims }));
        },
    );
    bar.finish_and_clear();
    let set_aside = inputs.set_aside();
    tell_set_aside(&set_aside);
    Ok((system, if set_aside.is_empty() { Outcome::Fine } else { Outcome::SomeSetAside }))
}

fn load(path: &Path) -> Result<Results, CliError> {
    let text =
        std::fs::read_to_string(path).map_err(|e| CliError::Failed(format!("{}: {e}", path.display())))?;
    serde_json::from_str(&text).map_err(|e| {
        CliError::Failed(format!("{}: {e}; it is not an outcome saved by --save", path.display()))
    })
}

fn show(options: &Options, results: &Results) -> Result<(), CliError> {
    if options.format == Form::Json {
        return print_json(&results.figures);
    }
    if options.per_report {
        let rows = results.reports.iter().map(|r| {
            let n = |name: &str| format!("{}", r.figures.get(name));
            let f = |name: &str| format!("{:.3}", r.figures.get(name));
            vec![r.report.clone(), n("claims_gold"), n("claims_system"), f("claim_f1"), f("ledger")]
        });
        print(&render(&["report", "gold", "system", "claim F1", "ledger"], rows))?;
    }
    if options.misses {
        for report in &results.reports {
            print(&format!("== {}\n", report.report))?;
            for miss in &report.misses {
                let what = if miss.spurious { "spurious" } else { "missed  " };
                print(&format!("{what} {:15} {:?}: {}\n", miss.kind, miss.trigger, cut(&miss.quote, 110)))?;
            }
        }
    }
    let lines: String = results
        .figures
        .0
        .iter()
        .map(|(name, value)| match value.as_u64() {
            Some(n) => format!("{name:24} {n}\n"),
            None => format!("{name:24} {:.3}\n", value.as_f64().unwrap_or(0.0)),
        })
        .collect();
    print(&lines)
}

fn changes(difference: &Difference) -> String {
    let mut text = String::from("\nchanged since the saved outcome\n");
    for (name, before, after) in &difference.figures {
        text.push_str(&format!("{name:24} {before:.3} → {after:.3} ({:+.3})\n", after - before));
    }
    let mut reports = difference.reports.clone();
    reports.sort_by(|a, b| (a.2 - a.1).total_cmp(&(b.2 - b.1)));
    for (name, before, after) in reports {
        text.push_str(&format!("  {name:22} {before:.3} → {after:.3} ({:+.3})\n", after - before));
    }
    let mut list = |title: &str, items: &[(String, ascribe_evaluation::Miss)]| {
        text.push_str(&format!("{title}: {}\n", items.len()));
        for (report, miss) in items {
            let what = if miss.spurious { "spurious" } else { "missed" };
            text.push_str(&format!("  {report} {what} {} {}\n", miss.kind, miss.trigger));
        }
    };
    list("no longer wrong", &difference.gained);
    list("newly wrong", &difference.lost);
    text
}
