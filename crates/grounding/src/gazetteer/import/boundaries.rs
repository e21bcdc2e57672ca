//! GeoJSON boundaries: polygons with a name and a country.

use crate::gazetteer::curated::{ADDED, CuratedPlace};
use crate::gazetteer::extent::Extent;
use crate::gazetteer::kind::Kind;
use geo::{Area, Coord, InteriorPoint, LineString, Orient, Polygon, orient::Direction};
use geojson::{Feature, FeatureCollection, GeometryValue, Position};

/// The areas of a file.
#[derive(Default)]
pub struct Areas {
    /// Those that can be used.
    pub found: Vec<NamedArea>,
    /// Features without polygon, name or country.
    pub left_out: usize,
}

/// A boundary with its names.
pub struct NamedArea {
    /// The area as a place.
    pub place: CuratedPlace,
    /// Its other names.
    pub aliases: Vec<String>,
}

/// Reads a feature collection. Names are taken from `name`, `names_en`, `names_ar`; the country from
/// `country`, `iso` or the ISO concordances of Who's On First; the level from `placetype`.
pub fn areas(text: &str) -> Result<Areas, String> {
    let collection: FeatureCollection =
        text.parse().map_err(|e| format!("not a GeoJSON feature collection: {e}"))?;
    let mut areas = Areas::default();
    for feature in &collection.features {
        match named_area(feature) {
            Some(area) => areas.found.push(area),
            None => areas.left_out += 1,
        }
    }
    Ok(areas)
}

fn named_area(feature: &Feature) -> Option<NamedArea> {
    let name = feature.property("name")?.as_str()?.to_owned();
    let kind = match feature.property("placetype").and_then(|p| p.as_str()) {
        Some("country") => return None,
        Some("county" | "localadmin") => Kind::District,
        _ => Kind::Region,
    };
    let polygons: Vec<_> = match &feature.geometry.as_ref()?.value {
        GeometryValue::Polygon { coordinates } => polygon(coordinates).into_iter().collect(),
        GeometryValue::MultiPolygon { coordinates } => {
            coordinates.iter().filter_map(|p| polygon(p)).collect()
        }
        _ => return None,
    };
    let largest = polygons.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()))?;
    let inside = largest.interior_point()?;
    let rings = polygons.iter().map(|p| p.exterior().coords().map(|c| [c.x, c.y]).collect()).collect();
    let place = CuratedPlace {
        name,
        lat: inside.y(),
        lon: inside.x(),
        kind,
        country: country(feature)?,
        admin1: String::new(),
        extent: Some(Extent::Rings(rings)),
        people: 0,
        source: "boundaries added by the user".to_owned(),
        table: ADDED.to_owned(),
    };
    Some(NamedArea { place, aliases: aliases(feature) })
}

/// The polygon without its holes. Clockwise rings would mean the rest of the Earth, so it is oriented.
fn polygon(rings: &[Vec<Position>]) -> Option<Polygon> {
    let outer: Vec<Coord> = rings
        .first()?
        .iter()
        .filter_map(|p| Some(Coord { x: *p.as_slice().first()?, y: *p.as_slice().get(1)? }))
        .collect();
    (outer.len() >= 4).then(|| Polygon::new(LineString::new(outer), Vec::new()).orient(Direction::Default))
}

fn country(feature: &Feature) -> Option<String> {
    let direct = ["country", "iso", "iso_a2"].iter().find_map(|key| feature.property(key)?.as_str());
    let concordances = feature.property("concordances").and_then(|c| c.as_object());
    let by_id =
        concordances.and_then(|c| ["iso:code", "iso:id", "hasc:id"].iter().find_map(|k| c.get(*k)?.as_str()));
    let code = direct.or(by_id)?.get(..2)?.to_ascii_uppercase();
    code.bytes().all(|b| b.is_ascii_uppercase()).then_some(code)
}

fn aliases(feature: &Feature) -> Vec<String> {
    let lists = ["names_en", "names_ar"].iter().filter_map(|key| feature.property(key)?.as_array());
    lists.flatten().filter_map(|name| name.as_str()).map(str::to_owned).collect()
}
