//! What people decided on joining: always obeyed.

use std::collections::BTreeSet;

/// Pairs of claim identifiers that must, or must not, tell of one event.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    must: Vec<(String, String)>,
    cannot: BTreeSet<(String, String)>,
}

impl Decisions {
    /// Two claims tell of one event.
    pub fn must_link(&mut self, a: &str, b: &str) {
        self.cannot.remove(&ordered(a, b));
        self.must.push(ordered(a, b));
    }

    /// Two claims tell of different events. A later decision replaces an earlier one on the same pair.
    pub fn cannot_link(&mut self, a: &str, b: &str) {
        self.must.retain(|pair| *pair != ordered(a, b));
        self.cannot.insert(ordered(a, b));
    }

    /// Pairs that must be joined.
    pub fn must(&self) -> impl Iterator<Item = (&str, &str)> {
        self.must.iter().map(|(a, b)| (a.as_str(), b.as_str()))
    }

    /// True where the two were parted.
    pub fn parted(&self, a: &str, b: &str) -> bool {
        !self.cannot.is_empty() && self.cannot.contains(&ordered(a, b))
    }

    /// True where nothing was parted.
    pub fn parts_nothing(&self) -> bool {
        self.cannot.is_empty()
    }
}

fn ordered(a: &str, b: &str) -> (String, String) {
    if a <= b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) }
}
