//! What stands before the first sentence in the same paragraph: title, date, agency, dateline, counters.
//!
//! Extracts in one run begin "Tuesday 19 Jul 2016 Car bomb kills six AFP A car bomb killed six people …".

use super::dateline::dateline;
use super::facts::{canonical, same};
use super::page::Page;
use crate::dates::date_at_start;
use crate::draft::{passage, trimmed};
use crate::outlets::Outlets;
use crate::phrases::Phrases;
use ascribe_model::{Passage, PassageKind, Span};
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?i:(?:first |last )?(?:published|posted|updated|issued|date of publication|publication date)(?:\s+(?:on|at))?\s*:?\s+)")
        .expect("fixed text")
});
/// "Middle East 1735 " before a date: section and clock.
static SECTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\p{Lu}[\p{L}&]*(?: [\p{L}&]+){0,3} )?\d{1,2}:?\d{2} ").expect("fixed text")
});
static UPDATED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\s*\((?i:updated|modified|edited)[^()]{1,60}\)").expect("fixed text"));
/// "(Hat tip: Valley Blog) "
static HAT_TIP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\((?i:hat[ -]?tip|h/t|via)\b[^()]{1,80}\)\s*").expect("fixed text"));
/// "SEND https://sho.rt/abc "
static SHARE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?i:send|share|tweet)\s+https?\S+\s+").expect("fixed text"));
/// "Soldiers at the bridge on Monday. (Agency Photo) "
static PHOTO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[^()]{0,300}(?:\([^()]{1,30}\)[^()]{0,300})?\([^()]{0,40}\b(?i:photo|file photo|image|archives?)\b[^()]{0,30}\)\s*").expect("fixed text")
});

/// "Bomb kills six in a café of the capital AGENCY Friday 23 Aug 2013 A bomb …": a second headline, credit and date.
static STANDFIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?P<words>[^.!?]{30,300}?)\s(?P<outlet>[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{1,20})?),? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? \d{1,2} \p{Lu}\p{L}{2,8} \d{4}\s+[\p{Lu}\d]")
        .expect("fixed text")
});

/// Cuts what leads the first body block; gives the passages of the lead and the offset of the body.
pub(crate) fn split(page: &mut Page, span: Span) -> (Vec<Passage>, usize) {
    let mut lead = Lead { at: span.start, end: span.end, passages: Vec::new(), date: None };
    while lead.step(page) {}
    if let Some(line) = dateline(page.text.get(lead.at..lead.end).unwrap_or(""), year(page)) {
        let place = line.place.clone();
        let agency = line.agency.as_deref().map(|agency| match place {
            // "Lima, 12 Oct 88 (Domestic Service)": the country's own radio.
            Some(place)
                if agency.to_lowercase().ends_with("domestic service") && !agency.contains(&place) =>
            {
                format!("{place} {agency}")
            }
            _ => canonical(agency),
        });
        match agency {
            Some(name) => page.facts.agency = page.facts.agency.take().or(Some((name, line.date))),
            None => page.facts.published = page.facts.published.or(line.date),
        }
        lead.cut(page.text, line.length, PassageKind::Metadata);
        if let Some(inner) = dateline(page.text.get(lead.at..lead.end).unwrap_or(""), None)
            && inner.agency.is_none()
            && page.text.get(lead.at..lead.at + inner.length).is_some_and(|s| s.trim_end().ends_with("--"))
        {
            lead.cut(page.text, inner.length, PassageKind::Metadata);
        }
    }
    (lead.passages, lead.at)
}

fn year(page: &Page) -> Option<i16> {
    let date = page.known.published.or(page.facts.published).or(page.facts.stamps.first().and_then(|s| s.1));
    page.facts.year.or(date.map(|d| d.year()))
}

struct Lead {
    at: usize,
    end: usize,
    passages: Vec<Passage>,
    date: Option<Date>,
}

impl Lead {
    fn step(&mut self, page: &mut Page) -> bool {
        let Some(rest) = page.text.get(self.at..self.end) else { return false };
        if let Some(length) = title_length(rest, page) {
            return self.cut(page.text, length, PassageKind::Title);
        }
        if let Some(length) = standfirst(rest) {
            return self.cut(page.text, length, PassageKind::Title);
        }
        if let Some((date, length)) = self.stamped(rest) {
            page.facts.published = page.facts.published.or(Some(date));
            self.date = Some(date);
            return self.cut(page.text, length, PassageKind::Metadata);
        }
        if let Some(length) = counter(rest) {
            return self.cut(page.text, length, PassageKind::Furniture);
        }
        if let Some(length) = self.outlet(rest, page) {
            return self.cut(page.text, length, PassageKind::Metadata);
        }
        if let Some(found) = HAT_TIP.find(rest) {
            return self.cut(page.text, found.end(), PassageKind::Metadata);
        }
        if let Some(found) = SHARE.find(rest) {
            return self.cut(page.text, found.end(), PassageKind::Furniture);
        }
        match PHOTO.find(rest) {
            Some(found) if rest.len() > found.end() + 80 => {
                self.cut(page.text, found.end(), PassageKind::Caption)
            }
            _ => false,
        }
    }

