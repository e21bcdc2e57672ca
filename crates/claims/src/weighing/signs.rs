//! The signs of a candidate: of the words that tell it, of what it holds, of what stands around it.

use super::Around;
use super::report::TOPICS;
use crate::assembly::Known;
use crate::assembly::draft::Draft;
use crate::attribution::tree::{feature, form, lemma, relation};
use crate::occurrence::Occurrence;
use crate::occurrences::draft::HARMS;
use ascribe_model::{Claim, Role, Sentence, Side, Status, Upos};

/// Words before which an occurrence is part of somebody's description: "responsible for attacks".
const DESCRIBES: [&str; 14] = [
    "responsible",
    "involve",
    "involved",
    "link",
    "linked",
    "accuse",
    "suspect",
    "know",
    "known",
    "implicate",
    "wanted",
    "charge",
    "convict",
    "blame",
];

/// Signs of the words that tell an occurrence.
pub(crate) fn of_telling(known: &Known, occurrence: &Occurrence, around: &Around) -> Vec<String> {
    let mut signs = vec![];
    let mut add = |sign: &str, holds: bool| {
        if holds {
            signs.push(sign.to_owned());
        }
    };
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return signs };
    let Some(head) = sentence.tokens.get(occurrence.head) else { return signs };
    let noun = matches!(head.upos, Upos::Noun | Upos::Propn);
    let has = |role: &str| occurrence.role(role).next().is_some();
    let harm = HARMS.iter().any(|h| has(h));
    add("noun", noun);
    add("passing", occurrence.passing);
    add("definite", occurrence.definite);
    add("passing and definite", occurrence.passing && occurrence.definite);
    add("bare harm", occurrence.bare_harm);
    add("says agent", has("agent"));
    add("says target", has("target"));
    add("says place", has("place"));
    add("says harm", harm);
    add("says nobody", !has("agent") && !has("target") && !harm);
    add("passing, says nobody", occurrence.passing && !has("agent") && !has("target") && !harm);
    let base = head.deprel.split(':').next().unwrap_or_default();
    let tie = match base {
        "root" | "ccomp" | "parataxis" => "main clause",
        "acl" if head.deprel == "acl:relcl" => "relative clause",
        "acl" | "amod" => "describes a noun",
        "advcl" => "adverbial clause",
        "nmod" | "obl" | "appos" | "compound" | "nsubj" | "obj" | "conj" | "xcomp" => base,
        _ => "other tie",
    };
    add(&format!("tie: {tie}"), true);
    if !noun {
        let finite = feature(sentence, occurrence.head, "VerbForm=Fin")
            || sentence.children(occurrence.head).any(|c| relation(sentence, c, &["aux", "cop"]));
        add(
            "participle",
            !finite && (feature(sentence, occurrence.head, "VerbForm=Part") || head.text.ends_with("ing")),
        );
        add("infinitive", feature(sentence, occurrence.head, "VerbForm=Inf") && !finite);
    } else {
        let plural = feature(sentence, occurrence.head, "Number=Plur");
        let bare = !sentence
            .children(occurrence.head)
            .any(|c| relation(sentence, c, &["det", "nummod", "amod", "nmod:poss"]));
        add("bare plural", plural && bare);
        add("bare singular", !plural && bare);
    }
    let above = ancestors(sentence, occurrence.head);
    add("of a description", above.iter().skip(1).any(|&t| DESCRIBES.contains(&lemma(sentence, t).as_str())));
    add("inside a relative clause", above.iter().skip(1).any(|&t| sentence.tokens[t].deprel == "acl:relcl"));
    add("had been", sentence.children(occurrence.head).any(|c| form(sentence, c) == "had"));
    add("question", sentence.tokens.last().is_some_and(|t| t.text == "?"));
    add("quoted", around.quoted.get(occurrence.sentence).copied().unwrap_or(false));
    let first_person =
        |t: &ascribe_model::Token| matches!(t.text.to_lowercase().as_str(), "we" | "i" | "our" | "us" | "my");
    add("first person", sentence.tokens.iter().any(first_person));
    add("short sentence", sentence.tokens.len() <= 8);
    let here = known.occurrences.iter().filter(|o| o.sentence == occurrence.sentence);
    let same = here.clone().filter(|o| o.kind == occurrence.kind && o.head < occurrence.head).count();
    add("same type before in sentence", same > 0);
    add("many in sentence", here.count() >= 4);
    add("first sentence", occurrence.sentence == 0);
    add("opening", occurrence.sentence > 0 && occurrence.sentence <= 2);
    let total = known.analysis.sentences.len();
    add("late", total > 8 && occurrence.sentence * 3 > total * 2);
    signs.extend(of_surroundings(occurrence.sentence, around));
    signs
}

