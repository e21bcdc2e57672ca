//! States and capitals: when their name is a place, and when it is the party that acts.

use super::spans::head;
use super::vocabulary::{Class, is};
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Gazetteer, Kind, Near};
use ascribe_model::{Sentence, TokenRange};

/// True for the name of a country or of a capital.
pub(super) fn is_state(words: &str, gazetteer: &Gazetteer) -> bool {
    let countries = gazetteer.countries();
    countries.by_folded(&fold(words)).is_some() || countries.by_capital(words).is_some()
}

/// "Department of Salt", "Salt Department", "Salt and Keld provinces", where they are regions: parts of a country and no
/// office of state.
pub fn is_region_by_name(words: &str, gazetteer: &Gazetteer) -> bool {
    let area = |word: &str| {
        let word = word.to_lowercase();
        is(Class::Area, word.strip_suffix('s').unwrap_or(&word))
    };
    let words = words.trim_start_matches("the ");
    let before = words.split_once(" of ").filter(|(first, _)| area(first)).map(|(_, name)| name);
    let behind = words.rsplit_once(' ').filter(|(_, last)| area(last)).map(|(name, _)| name);
    let region = |c: &Candidate| c.near == Near::Exact && matches!(c.kind, Kind::Region | Kind::District);
    before.or(behind).is_some_and(|name| gazetteer.look_up(name).iter().any(region))
}

/// "Oslo was struck", "raids on Norway", "an offensive against Norway", "they invaded Norway", "Norway suffered two bombings": a state
/// to which a thing is done there is a place, though a party too.
pub(super) fn is_acted_on(sentence: &Sentence, range: TokenRange) -> bool {
    const THERE: [&str; 7] = ["in", "on", "into", "across", "inside", "throughout", "near"];
    let head = head(sentence, range);
    let case = case_of(sentence, head);
    match sentence.tokens[head].deprel.as_str() {
        // "Norway is accused of arming them", "is said to arm them".
        "nsubj:pass" => {
            !governor(sentence, head).is_some_and(|verb| is(Class::Blames, &verb) || is(Class::Speaks, &verb))
        }
        // "Captured Oslo", not "took Norway to court".
        "obj" => governor(sentence, head)
            .is_some_and(|verb| is(Class::Assault, &verb) || is(Class::Taking, &verb) && verb != "take"),
        "nsubj" => governor(sentence, head).is_some_and(|verb| is(Class::Suffers, &verb)),
        _ if case.as_deref() == Some("against") => {
            governor(sentence, head).is_some_and(|noun| is(Class::Assault, &noun))
        }
        _ => case.is_some_and(|word| THERE.contains(&word.as_str())),
    }
}

/// "Turkey shelled", "Iraq's army", "by Russia", "talks with Iran", "the president of Norway", "a citizen of
/// Norway": the country acts, or somebody is of it.
pub(super) fn is_party(sentence: &Sentence, head: usize) -> bool {
    let relation = sentence.tokens[head].deprel.as_str();
    let case = case_of(sentence, head);
    relation == "nsubj" && !governor(sentence, head).is_some_and(|verb| is(Class::Suffers, &verb))
        || relation == "nmod:poss"
        || matches!(case.as_deref(), Some("by" | "with" | "'s" | "’s" | "like"))
        || case.as_deref() == Some("of")
            && governor(sentence, head).is_some_and(|noun| is(Class::Owned, &noun))
        || is_second(sentence, head, is_party)
}

/// "Ankara claims", "an ally of Moscow", "Ankara is expected to send troops", "Moscow's offensive", "they accused Moscow", "a
/// deal brokered by Moscow and Ankara", "tensions between Ankara and the party", "prompting Ankara to launch an operation".
pub(super) fn is_speaker(sentence: &Sentence, head: usize) -> bool {
    let relation = sentence.tokens[head].deprel.as_str();
    let verb = governor(sentence, head).unwrap_or_default();
    relation == "nsubj" && is(Class::Speaks, &verb)
        || matches!(relation, "obj" | "iobj") && is(Class::Blames, &verb)
        || relation == "nmod:poss" && (is(Class::Assault, &verb) || is(Class::Owned, &verb))
        || matches!(relation, "nsubj" | "nsubj:pass") && is_to_act(sentence, head)
        || case_of(sentence, head).as_deref() == Some("of") && is(Class::Owned, &verb)
        || case_of(sentence, head).as_deref() == Some("by")
        || case_of(sentence, head).as_deref() == Some("between") && is(Class::Dealings, &verb)
        || is_moved(sentence, head)
        || is_second(sentence, head, is_speaker)
}

