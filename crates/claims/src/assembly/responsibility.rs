//! Who claims responsibility: "The Front said that it was behind Friday's ambush of a police patrol".

use super::Known;
use super::actors::{from_mention, is_anybody, push, same_name};
use super::draft::Draft;
use crate::attribution::{ResponsibilityClaim, responsibility_claims};
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, ActorMention, Evidence, Role, Side, Source, Span, Status};

/// Sets `responsibility` on every draft of the event that somebody owns up to, and adds what those say who deny
/// that they did it.
pub fn set(known: &Known, drafts: &mut Vec<Draft>, events: &mut Vec<usize>) {
    let found = responsibility_claims(known.report, known.analysis, known.grounding, known.attribution_lists);
    for claimed in &found {
        // "Calls from people who claimed responsibility": nobody in particular.
        let Some(claimant) = claimed.claimant.as_ref().filter(|c| !is_anybody(&c.name)) else { continue };
        if let Some(own) = named_draft(known, claimed, drafts).filter(|_| claimed.disowned) {
            deny_in_place(known, claimant, &mut drafts[own]);
            continue;
        }
        let Some((at, named)) = draft_of(known, claimed, drafts) else { continue };
        let Some(claimant) = &who_denies(claimed, claimant, &drafts[at]) else { continue };
        match (claimed.denied, named) {
            (false, _) => own_up(known, claimed.cue, claimant, drafts, events, events[at]),
            // "denied responsibility for the bombing" tells of it itself.
            (true, true) if claimed.whose.is_some() => {}
            (true, true) => push(&mut drafts[at].claim.actors, agent(known, claimant)),
            (true, false) => {
                let Some(denial) = denial(known, claimed, claimant, &drafts[at]) else { continue };
                // "denied any part in the attack": the attack is no act of theirs.
                let denier = agent(known, claimant);
                let theirs = |a: &Actor| a.role == Role::Agent && same_name(a, &denier);
                // "The mayor blamed the Front. … The Front denied that it was behind it": he does all the same.
                if !claimed.contradicts && drafts[at].claim.sources.is_empty() {
                    drafts[at].claim.actors.retain(|a| !theirs(a));
                }
                let place = drafts.partition_point(|d| d.claim.trigger_span.start < claimed.cue.start);
                events.insert(place, events[at]);
                drafts.insert(place, denial);
            }
        }
    }
    by_own_words(known, drafts, events);
}

/// "The Front said one of its fighters had carried out the attack": whoever tells of his own deed owns up to it.
fn by_own_words(known: &Known, drafts: &mut [Draft], events: &[usize]) {
    let irregular = |s: Side| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia);
    for at in 0..drafts.len() {
        let claim = &drafts[at].claim;
        let own = |s: &&Source| {
            let does = |a: &Actor| a.role == Role::Agent && a.name == s.name && irregular(a.side);
            claim.actors.iter().any(does)
        };
        let told = claim.status == Status::Happened && is_violent(&claim.kind);
        let Some(teller) = claim.sources.iter().find(own).filter(|_| told).cloned() else { continue };
        let cue = claim.trigger_span;
        own_up(known, cue, &teller, drafts, events, events[at]);
    }
}

/// "The ministry accused the guards of it, which they deny": nobody denies what he has said himself, so it is the
/// guards who do.
fn who_denies(claimed: &ResponsibilityClaim, claimant: &Source, event: &Draft) -> Option<Source> {
    if !claimed.contradicts || event.claim.sources.iter().all(|s| s.name != claimant.name) {
        return Some(claimant.clone());
    }
    let accused = event.claim.actors.iter().find(|a| a.role == Role::Agent && a.name != claimant.name)?;
    Some(Source { name: accused.name.clone(), side: accused.side, span: accused.span })
}

fn agent(known: &Known, claimant: &Source) -> Actor {
    let here = |m: &&ActorMention| claimant.span.is_some_and(|span| m.span.overlaps(span));
    match known.grounding.actors.iter().find(here) {
        // "The rebels" are the Front that the report has named.
        Some(mention) if mention.named && claimant.name.starts_with(char::is_lowercase) => {
            from_mention(mention, Role::Agent)
        }
        // "A spokesman for the Front, Odo Brun, claimed it": for the Front.
        Some(mention) if mention.named && !mention.person && speaks_for(&claimant.name) => {
            from_mention(mention, Role::Agent)
        }
        Some(mention) => Actor { name: claimant.name.clone(), ..from_mention(mention, Role::Agent) },
        None => Actor {
            role: Role::Agent,
            name: claimant.name.clone(),
            side: claimant.side,
            id: None,
            span: claimant.span,
        },
    }
}

/// True where the name holds a word for somebody who speaks for others.
fn speaks_for(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(|w| vocabulary::is(Class::SpeaksFor, &w.to_lowercase()))
}

fn own_up(known: &Known, cue: Span, claimant: &Source, drafts: &mut [Draft], events: &[usize], event: usize) {
    for (draft, _) in drafts.iter_mut().zip(events).filter(|(_, e)| **e == event) {
        draft.claim.responsibility = Some(claimant.name.clone());
        if !draft.claim.actors.iter().any(|a| a.role == Role::Agent && a.id.is_some()) {
            push(&mut draft.claim.actors, agent(known, claimant));
        }
        let rule = "responsibility claimed".to_owned();
        draft.claim.evidence.push(Evidence { field: "responsibility".into(), span: cue, rule });
    }
}

