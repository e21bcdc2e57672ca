//! Who does it to whom, on real trees: parties named before, left out, or told by the trigger itself.

mod shared;

use ascribe_model::{Actor, Claim, Harm, Role};
use shared::claims;

/// The names in a role of the claim with that trigger.
fn parties(claims: &[Claim], trigger: &str, role: Role) -> Vec<String> {
    let claim =
        claims.iter().find(|c| c.trigger == trigger).unwrap_or_else(|| panic!("no claim on {trigger}"));
    claim.actors.iter().filter(|a| a.role == role).map(|a| a.name.clone()).collect()
}

#[test]
fn the_doer_told_before_stands() {
    let text = "Government warplanes bombed the town of Qarah on Sunday. Further airstrikes killed six villagers on Monday.";
    let found = claims(text);
    assert_eq!(parties(&found, "airstrikes", Role::Agent), ["Government warplanes"]);
    assert_eq!(parties(&found, "airstrikes", Role::Target), ["villagers"]);
    let carried =
        found.iter().flat_map(|c| &c.evidence).find(|e| e.rule.contains("the doer that the report tells"));
    assert!(
        carried.is_some_and(|e| &text[e.span.start..e.span.end] == "Government warplanes"),
        "{carried:?}"
    );
}

#[test]
fn the_opponent_told_before_stands() {
    let found =
        claims("Soldiers fought the FMLN near Suchitoto on Friday. The army captured a hill in the evening.");
    assert_eq!(parties(&found, "captured", Role::Target), ["FMLN"]);
}

#[test]
fn a_description_is_the_group_that_it_stands_for() {
    let found = claims(
        "The FMLN attacked a barracks near Suchitoto. The rebels killed two soldiers in a second attack.",
    );
    let agents: Vec<String> = found
        .iter()
        .flat_map(|c| &c.actors)
        .filter(|a| a.role == Role::Agent)
        .map(|a| a.name.clone())
        .collect();
    assert!(agents.len() == 2 && agents.iter().all(|a| a == "FMLN"), "{agents:?}");
}

#[test]
fn a_bomber_is_told_by_the_trigger_and_suffers_nothing_by_himself() {
    let found = claims("A suicide bomber killed nine worshippers outside a mosque in Karran on Friday.");
    let actors: Vec<_> = found.iter().flat_map(|c| &c.actors).map(|a| (a.role, a.name.as_str())).collect();
    assert_eq!(actors, [(Role::Agent, "suicide bomber"), (Role::Target, "worshippers")]);
}

#[test]
fn flight_befalls_who_flees_and_nobody_is_made_up_who_drives_them_out() {
    let found = claims("Hundreds of villagers fled their homes near Bama after the fighting.");
    assert_eq!(parties(&found, "fled", Role::Target), ["villagers"]);
    assert!(parties(&found, "fled", Role::Agent).is_empty());
}

#[test]
fn a_government_is_named_by_what_it_fires_and_who_only_tells_did_nothing() {
    let found = claims("Regime shelling of the village of Qarah killed three farmers on Sunday.");
    assert_eq!(parties(&found, "shelling", Role::Agent), ["regime"]);
    let found =
        claims("Three farmers were killed in an attack near Qarah on Sunday, the Interior Ministry said.");
    assert!(parties(&found, "attack", Role::Agent).is_empty());
}

/// Sums of different numbers are of different things, whoever did them.
#[test]
fn other_numbers_are_other_sums() {
    let found = claims(
        "Coalition planes conducted 23 strikes on Monday. In the north, coalition planes conducted 15 strikes.",
    );
    let strikes: Vec<&str> =
        found.iter().filter(|c| c.trigger == "strikes").map(|c| c.event.as_str()).collect();
    assert_eq!(strikes.len(), 2);
    assert_ne!(strikes[0], strikes[1]);
}

#[test]
fn whoever_did_it_has_the_name_told_later() {
    let found = claims(
        "A gunman killed two teachers in a school in Karran on Monday. Police identified the attacker as Piet Maas.",
    );
    assert_eq!(parties(&found, "killed", Role::Agent), ["Piet Maas"]);
}

