//! How two triggers of one sentence hang together: the arcs between them.

use super::draft::{Draft, HARMS, Scene};
use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_model::Analysis;

/// Arcs up from `from` to `to`, both ends apart; `None` where `to` is not above or too far.
fn climb(scene: &Scene<'_>, from: usize, to: usize, most: usize) -> Option<Vec<usize>> {
    let mut passed = vec![from];
    let mut at = from;
    for _ in 0..most {
        at = scene.tree.head(at)?;
        if at == to {
            return Some(passed);
        }
        passed.push(at);
    }
    None
}

/// The lowest token above (or at) both, with the arcs on each side.
fn meet(scene: &Scene<'_>, a: usize, b: usize) -> Option<(usize, Vec<usize>, Vec<usize>)> {
    let mut above = vec![a];
    let mut at = a;
    while let Some(head) = scene.tree.head(at) {
        if above.len() > scene.tree.len() {
            return None;
        }
        above.push(head);
        at = head;
    }
    let mut right = Vec::new();
    let mut at = b;
    loop {
        if let Some(place) = above.iter().position(|&t| t == at) {
            above.truncate(place);
            return Some((at, above, right));
        }
        if right.len() > scene.tree.len() {
            return None;
        }
        right.push(at);
        at = scene.tree.head(at)?;
    }
}

