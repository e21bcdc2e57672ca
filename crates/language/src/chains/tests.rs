//! Chains on trees written by hand.

use super::chains;
use ascribe_model::{Label, Mention, Outline, Passage, PassageKind, Report, Sentence, Span, TokenRange};

/// A tree by hand; mentions as (start, end, head, label, named).
fn sentence(rows: &str, mentions: &[(usize, usize, usize, Label, bool)]) -> Sentence {
    let mentions = mentions.iter().map(|&(start, end, head, label, named)| Mention {
        tokens: TokenRange::new(start, end),
        head,
        label,
        named,
        score: 0.9,
    });
    Sentence { mentions: mentions.collect(), ..ascribe_testing::sentence(rows) }
}

fn check(sentences: &[Sentence], expected: &[&[&str]]) {
    let found: Vec<Vec<String>> = chains(sentences, &Outline::default())
        .iter()
        .map(|c| {
            let words = c.mentions.iter().map(|m| {
                let tokens = &sentences[m.sentence].tokens[m.tokens.range()];
                tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
            });
            words.collect()
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn they_are_the_subject_of_the_sentence_before() {
    let first = sentence(
        "Supporters/NOUN/2/nsubj said/VERB/0/root that/SCONJ/5/mark troops/NOUN/5/nsubj fled/VERB/2/ccomp",
        &[(0, 1, 0, Label::Actor, false), (3, 4, 3, Label::Actor, false)],
    );
    let second = sentence("They/PRON/2/nsubj insist/VERB/0/root", &[]);
    check(&[first, second], &[&["Supporters", "They"]]);
}

#[test]
fn short_names_and_offices_join_the_full_name() {
    let first = sentence(
        "General/PROPN/2/nmod:desc Ivan/PROPN/5/nsubj:pass Petrov/PROPN/2/flat was/AUX/5/aux:pass hurt/VERB/0/root",
        &[(0, 3, 1, Label::Person, true)],
    );
    let second =
        sentence("The/DET/2/det general/NOUN/3/nsubj left/VERB/0/root", &[(0, 2, 1, Label::Actor, false)]);
    let third = sentence("Petrov/PROPN/2/nsubj died/VERB/0/root", &[(0, 1, 0, Label::Person, true)]);
    let fourth =
        sentence("The/DET/2/det colonel/NOUN/3/nsubj left/VERB/0/root", &[(0, 2, 1, Label::Actor, false)]);
    check(&[first, second, third, fourth], &[&["General Ivan Petrov", "The general", "Petrov"]]);
}

#[test]
fn nouns_take_up_verbs() {
    let first = sentence("Rebels/NOUN/2/nsubj ambushed/VERB/0/root a/DET/4/det convoy/NOUN/2/obj", &[]);
    let mut first = first;
    first.tokens[1].lemma = "ambush".to_owned();
    let second = sentence("The/DET/2/det attack/NOUN/3/nsubj failed/VERB/0/root", &[]);
    let third = sentence("Another/DET/2/det attack/NOUN/3/nsubj failed/VERB/0/root", &[]);
    check(&[first, second, third], &[&["ambushed", "The attack"]]);
}

#[test]
fn a_group_between_two_names_stays_alone() {
    let first = sentence(
        "ISIS/PROPN/2/nsubj fought/VERB/0/root Hamas/PROPN/2/obj",
        &[(0, 1, 0, Label::Organisation, true), (2, 3, 2, Label::Organisation, true)],
    );
    let second =
        sentence("The/DET/2/det group/NOUN/3/nsubj won/VERB/0/root", &[(0, 2, 1, Label::Actor, false)]);
    // The subject comes first; with both in one place there would be no answer.
    check(&[first, second], &[&["ISIS", "The group"]]);
}

#[test]
fn an_abbreviation_joins_its_name() {
    let first = sentence(
        "Syrian/PROPN/3/compound Arab/PROPN/3/compound Army/PROPN/7/nsubj (/PUNCT/5/punct SAA/PROPN/3/appos )/PUNCT/5/punct won/VERB/0/root",
        &[(0, 3, 2, Label::Organisation, true), (4, 5, 4, Label::Organisation, true)],
    );
    let second = sentence("SAA/PROPN/2/nsubj won/VERB/0/root", &[(0, 1, 0, Label::Organisation, true)]);
    check(&[first, second], &[&["Syrian Arab Army", "SAA", "SAA"]]);
}

#[test]
fn an_object_is_not_its_subject() {
    let one =
        sentence("Ali/PROPN/2/nsubj shot/VERB/0/root him/PRON/2/obj", &[(0, 1, 0, Label::Person, true)]);
    check(&[one], &[]);
    check(&[], &[]);
}

#[test]
fn a_pronoun_stays_in_its_item_of_a_digest() {
    let first = sentence("Supporters/NOUN/2/nsubj fled/VERB/0/root", &[(0, 1, 0, Label::Actor, false)]);
    let mut second = sentence("They/PRON/2/nsubj fled/VERB/0/root", &[]);
    second.passage = 1;
    let text = "* Supporters fled\n* They fled\n* So did we\n* And you";
    let mut report = Report { text: text.to_owned(), ..Report::default() };
    for (start, line) in text.match_indices("* ") {
        let start = start + line.len();
        let end = text[start..].find('\n').map_or(text.len(), |n| start + n);
        report.passages.push(Passage { kind: PassageKind::Body, span: Span::new(start, end), author: None });
    }
    let chains = super::chains(&[first, second], &report.outline());
    assert_eq!(chains, []);
}

#[test]
fn they_are_who_the_sentence_before_is_about_and_not_its_source() {
    let first = sentence(
        "Fighters/NOUN/2/nsubj burned/VERB/0/root the/DET/4/det market/NOUN/2/obj ,/PUNCT/7/punct \
         residents/NOUN/7/nsubj said/VERB/2/parataxis",
        &[(0, 1, 0, Label::Actor, false), (5, 6, 5, Label::Actor, false)],
    );
    let came = sentence("They/PRON/2/nsubj came/VERB/0/root by/ADP/4/case night/NOUN/2/obl", &[]);
    check(&[first.clone(), came], &[&["Fighters", "They"]]);
    let added = sentence("They/PRON/2/nsubj added/VERB/0/root six/NUM/4/nsubj died/VERB/2/ccomp", &[]);
    check(&[first, added], &[&["residents", "They"]]);
}

#[test]
fn they_are_not_who_only_saw_it() {
    let mut first = sentence(
        "Residents/NOUN/2/nsubj said/VERB/0/root gunmen/NOUN/4/nsubj came/VERB/2/ccomp",
        &[(0, 1, 0, Label::Actor, false), (2, 3, 2, Label::Actor, false)],
    );
    for (at, lemma) in [(0, "resident"), (2, "gunman")] {
        first.tokens[at].lemma = lemma.to_owned();
        first.tokens[at].feats = "Number=Plur".to_owned();
    }
    let burned = sentence("They/PRON/2/nsubj burned/VERB/0/root huts/NOUN/2/obj", &[]);
    check(&[first.clone(), burned], &[&["gunmen", "They"]]);
    let added = sentence("They/PRON/2/nsubj added/VERB/0/root six/NUM/4/nsubj died/VERB/2/ccomp", &[]);
    check(&[first, added], &[&["Residents", "They"]]);
}

#[test]
fn nobody_kills_five_of_themselves() {
    let raid = sentence(
        "Police/NOUN/2/nsubj met/VERB/0/root gunmen/NOUN/2/obj and/CCONJ/5/cc killed/VERB/2/conj \
         five/NUM/5/obj of/ADP/8/case them/PRON/6/nmod",
        &[(0, 1, 0, Label::Actor, false), (2, 3, 2, Label::Actor, false)],
    );
    let mut raid = raid;
    raid.tokens[0].lemma = "police".to_owned();
    raid.tokens[2].lemma = "gunman".to_owned();
    raid.tokens[2].feats = "Number=Plur".to_owned();
    check(&[raid], &[&["gunmen", "them"]]);
}

#[test]
fn who_was_taken_is_who_is_freed() {
    let mut taken = sentence(
        "Rebels/NOUN/2/nsubj abducted/VERB/0/root nurses/NOUN/2/obj",
        &[(0, 1, 0, Label::Actor, false), (2, 3, 2, Label::Actor, false)],
    );
    for (at, lemma) in [(0, "rebel"), (1, "abduct"), (2, "nurse")] {
        taken.tokens[at].lemma = lemma.to_owned();
    }
    taken.tokens[0].feats = "Number=Plur".to_owned();
    taken.tokens[2].feats = "Number=Plur".to_owned();
    let mut freed = sentence("They/PRON/3/nsubj:pass were/AUX/3/aux:pass freed/VERB/0/root", &[]);
    freed.tokens[2].lemma = "free".to_owned();
    check(&[taken.clone(), freed], &[&["nurses", "They"]]);
    let came = sentence("They/PRON/2/nsubj came/VERB/0/root by/ADP/4/case night/NOUN/2/obl", &[]);
    check(&[taken, came], &[&["Rebels", "They"]]);
}

#[test]
fn who_tells_of_the_taken_is_not_taken() {
    let mut told = sentence(
        "Drivers/NOUN/2/nsubj vanished/VERB/0/root ;/PUNCT/5/punct police/NOUN/5/nsubj believe/VERB/2/parataxis \
         they/PRON/8/nsubj:pass were/AUX/8/aux:pass kidnapped/VERB/5/ccomp",
        &[(0, 1, 0, Label::Actor, false), (3, 4, 3, Label::Actor, false)],
    );
    told.tokens[0].lemma = "driver".to_owned();
    told.tokens[0].feats = "Number=Plur".to_owned();
    told.tokens[3].lemma = "police".to_owned();
    told.tokens[7].lemma = "kidnap".to_owned();
    check(&[told], &[&["Drivers", "they"]]);
}
