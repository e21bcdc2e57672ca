//! Owns those who are only counted and stand right behind a verb: "injuring scores more".

use super::draft::Draft;
use ascribe_model::Upos;

/// Words that count people without a noun.
const COUNTS: [&str; 9] =
    ["dozen", "dozens", "hundreds", "many", "others", "scores", "several", "tens", "thousands"];

/// What may stand between the verb and the word that counts: "wounded at least a dozen more".
const BEFORE: [&str; 10] =
    ["a", "about", "almost", "another", "at", "least", "more", "nearly", "some", "than"];

/// Hangs the word that counts on the verb right before it, as its object, where the verb has none: the network calls
/// it an adverb of "more" or a conjunct of another verb.
pub fn belong_to_verbs(tree: &mut Draft) {
    for verb in 1..tree.len().saturating_sub(1) {
        let passive = tree.has(verb, "aux:pass") || tree.has(verb, "nsubj:pass");
        if tree.upos[verb] != Upos::Verb || passive || tree.has(verb, "obj") {
            continue;
        }
        let first = (verb + 1..tree.len()).find(|&n| !BEFORE.contains(&tree.forms[n].as_str()));
        let counts = |n: &usize| COUNTS.contains(&tree.forms[*n].as_str());
        let Some(word) = first.filter(counts).filter(|&n| !tree.has(n, "case") || tree.forms[n] == "dozen")
        else {
            continue;
        };
        let more = word + 1;
        let followed = more < tree.len() && matches!(tree.forms[more].as_str(), "more" | "others");
        let strays = tree.hangs(word, more, "obl:unmarked")
            || tree.hangs(word, more, "advmod")
            || tree.heads[word] == verb
            || matches!(tree.names[word].as_str(), "conj" | "obl:unmarked");
        if followed && strays {
            tree.hang(word, verb, "obj");
            tree.hang(more, word, "amod");
        } else if matches!(tree.names[word].as_str(), "conj") && tree.heads[word] < verb {
            tree.hang(word, verb, "obj");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    #[test]
    fn dozens_more_are_whom_the_verb_hits() {
        let mut tree = draft(&[
            ("blast", Upos::Noun, 2, "nsubj"),
            ("injured", Upos::Verb, 0, "root"),
            ("dozens", Upos::Noun, 4, "obl:unmarked"),
            ("more", Upos::Adj, 2, "advmod"),
        ]);
        belong_to_verbs(&mut tree);
        assert!(tree.hangs(3, 2, "obj") && tree.hangs(4, 3, "amod"));
    }

    #[test]
    fn what_another_verb_has_stays() {
        let words = [
            ("they", Upos::Pron, 2, "nsubj:pass"),
            ("injured", Upos::Verb, 0, "root"),
            ("many", Upos::Adj, 4, "amod"),
            ("times", Upos::Noun, 2, "obl:unmarked"),
        ];
        let mut tree = draft(&words);
        belong_to_verbs(&mut tree);
        assert!(tree.hangs(3, 4, "amod"));
    }
}
