//! Operations and what they are for.

use super::join;
use crate::occurrences::draft::{Draft, Scene};

/// "Launched an offensive to drive the rebels from Keld": what the operation is for says against whom and where it is.
pub(super) fn join_purposes(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let tree = &scene.tree;
    let is_for = |aim: &Draft, operation: &Draft| {
        let clause =
            matches!(tree.base(aim.head), "advcl" | "acl" | "xcomp") && tree.is_marked(aim.head, "to");
        let above = tree.head(aim.head).filter(|_| clause)?;
        let of_noun = above == operation.head || tree.head(operation.head) == Some(above);
        let kinds = aim.kind == "capture" && operation.kind == "operation";
        (kinds && of_noun && operation.head < aim.head).then_some(1)
    };
    join(drafts, is_for, |aim, operation| {
        for role in ["target", "place"] {
            if !operation.has(role) {
                aim.heads(role).for_each(|head| operation.add(role, head));
            }
        }
        operation.passing = false;
    });
}
