//! Owns where participles hang: those of whoever is on the move ("bombed rebels advancing on the town"), of what came
//! of a deed ("…, killing nine"), and of a second passive without its auxiliary ("and nine others wounded").

use super::{clauses::SAID, objects::has};
use ascribe_model::Upos;

/// Said of whoever is on the move.
const MOVING: [&str; 15] = [
    "advancing",
    "marching",
    "heading",
    "moving",
    "fleeing",
    "approaching",
    "travelling",
    "traveling",
    "driving",
    "crossing",
    "retreating",
    "returning",
    "withdrawing",
    "escaping",
    "gathering",
];
/// Said of the noun before, too.
const BUSY: [&str; 3] = ["carrying", "transporting", "trying"];
/// What came of a deed.
const HARM: [&str; 6] = ["killing", "wounding", "injuring", "destroying", "damaging", "maiming"];

/// "Bombed rebels advancing on the town, killing nine": the rebels advance, and the bombs kill.
pub fn of_the_noun_before(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for verb in 3..heads.len() {
        let form = forms[verb - 1].as_str();
        let (noun, governor) = (verb - 1, heads[verb]);
        let loose = matches!(names[verb].as_str(), "advcl" | "xcomp");
        let hit = names[noun] == "obj" || names[noun] == "obl";
        // What cannot move is no noun of it: "left the town heading for the hills".
        let going = MOVING.contains(&form) && loose && hit && heads[noun] == governor;
        if going && governor > 0 && upos[noun - 1] == Upos::Noun && forms[noun - 1].ends_with('s') {
            heads[verb] = noun;
            "acl".clone_into(&mut names[verb]);
        }
        harm_of_the_deed(forms, upos, heads, names, verb);
    }
}

/// "Jets struck the town, the monitor said, killing nine": the strike killed.
pub fn harm_of_what_is_told(forms: &[String], heads: &mut [usize], names: &[String]) {
    for verb in 4..heads.len() {
        let said = heads[verb];
        let harm =
            HARM.contains(&forms[verb - 1].as_str()) && names[verb] == "advcl" && forms[verb - 2] == ",";
        if !harm || said == 0 || said > verb || !SAID.contains(&forms[said - 1].as_str()) {
            continue;
        }
        if let Some(told) = (1..said).find(|&n| heads[n] == said && names[n] == "ccomp") {
            heads[verb] = told;
        }
    }
}

/// "Have kept people from leaving and shot at them": a past tense stands beside no form in -ing.
pub fn beside_the_like(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &[String]) {
    for verb in 4..heads.len() {
        let gerund = heads[verb];
        if names[verb] != "conj" || upos[verb - 1] != Upos::Verb || gerund == 0 || gerund > verb {
            continue;
        }
        let above = heads[gerund];
        let ing = |n: usize| forms[n - 1].ends_with("ing");
        let bare = upos[gerund - 1] == Upos::Verb && !has(heads, names, gerund, "aux");
        let past = is_participle(&forms[verb - 1], Upos::Verb) && !has(heads, names, verb, "nsubj");
        let marked = names[gerund] == "advcl" && has(heads, names, gerund, "mark");
        if ing(gerund)
            && bare
            && past
            && marked
            && above > 0
            && above < gerund
            && upos[above - 1] == Upos::Verb
        {
            heads[verb] = above;
        }
    }
}

/// Said of what is done to somebody, and seldom of who somebody is.
const DONE: [&str; 9] =
    ["arrested", "kidnapped", "abducted", "captured", "detained", "killed", "attacked", "beat", "shot"];

/// "Burned several houses in the valley and arrested union leader Ana Paz": what is done next is a verb, and she is its
/// object.
pub fn what_is_done_next(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for verb in 4..heads.len() {
        let next = names[verb] == "amod" && DONE.contains(&forms[verb - 1].as_str());
        if !next || upos[verb - 1] != Upos::Verb || forms[verb - 2] != "and" || heads[verb] < verb {
            continue;
        }
        let mut who = heads[verb];
        while matches!(names[who].as_str(), "nmod:desc" | "compound" | "flat") && heads[who] > verb {
            who = heads[who];
        }
        let first = heads[who];
        let loose = matches!(names[who].as_str(), "obl" | "conj") && first > 0 && first < verb;
        if !loose || upos[first - 1] != Upos::Verb || has(heads, names, who, "case") {
            continue;
        }
        for word in 1..verb {
            if names[word] == "cc" && word + 1 == verb {
                heads[word] = verb;
            }
        }
        (heads[verb], heads[who]) = (first, verb);
        "conj".clone_into(&mut names[verb]);
        "obj".clone_into(&mut names[who]);
    }
}

