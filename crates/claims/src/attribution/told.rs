//! Where the words told by an active verb stand: its clause, its object, a prepositional phrase, around it, or,
//! for trees that went wrong, by word order alone.

use super::found::Context;
use super::lists::{CueClass, CueVerb, Frames};
use super::subjects::phrase_start;
use super::tree::{case_of, entry, form, head, is_clause, lemma, mask, relation};
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{Label, Sentence, Upos};

pub(crate) type Told = (&'static str, f32, Vec<bool>);

/// "Shouted “…” before police shot him": of a verb that only quotes, what stands in the quotation is told.
fn only_quoted(sentence: &Sentence, mask: &mut [bool]) {
    let is_mark = |t: usize| matches!(sentence.tokens[t].text.as_str(), "\"" | "“" | "”");
    if (0..sentence.tokens.len()).filter(|&t| is_mark(t)).count() < 2 {
        return;
    }
    let mut inside = false;
    for (at, told) in mask.iter_mut().enumerate().take(sentence.tokens.len()) {
        inside ^= is_mark(at);
        *told &= inside;
    }
}

/// The words told by an active verb, with how they were found.
pub(crate) fn told(
    context: &Context,
    sentence: &Sentence,
    verb: usize,
    cue: &CueVerb,
    who: &[usize],
) -> Option<Told> {
    let frames = cue.frames;
    let clause = frames.has(Frames::CLAUSE);
    if (clause || frames.has(Frames::QUOTE))
        && let Some(mut mask) = complement(context, sentence, verb, who)
    {
        before_final(sentence, verb, who, &mut mask);
        if !clause {
            only_quoted(sentence, &mut mask);
        }
        return Some(("clause", 0.95, mask));
    }
    if frames.has(Frames::TO) {
        let to = sentence.child(verb, &["xcomp"]).filter(|&x| case_of(sentence, x).as_deref() == Some("to"));
        if let Some(to) = to {
            return Some(("infinitive", 0.9, mask(sentence, to, &[])));
        }
    }
    if let Some(told) = oblique(sentence, verb, frames) {
        return Some(told);
    }
    // "A plane was shot down; the rebels claimed responsibility": they do not tell what stands before.
    let owns_up =
        sentence.child(verb, &["obj"]).is_some_and(|o| telling::is(Telling::Credit, &lemma(sentence, o)));
    if clause
        && !owns_up
        && let Some(mask) = around(sentence, verb, who)
    {
        return Some(("parataxis", 0.85, mask));
    }
    let perceives = telling::is(Telling::Perceives, &lemma(sentence, verb));
    if perceives && !are_places(sentence, who) {
        // "saw soldiers burn the market", "showed protesters throwing stones".
        let object = sentence.child(verb, &["obj", "xcomp"]).filter(|&o| {
            relation(sentence, o, &["xcomp"])
                || sentence.child(verb, &["xcomp"]).is_some()
                || sentence.children(o).any(|c| relation(sentence, c, &["acl"]))
        });
        if let Some(object) = object {
            let mut told = mask(sentence, object, &[]);
            for x in sentence.children(verb).filter(|&c| relation(sentence, c, &["xcomp", "advcl"])) {
                told.iter_mut().zip(mask(sentence, x, &[])).for_each(|(t, m)| *t |= m);
            }
            return Some(("perceived", 0.7, told));
        }
        // "A photographer saw heavy damage in the market": what somebody saw.
        let human = who.iter().any(|&t| {
            context.lists.speakers.contains_key(&lemma(sentence, t))
                || sentence.mention_at(t).is_some_and(|m| m.label == Label::Person)
        });
        if let Some(object) = sentence.child(verb, &["obj"]).filter(|_| human) {
            let mut told = mask(sentence, object, &[]);
            for x in sentence.children(verb).filter(|&c| c > verb && relation(sentence, c, &["obl", "advcl"]))
            {
                told.iter_mut().zip(mask(sentence, x, &[])).for_each(|(t, m)| *t |= m);
            }
            return Some(("perceived", 0.6, told));
        }
    }
    if frames.has(Frames::NP)
        && let Some(mut mask) = object(context, sentence, verb)
    {
        if cue.class == CueClass::Deny {
            to_comma(sentence, verb, &mut mask);
        }
        return Some(("object", 0.8, mask));
    }
    let tells = matches!(cue.class, CueClass::Say | CueClass::Claim | CueClass::Confirm | CueClass::Announce);
    if clause
        && tells
        && sentence.child(verb, &["obj", "xcomp"]).is_none_or(|o| is_listener(context, sentence, o))
    {
        return by_order(sentence, verb, who).map(|mask| ("order", 0.55, mask));
    }
    None
}

/// "told reporters", "told AFP".
fn is_listener(context: &Context, sentence: &Sentence, token: usize) -> bool {
    context.lists.speakers.contains_key(&lemma(sentence, token)) || sentence.tokens[token].upos == Upos::Propn
}

/// "The Northern district has seen heavy fighting": a place perceives nothing.
fn are_places(sentence: &Sentence, who: &[usize]) -> bool {
    who.iter().all(|&t| {
        let mention = sentence.mention_at(t);
        mention.is_some_and(|m| matches!(m.label, Label::Place | Label::Facility | Label::Time))
            || telling::is(Telling::Scene, &lemma(sentence, t))
    })
}

/// "While A …, they B, X said": all that stands before a speaker at the end is told.
fn before_final(sentence: &Sentence, verb: usize, who: &[usize], told: &mut [bool]) {
    let Some(&speaker) = who.first() else { return };
    let start = phrase_start(sentence, speaker).min(verb);
    let is_before = told[..start].iter().any(|&b| b) && !told[verb..].iter().any(|&b| b);
    let rest_is_short = sentence.tokens[verb + 1..].iter().filter(|t| t.upos == Upos::Verb).count() <= 1;
    if is_before
        && rest_is_short
        && speaker.abs_diff(verb) <= 12
        && relation(sentence, verb, &["root", "parataxis"])
    {
        told[..start].fill(true);
    }
}

/// "denied its aircraft were involved": where the tree broke, a denial goes on to the next comma.
fn to_comma(sentence: &Sentence, verb: usize, told: &mut [bool]) {
    let ends = |&t: &usize| {
        matches!(sentence.tokens[t].text.as_str(), "," | ";" | ".")
            || matches!(form(sentence, t).as_str(), "but" | "and" | "saying")
    };
    let end = (verb + 1..sentence.tokens.len()).find(ends).unwrap_or(sentence.tokens.len());
    told[(verb + 1).min(end)..end].fill(true);
}

/// Clausal complements, before or after the verb.
fn complement(context: &Context, sentence: &Sentence, verb: usize, who: &[usize]) -> Option<Vec<bool>> {
    let mut told = vec![false; sentence.tokens.len()];
    // "said in a statement that …" may hang the clause on the statement.
    for document in sentence.children(verb).filter(|&c| relation(sentence, c, &["obl"])) {
        if !context.lists.nouns.contains_key(&lemma(sentence, document)) {
            continue;
        }
        for c in sentence.children(document).filter(|&c| relation(sentence, c, &["acl", "ccomp"])) {
            if case_of(sentence, c).as_deref() == Some("that") {
                told.iter_mut().zip(mask(sentence, c, who)).for_each(|(t, m)| *t |= m);
            }
        }
    }
    let thing = sentence.child(verb, &["obj"]).filter(|&o| !is_listener(context, sentence, o));
    for c in sentence.children(verb) {
        // "reported a third explosion involved a bomb": the object is the subject of what follows.
        if relation(sentence, c, &["ccomp"])
            && sentence.child(c, &["nsubj"]).is_none()
            && let Some(thing) = thing.filter(|&t| t < c)
        {
            told.iter_mut().zip(mask(sentence, thing, who)).for_each(|(t, m)| *t |= m);
        }
        // "He said: 'They fled.'" hangs the words as parataxis, "X reported Y" rarely as a late ccomp of a noun.
        let apart = relation(sentence, c, &["parataxis"])
            && is_clause(sentence, c)
            && (c > verb || sentence.child(verb, &["ccomp"]).is_none());
        // "Nine died, a monitor said a day after a truce was agreed": when it was said.
        let when = matches!(case_of(sentence, c).as_deref(), Some("after" | "before" | "since"));
        if relation(sentence, c, &["ccomp"]) && !when || apart {
            told.iter_mut().zip(mask(sentence, c, who)).for_each(|(t, m)| *t |= m);
        }
    }
    // "They claimed to have killed twenty, although the army admitted only three": the other side's words.
    let holds_verb = |c: usize| mask(sentence, c, &[]).get(verb).copied().unwrap_or(false);
    for c in (0..told.len()).filter(|&c| relation(sentence, c, &["advcl"]) && !holds_verb(c)) {
        let against =
            matches!(case_of(sentence, c).as_deref(), Some("although" | "though" | "while" | "whereas"));
        if against
            && entry(&context.lists.verbs, sentence, c).is_some()
            && sentence.child(c, &["nsubj"]).is_some()
        {
            told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t &= !m);
        }
    }
    told.iter().any(|&b| b).then_some(told)
}

