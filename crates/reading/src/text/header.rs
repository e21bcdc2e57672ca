//! The lines above a report: title, byline, publisher and date, region, theme.

use super::blocks::{Marker, is_closed};
use super::dateline::whole_line;
use super::facts::{Facts, canonical};
use super::page::Page;
use crate::dates::{date_at_start, parse_date};
use crate::outlets::{Outlets, key};
use crate::phrases::Use;
use ascribe_model::PassageKind;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).expect("header patterns are fixed text")
}

static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    fixed(r"^(?:[\d.,\s]+[$€£¥₴₽%]|[$€£]\s?[\d.,]+\s*(?:k|raised|of .{1,30})?|[\d.,\s]{1,12})$")
});
static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)^(?:by|written by|story by|author:|authors:|reporter:|byline:|report by|reporting by|words by)\s+(?P<name>.{2,120})$",
    )
});
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)^(?P<label>region|regions|country|location|theme|themes|topics?|tags?|category|categories|section|in-depth report|source|sources|via|publisher|published by|site|outlet|date|issued?|updated|reference|doc(?:ument)? id|language|keywords|url|link|by-?line)\s*:\s*(?P<value>.{0,300})$",
    )
});
static DATED: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)^(?:(?P<first>first |originally )?(?:published|posted|issued|released|created|uploaded|added|date of publication|publication date|publish date|date(?: published| posted)?|dated)|(?P<last>(?:last )?(?:updated|modified|edited)))(?:\s+(?:on|at))?\s*[:|–—-]?\s*",
    )
});
static RELEASE: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"^(?i:(?:release|news release|no\.?|ref\.?|#)\s*(?:no\.?|#|:)?\s*)?(?P<year>(?:19|20)\d\d)-\d{1,2}-\p{Lu}{1,3}-?\d{1,4}\b.{0,60}$",
    )
});
static ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| fixed(r"^[\[(<]?(?P<url>https?://[^\s\])>]{4,500})[\])>]?$"));
static OUTLET_WORD: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)\b(?:news|times|post|press|daily|agency|radio|tv|television|online|journal|herald|tribune|monitor|observer|observatory|gazette|wire|today|network|review|magazine|media|research|chronicle|telegraph|mail|guardian|star|sun|express|bulletin|broadcasting|report|eye|watch|centre|center|institute|front|insider|analysis|project)\b|\.(?:com|org|net|info|[a-z]{2})$",
    )
});

/// Claims the blocks before the body and gives the index of its first block.
pub(crate) fn mark(page: &mut Page) -> usize {
    let start = body_start(page);
    let title = title(page, start);
    let titled = page.known.title.is_some() || page.facts.title.is_some();
    masthead(page, title);
    for at in 0..start {
        if !page.is_free(at) {
            continue;
        }
        let kind = if Some(at) == title || is_title(page, at) {
            PassageKind::Title
        } else if let Some(kind) = claim(page, at) {
            kind
        } else if titled && title.is_none_or(|t| at > t) && page.words(at).split_whitespace().count() >= 3 {
            PassageKind::Heading
        } else {
            PassageKind::Furniture
        };
        page.set(at, at + 1, kind);
    }
    start
}

/// "The Valley Tribune" on the first line, above the title.
fn masthead(page: &mut Page, title: Option<usize>) {
    let words = page.words(0);
    let name = words.split_whitespace().count() <= 5 && words.len() <= 40 && OUTLET_WORD.is_match(words);
    if title.is_some_and(|t| t > 0)
        && page.is_free(0)
        && page.purpose(0).is_none()
        && name
        && name_like(words)
    {
        page.facts.publisher = page.facts.publisher.take().or(Some(words.into()));
        page.set(0, 1, PassageKind::Metadata);
    }
}

/// The first block that is neither a line about the report nor like a title.
fn body_start(page: &mut Page) -> usize {
    let count = page.blocks.len();
    let mut titled = page.known.title.is_some() || page.facts.title.is_some();
    for at in 0..count {
        let words = page.words(at);
        let heading = matches!(page.blocks[at].marker, Marker::Heading(_) | Marker::Rule);
        if !page.is_free(at) || heading {
            titled |= heading;
            continue;
        }
        if page.purpose(at).is_some_and(|p| p != Use::Metadata || words.len() < 80) || is_title(page, at) {
            continue;
        }
        if is_line(page, at) {
            continue;
        }
        let list = matches!(page.blocks[at].marker, Marker::Bullet | Marker::Number);
        if list && words.split_whitespace().count() < 5 && at + 1 < count {
            continue;
        }
        let like_title = title_like(words) && at + 1 < count && !list && !(titled && is_closed(words));
        if !like_title {
            return at;
        }
        // After the title, a short line is a subtitle only where prose follows.
        if titled && words.len() > 120 {
            return at;
        }
        titled = true;
    }
    // Nothing but short lines: the text is its own body, but for its first line.
    (0..count).find(|&i| page.is_free(i) && page.purpose(i).is_none() && !is_title(page, i)).unwrap_or(count)
}

