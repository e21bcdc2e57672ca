//! Sentences with trees written by hand, for tests: `They/PRON/2/nsubj fled/flee/VERB/0/root`.
//!
//! A word is `form/lemma/UPOS/head/relation/feats`; heads count from 1 and 0 is the root, as in CoNLL-U. The feats may
//! be missing, with `;` between them; of lemma and part of speech one may be missing too. A form alone has no tree.
//! What is written wrongly panics: that is a fault of the test.
#![allow(clippy::expect_used, clippy::panic)]

use ascribe_model::{
    Analysis, Passage, PassageKind, Place, PlaceMention, Report, Sentence, Span, Token, TokenRange, Upos,
};

/// One sentence whose words are joined by single blanks.
pub fn sentence(words: &str) -> Sentence {
    tree(words.split_whitespace().map(|word| word.split('/').collect()), 0)
}

/// One sentence from the cells of its words, beginning at byte `offset` of its report.
pub fn tree<'a>(rows: impl IntoIterator<Item = Vec<&'a str>>, offset: usize) -> Sentence {
    let mut at = offset;
    let tokens: Vec<Token> = rows
        .into_iter()
        .map(|cells| {
            let token = token(&cells, at);
            at = token.span.end + 1;
            token
        })
        .collect();
    let span = Span::new(offset, at.saturating_sub(1).max(offset));
    Sentence { span, tokens, ..Sentence::default() }
}

/// A report of one passage with these sentences, joined by single blanks.
pub fn report<'a>(
    sentences: impl IntoIterator<Item = impl IntoIterator<Item = Vec<&'a str>>>,
) -> (Report, Analysis) {
    let mut text = String::new();
    let mut analysis = Analysis::default();
    for rows in sentences {
        if !text.is_empty() {
            text.push(' ');
        }
        let sentence = tree(rows, text.len());
        let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
        text.push_str(&words.join(" "));
        analysis.sentences.push(sentence);
    }
    let body = Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None };
    (Report { text, passages: vec![body], ..Report::default() }, analysis)
}

/// A place named by the one word at `at` of the first sentence.
pub fn place_at(at: usize, place: Place) -> PlaceMention {
    PlaceMention {
        sentence: 0,
        tokens: TokenRange::new(at, at + 1),
        head: at,
        place,
        alternatives: vec![],
        confidence: 1.0,
        by: String::new(),
    }
}

fn token(cells: &[&str], at: usize) -> Token {
    let upos_of = |cell: &str| Upos::ALL.iter().find(|(_, name)| *name == cell).map(|(upos, _)| *upos);
    let (form, lemma, upos, rest) = match cells {
        [form] => (*form, Some(*form), None, &[][..]),
        [form, upos, rest @ ..] if rest.len() == 2 && upos_of(upos).is_some() => {
            (*form, None, upos_of(upos), rest)
        }
        [form, lemma, rest @ ..] if rest.len() == 2 => (*form, Some(*lemma), None, rest),
        [form, lemma, upos, rest @ ..] if upos_of(upos).is_some() => {
            (*form, Some(*lemma), upos_of(upos), rest)
        }
        _ => panic!("not a word of a tree: {}", cells.join("/")),
    };
    let head = rest.first().map(|head| head.parse::<usize>().expect("the head is a number"));
    let plural = lemma.is_none() && upos == Some(Upos::Noun) && form.ends_with('s');
    let feats = rest.get(2).map(|feats| feats.replace(';', "|"));
    Token {
        span: Span::new(at, at + form.len()),
        text: form.to_owned(),
        lemma: lemma.map_or_else(|| guessed(form, upos, plural), str::to_owned),
        upos: upos.unwrap_or(Upos::X),
        head: head.and_then(|head| head.checked_sub(1)),
        deprel: rest.get(1).copied().unwrap_or("dep").to_owned(),
        margin: 5.0,
        feats: feats.unwrap_or_else(|| if plural { "Number=Plur".to_owned() } else { String::new() }),
    }
}

/// The lemma of a word without one: names keep their form, plural nouns lose their "s".
fn guessed(form: &str, upos: Option<Upos>, plural: bool) -> String {
    match upos {
        Some(Upos::Propn) => form.to_owned(),
        _ if plural => form.trim_end_matches('s').to_lowercase(),
        _ => form.to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_are_missing_are_filled_in() {
        let read =
            sentence("Rebels/NOUN/2/nsubj fled/flee/0/root Keld/Keld/PROPN/2/obj/Number=Sing;Case=Acc .");
        let lemmas: Vec<&str> = read.tokens.iter().map(|t| t.lemma.as_str()).collect();
        assert_eq!(lemmas, ["rebel", "flee", "Keld", "."]);
        let heads: Vec<Option<usize>> = read.tokens.iter().map(|t| t.head).collect();
        assert_eq!(heads, [Some(1), None, Some(1), None]);
        assert_eq!((read.tokens[0].feats.as_str(), read.tokens[1].upos), ("Number=Plur", Upos::X));
        assert_eq!(read.tokens[2].feats, "Number=Sing|Case=Acc");
    }

    #[test]
    fn spans_are_those_of_the_words_joined_by_blanks() {
        let rows = |words: &'static str| words.split(' ').map(|w| w.split('/').collect::<Vec<_>>());
        let (report, analysis) = report([rows("They fled ."), rows("It burnt .")]);
        assert_eq!(report.text, "They fled . It burnt .");
        let span = analysis.sentences[1].tokens[1].span;
        assert_eq!(&report.text[span.start..span.end], "burnt");
        assert_eq!(analysis.sentences[1].span, Span::new(12, 22));
    }
}
