//! The time of an occurrence: the time words that hang on its trigger, never those of the speaking.

use super::Known;
use super::attach::{Way, ancestors, way};
use crate::occurrence::Occurrence;
use crate::vocabulary::{self, Class};
use ascribe_model::{Interval, Sentence, Span, Time, TimeMention, Upos};
use std::ops::Range;

const REACH: usize = 8;

/// The time of one occurrence. `cue` is the span of the words that say who tells it: a time that hangs on
/// them ("said on Monday") is the time of speaking.
pub fn of(known: &Known, occurrence: &Occurrence, cue: Option<Span>) -> Option<Time> {
    let sentence = known.analysis.sentences.get(occurrence.sentence)?;
    let triggers: Vec<Range<usize>> = known
        .occurrences
        .iter()
        .filter(|o| o.sentence == occurrence.sentence)
        .map(|o| o.trigger.range())
        .collect();
    let own = occurrence.trigger.range();
    let all: Vec<(Way, &TimeMention)> = known
        .grounding
        .times
        .iter()
        .filter(|t| t.sentence == occurrence.sentence && t.head < sentence.tokens.len())
        .filter(|t| {
            !of_speaking(known, occurrence, t, cue)
                && !of_looking_into(sentence, occurrence.head, t)
                && !of_somebody(sentence, t.head, occurrence.head, &triggers)
        })
        .map(|t| (way(sentence, t.head, occurrence.head, &own, &triggers), t))
        .filter(|(w, _)| w.length <= REACH && w.through <= 1)
        .filter(|(w, t)| w.through == 0 || !is_of_main_clause(sentence, t.head, occurrence.head))
        .collect();
    let best = all.iter().min_by_key(|(w, t)| (*w, t.tokens.start))?.1;
    // "Nearly 300 have died since a judge was shot on 27 December".
    if let Some(since) = clause_since(sentence, occurrence.head, best.head) {
        // "Set fire to a platform, the fifth raid since the army began a campaign last month": when that began.
        if !occurrence.bare_harm && occurrence.aggregate != Some(true) {
            return None;
        }
        let span = Span::new(sentence.tokens[since].span.start, best.span.end);
        let interval = Interval { from: best.interval.from, to: None };
        return Some(Time { text: Some(known.report.words(span).to_owned()), interval, span: Some(span) });
    }
    // "Apologised today for a raid that killed nine boys on 1 March": when the raid was.
    let under = |t: usize| t != occurrence.head && ancestors(sentence, t).contains(&occurrence.head);
    let below = all
        .iter()
        .filter(|(w, t)| w.through == 0 && under(t.head) && is_day(t.interval))
        .min_by_key(|(w, _)| *w);
    let best = if under(best.head) { best } else { below.map_or(best, |(_, t)| t) };
    // "The 2009 station bombing took place on 14 February 2009": the day says more.
    let finer = all.iter().find(|(w, t)| w.through == 0 && lies_in(t.interval, best.interval));
    Some(from_mention(known, finer.map_or(best, |(_, t)| t)))
}

/// "The president referred today to the murder", "those investigating the murder today issued a warrant": when it was spoken
/// of or looked into.
fn of_looking_into(sentence: &Sentence, trigger: usize, time: &TimeMention) -> bool {
    let up = ancestors(sentence, trigger);
    let noun = matches!(sentence.tokens[trigger].upos, Upos::Noun | Upos::Propn);
    let verb = up.iter().position(|&t| t != trigger && sentence.tokens[t].upos == Upos::Verb);
    let looks = |at: usize| vocabulary::is(Class::LooksInto, &sentence.tokens[up[at]].lemma.to_lowercase());
    let Some(at) = verb.filter(|&at| noun && looks(at)) else { return false };
    let governor = ancestors(sentence, time.head).into_iter().find(|&t| !time.tokens.contains(t));
    governor.is_some_and(|g| up.iter().skip(at).any(|&t| t == g))
}

/// The "since" of a clause under the trigger that holds the time.
fn clause_since(sentence: &Sentence, trigger: usize, time: usize) -> Option<usize> {
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, time).into_iter().take_while(|t| !up.contains(t));
    let mut clauses = own.filter(|&t| ["advcl", "acl"].iter().any(|r| sentence.relation_is(t, r)));
    let mark = |t: usize| {
        sentence.children(t).find(|&c| {
            sentence.relation_is(c, "mark") && sentence.tokens[c].text.eq_ignore_ascii_case("since")
        })
    };
    clauses.find_map(mark)
}

fn is_day(interval: Interval) -> bool {
    interval.from.is_some() && interval.from == interval.to
}

/// True where the one is a part of the other, and both have two ends.
fn lies_in(part: Interval, whole: Interval) -> bool {
    let ends = |i: Interval| i.from.zip(i.to);
    ends(part).zip(ends(whole)).is_some_and(|((a, b), (c, d))| c <= a && b <= d && (a, b) != (c, d))
}

/// "Officials blamed the Front, which fought the army last year": when somebody did something else.
fn of_somebody(sentence: &Sentence, time: usize, trigger: usize, triggers: &[Range<usize>]) -> bool {
    let up = ancestors(sentence, trigger);
    // "A candidate in next month's elections": when the elections are.
    let owned = sentence.relation_is(time, "nmod:poss")
        && sentence.tokens[time].head.is_some_and(|h| !up.contains(&h));
    if owned {
        return true;
    }
    let own: Vec<usize> = ancestors(sentence, time).into_iter().take_while(|t| !up.contains(t)).collect();
    let relative = own.iter().copied().find(|&t| sentence.tokens[t].deprel == "acl:relcl");
    // "Arrested two men who confessed to a killing in May".
    let relative = relative.filter(|_| own.iter().any(|t| triggers.iter().any(|other| other.contains(t))));
    // "In an attack that came on Monday": the clause tells of it.
    relative.and_then(|t| sentence.tokens[t].head).is_some_and(|who| who != trigger)
}

/// "Hostages seized in the raid were freed on Friday": when they were freed.
fn is_of_main_clause(sentence: &Sentence, time: usize, trigger: usize) -> bool {
    let participle = sentence.relation_is(trigger, "acl") && sentence.tokens[trigger].deprel == "acl";
    let outside = !ancestors(sentence, time).contains(&trigger);
    let of_verb = sentence.tokens[time].head.is_some_and(|v| sentence.tokens[v].upos == Upos::Verb);
    participle && outside && of_verb
}

fn from_mention(known: &Known, mention: &TimeMention) -> Time {
    Time {
        text: Some(known.report.words(mention.span).to_owned()),
        interval: mention.interval,
        span: Some(mention.span),
    }
}

/// True where the time's governor is a cue of speech and the trigger is not that governor.
fn of_speaking(known: &Known, occurrence: &Occurrence, time: &TimeMention, cue: Option<Span>) -> bool {
    let (Some(cue), Some(sentence)) = (cue, known.analysis.sentences.get(time.sentence)) else {
        return false;
    };
    let up = ancestors(sentence, time.head);
    let governor = up.iter().copied().find(|&t| !time.tokens.contains(t));
    governor.is_some_and(|g| {
        let speaks = cue.overlaps(sentence.tokens[g].span);
        speaks && !occurrence.trigger.contains(g)
    })
}
