//! What the surroundings of a name say of it: what it is, what it lies in, whether a part of it is meant.

use super::reading;
use super::relation::{Position, Relation, relation};
use super::resolve::query::Query;
use super::spans::{self, NameSpan};
use super::vocabulary::{Class, is};
use super::within::{holds_next, lies_in_next};
use crate::gazetteer::{Gazetteer, Kind};
use ascribe_model::{Report, Sentence};

/// What the surroundings of a name say of it.
pub(super) fn query(
    report: &Report,
    sentence: &Sentence,
    spans: &[NameSpan],
    n: usize,
    relation: &Relation,
    gazetteer: &Gazetteer,
) -> Query {
    let span = &spans[n];
    let at = sentence.span_of(span.tokens);
    let (mut within, mut surely) = (Vec::new(), false);
    let shared = shared_feature(sentence, spans, n);
    // "Keld, Anbar province, Iraq", "Keld in Anbar province"; not the next of a list.
    let mut end = span.tokens.end;
    let followed = if shared.is_some() { &[][..] } else { &spans[n + 1..] };
    for next in followed.iter().take_while(|s| s.sentence == span.sentence).take(3) {
        let gap: Vec<&str> = sentence
            .tokens
            .get(end..next.tokens.start)
            .into_iter()
            .flatten()
            .map(|t| t.text.as_str())
            .collect();
        // "Keld in Sabanda's Salt district".
        let owned = end > span.tokens.end && matches!(gap.as_slice(), ["'s" | "’s"]);
        // "Keld in Norway's Salt district", where Norway is no place of its own.
        let gap = match gap.as_slice() {
            [before @ .., owner, "'s" | "’s"] if owner.starts_with(char::is_uppercase) => before.to_vec(),
            _ => gap,
        };
        if !lies_in_next(&gap) && !owned {
            break;
        }
        if within.is_empty() {
            surely = owned || gap.len() > 1 || !opens_list(sentence, spans, next);
        }
        within.push(report.words(sentence.span_of(next.tokens)).to_owned());
        end = next.tokens.end;
    }
    if let Some(shared) = list_lies_in(report, sentence, spans, n) {
        (within, surely) = (shared, true);
    }
    // "Aleppo, Homs and Hama" is a list, "Keld, Anbar" is not.
    let listed = sentence.relation_is(spans::head(sentence, span.tokens), "conj")
        || sentence.tokens.get(span.tokens.end).is_some_and(|t| t.text == "and" || t.text == "or");
    let behind = !listed
        && n.checked_sub(1).map(|p| &spans[p]).is_some_and(|before| {
            let gap = || sentence.tokens.get(before.tokens.end..span.tokens.start);
            before.sentence == span.sentence
                && gap().is_some_and(|gap| {
                    let gap: Vec<&str> = gap.iter().map(|t| t.text.as_str()).collect();
                    lies_in_next(&gap)
                })
        });
    // "Anbar province's Keld", "Syria's Keld", "the Sarda suburb of Keld".
    if let Some(before) = n.checked_sub(1).map(|p| &spans[p]).filter(|p| p.sentence == span.sentence)
        && let Some(gap) = sentence.tokens.get(before.tokens.end..span.tokens.start)
        && (matches!(gap, [mark] if matches!(mark.text.as_str(), "'s" | "’s"))
            || holds_next(&gap.iter().map(|t| t.text.as_str()).collect::<Vec<_>>()))
    {
        within.push(report.words(sentence.span_of(before.tokens)).to_owned());
    }
    // "the Syrian town of Keld".
    let demonym =
        relation.words.iter().flat_map(|w| w.split(' ')).find_map(|w| gazetteer.countries().by_demonym(w));
    within.extend(demonym.map(|country| country.name.clone()));
    Query {
        name: report.words(at).to_owned(),
        at: at.start,
        feature: relation.feature.clone().or(shared),
        within,
        part: asks_for_part(relation),
        behind,
        beside: says_beside(relation),
        on_border: says_border(relation),
        surely,
        near: said_near(report, sentence, spans, n),
    }
}

/// "Keld, near Sarda", "Keld, just outside Sarda": the name of the place beside it.
fn said_near(report: &Report, sentence: &Sentence, spans: &[NameSpan], n: usize) -> Option<String> {
    let next = spans.get(n + 1).filter(|s| s.sentence == spans[n].sentence)?;
    let gap = sentence.tokens.get(spans[n].tokens.end..next.tokens.start)?;
    let text: Vec<&str> = gap.iter().map(|t| t.text.as_str()).collect();
    // "Keld, south of Sarda", "Keld, 9 km north-west of Sarda".
    let aside =
        matches!(text.as_slice(), [.., side, "of"] if reading::compass(side).is_some()) && text.len() <= 7;
    // "Keld, 450 km north of Sarda" is not near it.
    let aside = aside && !is_far(&text);
    let words: Vec<&str> =
        gap.iter().map(|t| t.text.as_str()).filter(|w| !matches!(*w, "," | "just" | "the")).collect();
    let near = matches!(
        words.as_slice(),
        ["near" | "outside"] | ["close", "to"] | ["on", "outskirts" | "edge", "of"]
    );
    (near || aside).then(|| report.words(sentence.span_of(next.tokens)).to_owned())
}

