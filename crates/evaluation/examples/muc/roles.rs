//! Role fillers of a whole document, whatever incident they belong to: each entity once.

use crate::answer::{Incident, Named};
use crate::key::{Fill, Key};
use crate::shared::{Tally, same_phrase};

type Fills = fn(&Key) -> &Vec<Fill>;
type Answers = fn(&Incident) -> &Vec<Named>;

const ROLES: [(&str, Fills, Answers); 4] = [
    ("perpetrator individual", |k| &k.individuals, |i| &i.individuals),
    ("perpetrator organisation", |k| &k.organisations, |i| &i.organisations),
    ("target thing", |k| &k.things, |i| &i.things),
    ("victim", |k| &k.people, |i| &i.people),
];

pub fn score(keys: &[Key], answers: &[Incident], tally: &mut Tally) {
    for (name, fills, given) in ROLES {
        let mut right: Vec<&Fill> = vec![];
        for fill in keys.iter().flat_map(fills) {
            if !right.iter().any(|r| r.wordings.iter().any(|w| fill.fits(w))) {
                right.push(fill);
            }
        }
        let mut said: Vec<&str> = vec![];
        for named in answers.iter().flat_map(given) {
            if !said.iter().any(|s| same_phrase(s, &named.words)) {
                said.push(&named.words);
            }
        }
        let hits = right.iter().filter(|f| said.iter().any(|s| f.fits(s))).count();
        let missed = right.iter().filter(|f| f.optional && !said.iter().any(|s| f.fits(s))).count();
        tally.add(name, hits as f64, (right.len() - missed) as f64, said.len() as f64);
    }
}
