//! What people decided on joining: always obeyed.

use std::collections::{BTreeMap, BTreeSet};

/// Pairs of claim identifiers that must, or must not, tell of one event, in the order they were decided.
#[derive(Debug, Clone, Default)]
pub struct Decisions {
    taken: Vec<(String, String, bool)>,
    cannot: BTreeSet<(String, String)>,
    concerned: BTreeSet<String>,
    partners: BTreeMap<String, BTreeSet<String>>,
}

impl Decisions {
    /// Two claims tell of one event.
    pub fn must_link(&mut self, a: &str, b: &str) {
        self.take(a, b, true);
    }

    /// Two claims tell of different events.
    pub fn cannot_link(&mut self, a: &str, b: &str) {
        self.take(a, b, false);
    }

    /// The decisions of a log, oldest first: two claims, and whether they tell of one event.
    ///
    /// The later of two decisions on one pair holds. Where decisions on different pairs contradict each
    /// other (A with B, B with C, A not with C), the latest are obeyed and the one that no longer fits
    /// is not.
    pub fn of(log: impl IntoIterator<Item = (String, String, bool)>) -> Self {
        let taken = log.into_iter().map(|(a, b, together)| {
            let (a, b) = ordered(&a, &b);
            (a, b, together)
        });
        let mut decisions = Self { taken: taken.collect(), ..Self::default() };
        decisions.settle();
        decisions
    }

    fn take(&mut self, a: &str, b: &str, together: bool) {
        let (a, b) = ordered(a, b);
        self.taken.push((a, b, together));
        self.settle();
    }

    fn settle(&mut self) {
        let mut groups = Groups::default();
        let mut seen = BTreeSet::new();
        self.cannot.clear();
        self.partners.clear();
        for (a, b, together) in self.taken.iter().rev() {
            if !seen.insert((a, b)) {
                continue;
            }
            let (x, y) = (groups.of(a), groups.of(b));
            if !*together {
                if x != y {
                    self.cannot.insert((a.clone(), b.clone()));
                }
                continue;
            }
            let clash = self.cannot.iter().any(|(c, d)| {
                let (c, d) = (groups.of(c), groups.of(d));
                (c == x && d == y) || (c == y && d == x)
            });
            if !clash {
                groups.join(&x, &y);
                self.partners.entry(a.clone()).or_default().insert(b.clone());
                self.partners.entry(b.clone()).or_default().insert(a.clone());
            }
        }
        self.concerned = self.cannot.iter().flat_map(|(a, b)| [a.clone(), b.clone()]).collect();
        self.concerned.extend(self.partners.keys().cloned());
    }

    /// Claims for which other decisions hold than before.
    pub fn changed_from(&self, before: &Decisions) -> BTreeSet<String> {
        let mut changed: BTreeSet<String> = self
            .cannot
            .symmetric_difference(&before.cannot)
            .flat_map(|(a, b)| [a.clone(), b.clone()])
            .collect();
        let claims = self.partners.keys().chain(before.partners.keys());
        changed.extend(claims.filter(|c| self.partners.get(*c) != before.partners.get(*c)).cloned());
        changed
    }

    /// Claims that must be joined with this one.
    pub fn partners(&self, claim: &str) -> impl Iterator<Item = &str> {
        self.partners.get(claim).into_iter().flatten().map(String::as_str)
    }

    /// True where the two were parted.
    pub fn parted(&self, a: &str, b: &str) -> bool {
        !self.cannot.is_empty() && self.cannot.contains(&ordered(a, b))
    }

    /// True where any decision holds for the claim.
    pub fn concern(&self, claim: &str) -> bool {
        self.concerned.contains(claim)
    }

    /// True where nothing must be joined.
    pub fn joins_nothing(&self) -> bool {
        self.partners.is_empty()
    }

    /// True where nothing was parted.
    pub fn parts_nothing(&self) -> bool {
        self.cannot.is_empty()
    }
}

fn ordered(a: &str, b: &str) -> (String, String) {
    if a <= b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) }
}

/// Claims joined so far, each group by one of its members.
#[derive(Default)]
struct Groups(BTreeMap<String, String>);

impl Groups {
    fn of(&self, claim: &str) -> String {
        let mut at = claim;
        while let Some(next) = self.0.get(at) {
            at = next;
        }
        at.to_owned()
    }

    fn join(&mut self, a: &str, b: &str) {
        let (a, b) = (self.of(a), self.of(b));
        if a != b {
            self.0.insert(a, b);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_decision_holds() {
        let mut decisions = Decisions::default();
        decisions.cannot_link("a", "b");
        assert!(decisions.parted("b", "a") && decisions.concern("a"));
        decisions.must_link("b", "a");
        assert!(!decisions.parted("a", "b") && decisions.partners("a").eq(["b"]));
    }

    #[test]
    fn of_decisions_that_contradict_each_other_the_latest_are_obeyed() {
        let mut decisions = Decisions::default();
        decisions.must_link("a", "b");
        decisions.must_link("b", "c");
        decisions.cannot_link("a", "c");
        assert!(decisions.parted("a", "c"));
        assert!(decisions.partners("b").eq(["c"]), "the oldest gives way");
    }
}
