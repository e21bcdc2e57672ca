//! Whose deed it is, on real trees: parties that share a noun, machines and their owners, one of several, and who
//! is told of only to compare.

mod shared;

use ascribe_model::{Claim, Harm, Role, Side, Status};
use shared::claims;

fn names(claim: &Claim, role: Role) -> Vec<&str> {
    claim.actors.iter().filter(|a| a.role == role).map(|a| a.name.as_str()).collect()
}

fn on<'a>(found: &'a [Claim], trigger: &str) -> &'a Claim {
    found.iter().find(|c| c.trigger == trigger).unwrap_or_else(|| panic!("no claim on {trigger}: {found:?}"))
}

#[test]
fn two_states_share_one_deed() {
    let found = claims("Heavy Russian and Syrian strikes on the town of Maran killed nine people.");
    assert_eq!(names(on(&found, "strikes"), Role::Agent), ["Russia", "Syria"]);
    let found = claims("Syrian or Russian warplanes struck a bakery in Maran, killing six people.");
    assert_eq!(names(on(&found, "struck"), Role::Agent), ["Syrian warplanes", "Russian warplanes"]);
}

#[test]
fn machines_are_their_owners() {
    let found =
        claims("Turkey says its jets have killed 22 Kurdistan Workers' Party members in northern Iraq.");
    assert_eq!(names(on(&found, "killed"), Role::Agent), ["Turkey"]);
    let found = claims(
        "A French airstrike on Gao killed nine militants. The jets also hit a fuel depot near the river port.",
    );
    assert_eq!(names(on(&found, "hit"), Role::Agent), ["France"]);
}

#[test]
fn one_of_them_by_name_is_no_other() {
    let found = claims(
        "Police arrested five suspects near Mosul. One of them, Hamid Saleh, is responsible for a car bomb attack that killed 14 people in Tal Afar.",
    );
    assert_eq!(names(on(&found, "car bomb attack"), Role::Agent), ["Hamid Saleh"]);
}

#[test]
fn who_did_the_like_before_did_not_do_this() {
    let found = claims(
        "A car bomb killed nine people in Sanaa on Monday. The government blamed al-Qaeda for similar attacks in the past.",
    );
    assert_eq!(names(on(&found, "car bomb"), Role::Agent), Vec::<&str>::new());
    assert_eq!(names(on(&found, "attacks"), Role::Agent), ["al-Qaeda"]);
}

#[test]
fn the_front_of_a_group_is_the_group_and_the_office_has_a_name() {
    let found = claims("Guerrillas of the FARC's 14th Front ambushed a military patrol near Florencia.");
    assert_eq!(names(on(&found, "ambushed"), Role::Agent), ["FARC"]);
    let found = claims("The mayor of Ayapel, Jorge Mesa, was kidnapped by six hooded men on Friday.");
    assert_eq!(names(on(&found, "kidnapped"), Role::Target), ["Jorge Mesa"]);
}

#[test]
fn what_stands_beside_a_plan_is_done() {
    let found =
        claims("The Taliban commander planned ambushes and supplied weapons to fighters in the district.");
    assert_eq!(on(&found, "ambushes").status, Status::Planned);
    assert_eq!(on(&found, "supplied").status, Status::Happened);
}

#[test]
fn who_falls_on_duty_is_killed_and_a_cache_is_one_find() {
    let found =
        claims("A soldier was killed in action while conducting combat operations in Anbar province.");
    assert!(on(&found, "killed").effects.iter().any(|e| e.harm == Harm::Killed), "{found:?}");
    let found = claims("Polish soldiers found a weapons cache containing 12 mortar rounds near Diwaniyah.");
    assert_eq!((found.len(), found[0].effects.len()), (1, 2), "{found:?}");
}

#[test]
fn whose_forces_and_guerrillas_they_are() {
    let found =
        claims("The FARC said its guerrillas ambushed an army patrol near Florencia, killing two soldiers.");
    assert_eq!(names(on(&found, "ambushed"), Role::Agent), ["FARC"]);
    let found = claims(
        "Nine insurgents were killed during an Iraqi and coalition security force operation near Tikrit.",
    );
    assert_eq!(names(on(&found, "operation"), Role::Agent), ["Iraqi and coalition security force"]);
}

#[test]
fn a_deed_is_of_whom_it_is_laid_to() {
    let found = claims(
        "Omar Hadi, a Taliban commander, was linked to the deaths of four coalition soldiers in Kunar in July.",
    );
    assert_eq!(names(on(&found, "deaths"), Role::Agent).len(), 1, "{found:?}");
    let found =
        claims("A car bomb killed four soldiers in Cali. Investigators attributed the blast to the FARC.");
    assert_eq!(names(on(&found, "car bomb"), Role::Agent), ["FARC"]);
}

#[test]
fn the_dead_of_a_clash_are_of_both_sides() {
    let found = claims("Four soldiers and nine rebels died in a clash near San Vicente.");
    let clash = on(&found, "clash");
    assert_eq!((names(clash, Role::Agent), names(clash, Role::Target)), (vec!["soldiers"], vec!["rebels"]));
}

