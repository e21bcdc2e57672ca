//! The occurrence that a draft has become.

use crate::occurrence::{Occurrence, RoleFill};
use crate::occurrences::draft::{Draft, HARMS, Scene};
use crate::occurrences::{means, phrase, proposed};
use ascribe_codebook::rules::{Fact, TokenFacts};
use ascribe_model::Upos;

pub(super) fn occurrence(number: usize, draft: &Draft, scene: &Scene<'_>) -> Occurrence {
    let tree = &scene.tree;
    let rule = scene.rule(draft);
    let refers = rule.is_some_and(|r| r.refers);
    let mut clause: Vec<usize> = draft.parts.iter().flat_map(|&part| tree.clause(part)).collect();
    clause.sort_unstable();
    clause.dedup();
    let roles: Vec<RoleFill> = draft
        .roles
        .iter()
        .map(|(role, head)| RoleFill {
            role: role.clone(),
            sentence: number,
            head: *head,
            tokens: phrase::noun_phrase(*head, tree),
            confidence: phrase::confidence(*head, draft.head, tree),
        })
        .collect();
    let means = means::means(draft, scene, &clause);
    let nth = is_nth(draft, scene);
    Occurrence {
        sentence: number,
        head: draft.head,
        trigger: draft.trigger,
        kind: means::kind_of(draft, &means, scene),
        means,
        // "Two of the dead were officers": the number counts people.
        aggregate: (rule.is_some_and(|r| r.aggregate) || nth || !draft.effect && sums_up(draft, scene))
            .then_some(true),
        status: rule.map_or_else(|| proposed::status(&draft.kind), |r| r.status),
        rule: rule.map_or_else(
            || proposed::name(draft, tree, scene.rules).to_owned(),
            |r| format!("{} ({}:{})", r.id, r.file, r.line),
        ),
        confidence: draft.sure * phrase::sure(draft.head, tree),
        bare_harm: draft.effect,
        passing: draft.passing && !refers,
        refers: refers || !nth && is_said_of_it(draft, scene),
        definite: is_definite(draft.head, scene),
        roles,
        clause,
    }
}

/// "the attack", "this raid", "Monday's blast".
fn is_definite(head: usize, scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    tree.child(head, "nmod:poss").is_some()
        || tree
            .child(head, "det")
            .is_some_and(|d| matches!(tree.word(d), "the" | "this" | "that" | "these" | "those" | "such"))
}

/// "It was the third bombing there this month", "the raid is the fourth of its kind": so many of them, and not one.
fn is_nth(draft: &Draft, scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    let ordinal = |t: usize| tree.has_feature(t, "NumType=Ord") && tree.lemma(t) != "first";
    let counts = |t: usize| tree.child(t, "cop").is_some();
    let is_own =
        counts(draft.head) && tree.children(draft.head).iter().any(|&c| tree.base(c) == "amod" && ordinal(c));
    let above = || {
        let governor = tree.head(draft.head).filter(|_| tree.base(draft.head) == "nsubj")?;
        (ordinal(governor) && counts(governor)).then_some(governor)
    };
    let Some(root) = is_own.then_some(draft.head).or_else(above) else { return false };
    let below = |t: usize| std::iter::successors(Some(t), |&t| tree.head(t)).take(4).any(|t| t == root);
    let timed = (0..tree.len()).any(|t| scene.facts.is(t, Fact::Time) && below(t));
    let kind = tree.children(root).iter().any(|&c| matches!(tree.lemma(c), "kind" | "sort" | "such"));
    !draft.effect && tree.upos(draft.head) == Upos::Noun && (timed || kind)
}

/// "It was a powerful explosion", "this was an ambush": of what has been told.
fn is_said_of_it(draft: &Draft, scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    let it = tree.child(draft.head, "nsubj").is_some_and(|s| matches!(tree.word(s), "it" | "this" | "that"));
    let named = HARMS.iter().any(|harm| draft.has(harm)) || draft.has("place");
    it && tree.child(draft.head, "cop").is_some()
        && tree.upos(draft.head) == Upos::Noun
        && tree.child(draft.head, "case").is_none()
        && !tree.has_feature(draft.head, "Number=Plur")
        && scene.rules.types().is_violent(&draft.kind)
        && !named
}

/// "29 attacks", "a series of raids", "dozens of airstrikes", "regularly shelled".
fn sums_up(draft: &Draft, scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    let head = draft.head;
    let series = |token: usize| scene.rules.lists().holds("series", tree.lemma(token));
    let governed = tree.head(head).is_some_and(|h| tree.base(head) == "nmod" && series(h));
    // "Recaptured the town despite dozens of raids": the raids are many, the capture is one.
    let beside =
        |c: usize| ["despite", "after", "amid", "following"].iter().any(|word| tree.is_marked(c, word));
    let described = tree.children(head).iter().any(|&c| {
        matches!(tree.base(c), "advmod" | "amod" | "nummod" | "det" | "obl")
            && !beside(c)
            && (series(c) || (tree.base(c) == "nummod" && !matches!(tree.word(c), "one" | "1")))
    });
    governed || described
}
