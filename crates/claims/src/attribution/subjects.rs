//! Who is the subject of a verb of saying: stated, inherited along conjunctions and participles, or,
//! where the tree gives none, the noun phrase beside the verb.

use super::found::Context;
use super::tree::{above, feature, form, head, lemma, mask, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Label, Sentence, Upos};

/// Head tokens of the speakers of a verb, in text order; empty where there are none.
pub(crate) fn speakers(context: &Context, at: usize, verb: usize) -> Vec<usize> {
    let sentence = context.sentence(at);
    if let Some(near) = run_together(context, sentence, verb) {
        return with_preceding(context, sentence, near);
    }
    let named = || apposed_before(context, sentence, verb).or_else(|| beside(context, sentence, verb));
    let Some(first) = subject(sentence, verb, 6).or_else(named) else {
        return Vec::new();
    };
    let first = of_whole_report(context, sentence, verb, first).unwrap_or(first);
    let first = who_confirmed(context, sentence, verb, first).unwrap_or(first);
    let first = antecedent_of_relative(sentence, first).unwrap_or(first);
    // "a declaration of principles stating that …": the declaration states.
    let whole = head(sentence, first).filter(|&up| {
        relation(sentence, first, &["nmod"])
            && context.lists.nouns.contains_key(&lemma(sentence, up))
            && !context.lists.nouns.contains_key(&lemma(sentence, first))
            && !context.lists.speakers.contains_key(&lemma(sentence, first))
            && sentence.tokens[first].upos == Upos::Noun
    });
    let all = with_conjuncts(sentence, whole.unwrap_or(first));
    able_to_speak(context, sentence, all)
}

/// "The monitor said two nurses were among the dead, adding that …", "Police confirmed that a driver was hurt
/// but said that …": the monitor adds, not the children, and the police say, not the driver.
fn of_whole_report(context: &Context, sentence: &Sentence, verb: usize, first: usize) -> Option<usize> {
    let up = head(sentence, verb).filter(|_| relation(sentence, verb, &["advcl", "conj"]))?;
    let goes_on = relation(sentence, verb, &["conj"]) || sentence.tokens[verb].text.ends_with("ing");
    // "Nine children were among the dead adding that": no subject of "adding".
    let own =
        sentence.child(verb, &["nsubj", "csubj"]).is_some() && !sentence.tokens[verb].text.ends_with("ing");
    // Who was killed or hurt does not go on to tell, whoever he is.
    let suffers = relation(sentence, verb, &["conj"]) && sentence.tokens[first].deprel == "nsubj:pass";
    let mute = suffers || !speaks(context, sentence, first) && sentence.tokens[first].upos == Upos::Noun;
    let harmed = mute || sentence.tokens[first].deprel == "nsubj:pass";
    if !own && goes_on && harmed && !relation(sentence, up, &["ccomp"]) {
        return teller_between(context, sentence, up, verb);
    }
    if own || !goes_on || !mute || !relation(sentence, up, &["ccomp"]) {
        return None;
    }
    subject(sentence, head(sentence, up)?, 2).filter(|&s| speaks(context, sentence, s))
}

/// "Nine rebels were killed said the source adding that …": who stands between is who adds.
fn teller_between(context: &Context, sentence: &Sentence, told: usize, verb: usize) -> Option<usize> {
    let teller = |t: usize| {
        let says =
            sentence.tokens[t].upos == Upos::Verb && context.lists.verbs.contains_key(&lemma(sentence, t));
        sentence.child(t, &["nsubj"]).filter(|&s| says && speaks(context, sentence, s))
    };
    (told + 1..verb).rev().find_map(teller)
}

/// "An activist confirmed the death toll saying that …": he says it, not the toll; but the report in "issued a report
/// saying".
fn who_confirmed(context: &Context, sentence: &Sentence, verb: usize, first: usize) -> Option<usize> {
    let above = head(sentence, first).filter(|_| relation(sentence, first, &["obj"]))?;
    let mute = telling::is(Telling::Confirmed, &lemma(sentence, first));
    let described = relation(sentence, verb, &["acl"]) && sentence.tokens[verb].text.ends_with("ing");
    let who = subject(sentence, above, 2).filter(|_| mute && described)?;
    speaks(context, sentence, who).then_some(who)
}

