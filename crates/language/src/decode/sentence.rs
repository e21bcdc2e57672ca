//! Owns one sentence: its words and scores become tokens with heads, relations, lemmas and features.

use super::{
    Lemmas, clauses, counted,
    draft::Draft,
    features, gerunds,
    lemmas::Place,
    lists, objects, openings, participles, phrases, projective, relations, subjects, supposed, titles,
    tree::{self, Square},
    victims,
};
use crate::{
    case,
    network::{Labels, Scores, Vocabulary, log_sum},
    text::Word,
};
use ascribe_model::{Sentence, Span, Token, Upos};

/// What decoding looks things up in.
pub struct Tables {
    /// Meaning of the heads' numbers.
    pub labels: Labels,
    /// Lemmas by form and suffix.
    pub lemmas: Lemmas,
    /// The vocabulary, to tell a shouted word from an abbreviation.
    pub vocabulary: Vocabulary,
}

/// The sentence of these words, which stand in `text` at their spans plus `offset`; mentions are
/// left for later. Without scores the tree is flat.
pub fn sentence(
    text: &str,
    words: &[Word],
    scores: Option<&Scores>,
    tables: &Tables,
    passage: usize,
    offset: usize,
) -> Sentence {
    let fallback = Scores { words: words.len(), ..Scores::default() };
    let scores = scores.filter(|s| s.words == words.len()).unwrap_or(&fallback);
    let size = words.len() + 1;
    let square = log_probabilities(scores, size);
    let mut heads = projective::prefer(&square, tree::best_tree(&square));
    let label = |numbers: &[usize], at: usize, names: &[String]| -> String {
        numbers.get(at).and_then(|&n| names.get(n)).cloned().unwrap_or_default()
    };
    let upos: Vec<Upos> = std::iter::once(Upos::X)
        .chain((0..words.len()).map(|n| {
            let number = scores.upos.get(n);
            number.and_then(|&u| tables.labels.upos.get(u)).copied().unwrap_or(Upos::X)
        }))
        .collect();
    let relation = |dependent: usize, head: usize| {
        let found = label(&scores.rel, dependent * size + head, &tables.labels.rels);
        let found = if found.is_empty() { "dep".to_owned() } else { found };
        relations::fit(&found, head == 0, upos[dependent], upos[head])
    };
    let mut names = vec![String::new()];
    names.extend((1..size).map(|n| relation(n, heads[n])));
    subjects::one_subject_each(&square, &mut heads, &mut names, &relation);
    let forms = std::iter::once(String::new()).chain(words.iter().map(|w| w.of(text).to_lowercase()));
    let mut tree = Draft { forms: forms.collect(), upos, heads, names };
    mend(&mut tree);
    let shouted = case::is_shouted(words.iter().map(|w| w.of(text)));
    let mut tokens: Vec<Token> = (1..size)
        .map(|n| {
            let word = words[n - 1];
            let form = word.of(text);
            let feats = label(&scores.feats, n - 1, &tables.labels.feats);
            let place = Place {
                first: n == 1,
                in_name: tree.upos[tree.heads[n]] == Upos::Propn,
                plural: feats.contains("Number=Plur"),
                possessive: tree.names[n] == "nmod:poss",
            };
            Token {
                span: Span::new(word.span.start + offset, word.span.end + offset),
                text: form.to_owned(),
                lemma: lemma(form, tree.upos[n], place, shouted, tables),
                upos: tree.upos[n],
                head: tree.heads[n].checked_sub(1),
                deprel: std::mem::take(&mut tree.names[n]),
                margin: margin(&square, n, tree.heads[n]),
                feats: if feats == "_" { String::new() } else { feats },
            }
        })
        .collect();
    if tables.labels.feats.is_empty() {
        features::fill(&mut tokens);
    }
    let span = match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.span.join(last.span),
        _ => Span::new(offset, offset),
    };
    Sentence { span, passage, tokens, mentions: Vec::new(), proposals: Vec::new() }
}

/// Sets right what the network often gets wrong, each mend on top of those before it.
fn mend(tree: &mut Draft) {
    phrases::nouns_after_prepositions(tree);
    phrases::end_at_prepositions(tree);
    counted::belong_to_verbs(tree);
    counted::stand_beside(tree);
    counted::with_how_many(tree);
    counted::beside_the_dead(tree);
    lists::nouns_before_designations(tree);
    lists::appositions_of_others(tree);
    objects::belong_to_verbs(tree);
    objects::of_the_nearest_verb(tree);
    objects::beside_the_object(tree);
    objects::on_one_side(tree);
    objects::agents_need_by(tree);
    objects::before_participles(tree);
    victims::before_tellers(tree);
    victims::places_before_tellers(tree);
    clauses::before_a_semicolon(tree);
    clauses::speakers_go_on(tree);
    clauses::second_is_conjunct(tree);
    clauses::of_the_name_before(tree);
    clauses::told_at_the_end(tree);
    clauses::tellers_without_comma(tree);
    clauses::tellers_as_clauses(tree);
    clauses::beside_a_denial(tree);
    participles::what_is_done_next(tree);
    participles::own_participle(tree);
    participles::with_an_object(tree);
    participles::before_prepositions(tree);
    participles::of_the_noun_before(tree);
    participles::harm_of_what_is_told(tree);
    participles::beside_the_like(tree);
    openings::part_from_subjects(tree);
    openings::tells_when(tree);
    titles::describe_names(tree);
    supposed::describe_the_noun(tree);
    gerunds::as_nouns(tree);
}

fn lemma(form: &str, upos: Upos, place: Place, shouted: bool, tables: &Tables) -> String {
    if upos == Upos::Propn && shouted {
        return tables.lemmas.in_place(&case::name_case(form, &tables.vocabulary), upos, place);
    }
    tables.lemmas.in_place(form, upos, place)
}

/// Each row normalised over the heads of this sentence, so that padding has no part in it.
fn log_probabilities(scores: &Scores, size: usize) -> Square {
    if scores.arc.len() < size * size {
        // No scores: the first word heads all others.
        return Square::new(size, |d, h| if h == usize::from(d != 1) { -0.1 } else { -20.0 });
    }
    let totals: Vec<f32> = (0..size).map(|d| log_sum(&scores.arc[d * size..(d + 1) * size])).collect();
    Square::new(size, |d, h| f64::from(scores.arc[d * size + h] - totals[d]))
}

/// How far the head is ahead of the best other one; negative where the tree had to take a worse one.
fn margin(scores: &Square, node: usize, head: usize) -> f32 {
    let size = scores.size();
    let other =
        (0..size).filter(|&h| h != head && h != node).map(|h| scores.at(node, h)).fold(-30.0, f64::max);
    (scores.at(node, head) - other) as f32
}
