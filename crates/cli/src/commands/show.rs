//! `ascribe show`: one event with its claims side by side, one claim with its words, or one report.

use super::listing::{open, told};
use super::show_event::event_text;
use super::words;
use crate::arguments::{CasebookFile, ShownNames};
use crate::error::{CliError, Outcome};
use crate::output::{print, print_json};
use crate::table::render;
use ascribe_casebook::{Casebook, Named, StoredClaim, StoredReport};
use ascribe_model::PassageKind;
use clap::{Args, ValueEnum};

/// Show one event, claim or report in full, with the words behind every value.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe show event ev3a91c2d7e0
  ascribe show claim report-7#3 --format json
  ascribe show report report-7")]
pub struct Options {
    /// What.
    #[arg(value_enum)]
    what: What,
    /// Its identifier, as the lists print it.
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    casebook: CasebookFile,
    #[command(flatten)]
    names: ShownNames,
    /// How to print.
    #[arg(long, value_enum, default_value = "table")]
    format: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Event,
    Claim,
    Report,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let casebook = open(&options.casebook)?;
    match options.what {
        What::Event => event(options, &casebook)?,
        What::Claim => claim(options, &casebook)?,
        What::Report => report(options, &casebook)?,
    }
    Ok(Outcome::Fine)
}

fn event(options: &Options, casebook: &Casebook) -> Result<(), CliError> {
    let file = casebook.event(&options.id).map_err(told)?;
    let file = file.naming(options.names.names(), casebook).map_err(told)?;
    if options.format == Form::Json { print_json(&file) } else { print(&event_text(&file)) }
}

/// Who says a claim, where.
pub fn says(claim: &StoredClaim) -> String {
    let outlet = claim.outlet.as_deref().unwrap_or(&claim.report);
    let date = claim.published.map(|d| format!(", {d}")).unwrap_or_default();
    match claim.claim.sources.is_empty() {
        true => format!("{outlet}{date} [{}]", claim.claim.id),
        false => format!("{} (in {outlet}{date}) [{}]", words::sources(&claim.claim), claim.claim.id),
    }
}

fn claim(options: &Options, casebook: &Casebook) -> Result<(), CliError> {
    let claim = casebook.claim(&options.id).map_err(told)?;
    let claim = claim.naming(options.names.names(), casebook).map_err(told)?;
    if options.format == Form::Json {
        return print_json(&claim);
    }
    let c = &claim.claim;
    let mut text = format!("{}\n“{}”\n\n", says(&claim), c.quote);
    let mut line = |name: &str, value: String| {
        if !value.is_empty() {
            text.push_str(&format!("{name:15} {value}\n"));
        }
    };
    line("what", format!("{} (“{}”)", words::kind(c), c.trigger));
    line("who", words::actors(c));
    line("where", words::places(c));
    line("when", words::time(c));
    line("how many", words::effects(c));
    line("means", c.means.join(", "));
    line("responsibility", c.responsibility.clone().unwrap_or_default());
    line("event", claim.event_id.clone().unwrap_or_default());
    line("rule", c.rule.clone());
    line("confidence", format!("{:.2}", c.confidence));
    for evidence in &c.evidence {
        line(
            "because",
            format!(
                "{} ← {} [{}..{}]",
                evidence.field, evidence.rule, evidence.span.start, evidence.span.end
            ),
        );
    }
    print(&text)
}

fn report(options: &Options, casebook: &Casebook) -> Result<(), CliError> {
    let report = casebook.report(&options.id).map_err(told)?;
    let report = report.naming(options.names.names(), casebook).map_err(told)?;
    if options.format == Form::Json { print_json(&report) } else { print(&report_text(&report)) }
}

fn report_text(report: &StoredReport) -> String {
    let head = &report.head;
    let mut text = format!("{}\n", head.title.as_deref().unwrap_or("(no title)"));
    let date = head.originally_published.or(head.published).map(|d| format!(", {d}")).unwrap_or_default();
    text.push_str(&format!(
        "{}{date}  [{} version {}]\n\n",
        head.outlet().unwrap_or("unknown outlet"),
        head.id,
        head.version
    ));
    let characters: Vec<char> = report.text.chars().collect();
    for passage in
        report.passages.iter().filter(|p| matches!(p.kind, PassageKind::Body | PassageKind::Heading))
    {
        let words: String = characters.get(passage.start..passage.end).unwrap_or_default().iter().collect();
        text.push_str(&format!("{words}\n\n"));
    }
    for shared in &report.shared {
        let when = if shared.earlier { "earlier" } else { "later" };
        let outlet = shared.outlet.as_deref().unwrap_or("unknown outlet");
        let (share, passages) = (shared.shared.share * 100.0, shared.shared.here.len());
        text.push_str(&format!(
            "shares {share:.0} % of its wording ({passages} stretches) with {when} {} ({outlet})\n",
            shared.report
        ));
    }
    let rows = report.claims.iter().map(|c| {
        vec![
            c.claim.id.clone(),
            words::sources(&c.claim),
            words::kind(&c.claim),
            words::actors(&c.claim),
            words::places(&c.claim),
            words::effects(&c.claim),
            c.event_id.clone().unwrap_or_default(),
        ]
    });
    text + &render(&["claim", "who says", "what", "who", "where", "how many", "event"], rows)
}
