//! What the measuring programs share: running the program over texts, phrases that mean the same, tallies.

#![allow(dead_code, clippy::print_stdout)]

use ascribe_pipeline::{Extraction, Resources, in_order};
use std::collections::BTreeSet;
use std::path::Path;

pub type Failure = Box<dyn std::error::Error>;

/// Reads a text as a report of its own.
pub fn report_of(id: &str, text: &str) -> Option<ascribe_model::Report> {
    let line = serde_json::json!({ "id": id, "text": text }).to_string();
    let mut found = None;
    ascribe_reading::read_lines(id, line.as_bytes(), &mut |outcome| found = outcome.ok());
    found
}

/// The claims of every text, in order; spans count characters of the text.
pub fn extract_all(texts: &[(String, String)]) -> Result<Vec<Extraction>, Failure> {
    let resources = Resources::builtin()?;
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let mut out = Vec::with_capacity(texts.len());
    in_order(
        texts.iter(),
        workers,
        |(id, text)| resources.extract(report_of(id, text).unwrap_or_default()),
        |extraction| out.push(extraction),
    );
    Ok(out)
}

/// The lines of a JSON Lines file.
pub fn json_lines(path: &Path) -> Result<Vec<serde_json::Value>, Failure> {
    let text = std::fs::read_to_string(path)?;
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| Ok(serde_json::from_str(l)?)).collect()
}

const EMPTY_WORDS: [&str; 21] = [
    "the", "a", "an", "of", "in", "and", "or", "to", "at", "on", "by", "for", "from", "with", "its", "his",
    "her", "their", "some", "alleged", "s",
];

/// The words that tell one phrase from another, in the singular: "the two Army trucks" → army, truck.
pub fn telling_words(phrase: &str) -> BTreeSet<String> {
    let all: Vec<String> = phrase
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(|w| if w.len() > 3 { w.trim_end_matches('s').to_owned() } else { w.to_owned() })
        .collect();
    let strong: BTreeSet<String> =
        all.iter().filter(|w| !EMPTY_WORDS.contains(&w.as_str()) && !is_number(w)).cloned().collect();
    if strong.is_empty() { all.into_iter().collect() } else { strong }
}

fn is_number(word: &str) -> bool {
    const NUMBERS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "dozen"];
    word.chars().all(char::is_numeric) || NUMBERS.contains(&word)
}

/// True where one phrase has all telling words of the other: "FMLN guerrillas" and "the guerrillas".
pub fn same_phrase(a: &str, b: &str) -> bool {
    let (a, b) = (telling_words(a), telling_words(b));
    !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
}

/// Points, right answers and given answers by name, in the order in which the names came up.
#[derive(Default)]
pub struct Tally {
    rows: Vec<(String, [f64; 3])>,
}

impl Tally {
    pub fn add(&mut self, name: &str, points: f64, right: f64, given: f64) {
        let at = self.rows.iter().position(|r| r.0 == name).unwrap_or_else(|| {
            self.rows.push((name.to_owned(), [0.0; 3]));
            self.rows.len() - 1
        });
        for (sum, more) in self.rows[at].1.iter_mut().zip([points, right, given]) {
            *sum += more;
        }
    }

    /// The sum of the rows whose name begins so.
    pub fn sum(&self, prefix: &str) -> [f64; 3] {
        let rows = self.rows.iter().filter(|r| r.0.starts_with(prefix));
        rows.fold([0.0; 3], |sum, (_, r)| [sum[0] + r[0], sum[1] + r[1], sum[2] + r[2]])
    }

    pub fn print(&self) {
        println!("{:32} {:>7} {:>7} {:>9} {:>9} {:>6}", "", "right", "given", "precision", "recall", "F1");
        for (name, row) in &self.rows {
            print_row(name, *row);
        }
    }
}

pub fn print_row(name: &str, [points, right, given]: [f64; 3]) {
    let (p, r) = (points / given.max(1.0), points / right.max(1.0));
    let f = 2.0 * p * r / (p + r).max(1e-9);
    println!("{name:32} {right:>7} {given:>7} {p:>9.3} {r:>9.3} {f:>6.3}");
}
