//! The time of an occurrence: the time words that hang on its trigger, never those of the speaking.

use super::Known;
use super::attach::{Way, ancestors, way};
use crate::occurrence::{Occurrence, RoleFill};
use crate::occurrences::draft::HARMS;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_model::{Interval, Sentence, Span, Time, TimeMention, Upos};
use std::ops::Range;

const REACH: usize = 8;

const A_MONTH: i32 = 31;

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
                && !is_term(sentence, t)
                && !is_of_clause_after(sentence, t, occurrence.head)
                && !is_dateline(sentence, t)
                && !of_looking_into(sentence, occurrence.head, t)
                && !is_of_clause_above(sentence, t.head, occurrence.head)
                && !of_somebody(sentence, t, occurrence, &triggers)
                && !is_behind_semicolon(sentence, t, occurrence)
        })
        .map(|t| (way(sentence, t.head, occurrence.head, &own, &triggers), t))
        .filter(|(w, _)| w.length <= REACH && w.through <= 1)
        .filter(|(w, t)| w.through == 0 || !is_of_main_clause(sentence, t.head, occurrence.head))
        .collect();
    // "Held the town for five hours on Sunday": when, rather than how long.
    let short = all.iter().any(|(_, t)| t.interval.is_within_days(A_MONTH));
    let length = |t: &TimeMention| short && t.interval.is_unknown();
    let best = all.iter().min_by_key(|(w, t)| (w.through, length(t), *w, t.tokens.start))?.1;
    if is_ordinal_of_period(sentence, occurrence.head, best) {
        return None;
    }
    // "Since a truce was signed in December": it was signed in December, and the rest goes on since.
    if let Some(begins) = begins_it(sentence, occurrence, best) {
        return Some(begins);
    }
    // "Nearly 300 have died since a judge was shot on 27 December".
    if let Some(since) = clause_since(sentence, occurrence.head, best.head) {
        // "Set fire to a platform, the fifth raid since the army began a campaign last month": when that began.
        let goes_on = occurrence.bare_harm || occurrence.aggregate == Some(true);
        if !goes_on && !is_perfect(sentence, occurrence.head) {
            return None;
        }
        let span = Span::new(sentence.tokens[since].span.start, best.span.end);
        let from = best.interval.from;
        let to = known.report.metadata.anchor().filter(|day| from.is_none_or(|from| from <= *day));
        let interval = Interval { from, to };
        return Some(Time { text: Some(known.report.words(span).to_owned()), interval, span: Some(span) });
    }
    // "Apologised today for a raid that killed nine boys on 1 March": when the raid was.
    let under = |t: usize| t != occurrence.head && ancestors(sentence, t).contains(&occurrence.head);
    let below = all
        .iter()
        .filter(|(w, t)| w.through == 0 && under(t.head) && t.interval.is_within_days(1))
        .min_by_key(|(w, _)| *w);
    let best = if under(best.head) { best } else { below.map_or(best, |(_, t)| t) };
    // "The 2009 station bombing took place on 14 February 2009": the day says more.
    let finer = all.iter().find(|(w, t)| w.through == 0 && lies_in(t.interval, best.interval));
    let best = finer.map_or(best, |(_, t)| *t);
    let told = when_of_since(sentence, occurrence.head, best);
    let compares = || told.is_none() && is_of_comparison(known, sentence, best);
    (!compares()).then(|| told.clone().unwrap_or_else(|| from_mention(known, best)))
}

/// "Has bombed two towns and shelled a third".
fn is_perfect(sentence: &Sentence, trigger: usize) -> bool {
    let first = |t: &usize| sentence.tokens[*t].head.filter(|_| sentence.relation_is(*t, "conj"));
    std::iter::successors(Some(trigger), first).take(4).any(|t| {
        let have = |c: usize| matches!(sentence.tokens[c].text.to_lowercase().as_str(), "has" | "have");
        sentence.children(t).any(|c| sentence.relation_is(c, "aux") && have(c))
    })
}

/// "The raid came six days after a minister was killed": when he was, and not when the raid was.
fn is_of_clause_after(sentence: &Sentence, time: &TimeMention, trigger: usize) -> bool {
    let after = time.tokens.end;
    let counted = time.value.starts_with('P')
        && !time.interval.is_unknown()
        && sentence.tokens.get(after).is_some_and(|t| t.text.eq_ignore_ascii_case("after"));
    counted && !ancestors(sentence, trigger).into_iter().any(|t| sentence.tokens[after].head == Some(t))
}

