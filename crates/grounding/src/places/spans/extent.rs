//! Where a name begins and ends: stretches that hold several, names of several words, two names as one line.

use super::check::is_possessive;
use super::{NameSpan, is_capital, is_dangling, is_name_part};
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Gazetteer, Kind, Near};
use crate::places::reading::{self, compass};
use crate::places::vocabulary::{Class, is};
use crate::places::within::is_settled;
use ascribe_model::{Report, Sentence, TokenRange, Upos};

/// "the Aleppo province village of Al-Tukhar", "the rebel-held town of Manbij": a stretch that is no name
/// as a whole gives the names in it. What nothing is known of stays as it is.
pub(super) fn known_parts(
    report: &Report,
    sentence: &Sentence,
    span: NameSpan,
    gazetteer: &Gazetteer,
) -> Vec<NameSpan> {
    let text = |start: usize, end: usize| report.words(sentence.span_of(TokenRange::new(start, end)));
    let knows = |words: &str| gazetteer.knows(&fold(words));
    let TokenRange { start, end } = span.tokens;
    let feature = |i: usize| reading::is_feature(&sentence.tokens[i].text.to_lowercase());
    let bare = (start..end).rev().find(|&i| !feature(i)).map_or(end, |i| i + 1);
    let whole = text(start, end);
    // "Between Keld and Sarda" is a line, "in Keld and Sarda" are two places.
    let listed = (start..end).any(|i| sentence.tokens[i].text == "and") && !is_between(sentence, start);
    let line = !listed && reading::ends(whole, |name| knows(name)).is_some();
    if end - start < 2 || line || knows(whole) || knows(text(start, bare)) {
        return vec![span];
    }
    // "The Qwertal quarter of Keld": a part, and what it is part of.
    if let Some(of) = part_of(sentence, span.tokens) {
        let next = of + if sentence.tokens[of + 1].text == "the" { 2 } else { 1 };
        let parts = [TokenRange::new(start, of - 1), TokenRange::new(next, end)];
        let spans = parts.map(|tokens| NameSpan { tokens, ..span.clone() });
        return spans.into_iter().flat_map(|s| known_parts(report, sentence, s, gazetteer)).collect();
    }
    let describes = |i: usize| {
        let word = sentence.tokens[i].text.to_lowercase();
        feature(i)
            || compass(&word).is_some()
            || is(Class::Leading, &word)
            || is(Class::Group, &word)
            || gazetteer.countries().by_demonym(&sentence.tokens[i].text).is_some()
            || is_possessive(&fold(&sentence.tokens[i].text), gazetteer)
    };
    let is_unknown_half = |i: usize| {
        let street = reading::is_street(&sentence.tokens[i].text.to_lowercase());
        is_capital(&sentence.tokens[i].text) && (street || !describes(i) && !knows(text(i, i + 1)))
    };
    // "Puerto del Keld", "Keld bin Okafor": neither half of it is a name.
    let is_particle = |i: usize| {
        let word = sentence.tokens[i].text.to_lowercase();
        PARTICLES.contains(&word.as_str())
    };
    // The word before, over an apostrophe or a possessive.
    let before = |i: usize| {
        let mark = |k: usize| matches!(sentence.tokens[k].text.as_str(), "'" | "’" | "'s" | "’s");
        if i > start + 1 && mark(i - 1) { i - 2 } else { i - 1 }
    };
    // "Tall al-Keld", "Tall az Keld": one name, whatever villages are called so by halves.
    let over_article = |i: usize| {
        let mut at = i;
        while at > start && (is_article(sentence, at - 1) || is_hyphen(sentence, at - 1)) {
            at -= 1;
        }
        ((at..=i).any(|k| is_article(sentence, k)) && at > start).then(|| at - 1)
    };
    let is_compound = |i: usize| {
        over_article(i)
            .is_some_and(|k| is_particle(k) || is_capital(&sentence.tokens[k].text) && !describes(k))
    };
    // "San Marcos Keld": a village of that name, not San Marcos; "Keld Sabanda" has but its comma lost.
    let is_another_town = |i: usize| {
        let area = |c: &Candidate| c.near == Near::Exact && matches!(c.kind, Kind::Country | Kind::Region);
        let word = &sentence.tokens[i].text;
        is_capital(word) && !describes(i) && !gazetteer.look_up(word).iter().any(area)
    };
    let mut parts = vec![];
    let mut at = start;
    while at < end {
        let name = (at + 1..=end).rev().find(|&to| {
            let words = text(at, to);
            let folded = fold(words);
            is_capital(&sentence.tokens[at].text)
                && is_capital(&sentence.tokens[to - 1].text)
                && folded.len() > 2
                && !is(Class::Never, folded.as_str())
                && gazetteer.countries().demonym_of_folded(&folded).is_none()
                && gazetteer.knows(&folded)
        });
        if let Some(to) = name {
            // "Tall Tawil village", "Fishers' Hall": where half of a name is known, it is not the name.
            let goes_on = to < end
                && (is_unknown_half(to)
                    || to + 1 < end && is_particle(to)
                    || to - at > 1 && is_another_town(to));
            // "The Keld Ruiz Bridge": what it is called, and no town of that name.
            let goes_on = goes_on
                || is_capital(&sentence.tokens[end - 1].text)
                    && feature(end - 1)
                    && (to..end - 1).any(|i| is_capital(&sentence.tokens[i].text) && !feature(i));
            let begun = at > start && (is_unknown_half(before(at)) || is_particle(at - 1) || is_compound(at));
            let goes_on = goes_on || (to + 1..end).take(3).any(|k| over_article(k) == Some(to - 1));
            // "Keld-Qwert", "Khan Keld Qwert": joined with what nothing is known of, or between capitals.
            let hyphened = |mark: usize, half: usize| {
                mark < end && half < end && is_hyphen(sentence, mark) && is_unknown_half(half)
            };
            let goes_on = goes_on || hyphened(to, to + 1);
            let begun = begun || at > start + 1 && hyphened(at - 1, at - 2);
            let name_word = |i: usize| is_capital(&sentence.tokens[i].text) && !describes(i);
            let squeezed = at > start && to < end && name_word(at - 1) && name_word(to);
            if !goes_on && !begun && !squeezed {
                parts.push(NameSpan { tokens: TokenRange::new(at, to), ..span.clone() });
            }
        }
        at = name.unwrap_or(at + 1);
    }
    if parts.is_empty() { vec![span] } else { parts }
}

