//! Owns what opens a sentence without a comma: "In Keld police fired at a crowd", "Later youths hurled stones".

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// Where a noun of people swallows the name of the place before it, parts the two: the noun is the subject, the name
/// tells where.
pub fn part_from_subjects(tree: &mut Draft) {
    for subject in 3..tree.len() {
        let place = before_modifiers(tree, subject);
        let swallowed = tree.hangs(place, subject, "compound") && tree.upos[place] == Upos::Propn;
        let noun = tree.upos[subject] == Upos::Noun;
        let case = (1..place).find(|&c| tree.hangs(c, subject, "case"));
        let Some(case) = case.filter(|_| swallowed && noun) else { continue };
        let verb =
            if tree.names[subject] == "nsubj" { tree.heads[subject] } else { verb_over(tree, subject) };
        // "In Keld police fired": what has a case is no subject.
        let opens = verb > subject
            && (case..place).all(|n| n == case || tree.heads[n] == place || tree.heads[n] == subject)
            && (tree.names[subject] != "nsubj"
                || ["in", "near", "at", "outside"].contains(&tree.forms[case].as_str()));
        if !opens {
            continue;
        }
        if tree.names[subject] == "nsubj" {
            tree.hang(place, verb, "obl");
        } else {
            tree.hang(place, tree.heads[subject], "nmod");
            tree.hang(subject, verb, "nsubj");
        }
        tree.heads[case] = place;
    }
}

/// "Later youths hurled stones": when they did it, not which youths; "earlier attacks" are those before.
pub fn tells_when(tree: &mut Draft) {
    let opens = tree.len() > 3 && matches!(tree.forms[1].as_str(), "later" | "earlier");
    let subject = if opens { tree.heads[1] } else { 0 };
    let verb = tree.heads[subject];
    if subject == 2 && tree.names[2] == "nsubj" && verb > 2 && is(Word::OpensWithPeople, &tree.forms[2]) {
        tree.upos[1] = Upos::Adv;
        tree.hang(1, verb, "advmod");
    }
}

/// The word before the nouns and adjectives of a noun: "Keld" in "in Keld army units".
fn before_modifiers(tree: &Draft, noun: usize) -> usize {
    let modifies = |n: usize| {
        tree.heads[n] == noun
            && matches!(tree.names[n].as_str(), "compound" | "amod")
            && matches!(tree.upos[n], Upos::Noun | Upos::Adj)
    };
    let mut before = noun - 1;
    while before > 2 && modifies(before) {
        before -= 1;
    }
    before
}

/// "In the town of Keld protesters burned a prison": the verb without a subject right behind the noun; 0 for none.
fn verb_over(tree: &Draft, noun: usize) -> usize {
    let town = tree.heads[noun];
    let verb = tree.heads[town];
    let under = tree.names[noun] == "nmod" && tree.names[town] == "obl" && town < noun && verb > noun;
    let next = under && (noun + 1..verb).all(|n| tree.heads[n] == verb && tree.names[n].starts_with("aux"));
    let open = !(1..tree.len()).any(|n| tree.heads[n] == verb && tree.names[n].starts_with("nsubj"));
    if next && open && tree.upos[verb] == Upos::Verb { verb } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    #[test]
    fn later_tells_when() {
        let opened = |noun: &str| {
            let mut tree = draft(&[
                ("later", Upos::Adj, 2, "amod"),
                (noun, Upos::Noun, 3, "nsubj"),
                ("followed", Upos::Verb, 0, "root"),
            ]);
            tells_when(&mut tree);
            tree.heads[1]
        };
        assert_eq!((opened("youths"), opened("attacks")), (3, 2));
    }

    /// Words with their heads and relations after the parting.
    fn parted(words: &[(&str, Upos, usize, &str)]) -> Vec<(usize, String)> {
        let mut tree = draft(words);
        part_from_subjects(&mut tree);
        tree.heads.into_iter().zip(tree.names).skip(1).collect()
    }

    #[test]
    fn who_acts_is_not_named_after_where() {
        let words = parted(&[
            ("in", Upos::Adp, 3, "case"),
            ("keld", Upos::Propn, 3, "compound"),
            ("police", Upos::Noun, 4, "nsubj"),
            ("fired", Upos::Verb, 0, "root"),
        ]);
        assert_eq!(words[1], (4, "obl".to_owned()));
        assert_eq!(words[0].0, 2);
        assert_eq!(words[2], (4, "nsubj".to_owned()));
    }

    #[test]
    fn modifiers_may_stand_between() {
        let words = parted(&[
            ("in", Upos::Adp, 4, "case"),
            ("keld", Upos::Propn, 4, "compound"),
            ("army", Upos::Noun, 4, "compound"),
            ("units", Upos::Noun, 5, "nsubj"),
            ("fired", Upos::Verb, 0, "root"),
        ]);
        assert_eq!(words[1], (5, "obl".to_owned()));
        assert_eq!(words[2], (4, "compound".to_owned()));
    }

    #[test]
    fn behind_the_name_of_a_town_stands_the_subject() {
        let words = parted(&[
            ("in", Upos::Adp, 3, "case"),
            ("the", Upos::Det, 3, "det"),
            ("town", Upos::Noun, 7, "obl"),
            ("of", Upos::Adp, 6, "case"),
            ("keld", Upos::Propn, 6, "compound"),
            ("protesters", Upos::Noun, 3, "nmod"),
            ("marched", Upos::Verb, 0, "root"),
        ]);
        assert_eq!(words[5], (7, "nsubj".to_owned()));
        assert_eq!(words[4], (3, "nmod".to_owned()));
    }

    #[test]
    fn a_modifier_behind_a_verb_stays() {
        let words = parted(&[
            ("fired", Upos::Verb, 0, "root"),
            ("at", Upos::Adp, 4, "case"),
            ("keld", Upos::Propn, 4, "compound"),
            ("police", Upos::Noun, 1, "obl"),
        ]);
        assert_eq!(words[2], (4, "compound".to_owned()));
    }
}
