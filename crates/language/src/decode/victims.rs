//! Owns what stands before a speaker whose comma was lost: "killing nine people activists said", "near Keld residents
//! said".

use super::clauses::SAID;
use super::objects::has;
use crate::lexicon;
use ascribe_model::Upos;

/// Words that may stand between a verb and its number.
const BEFORE_NUMBERS: [&str; 8] = ["at", "least", "more", "than", "about", "around", "nearly", "some"];

/// The people are the object of the verb before their number, and the noun behind them the subject of "said".
pub fn before_tellers(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for people in 3..heads.len().saturating_sub(2) {
        let teller = heads[people];
        let said = teller + 1;
        let counted = upos[people - 2] == Upos::Num && names[people - 1] == "nummod";
        if names[people] != "compound"
            || teller <= people
            || said >= heads.len()
            || !counted
            || !are_many(&forms[people - 1])
            || !SAID.contains(&forms[said - 1].as_str())
            || heads[said] == teller
            || !matches!(names[said].as_str(), "root" | "parataxis")
        {
            continue;
        }
        let verb = (1..people - 1).rev().find(|&n| !BEFORE_NUMBERS.contains(&forms[n - 1].as_str()));
        let Some(verb) = verb.filter(|&v| upos[v - 1] == Upos::Verb) else { continue };
        let taken = has(heads, names, said, "nsubj") && heads[teller] != said;
        if has(heads, names, verb, "obj") && heads[teller] != verb || taken {
            continue;
        }
        heads[verb + 1..people].iter_mut().filter(|h| **h == teller).for_each(|h| *h = people);
        (heads[people], heads[teller]) = (verb, said);
        "obj".clone_into(&mut names[people]);
        "nsubj".clone_into(&mut names[teller]);
    }
}

/// "A bomb killed two soldiers in Keld residents said": the place is of what is told, and the residents tell it.
pub fn places_before_tellers(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for teller in 4..heads.len().saturating_sub(1) {
        let said = teller + 1;
        let tells = are_many(&forms[teller - 1]) || TELLERS.contains(&forms[teller - 1].as_str());
        if !tells || !SAID.contains(&forms[said - 1].as_str()) || upos[teller - 1] != Upos::Noun {
            continue;
        }
        let told = (1..teller).rev().find(|&n| heads[n] == said && names[n] == "ccomp");
        let Some(told) = told.or_else(|| Some(heads[said]).filter(|_| names[said] == "parataxis")) else {
            continue;
        };
        let Some((case, last)) = place_inside(forms, upos, heads, names, teller) else { continue };
        let doer = (1..teller).find(|&n| n != teller && heads[n] == said && names[n] == "nsubj");
        if case <= told || doer.is_some_and(|d| d > told || has(heads, names, told, "nsubj")) {
            continue;
        }
        let (governor, relation) = match forms[case - 1].as_str() {
            "of" => (case - 1, "nmod"),
            _ if heads[teller] == said || heads[teller] >= case => (told, "obl"),
            _ => (heads[teller], if names[teller].starts_with("nmod") { "nmod" } else { "obl" }),
        };
        heads[case..last].fill(last);
        (heads[last], heads[teller]) = (governor, said);
        relation.clone_into(&mut names[last]);
        "nsubj".clone_into(&mut names[teller]);
        if let Some(doer) = doer {
            heads[doer] = told;
        }
    }
}

/// Nouns that tell and are no people.
const TELLERS: [&str; 5] = ["sources", "media", "television", "radio", "officials"];
/// What a place is called behind its name.
const PLACES: [&str; 8] =
    ["province", "city", "town", "district", "village", "area", "countryside", "region"];

/// The preposition and the last word of a name that the tree has made a part of the noun.
fn place_inside(
    forms: &[String],
    upos: &[Upos],
    heads: &[usize],
    names: &[String],
    noun: usize,
) -> Option<(usize, usize)> {
    let part = |n: usize| names[n] == "compound" && (heads[n] == noun || heads[heads[n]] == noun);
    let named = |n: usize| upos[n - 1] == Upos::Propn || PLACES.contains(&forms[n - 1].as_str());
    let last = (2..noun).rev().find(|&n| part(n) && named(n))?;
    let case = (1..last).rev().find(|&n| upos[n - 1] != Upos::Propn)?;
    let modifies = |n: usize| heads[n] == noun && matches!(names[n].as_str(), "amod" | "compound");
    let plain = (last + 1..noun).all(|n| modifies(n) && !are_many(&forms[n - 1]));
    let cased = upos[case - 1] == Upos::Adp && names[case] == "case" && case > 1;
    let inside = heads[case] == noun || (case + 1..=last).contains(&heads[case]);
    (plain && cased && inside && forms[case - 1] != "by").then_some((case, last))
}

/// Nouns for people in the plural, which seldom stand before another noun.
fn are_many(form: &str) -> bool {
    let plural = form.strip_suffix('s').is_some_and(|one| lexicon::people(one).is_some());
    plural || matches!(form, "people" | "others" | "children" | "women" | "men" | "policemen")
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        before_tellers(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[3], heads[4], names[4].as_str()), (4, 2, "obj"));
        assert_eq!((heads[5], names[5].as_str()), (6, "nsubj"));
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        places_before_tellers(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[4], heads[5], names[5].as_str()), (5, 2, "obl"));
        assert_eq!((heads[6], names[6].as_str()), (7, "nsubj"));
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        before_tellers(&forms, &upos, &mut heads, &mut names);
        assert_eq!(heads, [0, 5, 4, 4, 1, 0]);
    }
}
