//! From a resolved name and the words around it to a shape with a representative point.

use super::area::{disc, hull, ring_contains, sector};
use super::geodesy::destination;
use super::line::{bank, corridor, middle_of_path, nearest, stretch};
use crate::gazetteer::{Candidate, Extent, Kind};
use crate::places::{Position, Resolved};
use ascribe_model::{PlaceKind, Ring, Shape};

/// A shape and the point that stands for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Point, line or area.
    pub kind: PlaceKind,
    /// Degrees north of the representative point.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// The shape; it holds the point, but where a measure leads away from the place named.
    pub shape: Shape,
}

/// "southwest of X" without a distance: up to so many km from a town.
const SIDE_KM: f64 = 25.0;
/// "near X" without a distance.
const NEAR_KM: f64 = 10.0;
/// The countryside of a town.
const COUNTRYSIDE_KM: f64 = 20.0;
/// How far from the middle of a region the point of "northern X" lies, as a share of its radius.
pub(super) const PART: f64 = 0.7;

/// The shape of a name with its surroundings. `near` is another place of the sentence, which tells what
/// stretch of a river or border is meant.
pub fn placed(resolved: &Resolved, position: Position, near: Option<(f64, f64)>) -> Option<Placed> {
    let points: Vec<(f64, f64)> = resolved.places.iter().map(|p| (p.lat, p.lon)).collect();
    match resolved.places.as_slice() {
        [] => None,
        [one] if resolved.containing => {
            let reach = extent_km(one).max(5.0);
            Some(point((one.lat, one.lon), reach))
        }
        [one] => Some(single(one, resolved.part, position, near)),
        [_, _] => along(&corridor(&points), 7.0),
        _ => match hull(&points) {
            Some(ring) => {
                let n = points.len() as f64;
                let middle = (
                    points.iter().map(|p| p.0).sum::<f64>() / n,
                    points.iter().map(|p| p.1).sum::<f64>() / n,
                );
                Some(area(vec![ring], middle, 5.0))
            }
            None => along(&corridor(&points), 7.0),
        },
    }
}

fn single(place: &Candidate, part: Option<f64>, position: Position, near: Option<(f64, f64)>) -> Placed {
    let center = (place.lat, place.lon);
    if let Some(Extent::Path(path)) = place.extent {
        return line(place, path, position, near);
    }
    let position = match (position, part) {
        (Position::Distance(..) | Position::Side(_), _) | (_, None) => position,
        (_, Some(bearing)) => Position::Part(bearing),
    };
    let reach = extent_km(place);
    match position {
        Position::Distance(km, Some(bearing)) => {
            // The place named stands for it, the shape tells where it is.
            let there = point(destination(center, bearing, km), (0.15 * km).max(2.0));
            Placed { lat: center.0, lon: center.1, ..there }
        }
        Position::Distance(km, None) => point(center, km.max(reach)),
        Position::Part(bearing) => part_of(place, bearing, reach),
        Position::Side(bearing) => {
            let outer = reach + SIDE_KM;
            let inner = if place.kind.form() == PlaceKind::Area { reach } else { 0.0 };
            let ring = sector(center, bearing, 45.0, inner, outer);
            area(vec![ring], destination(center, bearing, (inner + outer) / 2.0), 5.0)
        }
        Position::Countryside if place.kind.form() == PlaceKind::Point => {
            area(vec![disc(center, COUNTRYSIDE_KM)], center, 10.0)
        }
        _ if place.kind.form() != PlaceKind::Point => whole(place, reach),
        Position::Near => point(center, reach + NEAR_KM),
        _ => point(center, reach),
    }
}

/// The whole of an area: its own rings where they are known, else a disc of its size.
fn whole(place: &Candidate, reach: f64) -> Placed {
    let center = (place.lat, place.lon);
    match place.extent {
        Some(Extent::Rings(rings)) => area(rings.clone(), center, 1.0),
        _ => area(vec![disc(center, reach)], center, 0.25 * reach),
    }
}

