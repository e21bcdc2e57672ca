//! Owns objects that stand behind a saying of the verb: "rebels hacked to death 18 farmers".

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// Hangs an object of a noun behind it on the verb that the noun hangs on. After a saying like "to death", whom the
/// words name is the object also where the network calls them an oblique.
pub fn belong_to_verbs(tree: &mut Draft) {
    sayings_of_their_own(tree);
    for word in 1..tree.len() {
        let Some(noun) = saying_before(tree, word) else { continue };
        let verb = tree.heads[noun];
        let of_noun = tree.hangs(word, noun, "obj");
        let bare = tree.names[word].starts_with("obl") && tree.heads[word] == verb && !tree.has(word, "case");
        let open = !["obj", "nsubj:pass"].iter().any(|r| tree.has(verb, r));
        if tree.upos[verb] == Upos::Verb && (of_noun || bare && open && tree.upos[word] != Upos::Pron) {
            tree.hang(word, verb, "obj");
        }
    }
}

/// "Hacked to death 13 farmers": the noun of the saying has "to", and who stands behind has not.
fn sayings_of_their_own(tree: &mut Draft) {
    for noun in 3..tree.len() {
        let (to, word) = (noun - 1, tree.heads[noun]);
        let saying = is(Word::ToSaying, &tree.forms[noun]) && tree.forms[to] == "to";
        // "Hacked to death two teachers": no infinitive.
        if saying && tree.upos[noun] == Upos::Verb && word > 0 && word < to && tree.upos[word] == Upos::Verb {
            tree.upos[noun] = Upos::Noun;
            tree.upos[to] = Upos::Adp;
            tree.rename(noun, "obl");
            tree.hang(to, noun, "case");
            continue;
        }
        if !saying || word <= noun || !tree.hangs(to, word, "case") {
            continue;
        }
        let verb = tree.heads[word];
        if verb > 0 && verb < to && tree.upos[verb] == Upos::Verb {
            tree.heads[to] = noun;
            tree.hang(noun, verb, "obl");
        }
    }
}

/// "Killed herself and eight other people": a noun after "and" that the network joins to the verb is a second object
/// where it follows upon the first.
pub fn beside_the_object(tree: &mut Draft) {
    for word in 4..tree.len() {
        let verb = tree.heads[word];
        let noun = tree.names[word] == "conj" && matches!(tree.upos[word], Upos::Noun | Upos::Propn);
        if !noun || verb == 0 || verb > word || tree.upos[verb] != Upos::Verb {
            continue;
        }
        let clause = ["nsubj", "nsubj:pass", "cop", "aux", "mark", "case"].iter().any(|r| tree.has(word, r));
        let Some(object) = (verb + 1..word).rev().find(|&n| tree.hangs(n, verb, "obj")) else { continue };
        let and = (object + 1..word).find(|&n| !tree.is_under(n, object));
        let joined = and.is_some_and(|n| tree.forms[n] == "and" && tree.heads[n] == word);
        if !clause && joined && (object + 1..word).all(|n| tree.is_under(n, object) || tree.is_under(n, word))
        {
            tree.hang(word, object, "conj");
        }
    }
}

/// "Denied his forces had shelled the city": of two objects, one on each side of the verb and no subject, the first does it.
pub fn on_one_side(tree: &mut Draft) {
    for word in 1..tree.len() {
        let verb = tree.heads[word];
        let before = tree.names[word] == "obj" && verb > word && tree.upos[verb] == Upos::Verb;
        let noun = matches!(tree.upos[word], Upos::Noun | Upos::Propn);
        if !(before && noun) {
            continue;
        }
        let child = |relation: &str| {
            (1..tree.len()).any(|n| tree.heads[n] == verb && tree.names[n].starts_with(relation))
        };
        let other = (verb + 1..tree.len()).any(|n| tree.hangs(n, verb, "obj"));
        if other && !child("nsubj") && !child("csubj") {
            tree.rename(word, "nsubj");
        }
    }
}

