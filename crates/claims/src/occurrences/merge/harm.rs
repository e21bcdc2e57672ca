//! Harm and its cause: what killed whom, and what only stands beside it.

use super::join;
use crate::occurrences::draft::{Draft, HARMS, Scene};
use crate::occurrences::{link, tellers};
use crate::vocabulary::deeds::{self, Deed};
use ascribe_codebook::rules::{Fact, TokenFacts};
use ascribe_model::Upos;

/// "the murder of the judge and the kidnapping of his son": the second deed is nobody whom the first killed.
pub(super) fn deeds_are_no_victims(drafts: &mut [Draft], scene: &Scene<'_>) {
    // "two bombers were killed": these are people.
    let people = |head: usize| [Fact::People, Fact::Armed].into_iter().any(|f| scene.facts.is(head, f));
    let noun = |d: &&Draft| scene.tree.upos(d.head) == Upos::Noun && !d.effect && !people(d.head);
    let deeds: Vec<usize> = drafts
        .iter()
        .filter(noun)
        .filter(|d| scene.rules.types().is_violent(&d.kind))
        .map(|d| d.head)
        .collect();
    for draft in drafts {
        let own = draft.head;
        draft
            .roles
            .retain(|(role, head)| *head == own || !HARMS.contains(&role.as_str()) || !deeds.contains(head));
    }
}

/// "Five soldiers were killed and nine villagers injured": where the tree hangs the second word on its own victims, the
/// first is not of them.
pub(super) fn victims_of_their_own_word(drafts: &mut [Draft], scene: &Scene<'_>) {
    let tree = &scene.tree;
    let own: Vec<(usize, usize)> = drafts
        .iter()
        .filter_map(|d| Some((d.head, tree.head(d.head)?)))
        .filter(|&(word, victim)| {
            let hangs = matches!(tree.relation(word), "acl" | "amod") && word > victim;
            hangs && tree.base(victim) == "conj"
        })
        .collect();
    for draft in drafts {
        let of_other = |head: usize| own.iter().any(|&(word, victim)| victim == head && word != draft.head);
        let others = draft.roles.iter().any(|(r, h)| HARMS.contains(&r.as_str()) && !of_other(*h));
        let before = own.iter().all(|&(word, _)| draft.head < word);
        if others && before {
            draft.roles.retain(|(r, h)| r != "target" && !HARMS.contains(&r.as_str()) || !of_other(*h));
        }
    }
}

/// "Killing two children injuring nine others" without its comma: those killed injured nobody.
pub(super) fn victims_do_no_harm(drafts: &mut [Draft], scene: &Scene<'_>) {
    let tree = &scene.tree;
    let fell: Vec<usize> = drafts.iter().filter(|d| d.effect).flat_map(|d| d.heads("killed")).collect();
    for draft in drafts.iter_mut().filter(|d| d.effect && tree.relation(d.head) == "acl") {
        let victim = tree.head(draft.head).filter(|h| fell.contains(h));
        draft.roles.retain(|(role, head)| role != "agent" || Some(*head) != victim);
    }
}

/// "Two men were killed and nine others wounded by the army": the army did both.
pub(super) fn done_by_one(drafts: &mut [Draft], scene: &Scene<'_>) {
    let tree = &scene.tree;
    let shared: Vec<(usize, usize)> = drafts
        .iter()
        .filter(|later| {
            later.effect && tree.base(later.head) == "conj" && tree.child(later.head, "obl").is_some()
        })
        .filter_map(|later| {
            let first = tree.head(later.head).filter(|&verb| tree.is_passive(verb))?;
            Some((first, later.heads("agent").find(|&agent| agent > later.head)?))
        })
        .collect();
    for (verb, agent) in shared {
        let first = drafts.iter_mut().find(|d| d.head == verb && d.effect && !d.has("agent"));
        if let Some(first) = first.filter(|d| !HARMS.iter().any(|harm| d.heads(harm).any(|h| h == agent))) {
            first.add("agent", agent);
        }
    }
}