/// "northern X", "the southern countryside of X": a sector of its disc, or of its rings where known.
fn part_of(place: &Candidate, bearing: f64, reach: f64) -> Placed {
    let center = (place.lat, place.lon);
    // The countryside of a town lies around it, that of a province inside it.
    let reach = if place.kind.form() == PlaceKind::Point { reach.max(COUNTRYSIDE_KM) } else { reach };
    let ring = sector(center, bearing, 60.0, 0.0, reach);
    let middle = destination(center, bearing, PART * reach);
    match place.extent {
        Some(Extent::Rings(rings)) => {
            clipped(rings, &ring, middle).unwrap_or_else(|| area(vec![ring], middle, 0.25 * reach))
        }
        _ => area(vec![ring], middle, 0.25 * reach),
    }
}

/// The part of known rings inside a sector; its point is the sector's where that is inside.
fn clipped(rings: &[Ring], sector: &Ring, middle: (f64, f64)) -> Option<Placed> {
    use geo::{Area, BooleanOps, Coord, InteriorPoint, LineString, Orient, Polygon, orient::Direction};
    let polygon = |ring: &Ring| {
        Polygon::new(ring.iter().map(|p| Coord { x: p[0], y: p[1] }).collect::<LineString>(), Vec::new())
    };
    let largest = rings.iter().max_by_key(|r| r.len())?;
    let cut = polygon(largest).intersection(&polygon(sector));
    let biggest = cut.0.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()))?;
    let ring: Ring = biggest.orient(Direction::Default).exterior().coords().map(|c| [c.x, c.y]).collect();
    let inside = if ring_contains(&ring, middle) {
        middle
    } else {
        let point = biggest.interior_point()?;
        (point.y(), point.x())
    };
    Some(area(vec![ring], inside, 3.0))
}

/// A river, a road, a border: the stretch near the rest of the sentence, on the bank that is named.
fn line(place: &Candidate, path: &[(f64, f64)], position: Position, near: Option<(f64, f64)>) -> Placed {
    let part = match near {
        Some(point) => stretch(path, point, 60.0),
        None => path.to_vec(),
    };
    let width = place.kind.reach_km();
    let (path, width) = match position {
        Position::Bank(Some(bearing)) => (bank(&part, bearing, width), width),
        Position::Near | Position::Side(_) => (part, width + NEAR_KM),
        _ => (part, width),
    };
    let middle = match near {
        Some(point) => nearest(&path, point),
        // Of a whole river, the point of the record is the one that reports mean most often.
        None => nearest(&path, (place.lat, place.lon)),
    };
    let middle = middle.unwrap_or((place.lat, place.lon));
    Placed {
        kind: PlaceKind::Line,
        lat: middle.0,
        lon: middle.1,
        shape: Shape::Line { path: lon_lat(&path), radius_km: width },
    }
}

fn along(path: &[(f64, f64)], width: f64) -> Option<Placed> {
    let middle = middle_of_path(path)?;
    if path.len() < 2 {
        return Some(point(middle, width));
    }
    let shape = Shape::Line { path: lon_lat(path), radius_km: width };
    Some(Placed { kind: PlaceKind::Line, lat: middle.0, lon: middle.1, shape })
}

fn lon_lat(path: &[(f64, f64)]) -> Vec<[f64; 2]> {
    path.iter().map(|(lat, lon)| [*lon, *lat]).collect()
}

fn point(at: (f64, f64), radius_km: f64) -> Placed {
    let shape = Shape::Point { lat: at.0, lon: at.1, radius_km };
    Placed { kind: PlaceKind::Point, lat: at.0, lon: at.1, shape }
}

pub(super) fn area(rings: Vec<Ring>, at: (f64, f64), radius_km: f64) -> Placed {
    Placed { kind: PlaceKind::Area, lat: at.0, lon: at.1, shape: Shape::Area { rings, radius_km } }
}

/// How far the place reaches, in km: what its record states, else what its kind and size suggest.
fn extent_km(place: &Candidate) -> f64 {
    match place.extent {
        Some(Extent::Radius(km)) => *km,
        Some(Extent::Rings(_) | Extent::Path(_)) => place.kind.reach_km(),
        // A town of a million people is about 10 km in radius, one of ten thousand about 2 km.
        None if place.kind == Kind::Town => (f64::from(place.population) / 10_000.0).sqrt().clamp(2.0, 25.0),
        None => place.kind.reach_km(),
    }
}
