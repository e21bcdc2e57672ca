//! From speakers as tokens to sources by name: pronouns through mention chains or the last speaker,
//! "the statement" to who issued it, "a monitor" to the body that speaks in the next sentence.

use super::UNSPECIFIED;
use super::found::{Context, Found, Speaker};
use super::lists::NounKind;
use super::names::{self, Named};
use super::registry;
use super::tree::{form, lemma, relation};
use crate::vocabulary::{self, Class};
use ascribe_language::noun_of_people;
use ascribe_model::{Side, Source, Span, Upos};

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

/// The fullest name, with the side that grounding saw.
fn full(context: &Context, at: usize, head: usize, named: Named) -> Resolved {
    let sentence = context.sentence(at);
    let fuller = if named.proper { fuller(context, &named) } else { None };
    let name = without_machines(fuller.unwrap_or_else(|| named.name.clone()));
    let actor = context.grounding.actors.iter().find(|a| a.sentence == at && a.head == head);
    let side = actor.map_or(Side::Unknown, |a| a.side);
    let plural = sentence.tokens.get(head).is_some_and(|t| t.feats.contains("Number=Plur"));
    Resolved { source: Source { name, side, span: Some(named.span) }, person: named.person, plural }
}

/// "Valley coalition warplanes": it is the coalition that speaks.
fn without_machines(mut name: String) -> String {
    while let Some((owner, last)) = name.rsplit_once(' ')
        && vocabulary::is(Class::Machine, last)
    {
        name.truncate(owner.len());
    }
    name
}

fn fuller(context: &Context, named: &Named) -> Option<String> {
    if !named.person {
        return context.registry.fullest(&named.name, Some(false)).map(|e| e.text.clone());
    }
    // "Senator Bernales", "Mr Kirby": the surname finds the person.
    let bare: Vec<&str> = named
        .name
        .split(' ')
        .skip_while(|w| {
            let word = w.trim_end_matches('.').to_lowercase();
            context.lists.offices.contains_key(&word) || is_form_of_address(&word)
        })
        .collect();
    // Of all mentions of the person, the one printed with most words, the first on a tie.
    let all = context.registry.same_person(&bare.join(" "));
    let printed = all.into_iter().filter_map(|e| {
        let at = names::of_phrase(context, e.sentence, e.head).filter(|n| n.person)?;
        Some((registry::words(&at.name).len(), at.name))
    });
    let best = printed.fold(None, |best: Option<(usize, String)>, one| match best {
        Some(b) if b.0 >= one.0 => Some(b),
        _ => Some(one),
    })?;
    (best.0 > registry::words(&named.name).len()).then_some(best.1)
}

fn is_form_of_address(word: &str) -> bool {
    const FORMS: [&str; 26] = [
        "mr", "mrs", "ms", "miss", "dr", "gen", "col", "lt", "maj", "capt", "sgt", "brig", "sen", "rep",
        "gov", "prof", "rev", "sheikh", "sir", "lord", "adm", "cmdr", "cpl", "pvt", "vice", "haji",
    ];
    FORMS.contains(&word)
}

fn pronoun(context: &Context, memory: &Memory, one: &Found, at: usize, head: usize) -> Vec<Resolved> {
    let sentence = context.sentence(at);
    let word = form(sentence, head);
    if let Some(who) = by_chain(context, one, at, head, &word) {
        return vec![who];
    }
    let person = matches!(word.as_str(), "he" | "she" | "him" | "her");
    let many = word == "they";
    let fits = |r: &Resolved| if person { r.person } else { !r.person || many && r.plural };
    // "The United Nations is alarmed. It said …": the body that the sentence before is about, where nobody
    // spoke there.
    let spoke_just_now = memory.last(at, 1, fits).is_some();
    if !person
        && !spoke_just_now
        && let Some(who) = subject_of_previous(context, at)
    {
        return vec![who];
    }
    if let Some(who) = memory.last(at, 4, fits) {
        let one: Vec<Resolved> = who.iter().filter(|r| fits(r)).cloned().collect();
        return if many { who } else { one.into_iter().take(1).collect() };
    }
    if (person || word == "they")
        && let Some(who) = before(context, one, at, head, person)
    {
        return vec![who];
    }
    if person {
        return last_person(context, one, at, head).into_iter().collect();
    }
    Vec::new()
}