/// "KELD, Feb. 10 (Agency) -- Nine were shot": when it was written.
fn is_dateline(sentence: &Sentence, time: &TimeMention) -> bool {
    const NAME: usize = 5;
    let word = |at: usize| sentence.tokens.get(at).map_or("", |t| t.text.as_str());
    let end = time.tokens.end;
    let closed = (end + 1..=end + 1 + NAME).find(|&at| word(at) == ")");
    word(end) == "(" && closed.is_some_and(|at| matches!(word(at + 1), "-" | "--" | "–" | "—"))
}

/// "It was the 29th attack on the pipeline this year": how many there were in that time.
fn is_ordinal_of_period(sentence: &Sentence, trigger: usize, time: &TimeMention) -> bool {
    let ordinal = |c: usize| {
        let text = sentence.tokens[c].text.to_lowercase();
        let digits = text.starts_with(|c: char| c.is_ascii_digit())
            && ["st", "nd", "rd", "th"].iter().any(|end| text.ends_with(end));
        sentence.relation_is(c, "amod")
            && (digits || matches!(text.as_str(), "second" | "third" | "fourth" | "fifth"))
    };
    let range = time.interval.from.zip(time.interval.to).is_some_and(|(from, to)| from < to);
    range && sentence.child(trigger, &["cop"]).is_some() && sentence.children(trigger).any(ordinal)
}

/// "Ambushed a convoy; nine were killed in a similar raid in December": of the deed behind the semicolon.
fn is_behind_semicolon(sentence: &Sentence, time: &TimeMention, occurrence: &Occurrence) -> bool {
    let between = sentence.tokens.get(occurrence.head..time.head).unwrap_or(&[]);
    between.iter().any(|t| t.text == ";")
}

/// "Sentenced to 29 years": how long, and not when.
fn is_term(sentence: &Sentence, time: &TimeMention) -> bool {
    let verb = sentence.tokens[time.head].head.map(|h| sentence.tokens[h].lemma.to_lowercase());
    let to = sentence
        .child(time.head, &["case"])
        .is_some_and(|c| sentence.tokens[c].text.eq_ignore_ascii_case("to"));
    to && verb.is_some_and(|v| deeds::is(Deed::Sentences, &v))
}

/// "The deadliest raid since 1998", "the first since May": what it is measured by, and not when it was.
fn is_of_comparison(known: &Known, sentence: &Sentence, time: &TimeMention) -> bool {
    let words = known.report.words(time.span).to_lowercase();
    let before = time.tokens.start.checked_sub(1).and_then(|t| sentence.tokens.get(t));
    let since = words.starts_with("since") || before.is_some_and(|t| t.text.eq_ignore_ascii_case("since"));
    let Some(noun) = sentence.tokens[time.head].head.filter(|_| since) else { return false };
    let compares = |c: usize| {
        let token = &sentence.tokens[c];
        let lower = token.text.to_lowercase();
        sentence.relation_is(c, "amod") && (lower == "first" || lower == "worst" || lower.ends_with("est"))
    };
    let most = |c: usize| sentence.children(c).any(|m| sentence.tokens[m].text.eq_ignore_ascii_case("most"));
    sentence.children(noun).any(|c| compares(c) || sentence.relation_is(c, "amod") && most(c))
}

/// "The first raid since May 2004, when a bomb killed nine": the bomb was in May.
fn when_of_since(sentence: &Sentence, trigger: usize, time: &TimeMention) -> Option<Time> {
    let word = |at: usize| sentence.tokens.get(at).map_or("", |t| t.text.as_str());
    let (start, end) = (time.tokens.start, time.tokens.end);
    let inside = word(start).eq_ignore_ascii_case("since");
    let before = start.checked_sub(1).is_some_and(|t| word(t).eq_ignore_ascii_case("since"));
    let when = word(end) == "when" || word(end) == "," && word(end + 1) == "when";
    let told = (inside || before) && when && trigger > end;
    told.then(|| alone(sentence, time, start + usize::from(inside))).flatten()
}

