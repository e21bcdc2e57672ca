//! Which mention belongs to which occurrence of a sentence: the path between them in the tree.
//!
//! "A raid in Hama killed three and shelling in Idlib wounded two": Hama is nearer to "raid", and the way
//! from Idlib to "raid" leads through "shelling".

use ascribe_model::Sentence;
use std::ops::Range;

/// The way from one token to another in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// Other occurrences' triggers on the way.
    pub through: usize,
    /// Arcs, clause borders counting double.
    pub length: usize,
}

/// The way from `from` to `to`; `triggers` are the token ranges of all occurrences in the sentence.
pub fn way(
    sentence: &Sentence,
    from: usize,
    to: usize,
    own: &Range<usize>,
    triggers: &[Range<usize>],
) -> Way {
    let up_from = ancestors(sentence, from);
    let up_to = ancestors(sentence, to);
    let meet = up_from.iter().copied().find(|t| up_to.contains(t));
    let mut path: Vec<usize> = vec![];
    let climbs = [&up_from, &up_to];
    for climb in climbs {
        path.extend(climb.iter().copied().take_while(|t| Some(*t) != meet));
    }
    let length = path.iter().map(|&t| if is_clause(sentence, t) { 2 } else { 1 }).sum();
    let through = triggers
        .iter()
        .filter(|r| *r != own)
        .filter(|r| path.iter().chain(meet.iter()).any(|t| r.contains(t) && *t != from && !own.contains(t)))
        .count();
    Way { through, length }
}

/// The token and its ancestors up to the root; safe on any head assignment.
pub fn ancestors(sentence: &Sentence, token: usize) -> Vec<usize> {
    let mut chain = vec![];
    let mut at = Some(token);
    while let Some(t) = at {
        if chain.contains(&t) || t >= sentence.tokens.len() {
            break;
        }
        chain.push(t);
        at = sentence.tokens[t].head;
    }
    chain
}

/// The token that carries the phrase's relation: of "the army and the police" the army.
pub fn first_of_phrase(sentence: &Sentence, head: usize) -> usize {
    let inner = |t: usize| ["conj", "appos", "flat", "compound"].iter().any(|r| sentence.relation_is(t, r));
    ancestors(sentence, head).into_iter().find(|&t| !inner(t)).unwrap_or(head)
}

fn is_clause(sentence: &Sentence, token: usize) -> bool {
    ["ccomp", "advcl", "parataxis", "acl:relcl", "csubj"].iter().any(|r| sentence.relation_is(token, r))
}
