//! Where the words for a party begin: "security forces" of "on Monday Malian security forces", with what belongs to
//! the name before the noun.

use crate::actors::lexicon::{noun, qualifier};
use crate::actors::names::Matched;
use crate::actors::shared_noun;
use crate::actors::states::unit;
use crate::actors::theatre::state_at;
use crate::actors::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateName};
use ascribe_model::{Sentence, Upos};

/// The first token of the noun phrase's name part: back over modifiers that belong to it.
pub(super) fn start_of(
    sentence: &Sentence,
    head: usize,
    names: &[Matched],
    dictionary: &ActorDictionary,
) -> usize {
    let mut start = head;
    while start > 0 {
        let at = start - 1;
        if let Some(name) = names.iter().find(|m| m.tokens.contains(at)) {
            if follows_possessive(sentence, name.tokens.end, start) || is_before_clause(sentence, name, head)
            {
                break;
            }
            start = name.tokens.start;
            continue;
        }
        if let Some(first) = designation(sentence, at, dictionary) {
            start = first;
            continue;
        }
        let text = sentence.tokens[at].text.as_str();
        let lower = text.to_lowercase();
        if let Some(opens) = opening(sentence, at).filter(|&o| names.iter().any(|m| m.tokens.end == o)) {
            start = opens;
            continue;
        }
        let number = sentence.tokens[at].upos == Upos::Num;
        let capital = text.chars().next().is_some_and(char::is_uppercase) && at > 0 && !number;
        let hyphen = (text == "-" || text == "–") && at > 0;
        let joins = hyphen || capital || is_modifier(sentence, at, head) || qualifier(&lower).is_some();
        if lower == "and" && start < head && at > 0 && pairs(sentence, at, dictionary) {
            start = at - 1;
            continue;
        }
        // "Soldiers of the 61st Infantry Battalion": the number names the unit.
        // "Troops of 22 Brigade": so it does in the armies that write it without the ending.
        let one = sentence.tokens[head].text.starts_with(char::is_uppercase) && lower.parse::<u16>().is_ok();
        if (is_ordinal(&lower) || one) && unit(&format!("1st {}", sentence.tokens[head].text)).is_some() {
            start = at;
            break;
        }
        if !joins || stops(&lower) || is_time_or_place(sentence, at, &lower) {
            break;
        }
        start = at;
    }
    // A leading hyphen or capitalised sentence opener is not part of it.
    while start < head && sentence.tokens[start].text.chars().all(|c| !c.is_alphanumeric()) {
        start += 1;
    }
    start
}

/// "According to the Valley News Agency rebels fired rockets" without its comma: the agency is none of theirs.
fn is_before_clause(sentence: &Sentence, name: &Matched, head: usize) -> bool {
    let at = crate::words::head_of(sentence, name.tokens);
    let cased = sentence.child(at, &["case"]).is_some_and(|c| c < name.tokens.start);
    let above = sentence.tokens[at].head;
    cased && sentence.relation_is(at, "obl") && above.is_some() && above == sentence.tokens[head].head
}

/// "Two Danish F-16 jets": the first token of a machine's type that ends at the token, after its nation.
fn designation(sentence: &Sentence, at: usize, dictionary: &ActorDictionary) -> Option<usize> {
    let text = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let letters = at.checked_sub(2).filter(|&l| l > 0 && text(at - 1) == "-")?;
    let kind = text(letters);
    let number = text(at).starts_with(|c: char| c.is_ascii_digit());
    let nation = state_at(&[text(letters - 1)], 0, dictionary).is_some();
    (number && nation && kind.len() <= 4 && kind.starts_with(char::is_uppercase)).then_some(letters)
}

/// "The Islamic State (IS) group", "FARC [Revolutionary Armed Forces of Colombia] rebels": where brackets open that close
/// at the token and hold another form of a name.
fn opening(sentence: &Sentence, at: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let open = match sentence.tokens[at].text.as_str() {
        ")" => "(",
        "]" => "[",
        _ => return None,
    };
    (at.saturating_sub(LONGEST)..at).rev().find(|&o| sentence.tokens[o].text == open).filter(|&o| o > 0)
}

/// "On Monday security forces fired", "In Aceh soldiers killed": when and where, with a preposition of its own, is no
/// part of the name.
fn is_time_or_place(sentence: &Sentence, at: usize, lower: &str) -> bool {
    const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
        september october november december";
    let day = DAYS.split_whitespace().any(|word| word == lower);
    day || sentence.child(at, &["case"]).is_some_and(|c| c < at && sentence.tokens[c].upos == Upos::Adp)
}

/// "Afghan and coalition forces", "Kurdish and Arab fighters": two modifiers of one noun, the first a
/// people's adjective or a qualifier and no noun of its own ("soldiers and police").
fn pairs(sentence: &Sentence, and: usize, dictionary: &ActorDictionary) -> bool {
    let left = &sentence.tokens[and - 1].text;
    let right = &sentence.tokens[and + 1].text;
    // "Afghan and British air forces": the noun at the end of the compound.
    let common = |h: &usize| sentence.tokens.get(*h).is_some_and(|t| t.upos == Upos::Noun);
    let first = (and + 2..sentence.tokens.len()).find(common);
    let head = first.and_then(|h| (h..sentence.tokens.len()).take_while(common).last());
    if head.is_some_and(|h| shared_noun::first(sentence, and + 1, h, dictionary).is_some()) {
        return false;
    }
    let modifier = |text: &str| {
        let people = state_at(&[text], 0, dictionary).is_some_and(|(_, _, m)| m == StateName::Demonym);
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        people && !text.ends_with('s')
            || qualifier(&text.to_lowercase()).is_some() && noun(&text.to_lowercase()).is_none()
            || capital && text == right
    };
    // "Special Weapons and Tactics troops": an "and" inside a name.
    let nation = |text: &str| state_at(&[text], 0, dictionary).is_some();
    let capital = |t: usize| sentence.tokens[t].text.starts_with(char::is_uppercase);
    let named = and > 1 && [and - 2, and - 1, and + 1].into_iter().all(capital);
    let named = named && !nation(left) && !nation(right) && noun(&left.to_lowercase()).is_none();
    named || modifier(left) && (modifier(right) || qualifier(&right.to_lowercase()).is_some())
}

fn follows_possessive(sentence: &Sentence, name_end: usize, start: usize) -> bool {
    (name_end..start).any(|i| matches!(sentence.tokens[i].text.as_str(), "'s" | "’s" | "'" | ","))
}

/// Compounds and adjectives of the head.
fn is_modifier(sentence: &Sentence, token: usize, head: usize) -> bool {
    let under = sentence.tokens[token].head.is_some_and(|h| h == head || (token < h && h < head));
    under
        && ["compound", "amod", "flat"].iter().any(|r| sentence.relation_is(token, r))
        && sentence.tokens[token].upos != Upos::Num
}

/// "61st", "2d", "33rd".
pub(super) fn is_ordinal(lower: &str) -> bool {
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = matches!(&lower[digits.len()..], "st" | "nd" | "rd" | "d" | "th");
    ending && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// Determiners, numbers and the like end the phrase to the left.
fn stops(lower: &str) -> bool {
    vocabulary::is(Word::Stops, lower) || lower.chars().next().is_some_and(|c| c.is_ascii_digit())
}
