//! The name of a source as the report prints it: without articles, counts and asides; a person with the
//! office; the fullest form that the report gives.

use super::found::Context;
use super::lists::NounKind;
use super::persons::{person, with_person_after};
use super::run_on::name_after_lost_comma;
use super::tree::{case_of, form, lemma, mask, relation};
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{Label, Mention, Report, Sentence, Span, Token, Upos};

pub(crate) fn mention_text(report: &Report, sentence: &Sentence, mention: &Mention) -> String {
    let mut range = mention.tokens;
    while range.start + 1 < range.end
        && sentence.tokens.get(range.start).is_some_and(|t| matches!(t.upos, Upos::Det | Upos::Cconj))
    {
        range.start += 1;
    }
    range.start = after_counted(sentence, range.start, range.end);
    range.start = name_after_lost_comma(sentence, range.start, range.end);
    // "the Britain-based Observatory": where it sits is no part of the name.
    let based = range
        .range()
        .take(5)
        .find(|&t| sentence.tokens.get(t).is_some_and(|b| b.text == "based" || b.text.ends_with("-based")));
    if let Some(based) = based.filter(|&b| b + 1 < range.end) {
        range.start = based + 1;
    }
    // "Volta Watch for Human Rights chief Ana Diallo": the office takes none of the name with it.
    let word = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
    if word(range.end - 1) == "Human" && word(range.end) == "Rights" {
        range.end += 1;
    }
    // "the Observatory and medics": a common noun coordinated with a name is another speaker.
    let end = range.range().find(|&t| {
        sentence.tokens.get(t).is_some_and(|c| c.upos == Upos::Cconj)
            && sentence.tokens.get(t + 1).is_some_and(|n| n.text.chars().all(char::is_lowercase))
    });
    if let Some(end) = end.filter(|&e| e > range.start) {
        range.end = end;
    }
    tidy(report.words(sentence.span_of(range)))
}

/// "… and two women the agency reported" without its comma: those counted are not of the name that follows.
fn after_counted(sentence: &Sentence, start: usize, end: usize) -> usize {
    if sentence.tokens.get(start).is_none_or(|t| t.upos != Upos::Num) {
        return start;
    }
    let counted = |t: &Token| {
        t.upos == Upos::Noun && t.feats.contains("Number=Plur") && !t.text.starts_with(char::is_uppercase)
    };
    let before_name = (start + 1..end).find(|&t| {
        sentence.tokens.get(t).is_some_and(counted)
            && sentence.tokens.get(t + 1).is_some_and(|n| n.upos == Upos::Propn)
    });
    before_name.map_or(start, |t| t + 1)
}

/// "initial reports", "recent reporting": nobody in particular; not "media reports", "the judicial report".
pub(crate) fn is_nobody(context: &Context, at: usize, head: usize) -> bool {
    let sentence = context.sentence(at);
    if !context.lists.nouns.get(&lemma(sentence, head)).is_some_and(|n| n.kind == NounKind::Report) {
        return false;
    }
    let mass = !sentence.tokens[head].feats.contains("Number=Plur");
    // "The report said": one that was told of before.
    let known =
        sentence.children(head).any(|c| matches!(form(sentence, c).as_str(), "the" | "this" | "that"));
    // "Information provided by the council": the council's.
    if mass && known && lemma(sentence, head) == "report" || author_of_document(context, at, head).is_some() {
        return false;
    }
    // "Reports from the area", "from Keld": nobody there is named.
    let ground = |c: usize| {
        let place = sentence.mention_at(c).is_some_and(|m| m.label == Label::Place);
        let scene = telling::is(Telling::Scene, &lemma(sentence, c));
        case_of(sentence, c).as_deref() == Some("from") && (place || scene)
    };
    let named = sentence.children(head).any(|c| {
        relation(sentence, c, &["compound", "nmod"]) && !ground(c)
            || (relation(sentence, c, &["acl"]) && c > head && sentence.children(c).count() > 3)
            || (relation(sentence, c, &["amod"])
                && (mass && !matches!(lemma(sentence, head).as_str(), "reporting" | "information")
                    || context.lists.speakers.contains_key(&lemma(sentence, c))))
    });
    !named
}

