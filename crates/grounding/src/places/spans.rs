//! Which words of a sentence name a place.

use super::parties::{is_acted_on, is_party, is_region_by_name, is_speaker, is_state};
use super::reading::{self, compass};
use super::vocabulary::{Class, is};
use super::within::is_settled;
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Gazetteer, Kind, Near};
use ascribe_language::noun_of_people;
use ascribe_model::{Analysis, Label, Report, Sentence, TokenRange, Upos};
use rustc_hash::FxHashSet;

/// A stretch of words that names a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NameSpan {
    pub sentence: usize,
    pub tokens: TokenRange,
    /// How it was found, for the record of evidence.
    pub by: &'static str,
}

/// The place names of all sentences, in text order, without overlaps.
pub(crate) fn name_spans(
    report: &Report,
    analysis: &Analysis,
    gazetteer: &Gazetteer,
    taken: &[(usize, TokenRange)],
) -> Vec<NameSpan> {
    let mut found = Vec::new();
    let mut told = FxHashSet::default();
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        let closed = closed_tokens(number, report, sentence, gazetteer, taken, &told);
        let mut spans = labelled(number, sentence, gazetteer, &closed);
        spans = spans.into_iter().flat_map(|s| known_parts(report, sentence, s, gazetteer)).collect();
        unlabelled(number, report, sentence, gazetteer, &closed, &told, &mut spans);
        super::listed::beside_places(number, report, sentence, gazetteer, &mut spans);
        spans.sort_by_key(|s| s.tokens.start);
        for span in &mut spans {
            with_feature(report, sentence, span, gazetteer);
        }
        spans.retain(|s| is_place(report, sentence, s, gazetteer));
        joined(report, sentence, gazetteer, &mut spans);
        without_pairs(report, sentence, gazetteer, &mut spans);
        with_streets(number, sentence, &mut spans);
        told.extend(spans.iter().map(|s| fold(report.words(sentence.span_of(s.tokens)))));
        found.extend(spans);
    }
    found
}

/// "A bank on 34th Street": streets that have a number for a name.
fn with_streets(number: usize, sentence: &Sentence, spans: &mut Vec<NameSpan>) {
    for tokens in super::streets::numbered(sentence) {
        spans.retain(|s| s.tokens.end <= tokens.start || tokens.end <= s.tokens.start);
        spans.push(NameSpan { sentence: number, tokens, by: "a street by its number" });
    }
    spans.sort_by_key(|s| s.tokens.start);
}

/// Tokens that belong to somebody: actors that were recognised, people, organisations; not those of a name that
/// the report has told as a place ("Keld was the target").
fn closed_tokens(
    number: usize,
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    taken: &[(usize, TokenRange)],
    told: &FxHashSet<String>,
) -> Vec<bool> {
    let mut closed = vec![false; sentence.tokens.len()];
    let people = sentence
        .mentions
        .iter()
        .filter(|m| m.named && matches!(m.label, Label::Person | Label::Organisation));
    let of_actors = taken.iter().filter(|(s, _)| *s == number).map(|(_, range)| *range);
    for range in people.map(|m| m.tokens).chain(of_actors) {
        let words = report.words(sentence.span_of(range));
        let state = is_state(words, gazetteer);
        // "Salt, Sarda and Keld departments": taken for an office without its noun.
        let next = sentence.tokens.get(range.end).map(|_| TokenRange::new(range.start, range.end + 1));
        let longer = next.map_or("", |r| report.words(sentence.span_of(r)));
        if is_region_by_name(words, gazetteer) || is_region_by_name(longer, gazetteer) {
            continue;
        }
        if state && is_acted_on(sentence, range)
            || !state && (told.contains(&fold(words)) || is_there(sentence, range, words, gazetteer))
        {
            continue;
        }
        closed.iter_mut().take(range.end).skip(range.start).for_each(|c| *c = true);
    }
    open_home_towns(report, sentence, gazetteer, &mut closed);
    closed
}

