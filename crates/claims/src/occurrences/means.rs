//! Weapons and methods: the rule's own, and those that the words of the clause name.

use super::draft::{Draft, Scene};

/// Folder of the lists that name them, one file a code of the codebook.
const FOLDER: &str = "means/";

/// Means of a draft, in the order of the text, each once.
pub(super) fn means(draft: &Draft, scene: &Scene<'_>, clause: &[usize]) -> Vec<String> {
    let rule = &scene.rules.rules()[draft.rule];
    let mut found: Vec<String> = Vec::new();
    if scene.rules.types().is_violent(&draft.kind) {
        for &token in clause.iter().filter(|&&t| is_used(t, draft, scene)) {
            for code in scene.rules.lists().phrases_at(FOLDER, token, &scene.tree) {
                let planted = matches!(draft.kind.as_str(), "airstrike" | "shelling")
                    && matches!(code, "ied" | "mine" | "car_bomb");
                if !planted && !found.iter().any(|known| known == code) {
                    found.push(code.to_owned());
                }
            }
        }
    }
    for code in &rule.means {
        if found.is_empty() {
            found.push(code.clone());
        }
    }
    found
}

/// A weapon is a means where it is part of the trigger, does the harm, or stands with, by, from or using;
/// not where it was hit ("destroyed a tank").
fn is_used(token: usize, draft: &Draft, scene: &Scene<'_>) -> bool {
    let hit = draft.roles.iter().any(|(role, head)| {
        (role == "target" || role == "destroyed" || role == "seized" || role == "place" || role == "object")
            && scene.tree.subtree(*head).contains(&token)
    });
    !hit
}
