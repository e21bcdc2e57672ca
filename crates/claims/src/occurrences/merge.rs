//! Merges drafts about one thing: cause and effect, event noun and its verb, a noun and its modifier.

use super::draft::{Draft, HARMS, Scene};
use super::{link, means, phrase, tellers};
use crate::occurrence::{Occurrence, RoleFill};
use ascribe_codebook::rules::{Fact, TokenFacts};
use ascribe_model::Upos;

/// Types that a more exact word in the same clause may replace.
const GENERAL: [&str; 2] = ["attack", "operation"];

/// Verbs and nouns that count as one occurrence, from the drafts of a sentence.
pub(crate) fn into_occurrences(number: usize, scene: Option<Scene<'_>>) -> Vec<Occurrence> {
    let Some(mut scene) = scene else { return Vec::new() };
    let drafts = std::mem::take(&mut scene.drafts);
    let refers = |d: &Draft| scene.rules.rules()[d.rule].refers;
    let (referring, mut drafts): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(refers);
    deeds_are_no_victims(&mut drafts, &scene);
    victims_of_their_own_word(&mut drafts, &scene);
    join_modifiers(&mut drafts, &scene);
    join_event_subjects(&mut drafts, &scene);
    join_in_which(&mut drafts, &scene);
    join_named_in_passing(&mut drafts, &scene);
    join_one_kind(&mut drafts, &scene);
    join_beside_doer(&mut drafts, &scene);
    join_threatened(&mut drafts, &scene);
    join_captives(&mut drafts, &scene);
    taken_by_releasers(&mut drafts, &scene);
    join_launched(&mut drafts, &scene);
    join_effects(&mut drafts, &scene);
    join_bare_effects(&mut drafts, &scene);
    charges_give_way(&mut drafts, &scene);
    drafts.iter_mut().for_each(|draft| name_victims(draft, &scene));
    // "Called the bombing an act of terror by the rebels": blame is laid beside what it is laid for.
    drafts.extend(referring);
    drafts.sort_by_key(|draft| draft.head);
    drafts.iter().map(|draft| occurrence(number, draft, &scene)).collect()
}

/// "the murder of the judge and the kidnapping of his son": the second deed is nobody whom the first killed.
fn deeds_are_no_victims(drafts: &mut [Draft], scene: &Scene<'_>) {
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

/// "Accused the rebels of firing a missile": the charge is told as the deed that it names.
fn charges_give_way(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let tree = &scene.tree;
    let charged = |deed: &Draft, verb: usize| {
        let of = matches!(tree.base(deed.head), "advcl" | "acl" | "obl" | "nmod")
            && tree.is_marked(deed.head, "of");
        // "accused the rebels of firing": the deed hangs on the verb, or on whom it charges.
        let above = tree.head(deed.head).filter(|_| of);
        above.is_some_and(|h| h == verb || tree.head(h) == Some(verb))
    };
    let told: Vec<Draft> = drafts.iter().filter(|d| d.kind != "accusation" && !d.passing).cloned().collect();
    drafts.retain(|d| d.kind != "accusation" || !told.iter().any(|deed| charged(deed, d.head)));
}

/// "Five soldiers were killed and nine villagers injured": where the tree hangs the second word on its own victims, the
/// first is not of them.
fn victims_of_their_own_word(drafts: &mut [Draft], scene: &Scene<'_>) {
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
        let trigger = verb.head;
        for (role, head) in noun.roles.iter().filter(|(_, head)| *head != trigger) {
            if !verb.has(role) {
                verb.add(role, *head);
            }
        }
        if GENERAL.contains(&verb.kind.as_str()) && !GENERAL.contains(&noun.kind.as_str()) {
            verb.kind.clone_from(&noun.kind);
        }
    });
}

/// "delivered food aid", "beat and raped villagers": two words of one type for one thing.
fn join_one_kind(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let tree = &scene.tree;
    let repeats = |inner: &Draft, outer: &Draft| {
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
                "advcl" => without_subject,
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
        let trigger = outer.head;
        for (role, head) in inner.roles.iter().filter(|(_, head)| *head != trigger) {
            if !outer.has(role) {
                outer.add(role, *head);
            }
        }
        outer.passing = outer.passing && inner.passing;
    });
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
        let trigger = doer.head;
        for (role, head) in noun.roles.iter().filter(|(_, head)| *head != trigger) {
            if !doer.has(role) {
                doer.add(role, *head);
            }
        }
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

/// "A bomb exploded, killing five": harm belongs to the nearest cause that the tree ties it to.
fn join_effects(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
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
        if !(effect.effect || driven || taken)
            || cause.effect
            || !(violent(cause) || found || crowd)
            || strikes_back(effect, cause)
            || link::answers(scene, effect, cause)
            || falls_on_duty(effect, cause)
            || kills_during(scene, effect, cause)
            || burns_beside(scene, effect, cause)
            || link::comes_later(scene, effect, cause)
            || tellers::apart(scene, effect.head, cause.head)
            || is_searched_for(effect, cause, scene)
        {
            return None;
        }
        link::distance(scene, effect, cause).or_else(|| link::in_list(scene, effect, cause))
    };
    join(drafts, ties, |effect, cause| take_harm(effect, cause, scene));
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