/// "The mayor of Keld", "a teacher from Keld": a well-known town behind a noun for people, though taken for a person's
/// name together with it.
fn open_home_towns(report: &Report, sentence: &Sentence, gazetteer: &Gazetteer, closed: &mut [bool]) {
    let tokens = &sentence.tokens;
    let people = |at: usize| {
        let lower = tokens[at].text.starts_with(char::is_lowercase);
        lower && noun_of_people(&tokens[at].lemma.to_lowercase())
    };
    for at in 2..tokens.len() {
        let joined = matches!(tokens[at - 1].text.as_str(), "of" | "from") && people(at - 2);
        if !joined || !closed[at] {
            continue;
        }
        let name =
            TokenRange::new(at, (at..tokens.len()).find(|&i| !is_capital(&tokens[i].text)).unwrap_or(at));
        let known = |c: &Candidate| c.near == Near::Exact && c.weight() >= 60_000;
        if name.start < name.end
            && gazetteer.look_up(report.words(sentence.span_of(name))).first().is_some_and(known)
        {
            closed[name.range()].iter_mut().for_each(|c| *c = false);
        }
    }
}

/// "Shells fell in Keld", "the attack on Old Keld", "the shelling of Keld": a well-known place, though taken for somebody.
fn is_there(sentence: &Sentence, range: TokenRange, words: &str, gazetteer: &Gazetteer) -> bool {
    let word = |back: usize| {
        range.start.checked_sub(back).map_or(String::new(), |i| sentence.tokens[i].text.to_lowercase())
    };
    let inside = matches!(word(1).as_str(), "in" | "near" | "inside" | "outside");
    let marked =
        || sentence.mentions.iter().any(|m| m.label == Label::Place && m.tokens.contains(range.start));
    let struck = (word(1) == "on" && (words.contains(' ') || marked()) || word(1) == "of")
        && is(Class::Assault, &word(2));
    let known = |c: &Candidate| {
        c.weight() >= 60_000
            && (c.near == Near::Exact || c.near == Near::Spelling && gazetteer.is_listed(&fold(c.name)))
    };
    (inside || struck || is_taken(sentence, range.start, range.end))
        && gazetteer.look_up(words).first().is_some_and(known)
}

/// "Took Keld from the rebels", "entered Keld on Friday".
fn is_taken(sentence: &Sentence, start: usize, end: usize) -> bool {
    let verb = start.checked_sub(1).map(|i| sentence.tokens[i].text.to_lowercase());
    let next = sentence.tokens.get(end).map_or("", |t| t.text.as_str());
    verb.is_some_and(|v| is(Class::Taking, &v))
        && matches!(next, "from" | "on" | "in" | "and" | "," | "." | "after" | "without" | "during")
}

fn labelled(number: usize, sentence: &Sentence, gazetteer: &Gazetteer, closed: &[bool]) -> Vec<NameSpan> {
    let mut spans: Vec<NameSpan> = Vec::new();
    for mention in sentence.mentions.iter().filter(|m| matches!(m.label, Label::Place | Label::Facility)) {
        let Some(tokens) = trimmed(sentence, mention.tokens) else { continue };
        let inside = closed.get(tokens.range()).is_some_and(|c| c.iter().all(|x| *x));
        // A description ("a checkpoint") is no name.
        if inside || !tokens.range().any(|i| is_capital(&sentence.tokens[i].text)) || gazetteer.is_empty() {
            continue;
        }
        match spans.iter_mut().find(|s| s.tokens.start < tokens.end && tokens.start < s.tokens.end) {
            // Of nested mentions the longer is the name.
            Some(other) if other.tokens.range().len() < tokens.range().len() => other.tokens = tokens,
            Some(_) => {}
            None => spans.push(NameSpan { sentence: number, tokens, by: "name of a place" }),
        }
    }
    spans
}

/// "the Aleppo province village of Al-Tukhar", "the rebel-held town of Manbij": a stretch that is no name
/// as a whole gives the names in it. What nothing is known of stays as it is.
fn known_parts(report: &Report, sentence: &Sentence, span: NameSpan, gazetteer: &Gazetteer) -> Vec<NameSpan> {
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
            let begun = at > start && (is_unknown_half(before(at)) || is_particle(at - 1) || is_compound(at));
            let goes_on = goes_on || (to + 1..end).take(3).any(|k| over_article(k) == Some(to - 1));
            if !goes_on && !begun {
                parts.push(NameSpan { tokens: TokenRange::new(at, to), ..span.clone() });
            }
        }
        at = name.unwrap_or(at + 1);
    }
    if parts.is_empty() { vec![span] } else { parts }
}

