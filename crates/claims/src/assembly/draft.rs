//! One draft per occurrence: its own values only, each from its own sentence.

use super::asides::is_aside;
use super::hints::{self, Hints};
use super::{Known, actors, effects, phrase, places, quote, times};
use crate::attribution::Attributions;
use crate::modality::modality_of_kind;
use crate::occurrence::{Occurrence, RoleFill};
use crate::occurrences::draft::stands_alone;
use crate::weighing::Around;
use crate::weighing::signs;
use ascribe_model::{Claim, Count, Effect, Evidence, Harm, Place, Role, Source, Span, Status, Upos};

/// Words that set what follows apart from what was told.
const OPENS_NEW: [&str; 9] =
    ["another", "separate", "separately", "elsewhere", "second", "meanwhile", "earlier", "later", "similar"];

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
    /// True where its victims are told of for the first time: "a man was arrested".
    pub new_victims: bool,
    /// True where it only lays what was told before at somebody's door.
    pub refers: bool,
    /// True for a toll of months or years, which is of no one deed told beside it.
    pub sums_up: bool,
    /// True where its sentence opens something new: "in a separate attack", "meanwhile, another bomb".
    pub opens_new: bool,
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
    let mut drafts: Vec<Draft> = known.occurrences.iter().filter_map(|o| draft(known, o, around)).collect();
    for draft in &mut drafts {
        draft.item = outline.item(draft.passage);
        draft.heading = outline.heading(draft.passage);
    }
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
    let effects = effects::of(known, occurrence, &parties);
    let nobody = occurrence.bare_harm && effects::are_none(&effects);
    if nobody {
        parties.retain(|a| a.role != Role::Target);
    } else {
        actors::victims_as_targets(known, occurrence, &mut parties);
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
    let status = if nobody { Status::Happened } else { status(occurrence, modality.status) };
    let tried = modality.status_cue.is_some_and(|cue| is_attempt(known.report.words(cue)));
    let status =
        if tried && !occurrence.bare_harm && killed_some(&effects) { Status::Happened } else { status };
    // "Plans to kill the mayor": nobody has been.
    let effects = if matches!(status, Status::Planned | Status::Expected) { vec![] } else { effects };
    let time = times::of(known, occurrence, attribution.map(|a| a.cue)).unwrap_or_default();
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
        aggregate: !nobody && occurrence.aggregate.unwrap_or(modality.aggregate || counts_since),
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
    let determiner = phrase::determiner(sentence, occurrence.head);
    let more_elsewhere = !claim.places.is_empty() && more_victims(sentence, occurrence);
    let sums_up = occurrence.bare_harm && is_long_sum(&claim);
    if sums_up {
        claim.aggregate = true;
        if claim.kind == "assassination" {
            claim.kind = "attack".into();
        }
    }
    let targets = targets(&claim);
    let told_by_another = is_told_of(sentence, occurrence.head, &claim);
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
        own_party: occurrence.role("agent").next().is_some(),
        times_told: times_told(known, occurrence),
        bare_harm: occurrence.bare_harm,
        refers: occurrence.refers,
        looked_back: is_measure(sentence, occurrence.head),
        new_victims: new_victims(sentence, occurrence),
        sums_up,
        hints: hints::of(known, occurrence, &source_spans),
        unlocated: told.unlocated,
        signs: signs::of_telling(known, occurrence, around),
        opens_new: says(sentence, &OPENS_NEW),
        sets_apart: sets_apart(known, sentence, occurrence) || more_elsewhere,
    })
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

