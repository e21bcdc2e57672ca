//! Owns where clauses hang: side by side ("reported that four were killed and nine were wounded"), on the name before
//! them, at the end of the sentence ("military sources disclosed here").

use super::objects::has;
use ascribe_model::Upos;

/// Of two clauses that one verb governs, the second of which begins with "and" and no mark of its own, the second is a
/// conjunct of the first.
/// `forms` (lower case) and `upos` count from the first word, `heads` and `names` (relations) from the root before it.
pub fn second_is_conjunct(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for second in 2..heads.len() {
        let governor = heads[second];
        let clause = matches!(names[second].as_str(), "ccomp" | "advcl") && upos[second - 1] == Upos::Verb;
        if !clause || governor == 0 || governor > second || has(heads, names, second, "mark") {
            continue;
        }
        let beside = |n: usize| heads[n] == governor && names[n] == names[second] && n > governor;
        let Some(first) = (1..second).rev().find(|&n| beside(n)) else { continue };
        let start = (1..=second).find(|&n| is_under(heads, n, second)).unwrap_or(second);
        let joined = |n: usize| matches!(forms[n - 1].as_str(), "and" | "but");
        // "And" hangs on any word of the clause, or stands before it.
        if start > first && (joined(start) || joined(start - 1) && start - 1 > first) {
            heads[second] = first;
            "conj".clone_into(&mut names[second]);
        }
    }
}

/// "The arrest of four men for the murder of Ana Ruiz, who was shot": a clause in the singular is of the name before its
/// comma and not of several people before that.
pub fn of_the_name_before(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    let form = |n: usize| n.checked_sub(1).and_then(|i| forms.get(i)).map_or("", String::as_str);
    for verb in 4..heads.len() {
        if names[verb] != "acl:relcl" || heads[verb] == 0 {
            continue;
        }
        let below = |n: &usize| heads[*n] == verb;
        let Some(who) = (4..heads.len()).filter(below).find(|&n| form(n) == "who" && form(n - 1) == ",")
        else {
            continue;
        };
        let one = (1..heads.len()).filter(below).any(|n| matches!(form(n), "was" | "is" | "has"));
        let many = upos[heads[verb] - 1] == Upos::Noun && form(heads[verb]).ends_with('s');
        let named = upos[who - 3] == Upos::Propn && heads[verb] < who - 2;
        if !(one && many && named) {
            continue;
        }
        let mut name = who - 2;
        while matches!(names[name].as_str(), "flat" | "compound") && heads[name] > heads[verb] {
            name = heads[name];
        }
        heads[verb] = name;
    }
}

/// Verbs of saying that end a sentence or go on behind a denial.
pub(super) const SAID: [&str; 14] = [
    "said",
    "reported",
    "disclosed",
    "announced",
    "stated",
    "revealed",
    "added",
    "indicated",
    "noted",
    "confirmed",
    "explained",
    "claimed",
    "told",
    "asserted",
];

/// "… near the border, military sources disclosed here": who tells it at the end of the sentence is no name beside the
/// place before the comma.
pub fn told_at_the_end(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    let Some(root) = (1..heads.len()).find(|&n| heads[n] == 0) else { return };
    for verb in 3..heads.len() {
        let teller = heads[verb];
        let said = names[verb] == "acl" && SAID.contains(&forms[verb - 1].as_str()) && teller + 1 == verb;
        if !said || names[teller] != "appos" || upos[teller - 1] != Upos::Noun || teller <= root {
            continue;
        }
        let start = (1..=teller)
            .find(|&n| n == teller || heads[n] == teller && names[n] != "punct")
            .unwrap_or(teller);
        let comma = start > 1 && forms[start - 2] == ",";
        let last = (verb + 1..heads.len()).all(|n| upos[n - 1] == Upos::Punct || is_under(heads, n, verb));
        if comma && last {
            heads[verb] = root;
            "parataxis".clone_into(&mut names[verb]);
            heads[teller] = verb;
            "nsubj".clone_into(&mut names[teller]);
        }
    }
}

