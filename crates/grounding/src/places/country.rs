//! "The south of the country", "the country's restive east", "across the country": the country that the report tells of, or
//! a part of it.

use super::reading::compass;
use super::relation::{Position, Relation};
use super::relation_of;
use super::unnamed::Scene;
use super::vocabulary::{Class, is};
use crate::gazetteer::Country;
use ascribe_model::{Sentence, TokenRange, Upos};

/// The country that a token means and the part of it that its words tell, where they tell one.
pub(super) fn part_of_country<'a>(scene: &Scene<'a>, at: usize) -> Option<(&'a Country, Relation)> {
    let (sentence, countries) = (scene.sentence, scene.gazetteer.countries());
    let token = &sentence.tokens[at];
    let the = at > 0 && matches!(sentence.tokens[at - 1].text.to_lowercase().as_str(), "the" | "this");
    if token.text != "country" || token.upos != Upos::Noun || !the {
        return None;
    }
    let before = relation_of(sentence, TokenRange::new(at, at + 1), scene.gazetteer);
    let part = matches!(before.position, Position::Part(_)).then_some(before);
    let part = part.or_else(|| behind(sentence, at)).or_else(|| all_over(sentence, at))?;
    let words = part.words.map(|w| w.trim_end_matches(" the").to_owned());
    let part = Relation { words, ..part };
    let told = scene.told_by_one(|name| countries.by_name(name));
    told.or_else(|| scene.leading()).map(|country| (country, part))
}

/// "Insurgents opened fire on a patrol in the south", where the sentence names no other place than countries: that part
/// of the country told.
pub(super) fn side_of_country<'a>(scene: &Scene<'a>, at: usize) -> Option<(&'a Country, Relation)> {
    let (sentence, countries) = (scene.sentence, scene.gazetteer.countries());
    let token = &sentence.tokens[at];
    let bearing = compass(&token.text).filter(|_| token.upos == Upos::Noun)?;
    let word = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let inside = at > 1 && word(at - 1) == "the" && word(at - 2).eq_ignore_ascii_case("in");
    let more = matches!(word(at + 1), "of" | "-" | "'s" | "’s") || sentence.relation_is(at, "compound");
    if !inside || more || scene.names_a_place() {
        return None;
    }
    let words = Some(format!("in the {} of", token.text.to_lowercase()));
    let part = Relation { position: Position::Part(bearing), words, feature: None };
    let told = scene.told_by_one(|name| countries.by_name(name));
    told.or_else(|| scene.leading()).map(|country| (country, part))
}

/// "Crossed into Kenyan territory", "seized in Yemeni waters", "off the Nigerian coast": the country by its people's
/// adjective, with a noun for its land or sea.
pub(super) fn land_of_country<'a>(scene: &Scene<'a>, at: usize) -> Option<(&'a Country, Relation)> {
    let (sentence, countries) = (scene.sentence, scene.gazetteer.countries());
    let noun = sentence.tokens[at].text.to_lowercase();
    let (land, sea) = (is(Class::Land, &noun), is(Class::Sea, &noun));
    if !(land || sea) || sentence.relation_is(at, "compound") {
        return None;
    }
    let country = countries.by_demonym(&sentence.tokens[at.checked_sub(1)?].text)?;
    let case = sentence.tokens[sentence.child(at, &["case"])?].text.to_lowercase();
    let way = matches!(case.as_str(), "from" | "to" | "towards" | "toward");
    let words = if land || way { case } else { format!("{case} the {noun} of") };
    Some((country, Relation { words: Some(words), ..Relation::default() }))
}

/// "In several areas across the country", "throughout the country": all of it.
fn all_over(sentence: &Sentence, at: usize) -> Option<Relation> {
    let word = sentence.tokens.get(at.checked_sub(2)?)?.text.to_lowercase();
    let over = matches!(word.as_str(), "across" | "throughout" | "around");
    over.then(|| Relation { words: Some(word), ..Relation::default() })
}

/// "The country's restive east", "the country's north-east": the part that the country has.
fn behind(sentence: &Sentence, at: usize) -> Option<Relation> {
    let word = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let bearing = |i: usize| {
        let joined = format!("{}{}{}", word(i), word(i + 1), word(i + 2)).to_lowercase();
        let hyphen = (word(i + 1) == "-").then(|| compass(&joined).map(|b| (joined.clone(), b))).flatten();
        hyphen.or_else(|| compass(&word(i).to_lowercase()).map(|b| (word(i).to_lowercase(), b)))
    };
    let owned = matches!(word(at + 1), "'s" | "’s");
    let (side, bearing) = (at + 2..at + 4).filter(|_| owned).find_map(bearing)?;
    Some(Relation {
        position: Position::Part(bearing),
        words: Some(format!("in the {side} of")),
        feature: None,
    })
}
