//! Owns names that stand for one bearer: the same name again, a shorter form of a fuller one
//! ("Kupchishin", "the Observatory"), and abbreviations ("Syrian Arab Army (SAA) … SAA").

use super::{
    Text,
    node::{Form, Node},
};
use ascribe_model::{Label, Upos};

/// The closest earlier mention with the same name, a fuller one, or its abbreviation.
pub fn antecedent(text: &Text<'_>, n: usize) -> Option<usize> {
    let node = &text.nodes[n];
    let named = |m: &&usize| text.nodes[**m].form == Form::Name;
    let earlier: Vec<usize> = (0..n).rev().collect();
    earlier.iter().filter(named).copied().find(|&m| is_same(text, &text.nodes[m], node))
}

fn is_same(text: &Text<'_>, earlier: &Node, later: &Node) -> bool {
    if earlier.words == later.words {
        return !earlier.words.is_empty() && labels_agree(earlier.label, later.label, true);
    }
    if abbreviates(text, earlier, later) || abbreviates(text, later, earlier) {
        return true;
    }
    if !labels_agree(earlier.label, later.label, false) {
        return false;
    }
    match later.label {
        Some(Label::Person) => is_same_person(text, earlier, later),
        Some(Label::Organisation) => is_short_form(text, earlier, later),
        _ => false,
    }
}

fn labels_agree(a: Option<Label>, b: Option<Label>, equal_words: bool) -> bool {
    a == b
        || (equal_words
            && !matches!(
                (a, b),
                (Some(Label::Person), Some(Label::Place)) | (Some(Label::Place), Some(Label::Person))
            ))
}

/// Proper words of a name: without titles and offices in small letters.
fn proper_words(text: &Text<'_>, node: &Node) -> Vec<String> {
    let Some(sentence) = text.sentences.get(node.sentence) else { return Vec::new() };
    let inside = sentence.tokens.get(node.tokens.range()).unwrap_or(&[]);
    let flat = |i: usize| {
        let token = &inside[i];
        let at = node.tokens.start + i;
        at == node.head
            || (token.upos == Upos::Propn
                && matches!(token.deprel.as_str(), "flat" | "compound" | "goeswith"))
            || matches!(token.text.as_str(), "-")
    };
    let kept =
        (0..inside.len()).filter(|&i| flat(i) && inside[i].upos != Upos::Punct && !is_title(&inside[i].text));
    kept.map(|i| inside[i].text.to_lowercase()).collect()
}

fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    crate::text::is_title(&word)
        || crate::lexicon::classes(&word).iter().any(|(_, kind)| matches!(*kind, "rank" | "office"))
}

/// "Nikolai Kupchishin … Kupchishin": the later words are the end of the earlier name, or of the
/// later name where the report brings the fuller one second.
fn is_same_person(text: &Text<'_>, earlier: &Node, later: &Node) -> bool {
    let (a, b) = (proper_words(text, earlier), proper_words(text, later));
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    let first_names = short.len() > 1
        && long.len() > short.len()
        && short.first() == long.first()
        && short.last() == long.last();
    let surname = !short.is_empty() && short.iter().any(|w| w.len() > 2) && long.ends_with(short);
    // "Ali" for "Ali Hassan Majid": a first name alone, where it is long enough to tell.
    let given = short.len() == 1 && long.len() > 1 && long.first() == short.first() && short[0].len() > 4;
    surname || first_names || given || has_two_surnames(long, short)
}

/// Spanish names bear two surnames, of which the second may be left out, and the first names too: "Luis Mora
/// Prado" is Luis Mora, Mora and, for whom knew him as "Luis Mora", Mora Prado.
fn has_two_surnames(long: &[String], short: &[String]) -> bool {
    let without_second = short.len() > 1 && long.starts_with(short);
    let first_alone = short.len() == 1 && long.len() > 2 && long.get(long.len() - 2) == short.first();
    let overlap = short.len() == 2 && long.len() > 1 && long.last() == short.first();
    without_second || first_alone || overlap
}

/// "the Observatory" for "Syrian Observatory for Human Rights", "Defence Ministry" for "Russian
/// Defence Ministry": the shorter name's words stand in the fuller one in order, with the same head.
fn is_short_form(text: &Text<'_>, earlier: &Node, later: &Node) -> bool {
    if earlier.words.len() <= later.words.len() || earlier.lemma != later.lemma {
        return false;
    }
    let mut rest = earlier.words.iter();
    let in_order = later.words.iter().all(|w| rest.any(|e| e == w));
    // A bare country or a bare "Front" says too little unless it has its article.
    let token =
        text.sentences.get(later.sentence).and_then(|s| s.tokens.get(later.tokens.start.wrapping_sub(1)));
    let definite = token.is_some_and(|t| t.lemma == "the");
    in_order && (later.words.len() > 1 || definite)
}

/// "SAA" for "Syrian Arab Army".
fn abbreviates(text: &Text<'_>, full: &Node, short: &Node) -> bool {
    let [word] = &short.words[..] else { return false };
    let letters: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let printed = text
        .sentences
        .get(short.sentence)
        .and_then(|s| s.tokens.get(short.head))
        .map_or("", |t| t.text.as_str());
    let capitals = printed.chars().filter(|c| c.is_uppercase()).count();
    if letters.len() < 2 || capitals * 2 < letters.len() || full.words.len() < 2 {
        return false;
    }
    let initials = |skip: bool| -> String {
        let words = full.words.iter().filter(|w| {
            !skip || !matches!(w.as_str(), "of" | "the" | "and" | "for" | "in" | "de" | "la" | "para" | "y")
        });
        words.filter_map(|w| w.chars().find(|c| c.is_alphanumeric())).collect()
    };
    let exact = initials(true) == letters || initials(false) == letters;
    exact && (letters.len() > 2 || is_bracketed(text, full, short))
}

/// "(SAA)" right after the full name.
fn is_bracketed(text: &Text<'_>, full: &Node, short: &Node) -> bool {
    let Some(sentence) = text.sentences.get(full.sentence) else { return false };
    let mark = sentence.tokens.get(full.tokens.end).map_or("", |t| t.text.as_str());
    full.sentence == short.sentence && matches!(mark, "(" | "[") && short.tokens.start == full.tokens.end + 1
}
