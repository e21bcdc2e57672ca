//! Owns where participles hang: those of whoever is on the move ("bombed rebels advancing on the town"), of what came
//! of a deed ("…, killing nine"), and of a second passive without its auxiliary ("and nine others wounded").

use super::draft::Draft;
use crate::vocabulary::{Word, is};
use ascribe_model::Upos;

/// "Bombed rebels advancing on the town, killing nine": the rebels advance, and the bombs kill.
pub fn of_the_noun_before(tree: &mut Draft) {
    for verb in 3..tree.len() {
        let form = tree.forms[verb].as_str();
        let (noun, governor) = (verb - 1, tree.heads[verb]);
        let loose = matches!(tree.names[verb].as_str(), "advcl" | "xcomp");
        let hit = tree.names[noun] == "obj" || tree.names[noun] == "obl";
        // What cannot move is no noun of it: "left the town heading for the hills".
        let going = is(Word::Moving, form) && loose && hit && tree.heads[noun] == governor;
        if going && governor > 0 && tree.upos[noun] == Upos::Noun && tree.forms[noun].ends_with('s') {
            tree.hang(verb, noun, "acl");
        }
        harm_of_the_deed(tree, verb);
    }
}

/// "Jets struck the town, the monitor said, killing nine": the strike killed.
pub fn harm_of_what_is_told(tree: &mut Draft) {
    for verb in 4..tree.len() {
        let said = tree.heads[verb];
        let harm = is(Word::Harming, &tree.forms[verb])
            && tree.names[verb] == "advcl"
            && tree.forms[verb - 1] == ",";
        if !harm || said == 0 || said > verb || !is(Word::Said, &tree.forms[said]) {
            continue;
        }
        if let Some(told) = (1..said).find(|&n| tree.hangs(n, said, "ccomp")) {
            tree.heads[verb] = told;
        }
    }
}

/// "Have kept people from leaving and shot at them": a past tense stands beside no form in -ing.
pub fn beside_the_like(tree: &mut Draft) {
    for verb in 4..tree.len() {
        let gerund = tree.heads[verb];
        if tree.names[verb] != "conj" || tree.upos[verb] != Upos::Verb || gerund == 0 || gerund > verb {
            continue;
        }
        let above = tree.heads[gerund];
        let ing = |n: usize| tree.forms[n].ends_with("ing");
        let bare = tree.upos[gerund] == Upos::Verb && !tree.has(gerund, "aux");
        let past = is_participle(&tree.forms[verb], Upos::Verb) && !tree.has(verb, "nsubj");
        let marked = tree.names[gerund] == "advcl" && tree.has(gerund, "mark");
        if ing(gerund)
            && bare
            && past
            && marked
            && above > 0
            && above < gerund
            && tree.upos[above] == Upos::Verb
        {
            tree.heads[verb] = above;
        }
    }
}

/// "Burned several houses in the valley and arrested union leader Ana Paz": what is done next is a verb, and she is its
/// object.
pub fn what_is_done_next(tree: &mut Draft) {
    for verb in 4..tree.len() {
        let next = tree.names[verb] == "amod" && is(Word::DoneTo, &tree.forms[verb]);
        if !next || tree.upos[verb] != Upos::Verb || tree.forms[verb - 1] != "and" || tree.heads[verb] < verb
        {
            continue;
        }
        let mut who = tree.heads[verb];
        while matches!(tree.names[who].as_str(), "nmod:desc" | "compound" | "flat") && tree.heads[who] > verb
        {
            who = tree.heads[who];
        }
        let first = tree.heads[who];
        let loose = matches!(tree.names[who].as_str(), "obl" | "conj") && first > 0 && first < verb;
        if !loose || tree.upos[first] != Upos::Verb || tree.has(who, "case") {
            continue;
        }
        for word in 1..verb {
            if tree.names[word] == "cc" && word + 1 == verb {
                tree.heads[word] = verb;
            }
        }
        tree.hang(verb, first, "conj");
        tree.hang(who, verb, "obj");
    }
}

