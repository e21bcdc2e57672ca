//! Owns what a preposition parts and joins: "struck a mine in Tora district", "with the help of attack helicopters".

use ascribe_model::Upos;

/// Words after which no plain verb can stand.
const BEFORE_NOUNS: [&str; 6] = ["of", "with", "by", "from", "for", "in"];
/// Relations of the words that stand before a noun and belong to it.
const BEFORE: [&str; 5] = ["compound", "amod", "det", "nummod", "nmod:poss"];

/// A noun before a preposition is no part of the phrase behind it: "a mine" of "struck a mine in Tora district" takes
/// the place that the network gave to the district, and the district describes it.
/// `upos` counts from the first word, `heads` and `names` (relations) from the root before it.
pub fn end_at_prepositions(upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for head in 1..heads.len() {
        let Some(case) = (1..head).find(|&n| heads[n] == head && names[n] == "case") else { continue };
        let nominal = |n: usize| matches!(upos[n - 1], Upos::Noun | Upos::Propn);
        let strays = |heads: &[usize], names: &[String], n: usize| {
            heads[n] == head && BEFORE.contains(&names[n].as_str())
        };
        let Some(noun) = (1..case).rev().find(|&n| strays(heads, names, n) && nominal(n)) else { continue };
        if names[noun] != "compound" || heads[head] == noun {
            continue;
        }
        (heads[noun], names[noun]) = (heads[head], std::mem::take(&mut names[head]));
        if names[noun].starts_with("obl") && upos[heads[noun].max(1) - 1] == Upos::Verb {
            "obj".clone_into(&mut names[noun]);
        }
        heads[head] = noun;
        "nmod".clone_into(&mut names[head]);
        for word in 1..noun {
            if strays(heads, names, word) {
                heads[word] = noun;
            }
        }
    }
}

/// A plain verb between a preposition and a noun describes the noun: "with the help of attack helicopters".
/// `forms` (lower case) and `upos` count from the first word, `heads` and `names` from the root before it.
pub fn nouns_after_prepositions(
    forms: &[String],
    upos: &mut [Upos],
    heads: &mut [usize],
    names: &mut [String],
) {
    for verb in 2..heads.len() {
        let plain =
            upos[verb - 1] == Upos::Verb && !["ing", "ed", "en"].iter().any(|e| forms[verb - 1].ends_with(e));
        let mark = verb - 1;
        let after =
            names[mark] == "mark" && heads[mark] == verb && BEFORE_NOUNS.contains(&forms[mark - 1].as_str());
        let object = verb + 1;
        let described = object < heads.len() && heads[object] == verb && names[object] == "obj";
        if !(plain && after && described && names[verb] == "acl") {
            continue;
        }
        (heads[object], heads[verb]) = (heads[verb], object);
        "nmod".clone_into(&mut names[object]);
        "compound".clone_into(&mut names[verb]);
        "case".clone_into(&mut names[mark]);
        (upos[verb - 1], upos[mark - 1]) = (Upos::Noun, Upos::Adp);
        for head in heads.iter_mut().skip(1).filter(|h| **h == verb) {
            *head = object;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use super::*;

    type Tree = (Vec<Upos>, Vec<usize>, Vec<String>);

    fn mended(words: &[(&str, Upos, usize, &str)]) -> Tree {
        let (forms, mut upos, mut heads, mut names) = parts(words);
        nouns_after_prepositions(&forms, &mut upos, &mut heads, &mut names);
        end_at_prepositions(&upos, &mut heads, &mut names);
        (upos, heads, names)
    }

    #[test]
    fn a_mine_is_no_part_of_the_district() {
        let (_, heads, names) = mended(&[
            ("struck", Upos::Verb, 0, "root"),
            ("a", Upos::Det, 6, "det"),
            ("mine", Upos::Noun, 6, "compound"),
            ("in", Upos::Adp, 6, "case"),
            ("tora", Upos::Propn, 6, "compound"),
            ("district", Upos::Noun, 1, "obl"),
        ]);
        assert_eq!(heads, [0, 0, 3, 1, 6, 6, 3]);
        assert_eq!((names[3].as_str(), names[6].as_str()), ("obj", "nmod"));
    }

    #[test]
    fn attack_helicopters_are_helicopters() {
        let (upos, heads, names) = mended(&[
            ("help", Upos::Noun, 0, "root"),
            ("of", Upos::Sconj, 3, "mark"),
            ("attack", Upos::Verb, 1, "acl"),
            ("helicopters", Upos::Noun, 3, "obj"),
        ]);
        assert_eq!((upos[2], &heads[1..], names[4].as_str()), (Upos::Noun, &[0, 4, 4, 1][..], "nmod"));
    }

    #[test]
    fn a_verb_in_ing_stays() {
        let words = [
            ("means", Upos::Noun, 0, "root"),
            ("of", Upos::Sconj, 3, "mark"),
            ("attacking", Upos::Verb, 1, "acl"),
            ("towns", Upos::Noun, 3, "obj"),
        ];
        assert_eq!(mended(&words).1[1..], [0, 3, 1, 3]);
    }
}
