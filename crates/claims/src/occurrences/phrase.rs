//! Noun phrases and confidence: which tokens a filler covers, how sure the tree was of its arcs.

use ascribe_codebook::rules::Tree;
use ascribe_model::TokenRange;

/// The noun phrase of a head without clauses, appositions and conjuncts.
pub(super) fn noun_phrase(head: usize, tree: &Tree<'_>) -> TokenRange {
    let mut inside = vec![head];
    let mut stack = vec![head];
    while let Some(at) = stack.pop() {
        for &child in tree.children(at) {
            let belongs = match tree.base(child) {
                "det" | "amod" | "compound" | "nummod" | "flat" | "fixed" | "case" | "advmod" => {
                    !(at == head && matches!(tree.base(child), "case"))
                        && (child < head || at != head || tree.base(child) == "flat")
                }
                "nmod" => tree.relation(child) == "nmod:poss" || tree.is_marked(child, "of"),
                _ => false,
            };
            if belongs && !inside.contains(&child) {
                inside.push(child);
                stack.push(child);
            }
        }
    }
    let start = inside.iter().min().copied().unwrap_or(head);
    let end = inside.iter().max().copied().unwrap_or(head);
    TokenRange::new(start, end + 1)
}

/// The least sure arc from a filler up to the trigger, as a probability.
pub(super) fn confidence(head: usize, trigger: usize, tree: &Tree<'_>) -> f32 {
    let mut lowest = sure(head, tree);
    let mut at = head;
    for _ in 0..6 {
        let Some(next) = tree.head(at) else { break };
        if next == trigger {
            break;
        }
        at = next;
        lowest = lowest.min(sure(at, tree));
    }
    lowest
}

/// A margin of log probabilities as a probability: 0 is a toss-up.
pub(super) fn sure(token: usize, tree: &Tree<'_>) -> f32 {
    let margin = tree.sentence.tokens.get(token).map_or(0.0, |t| t.margin.max(0.0));
    1.0 / (1.0 + (-margin).exp())
}