#[test]
fn soldiers_of_a_unit_are_the_unit() {
    let found = claims("Soldiers with the 3rd Rifle Battalion engaged several insurgents near Karran.");
    assert!(parties(&found, "engaged", Role::Agent)[0].ends_with("Rifle Battalion"));
}

#[test]
fn blame_says_who_did_it() {
    for text in [
        "Officials believe the Valley Front was behind the attack that killed nine people.",
        "Nine people died in an attack attributed to the Valley Front.",
        "Nine people died in an attack blamed on the Valley Front.",
    ] {
        assert_eq!(parties(&claims(text), "attack", Role::Agent), ["Valley Front"], "{text}");
    }
    let burnt = claims("The mayor accused the Valley Front of burning down the village of Karran.");
    assert_eq!(parties(&burnt, "burning down", Role::Agent), ["Valley Front"]);
}

#[test]
fn who_looks_into_it_did_not_do_it() {
    let found = claims("An explosion in a shop in Karran yesterday is being investigated by the FBI.");
    assert_eq!(parties(&found, "explosion", Role::Agent), Vec::<String>::new());
}

#[test]
fn modifiers_name_opponents_backers_and_owners() {
    let operation = claims("The army is developing its anti-ISIS operation in the desert.");
    assert_eq!(parties(&operation, "operation", Role::Target), ["ISIS"]);
    let backed = claims("The town has faced a US-backed offensive by Kurdish fighters.");
    assert_eq!(parties(&backed, "offensive", Role::Ally), ["US"]);
    let pipelines = claims("The militants blew up four oil pipelines belonging to Delta Gas Company.");
    assert_eq!(parties(&pipelines, "blew up", Role::Target), ["Delta Gas Company"]);
}

#[test]
fn another_telling_of_the_raid_says_whose_it_was() {
    let found = claims(
        "The army bombed the village of Karran on Monday, killing nine people, residents said. A monitor said the raid killed twelve people.",
    );
    let agents: Vec<_> = found.iter().flat_map(|c| &c.actors).filter(|a| a.role == Role::Agent).collect();
    assert!(agents.len() >= 2 && agents.iter().all(|a| a.name == "army"), "{agents:?}");
}

#[test]
fn a_bystander_of_the_sentence_is_no_doer() {
    for text in [
        "Odo Brun entered Sweden in 2010 after ethnic clashes near Karran.",
        "A manhunt is under way in Karran for suspected bomber Odo Brun.",
        "Civilians in rebel-held Karran face relentless bombardment.",
        "The explosion hit a hotel in Karran, in what President Ana Ruiz called an \"attack.\"",
    ] {
        let doers: Vec<Actor> = claims(text).into_iter().flat_map(|c| c.actors).collect();
        assert!(doers.iter().all(|a| a.role != Role::Agent), "{text}: {doers:?}");
    }
}

#[test]
fn years_ago_tells_nothing_of_who_did_it() {
    let found = claims(
        "A bomb wounded a passer-by in Karran on 3 May 1990, police said. In 1984 the Valley Front bombed the embassy in Karran.",
    );
    let first: Vec<&str> =
        found[0].actors.iter().filter(|a| a.role == Role::Agent).map(|a| a.name.as_str()).collect();
    assert_eq!(first, Vec::<&str>::new());
}

#[test]
fn who_is_charged_with_it_did_it_and_the_suspect_is_not_its_victim() {
    let spree =
        claims("Sergeant Alan Brock was charged over a shooting spree that left nine villagers dead.");
    assert_eq!(parties(&spree, "shooting spree", Role::Agent), ["Alan Brock"]);
    let shot = claims("The suspect in the bombing, Ali Noor, was shot dead by police in Karran on Friday.");
    assert_eq!(parties(&shot, "shot dead", Role::Agent), ["police"]);
    let bomb = claims("Police arrested ten people suspected of detonating a car bomb in Karran.");
    assert!(!parties(&bomb, "detonating", Role::Agent).contains(&"Police".to_owned()));
}