/// "A car bomb killed nine people. The Front denied responsibility": of the same event, by its own words, that
/// it was not the Front.
fn denial(known: &Known, claimed: &ResponsibilityClaim, claimant: &Source, event: &Draft) -> Option<Draft> {
    let sentence = known.analysis.sentences.get(claimed.sentence)?;
    let head = sentence.tokens.iter().position(|t| t.span.start == claimed.cue.start)?;
    let mut draft = Draft { sentence: claimed.sentence, head, passage: sentence.passage, ..event.clone() };
    let claim = &mut draft.claim;
    if !claimed.contradicts {
        let doer = agent(known, claimed.whose.as_ref().unwrap_or(claimant));
        claim.actors.retain(|a| a.role == Role::Target && !same_name(a, &doer));
        push(&mut claim.actors, doer);
    }
    claim.sources = vec![claimant.clone()];
    claim.status = Status::Denied;
    claim.effects.clear();
    claim.span = sentence.span;
    claim.quote = known.report.words(sentence.span).to_owned();
    claim.trigger_span = claimed.cue;
    claim.trigger = known.report.words(claimed.cue).to_owned();
    claim.rule = "responsibility denied".to_owned();
    for field in ["sources", "status"] {
        let rule = claim.rule.clone();
        claim.evidence.push(Evidence { field: field.into(), span: claimed.cue, rule });
    }
    (draft.own_party, draft.stands_alone) = (true, true);
    Some(draft)
}

/// "The Front said it had no part in the killing of nine men": the killing is told as denied, by whoever says so.
fn deny_in_place(known: &Known, claimant: &Source, draft: &mut Draft) {
    let claim = &mut draft.claim;
    claim.status = Status::Denied;
    claim.sources = vec![claimant.clone()];
    claim.effects.clear();
    claim.actors.retain(|a| a.role != Role::Agent);
    push(&mut claim.actors, agent(known, claimant));
    (draft.own_party, draft.stands_alone) = (true, true);
}

/// The draft of the words for what is claimed or denied.
fn named_draft(known: &Known, claimed: &ResponsibilityClaim, drafts: &[Draft]) -> Option<usize> {
    let span = known.analysis.sentences.get(claimed.sentence)?.tokens.get(claimed.target?)?.span;
    drafts.iter().position(|d| d.claim.trigger_span.overlaps(span))
}

/// The draft of the words it is claimed for ("the attack"), true where that tells the denial itself; else of
/// the violence told last before.
fn draft_of(known: &Known, claimed: &ResponsibilityClaim, drafts: &[Draft]) -> Option<(usize, bool)> {
    let named = named_draft(known, claimed, drafts);
    let earlier = |d: &Draft| match (claimed.denied, claimed.contradicts) {
        // "The army said it took the town. The Front denied the claim."
        (_, true) => d.claim.trigger_span.start < claimed.cue.start && claimed.sentence - d.sentence <= 1,
        // "A bomb killed six near the mosque; the Front denied any role."
        (true, false) => {
            let beside = d.sentence == claimed.sentence && d.claim.trigger_span.end < claimed.cue.start;
            d.sentence < claimed.sentence || beside && d.claim.sources.is_empty() && d.stands_alone
        }
        (false, false) => d.claim.span.start < claimed.cue.start,
    };
    let fits = |d: &Draft| match claimed.contradicts {
        true => d.stands_alone && (is_violent(&d.claim.kind) || GAINS.contains(&d.claim.kind.as_str())),
        false => is_violent(&d.claim.kind),
    };
    // "Congo accuses Rwanda of backing the rebels, which it denies": the charge is denied, not what was told before.
    let charge =
        |d: &Draft| claimed.contradicts && d.sentence == claimed.sentence && d.claim.kind == "accusation";
    if drafts.iter().rfind(|d| earlier(d)).is_some_and(charge) {
        return None;
    }
    let here = known.analysis.sentences.get(claimed.sentence);
    let reached = |d: &Draft| !claimed.denied || here.is_none_or(|s| d.passage_reaches(known, s));
    let told = |d: &Draft| earlier(d) && fits(d) && reached(d);
    let accused = |d: &Draft| told(d) && accuses(known, claimed, d);
    // "Gunmen attacked the base, killing ten. … They looted it. … The Front had nothing to do with it": with the attack.
    let blows = |d: &Draft| told(d) && !claimed.contradicts && d.claim.kind != "destruction";
    let before = || {
        let last = |fits: &dyn Fn(&Draft) -> bool| drafts.iter().rposition(fits);
        last(&accused).or_else(|| last(&blows)).or_else(|| last(&told))
    };
    let tells = |at: usize| drafts[at].stands_alone && drafts[at].claim.status == Status::Denied;
    if let Some(at) = named.filter(|&at| !claimed.denied || tells(at)) {
        return Some((at, true));
    }
    before().or(named).map(|at| (at, false))
}

/// "Soldiers shot nine villagers after the Front attacked a convoy. The government denied the allegations": what
/// its own side is said to have done.
fn accuses(known: &Known, claimed: &ResponsibilityClaim, draft: &Draft) -> bool {
    let words = known.report.words(claimed.cue).to_lowercase();
    let charge = ["allegation", "accusation", "charge"].iter().any(|noun| words.contains(noun));
    let side = claimed.claimant.as_ref().map_or(Side::Unknown, |c| c.side);
    let own = |a: &Actor| a.role == Role::Agent && a.side == side;
    charge && side != Side::Unknown && draft.claim.actors.iter().any(own)
}

/// What one side tells and the other denies, beside violence.
const GAINS: [&str; 9] =
    ["capture", "clash", "withdrawal", "arrest", "seizure", "operation", "deployment", "presence", "abuse"];

fn is_violent(kind: &str) -> bool {
    matches!(
        kind,
        "attack"
            | "airstrike"
            | "shelling"
            | "explosion"
            | "suicide_bombing"
            | "chemical_attack"
            | "assassination"
            | "execution"
            | "abduction"
            | "destruction"
    )
}
