//! Verbs of saying with what they tell: "X said that …", "…, said X", "X is said to have …", "… was
//! reported", "X accused Y of …".

use super::channels;
use super::found::{Context, Found, Speaker, confidence};
use super::lists::{CueClass, CueVerb};
use super::passives::{cited, is_passive, passive};
use super::subjects::speakers;
use super::told::told;
use super::tree::{entry, form, head, is_negated, lemma, mask, relation};
use crate::vocabulary::{self, Class};
use ascribe_model::{Label, Sentence, Upos};

/// A verb of saying without words told in its own sentence; a quotation beside it may hold them.
pub(crate) struct Mute {
    pub(crate) found: Found,
}

/// Reads the verbs of one sentence.
pub(crate) fn read(context: &Context, at: usize, found: &mut Vec<Found>, mute: &mut Vec<Mute>) {
    let sentence = context.sentence(at);
    for verb in 0..sentence.tokens.len() {
        let Some(cue) = cue_at(context, sentence, verb) else { continue };
        if let Some(one) = one(context, at, verb, cue) {
            if one.content.is_empty() { mute.push(Mute { found: one }) } else { found.push(one) }
        }
    }
}

fn cue_at<'a>(context: &Context<'a>, sentence: &Sentence, verb: usize) -> Option<&'a CueVerb> {
    let token = &sentence.tokens[verb];
    // "Omar Said was shot": a surname.
    let capital = |t: usize| sentence.tokens[t].text.starts_with(char::is_uppercase);
    let surname = token.upos == Upos::Propn && capital(verb) && verb.checked_sub(1).is_some_and(capital);
    let said = matches!(form(sentence, verb).as_str(), "said" | "says") && !surname;
    if token.upos != Upos::Verb && !said {
        return None;
    }
    if said { context.lists.verbs.get("say") } else { entry(&context.lists.verbs, sentence, verb) }
}

/// "will announce", "could say": nothing has been told.
fn is_unreal(sentence: &Sentence, verb: usize) -> bool {
    const MODALS: [&str; 8] = ["will", "could", "may", "might", "would", "should", "must", "’ll"];
    sentence
        .children(verb)
        .any(|c| relation(sentence, c, &["aux"]) && MODALS.contains(&form(sentence, c).as_str()))
}

/// "sent a team to assess the attack": nothing has been told; "claims to have said" has.
fn is_bare_infinitive(sentence: &Sentence, verb: usize) -> bool {
    // "appears to show", "purports to show" do tell.
    let seems = head(sentence, verb)
        .is_some_and(|h| matches!(lemma(sentence, h).as_str(), "appear" | "seem" | "purport"));
    sentence.children(verb).any(|c| form(sentence, c) == "to" && relation(sentence, c, &["mark"]) && c < verb)
        && !seems
        && !sentence.children(verb).any(|c| form(sentence, c) == "have")
}

fn one(context: &Context, at: usize, verb: usize, cue: &CueVerb) -> Option<Found> {
    let sentence = context.sentence(at);
    let mut class = cue.class;
    if is_negated(sentence, verb) {
        // "did not deny that planes had bombed the town" tells of the bombing; "did not say" tells nothing.
        if class != CueClass::Deny {
            return None;
        }
        class = CueClass::Say;
    }
    if is_unreal(sentence, verb) || is_bare_infinitive(sentence, verb) {
        return None;
    }
    let base = |rule: &str, share: f32| Found {
        sentence: at,
        cue_token: verb,
        cue: sentence.tokens[verb].span,
        speakers: Vec::new(),
        channels: Vec::new(),
        content: Vec::new(),
        class,
        rule: format!("{rule} {}", cue.at),
        confidence: confidence(sentence, verb, share),
    };
    if class == CueClass::Cite {
        return cited(context, at, verb, base("cited", 0.85));
    }
    // "alleged terrorists": an adjective.
    if relation(sentence, verb, &["amod"]) && sentence.child(verb, &["xcomp"]).is_none() {
        return None;
    }
    if is_passive(sentence, verb) {
        return passive(context, at, verb, cue, base("passive", 0.85));
    }
    active(context, at, verb, cue, base)
}

fn active(
    context: &Context,
    at: usize,
    verb: usize,
    cue: &CueVerb,
    base: impl Fn(&str, f32) -> Found,
) -> Option<Found> {
    let sentence = context.sentence(at);
    let who = speakers(context, at, verb);
    let told = told(context, sentence, verb, cue, &who);
    let (rule, share, content) = match told {
        Some(told) => told,
        None => ("alone", 0.5, Vec::new()),
    };
    let mut one = base(rule, share);
    if who.is_empty() {
        // "…, the army there" with no subject at all: only an inverted or elliptic "said" may lean on the last speaker.
        if sentence.tokens[verb].text.ends_with("ing") && !content.is_empty() {
            one.speakers.push(Speaker::Last);
        } else {
            return None;
        }
    }
    if first_person(sentence, &who) {
        return None;
    }
    if cue.class == CueClass::Show && !may_show(context, sentence, &who) {
        return None;
    }
    if !who.iter().any(|&t| may_speak(context, sentence, t)) {
        return None;
    }
    one.speakers.extend(who.iter().map(|&t| Speaker::At(at, t)));
    let mut content = content;
    for &speaker in &who {
        if !content.get(speaker).copied().unwrap_or(false) {
            continue;
        }
        // A speaker never stands inside its own words, unless it is the subject that they are told of.
        let own = mask(sentence, speaker, &[]);
        content.iter_mut().zip(&own).for_each(|(c, o)| *c &= !o);
    }
    if content.iter().any(|&b| b) {
        one.channels = channels::of_verb(context, at, verb, &who, &content);
        one.content.push((at, content));
    } else {
        one.channels = channels::of_verb(context, at, verb, &who, &[]);
    }
    Some(one)
}

/// "I", "we": the speaker of the quotation that this stands in.
fn first_person(sentence: &Sentence, who: &[usize]) -> bool {
    who.first().is_some_and(|&t| matches!(form(sentence, t).as_str(), "i" | "we" | "you" | "what" | "there"))
}

/// People, bodies, places that stand for them, and documents speak; an attack or a fact does not.
fn may_speak(context: &Context, sentence: &Sentence, token: usize) -> bool {
    // "Explosion near the port, casualties reported", "fighter jets believed to be foreign": harm and machines are told
    // of and tell nothing.
    let name = lemma(sentence, token);
    if vocabulary::is(Class::Mute, &name) {
        return false;
    }
    let lists = context.lists;
    let shouted = sentence.tokens[token].text.len() > 1
        && sentence.tokens[token].text.chars().all(|c| c.is_ascii_uppercase());
    shouted
        || matches!(sentence.tokens[token].upos, Upos::Pron | Upos::Propn | Upos::Det | Upos::Num)
        || lists.speakers.contains_key(&name)
        || lists.offices.contains_key(&name)
        || lists.nouns.contains_key(&name)
        || lists.generics.contains_key(&name)
        || sentence.mentions.iter().any(|m| {
            m.tokens.contains(token)
                && (m.head == token || m.named)
                && matches!(m.label, Label::Person | Label::Organisation | Label::Actor | Label::Nationality)
        })
}

/// Documents and people show; attacks and facts do not ("the attack showed that the truce is dead").
fn may_show(context: &Context, sentence: &Sentence, who: &[usize]) -> bool {
    who.iter().any(|&t| {
        let name = lemma(sentence, t);
        context.lists.nouns.contains_key(&name)
            || context.lists.speakers.contains_key(&name)
            || matches!(sentence.tokens[t].upos, Upos::Propn | Upos::Pron)
    })
}
