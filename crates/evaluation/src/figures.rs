//! Tallies of hits and the figures made of them.

use std::collections::BTreeMap;

/// Hits, gold items and system items by name.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    rows: BTreeMap<String, [f64; 3]>,
}

impl Tally {
    /// Adds hits among `gold` and `system` items.
    pub fn add(&mut self, name: &str, hits: f64, gold: usize, system: usize) {
        let row = self.rows.entry(name.to_owned()).or_default();
        row[0] += hits;
        row[1] += gold as f64;
        row[2] += system as f64;
    }

    /// Adds one item of which both sides have exactly one.
    pub fn add_one(&mut self, name: &str, hit: bool) {
        self.add(name, f64::from(u8::from(hit)), 1, 1);
    }

    fn row(&self, name: &str) -> [f64; 3] {
        self.rows.get(name).copied().unwrap_or_default()
    }

    fn f1(&self, name: &str) -> f64 {
        let [hits, gold, system] = self.row(name);
        if gold + system > 0.0 { 2.0 * hits / (gold + system) } else { 1.0 }
    }
}

/// The figures of a run, by name, in the order they are printed.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Figures(pub serde_json::Map<String, serde_json::Value>);

const PER_PAIR: [&str; 11] = [
    "type",
    "status",
    "stance",
    "source",
    "attributed",
    "time_exact",
    "time_loose",
    "actor",
    "place",
    "effect",
    "means",
];

impl Figures {
    /// Computes all figures of a tally.
    pub fn of(tally: &Tally) -> Figures {
        let mut out = serde_json::Map::new();
        let [hits, gold, system] = tally.row("claim");
        let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
        let claim = tally.f1("claim");
        out.insert("claims_gold".into(), (gold as u64).into());
        out.insert("claims_system".into(), (system as u64).into());
        let mut put = |name: &str, value: f64| {
            out.insert(name.to_owned(), value.into());
        };
        put("claim_precision", share(hits, system));
        put("claim_recall", share(hits, gold));
        put("claim_f1", claim);
        for name in PER_PAIR {
            put(name, tally.f1(name));
        }
        for name in ["actor", "place", "effect", "means"] {
            put(&format!("{name}_end_to_end"), tally.f1(&format!("{name}_all")));
        }
        let (p, r) = (tally.row("bcubed_precision"), tally.row("bcubed_recall"));
        let (p, r) = (share(p[0], p[1]), share(r[0], r[1]));
        put("event_bcubed_f1", if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 });
        let end_to_end = ["actor_all", "place_all", "effect_all"].map(|n| tally.f1(n));
        let ledger = (claim
            + tally.f1("source") * claim
            + end_to_end[0]
            + end_to_end[1]
            + end_to_end[2]
            + tally.f1("time_loose") * claim)
            / 6.0;
        put("ledger", ledger);
        Figures(out)
    }

    /// One figure; 0 for an unknown name.
    pub fn get(&self, name: &str) -> f64 {
        self.0.get(name).and_then(serde_json::Value::as_f64).unwrap_or(0.0)
    }
}