/// One line, single blanks, no possessive at the end.
pub(crate) fn tidy(text: &str) -> String {
    // "[Text] Colonel X": an editor's mark before the name is none of it.
    let text = text.rsplit(']').next().unwrap_or(text);
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",");
    let bare =
        joined.trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '"' | '“' | '”' | '(' | ')' | ' '));
    // "Ruiz, Okafor, or Maas": the last of them by name; "and 40 others agency ANP reported", its comma lost; "who uses
    // the name Abu Omar".
    let bare = ["or ", "and ", "nor ", "others ", "name "]
        .iter()
        .find_map(|link| bare.strip_prefix(link))
        .unwrap_or(bare);
    let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
    // "NNAs correspondent" of a text that lost its apostrophes.
    let capitals = |t: &&str| t.len() > 2 && t.chars().all(char::is_uppercase);
    let bare = bare.strip_suffix('s').filter(capitals).unwrap_or(bare);
    // "Islamic State (ISIS": half of a bracket is none of the name.
    let open = bare.rfind('(').filter(|&at| !bare[at..].contains(')'));
    let bare = open.map_or(bare, |at| bare[..at].trim_end());
    bare.trim_end_matches(['\'', '’']).to_owned()
}

/// A noun phrase as a name.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) person: bool,
    /// False for a description ("a monitor", "the statement").
    pub(crate) proper: bool,
}

/// The name of the noun phrase headed by a token. Not for pronouns.
pub(crate) fn of_phrase(context: &Context, at: usize, head: usize) -> Option<Named> {
    let sentence = context.sentence(at);
    sentence.tokens.get(head)?;
    // "Spokesmen for the command said": capitals at the start make no name of them.
    let mention = named_mention(sentence, head).filter(|m| !is_word_for_speakers(context, sentence, m));
    if let Some(mention) = mention.filter(|m| m.label == Label::Person) {
        return Some(person(context, sentence, head, mention));
    }
    if let Some(mention) = mention {
        let name = mention_text(context.report, sentence, mention);
        return Some(Named { name, span: sentence.span_of(mention.tokens), person: false, proper: true });
    }
    if let Some(name) = name_before(sentence, head) {
        return of_phrase(context, at, name);
    }
    let author = author_of_document(context, at, head);
    if let Some(author) = author {
        return of_phrase(context, at, author);
    }
    if let Some(appos) = proper_apposition(sentence, head) {
        return of_phrase(context, at, appos);
    }
    let mut span = phrase_span(sentence, head);
    if context.lists.offices.contains_key(&lemma(sentence, head)) {
        span = with_person_after(sentence, span);
    }
    let name = tidy(context.report.words(span));
    let office = context.lists.offices.contains_key(&lemma(sentence, head));
    let person =
        office || sentence.tokens[head].feats.contains("Number=Sing") && is_human(context, sentence, head);
    let proper = sentence.tokens[head].upos == Upos::Propn;
    (!name.is_empty()).then_some(Named { name, span, person, proper })
}

/// A single word at the start of a sentence that the lists know as one for whoever speaks: "Spokesmen", "Officials".
fn is_word_for_speakers(context: &Context, sentence: &Sentence, mention: &Mention) -> bool {
    let word = form(sentence, mention.head);
    let one = match word.strip_suffix("men") {
        Some(stem) => format!("{stem}man"),
        None => word.strip_suffix('s').unwrap_or(&word).to_owned(),
    };
    let listed = context.lists.offices.contains_key(&one) || context.lists.speakers.contains_key(&one);
    mention.tokens.start == 0 && mention.tokens.end == 1 && listed
}

/// An office or another word for a person.
pub(super) fn is_human(context: &Context, sentence: &Sentence, head: usize) -> bool {
    let name = lemma(sentence, head);
    vocabulary::is(Class::Human, &name) || context.lists.offices.contains_key(&name)
}

/// The widest proper mention of a party that a token heads or stands in.
fn named_mention(sentence: &Sentence, head: usize) -> Option<&Mention> {
    sentence
        .mentions
        .iter()
        .filter(|m| m.named && m.tokens.contains(head))
        .filter(|m| matches!(m.label, Label::Person | Label::Organisation | Label::Place | Label::Other))
        .filter(|m| m.head == head || m.tokens.end == head + 1 || m.label == Label::Person)
        .max_by_key(|m| (m.label == Label::Person, m.tokens.end - m.tokens.start))
}

