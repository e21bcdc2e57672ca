//! Times as intervals: words of time to ranges of days, by the conventions in `docs/times.md`.

mod calendar;
mod clock;
mod compose;
mod dateline;
mod days;
mod expr;
mod history;
mod lexicon;
mod relative;
mod resolve;
mod shared;
mod tense;
mod value;
mod vocabulary;
mod years;

use crate::words::{Word, head_of, is_dash, token_range, words};
use ascribe_model::{Analysis, Interval, Label, Report, Sentence, TimeMention};
use expr::{Base, Expr, Frame, Phrase, Which, Year};
use jiff::ToSpan;
use resolve::Context;
use std::ops::Range;
use vocabulary::Beside;

/// The times in the body, in text order, each with the interval it means. They are counted from the
/// report's date ([`ascribe_model::Metadata::anchor`]), else from a dateline with a year at the head of
/// the body; without either, relative times keep their words and have an empty interval.
///
/// `tokens` is the expression itself ("Monday"), `span` takes in its preposition ("since Monday").
pub fn ground_times(report: &Report, analysis: &Analysis) -> Vec<TimeMention> {
    let dated = report.metadata.anchor().map(|d| (d, "report"));
    let anchor = dated.or_else(|| dateline::find(analysis).map(|d| (d, "dateline")));
    let scanned: Vec<(Vec<Word>, Vec<Phrase>)> = analysis
        .sentences
        .iter()
        .map(|sentence| {
            let words = words(sentence);
            let mut phrases = compose::scan(&words);
            phrases.retain(|p| {
                !is_stamp(&words, p)
                    && !names_group(&words, p)
                    && !names_war(&words, p)
                    && !names_outlet(sentence, &words, p)
            });
            (words, phrases)
        })
        .collect();
    let told: Vec<&[Phrase]> = scanned.iter().map(|(_, phrases)| phrases.as_slice()).collect();
    let past = history::is_told(&told, anchor.map(|(d, _)| d));
    let mut story = Story { anchor, past, ..Story::default() };
    let sentences = analysis.sentences.iter().zip(&scanned).enumerate();
    sentences.flat_map(|(i, (sentence, (words, phrases)))| story.read(sentence, words, phrases, i)).collect()
}

/// "The 17 November group", "M-19 [19 April Movement]": a group by its day.
fn names_group(words: &[Word], phrase: &Phrase) -> bool {
    let next = words.get(phrase.end).map_or("", |w| w.lower.as_str());
    matches!(phrase.expr, Expr::Day { .. })
        && phrase.start == phrase.core
        && vocabulary::is(Beside::Group, next)
}

/// "| 2020-02-10 22:41:17 | Editor": when a page was put up.
fn is_stamp(words: &[Word], phrase: &Phrase) -> bool {
    let seconds = |w: &Word| w.raw.matches(':').count() == 2;
    matches!(phrase.expr, Expr::Full(_))
        && words.get(phrase.core..phrase.end).is_some_and(|w| w.iter().any(seconds))
}

/// "Called a strike for Friday": a day to come, and not "jailed for Friday prayers".
fn is_called_for(words: &[Word], phrase: &Phrase) -> bool {
    let day = matches!(
        phrase.expr,
        Expr::Weekday { which: Which::Bare | Which::This, .. } | Expr::Day { year: None, .. }
    );
    let next = words.get(phrase.end).map_or("", |w| w.lower.as_str());
    let ends = matches!(next, "and" | "at" | "in" | "on" | "over" | "to")
        || !next.starts_with(char::is_alphanumeric);
    phrase.frame == Frame::For && day && ends
}

/// "The Six Day War": a war by its length.
fn names_war(words: &[Word], phrase: &Phrase) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(|w| w.raw.starts_with(char::is_uppercase));
    matches!(phrase.expr, Expr::Duration { .. })
        && capital(phrase.core)
        && words.get(phrase.end).is_some_and(|w| w.raw == "War")
}

