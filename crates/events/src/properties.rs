//! Properties of joining on casebooks drawn at random: small enough to be dense, so that groups meet,
//! contradict and steal members from each other.

use super::*;
use crate::anew::group_all;
use ascribe_model::{Actor, Claim, Count, Effect, Harm, Interval, Place, Report, Role, Side, Time};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What one claim of a random casebook is made from.
type Draw = (u8, u8, u8, u8, u8, bool);

fn claim(id: String, event: String, (kind, day, town, agent, dead, aggregate): Draw) -> Claim {
    let kind = ["explosion", "attack", "clash", "airstrike"][usize::from(kind) % 4];
    let place = Place {
        text: "x".into(),
        lat: Some(16.0 + f64::from(town % 4) * 0.1),
        lon: Some(0.0),
        ..Place::default()
    };
    let first = date(2021, 3, 1).saturating_add(jiff::Span::new().days(i64::from(day % 5)));
    let name = format!("group {}", agent % 3);
    let actor =
        Actor { role: Role::Agent, name: name.clone(), side: Side::Rebel, id: Some(name), span: None };
    let effect = Effect {
        harm: Harm::Killed,
        victims: None,
        side: Side::State,
        count: Count::exactly(u64::from(dead % 3) + 4),
        text: "x".into(),
        span: None,
    };
    Claim {
        id,
        event,
        kind: kind.into(),
        aggregate,
        quote: format!("{kind} on day {day} in town {town}"),
        places: if town % 7 == 6 { vec![] } else { vec![place] },
        time: Time { text: None, interval: Interval::day(first), span: None },
        actors: vec![actor],
        effects: vec![effect],
        ..Claim::default()
    }
}

type Book = Vec<(Report, Vec<Claim>)>;

fn book(draws: Vec<Vec<(u8, Draw)>>) -> Book {
    let report = |(n, claims): (usize, Vec<(u8, Draw)>)| {
        let id = format!("r{n}");
        let claims = claims.into_iter().enumerate();
        let claims =
            claims.map(|(k, (event, draw))| claim(format!("{id}#{k}"), format!("e{}", event % 3), draw));
        (Report { id: id.clone(), ..Report::default() }, claims.collect())
    };
    draws.into_iter().enumerate().map(report).collect()
}

fn books() -> impl Strategy<Value = Book> {
    let draw = (0..4_u8, 0..5_u8, 0..7_u8, 0..3_u8, 0..3_u8, prop::bool::weighted(0.1));
    prop::collection::vec(prop::collection::vec((0..3_u8, draw), 1..4), 2..14).prop_map(book)
}

/// Decisions between claims of the book, by position.
fn decided(book: &Book, log: &[(usize, usize, bool)]) -> Decisions {
    let claims: Vec<&str> =
        book.iter().flat_map(|(_, claims)| claims.iter().map(|c| c.id.as_str())).collect();
    let pick = |n: usize| claims[n % claims.len()].to_owned();
    Decisions::of(log.iter().map(|&(a, b, together)| (pick(a), pick(b), together)).filter(|(a, b, _)| a != b))
}

fn logs() -> impl Strategy<Value = Vec<(usize, usize, bool)>> {
    prop::collection::vec((0..40_usize, 0..40_usize, any::<bool>()), 0..6)
}

fn add(store: &mut Memory, book: &Book, n: usize, decisions: &Decisions) {
    let (report, claims) = &book[n];
    store.know(n as i64, report, claims);
    let Ok(_) = add_units(store, units(n as i64, &Head::of(report), claims, decisions), decisions);
}

fn one_by_one(book: &Book, order: &[usize], decisions: &Decisions) -> Memory {
    let mut store = Memory::default();
    order.iter().for_each(|&n| add(&mut store, book, n, decisions));
    store
}

fn groups(store: &Memory) -> BTreeSet<Vec<i64>> {
    store.all_groups().into_iter().collect()
}