/// True for the name of a country or region.
fn is_area(name: &str, gazetteer: &Gazetteer) -> bool {
    gazetteer.look_up(name).first().is_some_and(|c| matches!(c.kind, Kind::Country | Kind::Region))
}

/// Takes determiners, prepositions and lower-case feature words off the front, punctuation off both ends.
fn trimmed(sentence: &Sentence, range: TokenRange) -> Option<TokenRange> {
    let (mut start, mut end) = (range.start, range.end.min(sentence.tokens.len()));
    let front = |i: usize| {
        let token = &sentence.tokens[i];
        matches!(token.upos, Upos::Det | Upos::Adp | Upos::Punct | Upos::Num)
            || !is_capital(&token.text) && !is_name_part(&token.text)
            || compass(&token.text).is_some() && end > i + 1 && !is_capital(&token.text)
    };
    while start < end && front(start) {
        start += 1;
    }
    while start < end
        && (sentence.tokens[end - 1].upos == Upos::Punct
            || matches!(sentence.tokens[end - 1].text.as_str(), "'s" | "’s"))
    {
        end -= 1;
    }
    (start < end).then(|| TokenRange::new(start, end))
}

/// Names that the gazetteer knows, in a place's position, where the model saw none.
fn unlabelled(
    number: usize,
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    closed: &[bool],
    told: &FxHashSet<String>,
    spans: &mut Vec<NameSpan>,
) {
    let free = |i: usize, spans: &[NameSpan]| !closed[i] && !spans.iter().any(|s| s.tokens.contains(i));
    let mut i = 0;
    while i < sentence.tokens.len() {
        if !is_capital(&sentence.tokens[i].text) || !free(i, spans) {
            i += 1;
            continue;
        }
        let mut longest = None;
        for end in (i + 1..=(i + 5).min(sentence.tokens.len())).rev() {
            if (i..end).all(|k| free(k, spans)) && is_capital_or_link(&sentence.tokens[end - 1].text) {
                let words = report.words(sentence.span_of(TokenRange::new(i, end)));
                let folded = fold(words);
                if !is(Class::Never, folded.as_str()) && folded.len() > 2 && gazetteer.knows(&folded) {
                    longest = Some(end);
                    break;
                }
            }
        }
        // "Keld was retaken": what the report has told as a place is one again.
        let known = |end| told.contains(&fold(report.words(sentence.span_of(TokenRange::new(i, end)))));
        match longest {
            Some(end)
                if in_position(sentence, i, end)
                    || known(end) && !is_longer(sentence, i, end)
                    || names_attack(report, sentence, i, end, gazetteer) =>
            {
                spans.push(NameSpan {
                    sentence: number,
                    tokens: TokenRange::new(i, end),
                    by: "name in the gazetteer",
                });
                i = end;
            }
            Some(end) => i = end,
            None => i += 1,
        }
    }
}

/// "The Paris attacks", "the Boston Marathon bombing": a great town whose name an attack has, also over the venue.
fn names_attack(
    report: &Report,
    sentence: &Sentence,
    start: usize,
    end: usize,
    gazetteer: &Gazetteer,
) -> bool {
    const VENUES: &str = "marathon arena stadium bridge airport market theatre theater metro subway underground \
        cathedral church mosque synagogue temple university hospital hotel mall embassy station concert";
    let lower = |i: usize| sentence.tokens.get(i).map_or(String::new(), |t| t.text.to_lowercase());
    let venue = |i: usize| VENUES.split_whitespace().any(|v| v == lower(i));
    let noun = if venue(end) { end + 1 } else { end };
    let (told, kinds) =
        (lower(noun), "massacre shooting killing blast explosion riot uprising bombing siege");
    let one = told.trim_end_matches('s');
    let attack = (is(Class::Assault, one) || kinds.split(' ').any(|k| k == one))
        && sentence.tokens[noun].upos == Upos::Noun;
    let name = report.words(sentence.span_of(TokenRange::new(start, end)));
    let great = |c: &Candidate| c.near == Near::Exact && c.weight() >= 100_000;
    let begins = start == 0 || sentence.tokens[start - 1].upos != Upos::Propn;
    attack && begins && gazetteer.look_up(name).first().is_some_and(great)
}

