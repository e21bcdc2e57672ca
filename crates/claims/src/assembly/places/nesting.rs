//! What the words between two names of places say: one lies in the other, or both are told in one breath.

use crate::vocabulary::deeds::{self, Deed};
use ascribe_grounding::places::{holds_next, lies_in_next, measured_again};
use ascribe_model::{PlaceKind, PlaceMention, Sentence, Upos};

/// "Keld in the Salt district", "the Old Port of Keld": nothing but such words stand between the inner name and
/// the outer.
pub(super) fn says_where(sentence: &Sentence, inner: &PlaceMention, outer: &PlaceMention) -> bool {
    let Some(gap) = sentence.tokens.get(inner.tokens.end..outer.tokens.start) else { return false };
    let words = words_between(sentence, inner, outer).unwrap_or_default();
    // "Keld, 90 km (56 miles) north of Sarda".
    let measured = gap.len() > words.len() && outer.place.is_measured();
    if measured && words.first() == Some(&",") && words.len() <= 9 {
        return inner.place.kind != PlaceKind::Line;
    }
    // "The Salt city of Keld": the city is Keld.
    if holds_next(&words) || words == ["of"] && ends_in_town(sentence, inner) {
        return false;
    }
    // "Keld, a village in Salt", "Keld and Sarda, located north and west of Salt".
    let located = words.len() <= 9 && words.iter().any(|w| matches!(*w, "located" | "situated"));
    let near =
        inner.place.kilometres_to(&outer.place).is_some_and(|km| km <= if located { 600.0 } else { 400.0 });
    // "The Qwertal area between Keld and Sarda".
    if matches!(words.as_slice(), ["between"] | [",", "between"]) && outer.place.kind == PlaceKind::Line {
        return inner.place.kind != PlaceKind::Line;
    }
    // "Keld, 90 km north of Sarda".
    let away = gap.len() > 2 && outer.place.is_measured();
    let links = |w: &str| {
        let compass = ["north", "south", "east", "west"].iter().any(|c| w.starts_with(c));
        leads_to_outer(w) || compass || away && !matches!(w, "and" | "or")
    };
    // "Keld in the Norwegian state of Salt": what places the outer name begins behind the inner.
    let outer_words = outer.place.relation.as_deref().map_or(0, |r| r.split(' ').count());
    let placed =
        gap.len() == outer_words && outer.place.relation.as_deref().is_some_and(|r| r.starts_with("in "));
    // "Keld in Norway's Salt province".
    let owned = gap.len() >= 2 && matches!(gap[gap.len() - 1].text.as_str(), "'s" | "’s");
    near && gap.len() <= if away || located || is_of_described(gap) { 9 } else { 6 }
        && inner.tokens.end < outer.tokens.start
        && (placed
            || located
            || is_of_described(gap)
            || lies_in_next(&words)
            || gap
                .iter()
                .enumerate()
                .all(|(i, t)| links(&t.text.to_lowercase()) || owned && i + 2 >= gap.len()))
        && inner.place.kind != PlaceKind::Line
}

/// "The Salt *city* of Keld", where the mention takes in the word for a town.
fn ends_in_town(sentence: &Sentence, mention: &PlaceMention) -> bool {
    let own = sentence.tokens.get(mention.tokens.range()).unwrap_or(&[]);
    let last = own.last().map(|t| t.text.to_lowercase());
    own.len() > 1 && last.is_some_and(|w| deeds::is(Deed::Town, &w))
}

