//! The signs of a candidate: of the words that tell it, of what it holds, of what stands around it.

use super::report::TOPICS;
use super::{Around, Weighing};
use crate::assembly::{Known, ancestors};
use crate::attribution::tree::{feature, lemma, relation};
use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use ascribe_model::{Claim, Effect, Harm, Proposal, Role, Sentence, Status, Upos};

/// Candidates in one sentence that are suspect: lists of what somebody did or may do.
const MANY: usize = 4;

/// Signs of the words that tell an occurrence. Signs without a row in the weights weigh nothing; the script
/// that fits the weights may take them up.
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
    add("passing", occurrence.passing);
    add("definite", occurrence.definite);
    add("bare harm", occurrence.bare_harm);
    if !noun {
        let finite = feature(sentence, occurrence.head, "VerbForm=Fin")
            || sentence.children(occurrence.head).any(|c| relation(sentence, c, &["aux", "cop"]));
        add("participle", !finite && feature(sentence, occurrence.head, "VerbForm=Part"));
        add("infinitive", !finite && feature(sentence, occurrence.head, "VerbForm=Inf"));
    }
    let mut above = ancestors(sentence, occurrence.head).into_iter().skip(1);
    add("of a description", above.any(|t| deeds::is(Deed::Describes, &lemma(sentence, t))));
    of_proposal(sentence, occurrence, around).into_iter().for_each(|sign| add(sign, true));
    add("model: no deed", denied_by_model(sentence, occurrence));
    add("quoted", around.quoted.get(occurrence.sentence).copied().unwrap_or(false));
    let told = |o: &&Occurrence| o.sentence == occurrence.sentence && !o.refers && !o.is_proposed();
    let here = || known.occurrences.iter().filter(told);
    add(
        "same type before in sentence",
        here().any(|o| o.kind == occurrence.kind && o.head < occurrence.head),
    );
    // "Militants ambushed a convoy, burning six trucks and abducting two drivers, who were freed later": the doer and
    // what was done tell a deed in full, however many stand beside it.
    let full =
        occurrence.role("agent").next().is_some() && occurrence.roles.iter().any(|r| r.role != "agent");
    add("many in sentence", !full && here().count() >= MANY);
    signs.extend(of_surroundings(occurrence.sentence, around));
    // "The attorney's car was blown up": whoever it is done to, bombs are no matter of the court.
    if BOMBS.contains(&occurrence.kind.as_str()) {
        signs.retain(|s| s != "sentence: court" && s != "sentence: crime");
    }
    if is_matter_of_section(occurrence, around) {
        signs.retain(|s| s != OTHER_SECTION);
    }
    signs
}

/// What the signs of a proposal of the model begin with.
pub(crate) const PROPOSED: &str = "proposed: ";

/// Share of sentences with words of conflict that a report without an armed party needs for a proposal to count.
const SOME: f32 = 0.4;

/// Signs of what no rule but the model found.
fn of_proposal(sentence: &Sentence, occurrence: &Occurrence, around: &Around) -> Vec<&'static str> {
    let proposal = sentence.proposals.iter().find(|p| p.token == occurrence.head);
    let Some(proposal) = proposal.filter(|_| occurrence.is_proposed()) else { return vec![] };
    // "The capsule blasted off", "the storm cut off the village": where hardly anything tells of a conflict.
    let (share, armed) = (around.share("conflict"), around.armed.iter().any(|a| *a));
    let aloof = share < FEW && around.count(occurrence.sentence, "conflict") == 0 || !armed && share < SOME;
    let mut signs = vec![if proposal.score < 0.85 { "proposed: likely" } else { "proposed: surely" }];
    if aloof {
        signs.push("proposed: report hardly of conflict");
    }
    signs
}

/// True where a rule found what the model says is no deed: "the committee killed the bill" tells of no killing. Words
/// of harm alone were neither yes nor no where it learnt.
fn denied_by_model(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let trigger = occurrence.trigger.start..occurrence.trigger.end;
    let above = |t: usize| sentence.tokens.get(t).and_then(|t| t.head);
    // "A grenade exploded": the verb tells of it where the noun is the trigger.
    let told = |p: &Proposal| {
        trigger.contains(&p.token)
            || above(p.token) == Some(occurrence.head)
            || above(occurrence.head) == Some(p.token)
    };
    let by_rule = !(occurrence.is_proposed() || occurrence.refers || occurrence.bare_harm);
    by_rule && !sentence.proposals.iter().any(told)
}

