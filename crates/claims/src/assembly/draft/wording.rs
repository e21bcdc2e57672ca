//! The words of a telling that show whether it goes on with what was told or tells of something else.

use crate::assembly::Known;
use crate::occurrence::{Occurrence, RoleFill};
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{Claim, Count, Role, Sentence, Status, Token, Upos};

/// True where a word sets what follows apart from what was told: "meanwhile", "a separate attack".
pub(super) fn opens_new(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|t| deeds::is(Deed::OpensNew, &t.text.to_lowercase()))
}

/// "Launched 92 drones and six missiles".
pub(super) fn is_salvo(known: &Known, occurrence: &Occurrence) -> bool {
    const MANY: u64 = 10;
    occurrence.role("means").any(|fill| {
        let mut here = known.grounding.counts.iter().filter(|c| c.sentence == fill.sentence);
        here.any(|c| c.counted == fill.head && c.count.min >= Some(MANY))
    })
}

/// "The rebels had earlier taken the port": what the story has left behind.
pub(super) fn had_before(sentence: &Sentence, head: usize) -> bool {
    let child = |relation: &str, words: &[&str]| {
        sentence.children(head).any(|c| {
            sentence.relation_is(c, relation)
                && words.contains(&sentence.tokens[c].text.to_lowercase().as_str())
        })
    };
    child("aux", &["had"]) && child("advmod", &["earlier", "previously", "already", "before"])
}

/// "Separately, …", "in a separate incident", "in another attack".
pub(super) fn is_apart(sentence: &Sentence) -> bool {
    let word = |t: usize| sentence.tokens.get(t).map_or_else(String::new, |t| t.text.to_lowercase());
    (0..sentence.tokens.len().min(OPENING)).any(|t| match word(t).as_str() {
        "separately" | "separate" | "unrelated" => true,
        "another" => deeds::is(Deed::Another, &word(t + 1)),
        _ => false,
    })
}

/// So many tokens open a sentence.
const OPENING: usize = 5;

/// "Since 1991 the Front has killed 900", "terror has taken 600 lives so far this year": a toll of months or years, of many
/// deeds by many.
pub(super) fn is_long_sum(claim: &Claim) -> bool {
    const DAYS: i32 = 25;
    const MANY: u64 = 10;
    let text = claim.time.text.as_deref().unwrap_or("").to_lowercase();
    let summing = ["since", "over the past", "over the last"].iter().any(|w| text.starts_with(w));
    let interval = &claim.time.interval;
    let days =
        interval.from.zip(interval.to).and_then(|(from, to)| from.until(to).ok()).map(|s| s.get_days());
    let many = claim.effects.iter().any(|e| e.count.min >= Some(MANY));
    summing || many && days.is_some_and(|days| days > DAYS)
}

/// "A military source said that *the clash* occurred in Mora at dusk", "according to the radio, the blast hit a barracks":
/// another teller of it, with something to tell.
pub(super) fn is_told_of(sentence: &Sentence, head: usize, claim: &Claim) -> bool {
    let verb = sentence.tokens[head].head.filter(|_| sentence.relation_is(head, "nsubj"));
    let told_by_verb = verb
        .is_some_and(|v| !sentence.relation_is(v, "acl:relcl") && sentence.tokens[v].upos == Upos::Verb)
        || is_reported(sentence, head);
    let hit = claim.actors.iter().any(|a| a.role == Role::Target);
    let told = hit || claim.places.iter().any(|p| !p.is_direction()) || claim.time.text.is_some();
    told_by_verb && told && !claim.sources.is_empty()
}

/// "The army denied *the bombing*": who denies a deed that the report has told makes a claim of it.
pub(super) fn is_denied(sentence: &Sentence, occurrence: &Occurrence, claim: &Claim) -> bool {
    let object = sentence.relation_is(occurrence.head, "obj") && occurrence.definite;
    let denied = claim.status == Status::Denied;
    denied && (object && !claim.sources.is_empty() || is_none_there(sentence, occurrence.head))
}

/// "There was *no fighting*", "saw *no sign of battle*": told as what there was not.
fn is_none_there(sentence: &Sentence, head: usize) -> bool {
    let no = |t: usize| {
        let mut below = sentence.children(t);
        below.any(|c| sentence.relation_is(c, "det") && sentence.tokens[c].text.eq_ignore_ascii_case("no"))
    };
    let above = |t: usize| sentence.tokens[t].head;
    let sign = above(head).filter(|&n| sentence.relation_is(head, "nmod") && no(n));
    let top = sign.unwrap_or(head);
    let there = |verb: usize| sentence.child(verb, &["expl"]).is_some();
    let seen = |verb: usize| {
        sentence.relation_is(top, "obj") && telling::is(Telling::Perceives, &sentence.tokens[verb].lemma)
    };
    no(top) && above(top).is_some_and(|verb| there(verb) || seen(verb))
}

