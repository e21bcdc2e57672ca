//! Joining across reports against groups that people made by reading (docs/joining.md). Needs the FA-KES
//! reports beside the project; without them the test says so and passes.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test fails by panicking and tells figures")]

mod common;

use ascribe_casebook::{Casebook, Filter};
use common::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const GROUPS: &str = include_str!("joining/groups.tsv");
/// A little under what was reached, so that a change that loses is seen.
const LEAST_B_CUBED: f64 = 0.78;

const VIOLENT: [&str; 12] = [
    "clash",
    "attack",
    "airstrike",
    "shelling",
    "explosion",
    "suicide_bombing",
    "chemical_attack",
    "assassination",
    "execution",
    "abduction",
    "abuse",
    "destruction",
];

#[test]
fn reports_of_one_occurrence_are_joined() {
    let corpus =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora/reports/FA-KES-Dataset.csv");
    let Ok(bytes) = std::fs::read(&corpus) else {
        eprintln!("skipped: {} is not there; docs/joining.md says where it comes from", corpus.display());
        return;
    };
    let gold = gold();
    let place = Place::new();
    let reports = place.write("reports.jsonl", jsonl(&bytes, &gold));
    let book = place.path("joining.db");
    place.run(&["add", reports.to_str().unwrap(), "--casebook", book.to_str().unwrap()]).ended(0);
    let (main, all) = events_of(&Casebook::open_read_only(&book).unwrap(), gold.keys());

    let ids: Vec<&String> = gold.keys().collect();
    let together = |same: &dyn Fn(&str, &str) -> bool| -> BTreeSet<(usize, usize)> {
        let pairs = (0..ids.len()).flat_map(|a| (a + 1..ids.len()).map(move |b| (a, b)));
        pairs.filter(|&(a, b)| same(ids[a], ids[b])).collect()
    };
    let right = together(&|a, b| gold[a] == gold[b]);
    let joined = together(&|a, b| main[a] == main[b]);
    let touching = together(&|a, b| !all[a].is_disjoint(&all[b]));
    let (p, r, f) = b_cubed(&ids, &gold, &main);
    let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
    let hits = right.intersection(&joined).count();
    let (pp, pr) = (share(hits, joined.len()), share(hits, right.len()));
    eprintln!(
        "{} reports, {} groups; B-cubed P {p:.3} R {r:.3} F1 {f:.3}; pairs P {pp:.3} R {pr:.3} F1 {:.3}; \
         pairs that share any event R {:.3}",
        ids.len(),
        gold.values().collect::<BTreeSet<_>>().len(),
        2.0 * pp * pr / (pp + pr).max(1e-9),
        share(right.intersection(&touching).count(), right.len()),
    );
    assert!(f >= LEAST_B_CUBED, "B-cubed F1 {f:.3}");
}

fn gold() -> BTreeMap<String, String> {
    let rows = GROUPS.lines().filter(|l| !l.starts_with('#')).skip(1);
    rows.filter_map(|l| l.split_once('\t')).map(|(id, group)| (id.to_owned(), group.to_owned())).collect()
}

/// The first row of each unit_id in a group, as JSON Lines.
fn jsonl(bytes: &[u8], gold: &BTreeMap<String, String>) -> String {
    let text: String = bytes.iter().map(|&b| b as char).collect(); // Latin-1
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let mut seen = BTreeSet::new();
    let mut lines = String::new();
    for row in rows.records().map(Result::unwrap) {
        let (id, title, body, outlet, date) = (&row[0], &row[1], &row[2], &row[3], &row[4]);
        if gold.contains_key(id) && seen.insert(id.to_owned()) {
            let published = printed_date(body).or_else(|| american(date));
            let line = serde_json::json!({
                "id": id, "publisher": outlet, "published": published, "title": title, "text": body
            });
            lines.push_str(&format!("{line}\n"));
        }
    }
    lines
}

/// The date in the `date` column, month first. In a quarter of the rows day and month are swapped or the day is
/// another, so what the text prints goes before.
fn american(text: &str) -> Option<String> {
    let [month, day, year] = text.split('/').collect::<Vec<_>>()[..] else { return None };
    iso(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The first date near the head of the text: "4 Oct 2014", "October 4 2014", "05-02-2015", "Oct 042014".
fn printed_date(text: &str) -> Option<String> {
    let head: String = text.chars().take(400).collect();
    let words: Vec<&str> = head.split(|c: char| c.is_whitespace() || c == '(').collect();
    let at = |n: usize| words.get(n).copied().unwrap_or_default();
    (0..words.len()).find_map(|n| {
        let parts: Vec<u32> = at(n).split(['-', '.']).map_while(leading).collect();
        if let [day, month, year] = parts[..] {
            return iso(year, month, day);
        }
        if let (Some(day), Some(month)) = (leading(at(n)), month(at(n + 1))) {
            return iso(leading(at(n + 2))?, month, day);
        }
        let month = month(at(n))?;
        let day = leading(at(n + 1))?;
        if day > 31 { iso(day % 10_000, month, day / 10_000) } else { iso(leading(at(n + 2))?, month, day) }
    })
}

fn leading(word: &str) -> Option<u32> {
    let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start: String = word.to_lowercase().chars().take(3).collect();
    MONTHS.iter().position(|m| *m == start).map(|n| n as u32 + 1)
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let fits = (2010..2030).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| format!("{year}-{month:02}-{day:02}"))
}

/// For each report the event of its main claim (the first violent one, else the first; else one of its
/// own), and all its events.
fn events_of<'a>(
    book: &Casebook,
    ids: impl Iterator<Item = &'a String>,
) -> (BTreeMap<String, String>, BTreeMap<String, BTreeSet<String>>) {
    let (mut main, mut all) = (BTreeMap::new(), BTreeMap::new());
    for id in ids {
        let filter = Filter { report: Some(id.clone()), ..Filter::default() };
        let claims = book.claims(&filter).unwrap().items;
        let first = claims.iter().find(|c| VIOLENT.contains(&c.claim.kind.as_str())).or(claims.first());
        let event = first.and_then(|c| c.event_id.clone()).unwrap_or_else(|| format!("none {id}"));
        main.insert(id.clone(), event);
        all.insert(id.clone(), claims.into_iter().filter_map(|c| c.event_id).collect());
    }
    (main, all)
}

fn b_cubed(
    ids: &[&String],
    gold: &BTreeMap<String, String>,
    system: &BTreeMap<String, String>,
) -> (f64, f64, f64) {
    let (mut precision, mut recall) = (0.0, 0.0);
    for a in ids {
        let ours: BTreeSet<_> = ids.iter().filter(|b| system[**b] == system[*a]).collect();
        let theirs: BTreeSet<_> = ids.iter().filter(|b| gold[**b] == gold[*a]).collect();
        let both = ours.intersection(&theirs).count() as f64;
        precision += both / ours.len() as f64;
        recall += both / theirs.len() as f64;
    }
    let (p, r) = (precision / ids.len() as f64, recall / ids.len() as f64);
    (p, r, 2.0 * p * r / (p + r))
}