/// "The air force struck a market killing nine people the monitor reported": where the comma is lost, the noun right
/// before the last verb of saying tells, and the one before the clause does what is told.
pub fn tellers_without_comma(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for verb in 6..heads.len() {
        let last = (verb + 1..heads.len()).all(|n| upos[n - 1] == Upos::Punct || is_under(heads, n, verb));
        if !SAID.contains(&forms[verb - 1].as_str()) || !last {
            continue;
        }
        let below = |head: usize, relation: &str, names: &[String]| {
            (1..verb).find(|&n| heads[n] == head && names[n] == relation)
        };
        let (Some(doer), Some(told)) = (below(verb, "nsubj", names), below(verb, "ccomp", names)) else {
            continue;
        };
        let open = doer < told
            && below(told, "nsubj", names).is_none()
            && below(told, "nsubj:pass", names).is_none();
        let Some(teller) = noun_before(forms, upos, heads, names, verb).filter(|&t| open && t > told) else {
            continue;
        };
        heads[doer] = told;
        heads[teller] = verb;
        "nsubj".clone_into(&mut names[teller]);
    }
}

/// The head of "the monitor" that ends right before a word, behind a noun and without a comma.
fn noun_before(
    forms: &[String],
    upos: &[Upos],
    heads: &[usize],
    names: &[String],
    word: usize,
) -> Option<usize> {
    const LOOSE: [&str; 4] = ["nsubj", "appos", "obj", "dep"];
    let mut top = word - 1;
    while names[top] != "nsubj" && heads[top] < word && is_noun_part(names, top) {
        top = heads[top];
    }
    let first = (1..=top).find(|&n| is_under(heads, n, top))?;
    let article = upos[first - 1] == Upos::Det && matches!(forms[first - 1].as_str(), "the" | "a" | "an");
    let behind = first > 1 && matches!(upos[first - 2], Upos::Noun | Upos::Propn);
    let whole = (first..word).all(|n| is_under(heads, n, top));
    (LOOSE.contains(&names[top].as_str()) && article && behind && whole).then_some(top)
}

/// Relations by which words belong to the noun phrase that they end.
fn is_noun_part(names: &[String], word: usize) -> bool {
    matches!(names[word].as_str(), "nmod" | "flat" | "compound" | "conj" | "amod")
}

/// "Denied that its troops had crossed, and accused the rebels": what the denier does next is not denied.
pub fn beside_a_denial(forms: &[String], heads: &mut [usize], names: &mut [String]) {
    const NEXT: [&str; 9] =
        ["accused", "blamed", "charged", "called", "demanded", "insisted", "urged", "warned", "condemned"];
    for verb in 4..heads.len() {
        let denied = heads[verb];
        let next = |form: &str| NEXT.contains(&form) || SAID.contains(&form);
        if names[verb] != "conj" || denied == 0 || denied > verb || !next(&forms[verb - 1]) {
            continue;
        }
        let denier = heads[denied];
        let denies = names[denied] == "ccomp"
            && denier > 0
            && matches!(forms[denier - 1].as_str(), "denied" | "denies");
        let and = forms[verb - 2] == "and" && forms[verb - 3] == ",";
        if denies && and && has(heads, names, denied, "mark") && !has(heads, names, verb, "nsubj") {
            heads[verb] = denier;
        }
    }
}

/// True where the word is the head or hangs below it.
fn is_under(heads: &[usize], word: usize, head: usize) -> bool {
    let mut at = word;
    for _ in 0..heads.len() {
        if at == head {
            return true;
        }
        at = heads[at];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use super::*;

    fn second(words: &[(&str, Upos, usize, &str)]) -> (usize, String) {
        let (forms, upos, mut heads, mut names) = parts(words);
        second_is_conjunct(&forms, &upos, &mut heads, &mut names);
        let last = words.len();
        (heads[last], names[last].clone())
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        of_the_name_before(&forms, &upos, &mut heads, &mut names);
        assert_eq!(heads[10], 6);
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        told_at_the_end(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[6], heads[5], names[5].as_str()), (1, 6, "nsubj"));
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        tellers_without_comma(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[8], names[8].as_str(), heads[1], names[1].as_str()), (9, "nsubj", 2, "nsubj"));
        let (forms, upos, mut heads, mut names) = parts(&words);
        names[8] = "obl".to_owned();
        tellers_without_comma(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[8], heads[1]), (4, 9));
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
            let (forms, _, mut heads, mut names) = parts(&words(link));
            beside_a_denial(&forms, &mut heads, &mut names);
            assert_eq!(heads[6], head);
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
