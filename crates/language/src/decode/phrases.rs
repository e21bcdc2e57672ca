//! Owns what a preposition parts and joins: "struck a mine in Tora district", "with the help of attack helicopters".

use super::draft::Draft;
use ascribe_model::Upos;

/// Words after which no plain verb can stand.
const BEFORE_NOUNS: [&str; 6] = ["of", "with", "by", "from", "for", "in"];
/// Relations of the words that stand before a noun and belong to it.
const BEFORE: [&str; 5] = ["compound", "amod", "det", "nummod", "nmod:poss"];

/// A noun before a preposition is no part of the phrase behind it: "a mine" of "struck a mine in Tora district" takes
/// the place that the network gave to the district, and the district describes it.
pub fn end_at_prepositions(tree: &mut Draft) {
    for head in 1..tree.len() {
        let Some(case) = (1..head).find(|&n| tree.hangs(n, head, "case")) else { continue };
        let nominal = |n: usize| matches!(tree.upos[n], Upos::Noun | Upos::Propn);
        let strays =
            |tree: &Draft, n: usize| tree.heads[n] == head && BEFORE.contains(&tree.names[n].as_str());
        let Some(noun) = (1..case).rev().find(|&n| strays(tree, n) && nominal(n)) else { continue };
        if tree.names[noun] != "compound" || tree.heads[head] == noun {
            continue;
        }
        (tree.heads[noun], tree.names[noun]) = (tree.heads[head], std::mem::take(&mut tree.names[head]));
        if tree.names[noun].starts_with("obl") && tree.upos[tree.heads[noun].max(1)] == Upos::Verb {
            tree.rename(noun, "obj");
        }
        tree.hang(head, noun, "nmod");
        for word in 1..noun {
            if strays(tree, word) {
                tree.heads[word] = noun;
            }
        }
    }
}

/// A plain verb between a preposition and a noun describes the noun: "with the help of attack helicopters".
pub fn nouns_after_prepositions(tree: &mut Draft) {
    for verb in 2..tree.len() {
        let plain = tree.upos[verb] == Upos::Verb
            && !["ing", "ed", "en"].iter().any(|e| tree.forms[verb].ends_with(e));
        let mark = verb - 1;
        let after = tree.hangs(mark, verb, "mark") && BEFORE_NOUNS.contains(&tree.forms[mark].as_str());
        let object = verb + 1;
        let described = object < tree.len() && tree.hangs(object, verb, "obj");
        if !(plain && after && described && tree.names[verb] == "acl") {
            continue;
        }
        tree.hang(object, tree.heads[verb], "nmod");
        tree.hang(verb, object, "compound");
        tree.rename(mark, "case");
        (tree.upos[verb], tree.upos[mark]) = (Upos::Noun, Upos::Adp);
        for head in tree.heads.iter_mut().skip(1).filter(|h| **h == verb) {
            *head = object;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    fn mended(words: &[(&str, Upos, usize, &str)]) -> Draft {
        let mut tree = draft(words);
        nouns_after_prepositions(&mut tree);
        end_at_prepositions(&mut tree);
        tree
    }

    #[test]
    fn a_mine_is_no_part_of_the_district() {
        let tree = mended(&[
            ("struck", Upos::Verb, 0, "root"),
            ("a", Upos::Det, 6, "det"),
            ("mine", Upos::Noun, 6, "compound"),
            ("in", Upos::Adp, 6, "case"),
            ("tora", Upos::Propn, 6, "compound"),
            ("district", Upos::Noun, 1, "obl"),
        ]);
        assert_eq!(tree.heads, [0, 0, 3, 1, 6, 6, 3]);
        assert_eq!((tree.names[3].as_str(), tree.names[6].as_str()), ("obj", "nmod"));
    }

    #[test]
    fn attack_helicopters_are_helicopters() {
        let tree = mended(&[
            ("help", Upos::Noun, 0, "root"),
            ("of", Upos::Sconj, 3, "mark"),
            ("attack", Upos::Verb, 1, "acl"),
            ("helicopters", Upos::Noun, 3, "obj"),
        ]);
        assert_eq!(
            (tree.upos[3], &tree.heads[1..], tree.names[4].as_str()),
            (Upos::Noun, &[0, 4, 4, 1][..], "nmod")
        );
    }

    #[test]
    fn a_verb_in_ing_stays() {
        let words = [
            ("means", Upos::Noun, 0, "root"),
            ("of", Upos::Sconj, 3, "mark"),
            ("attacking", Upos::Verb, 1, "acl"),
            ("towns", Upos::Noun, 3, "obj"),
        ];
        assert_eq!(mended(&words).heads[1..], [0, 3, 1, 3]);
    }
}
