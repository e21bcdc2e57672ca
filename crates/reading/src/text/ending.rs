//! Where the report ends: donation pleas, copyright, author pages; what those lines state.

use super::blocks::Marker;
use super::facts::Facts;
use super::header::name_like;
use super::page::Page;
use crate::dates::date_at_start;
use crate::outlets::Outlets;
use crate::phrases::{Use, fold};
use ascribe_model::PassageKind;
use regex::Regex;
use std::sync::LazyLock;

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).expect("ending patterns are fixed text")
}

static ORIGINAL: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)\b(?:the original source of this (?:article|report|story|post) is|(?:this (?:article|report|story|piece|post|text) )?(?:was |is |has been )?(?:originally |first |previously )(?:published|appeared|posted|ran|reported)(?: (?:by|in|on|at))|republished from|reposted from|reprinted (?:from|with permission (?:from|of))|cross-?posted from|courtesy of|this (?:article|report|story) (?:was|is) (?:republished|taken|reproduced) from|source of this (?:article|report):)\s+(?:the website of )?(?P<name>[^\n.;]{2,80})",
    )
});
static COPYRIGHT: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)(?:copyright|©|\(c\))\s*(?:©|\(c\)|by)?\s*(?P<first>(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?\s*(?P<names>[^.\n]{2,100}?)(?:,?\s*(?:19|20)\d\d)?\s*(?:[.|]|$|all rights)",
    )
});
static AUTHOR_PAGE: LazyLock<Regex> = LazyLock::new(|| {
    fixed(r"(?i)^(?:articles by|more articles by|more from|posts by)\s*:?\s+(?P<name>.{2,80})$")
});
static OWN_SITE: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,10})\b[^.]{0,40}\b(?:contains copyrighted material|is not responsible|all rights reserved|uses cookies|is a (?:non-profit|news|independent))",
    )
});

/// Claims everything behind the report's end and notes what it states. `start` is the body's first block.
pub(crate) fn mark(page: &mut Page, start: usize) {
    let count = page.blocks.len();
    if let Some(end) = end(page, start) {
        for at in end..count {
            note(page, at);
            if page.is_free(at) {
                page.set(at, at + 1, PassageKind::Furniture);
            }
        }
    }
    for at in 0..start {
        note(page, at);
    }
    house_style(page);
}

/// The first block that closes the report: more prose stands before it than behind it.
fn end(page: &Page, start: usize) -> Option<usize> {
    let count = page.blocks.len();
    let prose = |at: usize| page.is_free(at) && page.purpose(at).is_none() && page.words(at).len() > 60;
    let mut behind: usize = (start..count).filter(|&i| prose(i)).map(|i| page.words(i).len()).sum();
    let mut before = 0;
    let mut found = None;
    for at in start..count {
        let closes = page.purpose(at) == Some(Use::End) && page.is_free(at);
        if closes && before > 0 && behind <= before {
            found = Some(at);
            break;
        }
        if prose(at) {
            before += page.words(at).len();
            behind -= page.words(at).len();
        }
    }
    let mut end = found?;
    // Rules, pleas and pictures directly above belong to it.
    while end > start + 1 && matches!(page.blocks[end - 1].marker, Marker::Rule) {
        end -= 1;
    }
    Some(end)
}

fn note(page: &mut Page, at: usize) {
    let words = page.words(at);
    if words.len() > 6000 {
        return;
    }
    statement(&mut page.facts, words);
    if let Some(found) = COPYRIGHT.captures(words).filter(|_| words.len() < 300) {
        page.facts.owners.extend(found["names"].split(',').map(|n| n.trim().to_string()));
    }
    if let Some(found) = AUTHOR_PAGE.captures(words) {
        page.facts.owners.push(found["name"].trim().to_string());
    }
    if page.facts.site.is_none()
        && let Some(found) = OWN_SITE.captures(words)
        && let Some(outlet) = Outlets::known().by_domain(&found["host"])
    {
        page.facts.site = Some(outlet.name.clone());
    }
}

/// "Originally published by Hill Radio on 3 April 2019."
pub(crate) fn statement(facts: &mut Facts, words: &str) -> bool {
    let Some(found) = ORIGINAL.captures(words) else { return false };
    let whole = found["name"].trim();
    let on = whole.find(" on ").map(|at| (at, at + 4)).or(whole.find(", ").map(|at| (at, at + 2)));
    let (name, date) = match on {
        Some((end, next)) => (&whole[..end], whole.get(next..).and_then(date_at_start).map(|(d, _)| d)),
        None => (whole, None),
    };
    let name = name.trim_matches(['"', '“', '”', ',', ' ']);
    let name = name.strip_prefix("the ").filter(|n| Outlets::known().by_name(n).is_some()).unwrap_or(name);
    let outlet = Outlets::known().by_url(name).map(|o| o.name.as_str());
    let name = outlet.unwrap_or(name);
    if !name_like(name) {
        return false;
    }
    facts.originals.push((name.into(), date));
    true
}

/// Phrases that only one house uses (`data/reading/house-styles.tsv`), where nothing else names the site.
fn house_style(page: &mut Page) {
    if page.facts.site.is_some() {
        return;
    }
    let table = include_str!("../../../../data/reading/house-styles.tsv");
    let styles: Vec<(&str, &str)> = table
        .lines()
        .filter(|l| !l.starts_with('#') && !l.starts_with("phrase\t"))
        .filter_map(|l| {
            l.split_once('\t').and_then(|(phrase, rest)| Some((phrase, rest.split('\t').next()?)))
        })
        .collect();
    for at in 0..page.blocks.len() {
        if page.purpose(at).is_none() && page.words(at).len() > 200 {
            continue;
        }
        let folded = fold(page.words(at), 600);
        if let Some((_, name)) = styles.iter().find(|(phrase, _)| folded.contains(phrase)) {
            page.facts.site = Some((*name).into());
            return;
        }
    }
}
