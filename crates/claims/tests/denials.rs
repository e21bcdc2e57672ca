//! Who says that he did not do it, on real trees.

mod shared;

use ascribe_model::{Claim, Role, Status};
use shared::claims;

fn agents(claim: &Claim) -> Vec<&str> {
    claim.actors.iter().filter(|a| a.role == Role::Agent).map(|a| a.name.as_str()).collect()
}

/// The claims that it did not happen so, each with its source and its agents.
fn denials(found: &[Claim]) -> Vec<(&str, Vec<&str>)> {
    let denied = found.iter().filter(|c| c.status == Status::Denied);
    denied.map(|c| (c.sources[0].name.as_str(), agents(c))).collect()
}

#[test]
fn who_denies_a_part_in_the_bombing_is_no_bomber() {
    for told in
        ["denied responsibility", "denied any involvement in the attack", "denied any role in the bombing"]
    {
        let found =
            claims(&format!("A car bomb killed nine people in Quetta on Monday. The Taliban {told}."));
        assert_eq!(denials(&found), [("Taliban", vec!["Taliban"])], "{told}");
        assert_eq!((found.len(), agents(&found[0])), (2, vec![]), "{told}");
        assert_eq!(found[0].event, found[1].event, "{told}");
        assert!(found[1].effects.is_empty() && found[1].places == found[0].places, "{told}");
    }
}

#[test]
fn what_a_denial_takes_for_granted_is_not_denied() {
    let found = claims("Moscow has denied shelling the town since it launched its invasion in February.");
    let statuses: Vec<_> = found.iter().map(|c| (c.trigger.as_str(), c.status)).collect();
    assert_eq!(statuses, [("shelling", Status::Denied), ("invasion", Status::Happened)]);
}

#[test]
fn a_claim_that_is_denied_is_told_by_both() {
    let found = claims(
        "The army announced the recapture of the town of Bara on Friday. The Rapid Support Forces deny the claim.",
    );
    assert_eq!(denials(&found), [("Rapid Support Forces", vec!["army"])]);
    assert_eq!((found.len(), &found[0].event), (2, &found[1].event));
}

#[test]
fn nobody_denies_what_he_says_himself() {
    let found =
        claims("The government accused the protesters of throwing a grenade at the market, which they deny.");
    assert_eq!(denials(&found), [("protesters", vec!["protesters"])]);
}

#[test]
fn a_side_denies_what_it_is_accused_of_not_what_was_told_last() {
    let found = claims(
        "Army soldiers shot dead nine villagers near Mullai after guerrillas had attacked a convoy. The government \
         denied the allegations.",
    );
    let denied = found.iter().find(|c| c.status == Status::Denied).expect("a denial");
    let shot = found.iter().find(|c| c.trigger.starts_with("shot")).expect("a shooting");
    assert_eq!((denied.event.as_str(), agents(denied)), (shot.event.as_str(), agents(shot)));
}

fn status_of(text: &str, trigger: &str) -> Option<Status> {
    claims(text).iter().find(|c| c.trigger.contains(trigger)).map(|c| c.status)
}

#[test]
fn what_is_said_not_to_be_is_denied() {
    let denied = [
        ("The Front told reporters that no guerrilla had attacked the convoy near Quetta.", "attacked"),
        ("Reports of an attack on the barracks in Quetta turned out to be false.", "attack"),
        ("The general has ruled out talks with the guerrillas in Quetta.", "talks"),
        ("The army has no plans to deploy troops in Quetta.", "deploy"),
        ("The army said it had no information that rebels had kidnapped the mayor of Quetta.", "kidnapped"),
    ];
    for (text, trigger) in denied {
        assert_eq!(status_of(text, trigger), Some(Status::Denied), "{text}");
    }
}

#[test]
fn a_truce_stands_where_its_breach_is_denied() {
    let text =
        "The guerrillas denied that they had broken their ceasefire, which has been in place since July.";
    assert_eq!(status_of(text, "ceasefire"), Some(Status::Ongoing));
}

#[test]
fn an_attempt_that_was_made_has_happened() {
    let text = "General Odo Brun survived an attempt on his life by rebels in Quetta on Monday.";
    assert_eq!(status_of(text, "attempt"), Some(Status::Happened));
}

#[test]
fn what_was_not_seen_and_not_hit_is_denied() {
    let denied = [
        ("A correspondent who toured Quetta on Monday saw no sign of battle in the town.", "battle"),
        ("The army said its gunners had fired at no civilian target in Quetta.", "fired"),
    ];
    for (text, trigger) in denied {
        assert_eq!(status_of(text, trigger), Some(Status::Denied), "{text}");
    }
}

#[test]
fn a_charge_that_is_rejected_is_told_by_both() {
    for told in ["a charge Rwanda has rejected", "a claim that Rwanda has angrily rejected"] {
        let text =
            format!("The envoy said on Monday that Rwandan troops had shelled the town of Goma, {told}.");
        assert_eq!(denials(&claims(&text)).len(), 1, "{told}");
    }
}

#[test]
fn nobody_is_hurt_by_what_is_denied() {
    let found = claims("The Front denied having killed the two nuns in Quetta.");
    assert!(found[0].effects.is_empty() && found[0].status == Status::Denied);
}

#[test]
fn what_is_called_a_lie_is_denied_by_who_says_so() {
    let rebels = "Rebels said they had taken the town of Goma on Monday.";
    for denial in [
        "The army described that as a fabrication.",
        "The army called the report fiction.",
        "\"This is a lie,\" the army said.",
    ] {
        let found = claims(&format!("{rebels} {denial}"));
        assert_eq!(denials(&found), [("army", vec!["Rebels"])], "{denial}");
        assert_eq!((found.len(), &found[0].event), (2, &found[1].event), "{denial}");
    }
}

#[test]
fn what_an_army_knows_nothing_of_is_denied() {
    let found = claims(
        "Shells hit a hospital in Gaza City on Tuesday. The army said it had no knowledge of any firing in the area.",
    );
    assert_eq!(denials(&found).len(), 1);
    let found = claims("Reports that the general had been shot dead in Quetta were false, the army said.");
    assert_eq!(denials(&found).len(), 1);
}

#[test]
fn a_denial_is_of_the_blow_not_of_what_was_looted_after_it() {
    let found = claims(
        "Gunmen attacked a base near Quetta on Monday, killing ten soldiers. The attackers looted the stores. The \
         Front's leader said that his men had nothing to do with it.",
    );
    let denied: Vec<_> =
        found.iter().filter(|c| c.status == Status::Denied).map(|c| c.kind.as_str()).collect();
    assert_eq!(denied, ["attack"]);
}

#[test]
fn a_blow_that_was_forestalled_was_planned() {
    let text = "Guards in Quetta shot dead a suicide bomber before he could detonate his vest.";
    assert_eq!(status_of(text, "detonate"), Some(Status::Planned));
}
