//! Who is harmed beside another: "was killed along with his driver", "killing nine officers along with a guide".

use super::draft::Draft;
use super::facts::GroundedFacts;
use ascribe_codebook::rules::{Fact, TokenFacts, Tree};

/// Harm that people suffer together.
const SUFFERED: [&str; 4] = ["killed", "injured", "casualties", "captured"];

/// Adds whom the words put beside those harmed. Of somebody beside the doer they say nothing of the kind: "the
/// police along with soldiers arrested two men".
pub(super) fn add(draft: &mut Draft, facts: &GroundedFacts, tree: &Tree<'_>) {
    let Some((role, victim)) = draft.roles.iter().find(|(r, _)| SUFFERED.contains(&r.as_str())).cloned()
    else {
        return;
    };
    let passive = tree.is_passive(draft.head) && victim < draft.head;
    let people = |at: usize| {
        [Fact::People, Fact::Civilian, Fact::Person, Fact::Armed].into_iter().any(|f| facts.is(at, f))
    };
    let beside = |&c: &usize| {
        let after = c > victim && (passive || victim > draft.head);
        c != victim && after && people(c) && (is_along(c, passive, tree) || is_listed(c, victim, tree))
    };
    let hang = [draft.head, victim].into_iter().flat_map(|at| tree.children(at).iter().copied());
    let found: Vec<usize> = hang.filter(beside).collect();
    for c in found {
        draft.roles.retain(|(r, head)| r != "agent" || *head != c);
        draft.add(&role, c);
        let others = tree.children(c).iter().copied().filter(|&o| tree.base(o) == "conj" && people(o));
        others.for_each(|o| draft.add(&role, o));
    }
}

/// "Killed a teacher, his wife and two pupils": his wife is another in the list, whatever the tree says of the comma.
fn is_listed(at: usize, victim: usize, tree: &Tree<'_>) -> bool {
    // The last of the list may hang on either.
    let listed = |of: usize| tree.children(of).iter().any(|&c| c > at && tree.base(c) == "conj");
    let goes_on = listed(victim) || listed(at);
    tree.base(at) == "appos" && tree.head(at) == Some(victim) && is_own(at, tree) && goes_on
}

fn is_own(at: usize, tree: &Tree<'_>) -> bool {
    tree.child(at, "nmod:poss").is_some_and(|p| matches!(tree.word(p), "his" | "her" | "their"))
}

/// "Along with", "together with", "alongside"; where harm is suffered, also "with his driver".
fn is_along(at: usize, passive: bool, tree: &Tree<'_>) -> bool {
    let marked = |word: &str| tree.is_marked(at, word);
    // "Along", "together" may hang anywhere.
    let with = tree.children(at).iter().copied().find(|&c| tree.base(c) == "case" && tree.word(c) == "with");
    let before = with.and_then(|w| w.checked_sub(1)).map_or("", |t| tree.word(t));
    matches!(before, "along" | "together")
        || marked("along")
        || marked("together")
        || marked("alongside")
        || passive && marked("with") && is_own(at, tree)
}