/// Each group as the claims it holds.
fn anew(store: &Memory, decisions: &Decisions) -> BTreeSet<Vec<i64>> {
    let Ok(all) = group_all(store, &store.all(), decisions);
    all.into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_order_of_adding_gives_the_groups_of_linking_anew(
        (book, order) in books().prop_flat_map(|b| {
            let order: Vec<usize> = (0..b.len()).collect();
            (Just(b), Just(order).prop_shuffle())
        }),
        log in logs(),
    ) {
        let decisions = decided(&book, &log);
        let store = one_by_one(&book, &order, &decisions);
        prop_assert_eq!(groups(&store), anew(&store, &decisions));
        let sorted: Vec<usize> = (0..book.len()).collect();
        prop_assert_eq!(groups(&store), groups(&one_by_one(&book, &sorted, &decisions)));
    }

    #[test]
    fn a_report_taken_out_leaves_nothing_behind(book in books(), log in logs(), gone in 0..14_usize) {
        let decisions = decided(&book, &log);
        let gone = gone % book.len();
        let all: Vec<usize> = (0..book.len()).collect();
        let mut store = one_by_one(&book, &all, &decisions);
        let Ok(_) = take_units(&mut store, gone as i64, &decisions);
        let left: Vec<usize> = all.iter().copied().filter(|&n| n != gone).collect();
        let without = one_by_one(&book, &left, &decisions);
        prop_assert_eq!(groups(&store), groups(&without));
        prop_assert_eq!(groups(&store), anew(&store, &decisions));
        let Ok(_) = add_units(&mut store, units(gone as i64, &Head::of(&book[gone].0), &book[gone].1, &decisions), &decisions);
        prop_assert_eq!(groups(&store), groups(&one_by_one(&book, &all, &decisions)));
    }

    #[test]
    fn what_adding_reports_of_change_is_what_changed(book in books()) {
        let decisions = Decisions::default();
        let mut store = Memory::default();
        for (n, (report, claims)) in book.iter().enumerate() {
            let before = groups(&store);
            store.know(n as i64, report, claims);
            let Ok(change) = add_units(&mut store, units(n as i64, &Head::of(report), claims, &decisions), &decisions);
            let after = groups(&store);
            prop_assert_eq!(&change.gone, &before.difference(&after).cloned().collect::<BTreeSet<_>>());
            prop_assert_eq!(&change.made, &after.difference(&before).cloned().collect::<BTreeSet<_>>());
        }
    }

    #[test]
    fn links_are_obeyed(book in books(), log in logs()) {
        let decisions = decided(&book, &log);
        let events = link(&book, &decisions);
        let of = |claim: &str| events.iter().position(|e| e.claims.iter().any(|c| c == claim));
        for (_, claims) in &book {
            for a in claims {
                for b in decisions.partners(&a.id) {
                    prop_assert_eq!(of(&a.id), of(b), "{} and {} belong together", &a.id, b);
                }
                for b in book.iter().flat_map(|(_, c)| c).filter(|b| decisions.parted(&a.id, &b.id)) {
                    prop_assert_ne!(of(&a.id), of(&b.id), "{} and {} were parted", &a.id, &b.id);
                }
            }
        }
    }

    #[test]
    fn sums_never_merge_with_what_they_sum_up(book in books()) {
        let decisions = Decisions::default();
        let all: Vec<usize> = (0..book.len()).collect();
        let store = one_by_one(&book, &all, &decisions);
        for group in store.all_groups() {
            let sums: BTreeSet<bool> = group.iter().map(|&unit| {
                let Ok(unit) = store.unit(unit);
                unit.aggregate
            }).collect();
            prop_assert_eq!(sums.len(), 1);
        }
    }

    #[test]
    fn a_pair_agrees_alike_from_both_ends(book in books()) {
        let all: Vec<Unit> = book.iter().enumerate()
            .flat_map(|(n, (report, claims))| units(n as i64, &Head::of(report), claims, &Decisions::default()))
            .collect();
        for a in &all {
            for b in &all {
                prop_assert_eq!(crate::agreement::points(a, b), crate::agreement::points(b, a));
                prop_assert_eq!(crate::agreement::contradict(a, b), crate::agreement::contradict(b, a));
            }
        }
    }
}
