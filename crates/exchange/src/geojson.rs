//! GeoJSON (RFC 7946): one feature a place of an event's claims, with its shape.

use crate::columns::chain;
use crate::{ExchangeError, Format, Snapshot};
use ascribe_model::{Place, Shape};
use serde_json::{Value, json};
use std::io::Write;

/// One feature a claimed place.
pub const FORMAT: Format = Format {
    name: "geojson",
    extension: "geojson",
    about: "GeoJSON, one feature for every place of every claim, with its shape",
    flattens: "claims without a resolved place are left out; uncertainty in km is a property, not a geometry",
    write,
};

fn write(snapshot: &Snapshot, out: &mut dyn Write) -> Result<(), ExchangeError> {
    let features: Vec<Value> = snapshot
        .claims
        .iter()
        .flat_map(|(report, claim)| {
            let origin = snapshot.origins.get(&claim.id);
            claim.places.iter().filter_map(move |place| {
                Some(json!({
                    "type": "Feature",
                    "geometry": geometry(place)?,
                    "properties": {
                        "claim": claim.id, "event": claim.event, "report": report, "type": claim.kind,
                        "status": claim.status, "sources": chain(&claim.sources), "place": place.text,
                        "relation": place.relation, "radius_km": radius(place), "from": claim.time.interval.from,
                        "to": claim.time.interval.to, "quote": claim.quote,
                        "origin": origin.map(|(name, _)| name), "origins_of_event": origin.map(|(_, n)| n),
                    },
                }))
            })
        })
        .collect();
    serde_json::to_writer(&mut *out, &json!({ "type": "FeatureCollection", "features": features }))?;
    out.write_all(b"\n")?;
    Ok(())
}

/// The shape where there is one, else the representative point.
fn geometry(place: &Place) -> Option<Value> {
    let point = |lat: f64, lon: f64| json!({ "type": "Point", "coordinates": [lon, lat] });
    match &place.shape {
        Some(Shape::Point { lat, lon, .. }) => Some(point(*lat, *lon)),
        Some(Shape::Line { path, .. }) => Some(json!({ "type": "LineString", "coordinates": path })),
        Some(Shape::Area { rings, .. }) => {
            let polygons: Vec<_> = rings.iter().map(|ring| vec![ring]).collect();
            Some(json!({ "type": "MultiPolygon", "coordinates": polygons }))
        }
        None => Some(point(place.lat?, place.lon?)),
    }
}

fn radius(place: &Place) -> Option<f64> {
    match place.shape.as_ref()? {
        Shape::Point { radius_km, .. } | Shape::Line { radius_km, .. } | Shape::Area { radius_km, .. } => {
            Some(*radius_km)
        }
    }
}
