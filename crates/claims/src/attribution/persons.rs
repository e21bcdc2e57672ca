//! People as sources: the name with the office as printed, before or after it.

use super::found::Context;
use super::names::{Named, is_human, tidy};
use super::run_on::name_after_lost_comma;
use super::tree::{form, lemma, mask, relation};
use ascribe_model::{Label, Mention, Sentence, Span, Upos};

/// "the governor of the region, Amara Diallo": the person named right after the office.
pub(crate) fn with_person_after(sentence: &Sentence, span: Span) -> Span {
    let Some(last) = sentence.tokens.iter().position(|t| t.span.end == span.end) else { return span };
    let next = sentence.tokens.get(last + 1).map_or("", |t| t.text.as_str());
    let start = if next == "," { last + 2 } else { last + 1 };
    // "Inspectors said that Karim …": what stands between is part of the office, no clause.
    let of_office = |t: usize| !matches!(sentence.tokens[t].upos, Upos::Verb | Upos::Aux | Upos::Sconj);
    // "Director of the Salt hospital Dr. Omar Said": over the words that the office is of.
    let reach = if next == "of" { 9 } else { 3 };
    let person = sentence.mentions.iter().find(|m| {
        let near = (start..start + reach).contains(&m.tokens.start);
        m.named && m.label == Label::Person && near && (start..m.tokens.start).all(of_office)
    });
    person.map_or(span, |p| span.join(sentence.span_of(p.tokens)))
}

/// A person with the office as printed: before the name ("Regional governor X"), or after it ("X, head of Y").
pub(crate) fn person(context: &Context, sentence: &Sentence, head: usize, mention: &Mention) -> Named {
    let inside = mask(sentence, head, &[]);
    let mut start = mention.tokens.start;
    // "an announcement by Secretary Paz": what leads in the phrase is none of the title.
    let leads_in = |t: usize| {
        let name = mention.tokens.contains(sentence.tokens[t].head.unwrap_or(t));
        name && matches!(form(sentence, t).as_str(), "by" | "from" | "with" | "to")
    };
    while start > 0 && !leads_in(start - 1) && is_title(sentence, start - 1, &inside) {
        start -= 1;
    }
    start = after_no_office(context, sentence, start, mention.tokens.start);
    while start < mention.tokens.start
        && matches!(sentence.tokens[start].upos, Upos::Adp | Upos::Part | Upos::Punct)
    {
        start += 1;
    }
    // "in the province of Idlib activist X said" after a lost comma: the place belongs to what is before.
    let after_preposition =
        start > 0 && sentence.tokens[start - 1].upos == Upos::Adp && form(sentence, start - 1) != "by";
    if after_preposition {
        let place = sentence.mentions.iter().find(|m| {
            m.label == Label::Place && m.tokens.start == start && m.tokens.end < mention.tokens.start
        });
        start = place.map_or(start, |p| p.tokens.end);
    }
    start = name_after_lost_comma(sentence, start, mention.tokens.start + 1);
    if let Some(office) = office_before(context, sentence, start) {
        start = office;
    }
    let mut end = mention.tokens.end;
    if start == mention.tokens.start
        && let Some(office) = office_after(context, sentence, mention)
    {
        end = office;
    }
    let span = sentence.span_of(ascribe_model::TokenRange::new(start, end));
    Named { name: tidy(context.report.words(span)), span, person: true, proper: true }
}

/// "the attempt against President Ames", "the death of Captain Ruiz": what stands before a preposition is a title only
/// with an office or a person in it ("the minister of defence Ruiz"). Returns where the title begins.
fn after_no_office(context: &Context, sentence: &Sentence, start: usize, name: usize) -> usize {
    let somebody = |t: usize| is_human(context, sentence, t);
    let mut links = (start..name).filter(|&t| sentence.tokens[t].upos == Upos::Adp);
    let Some(link) = links.rfind(|&t| !(start..t).any(somebody)) else { return start };
    (link + 1..name).find(|&t| sentence.tokens[t].upos != Upos::Det).unwrap_or(name)
}

/// "Minister for the North, Amara Diallo said": the office before a comma that opens the sentence.
fn office_before(context: &Context, sentence: &Sentence, start: usize) -> Option<usize> {
    let comma = start.checked_sub(1).filter(|&t| sentence.tokens[t].text == ",")?;
    let run = (0..comma).rev().take_while(|&t| {
        matches!(
            sentence.tokens[t].upos,
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Det | Upos::Part | Upos::Num
        )
    });
    let first = run.last()?;
    let opens = first == 0 || sentence.tokens[first - 1].upos == Upos::Punct;
    let first = if sentence.tokens[first].upos == Upos::Det { first + 1 } else { first };
    let office = (first..comma).any(|t| context.lists.offices.contains_key(&lemma(sentence, t)));
    (opens && office && comma - first <= 9 && sentence.tokens[first].upos != Upos::Adp).then_some(first)
}

fn is_title(sentence: &Sentence, token: usize, inside: &[bool]) -> bool {
    let this = &sentence.tokens[token];
    let word = matches!(this.upos, Upos::Noun | Upos::Propn | Upos::Adj)
        || (matches!(this.upos, Upos::Adp | Upos::Part | Upos::Cconj) && inside[token])
        || this.text == "-"
        || (this.text == "." && inside[token]);
    word && !this.text.ends_with("ed")
}

/// First token after the office that follows a name, with or without its comma.
fn office_after(context: &Context, sentence: &Sentence, mention: &Mention) -> Option<usize> {
    let next = mention.tokens.end;
    let at = if sentence.tokens.get(next)?.text == "," { next + 1 } else { next };
    let office = (at..sentence.tokens.len().min(at + 9))
        .take_while(|&t| sentence.tokens[t].text != ",")
        .find(|&t| {
            context.lists.offices.contains_key(&lemma(sentence, t))
                && matches!(sentence.tokens[t].upos, Upos::Noun | Upos::Propn)
        })?;
    let linked =
        relation(sentence, office, &["appos", "nmod", "flat", "compound", "conj", "list", "parataxis"]);
    // "Paz stated that President Mora …": another's office.
    let clause = |t: usize| matches!(sentence.tokens[t].upos, Upos::Verb | Upos::Aux | Upos::Sconj);
    if !linked || (next..office).any(clause) {
        return None;
    }
    // Word order decides how far it goes: trees rarely agree on "head of the mission in the north".
    let goes_on = |t: usize| {
        let token = &sentence.tokens[t];
        let word = matches!(
            token.upos,
            Upos::Adp
                | Upos::Det
                | Upos::Adj
                | Upos::Noun
                | Upos::Propn
                | Upos::Part
                | Upos::Num
                | Upos::Cconj
        );
        word && !sentence.mentions.iter().any(|m| m.label == Label::Time && m.tokens.start == t)
            || matches!(token.text.as_str(), "-" | "'" | "’")
            || (token.text.ends_with("ed") && form(sentence, t - 1) == "-")
    };
    let mut end = office + 1;
    while end < sentence.tokens.len() && end < office + 16 && goes_on(end) {
        end += 1;
    }
    while end > office + 1 && !sentence.tokens[end - 1].upos.is_nominal() {
        end -= 1;
    }
    Some(end)
}
