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
        let Some(owner) = whose.and_then(|t| owner(found, sentence, mention, t)).cloned() else { continue };
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

/// "Men", "militiamen", "police": people whom somebody sends; not "leader" or "wife".
fn are_led(name: &str) -> bool {
    let armed = |n: &super::lexicon::Noun| matches!(n.class, Class::Armed | Class::Security | Class::Force);
    let word = name.to_lowercase();
    word == "men"
        || noun(&word).is_some_and(|n| armed(n) && (n.plural || matches!(word.as_str(), "police" | "army")))
}
