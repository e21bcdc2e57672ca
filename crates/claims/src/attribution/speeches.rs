//! Speech without quotation marks: transcripts whose speakers stand in brackets ("[Begin Vargas recording] …
//! [end recording]", "[Reporter] … [Ponce] …", "[Interview with X by Y]"), and what follows a colon in the
//! first person ("The minister said:").

use super::found::{Context, Found, Speaker};
use super::lists::CueClass;
use super::tree::form;
use super::verbs::Mute;
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{PassageKind, Sentence, Span};

/// Adds what speeches tell. Called after the cues are read, so that a narrating sentence ends a speech.
pub(crate) fn read(context: &Context, found: &mut Vec<Found>, mute: &[Mute]) {
    brackets(context, found);
    after_colons(context, found, mute);
}

/// What a bracket in a transcript does.
enum Mark {
    /// Nothing ("[Text]", "[words indistinct]").
    Aside,
    /// The speaker from here on.
    Speaks(Span),
    /// Whoever spoke last, or the one the heading names.
    Recording,
    /// The heading names who is heard, but the words that follow are not yet theirs.
    Heading(Span),
    /// The report's own voice again.
    Ends,
}

fn brackets(context: &Context, found: &mut Vec<Found>) {
    let mut heard: Option<Span> = None;
    let mut speaking: Option<(Span, usize)> = None;
    let mut runs: Vec<(Span, Span)> = Vec::new();
    let mut close = |speaking: &mut Option<(Span, usize)>, at: usize| {
        if let Some((who, from)) = speaking.take() {
            runs.push((who, Span::new(from, at)));
        }
    };
    let mut last = 0;
    let mut heading = Heading::default();
    for passage in context.report.passages.iter().filter(|p| p.kind == PassageKind::Body) {
        for bracket in bracket_spans(context.report.words(passage.span), passage.span.start) {
            match heading.mark(context, bracket).unwrap_or_else(|| mark(context, bracket)) {
                Mark::Aside => {}
                Mark::Heading(who) => heard = Some(who),
                Mark::Speaks(who) => {
                    close(&mut speaking, bracket.start);
                    speaking = Some((who, bracket.end));
                    heard = Some(who);
                }
                Mark::Recording => {
                    close(&mut speaking, bracket.start);
                    if let Some(who) = heard.or_else(|| last_subject(context, bracket.start)) {
                        speaking = Some((who, bracket.end));
                    }
                }
                Mark::Ends => close(&mut speaking, bracket.start),
            }
        }
        last = passage.span.end;
    }
    close(&mut speaking, last);
    for (who, run) in runs {
        add_run(context, found, who, run);
    }
}

/// What the brackets at the head of a wire say: "[Report] [Ana Ruiz] [Text]", "[Communique] [Red Front] [Text]".
#[derive(Default)]
struct Heading {
    /// The kind of text, of the bracket just before.
    kind: Option<(String, usize)>,
    /// Who made the report; what he says is told in the report's own voice.
    reporter: Option<String>,
}

impl Heading {
    fn mark(&mut self, context: &Context, bracket: Span) -> Option<Mark> {
        let inner = Span::new(bracket.start + 1, bracket.end - 1);
        let text = context.report.words(inner).trim();
        let beside = |end: usize| {
            let between = context.report.text.get(end..bracket.start);
            between.is_some_and(|b| b.trim().is_empty())
        };
        let kind = self.kind.take().filter(|(_, end)| beside(*end)).map(|(kind, _)| kind);
        self.kind = Some((text.to_lowercase(), bracket.end));
        let name = text.starts_with(char::is_uppercase) && text.contains(' ') && text.split(' ').count() < 12;
        // "[Reporter Ana Ruiz] … [Ruiz] …".
        let mut words = text.split(' ');
        if words.next().is_some_and(|first| vocabulary::is(Class::Asker, &first.to_lowercase())) {
            self.reporter = words.next_back().map(str::to_owned).or(self.reporter.take());
        }
        match kind.as_deref() {
            Some("report" | "correspondent report") if name => {
                self.reporter = text.split(' ').next_back().map(str::to_owned);
                Some(Mark::Ends)
            }
            Some(kind) if name && telling::is(Telling::Document, kind) => Some(Mark::Speaks(inner)),
            _ if self.reporter.as_deref() == Some(text) || is_introduced(context, bracket, text) => {
                Some(Mark::Ends)
            }
            _ => None,
        }
    }
}

/// "We have this report from Ana Ruiz: [Begin recording] [Ruiz]": one of the station's own.
fn is_introduced(context: &Context, bracket: Span, name: &str) -> bool {
    const BY: [&str; 5] = ["report from", "report by", "our reporter", "our correspondent", "our colleague"];
    let before = context.report.text.get(..bracket.start).unwrap_or("");
    let words: Vec<&str> = before.split_whitespace().collect();
    let named = |i: usize| words[i].trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case(name);
    let after = |i: usize| words[i.saturating_sub(4)..i].join(" ").to_lowercase();
    (0..words.len()).filter(|&i| named(i)).any(|i| BY.iter().any(|by| after(i).contains(by)))
}