#[test]
fn who_is_sent_deploys_and_who_helps_is_an_ally() {
    let sent = claims("French soldiers were sent to the northern town of Karran.");
    assert_eq!(parties(&sent, "sent", Role::Agent), ["French soldiers"]);
    for text in [
        "The army, supported by local militias, attacked rebel positions in Karran.",
        "The army attacked rebel positions in Karran with the help of local militias.",
        "The army, alongside local militias, attacked rebel positions in Karran.",
    ] {
        assert_eq!(parties(&claims(text), "attacked", Role::Ally), ["local militias"], "{text}");
    }
    let truce = claims("The government announced a truce mediated by Norway.");
    assert_eq!(parties(&truce, "truce", Role::Other), ["Norway"]);
}

#[test]
fn who_is_hurt_is_the_target_and_what_stands_there_only_where_it_is_attacked() {
    let church = claims("Gunmen attacked a church in Karran.");
    assert_eq!(parties(&church, "attacked", Role::Target), ["church"]);
    let struck = claims("A car bomb wrecked a hotel in Karran.");
    assert!(struck[0].actors.is_empty(), "{struck:?}");
    let owned = claims("Rebels blew up the power station of the Karran company.");
    assert_eq!(parties(&owned, "blew up", Role::Target), ["Karran company"]);
    let market = claims("Four people were killed in an airstrike on a market in Karran.");
    assert_eq!(parties(&market, "airstrike", Role::Target), ["people"]);
}

#[test]
fn whose_fire_it_was_did_it_and_a_victim_did_not() {
    let fire = claims("Eight farmers died on Friday in rebel fire on the western quarter of Karran.");
    assert_eq!(
        fire.iter().flat_map(|c| &c.actors).find(|a| a.role == Role::Agent).map(|a| a.name.as_str()),
        Some("rebels")
    );
    let minister =
        claims("An opposition minister was among 12 people killed when a car bomb exploded in Karran.");
    assert_eq!(parties(&minister, "car bomb", Role::Agent), Vec::<String>::new());
}

#[test]
fn what_a_government_does_after_a_deed_is_no_sign_that_it_did_it() {
    let found =
        claims("Soldiers were sent to the border after the murder of the mayor of Karran by unknown means.");
    let murder = found.iter().find(|c| c.kind == "assassination");
    assert!(murder.is_none_or(|c| c.actors.iter().all(|a| a.role != Role::Agent)), "{murder:?}");
}

#[test]
fn who_repels_an_attack_suffers_it_and_who_searches_after_a_bomb_did_not_plant_it() {
    let repelled = claims("The attack on the garrison in Karran was repelled by the armed forces on Monday.");
    assert_eq!(parties(&repelled, "attack", Role::Agent), Vec::<String>::new());
    let bomb = claims(
        "The police reported that a car bomb exploded in Karran, injuring two people. Police launched a search for the terrorists.",
    );
    assert!(!parties(&bomb, "car bomb", Role::Agent).iter().any(|a| a.eq_ignore_ascii_case("police")));
}

#[test]
fn attackers_who_fall_were_not_attacked_and_a_seat_is_blamed_for_its_state() {
    let repelled =
        claims("Soldiers repelled an attack on their base near Karran on Monday, killing ten assailants.");
    assert_eq!(parties(&repelled, "attack", Role::Target), ["Soldiers"]);
    let accused = claims("Bamako accused Paris of spying on its army on Monday.");
    assert_eq!(parties(&accused, "accused", Role::Target), ["Paris"]);
}

#[test]
fn troops_from_two_states_are_theirs_and_its_army_is_the_states() {
    let found = claims("Troops from Chad and Niger attacked Boko Haram fighters near Diffa on Sunday.");
    assert_eq!(parties(&found, "attacked", Role::Agent), ["Chad", "Niger"]);
    let found = claims("Turkey said its air force had bombed two camps in northern Iraq.");
    assert_eq!(parties(&found, "bombed", Role::Agent), ["Turkish air force"]);
}

#[test]
fn who_is_said_to_be_a_commander_did_what_the_commander_did() {
    let found = claims("Hamid Saleh is a commander who planned attacks on coalition forces in Zabul.");
    assert_eq!(parties(&found, "attacks", Role::Agent), ["Hamid Saleh"]);
}