/// "Among the dead were a child and two women the agency reported" (a comma was lost): of several, those speak
/// who can, where any of them can.
fn able_to_speak(context: &Context, sentence: &Sentence, all: Vec<usize>) -> Vec<usize> {
    let counted = |t: usize| sentence.child(t, &["nummod", "det"]).is_some();
    let mute =
        |t: usize| sentence.tokens[t].upos == Upos::Noun && counted(t) && !speaks(context, sentence, t);
    if all.iter().all(|&t| mute(t)) {
        return all;
    }
    all.into_iter().filter(|&t| !mute(t)).collect()
}

/// A name, or a common noun for somebody or something that tells.
fn speaks(context: &Context, sentence: &Sentence, token: usize) -> bool {
    let lemma = lemma(sentence, token);
    let lists = context.lists;
    let named = sentence.mentions.iter().any(|m| m.named && m.tokens.contains(token));
    named
        || lists.speakers.contains_key(&lemma)
        || lists.offices.contains_key(&lemma)
        || lists.generics.contains_key(&lemma)
        || lists.nouns.contains_key(&lemma)
}

/// "… near a village held by the group a monitor said": where the comma was lost, the tree may take the whole
/// clause for the subject; a speaker with its article right before a final "said" is the subject.
fn run_together(context: &Context, sentence: &Sentence, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1)?;
    let token = &sentence.tokens[before];
    if !matches!(token.upos, Upos::Noun | Upos::Propn) || !telling::is(Telling::Closes, &form(sentence, verb))
    {
        return None;
    }
    let name = sentence.mentions.iter().find(|m| {
        // "Paz speaking at the Salt Institute said": where he speaks.
        let governed = sentence.child(m.head, &["case"]).is_some();
        m.named && m.tokens.end == verb && !governed && matches!(m.label, Label::Organisation | Label::Person)
    });
    let Some(parsed) = subject(sentence, verb, 6) else {
        // "… of Keld and the province the Northern Observatory said": the tree hangs the name on the province.
        let told = sentence.child(verb, &["ccomp"]).is_some_and(|c| c < verb);
        return name.filter(|m| told && m.tokens.start > 3).map(|m| m.head);
    };
    // "A reporter who came with the rescue party says": the reporter does.
    let beside = sentence.child(before, &["case"]).is_some() && self::speaks(context, sentence, parsed);
    if parsed == before || before < 6 || beside {
        return None;
    }
    let own = mask(sentence, parsed, &[]);
    let apposed = relation(sentence, before, &["appos"]);
    let joined = relation(sentence, verb, &["conj"]) && sentence.child(verb, &["nsubj", "cc"]).is_none();
    let swallowed = joined
        || own.get(before) == Some(&true)
            && (apposed || (parsed..before).any(|t| sentence.tokens[t].upos == Upos::Verb));
    let article = (before.saturating_sub(3)..before).any(|t| sentence.tokens[t].upos == Upos::Det);
    let speaks = context.lists.speakers.contains_key(&lemma(sentence, before));
    let name = name.filter(|m| !m.tokens.contains(parsed));
    if let Some(name) = name.filter(|m| swallowed && m.tokens.start > 3) {
        return Some(name.head);
    }
    let on_ground = own.get(before) == Some(&true) && is_ground(sentence, parsed);
    let teller = on_ground && self::speaks(context, sentence, before);
    (swallowed && article && speaks || teller).then_some(before)
}

/// "In the old quarter of Keld state television reported": the quarter says nothing.
fn is_ground(sentence: &Sentence, noun: usize) -> bool {
    let holds = |label: Label| sentence.mentions.iter().any(|m| m.label == label && m.tokens.contains(noun));
    sentence.tokens[noun].text.starts_with(char::is_lowercase)
        && holds(Label::Place)
        && !holds(Label::Organisation)
}

