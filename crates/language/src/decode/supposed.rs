//! Owns what somebody is supposed to be, said right behind the noun: "gunmen believed to be rebels attacked the post".

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// The network takes the participle for the verb of the sentence; the verb is the one behind it.
pub fn describe_the_noun(tree: &mut Draft) {
    for word in 2..tree.len().saturating_sub(2) {
        let to = tree.forms[word + 1] == "to";
        let to_be = to && matches!(tree.forms[word + 2].as_str(), "be" | "have");
        // "Troops sent to help the president took up positions".
        let sent = to && is(Word::Sent, &tree.forms[word]) && !tree.has(word, "obj");
        let supposed = to_be && is(Word::Supposed, &tree.forms[word]);
        if !(supposed || sent) || tree.upos[word] != Upos::Verb {
            continue;
        }
        let helped = ["aux", "aux:pass", "mark"].iter().any(|r| tree.has(word, r));
        let Some(noun) =
            (1..word).rev().find(|&n| tree.names[n].starts_with("nsubj") && tree.heads[n] == word)
        else {
            continue;
        };
        let told = |n: &usize| {
            let clause =
                matches!(tree.names[*n].as_str(), "ccomp" | "parataxis" | "conj" | "advcl" | "xcomp");
            let bare = !["mark", "nsubj", "nsubj:pass", "cc"].iter().any(|r| tree.has(*n, r));
            let of_word = tree.heads[*n] == word || sent && tree.heads[tree.heads[*n]] == word;
            of_word && tree.upos[*n] == Upos::Verb && clause && bare && !(sent && is_plain(&tree.forms[*n]))
        };
        let ing = |n: &usize| tree.forms[*n].ends_with("ing");
        // "Said gunmen believed to be rebels shot a driver": the tree makes two clauses of what was said.
        let beside = |n: &usize| {
            let bare = !["mark", "nsubj", "nsubj:pass", "cc"].iter().any(|r| tree.has(*n, r));
            tree.heads[*n] == tree.heads[word]
                && tree.heads[word] > 0
                && tree.heads[word] < word
                && tree.names[*n] == tree.names[word]
                && tree.upos[*n] == Upos::Verb
                && bare
        };
        let behind = || word + 3..tree.len();
        let verb = behind().find(|n| told(n) && !ing(n)).or_else(|| behind().find(|n| beside(n) && !ing(n)));
        let Some(verb) = verb.filter(|_| !helped) else { continue };
        let passive = tree.has(verb, "aux:pass");
        let (head, name) = (tree.heads[word], tree.names[word].clone());
        tree.hang(verb, head, &name);
        tree.hang(noun, verb, if passive { "nsubj:pass" } else { "nsubj" });
        tree.hang(word, noun, "acl");
        for later in verb + 1..tree.len() {
            if tree.heads[later] == word {
                tree.heads[later] = verb;
            }
        }
    }
}

/// True for a form that may be no past tense: "help", "sending".
fn is_plain(form: &str) -> bool {
    !(form.ends_with("ed") || is(Word::Past, form))
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    #[test]
    fn what_gunmen_are_believed_to_be_describes_them() {
        let mut tree = draft(&[
            ("gunmen", Upos::Noun, 2, "nsubj"),
            ("believed", Upos::Verb, 0, "root"),
            ("to", Upos::Part, 5, "mark"),
            ("be", Upos::Aux, 5, "cop"),
            ("rebels", Upos::Noun, 2, "xcomp"),
            ("attacked", Upos::Verb, 2, "ccomp"),
            ("keld", Upos::Propn, 6, "obj"),
        ]);
        describe_the_noun(&mut tree);
        assert!(tree.hangs(6, 0, "root") && tree.hangs(1, 6, "nsubj") && tree.hangs(2, 1, "acl"));
    }

    #[test]
    fn those_sent_did_what_comes_last() {
        let mut tree = draft(&[
            ("troops", Upos::Noun, 2, "nsubj"),
            ("sent", Upos::Verb, 0, "root"),
            ("to", Upos::Part, 4, "mark"),
            ("help", Upos::Verb, 2, "advcl"),
            ("them", Upos::Pron, 4, "obj"),
            ("took", Upos::Verb, 4, "ccomp"),
            ("positions", Upos::Noun, 6, "obj"),
        ]);
        describe_the_noun(&mut tree);
        assert!(tree.hangs(6, 0, "root") && tree.hangs(1, 6, "nsubj") && tree.hangs(2, 1, "acl"));
    }

    #[test]
    fn who_believes_keeps_the_verb() {
        let words = [
            ("he", Upos::Pron, 3, "nsubj:pass"),
            ("is", Upos::Aux, 3, "aux:pass"),
            ("believed", Upos::Verb, 0, "root"),
            ("to", Upos::Part, 6, "mark"),
            ("have", Upos::Aux, 6, "aux"),
            ("fled", Upos::Verb, 3, "xcomp"),
        ];
        let mut tree = draft(&words);
        describe_the_noun(&mut tree);
        assert!(tree.hangs(3, 0, "root"));
    }
}
