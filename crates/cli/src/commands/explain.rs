//! `ascribe explain`: which rule fired where, and at which step a named rule failed.

use super::reading::{Inputs, resources};
use super::words;
use crate::arguments::Common;
use crate::error::{CliError, Outcome};
use crate::output::{print, tell_set_aside};
use crate::table::cut;
use ascribe_claims::{explain_rule, set_aside};
use ascribe_model::Report;
use ascribe_pipeline::{Resources, Steps};
use clap::Args;
use std::path::PathBuf;

/// Show, sentence by sentence, which rules fired and who tells it; or where a named rule failed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe explain report.txt
  echo 'Rebels shelled the town of Saraqib, the army said.' | ascribe explain -
  ascribe explain report.txt --rule clash-noun
  ascribe explain report.txt --trees")]
pub struct Options {
    /// Files, folders, or `-` for standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only this rule, with every step.
    #[arg(long, value_name = "ID")]
    rule: Option<String>,
    /// Print the trees too.
    #[arg(long)]
    trees: bool,
}

/// Runs the command.
pub fn run(options: &Options, common: &Common) -> Result<Outcome, CliError> {
    let resources = resources(common)?;
    if let Some(rule) = &options.rule
        && resources.rules().rule(rule).is_none()
    {
        return Err(CliError::Usage(format!(
            "there is no rule '{rule}'; `ascribe codebook list rules` names them"
        )));
    }
    let mut inputs = Inputs::open(&options.paths);
    for report in inputs.reports() {
        let steps = resources.steps(&report);
        print(&match &options.rule {
            Some(rule) => rule_text(rule, &report, &steps, &resources),
            None => report_text(&report, &steps, &resources, options.trees),
        })?;
    }
    let set_aside = inputs.set_aside();
    tell_set_aside(&set_aside);
    Ok(if set_aside.is_empty() { Outcome::Fine } else { Outcome::SomeSetAside })
}

fn rule_text(rule: &str, report: &Report, steps: &Steps, resources: &Resources) -> String {
    let mut text = format!("== {}\n", report.id);
    for (sentence, told) in explain_rule(rule, &steps.analysis, &steps.grounding, resources.rules()) {
        let words = report.words(steps.analysis.sentences[sentence].span);
        text.push_str(&format!(
            "{}\n  {}\n",
            cut(words, 200),
            if told.fires { "fires" } else { "does not fire" }
        ));
        told.steps.iter().for_each(|step| text.push_str(&format!("    {step}\n")));
    }
    text
}

fn report_text(report: &Report, steps: &Steps, resources: &Resources, trees: bool) -> String {
    let mut text = format!("== {}\n", report.id);
    for (number, sentence) in steps.analysis.sentences.iter().enumerate() {
        text.push_str(&format!("\n{}\n", cut(report.words(sentence.span), 400)));
        if trees {
            for (at, t) in sentence.tokens.iter().enumerate() {
                let head = t.head.map_or(0, |h| h + 1);
                text.push_str(&format!(
                    "  {}\t{}\t{}\t{}\t{head}\t{}\t{:.1}\n",
                    at + 1,
                    t.text,
                    t.lemma,
                    t.upos.name(),
                    t.deprel,
                    t.margin
                ));
            }
        }
        grounding_lines(&mut text, steps, number);
        for o in steps.occurrences.iter().filter(|o| o.sentence == number) {
            let trigger = report.words(sentence.span_of(o.trigger));
            let roles: Vec<String> = o
                .roles
                .iter()
                .filter_map(|r| {
                    let from = steps.analysis.sentences.get(r.sentence)?;
                    Some(format!("{}={}", r.role, report.words(from.span_of(r.tokens))))
                })
                .collect();
            text.push_str(&format!("  {} “{trigger}” {} ← {}\n", o.kind, roles.join(" "), o.rule));
            if let Some(told) = steps.attributions.of(number, o.head) {
                let names: Vec<&str> = told.sources.iter().map(|s| s.name.as_str()).collect();
                text.push_str(&format!("    told by {} ← {}\n", names.join(" > "), told.rule));
            }
        }
    }
    text.push_str("\nclaims\n");
    for claim in &steps.claims {
        text.push_str(&format!(
            "  {} [{}] {} | {} | {} | {} | {} | {}\n",
            claim.id,
            claim.event,
            words::sources(claim),
            words::kind(claim),
            words::actors(claim),
            words::places(claim),
            words::time(claim),
            words::effects(claim)
        ));
    }
    let set_aside = set_aside(&steps.candidates, resources.weighing());
    if !set_aside.is_empty() {
        text.push_str("\nweighed away\n");
    }
    for (claim, sum, reasons) in set_aside {
        text.push_str(&format!("  {} “{}” {sum:+.1}: {reasons}\n", claim.kind, claim.trigger));
    }
    text
}

fn grounding_lines(text: &mut String, steps: &Steps, number: usize) {
    let grounding = &steps.grounding;
    for a in grounding.actors.iter().filter(|a| a.sentence == number) {
        text.push_str(&format!("  actor {} ({}) ← {}\n", a.name, a.side.name(), a.by));
    }
    for p in grounding.places.iter().filter(|p| p.sentence == number) {
        let at = p.place.lat.zip(p.place.lon).map(|(a, o)| format!("{a:.2},{o:.2}")).unwrap_or_default();
        text.push_str(&format!(
            "  place {} {} {at} ← {}\n",
            p.place.relation.as_deref().unwrap_or("-"),
            p.place.text,
            p.by
        ));
    }
    for t in grounding.times.iter().filter(|t| t.sentence == number) {
        text.push_str(&format!("  time {} ← {}\n", words::interval(&t.interval), t.by));
    }
    for c in grounding.counts.iter().filter(|c| c.sentence == number) {
        text.push_str(&format!("  count {}\n", words::count(c.count)));
    }
}
