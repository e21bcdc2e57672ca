//! Incidents against keys: alignment, then points for each fill.

use crate::answer::{Incident, Named};
use crate::key::{Fill, Key};
use crate::shared::{Tally, same_phrase};
use ascribe_evaluation::assign;

/// Instrument types of the keys as means of the codebook.
const INSTRUMENTS: [(&str, &[&str]); 17] = [
    ("BOMB", &["ied", "car_bomb"]),
    ("DYNAMITE", &["ied"]),
    ("EXPLOSIVE", &["ied"]),
    ("VEHICLE BOMB", &["car_bomb"]),
    ("GUN", &["small_arms", "sniper"]),
    ("RIFLE", &["small_arms", "sniper"]),
    ("MACHINE GUN", &["small_arms"]),
    ("HANDGUN", &["small_arms"]),
    ("MORTAR", &["mortar"]),
    ("GRENADE", &["grenade"]),
    ("ROCKET", &["rocket", "missile"]),
    ("MISSILE", &["rocket", "missile"]),
    ("AERIAL BOMB", &["aircraft", "helicopter"]),
    ("MINE", &["mine"]),
    ("MOLOTOV COCKTAIL", &["molotov_cocktail", "incendiary"]),
    ("FIRE", &["arson", "incendiary"]),
    ("CUTTING DEVICE", &["knife"]),
];

pub fn score(keys: &[Key], answers: &[Incident], all: &mut Tally) -> Vec<(usize, usize)> {
    let matrix: Vec<Vec<f64>> =
        keys.iter().map(|k| answers.iter().map(|a| likeness(k, a)).collect()).collect();
    let pairs: Vec<(usize, usize)> =
        assign(&matrix).into_iter().filter(|&(k, a)| matrix[k][a] > 0.0).collect();
    all.add("templates", pairs.len() as f64, 0.0, answers.len() as f64);
    for (k, key) in keys.iter().enumerate() {
        let answer = pairs.iter().find(|p| p.0 == k).map(|p| &answers[p.1]);
        if answer.is_none() && key.optional {
            continue;
        }
        all.add("templates", 0.0, 1.0, 0.0);
        slots(key, answer.unwrap_or(&Incident::default()), all);
    }
    for (a, answer) in answers.iter().enumerate() {
        if !pairs.iter().any(|p| p.1 == a) {
            slots(&Key::default(), answer, all);
        }
    }
    pairs
}

/// Agreement of two incidents; 0 where the types cannot be of one incident or no name, date or place agrees.
fn likeness(key: &Key, answer: &Incident) -> f64 {
    if kind_points(key, answer.kind) == 0.0 {
        return 0.0;
    }
    let mut tally = Tally::default();
    slots(key, answer, &mut tally);
    let named = tally.sum("perpetrator")[0] + tally.sum("target")[0] + tally.sum("victim")[0];
    let where_when = tally.sum("date")[0] + tally.sum("location")[0];
    if named > 0.0 || where_when > 1.0 { tally.sum("")[0] } else { 0.0 }
}

fn kind_points(key: &Key, kind: &str) -> f64 {
    let violent = |k: &str| matches!(k, "ATTACK" | "BOMBING" | "ARSON");
    if key.kinds.iter().any(|k| k == kind) {
        1.0
    } else if violent(kind) && key.kinds.iter().any(|k| violent(k)) {
        0.5
    } else {
        0.0
    }
}

