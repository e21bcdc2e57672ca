//! Quotations: what stands between quotation marks is told by one speaker, over as many sentences as it
//! lasts; a quotation without a cue of its own goes on with who spoke last.

use super::found::{Context, Found, Speaker};
use super::lists::CueClass;
use super::verbs::Mute;
use ascribe_model::{Sentence, Span};

/// Lets quotations stretch the attributions that tell a part of them, and finds speakers for the others.
pub(crate) fn stretch(context: &Context, found: &mut Vec<Found>, mute: &[Mute]) {
    let mut last: Option<(usize, usize)> = None; // (index in found, sentence where the quotation ended)
    for quote in quotations(context) {
        let Some((first, end)) = quote.sentences() else { continue };
        let speaker = own_cue(found, &quote)
            .or_else(|| silent_cue(context, found, mute, &quote, first, end))
            .or_else(|| goes_on(context, found, last, &quote, first))
            .or_else(|| next_cue(context, found, mute, &quote, end));
        let Some(index) = speaker else { continue };
        for (sentence, mask) in &quote.tokens {
            found[index].add(*sentence, mask);
        }
        last = Some((index, end));
    }
}

struct Quotation {
    span: Span,
    /// Tokens inside, by sentence.
    tokens: Vec<(usize, Vec<bool>)>,
    /// Words and whether one of them is a verb: a scare quote holds a word or two.
    words: usize,
}

impl Quotation {
    fn sentences(&self) -> Option<(usize, usize)> {
        Some((self.tokens.first()?.0, self.tokens.last()?.0))
    }

    /// Share of the sentence's words that stand inside, 0..1.
    fn share(&self, context: &Context, at: usize) -> f32 {
        let inside =
            self.tokens.iter().find(|(s, _)| *s == at).map_or(0, |(_, m)| m.iter().filter(|&&b| b).count());
        inside as f32 / context.sentence(at).tokens.len().max(1) as f32
    }
}

/// The quotations of the body with their tokens, those of four words and more.
fn quotations(context: &Context) -> Vec<Quotation> {
    let mut all = Vec::new();
    for (passage, part) in context.report.passages.iter().enumerate() {
        let spans = marks(context.report.words(part.span), part.span.start);
        for span in spans {
            let mut tokens = Vec::new();
            let mut words = 0;
            for (at, sentence) in context.analysis.sentences.iter().enumerate() {
                if sentence.passage != passage || !sentence.span.overlaps(span) {
                    continue;
                }
                let mask: Vec<bool> = sentence.tokens.iter().map(|t| span.contains(t.span)).collect();
                words += mask.iter().filter(|&&b| b).count();
                if mask.iter().any(|&b| b) {
                    tokens.push((at, mask));
                }
            }
            if words >= 4 {
                all.push(Quotation { span, tokens, words });
            }
        }
    }
    all
}

/// Spans between quotation marks. A quotation that is not closed lasts to the end of its passage, as is the
/// custom where the next paragraph opens with another mark.
fn marks(text: &str, offset: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut open: Option<usize> = None;
    let mut previous = ' ';
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            previous = c;
            continue;
        }
        let next = text.get(at + c.len_utf8()..).and_then(|t| t.chars().next()).unwrap_or(' ');
        match c {
            '“' | '«' | '„' => open = Some(open.unwrap_or(at + c.len_utf8())),
            '”' | '»' => {
                if let Some(start) = open.take() {
                    spans.push(Span::new(offset + start, offset + at));
                }
            }
            '"' | '\'' | '`' if c == '"' || next == c => {
                if next == c {
                    skip = at + 2;
                }
                let opens = previous.is_whitespace() || matches!(previous, '(' | '[' | '—' | '-') || at == 0;
                match open {
                    // A mark that follows a blank and precedes a letter opens, even where one was left open.
                    Some(start) if !(opens && next.is_alphanumeric()) => {
                        spans.push(Span::new(offset + start, offset + at));
                        open = None;
                    }
                    Some(_) => open = Some(skip.max(at + 1)),
                    None if next.is_whitespace() && !opens => {}
                    None => open = Some(skip.max(at + 1)),
                }
            }
            _ => {}
        }
        previous = c;
    }
    if let Some(start) = open {
        spans.push(Span::new(offset + start, offset + text.len()));
    }
    spans
}

fn inside(quote: &Quotation, found: &Found) -> bool {
    quote.span.contains(found.cue)
}

