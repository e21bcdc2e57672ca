//! `ascribe show event` for people: claims side by side, then who says what of each attribute, who contradicts
//! whom, who knows of it independently, and why it is held to be one event.

use super::events::figure;
use super::show::says;
use super::words;
use crate::table::render;
use ascribe_casebook::EventFile;
use ascribe_events::{AttributeValue, Detail, Dispute, Voice};
use ascribe_model::{Origin, Side};

/// The whole page.
pub fn event_text(file: &EventFile) -> String {
    let event = &file.event;
    let mut text = head(file);
    let rows = file.records.iter().map(|c| {
        vec![
            says(c),
            words::kind(&c.claim),
            words::actors(&c.claim),
            words::places(&c.claim),
            words::time(&c.claim),
            words::effects(&c.claim),
        ]
    });
    text += &render(&["who says", "what", "who", "where", "when", "how many"], rows);
    text += &attributes(&file.detail);
    text += &disputes(&file.detail.disputes);
    text += "\nindependent origins (copies, and one source quoted by many, are one)\n";
    event.independent.iter().for_each(|o| text += &origin(o));
    text += &joined(&file.detail);
    for (title, events) in [("contains", &file.contains), ("part of", &file.part_of)] {
        for event in events {
            text += &format!("{title}  {}  {}\n", event.id, event.title);
        }
    }
    text += "\nin these words\n";
    for c in &file.records {
        let quote = c.claim.quote.split_whitespace().collect::<Vec<_>>().join(" ");
        text += &format!("[{}] “{quote}”\n", c.claim.id);
    }
    text
}

fn head(file: &EventFile) -> String {
    let event = &file.event;
    let mut text = format!("{}  {}\n", event.id, event.title);
    text += &format!("when      {}\n", words::interval(&event.interval));
    if let Some(place) = &event.place {
        let at = place.lat.zip(place.lon).map(|(a, o)| format!("  ({a:.3}, {o:.3})")).unwrap_or_default();
        text += &format!("where     {}{at}\n", place.text);
    }
    for f in &event.figures {
        text += &format!("figures   {}\n", figure(f));
    }
    if !event.contested.is_empty() {
        text += &format!("contested {}\n", event.contested.join(", "));
    }
    text += &format!("grade     {}: {}\n", event.grade.level, event.grade.reason);
    text + &format!("origins   {} independent, {} claims\n\n", event.origins, event.claims.len())
}

/// Attribute by attribute who says what, then who is behind it.
fn attributes(detail: &Detail) -> String {
    let mut text = String::from("\nattribute by attribute (! contested)\n");
    for attribute in &detail.attributes {
        let mark = if attribute.contested { "!" } else { " " };
        for value in &attribute.values {
            text += &format!("{mark}{:18} {}\n", attribute.name, said(value));
        }
    }
    let responsibility = &detail.responsibility;
    for (what, values) in
        [("claimed by", &responsibility.claimed), ("put down to", &responsibility.attributed)]
    {
        for value in values {
            text += &format!("{what:19} {}\n", said(value));
        }
    }
    for voice in &responsibility.denied {
        text += &format!("denied by           {}\n", voice_text(voice));
    }
    text
}

/// "killed:civilian  A  2 — army (state) …  against B", a line a camp.
fn disputes(all: &[Dispute]) -> String {
    let mut text = String::new();
    for (n, dispute) in all.iter().enumerate() {
        text += if n == 0 { "\nwho contradicts whom\n" } else { "" };
        for (at, camp) in dispute.camps.iter().enumerate() {
            let voices: Vec<String> = camp.by.iter().map(voice_text).collect();
            let against: Vec<String> = camp.against.iter().map(|&other| letter(other)).collect();
            let (values, voices) = (camp.values.join(", "), voices.join("; "));
            let (name, camp, against) = (&dispute.attribute, letter(at), against.join(", "));
            text += &format!(" {name:18} {camp}: {values}  — {voices}  (against {against})\n");
        }
    }
    text
}

/// A, B, … Z, then numbers.
fn letter(at: usize) -> String {
    u8::try_from(at)
        .ok()
        .filter(|n| *n < 26)
        .map_or(format!("#{}", at + 1), |n| char::from(b'A' + n).to_string())
}

fn origin(origin: &Origin) -> String {
    let mut text = format!("{}{}  ({} claims)\n", origin.name, side(origin.side), origin.claims.len());
    for carrier in &origin.carried_by {
        let date = carrier.published.map(|d| format!(", {d}")).unwrap_or_default();
        text += &format!("  in {} [{}{date}]: {}\n", carrier.outlet, carrier.report, carrier.because);
    }
    text
}

fn joined(detail: &Detail) -> String {
    let mut text = String::new();
    for (n, joint) in detail.joined.iter().enumerate() {
        text += if n == 0 { "\nheld to be one event because\n" } else { "" };
        let reasons: Vec<String> =
            joint.reasons.iter().map(|r| format!("{} ({:+})", r.says, r.points)).collect();
        text += &format!("{} + {}  {}: {}\n", joint.a, joint.b, joint.points, reasons.join(", "));
    }
    text
}

fn said(value: &AttributeValue) -> String {
    let voices: Vec<String> = value.by.iter().map(voice_text).collect();
    format!("{}  — {}", value.value, voices.join("; "))
}

/// "army (state) in Gao Courier [gao-wire#1]", and that a later figure replaced it.
fn voice_text(voice: &Voice) -> String {
    let outlet = if voice.outlet == voice.source { String::new() } else { format!(" in {}", voice.outlet) };
    let superseded = if voice.superseded { ", since replaced" } else { "" };
    format!("{}{}{outlet} [{}]{superseded}", voice.source, side(voice.side), voice.claim)
}

fn side(side: Side) -> String {
    if side == Side::Unknown { String::new() } else { format!(" ({})", side.name()) }
}