/// "of" between a name with its noun and the next name: "Qwertal quarter of Keld".
fn part_of(sentence: &Sentence, tokens: TokenRange) -> Option<usize> {
    let word = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    (tokens.start + 2..tokens.end.saturating_sub(1)).find(|&of| {
        let name = if word(of + 1) == "the" { of + 2 } else { of + 1 };
        let noun = word(of - 1);
        word(of) == "of"
            && noun.starts_with(char::is_lowercase)
            && is_settled(noun)
            && name < tokens.end
            && is_capital(word(name))
    })
}

/// True for the name of a country or region.
pub(super) fn is_area(name: &str, gazetteer: &Gazetteer) -> bool {
    gazetteer.look_up(name).first().is_some_and(|c| matches!(c.kind, Kind::Country | Kind::Region))
}

pub(super) const PARTICLES: [&str; 13] =
    ["de", "del", "da", "do", "dos", "das", "di", "du", "bin", "ibn", "bint", "abu", "umm"];

/// "al" of "al-Keld" and "Tall al Keld"; "at" only where a hyphen or a capital makes it no English word.
pub(super) fn is_article(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.tokens[at].text.as_str();
    let arabic = matches!(word, "al" | "el" | "ul") || word.starts_with(char::is_uppercase);
    let listed = crate::gazetteer::skeleton::is_article(&word.to_lowercase())
        && (arabic || at + 1 < sentence.tokens.len() && is_hyphen(sentence, at + 1));
    listed || is_izafe(sentence, at)
}

/// "Kart-e Keld", "Koh-i Sarda": what joins two halves of a Persian name.
pub(super) fn is_izafe(sentence: &Sentence, at: usize) -> bool {
    let joins = matches!(sentence.tokens[at].text.as_str(), "e" | "i" | "ye" | "yi");
    let name = |at: usize| sentence.tokens.get(at).is_some_and(|t| is_capital(&t.text));
    let after = if sentence.tokens.get(at + 1).is_some_and(|_| is_hyphen(sentence, at + 1)) {
        at + 2
    } else {
        at + 1
    };
    joins && at > 1 && is_hyphen(sentence, at - 1) && name(at - 2) && name(after)
}

pub(super) fn is_hyphen(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.tokens[at].text.as_str(), "-" | "‑")
}

/// "Keld" + "oil field": the feature words belong to the name.
pub(super) fn with_feature(report: &Report, sentence: &Sentence, span: &mut NameSpan, gazetteer: &Gazetteer) {
    let mut end = span.tokens.end;
    while end < sentence.tokens.len()
        && end < span.tokens.end + 3
        && reading::is_feature(&sentence.tokens[end].text.to_lowercase())
    {
        end += 1;
    }
    // "US air [raids]", "Keld oil [workers]": half of no feature.
    while end > span.tokens.end && is_dangling(&sentence.tokens[end - 1].text) {
        end -= 1;
    }
    // "The Sarda suburb of Keld": the next name's.
    while end > span.tokens.start + 1 && is_of_next(report, sentence, span.tokens.start, end - 1, gazetteer) {
        end -= 1;
    }
    span.tokens.end = span.tokens.end.min(end);
    // "Keld front lines": only where the words are nouns of this name, not verbs or the next name.
    let nouns = (span.tokens.end..end)
        .all(|i| matches!(sentence.tokens[i].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::X));
    if nouns {
        span.tokens.end = end;
    }
}

