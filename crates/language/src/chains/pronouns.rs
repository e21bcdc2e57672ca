//! Owns personal pronouns: the closest fitting antecedent, subjects first, at most two sentences back.

use super::{
    Text,
    node::{Form, Node},
    victims,
};
use crate::lexicon::{self, Class};
use ascribe_model::{Label, Sentence, Upos};

const REACH: usize = 2;

/// Who a pronoun can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    He,
    She,
    They,
    It,
}

fn kind(text: &str) -> Option<Kind> {
    Some(match text {
        "he" | "him" | "his" | "himself" => Kind::He,
        "she" | "her" | "hers" | "herself" => Kind::She,
        "they" | "them" | "their" | "theirs" | "themselves" => Kind::They,
        "it" | "its" | "itself" => Kind::It,
        _ => return None,
    })
}

/// The antecedent of a pronoun. Pronouns already resolved stand for their antecedents.
pub fn antecedent(text: &Text<'_>, n: usize, antecedents: &[Option<usize>]) -> Option<usize> {
    let node = &text.nodes[n];
    let sentence = text.sentences.get(node.sentence)?;
    let kind = kind(&sentence.tokens.get(node.head)?.text.to_lowercase())?;
    let quoted = is_quoted(sentence, node.head);
    let bearer = |m: usize| bearer(text, m, antecedents);
    // "Keld News Agency said nine had died while a spokesman said they had hit a depot": a medium only tells.
    let acts = matches!(kind, Kind::They | Kind::It) && !is_teller(sentence, node.head);
    let fits = |m: usize| {
        if acts && bearer(m).is_some_and(|b| is_medium(&text.nodes[b].lemma)) {
            return false;
        }
        let is_new =
            is_quoted(text.sentences.get(text.nodes[m].sentence).unwrap_or(sentence), text.nodes[m].head)
                == quoted
                || !quoted;
        is_new
            && bearer(m).is_some_and(|b| {
                agrees(text, b, kind, n) && !is_called_otherwise(text, b, kind, n, antecedents)
            })
    };
    let here = (0..n).rev().take_while(|&m| text.nodes[m].sentence == node.sentence);
    let doer = doer_of_clause(text, n).map(bearer);
    let itself = |m: usize| doer.is_some_and(|doer| doer == bearer(m));
    let same: Vec<usize> = here
        .filter(|&m| {
            fits(m)
                && !is_bound(sentence, &text.nodes[m], node)
                && !itself(m)
                && !victims::tells_of_others(text, m, n)
        })
        .collect();
    if let Some(found) = in_sentence(text, n, &same, kind) {
        return Some(found);
    }
    // A pronoun that follows a fitting but doubtful noun of its own sentence stays open.
    if !same.is_empty() && kind != Kind::They {
        return None;
    }
    for back in 1..=REACH {
        let Some(number) = node.sentence.checked_sub(back) else { break };
        if text.sentences[number].passage + 1 < sentence.passage {
            break;
        }
        let there: Vec<usize> = (0..n).filter(|&m| text.nodes[m].sentence == number && fits(m)).collect();
        let speaks = is_teller(sentence, node.head);
        let rank = |m: usize| {
            let tells_last = told_last(&text.sentences[number], text.nodes[m].head);
            if let Some(rank) = victims::rank(text, m, n) {
                return rank;
            }
            match text.nodes[m].rank {
                _ if tells_last && speaks => 0,
                rank if !speaks && is_told_of(&text.sentences[number], text.nodes[m].head) => rank.min(1),
                rank if !speaks && tells_of_other(text, m, &there, sentence, kind) => rank.max(2),
                rank if tells_last => rank.max(LAST),
                rank if !speaks && kind == Kind::They && saw(&text.sentences[number], text.nodes[m].head) => {
                    rank.max(2)
                }
                rank if speaks && kind == Kind::They => rank.max(1),
                rank => rank,
            }
        };
        let order = |m: &usize| (rank(*m), preference(text, *m, kind, antecedents), *m);
        let Some(best) = there.iter().copied().min_by_key(order) else { continue };
        let clear = match kind {
            // "It" is said of so much that only a main subject will do.
            Kind::It => rank(best) == 0 && back == 1 && !text.nodes[best].joined,
            Kind::They => rank(best) <= 1 || there.len() == 1,
            Kind::He | Kind::She => rank(best) <= 1 || bearers(&there, &bearer) == 1,
        };
        return clear.then_some(best);
    }
    None
}

/// The last word of the name of a medium.
fn is_medium(lemma: &str) -> bool {
    matches!(lemma, "agency" | "newspaper" | "radio" | "television" | "tv" | "channel" | "website" | "daily")
}

