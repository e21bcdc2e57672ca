//! Whose people are: "its soldiers", "Savimbi's men", "the Mahdi Army's militiamen", and the names that follow.

use super::lexicon::{Class, noun};
use super::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateName};
use ascribe_model::{ActorMention, Analysis, Sentence, Side};

/// "The Danish army said four of its soldiers were hurt": whose they are shows their side.
pub(crate) fn possessed(found: &mut [ActorMention], analysis: &Analysis, dictionary: &ActorDictionary) {
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let mention = &found[at];
        let its = sentence
            .child(mention.head, &["nmod:poss"])
            .filter(|&t| matches!(sentence.tokens[t].text.to_lowercase().as_str(), "its" | "their" | "his"));
        // "Two of his bodyguards" are a guerrilla's, though guards are mostly a state's.
        let his = its.is_some_and(|t| sentence.tokens[t].text.eq_ignore_ascii_case("his"));
        let forces = mention.side.is_armed() && !mention.named && !mention.person;
        let Some(its) = its.filter(|_| forces) else { continue };
        let owner = |o: &&ActorMention| {
            let irregular = matches!(o.side, Side::Rebel | Side::Jihadist | Side::Militia);
            let owns = if his { irregular } else { o.side.is_armed() && !o.person };
            o.sentence == mention.sentence && o.head == its && owns
        };
        let Some(owner) = found.iter().find(owner) else { continue };
        let name = body_of_state(owner, &found[at], dictionary);
        found[at].side = owner.side;
        if let Some(name) = name {
            found[at].name = name;
        }
    }
}

/// "Turkey said its air force had bombed the camps": the Turkish air force.
fn body_of_state(owner: &ActorMention, body: &ActorMention, dictionary: &ActorDictionary) -> Option<String> {
    let (state, meaning) = dictionary.state(&owner.name)?;
    let bare = vocabulary::is(Word::OwnForces, &body.name.to_lowercase());
    let adjective = state.demonyms.first().filter(|_| bare && meaning == StateName::Country)?;
    Some(format!("{adjective} {}", body.name))
}

/// "Savimbi's men ambushed a train", "the Mahdi Army's militiamen": people without a name of their own have their
/// owner's: a group's people are the group, a person's are his.
pub(crate) fn people_of(found: &mut [ActorMention], analysis: &Analysis, dictionary: &ActorDictionary) {
    for at in 0..found.len() {
        let mention = &found[at];
        let Some(sentence) = analysis.sentences.get(mention.sentence) else { continue };
        let bare = !mention.named
            && !mention.name.contains(' ')
            && (are_led(&mention.name) || governs(&mention.name));
        let whose = sentence.child(mention.head, &["nmod:poss"]).filter(|_| bare);
        let named = whose.and_then(|t| owner(found, sentence, mention, t));
        let led = are_led(&mention.name);
        let he = || whose.and_then(|t| leader(found, sentence, mention, t)).filter(|_| led);
        let Some(owner) = named.or_else(he).cloned() else { continue };
        let group = led_by(found, &owner, analysis).filter(|_| owner.person && led).cloned();
        // "His men" are his who bears arms; "his officers" are the police.
        if named.is_none() && group.is_none() && !is_irregular(owner.side) {
            continue;
        }
        let owner = group.unwrap_or(owner);
        let state = body_of_state(&owner, mention, dictionary);
        let mention = &mut found[at];
        if let Some(name) = state {
            mention.name = name;
            mention.side = owner.side;
        } else if owner.person {
            mention.name = format!("{}'s {}", owner.name, mention.name);
        } else if owner.side.is_armed() && owner.id.is_some() {
            mention.name = owner.name;
            mention.id = owner.id;
            mention.side = owner.side;
        }
    }
}

/// "Brun denied that his men had fired": he who sends them.
fn leader<'a>(
    found: &'a [ActorMention],
    sentence: &Sentence,
    of: &ActorMention,
    at: usize,
) -> Option<&'a ActorMention> {
    let his = matches!(sentence.tokens[at].text.to_lowercase().as_str(), "his" | "her");
    let says = |m: &&ActorMention| m.sentence == of.sentence && m.person && m.head == at;
    found.iter().find(says).filter(|_| his)
}

/// "The Front's leader, Odo Brun", "Odo Brun, commander of the Front": the group that he leads.
fn led_by<'a>(
    found: &'a [ActorMention],
    person: &ActorMention,
    analysis: &Analysis,
) -> Option<&'a ActorMention> {
    const NEAR: usize = 6;
    let named = |p: &&ActorMention| p.named && p.person && p.name == person.name;
    found.iter().filter(named).find_map(|p| {
        let sentence = analysis.sentences.get(p.sentence)?;
        let leads = |from: usize, to: usize| {
            let mut between = sentence.tokens.get(from..to).unwrap_or(&[]).iter();
            to - from <= NEAR && between.any(|t| vocabulary::is(Word::Leader, &t.text.to_lowercase()))
        };
        let group = |g: &&ActorMention| {
            let irregular = is_irregular(g.side);
            let before = g.tokens.end <= p.tokens.start && leads(g.tokens.end, p.tokens.start);
            let after = p.tokens.end <= g.tokens.start && leads(p.tokens.end, g.tokens.start);
            g.sentence == p.sentence && g.named && !g.person && irregular && (before || after)
        };
        found.iter().find(group)
    })
}

/// The named party before "'s".
fn owner<'a>(
    found: &'a [ActorMention],
    sentence: &Sentence,
    of: &ActorMention,
    at: usize,
) -> Option<&'a ActorMention> {
    let says = |m: &&ActorMention| m.sentence == of.sentence && m.named && m.tokens.contains(at);
    sentence.child(at, &["case"])?;
    found.iter().find(says)
}

/// "President Borja's government" goes by him.
fn governs(name: &str) -> bool {
    vocabulary::is(Word::Government, &name.to_lowercase())
}

fn is_irregular(side: Side) -> bool {
    matches!(side, Side::Rebel | Side::Jihadist | Side::Militia)
}

/// "Men", "militiamen", "police": people whom somebody sends; not "leader" or "wife".
fn are_led(name: &str) -> bool {
    let armed = |n: &super::lexicon::Noun| matches!(n.class, Class::Armed | Class::Security | Class::Force);
    let word = name.to_lowercase();
    word == "men"
        || noun(&word).is_some_and(|n| armed(n) && (n.plural || matches!(word.as_str(), "police" | "army")))
}