/// "A bomb exploded, killing five": harm belongs to the nearest cause that the tree ties it to.
pub(super) fn join_effects(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let all = drafts.clone();
    let violent = |draft: &Draft| scene.rules.types().is_violent(&draft.kind);
    let ties = |effect: &Draft, cause: &Draft| {
        // "an offensive that caused thousands to flee": displacement that something led to is its harm.
        let driven =
            effect.kind == "displacement" && effect.kind != cause.kind && link::leads_on(scene, effect.head);
        // "four were arrested in a clash": taken in the fight.
        let taken = effect.kind == "arrest"
            && cause.kind == "clash"
            && scene.tree.head(cause.head) == Some(effect.head);
        // "found a cache containing nine rifles": what a find held.
        let found = effect.effect && effect.kind == "seizure" && cause.kind == "seizure";
        // "Protests have left nine people dead": nobody else is told to have done it.
        let crowd =
            cause.kind == "protest" && effect.effect && effect.kind == "attack" && !effect.has("agent");
        // "Marched to protest against the death of a student": what they march against.
        let noun = matches!(scene.tree.upos(effect.head), Upos::Noun | Upos::Propn);
        let against = ["against", "over", "about"].iter().any(|word| scene.tree.is_marked(effect.head, word));
        let crowd = crowd && !(noun && against);
        // "The shooting brought to 14 the number of officers killed": not all of them in the shooting.
        let sum = effect.effect && scene.rule(effect).is_some_and(|r| r.aggregate);
        if !(effect.effect || driven || taken)
            || sum
            || cause.effect
            || !(violent(cause) || found || crowd)
            || strikes_back(effect, cause) && !falls_in_fight(effect, cause, scene)
            || link::answers(scene, effect, cause)
            || falls_on_duty(effect, cause)
            || falls_in_the_end(scene, effect, cause)
            || falls_meanwhile(scene, effect, cause)
            || kills_during(scene, effect, cause)
            || burns_beside(scene, effect, cause)
            || falls_beside(scene, effect, cause)
            || does_more(scene, effect, cause)
            || link::comes_later(scene, effect, cause)
            || tellers::apart(scene, effect.head, cause.head)
            || is_searched_for(effect, cause, scene)
            || falls_in_the_crowd(effect, cause, &all, scene)
            || dies_otherwise(scene, effect, cause)
            || measures_since(effect, cause, scene)
        {
            return None;
        }
        link::distance(scene, effect, cause).or_else(|| link::in_list(scene, effect, cause))
    };
    join(drafts, ties, |effect, cause| {
        if strikes_back(effect, cause) {
            // Who fell is no doer of the fight.
            cause.roles.retain(|(role, _)| role != "agent");
        }
        take_harm(effect, cause, scene);
    });
}

/// "Thirty rebels were killed by the army in clashes near Keld": those who fell fought whoever killed them.
fn falls_in_fight(effect: &Draft, cause: &Draft, scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    let inside = tree.head(cause.head) == Some(effect.head) && tree.is_marked(cause.head, "in");
    let fell = |head: usize| effect.heads("killed").any(|h| h == head);
    cause.kind == "clash" && inside && cause.heads("agent").all(fell)
}

/// "Opened fire on a crowd that was throwing stones, killing a boy": those fired upon killed nobody.
fn falls_in_the_crowd(effect: &Draft, cause: &Draft, all: &[Draft], scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    let crowd = tree.head(cause.head).filter(|_| tree.relation(cause.head) == "acl:relcl");
    let fired_on = |crowd: usize| {
        let own = |d: &&Draft| d.head != cause.head && d.head < cause.head && !d.effect;
        all.iter().filter(own).any(|d| d.kind == "attack" && d.heads("target").any(|t| t == crowd))
    };
    let outcome = tree.base(effect.head) == "advcl" && tree.head(effect.head) == Some(cause.head);
    matches!(cause.kind.as_str(), "riot" | "protest") && outcome && crowd.is_some_and(fired_on)
}