/// "The Northern Observatory a London-based group said": the name that stands right before a description whose
/// comma was lost, or that the tree has made its apposition the wrong way round.
fn name_before(sentence: &Sentence, head: usize) -> Option<usize> {
    if sentence.tokens[head].upos == Upos::Propn {
        return None;
    }
    let article = (0..head).rev().take(5).find(|&t| matches!(form(sentence, t).as_str(), "a" | "an"))?;
    let between_is_phrase = (article + 1..head)
        .all(|t| sentence.tokens[t].upos != Upos::Verb || form(sentence, t).ends_with("ed"));
    let end = article.checked_sub(1).filter(|&t| sentence.tokens[t].text == ",").unwrap_or(article);
    sentence
        .mentions
        .iter()
        .find(|m| {
            m.named
                && (m.tokens.end == end || m.tokens.end == article)
                && m.tokens.start <= 2
                && matches!(m.label, Label::Organisation | Label::Person)
        })
        .filter(|_| between_is_phrase)
        .map(|m| m.head)
}

/// "Another activist group, the Local Coordination Committees": the proper name beside a common noun.
fn proper_apposition(sentence: &Sentence, head: usize) -> Option<usize> {
    if sentence.tokens[head].upos == Upos::Propn {
        return None;
    }
    sentence.children(head).filter(|&c| relation(sentence, c, &["appos"])).find(|&c| {
        named_mention(sentence, c).is_some_and(|m| matches!(m.label, Label::Organisation | Label::Person))
    })
}

/// "Footage from the student union", "a statement by the ministry": who made the document.
pub(super) fn author_of_document(context: &Context, at: usize, head: usize) -> Option<usize> {
    let sentence = context.sentence(at);
    let kind = context.lists.nouns.get(&lemma(sentence, head)).filter(|n| n.kind != NounKind::Charge)?;
    // "The command has issued a communique reporting that …".
    if kind.kind == NounKind::Document && relation(sentence, head, &["obj"]) {
        let verb = super::tree::head(sentence, head)?;
        if telling::is(Telling::SendsOut, &lemma(sentence, verb)) {
            return super::subjects::subject(sentence, verb, 4);
        }
    }
    // "A communique released by the command".
    let issued = sentence
        .children(head)
        .filter(|&c| relation(sentence, c, &["acl"]) && telling::is(Telling::SentOut, &lemma(sentence, c)));
    let by = |clause: usize| {
        sentence
            .children(clause)
            .find(|&c| relation(sentence, c, &["obl"]) && case_of(sentence, c).as_deref() == Some("by"))
    };
    if let Some(author) = issued.filter(|&c| c > head).find_map(by) {
        return Some(author);
    }
    if let Some(owner) = owner_of_medium(context, at, head) {
        return Some(owner);
    }
    // "Reports from Keld": from there, and of nobody.
    let place = |c: usize| {
        case_of(sentence, c).as_deref() == Some("from")
            && named_mention(sentence, c).is_some_and(|m| m.label == Label::Place)
    };
    sentence.children(head).filter(|&c| !place(c)).find(|&c| {
        (relation(sentence, c, &["nmod:poss"])
            || (relation(sentence, c, &["nmod"])
                && matches!(case_of(sentence, c).as_deref(), Some("by" | "from"))))
            && (named_mention(sentence, c).is_some()
                || context.lists.speakers.contains_key(&lemma(sentence, c)))
    })
}

/// "A statement posted on the website of the General Staff": whoever owns the place where it was posted.
fn owner_of_medium(context: &Context, at: usize, document: usize) -> Option<usize> {
    let sentence = context.sentence(at);
    let clauses = || sentence.children(document).filter(|&c| relation(sentence, c, &["acl"]) && c > document);
    let on = |c: &usize| {
        matches!(case_of(sentence, *c).as_deref(), Some("on" | "in" | "through"))
            && vocabulary::is(Class::Medium, &lemma(sentence, *c))
    };
    let medium = clauses().flat_map(|c| sentence.children(c)).chain(sentence.children(document)).find(on)?;
    sentence.children(medium).find(|&c| {
        let of = relation(sentence, c, &["nmod:poss"])
            || relation(sentence, c, &["nmod"]) && case_of(sentence, c).as_deref() == Some("of");
        of && sentence.tokens[c].upos != Upos::Pron
    })
}

