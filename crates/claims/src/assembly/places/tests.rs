//! Which of several names in a sentence is the place of an occurrence, on sentences written for it.

use super::*;
use ascribe_model::PlaceKind;
use ascribe_testing::place_at;

fn place(text: &str, kind: PlaceKind, lat: f64, lon: f64) -> Place {
    Place { text: text.to_owned(), kind, lat: Some(lat), lon: Some(lon), ..Place::default() }
}

/// A sentence of words without a tree, and the mentions of the names given with their places.
fn named(words: &str, places: &[Place]) -> (Sentence, Vec<PlaceMention>) {
    let sentence = ascribe_testing::sentence(words);
    let mention = |place: &Place| {
        let at = sentence.tokens.iter().position(|t| t.text == place.text).expect("it is named");
        place_at(at, place.clone())
    };
    let mentions = places.iter().map(mention).collect();
    (sentence, mentions)
}

fn kept(words: &str, places: &[Place]) -> Vec<String> {
    let (sentence, mentions) = named(words, places);
    distinct(&sentence, mentions.iter().collect()).into_iter().map(|p| p.text).collect()
}

#[test]
fn what_a_place_lies_in_is_none_beside_it() {
    let keld = place("Keld", PlaceKind::Point, 35.0, 40.0);
    let near = place("Sarda", PlaceKind::Point, 35.3, 40.0);
    let far =
        Place { relation: Some("90 km north of".into()), ..place("Sarda", PlaceKind::Point, 35.8, 40.0) };
    let both = [keld.clone(), near];
    assert_eq!(kept("a blast in Keld in the southern countryside of Sarda", &both), ["Keld"]);
    assert_eq!(kept("a blast in Keld and another blast in Sarda", &both), ["Keld", "Sarda"]);
    assert_eq!(kept("a blast in Keld , 90 km north of Sarda", &[keld, far]), ["Keld"]);
}

#[test]
fn what_tells_where_a_spot_lies_is_none_beside_it() {
    let keld = place("Keld", PlaceKind::Point, 35.0, 40.0);
    let border = place("border", PlaceKind::Line, 36.5, 42.0);
    assert_eq!(kept("a blast near the border in Keld", &[keld.clone(), border]), ["Keld"]);
    let state = |relation: &str| Place {
        relation: (!relation.is_empty()).then(|| relation.into()),
        ..place("Salt", PlaceKind::Area, 36.5, 41.0)
    };
    let both = [keld.clone(), state("in the norwegian state of")];
    assert_eq!(kept("a blast in Keld in the Norwegian state of Salt", &both), ["Keld"]);
    assert_eq!(kept("a blast in Keld in Norway 's Salt", &[keld.clone(), state("")]), ["Keld"]);
    let whole = place("Salt", PlaceKind::Area, 35.1, 40.1);
    assert_eq!(kept("fights in Salt including Keld", &[keld, whole]), ["Salt", "Keld"]);
}

#[test]
fn what_a_place_faces_is_none_beside_it() {
    let keld = place("Keld", PlaceKind::Point, 35.0, 40.0);
    let both = [keld, place("Sarda", PlaceKind::Point, 35.0, 40.1)];
    assert_eq!(kept("a raid on Keld , which lies opposite the town of Sarda", &both), ["Keld"]);
    assert_eq!(kept("a raid on Keld , which is close to the border with Sarda", &both), ["Keld"]);
    assert_eq!(kept("raids on Keld , the border town of Sarda", &both), ["Keld", "Sarda"]);
    assert_eq!(kept("a raid on Keld and a raid across the border in Sarda", &both), ["Keld", "Sarda"]);
}

#[test]
fn a_measure_leads_nowhere_and_is_no_spot_to_lie_in() {
    let measured = |relation: &str, lat| Place {
        relation: Some(relation.into()),
        ..place("Sarda", PlaceKind::Point, lat, 40.0)
    };
    assert!(!measured("10 km from", 35.1).is_direction());
    let salt = place("Salt", PlaceKind::Area, 35.0, 40.0);
    let both = [salt, measured("30 km east of", 35.1)];
    assert_eq!(kept("fights in Salt , 30 km east of Sarda", &both), ["Salt"]);
}

#[test]
fn the_suburb_is_meant_and_not_its_town() {
    let town = place("Sarda", PlaceKind::Point, 35.1, 40.0);
    let suburb = place("Keld", PlaceKind::Point, 35.0, 40.0);
    assert_eq!(kept("a raid on the Sarda suburb of Keld", &[town.clone(), suburb.clone()]), ["Keld"]);
    assert_eq!(kept("a raid on Keld , a suburb of Sarda", &[suburb.clone(), town.clone()]), ["Keld"]);
    assert_eq!(kept("a raid on Keld near Sarda", &[suburb.clone(), town.clone()]), ["Keld"]);
    assert_eq!(kept("a raid in Sarda 's Keld", &[town.clone(), suburb.clone()]), ["Keld"]);
    assert_eq!(kept("raids in Keld , located north and west of Sarda", &[suburb, town]), ["Keld"]);
}

#[test]
fn whose_something_is_stands_beside_no_place() {
    let country = Place {
        id: Some("country:NO".into()),
        relation: Some("of".into()),
        ..place("Norway", PlaceKind::Area, 60.0, 10.0)
    };
    let river = place("Salt", PlaceKind::Line, 69.0, 25.0);
    assert_eq!(kept("posts of Norway along Salt", &[country, river]), ["Salt"]);
}

#[test]
fn names_told_in_one_breath_are_all_kept() {
    let area = |text: &str, lat| place(text, PlaceKind::Area, lat, 40.0);
    let places = [place("Keld", PlaceKind::Point, 35.0, 40.0), area("Sarda", 35.4)];
    let (mut sentence, mentions) = named("raids in Keld and Sarda", &places);
    sentence.tokens[4].head = Some(2);
    sentence.tokens[4].deprel = "conj".to_owned();
    assert_eq!(distinct(&sentence, mentions.iter().collect()).len(), 2);
    sentence.tokens[4].deprel = "nmod".to_owned();
    assert_eq!(distinct(&sentence, mentions.iter().collect()).len(), 1);
}

#[test]
fn whence_it_came_is_told_of_what_was_fired_and_of_no_raid() {
    let from = Place { relation: Some("from".into()), ..place("Keld", PlaceKind::Point, 35.0, 40.0) };
    let (_, mentions) = named("from Keld on Sarda", &[from, place("Sarda", PlaceKind::Point, 36.0, 41.0)]);
    let left = |kind: &str| without_directions(kind, mentions.iter().collect()).len();
    assert_eq!((left("shelling"), left("airstrike"), left("withdrawal")), (2, 1, 2));
}