/// "The Sunday Tribune": a paper by its day.
fn names_outlet(sentence: &Sentence, words: &[Word], phrase: &Phrase) -> bool {
    let tokens = token_range(words, phrase.core, phrase.end);
    let capital = |t: usize| sentence.tokens.get(t).is_some_and(|t| t.text.starts_with(char::is_uppercase));
    sentence.mentions.iter().any(|m| {
        m.named
            && m.label == Label::Organisation
            && m.tokens.start == tokens.start
            && tokens.end < m.tokens.end
            && m.tokens.range().all(|t| capital(t) || t + 1 == m.tokens.end)
    })
}

/// Where the words of time in a sentence stand, as ranges of words; for grammars that must keep off them.
pub(crate) fn extents(words: &[Word]) -> Vec<Range<usize>> {
    let counted = |p: &Phrase| !matches!(p.expr, Expr::Duration { .. } if p.end == p.core + 1);
    compose::scan(words).iter().filter(|p| counted(p)).map(|p| p.core..p.end).collect()
}

/// The telling so far: what the next relative time may be counted from.
#[derive(Default)]
struct Story {
    anchor: Option<(jiff::civil::Date, &'static str)>,
    at: Interval,
    /// Year stated in figures, and the sentence where.
    year: Option<(i16, usize)>,
    quarter: Option<((i16, u8), usize)>,
    /// True where the report tells of another year than its own.
    past: bool,
}

impl Story {
    fn read(
        &mut self,
        sentence: &Sentence,
        words: &[Word],
        phrases: &[Phrase],
        index: usize,
    ) -> Vec<TimeMention> {
        let mut found: Vec<(Phrase, TimeMention)> = Vec::new();
        let mut here = Interval::default();
        for &phrase in phrases {
            let tokens = token_range(words, phrase.core, phrase.end);
            let head = head_of(sentence, tokens);
            let mut tense = tense::of(sentence, head, words, phrase.core);
            tense.looked_back |=
                matches!(phrase.expr, Expr::Year(_)) && is_since_when(words, phrases, &phrase);
            let called_for = is_called_for(words, &phrase);
            tense.future |= called_for;
            let mut context = self.context(index, &tense);
            if called_for {
                context.year = None;
            }
            if matches!(phrase.expr, Expr::Shift { from: Base::Sentence, .. }) {
                context.sentence = self.day_of_rest(phrases, &phrase, &context);
            }
            // "He was convicted in 2009. The government has sent troops since January": of the report's own year.
            let now = phrase.frame == Frame::Since && tense.till_now && self.anchor.is_some();
            if now {
                (context.year, context.past) = (None, false);
            }
            // "On 4 May rebels said they had taken Keld; the army retook it the same day": the day of the sentence.
            if matches!(phrase.expr, Expr::Unit { which: Which::Same, .. }) && !here.is_unknown() {
                context.story = here;
            }
            let interval = resolve::interval(&phrase, &context);
            if compose::is_day(&phrase.expr) && phrase.frame == Frame::At && !interval.is_unknown() {
                here = interval;
            }
            let mention = TimeMention {
                sentence: index,
                tokens,
                head,
                span: words[phrase.start].span.join(words[phrase.end - 1].span),
                interval,
                value: value::value(&phrase, &context),
                by: self.how(&phrase, &interval),
            };
            self.learn(&phrase, &context, index, &tense);
            match found.last_mut().and_then(|(p, m)| joined(words, p, m, &phrase, &mention)) {
                Some(whole) => {
                    if let Some(last) = found.last_mut() {
                        *last = (phrase, whole);
                    }
                }
                None => found.push((phrase, mention)),
            }
        }
        found.into_iter().map(|(_, mention)| mention).collect()
    }

