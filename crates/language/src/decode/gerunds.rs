//! Owns forms in -ing that are nouns whatever the tagger says: "Shelling went on", "three days of fighting", "killed in
//! shelling".

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// Makes nouns of subjects in -ing without an object of their own and of deeds after "of" or "in".
pub fn as_nouns(tree: &mut Draft) {
    let nouns: Vec<usize> = (1..tree.len()).filter(|&n| is_noun(tree, n)).collect();
    for node in nouns {
        tree.upos[node] = Upos::Noun;
        match tree.names[node].as_str() {
            "acl" => tree.rename(node, "nmod"),
            "csubj" => {
                tree.rename(node, "nsubj");
                continue;
            }
            "advcl" if is(Word::SeenOrTold, &tree.forms[tree.heads[node]]) => tree.rename(node, "obj"),
            "xcomp" | "ccomp" => tree.rename(node, "obj"),
            "advcl" => tree.rename(node, "obl"),
            _ => continue,
        }
        for word in 1..tree.len() {
            if tree.hangs(word, node, "mark") {
                tree.rename(word, "case");
                tree.upos[word] = Upos::Adp;
            }
        }
    }
}

fn is_noun(tree: &Draft, node: usize) -> bool {
    let form = &tree.forms[node];
    let below = |relation: &str, word: usize| tree.hangs(word, node, relation);
    let verbal = |word: usize| ["obj", "nsubj", "aux", "xcomp"].iter().any(|r| below(r, word));
    const MARKS: [&str; 6] = ["of", "in", "during", "amid", "from", "by"];
    let marked =
        |word: usize| below("mark", word) && MARKS.contains(&tree.forms[word].as_str()) && word + 1 == node;
    let below_verb = matches!(tree.names[node].as_str(), "acl" | "advcl");
    let deed = || below_verb && is(Word::DeedInIng, form) && (1..tree.len()).any(marked);
    // "Shelling by the army on the town killed nine".
    let by = |word: usize| {
        tree.heads[word] == node && (1..word).any(|n| tree.hangs(n, word, "case") && tree.forms[n] == "by")
    };
    // "Fighting between two militias broke out": what only a noun has below it.
    let of = |word: usize| below("nmod", word) || below("obl", word) && is(Word::DeedInIng, form);
    let subject = matches!(tree.names[node].as_str(), "nsubj" | "nsubj:pass")
        || tree.names[node] == "csubj" && (1..tree.len()).any(|word| by(word) || of(word));
    // "Monitors report shelling near the town": what they report, and not what they do.
    let told = matches!(tree.names[node].as_str(), "xcomp" | "ccomp" | "advcl")
        && is(Word::DeedInIng, form)
        && tree.heads[node] + 1 == node
        && is(Word::SeenOrTold, &tree.forms[tree.heads[node]]);
    form.ends_with("ing")
        && tree.upos[node] == Upos::Verb
        && (subject || told || deed())
        && !(1..tree.len()).any(verbal)
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    fn tags(words: &[(&str, Upos, usize, &str)]) -> Draft {
        let mut tree = draft(words);
        as_nouns(&mut tree);
        tree
    }

    #[test]
    fn what_somebody_does_is_a_noun() {
        let tree = tags(&[
            ("shelling", Upos::Verb, 4, "csubj"),
            ("by", Upos::Adp, 3, "case"),
            ("rebels", Upos::Noun, 1, "nmod"),
            ("killed", Upos::Verb, 0, "root"),
        ]);
        assert_eq!((tree.upos[1], tree.names[1].as_str()), (Upos::Noun, "nsubj"));
    }

    #[test]
    fn what_breaks_out_between_two_is_a_noun() {
        let tree = tags(&[
            ("fighting", Upos::Verb, 4, "csubj"),
            ("between", Upos::Adp, 3, "case"),
            ("militias", Upos::Noun, 1, "obl"),
            ("broke", Upos::Verb, 0, "root"),
        ]);
        assert_eq!((tree.upos[1], tree.names[1].as_str()), (Upos::Noun, "nsubj"));
    }

    #[test]
    fn a_subject_without_object_is_a_noun() {
        let tree = tags(&[("shelling", Upos::Verb, 2, "nsubj"), ("continued", Upos::Verb, 0, "root")]);
        assert_eq!(tree.upos[1], Upos::Noun);
        let with_object = [
            ("shelling", Upos::Verb, 3, "nsubj"),
            ("towns", Upos::Noun, 1, "obj"),
            ("continued", Upos::Verb, 0, "root"),
        ];
        assert_eq!(tags(&with_object).upos[1], Upos::Verb);
    }

    #[test]
    fn killed_in_shelling_is_killed_in_a_deed() {
        let tree = tags(&[
            ("killed", Upos::Verb, 0, "root"),
            ("in", Upos::Sconj, 3, "mark"),
            ("shelling", Upos::Verb, 1, "advcl"),
        ]);
        assert_eq!(
            (tree.upos[3], tree.names[3].as_str(), tree.names[2].as_str()),
            (Upos::Noun, "obl", "case")
        );
    }

    #[test]
    fn days_of_fighting_are_days_of_a_noun() {
        let tree = tags(&[
            ("days", Upos::Noun, 0, "root"),
            ("of", Upos::Sconj, 3, "mark"),
            ("fighting", Upos::Verb, 1, "acl"),
        ]);
        assert_eq!(
            (tree.upos[3], tree.names[3].as_str(), tree.names[2].as_str()),
            (Upos::Noun, "nmod", "case")
        );
    }
}
