//! Of the places that a sentence names for one occurrence, those that are not merely where another lies.

use super::nesting::{coordinated, holds, includes, says_where, words_between};
use crate::assembly::carry::is_whole;
use crate::vocabulary::deeds::{self, Deed};
use ascribe_model::{Place, PlaceKind, PlaceMention, Sentence};

/// Drops repetitions, and a country, region or town that only says where a place named beside it lies
/// ("in Mosul, Iraq", "the Salhiya quarter of Keld", "in a village of Aleppo province").
pub fn distinct(sentence: &Sentence, mentions: Vec<&PlaceMention>) -> Vec<Place> {
    let mut kept: Vec<&PlaceMention> = vec![];
    for mention in mentions {
        let same = kept.iter().position(|k| k.place.text.eq_ignore_ascii_case(&mention.place.text));
        match same {
            // "Killed in Norway, in the south of the country".
            Some(at) if is_whole(&kept[at].place) && !is_whole(&mention.place) => kept[at] = mention,
            Some(_) => {}
            None => kept.push(mention),
        }
    }
    let finer = |m: &&PlaceMention| {
        kept.iter()
            .filter(|k| !std::ptr::eq(**k, *m) && !coordinated(sentence, k, m) && !includes(sentence, m, k))
            .any(|k| {
                !k.place.is_measured() && lies_in(&k.place, &m.place)
                    || says_where(sentence, k, m)
                    || holds(sentence, m, k)
                    || is_landmark(sentence, k, m)
                    || is_over_the_border(sentence, k, m)
                    || is_marked_by(k, m)
                    || owns(m, k)
                    || opens_with(m, k)
            })
    };
    let mut places: Vec<&PlaceMention> = kept.iter().copied().filter(|m| !finer(m)).collect();
    // Where each seems to lie in another, the first is told.
    if places.is_empty() {
        places = kept.first().copied().into_iter().collect();
    }
    places.sort_by_key(|m| m.tokens.start);
    places.dedup_by(|b, a| is_one_spot(&a.place, &b.place));
    places.into_iter().map(|m| m.place.clone()).collect()
}

/// "In Keld, on 12th Street": a street of which no more is known than its town.
fn is_one_spot(a: &Place, b: &Place) -> bool {
    let point = |p: &Place| p.lat.zip(p.lon).filter(|_| p.kind == PlaceKind::Point);
    point(a).is_some() && point(a) == point(b)
}

/// "In Keld on the Norwegian border": a border beside a spot near it says where the spot lies.
fn is_marked_by(spot: &PlaceMention, border: &PlaceMention) -> bool {
    let name = border.place.text.to_lowercase();
    let is_border = ["border", "frontier"].iter().any(|w| name.ends_with(w));
    is_border && spot.place.kind == PlaceKind::Point && !border.place.is_direction()
}

/// "In Salt, soldiers raided a house in Keld": the province by the name of its town.
fn opens_with(region: &PlaceMention, spot: &PlaceMention) -> bool {
    is_region_of(&spot.place, &region.place)
        && region.tokens.start <= 1
        && region.place.relation.as_deref() == Some("in")
}

/// "Posts of Norway along the Salt river": whose they are.
fn owns(country: &PlaceMention, other: &PlaceMention) -> bool {
    country.place.is_country()
        && country.place.relation.as_deref() == Some("of")
        && !other.place.is_country()
        && other.tokens.start > country.tokens.end
}

/// "In Keld near Sarda": the second tells where the first lies.
fn is_landmark(sentence: &Sentence, spot: &PlaceMention, other: &PlaceMention) -> bool {
    let gap = words_between(sentence, spot, other).unwrap_or_default();
    let near = gap.iter().copied().filter(|w| !matches!(*w, "," | "the")).eq(["near"]);
    // "In Keld, 450 km north of Sarda".
    let opens = gap.first().is_some_and(|w| matches!(*w, "," | "("));
    let words = other.place.relation.as_deref().map_or(0, |r| r.split(' ').count());
    if opens && other.place.is_measured() && gap.len() <= words + 2 {
        return spot.place.kind == PlaceKind::Point;
    }
    near && spot.place.kind == PlaceKind::Point
        && spot.place.kilometres_to(&other.place).is_some_and(|km| km <= 80.0)
}

/// "Keld, which lies opposite the Norwegian town of Sarda", "Keld, a town close to the border with Norway": what the place
/// faces.
fn is_over_the_border(sentence: &Sentence, spot: &PlaceMention, other: &PlaceMention) -> bool {
    const FACES: [&str; 4] = ["adjacent", "bordering", "facing", "opposite"];
    const MOST: usize = 10;
    let gap = words_between(sentence, spot, other).unwrap_or_default();
    let aside = gap.first().is_some_and(|w| matches!(*w, "," | "("));
    let border = gap.windows(2).any(|w| w[0] == "border" && matches!(w[1], "with" | "from"));
    let faces = border || gap.iter().any(|w| FACES.contains(w));
    aside
        && faces
        && gap.len() <= MOST
        && !gap.contains(&"and")
        && spot.place.kind == PlaceKind::Point
        && !spot.place.is_direction()
}

/// True where the outer is the region that the inner lies in, with its noun or without: "Salt", "Salt province".
fn is_region_of(inner: &Place, outer: &Place) -> bool {
    let rest = inner.admin1.as_deref().and_then(|name| outer.text.strip_prefix(name));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') && !rest.trim_start().contains(' '))
}

/// "Keld district".
fn is_district(place: &Place) -> bool {
    let noun = place.text.rsplit(' ').next().unwrap_or("").to_lowercase();
    deeds::is(Deed::District, &noun)
}

/// True where `inner` is the finer of two names for one spot.
pub fn lies_in(inner: &Place, outer: &Place) -> bool {
    let near = |km: f64| inner.kilometres_to(outer).is_some_and(|d| d <= km);
    let same_country = inner.country.is_some() && inner.country == outer.country;
    let region = is_region_of(inner, outer);
    match (inner.kind, outer.kind) {
        (PlaceKind::Point, PlaceKind::Area) => {
            // "Sayyid district" is smaller than a province.
            let across = if is_district(outer) { 40.0 } else { 90.0 };
            region || near(across) || (same_country && outer.is_country())
        }
        (PlaceKind::Area | PlaceKind::Line, PlaceKind::Area) => {
            same_country && outer.is_country() && !inner.is_country() || region && is_district(inner)
        }
        _ => false,
    }
}
