//! Puts the sample's claims together by the names they were given, without any linguistics: enough
//! to fill a casebook with events whose right form is known beforehand.

use ascribe_model::{
    Claim, Count, Event, Figure, Grade, Harm, Interval, Report, Side, Status, ValueBySource,
};
use std::collections::{BTreeMap, BTreeSet};

/// One event for each name in `Claim::event`, across all reports.
pub fn link(reports: &[(Report, Vec<Claim>)]) -> Vec<Event> {
    let mut groups: BTreeMap<&str, Vec<(&Report, &Claim)>> = BTreeMap::new();
    for (report, claims) in reports {
        for claim in claims {
            groups.entry(&claim.event).or_default().push((report, claim));
        }
    }
    groups.into_iter().map(|(name, claims)| event(name, &claims)).collect()
}

fn event(name: &str, claims: &[(&Report, &Claim)]) -> Event {
    let kind = claims[0].1.kind.clone();
    let place = claims.iter().flat_map(|(_, c)| &c.places).find(|p| p.lat.is_some()).cloned();
    let interval = claims.iter().map(|(_, c)| c.time.interval).find(|i| !i.is_unknown()).unwrap_or_default();
    let figures = figures(claims);
    let contested = contested(claims, &figures);
    let origins: BTreeSet<String> = claims.iter().map(|(r, c)| speaker(r, c)).collect();
    Event {
        id: format!("e-{name}"),
        title: title(&kind, place.as_ref().map(|p| p.text.as_str()), interval),
        kind,
        claims: claims.iter().map(|(_, c)| c.id.clone()).collect(),
        place,
        interval,
        grade: grade(origins.len(), &contested),
        figures,
        contested,
        origins: origins.len(),
    }
}

fn title(kind: &str, place: Option<&str>, interval: Interval) -> String {
    let mut title = kind.replace('_', " ");
    if let Some(place) = place {
        title.push_str(&format!(", {place}"));
    }
    if let Some(day) = interval.from {
        title.push_str(&format!(", {}", day.strftime("%-d %B %Y")));
    }
    title
}

fn speaker(report: &Report, claim: &Claim) -> String {
    let chain: Vec<&str> = claim.sources.iter().map(|s| s.name.as_str()).collect();
    if chain.is_empty() { report.outlet().unwrap_or("unknown outlet").to_owned() } else { chain.join(" < ") }
}

fn figures(claims: &[(&Report, &Claim)]) -> Vec<Figure> {
    let mut groups: BTreeMap<(Harm, Side), Vec<ValueBySource>> = BTreeMap::new();
    for (report, claim) in claims {
        for effect in &claim.effects {
            groups.entry((effect.harm, effect.side)).or_default().push(ValueBySource {
                source: speaker(report, claim),
                claim: claim.id.clone(),
                count: effect.count,
                superseded: false,
            });
        }
    }
    let figure = |((harm, side), values): ((Harm, Side), Vec<ValueBySource>)| {
        let low = values.iter().filter_map(|v| v.count.min.or(v.count.max)).min();
        let high = values.iter().filter_map(|v| v.count.max.or(v.count.min)).max();
        let best = values.iter().filter_map(|v| v.count.min.or(v.count.max)).max();
        Figure { harm, side, low, best, high, values }
    };
    groups.into_iter().map(figure).collect()
}

fn contested(claims: &[(&Report, &Claim)], figures: &[Figure]) -> Vec<String> {
    let mut found = Vec::new();
    let denied = claims.iter().any(|(_, c)| c.status == Status::Denied);
    if denied && claims.iter().any(|(_, c)| c.status != Status::Denied) {
        found.push("status".to_owned());
    }
    let fits = |a: Count, b: Count| {
        a.min.unwrap_or(0) <= b.max.unwrap_or(u64::MAX) && b.min.unwrap_or(0) <= a.max.unwrap_or(u64::MAX)
    };
    for figure in figures {
        if figure.values.iter().any(|a| figure.values.iter().any(|b| !fits(a.count, b.count))) {
            let harm = serde_json::to_value(figure.harm).expect("a harm is a plain name");
            found.push(format!("{}:{}", harm.as_str().unwrap_or_default(), figure.side.name()));
        }
    }
    found
}

fn grade(origins: usize, contested: &[String]) -> Grade {
    let (level, reason) = match (origins, contested.is_empty()) {
        (_, false) => ("contested", "Sources contradict each other."),
        (1, true) => ("weak", "Only one origin tells of it."),
        (_, true) => ("fair", "Several independent origins agree."),
    };
    Grade { level: level.to_owned(), reason: reason.to_owned() }
}