/// "Troops killed three gunmen holed up in a hotel": whom a verb without an object is followed by at once is its
/// object and no subject of the participle behind it.
pub fn before_participles(tree: &mut Draft) {
    for word in 2..tree.len() {
        let (participle, verb) = (tree.heads[word], tree.heads.get(tree.heads[word]).copied().unwrap_or(0));
        let clause = tree.names[word] == "nsubj"
            && participle > word
            && verb > 0
            && verb < word
            && tree.names[participle] == "advcl"
            && tree.upos[verb] == Upos::Verb
            && tree.upos[participle] == Upos::Verb
            && !tree.forms[participle].ends_with("ing");
        if !clause || ["obj", "xcomp", "ccomp", "nsubj:pass"].iter().any(|r| tree.has(verb, r)) {
            continue;
        }
        let bare =
            !["mark", "aux", "aux:pass", "cop", "advmod", "obj"].iter().any(|r| tree.has(participle, r));
        let below = |n: usize| n == word || tree.heads[n] == word && n < word;
        let next = (verb + 1..word).all(below);
        if bare && next {
            tree.hang(word, verb, "obj");
            tree.hang(participle, word, "acl");
        }
    }
}

/// "Ten were killed including five children in raids", "carried out by the army against rebels": only a "by" tells who did
/// it.
pub fn agents_need_by(tree: &mut Draft) {
    for word in 1..tree.len() {
        let by = (1..word).any(|n| tree.hangs(n, word, "case") && tree.forms[n] == "by");
        if tree.names[word] == "obl:agent" && !by {
            tree.rename(word, "obl");
        }
    }
}

/// "Killing 30 people and injuring scores more": no verb has two objects, so the second is that of the verb right
/// before it.
pub fn of_the_nearest_verb(tree: &mut Draft) {
    for word in 3..tree.len() {
        let far = tree.heads[word];
        if tree.names[word] != "obj" || far == 0 || far > word || tree.upos[far] != Upos::Verb {
            continue;
        }
        let below = |n: usize| tree.is_under(n, word);
        let Some(near) = (far + 1..word).rev().find(|&n| !below(n)) else { continue };
        let other = (far + 1..near).any(|n| tree.hangs(n, far, "obj"));
        let open = tree.upos[near] == Upos::Verb
            && !["obj", "aux:pass", "nsubj:pass"].iter().any(|r| tree.has(near, r));
        if other && open {
            tree.hang(word, near, "obj");
        }
    }
}

