//! The places that a report is about: "The Battle of Keld was fought …", "Bomb kills five in Keld" as its title.

use super::Named;
use super::vocabulary::{Class, is};
use ascribe_model::{Analysis, Report};

/// The names of the places that the report is about.
pub(super) fn topics(report: &Report, analysis: &Analysis, named: &[Named]) -> Vec<String> {
    let title = report.metadata.title.as_deref().unwrap_or("");
    let about = |n: &&Named| stands_in(title, &n.name) || gives_its_name(analysis, n);
    let mut names: Vec<String> = named.iter().filter(about).map(|n| n.name.clone()).collect();
    names.sort();
    names.dedup();
    names
}

/// True where the words hold the name, whole.
fn stands_in(words: &str, name: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    words.match_indices(name).any(|(at, found)| {
        let (before, after) = (words.get(..at), words.get(at + found.len()..));
        edge(before.and_then(|w| w.chars().next_back())) && edge(after.and_then(|w| w.chars().next()))
    })
}

/// "The Battle of Keld", "the 1992 siege of Keld" in the first sentence of the report.
fn gives_its_name(analysis: &Analysis, named: &Named) -> bool {
    let Some(sentence) = analysis.sentences.first().filter(|_| named.span.sentence == 0) else {
        return false;
    };
    let back = |n: usize| named.span.tokens.start.checked_sub(n).and_then(|i| sentence.tokens.get(i));
    let of = back(1).is_some_and(|t| t.text == "of");
    of && back(2).is_some_and(|t| is(Class::Befalls, &t.text.to_lowercase()))
}
