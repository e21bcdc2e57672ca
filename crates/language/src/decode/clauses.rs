//! Owns where clauses hang: side by side ("reported that four were killed and nine were wounded"), on the name before
//! them, at the end of the sentence ("military sources disclosed here").

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// Of two clauses that one verb governs, the second of which begins with "and" and no mark of its own, the second is a
/// conjunct of the first.
pub fn second_is_conjunct(tree: &mut Draft) {
    for second in 2..tree.len() {
        let governor = tree.heads[second];
        let clause =
            matches!(tree.names[second].as_str(), "ccomp" | "advcl") && tree.upos[second] == Upos::Verb;
        if !clause || governor == 0 || governor > second || tree.has(second, "mark") {
            continue;
        }
        let beside =
            |n: usize| tree.heads[n] == governor && tree.names[n] == tree.names[second] && n > governor;
        let Some(first) = (1..second).rev().find(|&n| beside(n)) else { continue };
        let start = (1..=second).find(|&n| tree.is_under(n, second)).unwrap_or(second);
        let joined = |n: usize| matches!(tree.forms[n].as_str(), "and" | "but");
        // "And" hangs on any word of the clause, or stands before it.
        if start > first && (joined(start) || joined(start - 1) && start - 1 > first) {
            tree.hang(second, first, "conj");
        }
    }
}

/// "The arrest of four men for the murder of Ana Ruiz, who was shot": a clause in the singular is of the name before its
/// comma and not of several people before that.
pub fn of_the_name_before(tree: &mut Draft) {
    let form = |n: usize| tree.forms[n].as_str();
    for verb in 4..tree.len() {
        if tree.names[verb] != "acl:relcl" || tree.heads[verb] == 0 {
            continue;
        }
        let below = |n: &usize| tree.heads[*n] == verb;
        let Some(who) = (4..tree.len()).filter(below).find(|&n| form(n) == "who" && form(n - 1) == ",")
        else {
            continue;
        };
        let one = (1..tree.len()).filter(below).any(|n| matches!(form(n), "was" | "is" | "has"));
        let many = tree.upos[tree.heads[verb]] == Upos::Noun && form(tree.heads[verb]).ends_with('s');
        let named = tree.upos[who - 2] == Upos::Propn && tree.heads[verb] < who - 2;
        if !(one && many && named) {
            continue;
        }
        let mut name = who - 2;
        while matches!(tree.names[name].as_str(), "flat" | "compound") && tree.heads[name] > tree.heads[verb]
        {
            name = tree.heads[name];
        }
        tree.heads[verb] = name;
    }
}

/// "Jets bombed the town; doctors said nine were killed": what stands before the semicolon is told by itself, where the
/// verb of saying has a clause of its own behind it.
pub fn before_a_semicolon(tree: &mut Draft) {
    for verb in 4..tree.len() {
        let told_after = (verb + 1..tree.len()).any(|n| tree.hangs(n, verb, "ccomp"));
        if !told_after || tree.upos[verb] != Upos::Verb {
            continue;
        }
        let Some(told) = (1..verb).find(|&n| tree.hangs(n, verb, "ccomp")) else { continue };
        let Some(mark) = (told + 1..verb).find(|&n| tree.forms[n] == ";") else { continue };
        let (head, name) = (tree.heads[verb], tree.names[verb].clone());
        // Nothing behind the mark is of the first clause.
        if (mark + 1..tree.len()).any(|n| tree.is_under(n, told)) {
            continue;
        }
        tree.hang(told, head, &name);
        tree.hang(verb, told, "parataxis");
        tree.heads[mark] = told;
    }
}

/// "The spokesman said a guard had been killed and accused the rebels of it", "denied that his men had shot civilians
/// and blamed the army": who says the one does the other.
pub fn speakers_go_on(tree: &mut Draft) {
    for verb in 4..tree.len() {
        let told = tree.heads[verb];
        let joined = tree.names[verb] == "conj"
            && told > 0
            && told < verb
            && is(Word::GoesOn, &tree.forms[verb])
            && !tree.has(verb, "nsubj")
            && !tree.has(verb, "aux")
            && !tree.has(verb, "aux:pass");
        let says = if joined && tree.names[told] == "ccomp" { tree.heads[told] } else { 0 };
        if says == 0 || says > told {
            continue;
        }
        let teller = tree.forms[says].as_str();
        if teller == "denied" || is(Word::Said, teller) && tree.has(told, "nsubj:pass") {
            tree.heads[verb] = says;
        }
    }
}

