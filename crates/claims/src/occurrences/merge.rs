//! Merges drafts about one thing: an event noun and its verb, a noun and its modifier; [`harm`] and its cause,
//! [`captives`] and how they were taken, operations and their [`purposes`].

mod captives;
mod finished;
mod harm;
mod purposes;

use super::draft::{Draft, Scene};
use crate::occurrence::Occurrence;
use ascribe_model::Upos;
use captives::{join_captives, taken_by_releasers};
use finished::occurrence;
use harm::{
    deeds_are_no_victims, done_by_one, join_bare_effects, join_effects, join_ruin, name_victims,
    victims_do_no_harm, victims_of_their_own_word,
};
use purposes::join_purposes;

/// Types that a more exact word in the same clause may replace.
const GENERAL: [&str; 2] = ["attack", "operation"];

/// Verbs and nouns that count as one occurrence, from the drafts of a sentence.
pub(crate) fn into_occurrences(number: usize, scene: Option<Scene<'_>>) -> Vec<Occurrence> {
    let Some(mut scene) = scene else { return Vec::new() };
    let drafts = std::mem::take(&mut scene.drafts);
    let refers = |d: &Draft| scene.rule(d).is_some_and(|r| r.refers);
    let (referring, mut drafts): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(refers);
    deeds_are_no_victims(&mut drafts, &scene);
    victims_of_their_own_word(&mut drafts, &scene);
    victims_do_no_harm(&mut drafts, &scene);
    done_by_one(&mut drafts, &scene);
    join_modifiers(&mut drafts, &scene);
    join_event_subjects(&mut drafts, &scene);
    join_in_which(&mut drafts, &scene);
    join_named_in_passing(&mut drafts, &scene);
    join_one_kind(&mut drafts, &scene);
    join_beside_doer(&mut drafts, &scene);
    join_threatened(&mut drafts, &scene);
    join_purposes(&mut drafts, &scene);
    join_captives(&mut drafts, &scene);
    taken_by_releasers(&mut drafts, &scene);
    join_launched(&mut drafts, &scene);
    join_effects(&mut drafts, &scene);
    join_ruin(&mut drafts, &scene);
    join_bare_effects(&mut drafts, &scene);
    charges_give_way(&mut drafts, &scene);
    drafts.iter_mut().for_each(|draft| name_victims(draft, &scene));
    // "Called the bombing an act of terror by the rebels": blame is laid beside what it is laid for.
    drafts.extend(referring);
    drafts.sort_by_key(|draft| draft.head);
    drafts.iter().map(|draft| occurrence(number, draft, &scene)).collect()
}

/// "Accused the rebels of firing a missile": the charge is told as the deed that it names.
fn charges_give_way(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let tree = &scene.tree;
    let charged = |deed: &Draft, verb: usize| {
        let clause = |t: usize, word: &str| {
            matches!(tree.base(t), "advcl" | "acl" | "obl" | "nmod") && tree.is_marked(t, word)
        };
        // "accused them of fuelling the war by arming the rebels": what they did, and not what came of it.
        let top = tree.head(deed.head).filter(|_| clause(deed.head, "by")).unwrap_or(deed.head);
        // "accused the rebels of firing": the deed hangs on the verb, or on whom it charges.
        let above = tree.head(top).filter(|_| clause(top, "of"));
        above.is_some_and(|h| h == verb || tree.head(h) == Some(verb))
    };
    let told: Vec<Draft> = drafts.iter().filter(|d| d.kind != "accusation" && !d.passing).cloned().collect();
    drafts.retain(|d| d.kind != "accusation" || !told.iter().any(|deed| charged(deed, d.head)));
}

/// "a mortar attack", "the bomb attack": two triggers in one noun phrase.
fn join_modifiers(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let modifies = |inner: &Draft, outer: &Draft| {
        inner.head != outer.head
            && scene.tree.head(inner.head) == Some(outer.head)
            && matches!(scene.tree.base(inner.head), "compound" | "amod" | "flat")
    };
    join(
        drafts,
        |inner, outer| modifies(inner, outer).then_some(1),
        |inner, outer| {
            if GENERAL.contains(&outer.kind.as_str())
                && !GENERAL.contains(&inner.kind.as_str())
                && !inner.effect
            {
                outer.kind.clone_from(&inner.kind);
                outer.rule = inner.rule;
            }
            outer.trigger.start = outer.trigger.start.min(inner.trigger.start);
        },
    );
}

/// "The Keld attacks were a series of raids": what they are called is the series.
fn called(deed: usize, scene: &Scene<'_>) -> usize {
    let above = scene.tree.head(deed).filter(|_| scene.tree.base(deed) == "nmod");
    let series = |h: &usize| {
        scene.rules.lists().holds("series", scene.tree.lemma(*h)) && scene.tree.child(*h, "cop").is_some()
    };
    above.filter(series).unwrap_or(deed)
}

