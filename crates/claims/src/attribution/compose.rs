//! Nested cues become chains, outermost first; the publisher is left out; every token gets its innermost
//! attribution.

use super::found::{Context, Found};
use super::lists::{CueClass, NounKind};
use super::registry::words;
use super::{AttributedSpan, Attribution, UNSPECIFIED};
use crate::vocabulary::{self, Class};
use ascribe_model::{Source, Status, Token, Upos};

type ByToken = Vec<Vec<Option<u32>>>;

/// Builds the chains and the index by token.
pub(crate) fn compose(
    context: &Context,
    found: Vec<Found>,
    named: Vec<Vec<Source>>,
) -> (Vec<AttributedSpan>, ByToken) {
    let mut by_token: ByToken =
        context.analysis.sentences.iter().map(|s| vec![None; s.tokens.len()]).collect();
    // Widest first, so that narrower ones are laid over and find their surroundings done.
    let mut order: Vec<usize> = (0..found.len()).filter(|&i| !named[i].is_empty()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(found[i].size()), i));
    let mut built: Vec<Attribution> = Vec::new();
    let mut kept: Vec<usize> = Vec::new();
    for &i in &order {
        let one = &found[i];
        let around = outer_of(context, &found, &kept, i);
        let outer = around.map(|k| built[k].clone());
        let Some(mut attribution) = chained(context, one, &named[i], outer.as_ref()) else { continue };
        if around.is_some_and(|k| quotes_before(context, one, &found[kept[k]])) {
            let own = |s: &Source| named[i].iter().any(|n| same(&n.name, &s.name));
            attribution.sources.sort_by_key(|s| !own(s));
        }
        let at = built.len() as u32;
        for (sentence, mask) in &one.content {
            for (slot, _) in by_token[*sentence].iter_mut().zip(mask).filter(|(_, inside)| **inside) {
                *slot = Some(at);
            }
        }
        built.push(attribution);
        kept.push(i);
    }
    in_text_order(&found, &kept, built, by_token)
}

/// The narrowest cue laid so far whose words hold this cue.
fn outer_of(context: &Context, found: &[Found], kept: &[usize], inner: usize) -> Option<usize> {
    let cue = (found[inner].sentence, found[inner].cue_token);
    let holds = |k: &usize| {
        let outer = &found[kept[*k]];
        outer.tells(cue.0, cue.1)
            && !(outer.sentence == cue.0 && parted(context, cue.0, outer.cue_token, cue.1))
    };
    (0..kept.len()).rev().find(holds)
}

/// "They shelled the port, the navy said; the mayor said it was an accident", "the army said that rebels fell, while the
/// rebels claimed …": two who speak, neither of the other.
fn parted(context: &Context, sentence: usize, outer: usize, inner: usize) -> bool {
    let Some(sentence) = context.analysis.sentences.get(sentence) else { return false };
    let (first, second) = (outer.min(inner), outer.max(inner));
    let Some(between) = sentence.tokens.get(first..second) else { return false };
    let contrast =
        |t: &Token| matches!(t.text.to_lowercase().as_str(), "while" | "whereas" | "but" | "though");
    // "… but they claimed": who has been told of may be spoken of.
    let somebody = || {
        let subject = sentence.child(second, &["nsubj"]);
        subject.is_some_and(|s| sentence.tokens[s].upos != Upos::Pron && between.iter().any(contrast))
    };
    between.iter().any(|t| t.text == ";") || somebody()
}

/// "The agency, quoting police, reported that …": whom it quotes stands before what it reports, and speaks through it.
fn quotes_before(context: &Context, reports: &Found, cites: &Found) -> bool {
    let Some(sentence) = context.analysis.sentences.get(reports.sentence) else { return false };
    cites.class == CueClass::Cite
        && cites.sentence == reports.sentence
        && cites.cue_token < reports.cue_token
        && crate::assembly::ancestors(sentence, cites.cue_token).contains(&reports.cue_token)
}

