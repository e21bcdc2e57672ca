//! Kinds of things by who owns them: civilians, whoever fights over them, or whoever holds the ground.

/// Things of civilians.
const CIVILIAN_THINGS: [&str; 36] = [
    "house",
    "home",
    "school",
    "hospital",
    "clinic",
    "mosque",
    "church",
    "synagogue",
    "temple",
    "shop",
    "store",
    "market",
    "mill",
    "bakery",
    "farm",
    "crop",
    "pipeline",
    "bus",
    "car",
    "train",
    "ship",
    "vessel",
    "boat",
    "tanker",
    "hotel",
    "inn",
    "restaurant",
    "business",
    "bank",
    "station",
    "property",
    "apartment",
    "refinery",
    "infrastructure",
    "railway",
    "ambulance",
];

/// Things that serve fighters and others alike: whose they are the fight shows.
const SHARED_THINGS: [&str; 8] =
    ["building", "bridge", "tower", "route", "road", "plant", "warehouse", "village"];

/// Things of those who bear arms or govern, and gatherings.
const POSTS: [&str; 30] = [
    "convoy",
    "checkpoint",
    "post",
    "outpost",
    "base",
    "barracks",
    "garrison",
    "headquarters",
    "office",
    "camp",
    "vehicle",
    "truck",
    "tank",
    "embassy",
    "consulate",
    "depot",
    "mine",
    "field",
    "compound",
    "complex",
    "airport",
    "airbase",
    "facility",
    "gathering",
    "procession",
    "wedding",
    "funeral",
    "rally",
    "center",
    "centre",
];

/// True where the name ends in what people attack: buildings, vehicles, posts, gatherings.
pub fn may_be_attacked(name: &str) -> bool {
    is_civilian(name) || ends_in(name, &POSTS) || ends_in(name, &SHARED_THINGS[..3])
}

/// True where the last word of the name is such a thing.
pub fn is_civilian(victims: &str) -> bool {
    ends_in(victims, &CIVILIAN_THINGS)
}

/// True where it is a thing that either may use ("a bridge").
pub fn is_shared(victims: &str) -> bool {
    ends_in(victims, &SHARED_THINGS)
}

fn ends_in(victims: &str, things: &[&str]) -> bool {
    let last = victims.rsplit(' ').next().unwrap_or(victims).to_lowercase();
    things
        .iter()
        .any(|t| last == *t || last.strip_suffix('s') == Some(t) || last.strip_suffix("es") == Some(t))
}