/// Sentences from which on a report without a word of conflict shows that it is about something else; a
/// single sentence shows nothing.
const LONG: usize = 5;
/// The sign of such a report.
const NOWHERE: &str = "report: conflict nowhere";
/// The sign of a report that names no armed party but a state's, and words of conflict in few sentences.
const HARDLY: &str = "report: hardly conflict";

/// Types that are told of conflicts alone.
const BOMBS: [&str; 5] = ["explosion", "suicide_bombing", "airstrike", "shelling", "chemical_attack"];

/// Types in which somebody may be singled out.
const AGAINST_ONE: [&str; 6] = ["attack", "assassination", "abduction", "execution", "explosion", "abuse"];

/// True where the words for those killed, hurt or taken name an office or a calling known to the public.
fn hurts_public_person(claim: &Claim, weighing: &Weighing) -> bool {
    let harmed = |e: &&Effect| matches!(e.harm, Harm::Killed | Harm::Injured | Harm::Captured);
    let public = |word: &str| {
        // "Three judges were shot": one of them or several.
        let word = word.to_lowercase();
        let topics = weighing.topics.get(&word).or_else(|| weighing.topics.get(word.strip_suffix('s')?));
        topics.is_some_and(|topics| topics.iter().any(|t| t == "public"))
    };
    let words = |e: &Effect| {
        let texts = [e.victims.as_deref(), Some(e.text.as_str())].into_iter().flatten();
        texts.flat_map(|t| t.split(|c: char| !c.is_alphanumeric() && c != '-')).any(public)
    };
    claim.effects.iter().filter(harmed).any(words)
}

/// The sign of what stands under a heading of other matters without a word of conflict.
const OTHER_SECTION: &str = "other section, no conflict words";

/// "International relations: the treasury imposes sanctions on a mining company": of what such sections tell.
fn is_matter_of_section(occurrence: &Occurrence, around: &Around) -> bool {
    let section = around.sections.get(occurrence.sentence).and_then(Option::as_ref);
    let between_states =
        section.is_some_and(|s| s == "diplomacy") && occurrence.role("agent").next().is_some();
    between_states && matches!(occurrence.kind.as_str(), "sanction" | "execution")
}

/// Share of sentences under which a topic is no matter of the report.
const FEW: f32 = 0.2;

/// Signs of the sentence, its section and the report as a whole.
fn of_surroundings(sentence: usize, around: &Around) -> Vec<String> {
    let mut signs = vec![];
    for topic in TOPICS {
        let words = around.count(sentence, topic);
        if topic == "conflict" {
            signs.push(format!("sentence: {} conflict words", ["no", "1", "2", "3+"][words.min(3)]));
        } else if words > 0 && around.count(sentence, "conflict") == 0 {
            signs.push(format!("sentence: {topic}"));
        }
        let share = around.share(topic);
        let level =
            [(0.5, "much"), (0.2, "some"), (0.05, "little")].iter().find(|(least, _)| share >= *least);
        signs.push(format!("report: {} {topic}", level.map_or("no", |l| l.1)));
        if topic == "conflict" && level.is_none() && around.sentences.len() >= LONG {
            signs.push(NOWHERE.to_owned());
        }
    }
    if let Some(topic) = around.sections.get(sentence).and_then(Option::as_ref) {
        signs.push(format!("section: {topic}"));
        if topic != "conflict" && around.count(sentence, "conflict") == 0 {
            signs.push(OTHER_SECTION.to_owned());
        }
    }
    if around.armed.get(sentence) == Some(&true) {
        signs.push("sentence: armed party".to_owned());
    }
    if !around.armed.iter().any(|a| *a) {
        signs.push("report: no armed party".to_owned());
        let [conflict, crime] = ["conflict", "crime"].map(|topic| around.share(topic));
        let long = around.sentences.len() >= LONG;
        if long && conflict < FEW {
            signs.push(HARDLY.to_owned());
        }
        // "Deputies charged two men with the robbery": where nobody fights or kills for a cause, crime is a matter of its
        // own. Courts are none: they try those who kill judges, too.
        if long && around.share("cause") == 0.0 && crime > conflict {
            signs.push("report: more crime than conflict".to_owned());
        }
        // "The bear was shot after it mauled a hiker", "the visitors bombarded the goal": accidents, storms and diseases
        // take their dead too, and games have their battles.
        for (topic, sign) in [("mishap", "report: about mishaps"), ("sport", "report: about sport")] {
            let share = around.share(topic);
            if share >= FEW && share > conflict {
                signs.push(sign.to_owned());
            }
        }
    }
    signs
}