/// True where `line` would claim the block.
fn is_line(page: &Page, at: usize) -> bool {
    line(&mut Facts::default(), page.words(at), page.blocks[at].marker, page.purpose(at)).is_some()
}

fn title_like(words: &str) -> bool {
    let count = words.split_whitespace().count();
    words.len() <= 220
        && count <= 32
        && (!is_closed(words) || (words.ends_with(['?', '!', '"', '”', '’', '\'']) && count <= 20))
}

/// True where the block repeats the title that is known.
fn is_title(page: &Page, at: usize) -> bool {
    let title = page.known.title.as_deref().or(page.facts.title.as_deref());
    let words = page.words(at);
    title.is_some_and(|t| words.len() < 2 * t.len() + 20 && !t.is_empty() && key(t) == key(words))
}

/// The title among the blocks before the body: the highest heading, else the first line that reads like one.
fn title(page: &mut Page, start: usize) -> Option<usize> {
    let heading = (0..start)
        .filter(|&i| page.is_free(i))
        .filter_map(|i| match page.blocks[i].marker {
            Marker::Heading(level) => Some((level, i)),
            _ => None,
        })
        .min();
    let mut chosen = heading.map(|(_, i)| i);
    if chosen.is_some_and(|i| page.words(i).ends_with(':')) {
        chosen = None;
    }
    if page.known.title.is_some() || page.facts.title.is_some() {
        return chosen.filter(|&i| is_title(page, i));
    }
    let chosen = chosen.or_else(|| {
        let free: Vec<usize> = (0..start)
            .filter(|&i| {
                page.is_free(i) && page.purpose(i).is_none() && page.blocks[i].marker == Marker::None
            })
            .filter(|&i| !is_line(page, i))
            .collect();
        let words = |i: &usize| page.words(*i).split_whitespace().count();
        free.iter().copied().find(|i| words(i) >= 4).or_else(|| free.iter().copied().find(|i| words(i) >= 2))
    })?;
    page.facts.title = Some(page.words(chosen).split_whitespace().collect::<Vec<_>>().join(" "));
    Some(chosen)
}

/// Notes what the block states about the report, and says what it is.
pub(crate) fn claim(page: &mut Page, at: usize) -> Option<PassageKind> {
    let marker = page.blocks.get(at)?.marker;
    let (words, purpose) = (page.words(at), page.purpose(at));
    line(&mut page.facts, words, marker, purpose)
}

fn line(facts: &mut Facts, words: &str, marker: Marker, purpose: Option<Use>) -> Option<PassageKind> {
    if marker == Marker::Caption {
        return Some(PassageKind::Caption);
    }
    if marker == Marker::Rule || FIGURE.is_match(words) {
        return Some(PassageKind::Furniture);
    }
    match purpose {
        Some(Use::Caption) => return Some(PassageKind::Caption),
        Some(Use::Metadata) if words.len() < 80 => return Some(PassageKind::Metadata),
        Some(Use::Furniture | Use::End | Use::Comments) => return Some(PassageKind::Furniture),
        _ => {}
    }
    if words.len() > 340 {
        return None;
    }
    let found = labelled(facts, words) || dated(facts, words) || byline(facts, words) || single(facts, words);
    found.then_some(PassageKind::Metadata)
}

/// "Region: Middle East", "Theme: …", "Source: Valley Post".
fn labelled(facts: &mut Facts, words: &str) -> bool {
    let Some(found) = LABEL.captures(words) else { return false };
    let value = found.name("value").map_or("", |v| v.as_str()).trim();
    let list = || value.split([',', ';', '|']).map(str::trim).filter(|v| !v.is_empty()).map(String::from);
    match found["label"].to_ascii_lowercase().as_str() {
        "region" | "regions" | "country" | "location" => facts.region.extend(list()),
        "theme" | "themes" | "topic" | "topics" | "tag" | "tags" | "category" | "categories" | "section"
        | "keywords" => facts.themes.extend(list()),
        "source" | "sources" | "via" if name_like(value) => facts.sources.push(value.to_string()),
        "publisher" | "published by" | "site" | "outlet" if name_like(value) => {
            facts.publisher = Some(value.into())
        }
        "date" | "issue" | "issued" => facts.published = facts.published.or(parse_date(value)),
        "updated" => facts.updated = parse_date(value),
        "url" | "link" => facts.url = Some(value.into()),
        "byline" | "by-line" => facts.byline = Some(value.into()),
        _ => {}
    }
    // "Location: …" is a label, "Sources: the army said it had struck." a sentence.
    !(is_closed(words) && value.split_whitespace().count() > 8)
}

