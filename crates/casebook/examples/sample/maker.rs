//! Builds reports and claims by their words: spans are looked up in the text, never counted by hand.

use ascribe_model::{
    Actor, CharacterIndex, Claim, Count, Effect, Evidence, Harm, Interval, Metadata, Passage, PassageKind,
    Place, PlaceKind, Report, Role, Shape, Side, Source, Span, Stance, Status, Time,
};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// A report of these passages, one paragraph each.
pub fn report(id: &str, metadata: Metadata, passages: &[(PassageKind, &str)]) -> Report {
    let mut text = String::new();
    let mut runs = Vec::new();
    for (kind, words) in passages {
        let start = text.len();
        text.push_str(words);
        let author = (*kind == PassageKind::Comment).then(|| "a reader".to_owned());
        runs.push(Passage { kind: *kind, span: Span::new(start, text.len()), author });
        text.push_str("\n\n");
    }
    Report {
        id: id.to_owned(),
        origin: format!("sample/{id}.txt"),
        hash: Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect(),
        encoding: "UTF-8".into(),
        language: "en".into(),
        text,
        metadata,
        passages: runs,
        ..Report::default()
    }
}

/// Headline, publisher and date.
pub fn metadata(title: &str, publisher: &str, published: &str) -> Metadata {
    Metadata {
        title: Some(title.to_owned()),
        publisher: Some(publisher.to_owned()),
        published: day(published),
        ..Metadata::default()
    }
}

pub fn day(iso: &str) -> Option<Date> {
    Some(iso.parse().expect("dates of the sample are written as ISO dates"))
}

/// A claim in the making. Words that are not in the quote are looked up in the whole report.
pub struct Maker<'a> {
    text: &'a str,
    at: usize,
    claim: Claim,
}

impl<'a> Maker<'a> {
    pub fn new(report: &'a Report, kind: &str, quote: &str, trigger: &str) -> Self {
        let at = report.text.find(quote).unwrap_or_else(|| panic!("{quote:?} is not in {}", report.id));
        let mut maker = Self { text: &report.text, at, claim: Claim::default() };
        maker.claim = Claim {
            quote: quote.to_owned(),
            trigger: trigger.to_owned(),
            kind: kind.to_owned(),
            span: Span::new(at, at + quote.len()),
            rule: format!("{kind}-verb (rules/en/occurrences/{kind}.rules:12)"),
            confidence: 0.875,
            ..Claim::default()
        };
        maker.claim.trigger_span = maker.find(trigger);
        maker
    }

    fn find(&self, words: &str) -> Span {
        let from = self.text.get(self.at..).and_then(|t| t.find(words)).map(|i| i + self.at);
        let start = from
            .or_else(|| self.text.find(words))
            .unwrap_or_else(|| panic!("{words:?} is not in the report"));
        Span::new(start, start + words.len())
    }

    pub fn event(mut self, name: &str) -> Self {
        self.claim.event = name.to_owned();
        self
    }

    pub fn status(mut self, status: Status) -> Self {
        self.claim.status = status;
        self
    }

    pub fn stance(mut self, stance: Stance, words: &str) -> Self {
        self.claim.stance = stance;
        let span = self.find(words);
        self.claim.evidence.push(Evidence { field: "stance".into(), span, rule: "stance-words".into() });
        self
    }

    pub fn source(mut self, name: &str, side: Side, words: &str) -> Self {
        self.claim.sources.push(Source { name: name.to_owned(), side, span: Some(self.find(words)) });
        self
    }

    pub fn actor(mut self, role: Role, name: &str, side: Side, words: &str) -> Self {
        let span = Some(self.find(words));
        self.claim.actors.push(Actor { role, name: name.to_owned(), side, id: None, span });
        self
    }

    pub fn effect(mut self, harm: Harm, victims: &str, side: Side, count: Count, words: &str) -> Self {
        let (span, victims) = (Some(self.find(words)), Some(victims.to_owned()));
        self.claim.effects.push(Effect { harm, victims, side, count, text: words.to_owned(), span });
        self
    }

    pub fn place(mut self, relation: &str, place: &Place) -> Self {
        let (relation, span) = (Some(relation.to_owned()), Some(self.find(&place.text)));
        self.claim.places.push(Place { relation, span, ..place.clone() });
        self
    }

    pub fn time(mut self, words: &str, from: &str, to: &str) -> Self {
        let interval = Interval { from: day(from), to: day(to) };
        self.claim.time = Time { text: Some(words.to_owned()), interval, span: Some(self.find(words)) };
        self
    }

    pub fn means(mut self, means: &str) -> Self {
        self.claim.means.push(means.to_owned());
        self
    }

    pub fn responsibility(mut self, name: &str) -> Self {
        self.claim.responsibility = Some(name.to_owned());
        self
    }

    /// The claim with spans in characters, as the pipeline hands it out.
    pub fn done(mut self) -> Claim {
        self.claim.to_characters(&CharacterIndex::new(self.text));
        self.claim
    }
}

/// A town with a disc around it.
pub fn town(text: &str, lat: f64, lon: f64, admin1: &str, country: &str) -> Place {
    Place {
        text: text.to_owned(),
        kind: PlaceKind::Point,
        lat: Some(lat),
        lon: Some(lon),
        admin1: Some(admin1.to_owned()),
        country: Some(country.to_owned()),
        shape: Some(Shape::Point { lat, lon, radius_km: 2.0 }),
        ..Place::default()
    }
}

/// A place with a shape other than a disc.
pub fn shaped(place: Place, kind: PlaceKind, shape: Shape) -> Place {
    Place { kind, shape: Some(shape), ..place }
}
