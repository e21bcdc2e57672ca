//! The places of an occurrence: those that hang on its trigger, else those of its sentence.

use super::attach::{Way, way};
use super::carry::{NOWHERE, is_whole};
use super::elsewhere;
use super::{Known, phrase};
use crate::occurrence::Occurrence;
use ascribe_grounding::places::{holds_next, lies_in_next};
use ascribe_model::{Place, PlaceKind, PlaceMention, Sentence, Span};
use std::ops::Range;

/// A place farther than this many arcs from the trigger is of another clause.
const REACH: usize = 9;

/// The places of one occurrence, as printed. `sources` are the spans of who tells it ("police in Kandahar
/// said" places the police), `cue` those of the words of saying.
pub fn of(known: &Known, occurrence: &Occurrence, sources: &[Span], cue: Option<Span>) -> Vec<Place> {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return vec![] };
    let triggers: Vec<Range<usize>> = known
        .occurrences
        .iter()
        .filter(|o| o.sentence == occurrence.sentence)
        .map(|o| o.trigger.range())
        .collect();
    let own = occurrence.trigger.range();
    let mentions: Vec<(&PlaceMention, Way)> = known
        .grounding
        .places
        .iter()
        .filter(|m| m.sentence == occurrence.sentence && m.head < sentence.tokens.len())
        .filter(|m| !m.place.span.is_some_and(|s| sources.iter().any(|x| x.contains(s))))
        .filter(|m| m.place.lat.is_some() && !elsewhere::tells_who(known, occurrence, m))
        .filter(|m| !cue.is_some_and(|cue| elsewhere::is_of_speaking(sentence, m, occurrence.head, cue)))
        .map(|m| (m, way(sentence, m.head, occurrence.head, &own, &triggers)))
        .collect();
    let filled: Vec<&PlaceMention> = mentions
        .iter()
        .filter(|(m, _)| {
            occurrence.roles.iter().any(|r| {
                r.role == "place" && (m.tokens.contains(r.head) || within(known, r.sentence, r.head, m))
            })
        })
        .map(|(m, _)| *m)
        .collect();
    let direct = || mentions.iter().filter(|(_, w)| w.through == 0 && w.length <= REACH).map(|(m, _)| *m);
    let mut chosen: Vec<&PlaceMention> = filled;
    chosen.extend(direct());
    // "Norway announced sanctions over the raids in Keld": not where the sanctions are.
    if chosen.is_empty()
        && !NOWHERE.contains(&occurrence.kind.as_str())
        && let Some((best, way)) = mentions.iter().min_by_key(|(_, w)| *w)
        && way.through <= 1
    {
        chosen.extend(
            mentions
                .iter()
                .map(|(m, _)| *m)
                .filter(|m| m.head == best.head || coordinated(sentence, m, best)),
        );
    }
    distinct(
        sentence,
        without_countries(&occurrence.kind, sentence, without_directions(&occurrence.kind, chosen)),
    )
}

/// "Norway", "in Norway"; not "off the coast of Norway".
fn is_inside(place: &Place) -> bool {
    let within =
        place.relation.as_deref().is_none_or(|r| r.split(' ').all(|w| matches!(w, "in" | "of" | "the")));
    is_whole(place) && within
}

/// "Sabanda and Norway, where it came under attack in Keld": beside a town a whole country is another matter, unless
/// both are told in one breath.
fn without_countries<'a>(
    kind: &str,
    sentence: &Sentence,
    places: Vec<&'a PlaceMention>,
) -> Vec<&'a PlaceMention> {
    if MOVES.contains(&kind) {
        return places;
    }
    let finer: Vec<&PlaceMention> =
        places.iter().copied().filter(|m| !m.place.is_country() && !m.place.is_direction()).collect();
    let beside = |m: &&PlaceMention| finer.iter().any(|f| coordinated(sentence, f, m));
    places.into_iter().filter(|m| finer.is_empty() || !is_inside(&m.place) || beside(m)).collect()
}

/// Types in which somebody or something goes from one place to another.
pub(super) const MOVES: [&str; 4] = ["withdrawal", "deployment", "displacement", "aid"];

/// "Rockets fired from Keld hit Sarda": beside the place where it happened, where something came from or went
/// to is none; of a movement both are.
fn without_directions<'a>(kind: &str, places: Vec<&'a PlaceMention>) -> Vec<&'a PlaceMention> {
    if MOVES.contains(&kind) || places.iter().all(|m| m.place.is_direction()) {
        return places;
    }
    places.into_iter().filter(|m| !m.place.is_direction()).collect()
}