/// "Brings to 295 the dead of the year, the deadliest since the invasion", "days after a raid a nurse was killed": since
/// when, and not of what.
fn measures_since(effect: &Draft, cause: &Draft, scene: &Scene<'_>) -> bool {
    const LONG: [&str; 4] = ["day", "week", "month", "year"];
    let tree = &scene.tree;
    let after = |c: &usize| {
        let mark = tree.word(*c).eq_ignore_ascii_case("after");
        mark && c.checked_sub(1).is_some_and(|t| LONG.contains(&tree.lemma(t)))
    };
    // "Thousands have been killed since the president's plane was shot down": not with it.
    let since = |t: usize| tree.base(t) == "advcl" && tree.is_marked(t, "since");
    let mut above = std::iter::successors(Some(cause.head), |&t| tree.head(t)).take(tree.len());
    if above.find(|&t| since(t)).is_some_and(|t| !tree.subtree(t).contains(&effect.head)) {
        return true;
    }
    // "Sixty have been killed since it began when troops raided a flat", where the tree hangs both on "killed".
    let later = tree.base(cause.head) == "advcl" && tree.head(cause.head) == Some(effect.head);
    if later && tree.children(effect.head).iter().any(|&c| since(c) && c < cause.head) {
        return true;
    }
    matches!(tree.upos(cause.head), Upos::Noun | Upos::Propn)
        // "A month after the massacre in which nine died": its own dead.
        && (tree.is_marked(cause.head, "since")
            || tree.children(cause.head).iter().any(after) && !tree.subtree(cause.head).contains(&effect.head))
}

/// "Shot dead a couple and set fire to their house", "killed nine people and burned their homes": two deeds told side by side.
fn burns_beside(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let beside = |a: usize, b: usize| tree.base(a) == "conj" && tree.head(a) == Some(b);
    cause.kind == "destruction"
        && effect.has("agent")
        && (effect.has("killed") || effect.has("casualties"))
        && (beside(effect.head, cause.head) || beside(cause.head, effect.head))
}

/// "Killed nine rebels and secured the heights", "destroyed two tanks and fired rockets at the town": whoever did harm went
/// on to another deed.
fn does_more(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let next = tree.base(cause.head) == "conj" && tree.head(cause.head) == Some(effect.head);
    let does = |t: usize| tree.is_verbal(t) && !tree.is_passive(t);
    next && does(effect.head) && does(cause.head) && effect.has("agent")
}

/// "Three policemen were wounded and rebels blew up a bridge": a clause that goes on with a doer and a verb of its own.
fn falls_beside(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let beside = tree.base(cause.head) == "conj" && tree.head(cause.head) == Some(effect.head);
    beside
        && tree.is_verbal(effect.head)
        && tree.is_verbal(cause.head)
        && tree.child(cause.head, "nsubj").is_some()
}

/// "Four were shot dead in a bar; police are searching for the gunman": the search comes after the harm.
fn is_searched_for(effect: &Draft, cause: &Draft, scene: &Scene<'_>) -> bool {
    let hunts = deeds::is(Deed::Searches, scene.tree.lemma(cause.head));
    cause.kind == "operation" && hunts && effect.head < cause.head
}

/// "Troops killed a commander during an operation", "pursued the gunmen and killed four of them": the killing is told, the
/// operation says when.
fn kills_during(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let beside = tree.base(effect.head) == "conj" && tree.head(effect.head) == Some(cause.head);
    if cause.kind == "operation" && beside && effect.has("killed") && !tree.is_passive(effect.head) {
        return tree.is_verbal(cause.head);
    }
    // "A boy was shot dead by soldiers during a stone-throwing clash": the shooting is told.
    let civilian = |head: usize| !scene.facts.is(head, Fact::Armed);
    let beside_clash =
        cause.kind == "clash" && tree.is_marked(cause.head, "during") && effect.heads("killed").all(civilian);
    let during = ["during", "in"].iter().any(|word| tree.is_marked(cause.head, word));
    (cause.kind == "operation" || beside_clash)
        && during
        && tree.base(cause.head) == "obl"
        && effect.has("agent")
        && effect.has("killed")
}