#[test]
fn whose_helicopter_is_shot_down_and_whom_a_vow_is_about_are_targets() {
    let found = claims("Rebels shot down an army helicopter near Maran on Monday.");
    assert_eq!(parties(&found, "shot down", Role::Target), ["army"]);
    let found = claims("The militia threatened to kill Danish soldiers in Maran.");
    assert_eq!(parties(&found, "threatened", Role::Target), ["Danish soldiers"]);
}

#[test]
fn people_are_their_owners_and_two_who_fight_face_each_other() {
    let found = claims("Savimbi's men ambushed a train near Huambo on Friday.");
    assert_eq!(parties(&found, "ambushed", Role::Agent), ["Savimbi's men"]);
    let found = claims("The Mahdi Army's militiamen attacked British troops in Basra on Monday.");
    assert_eq!(parties(&found, "attacked", Role::Agent), ["Mahdi Army"]);
    let found = claims("Fatah gunmen and Hamas militants fought in Gaza City on Monday.");
    assert_eq!(parties(&found, "fought", Role::Agent), ["Fatah gunmen"]);
    assert_eq!(parties(&found, "fought", Role::Target), ["Hamas"]);
}

#[test]
fn who_searches_for_the_gunman_is_not_he_and_all_helpers_help() {
    let found = claims("Four people were shot dead in a bar on Monday; police are searching for the gunman.");
    let shot = found.iter().find(|c| c.trigger == "shot dead").expect("the shooting");
    assert!(shot.actors.iter().all(|a| a.name != "police"), "{found:?}");
    let found = claims("The army, backed by marines and Norwegian militiamen, retook the airport on Monday.");
    let allies = found[0].actors.iter().filter(|a| a.role == Role::Ally).count();
    assert_eq!(allies, 2, "{found:?}");
}

