//! The box around a shape, in degrees: what the spatial index holds and a map window asks for.

use ascribe_model::{Place, Shape};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Kilometres in a degree of latitude.
const DEGREE_KM: f64 = 111.32;

/// A window on the map in degrees. `west > east` reaches over the 180th meridian.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Bounds {
    /// Western edge, -180..180.
    pub west: f64,
    /// Southern edge, -90..90.
    pub south: f64,
    /// Eastern edge.
    pub east: f64,
    /// Northern edge.
    pub north: f64,
}

impl Bounds {
    /// Reads `west,south,east,north`, the order of GeoJSON.
    pub fn parse(text: &str) -> Option<Self> {
        let numbers: Vec<f64> = text.split(',').map(|n| n.trim().parse().ok()).collect::<Option<_>>()?;
        let &[west, south, east, north] = numbers.as_slice() else { return None };
        let fits = numbers.iter().all(|n| n.is_finite()) && south <= north;
        fits.then_some(Self { west, south, east, north })
    }

    /// The box around the place: of its shape, else of its point; none where it was not resolved.
    pub fn of(place: &Place) -> Option<Self> {
        match (&place.shape, place.lat, place.lon) {
            (Some(Shape::Point { lat, lon, radius_km }), ..) => Self::around([[*lon, *lat]], *radius_km),
            (Some(Shape::Line { path, radius_km }), ..) => Self::around(path.iter().copied(), *radius_km),
            (Some(Shape::Area { rings, radius_km }), ..) => {
                Self::around(rings.iter().flatten().copied(), *radius_km)
            }
            (None, Some(lat), Some(lon)) => Self::around([[lon, lat]], 0.0),
            _ => None,
        }
    }

    /// The box around `(lon, lat)` points, widened by a distance.
    fn around(points: impl IntoIterator<Item = [f64; 2]>, radius_km: f64) -> Option<Self> {
        let mut found: Option<Self> = None;
        for [lon, lat] in points {
            let at = Self { west: lon, south: lat, east: lon, north: lat };
            found = Some(found.map_or(at, |b| b.join(at)));
        }
        let inner = found.filter(|b| [b.west, b.south, b.east, b.north].iter().all(|n| n.is_finite()))?;
        let up = radius_km.max(0.0) / DEGREE_KM;
        // Degrees of longitude shrink towards the poles; there the box reaches all around.
        let widest = inner.south.abs().max(inner.north.abs()).min(89.0).to_radians().cos();
        let across = up / widest;
        Some(Self {
            west: (inner.west - across).max(-180.0),
            south: (inner.south - up).max(-90.0),
            east: (inner.east + across).min(180.0),
            north: (inner.north + up).min(90.0),
        })
    }

    fn join(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn window_text() {
        assert_eq!(
            Bounds::parse("35.5, 32,42.4,37.3"),
            Some(Bounds { west: 35.5, south: 32.0, east: 42.4, north: 37.3 })
        );
        for wrong in ["", "1,2,3", "1,2,3,4,5", "a,b,c,d", "1,9,2,3", "1,NaN,2,3"] {
            assert_eq!(Bounds::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn box_holds_the_disc() {
        let shape = Shape::Point { lat: 60.0, lon: 10.0, radius_km: 111.32 };
        let place = Place { shape: Some(shape), ..Place::default() };
        let found = Bounds::of(&place).expect("a resolved place has a box");
        assert!((found.north - 61.0).abs() < 1e-9 && (found.south - 59.0).abs() < 1e-9);
        assert!((found.east - 12.0).abs() < 1e-6, "a degree is half as wide at 60° north: {found:?}");
    }

    #[test]
    fn unresolved_place_has_none() {
        assert_eq!(Bounds::of(&Place { text: "Erewhon".into(), ..Place::default() }), None);
        let empty = Place { shape: Some(Shape::Area { rings: vec![], radius_km: 1.0 }), ..Place::default() };
        assert_eq!(Bounds::of(&empty), None);
    }
}
