//! Owns what stands before a speaker whose comma was lost: "killing nine people activists said", "near Keld residents
//! said".

use super::draft::Draft;
use crate::lexicon;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// The people are the object of the verb before their number, and the noun behind them the subject of "said".
pub fn before_tellers(tree: &mut Draft) {
    for people in 3..tree.len().saturating_sub(2) {
        let teller = tree.heads[people];
        let said = teller + 1;
        let counted = tree.upos[people - 1] == Upos::Num && tree.names[people - 1] == "nummod";
        if tree.names[people] != "compound"
            || teller <= people
            || said >= tree.len()
            || !counted
            || !are_many(&tree.forms[people])
            || !is(Word::Said, &tree.forms[said])
            || tree.heads[said] == teller
            || !matches!(tree.names[said].as_str(), "root" | "parataxis")
        {
            continue;
        }
        let verb = (1..people - 1).rev().find(|&n| !is(Word::BeforeNumber, &tree.forms[n]));
        let Some(verb) = verb.filter(|&v| tree.upos[v] == Upos::Verb) else { continue };
        let taken = tree.has(said, "nsubj") && tree.heads[teller] != said;
        if tree.has(verb, "obj") && tree.heads[teller] != verb || taken {
            continue;
        }
        tree.heads[verb + 1..people].iter_mut().filter(|h| **h == teller).for_each(|h| *h = people);
        tree.hang(people, verb, "obj");
        tree.hang(teller, said, "nsubj");
    }
}

/// "A bomb killed two soldiers in Keld residents said": the place is of what is told, and the residents tell it.
pub fn places_before_tellers(tree: &mut Draft) {
    for teller in 4..tree.len().saturating_sub(1) {
        let said = teller + 1;
        let tells = are_many(&tree.forms[teller]) || is(Word::Teller, &tree.forms[teller]);
        if !tells || !is(Word::Said, &tree.forms[said]) || tree.upos[teller] != Upos::Noun {
            continue;
        }
        let told = (1..teller).rev().find(|&n| tree.hangs(n, said, "ccomp"));
        let Some(told) = told.or_else(|| Some(tree.heads[said]).filter(|_| tree.names[said] == "parataxis"))
        else {
            continue;
        };
        let Some((case, last)) = place_inside(tree, teller) else { continue };
        let doer = (1..teller).find(|&n| n != teller && tree.hangs(n, said, "nsubj"));
        if case <= told || doer.is_some_and(|d| d > told || tree.has(told, "nsubj")) {
            continue;
        }
        let (governor, relation) = match tree.forms[case].as_str() {
            "of" => (case - 1, "nmod"),
            _ if tree.heads[teller] == said || tree.heads[teller] >= case => (told, "obl"),
            _ => (tree.heads[teller], if tree.names[teller].starts_with("nmod") { "nmod" } else { "obl" }),
        };
        tree.heads[case..last].fill(last);
        tree.hang(last, governor, relation);
        tree.hang(teller, said, "nsubj");
        if let Some(doer) = doer {
            tree.heads[doer] = told;
        }
    }
}

/// The preposition and the last word of a name that the tree has made a part of the noun.
fn place_inside(tree: &Draft, noun: usize) -> Option<(usize, usize)> {
    let part = |n: usize| {
        tree.names[n] == "compound" && (tree.heads[n] == noun || tree.heads[tree.heads[n]] == noun)
    };
    let named = |n: usize| tree.upos[n] == Upos::Propn || is(Word::PlaceNoun, &tree.forms[n]);
    let last = (2..noun).rev().find(|&n| part(n) && named(n))?;
    let case = (1..last).rev().find(|&n| tree.upos[n] != Upos::Propn)?;
    let modifies = |n: usize| tree.heads[n] == noun && matches!(tree.names[n].as_str(), "amod" | "compound");
    let plain = (last + 1..noun).all(|n| modifies(n) && !are_many(&tree.forms[n]));
    let cased = tree.upos[case] == Upos::Adp && tree.names[case] == "case" && case > 1;
    let inside = tree.heads[case] == noun || (case + 1..=last).contains(&tree.heads[case]);
    (plain && cased && inside && tree.forms[case] != "by").then_some((case, last))
}

/// Nouns for people in the plural, which seldom stand before another noun.
fn are_many(form: &str) -> bool {
    let plural = form.strip_suffix('s').is_some_and(|one| lexicon::people(one).is_some());
    plural || matches!(form, "people" | "others" | "children" | "women" | "men" | "policemen")
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    #[test]
    fn whom_they_killed_are_not_the_tellers() {
        let words = [
            ("struck", Upos::Verb, 6, "ccomp"),
            ("killing", Upos::Verb, 1, "advcl"),
            ("nine", Upos::Num, 5, "nummod"),
            ("people", Upos::Noun, 5, "compound"),
            ("activists", Upos::Noun, 2, "nsubj"),
            ("said", Upos::Verb, 0, "root"),
        ];
        let mut tree = draft(&words);
        before_tellers(&mut tree);
        assert_eq!((tree.heads[3], tree.heads[4], tree.names[4].as_str()), (4, 2, "obj"));
        assert_eq!((tree.heads[5], tree.names[5].as_str()), (6, "nsubj"));
    }

    #[test]
    fn a_place_is_of_what_is_told() {
        let words = [
            ("bombs", Upos::Noun, 2, "nsubj"),
            ("killed", Upos::Verb, 7, "ccomp"),
            ("two", Upos::Num, 2, "obj"),
            ("in", Upos::Adp, 6, "case"),
            ("keld", Upos::Propn, 6, "compound"),
            ("residents", Upos::Noun, 2, "obl"),
            ("said", Upos::Verb, 0, "root"),
        ];
        let mut tree = draft(&words);
        places_before_tellers(&mut tree);
        assert_eq!((tree.heads[4], tree.heads[5], tree.names[5].as_str()), (5, 2, "obl"));
        assert_eq!((tree.heads[6], tree.names[6].as_str()), (7, "nsubj"));
    }

    #[test]
    fn army_officers_are_one_noun() {
        let words = [
            ("wounding", Upos::Verb, 5, "advcl"),
            ("two", Upos::Num, 4, "nummod"),
            ("army", Upos::Noun, 4, "compound"),
            ("officers", Upos::Noun, 1, "obj"),
            ("said", Upos::Verb, 0, "root"),
        ];
        let mut tree = draft(&words);
        before_tellers(&mut tree);
        assert_eq!(tree.heads, [0, 5, 4, 4, 1, 0]);
    }
}
