//! A claim's rows: one for the claim, one for each of its values.

use crate::bounds::Bounds;
use ascribe_model::{Claim, Place, Span};
use rusqlite::{Connection, params};
use serde::Serialize;

/// The name that a plain enum has in JSON.
pub(crate) fn name<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// SQLite's integers are signed; a count beyond them is no count of people. `doc` keeps the number.
pub(crate) fn signed(number: Option<u64>) -> Option<i64> {
    number.map(|n| i64::try_from(n).unwrap_or(i64::MAX))
}

fn ends(span: Option<Span>) -> (Option<usize>, Option<usize>) {
    (span.map(|s| s.start), span.map(|s| s.end))
}

/// Files the claims of report number `n`, named after the stored report.
pub(crate) fn insert_all(
    connection: &Connection,
    n: i64,
    report_id: &str,
    claims: &[Claim],
) -> rusqlite::Result<()> {
    for (position, claim) in claims.iter().enumerate() {
        let claim = Claim { id: format!("{report_id}#{}", position + 1), ..claim.clone() };
        insert(connection, n, position, &claim)?;
    }
    Ok(())
}

/// Takes the claims of a report out, with all their values.
pub(crate) fn delete_all(connection: &Connection, n: i64) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM claim_text WHERE rowid IN (SELECT n FROM claim WHERE report = ?)", [n])?;
    connection.execute("DELETE FROM claim WHERE report = ?", [n])?;
    connection.execute("DELETE FROM source WHERE n NOT IN (SELECT source FROM claim_source)", [])?;
    connection.execute("DELETE FROM place_box WHERE n NOT IN (SELECT place FROM claim_place)", [])?;
    connection.execute("DELETE FROM place WHERE n NOT IN (SELECT place FROM claim_place)", [])?;
    Ok(())
}

fn insert(connection: &Connection, report: i64, position: usize, claim: &Claim) -> rusqlite::Result<()> {
    let (time_start, time_end) = ends(claim.time.span);
    connection
        .prepare_cached(
            "INSERT INTO claim (id, report, position, type, status, stance, aggregate, quote, start, \"end\",
               trigger, trigger_start, trigger_end, time_text, time_from, time_to, time_start, time_end,
               responsibility, local_event, rule, confidence, doc)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            claim.id,
            report,
            position,
            claim.kind,
            name(&claim.status),
            name(&claim.stance),
            claim.aggregate,
            claim.quote,
            claim.span.start,
            claim.span.end,
            claim.trigger,
            claim.trigger_span.start,
            claim.trigger_span.end,
            claim.time.text,
            claim.time.interval.from.map(|d| d.to_string()),
            claim.time.interval.to.map(|d| d.to_string()),
            time_start,
            time_end,
            claim.responsibility,
            claim.event,
            claim.rule,
            // NaN would be stored as NULL, and confidence is 0 where nothing is known of it.
            if claim.confidence.is_finite() { claim.confidence } else { 0.0 },
            serde_json::to_string(claim).expect("a claim is plain data with string keys"),
        ])?;
    let n = connection.last_insert_rowid();
    connection
        .prepare_cached("INSERT INTO claim_text (rowid, quote, names) VALUES (?, ?, ?)")?
        .execute(params![n, claim.quote, names(claim)])?;
    insert_sources(connection, n, claim)?;
    insert_actors(connection, n, claim)?;
    insert_places(connection, n, claim)?;
    insert_effects(connection, n, claim)?;
    insert_rest(connection, n, claim)
}

/// What a person may search a claim by, besides its words: names, type and means.
fn names(claim: &Claim) -> String {
    let sources = claim.sources.iter().map(|s| s.name.as_str());
    let actors = claim.actors.iter().map(|a| a.name.as_str());
    let places = claim
        .places
        .iter()
        .flat_map(|p| [Some(p.text.as_str()), p.admin1.as_deref(), p.country.as_deref()])
        .flatten();
    let words = std::iter::once(claim.kind.as_str()).chain(claim.means.iter().map(String::as_str));
    let names = sources.chain(actors).chain(places).chain(words);
    names.collect::<Vec<_>>().join("\n").replace('_', " ")
}