    /// Takes `length` bytes as a passage; false where that would leave nothing.
    fn cut(&mut self, text: &str, length: usize, kind: PassageKind) -> bool {
        let span = trimmed(text, Span::new(self.at, self.at + length));
        let rest = text.get(self.at + length..self.end).unwrap_or("");
        let next = rest.trim_start_matches(|c: char| c.is_whitespace() || ".|–—:-".contains(c));
        if length == 0 || next.is_empty() {
            return false;
        }
        self.passages.push(passage(kind, span));
        self.at = self.end - next.len();
        true
    }

    /// A date that is no part of a sentence: with a label, or before a capital.
    fn stamped(&self, rest: &str) -> Option<(Date, usize)> {
        let label = LABEL.find(rest).map_or(0, |m| m.end());
        let section = if label == 0 { SECTION.find(rest).map_or(0, |m| m.end()) } else { 0 };
        let (date, length) = date_at_start(rest.get(label + section..)?)
            .map(|(d, n)| (d, label + section + n))
            .or_else(|| {
                let (date, length) = date_at_start(rest)?;
                Some((date, length))
            })?;
        let mut end = length;
        if let Some(updated) = UPDATED.find(rest.get(end..)?) {
            end += updated.end();
        }
        // "30.04.2017) Get short URL": where the bracket that it closes is lost.
        if rest.get(end..)?.starts_with(')') && !rest.starts_with('(') {
            end += 1;
        }
        let next = rest.get(end..)?.trim_start();
        let fits = next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“‘'(".contains(c))
            || next.starts_with("by ");
        (fits && (label > 0 || !next.starts_with("by "))).then_some((date, end))
    }

    /// An outlet's name beside the title or the date, before the first sentence; a date may follow.
    fn outlet(&self, rest: &str, page: &mut Page) -> Option<usize> {
        if self.passages.is_empty() {
            return None;
        }
        let by = if rest.starts_with("by ") { 3 } else { 0 };
        let body = rest.get(by..)?;
        let ends = body.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(5);
        let end = ends
            .filter(|&end| body.get(..end).is_some_and(is_credit))
            .filter(|&end| {
                body.get(end..).is_some_and(|s| {
                    s.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '"')
                })
            })
            .last()?;
        let name = canonical(body.get(..end)?);
        let dated = date_at_start(body.get(end..)?.trim_start());
        let known = page.known.publisher.as_deref().is_some_and(|p| same(p, &name));
        if known || by > 0 {
            page.facts.outlets.push((name, self.date));
        } else {
            page.facts.credit = Some((name, dated.map(|(d, _)| d)));
        }
        Some(by + end)
    }
}

/// Agencies and outlets by name; common words that are also titles of papers only in capitals.
fn is_credit(name: &str) -> bool {
    let Some(outlet) = Outlets::known().by_name(name) else { return false };
    let wire = outlet.kind == "agency" || name.contains([' ', '-']);
    wire || name.chars().all(|c| !c.is_lowercase())
}

/// The bytes of a second headline that credit and date follow.
fn standfirst(rest: &str) -> Option<usize> {
    let found = STANDFIRST.captures(rest)?;
    let outlet = found.name("outlet")?.as_str();
    let last = outlet.rsplit(' ').next().unwrap_or(outlet);
    let words = found.name("words")?;
    match (is_credit(outlet), is_credit(last)) {
        (true, _) => Some(words.end()),
        (_, true) => Some(found.name("outlet")?.end() - last.len() - 1),
        _ => None,
    }
}

/// "Get short URL 2440 ", "Get short URL 0 55 ".
fn counter(rest: &str) -> Option<usize> {
    const NUMBERS: usize = 3;
    let mut end = Phrases::known().head(rest)?;
    for _ in 0..NUMBERS {
        let after = rest.get(end..)?.trim_start();
        let words = after.trim_start_matches(|c: char| c.is_ascii_digit());
        // "Short URL 12 people died" is how a sentence begins.
        let number = words.len() < after.len() && words.trim_start().starts_with(|c: char| !c.is_lowercase());
        if !number {
            break;
        }
        end = rest.len() - words.len();
    }
    Some(end)
}

/// The bytes that the known title takes at the start of `rest`; letters and digits must agree.
fn title_length(rest: &str, page: &Page) -> Option<usize> {
    let title = page.known.title.as_deref().or(page.facts.title.as_deref())?;
    let mut wanted = title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).peekable();
    wanted.peek()?;
    let mut end = 0;
    let mut read = rest.char_indices();
    while wanted.peek().is_some() {
        let (at, c) = read.next()?;
        if c.is_alphanumeric() {
            for lower in c.to_lowercase() {
                if wanted.next() != Some(lower) {
                    return None;
                }
            }
        }
        end = at + c.len_utf8();
    }
    // The first sentence may begin with the words of the title and go on.
    let next = rest.get(end..)?;
    let possessive = next.strip_prefix(['\'', '’']).is_some_and(|n| n.starts_with(char::is_alphanumeric));
    let goes_on =
        next.trim_start().starts_with(|c: char| c.is_lowercase()) || next.starts_with(',') || possessive;
    let part = next.starts_with(char::is_alphanumeric);
    // A quotation mark that the title ends with belongs to it.
    let quotes = next.len() - next.trim_start_matches(['\'', '’', '"', '”']).len();
    (!goes_on && !part && title.split_whitespace().count() >= 2).then_some(end + quotes)
}