/// "Four were shot dead in a bar; police are searching for the gunman": the search comes after the harm.
fn is_searched_for(effect: &Draft, cause: &Draft, scene: &Scene<'_>) -> bool {
    let hunts = matches!(scene.tree.lemma(cause.head), "search" | "hunt" | "look" | "seek" | "manhunt");
    cause.kind == "operation" && hunts && effect.head < cause.head
}

/// "Troops killed a commander during an operation": the killing is told, the operation says when.
fn kills_during(scene: &Scene<'_>, effect: &Draft, cause: &Draft) -> bool {
    let tree = &scene.tree;
    let during = ["during", "in"].iter().any(|word| tree.is_marked(cause.head, word));
    cause.kind == "operation"
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

/// "Police shot a man who had attacked a shop": the doer of the one is whom another harms in the other.
fn strikes_back(effect: &Draft, cause: &Draft) -> bool {
    let others = effect.heads("agent").any(|head| !cause.heads("agent").any(|c| c == head));
    let hit = |head: usize| cause.heads("agent").any(|c| c == head);
    others && HARMS.iter().any(|harm| effect.heads(harm).any(hit))
}

/// "killing five and wounding ten": one harm with two figures, where no cause is named.
fn join_bare_effects(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
    let ties = |later: &Draft, first: &Draft| {
        let pair = later.effect
            && first.effect
            && later.head > first.head
            && !strikes_back(later, first)
            && !tellers::apart(scene, later.head, first.head);
        pair.then(|| link::distance(scene, later, first)).flatten()
    };
    join(drafts, ties, |later, first| {
        let general = first.kind == "attack" && later.kind != "attack";
        if general {
            first.kind.clone_from(&later.kind);
        }
        take_harm(later, first, scene);
    });
}

fn take_harm(effect: &Draft, cause: &mut Draft, scene: &Scene<'_>) {
    for (role, head) in &effect.roles {
        let is_harm = HARMS.contains(&role.as_str());
        let party = role == "agent" && !cause.has("agent") && scene.facts.is(*head, Fact::Actor);
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

/// "The group freed three sailors who had been seized from a tanker": whoever frees them had taken them.
fn taken_by_releasers(drafts: &mut [Draft], scene: &Scene<'_>) {
    let tree = &scene.tree;
    let freed: Vec<(usize, Vec<usize>)> = drafts
        .iter()
        .filter(|d| scene.rules.rules()[d.rule].id == "release-captives" && d.has("agent"))
        .flat_map(|d| d.heads("target").map(|t| (t, d.heads("agent").collect())).collect::<Vec<_>>())
        .collect();
    for taken in
        drafts.iter_mut().filter(|d| matches!(d.kind.as_str(), "arrest" | "abduction") && !d.has("agent"))
    {
        let whom = tree.head(taken.head).filter(|_| tree.base(taken.head) == "acl");
        let Some((_, by)) = freed.iter().find(|(target, _)| Some(*target) == whom) else { continue };
        let state = |head: usize| {
            matches!(tree.lemma(head), "government" | "police" | "army" | "authority" | "court")
                || scene.facts.is(head, Fact::Country)
        };
        if !by.iter().any(|&head| state(head)) {
            taken.kind = "abduction".to_owned();
            by.iter().for_each(|&head| taken.add("agent", head));
        }
    }
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
        let (own, trigger) = (missile.kind == "shelling" && fired.kind == "airstrike", missile.head);
        if own {
            missile.kind.clone_from(&fired.kind);
        }
        for (role, head) in fired.roles.iter().filter(|(_, head)| *head != trigger) {
            if !missile.has(role) {
                missile.add(role, *head);
            }
        }
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

/// "Holds nine girls whom it seized in Keld": captives held are those taken, there and then.
fn join_captives(drafts: &mut Vec<Draft>, scene: &Scene<'_>) {
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

/// Those killed or hurt are whom it was done to, where nobody else is named.
fn name_victims(draft: &mut Draft, scene: &Scene<'_>) {
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

fn occurrence(number: usize, draft: &Draft, scene: &Scene<'_>) -> Occurrence {
    let tree = &scene.tree;
    let rule = &scene.rules.rules()[draft.rule];
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
    Occurrence {
        sentence: number,
        head: draft.head,
        trigger: draft.trigger,
        kind: draft.kind.clone(),
        means: means::means(draft, scene, &clause),
        aggregate: (rule.aggregate || sums_up(draft, scene)).then_some(true),
        status: rule.status,
        rule: format!("{} ({}:{})", rule.id, rule.file, rule.line),
        confidence: phrase::sure(draft.head, tree),
        bare_harm: draft.effect,
        passing: draft.passing && !rule.refers,
        refers: rule.refers || is_said_of_it(draft, scene),
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