#[test]
fn who_tells_of_his_own_deed_owns_up_to_it() {
    let found = claims(
        "A suicide bomber killed nine policemen in Mosul on Monday, officials said. IS said that one of its fighters had blown himself up near a police station in Mosul.",
    );
    let by_officials = found.iter().find(|c| c.sources.iter().any(|s| s.name == "officials"));
    let claim = by_officials.unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(claim.responsibility.as_deref(), Some("IS"));
    assert_eq!(names(claim, Role::Agent), ["suicide bomber", "IS"]);
}

#[test]
fn a_short_form_in_brackets_is_no_name_of_its_own() {
    let found =
        claims("The Islamic State (IS) group had the town. IS group fighters shelled a village near Mosul.");
    let agents: Vec<&str> = found.iter().flat_map(|c| names(c, Role::Agent)).collect();
    assert!(!agents.is_empty() && agents.iter().all(|a| *a == "Islamic State"), "{agents:?}");
}

#[test]
fn a_bomb_that_somebody_is_behind_went_off() {
    let found = claims(
        "Police suspected that the Real IRA was behind the bomb, which injured two officers in Newry.",
    );
    let bomb = on(&found, "bomb");
    assert_eq!((bomb.kind.as_str(), names(bomb, Role::Agent)), ("explosion", vec!["Real IRA"]));
}

#[test]
fn nobody_takes_ground_from_his_own() {
    let found = claims(
        "Rebels hold half of the city of Keld. They have driven rebel fighters back from the hills in the north since May.",
    );
    assert!(!names(on(&found, "driven"), Role::Agent).contains(&"Rebels"), "{found:?}");
}

#[test]
fn an_acronym_written_like_a_name_is_the_same_group() {
    let found = claims("Isis fighters attacked an army post near Mosul on Friday.");
    let agent = on(&found, "attacked").actors.iter().find(|a| a.role == Role::Agent).expect("a doer");
    assert_eq!(agent.id.as_deref(), Some("islamic-state"), "{agent:?}");
}

#[test]
fn its_soldiers_are_the_army_that_tells_of_them() {
    let found =
        claims("The Israeli army said six of its soldiers were hurt in a Hezbollah attack near Metula.");
    assert_eq!(names(on(&found, "attack"), Role::Target), ["Israeli army"]);
}

#[test]
fn a_surname_is_the_person_told_of_last_and_an_age_no_name() {
    let found = claims(
        "Police said 28-year-old Omar Khan stabbed two people on a bridge in Keld. Officers shot Khan dead. The mayor, Sadiq Aman Khan, spoke of a cowardly deed.",
    );
    assert_eq!(names(on(&found, "stabbed"), Role::Agent), ["Omar Khan"]);
    assert_eq!(names(on(&found, "shot Khan dead"), Role::Target), ["Omar Khan"]);
}

#[test]
fn the_leader_named_later_is_the_leader_told_of() {
    let found = claims(
        "A Taliban leader was killed by an airstrike in Kunar province. The leader, Omar Matin, was a weapons supplier. Matin and two of his bodyguards were killed.",
    );
    assert_eq!(names(on(&found, "airstrike"), Role::Target), ["Omar Matin"]);
    let guards = found.iter().flat_map(|c| &c.effects).find(|e| e.victims.as_deref() == Some("bodyguards"));
    let leader = found.iter().flat_map(|c| &c.actors).find(|a| a.name == "Omar Matin");
    assert_eq!(guards.map(|e| e.side), leader.map(|a| a.side));
}

#[test]
fn no_casualties_of_one_side_are_none() {
    let found = claims(
        "Insurgents attacked an outpost in Kunar province. There were no coalition casualties in the attack.",
    );
    let none = found.iter().flat_map(|c| &c.effects).find(|e| e.harm == Harm::Casualties);
    assert!(none.is_some_and(|e| e.count.max == Some(0)), "{found:?}");
}

#[test]
fn a_government_did_not_do_what_it_answers() {
    let found = claims(
        "Norway's government suspended its talks with the Front after an attack in Maran killed nine people.",
    );
    assert!(!names(on(&found, "attack"), Role::Agent).contains(&"government"));
}

#[test]
fn who_repels_an_attack_was_attacked() {
    let found = claims("Afghan policemen repelled an insurgent attack on the district centre on Tuesday.");
    assert_eq!(names(on(&found, "attack"), Role::Target), ["Afghan policemen"]);
}

#[test]
fn whom_one_side_kills_in_a_fight_is_fought() {
    let found =
        claims("Border troops killed two Norwegian policemen in an exchange of fire near Gao on Thursday.");
    assert_eq!(names(on(&found, "exchange of fire"), Role::Target), ["Norwegian policemen"]);
}

#[test]
fn four_deeds_of_one_sentence_are_all_told() {
    let found = claims(
        "In Gao, militants ambushed a supply convoy, burning six fuel trucks and abducting two drivers, who were freed a day later.",
    );
    let kinds: Vec<&str> = found.iter().map(|c| c.kind.as_str()).collect();
    // The trucks that were burned are harm of the ambush.
    assert_eq!(kinds, ["attack", "abduction", "agreement"]);
}

