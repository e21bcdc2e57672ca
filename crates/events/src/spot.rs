//! Where a unit is: points by their distance, shapes by the eight-sided hull around them.

use ascribe_model::{Place, PlaceKind, Shape, kilometres};
use serde::{Deserialize, Serialize};

/// Kilometres in a degree of latitude.
pub const DEGREE_KM: f64 = 111.32;
/// A place wider than this (a country, a desert) tells nothing apart.
const VAGUE_KM: f64 = 400.0;
/// Two towns further apart are two places, whatever a report calls near.
pub const NEAR_KM: f64 = 25.0;

/// A place of a unit. `hull` holds the least and greatest value along four axes (east, north, north-east,
/// south-east) in degrees: two hulls overlap where they do so on every axis.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    /// Degrees north of the representative point.
    pub lat: f64,
    /// Degrees east of it.
    pub lon: f64,
    /// True for a town, false for a line or an area.
    pub point: bool,
    /// Least and greatest along the four axes.
    pub hull: [[f32; 2]; 4],
}

impl Spot {
    /// The place as a spot; none where it is not resolved, only a direction, or too vague.
    pub fn of(place: &Place) -> Option<Spot> {
        let (lat, lon) = (place.lat?, place.lon?);
        if place.is_direction() || !lat.is_finite() || !lon.is_finite() {
            return None;
        }
        let (corners, radius) = match &place.shape {
            Some(Shape::Line { path, radius_km }) => (path.clone(), *radius_km),
            Some(Shape::Area { rings, radius_km }) => (rings.concat(), *radius_km),
            Some(Shape::Point { radius_km, .. }) => (vec![[lon, lat]], *radius_km),
            None => (vec![[lon, lat]], 0.0),
        };
        let corners = if corners.is_empty() { vec![[lon, lat]] } else { corners };
        let hull = hull(&corners, radius.clamp(0.0, 100.0), lat);
        let wide =
            f64::from(hull[1][1] - hull[1][0]).max(f64::from(hull[0][1] - hull[0][0]) * narrowing(lat));
        let point = place.kind == PlaceKind::Point;
        (wide * DEGREE_KM <= VAGUE_KM).then_some(Spot { lat, lon, point, hull })
    }

    /// Kilometres between the representative points.
    pub fn kilometres_to(&self, other: &Spot) -> f64 {
        kilometres((self.lat, self.lon), (other.lat, other.lon))
    }

    /// At least so many kilometres lie between the two hulls; 0 where they may overlap.
    pub fn gap_km(&self, other: &Spot) -> f64 {
        let narrow = narrowing(self.lat.abs().max(other.lat.abs()));
        let scale =
            [narrow, 1.0, narrow * std::f64::consts::FRAC_1_SQRT_2, narrow * std::f64::consts::FRAC_1_SQRT_2];
        let apart = |axis: usize| {
            let ([a, b], [c, d]) = (self.hull[axis], other.hull[axis]);
            f64::from((c - b).max(a - d).max(0.0)) * scale[axis] * DEGREE_KM
        };
        (0..4).map(apart).fold(0.0, f64::max)
    }
}

/// How much shorter a degree of longitude is than one of latitude.
fn narrowing(lat: f64) -> f64 {
    lat.abs().min(85.0).to_radians().cos()
}

fn hull(corners: &[[f64; 2]], radius_km: f64, lat: f64) -> [[f32; 2]; 4] {
    let up = radius_km / DEGREE_KM;
    let across = up / narrowing(lat);
    let reach = [across, up, across + up, across + up];
    let along = |[lon, lat]: [f64; 2]| [lon, lat, lon + lat, lon - lat];
    let mut hull = [[f32::MAX, f32::MIN]; 4];
    for values in corners.iter().filter(|c| c.iter().all(|n| n.is_finite())).map(|&c| along(c)) {
        for (axis, value) in values.into_iter().enumerate() {
            hull[axis][0] = hull[axis][0].min((value - reach[axis]) as f32);
            hull[axis][1] = hull[axis][1].max((value + reach[axis]) as f32);
        }
    }
    hull
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(west: f64, south: f64, size: f64) -> Place {
        let (east, north) = (west + size, south + size);
        let ring = vec![[west, south], [east, south], [east, north], [west, north], [west, south]];
        Place {
            kind: PlaceKind::Area,
            lat: Some(south + size / 2.0),
            lon: Some(west + size / 2.0),
            shape: Some(Shape::Area { rings: vec![ring], radius_km: 0.0 }),
            ..Place::default()
        }
    }

    fn town(lon: f64, lat: f64) -> Place {
        Place { lat: Some(lat), lon: Some(lon), ..Place::default() }
    }

    #[test]
    fn a_town_in_a_province_overlaps_it_and_one_outside_does_not() {
        let province = Spot::of(&area(36.0, 35.0, 1.0)).expect("an area");
        let gap = |place: Place| Spot::of(&place).expect("a town").gap_km(&province);
        assert_eq!(gap(town(36.9, 35.1)), 0.0);
        assert!((80.0..100.0).contains(&gap(town(38.0, 35.5))), "{}", gap(town(38.0, 35.5)));
    }

    #[test]
    fn a_country_and_a_direction_are_no_place_to_tell_things_apart() {
        assert_eq!(Spot::of(&area(36.0, 33.0, 5.0)), None);
        let towards = Place { relation: Some("on the road to".into()), ..town(0.0, 16.0) };
        assert_eq!(Spot::of(&towards), None);
    }
}