fn insert_sources(connection: &Connection, claim: i64, record: &Claim) -> rusqlite::Result<()> {
    for (position, source) in record.sources.iter().enumerate() {
        connection
            .prepare_cached("INSERT OR IGNORE INTO source (name) VALUES (?)")?
            .execute([&source.name])?;
        let (start, end) = ends(source.span);
        connection
            .prepare_cached("INSERT INTO claim_source SELECT ?, ?, n, ?, ?, ? FROM source WHERE name = ?")?
            .execute(params![claim, position, source.side.name(), start, end, source.name])?;
    }
    Ok(())
}

fn insert_actors(connection: &Connection, claim: i64, record: &Claim) -> rusqlite::Result<()> {
    for (position, actor) in record.actors.iter().enumerate() {
        let (start, end) = ends(actor.span);
        connection.prepare_cached("INSERT INTO claim_actor VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
            params![claim, position, name(&actor.role), actor.name, actor.side.name(), actor.id, start, end],
        )?;
    }
    Ok(())
}

fn insert_places(connection: &Connection, claim: i64, record: &Claim) -> rusqlite::Result<()> {
    for (position, place) in record.places.iter().enumerate() {
        let number = place_number(connection, place)?;
        let (start, end) = ends(place.span);
        connection
            .prepare_cached("INSERT INTO claim_place VALUES (?, ?, ?, ?, ?)")?
            .execute(params![claim, position, number, start, end])?;
    }
    Ok(())
}

/// The number of the place in the file, which is added where it is new.
fn place_number(connection: &Connection, place: &Place) -> rusqlite::Result<i64> {
    let shape = place.shape.as_ref().and_then(|s| serde_json::to_string(s).ok());
    let key = serde_json::to_string(&Place { span: None, ..place.clone() }).unwrap_or_default();
    let added = connection
        .prepare_cached(
            "INSERT OR IGNORE INTO place
               (key, text, relation, kind, lat, lon, admin1, country, gazetteer_id, shape)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            key,
            place.text,
            place.relation,
            name(&place.kind),
            place.lat,
            place.lon,
            place.admin1,
            place.country,
            place.id,
            shape
        ])?;
    let number =
        connection.prepare_cached("SELECT n FROM place WHERE key = ?")?.query_row([&key], |r| r.get(0))?;
    if let (1, Some(b)) = (added, Bounds::of(place)) {
        connection
            .prepare_cached("INSERT INTO place_box VALUES (?, ?, ?, ?, ?)")?
            .execute(params![number, b.west, b.east, b.south, b.north])?;
    }
    Ok(number)
}

fn insert_effects(connection: &Connection, claim: i64, record: &Claim) -> rusqlite::Result<()> {
    for (position, effect) in record.effects.iter().enumerate() {
        let (start, end) = ends(effect.span);
        connection
            .prepare_cached("INSERT INTO claim_effect VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?
            .execute(params![
                claim,
                position,
                name(&effect.harm),
                effect.victims,
                effect.side.name(),
                signed(effect.count.min),
                signed(effect.count.max),
                effect.text,
                start,
                end
            ])?;
    }
    Ok(())
}

fn insert_rest(connection: &Connection, claim: i64, record: &Claim) -> rusqlite::Result<()> {
    for (position, means) in record.means.iter().enumerate() {
        connection
            .prepare_cached("INSERT INTO claim_means VALUES (?, ?, ?)")?
            .execute(params![claim, position, means])?;
    }
    for (position, evidence) in record.evidence.iter().enumerate() {
        connection.prepare_cached("INSERT INTO claim_evidence VALUES (?, ?, ?, ?, ?, ?)")?.execute(
            params![claim, position, evidence.field, evidence.span.start, evidence.span.end, evidence.rule],
        )?;
    }
    Ok(())
}
