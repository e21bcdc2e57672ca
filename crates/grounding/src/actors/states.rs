//! States as parties ("Turkey shelled …", "Ankara denied …") and units of armies by name.

use super::lexicon;
use super::theatre::state_at;
use super::vocabulary::{self, Word};
use crate::places::is_moved;
use ascribe_codebook::{ActorDictionary, StateName};
use ascribe_model::{Label, Sentence, Side, TokenRange};

/// A state that acts or is acted on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StateActor {
    pub tokens: TokenRange,
    pub head: usize,
    pub code: String,
}

/// States and seats of government in the place of a party: subjects, objects, agents, owners of a noun for
/// people or forces; not where something happens.
pub(crate) fn actors(sentence: &Sentence, dictionary: &ActorDictionary) -> Vec<StateActor> {
    let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((len, code, meaning)) = state_at(&words, at, dictionary) else {
            at += 1;
            continue;
        };
        let tokens = TokenRange::new(at, at + len);
        let head = crate::words::head_of(sentence, tokens);
        let person = sentence
            .mention_at(head)
            .is_some_and(|m| matches!(m.label, Label::Person | Label::Organisation) && m.tokens != tokens);
        let fits = match meaning {
            StateName::Country => is_party(sentence, head) || owns_deed(sentence, head),
            StateName::Seat => {
                is_subject(sentence, head) || is_spoken_to(sentence, head) || is_moved(sentence, head)
            }
            _ => false,
        };
        if fits && !person && !is_dateline(&words, at) {
            found.push(StateActor { tokens, head, code });
        }
        at += len;
    }
    found
}

/// "DAMASCUS (Sahel Wire) A blast killed nine", "MOSCOW October 1 (Sahel Wire) - …": where it was written.
fn is_dateline(words: &[&str], at: usize) -> bool {
    let capitals = words[at].len() > 3 && words[at].chars().all(char::is_uppercase);
    let day = words.get(at + 2).is_some_and(|w| w.chars().all(|c| c.is_ascii_digit()));
    let agency = |at: usize| words.get(at).is_some_and(|w| *w == "(");
    at == 0 && capitals && (agency(at + 1) || day && agency(at + 3))
}

/// True where the word is something that a state or an army does or fires ("airstrikes").
pub(crate) fn is_deed(word: &str) -> bool {
    vocabulary::is(Word::Deed, word)
}

/// Adjectives that stand for a party: a state by what it does ("Israeli airstrikes": Israel) and its people
/// as a noun ("Palestinians"). Tokens, side, and the name where it is not the words themselves.
pub(crate) fn adjectives(
    sentence: &Sentence,
    dictionary: &ActorDictionary,
    country: Option<&str>,
) -> Vec<(TokenRange, Side, Option<String>)> {
    let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some((len, code, StateName::Demonym)) = state_at(&words, at, dictionary) else { continue };
        let tokens = TokenRange::new(at, at + len);
        let head = crate::words::head_of(sentence, tokens);
        // "Norwegian and Danish airstrikes": the second is no less an owner.
        let top = first_conjunct(sentence, head);
        let above = sentence.tokens[top]
            .head
            .filter(|_| sentence.relation_is(top, "amod") || sentence.relation_is(top, "compound"));
        let owned = above.is_some_and(|h| vocabulary::is(Word::Deed, &words[h].to_lowercase()));
        if owned {
            let home = country.is_none_or(|c| c == code || shares(&code, c));
            let name = dictionary.states().iter().find(|s| s.code == code).map(|s| s.name.clone());
            found.push((tokens, if home { Side::State } else { Side::ForeignState }, name));
        } else if is_people(sentence, head) {
            found.push((tokens, Side::Civilian, None));
        }
    }
    found
}

/// "Palestinians", "Afghans": a people's name as a noun in the place of a party.
fn is_people(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    let top = first_conjunct(sentence, head);
    let argument = ["nsubj", "obj", "obl", "nmod", "iobj"].iter().any(|r| sentence.relation_is(top, r));
    matches!(token.upos.name(), "NOUN" | "PROPN") && token.text.ends_with('s') && argument
}

fn case_of(sentence: &Sentence, head: usize) -> Option<String> {
    sentence.child(head, &["case"]).map(|c| sentence.tokens[c].text.to_lowercase())
}

