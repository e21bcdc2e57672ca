//! The dead told as figures: of one deed, of a month, of those of whom a report told long before; on real trees.

mod shared;

use ascribe_model::{Claim, Harm};
use shared::claims;

fn killed(claim: &Claim) -> Vec<Option<u64>> {
    claim.effects.iter().filter(|e| e.harm == Harm::Killed).map(|e| e.count.min).collect()
}

#[test]
fn a_number_of_dead_is_of_what_the_report_told_however_far_back() {
    let told =
        "Gunmen stormed a camp on Monday. Shops were closed. Schools were closed. The offices reopened.";
    let found = claims(&format!("{told} The mayor put the number of dead at seven."));
    assert!(found.iter().any(|c| killed(c) == [Some(7)]), "{found:?}");
    assert!(claims("The shops were closed. The mayor put the number of dead at seven.").is_empty());
}

#[test]
fn who_the_dead_were_is_counted() {
    let found = claims("Rebels attacked a market on Monday. Two of the dead were policemen.");
    assert!(found.iter().any(|c| killed(c) == [Some(2)] && !c.aggregate), "{found:?}");
    let found = claims("Rebels attacked a market on Monday. The separatists put the toll at twice that.");
    assert!(found.iter().any(|c| killed(c) == [None]), "{found:?}");
}

#[test]
fn the_dead_of_a_month_are_of_no_one_deed() {
    let found = claims("The shooting brought to 14 the number of policemen killed this year in Karachi.");
    let sum: Vec<&Claim> = found.iter().filter(|c| killed(c) == [Some(14)]).collect();
    assert!(sum.len() == 1 && sum[0].aggregate, "{found:?}");
    assert!(found.iter().any(|c| c.trigger == "shooting" && c.effects.is_empty()), "{found:?}");
}

#[test]
fn the_how_manieth_attack_sums_up() {
    let found = claims("It was the third bombing of its kind in the port since January.");
    assert!(matches!(found.as_slice(), [c] if c.aggregate && c.kind == "explosion"), "{found:?}");
    let found = claims("It was a powerful bombing, the police said.");
    assert!(found.iter().all(|c| !c.aggregate), "{found:?}");
}

#[test]
fn what_raiders_burn_is_harm_of_the_raid() {
    let found = claims("Gunmen raided a village, looted its shops and burned forty huts.");
    assert!(matches!(found.as_slice(), [c] if c.kind == "attack"), "{found:?}");
    let burnt =
        found[0].effects.iter().filter(|e| e.harm == Harm::Destroyed).any(|e| e.count.min == Some(40));
    assert!(burnt, "{found:?}");
}

#[test]
fn the_dead_of_years_take_no_type_from_the_clash_beside_them() {
    let found = claims(
        "Soldiers and rebels clashed in the hills on Sunday. By the official count, 38,000 people have died since the \
         revolt broke out in 1989.",
    );
    let sum = found.iter().find(|c| killed(c) == [Some(38_000)]);
    assert!(sum.is_some_and(|c| c.kind == "attack" && c.aggregate), "{found:?}");
}

#[test]
fn civilian_casualties_need_no_deed_beside_them() {
    let found = claims("The mission documented 2,069 civilian casualties in the province.");
    assert_eq!(found.len(), 1, "{found:?}");
}
