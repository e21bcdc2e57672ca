//! Who tells it, whether it took place, and how many occurrences are told, on real trees.

mod shared;

use ascribe_model::{Claim, Status};
use shared::claims;

fn on<'a>(claims: &'a [Claim], trigger: &str) -> &'a Claim {
    claims.iter().find(|c| c.trigger == trigger).unwrap_or_else(|| panic!("no claim on {trigger}"))
}

fn tellers(claim: &Claim) -> Vec<&str> {
    claim.sources.iter().map(|s| s.name.as_str()).collect()
}

#[test]
fn a_denial_leaves_what_it_takes_for_granted() {
    let found =
        claims("The spokesman denied that the delay is related to the arrest of eight members of the army.");
    assert_eq!(on(&found, "arrest").status, Status::Happened);
    let found = claims("The spokesman denied that soldiers had arrested eight students in the capital.");
    assert_eq!(on(&found, "arrested").status, Status::Denied);
    let found =
        claims("The ministry denied that its planes were involved in the raid that killed nine farmers.");
    assert_eq!(on(&found, "raid").status, Status::Denied);
}

#[test]
fn plans_about_a_killing_do_not_plan_it() {
    let found = claims(
        "The inquiry seeks to clear up the killing of two patrolmen by rebels in the suburb on Monday.",
    );
    assert_eq!(on(&found, "killing").status, Status::Happened);
}

#[test]
fn victims_do_not_speak() {
    let found = claims(
        "The monitor said three children and two women were among the dead adding that the raids were carried \
         out by regime warplanes in the north.",
    );
    assert_eq!(tellers(on(&found, "raids")), ["monitor"]);
}

#[test]
fn a_name_does_not_take_in_the_office_of_another() {
    let found = claims(
        "President Amara Diallo stated today that the army took two towns. Diallo stated that Senegalese \
         President Omar Paz is very disturbed. He said that rebels bombed the airport on Sunday.",
    );
    assert_eq!(tellers(on(&found, "bombed")), ["President Amara Diallo"]);
}

#[test]
fn an_office_stands_for_whoever_holds_it() {
    let found = claims(
        "Defence Press Secretary Ana Ruiz told reporters that jets had struck the port of Aden on Monday. In Taiz, \
         the press secretary said, rebels captured a bridge.",
    );
    assert_eq!(tellers(on(&found, "captured")), ["Defence Press Secretary Ana Ruiz"]);
}

#[test]
fn a_speech_goes_on_between_passages_in_the_first_person() {
    let found = claims(
        "The minister, Ana Ruiz, said:\n\nWe thank the crews. They have served us well.\n\nThe fleet shelled rebel \
         posts near Aden on Monday.\n\nLast week we sent two more ships.",
    );
    assert!(tellers(on(&found, "shelled")).iter().any(|t| t.contains("Ana Ruiz")), "{found:?}");
}

#[test]
fn persons_are_taken_one_by_one() {
    let found = claims(
        "Police arrested Omar Paz in the capital on Monday. Pedro Mora was arrested at the border by soldiers.",
    );
    assert_eq!(found.iter().filter(|c| c.kind == "arrest").count(), 2);
}

#[test]
fn a_report_about_a_mishap_tells_of_no_attack() {
    let bear = "A hiker was attacked by a bear in the hills on Monday. The bear mauled the hiker and injured his \
                friend. The two were taken to a clinic. Bears are seldom seen near the river. The storm had \
                driven the animal out of the forest.";
    assert!(claims(bear).is_empty());
}

#[test]
fn a_day_tells_nothing_and_an_announcement_is_its_makers() {
    let found = claims("We welcome today's news that opposition forces liberated the town of Qarah.");
    assert!(!tellers(on(&found, "liberated")).contains(&"today"));
    let found = claims(
        "According to an announcement today by Information Minister Amara Diallo, rebels burned two buses.",
    );
    assert_eq!(tellers(on(&found, "burned")), ["Information Minister Amara Diallo"]);
}

#[test]
fn a_reporter_speaks_for_the_report_and_a_communique_for_its_authors() {
    let found = claims(
        "Lima, 4 Mar 1989 (Canal Uno) -- [Report] [Ana Ruiz] [Text] [Ruiz] A bomb went off at the Banco Mayor in Cusco this morning. Two guards were hurt.",
    );
    assert!(!found.is_empty() && found.iter().all(|c| c.sources.is_empty()), "{found:?}");
    let found = claims(
        "Clandestine, 4 Mar 1989 (Radio Libre) -- [Communique] [General Command of the Red Valley Front] [Text] 1. Our forces ambushed an army patrol near Cusco yesterday.",
    );
    assert_eq!(tellers(on(&found, "ambushed")), ["General Command of the Red Valley Front"]);
}

#[test]
fn when_it_is_looked_into_is_not_when_it_was() {
    let found = claims("The president referred on 5 May to the murder of six priests in San Vicente.");
    assert_eq!(on(&found, "murder").time.text, None);
}

#[test]
fn two_who_tell_in_one_sentence_each_tell_their_own() {
    let found = claims(
        "The ministry said that 40 rebels were killed near the river, while the rebels claimed that 12 soldiers had \
         been captured.",
    );
    assert_eq!(tellers(on(&found, "killed")), ["ministry"]);
    assert_eq!(tellers(on(&found, "captured")), ["rebels"]);
    let found = claims(
        "The army said that 250 rebels were killed on the island, while the Front claimed to have killed hundreds of \
         troops.",
    );
    assert_eq!(found.iter().map(tellers).collect::<Vec<_>>(), [["army"], ["Front"]]);
    let found =
        claims("A monitor said that 200 people were killed there; the government denied shelling the town.");
    assert_eq!(
        (tellers(on(&found, "killed")), on(&found, "killed").status),
        (vec!["monitor"], Status::Happened)
    );
    assert_eq!(on(&found, "shelling").status, Status::Denied);
}

#[test]
fn what_is_reportedly_so_is_so_with_its_cause() {
    let found = claims("Eight soldiers were reportedly killed when their truck hit a mine near Maran.");
    let sources: Vec<_> = found[0].sources.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(sources, ["unspecified"]);
}

#[test]
fn an_army_is_no_group() {
    let found = claims(
        "The U.S. military carried out two air strikes against al-Shabab, the U.S. Africa Command said. The group said \
         that it had targeted a convoy of engineers.",
    );
    assert_eq!(tellers(on(&found, "targeted")), ["al-Shabab"]);
}

#[test]
fn shells_that_fall_on_a_town_are_no_trend() {
    let found = claims("Rebels fired mortars all day. Shells fell on the school in Maran, the mayor said.");
    assert_eq!(tellers(on(&found, "Shells")), ["mayor"]);
}

#[test]
fn the_source_is_the_one_described_before_and_when_it_spoke_is_not_told() {
    let found = claims(
        "A military source said that rebels shelled the village of Karran. The source added that troops shot \
         dead two rebels in the valley.",
    );
    assert_eq!(tellers(on(&found, "shot dead")), ["military source"]);
    let found = claims(
        "Air strikes on a fair in Karran killed seventeen farmers a monitor said a week after the rebels agreed a \
         truce in the south.",
    );
    assert_eq!(tellers(on(&found, "Air strikes")), ["monitor"]);
}
