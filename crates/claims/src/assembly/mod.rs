//! From occurrences to claims: values for every role, one claim per occurrence and source chain, values
//! carried over for plainly the same occurrence, each with the words it came from.
//!
//! Steps, each in its file: [`draft`] makes one claim per occurrence; [`same_event`] finds which drafts tell
//! of one occurrence; [`carry`] shares values among them and from the running text,
//! [`hints`] and [`labels`] give a place to those still without; [`standing`] adds the doer or the
//! opponent that the report has told before; [`merge`] joins drafts
//! of one occurrence and one source chain.

mod actors;
mod amounts;
mod asides;
mod attach;
mod carry;
pub(crate) mod draft;
mod effects;
mod elsewhere;
mod hints;
mod labels;
mod merge;
mod modifiers;
mod phrase;
mod places;
mod quote;
mod responsibility;
mod same_event;
mod sides;
mod standing;
mod things;
mod times;

use crate::attribution::{AttributionLists, Attributions};
use crate::modality::ModalityLists;
use crate::occurrence::Occurrence;
use crate::weighing::{Around, Weighing};
use ascribe_model::{Analysis, Claim, Evidence, Grounding, Report};
pub(crate) use attach::ancestors;

/// All that is known of one report when its claims are put together.
pub struct Known<'a> {
    /// The report.
    pub report: &'a Report,
    /// Its trees.
    pub analysis: &'a Analysis,
    /// Its grounded mentions.
    pub grounding: &'a Grounding,
    /// Who tells what.
    pub attributions: &'a Attributions,
    /// Words of saying.
    pub attribution_lists: &'a AttributionLists,
    /// Words of mood and doubt.
    pub modality: &'a ModalityLists,
    /// Weights of the signs that make a candidate a claim.
    pub weighing: &'a Weighing,
    /// What the rules found, bare mentions included, in text order.
    pub occurrences: &'a [Occurrence],
}

/// A claim in question, with the signs that its weighing goes by.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The claim as it will stand.
    pub claim: Claim,
    /// What it shows.
    pub signs: Vec<String>,
    /// False for a bare mention ("after the attack").
    alone: bool,
    /// Tellings joined in it.
    tellings: usize,
    /// Its sentence, where it tells only harm.
    toll: Option<usize>,
}

/// Puts the claims of one report together, in text order, byte spans.
pub fn assemble(known: &Known) -> Vec<Claim> {
    keep(&known.report.id, &candidates(known), known.weighing)
}

/// The candidates of one report that weigh enough, numbered in text order.
pub fn keep(report: &str, candidates: &[Candidate], weighing: &Weighing) -> Vec<Claim> {
    let mut claims: Vec<Claim> = candidates.iter().filter_map(|c| weigh(weighing, c)).collect();
    for (n, claim) in claims.iter_mut().enumerate() {
        claim.id = format!("{report}#{}", n + 1);
    }
    renumber_events(&mut claims);
    claims
}

/// What was weighed away: the candidate, its sum and the signs that decided.
pub fn set_aside<'a>(candidates: &'a [Candidate], weighing: &Weighing) -> Vec<(&'a Claim, f32, String)> {
    let weighed = candidates.iter().map(|c| (&c.claim, weighing.weigh(&c.signs)));
    weighed.filter(|(_, w)| w.sum <= 0.0).map(|(claim, w)| (claim, w.sum, w.reasons)).collect()
}

/// Everything that may be a claim, in text order, before it is weighed.
pub fn candidates(known: &Known) -> Vec<Candidate> {
    let around = Around::new(known.report, known.analysis, known.grounding, known.weighing);
    let mut drafts = draft::drafts(known, &around);
    let mut events = same_event::group(&drafts, known.weighing);
    responsibility::set(known, &mut drafts, &mut events);
    hints::from_incidents(known, &mut drafts);
    hints::settle(&mut drafts, |h| &h.of_doings, "where those it was done to were");
    carry::share(&mut drafts, &events);
    carry::from_second_telling(&mut drafts);
    hints::settle(&mut drafts, |h| &h.of_tellers, "where its tellers live");
    hints::from_openings(known, &mut drafts);
    hints::settle(&mut drafts, |h| &h.of_victims, "whose town it is");
    carry::from_running_text(&mut drafts);
    labels::place(known, &mut drafts);
    hints::from_whole_report(&mut drafts);
    hints::from_lead(&mut drafts);
    hints::from_home(known, &mut drafts);
    hints::name_unlocated(known, &mut drafts);
    standing::complete(known, &mut drafts);
    sides::settle(known, &mut drafts);
    labels::time(known, &mut drafts);
    carry::times_from_running_text(&mut drafts);
    let mut found = merge::one_per_source(drafts, &events, known.weighing);
    found.sort_by_key(|c| (c.claim.span.start, c.claim.trigger_span.start));
    found
}

/// The claim, with what decided, where its signs weigh enough.
fn weigh(weighing: &Weighing, candidate: &Candidate) -> Option<Claim> {
    let weighed = weighing.weigh(&candidate.signs);
    let rule = format!("weighed {:+.1}: {}", weighed.sum, weighed.reasons);
    (weighed.sum > 0.0).then(|| {
        let mut claim = candidate.claim.clone();
        claim.evidence.push(Evidence { field: "claim".into(), span: claim.trigger_span, rule });
        claim
    })
}

/// Events are numbered in the order in which the text first tells of them.
fn renumber_events(claims: &mut [Claim]) {
    let mut order: Vec<String> = vec![];
    for claim in claims.iter_mut() {
        let at = order.iter().position(|e| *e == claim.event).unwrap_or_else(|| {
            order.push(claim.event.clone());
            order.len() - 1
        });
        claim.event = format!("e{}", at + 1);
    }
}
