//! Captives that are held or freed and how they were taken.

use super::join;
use crate::occurrences::draft::{Draft, Scene};
use crate::vocabulary::{self, Class};
use ascribe_codebook::rules::{Fact, TokenFacts};

/// "The group freed three sailors who had been seized from a tanker": whoever frees them had taken them.
pub(super) fn taken_by_releasers(drafts: &mut [Draft], scene: &Scene<'_>) {
    let tree = &scene.tree;
    let freed: Vec<(usize, Vec<usize>)> = drafts
        .iter()
        .filter(|d| scene.rule(d).is_some_and(|r| r.id == "release-captives") && d.has("agent"))
        .flat_map(|d| d.heads("target").map(|t| (t, d.heads("agent").collect())).collect::<Vec<_>>())
        .collect();
    for taken in
        drafts.iter_mut().filter(|d| matches!(d.kind.as_str(), "arrest" | "abduction") && !d.has("agent"))
    {
        let whom = tree.head(taken.head).filter(|_| tree.base(taken.head) == "acl");
        let Some((_, by)) = freed.iter().find(|(target, _)| Some(*target) == whom) else { continue };
        let state = |head: usize| {
            vocabulary::is(Class::Jailer, tree.lemma(head)) || scene.facts.is(head, Fact::Country)
        };
        if !by.iter().any(|&head| state(head)) {
            taken.kind = "abduction".to_owned();
            by.iter().for_each(|&head| taken.add("agent", head));
        }
    }
}

/// "Holds nine girls whom it seized in Keld": captives held are those taken, there and then.
pub(super) fn join_captives(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let taken = |held: &Draft, taken: &Draft| {
        let of_captives = scene.tree.base(taken.head) == "acl"
            && scene.tree.head(taken.head).is_some_and(|h| held.heads("captured").any(|c| c == h));
        let kinds = held.kind == "abduction" && matches!(taken.kind.as_str(), "abduction" | "arrest");
        (kinds && of_captives).then_some(1)
    };
    join(drafts, taken, |held, taken| {
        taken.kind.clone_from(&held.kind);
        taken.roles.retain(|(role, _)| role != "agent" || !held.has("agent"));
        held.heads("agent").collect::<Vec<_>>().into_iter().for_each(|head| taken.add("agent", head));
    });
}
