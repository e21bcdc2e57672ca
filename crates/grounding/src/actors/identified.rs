//! Persons whom a report describes and elsewhere names: "a gunman … The gunman was identified as Piet Maas",
//! "a rebel leader was killed … Odo Brun was a rebel leader".

use super::lexicon::{Class, Noun, noun};
use super::same_party::take;
use super::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Analysis, Report, Sentence, Side, Upos};

/// Descriptions take the name of the one person whom the same item identifies by such a description.
pub(crate) fn descriptions(found: &mut [ActorMention], report: &Report, analysis: &Analysis) {
    by_pronouns(found, analysis);
    let outline = report.outline();
    let passage = |m: &ActorMention| analysis.sentences.get(m.sentence).map_or(0, |s| s.passage);
    let identified: Vec<(usize, usize)> =
        (0..found.len()).filter_map(|at| identity(found, at, analysis).map(|name| (at, name))).collect();
    let told: Vec<(ActorMention, ActorMention)> =
        identified.iter().map(|&(at, name)| (found[at].clone(), found[name].clone())).collect();
    for (at, name) in identified {
        take(found, at, name, "identified by name");
    }
    for mention in found.iter_mut().filter(|m| is_description(m)) {
        let Some(sentence) = analysis.sentences.get(mention.sentence) else { continue };
        let fits = |(description, name): &&(ActorMention, ActorMention)| {
            outline.reaches(passage(description), passage(mention))
                && may_be(mention, sentence, description, analysis)
                && (name.side == mention.side || [name.side, mention.side].contains(&Side::Unknown))
        };
        let mut names: Vec<&ActorMention> = told.iter().filter(fits).map(|(_, name)| name).collect();
        names.dedup_by(|a, b| a.name == b.name);
        if let [name] = names[..] {
            name.name.clone_into(&mut mention.name);
            mention.id.clone_from(&name.id);
            (mention.person, mention.named) = (true, true);
            mention.by = "identified by name elsewhere".to_owned();
        }
    }
}

/// "A suspect was shot. … Police identified him as Piet Maas": the descriptions that "him" stands for.
fn by_pronouns(found: &mut [ActorMention], analysis: &Analysis) {
    for name in 0..found.len() {
        let told = &found[name];
        let Some(sentence) = analysis.sentences.get(told.sentence).filter(|_| told.person && told.named)
        else {
            continue;
        };
        let verb = sentence.tokens[told.head].head.filter(|&v| is_naming(sentence, v));
        let said = ["obl", "xcomp", "obj"].iter().any(|r| sentence.relation_is(told.head, r));
        let whom = verb.filter(|_| said).and_then(|v| sentence.child(v, &["obj", "nsubj:pass"]));
        let pronoun = whom.filter(|&t| sentence.tokens[t].upos == Upos::Pron);
        let Some(chain) = pronoun.and_then(|t| analysis.chain_of(told.sentence, t)) else { continue };
        let inside = |m: &ActorMention| {
            let heads = |c: &ascribe_model::MentionRef| c.head == m.head || m.tokens.contains(c.head);
            chain.mentions.iter().any(|c| c.sentence == m.sentence && heads(c))
        };
        let meant = |n: &usize| !found[*n].named && !found[*n].person && inside(&found[*n]);
        for at in (0..found.len()).filter(meant).collect::<Vec<_>>() {
            take(found, at, name, "identified by name");
        }
    }
}

/// "Troops killed a Taliban leader. The leader, Omar Said, had ...": the name in apposition is whom the words before
/// told of, and on that side.
pub(crate) fn leaders(found: &mut [ActorMention], report: &Report, analysis: &Analysis) {
    const NEAR: usize = 3;
    let outline = report.outline();
    let passage = |m: &ActorMention| analysis.sentences.get(m.sentence).map_or(0, |s| s.passage);
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let name = found[at].clone();
        let apposed = sentence.relation_is(name.head, "appos") && name.person && name.named;
        let Some(head) = sentence.tokens[name.head].head.filter(|_| apposed) else { continue };
        let the = |c: usize| sentence.tokens[c].text.eq_ignore_ascii_case("the");
        let definite = sentence.child(head, &["det"]).is_some_and(the);
        let noun = sentence.tokens[head].text.to_lowercase();
        let told = |m: &ActorMention| {
            let before = m.sentence < name.sentence && name.sentence - m.sentence <= NEAR;
            let same = analysis.sentences.get(m.sentence).is_some_and(|s| word(m, s) == noun);
            before
                && same
                && m.by.starts_with("people of the group")
                && outline.reaches(passage(m), passage(&name))
        };
        let leads = definite && vocabulary::is(Word::Leader, &noun);
        let Some(before) = (0..at).rev().find(|&n| leads && told(&found[n])) else { continue };
        let side = found[before].side;
        take(found, before, at, "named in apposition later");
        found[before].side = side;
        (found[before].person, found[before].named) = (true, true);
        for mention in found.iter_mut().filter(|m| m.person && m.name == name.name) {
            if mention.side == Side::Unknown {
                mention.side = side;
            }
        }
    }
}

