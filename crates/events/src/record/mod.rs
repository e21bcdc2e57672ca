//! The record of one event: what is claimed, by whom, and how far they agree.

mod contested;
mod figures;
mod grade;
mod head;
mod names;
mod origins;
mod summary;

pub use contested::{differ, ranges_part};
pub use figures::figure_name;
pub use grade::owns_up;
pub use head::Head;
pub use origins::SharedText;

use ascribe_model::{Claim, Event, Harm, Side, Status};
use ascribe_reading::Outlets;
use std::collections::BTreeSet;

/// A claim with the report it stands in.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// The report's number in its store.
    pub report: i64,
    /// What is known of the report.
    pub head: &'a Head,
}

impl Told<'_> {
    /// The first speaker of the chain that has a name.
    pub fn named(&self) -> Option<&str> {
        self.claim.sources.iter().map(|s| s.name.as_str()).find(|n| *n != "unspecified")
    }

    /// Who tells it: the named speaker, else the outlet in its own voice, else the report.
    pub fn speaker(&self) -> &str {
        self.named().or(self.head.outlet.as_deref()).unwrap_or(&self.head.id)
    }

    /// True where it is said not to have happened: in so many words, or by the number ("no travellers were
    /// captured" tells of an abduction of nobody).
    pub fn denies(&self) -> bool {
        let harm = match self.claim.kind.as_str() {
            "abduction" | "arrest" => Harm::Captured,
            "execution" | "assassination" => Harm::Killed,
            _ => return self.claim.status == Status::Denied,
        };
        let mut numbers = self.claim.effects.iter().filter(|e| e.harm == harm).peekable();
        let nobody = numbers.peek().is_some() && numbers.all(|e| e.count.max == Some(0));
        nobody || self.claim.status == Status::Denied
    }

    /// Everybody in the chain, each once; the outlet where it speaks in its own voice.
    pub fn tellers(&self) -> BTreeSet<&str> {
        match self.claim.sources.is_empty() {
            true => self.head.outlet.as_deref().into_iter().collect(),
            false => self.claim.sources.iter().map(|s| s.name.as_str()).collect(),
        }
    }

    /// The side of the speaker: as the report shows it, else as the table of outlets has it.
    pub fn side(&self) -> Side {
        match self.claim.sources.iter().find(|s| s.name != "unspecified") {
            Some(source) if source.side == Side::Unknown => known_side(&source.name),
            Some(source) => source.side,
            None => self.head.side,
        }
    }

    /// The chain as printed in records: outermost speaker first.
    pub fn chain(&self) -> String {
        if self.named().is_none() {
            return self.speaker().to_owned();
        }
        self.claim.sources.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(" < ")
    }
}

/// The side of an outlet by the table `data/outlets.tsv`.
pub fn known_side(name: &str) -> Side {
    Outlets::known().by_name(name).map_or(Side::Unknown, |outlet| outlet.side)
}

/// In order of publication, then text.
pub fn in_order(told: &mut [Told]) {
    told.sort_by(|a, b| {
        let key = |t: &Told| (t.head.anchor.is_none(), t.head.anchor);
        let text = |t: &Told| t.claim.span.start;
        (key(a), &a.head.id, text(a), &a.claim.id).cmp(&(key(b), &b.head.id, text(b), &b.claim.id))
    });
}

/// Builds the record of what is told of one occurrence.
pub fn record(mut told: Vec<Told>, shared: &SharedText) -> Event {
    in_order(&mut told);
    let origins = origins::origins(&told, shared);
    let figures = figures::figures(&told, &origins);
    let contested = contested::contested(&told, &figures);
    let grade = grade::grade(&told, &contested, &origins);
    let kind = summary::kind(&told);
    let place = summary::place(&told);
    let interval = summary::interval(&told);
    Event {
        id: summary::identifier(&told),
        title: summary::title(&kind, &told, place.as_ref()),
        kind,
        claims: told.iter().map(|t| t.claim.id.clone()).collect(),
        place,
        interval,
        figures,
        contested,
        origins: origins.len(),
        independent: origins,
        grade,
    }
}