/// "The detective told the court that Milan walked in. He shot the guard, she said": who told of him is not he.
fn tells_of_other(text: &Text<'_>, m: usize, there: &[usize], now: &Sentence, kind: Kind) -> bool {
    let sentence = &text.sentences[text.nodes[m].sentence];
    let head = text.nodes[m].head;
    if !matches!(kind, Kind::He | Kind::She) || !is_teller(sentence, head) {
        return false;
    }
    let verb = sentence.tokens[head].head;
    let told = verb.and_then(|v| sentence.child(v, &["ccomp"]));
    let of_other =
        there.iter().any(|&o| o != m && sentence.tokens[text.nodes[o].head].head == told && told.is_some());
    let other = if kind == Kind::He { "she" } else { "he" };
    let speaker = |t: usize| now.tokens[t].text.eq_ignore_ascii_case(other) && is_teller(now, t);
    of_other || (0..now.tokens.len()).any(speaker)
}

/// True for who does what somebody tells in the clause above.
fn is_told_of(sentence: &Sentence, subject: usize) -> bool {
    let verb = sentence.tokens[subject].head.filter(|_| sentence.relation_is(subject, "nsubj"));
    let above = verb.and_then(|v| sentence.tokens[v].head.filter(|_| sentence.relation_is(v, "ccomp")));
    above.and_then(|v| sentence.child(v, &["nsubj"])).is_some_and(|teller| is_teller(sentence, teller))
}

/// Rank of who comes after all others.
const LAST: u8 = 3;

/// True for who tells something: the subject of a verb with a clause that is told.
fn is_teller(sentence: &Sentence, subject: usize) -> bool {
    let verb = sentence.tokens[subject].head.filter(|_| sentence.relation_is(subject, "nsubj"));
    verb.is_some_and(|v| {
        sentence.relation_is(v, "parataxis") || sentence.child(v, &["ccomp", "parataxis"]).is_some()
    })
}

/// "Fighters burned the market, residents said. They came on motorcycles": who is named last, as the source of
/// what the sentence tells, is not whom the next one goes on about.
fn told_last(sentence: &Sentence, subject: usize) -> bool {
    let Some(verb) = sentence.tokens[subject].head.filter(|_| is_teller(sentence, subject)) else {
        return false;
    };
    let told = sentence.child(verb, &["ccomp", "parataxis"]).or(sentence.tokens[verb].head);
    told.is_some_and(|told| told < subject && told != verb)
}

/// "Residents said gunmen rode into the town. They burned the market": who only saw it did not do it.
fn saw(sentence: &Sentence, subject: usize) -> bool {
    const WITNESSES: &str = "resident villager witness eyewitness survivor local neighbour neighbor doctor medic relative activist";
    let lemma = sentence.tokens[subject].lemma.to_lowercase();
    let verb = sentence.tokens[subject].head.filter(|_| is_teller(sentence, subject));
    let told = verb.and_then(|v| sentence.child(v, &["ccomp", "parataxis"]));
    let doer = told.and_then(|t| sentence.child(t, &["nsubj"]));
    WITNESSES.split_whitespace().any(|w| w == lemma)
        && doer.is_some_and(|d| !matches!(sentence.tokens[d].upos, Upos::Pron))
}

/// The node of who does what the clause of a pronoun in its object tells: in "police stopped a raid and killed
/// five of them" they are not the police.
fn doer_of_clause(text: &Text<'_>, n: usize) -> Option<usize> {
    let node = &text.nodes[n];
    let sentence = &text.sentences[node.sentence];
    let mut at = node.head;
    while !matches!(sentence.tokens[at].upos, Upos::Verb) {
        if !["obj", "nmod", "nummod"].iter().any(|r| sentence.relation_is(at, r))
            || sentence.relation_is(at, "nmod:poss")
        {
            return None;
        }
        at = sentence.tokens[at].head?;
    }
    let subject = loop {
        if let Some(subject) = sentence.child(at, &["nsubj"]) {
            break subject;
        }
        at = sentence.tokens[at].head.filter(|_| sentence.relation_is(at, "conj"))?;
    };
    text.nodes.iter().position(|m| m.sentence == node.sentence && m.head == subject)
}

fn bearers(candidates: &[usize], bearer: &dyn Fn(usize) -> Option<usize>) -> usize {
    let mut found: Vec<Option<usize>> = candidates.iter().map(|&m| bearer(m)).collect();
    found.sort_unstable();
    found.dedup();
    found.len()
}