/// "Since a truce *was signed* in December": the day on which what goes on since began is that of the deed between the
/// two words.
fn begins_it(sentence: &Sentence, occurrence: &Occurrence, time: &TimeMention) -> Option<Time> {
    let trigger = occurrence.head;
    let token = sentence.tokens.get(trigger)?;
    let first = sentence.tokens.iter().position(|t| t.span.start == time.span.start)?;
    let since = sentence.tokens[first].text.eq_ignore_ascii_case("since");
    let between = first < trigger && trigger < time.tokens.start && time.span.contains(token.span);
    // "A hundred have been killed since the violence began in May": all of them since.
    let harm = |r: &RoleFill| HARMS.contains(&r.role.as_str()) && r.sentence == occurrence.sentence;
    let harmed = occurrence.roles.iter().any(|r| harm(r) && r.head < first);
    (since && between && !harmed).then(|| alone(sentence, time, time.tokens.start)).flatten()
}

/// The time by itself, of which words before it made the beginning of something that goes on.
fn alone(sentence: &Sentence, time: &TimeMention, start: usize) -> Option<Time> {
    let from = time.interval.from?;
    let to = match time.value.len() {
        4 => from.last_of_year(),
        7 => from.last_of_month(),
        10 => from,
        _ => return None,
    };
    let tokens = sentence.tokens.get(start..time.tokens.end)?;
    let span = Span::new(tokens.first()?.span.start, time.span.end);
    let text = tokens.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ");
    Some(Time { text: Some(text), interval: Interval { from: Some(from), to: Some(to) }, span: Some(span) })
}

/// "The group, which has killed nine people, called off the truce in June": when the truce ended.
fn is_of_clause_above(sentence: &Sentence, time: usize, trigger: usize) -> bool {
    let clause = ancestors(sentence, trigger).into_iter().find(|&t| sentence.tokens[t].deprel == "acl:relcl");
    let perfect = |t: usize| {
        let aux = sentence.child(t, &["aux"]).map(|c| sentence.tokens[c].text.to_lowercase());
        matches!(aux.as_deref(), Some("has" | "have"))
    };
    clause.is_some_and(|t| perfect(t) && !ancestors(sentence, time).contains(&t))
}

fn is_between(sentence: &Sentence, time: &TimeMention) -> bool {
    let word = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
    let before = time.tokens.start.checked_sub(1).map(word);
    word(time.tokens.start) == "between" || before == Some("between")
}