/// "… near the border, military sources disclosed here": who tells it at the end of the sentence is no name beside the
/// place before the comma.
pub fn told_at_the_end(tree: &mut Draft) {
    let Some(root) = (1..tree.len()).find(|&n| tree.heads[n] == 0) else { return };
    for verb in 3..tree.len() {
        let teller = tree.heads[verb];
        let said = tree.names[verb] == "acl" && is(Word::Said, &tree.forms[verb]) && teller + 1 == verb;
        if !said || tree.names[teller] != "appos" || tree.upos[teller] != Upos::Noun || teller <= root {
            continue;
        }
        let start = (1..=teller)
            .find(|&n| n == teller || tree.heads[n] == teller && tree.names[n] != "punct")
            .unwrap_or(teller);
        let comma = start > 1 && tree.forms[start - 1] == ",";
        let last = (verb + 1..tree.len()).all(|n| tree.upos[n] == Upos::Punct || tree.is_under(n, verb));
        if comma && last {
            tree.hang(verb, root, "parataxis");
            tree.hang(teller, verb, "nsubj");
        }
    }
}

/// "The air force struck a market killing nine people the monitor reported": where the comma is lost, the noun right
/// before the last verb of saying tells, and the one before the clause does what is told.
pub fn tellers_without_comma(tree: &mut Draft) {
    for verb in 6..tree.len() {
        let last = (verb + 1..tree.len()).all(|n| tree.upos[n] == Upos::Punct || tree.is_under(n, verb));
        if !is(Word::Said, &tree.forms[verb]) || !last {
            continue;
        }
        let below = |head: usize, relation: &str| (1..verb).find(|&n| tree.hangs(n, head, relation));
        let (Some(doer), Some(told)) = (below(verb, "nsubj"), below(verb, "ccomp")) else { continue };
        let open = doer < told && below(told, "nsubj").is_none() && below(told, "nsubj:pass").is_none();
        let Some(teller) = noun_before(tree, verb).filter(|&t| open && t > told) else {
            continue;
        };
        tree.heads[doer] = told;
        tree.hang(teller, verb, "nsubj");
    }
}

/// "Nine were killed in the province of Keld a group watching the war said": of two things said, the noun behind is who
/// says it.
pub fn tellers_as_clauses(tree: &mut Draft) {
    for verb in 4..tree.len() {
        if !is(Word::Said, &tree.forms[verb]) || tree.has(verb, "nsubj") {
            continue;
        }
        let told: Vec<usize> = (1..verb).filter(|&n| tree.hangs(n, verb, "ccomp")).collect();
        let [clause, teller] = told[..] else { continue };
        let noun = matches!(tree.upos[teller], Upos::Noun | Upos::Propn) && !tree.has(teller, "cop");
        let beside = (teller..verb).all(|n| tree.is_under(n, teller));
        if tree.upos[clause] == Upos::Verb && noun && beside && !tree.has(teller, "nsubj") {
            tree.rename(teller, "nsubj");
        }
    }
}

/// The head of "the monitor" that ends right before a word, behind a noun and without a comma.
fn noun_before(tree: &Draft, word: usize) -> Option<usize> {
    const LOOSE: [&str; 4] = ["nsubj", "appos", "obj", "dep"];
    let mut top = word - 1;
    while tree.names[top] != "nsubj" && tree.heads[top] < word && is_noun_part(tree, top) {
        top = tree.heads[top];
    }
    let first = (1..=top).find(|&n| tree.is_under(n, top))?;
    let article = tree.upos[first] == Upos::Det && matches!(tree.forms[first].as_str(), "the" | "a" | "an");
    let behind = first > 1 && matches!(tree.upos[first - 1], Upos::Noun | Upos::Propn);
    let whole = (first..word).all(|n| tree.is_under(n, top));
    (LOOSE.contains(&tree.names[top].as_str()) && article && behind && whole).then_some(top)
}

/// Relations by which words belong to the noun phrase that they end.
fn is_noun_part(tree: &Draft, word: usize) -> bool {
    matches!(tree.names[word].as_str(), "nmod" | "flat" | "compound" | "conj" | "amod")
}

