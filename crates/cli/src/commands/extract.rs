//! `ascribe extract`: reports in, claims out, no database.

use super::reading::{Inputs, resources};
use crate::arguments::Common;
use crate::error::{CliError, Outcome};
use crate::output::{print, print_json, tell, tell_set_aside, write_whole};
use crate::progress;
use crate::table::{cut, render};
use ascribe_model::Claim;
use ascribe_pipeline::{Extraction, in_order};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Read reports and print their claims, without a casebook.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe extract report.txt
  ascribe extract reports/ --format json --out claims/
  curl -s https://example.org/page.html | ascribe extract - --format jsonl")]
pub struct Options {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value = "table")]
    format: Form,
    /// Write one JSON file a report into this folder (with `--format json`), or one file (with `jsonl`).
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people.
    Table,
    /// One document a report.
    Json,
    /// One report a line.
    Jsonl,
}

/// Runs the command.
pub fn run(options: &Options, common: &Common) -> Result<Outcome, CliError> {
    let resources = resources(common)?;
    let mut inputs = Inputs::open(&options.paths);
    let bar = progress::bar(None, "reports");
    let mut sink = Sink::new(options)?;
    let mut failed = None;
    in_order(
        inputs.reports(),
        common.jobs,
        |report| resources.extract(report),
        |extraction| {
            bar.inc(1);
            if failed.is_none() {
                failed = bar.suspend(|| sink.take(extraction)).err();
            }
        },
    );
    bar.finish_and_clear();
    if let Some(error) = failed {
        return Err(error);
    }
    sink.finish()?;
    let set_aside = inputs.set_aside();
    tell_set_aside(&set_aside);
    Ok(if set_aside.is_empty() { Outcome::Fine } else { Outcome::SomeSetAside })
}

/// Where the extractions go.
struct Sink<'a> {
    options: &'a Options,
    used: std::collections::BTreeMap<String, usize>,
    documents: Vec<Extraction>,
    reports: usize,
    claims: usize,
}

impl<'a> Sink<'a> {
    fn new(options: &'a Options) -> Result<Self, CliError> {
        if let Some(folder) = &options.out {
            if options.format == Form::Table {
                return Err(CliError::Usage("--out needs --format json or --format jsonl".into()));
            }
            std::fs::create_dir_all(folder).map_err(|e| {
                CliError::Failed(format!("{}: {e}; choose a folder you may write to", folder.display()))
            })?;
        }
        Ok(Self { options, used: Default::default(), documents: vec![], reports: 0, claims: 0 })
    }

    fn take(&mut self, mut extraction: Extraction) -> Result<(), CliError> {
        extraction.report.to_characters();
        self.reports += 1;
        self.claims += extraction.claims.len();
        match (self.options.format, &self.options.out) {
            (Form::Table, _) => print(&table(&extraction)),
            (Form::Json, Some(folder)) => {
                let path = self.file(folder, &extraction.report.id);
                write_whole(&path, |out| Ok(serde_json::to_writer_pretty(out, &extraction)?))
            }
            (Form::Jsonl, Some(folder)) => {
                let path = self.file(folder, &extraction.report.id).with_extension("jsonl");
                write_whole(&path, |out| Ok(serde_json::to_writer(out, &extraction)?))
            }
            (Form::Json, None) => {
                self.documents.push(extraction);
                Ok(())
            }
            (Form::Jsonl, None) => {
                let mut line = serde_json::to_string(&extraction)?;
                line.push('\n');
                print(&line)
            }
        }
    }

    /// `<id>.json`; an id that is taken or no file name is made one.
    fn file(&mut self, folder: &Path, id: &str) -> PathBuf {
        let safe: String = id
            .chars()
            .map(|c| if c.is_alphanumeric() || "-_.@".contains(c) { c } else { '_' })
            .take(120)
            .collect();
        let safe = if safe.trim_matches('.').is_empty() { "report".to_owned() } else { safe };
        let count = self.used.entry(safe.to_lowercase()).or_default();
        *count += 1;
        let name = if *count == 1 { format!("{safe}.json") } else { format!("{safe}~{count}.json") };
        folder.join(name)
    }

    fn finish(&mut self) -> Result<(), CliError> {
        match (self.options.format, &self.options.out) {
            (Form::Json, None) => match self.documents.as_slice() {
                [one] => print_json(one),
                all => print_json(&all),
            },
            (_, Some(folder)) => {
                tell(&format!("{} reports, {} claims → {}", self.reports, self.claims, folder.display()));
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

fn table(extraction: &Extraction) -> String {
    let metadata = &extraction.report.metadata;
    let mut head =
        format!("{}  {}\n", extraction.report.id, metadata.title.as_deref().unwrap_or("(no title)"));
    let outlets: Vec<&str> = [metadata.publisher.as_deref(), metadata.original_publisher.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let date = metadata.anchor().map_or("no date".to_owned(), |d| d.to_string());
    head.push_str(&format!("{}  {date}  language {}\n", outlets.join(" ← "), extraction.report.language));
    for note in &extraction.report.notes {
        head.push_str(&format!("note: {}\n", note.message));
    }
    if extraction.claims.is_empty() {
        return head + "no claims\n\n";
    }
    let rows = extraction.claims.iter().map(row);
    head + &render(&["who says", "what", "who", "where", "when", "how many", "words"], rows) + "\n"
}

fn row(claim: &Claim) -> Vec<String> {
    use super::words;
    vec![
        words::sources(claim),
        words::kind(claim),
        words::actors(claim),
        words::places(claim),
        words::time(claim),
        words::effects(claim),
        cut(&claim.quote, 120),
    ]
}