#[test]
fn who_it_befalls_did_not_do_it() {
    let found = claims(
        "The mayor, leader of the Green Party, and Ana Soto, a union leader, were kidnapped on Monday in Cali.",
    );
    assert_eq!(names(on(&found, "kidnapped"), Role::Agent), Vec::<&str>::new());
    let found = claims(
        "The army traced a guerrilla cell in Choluteca. During raids on Monday six guerrillas were arrested.",
    );
    assert_eq!(names(on(&found, "arrested"), Role::Target), ["guerrillas"]);
    assert!(found.iter().all(|c| !names(c, Role::Agent).contains(&"guerrillas")), "{found:?}");
    let found = claims("The envoy was on a walk when unknown men in a car fired at him with pistols.");
    assert!(on(&found, "fired").effects.is_empty());
}

#[test]
fn losses_inflicted_have_their_figure() {
    let found = claims("The rebels inflicted 150 casualties on the army in March.");
    let one = found.iter().flat_map(|c| &c.effects).find(|e| e.harm == Harm::Casualties);
    assert_eq!(one.and_then(|e| e.count.min), Some(150), "{found:?}");
}

#[test]
fn a_sum_of_months_is_of_no_one_deed() {
    let found = claims(
        "A police patrol clashed with terrorists in Tarma on Thursday. A senator reported that 607 people have been killed over the past 12 months.",
    );
    let sum = on(&found, "killed");
    assert!(sum.aggregate && names(sum, Role::Agent).is_empty() && sum.places.is_empty(), "{sum:?}");
    let found =
        claims("The rebels murdered two guards near Huari. Seven bank branches were also attacked in Lima.");
    assert!(names(on(&found, "attacked"), Role::Target).is_empty(), "{found:?}");
}

#[test]
fn several_wounded_beside_the_dead_are_others() {
    let found = claims("Officials reported five soldiers killed, several wounded, and 12 rebel casualties.");
    let effects: Vec<_> = found.iter().flat_map(|c| &c.effects).collect();
    let of = |harm: Harm| effects.iter().find(|e| e.harm == harm).map(|e| (e.count.min, e.count.max));
    assert_eq!(of(Harm::Killed), Some((Some(5), Some(5))), "{effects:?}");
    assert_eq!(of(Harm::Injured), Some((Some(3), None)), "{effects:?}");
}

#[test]
fn whose_shell_it_was() {
    let found = claims(
        "At least five people were killed when a shell belonging to opposition forces struck a school in Deraa.",
    );
    assert_eq!(names(on(&found, "shell"), Role::Agent), ["opposition forces"]);
}

#[test]
fn what_is_threatened_has_hurt_nobody() {
    let found = claims(
        "The guerrillas, who burned an army post near Cali on Monday, threatened to kill nine officials.",
    );
    assert!(found.iter().flat_map(|c| &c.effects).all(|e| e.harm != Harm::Killed), "{found:?}");
}

#[test]
fn a_spokesman_owns_up_for_his_group() {
    let found = claims(
        "A roadside bomb killed a police chief near Maran. A Taliban spokesman, Hamid Saleh, claimed responsibility for the blast.",
    );
    assert_eq!(names(on(&found, "roadside bomb"), Role::Agent), ["Taliban"]);
}

#[test]
fn who_tells_of_the_dead_did_not_kill_them() {
    let found = claims(
        "Ukraine's army accused pro-Russian separatists of shelling its positions near Avdiivka. The separatists said that a nurse had been killed in Yasynuvata.",
    );
    assert_eq!(names(on(&found, "killed"), Role::Agent), [""; 0]);
}

#[test]
fn who_loses_men_in_an_ambush_was_ambushed() {
    let found = claims("The army lost twelve men and two tanks in the ambush near Maran.");
    let ambush = on(&found, "ambush");
    assert_eq!(names(ambush, Role::Target), ["army"]);
    assert!(names(ambush, Role::Agent).is_empty(), "{ambush:?}");
}

#[test]
fn three_of_nine_are_three_and_a_toll_is_what_it_has_risen_to() {
    let count =
        |text: &str| claims(text).iter().flat_map(|c| c.effects.clone()).find(|e| e.harm == Harm::Killed);
    let three = count("Militants beheaded three of the nine hostages in Maran.");
    assert_eq!(three.and_then(|e| e.count.max), Some(3));
    let toll = count("The death toll from Tuesday's bombing of a station in Maran has risen to 29.");
    assert_eq!(toll.and_then(|e| e.count.min), Some(29));
}

#[test]
fn officers_among_the_dead_are_a_number_of_their_own() {
    let found = claims("A car bomb killed 12 people, including three police officers, in Maran on Monday.");
    let killed: Vec<_> = on(&found, "car bomb").effects.iter().map(|e| (e.count.min, e.side)).collect();
    assert_eq!(killed, [(Some(12), Side::Civilian), (Some(3), Side::State)]);
    let found = claims("A car bomb killed 12 people, including three children, in Maran on Monday.");
    assert_eq!(on(&found, "car bomb").effects.len(), 1);
}
