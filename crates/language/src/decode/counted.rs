//! Owns those who are only counted and stand right behind a verb: "injuring scores more".

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// Hangs the word that counts on the verb right before it, as its object, where the verb has none: the network calls
/// it an adverb of "more" or a conjunct of another verb.
pub fn belong_to_verbs(tree: &mut Draft) {
    for verb in 1..tree.len().saturating_sub(1) {
        let passive = tree.has(verb, "aux:pass") || tree.has(verb, "nsubj:pass");
        if tree.upos[verb] != Upos::Verb || passive || tree.has(verb, "obj") {
            continue;
        }
        let first = (verb + 1..tree.len()).find(|&n| !is(Word::BeforeNumber, &tree.forms[n]));
        let counts = |n: &usize| is(Word::Counts, &tree.forms[*n]);
        let Some(word) = first.filter(counts).filter(|&n| !tree.has(n, "case") || tree.forms[n] == "dozen")
        else {
            continue;
        };
        // "Killed four and wounded dozens" may have the verb below whom it counts.
        if tree.is_under(verb, word) {
            continue;
        }
        let more = word + 1;
        let followed = more < tree.len() && matches!(tree.forms[more].as_str(), "more" | "others");
        let strays = tree.hangs(word, more, "obl:unmarked")
            || tree.hangs(word, more, "advmod")
            || tree.heads[word] == verb
            || matches!(tree.names[word].as_str(), "conj" | "obl:unmarked");
        if followed && strays && !tree.is_under(verb, more) {
            tree.hang(word, verb, "obj");
            tree.hang(more, word, "amod");
        } else if matches!(tree.names[word].as_str(), "conj") && tree.heads[word] < verb {
            tree.hang(word, verb, "obj");
        }
    }
}

/// "Were reported killed and scores wounded": a subject stands before its verb, and who is joined behind it is told of
/// beside it.
pub fn stand_beside(tree: &mut Draft) {
    for word in 3..tree.len() {
        let verb = tree.heads[word];
        let behind = tree.names[word] == "nsubj:pass" && verb > 0 && verb < word;
        if behind && tree.hangs(word - 1, word, "cc") {
            tree.rename(word, "conj");
        }
    }
}

/// "Has risen to 57, with 112 wounded": a clause without a verb of its own, whose subject is who is counted.
pub fn with_how_many(tree: &mut Draft) {
    for state in 3..tree.len() {
        let (count, with) = (state - 1, state - 2);
        let told = is(Word::Harmed, &tree.forms[state])
            && tree.upos[count] == Upos::Num
            && tree.forms[with] == "with"
            && tree.heads[with] == count;
        let above = if tree.heads[count] == state { tree.heads[state] } else { tree.heads[count] };
        if told && above > 0 && above < with && !tree.is_under(above, state) {
            tree.hang(state, above, "advcl");
            tree.hang(count, state, "nsubj:pass");
            tree.hang(with, state, "mark");
        }
    }
}

/// "Leaving nine people dead and 40 injured": the second number counts those injured, whatever it is joined to.
pub fn beside_the_dead(tree: &mut Draft) {
    for state in 4..tree.len() {
        let (count, verb) = (state - 1, tree.heads[state]);
        let counted =
            tree.upos[count] == Upos::Num && tree.names[count] == "conj" && tree.heads[count] < count;
        let of_verb = tree.names[state] == "xcomp" && verb > 0 && verb < count;
        let other = (verb + 1..count).any(|n| tree.hangs(n, verb, "xcomp"));
        if is(Word::Harmed, &tree.forms[state]) && counted && of_verb && other {
            tree.hang(count, state, "nsubj");
            tree.rename(state, "conj");
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
    fn those_counted_behind_with_are_a_clause() {
        let mut tree = draft(&[
            ("risen", Upos::Verb, 0, "root"),
            ("with", Upos::Adp, 3, "case"),
            ("112", Upos::Num, 1, "obl"),
            ("wounded", Upos::Verb, 1, "advcl"),
        ]);
        with_how_many(&mut tree);
        assert!(tree.hangs(3, 4, "nsubj:pass") && tree.hangs(4, 1, "advcl") && tree.hangs(2, 4, "mark"));
    }

    #[test]
    fn those_counted_beside_the_dead_are_a_clause() {
        let mut tree = draft(&[
            ("leaving", Upos::Verb, 0, "root"),
            ("three", Upos::Num, 1, "obj"),
            ("dead", Upos::Adj, 1, "xcomp"),
            ("and", Upos::Cconj, 5, "cc"),
            ("40", Upos::Num, 2, "conj"),
            ("injured", Upos::Verb, 1, "xcomp"),
        ]);
        beside_the_dead(&mut tree);
        assert!(tree.hangs(5, 6, "nsubj") && tree.hangs(6, 1, "conj"));
    }

    #[test]
    fn subjects_stand_before_their_verb() {
        let mut tree = draft(&[
            ("reported", Upos::Verb, 0, "root"),
            ("killed", Upos::Verb, 1, "xcomp"),
            ("and", Upos::Cconj, 4, "cc"),
            ("scores", Upos::Noun, 2, "nsubj:pass"),
            ("wounded", Upos::Verb, 4, "amod"),
        ]);
        stand_beside(&mut tree);
        assert!(tree.hangs(4, 2, "conj"));
    }

    #[test]
    fn no_word_hangs_on_what_hangs_on_it() {
        let mut tree = draft(&[
            ("killed", Upos::Verb, 0, "root"),
            ("four", Upos::Num, 1, "obj"),
            ("wounded", Upos::Verb, 4, "amod"),
            ("dozens", Upos::Noun, 2, "conj"),
        ]);
        belong_to_verbs(&mut tree);
        assert!(tree.hangs(4, 2, "conj") && tree.hangs(3, 4, "amod"));
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
