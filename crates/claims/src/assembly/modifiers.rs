//! Parties that stand in the words beside a trigger, a doer or a thing: "the anti-FARC operation", "a French-backed
//! offensive", "troops aided by militiamen", "Kurd-owned shops", "two pipelines belonging to Sarna Gas".

use super::actors::{from_mention, mention_of, push};
use super::{Known, ancestors, phrase};
use crate::occurrence::{Occurrence, RoleFill};
use crate::occurrences::draft;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, ActorMention, Role, Sentence, Side};

/// Adds the parties named by modifiers to those that the occurrence's roles name.
pub fn add(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return };
    let targeted = |actors: &[Actor]| actors.iter().any(|a| a.role == Role::Target);
    let doers = at_the_hands_of(known, sentence, occurrence);
    if !doers.is_empty() && !actors.iter().any(|a| a.role == Role::Agent) {
        actors.retain(|a| !doers.iter().any(|d| d.span == a.span));
        actors.extend(doers);
    }
    if !targeted(actors) {
        for actor in opposed(known, sentence, occurrence) {
            push(actors, actor);
        }
    }
    let things =
        occurrence.roles.iter().filter(|r| matches!(r.role.as_str(), "target" | "destroyed" | "seized"));
    if !targeted(actors) {
        for owner in things.flat_map(|fill| owners(known, fill)) {
            push(actors, owner);
        }
    }
    for named in named_among(known, sentence, occurrence) {
        push(actors, named);
    }
    let behind = backers(known, sentence, occurrence).into_iter().chain(helpers(known, sentence, occurrence));
    for backer in behind {
        if !actors.iter().any(|a| a.name == backer.name) {
            push(actors, backer);
        }
    }
}