fn slots(key: &Key, answer: &Incident, tally: &mut Tally) {
    let one = |yes: bool| if yes { 1.0 } else { 0.0 };
    let mut set = |name: &str, right: &[String], given: &str, points: f64| {
        tally.add(name, points, one(!right.is_empty()), one(!given.is_empty()));
    };
    set("incident type", &key.kinds, answer.kind, kind_points(key, answer.kind));
    set("stage", &key.stages, answer.stage, one(key.stages.iter().any(|s| s == answer.stage)));
    set(
        "perpetrator category",
        &key.category,
        answer.category,
        one(key.category.iter().any(|s| s == answer.category)),
    );
    tally.add("date", date_points(key, answer), one(!key.dates.is_empty()), one(answer.date.is_some()));
    tally.add(
        "location",
        place_points(key, answer),
        one(!key.location.is_empty()),
        one(answer.country.is_some()),
    );
    let means = |i: &String| INSTRUMENTS.iter().find(|r| r.0 == i).map_or(&[][..], |r| r.1);
    let is_one = |given: &String, i: &String| means(i).contains(&given.as_str());
    let mut wanted = key.instruments.clone();
    wanted.dedup_by_key(|i| means(i).first().copied());
    let hits = answer.instruments.iter().filter(|g| wanted.iter().any(|i| is_one(g, i))).count();
    let hits = hits.min(wanted.len()) as f64;
    tally.add("instrument", hits, wanted.len() as f64, answer.instruments.len() as f64);
    fills("perpetrator individual", &key.individuals, &answer.individuals, tally);
    let organisations = fills("perpetrator organisation", &key.organisations, &answer.organisations, tally);
    codes("perpetrator confidence", &organisations, tally, |f, n| {
        let given = n.code.unwrap_or_default();
        let same =
            |right: &str| right == given || right.starts_with("SUSPECTED") && given.starts_with("SUSPECTED");
        (f.effect.is_some(), n.code.is_some(), f.effect.as_deref().is_some_and(same))
    });
    fills("target thing", &key.things, &answer.things, tally);
    let people = fills("victim", &key.people, &answer.people, tally);
    codes("victim number", &people, tally, |f, n| {
        let right = f.number.as_deref().unwrap_or_default();
        let plural = right == "PLURAL" && n.number != Some(1);
        (f.number.is_some(), n.number.is_some(), plural || n.number.is_some_and(|n| n.to_string() == right))
    });
    codes("victim effect", &people, tally, |f, n| {
        (f.effect.is_some(), n.code.is_some(), f.effect.is_some() && f.effect.as_deref() == n.code)
    });
}

/// Pairs answers with fills; optional fills count only where they are answered.
fn fills<'a>(
    name: &str,
    right: &'a [Fill],
    given: &'a [Named],
    tally: &mut Tally,
) -> Vec<(Option<&'a Fill>, Option<&'a Named>)> {
    let mut left: Vec<&Fill> = right.iter().collect();
    let mut out = vec![];
    for answer in given {
        let at = left.iter().position(|f| f.fits(&answer.words));
        tally.add(name, at.map_or(0.0, |_| 1.0), at.map_or(0.0, |_| 1.0), 1.0);
        out.push((at.map(|at| left.remove(at)), Some(answer)));
    }
    left.retain(|f| !f.optional);
    tally.add(name, 0.0, left.len() as f64, 0.0);
    out.extend(left.into_iter().map(|f| (Some(f), None)));
    out
}

fn codes(
    name: &str,
    pairs: &[(Option<&Fill>, Option<&Named>)],
    tally: &mut Tally,
    look: impl Fn(&Fill, &Named) -> (bool, bool, bool),
) {
    let (no_fill, no_answer) = (Fill::default(), Named::default());
    for (fill, answer) in pairs {
        let (right, given, same) = look(fill.unwrap_or(&no_fill), answer.unwrap_or(&no_answer));
        let count = |yes: bool| if yes { 1.0 } else { 0.0 };
        tally.add(name, count(right && given && same), count(right), count(given));
    }
}

fn date_points(key: &Key, answer: &Incident) -> f64 {
    let Some((from, to)) = answer.date else { return 0.0 };
    let points = |(key_from, key_to): &(Option<jiff::civil::Date>, jiff::civil::Date)| {
        let overlap = from.is_none_or(|f| f <= *key_to) && key_from.is_none_or(|f| f <= to);
        if *key_from == from && *key_to == to {
            1.0
        } else if overlap {
            0.5
        } else {
            0.0
        }
    };
    key.dates.iter().map(points).fold(0.0, f64::max)
}

/// All of it where the last name of the key is among the places, half for the country or a name above.
fn place_points(key: &Key, answer: &Incident) -> f64 {
    let named = |name: &String| answer.places.iter().any(|p| same_phrase(p, name));
    let points = |names: &Vec<String>| match names.as_slice() {
        [country] if answer.country == Some(country.as_str()) => 1.0,
        [_, .., last] if named(last) => 1.0,
        [country, rest @ ..] if answer.country == Some(country.as_str()) || rest.iter().any(named) => 0.5,
        _ => 0.0,
    };
    key.location.iter().map(points).fold(0.0, f64::max)
}