/// Spans of brackets with their contents, markers included.
fn bracket_spans(text: &str, offset: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open = None;
    for (at, c) in text.char_indices() {
        match c {
            '[' => open = Some(at),
            ']' => {
                if let Some(start) = open.take().filter(|s| at - s < 240) {
                    spans.push(Span::new(offset + start, offset + at + 1));
                }
            }
            _ => {}
        }
    }
    spans
}

fn mark(context: &Context, bracket: Span) -> Mark {
    let inner = Span::new(bracket.start + 1, bracket.end - 1);
    let text = context.report.words(inner);
    let words: Vec<String> = text.split_whitespace().map(|w| w.to_lowercase()).collect();
    let first = words.first().map(String::as_str).unwrap_or("");
    let last = words.last().map(String::as_str).unwrap_or("");
    if last == "recording" {
        return match first {
            "end" => Mark::Ends,
            "begin" if words.len() > 2 => {
                Mark::Speaks(between(context, inner, words[0].len(), words[words.len() - 1].len()))
            }
            _ => Mark::Recording,
        };
    }
    let questions = telling::is(Telling::Questions, first);
    if (questions || telling::is(Telling::Speech, first)) && words.len() > 2 {
        let lower = text.to_lowercase();
        for word in [" with ", " by ", " of "] {
            if let Some(at) = lower.find(word) {
                let end = lower[at + word.len()..].find(" by ").map_or(text.len(), |e| at + word.len() + e);
                let who = Span::new(inner.start + at + word.len(), inner.start + end);
                return if questions { Mark::Heading(who) } else { Mark::Speaks(who) };
            }
        }
        return Mark::Aside;
    }
    if first == "answer" && words.len() == 1 {
        return Mark::Recording;
    }
    if vocabulary::is(Class::Asker, first) && words.len() <= 3 {
        return Mark::Ends;
    }
    if is_speaker_tag(context, bracket, text) { Mark::Speaks(inner) } else { Mark::Aside }
}

/// The words between the first and the last of a bracket.
fn between(context: &Context, inner: Span, first: usize, last: usize) -> Span {
    let text = context.report.words(inner);
    let lead = text.len() - text.trim_start().len();
    let start = inner.start + lead + first;
    let end = inner.start + text.trim_end().len() - last;
    let middle = context.report.words(Span::new(start, end));
    let skip = middle.len() - middle.trim_start().len();
    Span::new(start + skip, start + middle.trim_end().len())
}

/// "[Vargas] We have evidence …": one to three capitalised words that name a person of the report, at the start
/// of a sentence or paragraph.
fn is_speaker_tag(context: &Context, bracket: Span, text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    if words.is_empty() || words.len() > 3 || !words.iter().all(capital) {
        return false;
    }
    let before = context.report.text.get(..bracket.start).unwrap_or("").trim_end();
    let opens = before.is_empty() || before.ends_with(['.', '?', '!', ']', ':', '"', '”']);
    let follows = context.report.text.get(bracket.end..).unwrap_or("").trim_start();
    let starts = follows.starts_with(|c: char| c.is_uppercase() || c == '[' || c == '"');
    opens && starts && !context.registry.same_person(text).is_empty()
}

/// The subject of the sentence before a recording: "The governor spoke of it: [begin recording]".
fn last_subject(context: &Context, at: usize) -> Option<Span> {
    let sentence = context.analysis.sentences.iter().rev().find(|s| s.span.start < at)?;
    let named = sentence.mentions.iter().find(|m| m.named && m.label == ascribe_model::Label::Person)?;
    Some(sentence.span_of(named.tokens))
}

fn add_run(context: &Context, found: &mut Vec<Found>, who: Span, run: Span) {
    let mut one = Found {
        sentence: 0,
        cue_token: 0,
        cue: who,
        speakers: vec![Speaker::Given(who)],
        channels: Vec::new(),
        content: Vec::new(),
        class: CueClass::Say,
        rule: "transcript".to_owned(),
        confidence: 0.75,
    };
    let mut first = None;
    for (at, sentence) in context.analysis.sentences.iter().enumerate().filter(|(_, s)| s.span.overlaps(run))
    {
        let told: Vec<bool> = sentence.tokens.iter().map(|t| run.contains(t.span)).collect();
        if told.iter().any(|&b| b) {
            first = first.or(Some(at));
            one.add(at, &told);
        }
    }
    if let Some(first) = first {
        one.sentence = first;
        // The cue is the bracket itself: no token of what is told.
        one.cue_token = usize::MAX;
        found.push(one);
    }
}