/// The named mention of the pronoun's chain; people for "he", others for "it".
fn by_chain(context: &Context, one: &Found, at: usize, head: usize, word: &str) -> Option<Resolved> {
    let chain = context.analysis.chain_of(at, head)?;
    let person = matches!(word, "he" | "she" | "him" | "her");
    chain
        .mentions
        .iter()
        // Whoever is spoken of in the words themselves is not who speaks them.
        .filter(|m| (m.sentence, m.head) != (at, head) && !one.tells(m.sentence, m.head))
        .filter_map(|m| {
            let sentence = context.analysis.sentences.get(m.sentence)?;
            let token = sentence.tokens.get(m.head)?;
            (token.upos != Upos::Pron).then_some(())?;
            let named = names::of_phrase(context, m.sentence, m.head)?;
            let document = context.lists.nouns.contains_key(&lemma(sentence, m.head));
            if !person && (document || word == "it" && !named.proper) {
                return None;
            }
            let somebody = person && !named.proper && noun_of_people(&lemma(sentence, m.head));
            (named.person == person || somebody || word == "they")
                .then(|| (named.proper, full(context, m.sentence, m.head, named)))
        })
        .max_by_key(|(proper, r)| (*proper, r.source.name.len()))
        .map(|(_, r)| r)
}

/// The last person named before a pronoun, in this sentence or the three before.
fn last_person(context: &Context, one: &Found, at: usize, head: usize) -> Option<Resolved> {
    let entry = context
        .registry
        .entries
        .iter()
        .rev()
        .filter(|e| e.person && (e.sentence < at || e.sentence == at && e.head < head))
        .find(|e| e.sentence + 3 >= at && !one.tells(e.sentence, e.head))?;
    let named = names::of_phrase(context, entry.sentence, entry.head)?;
    Some(full(context, entry.sentence, entry.head, named))
}

/// The nearest subject before a pronoun that can speak, in this sentence or the one before.
fn before(context: &Context, one: &Found, at: usize, head: usize, person: bool) -> Option<Resolved> {
    for back in 0..3 {
        let at_back = at.checked_sub(back)?;
        let sentence = context.sentence(at_back);
        let limit = if back == 0 { head } else { sentence.tokens.len() };
        for t in (0..limit).rev().filter(|&t| relation(sentence, t, &["nsubj"])) {
            if sentence.tokens[t].upos == Upos::Pron || one.tells(at_back, t) {
                continue;
            }
            let named = names::of_phrase(context, at_back, t)?;
            if named.person == person {
                return Some(full(context, at_back, t, named));
            }
        }
    }
    None
}

/// "The statement", "a monitor", "the ministry": who is meant, where the report tells it.
fn stands_for(
    context: &Context,
    memory: &Memory,
    one: &Found,
    at: usize,
    head: usize,
) -> Option<Vec<Resolved>> {
    let sentence = context.sentence(at);
    let name = lemma(sentence, head);
    let definite = sentence.children(head).any(|c| {
        relation(sentence, c, &["det"]) && matches!(form(sentence, c).as_str(), "the" | "this" | "that")
    });
    // "The same sources reported": whoever spoke last.
    let again = sentence.children(head).any(|c| form(sentence, c) == "same");
    if again && let Some(who) = memory.last(at, 6, |_| true) {
        return Some(who);
    }
    let modified = sentence.children(head).any(|c| {
        let case = super::tree::case_of(sentence, c);
        // "The Britain-based organisation": where it sits.
        let sits = form(sentence, c) == "based";
        (relation(sentence, c, &["amod", "compound"]) && c < head && !sits)
            || (relation(sentence, c, &["nmod"]) && !matches!(case.as_deref(), Some("on" | "in" | "with")))
    });
    let holds_words = context.lists.nouns.get(&name).is_some_and(|n| match n.kind {
        NounKind::Document => is_message(&name),
        NounKind::Claim | NounKind::Denial => true,
        _ => name == "report",
    });
    // "to leave the valley the statement said": without its comma the tree hangs the valley on it.
    let beside =
        head.checked_sub(1).is_some_and(|d| matches!(form(sentence, d).as_str(), "the" | "this" | "that"));
    if holds_words && (beside || definite && !modified) {
        return memory.last(at, 6, |_| true);
    }
    if definite && !modified {
        if let Some(who) = same_word(memory, at, &name, context.lists.offices.contains_key(&name)) {
            return Some(who);
        }
        // "The army struck the Front. … The group said": an army is no group.
        let suits =
            |r: &Resolved| name != "group" || !matches!(r.source.side, Side::State | Side::ForeignState);
        if let Some(who) = by_chain(context, one, at, head, "they")
            .filter(|r| r.source.name.contains(char::is_uppercase) && suits(r))
        {
            return Some(vec![who]);
        }
        // "The Northern Monitor said … The group said": the body that spoke last.
        let body = |r: &Resolved| !r.person && r.source.name.contains(char::is_uppercase) && suits(r);
        if let Some(who) = memory.last(at, 3, body).filter(|_| is_any_body(&name)) {
            return Some(who.into_iter().filter(body).take(1).collect());
        }
        if let Some(who) = armed_group(context, at, head) {
            return Some(vec![who]);
        }
    }
    if definite
        && context.lists.offices.contains_key(&name)
        && let Some(who) = of_that_office(context, memory, at, head)
    {
        return Some(who);
    }
    generic(context, at, head, &name).map(|r| vec![r])
}

