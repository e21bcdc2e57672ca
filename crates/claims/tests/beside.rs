//! What stands beside a deed in its sentence: what fired it, what came after, what somebody calls it, how many there are.

mod shared;

use ascribe_model::{Claim, Harm, Role};
use shared::claims;

fn on<'a>(found: &'a [Claim], trigger: &str) -> &'a Claim {
    found.iter().find(|c| c.trigger == trigger).unwrap_or_else(|| panic!("no claim on {trigger}: {found:?}"))
}

fn kinds(text: &str) -> Vec<String> {
    claims(text).into_iter().map(|c| c.kind).collect()
}

fn killed(claim: &Claim) -> Option<u64> {
    claim.effects.iter().find(|e| e.harm == Harm::Killed).and_then(|e| e.count.min)
}

#[test]
fn what_fires_a_missile_strikes_with_it() {
    let text = "Officials said a missile fired by an American drone had killed five insurgents near Karran.";
    assert_eq!(kinds(text), ["airstrike"]);
}

#[test]
fn what_came_after_the_harm_is_not_its_cause() {
    let found =
        claims("A sniper opened fire on a patrol, killing five soldiers before he was blown up by a bomb.");
    let fire = found.iter().find(|c| c.trigger.contains("opened")).expect("the shooting");
    assert_eq!(killed(fire), Some(5), "{found:?}");
}

#[test]
fn what_is_burned_in_an_attack_is_its_harm() {
    let found = claims("Rebels shot dead nine farmers and set fire to their houses in Karran.");
    let harms: Vec<Harm> = found.iter().flat_map(|c| &c.effects).map(|e| e.harm).collect();
    assert_eq!((found.len(), harms), (1, vec![Harm::Killed, Harm::Destroyed]), "{found:?}");
}

#[test]
fn what_somebody_calls_it_and_how_many_there_are_tells_of_none() {
    assert_eq!(
        kinds("The president called it a cowardly attack on the rebels and their families.")
            .iter()
            .filter(|k| *k == "attack")
            .count(),
        0
    );
    assert_eq!(kinds("The army said attacks by the rebels have fallen by half in the valley."), [""; 0]);
}

#[test]
fn it_was_an_ambush_says_what_was_told() {
    let found = claims(
        "A car bomb killed nine soldiers in Karran on Monday. \"It was a powerful explosion,\" a doctor said.",
    );
    assert!(found.iter().all(|c| c.event == found[0].event), "{found:?}");
}

#[test]
fn his_own_fallen_are_not_those_whom_he_killed() {
    let found = claims(
        "FARC rebels ambushed a patrol near Karran on Saturday, killing twelve soldiers. Six rebels were also killed, a general said.",
    );
    for claim in &found {
        let doers: Vec<_> = claim.actors.iter().filter(|a| a.role == Role::Agent).collect();
        let hit = claim.actors.iter().any(|a| a.role == Role::Target && a.name == "rebels");
        assert!(!hit || doers.iter().all(|d| !d.name.contains("FARC")), "{claim:?}");
    }
}

#[test]
fn one_dead_here_and_one_dead_there_are_two_deeds() {
    let found = claims(
        "A soldier was killed when a shell hit a post near Karran. On Thursday a rocket landed in the town, killing a woman.",
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn what_it_is_the_worst_since_is_another() {
    let found = claims(
        "Two car bombs killed 44 people in Karran on Monday. It was the worst attack since the blasts of March 1993, when 257 people were killed.",
    );
    assert_eq!(killed(&found[0]), Some(44), "{found:?}");
}

#[test]
fn an_attack_in_which_somebody_shoots_is_one() {
    let found = claims(
        "The Karran bus attack was a shooting on 17 June 1997 in which FARC rebels stopped a bus and shot nine passengers.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].actors.iter().any(|a| a.role == Role::Agent && a.name.contains("FARC")));
}

#[test]
fn what_is_destroyed_next_was_struck() {
    let found = claims(
        "NATO aircraft bombed a column of tanks near Karran. At least fifteen vehicles were destroyed.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].effects.iter().any(|e| e.harm == Harm::Destroyed && e.count.min == Some(15)));
}

#[test]
fn a_shout_tells_only_what_it_quotes() {
    let found = claims("The gunman shouted \"Remember the valley\" before police killed him in a shoot-out.");
    assert!(found.iter().all(|c| c.sources.is_empty()), "{found:?}");
}

#[test]
fn who_frees_captives_had_taken_them() {
    let found = claims("FARC rebels freed three sailors on Thursday who had been seized from a tanker.");
    let taken = found.iter().find(|c| c.trigger == "seized").expect("the taking");
    assert_eq!(taken.kind, "abduction");
    assert!(taken.actors.iter().any(|a| a.role == Role::Agent && a.name.contains("FARC")));
}

#[test]
fn an_office_has_the_name_behind_it() {
    let found = claims("Its leader, Hassan Nasser, was assassinated by Israeli agents in 1980.");
    assert!(found[0].actors.iter().any(|a| a.role == Role::Target && a.name == "Hassan Nasser"), "{found:?}");
}

#[test]
fn who_owns_up_does_not_tell_of_it() {
    let found =
        claims("On Monday a transport plane was shot down near Karran; the rebels claimed responsibility.");
    assert!(found[0].sources.is_empty(), "{found:?}");
}

#[test]
fn shots_into_the_air_are_told_and_salutes_are_not() {
    assert_eq!(kinds("Soldiers fired into the air in Karran to disperse the crowd."), ["attack"]);
    assert_eq!(kinds("Guests fired into the air to celebrate the wedding."), [""; 0]);
}

#[test]
fn harm_is_of_the_deed_that_it_can_be_of() {
    let found = claims(
        "Jets struck rebel camps near Maran. In Keld, the rebels captured two outposts. Officials said that nine soldiers had been killed.",
    );
    assert_eq!(on(&found, "killed").kind, "attack");
    let found = claims(
        "The army shelled Maran on Sunday. About 500 fighters have been sent to the valley. At least nine of them have been killed, the monitor said.",
    );
    assert!(on(&found, "killed").places.is_empty(), "{found:?}");
    let found =
        claims("The army repelled an attack by Boko Haram on a post near Maran, killing nine militants.");
    let targets: Vec<_> =
        found[0].actors.iter().filter(|a| a.role == Role::Target).map(|a| &a.name).collect();
    assert_eq!(targets, ["army"]);
}

#[test]
fn a_sum_is_none_of_its_parts() {
    let found = claims(
        "Two explosions rocked Maran on Thursday. The first went off in a bus station, killing a policeman. Seven people were killed in all.",
    );
    assert_eq!(killed(on(&found, "explosions")), Some(7));
}

#[test]
fn whoever_is_first_told_of_later_did_not_do_it() {
    let found = claims(
        "A bomb damaged a bank in Maran on Friday. Nobody was hurt. A young man threw a grenade at a police post in Keld, wounding two officers.",
    );
    let doers = on(&found, "bomb").actors.iter().filter(|a| a.role == Role::Agent).count();
    assert_eq!(doers, 0, "{found:?}");
}
