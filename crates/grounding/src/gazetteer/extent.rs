//! How far a place reaches.

/// The extent of a place, in degrees and km.
#[derive(Debug, Clone, PartialEq)]
pub enum Extent {
    /// About this many km around its point.
    Radius(f64),
    /// Along these `(lat, lon)` points: a river, a road, a border.
    Path(Vec<(f64, f64)>),
    /// Inside these outer rings of `(lon, lat)`, counter-clockwise and closed.
    Rings(Vec<Vec<[f64; 2]>>),
}

impl Extent {
    /// Reads the column of the data files: a number of km, or `lat,lon; lat,lon; …`.
    pub fn parse(text: &str) -> Result<Option<Extent>, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        if !text.contains(',') {
            let km: f64 = text.parse().map_err(|_| format!("extent {text:?} is neither km nor a path"))?;
            return if km > 0.0 {
                Ok(Some(Extent::Radius(km)))
            } else {
                Err("extent must be above 0 km".into())
            };
        }
        let points: Result<Vec<_>, String> = text.split(';').map(parse_point).collect();
        let points = points?;
        if points.len() < 2 { Err("a path needs two points".into()) } else { Ok(Some(Extent::Path(points))) }
    }
}

fn parse_point(text: &str) -> Result<(f64, f64), String> {
    let wrong = || format!("{text:?} is no `lat,lon` pair in degrees");
    let (lat, lon) = text.split_once(',').ok_or_else(wrong)?;
    let (lat, lon): (f64, f64) =
        (lat.trim().parse().map_err(|_| wrong())?, lon.trim().parse().map_err(|_| wrong())?);
    if lat.abs() <= 90.0 && lon.abs() <= 180.0 { Ok((lat, lon)) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radius_and_path() {
        assert_eq!(Extent::parse(""), Ok(None));
        assert_eq!(Extent::parse("40"), Ok(Some(Extent::Radius(40.0))));
        assert_eq!(Extent::parse("1,2; 3,4"), Ok(Some(Extent::Path(vec![(1.0, 2.0), (3.0, 4.0)]))));
        for wrong in ["x", "-3", "1,2", "1,2;99,1", "1,2;3"] {
            assert!(Extent::parse(wrong).is_err(), "{wrong}");
        }
    }
}