fn chained(
    context: &Context,
    one: &Found,
    named: &[Source],
    outer: Option<&Attribution>,
) -> Option<Attribution> {
    let status = (one.class == CueClass::Deny).then_some(Status::Denied);
    let mut sources: Vec<Source> = outer.map(|o| o.sources.clone()).unwrap_or_default();
    for source in named {
        let vague = source.name == UNSPECIFIED && !sources.is_empty();
        if !vague && !sources.iter().any(|s| same(&s.name, &source.name)) {
            sources.push(source.clone());
        }
    }
    if sources.len() > 1 {
        sources.retain(|s| s.name != UNSPECIFIED);
    }
    // "Said in a video posted online": what it is said in tells nothing beside who says it.
    if sources.iter().any(|s| !is_document(context, &s.name)) {
        sources.retain(|s| !is_document(context, &s.name));
    }
    sources.retain(|s| !is_publisher(context, &s.name) && !is_own_reporter(context, s));
    let outer_status = outer.and_then(|o| o.status);
    (!sources.is_empty()).then(|| Attribution {
        sources,
        cue: one.cue,
        cue_sentence: one.sentence,
        stance: outer.and_then(|o| o.stance),
        status: status.or(outer_status),
        rule: one.rule.clone(),
        confidence: outer.map_or(one.confidence, |o| o.confidence.min(one.confidence)),
    })
}

/// "video posted online": a document without a name.
fn is_document(context: &Context, name: &str) -> bool {
    let kind = |w: &str| context.lists.nouns.get(w).is_some_and(|n| n.kind == NounKind::Document);
    !name.chars().any(char::is_uppercase) && name.split(' ').next().is_some_and(kind)
}

fn same(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    a == b
        || a.len() > 1 && b.windows(a.len()).any(|w| w == a)
        || b.len() > 1 && a.windows(b.len()).any(|w| w == b)
}

/// The publisher, or the outlet that the report was taken from, is never in a chain.
fn is_publisher(context: &Context, name: &str) -> bool {
    let metadata = &context.report.metadata;
    let wanted = words(name);
    [&metadata.publisher, &metadata.original_publisher].into_iter().flatten().any(|p| {
        let outlet = words(p);
        let bare = |w: &[String]| {
            w.iter().filter(|w| !matches!(w.as_str(), "the" | "news" | "agency")).cloned().collect::<Vec<_>>()
        };
        !outlet.is_empty()
            && (outlet == wanted || (!bare(&outlet).is_empty() && bare(&outlet) == bare(&wanted)))
    })
}

/// "Our correspondent in Keld reports", "Keld Radio's reporter said" in what Keld Radio publishes: its own voice.
fn is_own_reporter(context: &Context, source: &Source) -> bool {
    let reporter = |w: &String| vocabulary::is(Class::Asker, w);
    let name = words(&source.name);
    let Some(at) = name.iter().position(reporter) else { return false };
    let before = source.span.and_then(|s| context.report.text.get(..s.start)).unwrap_or("");
    let ours = before.split_whitespace().next_back().is_some_and(|w| w.eq_ignore_ascii_case("our"));
    // Names in words have lost the mark of the owner: "radios reporter".
    let owner = name[..at].join(" ");
    ours || is_publisher(context, &owner) || is_publisher(context, owner.trim_end_matches('s'))
}

fn in_text_order(
    found: &[Found],
    kept: &[usize],
    built: Vec<Attribution>,
    mut by_token: ByToken,
) -> (Vec<AttributedSpan>, ByToken) {
    let mut order: Vec<usize> = (0..kept.len()).collect();
    order.sort_by_key(|&k| (found[kept[k]].sentence, found[kept[k]].cue_token, kept[k]));
    let mut place = vec![0u32; kept.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new as u32;
    }
    for slot in by_token.iter_mut().flatten().flatten() {
        *slot = place[*slot as usize];
    }
    let mut built: Vec<Option<Attribution>> = built.into_iter().map(Some).collect();
    let spans = order
        .into_iter()
        .filter_map(|k| {
            let content = found[kept[k]]
                .content
                .iter()
                .map(|(s, mask)| (*s, (0..mask.len()).filter(|&t| mask[t]).collect()))
                .collect();
            Some(AttributedSpan { attribution: built[k].take()?, content })
        })
        .collect();
    (spans, by_token)
}
