//! Lines: roads, rivers and their banks, the way between two towns.

use super::geodesy::{bearing, destination, km};

/// The way through places in order, as `(lat, lon)`.
pub fn corridor(places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut path: Vec<(f64, f64)> = Vec::new();
    for &place in places {
        // Towns that stand beside each other make no corridor of their own.
        if path.last().is_none_or(|&last| km(last, place) > 0.5) {
            path.push(place);
        }
    }
    path
}

/// The point half-way along a path.
pub fn middle_of_path(path: &[(f64, f64)]) -> Option<(f64, f64)> {
    let total: f64 = path.windows(2).map(|pair| km(pair[0], pair[1])).sum();
    let mut left = total / 2.0;
    for pair in path.windows(2) {
        let length = km(pair[0], pair[1]);
        if left <= length {
            return Some(destination(pair[0], bearing(pair[0], pair[1]), left));
        }
        left -= length;
    }
    path.first().copied()
}

/// The stretch of a path near a point: what lies within `reach` km of it, else the two nearest points.
pub fn stretch(path: &[(f64, f64)], near: (f64, f64), reach: f64) -> Vec<(f64, f64)> {
    let fine = refined(path, 10.0);
    let part: Vec<(f64, f64)> = fine.iter().copied().filter(|&p| km(p, near) <= reach).collect();
    if part.len() >= 2 { part } else { path.to_vec() }
}

/// The point of a path that is nearest to another point.
pub fn nearest(path: &[(f64, f64)], to: (f64, f64)) -> Option<(f64, f64)> {
    refined(path, 5.0).into_iter().min_by(|a, b| km(*a, to).total_cmp(&km(*b, to)))
}

/// The path with points no more than `step` km apart.
fn refined(path: &[(f64, f64)], step: f64) -> Vec<(f64, f64)> {
    let mut fine = Vec::new();
    for pair in path.windows(2) {
        let (length, turn) = (km(pair[0], pair[1]), bearing(pair[0], pair[1]));
        let pieces = (length / step).ceil().max(1.0) as usize;
        fine.extend((0..pieces).map(|i| destination(pair[0], turn, length * i as f64 / pieces as f64)));
    }
    fine.extend(path.last());
    fine
}

/// The path moved by `km` towards a bearing: the bank of a river.
pub fn bank(path: &[(f64, f64)], towards: f64, by_km: f64) -> Vec<(f64, f64)> {
    path.iter().map(|&p| destination(p, towards, by_km)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_middle_lies_on_the_way(
            points in prop::collection::vec((30.0f64..40.0, 30.0f64..40.0), 2..6),
        ) {
            let path = corridor(&points);
            let middle = middle_of_path(&path).expect("two points");
            let nearest = nearest(&path, middle).unwrap_or(middle);
            prop_assert!(km(middle, nearest) < 6.0);
        }
    }

    #[test]
    fn a_bank_lies_on_its_side() {
        let river = [(35.0, 40.0), (34.5, 40.5)];
        let east = bank(&river, 90.0, 5.0);
        assert!(east.iter().zip(&river).all(|(a, b)| a.1 > b.1 && (km(*a, *b) - 5.0).abs() < 0.1));
    }
}