/// "The monitor also reported *the attack* on the town", "confirmed the toll of *the blast*".
fn is_reported(sentence: &Sentence, head: usize) -> bool {
    let above =
        |t: usize, relation: &str| sentence.tokens[t].head.filter(|_| sentence.relation_is(t, relation));
    let of = above(head, "nmod").unwrap_or(head);
    above(of, "obj").is_some_and(|verb| deeds::is(Deed::Reports, &sentence.tokens[verb].lemma))
}

pub(super) fn is_attempt(cue: &str) -> bool {
    let cue = cue.to_lowercase();
    ["tri", "try", "attempt"].iter().any(|stem| cue.starts_with(stem))
}

/// "23 strikes": how many occurrences the trigger itself counts.
pub(super) fn times_told(known: &Known, occurrence: &Occurrence) -> Option<Count> {
    // "No casualties", "nine dead": these count people.
    if occurrence.bare_harm {
        return None;
    }
    let counts = known.grounding.counts.iter();
    let mut here = counts.filter(|c| c.sentence == occurrence.sentence && c.counted == occurrence.head);
    here.next().map(|c| c.count).filter(|c| !c.is_unstated())
}

fn says(sentence: &Sentence, words: &[&str]) -> bool {
    sentence.tokens.iter().any(|t| words.contains(&t.text.to_lowercase().as_str()))
}

/// "In all", "in total", "altogether".
pub(super) fn sums_all(sentence: &Sentence) -> bool {
    let pair =
        |w: &[Token]| w[0].text.eq_ignore_ascii_case("in") && matches!(w[1].text.as_str(), "all" | "total");
    let ends = |w: &[Token]| w.get(2).is_none_or(|t| t.upos == Upos::Punct || t.upos == Upos::Adp);
    let all = |at: usize| sentence.tokens.get(at..).is_some_and(|w| w.len() > 1 && pair(w) && ends(w));
    says(sentence, &["altogether", "overall"]) || (0..sentence.tokens.len()).any(all)
}

/// "In another incident", "a separate attack", "went off at another hotel"; not "and another insurgent".
pub(super) fn sets_apart(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let word = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
    sentence.tokens.iter().enumerate().any(|(at, t)| match t.text.to_lowercase().as_str() {
        "separate" | "separately" | "elsewhere" => true,
        // "A second explosion was heard an hour later", "a second bomber was shot dead".
        "second" | "third" | "fourth" => t.head.is_some_and(|h| {
            let doer = || vocabulary::is(Class::Doer, &sentence.tokens[h].lemma.to_lowercase());
            let own = h == occurrence.head || occurrence.roles.iter().any(|r| r.head == h) && doer();
            own && sentence.tokens[h].upos == Upos::Noun
        }),
        // "Two more explosions", not "more than two".
        "more" => {
            let noun = sentence.tokens[occurrence.head].upos == Upos::Noun;
            noun && t.head == Some(occurrence.head) && word(at + 1) != "than"
        }
        "another" => t.head.is_some_and(|h| {
            h == occurrence.head
                || deeds::is(Deed::Another, &sentence.tokens[h].lemma.to_lowercase())
                || occurrence.roles.iter().any(|r| r.head == h && is_spot(r, known))
        }),
        _ => false,
    })
}

/// A place or a thing, no people: "another village", "another clinic".
pub(super) fn is_spot(role: &RoleFill, known: &Known) -> bool {
    let people = known.grounding.actors.iter().any(|a| a.sentence == role.sentence && a.head == role.head);
    matches!(role.role.as_str(), "place" | "target" | "destroyed") && !people
}

/// "He escaped an attack when his car *was ambushed*": a clause that says when, of what the clause above tells.
pub(super) fn in_when(sentence: &Sentence, head: usize) -> bool {
    sentence.relation_is(head, "advcl")
        && sentence.children(head).any(|c| sentence.tokens[c].text.eq_ignore_ascii_case("when"))
}

/// "The worst attack since the blasts of 1993".
pub(super) fn is_measure(sentence: &Sentence, head: usize) -> bool {
    follows(sentence, head, &["since"])
}

/// A noun behind one of these prepositions.
pub(super) fn follows(sentence: &Sentence, head: usize, cases: &[&str]) -> bool {
    let noun = matches!(sentence.tokens[head].upos, Upos::Noun | Upos::Propn);
    let case = |c: usize| cases.contains(&sentence.tokens[c].text.to_lowercase().as_str());
    noun && sentence.children(head).any(|c| sentence.relation_is(c, "case") && case(c))
}

/// "A large part of the zone is held by the Front".
pub(super) fn holds_other_ground(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let is_ground = |r: &RoleFill| {
        let token = sentence.tokens.get(r.head);
        r.sentence == occurrence.sentence && token.is_some_and(|t| deeds::is(Deed::GroundShare, &t.lemma))
    };
    occurrence.kind == "presence" && occurrence.role("place").any(is_ground)
}
