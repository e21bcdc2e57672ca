//! "ISIS claimed responsibility for the attack", "no group has claimed responsibility".

use super::contradicting;
use super::disowning;
use super::found::Context;
use super::subjects;
use super::tree::{case_of, form, is_negated, lemma, relation};
use super::{AttributionLists, antecedents, found::Found, found::Speaker, lists::CueClass};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Analysis, Grounding, Report, Sentence, Source, Span};

/// A claim, or a denial, of responsibility.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponsibilityClaim {
    /// Who claims it; `None` where the report says that nobody did.
    pub claimant: Option<Source>,
    /// Whose part is denied, where that is another: "the colonel denied army complicity".
    pub whose: Option<Source>,
    /// True for "denied responsibility".
    pub denied: bool,
    /// True for "denied the claim", "which they deny": not that it was them, but that it was so.
    pub contradicts: bool,
    /// True for "said that it was not responsible for the raid", "denied that it had taken part in the raid": the raid that
    /// it names is what is denied.
    pub disowned: bool,
    /// The words, in bytes of the text.
    pub cue: Span,
    /// Sentence of the words.
    pub sentence: usize,
    /// Head token, in that sentence, of what they claim ("the attack"), where it is named.
    pub target: Option<usize>,
}

/// What was told may be denied: "denied the claim", "which they deny".
pub(super) fn is_told(word: &str) -> bool {
    telling::is(Telling::Charge, word) || matches!(word, "it" | "this" | "that" | "which")
}

/// Finds who claims responsibility, in text order. The event meant is the one of `target`, else the last one
/// told before.
pub fn responsibility_claims(
    report: &Report,
    analysis: &Analysis,
    grounding: &Grounding,
    lists: &AttributionLists,
) -> Vec<ResponsibilityClaim> {
    let context = Context::new(report, analysis, grounding, lists);
    let mut all = Vec::new();
    for at in 0..analysis.sentences.len() {
        let sentence = context.sentence(at);
        for noun in 0..sentence.tokens.len() {
            let word = lemma(sentence, noun);
            let denial = disowning::disowns(&context, at, noun)
                .or_else(|| contradicting::contradicts(&context, at, noun));
            if let Some(denial) = denial {
                all.push(denial);
            } else if is_told(&word)
                || [Telling::Credit, Telling::OwnPart].iter().any(|c| telling::is(*c, &word))
            {
                all.extend(one(&context, at, noun));
            }
        }
    }
    all
}

fn one(context: &Context, at: usize, noun: usize) -> Option<ResponsibilityClaim> {
    let sentence = context.sentence(at);
    let verb = super::tree::head(sentence, noun)?;
    let name = lemma(sentence, verb);
    // "a claim of responsibility by the group", "there was no claim of responsibility".
    if name == "claim" && relation(sentence, noun, &["nmod"]) {
        let denied = sentence.children(verb).any(|c| form(sentence, c) == "no");
        let by =
            sentence.children(verb).find(|&c| matches!(case_of(sentence, c).as_deref(), Some("by" | "from")));
        let claimant = by.filter(|_| !denied).and_then(|t| name_of(context, at, t));
        return (denied || claimant.is_some()).then(|| ResponsibilityClaim {
            claimant,
            whose: None,
            denied: false,
            contradicts: false,
            disowned: false,
            cue: sentence.tokens[verb].span,
            sentence: at,
            target: None,
        });
    }
    let word = lemma(sentence, noun);
    let denied = telling::is(Telling::Denies, &name);
    let taken = if denied { Telling::OwnPart } else { Telling::Credit };
    // "denied claims that rebels hold the town" tells itself what is denied.
    let contradicts = denied
        && is_told(&word)
        && !sentence.children(noun).any(|c| relation(sentence, c, &["acl", "nmod", "compound"]));
    let owns = denied || telling::is(Telling::OwnsUp, &name);
    if !owns || !(contradicts || telling::is(taken, &word)) {
        return None;
    }
    // "Denied army complicity", "denied any involvement of the police": somebody else's.
    let anothers = |c: usize| {
        let owner = relation(sentence, c, &["compound", "nmod", "nmod:poss"]) && form(sentence, c) != "its";
        let in_it = matches!(case_of(sentence, c).as_deref(), Some("in" | "for" | "with"));
        owner && !in_it && context.grounding.actors.iter().any(|a| a.sentence == at && a.head == c)
    };
    let whose = sentence.children(noun).find(|&c| anothers(c)).and_then(|t| name_of(context, at, t));
    let passive = relation(sentence, noun, &["nsubj:pass"]);
    if !passive && !relation(sentence, noun, &["obj"]) {
        return None;
    }
    let nobody = is_negated(sentence, verb) || stops_short(sentence, verb);
    let who = if passive {
        sentence
            .children(verb)
            .find(|&c| relation(sentence, c, &["obl"]) && case_of(sentence, c).as_deref() == Some("by"))
    } else {
        subjects::speakers(context, at, verb).first().copied()
    };
    // "A document claiming responsibility on behalf of the Front": the Front claims it.
    let behalf = sentence
        .children(verb)
        .chain(sentence.children(noun))
        .find(|&c| matches!(form(sentence, c).as_str(), "behalf" | "name"))
        .and_then(|b| sentence.child(b, &["nmod"]));
    let who = behalf.or(who);
    let claimant = who.filter(|_| !nobody).and_then(|t| name_of(context, at, t));
    if claimant.is_none() && !nobody {
        return None;
    }
    let target = [noun, verb]
        .into_iter()
        .flat_map(|t| sentence.children(t).collect::<Vec<_>>())
        .find(|&c| matches!(case_of(sentence, c).as_deref(), Some("for" | "in")));
    let cue = sentence.tokens[verb].span.join(sentence.tokens[noun].span);
    let whose = whose.filter(|_| denied);
    Some(ResponsibilityClaim {
        claimant,
        whose,
        denied,
        contradicts,
        disowned: false,
        cue,
        sentence: at,
        target,
    })
}

/// "Praised the attack but stopped short of claiming responsibility".
fn stops_short(sentence: &Sentence, verb: usize) -> bool {
    let before = |n: usize| verb.checked_sub(n).map(|t| form(sentence, t));
    before(1).as_deref() == Some("of") && before(2).as_deref() == Some("short")
}

/// The source named by the phrase of a token.
pub(super) fn name_of(context: &Context, at: usize, token: usize) -> Option<Source> {
    let probe = Found {
        sentence: at,
        cue_token: token,
        cue: Span::default(),
        speakers: vec![Speaker::At(at, token)],
        channels: Vec::new(),
        content: Vec::new(),
        class: CueClass::Claim,
        rule: String::new(),
        confidence: 1.0,
    };
    antecedents::resolve(context, &[probe]).pop()?.into_iter().next()
}