/// "The minister said:" and then sentences in the first person, without quotation marks.
fn after_colons(context: &Context, found: &mut Vec<Found>, mute: &[Mute]) {
    // "The command reported the following incidents:" tells of incidents and of what comes after.
    let open = |f: &&Found| {
        f.class != CueClass::Deny && matches!(f.speakers.first(), Some(Speaker::At(..) | Speaker::Last))
    };
    let mut candidates: Vec<Found> =
        mute.iter().map(|m| &m.found).chain(found.iter()).filter(open).cloned().collect();
    candidates.extend(lead_ins(context, found));
    for one in candidates {
        let at = one.sentence;
        let Some(sentence) = context.analysis.sentences.get(at) else { continue };
        let colon = sentence.tokens.iter().rev().take(3).any(|t| t.text == ":");
        let reaches_on = found.iter().any(|f| {
            f.sentence == at && f.cue_token == one.cue_token && f.content.iter().any(|(s, _)| *s > at)
        });
        if !colon || reaches_on {
            continue;
        }
        let mut speech = one.clone();
        speech.content.clear();
        speech.rule = speech.rule.replacen("alone", "colon", 1);
        speech.confidence = 0.65;
        let mut passage = None;
        let list = is_list_item(context, at + 1);
        for next in at + 1..context.analysis.sentences.len() {
            let this = context.sentence(next);
            let new_passage = passage.is_some_and(|p| p != this.passage);
            let goes_on = speaks_on(context, found, next) || is_list_item(context, next);
            // An item of the list goes on to its end, whoever is cited in it.
            let item = list && (!new_passage && passage.is_some() || is_list_item(context, next));
            if !item && (narrates(found, next) || (new_passage && !goes_on)) {
                break;
            }
            passage = Some(this.passage);
            speech.add(next, &vec![true; this.tokens.len()]);
        }
        let speaks = speech.content.iter().any(|(s, _)| is_first_person(context.sentence(*s)));
        let following = sentence.tokens.iter().any(|t| t.text.eq_ignore_ascii_case("following"))
            || is_list_item(context, at + 1);
        if speaks || following && !speech.content.is_empty() {
            found.push(speech);
        }
    }
}

/// "The army reported several raids. The raids occurred as follows:": whoever spoke before a list tells its items.
fn lead_ins(context: &Context, found: &[Found]) -> Vec<Found> {
    const BACK: usize = 2;
    let announces = |at: &usize| {
        let sentence = context.sentence(*at);
        let words = sentence.tokens.iter().any(|t| matches!(t.text.as_str(), "follows" | "following"));
        let colon = sentence.tokens.last().is_some_and(|t| t.text == ":");
        let own = found.iter().any(|f| f.sentence == *at);
        words && colon && !own && is_list_item(context, at + 1)
    };
    let told_before = |at: usize| {
        let said = |f: &&Found| {
            let near = f.sentence < at && at - f.sentence <= BACK && context.reaches(f.sentence, at);
            near && f.class == CueClass::Say && matches!(f.speakers.first(), Some(Speaker::At(..)))
        };
        let one = found.iter().filter(said).max_by_key(|f| (f.sentence, f.cue_token))?;
        Some(Found { sentence: at, rule: format!("list {}", one.rule), ..one.clone() })
    };
    (0..context.analysis.sentences.len()).filter(announces).filter_map(told_before).collect()
}

/// "-- Rebels attacked …", "* …", "1. …": an item of the list that a colon announced.
fn is_list_item(context: &Context, at: usize) -> bool {
    let Some(sentence) = context.analysis.sentences.get(at) else { return false };
    let before = context.report.text.get(..sentence.span.start).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("").trim();
    let own = context.report.words(sentence.span);
    let marked = |s: &str| s.starts_with(['-', '*', '•', '–', '—']) && s.len() > 1 || s.starts_with("1.");
    marked(own) || (!line.is_empty() && line.len() < 4 && line.chars().all(|c| !c.is_alphabetic()))
}

/// True where the sentence opens with a cue of its own in the third person ("He added that …").
fn narrates(found: &[Found], at: usize) -> bool {
    found.iter().any(|f| {
        f.sentence == at
            && f.cue_token < 10
            && f.confidence > 0.6
            && matches!(f.speakers.first(), Some(Speaker::At(_, t)) if *t < 8)
    })
}

/// "We thank the crews. // The fleet has flown 90 sorties. // Last week we sent two more": a passage between two in the
/// first person is of the speech, too.
fn speaks_on(context: &Context, found: &[Found], at: usize) -> bool {
    const AHEAD: usize = 1;
    let passage = context.sentence(at).passage;
    let rest = (at..context.analysis.sentences.len()).take_while(|&next| !narrates(found, next));
    let mut near = rest.map(|next| context.sentence(next).passage).filter(|p| *p <= passage + AHEAD);
    near.any(|p| passage_speaks(context, p))
}

fn passage_speaks(context: &Context, passage: usize) -> bool {
    context.analysis.sentences.iter().filter(|s| s.passage == passage).any(is_first_person)
}

fn is_first_person(sentence: &Sentence) -> bool {
    (0..sentence.tokens.len())
        .any(|t| matches!(form(sentence, t).as_str(), "i" | "we" | "our" | "us" | "my" | "me"))
}
