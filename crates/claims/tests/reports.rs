//! Patterns of whole wire reports, on real trees: what one sentence tells of the deed of another, and what it does not.

mod shared;

use ascribe_model::{Claim, Harm, Role, Side, Status};
use shared::claims;

fn names(claim: &Claim, role: Role) -> Vec<&str> {
    claim.actors.iter().filter(|a| a.role == role).map(|a| a.name.as_str()).collect()
}

fn of<'a>(found: &'a [Claim], kind: &str) -> &'a Claim {
    found.iter().find(|c| c.kind == kind).unwrap_or_else(|| panic!("no {kind} in {found:?}"))
}

fn killed(claim: &Claim) -> Option<u64> {
    claim.effects.iter().find(|e| e.harm == Harm::Killed).and_then(|e| e.count.min)
}

#[test]
fn another_matter_has_doers_of_its_own() {
    let found = claims(
        "Volta troops killed nine rebels in Keld. Separately, four road workers kidnapped last week were found beheaded.",
    );
    assert!(names(of(&found, "execution"), Role::Agent).is_empty(), "{found:?}");
}

#[test]
fn two_peoples_before_one_noun_fight_each_other() {
    let found = claims("Sunni and Shia gunmen clashed near Keld on Friday, leaving 12 people dead.");
    assert_eq!(names(&found[0], Role::Agent), ["Sunni gunmen"]);
    assert_eq!(names(&found[0], Role::Target), ["Shia gunmen"]);
    let sides = claims("Government and rebel forces clashed in Keld on Monday.");
    assert_eq!(names(&sides[0], Role::Target), ["rebel forces"]);
}

