//! Attribution over hand-built trees, and over any tree at all.

use super::tree::build;
use super::*;
use ascribe_codebook::DataFiles;
use ascribe_model::{Label, Mention, TokenRange};
use proptest::prelude::*;

fn lists() -> AttributionLists {
    AttributionLists::load(&DataFiles::builtin()).expect("clean lists")
}

fn names(sentences: &[&str], at: (usize, usize)) -> Vec<String> {
    let (report, mut analysis) = build::report(sentences);
    for sentence in &mut analysis.sentences {
        // Runs of proper nouns are named organisations, but for "Amara Diallo".
        let mut t = 0;
        while t < sentence.tokens.len() {
            let run =
                sentence.tokens[t..].iter().take_while(|w| w.upos == ascribe_model::Upos::Propn).count();
            if run > 0 {
                let label =
                    if sentence.tokens[t].text == "Amara" { Label::Person } else { Label::Organisation };
                let head = (t..t + run).find(|&h| !(t..t + run).any(|o| sentence.tokens[h].head == Some(o)));
                let tokens = TokenRange::new(t, t + run);
                sentence.mentions.push(Mention {
                    tokens,
                    head: head.unwrap_or(t),
                    label,
                    named: true,
                    score: 1.0,
                });
            }
            t += run.max(1);
        }
    }
    let found = Attributions::find(&report, &analysis, &Grounding::default(), &lists());
    found.of(at.0, at.1).map(|a| a.sources.iter().map(|s| s.name.clone()).collect()).unwrap_or_default()
}

const ARMY_SAID: &str = "The the DET 2 det
    army army NOUN 3 nsubj
    said say VERB 0 root VerbForm=Fin
    rebels rebel NOUN 5 nsubj
    fled flee VERB 3 ccomp VerbForm=Fin";

#[test]
fn a_clause_after_the_verb_is_told_by_its_subject() {
    assert_eq!(names(&[ARMY_SAID], (0, 4)), ["army"]);
    assert!(names(&[ARMY_SAID], (0, 2)).is_empty(), "the verb of saying is the report's own");
}

/// A comma is lost before the speaker, whom the tree hangs on the people.
#[test]
fn a_speaker_with_an_article_opens_anew() {
    let tree = "Raids raid NOUN 2 nsubj
        killed kill VERB 7 ccomp VerbForm=Fin
        nine nine NUM 4 nummod
        people people NOUN 2 obj
        a a DET 6 det
        monitor monitor NOUN 4 appos
        said say VERB 0 root VerbForm=Fin";
    assert_eq!(names(&[tree], (0, 1)), ["monitor"]);
}

#[test]
fn a_clause_before_an_inverted_verb_is_told_too() {
    let tree = "Rebels rebel NOUN 2 nsubj
        fled flee VERB 0 root VerbForm=Fin
        , , PUNCT 4 punct
        said say VERB 2 parataxis VerbForm=Fin
        Amara Amara PROPN 4 nsubj
        Diallo Diallo PROPN 5 flat
        , , PUNCT 8 punct
        spokeswoman spokeswoman NOUN 5 appos
        for for ADP 11 case
        the the DET 11 det
        ministry ministry NOUN 8 nmod";
    assert_eq!(names(&[tree], (0, 1)), ["Amara Diallo, spokeswoman for the ministry"]);
}

#[test]
fn nobody_is_unspecified() {
    let passive = "Fighting fighting NOUN 3 nsubj:pass
        was be AUX 3 aux:pass
        reported report VERB 0 root VerbForm=Part
        nearby nearby ADV 3 advmod";
    assert_eq!(names(&[passive], (0, 0)), ["unspecified"]);
    let adverb = "Gunmen gunman NOUN 3 nsubj
        reportedly reportedly ADV 3 advmod
        attacked attack VERB 0 root VerbForm=Fin";
    assert_eq!(names(&[adverb], (0, 2)), ["unspecified"]);
}

#[test]
fn according_to_covers_the_clause() {
    let tree = "Gunmen gunman NOUN 2 nsubj
        fled flee VERB 0 root VerbForm=Fin
        , , PUNCT 2 punct
        according accord VERB 6 case
        to to ADP 4 fixed
        police police NOUN 2 obl
        and and CCONJ 8 cc
        medics medic NOUN 6 conj";
    assert_eq!(names(&[tree], (0, 1)), ["police", "medics"]);
}

#[test]
fn cues_inside_cues_make_a_chain() {
    let tree = "Kestrel Kestrel PROPN 2 compound
        News News PROPN 3 nsubj
        reported report VERB 0 root VerbForm=Fin
        that that SCONJ 6 mark
        officials official NOUN 6 nsubj
        said say VERB 3 ccomp VerbForm=Fin
        rebels rebel NOUN 8 nsubj
        fled flee VERB 6 ccomp VerbForm=Fin";
    assert_eq!(names(&[tree], (0, 7)), ["Kestrel News", "officials"]);
}

#[test]
fn a_negated_verb_tells_nothing() {
    let tree = "Police police NOUN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        say say VERB 0 root VerbForm=Inf
        rebels rebel NOUN 6 nsubj
        fled flee VERB 4 ccomp VerbForm=Fin";
    assert!(names(&[tree], (0, 5)).is_empty());
}

