//! Parties in sentences without trees: names, abbreviations, nouns for people.

use super::{ActorDictionary, ground_actors, ground_actors_in};
use crate::words::tests::{plain, treed};
use ascribe_codebook::DataFiles;
use ascribe_model::Side;
use std::sync::OnceLock;

fn dictionary() -> &'static ActorDictionary {
    static LOADED: OnceLock<ActorDictionary> = OnceLock::new();
    LOADED.get_or_init(|| ActorDictionary::load(&DataFiles::builtin()).expect("built-in data"))
}

fn check(text: &str, country: &str, expected: &[(&str, Side)]) {
    let (report, analysis) = plain(text);
    let found = ground_actors_in(&report, &analysis, dictionary(), Some(country));
    let found: Vec<_> = found.iter().map(|m| (m.name.as_str(), m.side)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn names_of_the_dictionary() {
    check(
        "The Syrian Arab Army shelled Hayat Tahrir al-Sham.",
        "SY",
        &[("Syrian Arab Army", Side::State), ("Hayat Tahrir al-Sham", Side::Jihadist)],
    );
    check("The FMLN attacked a post.", "SV", &[("FMLN", Side::Rebel)]);
    check("THE FMLN ATTACKED A POST.", "SV", &[("FMLN", Side::Rebel)]);
    check("The so-called Islamic State left.", "SY", &[("Islamic State", Side::Jihadist)]);
    check("Raids hit the Islamic State, Al news said.", "SY", &[("Islamic State", Side::Jihadist)]);
    check("IS cells hid in the desert.", "SY", &[("IS", Side::Jihadist)]);
    check("Hezbollah lost a post.", "SY", &[("Hezbollah", Side::StateAlly)]);
}

#[test]
fn common_nouns() {
    check(
        "Unidentified gunmen killed two villagers.",
        "NG",
        &[("Unidentified gunmen", Side::Unknown), ("villagers", Side::Civilian)],
    );
    check("On Monday guerrillas shelled a village.", "CO", &[("guerrillas", Side::Rebel)]);
    check("Turkish forces shelled a village.", "SY", &[("Turkish forces", Side::ForeignState)]);
    check("Turkish forces shelled a village.", "TR", &[("Turkish forces", Side::State)]);
    check("Some 20 Syrian soldiers were killed.", "SY", &[("Syrian soldiers", Side::State)]);
    check("Iranian-backed fighters left.", "SY", &[("Iranian-backed fighters", Side::StateAlly)]);
    check("Opposition fighters left.", "SY", &[("Opposition fighters", Side::Rebel)]);
    check("Kurdish fighters left.", "SY", &[("Kurdish fighters", Side::Rebel)]);
    check("Government troops left.", "SV", &[("Government troops", Side::State)]);
    check(
        "Afghan and coalition forces detained two insurgents.",
        "AF",
        &[("Afghan and coalition forces", Side::State), ("insurgents", Side::Jihadist)],
    );
    check("A young soldier died.", "MM", &[("soldier", Side::State)]);
    check("The armed forces left.", "SV", &[("armed forces", Side::State)]);
    check("Armed men left.", "SV", &[("Armed men", Side::Unknown)]);
    check("Two ethnic Danish brothers left.", "SE", &[("ethnic Danish brothers", Side::Civilian)]);
    check("Unknown persons left.", "CO", &[("Unknown persons", Side::Unknown)]);
}

#[test]
fn an_abbreviation_defined_in_the_report() {
    check(
        "The Free Valley Army (FVA) fired. The FVA left.",
        "CO",
        &[
            ("Free Valley Army", Side::State),
            ("Free Valley Army", Side::State),
            ("Free Valley Army", Side::State),
        ],
    );
}

#[test]
fn an_editors_words_behind_a_short_name() {
    check_trees(
        &[
            "Fenamor/PROPN/7/nsubj [/PUNCT/5/punct Mora/PROPN/5/compound Workers/PROPN/5/compound Federation/PROPN/1/appos ]/PUNCT/5/punct left/VERB/0/root",
        ],
        "CO",
        &["Mora Workers Federation", "Mora Workers Federation"],
    );
}

#[test]
fn the_country_is_counted_from_the_report() {
    let (report, analysis) = plain("Turkish forces shelled Syrian towns near Idlib and Aleppo in Syria.");
    let found = ground_actors(&report, &analysis, dictionary());
    assert_eq!(found[0].side, Side::ForeignState);
}

fn check_trees(sentences: &[&str], country: &str, expected: &[&str]) {
    let (report, analysis) = treed(sentences);
    let found = ground_actors_in(&report, &analysis, dictionary(), Some(country));
    let found: Vec<_> = found.iter().map(|m| m.name.as_str()).collect();
    assert_eq!(found, expected);
}

#[test]
fn things_of_fighters_name_the_fighters() {
    check_trees(
        &["Soldiers/NOUN/2/nsubj shelled/VERB/0/root rebel/NOUN/4/compound positions/NOUN/2/obj"],
        "CO",
        &["Soldiers", "rebels"],
    );
    check_trees(&["A/DET/3/det terrorist/NOUN/3/compound attack/NOUN/4/nsubj failed/VERB/0/root"], "CO", &[]);
}

#[test]
fn a_body_of_people_acts_without_a_name() {
    check_trees(
        &["Two/NUM/2/nummod battalions/NOUN/3/nsubj crossed/VERB/0/root the/DET/5/det river/NOUN/3/obj"],
        "CO",
        &["battalions"],
    );
    // Whom "the battalion" means was told before.
    check_trees(&["The/DET/2/det battalion/NOUN/3/nsubj crossed/VERB/0/root"], "CO", &[]);
    check_trees(
        &["An/DET/3/det artillery/NOUN/3/compound unit/NOUN/4/nsubj fired/VERB/0/root"],
        "CO",
        &["artillery unit"],
    );
}

#[test]
fn a_group_is_not_called_by_its_leaders() {
    check_trees(
        &[
            "The/DET/2/det Taliban/PROPN/3/nsubj left/VERB/0/root",
            "A/DET/5/det Zabul/PROPN/5/compound district/NOUN/5/compound Taliban/PROPN/5/compound commander/NOUN/6/nsubj fell/VERB/0/root",
        ],
        "AF",
        &["Taliban", "Zabul district Taliban commander"],
    );
}

#[test]
fn a_state_has_its_longest_name() {
    check_trees(
        &[
            "Iran/PROPN/2/nsubj shelled/VERB/0/root the/DET/4/det US/PROPN/2/obj",
            "The/DET/3/det United/PROPN/3/compound States/PROPN/4/nsubj replied/VERB/0/root",
        ],
        "SY",
        &["Iran", "United States", "United States"],
    );
}

#[test]
fn a_state_is_no_party_where_somebody_goes() {
    let states = |tree: &str| {
        let (report, analysis) = treed(&[tree]);
        let found = ground_actors_in(&report, &analysis, dictionary(), Some("RW"));
        found.into_iter().map(|m| m.name).collect::<Vec<_>>()
    };
    assert_eq!(states("They/PRON/2/nsubj enter/VERB/0/root Sweden/PROPN/2/obj"), Vec::<String>::new());
    assert_eq!(states("They/PRON/2/nsubj attack/VERB/0/root Sweden/PROPN/2/obj"), ["Sweden"]);
}

#[test]
fn nations_before_one_noun_machines_and_lost_marks() {
    let names = |text: &str| -> Vec<String> {
        let (report, analysis) = treed(&[text]);
        ground_actors_in(&report, &analysis, dictionary(), Some("SY")).into_iter().map(|m| m.name).collect()
    };
    let pair = "Danish/ADJ/5/amod and/CCONJ/3/cc Polish/ADJ/1/conj combat/NOUN/5/compound \
                jets/jet/NOUN/6/nsubj/Number=Plur left/VERB/0/root";
    let mut found = names(pair);
    found.sort();
    assert_eq!(found, ["Danish combat jets", "Polish combat jets"]);
    let machine = "Two/NUM/6/nummod Danish/ADJ/6/amod F/NOUN/6/compound -/PUNCT/3/punct 16/NUM/3/flat \
                   jets/jet/NOUN/7/nsubj/Number=Plur left/VERB/0/root";
    assert_eq!(names(machine), ["Danish F - 16 jets"]);
    let lost = "According/VERB/5/case to/ADP/1/fixed SANA/PROPN/5/compound news/NOUN/5/compound \
                agency/NOUN/7/obl terrorists/NOUN/7/nsubj left/VERB/0/root";
    assert_eq!(names(lost), ["SANA news agency", "terrorists"]);
}

fn names_in(sentences: &[&str], country: &str) -> Vec<String> {
    let (report, analysis) = treed(sentences);
    let mut found = ground_actors_in(&report, &analysis, dictionary(), Some(country));
    found.sort_by_key(|m| (m.sentence, m.tokens.start));
    found.into_iter().map(|m| m.name).collect()
}

#[test]
fn people_of_a_unit_and_of_a_family() {
    let unit = "Ten/NUM/2/nummod men/man/NOUN/8/nsubj/Number=Plur of/ADP/7/case the/DET/7/det 51st/ADJ/7/amod \
                airborne/ADJ/7/amod regiment/NOUN/2/nmod died/VERB/0/root";
    assert_eq!(names_in(&[unit], "RU"), ["51st airborne regiment"; 2]);
    let family = "Seven/NUM/2/nummod members/member/NOUN/7/nsubj/Number=Plur of/ADP/6/case a/DET/6/det \
                  single/ADJ/6/amod family/NOUN/2/nmod died/VERB/0/root";
    assert_eq!(names_in(&[family], "YE"), ["members of a single family"]);
}

#[test]
fn rebels_are_the_one_group_that_the_report_names() {
    let rebels = "Rebels/rebel/NOUN/2/nsubj/Number=Plur left/VERB/0/root";
    let farc = "FARC/PROPN/2/nsubj took/VERB/0/root a/DET/4/det town/NOUN/2/obj";
    assert_eq!(names_in(&[rebels, farc], "CO"), ["FARC", "FARC"]);
    let both = "FARC/PROPN/2/nsubj fought/VERB/0/root the/DET/4/det ELN/PROPN/2/obj";
    assert_eq!(names_in(&[rebels, both], "CO"), ["Rebels", "FARC", "ELN"]);
}

#[test]
fn an_abbreviation_of_another_country_is_what_the_report_says() {
    let named = "National/PROPN/3/compound Revolutionary/PROPN/3/compound Movement/PROPN/7/nsubj (/PUNCT/5/punct \
                 MNR/PROPN/3/appos )/PUNCT/5/punct left/VERB/0/root";
    let (report, analysis) = treed(&[named]);
    let found = ground_actors_in(&report, &analysis, dictionary(), Some("SV"));
    assert!(found.iter().all(|m| m.id.as_deref() != Some("renamo")), "{found:?}");
}

#[test]
fn states_that_are_invaded_and_strikes_of_the_coalition() {
    let invaded = "The/DET/2/det invasion/NOUN/5/nsubj of/ADP/4/case Kuwait/PROPN/2/nmod failed/VERB/0/root";
    assert_eq!(names_in(&[invaded], "KW"), ["Kuwait"]);
    let north = "The/DET/2/det north/NOUN/5/nsubj of/ADP/4/case Kuwait/PROPN/2/nmod burned/VERB/0/root";
    assert!(names_in(&[north], "KW").is_empty());
    let strikes = "Many/ADV/2/advmod died/VERB/0/root in/ADP/5/case Coalition/NOUN/5/compound \
                   strikes/strike/NOUN/2/obl/Number=Plur";
    assert_eq!(names_in(&[strikes], "IQ"), ["coalition"]);
}
