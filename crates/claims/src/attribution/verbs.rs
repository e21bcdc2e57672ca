//! Verbs of saying with what they tell: "X said that …", "…, said X", "X is said to have …", "… was
//! reported", "X accused Y of …".

use super::channels;
use super::found::{Context, Found, Speaker, confidence};
use super::lists::{CueClass, CueVerb, Frames};
use super::subjects::{is_finite, phrase_start, speakers};
use super::tree::{bounds, case_of, entry, form, head, is_clause, is_negated, lemma, mask, relation};
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
    let said = matches!(form(sentence, verb).as_str(), "said" | "says");
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

fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let shouted = |c: usize| sentence.tokens[c].text.chars().all(|l| l.is_ascii_uppercase());
    let passive = |c: usize| sentence.tokens[c].deprel.ends_with(":pass") && !shouted(c);
    sentence.children(verb).any(passive)
        // "people believed to have been killed": a participle with its infinitive.
        || (relation(sentence, verb, &["acl", "amod"])
            && sentence.tokens[verb].text.ends_with("ed")
            && !is_finite(sentence, verb)
            && sentence.child(verb, &["nsubj"]).is_none()
            && sentence.children(verb).any(|c| {
                relation(sentence, c, &["xcomp"]) || matches!(case_of(sentence, c).as_deref(), Some("by" | "of"))
            }))
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
    let name = lemma(sentence, token);
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