/// "The press secretary said" after "Volta Press Secretary Ana Ruiz said".
fn of_that_office(context: &Context, memory: &Memory, at: usize, head: usize) -> Option<Vec<Resolved>> {
    let sentence = context.sentence(at);
    let before =
        sentence.children(head).filter(|&c| c < head && relation(sentence, c, &["compound", "amod"]));
    let office: Vec<String> = before.chain([head]).map(|t| form(sentence, t)).collect();
    let holds = |r: &Resolved| {
        let words = registry::words(&r.source.name);
        r.person && office.len() > 1 && office.iter().all(|w| words.contains(w))
    };
    memory.last(at, 40, holds).map(|who| who.into_iter().filter(holds).collect())
}

/// "The army struck the Front. … The group said": the armed group that grounding takes the words for.
fn armed_group(context: &Context, at: usize, head: usize) -> Option<Resolved> {
    let irregular = |s: Side| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia);
    let mut actors = context.grounding.actors.iter();
    let actor = actors.find(|a| a.sentence == at && a.head == head && irregular(a.side) && a.id.is_some())?;
    let span = Some(context.sentence(at).tokens[head].span);
    let source = Source { name: actor.name.clone(), side: actor.side, span };
    Some(Resolved { source, person: false, plural: false })
}

/// Words for whatever body spoke last.
fn is_any_body(name: &str) -> bool {
    matches!(name, "group" | "organisation" | "organization" | "monitor" | "watchdog")
}

/// Words that somebody sends out; an autopsy or a video speaks for itself.
fn is_message(noun: &str) -> bool {
    vocabulary::is(Class::Message, noun)
}

/// The named body that is the subject of the sentence before.
fn subject_of_previous(context: &Context, at: usize) -> Option<Resolved> {
    let before = at.checked_sub(1)?;
    let sentence = context.sentence(before);
    let subject = (0..sentence.tokens.len()).find(|&t| {
        relation(sentence, t, &["nsubj"])
            && super::tree::head(sentence, t).is_some_and(|h| relation(sentence, h, &["root"]))
    })?;
    let mention = sentence.mentions.iter().find(|m| m.head == subject && m.named)?;
    if mention.label != ascribe_model::Label::Organisation {
        return None;
    }
    let named = names::of_phrase(context, before, subject)?;
    Some(full(context, before, subject, named))
}

/// "The radio said" after "Northern state radio said".
fn same_word(memory: &Memory, at: usize, name: &str, office: bool) -> Option<Vec<Resolved>> {
    let ends = |r: &Resolved| {
        // "A military source said. … The source added": no name, but a description.
        let described = r.source.name.starts_with(char::is_lowercase);
        if r.person && !office && !described {
            return false;
        }
        let words = registry::words(&r.source.name);
        words.len() > 1 && words.iter().any(|w| w == name)
    };
    memory.last(at, 40, ends).map(|who| who.into_iter().filter(|r| ends(r)).collect())
}

/// "a monitor", "a monitoring group", "the ministry": a body named nearby whose name holds such a word.
fn generic(context: &Context, at: usize, head: usize, name: &str) -> Option<Resolved> {
    let sentence = context.sentence(at);
    let watches = sentence.children(head).any(|c| {
        matches!(form(sentence, c).as_str(), "monitoring" | "monitor" | "rights" | "watchdog" | "observatory")
    });
    let key = if watches { "monitor" } else { name };
    let wanted = context.lists.generics.get(key)?;
    let based = (head.saturating_sub(5)..head).any(|t| form(sentence, t) == "based");
    let own = sentence.children(head).any(|c| {
        relation(sentence, c, &["compound", "amod", "nmod"]) && sentence.tokens[c].upos == Upos::Propn
    });
    if own && !based {
        return None;
    }
    let near = |e: &&registry::Entry| {
        let apart = if e.sentence >= at { e.sentence - at } else { (at - e.sentence) * 2 };
        (!e.person
            && context.reaches(e.sentence, at)
            && apart <= 12
            && e.words.iter().any(|w| wanted.contains(w))
            && e.words.len() > 1)
            .then_some(apart)
    };
    let best = context.registry.entries.iter().filter(|e| near(e).is_some()).min_by_key(near)?;
    let fullest = context.registry.fullest(&best.text, Some(false)).unwrap_or(best);
    let span = Some(sentence.tokens[head].span);
    let source = Source { name: without_machines(fullest.text.clone()), side: Side::Unknown, span };
    Some(Resolved { source, person: false, plural: false })
}
