//! Owns lists that the network takes for one thing told twice: "the mayor, two councillors and a priest were killed".

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// Auxiliaries of subjects that are several.
const OF_SEVERAL: [&str; 3] = ["are", "have", "were"];
/// Joins what stands as an apposition to the noun before it where it can't be the same: it is counted and the noun is
/// one ("the mayor, two councillors and a priest"), or the verb has several subjects ("the warden, his deputy and 22
/// guards were held").
pub fn appositions_of_others(tree: &mut Draft) {
    for word in 3..tree.len() {
        let first = tree.heads[word];
        if tree.names[word] != "appos" || first == 0 || first > word || !is_one(tree, first) {
            continue;
        }
        let Some(last) = last_of_list(tree, first, word) else { continue };
        if is_counted(tree, word) || has_several_subjects(tree, first) {
            tree.rename(word, "conj");
            tree.hang(last, first, "conj");
        }
    }
}

/// What the list ends with: "and a priest", told of its first or its second.
fn last_of_list(tree: &Draft, first: usize, second: usize) -> Option<usize> {
    let ends = |n: &usize| {
        tree.names[*n] == "conj"
            && (tree.heads[*n] == first || tree.heads[*n] == second)
            && tree.has(*n, "cc")
            && (tree.has(*n, "det") || tree.has(*n, "nummod"))
    };
    (second + 1..tree.len()).find(ends)
}

fn is_one(tree: &Draft, noun: usize) -> bool {
    let form = &tree.forms[noun];
    let plural = form.ends_with('s') || is(Word::Several, form);
    tree.upos[noun] == Upos::Noun && !plural && !is_counted(tree, noun)
}

fn is_counted(tree: &Draft, noun: usize) -> bool {
    (1..noun).any(|n| tree.hangs(n, noun, "nummod") && !matches!(tree.forms[n].as_str(), "one" | "1"))
}

fn has_several_subjects(tree: &Draft, noun: usize) -> bool {
    let verb = tree.heads[noun];
    tree.names[noun].starts_with("nsubj")
        && (1..tree.len()).any(|n| {
            tree.heads[n] == verb
                && tree.names[n].starts_with("aux")
                && OF_SEVERAL.contains(&tree.forms[n].as_str())
        })
}

/// Joins a noun to the one behind it that opens with a designation: "shot down a government A-37 plane" hits one thing.
pub fn nouns_before_designations(tree: &mut Draft) {
    for word in 1..tree.len() {
        let verb = tree.heads[word];
        if tree.names[word] != "obj" || verb == 0 || verb > word {
            continue;
        }
        let first = (verb + 1..=word).find(|&n| tree.is_under(n, word)).unwrap_or(word);
        let before = first - 1;
        if tree.hangs(before, verb, "obj") && before > verb && is_designation(tree, first) {
            for n in 1..before {
                if tree.heads[n] == before {
                    tree.heads[n] = word;
                }
            }
            tree.hang(before, word, "compound");
        }
    }
}

/// "A-37", "T-72", "F16": letters and digits, in one word or with a hyphen of its own.
fn is_designation(tree: &Draft, word: usize) -> bool {
    let form = tree.forms[word].as_str();
    let digits = |s: &str| s.chars().any(|c| c.is_ascii_digit());
    let letters = form.chars().any(char::is_alphabetic);
    let parted = tree.forms.get(word + 1).is_some_and(|f| f == "-")
        && tree.forms.get(word + 2).is_some_and(|f| digits(f));
    letters && form.len() <= 6 && (digits(form) || parted)
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    fn list(of: &[(&str, Upos, usize, &str)]) -> Draft {
        let mut tree = draft(of);
        appositions_of_others(&mut tree);
        tree
    }

    #[test]
    fn counted_people_are_no_other_name_of_one() {
        let tree = list(&[
            ("mayor", Upos::Noun, 8, "nsubj:pass"),
            (",", Upos::Punct, 4, "punct"),
            ("two", Upos::Num, 4, "nummod"),
            ("guards", Upos::Noun, 1, "appos"),
            ("and", Upos::Cconj, 7, "cc"),
            ("a", Upos::Det, 7, "det"),
            ("priest", Upos::Noun, 1, "conj"),
            ("killed", Upos::Verb, 0, "root"),
        ]);
        assert!(tree.hangs(4, 1, "conj") && tree.hangs(7, 1, "conj"));
    }

    #[test]
    fn several_subjects_are_several_and_an_apposition_stays() {
        let words = |aux: &'static str| {
            list(&[
                ("warden", Upos::Noun, 9, "nsubj:pass"),
                (",", Upos::Punct, 4, "punct"),
                ("his", Upos::Pron, 4, "nmod:poss"),
                ("deputy", Upos::Noun, 1, "appos"),
                ("and", Upos::Cconj, 7, "cc"),
                ("a", Upos::Det, 7, "det"),
                ("guard", Upos::Noun, 4, "conj"),
                (aux, Upos::Aux, 9, "aux:pass"),
                ("held", Upos::Verb, 0, "root"),
            ])
        };
        assert!(words("were").hangs(4, 1, "conj"));
        assert!(words("was").hangs(4, 1, "appos"));
    }

    #[test]
    fn what_is_shot_down_is_one_thing() {
        let mut tree = draft(&[
            ("shot", Upos::Verb, 0, "root"),
            ("a", Upos::Det, 3, "det"),
            ("government", Upos::Noun, 1, "obj"),
            ("a", Upos::Propn, 7, "compound"),
            ("-", Upos::Punct, 4, "punct"),
            ("37", Upos::Num, 4, "flat"),
            ("plane", Upos::Noun, 1, "obj"),
        ]);
        nouns_before_designations(&mut tree);
        assert!(tree.hangs(3, 7, "compound") && tree.hangs(2, 7, "det"));
    }
}