fn within(known: &Known, sentence: usize, head: usize, mention: &PlaceMention) -> bool {
    known
        .analysis
        .sentences
        .get(sentence)
        .is_some_and(|s| head < s.tokens.len() && phrase::core(s, head).contains(mention.head))
}

/// Drops repetitions, and a country, region or town that only says where a place named beside it lies
/// ("in Mosul, Iraq", "the Salhiya quarter of Keld", "in a village of Aleppo province").
pub(super) fn distinct(sentence: &Sentence, mentions: Vec<&PlaceMention>) -> Vec<Place> {
    let mut kept: Vec<&PlaceMention> = vec![];
    for mention in mentions {
        if !kept.iter().any(|k| k.place.text.eq_ignore_ascii_case(&mention.place.text)) {
            kept.push(mention);
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
                    || is_marked_by(k, m)
                    || owns(m, k)
                    || opens_with(m, k)
            })
    };
    let mut places: Vec<&PlaceMention> = kept.iter().copied().filter(|m| !finer(m)).collect();
    places.sort_by_key(|m| m.tokens.start);
    places.into_iter().map(|m| m.place.clone()).collect()
}

/// "In Salt province, including Keld": both are told.
fn includes(sentence: &Sentence, outer: &PlaceMention, inner: &PlaceMention) -> bool {
    let gap = sentence.tokens.get(outer.tokens.end..inner.tokens.start).unwrap_or(&[]);
    gap.iter().any(|t| matches!(t.text.as_str(), "including" | "especially" | "particularly" | "notably"))
}

/// "In Keld on the Norwegian border": a border beside a spot near it says where the spot lies.
fn is_marked_by(spot: &PlaceMention, border: &PlaceMention) -> bool {
    let name = border.place.text.to_lowercase();
    let is_border = ["border", "frontier"].iter().any(|w| name.ends_with(w));
    is_border && spot.place.kind == PlaceKind::Point && !border.place.is_direction()
}

/// "In Salt, soldiers raided a house in Keld": the province by the name of its town.
fn opens_with(region: &PlaceMention, spot: &PlaceMention) -> bool {
    spot.place.admin1.as_deref() == Some(region.place.text.as_str())
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

/// "The Sarda suburb of Keld", "Sarda's Keld district".
fn holds(sentence: &Sentence, outer: &PlaceMention, inner: &PlaceMention) -> bool {
    let near = || outer.place.kilometres_to(&inner.place).is_some_and(|km| km <= 100.0);
    words_between(sentence, outer, inner)
        .is_some_and(|gap| holds_next(&gap) || matches!(gap.as_slice(), ["'s" | "’s"]) && near())
}

/// "In Keld near Sarda": the second tells where the first lies.
fn is_landmark(sentence: &Sentence, spot: &PlaceMention, other: &PlaceMention) -> bool {
    let gap = words_between(sentence, spot, other).unwrap_or_default();
    let near = gap.iter().copied().filter(|w| !matches!(*w, "," | "the")).eq(["near"]);
    near && spot.place.kind == PlaceKind::Point
        && spot.place.kilometres_to(&other.place).is_some_and(|km| km <= 80.0)
}

fn words_between<'a>(
    sentence: &'a Sentence,
    first: &PlaceMention,
    second: &PlaceMention,
) -> Option<Vec<&'a str>> {
    let gap = sentence.tokens.get(first.tokens.end..second.tokens.start)?;
    Some(gap.iter().map(|t| t.text.as_str()).collect())
}

