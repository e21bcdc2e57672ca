//! Distances and bearings on a sphere: good to 0.5 %, which is finer than any place in a report.

/// Mean radius of the Earth in km.
const EARTH_KM: f64 = 6371.0;

/// Great-circle distance in km between two `(lat, lon)` pairs in degrees.
pub fn km(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (la, lb) = (a.0.to_radians(), b.0.to_radians());
    let (dlat, dlon) = (lb - la, (b.1 - a.1).to_radians());
    let h = (dlat / 2.0).sin().powi(2) + la.cos() * lb.cos() * (dlon / 2.0).sin().powi(2);
    2.0 * EARTH_KM * h.sqrt().min(1.0).asin()
}

/// The point `km` away in a direction (degrees clockwise from north), as `(lat, lon)`.
pub fn destination(from: (f64, f64), bearing: f64, km: f64) -> (f64, f64) {
    let (lat, lon) = (from.0.to_radians(), from.1.to_radians());
    let (turn, arc) = (bearing.to_radians(), km / EARTH_KM);
    let to = (lat.sin() * arc.cos() + lat.cos() * arc.sin() * turn.cos()).clamp(-1.0, 1.0).asin();
    let east = (turn.sin() * arc.sin() * lat.cos()).atan2(arc.cos() - lat.sin() * to.sin());
    let lon = (lon + east).to_degrees();
    (to.to_degrees(), (lon + 540.0).rem_euclid(360.0) - 180.0)
}

/// The direction from `a` to `b`, in degrees clockwise from north.
pub fn bearing(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (la, lb, dlon) = (a.0.to_radians(), b.0.to_radians(), (b.1 - a.1).to_radians());
    let y = dlon.sin() * lb.cos();
    let x = la.cos() * lb.sin() - la.sin() * lb.cos() * dlon.cos();
    y.atan2(x).to_degrees().rem_euclid(360.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_degree_of_latitude() {
        assert!((km((0.0, 0.0), (1.0, 0.0)) - 111.19).abs() < 0.1);
    }

    proptest! {
        #[test]
        fn destination_is_as_far_as_asked(
            lat in -70.0f64..70.0, lon in -179.0f64..179.0, turn in 0.0f64..360.0, far in 1.0f64..800.0,
        ) {
            let to = destination((lat, lon), turn, far);
            prop_assert!((km((lat, lon), to) - far).abs() < 0.01);
            let back = bearing((lat, lon), to);
            prop_assert!((back - turn).abs() < 0.1 || (back - turn).abs() > 359.9);
        }
    }
}