/// In its own sentence a pronoun takes the subject of a clause above it, else the closest subject
/// before it, else the only candidate.
fn in_sentence(text: &Text<'_>, n: usize, same: &[usize], kind: Kind) -> Option<usize> {
    let node = &text.nodes[n];
    let sentence = &text.sentences[node.sentence];
    let above: Vec<usize> = ancestors(sentence, node.head);
    let governs = |m: &&usize| {
        let candidate = &text.nodes[**m];
        candidate.rank <= 1 && sentence.tokens[candidate.head].head.is_some_and(|h| above.contains(&h))
    };
    if let Some(freed) = victims::freed(text, n, same) {
        return Some(freed);
    }
    // "The rebels' spokesman said they had taken the town": those for whom he speaks.
    if let Some(party) = spoken_for(text, n, same).filter(|_| kind == Kind::They) {
        return Some(party);
    }
    // "Troops chased the raiders to a market where two of them blew themselves up": those named last.
    if let Some(last) = last_of_many(text, n, same).filter(|_| kind == Kind::They) {
        return Some(last);
    }
    // "Rounded up villagers and shot them": whom the verb before took.
    if let Some(object) = object_before(text, n, same) {
        return Some(object);
    }
    let governing = same.iter().find(governs).copied();
    let subject = same.iter().find(|&&m| text.nodes[m].rank <= 1).copied();
    let only = if same.len() == 1 && kind != Kind::It { same.first().copied() } else { None };
    governing.or(if kind == Kind::It { None } else { subject }).or(only)
}

/// The party that hangs on a spokesman whose clause the pronoun begins.
fn spoken_for(text: &Text<'_>, n: usize, same: &[usize]) -> Option<usize> {
    const SPEAK: [&str; 4] = ["spokesman", "spokesperson", "spokeswoman", "commander"];
    let node = &text.nodes[n];
    let sentence = &text.sentences[node.sentence];
    let verb = sentence.tokens[node.head].head.filter(|_| sentence.relation_is(node.head, "nsubj"))?;
    let says = sentence.tokens[verb].head.filter(|_| sentence.relation_is(verb, "ccomp"))?;
    let speaker = sentence.child(says, &["nsubj"])?;
    let speaks = SPEAK.contains(&sentence.tokens[speaker].lemma.as_str());
    let of = |m: &&usize| {
        let head = text.nodes[**m].head;
        sentence.tokens[head].head == Some(speaker)
            && ["nmod:poss", "nmod", "compound"].iter().any(|r| sentence.relation_is(head, r))
    };
    same.iter().find(of).copied().filter(|_| speaks)
}

/// The candidate right before "two of them" where that is who does what a clause of place tells.
fn last_of_many(text: &Text<'_>, n: usize, same: &[usize]) -> Option<usize> {
    let node = &text.nodes[n];
    let sentence = &text.sentences[node.sentence];
    let number = sentence.tokens[node.head].head.filter(|_| sentence.relation_is(node.head, "nmod"))?;
    let counts = sentence.tokens[number].upos == Upos::Num && sentence.relation_is(number, "nsubj");
    let verb = sentence.tokens[number].head.filter(|&v| counts && sentence.relation_is(v, "acl:relcl"))?;
    let where_it_was = sentence.children(verb).any(|c| sentence.tokens[c].text == "where");
    let object = |m: &&usize| sentence.relation_is(text.nodes[**m].head, "obj");
    same.iter().find(object).copied().filter(|_| where_it_was)
}

/// The object of the verb to which the pronoun's own verb is joined, where both have one doer.
fn object_before(text: &Text<'_>, n: usize, same: &[usize]) -> Option<usize> {
    let node = &text.nodes[n];
    let sentence = &text.sentences[node.sentence];
    // "Killed a large number of rebels and captured many of them".
    let of = sentence.tokens[node.head].head.filter(|_| sentence.relation_is(node.head, "nmod"));
    let object = of.unwrap_or(node.head);
    let verb = sentence.tokens[object].head.filter(|_| sentence.relation_is(object, "obj"))?;
    let before = sentence.tokens[verb].head.filter(|_| sentence.relation_is(verb, "conj"))?;
    let shared = sentence.child(verb, &["nsubj"]).is_none() && sentence.tokens[before].upos == Upos::Verb;
    let object = sentence.child(before, &["obj"]).filter(|_| shared)?;
    let counted = sentence.children(object).find(|&c| sentence.relation_is(c, "nmod"));
    let found = |head: usize| same.iter().copied().find(|&m| text.nodes[m].head == head);
    found(object).or_else(|| counted.and_then(found))
}