/// "Nine died near Gao, a military source, who gave no name, told the agency": whoever speaks stands between the told
/// clause and the verb, and the tree takes him for its last name in other words ("on Friday, an officer in Keld told").
fn apposed_before(context: &Context, sentence: &Sentence, verb: usize) -> Option<usize> {
    let comma = |t: usize| sentence.tokens.get(t).is_some_and(|t| t.text == ",");
    let told = sentence.child(verb, &["ccomp"]).is_some_and(|c| c < verb);
    if !told {
        return None;
    }
    (1..verb).find(|&t| {
        let inside = mask(sentence, t, &[]);
        let reaches = (t..verb).all(|i| inside[i] || comma(i));
        let start = phrase_start(sentence, t);
        let opens = comma(start) || start.checked_sub(1).is_some_and(comma);
        relation(sentence, t, &["appos"])
            && sentence.tokens[t].upos.is_nominal()
            && reaches
            && opens
            && speaks(context, sentence, t)
    })
}

/// A speaker and the one before its "and" ("local medics and the armed movement said"); in "killed nine
/// soldiers and a child a monitor said" the "and" is not the monitor's.
fn with_preceding(context: &Context, sentence: &Sentence, near: usize) -> Vec<usize> {
    let inside = |t: &usize| matches!(sentence.tokens[*t].upos, Upos::Adj | Upos::Noun | Upos::Propn);
    let opens = (0..near).rev().find(|t| !inside(t));
    let article = opens.filter(|&t| sentence.tokens[t].upos == Upos::Det);
    let and = article.and_then(|t| t.checked_sub(1)).or(opens).filter(|&t| form(sentence, t) == "and");
    let other = and.and_then(|t| t.checked_sub(1));
    match other.filter(|&t| context.lists.speakers.contains_key(&lemma(sentence, t))) {
        Some(other) => vec![other, near],
        None => vec![near],
    }
}

/// The token and the nouns coordinated with it ("the Observatory and medics").
pub(crate) fn with_conjuncts(sentence: &Sentence, first: usize) -> Vec<usize> {
    let mut all = vec![first];
    let conjuncts = sentence.children(first).filter(|&c| {
        relation(sentence, c, &["conj"])
            && sentence.tokens[c].upos.is_nominal()
            && !sentence.children(c).any(|d| relation(sentence, d, &["nsubj", "aux", "cop", "obj"]))
    });
    all.extend(conjuncts);
    all
}

/// The grammatical subject, inherited where the verb has none of its own.
pub(crate) fn subject(sentence: &Sentence, verb: usize, depth: usize) -> Option<usize> {
    if let Some(own) = sentence.child(verb, &["nsubj", "csubj"]) {
        // "X told AFP" with its noun phrases taken the wrong way round: nobody is told by what follows.
        let told_to = own > verb && matches!(lemma(sentence, verb).as_str(), "tell" | "inform");
        return (sentence.tokens[own].upos.is_nominal() && !told_to).then_some(own);
    }
    if depth == 0 {
        return None;
    }
    let up = head(sentence, verb)?;
    let token = &sentence.tokens[verb];
    // "the report, saying that …": the noun that the participle describes speaks.
    if relation(sentence, verb, &["acl"]) && sentence.tokens[up].upos.is_nominal() {
        return (is_finite(sentence, verb) || !is_past_participle(sentence, verb)).then_some(up);
    }
    // "The Northern Front, a group in the hills, claims to have …" with the name taken for the root.
    if relation(sentence, verb, &["parataxis", "dep"])
        && matches!(sentence.tokens[up].upos, Upos::Propn | Upos::Noun)
        && up < verb
        && sentence.child(up, &["nsubj", "cop"]).is_none()
        && is_finite(sentence, verb)
    {
        return Some(up);
    }
    // "Interfax quoted the general as saying that …": the object speaks.
    if token.text.eq_ignore_ascii_case("saying") && matches!(lemma(sentence, up).as_str(), "quote" | "cite") {
        return sentence.child(up, &["nsubj:pass", "obj"]).or_else(|| subject(sentence, up, depth - 1));
    }
    // "… said A and added B", "He left, adding that B", "wants to say that".
    if relation(sentence, verb, &["conj", "advcl", "xcomp"])
        || (relation(sentence, verb, &["parataxis", "ccomp", "dep"]) && token.text.ends_with("ing"))
    {
        return subject(sentence, up, depth - 1);
    }
    None
}

fn is_past_participle(sentence: &Sentence, verb: usize) -> bool {
    feature(sentence, verb, "Tense=Past") || sentence.tokens[verb].text.ends_with("ed")
}