#[test]
fn no_casualties_are_of_the_deed_before() {
    let found = claims("Rebels shelled the town of Keld on Monday. There were no casualties.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].effects[0].count.max, Some(0));
    let hurt = claims("Rebels shelled the town of Keld on Monday. No one was hurt.");
    assert_eq!(hurt[0].effects[0].harm, Harm::Injured);
}

#[test]
fn a_deed_is_denied_by_its_name() {
    let found = claims(
        "Rebels said government planes dropped bombs on Keld on Saturday, wounding a woman. The army denied the bombing.",
    );
    assert!(found.iter().any(|c| c.status == Status::Denied && c.sources[0].name == "army"), "{found:?}");
}

#[test]
fn nobody_strikes_his_own() {
    let found = claims(
        "Volta air force jets struck rebel posts near Keld. Nine Volta soldiers were killed since Monday, rebels said.",
    );
    assert_eq!(found[1].kind, "attack", "{found:?}");
}

#[test]
fn hurt_by_a_bomb_is_an_explosion() {
    let found = claims("Two peacekeepers were hurt by a roadside bomb near Keld.");
    assert_eq!(found[0].kind, "explosion");
    let unexploded = claims("Three children were injured by an unexploded shell in Keld.");
    assert_eq!(unexploded[0].kind, "explosion");
}

#[test]
fn a_second_explosion_is_another() {
    let found = claims(
        "Men threw a grenade at a bus stop in Keld on Tuesday, wounding four. A second explosion was heard an hour later.",
    );
    assert_eq!(found.len(), 2, "{found:?}");
    assert_ne!(found[0].event, found[1].event);
}

#[test]
fn killed_since_is_not_killed_with() {
    let found = claims(
        "Thousands of people have been killed since the president's plane was shot down on Wednesday, a monitor said.",
    );
    assert!(found.iter().filter(|c| killed(c).is_some()).all(|c| c.trigger != "shot down"), "{found:?}");
}

#[test]
fn what_stands_before_a_semicolon_is_told_alone() {
    let found = claims("Volta warplanes bombed a camp in Keld; doctors said nine civilians were killed.");
    assert!(found.iter().any(|c| c.trigger == "bombed" && c.sources.is_empty()), "{found:?}");
}

#[test]
fn who_answers_fire_did_not_open_it() {
    let found = claims("Two rockets landed near the town of Keld; Norway returned artillery fire.");
    assert!(!names(of(&found, "shelling"), Role::Agent).contains(&"Norway"), "{found:?}");
}

#[test]
fn whose_home_was_razed_killed_by_himself() {
    let found =
        claims("Soldiers demolished the home of a militant who killed three guards last month in Keld.");
    assert_eq!(killed(of(&found, "destruction")), None);
}

#[test]
fn speakers_go_on() {
    let found = claims(
        "The army spokesman said a guard had been killed in Keld by rebels and accused Norway of arming them.",
    );
    assert!(found.iter().all(|c| !names(c, Role::Agent).contains(&"guard")), "{found:?}");
}

#[test]
fn raiders_named_by_a_pronoun_are_armed_and_not_uprooted() {
    let found = claims(
        "Assailants raided the village of Keld on Monday, killing four people. They fled before the police came.",
    );
    assert!(found.iter().all(|c| c.kind != "displacement"), "{found:?}");
    assert_eq!(names(of(&found, "withdrawal"), Role::Agent), ["Assailants"]);
}

#[test]
fn who_denies_one_thing_blames_for_another() {
    let found = claims(
        "Rebels fired mortars at Keld on Friday, killing two children. A rebel spokesman denied that his men had shot civilians and blamed the army for the deaths.",
    );
    let blamed = found.iter().find(|c| c.trigger == "blamed").expect("the blame");
    assert_eq!(blamed.status, Status::Happened);
    assert_eq!(names(blamed, Role::Agent), ["army"]);
}

#[test]
fn a_deed_told_beside_the_wounded_did_not_wound_them() {
    let found = claims("Three policemen were wounded and rebels blew up a bridge in Keld on Monday.");
    assert!(names(of(&found, "explosion"), Role::Target).is_empty());
}

#[test]
fn who_loses_men_loses_his_own() {
    let found = claims("The guerrillas lost five cadres in the fighting near Keld.");
    assert_eq!(found[0].effects[0].side, Side::Rebel);
    let both = claims("The rebels killed 70 soldiers in Keld, losing nine men.");
    assert!(both[0].effects.iter().any(|e| e.side == Side::Rebel && e.count.min == Some(9)), "{both:?}");
    let put = claims("Rebels attacked a barracks in Keld. The ministry put army losses at seven dead.");
    assert!(
        put.iter().any(|c| c.sources.iter().any(|s| s.name == "ministry") && killed(c) == Some(7)),
        "{put:?}"
    );
}

#[test]
fn who_is_missing_did_not_kill() {
    let found = claims("At least 18 rebels died, while four sailors were missing.");
    assert!(found.iter().all(|c| names(c, Role::Agent).is_empty()), "{found:?}");
}

#[test]
fn a_second_bomber_is_shot_in_another_deed() {
    let found = claims(
        "A suicide bomber killed herself and eight other people at a checkpoint in Keld, officials said. A second bomber was shot dead.",
    );
    assert_eq!(killed(of(&found, "suicide_bombing")), Some(8));
    assert_eq!(killed(of(&found, "attack")), Some(1));
}

#[test]
fn without_hurting_anyone_is_none() {
    let found = claims("A grenade exploded near the barracks in Keld, without hurting anyone, on Monday.");
    let injured: Vec<_> = found.iter().flat_map(|c| &c.effects).filter(|e| e.harm == Harm::Injured).collect();
    assert_eq!(injured.first().and_then(|e| e.count.max), Some(0), "{found:?}");
}

#[test]
fn two_who_are_shot_in_two_places_fall_in_two_deeds() {
    let found = claims(
        "Rebel commander Manuel Paz was shot dead in Keld on Monday, and attorney Carlos Lima was shot dead near his \
         home by unidentified men.",
    );
    let fell: Vec<_> = found.iter().map(|c| names(c, Role::Target)).collect();
    assert_eq!(fell, [["Manuel Paz"], ["Carlos Lima"]], "{found:?}");
}

#[test]
fn who_is_among_the_dead_did_not_kill_them() {
    let found = claims(
        "A car bomb killed 19 people outside a school in Keld. Most of the victims were pupils, and they included two \
         guerrillas who stood watch at the gate.",
    );
    assert!(names(of(&found, "explosion"), Role::Agent).is_empty(), "{found:?}");
}

#[test]
fn whose_the_dead_of_a_whole_conflict_were_is_open() {
    let side = |text: &str| {
        let found = claims(text);
        let killed = found.iter().flat_map(|c| &c.effects).find(|e| e.harm == Harm::Killed);
        killed.map(|e| e.side)
    };
    let all = "More than 5,000 people have been killed in attacks since 1998, the army said.";
    assert_eq!(side(all), Some(Side::Unknown));
    let by_rebels =
        "Rebels have killed more than 5,000 people in attacks on towns since 1998, the army said.";
    assert_eq!(side(by_rebels), Some(Side::Civilian));
}
