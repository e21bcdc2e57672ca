//! Owns what the second network proposes: words that tell a deed, and who fills its roles.

use crate::network::{DeedScores, Labels, Scores, argmax};
use ascribe_model::{Proposal, ProposedRole, Sentence};

/// Log odds above which a word fills a role: 7 to 3.
const FILLS: f32 = 0.85;

/// The proposals of one sentence, in text order.
pub fn proposals(sentence: &Sentence, scores: Option<&Scores>, labels: &Labels) -> Vec<Proposal> {
    let scored = scores.map_or(&[][..], |s| s.deeds.as_slice());
    scored.iter().filter(|d| d.word < sentence.tokens.len()).map(|d| proposal(sentence, d, labels)).collect()
}

fn proposal(sentence: &Sentence, deed: &DeedScores, labels: &Labels) -> Proposal {
    let none = deed.kinds.first().map_or(1.0, |v| v.exp());
    let kind = 1 + argmax(deed.kinds.get(1..).unwrap_or(&[]));
    let words = sentence.tokens.len();
    let roles = labels.roles.iter().enumerate().flat_map(|(r, role)| {
        let scores = deed.roles.get(r * words..(r + 1) * words).unwrap_or(&[]);
        heads(sentence, deed.word, scores).into_iter().map(|token| ProposedRole {
            role: role.clone(),
            token,
            score: sigmoid(scores[token]),
        })
    });
    Proposal {
        token: deed.word,
        kind: labels.trigger.get(kind).cloned().unwrap_or_default(),
        score: 1.0 - none,
        kind_score: deed.kinds.get(kind).map_or(0.0, |v| v.exp()),
        roles: roles.collect(),
    }
}

/// Of the words that fill a role, those that head its phrases: "rebels" of "rebels of the northern front".
fn heads(sentence: &Sentence, deed: usize, scores: &[f32]) -> Vec<usize> {
    let fills = |token: usize| token != deed && scores.get(token).is_some_and(|&s| s > FILLS);
    let inside = |token: usize| sentence.tokens[token].head.is_some_and(fills);
    (0..scores.len()).filter(|&t| fills(t) && !inside(t) && sentence.tokens[t].upos.is_nominal()).collect()
}

fn sigmoid(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels() -> Labels {
        let list = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect();
        Labels {
            trigger: list(&["none", "attack", "aid"]),
            roles: list(&["agent", "killed"]),
            ..Labels::default()
        }
    }

    #[test]
    fn the_likeliest_type_and_the_heads_of_the_fillers_are_proposed() {
        let sentence = ascribe_testing::sentence(
            "Rebels/rebel/NOUN/4/nsubj of/of/ADP/3/case Keld/Keld/PROPN/1/nmod waylaid/waylay/VERB/0/root nine/nine/NUM/4/obj",
        );
        let kinds = [0.1_f32, 0.7, 0.2].map(f32::ln).to_vec();
        let agent = [2.0, -3.0, 1.0, -9.0, -9.0];
        let killed = [-9.0, -9.0, -9.0, 5.0, 3.0];
        let deed = DeedScores { word: 3, kinds, roles: [agent, killed].concat() };
        let scores = Scores { words: 5, deeds: vec![deed], ..Scores::default() };
        let found = proposals(&sentence, Some(&scores), &labels());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].token, found[0].kind.as_str()), (3, "attack"));
        assert!((found[0].score - 0.9).abs() < 1e-6 && (found[0].kind_score - 0.7).abs() < 1e-6);
        // "Keld" stands inside the agent's phrase; the verb is no filler.
        let roles: Vec<(&str, usize)> = found[0].roles.iter().map(|r| (r.role.as_str(), r.token)).collect();
        assert_eq!(roles, [("agent", 0), ("killed", 4)]);
    }

    #[test]
    fn without_scores_nothing_is_proposed() {
        let sentence = ascribe_testing::sentence("Nothing/nothing/PRON/0/root");
        assert!(proposals(&sentence, None, &labels()).is_empty());
        let deed = DeedScores { word: 7, kinds: vec![0.0, -1.0], roles: vec![] };
        let scores = Scores { words: 1, deeds: vec![deed], ..Scores::default() };
        assert!(proposals(&sentence, Some(&scores), &Labels::default()).is_empty());
    }
}