/// "The airstrike targeted a school", "the attack was carried out on Monday": the verb tells of the noun.
fn join_event_subjects(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let violent = |draft: &Draft| scene.rules.types().is_violent(&draft.kind);
    let tells = |verb: &Draft, noun: &Draft| {
        let nominal = matches!(scene.tree.upos(noun.head), Upos::Noun | Upos::Propn);
        // "A series of explosions hit the town": the series is the subject.
        let series = |&s: &usize| {
            let of = scene.tree.base(noun.head) == "nmod" && scene.tree.head(noun.head) == Some(s);
            of && scene.rules.lists().holds("series", scene.tree.lemma(s))
        };
        let subject = scene.tree.logical_subject(called(verb.head, scene));
        let said = verb.heads("agent").any(|head| head == noun.head)
            || subject.contains(&noun.head)
            || subject.iter().any(series);
        (nominal && !verb.effect && !noun.effect && violent(verb) && violent(noun) && said).then_some(1)
    };
    join(drafts, tells, |verb, noun| {
        for (role, head) in verb.roles.iter().filter(|(role, _)| role != "agent") {
            noun.add(role, *head);
        }
        if GENERAL.contains(&noun.kind.as_str()) && !GENERAL.contains(&verb.kind.as_str()) {
            noun.kind.clone_from(&verb.kind);
        }
        noun.passing = false;
    });
}

/// "was targeted in raids by the coalition", "shot him in an ambush": the noun says once more what the verb says.
fn join_named_in_passing(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let violent = |draft: &Draft| scene.rules.types().is_violent(&draft.kind);
    let repeats = |noun: &Draft, verb: &Draft| {
        let inside = scene.tree.head(noun.head) == Some(verb.head)
            && scene.tree.base(noun.head) == "obl"
            && ["in", "during", "with", "by"].iter().any(|word| scene.tree.is_marked(noun.head, word));
        let verbal = scene.tree.is_verbal(verb.head) && !verb.effect && !noun.effect;
        // "In revenge attacks crowds burned homes": told once more, though it says no more.
        let frame = noun.passing || noun.kind == "attack" && scene.tree.is_marked(noun.head, "in");
        (inside && verbal && frame && violent(noun) && violent(verb)).then_some(1)
    };
    join(drafts, repeats, |noun, verb| {
        verb.take_missing(noun);
        if GENERAL.contains(&verb.kind.as_str()) && !GENERAL.contains(&noun.kind.as_str()) {
            verb.kind.clone_from(&noun.kind);
        }
    });
}

/// "delivered food aid", "beat and raped villagers": two words of one type for one thing.
fn join_one_kind(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let tree = &scene.tree;
    let repeats = |inner: &Draft, outer: &Draft| {
        if inner.kind == outer.kind && is_of_its_dead(inner, outer, scene) {
            return Some(1);
        }
        if inner.kind != outer.kind
            || inner.effect
            || outer.effect
            || tree.head(inner.head) != Some(outer.head)
        {
            return None;
        }
        let without_subject = tree.child(inner.head, "nsubj").is_none();
        let argument = tree.is_verbal(outer.head)
            && match tree.base(inner.head) {
                "obj" | "nsubj" | "xcomp" | "obl" => true,
                "advcl" => without_subject && !takes_more(inner, outer),
                _ => false,
            };
        let shared = tree.base(inner.head) == "conj"
            && tree.child(inner.head, "nsubj").is_none()
            && inner.heads("agent").eq(outer.heads("agent"))
            && inner
                .roles
                .iter()
                .all(|(role, head)| !outer.has(role) || outer.heads(role).any(|h| h == *head));
        (argument || shared).then_some(1)
    };
    join(drafts, repeats, |inner, outer| {
        outer.take_missing(inner);
        outer.passing = outer.passing && inner.passing;
    });
}

/// "Found the bodies of nine men shot in the head": how those died whose bodies they are.
fn is_of_its_dead(inner: &Draft, outer: &Draft, scene: &Scene<'_>) -> bool {
    let tree = &scene.tree;
    // "Blindfolded and shot": the second of two.
    let first = tree.head(inner.head).filter(|_| tree.base(inner.head) == "conj").unwrap_or(inner.head);
    let victim = tree.head(first).filter(|_| tree.relation(first) == "acl");
    let dead = victim.is_some_and(|v| outer.heads("killed").any(|h| h == v));
    dead && tree.upos(outer.head) == Upos::Noun && inner.heads("killed").eq(outer.heads("killed"))
}

/// "Closed in on the capital, taking the town of Keld": ground of its own.
fn takes_more(inner: &Draft, outer: &Draft) -> bool {
    let other = |head: usize| !outer.heads("place").any(|h| h == head);
    inner.kind == "capture" && outer.has("place") && inner.heads("place").any(other)
}

