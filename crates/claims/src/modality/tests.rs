//! Status, stance and aggregate over hand-built trees.

use super::*;
use crate::attribution::AttributionLists;
use crate::attribution::tree::build;
use ascribe_codebook::DataFiles;
use ascribe_model::Grounding;

fn modality(sentences: &[&str], at: (usize, usize)) -> Modality {
    let (report, analysis) = build::report(sentences);
    let data = DataFiles::builtin();
    let attribution = AttributionLists::load(&data).expect("clean lists");
    let lists = ModalityLists::load(&data).expect("clean lists");
    let told = Attributions::find(&report, &analysis, &Grounding::default(), &attribution);
    modality_of(&report, &analysis, &told, at.0, at.1, &lists)
}

#[test]
fn status_comes_from_mood_and_governors() {
    let check = |tree: &str, token: usize, expected: Status| {
        let found = modality(&[tree], (0, token));
        assert_eq!(found.status, expected, "{} in {tree}", found.rule);
    };
    check(
        "Troops troop NOUN 2 nsubj\nattacked attack VERB 0 root VerbForm=Fin|Tense=Past",
        1,
        Status::Happened,
    );
    check(
        "Troops troop NOUN 3 nsubj\nwill will AUX 3 aux\nattack attack VERB 0 root VerbForm=Inf",
        2,
        Status::Planned,
    );
    check(
        "Troops troop NOUN 3 nsubj\nmay may AUX 3 aux\nattack attack VERB 0 root VerbForm=Inf",
        2,
        Status::Expected,
    );
    check(
        "Troops troop NOUN 4 nsubj\nare be AUX 4 cop\nto to PART 4 mark\nleave leave VERB 0 root VerbForm=Inf",
        3,
        Status::Planned,
    );
    check(
        "Troops troop NOUN 2 nsubj\nplan plan VERB 0 root VerbForm=Fin\nto to PART 4 mark\nattack attack VERB 2 xcomp",
        3,
        Status::Planned,
    );
    check(
        "Troops troop NOUN 2 nsubj\nfailed fail VERB 0 root VerbForm=Fin\nto to PART 4 mark\nattack attack VERB 2 xcomp",
        3,
        Status::Denied,
    );
    // "Plans to begin shelling" is a plan, "had to leave" tells of a deed, "have to leave" of a duty.
    check(
        "Troops troop NOUN 2 nsubj\nplan plan VERB 0 root VerbForm=Fin\nto to PART 4 mark\nbegin begin VERB 2 xcomp\n\
         shelling shell VERB 4 xcomp",
        4,
        Status::Planned,
    );
    check(
        "Troops troop NOUN 2 nsubj\nhad have VERB 0 root VerbForm=Fin|Tense=Past\nto to PART 4 mark\n\
         leave leave VERB 2 xcomp",
        3,
        Status::Happened,
    );
    check(
        "Troops troop NOUN 2 nsubj\nhave have VERB 0 root VerbForm=Fin|Tense=Pres\nto to PART 4 mark\n\
         leave leave VERB 2 xcomp",
        3,
        Status::Planned,
    );
    check(
        "There there PRON 2 expl\nwas be VERB 0 root\nno no DET 4 det\nfighting fighting NOUN 2 nsubj",
        3,
        Status::Denied,
    );
    check(
        "Troops troop NOUN 3 nsubj\nare be AUX 3 aux\nattacking attack VERB 0 root VerbForm=Part",
        2,
        Status::Ongoing,
    );
    check(
        "Towns town NOUN 0 root\nheld hold VERB 1 acl VerbForm=Part\nby by ADP 4 case\nrebels rebel NOUN 2 obl:agent",
        1,
        Status::Ongoing,
    );
}

#[test]
fn what_is_past_is_told_however_likely() {
    let check = |tree: &str, token: usize, expected: Status| {
        let found = modality(&[tree], (0, token));
        assert_eq!(found.status, expected, "{} in {tree}", found.rule);
    };
    check(
        "Troops troop NOUN 3 nsubj\nprobably probably ADV 3 advmod\nfired fire VERB 0 root VerbForm=Fin|Tense=Past",
        2,
        Status::Happened,
    );
    check(
        "Troops troop NOUN 4 nsubj\nwill will AUX 4 aux\nprobably probably ADV 4 advmod\nattack attack VERB 0 root VerbForm=Inf",
        3,
        Status::Expected,
    );
    check(
        "Assaults assault NOUN 2 nsubj\nhave have VERB 0 root VerbForm=Fin\nyet yet ADV 2 advmod\nto to PART 5 mark\nbegin begin VERB 2 xcomp VerbForm=Inf",
        0,
        Status::Planned,
    );
}

#[test]
fn doubt_may_stand_in_the_next_sentence() {
    let told = "Rebels rebel NOUN 2 nsubj\nsaid say VERB 0 root VerbForm=Fin\nthey they PRON 4 nsubj\nattacked attack VERB 2 ccomp VerbForm=Fin";
    let doubt = "These this DET 2 det\nclaims claim NOUN 4 nsubj\nremain remain VERB 4 cop\nunconfirmed unconfirmed ADJ 0 root";
    let found = modality(&[told, doubt], (0, 3));
    assert_eq!(found.stance, Stance::Doubted);
    assert!(found.stance_evidence.is_some());
    assert_eq!(modality(&[told], (0, 3)).stance, Stance::Reported);
}

#[test]
fn counted_nouns_are_aggregates() {
    let counted = "Rebels rebel NOUN 2 nsubj\nlaunched launch VERB 0 root\n29 29 NUM 4 nummod\nattacks attack NOUN 2 obj Number=Plur";
    assert!(modality(&[counted], (0, 3)).aggregate);
    let one = "Rebels rebel NOUN 2 nsubj\nlaunched launch VERB 0 root\none one NUM 4 nummod\nattack attack NOUN 2 obj Number=Sing";
    assert!(!modality(&[one], (0, 3)).aggregate);
}

#[test]
fn a_token_outside_the_analysis_is_plain() {
    assert_eq!(modality(&["Rebels rebel NOUN 0 root"], (7, 7)).status, Status::Happened);
}