/// Signs of the sentence, its section and the report as a whole.
fn of_surroundings(sentence: usize, around: &Around) -> Vec<String> {
    let mut signs = vec![];
    for topic in TOPICS {
        let words = around.count(sentence, topic);
        if topic == "conflict" {
            signs.push(format!("sentence: {} conflict words", ["no", "1", "2", "3+"][words.min(3)]));
        } else if words > 0 {
            signs.push(format!("sentence: {topic}"));
        }
        let share = around.share(topic);
        let level =
            [(0.5, "much"), (0.2, "some"), (0.05, "little")].iter().find(|(least, _)| share >= *least);
        signs.push(format!("report: {} {topic}", level.map_or("no", |l| l.1)));
    }
    if let Some(topic) = around.sections.get(sentence).and_then(Option::as_ref) {
        signs.push(format!("section: {topic}"));
        if topic != "conflict" && around.count(sentence, "conflict") == 0 {
            signs.push("other section, no conflict words".to_owned());
        }
    }
    if around.armed.get(sentence) == Some(&true) {
        signs.push("sentence: armed party".to_owned());
    }
    if !around.armed.iter().any(|a| *a) {
        signs.push("report: no armed party".to_owned());
    }
    signs
}

fn ancestors(sentence: &Sentence, token: usize) -> Vec<usize> {
    crate::assembly::ancestors(sentence, token)
}

/// Signs of what the claim holds, after values were carried over and tellings joined.
pub(crate) fn of_claim(claim: &Claim, tellings: usize, told: Told) -> Vec<String> {
    let mut signs = vec!["always".to_owned(), format!("type: {}", claim.kind)];
    let mut add = |sign: &str, holds: bool| {
        if holds {
            signs.push(sign.to_owned());
        }
    };
    let sides: Vec<Side> = claim.actors.iter().filter(|a| a.role == Role::Agent).map(|a| a.side).collect();
    let targets: Vec<Side> = claim.actors.iter().filter(|a| a.role == Role::Target).map(|a| a.side).collect();
    let fights = |s: &Side| s.is_armed() && *s != Side::State;
    add("agent: armed", sides.iter().any(fights));
    add("agent: state", sides.contains(&Side::State));
    add("agent: unknown", sides.contains(&Side::Unknown));
    add("agent: civilian", sides.contains(&Side::Civilian));
    add("no agent", sides.is_empty());
    add("no target", targets.is_empty());
    add("target: armed", targets.iter().any(|s| s.is_armed()));
    add("target: civilian", targets.contains(&Side::Civilian));
    add("nobody armed", !sides.iter().chain(&targets).any(|s| s.is_armed()));
    add("no place", claim.places.is_empty());
    add("no time", claim.time.text.is_none());
    add("bare of values", sides.is_empty() && targets.is_empty() && claim.effects.is_empty());
    add("harm counted", claim.effects.iter().any(|e| !e.count.is_unstated()));
    add("means", !claim.means.is_empty());
    add("attributed", !claim.sources.is_empty());
    add("unspecified source", claim.sources.iter().any(|s| s.name == "unspecified"));
    let status = match claim.status {
        Status::Happened => "happened",
        Status::Ongoing => "ongoing",
        Status::Planned => "planned",
        Status::Expected => "expected",
        Status::Denied => "denied",
    };
    add(&format!("status: {status}"), true);
    add("aggregate", claim.aggregate);
    add("told again", tellings > 1);
    add("type told before", told.kind);
    add("type and party told before", told.party);
    add("nearly told before", told.points == 3);
    add("partly told before", told.points == 2);
    add("event told by another", told.event);
    signs
}

/// What the report told before this candidate.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Told {
    /// A claim of the same type.
    pub(crate) kind: bool,
    /// One of the same type by the same party.
    pub(crate) party: bool,
    /// Points towards one occurrence with an earlier candidate (fewer than make it the same).
    pub(crate) points: i32,
    /// The same event from another source.
    pub(crate) event: bool,
}

/// Compares a draft with those before it.
pub(crate) fn told_before(
    drafts: &[Draft],
    n: usize,
    events: &[usize],
    score: impl Fn(&Draft, &Draft) -> i32,
) -> Told {
    let this = &drafts[n];
    let mut told = Told::default();
    for (m, earlier) in drafts[..n].iter().enumerate() {
        let kind = earlier.claim.kind == this.claim.kind;
        told.kind |= kind;
        told.party |= kind
            && this.claim.actors.iter().any(|a| {
                a.role == Role::Agent
                    && earlier.claim.actors.iter().any(|b| b.role == a.role && b.name == a.name)
            });
        if events[m] == events[n] {
            told.event = true;
        } else {
            told.points = told.points.max(score(earlier, this));
        }
    }
    told
}