/// "A suicide bomber killed 22 people in an attack on a wedding": the noun tells again of its verb's subject.
fn join_beside_doer(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let tree = &scene.tree;
    let violent = |draft: &Draft| scene.rules.types().is_violent(&draft.kind) && !draft.effect;
    let again = |noun: &Draft, doer: &Draft| {
        let verb = tree.head(noun.head).filter(|_| tree.base(noun.head) == "obl")?;
        let inside = ["in", "during", "by"].iter().any(|word| tree.is_marked(noun.head, word));
        let same = noun.head != doer.head && tree.logical_subject(verb).contains(&doer.head);
        (inside && same && violent(noun) && violent(doer)).then_some(1)
    };
    join(drafts, again, |noun, doer| {
        doer.take_missing(noun);
        doer.passing = false;
    });
}

/// "threatened to attack the polling stations": the deed is what is threatened, not one of its own.
fn join_threatened(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let threatened = |deed: &Draft, threat: &Draft| {
        let inside = scene.tree.head(deed.head) == Some(threat.head);
        // "Threatened further attacks": they are the threat.
        let complement = matches!(scene.tree.base(deed.head), "xcomp" | "ccomp" | "obj");
        (threat.kind == "threat" && deed.kind != "threat" && inside && complement).then_some(1)
    };
    join(drafts, threatened, |deed, threat| {
        for (role, head) in deed.roles.iter().filter(|(role, _)| role == "target" || role == "place") {
            threat.add(role, *head);
        }
    });
}

/// "A missile fired by a drone killed nine": one strike, by what fired it.
fn join_launched(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let violent = |draft: &Draft| scene.rules.types().is_violent(&draft.kind) && !draft.effect;
    let launched = |fired: &Draft, missile: &Draft| {
        let of_it =
            scene.tree.relation(fired.head) == "acl" && scene.tree.head(fired.head) == Some(missile.head);
        (of_it && violent(fired) && violent(missile) && fired.kind != "abduction").then_some(1)
    };
    join(drafts, launched, |fired, missile| {
        if missile.kind == "shelling" && fired.kind == "airstrike" {
            missile.kind.clone_from(&fired.kind);
        }
        missile.take_missing(fired);
    });
}

/// "An attack in which rebels stopped a bus and shot nine passengers": the clause tells of the attack.
fn join_in_which(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let tree = &scene.tree;
    let violent = |draft: &Draft| scene.rules.types().is_violent(&draft.kind);
    let told = |deed: &Draft, noun: &Draft| {
        let mut up = std::iter::successors(Some(deed.head), |&t| tree.head(t)).take(4);
        let clause = up.find(|&t| tree.relation(t) == "acl:relcl")?;
        let in_which = (0..deed.head).any(|t| {
            tree.word(t) == "which" && t > noun.head && tree.is_marked(t, "in")
                || tree.word(t) == "when" && tree.head(t) == Some(clause)
        });
        let of_noun = tree.head(clause).is_some_and(|h| noun.parts.contains(&h));
        let nominal =
            matches!(tree.upos(noun.head), Upos::Noun | Upos::Propn) && !noun.effect && !noun.has("agent");
        let attack = matches!(noun.kind.as_str(), "attack" | "explosion") && violent(deed) && !deed.effect;
        (in_which && of_noun && nominal && attack && tree.is_verbal(deed.head)).then_some(1)
    };
    join(drafts, told, |deed, noun| {
        for (role, head) in deed.roles.iter().filter(|(role, _)| role != "place") {
            noun.add(role, *head);
        }
        if GENERAL.contains(&noun.kind.as_str()) && !GENERAL.contains(&deed.kind.as_str()) {
            noun.kind.clone_from(&deed.kind);
        }
        noun.passing = false;
    });
}

/// Merges each draft into the nearest one that `near` ties it to, by `absorb(from, into)`.
fn join(
    drafts: &mut Vec<Draft>,
    near: impl Fn(&Draft, &Draft) -> Option<usize>,
    absorb: impl Fn(&Draft, &mut Draft),
) {
    let mut at = 0;
    while at < drafts.len() {
        let target = (0..drafts.len())
            .filter(|&other| other != at)
            .filter_map(|other| {
                let distance = near(&drafts[at], &drafts[other])?;
                Some((distance, drafts[other].head.abs_diff(drafts[at].head), other))
            })
            .min();
        match target {
            Some((_, _, other)) if drafts[at].rule.is_some() && drafts[other].rule.is_none() => {
                let proposal = drafts.remove(other);
                take_in(&mut drafts[if other < at { at - 1 } else { at }], &proposal);
                at = 0;
            }
            Some((_, _, other)) => {
                let from = drafts.remove(at);
                let other = if other > at { other - 1 } else { other };
                absorb(&from, &mut drafts[other]);
                drafts[other].parts.extend(from.parts.iter().copied());
                at = 0;
            }
            None => at += 1,
        }
    }
}

/// What a rule found and the model's proposal tell of one thing: the rule's stays, with roles of which it tells nothing.
fn take_in(draft: &mut Draft, proposal: &Draft) {
    draft.take_missing(proposal);
    draft.parts.extend(proposal.parts.iter().copied());
    // "Ten were killed when a lorry packed with gas canisters went up": what killed them.
    if draft.effect && GENERAL.contains(&draft.kind.as_str()) {
        draft.kind.clone_from(&proposal.kind);
    }
}
