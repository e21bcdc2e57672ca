//! One draft per occurrence: its own values only, each from its own sentence. [`victims`] and [`wording`] show whether it
//! goes on with what was told, [`repeated`] which sentences are printed twice, [`scenes`] where
//! the text has moved to.

mod repeated;
mod scenes;
mod victims;
mod wording;

use super::asides::is_aside;
use super::hints::{self, Hints};
use super::{Known, actors, effects, phrase, places, quote, times};
use crate::attribution::Attributions;
use crate::modality::modality_of_kind;
use crate::occurrence::Occurrence;
use crate::occurrences::draft::stands_alone;
use crate::occurrences::link::is_days_before;
use crate::weighing::Around;
use crate::weighing::signs;
use ascribe_model::{Claim, Count, Evidence, Place, Role, Source, Span, Status, Time, Upos};
use victims::{killed_some, known_victims, more_victims, new_victims, persons, targets, victims_since};
use wording::{
    follows, had_before, holds_other_ground, in_when, is_apart, is_attempt, is_denied, is_long_sum,
    is_measure, is_salvo, is_told_of, opens_new, sets_apart, sums_all, times_told,
};

/// A claim in the making, with what decides whether it tells of the same occurrence as another.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The claim with its own values.
    pub claim: Claim,
    /// Sentence index.
    pub sentence: usize,
    /// Head token of the trigger.
    pub head: usize,
    /// Passage index: paragraphs bound how far values carry.
    pub passage: usize,
    /// Item of a digest that it stands in; 0 for running text.
    pub item: usize,
    /// Passage of the heading above it.
    pub heading: Option<usize>,
    /// Lemma of the trigger's head.
    pub lemma: String,
    /// True where the trigger points back: "the attack", "this operation".
    pub points_back: bool,
    /// True where the trigger is a noun.
    pub noun: bool,
    /// False for a bare mention ("after the attack"): it adds to what is told elsewhere or is dropped.
    pub stands_alone: bool,
    /// True where only harm is told ("two soldiers were also wounded").
    pub bare_harm: bool,
    /// True where it is only what something else is measured by: "the worst since the blasts of 1993".
    pub looked_back: bool,
    /// "After the murder of a captain": true for the murder.
    pub goes_before: bool,
    /// "Days after a raid": true for the raid, which is not what the sentence tells.
    pub days_before: bool,
    /// True where its victims are told of for the first time: "a man was arrested".
    pub new_victims: bool,
    /// True where it only lays what was told before at somebody's door.
    pub refers: bool,
    /// True for a toll of months or years, which is of no one deed told beside it.
    pub sums_up: bool,
    /// True where its sentence opens something new: "in a separate attack", "meanwhile, another bomb".
    pub opens_new: bool,
    /// True where it was done with many drones or missiles, which came down in many places.
    pub salvo: bool,
    /// True for what had happened earlier: "had earlier taken the port".
    pub had_before: bool,
    /// True where its sentence says that it is another matter: "separately", "in a separate incident".
    pub apart: bool,
    /// True where its sentence says that it is another: "in a separate attack".
    pub sets_apart: bool,
    /// True where its words name who does it.
    pub own_party: bool,
    /// How many occurrences the trigger counts: "23 strikes".
    pub times_told: Option<Count>,
    /// Persons by name that it was done to.
    pub persons: Vec<String>,
    /// True where it stands in a clause with "when".
    pub in_when: bool,
    /// True where its victims are known already: "the soldiers were kidnapped on a road".
    pub known_victims: bool,
    /// Where the victims are a pronoun: the sentence that first tells of them.
    pub victims_since: Option<usize>,
    /// "Seven people were killed in all": of all that was told.
    pub in_all: bool,
    /// "A part of the zone is held by the Front": ground that its words tell of, though by no name.
    pub holds_other_ground: bool,
    /// Where what the text tells of lies, since a sentence that opens with "In Keld".
    pub scene: Vec<Place>,
    /// Places that its words only hint at.
    pub hints: Hints,
    /// Places that its words name and no gazetteer knows.
    pub unlocated: Vec<Place>,
    /// Signs of its words, for the weighing.
    pub(crate) signs: Vec<String>,
}

impl Draft {
    /// True where what this draft tells may be meant by the other: items of a digest say nothing of each other.
    pub fn reaches(&self, other: &Draft) -> bool {
        self.item == 0 || self.item == other.item
    }

    /// True where a sentence stands in the item and under the heading of this draft.
    pub fn passage_reaches(&self, known: &Known, sentence: &ascribe_model::Sentence) -> bool {
        let outline = known.report.outline();
        outline.item(sentence.passage) == self.item && outline.heading(sentence.passage) == self.heading
    }
}

