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

use ascribe_model::{Chain, MentionRef, Sentence};
use node::{Form, Node};

/// The chains of a report, in text order, each with two mentions or more.
pub fn chains(sentences: &[Sentence]) -> Vec<Chain> {
    let nodes = node::collect(sentences);
    let text = Text { sentences, nodes: &nodes };
    let mut antecedents: Vec<Option<usize>> = Vec::with_capacity(nodes.len());
    for n in 0..nodes.len() {
        let found = match nodes[n].form {
            Form::Name => namesakes::antecedent(&text, n),
            Form::Noun => descriptions::antecedent(&text, n),
            Form::Pronoun => pronouns::antecedent(&text, n, &antecedents),
            Form::Relative(noun) => {
                nodes[..n].iter().rposition(|m| m.sentence == nodes[n].sentence && m.head == noun)
            }
            Form::Verb => None,
        };
        antecedents.push(found);
    }
    gather(&nodes, &antecedents)
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
    for n in 0..nodes.len() {
        if let Some(before) = antecedents[n] {
            first[n] = first[before];
        }
    }
    let mut chains: Vec<Chain> = Vec::new();
    for root in 0..nodes.len() {
        if first[root] != root {
            continue;
        }
        let members = (root..nodes.len()).filter(|&n| first[n] == root);
        let mentions: Vec<MentionRef> = members
            .map(|n| MentionRef { sentence: nodes[n].sentence, tokens: nodes[n].tokens, head: nodes[n].head })
            .collect();
        if mentions.len() > 1 {
            chains.push(Chain { mentions });
        }
    }
    chains
}

#[cfg(test)]
mod tests;
