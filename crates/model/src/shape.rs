//! Places as shapes in WGS84 degrees.

use serde::{Deserialize, Serialize};

/// A closed ring of `(lon, lat)` pairs in degrees, counter-clockwise, first point repeated last.
pub type Ring = Vec<[f64; 2]>;

/// Where something is, with how sure that is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Shape {
    /// A disc around a point: a town, or "near X" with a wider radius.
    Point {
        /// Degrees north.
        lat: f64,
        /// Degrees east.
        lon: f64,
        /// Uncertainty in km.
        radius_km: f64,
    },
    /// A corridor: along a road, a river bank, between two towns.
    Line {
        /// `(lon, lat)` in order.
        path: Vec<[f64; 2]>,
        /// Half the corridor's width in km.
        radius_km: f64,
    },
    /// One or more polygons: a region, a sector "southwest of X", a triangle of towns.
    Area {
        /// Outer rings.
        rings: Vec<Ring>,
        /// Uncertainty of the border in km.
        radius_km: f64,
    },
}

/// Precision of a place in the codes of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PlacePrecision {
    /// ACLED `geo_precision`: 1 exact town, 2 near or small region, 3 province.
    pub acled: u8,
    /// UCDP GED `where_prec`, 1 exact … 7 international waters.
    pub ucdp: u8,
    /// GTD `specificity`, 1 exact … 5 unknown.
    pub gtd: u8,
}

/// Great-circle distance between two `(lat, lon)` pairs in degrees; haversine on a sphere of 6371 km, good
/// to 0.6 %.
pub fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (la, lo, lb, mo) = (a.0.to_radians(), a.1.to_radians(), b.0.to_radians(), b.1.to_radians());
    let h = ((lb - la) / 2.0).sin().powi(2) + la.cos() * lb.cos() * ((mo - lo) / 2.0).sin().powi(2);
    2.0 * 6371.0 * h.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damascus_to_aleppo_is_310_km() {
        let km = kilometres((33.51, 36.29), (36.20, 37.16));
        assert!((309.0..312.0).contains(&km), "{km}");
    }
}
