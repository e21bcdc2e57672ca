//! From occurrences to claims: values for every role, one claim per occurrence and source chain, values
//! carried over for plainly the same occurrence, each with the words it came from.
//!
//! Steps, each in its file: [`draft`] makes one claim per occurrence; [`same_event`] finds which drafts tell
//! of one occurrence; [`carry`] shares values among them and from the running text; [`standing`] adds the doer or the
//! opponent that the report has told before; [`merge`] joins drafts
//! of one occurrence and one source chain.

mod actors;
mod amounts;
mod attach;
mod carry;
mod draft;
mod effects;
mod merge;
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
use ascribe_model::{Analysis, Claim, Grounding, Report};

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
    /// What the rules found, bare mentions included, in text order.
    pub occurrences: &'a [Occurrence],
}

/// Puts the claims of one report together, in text order, byte spans.
pub fn assemble(known: &Known) -> Vec<Claim> {
    let drafts = draft::drafts(known);
    let events = same_event::group(&drafts);
    let (mut drafts, events) = same_event::without_bare_mentions(drafts, events);
    responsibility::set(known, &mut drafts, &events);
    carry::share(&mut drafts, &events);
    carry::from_running_text(&mut drafts);
    standing::complete(known, &mut drafts);
    sides::settle(known, &mut drafts);
    let mut claims = merge::one_per_source(drafts, &events);
    claims.sort_by_key(|c| (c.span.start, c.trigger_span.start));
    for (n, claim) in claims.iter_mut().enumerate() {
        claim.id = format!("{}#{}", known.report.id, n + 1);
    }
    renumber_events(&mut claims);
    claims
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