/// "Villagers were killed at the hands of rebels", "suffered bombings at the hands of the Front and its friends": who did it.
fn at_the_hands_of(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> Vec<Actor> {
    let at = |t: &usize| {
        let case = |c: usize| sentence.relation_is(c, "case") && sentence.tokens[c].text == "at";
        sentence.tokens[*t].lemma == "hand" && sentence.children(*t).any(case)
    };
    let above = ancestors(sentence, occurrence.head).into_iter().take(3);
    let Some(hands) = above.flat_map(|t| sentence.children(t)).find(at) else { return vec![] };
    let Some(first) = sentence.child(hands, &["nmod"]) else { return vec![] };
    let listed = sentence.children(first).filter(|&c| sentence.relation_is(c, "conj"));
    let heads = std::iter::once(first).chain(listed);
    heads.filter_map(|t| party(known, occurrence.sentence, t, Role::Agent)).collect()
}

/// "Anti-FARC operation": whom it is against.
fn opposed(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> Vec<Actor> {
    let against = |t: usize| {
        let name = sentence.tokens[t].text.get(5..)?;
        let prefix = sentence.tokens[t].text.get(..5)?;
        (prefix.eq_ignore_ascii_case("anti-") && name.starts_with(char::is_uppercase)).then_some((t, name))
    };
    let modifiers = sentence.children(occurrence.head).filter_map(against);
    modifiers
        .map(|(t, name)| {
            let named = |m: &&ActorMention| m.named && (m.name == name || known.report.words(m.span) == name);
            let span = Some(sentence.tokens[t].span);
            match known.grounding.actors.iter().find(named) {
                Some(mention) => Actor { span, ..from_mention(mention, Role::Target) },
                None => {
                    Actor { role: Role::Target, name: name.to_owned(), side: Side::Unknown, id: None, span }
                }
            }
        })
        .collect()
}

/// "Insurgents including the Valley Front took the town": who is named of them.
fn named_among(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> Vec<Actor> {
    let party = |r: &&RoleFill| r.sentence == occurrence.sentence;
    let roles = [("agent", Role::Agent), ("target", Role::Target)];
    let fills =
        roles.iter().flat_map(|&(name, role)| occurrence.role(name).filter(party).map(move |f| (f, role)));
    let among = |head: usize| {
        let including =
            |t: &usize| sentence.child(*t, &["case"]).is_some_and(|c| sentence.tokens[c].text == "including");
        sentence.children(head).filter(including).find_map(|t| mention_of(known, occurrence.sentence, t))
    };
    let group = |m: &&ActorMention| m.named && m.side.is_armed() && !m.person;
    fills.filter_map(|(f, role)| among(f.head).filter(group).map(|m| from_mention(m, role))).collect()
}

/// Whose the thing is said to be: "belonging to", "owned by", "-owned".
fn owners(known: &Known, fill: &RoleFill) -> Vec<Actor> {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return vec![] };
    let owned =
        |c: &usize| matches!(sentence.tokens[*c].lemma.to_lowercase().as_str(), "belong" | "own" | "owned");
    let owners = sentence.children(fill.head).filter(owned).flat_map(|c| below(sentence, c));
    owners.filter_map(|t| party(known, fill.sentence, t, Role::Target)).collect()
}

/// "A French-backed offensive": who stands behind it; "a Norwegian-brokered truce": who brought it about.
fn backers(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> Vec<Actor> {
    let behind = |c: usize| match sentence.tokens[c].text.to_lowercase().as_str() {
        word if deeds::is(Deed::Backed, word) => Some((c, Role::Ally)),
        word if deeds::is(Deed::Brokered, word) => Some((c, Role::Other)),
        _ => None,
    };
    let backers = sentence.children(occurrence.head).filter_map(behind);
    let named = backers.flat_map(|(c, role)| below(sentence, c).map(move |t| (t, role)));
    named.filter_map(|(t, role)| party(known, occurrence.sentence, t, role)).collect()
}

/// "Troops, aided by French jets, took the pass", "with the support of the coalition", "together with militiamen":
/// who helps whoever does it.
fn helpers(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> Vec<Actor> {
    let here = |f: &&RoleFill| f.sentence == occurrence.sentence && f.head < sentence.tokens.len();
    let doers: Vec<usize> = occurrence.role("agent").filter(here).map(|f| f.head).collect();
    if doers.is_empty() {
        return vec![];
    }
    let lemma = |t: usize| sentence.tokens[t].lemma.to_lowercase();
    // "Killed nine officers along with a guide": the guide helped nobody.
    let harmed = |c: &usize| {
        let harm = |f: &RoleFill| draft::HARMS.contains(&f.role.as_str()) && f.head == *c;
        occurrence.roles.iter().any(harm)
    };
    // "The army conducted a raid with the support of tribesmen": beside the verb that carries the deed.
    let verb =
        doers.first().and_then(|&d| sentence.tokens[d].head.filter(|_| sentence.relation_is(d, "nsubj")));
    let verb = verb.filter(|&v| v != occurrence.head && sentence.tokens[occurrence.head].head == Some(v));
    let heads = doers.iter().copied().chain([occurrence.head]).chain(verb);
    let after = heads.flat_map(|d| sentence.children(d));
    let helpers = after.filter(|c| !harmed(c)).flat_map(|c| {
        let case: Vec<String> =
            sentence.children(c).filter(|&k| sentence.relation_is(k, "case")).map(lemma).collect();
        let has = |word: &str| case.iter().any(|w| w == word);
        let helped = vocabulary::is(Class::Helps, &lemma(c));
        let clause = ["acl", "advcl"].iter().any(|r| sentence.relation_is(c, r));
        if helped && clause {
            return by_phrases(sentence, c);
        }
        // "In coordination with the government of Norway, jets struck".
        let joint = deeds::is(Deed::Jointly, &lemma(c)) && has("in");
        if joint {
            return sentence.child(c, &["nmod"]).into_iter().collect();
        }
        // "Strikes coordinated with the government".
        if lemma(c) == "coordinate" && clause {
            return sentence.child(c, &["obl"]).into_iter().collect();
        }
        let help = deeds::is(Deed::Support, &lemma(c));
        if help && has("with") {
            return sentence.child(c, &["nmod"]).into_iter().collect();
        }
        // "Irregulars fighting alongside the army".
        if clause && let Some(friend) = fights_alongside(sentence, c) {
            return vec![friend];
        }
        // "With militiamen in support".
        let in_support = sentence
            .children(c)
            .any(|k| sentence.relation_is(k, "nmod") && matches!(lemma(k).as_str(), "support" | "tow"));
        if has("with") && in_support {
            return vec![c];
        }
        let beside = has("alongside") || has("together") || has("along") && has("with");
        beside.then_some(c).into_iter().collect()
    });
    // "Backed by marines and militiamen": both.
    let listed = |t: usize| sentence.children(t).filter(|&c| sentence.relation_is(c, "conj"));
    let helpers = helpers.flat_map(|t| [t].into_iter().chain(listed(t)));
    helpers.filter_map(|t| helper(known, sentence, occurrence.sentence, t)).collect()
}

/// "Fighting alongside the army": whom they fight beside.
fn fights_alongside(sentence: &Sentence, verb: usize) -> Option<usize> {
    let fights = deeds::is(Deed::FightsBeside, &sentence.tokens[verb].lemma);
    let case = |t: usize| {
        sentence.children(t).any(|k| {
            sentence.relation_is(k, "case")
                && matches!(sentence.tokens[k].lemma.as_str(), "alongside" | "beside")
        })
    };
    sentence.children(verb).filter(|_| fights).find(|&c| sentence.relation_is(c, "obl") && case(c))
}

/// "By marines and militiamen", where the tree may hang both on the participle.
fn by_phrases(sentence: &Sentence, participle: usize) -> Vec<usize> {
    let has = |c: usize, relation: &str, word: &str| {
        sentence.children(c).any(|k| sentence.relation_is(k, relation) && sentence.tokens[k].lemma == word)
    };
    let phrases = || sentence.children(participle).filter(|&c| sentence.relation_is(c, "obl"));
    let by = |&c: &usize| has(c, "case", "by");
    let Some(first) = phrases().find(by) else { return vec![] };
    phrases().filter(|c| *c == first || *c > first && has(*c, "cc", "and")).collect()
}

/// The armed party of the words, or the one whose jets or guns they name: "aided by coalition airstrikes".
fn helper(known: &Known, sentence: &Sentence, at: usize, head: usize) -> Option<Actor> {
    let armed = |a: &Actor| a.side.is_armed();
    let inside = sentence.children(head).filter(|&c| !sentence.relation_is(c, "case"));
    [head].into_iter().chain(inside).find_map(|t| party(known, at, t, Role::Ally).filter(armed))
}

/// The nouns right below a participle.
fn below(sentence: &Sentence, participle: usize) -> impl Iterator<Item = usize> + '_ {
    let noun = |t: &usize| ["obl", "compound", "nmod", "obj"].iter().any(|r| sentence.relation_is(*t, r));
    sentence.children(participle).filter(noun)
}

/// The party of which the token is the head, or a name that grounding does not know.
fn party(known: &Known, at: usize, head: usize, role: Role) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(at)?;
    let here = |m: &&ActorMention| m.sentence == at && (m.head == head || m.tokens.contains(head));
    if let Some(mention) = known.grounding.actors.iter().find(here) {
        return Some(from_mention(mention, role));
    }
    let token = &sentence.tokens[head];
    let name = phrase::plain_name(sentence, head);
    let same = |m: &&ActorMention| m.named && (m.name == name || known.report.words(m.span) == name);
    match known.grounding.actors.iter().find(same) {
        Some(mention) => Some(Actor { span: Some(token.span), ..from_mention(mention, role) }),
        None if token.text.starts_with(char::is_uppercase) => {
            Some(Actor { role, name, side: Side::Unknown, id: None, span: Some(token.span) })
        }
        None => None,
    }
}