fn ancestors(sentence: &Sentence, token: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = token;
    while let Some(head) = sentence.tokens.get(at).and_then(|t| t.head) {
        if found.contains(&head) {
            break;
        }
        found.push(head);
        at = head;
    }
    found
}

/// "Ali shot him": an object is not its own verb's subject, unless it says "himself"; and a
/// possessive does not stand for the noun that it belongs to.
fn is_bound(sentence: &Sentence, candidate: &Node, pronoun: &Node) -> bool {
    let token = &sentence.tokens[pronoun.head];
    let reflexive = token.text.to_lowercase().contains("sel");
    let possessive = sentence.relation_is(pronoun.head, "nmod:poss");
    let sisters = sentence.tokens[candidate.head].head == token.head && token.head.is_some();
    candidate.tokens.contains(pronoun.head)
        || token.head == Some(candidate.head)
        || (sisters && !reflexive && !possessive)
}

/// The noun or name that a mention stands for.
fn bearer(text: &Text<'_>, mut m: usize, antecedents: &[Option<usize>]) -> Option<usize> {
    while matches!(text.nodes[m].form, Form::Pronoun | Form::Relative(_)) {
        m = antecedents.get(m).copied().flatten()?;
    }
    Some(m)
}

fn agrees(text: &Text<'_>, bearer: usize, kind: Kind, pronoun: usize) -> bool {
    let node = &text.nodes[bearer];
    if node.form == Form::Verb || node.sentence > text.nodes[pronoun].sentence {
        return false;
    }
    let person =
        node.label == Some(Label::Person) || (lexicon::is(&node.lemma, Class::Person) && !node.plural);
    let people = node.label == Some(Label::Actor) || lexicon::people(&node.lemma).is_some();
    let body =
        node.label == Some(Label::Organisation) || (lexicon::is(&node.lemma, Class::Organisation) && !person);
    let female = matches!(
        node.lemma.as_str(),
        "woman"
            | "girl"
            | "mother"
            | "wife"
            | "daughter"
            | "sister"
            | "spokeswoman"
            | "widow"
            | "nun"
            | "queen"
            | "chairwoman"
    );
    let male = matches!(
        node.lemma.as_str(),
        "man"
            | "boy"
            | "father"
            | "husband"
            | "son"
            | "brother"
            | "spokesman"
            | "king"
            | "chairman"
            | "gunman"
            | "imam"
            | "sheikh"
    );
    match kind {
        Kind::He => !node.plural && !female && (person || (people && !body)),
        Kind::She => !node.plural && !male && (person || (people && !body)),
        Kind::They => body || (node.plural && people) || (node.joined && (people || person)),
        Kind::It => !node.plural && !person && (body || is_thing(node)),
    }
}

/// True where the bearer was "he" before and would now be "she", "they" or "it".
fn is_called_otherwise(
    text: &Text<'_>,
    bearer: usize,
    kind: Kind,
    n: usize,
    antecedents: &[Option<usize>],
) -> bool {
    let called = (bearer..n).filter(|&m| {
        text.nodes[m].form == Form::Pronoun && self::bearer(text, m, antecedents) == Some(bearer)
    });
    let words = called.filter_map(|m| {
        let node = &text.nodes[m];
        self::kind(&text.sentences.get(node.sentence)?.tokens.get(node.head)?.text.to_lowercase())
    });
    let person = |k: Kind| matches!(k, Kind::He | Kind::She);
    words.into_iter().any(|other| other != kind && (person(other) || person(kind)))
}

fn is_thing(node: &Node) -> bool {
    matches!(node.label, Some(Label::Place | Label::Facility | Label::Weapon | Label::Other))
        || !lexicon::classes(&node.lemma).is_empty()
}

/// People in the plural before bodies for "they"; bodies before things for "it".
fn preference(text: &Text<'_>, m: usize, kind: Kind, antecedents: &[Option<usize>]) -> u8 {
    let Some(b) = bearer(text, m, antecedents) else { return 9 };
    let node = &text.nodes[b];
    match kind {
        Kind::They if node.plural => 0,
        Kind::They => 1,
        Kind::It if node.label == Some(Label::Organisation) => 0,
        Kind::It => 1,
        _ => 0,
    }
}

/// True where a quotation is open at the token; what is said in it has speakers of its own.
fn is_quoted(sentence: &Sentence, token: usize) -> bool {
    let before = sentence.tokens.get(..token).unwrap_or(&[]);
    let count = |marks: &[&str]| before.iter().filter(|t| marks.contains(&t.text.as_str())).count();
    count(&["“", "«"]) > count(&["”", "»"]) || count(&["\""]) % 2 == 1
}
