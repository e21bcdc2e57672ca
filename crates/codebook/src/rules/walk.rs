//! Walks paths: from a trigger's head to the heads of its roles.

use super::facts::TokenFacts;
use super::syntax::{Filter, Path, Relation, Step, Walk};
use super::tree::Tree;
use crate::rules::vocabulary::{Word, is};
use ascribe_model::Upos;

/// Ends of a path, in text order, conjuncts included where the path wants them.
pub(super) fn follow(path: &Path, from: usize, tree: &Tree<'_>, facts: &dyn TokenFacts) -> Vec<usize> {
    let mut ends = vec![from];
    for step in &path.steps {
        let mut next: Vec<usize> = ends.iter().flat_map(|&at| take(step, at, tree, facts)).collect();
        next.sort_unstable();
        next.dedup();
        if next.is_empty() {
            return next;
        }
        ends = next;
    }
    if path.conjuncts {
        // "a number of mosques and schools": the conjunct may hang on the number or on what is meant.
        let meant = ends.iter().map(|&end| tree.meant(end));
        // "Eleven kilograms of opium, two grenades and a vest": on the opium.
        let measured = ends.iter().filter_map(|&end| measured(end, tree));
        let heads: Vec<usize> = ends.iter().copied().chain(meant).chain(measured).collect();
        let conjuncts: Vec<usize> = heads.into_iter().flat_map(|end| conjuncts(end, tree)).collect();
        ends.extend(conjuncts);
    }
    ends.retain(|&end| end != from);
    for end in &mut ends {
        *end = tree.meant(*end);
    }
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// What a measure is of: the opium in "eleven kilograms of opium".
fn measured(measure: usize, tree: &Tree<'_>) -> Option<usize> {
    let unit = is(Word::Amount, tree.lemma(measure));
    tree.child(measure, "nmod").filter(|&of| unit && of > measure && tree.is_marked(of, "of"))
}

/// Nominal conjuncts, those of conjuncts included; a verb that the parser hung there opens a clause of its
/// own. "destroyed four trucks two guns and a post": without commas a list reads as appositions.
fn conjuncts(token: usize, tree: &Tree<'_>) -> Vec<usize> {
    let nominal = |c: &usize| {
        let listed = tree.base(*c) == "conj" || super::beside::is_listed(*c, token, tree);
        listed && !is_renamed(*c, tree) && (tree.upos(*c).is_nominal() || tree.upos(*c) == Upos::Adj)
    };
    let mut found: Vec<usize> = Vec::new();
    let mut open = vec![token];
    while let Some(at) = open.pop() {
        let next = super::beside::next_counted(at, tree);
        for child in tree.children(at).iter().copied().filter(|c| nominal(c)).chain(next) {
            if !found.contains(&child) {
                found.push(child);
                open.push(child);
            }
        }
    }
    found
}

/// "Killed a nurse, Ana Ruiz, and wounded her driver": a name behind a noun in a list without an "and" is the noun's.
fn is_renamed(name: usize, tree: &Tree<'_>) -> bool {
    let Some(noun) = tree.head(name).filter(|_| tree.base(name) == "conj") else { return false };
    let joined = |t: usize| tree.children(t).iter().any(|&c| tree.base(c) == "cc");
    let list = tree.children(noun).iter().copied().filter(|&c| tree.base(c) == "conj");
    let one = tree
        .children(noun)
        .iter()
        .any(|&c| matches!(tree.word(c), "a" | "an" | "the" | "its" | "his" | "her"));
    let comma = name.checked_sub(1).is_some_and(|t| tree.word(t) == ",");
    tree.upos(name) == Upos::Propn
        && tree.upos(noun) == Upos::Noun
        && one
        && comma
        && !list.into_iter().any(joined)
        && !joined(name)
}

fn take(step: &Step, at: usize, tree: &Tree<'_>, facts: &dyn TokenFacts) -> Vec<usize> {
    let ends = match &step.walk {
        Walk::Here => vec![at],
        Walk::Down(relation) => {
            let below: Vec<usize> =
                tree.children(at).iter().copied().filter(|&c| fits(relation, c, tree)).collect();
            match beside_between(at, tree).filter(|_| below.is_empty() && relation.base == "conj") {
                Some(second) => vec![second],
                None => below,
            }
        }
        Walk::Up(relation) => tree.head(at).filter(|_| fits(relation, at, tree)).into_iter().collect(),
        Walk::Subject => tree.logical_subject(at),
        Walk::Object => tree.logical_object(at).into_iter().collect(),
        Walk::Patient => patient(at, tree),
        Walk::Prep(words) => prepositional(at, words, tree),
        Walk::Beside => super::beside::counted(at, tree).into_iter().collect(),
        Walk::Modifier => tree.children(at).iter().copied().filter(|&c| is_modifier(c, at, tree)).collect(),
    };
    if is_empty(&step.filter) {
        return ends;
    }
    // "dozens of rockets" passes as rockets, and as dozens where that is what is asked for.
    let accepted = |end: usize| {
        let meant = tree.meant(end);
        [meant, end].into_iter().find(|&token| passes(&step.filter, token, tree, facts))
    };
    ends.into_iter().filter_map(accepted).collect()
}

/// "Fighting between the army and the rebels": the second of the two, where the tree hangs it beside the first.
fn beside_between(first: usize, tree: &Tree<'_>) -> Option<usize> {
    let governor = tree.head(first).filter(|_| tree.is_marked(first, "between"))?;
    let second = |&c: &usize| {
        let and = tree.children(c).iter().any(|&k| tree.base(k) == "cc" && tree.word(k) == "and");
        let marked = tree.children(c).iter().any(|&k| tree.base(k) == "case");
        c > first && matches!(tree.base(c), "obl" | "nmod") && and && !marked
    };
    tree.children(governor).iter().copied().find(second)
}

fn patient(verb: usize, tree: &Tree<'_>) -> Vec<usize> {
    if let Some(object) = tree.logical_object(verb) {
        return vec![object];
    }
    // "5 killed in blast": a headline's participle read as a finite verb has its victim as subject; "the nine villagers
    // who fled".
    let subject = tree.child(verb, "nsubj").filter(|&s| !tree.is_passive(verb) && s < verb);
    subject.map(|s| tree.antecedent(s)).into_iter().collect()
}

fn is_modifier(child: usize, noun: usize, tree: &Tree<'_>) -> bool {
    let kind = matches!(tree.base(child), "compound" | "amod" | "flat")
        || matches!(tree.relation(child), "nmod:poss" | "nmod:desc" | "nmod:unmarked");
    kind && child < noun
}

/// Verbs whose `by` phrase names who speaks of a deed, looks into it or stops it, not who does it.
const TELLING: &str = "investigate probe examine condemn denounce criticize criticise welcome report confirm deny describe \
    document record witness see hear film foil thwart prevent repel repulse contain quash crush suppress resist mourn mark follow precede";

/// Parsers hang prepositional phrases now on the verb, now on its object, now on an inner noun: "launched an
/// attack on the base", "set up a post on the road", "withdrawal of troops from the town". The token's own come
/// first, then those of the verb that governs it, then those of its objects and of-phrases.
fn prepositional(at: usize, words: &[String], tree: &Tree<'_>) -> Vec<usize> {
    let marked = |c: &usize| {
        matches!(tree.base(*c), "nmod" | "obl" | "advcl" | "acl")
            && words.iter().any(|w| tree.is_marked(*c, w))
    };
    let of = |parent: usize| tree.children(parent).iter().copied().filter(marked);
    let own: Vec<usize> = of(at).collect();
    if !own.is_empty() {
        return own;
    }
    if !tree.is_verbal(at) {
        // "The blast is being investigated by police": they did not do it.
        let by = tree.relation(at) == "nsubj:pass" && words.iter().any(|w| w == "by");
        let told = |verb: usize| by && TELLING.split_whitespace().any(|w| w == tree.lemma(verb));
        let governor = tree
            .head(at)
            .filter(|&h| tree.is_verbal(h) && matches!(tree.base(at), "obj" | "nsubj" | "obl") && !told(h));
        let shared: Vec<usize> = governor.into_iter().flat_map(|verb| of(verb).filter(|&c| c > at)).collect();
        if !shared.is_empty() {
            return shared;
        }
    }
    let inner = |c: &usize| matches!(tree.base(*c), "obj" | "nmod" | "obl") && *c > at;
    tree.children(at).iter().copied().filter(inner).flat_map(of).collect()
}

/// True where the token hangs on its governor by that relation.
fn fits(relation: &Relation, token: usize, tree: &Tree<'_>) -> bool {
    let found = tree.relation(token);
    let base = tree.base(token);
    if relation.base != "*" && relation.base != base {
        return false;
    }
    let subtype = found.get(base.len()..).and_then(|rest| rest.strip_prefix(':'));
    let right = match (&relation.subtype, subtype) {
        (Some(wanted), found) => found == Some(wanted.as_str()),
        (None, Some("pass" | "relcl" | "poss")) => relation.base == "*",
        (None, _) => true,
    };
    right && (relation.marks.is_empty() || relation.marks.iter().any(|word| tree.is_marked(token, word)))
}

fn is_empty(filter: &Filter) -> bool {
    filter.words.is_empty()
        && filter.facts.is_empty()
        && filter.not_words.is_empty()
        && filter.not_facts.is_empty()
}

/// True where the token has one of the wanted words or facts (if any are named) and none of the others.
pub(super) fn passes(filter: &Filter, token: usize, tree: &Tree<'_>, facts: &dyn TokenFacts) -> bool {
    let holds = |words: &super::words::WordSet| {
        !words.is_empty() && (words.contains(tree.lemma(token)) || words.contains(tree.word(token)))
    };
    if holds(&filter.not_words) || filter.not_facts.iter().any(|&fact| facts.is(token, fact)) {
        return false;
    }
    let asks = !filter.words.is_empty() || !filter.facts.is_empty();
    !asks || holds(&filter.words) || filter.facts.iter().any(|&fact| facts.is(token, fact))
}