#[test]
fn a_name_behind_a_noun_is_one_person_and_what_is_downed_kills_nobody() {
    let found = claims(
        "Soldiers fired across the border, killing an English civilian, Michael Hall, and wounding his cousin.",
    );
    let killed: Vec<_> = found[0].effects.iter().filter(|e| e.harm == Harm::Killed).collect();
    assert_eq!((killed.len(), killed[0].count.max), (1, Some(1)), "{found:?}");
    let found =
        claims("An army helicopter was shot down by rebels near the border, killing five crew members.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].actors.iter().any(|a| a.role == Role::Agent && a.name == "rebels"), "{found:?}");
}

#[test]
fn forces_loyal_to_somebody_and_soldiers_deployed() {
    let found =
        claims("Forces loyal to President Hadi captured the dam from the Houthis near Maran on Friday.");
    assert_eq!(parties(&found, "captured", Role::Agent), ["Forces loyal to President Hadi"]);
    let found = claims("Qatar has deployed 1,000 soldiers to Yemen, the ministry said.");
    assert_eq!(parties(&found, "deployed", Role::Target), [""; 0]);
}

#[test]
fn who_is_blamed_did_it_to_whom_it_was_done() {
    let found = claims(
        "Gunmen shot dead a security official, Colonel Omar Saleh, in Maran on Friday. No group claimed responsibility, but residents blamed al-Qaeda.",
    );
    assert_eq!(parties(&found, "blamed", Role::Target), ["Omar Saleh"]);
}

#[test]
fn who_arrests_sets_off_no_bombs() {
    let found = claims(
        "Security forces detained eight suspects in Maran and seized explosives. A bomb exploded near a roundabout, wounding two fighters.",
    );
    assert_eq!(parties(&found, "bomb", Role::Agent), [""; 0]);
}

#[test]
fn us_and_british_forces_are_both() {
    let found = claims(
        "U.S. and British forces struck nine Houthi targets in Yemen on Friday. The Houthis said five of their \
         fighters were killed in the strikes.",
    );
    let struck = found.iter().find(|c| c.trigger == "struck").expect("the strike");
    let doers: Vec<_> =
        struck.actors.iter().filter(|a| a.role == Role::Agent).map(|a| a.name.as_str()).collect();
    assert_eq!(doers, ["U.S. forces", "British forces"]);
    let fallen = found.iter().flat_map(|c| &c.effects).find(|e| e.harm == ascribe_model::Harm::Killed);
    assert_eq!(fallen.map(|e| e.side), Some(ascribe_model::Side::Rebel));
}

#[test]
fn who_is_named_of_the_many_is_with_them() {
    let found = claims("Insurgents including ISIS captured the village of Karran.");
    assert_eq!(parties(&found, "captured", Role::Agent), ["Insurgents", "ISIS"]);
}

#[test]
fn nobody_is_made_up_where_nobody_knows_who_did_it() {
    let found = claims(
        "ISIS captured the village of Karran on Monday. A bomb killed nine people in a market in Sarda on \
         Tuesday. It was not immediately clear who planted the bomb.",
    );
    assert!(parties(&found, "bomb", Role::Agent).is_empty());
}

#[test]
fn who_acknowledges_a_strike_that_hit_civilians_made_it() {
    let found = claims("The coalition acknowledged that an airstrike near Karran killed nine civilians.");
    assert_eq!(parties(&found, "airstrike", Role::Agent), ["coalition"]);
    let own = claims("The army acknowledged that an attack near Karran killed nine soldiers.");
    assert!(parties(&own, "attack", Role::Agent).is_empty(), "{own:?}");
}

#[test]
fn the_name_beside_the_words_for_one_person_is_his() {
    let found =
        claims("Odo Brun, a suspected rebel whom rangers shot near Karran last week, died on Monday.");
    let shot = found.iter().find(|c| c.trigger == "shot").expect("the shooting");
    assert!(shot.actors.iter().any(|a| a.role == Role::Target && a.name == "Odo Brun"), "{shot:?}");
    let found = claims("The mayor of Karran, engineer Ana Mora, was shot dead by two men on Friday.");
    let targets: Vec<&str> = found
        .iter()
        .flat_map(|c| &c.actors)
        .filter(|a| a.role == Role::Target)
        .map(|a| a.name.as_str())
        .collect();
    assert_eq!(targets, ["Ana Mora"]);
}

#[test]
fn whose_commanders_they_are() {
    let found = claims(
        "Gunmen attacked an army base near Nyala on Sunday. Officials blamed commanders of the Sudan Liberation \
         Army and the Justice and Equality Movement.",
    );
    let agents = parties(&found, "blamed", Role::Agent);
    assert!(agents.iter().any(|a| a == "Justice and Equality Movement"), "{agents:?}");
}

#[test]
fn those_called_back_are_no_target() {
    let found = claims("The president will withdraw his 500 soldiers from Karran.");
    assert!(found.iter().all(|c| c.actors.iter().all(|a| a.role != Role::Target)), "{found:?}");
}

#[test]
fn positions_are_struck_as_somebodys() {
    for (text, trigger, target) in [
        ("Rebel factions shelled army positions near the town on Monday.", "shelled", "army positions"),
        ("Turkish jets pounded Kurdish positions along the frontier.", "pounded", "Kurdish positions"),
        ("The army shelled rebel positions.", "shelled", "rebels"),
    ] {
        assert_eq!(parties(&claims(text), trigger, Role::Target), [target], "{text}");
    }
}

#[test]
fn people_and_bodies_that_no_dictionary_has_are_parties() {
    let front = claims("Guerrillas of the Keld Liberation Front bombed a bank in the capital.");
    assert_eq!(parties(&front, "bombed", Role::Agent), ["Keld Liberation Front"]);
    let units = claims("Artillery units shelled the village on Sunday.");
    assert_eq!(parties(&units, "shelled", Role::Agent), ["Artillery units"]);
    let linguists = claims("Gunmen kidnapped two linguists near the camp on Friday.");
    assert_eq!(parties(&linguists, "kidnapped", Role::Target), ["linguists"]);
}

#[test]
fn who_did_harm_and_went_on_did_two_deeds() {
    let found =
        claims("Security forces killed nine rebels in Swat and secured the Shangla heights, the army said.");
    let kinds: Vec<&str> = found.iter().map(|c| c.kind.as_str()).collect();
    assert_eq!(kinds, ["attack", "capture"]);
    assert!(found[0].effects.len() == 1 && found[1].effects.is_empty());
}