/// A name is in a place's position behind a locative word, or before a feature word ("Keld province").
fn in_position(sentence: &Sentence, start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|i| sentence.tokens[i].text.to_lowercase());
    let before = match before.as_deref() {
        Some("the") => start.checked_sub(2).map(|i| sentence.tokens[i].text.to_lowercase()),
        _ => before,
    };
    let after = sentence.tokens.get(end).map(|t| t.text.to_lowercase());
    let behind_locative = before.as_deref().is_some_and(|w| is(Class::Locative, w));
    let feature = after.as_deref().is_some_and(reading::is_feature);
    feature || (behind_locative || is_taken(sentence, start, end)) && !is_longer(sentence, start, end)
}

/// "Keld Mohammed said": a capital beside it makes it part of a longer name.
fn is_longer(sentence: &Sentence, start: usize, end: usize) -> bool {
    sentence.tokens.get(end).is_some_and(|t| is_capital(&t.text) && t.upos == Upos::Propn)
        || start > 0
            && is_capital(&sentence.tokens[start - 1].text)
            && sentence.tokens[start - 1].upos == Upos::Propn
}

/// The first half of "air base", "oil field", "gas plant".
fn is_dangling(word: &str) -> bool {
    matches!(word, "air" | "oil" | "gas" | "military" | "refugee" | "border" | "power" | "international")
}

const PARTICLES: [&str; 13] =
    ["de", "del", "da", "do", "dos", "das", "di", "du", "bin", "ibn", "bint", "abu", "umm"];

/// "al" of "al-Keld" and "Tall al Keld"; "at" only where a hyphen or a capital makes it no English word.
fn is_article(sentence: &Sentence, at: usize) -> bool {
    let word = sentence.tokens[at].text.as_str();
    let arabic = matches!(word, "al" | "el" | "ul") || word.starts_with(char::is_uppercase);
    let listed = crate::gazetteer::skeleton::is_article(&word.to_lowercase())
        && (arabic || at + 1 < sentence.tokens.len() && is_hyphen(sentence, at + 1));
    listed || is_izafe(sentence, at)
}

/// "Kart-e Keld", "Koh-i Sarda": what joins two halves of a Persian name.
fn is_izafe(sentence: &Sentence, at: usize) -> bool {
    let joins = matches!(sentence.tokens[at].text.as_str(), "e" | "i" | "ye" | "yi");
    let name = |at: usize| sentence.tokens.get(at).is_some_and(|t| is_capital(&t.text));
    let after = if sentence.tokens.get(at + 1).is_some_and(|_| is_hyphen(sentence, at + 1)) {
        at + 2
    } else {
        at + 1
    };
    joins && at > 1 && is_hyphen(sentence, at - 1) && name(at - 2) && name(after)
}

fn is_hyphen(sentence: &Sentence, at: usize) -> bool {
    matches!(sentence.tokens[at].text.as_str(), "-" | "‑")
}

/// "Keld" + "oil field": the feature words belong to the name.
fn with_feature(report: &Report, sentence: &Sentence, span: &mut NameSpan, gazetteer: &Gazetteer) {
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
fn is_of_next(report: &Report, sentence: &Sentence, start: usize, at: usize, gazetteer: &Gazetteer) -> bool {
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

/// True where "between" stands a few words before.
fn is_between(sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(6)..at).any(|k| sentence.tokens[k].text.eq_ignore_ascii_case("between"))
}

/// "On the road from Keld to Sarda": somewhere between them.
fn is_on_road_from(sentence: &Sentence, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |k| sentence.tokens[k].text.as_str());
    word(1) == "from" && (2..5).any(|back| is(Class::Road, &word(back).to_lowercase()))
}