    /// "Five were found dead on Sunday, three days after gunmen stormed the house": Sunday. Without a day, that of the story
    /// where it is of the last week, else the report's.
    fn day_of_rest(&self, phrases: &[Phrase], own: &Phrase, context: &Context) -> Option<jiff::civil::Date> {
        const WEEK: i32 = 7;
        let lies =
            |p: &&Phrase| *p != own && !matches!(p.expr, Expr::Duration { .. } | Expr::Set(_) | Expr::Part);
        let mut rest = phrases.iter().filter(lies).peekable();
        if rest.peek().is_some() {
            let day = rest.find(|p| compose::is_day(&p.expr) && p.frame == Frame::At)?;
            return resolve::interval(day, context).to;
        }
        let told = self.at.to.filter(|_| self.at.from == self.at.to);
        let (today, _) = self.anchor?;
        let near = |day: &jiff::civil::Date| (0..=WEEK).contains(&(today - *day).get_days());
        told.filter(|day| self.past || near(day)).or(Some(today).filter(|_| !self.past))
    }

    fn context(&self, sentence: usize, tense: &tense::Tense) -> Context {
        // Without any date of the report, a year once stated is all there is.
        let near = |at: usize| sentence <= at + 1 || self.anchor.is_none();
        Context {
            anchor: self.anchor.map(|(date, _)| date),
            story: self.at,
            sentence: None,
            past: self.past,
            year: self.year.filter(|(_, at)| near(*at)).map(|(year, _)| year),
            quarter: self.quarter.filter(|(_, at)| near(*at)).map(|(quarter, _)| quarter),
            future: tense.future,
            perfect: tense.perfect,
            over: tense.over && !tense.future,
        }
    }

    /// Remembers the time of an occurrence, not the time of somebody's saying.
    fn learn(&mut self, phrase: &Phrase, context: &Context, sentence: usize, tense: &tense::Tense) {
        if tense.looked_back || tense.before && !self.at.is_unknown() {
            return;
        }
        if let Expr::Day { year: Some(Year::Number(year)), .. }
        | Expr::Month { year: Some(Year::Number(year)), .. } = phrase.expr
        {
            self.year = Some((year, sentence));
        }
        // "In 2004": the story is there; "the worst since the 2004 siege" only looks back.
        let names_another = matches!(phrase.expr, Expr::Year(_)) && phrase.start == phrase.core;
        if let Expr::Year(year) = phrase.expr
            && !names_another
            && phrase.frame != Frame::Since
        {
            self.year = Some((year, sentence));
        }
        if let Some(quarter) = value::named_quarter(phrase, context) {
            self.quarter = Some((quarter, sentence));
        }
        let names_a_time = !matches!(
            phrase.expr,
            Expr::Reference(_)
                | Expr::Window { .. }
                | Expr::Around { .. }
                | Expr::Duration { .. }
                | Expr::Shift { from: Base::Sentence, .. }
                // "He had been shot six days earlier": the story is where it was.
                | Expr::Shift { from: Base::Story, back: true, .. }
                | Expr::Set(_)
                | Expr::Then
                | Expr::Part
        );
        if names_a_time
            && !names_another
            // "On 4 May the Front reported the attack. … The next day": a story goes by what is told when.
            && (!tense.telling || self.past)
            && (matches!(phrase.frame, Frame::At | Frame::From | Frame::After) || ends_there(phrase, tense))
        {
            let at = resolve::expression(&phrase.expr, context);
            // "Holds a rally next Friday. … Thousands have fled since the attack": that was before the report.
            let to_come = at.from.zip(context.anchor).is_some_and(|(from, today)| from > today);
            if !at.is_unknown() && !to_come {
                self.at = at;
            }
        }
    }