/// "Since 1991 the Front has killed 900", "terror has taken 600 lives so far this year": a toll of months or years, of many
/// deeds by many.
fn is_long_sum(claim: &Claim) -> bool {
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

/// "A military source said that *the clash* occurred in Mora at dusk": another teller of it, with something to tell.
fn is_told_of(sentence: &ascribe_model::Sentence, head: usize, claim: &Claim) -> bool {
    let verb = sentence.tokens[head].head.filter(|_| sentence.relation_is(head, "nsubj"));
    let said =
        verb.is_some_and(|v| sentence.relation_is(v, "ccomp") && sentence.tokens[v].upos == Upos::Verb);
    let told = claim.places.iter().any(|p| !p.is_direction()) || claim.time.text.is_some();
    said && told && !claim.sources.is_empty()
}

fn is_attempt(cue: &str) -> bool {
    let cue = cue.to_lowercase();
    ["tri", "try", "attempt"].iter().any(|stem| cue.starts_with(stem))
}

/// "They had tried to storm the post, killing two guards": what was tried was done to them.
fn killed_some(effects: &[Effect]) -> bool {
    effects.iter().any(|e| matches!(e.harm, Harm::Killed | Harm::Injured) && e.count.min >= Some(1))
}

/// "23 strikes": how many occurrences the trigger itself counts.
fn times_told(known: &Known, occurrence: &Occurrence) -> Option<Count> {
    let counts = known.grounding.counts.iter();
    let mut here = counts.filter(|c| c.sentence == occurrence.sentence && c.counted == occurrence.head);
    here.next().map(|c| c.count).filter(|c| !c.is_unstated())
}

fn says(sentence: &ascribe_model::Sentence, words: &[&str]) -> bool {
    sentence.tokens.iter().any(|t| words.contains(&t.text.to_lowercase().as_str()))
}

/// "In all", "in total", "altogether".
fn sums_all(sentence: &ascribe_model::Sentence) -> bool {
    let pair = |w: &[ascribe_model::Token]| {
        w[0].text.eq_ignore_ascii_case("in") && matches!(w[1].text.as_str(), "all" | "total")
    };
    let ends =
        |w: &[ascribe_model::Token]| w.get(2).is_none_or(|t| t.upos == Upos::Punct || t.upos == Upos::Adp);
    let all = |at: usize| sentence.tokens.get(at..).is_some_and(|w| w.len() > 1 && pair(w) && ends(w));
    says(sentence, &["altogether", "overall"]) || (0..sentence.tokens.len()).any(all)
}

/// "In another incident", "a separate attack", "went off at another hotel"; not "and another insurgent".
fn sets_apart(known: &Known, sentence: &ascribe_model::Sentence, occurrence: &Occurrence) -> bool {
    const CASES: [&str; 6] = ["incident", "attack", "case", "event", "development", "operation"];
    sentence.tokens.iter().any(|t| match t.text.to_lowercase().as_str() {
        "separate" | "separately" | "elsewhere" => true,
        "another" => t.head.is_some_and(|h| {
            h == occurrence.head
                || CASES.contains(&sentence.tokens[h].lemma.to_lowercase().as_str())
                || occurrence.roles.iter().any(|r| r.head == h && is_spot(r, known))
        }),
        _ => false,
    })
}

/// A place or a thing, no people: "another village", "another clinic".
fn is_spot(role: &crate::occurrence::RoleFill, known: &Known) -> bool {
    let people = known.grounding.actors.iter().any(|a| a.sentence == role.sentence && a.head == role.head);
    matches!(role.role.as_str(), "place" | "target" | "destroyed") && !people
}

/// "Five more farmers were killed in the next village": others than those told of.
fn more_victims(sentence: &ascribe_model::Sentence, occurrence: &Occurrence) -> bool {
    let more =
        |head: usize| sentence.children(head).any(|c| sentence.tokens[c].text.eq_ignore_ascii_case("more"));
    let here = |r: &&crate::occurrence::RoleFill| {
        r.sentence == occurrence.sentence && r.head < sentence.tokens.len()
    };
    occurrence.roles.iter().filter(|r| VICTIMS.contains(&r.role.as_str())).filter(here).any(|r| more(r.head))
}

const VICTIMS: [&str; 4] = ["target", "killed", "injured", "captured"];

/// The named persons among those that it was done to.
fn persons(known: &Known, occurrence: &Occurrence, targets: &[String]) -> Vec<String> {
    let hit = |m: &&ascribe_model::ActorMention| {
        m.person
            && m.named
            && occurrence
                .roles
                .iter()
                .any(|r| VICTIMS.contains(&r.role.as_str()) && r.sentence == m.sentence && r.head == m.head)
    };
    // "He was attacked": the person whom the pronoun stands for.
    let meant = |m: &&ascribe_model::ActorMention| m.person && m.named && targets.contains(&m.name);
    let mut names: Vec<String> =
        known.grounding.actors.iter().filter(|m| hit(m) || meant(m)).map(|m| m.name.clone()).collect();
    names.dedup();
    names
}

/// Names of those that it was done to, pronouns resolved.
fn targets(claim: &Claim) -> Vec<String> {
    claim.actors.iter().filter(|a| a.role == Role::Target).map(|a| a.name.clone()).collect()
}

/// "He escaped an attack when his car *was ambushed*": a clause that says when, of what the clause above tells.
fn in_when(sentence: &ascribe_model::Sentence, head: usize) -> bool {
    sentence.relation_is(head, "advcl")
        && sentence.children(head).any(|c| sentence.tokens[c].text.eq_ignore_ascii_case("when"))
}

/// "The worst attack since the blasts of 1993".
fn is_measure(sentence: &ascribe_model::Sentence, head: usize) -> bool {
    let noun = matches!(sentence.tokens[head].upos, Upos::Noun | Upos::Propn);
    noun && sentence
        .children(head)
        .any(|c| sentence.relation_is(c, "case") && sentence.tokens[c].text.eq_ignore_ascii_case("since"))
}

/// "A man", "a woman", one only.
fn new_victims(sentence: &ascribe_model::Sentence, occurrence: &Occurrence) -> bool {
    let victims = || {
        occurrence
            .roles
            .iter()
            .filter(|r| VICTIMS.contains(&r.role.as_str()) && r.head < sentence.tokens.len())
    };
    victims().next().is_some()
        && victims().all(|r| matches!(phrase::determiner(sentence, r.head).as_str(), "a" | "an"))
}

/// "The soldiers", "these men", "they".
fn known_victims(sentence: &ascribe_model::Sentence, occurrence: &Occurrence) -> bool {
    let mut victims = occurrence
        .roles
        .iter()
        .filter(|r| VICTIMS.contains(&r.role.as_str()) && r.head < sentence.tokens.len())
        .peekable();
    victims.peek().is_some()
        && victims.all(|r| {
            let pronoun = sentence.tokens[r.head].upos == Upos::Pron;
            pronoun || matches!(phrase::determiner(sentence, r.head).as_str(), "the" | "these" | "those")
        })
}

/// "Fighters were sent to Keld. Nine of them have been killed": nobody before told of the fighters.
fn victims_since(known: &Known, occurrence: &Occurrence) -> Option<usize> {
    let sentence = known.analysis.sentences.get(occurrence.sentence)?;
    let pronoun = |t: usize| sentence.tokens.get(t).is_some_and(|t| t.upos == Upos::Pron);
    let of = |r: &RoleFill| {
        let below = || sentence.child(r.head, &["nmod"]).filter(|t| pronoun(*t));
        if pronoun(r.head) { Some(r.head) } else { below() }
    };
    let mut victims = occurrence.roles.iter().filter(|r| VICTIMS.contains(&r.role.as_str()));
    let who = victims.find_map(of)?;
    let chain = known.analysis.chain_of(occurrence.sentence, who)?;
    chain.mentions.iter().map(|m| m.sentence).min()
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
        // "Will not tolerate attacks": the threat is made, though its words say no.
        Some(Status::Happened) if mood == Status::Denied => Status::Happened,
        _ => mood,
    }
}