/// Two names with a hyphen or dash between are one: "Sukhna–Deir Ezzor road", "A - B - C triangle".
fn joined(report: &Report, sentence: &Sentence, gazetteer: &Gazetteer, spans: &mut Vec<NameSpan>) {
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
fn without_pairs(report: &Report, sentence: &Sentence, gazetteer: &Gazetteer, spans: &mut Vec<NameSpan>) {
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

/// False for demonyms, for governments spoken of by their country or capital, and for words that are
/// hardly ever places.
fn is_place(report: &Report, sentence: &Sentence, span: &NameSpan, gazetteer: &Gazetteer) -> bool {
    let words = report.words(sentence.span_of(span.tokens));
    let folded = fold(words);
    // "attacks on the US", not "told us" nor "US support".
    let stands = || !sentence.relation_is(head(sentence, span.tokens), "compound");
    let never = is(Class::Never, folded.as_str()) && !(words == "US" && stands());
    if never || folded.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return false;
    }
    let countries = gazetteer.countries();
    if countries.demonym_of_folded(&folded).is_some() && countries.by_folded(&folded).is_none() {
        return false;
    }
    // "a Syrian village", "the northern Malian town": whose it is, and no name.
    let bare: Vec<&str> =
        words.split_whitespace().filter(|w| !reading::is_feature(&w.to_lowercase())).collect();
    let held = |w: &str| w.to_lowercase().ends_with("-held") || w.to_lowercase().ends_with("-controlled");
    if bare.iter().all(|w| held(w)) {
        return false;
    }
    // "LNA positions": whose they are.
    let printed: Vec<&str> =
        bare.iter().copied().filter(|w| w.len() < 4 || !w.chars().all(char::is_lowercase)).collect();
    if let ([short], true) = (printed.as_slice(), printed.len() < bare.len())
        && is_abbreviation(sentence, &fold(short), short, gazetteer)
    {
        return false;
    }
    let groups = !bare.is_empty() && bare.iter().all(|w| is(Class::Group, &w.to_lowercase()));
    let bare = fold(&bare.join(" "));
    if groups || is_abbreviation(sentence, &bare, words, gazetteer) || is_possessive(&bare, gazetteer) {
        return false;
    }
    if bare.is_empty() || (bare != folded && countries.demonym_of_folded(&bare).is_some()) {
        return false;
    }
    let country = countries.by_folded(&folded).is_some();
    let capital = countries.by_capital(words).is_some();
    let head = head(sentence, span.tokens);
    // "A U.S. helicopter", "the UK prime minister".
    let adjective = sentence.relation_is(head, "compound") && is_short_capitals(words);
    !(country && (adjective || is_party(sentence, head)) || capital && is_speaker(sentence, head))
}

/// "U.S.", "UK".
fn is_short_capitals(words: &str) -> bool {
    let letters = || words.chars().filter(|c| c.is_alphabetic());
    letters().count() <= 3 && letters().all(char::is_uppercase)
}

/// "an IED", "the PKK": short words in capitals are places only where a table of ours says so ("UAE"), but in
/// a text all in capitals.
fn is_abbreviation(sentence: &Sentence, folded: &str, words: &str, gazetteer: &Gazetteer) -> bool {
    let capitals = |w: &str| w.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    // "the IRAs supply route", printed without its apostrophe.
    let words = words.strip_suffix('s').filter(|w| capitals(w)).unwrap_or(words);
    let shouted = sentence.tokens.iter().filter(|t| t.text.len() > 4).all(|t| capitals(&t.text));
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    letters <= 4 && capitals(words) && !shouted && !gazetteer.is_listed(folded)
}

/// "Syrias president", "Oslos ally", printed without its apostrophe.
fn is_possessive(folded: &str, gazetteer: &Gazetteer) -> bool {
    folded.strip_suffix('s').is_some_and(|bare| bare.len() > 3 && is_state(bare, gazetteer))
        && !is_state(folded, gazetteer)
}

/// The token of the range that hangs outside it.
pub(crate) fn head(sentence: &Sentence, range: TokenRange) -> usize {
    range
        .range()
        .find(|&i| sentence.tokens.get(i).is_some_and(|t| t.head.is_none_or(|h| !range.contains(h))))
        .unwrap_or(range.start)
}

fn is_capital(word: &str) -> bool {
    let bare = word.trim_start_matches(['\'', '‘', '’', '`', '"', '“']);
    bare.starts_with(char::is_uppercase) || is_name_part(word)
}

/// "al-Mayadin", "ash-Shaykh", "ez-Zor": the article is written small.
fn is_name_part(word: &str) -> bool {
    let Some((article, rest)) = word.split_once(['-', '–', '‑']) else { return false };
    crate::gazetteer::skeleton::is_article(&article.to_lowercase())
        && rest.trim_start_matches(['\'', '’', '`']).starts_with(char::is_uppercase)
}

fn is_capital_or_link(word: &str) -> bool {
    is_capital(word)
}