/// "Shelled refugees fleeing to the border, killing nine": the shelling killed.
fn harm_of_the_deed(tree: &mut Draft, verb: usize) {
    let above = tree.heads[verb];
    let harm =
        is(Word::Harming, &tree.forms[verb]) && tree.names[verb] == "advcl" && tree.forms[verb - 1] == ",";
    if !harm || above == 0 || tree.names[above] != "acl" || !is_of_noun(&tree.forms[above]) {
        return;
    }
    let deed = tree.heads[tree.heads[above]];
    if deed > 0 && deed < above && tree.upos[deed] == Upos::Verb {
        tree.heads[verb] = deed;
    }
}

/// "Advancing", "carrying".
fn is_of_noun(form: &str) -> bool {
    is(Word::Moving, form) || is(Word::Busy, form)
}

/// "Two were killed and nine others wounded by the army": a subject is joined to nothing behind its verb, so who stands
/// there has a verb of their own.
pub fn own_participle(tree: &mut Draft) {
    for verb in 5..tree.len() {
        if number_of_its_own(tree, verb) {
            continue;
        }
        let (mut hurt, participle) = (tree.heads[verb], is_participle(&tree.forms[verb], tree.upos[verb]));
        if tree.names[verb] != "acl" || !participle || hurt == 0 || hurt > verb || tree.names[hurt] != "conj"
        {
            continue;
        }
        let beside = tree.heads[hurt];
        let first = match tree.names[beside].as_str() {
            "nsubj:pass" | "nsubj" if tree.heads[beside] > beside => tree.heads[beside],
            // "Three were shot dead and dozens wounded".
            "xcomp" => tree.heads[beside],
            _ => beside,
        };
        // "Seven were killed and nine children and a nurse injured": all of the list.
        let lists = matches!(tree.names[beside].as_str(), "obl" | "obl:unmarked" | "conj");
        let listed = lists && !tree.has(beside, "case") && tree.has(beside, "cc");
        let first = if listed && tree.upos[tree.heads[beside]] == Upos::Verb {
            hurt = beside;
            tree.heads[beside]
        } else {
            first
        };
        if first > hurt || !tree.has(first, "aux:pass") {
            continue;
        }
        for word in first + 1..hurt {
            if tree.hangs(word, hurt, "cc") {
                tree.heads[word] = verb;
            }
        }
        tree.hang(hurt, verb, "nsubj:pass");
        tree.hang(verb, first, "conj");
    }
}

/// "Nine were killed and 20 wounded in mortar fire": what stands before a preposition describes nothing behind it.
pub fn before_prepositions(tree: &mut Draft) {
    for verb in 4..tree.len() {
        let noun = tree.heads[verb];
        let described = tree.names[verb] == "amod" && is_participle(&tree.forms[verb], tree.upos[verb]);
        if !described || noun < verb || tree.names[noun] != "conj" {
            continue;
        }
        let first = tree.heads[noun];
        let parted = (verb + 1..noun).any(|n| tree.hangs(n, noun, "case"));
        if !parted || first >= verb || tree.upos[first] != Upos::Verb {
            continue;
        }
        for word in first + 1..verb {
            if tree.hangs(word, noun, "cc") {
                tree.heads[word] = verb;
            }
            if tree.upos[word] == Upos::Num && tree.heads[word] == verb {
                tree.rename(word, "nsubj:pass");
            }
        }
        tree.hang(verb, first, "conj");
        tree.hang(noun, verb, "obl");
    }
}

