//! Discs, sectors and hulls as rings: closed and counter-clockwise.

use super::geodesy::destination;
use ascribe_model::Ring;
use geo::{Contains, ConvexHull, Coord, LineString, MultiPoint, Orient, Point, Polygon, orient::Direction};

/// Corners of a whole circle.
const CORNERS: usize = 36;

/// A disc of `km` around a `(lat, lon)` point.
pub fn disc(center: (f64, f64), km: f64) -> Ring {
    let corners = (0..CORNERS).map(|i| destination(center, 360.0 * i as f64 / CORNERS as f64, km));
    ring(corners.collect())
}

/// The part of a disc that lies within `half` degrees of a bearing, from `inner` km outwards.
pub fn sector(center: (f64, f64), bearing: f64, half: f64, inner: f64, outer: f64) -> Ring {
    let steps = ((half / 5.0).ceil() as usize).max(2) * 2;
    let turn = |i: usize| bearing - half + 2.0 * half * i as f64 / steps as f64;
    let mut points: Vec<(f64, f64)> = (0..=steps).map(|i| destination(center, turn(i), outer)).collect();
    if inner > 0.0 {
        points.extend((0..=steps).rev().map(|i| destination(center, turn(i), inner)));
    } else {
        points.push(center);
    }
    ring(points)
}

/// The smallest convex area that holds the points; `None` for fewer than three or for a line.
pub fn hull(points: &[(f64, f64)]) -> Option<Ring> {
    let points: MultiPoint = points.iter().map(|(lat, lon)| Point::new(*lon, *lat)).collect();
    let hull = points.convex_hull();
    let distinct = hull.exterior().coords().count();
    (distinct >= 4).then(|| of_polygon(&hull))
}

/// True where the ring holds the `(lat, lon)` point.
pub fn ring_contains(ring: &Ring, point: (f64, f64)) -> bool {
    polygon(ring).contains(&Point::new(point.1, point.0))
}

fn ring(points: Vec<(f64, f64)>) -> Ring {
    of_polygon(&polygon(&unwrapped(points)))
}

/// Across the date line longitudes run on beyond 180, so that the ring stays in one piece.
fn unwrapped(points: Vec<(f64, f64)>) -> Ring {
    let first = points.first().map_or(0.0, |p| p.1);
    let near = |lon: f64| lon - 360.0 * ((lon - first) / 360.0).round();
    points.into_iter().map(|(lat, lon)| [near(lon), lat]).collect()
}

fn polygon(ring: &Ring) -> Polygon {
    Polygon::new(ring.iter().map(|p| Coord { x: p[0], y: p[1] }).collect::<LineString>(), Vec::new())
}

/// A clockwise ring would mean the rest of the Earth, so every polygon is oriented on its way out.
fn of_polygon(polygon: &Polygon) -> Ring {
    polygon.orient(Direction::Default).exterior().coords().map(|c| [c.x, c.y]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Area, GeodesicArea};
    use proptest::prelude::*;

    fn km2(ring: &Ring) -> f64 {
        polygon(ring).geodesic_area_signed() / 1e6
    }

    proptest! {
        #[test]
        fn areas_are_closed_counterclockwise_and_keep_their_size(
            lat in -65.0f64..65.0, lon in -180.0f64..180.0, turn in 0.0f64..360.0, far in 5.0f64..200.0,
        ) {
            let whole = disc((lat, lon), far);
            prop_assert_eq!(whole.first(), whole.last());
            prop_assert!(polygon(&whole).signed_area() > 0.0);
            let expected = std::f64::consts::PI * far * far;
            prop_assert!((km2(&whole) / expected - 1.0).abs() < 0.03, "{} of {}", km2(&whole), expected);
            let quarter = sector((lat, lon), turn, 45.0, 0.0, far);
            prop_assert!((km2(&quarter) / (expected / 4.0) - 1.0).abs() < 0.05);
        }

        #[test]
        fn a_sector_holds_its_middle(
            lat in -65.0f64..65.0, lon in -170.0f64..170.0, turn in 0.0f64..360.0, far in 5.0f64..150.0,
        ) {
            let ring = sector((lat, lon), turn, 45.0, far * 0.2, far);
            prop_assert!(ring_contains(&ring, destination((lat, lon), turn, far * 0.6)));
        }
    }

    #[test]
    fn a_triangle_of_towns() {
        let towns = [(35.0, 40.0), (35.5, 40.5), (34.5, 41.0)];
        let ring = hull(&towns).expect("three towns");
        assert!(ring_contains(&ring, (35.0, 40.5)));
        assert!(hull(&towns[..2]).is_none());
    }
}
