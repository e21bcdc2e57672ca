//! Owns clauses that stand side by side: "reported that four were killed and nine were wounded".

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

fn has(heads: &[usize], names: &[String], head: usize, relation: &str) -> bool {
    (1..heads.len()).any(|n| heads[n] == head && names[n] == relation)
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