/// True for a verb with tense and mood of its own.
pub(crate) fn is_finite(sentence: &Sentence, verb: usize) -> bool {
    feature(sentence, verb, "VerbForm=Fin")
}

/// "the spokesman, who said": the noun that the relative pronoun stands for.
pub(crate) fn antecedent_of_relative(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    if !matches!(form(sentence, pronoun).as_str(), "who" | "which" | "that" | "whom") {
        return None;
    }
    let mut chain = vec![pronoun];
    chain.extend(above(sentence, pronoun));
    let clause = chain.into_iter().find(|&t| relation(sentence, t, &["acl"]))?;
    head(sentence, clause)
}

/// The noun phrase that ends just before the verb, or follows it ("said Colonel X").
fn beside(context: &Context, sentence: &Sentence, verb: usize) -> Option<usize> {
    if sentence.tokens[verb].text.ends_with("ing") {
        return None;
    }
    // A name in capitals ("IS said") may pass for an auxiliary.
    let shouted = |t: usize| {
        sentence.tokens[t].text.len() > 1 && sentence.tokens[t].text.chars().all(|c| c.is_ascii_uppercase())
    };
    let skip = |t: usize| matches!(sentence.tokens[t].upos, Upos::Adv | Upos::Aux) && !shouted(t);
    let before = (0..verb).rev().find(|&t| !skip(t));
    let after = sentence.tokens.get(verb + 1).map(|_| verb + 1);
    let after = after.map(|t| if sentence.tokens[t].upos == Upos::Det { t + 1 } else { t });
    [before, after].into_iter().flatten().filter(|&t| t < sentence.tokens.len()).find_map(|t| {
        let token = &sentence.tokens[t];
        let shouted = token.text.len() > 1 && !token.text.chars().any(|c| !c.is_ascii_uppercase());
        (matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron) || shouted).then(|| {
            let whole = phrase_head(sentence, t, verb);
            opens_anew(context, sentence, t, whole, verb).unwrap_or(whole)
        })
    })
}

/// "A raid killed nine people a war monitor said": where the comma was lost the tree hangs the monitor, who speaks and
/// has an article of its own, on the people, and so the name in "hit the town of Keld activist Ana Paz said".
fn opens_anew(
    context: &Context,
    sentence: &Sentence,
    near: usize,
    whole: usize,
    verb: usize,
) -> Option<usize> {
    const AWAY: usize = 8;
    if whole >= near || head(sentence, whole) == Some(verb) {
        return None;
    }
    let person = sentence.mentions.iter().find(|m| {
        m.named && m.label == Label::Person && m.tokens.end == near + 1 && !m.tokens.contains(whole)
    });
    if let Some(person) = person {
        return Some(person.head);
    }
    let article = (near.saturating_sub(AWAY)..near).rev().find(|&t| sentence.tokens[t].upos == Upos::Det);
    let own = article.is_some_and(|t| t > whole && sentence.tokens[t - 1].upos != Upos::Adp);
    let named = sentence.mentions.iter().any(|m| m.named && m.tokens.contains(whole));
    let speaker = context.lists.speakers.contains_key(&lemma(sentence, near));
    (own && !named && speaker).then_some(near)
}

/// The head of the noun phrase that holds a token, not passing over `limit`.
pub(crate) fn phrase_head(sentence: &Sentence, token: usize, limit: usize) -> usize {
    const INSIDE: [&str; 7] = ["compound", "flat", "amod", "det", "nummod", "nmod", "appos"];
    let mut at = token;
    // Not longer than the sentence: a tree made by chance may go round.
    for _ in 0..sentence.tokens.len() {
        if !relation(sentence, at, &INSIDE) {
            break;
        }
        match head(sentence, at) {
            Some(up) if sentence.tokens[up].upos.is_nominal() && (up < limit) == (token < limit) => at = up,
            _ => break,
        }
    }
    at
}

/// First token of the noun phrase of a speaker.
pub(crate) fn phrase_start(sentence: &Sentence, token: usize) -> usize {
    let inside = mask(sentence, token, &[]);
    let mut start = token;
    while start > 0 && inside[start - 1] {
        start -= 1;
    }
    start
}
