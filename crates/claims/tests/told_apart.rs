//! What people are called who have no name, who did it at whose hands and with whom.

mod shared;

use ascribe_model::{Claim, Harm, Role};
use shared::claims;

fn names(claims: &[Claim], role: Role) -> Vec<&str> {
    claims.iter().flat_map(|c| &c.actors).filter(|a| a.role == role).map(|a| a.name.as_str()).collect()
}

#[test]
fn people_without_a_name_are_called_by_what_tells_them_apart() {
    let found = claims("The villagers were massacred by men dressed as hunters.");
    assert_eq!(names(&found, Role::Agent), ["men dressed as hunters"]);
    let found = claims("Men suspected of being FARC rebels attacked a bus near Cali.");
    assert_eq!(names(&found, Role::Agent), ["FARC"], "who they are taken for comes first");
    let found = claims("A 19-year-old man was shot dead by gunmen in Basra.");
    assert_eq!(names(&found, Role::Target), ["19-year-old man"]);
    let found = claims("A court in Dakar sentenced two officers to ten years in prison.");
    assert_eq!(names(&found, Role::Agent), ["court in Dakar"]);
    let found = claims("The deputy police chief of Baghlan was killed in a bomb blast.");
    assert_eq!(names(&found, Role::Target), ["deputy police chief"]);
}

#[test]
fn what_people_do_is_part_of_what_they_are_called() {
    let found = claims("Gunmen killed nine aid workers near Goma on Sunday.");
    assert_eq!(names(&found, Role::Target), ["aid workers"]);
}

#[test]
fn his_wife_and_their_children_are_of_the_list() {
    let found = claims("An airstrike killed a rebel commander, his wife and three children in Gaza.");
    assert_eq!(names(&found, Role::Target), ["rebel commander", "wife", "children"]);
}

#[test]
fn who_did_it_at_the_hands_of_somebody() {
    let found = claims("Villagers were killed at the hands of rebels near Goma on Sunday.");
    assert_eq!(names(&found, Role::Agent), ["rebels"]);
    assert_eq!(names(&found, Role::Target), ["Villagers"]);
}

#[test]
fn with_whom_it_was_done() {
    let found = claims(
        "In coordination with the Malian army, French troops carried out a raid on jihadists near Tessalit.",
    );
    assert_eq!(names(&found, Role::Agent), ["French troops"]);
    assert_eq!(names(&found, Role::Ally), ["Malian army"]);
}

#[test]
fn no_reports_of_casualties_are_none() {
    let found =
        claims("Gunmen attacked a post in the town of Keren on Sunday. There were no reports of casualties.");
    let none = found[0].effects.iter().find(|e| e.harm == Harm::Casualties).expect("told");
    assert_eq!((none.count.min, none.count.max), (Some(0), Some(0)));
}