/// "Keld, a crowded refugee camp in Salt", "the Keld district of the Norwegian capital".
fn is_of_described(gap: &[ascribe_model::Token]) -> bool {
    let [first, second, .., last] = gap else { return false };
    let describes = |t: &ascribe_model::Token| {
        matches!(t.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
    };
    let apposed = first.text == ","
        && second.upos == Upos::Det
        && matches!(last.text.as_str(), "in" | "of" | "near" | "outside" | "on")
        && gap[1..gap.len() - 1].iter().all(describes);
    let of =
        first.text == "of" && gap[1..].iter().all(|t| matches!(t.upos, Upos::Det | Upos::Adj | Upos::Propn));
    apposed || of && second.upos == Upos::Det
}

/// What may stand between a name and that of what it lies in.
fn leads_to_outer(word: &str) -> bool {
    matches!(word, "," | "in" | "of" | "the" | "a") || deeds::is(Deed::Outlying, word)
}

/// "The Sarda suburb of Keld", "Sarda's Keld district".
pub(super) fn holds(sentence: &Sentence, outer: &PlaceMention, inner: &PlaceMention) -> bool {
    let near = || outer.place.kilometres_to(&inner.place).is_some_and(|km| km <= 100.0);
    // "The Salt Sea port city of Keld", where the mention takes in the words for a town.
    let own: Vec<&str> =
        sentence.tokens.get(outer.tokens.range()).unwrap_or(&[]).iter().map(|t| t.text.as_str()).collect();
    // "The Keld district of Sarda" is a part of Sarda.
    let part = own.last().is_some_and(|w| deeds::is(Deed::PartOfTown, &w.to_lowercase()));
    let called = |gap: &[&str]| {
        gap == ["of"] && !part && (1..own.len()).any(|from| holds_next(&[&own[from..], gap].concat()))
    };
    words_between(sentence, outer, inner).is_some_and(|gap| {
        holds_next(&gap) || called(&gap) || matches!(gap.as_slice(), ["'s" | "’s"]) && near()
    }) || owns_described(sentence, outer, inner) && near()
}

/// "Sarda's mainly Shiite district of Keld".
fn owns_described(sentence: &Sentence, outer: &PlaceMention, inner: &PlaceMention) -> bool {
    let Some([mark, rest @ ..]) = sentence.tokens.get(outer.tokens.end..inner.tokens.start) else {
        return false;
    };
    let described =
        |t: &ascribe_model::Token| matches!(t.upos, Upos::Adv | Upos::Adj | Upos::Noun | Upos::Propn);
    let of = |rest: &[ascribe_model::Token]| rest.last().is_some_and(|t| t.text == "of");
    matches!(mark.text.as_str(), "'s" | "’s")
        && of(rest)
        && (2..=6).contains(&rest.len())
        && rest[..rest.len() - 1].iter().all(described)
}

/// "In Salt province, including Keld": both are told.
pub(super) fn includes(sentence: &Sentence, outer: &PlaceMention, inner: &PlaceMention) -> bool {
    let gap = sentence.tokens.get(outer.tokens.end..inner.tokens.start).unwrap_or(&[]);
    gap.iter().any(|t| deeds::is(Deed::SinglesOut, &t.text))
}

/// "in Khost, Kandahar and Nangarhar": one of them is not where another lies.
pub(super) fn coordinated(sentence: &Sentence, a: &PlaceMention, b: &PlaceMention) -> bool {
    let (first, last) = if a.tokens.start < b.tokens.start { (a, b) } else { (b, a) };
    // "Keld, Salt and Sarda provinces", where the tree explains the first by the last.
    let explains = |m: &PlaceMention, t: usize| {
        let and = m.tokens.start.checked_sub(1).is_some_and(|b| sentence.tokens[b].text == "and");
        and && sentence.relation_is(t, "appos")
    };
    let joins = |m: &PlaceMention, t: usize| sentence.relation_is(t, "conj") || explains(m, t);
    // "Keld and Salt provinces": the name may hang on the list, and its noun elsewhere.
    let listed = |m: &PlaceMention| {
        let outside = |t: &usize| sentence.tokens[*t].head.is_none_or(|h| !m.tokens.contains(h));
        m.tokens.range().find(|t| joins(m, *t) && outside(t)).unwrap_or(m.head)
    };
    let mut at = listed(last);
    while sentence.relation_is(at, "conj") || last.tokens.contains(at) && explains(last, at) {
        let Some(head) = sentence.tokens[at].head else { return false };
        if first.tokens.contains(head) {
            return true;
        }
        at = head;
        if at <= first.head {
            break;
        }
    }
    // "In Keld, Sarda, Salt and Gao": the second and the third both hang on the first.
    let both_hang =
        |m: &PlaceMention| Some(listed(m)).filter(|t| joins(m, *t)).and_then(|t| sentence.tokens[t].head);
    both_hang(a).is_some() && both_hang(a) == both_hang(b)
}

pub(super) fn words_between<'a>(
    sentence: &'a Sentence,
    first: &PlaceMention,
    second: &PlaceMention,
) -> Option<Vec<&'a str>> {
    let gap = sentence.tokens.get(first.tokens.end..second.tokens.start)?;
    let mut words: Vec<&str> = gap.iter().map(|t| t.text.as_str()).collect();
    if let Some(again) = measured_again(&words) {
        words.drain(again);
    }
    Some(words)
}