/// The words of a noun phrase without articles, counts, clauses and asides.
fn phrase_span(sentence: &Sentence, head: usize) -> Span {
    let mut keep = vec![false; sentence.tokens.len()];
    keep[head] = true;
    for c in sentence.children(head) {
        let after = c > head;
        let kept = match sentence.tokens[c].deprel.split(':').next().unwrap_or("") {
            "compound" | "flat" | "fixed" | "goeswith" => true,
            "amod" => !after && !is_ordinal_or_such(sentence, c),
            "nmod" => {
                // "The government in a statement blamed": where it is told belongs to no name.
                let told_in = telling::is(Telling::Document, &lemma(sentence, c));
                let case = case_of(sentence, c);
                !after
                    || case.as_deref() == Some("in") && !told_in
                    || matches!(
                        case.as_deref(),
                        Some("of" | "for" | "from" | "at" | "on" | "to" | "with" | "within" | "inside")
                    )
            }
            _ => false,
        };
        if kept {
            for (t, inside) in mask(sentence, c, &[]).into_iter().enumerate() {
                keep[t] |= inside && (t < head) == (c < head);
            }
        }
    }
    let mut start = head;
    while start > 0
        && (keep[start - 1] || (is_inner_punctuation(sentence, start - 1) && start >= 2 && keep[start - 2]))
    {
        start -= 1;
    }
    let based = (start..head).find(|&t| matches!(form(sentence, t).as_str(), "based" | "linked"));
    start = based.map_or(start, |b| b + 1);
    while start < head
        && matches!(sentence.tokens[start].upos, Upos::Det | Upos::Punct | Upos::Cconj | Upos::Adp)
    {
        start += 1;
    }
    start = after_counted(sentence, start, head);
    start = name_after_lost_comma(sentence, start, head + 1);
    while start < head && sentence.tokens[start].upos == Upos::Num {
        start += 1;
    }
    while start < head && sentence.tokens[start].upos == Upos::Pron {
        start += 1;
    }
    let mut end = head + 1;
    while end < keep.len() && keep[end] && end < head + 10 && !stops(sentence, end) {
        end += 1;
    }
    if end == head + 1 && start == head {
        end = described_to(sentence, head).unwrap_or(end);
    }
    sentence.span_of(ascribe_model::TokenRange::new(start, end))
}

/// "a photographer contributing to the paper", "a man whose sister was killed": a short description without a
/// comma tells who it is.
fn described_to(sentence: &Sentence, head: usize) -> Option<usize> {
    let clause = sentence.children(head).find(|&c| {
        let whose = sentence.children(c).any(|s| sentence.children(s).any(|w| form(sentence, w) == "whose"));
        c > head && relation(sentence, c, &["acl"]) && (!sentence.relation_is(c, "acl:relcl") || whose)
    })?;
    let own = mask(sentence, clause, &[]);
    let end = (head + 1..own.len()).find(|&t| !own[t]).unwrap_or(own.len());
    let plain = sentence.tokens[head + 1..end].iter().all(|t| !matches!(t.text.as_str(), "," | "that"));
    (plain && end > head + 1 && end <= head + 7).then_some(end)
}

fn stops(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens[token].text == "," || relation(sentence, token, &["acl", "appos", "parataxis"])
}

fn is_inner_punctuation(sentence: &Sentence, token: usize) -> bool {
    matches!(sentence.tokens[token].text.as_str(), "-" | "." | "'" | "’" | "/")
}

/// "another official", "several sources", "some residents".
fn is_ordinal_or_such(sentence: &Sentence, token: usize) -> bool {
    telling::is(Telling::Vague, &form(sentence, token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_marks_and_possessives() {
        assert_eq!(tidy(" the  army’s"), "the army");
        assert_eq!(tidy("SANAs"), "SANA");
        assert_eq!(tidy("name Abu Omar"), "Abu Omar");
        assert_eq!(tidy("others agency ANP"), "agency ANP");
        assert_eq!(tidy("Col. Ana\nPaz,"), "Col. Ana Paz");
        assert_eq!(tidy("Valley Front (VF"), "Valley Front");
    }
}