/// "Y, X said": the verb hangs on what is told.
fn around(sentence: &Sentence, verb: usize, who: &[usize]) -> Option<Vec<bool>> {
    let up = head(sentence, verb)?;
    if !relation(sentence, verb, &["parataxis", "discourse", "dep"]) || who.contains(&up) {
        return None;
    }
    // "Monitors said that nine died; the government denied shelling Keld": what is denied is not the dying.
    let between = sentence.tokens.get(up.min(verb)..up.max(verb)).unwrap_or(&[]);
    if between.iter().any(|t| t.text == ";") {
        return None;
    }
    let mut told = mask(sentence, up, &[verb]);
    for &speaker in who {
        told.iter_mut().zip(mask(sentence, speaker, &[verb])).for_each(|(t, m)| *t &= !m);
    }
    told.iter().any(|&b| b).then_some(told)
}

/// "accused X of shelling", "blamed X for the attack", "blamed the attack on X".
pub(crate) fn oblique(sentence: &Sentence, verb: usize, frames: Frames) -> Option<Told> {
    let wanted = [
        (Frames::OF, "of"),
        (Frames::FOR, "for"),
        (Frames::IN, "in"),
        (Frames::AS, "as"),
        (Frames::TO, "to"),
    ];
    let parts: Vec<usize> = sentence
        .children(verb)
        .chain(
            sentence
                .children(verb)
                .filter(|&c| relation(sentence, c, &["obj"]))
                .flat_map(|o| sentence.children(o)),
        )
        .filter(|&c| relation(sentence, c, &["obl", "advcl", "nmod", "ccomp", "xcomp", "acl"]))
        .filter(|&c| {
            let case = case_of(sentence, c);
            wanted.iter().any(|(f, w)| frames.has(*f) && case.as_deref() == Some(*w))
        })
        .collect();
    if !parts.is_empty() {
        let mut told = vec![false; sentence.tokens.len()];
        for part in parts {
            // "the murder of which they are accused": what the pronoun stands for.
            let part = super::subjects::antecedent_of_relative(sentence, part).unwrap_or(part);
            let relative: Vec<usize> =
                sentence.children(part).filter(|&c| relation(sentence, c, &["acl"])).collect();
            let without = if relative.contains(&verb) { relative } else { Vec::new() };
            told.iter_mut().zip(mask(sentence, part, &without)).for_each(|(t, m)| *t |= m);
        }
        return Some(("oblique", 0.85, told));
    }
    let object = sentence.child(verb, &["obj"])?;
    let on = sentence.children(verb).any(|c| case_of(sentence, c).as_deref() == Some("on"));
    if frames.has(Frames::ON) && on {
        return Some(("oblique", 0.85, mask(sentence, object, &[])));
    }
    if frames.has(Frames::RESPONSIBLE) {
        let word = sentence.children(verb).find(|&c| lemma(sentence, c) == "responsible")?;
        return Some(("oblique", 0.85, mask(sentence, word, &[])));
    }
    if frames.has(Frames::TOLL) {
        // "raised the death toll from the bombing to 22".
        let subject = sentence.child(verb, &["nsubj"]);
        return vocabulary::is(Class::Figure, &lemma(sentence, object))
            .then(|| ("toll", 0.8, without(mask(sentence, verb, &[]), sentence, verb, subject)));
    }
    None
}