/// "Shells fired by rebels killed and injured five men": of two participles behind a noun without a verb, the one that
/// has an object is the verb of the sentence.
pub fn with_an_object(tree: &mut Draft) {
    let Some(root) = (1..tree.len()).find(|&n| tree.heads[n] == 0) else { return };
    if !matches!(tree.upos[root], Upos::Noun | Upos::Propn) || tree.has(root, "cop") {
        return;
    }
    let of_root = |n: usize| tree.heads[n] == root || tree.hangs(tree.heads[n], root, "nmod");
    let participle =
        |n: &usize| tree.names[*n] == "acl" && of_root(*n) && is_participle(&tree.forms[*n], tree.upos[*n]);
    let has_object = |n: usize| {
        tree.has(n, "obj") || (n..tree.len()).any(|c| tree.hangs(c, n, "conj") && tree.has(c, "obj"))
    };
    let found: Vec<usize> = (root..tree.len()).filter(participle).collect();
    let [first, verb] = found[..] else { return };
    if tree.heads[first] != tree.heads[verb] || has_object(first) || !has_object(verb) {
        return;
    }
    tree.hang(verb, 0, "root");
    tree.hang(root, verb, "nsubj");
}

/// "Six were killed and 31 wounded", "six people killed and 31 wounded": both beside "killed".
fn number_of_its_own(tree: &mut Draft, verb: usize) -> bool {
    let (number, first) = (verb - 1, tree.heads[verb]);
    let beside = |n: usize| tree.hangs(n, first, "conj") && first < number;
    let found = tree.upos[number] == Upos::Num
        && beside(number)
        && beside(verb)
        && is_participle(&tree.forms[verb], Upos::Verb)
        && (tree.has(first, "aux:pass")
            || tree.names[first] == "acl" && is_participle(&tree.forms[first], tree.upos[first]));
    if found {
        tree.hang(number, verb, "nsubj:pass");
        tree.upos[verb] = Upos::Verb;
    }
    found
}

