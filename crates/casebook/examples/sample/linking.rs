//! Puts the sample's claims together by the names they were given, so that which claims make an event is
//! known beforehand.

use ascribe_events::{Head, SharedText, Told, record};
use ascribe_model::{Claim, Event, Interval, Report};
use std::collections::BTreeMap;

/// One event for each name in `Claim::event`, across all reports.
pub fn link(reports: &[(Report, Vec<Claim>)]) -> Vec<Event> {
    let heads: Vec<Head> = reports.iter().map(|(report, _)| Head::of(report)).collect();
    let mut groups: BTreeMap<&str, Vec<Told>> = BTreeMap::new();
    for (n, (_, claims)) in reports.iter().enumerate() {
        for claim in claims {
            let told = Told { claim, report: n as i64, head: &heads[n] };
            groups.entry(&claim.event).or_default().push(told);
        }
    }
    groups.into_iter().map(|(name, told)| event(name, told)).collect()
}

fn event(name: &str, told: Vec<Told>) -> Event {
    let event = record(told, &SharedText::default());
    let place = event.place.as_ref().map(|p| p.text.as_str());
    Event { id: format!("e-{name}"), title: title(&event.kind, place, event.interval), ..event }
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