/// A date alone, with a label, or with a name before it.
fn dated(facts: &mut Facts, words: &str) -> bool {
    if words.len() > 140 {
        return false;
    }
    if let Some(label) = DATED.find(words)
        && let Some((date, length)) = date_at_start(words.get(label.end()..).unwrap_or(""))
    {
        let rest = words.get(label.end() + length..).unwrap_or("").trim();
        let last = DATED.captures(words).is_some_and(|c| c.name("last").is_some());
        let by = rest.strip_prefix("by ").map(str::trim).filter(|n| name_like(n));
        let plain = rest.is_empty()
            || by.is_some()
            || rest.starts_with(['(', '|', '-', '–', '—', '·', '•', ',', '/']);
        if plain {
            match (last, by) {
                (true, _) => facts.updated = Some(date),
                (false, Some(name)) if Outlets::known().by_name(name).is_some() => {
                    facts.outlets.push((name.into(), Some(date)));
                }
                (false, by) => {
                    facts.published = facts.published.or(Some(date));
                    facts.byline = facts.byline.take().or(by.map(String::from));
                }
            }
            return true;
        }
    }
    let Some((name, date)) = trailing_date(words) else { return false };
    stamp(facts, name, date)
}

/// The words before a date that ends the line, and the date.
fn trailing_date(words: &str) -> Option<(&str, Date)> {
    let starts = words.char_indices().filter(|&(at, _)| {
        at == 0
            || words
                .get(..at)
                .is_some_and(|s| s.ends_with([' ', ',', '|', '-', '–', '—', '(', '\u{a0}', '•', '·']))
    });
    starts.into_iter().take(24).find_map(|(at, _)| {
        let tail = words.get(at..)?.trim_end_matches([')', '.', '|', ' ']);
        Some((words.get(..at)?.trim(), parse_date(tail)?))
    })
}

/// "Valley Post, April 11, 2020" (the publisher) or "Hill Radio 10 April 2020" (perhaps another).
fn stamp(facts: &mut Facts, before: &str, date: Date) -> bool {
    let comma = before.ends_with(',');
    let name = before.trim_end_matches([',', '|', '-', '–', '—', '(', ':', '•', '·', ' ']);
    if name.is_empty() {
        facts.published = facts.published.or(Some(date));
        return true;
    }
    if let Some(found) = BYLINE.captures(name) {
        facts.byline = Some(found["name"].trim_end_matches(" on").trim().to_string());
        facts.published = facts.published.or(Some(date));
        return true;
    }
    if !name_like(name) || name.split_whitespace().count() > 6 {
        return false;
    }
    let outlet = Outlets::known().by_name(name).is_some();
    let reads_like_one =
        outlet || OUTLET_WORD.is_match(name) || facts.byline.as_deref().is_some_and(|b| key(b) == key(name));
    match (reads_like_one, comma) {
        (true, true) => facts.stamps.push((name.into(), Some(date))),
        (true, false) => facts.outlets.push((name.into(), Some(date))),
        // "Damascus, April 3, 2019": where it was written.
        (false, _) => facts.published = facts.published.or(Some(date)),
    }
    true
}

fn byline(facts: &mut Facts, words: &str) -> bool {
    let Some(found) = BYLINE.captures(words) else { return false };
    let whole = found["name"].trim();
    let name = whole.split(['|', '•', '·']).next().unwrap_or(whole).trim();
    if is_closed(words) && !words.ends_with(['.', ')']) || name.split_whitespace().count() > 12 {
        return false;
    }
    // "By nightfall the army had taken the hill" is no byline.
    if !name.starts_with(char::is_uppercase) || (words.ends_with('.') && name.split_whitespace().count() > 5)
    {
        return false;
    }
    facts.byline = facts.byline.take().or(Some(name.trim_end_matches(',').to_string()));
    if let Some((_, outlet)) = whole.split_once(['|', '•', '·'])
        && Outlets::known().by_name(outlet.trim()).is_some()
    {
        facts.outlets.push((outlet.trim().into(), None));
    }
    true
}

/// An address, an outlet's name, a release number or a dateline on a line of its own.
fn single(facts: &mut Facts, words: &str) -> bool {
    if words.len() > 160 && !words.starts_with("http") {
        return false;
    }
    if let Some(found) = ADDRESS.captures(words) {
        if let Some(outlet) = Outlets::known().by_url(&found["url"]) {
            facts.outlets.push((outlet.name.clone(), None));
        }
        return true;
    }
    if let Some(found) = RELEASE.captures(words) {
        facts.year = found["year"].parse().ok();
        return true;
    }
    if Outlets::known().by_name(words).is_some() {
        facts.outlets.push((words.into(), None));
        return true;
    }
    // "Joint Press Centre - Northern Region"
    if let Some((name, _)) = words.split_once([',', '|', '-', '–', '—'])
        && words.len() < 70
        && Outlets::known().by_name(name.trim()).is_some()
        && !is_closed(words)
    {
        facts.outlets.push((name.trim().into(), None));
        return true;
    }
    // "(DESK)", "(WITH PHOTO)": marks of an archive.
    if words.starts_with('(')
        && words.ends_with(')')
        && words.len() < 60
        && words.split_whitespace().count() <= 6
    {
        return true;
    }
    if let Some(line) = whole_line(words, facts.year) {
        facts.published = facts.published.or(line.date);
        if let Some(agency) = line.agency {
            facts.agency = Some((canonical(&agency), line.date));
        }
        return true;
    }
    false
}

/// A few words that begin with a capital and hold no sentence.
pub(crate) fn name_like(words: &str) -> bool {
    let count = words.split_whitespace().count();
    (1..=9).contains(&count)
        && words.len() <= 90
        && words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}