fn without(mut told: Vec<bool>, sentence: &Sentence, verb: usize, subject: Option<usize>) -> Vec<bool> {
    told[verb] = false;
    if let Some(subject) = subject {
        told.iter_mut().zip(mask(sentence, subject, &[])).for_each(|(t, m)| *t &= !m);
    }
    told
}

/// "reported heavy shelling", "confirmed the arrest", "claimed responsibility for the attack".
fn object(context: &Context, sentence: &Sentence, verb: usize) -> Option<Vec<bool>> {
    let object = sentence.child(verb, &["obj", "xcomp"])?;
    let token = &sentence.tokens[object];
    let shows = telling::is(Telling::Shows, &lemma(sentence, verb));
    let speaks = !shows && context.lists.speakers.contains_key(&lemma(sentence, object));
    if token.upos == Upos::Pron
        || (speaks && !sentence.children(object).any(|c| relation(sentence, c, &["acl"])))
    {
        return None;
    }
    // "announced three days of mourning after rebels killed …": what came before is not announced.
    let aside = |c: usize| {
        matches!(
            case_of(sentence, c).as_deref(),
            Some("after" | "as" | "when" | "following" | "while" | "since" | "because")
        ) && crate::attribution::tree::is_clause(sentence, c)
    };
    let asides: Vec<usize> = (0..sentence.tokens.len()).filter(|&c| aside(c)).collect();
    let mut told = mask(sentence, object, &asides);
    for c in sentence.children(verb) {
        // "Counted nine *dead*".
        let state = relation(sentence, c, &["xcomp"]) && sentence.tokens[c].upos == Upos::Adj;
        let belongs = (state || relation(sentence, c, &["obl"]))
            && c > object
            && (state
                || matches!(
                    case_of(sentence, c).as_deref(),
                    Some("for" | "of" | "against" | "in" | "on" | "near" | "by")
                ));
        if belongs {
            told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t |= m);
        }
    }
    Some(told)
}

