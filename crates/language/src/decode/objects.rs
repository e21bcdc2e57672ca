//! Owns objects that stand behind a saying of the verb: "rebels hacked to death 18 farmers".

use ascribe_model::Upos;

/// Nouns that make one saying with "to" and a verb, before or after its object.
const SAYINGS: [&str; 3] = ["death", "flight", "fire"];

/// Hangs an object of a noun behind it on the verb that the noun hangs on. After a saying like "to death", whom the
/// words name is the object also where the network calls them an oblique.
/// `forms` (lower case) and `upos` count from the first word, `heads` and `names` (relations) from the root before it.
pub fn belong_to_verbs(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for word in 1..heads.len() {
        let Some(noun) = saying_before(forms, heads, names, word) else { continue };
        let verb = heads[noun];
        let of_noun = names[word] == "obj" && heads[word] == noun;
        let bare = names[word].starts_with("obl") && heads[word] == verb && !has(heads, names, word, "case");
        let open = !["obj", "nsubj:pass"].iter().any(|r| has(heads, names, verb, r));
        if upos[verb - 1] == Upos::Verb && (of_noun || bare && open && upos[word - 1] != Upos::Pron) {
            heads[word] = verb;
            "obj".clone_into(&mut names[word]);
        }
    }
}

/// "Denied his forces had shelled the city": of two objects, one on each side of the verb and no subject, the first does it.
pub fn on_one_side(upos: &[Upos], heads: &[usize], names: &mut [String]) {
    for word in 1..heads.len() {
        let verb = heads[word];
        let before = names[word] == "obj" && verb > word && upos[verb - 1] == Upos::Verb;
        let noun = matches!(upos[word - 1], Upos::Noun | Upos::Propn);
        if !(before && noun) {
            continue;
        }
        let child =
            |relation: &str| (1..heads.len()).any(|n| heads[n] == verb && names[n].starts_with(relation));
        let other = (verb + 1..heads.len()).any(|n| heads[n] == verb && names[n] == "obj");
        if other && !child("nsubj") && !child("csubj") {
            "nsubj".clone_into(&mut names[word]);
        }
    }
}

/// "Troops killed three gunmen holed up in a hotel": whom a verb without an object is followed by at once is its
/// object and no subject of the participle behind it.
pub fn before_participles(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for word in 2..heads.len() {
        let (participle, verb) = (heads[word], heads.get(heads[word]).copied().unwrap_or(0));
        let clause = names[word] == "nsubj"
            && participle > word
            && verb > 0
            && verb < word
            && names[participle] == "advcl"
            && upos[verb - 1] == Upos::Verb
            && upos[participle - 1] == Upos::Verb
            && !forms[participle - 1].ends_with("ing");
        if !clause || ["obj", "xcomp", "ccomp", "nsubj:pass"].iter().any(|r| has(heads, names, verb, r)) {
            continue;
        }
        let bare = !["mark", "aux", "aux:pass", "cop", "advmod", "obj"]
            .iter()
            .any(|r| has(heads, names, participle, r));
        let below = |n: usize| n == word || heads[n] == word && n < word;
        let next = (verb + 1..word).all(below);
        if bare && next {
            heads[word] = verb;
            "obj".clone_into(&mut names[word]);
            heads[participle] = word;
            "acl".clone_into(&mut names[participle]);
        }
    }
}

/// "Ten were killed including five children in raids": only a "by" tells who did it.
pub fn agents_need_by(forms: &[String], heads: &[usize], names: &mut [String]) {
    for word in 1..heads.len() {
        let case = (1..word).rev().find(|&n| heads[n] == word && names[n] == "case");
        if names[word] == "obl:agent" && case.is_some_and(|n| forms[n - 1] == "including") {
            "obl".clone_into(&mut names[word]);
        }
    }
}

/// The noun of a saying ("to death") that hangs on a verb before it and stands before the word.
fn saying_before(forms: &[String], heads: &[usize], names: &[String], word: usize) -> Option<usize> {
    let saying = |noun: usize| {
        let verb = heads[noun];
        let said = noun > 1 && forms[noun - 2] == "to" && SAYINGS.contains(&forms[noun - 1].as_str());
        said && names[noun] == "obl"
            && verb > 0
            && verb < noun
            && (heads[word] == noun || heads[word] == verb)
    };
    (2..word).rev().find(|&noun| saying(noun))
}

/// True where the word has a dependant of that relation.
pub(super) fn has(heads: &[usize], names: &[String], head: usize, relation: &str) -> bool {
    (1..heads.len()).any(|n| heads[n] == head && names[n] == relation)
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use super::*;

    #[test]
    fn whom_they_killed_is_no_subject_of_what_follows() {
        let words = [
            ("troops", Upos::Noun, 2, "nsubj"),
            ("killed", Upos::Verb, 0, "root"),
            ("three", Upos::Num, 4, "nummod"),
            ("gunmen", Upos::Noun, 5, "nsubj"),
            ("holed", Upos::Verb, 2, "advcl"),
        ];
        let (forms, upos, mut heads, mut names) = parts(&words);
        before_participles(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[4], names[4].as_str(), heads[5], names[5].as_str()), (2, "obj", 4, "acl"));
    }

    #[test]
    fn those_counted_in_did_not_do_it() {
        let case = |form: &'static str| {
            let words = [
                ("killed", Upos::Verb, 0, "root"),
                (form, Upos::Adp, 3, "case"),
                ("children", Upos::Noun, 1, "obl:agent"),
            ];
            let (forms, _, heads, mut names) = parts(&words);
            agents_need_by(&forms, &heads, &mut names);
            names[3].clone()
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
        let (_, upos, heads, mut names) = parts(&words);
        on_one_side(&upos, &heads, &mut names);
        assert_eq!((names[1].as_str(), names[4].as_str()), ("nsubj", "obj"));
        let (_, upos, heads, mut names) = parts(&words[..3]);
        on_one_side(&upos, &heads, &mut names);
        assert_eq!(names[1], "obj");
    }

    fn object(words: &[(&str, Upos, usize, &str)], at: usize) -> (usize, String) {
        let (forms, upos, mut heads, mut names) = parts(words);
        belong_to_verbs(&forms, &upos, &mut heads, &mut names);
        (heads[at], names[at].clone())
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