#[test]
fn it_is_the_body_that_spoke_last() {
    let it = "It it PRON 2 nsubj
        added add VERB 0 root VerbForm=Fin
        that that SCONJ 5 mark
        villagers villager NOUN 5 nsubj
        left leave VERB 2 ccomp VerbForm=Fin";
    assert_eq!(names(&[ARMY_SAID, it], (1, 4)), ["army"]);
}

#[test]
fn a_denial_sets_the_status() {
    let tree = "The the DET 2 det
        army army NOUN 3 nsubj
        denied deny VERB 0 root VerbForm=Fin
        that that SCONJ 6 mark
        rebels rebel NOUN 6 nsubj
        fled flee VERB 3 ccomp VerbForm=Fin";
    let (report, analysis) = build::report(&[tree]);
    let found = Attributions::find(&report, &analysis, &Grounding::default(), &lists());
    assert_eq!(found.of(0, 5).expect("told").status, Some(Status::Denied));
}

#[test]
fn responsibility_has_a_claimant_or_nobody() {
    let claim = |who: &str, det: &str| {
        format!(
            "{det} {det} DET 2 det
            {who} {who} NOUN 3 nsubj
            claimed claim VERB 0 root VerbForm=Fin
            responsibility responsibility NOUN 3 obj
            for for ADP 7 case
            the the DET 7 det
            attack attack NOUN 4 nmod"
        )
    };
    let check = |tree: &str, expected: Option<&str>| {
        let (report, analysis) = build::report(&[tree]);
        let all = responsibility_claims(&report, &analysis, &Grounding::default(), &lists());
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].claimant.as_ref().map(|s| s.name.as_str()), expected);
        assert_eq!(all[0].target, Some(6));
    };
    check(&claim("militants", "The"), Some("militants"));
    check(&claim("group", "no"), None);
}

const WORDS: [&str; 12] = [
    "said",
    "army",
    "he",
    "according",
    "to",
    "reported",
    "The",
    "attack",
    "denied",
    "quoted",
    "Observatory",
    "that",
];
const TAGS: [&str; 6] = ["VERB", "NOUN", "PRON", "ADP", "PROPN", "AUX"];
const RELATIONS: [&str; 12] = [
    "nsubj",
    "ccomp",
    "parataxis",
    "obl",
    "case",
    "acl:relcl",
    "conj",
    "mark",
    "xcomp",
    "nsubj:pass",
    "appos",
    "advcl",
];

proptest! {
    /// No tree, however wrong, makes attribution panic or lets a cue tell itself.
    #[test]
    fn any_tree_is_survived(words in prop::collection::vec((0..12usize, 0..6usize, 0..14usize, 0..12usize), 1..14)) {
        let n = words.len();
        let lines: Vec<String> = words
            .iter()
            .map(|&(w, tag, head, relation)| {
                format!("{} {} {} {} {}", WORDS[w], WORDS[w].to_lowercase(), TAGS[tag], head.min(n), RELATIONS[relation])
            })
            .collect();
        let (report, analysis) = build::report(&[&lines.join("\n"), ARMY_SAID]);
        let found = Attributions::find(&report, &analysis, &Grounding::default(), &lists());
        for one in found.all() {
            prop_assert!(!one.attribution.sources.is_empty());
            for (s, tokens) in &one.content {
                prop_assert!(tokens.iter().all(|&t| t < analysis.sentences[*s].tokens.len()));
            }
        }
        let _ = responsibility_claims(&report, &analysis, &Grounding::default(), &lists());
    }
}

#[test]
fn a_statement_without_its_comma_is_still_of_who_spoke_last() {
    let told = "Families family NOUN 2 nsubj
        fled flee VERB 6 ccomp VerbForm=Fin
        fighting fighting NOUN 5 compound
        the the DET 5 det
        statement statement NOUN 6 nsubj
        said say VERB 0 root VerbForm=Fin";
    assert_eq!(names(&[ARMY_SAID, told], (1, 1)), ["army"]);
}

#[test]
fn a_name_begins_after_a_lost_comma() {
    let tree = "Six six NUM 2 nummod
        died die VERB 8 ccomp VerbForm=Fin
        in in ADP 4 case
        raids raid NOUN 2 obl Number=Plur
        Observatory observatory PROPN 6 compound
        chief chief NOUN 7 compound
        Amara Amara PROPN 8 nsubj
        said say VERB 0 root VerbForm=Fin";
    assert_eq!(names(&[tree], (0, 1)), ["Observatory chief Amara"]);
    let activist = "Media media NOUN 2 compound
        activist activist NOUN 3 compound
        Amara Amara PROPN 4 nsubj
        said say VERB 0 root VerbForm=Fin
        six six NUM 6 nsubj
        died die VERB 4 ccomp VerbForm=Fin";
    assert_eq!(names(&[activist], (0, 5)), ["Media activist Amara"], "who somebody is belongs to the name");
}

#[test]
fn who_speaks_last_is_no_other_name_of_what_is_told() {
    let told = "Nine nine NUM 2 nummod
        died die VERB 9 ccomp VerbForm=Fin
        on on ADP 4 case
        Friday Friday PROPN 2 obl
        , , PUNCT 8 punct
        an a DET 8 det
        army army NOUN 8 compound
        officer officer NOUN 4 appos
        told tell VERB 0 root VerbForm=Fin
        Reuters Reuters PROPN 9 iobj";
    assert_eq!(names(&[told], (0, 1)), ["army officer", "Reuters"]);
}