/// "Oslo is expected to send troops", "Oslo plans to leave": what a government is to do hangs on the verb.
fn is_to_act(sentence: &Sentence, head: usize) -> bool {
    let verb = sentence.tokens[head].head.filter(|&v| is(Class::Intends, &sentence.tokens[v].lemma));
    verb.is_some_and(|v| sentence.children(v).any(|c| c > v && sentence.relation_is(c, "xcomp")))
}

/// "Prompted Ankara to launch a raid": what the government is to do hangs on the verb.
pub(crate) fn is_moved(sentence: &Sentence, head: usize) -> bool {
    let verb = sentence.tokens[head].head.filter(|_| {
        ["obj", "iobj"].iter().any(|r| sentence.relation_is(head, r))
            && governor(sentence, head).is_some_and(|verb| is(Class::Moves, &verb))
    });
    verb.is_some_and(|v| sentence.children(v).any(|c| c > head && sentence.relation_is(c, "xcomp")))
}

/// The second of two, of which the first is what is asked: "by Moscow and Ankara".
fn is_second(sentence: &Sentence, head: usize, asked: fn(&Sentence, usize) -> bool) -> bool {
    let first = sentence.tokens[head].head.filter(|_| sentence.tokens[head].deprel == "conj");
    case_of(sentence, head).is_none() && first.is_some_and(|first| asked(sentence, first))
}

fn case_of(sentence: &Sentence, head: usize) -> Option<String> {
    sentence.child(head, &["case"]).map(|c| sentence.tokens[c].text.to_lowercase())
}

/// The lemma of what a token hangs on.
fn governor(sentence: &Sentence, head: usize) -> Option<String> {
    sentence.tokens[head].head.map(|h| sentence.tokens[h].lemma.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_testing::sentence;

    #[test]
    fn a_country_to_which_a_thing_is_done_is_a_place() {
        let acted_on = |words: &str, at: usize| is_acted_on(&sentence(words), TokenRange::new(at, at + 1));
        assert!(acted_on("Norway/norway/2/nsubj suffered/suffer/0/root bombings/bombing/2/obj", 0));
        assert!(acted_on("They/they/2/nsubj invaded/invade/0/root Norway/norway/2/obj", 2));
        assert!(!acted_on("They/they/2/nsubj thanked/thank/0/root Norway/norway/2/obj", 2));
        assert!(!acted_on("Norway/norway/2/nsubj planned/plan/0/root bombings/bombing/2/obj", 0));
        assert!(acted_on("war/war/0/root against/against/3/case Norway/norway/1/nmod", 2));
        assert!(!acted_on("charges/charge/0/root against/against/3/case Norway/norway/1/nmod", 2));
    }

    #[test]
    fn a_government_that_acts_or_is_blamed_is_a_party() {
        let suffered = sentence("Norway/norway/2/nsubj suffered/suffer/0/root bombings/bombing/2/obj");
        let shelled = sentence("Norway/norway/2/nsubj shelled/shell/0/root Keld/keld/2/obj");
        assert!(!is_party(&suffered, 0) && is_party(&shelled, 0));
        let blamed = sentence("They/they/2/nsubj accused/accuse/0/root Oslo/oslo/2/obj");
        let taken = sentence("They/they/2/nsubj took/take/0/root Oslo/oslo/2/obj");
        assert!(is_speaker(&blamed, 2) && !is_speaker(&taken, 2));
        let brokered =
            sentence("brokered/broker/0/root by/by/3/case Oslo/oslo/1/obl and/and/5/cc Kyiv/kyiv/3/conj");
        assert!(is_speaker(&brokered, 4));
        let war = sentence("Oslo/oslo/2/nmod:poss war/war/0/root");
        let streets = sentence("Oslo/oslo/2/nmod:poss streets/street/0/root");
        let of = |noun: &str| sentence(&format!("{noun}/{noun}/0/root of/of/3/case Norway/norway/1/nmod"));
        assert!(is_party(&of("citizen"), 2) && is_party(&of("president"), 2) && !is_party(&of("south"), 2));
        assert!(is_speaker(&war, 0) && !is_speaker(&streets, 0));
    }
}
