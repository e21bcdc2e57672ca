//! The precision codes of other datasets, derived from a shape.

use ascribe_model::{PlaceKind, PlacePrecision, Shape};

/// ACLED `geo_precision`, UCDP `where_prec` and GTD `specificity` of a shape; `None` for a place that is
/// not resolved. A country as a whole has UCDP 6, water 7.
pub fn precision(shape: Option<&Shape>, form: PlaceKind, country_wide: bool, water: bool) -> PlacePrecision {
    let reach = shape.map(reach_km);
    if water {
        return PlacePrecision { acled: 3, ucdp: 7, gtd: 5 };
    }
    if country_wide {
        return PlacePrecision { acled: 3, ucdp: 6, gtd: 5 };
    }
    match (reach, form) {
        (None, _) => PlacePrecision { acled: 3, ucdp: 6, gtd: 5 },
        (Some(km), PlaceKind::Point) if km <= 5.0 => PlacePrecision { acled: 1, ucdp: 1, gtd: 1 },
        (Some(km), PlaceKind::Point) if km <= 25.0 => PlacePrecision { acled: 2, ucdp: 2, gtd: 2 },
        (Some(_), PlaceKind::Line) => PlacePrecision { acled: 2, ucdp: 5, gtd: 3 },
        (Some(km), _) if km <= 25.0 => PlacePrecision { acled: 2, ucdp: 3, gtd: 3 },
        _ => PlacePrecision { acled: 3, ucdp: 4, gtd: 4 },
    }
}

/// About how far the shape reaches from its middle, in km.
fn reach_km(shape: &Shape) -> f64 {
    match shape {
        Shape::Point { radius_km, .. } => *radius_km,
        Shape::Line { path, radius_km } => {
            let ends = path.first().zip(path.last());
            ends.map_or(*radius_km, |(a, b)| super::km((a[1], a[0]), (b[1], b[0])) / 2.0 + radius_km)
        }
        Shape::Area { rings, radius_km } => {
            let points = rings.iter().flatten();
            let (south, north) = points.fold((90.0f64, -90.0f64), |(s, n), p| (s.min(p[1]), n.max(p[1])));
            (north - south).max(0.0) * 111.2 / 2.0 + radius_km
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_follow_the_reach() {
        let town = Shape::Point { lat: 35.0, lon: 40.0, radius_km: 4.0 };
        let near = Shape::Point { lat: 35.0, lon: 40.0, radius_km: 15.0 };
        let province = Shape::Area { rings: vec![super::super::disc((35.0, 40.0), 80.0)], radius_km: 10.0 };
        let codes = |shape, form| {
            let p = precision(Some(shape), form, false, false);
            (p.acled, p.ucdp, p.gtd)
        };
        assert_eq!(codes(&town, PlaceKind::Point), (1, 1, 1));
        assert_eq!(codes(&near, PlaceKind::Point), (2, 2, 2));
        assert_eq!(codes(&province, PlaceKind::Area), (3, 4, 4));
        assert_eq!(precision(None, PlaceKind::Point, true, false).ucdp, 6);
        assert_eq!(precision(None, PlaceKind::Area, false, true).ucdp, 7);
    }
}
