//! Two who tell in one sentence: "The army said that forty rebels died, while the rebels claimed that nine soldiers did".

use super::draft::Scene;
use ascribe_model::Upos;

/// Arcs up to the verb of telling, at most.
const REACH: usize = 12;

/// True where each of the two is told by somebody else, so that neither is the harm or the cause of the other.
pub(super) fn apart(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let both = teller(scene, a).zip(teller(scene, b));
    both.is_some_and(|(x, y)| x != y)
}

/// The nearest verb of telling above, with somebody named who tells: "they" goes on with what was told.
fn teller(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let tree = &scene.tree;
    let tells = |&verb: &usize| {
        let subject = tree.child(verb, "nsubj").filter(|&s| tree.upos(s) != Upos::Pron);
        subject.is_some() && scene.rules.lists().holds("telling-verbs", tree.lemma(verb))
    };
    std::iter::successors(tree.head(at), |&t| tree.head(t)).take(REACH).find(tells)
}