/// "A soldier was killed while conducting operations": what the fallen was at killed nobody.
fn falls_on_duty(effect: &Draft, cause: &Draft) -> bool {
    let does = |head: usize| cause.heads("agent").any(|c| c == head);
    cause.kind == "operation" && HARMS.iter().any(|harm| effect.heads(harm).any(does))
}

/// "Two soldiers died as they tried to clear the building": what they were at killed nobody.
fn falls_meanwhile(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let they =
        |head: usize| tree.upos(head) == Upos::Pron && matches!(tree.word(head), "they" | "he" | "she");
    let mut up = std::iter::successors(Some(cause.head), |&t| tree.head(t)).take(tree.len());
    let clause = up.find(|&t| tree.head(t) == Some(effect.head));
    let meanwhile = clause.is_some_and(|t| {
        tree.base(t) == "advcl" && ["as", "while"].iter().any(|word| tree.is_marked(t, word))
    });
    let moves = matches!(cause.kind.as_str(), "operation" | "capture" | "withdrawal" | "deployment");
    moves && meanwhile && cause.has("agent") && cause.heads("agent").all(they) && !effect.has("agent")
}

/// "Police shot a man who had attacked a shop": the doer of the one is whom another harms in the other.
fn strikes_back(effect: &Draft, cause: &Draft) -> bool {
    let others = effect.heads("agent").any(|head| !cause.heads("agent").any(|c| c == head));
    let hit = |head: usize| cause.heads("agent").any(|c| c == head);
    others && HARMS.iter().any(|harm| effect.heads(harm).any(hit))
}

/// "Stabbed two guards before being shot dead", "wounded three soldiers before police killed him": he who did the one falls
/// by the other.
fn falls_in_the_end(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let last = ["before", "until"].iter().any(|word| tree.is_marked(effect.head, word));
    let does = |head: usize| cause.heads("agent").any(|c| c == head);
    let other = effect.has("agent") && !effect.heads("agent").any(does);
    let pronoun =
        |head: usize| tree.upos(head) == Upos::Pron && matches!(tree.word(head), "him" | "her" | "them");
    let fell = |head: usize| does(head) || other && pronoun(head);
    last && HARMS.iter().any(|harm| effect.heads(harm).any(fell))
}

/// "Gunmen raided a village, looted its shops and burned forty huts": what raiders burn and loot is harm of the raid.
pub(super) fn join_ruin(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    const BLOWS: [&str; 5] = ["attack", "airstrike", "shelling", "explosion", "riot"];
    let tree = &scene.tree;
    let ties = |ruin: &Draft, blow: &Draft| {
        let above = tree.head(ruin.head).filter(|_| tree.base(ruin.head) == "conj")?;
        let same = ruin.heads("agent").eq(blow.heads("agent")) || !ruin.has("agent");
        let alone = tree.child(ruin.head, "nsubj").is_none();
        let more = ["destroyed", "seized"].iter().any(|harm| ruin.has(harm));
        // "Killed nine and burned a post": two deeds, where no raid is told.
        let kinds = ruin.kind == "destruction" && BLOWS.contains(&blow.kind.as_str()) && !blow.effect;
        let active = tree.is_verbal(ruin.head) && !tree.is_passive(ruin.head);
        (kinds && active && same && alone && more && blow.parts.contains(&above)).then_some(1)
    };
    join(drafts, ties, |ruin, blow| {
        for harm in ["destroyed", "seized"] {
            ruin.heads(harm).for_each(|head| blow.add(harm, head));
        }
    });
}