/// "A man with a knife killed nine pupils. … He was arrested at the gate": where several were killed in one deed,
/// what is told beside it belongs to it, however few words of conflict stand by.
pub(crate) fn is_deadly(claim: &Claim) -> bool {
    const DEEDS: [&str; 4] = ["attack", "explosion", "suicide_bombing", "execution"];
    let many = |e: &Effect| e.harm == Harm::Killed && e.count.min >= Some(2);
    DEEDS.contains(&claim.kind.as_str()) && claim.status == Status::Happened && claim.effects.iter().any(many)
}

/// Signs of what the claim holds, after values were carried over and tellings joined; `telling` are those of
/// its words.
pub(crate) fn of_claim(
    claim: &Claim,
    tellings: usize,
    telling: &[String],
    deadly: bool,
    weighing: &Weighing,
) -> Vec<String> {
    let mut signs = vec!["always".to_owned(), format!("type: {}", claim.kind)];
    let nobody_fights = telling.iter().any(|s| s == "report: no armed party");
    let [no_conflict, hardly] = [NOWHERE, HARDLY].map(|sign| !deadly && telling.iter().any(|s| s == sign));
    // People whom gunmen take away are hurt, too; those whom police arrest may be thieves.
    let abducted = |e: &Effect| e.harm == Harm::Captured && claim.kind == "abduction";
    let hurt = |e: &Effect| matches!(e.harm, Harm::Killed | Harm::Injured | Harm::Casualties) || abducted(e);
    let mut add = |sign: &str, holds: bool| {
        if holds {
            signs.push(sign.to_owned());
        }
    };
    let parties = || claim.actors.iter().filter(|a| matches!(a.role, Role::Agent | Role::Target));
    let nobody_armed = !parties().any(|a| a.side.is_armed());
    add("nobody armed", nobody_armed);
    // "The drivers threatened each other": a quarrel told in a report about a court; bombs are another matter.
    let quarrel = nobody_armed && !claim.effects.iter().any(hurt) && !BOMBS.contains(&claim.kind.as_str());
    add("hardly conflict, nobody armed or hurt", hardly && quarrel);
    // "A driver was arrested after a chase": a report without a word of conflict where nobody is hurt.
    add("conflict nowhere, nobody hurt", no_conflict && !claim.effects.iter().any(hurt));
    // "A lawyer was gunned down by two men": whom politics or the public knows is not shot over a purse.
    add(
        "public person hurt",
        AGAINST_ONE.contains(&claim.kind.as_str()) && hurts_public_person(claim, weighing),
    );
    // "Officers fired on the strikers, killing 34": of police and gunmen, whoever else is named.
    let doer = claim.actors.iter().any(|a| a.role == Role::Agent);
    // "Accused the guards of torturing the prisoners": whoever is abused is hurt.
    let abused = claim.kind == "abuse" && claim.actors.iter().any(|a| a.role == Role::Target);
    add("people hurt by somebody", doer && nobody_fights && (abused || claim.effects.iter().any(hurt)));
    // "A court jailed two men for the bombing": the words of the court are the claim's own.
    add("trial told", claim.kind == "sanction" && telling.iter().any(|s| s == "sentence: court"));
    add("no place", claim.places.is_empty());
    add("harm counted", claim.effects.iter().any(|e| !e.count.is_unstated()));
    add("attributed", !claim.sources.is_empty());
    add("ahead", matches!(claim.status, Status::Planned | Status::Expected));
    add("told again", tellings > 1);
    signs
}
