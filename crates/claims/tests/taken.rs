//! Ground and people that are taken, on real trees: who lost what to whom, who was held, who only tells of it.

mod shared;

use ascribe_model::{Claim, Harm, Role};
use shared::claims;

fn names(claim: &Claim, role: Role) -> Vec<&str> {
    claim.actors.iter().filter(|a| a.role == role).map(|a| a.name.as_str()).collect()
}

fn kinds(found: &[Claim]) -> Vec<&str> {
    found.iter().map(|c| c.kind.as_str()).collect()
}

#[test]
fn what_is_lost_is_taken_by_another() {
    let found = claims("Insurgents lost control of the town of Keld to government troops.");
    assert_eq!(names(&found[0], Role::Agent), ["government troops"]);
    assert_eq!(names(&found[0], Role::Target), ["Insurgents"]);
    let denied = claims("The army denied that Keld had fallen.");
    assert!(denied.iter().all(|c| names(c, Role::Agent).is_empty()), "{denied:?}");
}

#[test]
fn those_held_are_those_taken() {
    let found = claims("A Norwegian nurse taken hostage in Keld in March was freed on Thursday by rebels.");
    let taken = found.iter().find(|c| c.kind == "abduction").expect("an abduction");
    assert_eq!(names(taken, Role::Target), ["Norwegian nurse"]);
    let found = claims("Rebels abducted two soldiers in Keld. They were killed a day later, the army said.");
    assert_eq!(names(&found[1], Role::Target), ["soldiers"]);
    let found = claims("Two drivers vanished in Keld; police believe they were kidnapped by rebels.");
    assert_eq!(names(&found[0], Role::Target), ["drivers"]);
}

#[test]
fn who_finds_the_dead_did_not_kill_them() {
    let found = claims("Police found the bodies of eight men, blindfolded and shot in the head, in Keld.");
    assert_eq!(kinds(&found), ["execution"]);
    assert!(names(&found[0], Role::Agent).is_empty());
}

#[test]
fn a_crowd_under_fire_kills_nobody() {
    let found =
        claims("Soldiers opened fire on a crowd that was throwing stones in Keld, killing a young boy.");
    let attack = found.iter().find(|c| c.kind == "attack").expect("an attack");
    assert!(attack.effects.iter().any(|e| e.harm == Harm::Killed), "{found:?}");
}

#[test]
fn a_term_is_no_deed() {
    let found = claims("The rebels threatened to attack Keld if the army did not withdraw its forces.");
    assert_eq!(kinds(&found), ["threat"]);
}

#[test]
fn a_condition_is_no_deed() {
    let found = claims("Savimbi offered a truce on condition that government troops leave Keld.");
    assert!(!kinds(&found).contains(&"withdrawal"), "{found:?}");
}
