//! Places in whole sentences, on analyses written by hand: a change of the language model must not
//! break these.

use super::*;
use ascribe_model::{Label, Mention, Passage, PassageKind, Sentence, Span, Token, Upos};

/// A report of one passage, cut into sentences and tokens by a simple rule: `[X]` marks the model's
/// places, `{X}` its people and organisations.
fn analysed(marked: &str) -> (Report, Analysis) {
    let mut text = String::new();
    let mut sentence = Sentence::default();
    let mut open = None;
    for word in marked.split_inclusive(' ') {
        let word = word.trim_end();
        let bare = word.trim_matches(['[', ']', '{', '}', ',', '.', ']']);
        if word.starts_with(['[', '{']) {
            open = Some((
                sentence.tokens.len(),
                if word.starts_with('[') { Label::Place } else { Label::Organisation },
            ));
        }
        push_token(&mut text, &mut sentence, bare);
        if word.contains([']', '}'])
            && let Some((start, label)) = open.take()
        {
            let tokens = TokenRange::new(start, sentence.tokens.len());
            sentence.mentions.push(Mention { tokens, head: start, label, named: true, score: 1.0 });
        }
        if word.ends_with([',', '.']) {
            push_token(&mut text, &mut sentence, &word[word.len() - 1..]);
        }
    }
    let span = Span::new(0, text.len());
    sentence.span = span;
    let passages = vec![Passage { kind: PassageKind::Body, span, author: None }];
    let report = Report { text, passages, ..Report::default() };
    (report, Analysis { sentences: vec![sentence], chains: Vec::new() })
}

fn push_token(text: &mut String, sentence: &mut Sentence, word: &str) {
    if !text.is_empty() && !matches!(word, "," | ".") {
        text.push(' ');
    }
    let start = text.len();
    text.push_str(word);
    let upos = match word {
        "," | "." => Upos::Punct,
        "in" | "near" | "of" | "at" | "along" | "between" | "from" => Upos::Adp,
        "the" | "a" => Upos::Det,
        w if w.starts_with(char::is_uppercase) => Upos::Propn,
        _ => Upos::Noun,
    };
    sentence.tokens.push(Token {
        span: Span::new(start, text.len()),
        text: word.to_owned(),
        lemma: word.to_owned(),
        upos,
        head: None,
        deprel: "dep".to_owned(),
        margin: 0.0,
        feats: String::new(),
    });
}

fn places(marked: &str) -> Vec<Place> {
    let (report, analysis) = analysed(marked);
    let gazetteer = Gazetteer::builtin().expect("built-in data is well formed");
    ground_places(&report, &analysis, &gazetteer, &[]).into_iter().map(|m| m.place).collect()
}

fn near(place: &Place, lat: f64, lon: f64, reach: f64) -> bool {
    place.lat.zip(place.lon).is_some_and(|at| crate::shapes::km(at, (lat, lon)) <= reach)
}

#[test]
fn the_country_of_the_report_decides() {
    let lebanon = places("Lebanese troops deployed in [Tripoli] after clashes in northern Lebanon .");
    assert!(lebanon.iter().any(|p| p.text == "Tripoli" && p.country.as_deref() == Some("LB")), "{lebanon:?}");
    let libya = places("Libyan militias fought in [Tripoli] and [Misrata] .");
    assert!(libya.iter().any(|p| p.text == "Tripoli" && p.country.as_deref() == Some("LY")), "{libya:?}");
}

#[test]
fn features_decide_between_town_and_province() {
    let found = places("Iraqi forces raided villages in [Kirkuk province] .");
    assert_eq!(found[0].kind, PlaceKind::Area);
    let found = places("Syrian jets bombed the town of [Saraqib] .");
    assert_eq!((found[0].kind, found[0].relation.as_deref()), (PlaceKind::Point, Some("the town of")));
    assert!(near(&found[0], 35.86, 36.80, 5.0));
}

#[test]
fn relations_move_the_shape() {
    let found = places("A Syrian convoy was ambushed 30 km east of [Palmyra] .");
    assert!(near(&found[0], 34.56, 38.60, 8.0), "{found:?}");
    let found = places("Syrian rebels shelled positions in northern [Hama] .");
    assert_eq!(found[0].kind, PlaceKind::Area);
    assert!(found[0].lat.is_some_and(|lat| lat > 35.25), "{found:?}");
}

#[test]
fn parties_are_no_places() {
    let found = places("{Islamic State of Iraq} fighters attacked a post near [Kirkuk] .");
    assert_eq!(found.iter().map(|p| p.text.as_str()).collect::<Vec<_>>(), ["Kirkuk"]);
}

#[test]
fn a_name_without_a_label_is_found_behind_a_preposition() {
    let found = places("Five soldiers died in Kandahar .");
    assert_eq!(found.first().map(|p| p.text.as_str()), Some("Kandahar"));
    assert!(places("He met Kandahar Khan .").is_empty());
}

#[test]
fn every_shape_holds_its_point() {
    let texts = [
        "Clashes near [Bakhmut] in Ukraine .",
        "Clashes in southern [Idlib] in Syria .",
        "Strikes on the eastern bank of the [Euphrates] in Syria .",
        "Attacks along the [Palmyra-Sukhnah road] in Syria .",
        "Attacks southwest of [Mayadin] in Syria .",
        "Patrols in [Helmand province] of Afghanistan .",
    ];
    for text in texts {
        for place in places(text) {
            let (Some(lat), Some(lon), Some(shape)) = (place.lat, place.lon, place.shape) else {
                panic!("{text}")
            };
            let inside = match &shape {
                ascribe_model::Shape::Area { rings, .. } => {
                    rings.iter().any(|r| crate::shapes::ring_contains(r, (lat, lon)))
                }
                ascribe_model::Shape::Point { lat: a, lon: b, radius_km } => {
                    crate::shapes::km((*a, *b), (lat, lon)) <= *radius_km
                }
                ascribe_model::Shape::Line { path, radius_km } => {
                    let path: Vec<(f64, f64)> = path.iter().map(|p| (p[1], p[0])).collect();
                    crate::shapes::nearest(&path, (lat, lon))
                        .is_some_and(|p| crate::shapes::km(p, (lat, lon)) <= radius_km + 5.0)
                }
            };
            assert!(inside, "{text}: {lat},{lon} in {shape:?}");
        }
    }
}