/// "Wounded", "shot".
fn is_participle(form: &str, upos: Upos) -> bool {
    upos == Upos::Verb
        && (form.ends_with("ed") || matches!(form, "shot" | "hurt" | "slain" | "taken" | "beaten"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    #[test]
    fn a_participle_with_an_object_is_the_verb() {
        let words = [
            ("shells", Upos::Noun, 0, "root"),
            ("fired", Upos::Verb, 1, "acl"),
            ("by", Upos::Adp, 4, "case"),
            ("rebels", Upos::Noun, 2, "obl:agent"),
            ("killed", Upos::Verb, 1, "acl"),
            ("five", Upos::Num, 7, "nummod"),
            ("men", Upos::Noun, 5, "obj"),
        ];
        let mut tree = draft(&words);
        with_an_object(&mut tree);
        assert_eq!((tree.heads[5], tree.heads[1], tree.names[1].as_str()), (0, 5, "nsubj"));
    }

    #[test]
    fn a_participle_before_a_preposition_is_a_verb() {
        let words = [
            ("nine", Upos::Num, 3, "nsubj:pass"),
            ("were", Upos::Aux, 3, "aux:pass"),
            ("killed", Upos::Verb, 0, "root"),
            ("and", Upos::Cconj, 8, "cc"),
            ("20", Upos::Num, 6, "nummod"),
            ("wounded", Upos::Verb, 8, "amod"),
            ("in", Upos::Adp, 8, "case"),
            ("fire", Upos::Noun, 3, "conj"),
        ];
        let mut tree = draft(&words);
        before_prepositions(&mut tree);
        assert_eq!((tree.heads[6], tree.names[5].as_str(), tree.heads[8]), (3, "nsubj:pass", 6));
    }

    #[test]
    fn who_stands_behind_the_verb_has_their_own() {
        let words = [
            ("two", Upos::Num, 3, "nsubj:pass"),
            ("were", Upos::Aux, 3, "aux:pass"),
            ("killed", Upos::Verb, 0, "root"),
            ("and", Upos::Cconj, 5, "cc"),
            ("others", Upos::Noun, 1, "conj"),
            ("wounded", Upos::Verb, 5, "acl"),
        ];
        let mut tree = draft(&words);
        own_participle(&mut tree);
        assert_eq!((tree.heads[4], tree.heads[5], tree.heads[6]), (6, 6, 3));
        assert_eq!((tree.names[5].as_str(), tree.names[6].as_str()), ("nsubj:pass", "conj"));
    }

    #[test]
    fn a_list_behind_the_verb_has_its_own() {
        let words = [
            ("soldiers", Upos::Noun, 3, "nsubj:pass"),
            ("were", Upos::Aux, 3, "aux:pass"),
            ("killed", Upos::Verb, 0, "root"),
            ("and", Upos::Cconj, 5, "cc"),
            ("children", Upos::Noun, 3, "obl"),
            ("and", Upos::Cconj, 7, "cc"),
            ("woman", Upos::Noun, 5, "conj"),
            ("injured", Upos::Verb, 7, "acl"),
        ];
        let mut tree = draft(&words);
        own_participle(&mut tree);
        assert!(tree.hangs(5, 8, "nsubj:pass") && tree.hangs(8, 3, "conj") && tree.hangs(7, 5, "conj"));
    }

    #[test]
    fn bombs_kill_those_who_advance() {
        let words = [
            ("jets", Upos::Noun, 2, "nsubj"),
            ("bombed", Upos::Verb, 0, "root"),
            ("rebels", Upos::Noun, 2, "obj"),
            ("advancing", Upos::Verb, 2, "advcl"),
            (",", Upos::Punct, 6, "punct"),
            ("killing", Upos::Verb, 4, "advcl"),
            ("nine", Upos::Num, 6, "obj"),
        ];
        let mut tree = draft(&words);
        of_the_noun_before(&mut tree);
        assert_eq!((tree.heads[4], tree.names[4].as_str(), tree.heads[6]), (3, "acl", 2));
    }

    #[test]
    fn what_is_told_killed_and_no_teller() {
        let words = [
            ("jets", Upos::Noun, 2, "nsubj"),
            ("struck", Upos::Verb, 5, "ccomp"),
            (",", Upos::Punct, 2, "punct"),
            ("monitors", Upos::Noun, 5, "nsubj"),
            ("said", Upos::Verb, 0, "root"),
            (",", Upos::Punct, 7, "punct"),
            ("killing", Upos::Verb, 5, "advcl"),
            ("nine", Upos::Num, 7, "obj"),
        ];
        let mut tree = draft(&words);
        harm_of_what_is_told(&mut tree);
        assert_eq!(tree.heads[7], 2);
    }

    #[test]
    fn who_kept_them_from_leaving_shot_at_them() {
        let words = [
            ("rebels", Upos::Noun, 2, "nsubj"),
            ("kept", Upos::Verb, 0, "root"),
            ("from", Upos::Sconj, 4, "mark"),
            ("leaving", Upos::Verb, 2, "advcl"),
            ("and", Upos::Cconj, 6, "cc"),
            ("shot", Upos::Verb, 4, "conj"),
        ];
        let mut tree = draft(&words);
        beside_the_like(&mut tree);
        assert_eq!(tree.heads[6], 2);
    }

    #[test]
    fn who_is_arrested_next_is_an_object() {
        let words = [
            ("troops", Upos::Noun, 2, "nsubj"),
            ("burned", Upos::Verb, 0, "root"),
            ("houses", Upos::Noun, 2, "obj"),
            ("and", Upos::Cconj, 7, "cc"),
            ("arrested", Upos::Verb, 6, "amod"),
            ("leader", Upos::Noun, 7, "nmod:desc"),
            ("paz", Upos::Propn, 2, "obl"),
        ];
        let mut tree = draft(&words);
        what_is_done_next(&mut tree);
        assert_eq!((tree.heads[4], tree.heads[5], tree.heads[7]), (5, 2, 5));
        assert_eq!((tree.names[5].as_str(), tree.names[7].as_str()), ("conj", "obj"));
    }
}
