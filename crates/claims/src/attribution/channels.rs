//! Through whom a speaker speaks: "told AFP", "in a communique read out on its radio, Voice of the Hills",
//! "speaking on state television".

use super::found::{Context, Speaker};
use super::tree::{case_of, form, head, lemma, mask, relation};
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{Label, Sentence, Upos};

const ROUTES: [&str; 8] = ["to", "by", "with", "on", "via", "through", "from", "in"];

/// Channels named in the clause of a verb of saying, outside what is told.
pub(crate) fn of_verb(
    context: &Context,
    at: usize,
    verb: usize,
    who: &[usize],
    told: &[bool],
) -> Vec<Speaker> {
    let sentence = context.sentence(at);
    let clause = mask(sentence, verb, &[]);
    let mut speakers = vec![false; clause.len()];
    for &speaker in who {
        // The subject's own phrase is no channel, but a statement that it holds may name one:
        // "The group in a statement published by its agency said …".
        let own = mask(sentence, speaker, &carriers(sentence, speaker));
        speakers.iter_mut().zip(own).for_each(|(s, o)| *s |= o);
    }
    let mut found: Vec<Speaker> = Vec::new();
    for token in 0..clause.len() {
        let outside = clause[token] && !speakers[token] && !told.get(token).copied().unwrap_or(false);
        if outside && let Some(outlet) = outlet_of_reporter(context, sentence, verb, token) {
            found.push(Speaker::At(at, outlet));
            continue;
        }
        if !outside || !is_head_of_medium(context, sentence, token) || !is_route(sentence, verb, token) {
            continue;
        }
        let speaker = Speaker::At(at, token);
        if !found.contains(&speaker) {
            found.push(speaker);
        }
    }
    found
}

/// "Told the agency's correspondent", "told a Reuters reporter": whose correspondent is told.
fn outlet_of_reporter(context: &Context, sentence: &Sentence, verb: usize, token: usize) -> Option<usize> {
    let told = telling::is(Telling::Informs, &lemma(sentence, verb));
    let reporter = matches!(lemma(sentence, token).as_str(), "correspondent" | "reporter");
    let heard = relation(sentence, token, &["obj", "iobj"]) && head(sentence, token) == Some(verb);
    let wire = |t: usize| {
        let name = form(sentence, t);
        let capitals = sentence.tokens[t].text.trim_end_matches('s').chars().all(char::is_uppercase);
        let bare = name.strip_suffix('s').filter(|_| capitals).unwrap_or(&name);
        context.lists.wires.contains_key(bare)
    };
    let owners = |t: &usize| relation(sentence, *t, &["nmod:poss", "compound"]) && wire(*t);
    sentence.children(token).find(owners).filter(|_| told && reporter && heard)
}

/// Words below a speaker that open the way to a channel ("in a statement").
fn carriers(sentence: &Sentence, speaker: usize) -> Vec<usize> {
    sentence
        .children(speaker)
        .filter(|&c| relation(sentence, c, &["nmod", "acl"]))
        .filter(|&c| telling::is(Telling::Channel, &lemma(sentence, c)))
        .collect()
}

fn is_head_of_medium(context: &Context, sentence: &Sentence, token: usize) -> bool {
    let this = &sentence.tokens[token];
    if !matches!(this.upos, Upos::Propn | Upos::Noun)
        || relation(sentence, token, &["compound", "flat", "amod", "appos"])
    {
        return false;
    }
    let name = form(sentence, token);
    if context.lists.wires.contains_key(&name) {
        return true;
    }
    let Some(mention) =
        sentence.mentions.iter().find(|m| m.named && m.head == token && m.label == Label::Organisation)
    else {
        // "its radio, Voice of the Hills" has no name at its head.
        return vocabulary::is(Class::Medium, &lemma(sentence, token))
            && sentence.children(token).any(|c| {
                relation(sentence, c, &["appos", "compound", "flat"])
                    && sentence.tokens[c].upos == Upos::Propn
            });
    };
    let words = sentence.tokens.get(mention.tokens.range()).unwrap_or_default();
    let text = words.iter().map(|t| t.text.to_lowercase()).collect::<Vec<_>>();
    context.lists.wires.contains_key(&text.join(" ")) || text.iter().any(|w| vocabulary::is(Class::Medium, w))
}

fn is_route(sentence: &Sentence, verb: usize, token: usize) -> bool {
    let up = head(sentence, token);
    let told = telling::is(Telling::Informs, &lemma(sentence, verb));
    if relation(sentence, token, &["obj", "iobj"]) {
        return told && up == Some(verb);
    }
    match case_of(sentence, token).as_deref() {
        Some("by") => up.is_some_and(|u| vocabulary::is(Class::Carries, &lemma(sentence, u))),
        Some(case) => ROUTES.contains(&case),
        None => false,
    }
}