/// Drafts of all occurrences, in text order.
pub(crate) fn drafts(known: &Known, around: &Around) -> Vec<Draft> {
    let outline = known.report.outline();
    let repeated = repeated::sentences(known.analysis);
    let told = known.occurrences.iter().filter(|o| !repeated.contains(&o.sentence));
    let mut drafts: Vec<Draft> = told.filter_map(|o| draft(known, o, around)).collect();
    for draft in &mut drafts {
        draft.item = outline.item(draft.passage);
        draft.heading = outline.heading(draft.passage);
    }
    scenes::set(known, &mut drafts);
    drafts
}

fn draft(known: &Known, occurrence: &Occurrence, around: &Around) -> Option<Draft> {
    let sentence = known.analysis.sentences.get(occurrence.sentence)?;
    let head = sentence.tokens.get(occurrence.head)?;
    let attribution = known.attributions.of(occurrence.sentence, occurrence.head);
    let modality = modality_of_kind(
        known.report,
        known.analysis,
        known.attributions,
        occurrence.sentence,
        occurrence.head,
        &occurrence.kind,
        known.modality,
    );
    let mut sources = attribution.map(|a| a.sources.clone()).unwrap_or_default();
    sources.iter_mut().for_each(|s| without_time(known, s));
    if sources.is_empty() {
        sources = tellers(known, occurrence);
    }
    let source_spans: Vec<_> = sources.iter().filter_map(|s| s.span).collect();
    let mut parties = actors::of(known, occurrence);
    actors::without_tellers(&mut parties, &sources);
    let mut effects = effects::of(known, occurrence, &parties);
    let nobody = occurrence.bare_harm && effects::are_none(&effects);
    if nobody {
        parties.retain(|a| a.role != Role::Target);
    } else {
        actors::victims_as_targets(known, occurrence, &mut parties);
        actors::of_one_group(&mut parties, &mut effects);
    }
    let trigger_span = sentence.span_of(occurrence.trigger);
    let span = quote::of(known, occurrence);
    let mut evidence = vec![];
    if let Some(a) = attribution {
        evidence.push(Evidence { field: "sources".into(), span: a.cue, rule: a.rule.clone() });
    }
    if let Some(at) = modality.stance_evidence {
        evidence.push(Evidence { field: "stance".into(), span: at, rule: modality.rule.clone() });
    }
    if let Some(at) = modality.status_cue {
        evidence.push(Evidence { field: "status".into(), span: at, rule: modality.rule.clone() });
    }
    // "There were no casualties among the fighters, but two farmers were hurt": told, and nothing is denied.
    let some = occurrence.bare_harm && effects.iter().any(|e| effects::are_none(std::slice::from_ref(e)));
    let status = if nobody || some { Status::Happened } else { status(occurrence, modality.status) };
    // "A bomb under his car failed to go off": it was to.
    let failed = |cue| known.report.words(cue).to_lowercase().starts_with("fail");
    let dud = occurrence.kind == "explosion" && modality.status_cue.is_some_and(failed);
    let status = if dud && status == Status::Denied { Status::Planned } else { status };
    let tried = modality.status_cue.is_some_and(|cue| is_attempt(known.report.words(cue)));
    // "Students tried to march on the palace and were beaten back": they were in the street.
    let came_out = tried && occurrence.kind == "protest" && status == Status::Planned;
    let hurt = tried && !occurrence.bare_harm && killed_some(&effects);
    let status = if hurt || came_out { Status::Happened } else { status };
    let time = times::of(known, occurrence, attribution.map(|a| a.cue)).unwrap_or_default();
    let carried_out = status == Status::Planned
        && modality.status_cue.is_some_and(|cue| known.report.words(cue).to_lowercase().starts_with("plan"))
        && matches!(head.upos, Upos::Noun | Upos::Propn)
        && is_past(known, &time);
    let status = if carried_out { Status::Happened } else { status };
    // "Plans to kill the mayor", "denied having killed him": nobody has been.
    let done = matches!(status, Status::Happened | Status::Ongoing);
    let effects = if done { effects } else { vec![] };
    // "Nearly 300 people have died since the vote of 27 December": in more than one deed.
    let since = time.text.as_deref().is_some_and(|t| t.to_lowercase().starts_with("since"));
    let counts_since = since && occurrence.bare_harm;
    // "He said that men from Keld were responsible": not where it happened.
    let told = if occurrence.refers {
        places::Told::default()
    } else {
        places::of(known, occurrence, &source_spans, attribution.map(|a| a.cue))
    };
    let mut claim = Claim {
        quote: known.report.words(span).to_owned(),
        trigger: known.report.words(trigger_span).to_owned(),
        kind: occurrence.kind.clone(),
        status,
        aggregate: !(nobody || some) && occurrence.aggregate.unwrap_or(modality.aggregate || counts_since),
        stance: attribution
            .and_then(|a| a.stance)
            .filter(|_| modality.stance == Default::default())
            .unwrap_or(modality.stance),
        places: told.located,
        time,
        sources,
        actors: parties,
        effects,
        means: occurrence.means.clone(),
        span,
        trigger_span,
        rule: occurrence.rule.clone(),
        confidence: occurrence.confidence,
        evidence,
        ..Claim::default()
    };
    for place in told.listed {
        let field = format!("places/{}", claim.places.len());
        let rule = "carried over: in no gazetteer; set where the place listed with it is".into();
        claim.evidence.extend(place.span.map(|span| Evidence { field, span, rule }));
        claim.places.push(place);
    }
    let determiner = phrase::determiner(sentence, occurrence.head);
    // "Three more were killed on Friday evening in a mortar attack": one of its own, by place or by time.
    let another = matches!(determiner.as_str(), "a" | "an") && claim.time.text.is_some();
    let more_elsewhere = (!claim.places.is_empty() || another) && more_victims(sentence, occurrence);
    // "The deaths raised to 31 the number of officers killed": whatever was told before is but a part of them.
    let sums_up = occurrence.bare_harm && (is_long_sum(&claim) || occurrence.aggregate == Some(true));
    if sums_up {
        claim.aggregate = true;
        if claim.kind == "assassination" {
            claim.kind = "attack".into();
        }
    }
    let targets = targets(&claim);
    let told_by_another =
        is_told_of(sentence, occurrence.head, &claim) || is_denied(sentence, occurrence, &claim);
    Some(Draft {
        in_when: in_when(sentence, occurrence.head),
        claim,
        sentence: occurrence.sentence,
        head: occurrence.head,
        passage: sentence.passage,
        item: 0,
        heading: None,
        lemma: head.lemma.to_lowercase(),
        points_back: matches!(determiner.as_str(), "the" | "this" | "that" | "these" | "those"),
        noun: matches!(head.upos, Upos::Noun | Upos::Propn),
        stands_alone: (stands_alone(occurrence, known.grounding) && !nobody || told_by_another)
            && !is_aside(known, occurrence, &modality),
        persons: persons(known, occurrence, &targets),
        known_victims: known_victims(sentence, occurrence),
        victims_since: victims_since(known, occurrence),
        in_all: sums_all(sentence),
        holds_other_ground: holds_other_ground(sentence, occurrence),
        own_party: occurrence.role("agent").next().is_some(),
        times_told: times_told(known, occurrence),
        bare_harm: occurrence.bare_harm,
        refers: occurrence.refers,
        looked_back: is_measure(sentence, occurrence.head),
        goes_before: follows(sentence, occurrence.head, &["after", "following"]),
        days_before: is_days_before(occurrence, known.analysis),
        new_victims: new_victims(sentence, occurrence),
        sums_up,
        scene: Vec::new(),
        hints: hints::of(known, occurrence, &source_spans),
        unlocated: told.unlocated,
        signs: signs::of_telling(known, occurrence, around),
        opens_new: opens_new(sentence),
        salvo: is_salvo(known, occurrence),
        had_before: had_before(sentence, occurrence.head),
        apart: is_apart(sentence),
        sets_apart: sets_apart(known, sentence, occurrence) || more_elsewhere,
    })
}

