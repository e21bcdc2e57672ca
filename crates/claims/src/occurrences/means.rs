//! Weapons and methods: the rule's own, and those that the words of the clause name.

use super::draft::{Draft, Scene};

/// Means of a draft, in the order of the text, each once.
pub(super) fn means(draft: &Draft, scene: &Scene<'_>, clause: &[usize]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let words: Vec<&str> = (0..scene.tree.len()).map(|t| scene.tree.word(t)).collect();
    let lemmas: Vec<&str> = (0..scene.tree.len()).map(|t| scene.tree.lemma(t)).collect();
    let violent = scene.rules.types().is_violent(&draft.kind);
    // "car bomb": what stands in a longer phrase names nothing of its own.
    let mut end = 0;
    for &token in clause.iter().filter(|_| violent) {
        if token < end {
            continue;
        }
        let named = [&words, &lemmas].into_iter().filter_map(|w| scene.rules.weapons().at(w, token));
        let Some((means, len)) = named.max_by_key(|(_, len)| *len) else { continue };
        // "An attack on the axes of Keld and Sarda": ways, and no tools.
        if words[token] == "axes" && words.get(token + 1) == Some(&"of") {
            continue;
        }
        end = token + len;
        if let Some(code) = means.filter(|_| is_used(token, draft, scene)) {
            let planted = matches!(draft.kind.as_str(), "airstrike" | "shelling")
                && matches!(code, "ied" | "mine" | "car_bomb");
            // "The air force shot down three drones": nobody fired a rifle.
            let downed = draft.kind == "destruction" && lemmas[token] == "shoot";
            if !planted && !downed && !found.iter().any(|known| known == code) {
                found.push(code.to_owned());
            }
        }
    }
    for code in scene.rule(draft).map_or(&[][..], |rule| &rule.means) {
        if found.is_empty() {
            found.push(code.clone());
        }
    }
    found
}

/// "Targeted the town with rockets", "a massacre carried out by warplanes": an attack by the weapon that alone is told.
pub(super) fn kind_of(draft: &Draft, means: &[String], scene: &Scene<'_>) -> String {
    const FIRED: [&str; 4] = ["artillery", "mortar", "rocket", "missile"];
    let all = |of: &[&str]| !means.is_empty() && means.iter().all(|m| of.contains(&m.as_str()));
    let flown =
        draft.heads("agent").any(|head| scene.rules.lists().holds("aircraft", scene.tree.lemma(head)));
    match draft.kind.as_str() {
        "attack" | "explosion" if all(&["barrel_bomb"]) => "airstrike".to_owned(),
        "attack" if flown => "airstrike".to_owned(),
        "attack" if all(&FIRED) && !scene.rule(draft).is_some_and(|r| r.effect) => "shelling".to_owned(),
        kind => kind.to_owned(),
    }
}

/// A weapon is a means where it is part of the trigger, does the harm, or stands with, by, from or using;
/// not where it was hit ("destroyed a tank").
fn is_used(token: usize, draft: &Draft, scene: &Scene<'_>) -> bool {
    let hit = draft.roles.iter().any(|(role, head)| {
        (role == "target" || role == "destroyed" || role == "seized" || role == "place" || role == "object")
            && scene.tree.subtree(*head).contains(&token)
    });
    !hit && !is_of_another(token, draft, scene)
}

/// "Following the mine blast, troops came under fire", "in response to the rockets": the weapon of what went
/// before.
fn is_of_another(token: usize, draft: &Draft, scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    let mut at = token;
    for _ in 0..6 {
        let before = ["after", "following", "before", "despite"].iter().any(|word| tree.is_marked(at, word))
            || matches!(tree.lemma(at), "response" | "retaliation" | "reprisal");
        if before {
            return !draft.parts.iter().any(|part| tree.subtree(at).contains(part));
        }
        match tree.head(at).filter(|_| !draft.parts.contains(&at)) {
            Some(head) => at = head,
            None => return false,
        }
    }
    false
}