/// "The president referred today to the murder", "those investigating the murder today issued a warrant": when it was spoken
/// of or looked into.
fn of_looking_into(sentence: &Sentence, trigger: usize, time: &TimeMention) -> bool {
    let up = ancestors(sentence, trigger);
    let noun = matches!(sentence.tokens[trigger].upos, Upos::Noun | Upos::Propn);
    let verb = up.iter().position(|&t| t != trigger && sentence.tokens[t].upos == Upos::Verb);
    let looks = |at: usize| vocabulary::is(Class::LooksInto, &sentence.tokens[up[at]].lemma.to_lowercase());
    // "Verified the killing of nine people between 2 and 9 May": when they were killed.
    let range = time.interval.from.zip(time.interval.to).is_some_and(|(from, to)| from < to);
    let between = range && time.span.end > time.span.start && is_between(sentence, time);
    let Some(at) = verb.filter(|&at| noun && looks(at) && !between) else { return false };
    let governor = ancestors(sentence, time.head).into_iter().find(|&t| !time.tokens.contains(t));
    // "A court on Monday sentenced nine men": the day may hang on the court.
    let subject =
        |g: usize| sentence.relation_is(g, "nsubj").then(|| sentence.tokens[g].head).flatten().unwrap_or(g);
    governor.map(subject).is_some_and(|g| up.iter().skip(at).any(|&t| t == g))
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

/// True where the one is a part of the other, and both have two ends.
fn lies_in(part: Interval, whole: Interval) -> bool {
    let ends = |i: Interval| i.from.zip(i.to);
    ends(part).zip(ends(whole)).is_some_and(|((a, b), (c, d))| c <= a && b <= d && (a, b) != (c, d))
}

/// "Officials blamed the Front, which fought the army last year": when somebody did something else.
fn of_somebody(
    sentence: &Sentence,
    told: &TimeMention,
    occurrence: &Occurrence,
    triggers: &[Range<usize>],
) -> bool {
    let (time, interval, trigger) = (told.head, told.interval, occurrence.head);
    let up = ancestors(sentence, trigger);
    // "A candidate in next month's elections": when the elections are.
    // "Sentenced seven men over the 2016 attack on a cafe": when the attack was; "Wednesday's blast came as forces pushed
    // on" tells of both.
    let long = interval
        .from
        .zip(interval.to)
        .and_then(|(from, to)| from.until(to).ok())
        .is_some_and(|s| s.get_days() > 27);
    let modifies = ["compound", "nummod", "amod"].iter().any(|r| sentence.relation_is(time, r));
    let of_noun = sentence.relation_is(time, "nmod:poss") || long && modifies;
    let owned = of_noun && sentence.tokens[time].head.is_some_and(|h| !up.contains(&h));
    if owned {
        return true;
    }
    let own: Vec<usize> = ancestors(sentence, time).into_iter().take_while(|t| !up.contains(t)).collect();
    // "Bombed a town seized by rebels in May".
    let relative =
        own.iter().copied().find(|&t| matches!(sentence.tokens[t].deprel.as_str(), "acl:relcl" | "acl"));
    // "Arrested two men who confessed to a killing in May".
    // "The blast came months after the war, which began in March 2003": months are not of what was told of days.
    let deed = own.iter().any(|t| triggers.iter().any(|other| other.contains(t)));
    // "This year the group killed nine in three states, which are currently under curfew".
    let now = sentence
        .tokens
        .get(told.tokens.start)
        .is_some_and(|t| matches!(t.text.to_lowercase().as_str(), "currently" | "now" | "presently"));
    // "Soldiers searching the town overnight arrested nine": a night is a day, too.
    let relative = relative.filter(|_| deed || now || !interval.is_within_days(1));
    // "The bombing of a market that killed nine in 2009": the clause tells whom the bombing killed.
    let harms = |t: usize| {
        let here = |r: &RoleFill| r.sentence == occurrence.sentence && HARMS.contains(&r.role.as_str());
        occurrence.roles.iter().any(|r| here(r) && sentence.tokens[r.head].head == Some(t))
    };
    // "In an attack that came on Monday": the clause tells of it.
    relative.filter(|&t| !harms(t)).and_then(|t| sentence.tokens[t].head).is_some_and(|who| who != trigger)
}

/// "Hostages seized in the raid were freed on Friday", "a priest, who had been kidnapped, was freed on Friday": when they
/// were freed.
fn is_of_main_clause(sentence: &Sentence, time: usize, trigger: usize) -> bool {
    let had =
        |c: usize| sentence.relation_is(c, "aux") && sentence.tokens[c].text.eq_ignore_ascii_case("had");
    let before = sentence.tokens[trigger].deprel == "acl:relcl" && sentence.children(trigger).any(had);
    let participle = before || sentence.tokens[trigger].deprel == "acl";
    let outside = !ancestors(sentence, time).contains(&trigger);
    let of_verb = sentence.tokens[time].head.is_some_and(|v| sentence.tokens[v].upos == Upos::Verb);
    participle && outside && of_verb
}

pub(super) fn from_mention(known: &Known, mention: &TimeMention) -> Time {
    let words = known.report.words(mention.span);
    // "Three days" of "three days after gunmen shot him".
    let rest = known.report.text.get(mention.span.end..).unwrap_or("").trim_start();
    let counted =
        mention.value.starts_with('P') && !mention.interval.is_unknown() && rest.starts_with("after ");
    Time {
        text: Some(if counted { format!("{words} after") } else { words.to_owned() }),
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
    if opens_with_more(sentence, time) {
        return false;
    }
    governor.is_some_and(|g| {
        // "Said on Tuesday, adding that 74 had been shot down": what is added was said on Tuesday, too.
        let adding = sentence.children(g).any(|c| {
            sentence.relation_is(c, "advcl")
                && sentence.tokens[c].lemma == "add"
                && cue.overlaps(sentence.tokens[c].span)
        });
        let speaks = cue.overlaps(sentence.tokens[g].span) || adding;
        speaks && !occurrence.trigger.contains(g) && !counts(sentence, g, occurrence.head)
    })
}

/// "Also on Monday, officials said that nine had been shot": what is told beside the rest was on that day.
fn opens_with_more(sentence: &Sentence, time: &TimeMention) -> bool {
    let word = |at: usize| sentence.tokens.get(at).map_or(String::new(), |t| t.text.to_lowercase());
    let more = matches!(word(0).as_str(), "also" | "elsewhere" | "separately");
    more && (1..=2).contains(&time.tokens.start) && word(time.tokens.end) == ","
}

/// "The mission recorded nine explosions on 1 February": the day of what is counted.
fn counts(sentence: &Sentence, verb: usize, counted: usize) -> bool {
    let lemma = sentence.tokens[verb].lemma.to_lowercase();
    let records = deeds::is(Deed::Records, &lemma);
    records && sentence.tokens[counted].head == Some(verb) && sentence.relation_is(counted, "obj")
}