/// "Keld in the Salt district", "the Old Port of Keld": nothing but such words stand between the inner name and
/// the outer.
fn says_where(sentence: &Sentence, inner: &PlaceMention, outer: &PlaceMention) -> bool {
    let Some(gap) = sentence.tokens.get(inner.tokens.end..outer.tokens.start) else { return false };
    let words = words_between(sentence, inner, outer).unwrap_or_default();
    if holds_next(&words) {
        return false;
    }
    // "Keld, a village in Salt", "Keld and Sarda, located north and west of Salt".
    let located = words.len() <= 9 && words.iter().any(|w| matches!(*w, "located" | "situated"));
    let near =
        inner.place.kilometres_to(&outer.place).is_some_and(|km| km <= if located { 600.0 } else { 300.0 });
    // "Keld, 90 km north of Sarda".
    let away = gap.len() > 2 && outer.place.is_measured();
    let links = |w: &str| {
        let compass = ["north", "south", "east", "west"].iter().any(|c| w.starts_with(c));
        SAYS_WHERE.contains(&w) || compass || away && !matches!(w, "and" | "or")
    };
    // "Keld in the Norwegian state of Salt": what places the outer name begins behind the inner.
    let outer_words = outer.place.relation.as_deref().map_or(0, |r| r.split(' ').count());
    let placed =
        gap.len() == outer_words && outer.place.relation.as_deref().is_some_and(|r| r.starts_with("in "));
    // "Keld in Norway's Salt province".
    let owned = gap.len() >= 2 && matches!(gap[gap.len() - 1].text.as_str(), "'s" | "’s");
    near && gap.len() <= if away || located { 9 } else { 6 }
        && inner.tokens.end < outer.tokens.start
        && (placed
            || located
            || lies_in_next(&words)
            || gap
                .iter()
                .enumerate()
                .all(|(i, t)| links(&t.text.to_lowercase()) || owned && i + 2 >= gap.len()))
        && inner.place.kind != PlaceKind::Line
}

/// What may stand between a name and that of what it lies in.
const SAYS_WHERE: [&str; 14] = [
    ",",
    "in",
    "of",
    "the",
    "a",
    "district",
    "area",
    "countryside",
    "outskirts",
    "suburb",
    "suburbs",
    "part",
    "central",
    "rural",
];

/// "in Khost, Kandahar and Nangarhar": one of them is not where another lies.
fn coordinated(sentence: &Sentence, a: &PlaceMention, b: &PlaceMention) -> bool {
    let (first, last) = if a.tokens.start < b.tokens.start { (a, b) } else { (b, a) };
    let mut at = last.head;
    while sentence.relation_is(at, "conj") {
        let Some(head) = sentence.tokens[at].head else { return false };
        if first.tokens.contains(head) {
            return true;
        }
        at = head;
        if at <= first.head {
            return false;
        }
    }
    let both_hang = |m: &PlaceMention| {
        sentence.relation_is(m.head, "conj").then(|| sentence.tokens[m.head].head).flatten()
    };
    both_hang(a).is_some() && both_hang(a) == both_hang(b)
}

/// True where `inner` is the finer of two names for one spot.
pub fn lies_in(inner: &Place, outer: &Place) -> bool {
    let near = |km: f64| inner.kilometres_to(outer).is_some_and(|d| d <= km);
    let same_country = inner.country.is_some() && inner.country == outer.country;
    let region = inner.admin1.is_some() && inner.admin1.as_deref() == Some(outer.text.as_str());
    match (inner.kind, outer.kind) {
        (PlaceKind::Point, PlaceKind::Area) => region || near(90.0) || (same_country && outer.is_country()),
        (PlaceKind::Area | PlaceKind::Line, PlaceKind::Area) => {
            same_country && outer.is_country() && !inner.is_country()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_model::{Token, TokenRange, Upos};

    fn place(text: &str, kind: PlaceKind, lat: f64, lon: f64) -> Place {
        Place { text: text.to_owned(), kind, lat: Some(lat), lon: Some(lon), ..Place::default() }
    }

    /// A sentence of words without a tree, and the mentions of the names given with their places.
    fn named(words: &str, places: &[Place]) -> (Sentence, Vec<PlaceMention>) {
        let token = |text: &str| Token {
            span: Span::default(),
            text: text.to_owned(),
            lemma: text.to_owned(),
            upos: Upos::X,
            head: None,
            deprel: "dep".to_owned(),
            margin: 0.0,
            feats: String::new(),
        };
        let sentence = Sentence { tokens: words.split(' ').map(token).collect(), ..Sentence::default() };
        let mention = |place: &Place| {
            let at = sentence.tokens.iter().position(|t| t.text == place.text).expect("it is named");
            PlaceMention {
                sentence: 0,
                tokens: TokenRange::new(at, at + 1),
                head: at,
                place: place.clone(),
                alternatives: vec![],
                confidence: 1.0,
                by: String::new(),
            }
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
    fn where_a_rocket_came_from_is_no_place_of_the_strike() {
        let from = Place { relation: Some("from".into()), ..place("Keld", PlaceKind::Point, 35.0, 40.0) };
        let (_, mentions) =
            named("from Keld on Sarda", &[from, place("Sarda", PlaceKind::Point, 36.0, 41.0)]);
        let left = |kind: &str| without_directions(kind, mentions.iter().collect()).len();
        assert_eq!((left("shelling"), left("withdrawal")), (1, 2));
    }
}
