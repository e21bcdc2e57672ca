//! Parts of countries: "southern Somalia" is where its southern towns are, not a slice of a disc.

use super::area::{hull, ring_contains};
use super::geodesy::{bearing, destination, km};
use super::place::{PART, Placed, area};
use crate::gazetteer::{Candidate, Extent};

/// How far to either side of the bearing a town counts, in degrees.
const HALF: f64 = 45.0;
/// Towns nearer to the middle than this share of the radius are of no part.
const INNER: f64 = 0.25;
/// Towns farther than so many radii are on islands far away.
const OUTER: f64 = 3.0;
/// Fewer towns tell nothing.
const FEWEST: usize = 8;

/// The part of a country towards a bearing: the hull of its towns there. Its point lies halfway between the middle
/// of those towns, which crowd where people live, and the middle of a disc of the country's size. `None` where too
/// few towns are known.
pub fn part_of_country(country: &Candidate, towards: f64, towns: &[(f64, f64)]) -> Option<Placed> {
    let center = (country.lat, country.lon);
    let Some(Extent::Radius(radius)) = country.extent else { return None };
    let there = |town: &&(f64, f64)| {
        let turn = (bearing(center, **town) - towards + 540.0).rem_euclid(360.0) - 180.0;
        let far = km(center, **town) / radius;
        turn.abs() <= HALF && (INNER..=OUTER).contains(&far)
    };
    let mut part: Vec<(f64, f64)> = towns.iter().filter(there).copied().collect();
    if part.len() < FEWEST {
        return None;
    }
    let mean = |of: fn(&(f64, f64)) -> f64| part.iter().map(of).sum::<f64>() / part.len() as f64;
    let towns = (mean(|t| t.0), mean(|t| t.1));
    let disc = destination(center, towards, PART * radius);
    let middle = ((towns.0 + disc.0) / 2.0, (towns.1 + disc.1) / 2.0);
    part.push(disc);
    let ring = hull(&part)?;
    ring_contains(&ring, middle).then(|| area(vec![ring], middle, 0.25 * radius))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use ascribe_model::Shape;

    #[test]
    fn the_south_of_a_long_country_is_where_its_southern_towns_are() {
        let gazetteer = Gazetteer::builtin().expect("built-in gazetteer");
        let part = |name: &str, towards: f64| {
            let country = gazetteer.look_up(name)[0];
            let placed = part_of_country(&country, towards, gazetteer.towns_of(country.country.first()));
            placed.expect("many towns")
        };
        // Kandahar and Lashkar Gah, Mosul and Kirkuk: to within 90 km of what reports mean.
        for (name, towards, about) in [
            ("Afghanistan", 180.0, (31.6, 65.5)),
            ("Iraq", 0.0, (36.1, 43.6)),
            ("Sri Lanka", 0.0, (9.2, 80.5)),
        ] {
            let placed = part(name, towards);
            let Shape::Area { rings, .. } = &placed.shape else { panic!("{name} is no area") };
            assert!(ring_contains(&rings[0], (placed.lat, placed.lon)), "{name}");
            assert!(km((placed.lat, placed.lon), about) < 90.0, "{name}: {} {}", placed.lat, placed.lon);
        }
        let country = gazetteer.look_up("Iraq")[0];
        assert_eq!(part_of_country(&country, 0.0, &[(36.0, 43.0)]), None);
    }
}