/// "killing five and wounding ten": one harm with two figures, where no cause is named.
pub(super) fn join_bare_effects(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let sums = |draft: &Draft| scene.rule(draft).is_some_and(|r| r.aggregate);
    let ties = |later: &Draft, first: &Draft| {
        let pair = later.effect
            && first.effect
            && sums(later) == sums(first)
            && later.head > first.head
            && !strikes_back(later, first)
            && !falls_in_the_end(scene, later, first)
            && !is_of_owner(scene, later, first)
            && !dies_otherwise(scene, later, first)
            && !tellers::apart(scene, later.head, first.head);
        pair.then(|| link::distance(scene, later, first)).flatten()
    };
    join(drafts, ties, |later, first| {
        // "Nine rebels were killed and their lorries destroyed": killing is more than burning.
        let hurt = ["killed", "injured", "casualties"].iter().any(|harm| first.has(harm));
        let burnt = later.kind == "destruction" && hurt;
        let general = first.kind == "attack" && later.kind != "attack" && !burnt;
        if general {
            first.kind.clone_from(&later.kind);
        }
        take_harm(later, first, scene);
    });
}

/// "Slashed the throat of a farmer, and a guard was shot dead", "A was shot dead in Keld, and B was shot dead near his
/// home": one who has a verb of his own, or a verb and a place, died in another deed.
fn dies_otherwise(scene: &Scene<'_>, later: &Draft, first: &Draft) -> bool {
    let tree = &scene.tree;
    let own = tree.base(later.head) == "conj" && tree.child(later.head, "nsubj:pass").is_some();
    let active = tree.is_verbal(first.head) && !tree.is_passive(first.head) && first.has("agent");
    let by_hand = |verb: usize| {
        deeds::is(Deed::ByHand, tree.lemma(verb)) || matches!(tree.lemma(verb), "shoot" | "stab" | "gun")
    };
    let placed = |verb: usize| {
        let at = |c: usize| ["at", "in", "near", "outside"].iter().any(|word| tree.is_marked(c, word));
        tree.children(verb).iter().any(|&c| tree.base(c) == "obl" && at(c))
    };
    let apart =
        tree.is_passive(first.head) && [later.head, first.head].into_iter().all(|v| by_hand(v) && placed(v));
    own && (active && by_hand(later.head) || apart) && later.has("killed") && first.has("killed")
}

/// "Demolished the home of a militant who killed three men": whose home it was did the other deed.
fn is_of_owner(scene: &Scene<'_>, later: &Draft, first: &Draft) -> bool {
    let tree = &scene.tree;
    let who = tree.head(later.head).filter(|_| tree.relation(later.head) == "acl:relcl");
    let own = who.is_some_and(|w| later.heads("agent").any(|a| a == w || tree.head(a) == Some(later.head)));
    own && first.has("agent") && !first.heads("agent").any(|a| Some(a) == who)
}

pub(super) fn take_harm(effect: &Draft, cause: &mut Draft, scene: &Scene<'_>) {
    for (role, head) in &effect.roles {
        let is_harm = HARMS.contains(&role.as_str());
        // "Members of the forces were killed and 12 others wounded": who falls by one word hurts nobody by the next.
        let falls = HARMS.iter().any(|harm| cause.heads(harm).any(|h| h == *head));
        let party = role == "agent" && !cause.has("agent") && !falls && scene.facts.is(*head, Fact::Actor);
        if *head != cause.head && (is_harm || party || role == "place" || role == "other" || role == "target")
        {
            cause.add(role, *head);
        }
    }
    cause.passing = false;
    // "Burned down a village, killing nine people": killing is more than burning.
    if cause.kind == "destruction" && effect.effect && effect.kind == "attack" && effect.has("killed") {
        cause.kind.clone_from(&effect.kind);
    }
}

/// Those killed or hurt are whom it was done to, where nobody else is named.
pub(super) fn name_victims(draft: &mut Draft, scene: &Scene<'_>) {
    let has_people = draft.heads("target").any(|head| scene.facts.is(head, Fact::Actor));
    if has_people || draft.kind == "clash" {
        return;
    }
    let victims: Vec<usize> = ["killed", "injured", "casualties", "captured", "displaced"]
        .iter()
        .flat_map(|harm| draft.heads(harm).collect::<Vec<_>>())
        .filter(|&head| scene.facts.is(head, Fact::Actor))
        .collect();
    victims.into_iter().for_each(|head| draft.add("target", head));
}
