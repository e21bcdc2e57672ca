//! Owns mention chains: which mentions of a report stand for the same thing. Precision before recall:
//! a mention without a clear antecedent stays alone.
//!
//! Each mention looks back once. Names look for the same or a fuller name ([`namesakes`]), descriptions
//! for a compatible name, noun or verb ([`descriptions`]), pronouns for the closest fitting subject
//! ([`pronouns`]), relative pronouns for their noun.

mod descriptions;
mod namesakes;
mod node;
mod pronouns;
mod victims;

use ascribe_model::{Chain, Label, MentionRef, Outline, Sentence};
use node::{Form, Node};

/// The chains of a report, in text order, each with two mentions or more. "The group" in one item of a
/// digest is not that of another; a name is the same wherever it stands.
pub fn chains(sentences: &[Sentence], outline: &Outline) -> Vec<Chain> {
    let nodes = node::collect(sentences);
    let text = Text { sentences, nodes: &nodes };
    let mut antecedents: Vec<Option<usize>> = Vec::with_capacity(nodes.len());
    for (n, node) in nodes.iter().enumerate() {
        let found = match node.form {
            Form::Name => namesakes::antecedent(&text, n),
            Form::Noun => descriptions::antecedent(&text, n),
            Form::Pronoun => pronouns::antecedent(&text, n, &antecedents),
            Form::Relative(noun) => relative(&text, n, noun),
            Form::Verb => None,
        };
        let passage = |n: usize| sentences.get(nodes[n].sentence).map_or(0, |s| s.passage);
        let meant = |&before: &usize| node.form == Form::Name || outline.reaches(passage(before), passage(n));
        antecedents.push(found.filter(meant));
    }
    gather(&nodes, &antecedents)
}

/// The noun that a relative pronoun repeats; "who" repeats no place ("the mayor of Achi, who").
fn relative(text: &Text<'_>, n: usize, noun: usize) -> Option<usize> {
    let node = &text.nodes[n];
    let found = text.nodes[..n].iter().rposition(|m| m.sentence == node.sentence && m.head == noun)?;
    let word = &text.sentences.get(node.sentence)?.tokens.get(node.head)?.lemma;
    let label = text.nodes[found].label;
    let thing =
        matches!(label, Some(Label::Place | Label::Facility | Label::Weapon | Label::Time | Label::Quantity));
    let fits = match word.as_str() {
        "who" | "whom" => !thing,
        "which" => label != Some(Label::Person),
        _ => true,
    };
    fits.then_some(found)
}

/// What the resolvers look at.
pub struct Text<'a> {
    /// The report's sentences.
    pub sentences: &'a [Sentence],
    /// All mentions in text order.
    pub nodes: &'a [Node],
}

/// Follows antecedents to the first mention of each chain.
fn gather(nodes: &[Node], antecedents: &[Option<usize>]) -> Vec<Chain> {
    let mut first: Vec<usize> = (0..nodes.len()).collect();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for n in 0..nodes.len() {
        if let Some(before) = antecedents[n] {
            first[n] = first[before];
        }
        members[first[n]].push(n);
    }
    let reference =
        |n: usize| MentionRef { sentence: nodes[n].sentence, tokens: nodes[n].tokens, head: nodes[n].head };
    let joined = members.into_iter().filter(|m| m.len() > 1);
    joined.map(|m| Chain { mentions: m.into_iter().map(reference).collect() }).collect()
}

#[cfg(test)]
mod tests;