/// "He is suspected of planning the June 28 attack": what has a day before the report's was carried out.
fn is_past(known: &Known, time: &Time) -> bool {
    let ends = time.interval.to.zip(known.report.metadata.anchor());
    ends.is_some_and(|(end, now)| end < now)
}

/// "Police blamed the rebels": whoever lays the deed at their door tells of it.
fn tellers(known: &Known, occurrence: &Occurrence) -> Vec<Source> {
    let teller = |at| {
        let lists = known.attribution_lists;
        Attributions::speaker(known.report, known.analysis, known.grounding, lists, at)
    };
    // "The army claims full control of Keld": who claims tells it.
    let sentence = known.analysis.sentences.get(occurrence.sentence);
    let claims = sentence.and_then(|s| s.tokens.get(occurrence.head)).is_some_and(|t| t.lemma == "claim");
    let role = if claims { "agent" } else { "teller" };
    occurrence.role(role).filter_map(|fill| teller((fill.sentence, fill.head))).collect()
}

/// "The army on Monday denied": the day of speaking is no part of the speaker's name.
fn without_time(known: &Known, source: &mut Source) {
    let Some(span) = source.span else { return };
    let time = known.grounding.times.iter().find(|t| span.start < t.span.start && t.span.end == span.end);
    let Some(time) = time else { return };
    let words = known.report.words(time.span).trim();
    if let Some(name) = source.name.strip_suffix(words) {
        source.name = name.trim_end().trim_end_matches(" on").trim_end_matches(',').to_owned();
        source.span = Some(Span::new(span.start, time.span.start));
    }
}

/// A rule may know better than mood: a verb of planning in the rule's own trigger.
fn status(occurrence: &Occurrence, mood: Status) -> Status {
    match occurrence.status {
        Some(by_rule) if mood == Status::Happened => by_rule,
        // "We will not tolerate attacks", "we will strike": the threat is made, whatever is to come of it.
        Some(Status::Happened) => Status::Happened,
        _ => mood,
    }
}
