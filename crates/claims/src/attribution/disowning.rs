//! Denials of a part in what was told that need no noun for it: "denied that its men had taken part", "said that it
//! was not responsible", "insisted that they had nothing to do with it".

use super::found::Context;
use super::responsibility::{ResponsibilityClaim, name_of};
use super::subjects;
use super::tree::{case_of, form, head, is_negated, lemma, relation};
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{Sentence, Upos};

/// The denial whose telling word is `token`: what was told before, or what the token's own phrase names, is no deed of
/// whoever speaks.
pub(super) fn disowns(context: &Context, at: usize, token: usize) -> Option<ResponsibilityClaim> {
    let sentence = context.sentence(at);
    let clause = part_in(sentence, token)?;
    let verb = teller(context, sentence, clause)?;
    let denies = lemma(sentence, verb) == "deny";
    let says = context.lists.verbs.contains_key(&lemma(sentence, verb));
    let own = denies || says && is_of_speaker(sentence, clause);
    if denies == denied(sentence, clause, token) || !own || is_negated(sentence, verb) {
        return None;
    }
    let target = named(sentence, clause).or_else(|| named(sentence, token));
    // "Responsible for schools", "a role in the talks" tell of no deed.
    let deed =
        |t: usize| [lemma(sentence, t), form(sentence, t)].iter().any(|w| vocabulary::is(Class::Deed, w));
    if target.is_some_and(|t| !deed(t)) {
        return None;
    }
    let speaker = subjects::speakers(context, at, verb).first().copied()?;
    let claimant = name_of(context, at, speaker)?;
    Some(ResponsibilityClaim {
        claimant: Some(claimant),
        whose: None,
        denied: true,
        contradicts: false,
        disowned: true,
        cue: sentence.tokens[verb].span,
        sentence: at,
        target,
    })
}

/// The verb that tells the clause: "said that …", "said in a statement that …".
fn teller(context: &Context, sentence: &Sentence, clause: usize) -> Option<usize> {
    let up = head(sentence, clause)?;
    let statement = relation(sentence, clause, &["acl"])
        && relation(sentence, up, &["obl", "obj"])
        && context.lists.nouns.contains_key(&lemma(sentence, up));
    match relation(sentence, clause, &["ccomp", "xcomp"]) {
        true => Some(up),
        false => head(sentence, up).filter(|_| statement),
    }
}

/// The head of the clause in which the token says that somebody had a part in something.
fn part_in(sentence: &Sentence, token: usize) -> Option<usize> {
    let behind = |c| relation(sentence, c, &["case"]) && form(sentence, c) == "behind";
    match lemma(sentence, token).as_str() {
        // "It was not responsible", "they were not involved"; "responsible for schools" tells of no deed.
        word if telling::is(Telling::TookPart, word) => Some(token),
        _ if sentence.children(token).any(behind) => Some(token),
        // "Had taken part", "played no role", "had no hand in it".
        "part" | "role" | "hand" => {
            let verb = head(sentence, token).filter(|_| relation(sentence, token, &["obj"]))?;
            matches!(lemma(sentence, verb).as_str(), "take" | "play" | "have").then_some(verb)
        }
        // "Had nothing to do with it."
        "nothing" => {
            let verb = head(sentence, token).filter(|&v| lemma(sentence, v) == "have")?;
            let to_do = |c: usize| lemma(sentence, c) == "do";
            let below = sentence.children(verb).chain(sentence.children(token));
            below.into_iter().any(to_do).then_some(verb)
        }
        _ => None,
    }
}

/// True where the clause itself says no: "was not", "played no part", "nothing".
fn denied(sentence: &Sentence, clause: usize, token: usize) -> bool {
    let no = |t: usize| sentence.children(t).any(|c| form(sentence, c) == "no");
    is_negated(sentence, clause) || no(token) || lemma(sentence, token) == "nothing"
}

/// "It was not", "its fighters were not", "we had nothing": of whoever speaks.
fn is_of_speaker(sentence: &Sentence, clause: usize) -> bool {
    const OWN: [&str; 8] = ["it", "they", "he", "she", "we", "i", "its", "their"];
    const OWNED: [&str; 5] = ["its", "their", "his", "her", "our"];
    let Some(subject) = sentence.child(clause, &["nsubj", "nsubj:pass"]) else { return false };
    let pronoun = sentence.tokens[subject].upos == Upos::Pron;
    let owner = sentence.child(subject, &["nmod:poss"]).map(|c| form(sentence, c));
    pronoun && OWN.contains(&form(sentence, subject).as_str())
        || owner.is_some_and(|o| OWNED.contains(&o.as_str()))
}

/// What they had no part in, where it is named: "responsible for the blast", "a role in the raid".
fn named(sentence: &Sentence, token: usize) -> Option<usize> {
    let noun = |&c: &usize| matches!(sentence.tokens[c].upos, Upos::Noun | Upos::Propn);
    let with = |&c: &usize| matches!(case_of(sentence, c).as_deref(), Some("for" | "in" | "with" | "behind"));
    let itself = Some(token).filter(with);
    itself.or_else(|| sentence.children(token).find(with)).filter(noun)
}