fn is_subject(sentence: &Sentence, head: usize) -> bool {
    let top = first_conjunct(sentence, head);
    // "Moscow was responsible", "Ankara was behind it".
    let to_blame = |v: usize| matches!(sentence.tokens[v].lemma.as_str(), "responsible" | "guilty");
    let behind = |v: usize| sentence.child(v, &["case"]).is_some_and(|c| sentence.tokens[c].text == "behind");
    let acts = |v: usize| sentence.tokens[v].upos.name() == "VERB" || to_blame(v) || behind(v);
    // "The Danish capital, Copenhagen, was hit": the town.
    let town = sentence.relation_is(head, "appos")
        && sentence.tokens[head]
            .head
            .is_some_and(|h| matches!(sentence.tokens[h].lemma.as_str(), "capital" | "city" | "town"));
    !town && sentence.relation_is(top, "nsubj") && sentence.tokens[top].head.is_some_and(acts)
}

/// "Bamako accuses Paris of spying": a seat of government in the place of who is blamed or warned.
fn is_spoken_to(sentence: &Sentence, head: usize) -> bool {
    let verb = sentence.tokens[head].head.map(|h| sentence.tokens[h].lemma.to_lowercase());
    ["obj", "iobj"].iter().any(|r| sentence.relation_is(head, r))
        && verb.is_some_and(|v| vocabulary::is(Word::Reproves, &v))
}

fn is_party(sentence: &Sentence, head: usize) -> bool {
    let top = first_conjunct(sentence, head);
    let above =
        sentence.tokens[top].head.map(|h| sentence.tokens[h].lemma.to_lowercase()).unwrap_or_default();
    if ["nsubj", "obj", "iobj"].iter().any(|r| sentence.relation_is(top, r)) {
        return !(sentence.relation_is(top, "obj") && vocabulary::is(Word::Motion, &above));
    }
    let by = case_of(sentence, top);
    if matches!(by.as_deref(), Some("'s" | "’s")) && vocabulary::is(Word::Ground, &above) {
        return false;
    }
    // "The border between Sudan and Uganda", "near the border with Niger".
    if matches!(by.as_deref(), Some("between" | "with")) && vocabulary::is(Word::Between, &above) {
        return false;
    }
    let linked = ["obl", "nmod"].iter().any(|r| sentence.relation_is(top, r));
    // "Troops from Chad and Niger".
    let forces = lexicon::noun(&above).is_some_and(|n| {
        matches!(n.class, lexicon::Class::Force | lexicon::Class::Armed | lexicon::Class::Security)
    });
    if linked && by.as_deref() == Some("from") && forces && sentence.relation_is(top, "nmod") {
        return true;
    }
    // "The invasion of Norway".
    if linked && by.as_deref() == Some("of") && vocabulary::is(Word::Invades, &above) {
        return true;
    }
    linked && matches!(by.as_deref(), Some("by" | "with" | "against" | "between" | "'s" | "’s"))
}

/// "US airstrikes", "UK drones": states that have no adjective of their own; "Yemen raids" are raids there.
fn owns_deed(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    let short = token.text.len() > 1 && !token.text.chars().any(char::is_lowercase);
    let modifies = ["compound", "amod", "nmod"].iter().any(|r| sentence.relation_is(head, r));
    short && modifies && token.head.is_some_and(|h| is_deed(&sentence.tokens[h].text.to_lowercase()))
}

fn first_conjunct(sentence: &Sentence, head: usize) -> usize {
    let mut at = head;
    for _ in 0..8 {
        match sentence.tokens[at].head {
            Some(above) if sentence.relation_is(at, "conj") || sentence.relation_is(at, "appos") => {
                at = above
            }
            _ => break,
        }
    }
    at
}

/// Theatres in which two states are both at home.
pub(crate) fn shares(a: &str, b: &str) -> bool {
    matches!((a, b), ("IL", "PS") | ("PS", "IL"))
}

/// The side of a regular unit by its name: "the 4th Division", "Atlacatl Battalion", "93rd Mechanized
/// Brigade" are a state's; brigades with no number may be anybody's.
pub(crate) fn unit(name: &str) -> Option<Side> {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let kind = words.iter().any(|w| vocabulary::is(Word::ArmyUnit, w));
    let numbered = words.iter().any(|w| w.chars().next().is_some_and(|c| c.is_ascii_digit()));
    let regular = words.iter().any(|w| vocabulary::is(Word::Regular, w));
    let service = ["air force", "navy", "coast guard", "national guard", "armed forces", "gendarmerie"];
    let joined = words.join(" ");
    let serves = service
        .iter()
        .any(|s| joined.strip_suffix(s).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')));
    (kind && (numbered || regular) || serves).then_some(Side::State)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_with_a_number_are_a_states() {
        assert_eq!(unit("4th Division"), Some(Side::State));
        assert_eq!(unit("Atlacatl Battalion"), Some(Side::State));
        assert_eq!(unit("Sultan Murad Brigade"), None);
        assert_eq!(unit("Sarnian Air Force"), Some(Side::State));
        assert_eq!(unit("Red Crescent"), None);
    }
}
