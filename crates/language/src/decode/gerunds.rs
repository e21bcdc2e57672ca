//! Owns forms in -ing that are nouns whatever the tagger says: "Shelling went on", "three days of fighting", "killed in
//! shelling".

use ascribe_model::Upos;

/// Deeds that go on for "days of", and in which people die.
const DEEDS: [&str; 7] = ["fighting", "shelling", "bombing", "shooting", "rioting", "looting", "firing"];

/// Makes nouns of subjects in -ing without an object of their own and of deeds after "of" or "in". `forms` and `upos` count
/// from the first word, `heads` and `names` (relations) from the root before it.
pub fn as_nouns(forms: &[String], upos: &mut [Upos], heads: &[usize], names: &mut [String]) {
    let nouns: Vec<usize> = (1..heads.len()).filter(|&n| is_noun(n, forms, upos, heads, names)).collect();
    for node in nouns {
        upos[node - 1] = Upos::Noun;
        match names[node].as_str() {
            "acl" => "nmod".clone_into(&mut names[node]),
            "advcl" => "obl".clone_into(&mut names[node]),
            _ => continue,
        }
        for word in 1..heads.len() {
            if heads[word] == node && names[word] == "mark" {
                "case".clone_into(&mut names[word]);
                upos[word - 1] = Upos::Adp;
            }
        }
    }
}

fn is_noun(node: usize, forms: &[String], upos: &[Upos], heads: &[usize], names: &[String]) -> bool {
    let form = &forms[node - 1];
    let below = |relation: &str, word: usize| heads[word] == node && names[word] == relation;
    let verbal = |word: usize| ["obj", "nsubj", "aux", "xcomp"].iter().any(|r| below(r, word));
    const MARKS: [&str; 5] = ["of", "in", "during", "amid", "from"];
    let marked =
        |word: usize| below("mark", word) && MARKS.contains(&forms[word - 1].as_str()) && word + 1 == node;
    let below_verb = matches!(names[node].as_str(), "acl" | "advcl");
    let deed = || below_verb && DEEDS.contains(&form.as_str()) && (1..heads.len()).any(marked);
    let subject = matches!(names[node].as_str(), "nsubj" | "nsubj:pass");
    form.ends_with("ing")
        && upos[node - 1] == Upos::Verb
        && (subject || deed())
        && !(1..heads.len()).any(verbal)
}

#[cfg(test)]
mod tests {
    use super::super::testing::parts;
    use super::*;

    fn tags(words: &[(&str, Upos, usize, &str)]) -> (Vec<Upos>, Vec<String>) {
        let (forms, mut upos, heads, mut names) = parts(words);
        as_nouns(&forms, &mut upos, &heads, &mut names);
        (upos, names)
    }

    #[test]
    fn a_subject_without_object_is_a_noun() {
        let (upos, _) = tags(&[("shelling", Upos::Verb, 2, "nsubj"), ("continued", Upos::Verb, 0, "root")]);
        assert_eq!(upos[0], Upos::Noun);
        let with_object = [
            ("shelling", Upos::Verb, 3, "nsubj"),
            ("towns", Upos::Noun, 1, "obj"),
            ("continued", Upos::Verb, 0, "root"),
        ];
        assert_eq!(tags(&with_object).0[0], Upos::Verb);
    }

    #[test]
    fn killed_in_shelling_is_killed_in_a_deed() {
        let (upos, names) = tags(&[
            ("killed", Upos::Verb, 0, "root"),
            ("in", Upos::Sconj, 3, "mark"),
            ("shelling", Upos::Verb, 1, "advcl"),
        ]);
        assert_eq!((upos[2], names[3].as_str(), names[2].as_str()), (Upos::Noun, "obl", "case"));
    }

    #[test]
    fn days_of_fighting_are_days_of_a_noun() {
        let (upos, names) = tags(&[
            ("days", Upos::Noun, 0, "root"),
            ("of", Upos::Sconj, 3, "mark"),
            ("fighting", Upos::Verb, 1, "acl"),
        ]);
        assert_eq!((upos[2], names[3].as_str(), names[2].as_str()), (Upos::Noun, "nmod", "case"));
    }
}