/// Word order alone, for trees that went wrong: "… two besieged towns a monitor said in an updated toll".
fn by_order(sentence: &Sentence, verb: usize, who: &[usize]) -> Option<Vec<bool>> {
    let &speaker = who.first()?;
    let length = sentence.tokens.len();
    let start = phrase_start(sentence, speaker).min(verb);
    let has_verb = |from: usize, to: usize| {
        sentence.tokens.get(from..to).is_some_and(|t| t.iter().any(|t| t.upos == Upos::Verb))
    };
    let mut told = vec![false; length];
    if speaker < verb
        && start > 3
        && has_verb(0, start)
        && (!has_verb(verb + 1, length) || trails(sentence, verb))
    {
        told[..start].fill(true);
        if matches!(form(sentence, verb + 1).as_str(), "including" | "with" | "among") {
            told[verb + 1..].fill(true);
        }
    } else if speaker < verb && start <= 3 && has_verb(verb + 1, length) {
        told[verb + 1..].fill(true);
    } else if speaker > verb && verb > 3 && has_verb(0, verb) {
        told[..verb].fill(true);
    } else {
        return None;
    }
    Some(told)
}

/// What follows the verb only trails behind it: "… the group said with four children killed earlier".
fn trails(sentence: &Sentence, verb: usize) -> bool {
    let Some(next) = sentence.tokens.get(verb + 1) else { return true };
    matches!(next.upos, Upos::Punct | Upos::Adv)
        || matches!(
            next.text.to_lowercase().as_str(),
            "including"
                | "with"
                | "among"
                | "adding"
                | "in"
                | "on"
                | "as"
                | "after"
                | "while"
                | "marking"
                | "citing"
        )
        || sentence.mentions.iter().any(|m| m.label == Label::Time && m.tokens.start == verb + 1)
}