/// "Denied that its troops had crossed, and accused the rebels": what the denier does next is not denied.
pub fn beside_a_denial(tree: &mut Draft) {
    for verb in 4..tree.len() {
        let denied = tree.heads[verb];
        let next = |form: &str| is(Word::GoesOn, form) || is(Word::Said, form);
        if tree.names[verb] != "conj" || denied == 0 || denied > verb || !next(&tree.forms[verb]) {
            continue;
        }
        let denier = tree.heads[denied];
        let denies = tree.names[denied] == "ccomp"
            && denier > 0
            && matches!(tree.forms[denier].as_str(), "denied" | "denies");
        let and = tree.forms[verb - 1] == "and" && tree.forms[verb - 2] == ",";
        if denies && and && tree.has(denied, "mark") && !tree.has(verb, "nsubj") {
            tree.heads[verb] = denier;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    fn second(words: &[(&str, Upos, usize, &str)]) -> (usize, String) {
        let mut tree = draft(words);
        second_is_conjunct(&mut tree);
        let last = words.len();
        (tree.heads[last], tree.names[last].clone())
    }

    #[test]
    fn who_was_shot_is_the_one_named_last() {
        let words = [
            ("arrested", Upos::Verb, 0, "root"),
            ("men", Upos::Noun, 1, "obj"),
            ("suspects", Upos::Noun, 1, "obj"),
            ("of", Upos::Adp, 5, "case"),
            ("murdering", Upos::Verb, 3, "acl"),
            ("ruiz", Upos::Propn, 5, "obj"),
            (",", Upos::Punct, 10, "punct"),
            ("who", Upos::Pron, 10, "nsubj:pass"),
            ("was", Upos::Aux, 10, "aux:pass"),
            ("shot", Upos::Verb, 3, "acl:relcl"),
        ];
        let mut tree = draft(&words);
        of_the_name_before(&mut tree);
        assert_eq!(tree.heads[10], 6);
    }

    #[test]
    fn a_noun_right_before_said_is_who_says_it() {
        let words = [
            ("nine", Upos::Num, 3, "nsubj:pass"),
            ("were", Upos::Aux, 3, "aux:pass"),
            ("killed", Upos::Verb, 8, "ccomp"),
            ("a", Upos::Det, 5, "det"),
            ("group", Upos::Noun, 8, "ccomp"),
            ("watching", Upos::Verb, 5, "acl"),
            ("there", Upos::Adv, 6, "advmod"),
            ("said", Upos::Verb, 0, "root"),
        ];
        let mut tree = draft(&words);
        tellers_as_clauses(&mut tree);
        assert_eq!((tree.names[5].as_str(), tree.names[3].as_str()), ("nsubj", "ccomp"));
    }

    #[test]
    fn who_tells_at_the_end_is_beside_no_place() {
        let words = [
            ("fled", Upos::Verb, 0, "root"),
            ("keld", Upos::Propn, 1, "obj"),
            (",", Upos::Punct, 5, "punct"),
            ("army", Upos::Noun, 5, "compound"),
            ("sources", Upos::Noun, 2, "appos"),
            ("disclosed", Upos::Verb, 5, "acl"),
            ("here", Upos::Adv, 6, "advmod"),
        ];
        let mut tree = draft(&words);
        told_at_the_end(&mut tree);
        assert_eq!((tree.heads[6], tree.heads[5], tree.names[5].as_str()), (1, 6, "nsubj"));
    }

    #[test]
    fn who_tells_last_needs_no_comma() {
        let words = [
            ("planes", Upos::Noun, 9, "nsubj"),
            ("struck", Upos::Verb, 9, "ccomp"),
            ("keld", Upos::Propn, 2, "obj"),
            ("killing", Upos::Verb, 2, "advcl"),
            ("nine", Upos::Num, 6, "nummod"),
            ("people", Upos::Noun, 4, "obj"),
            ("the", Upos::Det, 8, "det"),
            ("monitor", Upos::Noun, 4, "nsubj"),
            ("reported", Upos::Verb, 0, "root"),
        ];
        let mut tree = draft(&words);
        tellers_without_comma(&mut tree);
        assert_eq!(
            (tree.heads[8], tree.names[8].as_str(), tree.heads[1], tree.names[1].as_str()),
            (9, "nsubj", 2, "nsubj")
        );
        let mut tree = draft(&words);
        tree.names[8] = "obl".to_owned();
        tellers_without_comma(&mut tree);
        assert_eq!((tree.heads[8], tree.heads[1]), (4, 9));
    }

    #[test]
    fn whom_a_denier_accuses_is_accused() {
        let words = |link: &'static str| {
            [
                ("denied", Upos::Verb, 0, "root"),
                ("that", Upos::Sconj, 3, "mark"),
                ("crossed", Upos::Verb, 1, "ccomp"),
                (link, Upos::Punct, 6, "punct"),
                ("and", Upos::Cconj, 6, "cc"),
                ("accused", Upos::Verb, 3, "conj"),
            ]
        };
        for (link, head) in [(",", 1), (";", 3)] {
            let mut tree = draft(&words(link));
            beside_a_denial(&mut tree);
            assert_eq!(tree.heads[6], head);
        }
    }

    #[test]
    fn those_hurt_are_told_beside_the_dead() {
        let words = |link: &'static str| {
            [
                ("said", Upos::Verb, 0, "root"),
                ("four", Upos::Num, 3, "nsubj"),
                ("died", Upos::Verb, 1, "ccomp"),
                (link, Upos::Cconj, 5, "cc"),
                ("nine", Upos::Num, 6, "nsubj"),
                ("fled", Upos::Verb, 1, "ccomp"),
            ]
        };
        assert_eq!(second(&words("and")), (3, "conj".to_owned()));
        assert_eq!(second(&words("because")), (1, "ccomp".to_owned()));
    }
}
