//! Tests conditions on a trigger whose roles are filled.

use super::facts::TokenFacts;
use super::syntax::{Atom, Condition, Form};
use super::tree::Tree;
use super::trigger::{Found, inside_name};
use super::walk::{follow, passes};
use ascribe_model::Upos;

/// A trigger with its roles so far.
pub(super) struct Candidate<'a> {
    pub found: Found,
    pub roles: &'a [(String, Vec<usize>)],
}

impl Candidate<'_> {
    fn fillers(&self, role: &str) -> &[usize] {
        self.roles.iter().find(|(name, _)| name == role).map_or(&[], |(_, heads)| heads)
    }
}

/// True where the condition holds.
pub(super) fn holds(
    condition: &Condition,
    at: &Candidate<'_>,
    tree: &Tree<'_>,
    facts: &dyn TokenFacts,
) -> bool {
    let any = condition.any.iter().any(|all| all.iter().all(|atom| is_true(atom, at, tree, facts)));
    any != condition.negated
}

fn is_true(atom: &Atom, at: &Candidate<'_>, tree: &Tree<'_>, facts: &dyn TokenFacts) -> bool {
    match atom {
        Atom::Filled { role, wanted } => at.fillers(role).is_empty() != *wanted,
        Atom::Role { role, filter, wanted } => {
            at.fillers(role).iter().any(|&head| passes(filter, head, tree, facts)) == *wanted
        }
        Atom::Path { path, wanted } => follow(path, at.found.head, tree, facts).is_empty() != *wanted,
        Atom::Clause { filter, wanted } => {
            tree.clause(at.found.head)
                .into_iter()
                .any(|t| !at.found.range.contains(t) && passes(filter, t, tree, facts))
                == *wanted
        }
        Atom::Sentence { filter, wanted } => {
            (0..tree.len()).any(|t| !at.found.range.contains(t) && passes(filter, t, tree, facts)) == *wanted
        }
        Atom::Trigger { form, wanted } => has_form(*form, at.found, tree) == *wanted,
        Atom::TriggerIs { filter, wanted } => passes(filter, at.found.head, tree, facts) == *wanted,
    }
}

fn has_form(form: Form, found: Found, tree: &Tree<'_>) -> bool {
    let head = found.head;
    let child_says = |relation: &str, words: &[&str]| {
        tree.children(head).iter().any(|&c| tree.base(c) == relation && words.contains(&tree.word(c)))
    };
    match form {
        Form::Plural => tree.has_feature(head, "Number=Plur") || is_plural(head, tree),
        Form::Passive => tree.is_passive(head),
        Form::Finite => tree.has_feature(head, "VerbForm=Fin"),
        Form::Infinitive => tree.has_feature(head, "VerbForm=Inf") || tree.is_marked(head, "to"),
        Form::Participle => tree.has_feature(head, "VerbForm=Part") || tree.has_feature(head, "VerbForm=Ger"),
        Form::Definite => {
            child_says("det", &["the", "this", "that", "these", "those"])
                || tree.child(head, "nmod:poss").is_some()
        }
        Form::Proper => inside_name(head, tree),
        Form::Present => tree.has_feature(head, "Tense=Pres"),
        Form::Modifier => tree.base(head) == "compound" && tree.head(head).is_some_and(|h| h > head),
        Form::Root => tree.head(head).is_none(),
        Form::Negated => child_says("advmod", &["not", "n't", "n’t", "never"]) || child_says("det", &["no"]),
    }
}

fn is_plural(head: usize, tree: &Tree<'_>) -> bool {
    matches!(tree.upos(head), Upos::Noun | Upos::Propn)
        && tree.word(head) != tree.lemma(head)
        && tree.word(head).ends_with('s')
}