/// The noun of a saying ("to death") that hangs on a verb before it and stands before the word.
fn saying_before(tree: &Draft, word: usize) -> Option<usize> {
    let saying = |noun: usize| {
        let verb = tree.heads[noun];
        let said = noun > 1 && tree.forms[noun - 1] == "to" && is(Word::ToSaying, &tree.forms[noun]);
        said && tree.names[noun] == "obl"
            && verb > 0
            && verb < noun
            && (tree.heads[word] == noun || tree.heads[word] == verb)
    };
    (2..word).rev().find(|&noun| saying(noun))
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    #[test]
    fn the_second_object_is_that_of_the_verb_before_it() {
        let mut tree = draft(&[
            ("killing", Upos::Verb, 0, "root"),
            ("people", Upos::Noun, 1, "obj"),
            ("and", Upos::Cconj, 4, "cc"),
            ("injuring", Upos::Verb, 1, "conj"),
            ("scores", Upos::Noun, 1, "obj"),
            ("more", Upos::Adv, 5, "advmod"),
        ]);
        of_the_nearest_verb(&mut tree);
        assert_eq!(tree.heads[5], 4);
    }

    #[test]
    fn who_stands_behind_to_death_is_hacked() {
        let words = [
            ("they", Upos::Pron, 2, "nsubj"),
            ("hacked", Upos::Verb, 0, "root"),
            ("to", Upos::Adp, 6, "case"),
            ("death", Upos::Noun, 6, "amod"),
            ("nine", Upos::Num, 6, "nummod"),
            ("farmers", Upos::Noun, 2, "obl"),
        ];
        let mut tree = draft(&words);
        belong_to_verbs(&mut tree);
        assert_eq!((tree.heads[4], tree.names[6].as_str()), (2, "obj"));
    }

    #[test]
    fn who_is_killed_beside_the_killer_is_killed_too() {
        let words = [
            ("he", Upos::Pron, 2, "nsubj"),
            ("killed", Upos::Verb, 0, "root"),
            ("himself", Upos::Pron, 2, "obj"),
            ("and", Upos::Cconj, 6, "cc"),
            ("eight", Upos::Num, 6, "nummod"),
            ("people", Upos::Noun, 2, "conj"),
        ];
        let mut tree = draft(&words);
        beside_the_object(&mut tree);
        assert_eq!(tree.heads[6], 3);
    }

    #[test]
    fn to_death_is_no_infinitive() {
        let words = [
            ("men", Upos::Noun, 2, "nsubj"),
            ("hacked", Upos::Verb, 0, "root"),
            ("to", Upos::Part, 4, "mark"),
            ("death", Upos::Verb, 2, "advcl"),
            ("two", Upos::Num, 6, "nummod"),
            ("teachers", Upos::Noun, 4, "obj"),
        ];
        let mut tree = draft(&words);
        belong_to_verbs(&mut tree);
        assert_eq!((tree.heads[6], tree.upos[4]), (2, Upos::Noun));
    }

    #[test]
    fn whom_they_killed_is_no_subject_of_what_follows() {
        let words = [
            ("troops", Upos::Noun, 2, "nsubj"),
            ("killed", Upos::Verb, 0, "root"),
            ("three", Upos::Num, 4, "nummod"),
            ("gunmen", Upos::Noun, 5, "nsubj"),
            ("holed", Upos::Verb, 2, "advcl"),
        ];
        let mut tree = draft(&words);
        before_participles(&mut tree);
        assert_eq!(
            (tree.heads[4], tree.names[4].as_str(), tree.heads[5], tree.names[5].as_str()),
            (2, "obj", 4, "acl")
        );
    }

    #[test]
    fn those_counted_in_did_not_do_it() {
        let case = |form: &'static str| {
            let words = [
                ("killed", Upos::Verb, 0, "root"),
                (form, Upos::Adp, 3, "case"),
                ("children", Upos::Noun, 1, "obl:agent"),
            ];
            let mut tree = draft(&words);
            agents_need_by(&mut tree);
            tree.names[3].clone()
        };
        assert_eq!((case("including").as_str(), case("by").as_str()), ("obl", "obl:agent"));
    }

    #[test]
    fn of_two_objects_the_one_before_the_verb_does_it() {
        let words = [
            ("forces", Upos::Noun, 3, "obj"),
            ("had", Upos::Aux, 3, "aux"),
            ("shelled", Upos::Verb, 0, "root"),
            ("towns", Upos::Noun, 3, "obj"),
        ];
        let mut tree = draft(&words);
        on_one_side(&mut tree);
        assert_eq!((tree.names[1].as_str(), tree.names[4].as_str()), ("nsubj", "obj"));
        let mut tree = draft(&words[..3]);
        on_one_side(&mut tree);
        assert_eq!(tree.names[1], "obj");
    }

    fn object(words: &[(&str, Upos, usize, &str)], at: usize) -> (usize, String) {
        let mut tree = draft(words);
        belong_to_verbs(&mut tree);
        (tree.heads[at], tree.names[at].clone())
    }

    #[test]
    fn whom_they_hacked_to_death() {
        let to_death = [
            ("hacked", Upos::Verb, 0, "root"),
            ("to", Upos::Adp, 3, "case"),
            ("death", Upos::Noun, 1, "obl"),
        ];
        for (head, relation) in [(3, "obj"), (1, "obl"), (1, "obl:unmarked")] {
            let words = [&to_death[..], &[("farmers", Upos::Noun, head, relation)]].concat();
            assert_eq!(object(&words, 4), (1, "obj".to_owned()), "{relation}");
        }
    }

    #[test]
    fn where_they_did_it_stays() {
        let words = [
            ("hacked", Upos::Verb, 0, "root"),
            ("to", Upos::Adp, 3, "case"),
            ("death", Upos::Noun, 1, "obl"),
            ("in", Upos::Adp, 5, "case"),
            ("farms", Upos::Noun, 1, "obl"),
        ];
        assert_eq!(object(&words, 5), (1, "obl".to_owned()));
    }
}