/// "suburb" of "the Sarda suburb of Keld", "port" of "port city of Keld"; not "district" of "Keld district of Salt
/// province": the smaller of the two is what the noun says.
pub(super) fn is_of_next(
    report: &Report,
    sentence: &Sentence,
    start: usize,
    at: usize,
    gazetteer: &Gazetteer,
) -> bool {
    let word = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let of = (at + 1..sentence.tokens.len()).find(|&i| !is_settled(word(i))).filter(|&i| word(i) == "of");
    let Some(of) = of.filter(|&of| is_settled(word(at)) && is_capital(word(of + 1))) else { return false };
    let size = |from: usize, to: usize| {
        let name = report.words(sentence.span_of(TokenRange::new(from, to)));
        let readings = reading::readings(name);
        let known = readings.iter().find_map(|r| gazetteer.look_up(&r.name).first().copied());
        known.filter(|c| c.near != Near::OneLetter).map_or(0, |c| c.weight())
    };
    let end = (of + 1..sentence.tokens.len().min(of + 5))
        .take_while(|&i| is_capital(word(i)) || i > of + 1 && reading::is_feature(&word(i).to_lowercase()))
        .last()
        .map_or(of + 2, |i| i + 1);
    size(start, at) > size(of + 1, end)
}

/// "The village of al-Keld" of a tokeniser that cuts at hyphens: the article is part of the name.
pub(super) fn with_article(sentence: &Sentence, span: &mut NameSpan) {
    let start = span.tokens.start;
    if start >= 2 && is_hyphen(sentence, start - 1) && is_article(sentence, start - 2) {
        span.tokens.start = start - 2;
    }
}

/// True where "between" stands a few words before.
pub(super) fn is_between(sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(6)..at).any(|k| sentence.tokens[k].text.eq_ignore_ascii_case("between"))
}

/// "On the road from Keld to Sarda": somewhere between them.
pub(super) fn is_on_road_from(sentence: &Sentence, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |k| sentence.tokens[k].text.as_str());
    word(1) == "from" && (2..5).any(|back| is(Class::Road, &word(back).to_lowercase()))
}

/// Two names with a hyphen or dash between are one: "Sukhna–Deir Ezzor road", "A - B - C triangle".
pub(super) fn joined(report: &Report, sentence: &Sentence, gazetteer: &Gazetteer, spans: &mut Vec<NameSpan>) {
    let mut i = 0;
    while i + 1 < spans.len() {
        let (a, b) = (spans[i].tokens, spans[i + 1].tokens);
        let hyphen = b.start == a.end + 1
            && matches!(sentence.tokens[a.end].text.as_str(), "-" | "–" | "—" | "‑" | "/");
        let between =
            b.start == a.end + 1 && sentence.tokens[a.end].text == "and" && is_between(sentence, a.start);
        let between = between
            || b.start == a.end + 1
                && sentence.tokens[a.end].text == "to"
                && is_on_road_from(sentence, a.start);
        let words = report.words(sentence.span_of(TokenRange::new(a.start, b.end)));
        let whole = reading::ends(words, |name| gazetteer.knows(&fold(name))).is_some();
        // "Tall al-Keld": one name.
        let mut gap = a.end..b.start;
        let over_article = gap.len() <= 2
            && gap.clone().all(|k| is_article(sentence, k) || is_hyphen(sentence, k))
            && (gap.any(|k| is_article(sentence, k))
                || a.end == b.start && is_name_part(&sentence.tokens[b.start].text))
            && is_capital(&sentence.tokens[a.end - 1].text);
        if over_article {
            spans[i].tokens.end = b.end;
            spans.remove(i + 1);
        } else if (hyphen || between) && whole {
            spans[i].tokens.end = b.end;
            spans[i].by = "two names as one line";
            spans.remove(i + 1);
        } else {
            i += 1;
        }
    }
}

/// "one Milan Okafor": two names side by side of which neither is a country or region are somebody's.
pub(super) fn without_pairs(
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    spans: &mut Vec<NameSpan>,
) {
    let area = |span: &NameSpan| {
        let words = report.words(sentence.span_of(span.tokens));
        reading::is_feature(&sentence.tokens[span.tokens.end - 1].text.to_lowercase())
            || is_area(words, gazetteer)
    };
    let pair = |a: &NameSpan, b: &NameSpan| a.tokens.end == b.tokens.start && !area(a) && !area(b);
    let in_pair: Vec<bool> = (0..spans.len())
        .map(|i| {
            i > 0 && pair(&spans[i - 1], &spans[i]) || spans.get(i + 1).is_some_and(|b| pair(&spans[i], b))
        })
        .collect();
    let mut kept = in_pair.iter();
    spans.retain(|_| kept.next().is_none_or(|pair| !pair));
}
