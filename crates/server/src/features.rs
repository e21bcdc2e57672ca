//! Events as GeoJSON: one point each to cluster and click, and the shape of what is not a point.

use ascribe_model::{Event, Shape};
use serde_json::{Value, json};

/// Corners of a drawn disc.
const CORNERS: u32 = 36;
/// A disc of fewer kilometres is the town itself: its point says as much.
const SMALLEST_DISC_KM: f64 = 5.0;
/// Kilometres in a degree of latitude.
const DEGREE_KM: f64 = 111.32;

/// A feature collection. Every located event has one feature with `"part": "point"`; where its place is
/// a disc, a line or an area, one more with `"part": "shape"`.
pub(crate) fn collection(events: &[Event], total: usize) -> Value {
    let features: Vec<Value> =
        events.iter().flat_map(|event| [point(event), shape(event)]).flatten().collect();
    json!({ "type": "FeatureCollection", "total": total, "features": features })
}

fn point(event: &Event) -> Option<Value> {
    let place = event.place.as_ref()?;
    let (lon, lat) = (place.lon?, place.lat?);
    Some(feature(event, "point", json!({ "type": "Point", "coordinates": [lon, lat] }), 0.0))
}

fn shape(event: &Event) -> Option<Value> {
    let (geometry, radius_km) = match event.place.as_ref()?.shape.as_ref()? {
        Shape::Point { radius_km, .. } if *radius_km < SMALLEST_DISC_KM => return None,
        Shape::Point { lat, lon, radius_km } => (disc(*lat, *lon, *radius_km), *radius_km),
        Shape::Line { path, radius_km } if path.len() > 1 => {
            (json!({ "type": "LineString", "coordinates": rounded(path) }), *radius_km)
        }
        Shape::Area { rings, radius_km } if !rings.is_empty() => {
            let polygons: Vec<_> = rings.iter().map(|ring| [rounded(ring)]).collect();
            (json!({ "type": "MultiPolygon", "coordinates": polygons }), *radius_km)
        }
        Shape::Line { .. } | Shape::Area { .. } => return None,
    };
    Some(feature(event, "shape", geometry, radius_km))
}

fn feature(event: &Event, part: &str, geometry: Value, radius_km: f64) -> Value {
    json!({
        "type": "Feature",
        "geometry": geometry,
        "properties": {
            "id": event.id,
            "part": part,
            "title": event.title,
            "type": event.kind,
            "from": event.interval.from,
            "to": event.interval.to,
            "contested": !event.contested.is_empty(),
            "origins": event.origins,
            "claims": event.claims.len(),
            "grade": event.grade.level,
            "place": event.place.as_ref().map(|p| &p.text),
            "radius_km": radius_km,
        }
    })
}

/// A polygon around a point. Close to a pole it is cut off rather than bent over it.
fn disc(lat: f64, lon: f64, radius_km: f64) -> Value {
    let up = radius_km.max(0.1) / DEGREE_KM;
    let across = up / lat.abs().min(85.0).to_radians().cos();
    let ring: Vec<[f64; 2]> = (0..=CORNERS)
        .map(|corner| {
            let angle = f64::from(corner % CORNERS) / f64::from(CORNERS) * std::f64::consts::TAU;
            [lon + across * angle.cos(), (lat + up * angle.sin()).clamp(-90.0, 90.0)]
        })
        .collect();
    json!({ "type": "Polygon", "coordinates": [rounded(&ring)] })
}

/// To four decimals, which is 11 m: no place of a report is known better, and the answer is half as long.
fn rounded(path: &[[f64; 2]]) -> Vec<[f64; 2]> {
    path.iter().map(|position| position.map(|degrees| (degrees * 1e4).round() / 1e4)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_model::Place;

    #[test]
    fn disc_is_closed_and_has_its_radius() {
        let ring = disc(60.0, 10.0, 111.32)["coordinates"][0].clone();
        let ring: Vec<[f64; 2]> = serde_json::from_value(ring).expect("pairs of numbers");
        assert_eq!(ring.first(), ring.last());
        assert!((ring[0][0] - 12.0).abs() < 1e-6, "a degree is half as wide at 60° north");
    }

    #[test]
    fn unlocated_events_are_left_out() {
        let nowhere =
            Event { place: Some(Place { text: "Erewhon".into(), ..Place::default() }), ..Event::default() };
        assert_eq!(collection(&[Event::default(), nowhere], 2)["features"], json!([]));
    }
}