/// The named person that the sentence says the description at `at` to be.
fn identity(found: &[ActorMention], at: usize, analysis: &Analysis) -> Option<usize> {
    let description = &found[at];
    let sentence = analysis.sentences.get(description.sentence)?;
    kind_of(description, sentence)?;
    let here = |n: &usize| {
        let name = &found[*n];
        name.person && name.named && name.sentence == description.sentence
    };
    (0..found.len()).filter(here).find(|&n| is_said(sentence, description.head, found[n].head))
}

/// One description by noun for an unnamed single person.
fn kind_of(mention: &ActorMention, sentence: &Sentence) -> Option<&'static Noun> {
    let word = word(mention, sentence);
    let noun = noun(&word).filter(|n| !n.plural && is_description(mention))?;
    (is_doer(noun) || vocabulary::is(Word::Leader, &word) || noun.class == Class::Civilian).then_some(noun)
}

/// No name, or one of a group only ("an FMLN commander").
fn is_description(mention: &ActorMention) -> bool {
    !mention.named || mention.by.starts_with("people of the group")
}

/// "Gunman", "attacker", "suspect": nouns for whoever did it.
fn is_doer(noun: &Noun) -> bool {
    noun.class == Class::Armed && noun.side(None) == Side::Unknown
}

fn word(mention: &ActorMention, sentence: &Sentence) -> String {
    sentence.tokens[mention.head].text.to_lowercase()
}

/// Apposition ("the attacker, in black …, Piet Maas"), copula ("Odo Brun was a rebel leader"), or a verb of
/// naming ("police identified the gunman as Piet Maas").
fn is_said(sentence: &Sentence, description: usize, name: usize) -> bool {
    let above = |t: usize| sentence.tokens[t].head;
    let apposed = |a: usize, b: usize| above(a) == Some(b) && sentence.relation_is(a, "appos");
    let copula = sentence.child(description, &["cop"]).is_some()
        && above(name) == Some(description)
        && sentence.relation_is(name, "nsubj");
    let naming = |verb: usize| {
        let lemma = sentence.tokens[verb].lemma.to_lowercase();
        is_naming(sentence, verb) || matches!(lemma.as_str(), "surname" | "surnamed")
    };
    let patient = ["nsubj:pass", "obj"].iter().any(|r| sentence.relation_is(description, r));
    let said = ["obl", "xcomp", "obj", "ccomp"].iter().any(|r| sentence.relation_is(name, r));
    let named = patient && said && above(description).is_some_and(|v| naming(v) && above(name) == Some(v));
    // "The gunman, named as Piet Maas,".
    let clause = |v: usize| naming(v) && sentence.relation_is(v, "acl") && above(v) == Some(description);
    let called = said && above(name).is_some_and(clause);
    apposed(description, name) || apposed(name, description) || copula || named || called
}

fn is_naming(sentence: &Sentence, verb: usize) -> bool {
    vocabulary::is(Word::Identifies, &sentence.tokens[verb].lemma.to_lowercase())
}

/// True where the mention can be the one described: the same noun with no other words, or both a noun for whoever did it.
fn may_be(mention: &ActorMention, at: &Sentence, description: &ActorMention, analysis: &Analysis) -> bool {
    let Some(there) = analysis.sentences.get(description.sentence) else { return false };
    let (Some(a), Some(_)) = (kind_of(mention, at), noun(&word(description, there))) else { return false };
    let doers = is_doer(a) && noun(&word(description, there)).is_some_and(is_doer);
    let covered = mention
        .name
        .to_lowercase()
        .split(' ')
        .all(|w| description.name.to_lowercase().split(' ').any(|d| d == w));
    // "A man" is anybody; "the man" is the one told of.
    let definite = super::same_party::is_definite(at, mention);
    doers || definite && covered && word(mention, at) == word(description, there)
}