/// "Shelled refugees fleeing to the border, killing nine": the shelling killed.
fn harm_of_the_deed(forms: &[String], upos: &[Upos], heads: &mut [usize], names: &[String], verb: usize) {
    let above = heads[verb];
    let harm = HARM.contains(&forms[verb - 1].as_str()) && names[verb] == "advcl" && forms[verb - 2] == ",";
    if !harm || above == 0 || names[above] != "acl" || !is_of_noun(&forms[above - 1]) {
        return;
    }
    let deed = heads[heads[above]];
    if deed > 0 && deed < above && upos[deed - 1] == Upos::Verb {
        heads[verb] = deed;
    }
}

/// "Advancing", "carrying".
fn is_of_noun(form: &str) -> bool {
    MOVING.contains(&form) || BUSY.contains(&form)
}

/// "Two were killed and nine others wounded by the army": a subject is joined to nothing behind its verb, so who stands
/// there has a verb of their own.
pub fn own_participle(forms: &[String], upos: &mut [Upos], heads: &mut [usize], names: &mut [String]) {
    for verb in 5..heads.len() {
        if number_of_its_own(forms, upos, heads, names, verb) {
            continue;
        }
        let (hurt, participle) = (heads[verb], is_participle(&forms[verb - 1], upos[verb - 1]));
        if names[verb] != "acl" || !participle || hurt == 0 || hurt > verb || names[hurt] != "conj" {
            continue;
        }
        let beside = heads[hurt];
        let first = match names[beside].as_str() {
            "nsubj:pass" | "nsubj" if heads[beside] > beside => heads[beside],
            // "Three were shot dead and dozens wounded".
            "xcomp" => heads[beside],
            _ => beside,
        };
        if first > hurt || !has(heads, names, first, "aux:pass") {
            continue;
        }
        for word in first + 1..hurt {
            if heads[word] == hurt && names[word] == "cc" {
                heads[word] = verb;
            }
        }
        heads[hurt] = verb;
        "nsubj:pass".clone_into(&mut names[hurt]);
        heads[verb] = first;
        "conj".clone_into(&mut names[verb]);
    }
}

/// "Six were killed and 31 wounded", "six people killed and 31 wounded": both beside "killed".
fn number_of_its_own(
    forms: &[String],
    upos: &mut [Upos],
    heads: &mut [usize],
    names: &mut [String],
    verb: usize,
) -> bool {
    let (number, first) = (verb - 1, heads[verb]);
    let beside = |n: usize| names[n] == "conj" && heads[n] == first && first < number;
    let found = upos[number - 1] == Upos::Num
        && beside(number)
        && beside(verb)
        && is_participle(&forms[verb - 1], Upos::Verb)
        && (has(heads, names, first, "aux:pass")
            || names[first] == "acl" && is_participle(&forms[first - 1], upos[first - 1]));
    if found {
        heads[number] = verb;
        "nsubj:pass".clone_into(&mut names[number]);
        upos[verb - 1] = Upos::Verb;
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
    use super::super::testing::parts;
    use super::*;

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
        let (forms, mut upos, mut heads, mut names) = parts(&words);
        own_participle(&forms, &mut upos, &mut heads, &mut names);
        assert_eq!((heads[4], heads[5], heads[6]), (6, 6, 3));
        assert_eq!((names[5].as_str(), names[6].as_str()), ("nsubj:pass", "conj"));
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        of_the_noun_before(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[4], names[4].as_str(), heads[6]), (3, "acl", 2));
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
        let (forms, _, mut heads, names) = parts(&words);
        harm_of_what_is_told(&forms, &mut heads, &names);
        assert_eq!(heads[7], 2);
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
        let (forms, upos, mut heads, names) = parts(&words);
        beside_the_like(&forms, &upos, &mut heads, &names);
        assert_eq!(heads[6], 2);
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
        let (forms, upos, mut heads, mut names) = parts(&words);
        what_is_done_next(&forms, &upos, &mut heads, &mut names);
        assert_eq!((heads[4], heads[5], heads[7]), (5, 2, 5));
        assert_eq!((names[5].as_str(), names[7].as_str()), ("conj", "obj"));
    }
}
