//! From speakers as tokens to sources by name: pronouns through mention chains or the last speaker,
//! "the statement" to who issued it, "a monitor" to the body that speaks in the next sentence.

mod fullest;
mod pronouns;
mod stand_ins;

use super::UNSPECIFIED;
use super::found::{Context, Found, Speaker};
use super::names::{self, Named};
use super::tree::{form, lemma};
use ascribe_model::{Side, Source, Span, Upos};
use fullest::{full, fuller};
use pronouns::pronoun;
use stand_ins::stands_for;

/// A source with what later cues need to know of it.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) source: Source,
    pub(crate) person: bool,
    pub(crate) plural: bool,
}

/// The named sources of every cue, in the order of `found`; empty where nobody could be named.
pub(crate) fn resolve(context: &Context, found: &[Found]) -> Vec<Vec<Source>> {
    let mut memory = Memory::default();
    let mut all = Vec::new();
    for one in found {
        memory.spoken.retain(|(at, _)| context.reaches(*at, one.sentence));
        let mut chain: Vec<Resolved> = Vec::new();
        for &speaker in one.speakers.iter().chain(&one.channels) {
            let told_through = one.channels.contains(&speaker) && !one.speakers.contains(&speaker);
            for resolved in speaker_of(context, &memory, one, speaker) {
                if !chain.iter().any(|r| r.source.name == resolved.source.name) {
                    chain.push(Resolved { person: resolved.person && !told_through, ..resolved });
                }
            }
        }
        let spoke = chain.len().min(one.speakers.len());
        memory.remember(one.sentence, chain.get(..spoke).unwrap_or_default());
        all.push(chain.into_iter().map(|r| r.source).collect());
    }
    all
}

#[derive(Default)]
struct Memory {
    /// (sentence, speakers), in text order.
    spoken: Vec<(usize, Vec<Resolved>)>,
}

impl Memory {
    fn remember(&mut self, sentence: usize, who: &[Resolved]) {
        let named: Vec<Resolved> = who.iter().filter(|r| r.source.name != UNSPECIFIED).cloned().collect();
        if !named.is_empty() {
            self.spoken.push((sentence, named));
        }
    }

    fn last(&self, sentence: usize, reach: usize, fits: impl Fn(&Resolved) -> bool) -> Option<Vec<Resolved>> {
        self.spoken
            .iter()
            .rev()
            .take_while(|(s, _)| *s + reach >= sentence)
            .find(|(_, who)| who.iter().any(&fits))
            .map(|(_, who)| who.clone())
    }
}

fn unspecified() -> Resolved {
    let source = Source { name: UNSPECIFIED.to_owned(), side: Side::Unknown, span: None };
    Resolved { source, person: false, plural: false }
}

/// A person named in a bracket, with the fullest form of the name.
fn given(context: &Context, span: Span) -> Resolved {
    let name = names::tidy(context.report.words(span));
    let named = Named { name, span, person: true, proper: true };
    let name = fuller(context, &named).unwrap_or(named.name);
    let source = Source { name, side: Side::Unknown, span: Some(span) };
    Resolved { source, person: true, plural: false }
}

fn speaker_of(context: &Context, memory: &Memory, one: &Found, speaker: Speaker) -> Vec<Resolved> {
    match speaker {
        Speaker::Unspecified => vec![unspecified()],
        Speaker::Given(span) => vec![given(context, span)],
        Speaker::Last => memory.last(one.sentence, 4, |_| true).unwrap_or_default(),
        Speaker::At(at, head) if names::is_nobody(context, at, head) => vec![unspecified()],
        Speaker::At(at, head) => at_token(context, memory, one, at, head),
    }
}

fn at_token(context: &Context, memory: &Memory, one: &Found, at: usize, head: usize) -> Vec<Resolved> {
    let sentence = context.sentence(at);
    let Some(token) = sentence.tokens.get(head) else { return Vec::new() };
    if token.upos == Upos::Pron || matches!(form(sentence, head).as_str(), "he" | "she" | "they" | "it") {
        return pronoun(context, memory, one, at, head);
    }
    // "According to the center's bulletin": the center speaks, by the name that it was given before.
    if let Some(author) = names::author_of_document(context, at, head).filter(|&author| author != head)
        && !sentence.mentions.iter().any(|m| m.named && m.tokens.contains(author))
    {
        return at_token(context, memory, one, at, author);
    }
    let Some(named) = names::of_phrase(context, at, head) else { return Vec::new() };
    let one_word = named.proper && !named.person && !named.name.contains(' ');
    if (!named.proper
        || one_word && context.lists.generics.contains_key(&lemma(sentence, head).to_lowercase()))
        && let Some(who) = stands_for(context, memory, one, at, head)
    {
        return who;
    }
    vec![full(context, at, head, named)]
}