/// True where the words measure more than some 60 km.
fn is_far(words: &[&str]) -> bool {
    const FAR_KM: f64 = 60.0;
    matches!(relation(words, |_| false).position, Position::Distance(km, _) if km > FAR_KM)
}

/// "Keld, Salt, Sarda and Mirna": what stands behind the comma is the next of a list.
fn opens_list(sentence: &Sentence, spans: &[NameSpan], next: &NameSpan) -> bool {
    let words =
        |s: &NameSpan| sentence.tokens[s.tokens.range()].iter().any(|t| is_area_word(&t.text.to_lowercase()));
    let mut end = next.tokens.end;
    if words(next) {
        return false;
    }
    for later in spans.iter().filter(|s| s.sentence == next.sentence && s.tokens.start >= next.tokens.end) {
        let gap = sentence.tokens.get(end..later.tokens.start).unwrap_or(&[]);
        let text: Vec<&str> = gap.iter().map(|t| t.text.as_str()).collect();
        match text.as_slice() {
            ["and" | "or"] | [",", "and" | "or"] => return true,
            [","] => end = later.tokens.end,
            _ => return false,
        }
    }
    false
}

/// "In Keld, Mirna and Sarda, in Salt province": what the last of a list is said to lie in, all do.
fn list_lies_in(report: &Report, sentence: &Sentence, spans: &[NameSpan], n: usize) -> Option<Vec<String>> {
    let gap = |at: usize| -> Option<Vec<&str>> {
        let (one, next) = (spans.get(at)?, spans.get(at + 1)?);
        let words = sentence.tokens.get(one.tokens.end..next.tokens.start)?;
        let same = one.sentence == next.sentence;
        same.then(|| words.iter().map(|t| t.text.as_str()).collect())
    };
    let mut at = n;
    while gap(at)? == [","] {
        at += 1;
    }
    let and = matches!(gap(at)?.as_slice(), ["and" | "or"] | [",", "and" | "or"]);
    let last = at + 1;
    let inside = gap(last)?;
    // "Keld and Sarda, in Salt and Mirna respectively": each in its own.
    let each = sentence.tokens.iter().any(|t| t.text == "respectively");
    let told = and && !each && inside.contains(&"in") && lies_in_next(&inside);
    let mut regions = vec![last + 1];
    while gap(*regions.last()?).is_some_and(|g| g == [","]) {
        regions.push(regions.last()? + 1);
    }
    let name = |at: usize| spans.get(at).map(|s| report.words(sentence.span_of(s.tokens)).to_owned());
    told.then(|| regions.into_iter().filter_map(name).collect())
}

/// A noun for what towns lie in.
fn is_area_word(word: &str) -> bool {
    [Kind::Region, Kind::District].iter().any(|kind| kind.is_named_by(word))
}

/// "the border town of"; not "on the border with", which tells of a country.
fn says_border(relation: &Relation) -> bool {
    let mut words = relation.words.iter().flat_map(|w| w.split(' '));
    words.any(|w| matches!(w, "border" | "frontier")) && relation.feature.is_some()
}

/// "in the neighbouring village of"; "nearby Keld".
fn says_beside(relation: &Relation) -> bool {
    let words = relation.words.as_deref().unwrap_or("");
    words.split(' ').any(|w| is(Class::Beside, w))
}

/// "Keld, Salt and Sarda provinces", also without commas: what the last of several names is said to be, all are.
fn shared_feature(sentence: &Sentence, spans: &[NameSpan], n: usize) -> Option<String> {
    let mut end = spans[n].tokens.end;
    for next in spans[n + 1..].iter().take_while(|s| s.sentence == spans[n].sentence) {
        let links = |word: &str| matches!(word, "," | "and" | "or" | "the");
        let gap = sentence.tokens.get(end..next.tokens.start)?;
        if !gap.iter().all(|t| links(t.text.as_str())) {
            return None;
        }
        let last = sentence.tokens[next.tokens.end - 1].text.to_lowercase();
        if let Some(one) = last.strip_suffix('s')
            && reading::is_feature(&last)
            && Kind::ALL.iter().any(|kind| kind.is_named_by(one))
        {
            return Some(one.to_owned());
        }
        end = next.tokens.end;
    }
    None
}

/// "southern Keld" asks for a region; "southern districts of Keld", "its western edge" for a town.
fn asks_for_part(relation: &Relation) -> bool {
    // "East London", "west Mosul": of a town, where there is one; "eastern Keld" is rather of the province.
    const SIMPLE: &[&str] = &["east", "west"];
    let words = relation.words.as_deref().unwrap_or("");
    matches!(relation.position, Position::Part(_) | Position::Countryside)
        && !words.split(' ').any(|w| is(Class::TownPart, w))
        && !words.rsplit(' ').next().is_some_and(|w| SIMPLE.contains(&w))
}

/// The query of a name whose surrounding words are given: for measuring and for review.
pub fn query_with(
    name: &str,
    at: usize,
    words_before: &str,
    within: Vec<String>,
    gazetteer: &Gazetteer,
) -> Query {
    let words: Vec<&str> = words_before.split_whitespace().collect();
    let relation = relation(&words, |word| gazetteer.countries().by_demonym(word).is_some());
    Query {
        name: name.to_owned(),
        at,
        feature: relation.feature.clone(),
        within,
        part: asks_for_part(&relation),
        behind: false,
        beside: says_beside(&relation),
        on_border: says_border(&relation),
        ..Query::default()
    }
}