/// How far the cause of a harm is, in arcs; `None` where the words do not tie the two together.
/// "A bomb exploded, killing five" 1; "five were killed in an attack" 1; "an attack that killed five" 1;
/// "launched an attack, killing five" 2.
pub(super) fn distance(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> Option<usize> {
    let tree = &scene.tree;
    if is_threatened(scene, effect.head) {
        return None;
    }
    if tree.logical_subject(effect.head).contains(&cause.head) {
        return Some(0);
    }
    if let Some(up) = climb(scene, effect.head, cause.head, 4) {
        let another = up.last() == Some(&effect.head) && takes_others(scene, effect, cause);
        return (!another && open(scene, &up, effect, cause)).then_some(up.len());
    }
    if let Some(down) = climb(scene, cause.head, effect.head, 4) {
        // "killing five and abducting two": what is told beside the harm is seldom its cause.
        let beside = down.last().is_some_and(|&t| tree.base(t) == "conj" && tree.is_verbal(t));
        let another = beside && matches!(cause.kind.as_str(), "abduction" | "arrest" | "seizure");
        let another = another
            || beside && hurts_others(scene, &down, cause)
            || told_before(scene, &down)
            || is_answered(scene, &down)
            || is_long_before(scene, &down);
        let open = !another && !names_victim(scene, &down, effect) && open(scene, &down, effect, cause);
        return open.then_some(down.len() + if beside { 4 } else { 0 });
    }
    let (_, left, right) = meet(scene, effect.head, cause.head)?;
    let near =
        left.len() <= 3 && right.len() <= 3 && !is_answered(scene, &right) && !is_long_before(scene, &right);
    (near && open(scene, &left, effect, cause) && open(scene, &right, effect, cause))
        .then_some(left.len() + right.len() + 1)
}

/// "Kidnapping a sailor and killing a guard": taking one man kills no other.
fn takes_others(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let killed: Vec<usize> = effect.heads("killed").collect();
    let same = cause.heads("captured").any(|head| killed.contains(&head));
    let beside = scene.tree.base(effect.head) == "conj" && scene.tree.is_verbal(cause.head);
    beside && !killed.is_empty() && !same && matches!(cause.kind.as_str(), "abduction" | "arrest")
}

/// "A driver was shot dead in Keld and a mine injured two guards": what is told beside has hurt people of its own.
fn hurts_others(scene: &Scene<'_>, down: &[usize], cause: &Draft) -> bool {
    let Some(&verb) = down.last() else { return false };
    let does = scene.tree.child(verb, "nsubj") == Some(cause.head);
    let harms = scene.rules.lists().holds("harm-verbs", scene.tree.lemma(verb));
    does && harms && scene.tree.child(verb, "obj").is_some()
}

/// "Killed two officers in retaliation for the bombing": what is answered is not what killed them.
fn is_answered(scene: &Scene<'_>, down: &[usize]) -> bool {
    let answers = |word: &str| matches!(word, "response" | "avenge") || deeds::is(Deed::Revenge, word);
    down.iter().skip(1).any(|&t| answers(scene.tree.lemma(t)))
}

/// "Found shot dead two days after a bombing killed nine": days lie between.
fn is_long_before(scene: &Scene<'_>, down: &[usize]) -> bool {
    const TIMES: [&str; 6] = ["hour", "day", "week", "month", "year", "decade"];
    let tree = &scene.tree;
    let span = |t: usize| TIMES.contains(&tree.lemma(t));
    let measured = |t: usize| {
        let after = |c: usize| tree.head(c) == Some(t) && tree.word(c) == "after";
        (0..t).any(|c| after(c) && c > 0 && span(c - 1))
    };
    down.iter().any(|&t| measured(t))
}

/// "Burned to death in a church where they had sought refuge from the clashes": what sent them there came before.
fn told_before(scene: &Scene<'_>, down: &[usize]) -> bool {
    let had = |t: usize| scene.tree.child(t, "aux").is_some_and(|aux| scene.tree.word(aux) == "had");
    down.iter().any(|&t| scene.tree.relation(t) == "acl:relcl" && had(t))
}

/// "The group, which burned the club, threatened to kill nine judges": what is threatened came of nothing yet.
fn is_threatened(scene: &Scene<'_>, harm: usize) -> bool {
    let tree = &scene.tree;
    tree.is_marked(harm, "to")
        && tree.head(harm).is_some_and(|h| vocabulary::is(Class::Threat, tree.lemma(h)))
}

/// "Five soldiers were killed and nine villagers injured when a mine went off": the mine that is tied to the second
/// victims of a list is tied to the first, too.
pub(super) fn in_list(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> Option<usize> {
    let harmed = |draft: &Draft| -> Vec<usize> {
        let roles = draft.roles.iter().filter(|(role, _)| HARMS.contains(&role.as_str()));
        roles.map(|(_, head)| *head).collect()
    };
    let first = harmed(effect);
    if scene.tree.head(cause.head).is_some_and(|verb| hurts_others(scene, &[verb], cause)) {
        return None;
    }
    let listed = |c: usize| {
        scene.tree.base(c) == "conj"
            && scene.tree.head(c).is_some_and(|h| first.contains(&h) || h == effect.head)
    };
    // "Nine were killed, 30 wounded when militiamen attacked": the words of harm stand side by side.
    let beside = |&p: &usize| {
        p != cause.head
            && matches!(scene.tree.base(p), "conj" | "parataxis")
            && scene.tree.head(p) == Some(effect.head)
    };
    // "Has left 600 dead and 1,000 wounded".
    let left = scene.tree.head(effect.head).filter(|_| scene.tree.base(effect.head) == "conj");
    let left = left.filter(|&dead| scene.tree.base(dead) == "xcomp").and_then(|dead| scene.tree.head(dead));
    let with_dead = |head: usize| left.is_some() && scene.tree.head(head) == left;
    (harmed(cause).into_iter().any(|head| listed(head) || with_dead(head)) || cause.parts.iter().any(beside))
        .then_some(FAR)
}

/// Farther than any arcs.
const FAR: usize = 9;

/// "The suspect in the bombing was shot": what tells which person was hit did not hit him; "victims of the blast
/// died" of it.
fn names_victim(scene: &Scene<'_>, down: &[usize], effect: &Draft) -> bool {
    let victim = |t: &usize| effect.roles.iter().any(|(role, head)| head == t && role != "agent");
    down.iter().skip(1).any(|t| victim(t) && vocabulary::is(Class::Culprit, scene.tree.lemma(*t)))
}

/// False where an arc leads into speech or into a coordinate clause about others.
fn open(scene: &Scene<'_>, arcs: &[usize], effect: &Draft, cause: &Draft) -> bool {
    arcs.iter().all(|&token| match scene.tree.base(token) {
        "ccomp" => leads_on(scene, token),
        "csubj" => false,
        "conj" | "parataxis" if scene.tree.is_verbal(token) => !another_actor(scene, token, effect, cause),
        _ => true,
    })
}

/// "which resulted in nine people dying", "forced thousands to flee": what came of it, no speech.
pub(super) fn leads_on(scene: &Scene<'_>, token: usize) -> bool {
    let governor = scene.tree.head(token).map(|h| scene.tree.lemma(h));
    governor.is_some_and(|lemma| scene.rules.lists().holds("result-verbs", lemma))
}

/// "Troops killed nine rebels after gunmen attacked a post": the doer of the harm answers what another did.
pub(super) fn answers(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let mut up = std::iter::successors(Some(cause.head), |&t| tree.head(t)).take(tree.len());
    let clause = up.find(|&t| tree.head(t) == Some(effect.head));
    let after = clause.is_some_and(|t| {
        tree.base(t) == "advcl" && ["after", "when", "as", "since"].iter().any(|word| tree.is_marked(t, word))
    });
    // "Gunmen killed nine when they stormed the post": they are the gunmen.
    let named = |head: usize| tree.upos(head) != ascribe_model::Upos::Pron;
    let doers: Vec<usize> = cause.heads("agent").filter(|&head| named(head)).collect();
    let own =
        effect.heads("agent").next().is_some() && !effect.heads("agent").any(|head| doers.contains(&head));
    after && own && !doers.is_empty()
}

/// "Killed five officers before he was blown up", "was murdered hours before his aide was killed": what comes after is
/// not the cause, nor its harm.
pub(super) fn comes_later(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let later = |first: usize, second: usize| {
        let mut up = std::iter::successors(Some(second), |&t| tree.head(t)).take(tree.len());
        up.any(|t| {
            let marked = ["before", "until"].iter().any(|word| tree.is_marked(t, word));
            tree.base(t) == "advcl" && marked && first < t && tree.head(t).is_some()
        })
    };
    let another = tree.child(effect.head, "nsubj:pass").is_some();
    later(effect.head, cause.head) || another && later(cause.head, effect.head)
}

/// "Days after a *raid*, a woman was killed": in something else.
pub(crate) fn is_days_before(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    const SPANS: [&str; 5] = ["day", "week", "month", "year", "decade"];
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let token = |at: usize| sentence.tokens.get(at);
    let span = token(occurrence.head).and_then(|t| t.head).and_then(token);
    let after = sentence.child(occurrence.head, &["case"]).and_then(token);
    span.is_some_and(|t| SPANS.contains(&t.lemma.as_str()))
        && after.is_some_and(|t| t.text.eq_ignore_ascii_case("after"))
}

/// "Rebels attacked a post and the army killed five rebels elsewhere": the second clause names its own doer.
fn another_actor(scene: &Scene<'_>, verb: usize, effect: &Draft, cause: &Draft) -> bool {
    let own = scene.tree.child(verb, "nsubj").filter(|&s| scene.tree.upos(s) != ascribe_model::Upos::Pron);
    let Some(subject) = own.filter(|_| !scene.tree.is_passive(verb)) else { return false };
    effect.heads("agent").any(|head| head == subject) && !cause.heads("agent").any(|head| head == subject)
}