    /// What the interval was counted from, in words.
    fn how(&self, phrase: &Phrase, interval: &Interval) -> String {
        let from_story = matches!(
            phrase.expr,
            Expr::Then
                | Expr::Part
                | Expr::Shift { from: Base::Story | Base::Deed, .. }
                | Expr::Unit { which: Which::Same | Which::Following | Which::Previous, .. }
        );
        let absolute = matches!(
            phrase.expr,
            Expr::Full(_)
                | Expr::Year(_)
                | Expr::Years(..)
                | Expr::Decade(_)
                | Expr::Century(_)
                | Expr::Day { year: Some(Year::Number(_)), .. }
                | Expr::Month { year: Some(Year::Number(_)), .. }
        );
        match (interval.is_unknown(), absolute, from_story && !self.at.is_unknown(), self.anchor) {
            (true, ..) => "not anchored".to_owned(),
            (_, true, ..) => "stated".to_owned(),
            (_, _, true, _) => "counted from the time told before".to_owned(),
            (_, _, _, Some((date, whose))) => format!("counted from the {whose}'s date {date}"),
            _ => "counted from the year told before".to_owned(),
        }
    }
}

/// "Ended before midnight on Tuesday", "by Sunday troops were back": the story is on that day.
fn ends_there(phrase: &Phrase, tense: &tense::Tense) -> bool {
    let by = matches!(phrase.frame, Frame::By | Frame::Before | Frame::Until);
    let hour = phrase.part.is_some() || phrase.clock.is_some();
    by && tense.over && dayish(phrase) && (hour || phrase.frame == Frame::By)
}

/// "Has cost hundreds of lives since a preacher, Kufa, raised a militia in 2015", whatever the tree says of it.
fn is_since_when(words: &[Word], phrases: &[Phrase], phrase: &Phrase) -> bool {
    const FAR: usize = 14;
    let floor = phrases.iter().map(|p| p.end).filter(|end| *end <= phrase.core).max().unwrap_or(0);
    let between = words.get(floor.max(phrase.core.saturating_sub(FAR))..phrase.start).unwrap_or(&[]);
    between.iter().any(|w| w.lower == "since")
}

/// Two times that are one: "from May 5 to May 9", "between Monday and Friday", "overnight Wednesday and into
/// Thursday morning" (days that follow each other).
fn joined(
    words: &[Word],
    a: &Phrase,
    first: &TimeMention,
    b: &Phrase,
    second: &TimeMention,
) -> Option<TimeMention> {
    let between: Vec<&str> = words.get(a.end..b.core)?.iter().map(|w| w.lower.as_str()).collect();
    let lead = a.core.checked_sub(1).and_then(|i| words.get(i)).map_or("", |w| w.lower.as_str());
    let dash = words.get(a.end).is_some_and(is_dash) && between.len() == 1;
    let range = match between.as_slice() {
        ["to" | "until" | "till" | "through"] => lead == "from" || same_grain(a, b),
        // "In January and February 2015" is one time.
        ["and"] => lead == "between" || monthly(a) && monthly(b),
        _ => dash && same_grain(a, b),
    };
    let follows =
        matches!(between.as_slice(), ["and"] | ["and", "into"] | ["into"] | ["and", "on"] | ["and", "early"])
            && dayish(a)
            && dayish(b)
            && match (first.interval.to, second.interval.from) {
                (Some(x), Some(y)) => x.checked_add(1.day()).is_ok_and(|next| next == y),
                _ => false,
            };
    if !(range || follows) || first.interval.from.is_none() || second.interval.to.is_none() {
        return None;
    }
    let start = if lead == "between" { words[a.core - 1].span } else { first.span };
    Some(TimeMention {
        tokens: ascribe_model::TokenRange::new(first.tokens.start, second.tokens.end),
        span: start.join(second.span),
        interval: Interval::new(first.interval.from, second.interval.to),
        value: format!("{}/{}", first.value, second.value),
        by: format!("{}; a range", first.by),
        ..first.clone()
    })
}

fn same_grain(a: &Phrase, b: &Phrase) -> bool {
    dayish(a) && dayish(b) || monthly(a) && monthly(b)
}

fn monthly(phrase: &Phrase) -> bool {
    matches!(phrase.expr, Expr::Month { .. })
}

fn dayish(phrase: &Phrase) -> bool {
    compose::is_day(&phrase.expr)
}

#[cfg(test)]
mod tests;