type Told = (&'static str, f32, Vec<bool>);

/// The words told by an active verb, with how they were found.
fn told(context: &Context, sentence: &Sentence, verb: usize, cue: &CueVerb, who: &[usize]) -> Option<Told> {
    let frames = cue.frames;
    let clause = frames.has(Frames::CLAUSE);
    if clause || frames.has(Frames::QUOTE) {
        if let Some(mut mask) = complement(context, sentence, verb, who) {
            before_final(sentence, verb, who, &mut mask);
            return Some(("clause", 0.95, mask));
        }
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
    if clause {
        if let Some(mask) = around(sentence, verb, who) {
            return Some(("parataxis", 0.85, mask));
        }
    }
    let perceives = matches!(lemma(sentence, verb).as_str(), "see" | "hear" | "witness" | "show" | "depict");
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
    if frames.has(Frames::NP) {
        if let Some(mut mask) = object(context, sentence, verb) {
            if cue.class == CueClass::Deny {
                to_comma(sentence, verb, &mut mask);
            }
            return Some(("object", 0.8, mask));
        }
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
            || matches!(
                lemma(sentence, t).as_str(),
                "area"
                    | "town"
                    | "city"
                    | "region"
                    | "province"
                    | "year"
                    | "month"
                    | "week"
                    | "day"
                    | "country"
                    | "village"
                    | "district"
            )
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
    for t in verb + 1..sentence.tokens.len() {
        if matches!(sentence.tokens[t].text.as_str(), "," | ";" | ".")
            || matches!(form(sentence, t).as_str(), "but" | "and" | "saying")
        {
            break;
        }
        told[t] = true;
    }
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
        if relation(sentence, c, &["ccomp"]) && sentence.child(c, &["nsubj"]).is_none() {
            if let Some(thing) = thing.filter(|&t| t + 1 <= c) {
                told.iter_mut().zip(mask(sentence, thing, who)).for_each(|(t, m)| *t |= m);
            }
        }
        // "He said: 'They fled.'" hangs the words as parataxis, "X reported Y" rarely as a late ccomp of a noun.
        let apart = relation(sentence, c, &["parataxis"])
            && is_clause(sentence, c)
            && (c > verb || sentence.child(verb, &["ccomp"]).is_none());
        if relation(sentence, c, &["ccomp"]) || apart {
            told.iter_mut().zip(mask(sentence, c, who)).for_each(|(t, m)| *t |= m);
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
    let mut told = mask(sentence, up, &[verb]);
    for &speaker in who {
        told.iter_mut().zip(mask(sentence, speaker, &[verb])).for_each(|(t, m)| *t &= !m);
    }
    told.iter().any(|&b| b).then_some(told)
}

/// "accused X of shelling", "blamed X for the attack", "blamed the attack on X".
fn oblique(sentence: &Sentence, verb: usize, frames: Frames) -> Option<Told> {
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
            let without = if relative.iter().any(|&r| r == verb) { relative } else { Vec::new() };
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
        const FIGURES: [&str; 6] = ["toll", "number", "figure", "count", "tally", "casualty"];
        let subject = sentence.child(verb, &["nsubj"]);
        return FIGURES
            .contains(&lemma(sentence, object).as_str())
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
    let shows =
        matches!(lemma(sentence, verb).as_str(), "show" | "depict" | "reveal" | "indicate" | "suggest");
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
        let belongs = relation(sentence, c, &["obl"])
            && c > object
            && matches!(
                case_of(sentence, c).as_deref(),
                Some("for" | "of" | "against" | "in" | "on" | "near" | "by")
            );
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

/// "X is said to have …", "it was reported that …", "clashes were reported", "X is accused of …".
fn passive(context: &Context, at: usize, verb: usize, cue: &CueVerb, mut one: Found) -> Option<Found> {
    let sentence = context.sentence(at);
    let agent = sentence
        .children(verb)
        .find(|&c| relation(sentence, c, &["obl"]) && case_of(sentence, c).as_deref() == Some("by"));
    match agent {
        Some(agent) => {
            one.speakers
                .extend(super::subjects::with_conjuncts(sentence, agent).iter().map(|&t| Speaker::At(at, t)));
        }
        None => one.speakers.push(Speaker::Unspecified),
    }
    let frames = cue.frames;
    let clause = frames.has(Frames::CLAUSE) || frames.has(Frames::TO);
    // "are expected to", "were feared dead" set a status; nobody is said to tell it.
    let forecast = matches!(
        lemma(sentence, verb).as_str(),
        "expect" | "predict" | "fear" | "consider" | "find" | "judge" | "see"
    );
    let complement = sentence
        .child(verb, &["xcomp", "ccomp", "csubj"])
        .filter(|_| clause && !(forecast && agent.is_none()));
    let oblique = oblique(sentence, verb, frames).filter(|_| cue.class == CueClass::Accuse);
    let bare = frames.has(Frames::NP)
        && (agent.is_some() || matches!(lemma(sentence, verb).as_str(), "report" | "allege"));
    // "…, it was reported by the mayor": the passive hangs on what is told.
    let around = relation(sentence, verb, &["parataxis"])
        && sentence.children(verb).any(|c| form(sentence, c) == "it")
        && complement.is_none();
    if around && frames.has(Frames::CLAUSE) {
        let mut told = mask(sentence, head(sentence, verb)?, &[verb]);
        told[verb] = false;
        one.content.push((at, told));
        return Some(one);
    }
    if complement.is_none() && oblique.is_none() && !bare {
        return None;
    }
    let described = relation(sentence, verb, &["acl", "amod"]);
    let mut told = match (&oblique, described) {
        (Some((_, _, told)), _) => told.clone(),
        // "people believed to have been killed": the infinitive only.
        (None, true) => mask(sentence, complement?, &[]),
        (None, false) => mask(sentence, verb, &[]),
    };
    told[verb] = false;
    if let Some(agent) = agent {
        told.iter_mut().zip(mask(sentence, agent, &[])).for_each(|(t, m)| *t &= !m);
    }
    // What is coordinated with a subject of its own was not told by this verb.
    for c in sentence.children(verb).filter(|&c| relation(sentence, c, &["conj", "parataxis", "advcl"])) {
        if sentence.child(c, &["nsubj"]).is_some() {
            told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t &= !m);
        }
    }
    bounds(&told)?;
    one.content.push((at, told));
    Some(one)
}

/// "citing military sources", "quoting the governor": adds a link to the words of the verb above.
fn cited(context: &Context, at: usize, verb: usize, mut one: Found) -> Option<Found> {
    let sentence = context.sentence(at);
    let object = sentence.child(verb, &["obj"])?;
    let token = &sentence.tokens[object];
    let speaks = context.lists.speakers.contains_key(&lemma(sentence, object))
        || context.lists.nouns.contains_key(&lemma(sentence, object))
        || token.upos == Upos::Propn;
    if !speaks {
        return None;
    }
    one.speakers
        .extend(super::subjects::with_conjuncts(sentence, object).iter().map(|&t| Speaker::At(at, t)));
    // "quoted X as saying that …": the words hang on "saying", whose own speaker is X.
    let up = head(sentence, verb)
        .filter(|_| relation(sentence, verb, &["advcl", "acl", "parataxis", "dep", "conj"]));
    let mut told = match up {
        Some(up) => mask(sentence, up, &[verb]),
        None => mask(sentence, verb, &[object]),
    };
    told[verb] = false;
    // "were citing intelligence that led them to conclude …": the clause at what is cited.
    for c in sentence.children(object).filter(|&c| sentence.relation_is(c, "acl:relcl")) {
        told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t |= m);
    }
    if let Some(subject) = sentence.child(verb, &["nsubj"]) {
        told.iter_mut().zip(mask(sentence, subject, &[])).for_each(|(t, m)| *t &= !m);
        one.channels = one.speakers.clone();
        one.speakers = vec![Speaker::At(at, subject)];
    }
    bounds(&told)?;
    one.content.push((at, told));
    Some(one)
}
