//! Patterns of wire copy, on real trees: tolls in few words, who falls in the end, and what gunmen are believed to be.

mod shared;

use ascribe_model::{Claim, Harm, Role};
use shared::claims;

fn tolls(found: &[Claim]) -> Vec<(Harm, Option<u64>, Option<u64>)> {
    found.iter().flat_map(|c| &c.effects).map(|e| (e.harm, e.count.min, e.count.max)).collect()
}

fn names(claim: &Claim, role: Role) -> Vec<&str> {
    claim.actors.iter().filter(|a| a.role == role).map(|a| a.name.as_str()).collect()
}

#[test]
fn those_who_are_only_counted_are_counted() {
    let dozens = [(Harm::Killed, Some(30), Some(30)), (Harm::Injured, Some(24), None)];
    assert_eq!(tolls(&claims("The blast in Keld killed 30 people and injured dozens more.")), dozens);
    let found = claims("The death toll from Sunday's bombing in Keld has risen to 57, with 112 wounded.");
    assert_eq!(tolls(&found), [(Harm::Killed, Some(57), Some(57)), (Harm::Injured, Some(112), Some(112))]);
    let found =
        claims("Rebels attacked Keld on Monday. The number of those killed in the attack reached 47.");
    assert_eq!(tolls(&found), [(Harm::Killed, Some(47), Some(47))]);
    let found = claims("Soldiers arrested nine people, four nurses and five porters in the raid on Keld.");
    assert_eq!(tolls(&found), [(Harm::Captured, Some(9), Some(9))]);
}

#[test]
fn a_running_total_is_none_of_the_deed() {
    let found =
        claims("A bomb killed a soldier in Keld, bringing to 45 the number of soldiers killed this month.");
    let (sums, deeds): (Vec<Claim>, Vec<Claim>) = found.into_iter().partition(|c| c.aggregate);
    assert_eq!(tolls(&deeds), [(Harm::Killed, Some(1), Some(1))]);
    assert_eq!(tolls(&sums), [(Harm::Killed, Some(45), Some(45))]);
}

#[test]
fn who_falls_in_the_end_is_none_whom_he_hit() {
    let found = claims("A gunman wounded three soldiers in Keld before police killed him.");
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(names(&found[1], Role::Agent), ["police"]);
    assert_eq!(names(&found[1], Role::Target), ["gunman"]);
}

#[test]
fn what_men_are_believed_to_be_tells_nothing() {
    let found = claims("Militants thought to be from the northern network attacked a base in Keld.");
    assert!(found.iter().all(|c| c.sources.is_empty()), "{found:?}");
    assert_eq!(names(&found[0], Role::Agent), ["Militants"]);
}

#[test]
fn whom_the_verb_before_took_is_meant() {
    let found = claims("Residents of Keld said soldiers rounded up villagers and shot them.");
    let shot = found.iter().find(|c| c.trigger == "shot").unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(names(shot, Role::Target), ["villagers"]);
}

#[test]
fn those_held_over_a_deed_are_held_by_others_than_did_it() {
    let found = claims(
        "General Okello was detained by officers on Monday in connection with the attack in Keld that killed nine.",
    );
    let attack = found.iter().find(|c| c.kind == "attack").unwrap_or_else(|| panic!("{found:?}"));
    assert!(names(attack, Role::Agent).is_empty(), "{attack:?}");
    let arrest = found.iter().find(|c| c.kind == "arrest").unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(names(arrest, Role::Target), ["Okello"]);
}

#[test]
fn a_protest_is_of_another_day_than_what_it_is_about() {
    let found = claims(
        "Two hundred people marched in Oslo on Sunday to protest the killing of nine villagers by police in Keld.",
    );
    let killing = found.iter().find(|c| c.kind == "attack").unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(killing.time.text, None);
}

#[test]
fn who_reports_stands_before_whom_it_quotes() {
    let sources = |text: &str| -> Vec<String> {
        claims(text).first().map(|c| c.sources.iter().map(|s| s.name.clone()).collect()).unwrap_or_default()
    };
    let quoting = "The Sunday Tribune newspaper, quoting police sources, said rebels shelled Keld on Monday.";
    assert_eq!(sources(quoting), ["Sunday Tribune newspaper", "police sources"]);
    assert_eq!(claims(quoting)[0].time.text.as_deref(), Some("on Monday"));
    let video =
        "Odo Brun, a spokesman for the army, said in a video posted online that nine rebels were killed.";
    assert_eq!(sources(video), ["Odo Brun, a spokesman for the army"]);
    assert_eq!(sources("Reports from the area say rebels have shelled Keld."), ["unspecified"]);
}

#[test]
fn parties_by_their_names() {
    let agents = |text: &str| -> Vec<String> {
        let found = claims(text);
        found
            .first()
            .map(|c| names(c, Role::Agent).iter().map(|&n| n.to_owned()).collect())
            .unwrap_or_default()
    };
    assert_eq!(
        agents("Lord's Resistance Army rebels abducted 20 girls in Keld."),
        ["Lord's Resistance Army"]
    );
    assert_eq!(agents("Al-Shabaab said it bombed a base in Keld on Monday."), ["Al-Shabaab"]);
    let rally = "Supporters of President Ames Tuesday marched in Keld against the army.";
    assert_eq!(agents(rally), ["Supporters of President Ames"]);
    assert_eq!(agents("Odo Brun was killed in a gun battle with police in Keld."), ["Odo Brun"]);
}

#[test]
fn one_of_the_dead_did_not_do_it() {
    let found = claims("Rebels hit Keld. Nine people were killed in the raid including an army officer.");
    assert!(found.iter().all(|c| !names(c, Role::Agent).contains(&"army officer")), "{found:?}");
}

#[test]
fn who_speaks_is_called_by_his_title_alone() {
    let found = claims("Rebels mourned the death of President Odo Brun. Brun said soldiers attacked Keld.");
    let told: Vec<&str> = found.iter().flat_map(|c| &c.sources).map(|s| s.name.as_str()).collect();
    assert!(told.iter().all(|name| !name.contains("death")), "{told:?}");
    let adding =
        "Nine gunmen were killed in the shelling said the mayor adding that a truck of theirs was destroyed.";
    let told: Vec<String> = claims(adding).iter().flat_map(|c| &c.sources).map(|s| s.name.clone()).collect();
    assert!(!told.is_empty() && told.iter().all(|name| name == "mayor"), "{told:?}");
    let outlet = claims("Al-Hayat: Guerrillas kidnapped a surgeon in Keld.");
    assert_eq!(outlet[0].sources[0].name, "Al-Hayat");
}

#[test]
fn what_is_pointed_at_has_happened() {
    let found = claims("This killing of a priest by rebels will cause trouble for years.");
    assert_eq!(found[0].status, ascribe_model::Status::Happened);
}