/// A cue outside the quotation whose words lie in it already.
fn own_cue(found: &[Found], quote: &Quotation) -> Option<usize> {
    let overlap = |f: &Found| -> usize {
        quote
            .tokens
            .iter()
            .map(|(s, mask)| mask.iter().enumerate().filter(|(t, b)| **b && f.tells(*s, *t)).count())
            .sum()
    };
    found
        .iter()
        .enumerate()
        .filter(|(_, f)| {
            !inside(quote, f) && !matches!(f.speakers.first(), Some(Speaker::Unspecified) | None)
        })
        .map(|(i, f)| (i, overlap(f), f.size()))
        .filter(|(i, n, _)| {
            // "“Are we safe? Probably not,” she said": the tree ties the verb to the last words only.
            let beside =
                quote.sentences().is_some_and(|(a, b)| found[*i].sentence == a || found[*i].sentence == b);
            *n * 3 >= quote.words || *n >= 4 || *n >= 1 && beside && found[*i].class != CueClass::Cite
        })
        .max_by_key(|(i, n, size)| (*n, std::cmp::Reverse(*size), std::cmp::Reverse(*i)))
        .map(|(i, _, _)| i)
}

/// A verb of saying in the quotation's first or last sentence that tells nothing else.
fn silent_cue(
    context: &Context,
    found: &mut Vec<Found>,
    mute: &[Mute],
    quote: &Quotation,
    first: usize,
    end: usize,
) -> Option<usize> {
    let near = |m: &&Mute| {
        let f = &m.found;
        let before_colon = f.sentence + 1 == first && ends_with_colon(context.sentence(f.sentence));
        !inside(quote, f) && (f.sentence == first || f.sentence == end || before_colon)
    };
    let distance = |m: &&Mute| {
        let cue = m.found.cue;
        if cue.end <= quote.span.start {
            quote.span.start - cue.end
        } else {
            cue.start.saturating_sub(quote.span.end)
        }
    };
    let one = mute.iter().filter(near).min_by_key(distance)?;
    Some(push(found, one, "quotation"))
}

fn push(found: &mut Vec<Found>, one: &Mute, rule: &str) -> usize {
    let same = |f: &Found| f.sentence == one.found.sentence && f.cue_token == one.found.cue_token;
    if let Some(at) = found.iter().position(same) {
        return at;
    }
    let mut copy = one.found.clone();
    copy.rule = copy.rule.replacen("alone", rule, 1);
    copy.confidence = 0.75;
    found.push(copy);
    found.len() - 1
}

fn ends_with_colon(sentence: &Sentence) -> bool {
    sentence.tokens.iter().rev().take(2).any(|t| t.text == ":")
}

/// The speaker of the quotation just before, where this one makes up most of its sentence:
/// “They came at night,” she said. “They burned everything.”
fn goes_on(
    context: &Context,
    found: &mut Vec<Found>,
    last: Option<(usize, usize)>,
    quote: &Quotation,
    first: usize,
) -> Option<usize> {
    if quote.share(context, first) < 0.7 {
        return None;
    }
    let after = first.checked_sub(1)?;
    let index = match last {
        Some((index, end)) if end + 1 >= first => index,
        // No quotation before, but the sentence before tells somebody's words.
        _ => found.iter().rposition(|f| {
            f.sentence == after && matches!(f.speakers.first(), Some(Speaker::At(..) | Speaker::Last))
        })?,
    };
    let from = &found[index];
    let copy = Found {
        content: Vec::new(),
        rule: "quotation goes on".to_owned(),
        confidence: 0.65,
        class: CueClass::Say,
        ..from.clone()
    };
    // It is placed at the quotation, so that names resolve as of there.
    found.push(copy);
    Some(found.len() - 1)
}

/// "“…”" alone in its sentence, then "he said" at the start of the next.
fn next_cue(
    context: &Context,
    found: &mut Vec<Found>,
    mute: &[Mute],
    quote: &Quotation,
    end: usize,
) -> Option<usize> {
    if quote.share(context, end) < 0.7 {
        return None;
    }
    let one = mute.iter().find(|m| m.found.sentence == end + 1 && m.found.cue_token < 8)?;
    Some(push(found, one, "quotation"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = marks(text, 0).into_iter().map(|s| s.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn quotation_marks_pair_up() {
        check("He said: “They fled.” Then he left.", &["They fled."]);
        check("\"They fled,\" he said. \"All of them.\"", &["They fled,", "All of them."]);
        check("It was \"\"definitely\"\" so.", &["definitely"]);
        check("“They fled at dawn.", &["They fled at dawn."]);
        check("no marks", &[]);
    }
}
