//! What a page's head and markup state: title, site, dates, authors, address, language.

use super::jsonld::Article;
use crate::dates::parse_date;
use crate::draft::Known;
use crate::outlets::{Outlets, key};
use crate::text::same_outlet;
use scraper::{ElementRef, Html, Selector};

/// Statements of a page, before the text is looked at.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub known: Known,
    pub byline: Option<String>,
    pub updated: Option<jiff::civil::Date>,
    pub themes: Vec<String>,
    pub language: Option<String>,
}

/// Reads the head of a parsed page; what `given` states goes first.
pub(crate) fn read(page: &Html, given: &Known) -> Head {
    let article = select(page, "script[type='application/ld+json']")
        .take(20)
        .find_map(|script| Article::read(&script.text().collect::<String>()))
        .unwrap_or_default();
    let meta = |names: &[&str]| names.iter().find_map(|name| meta(page, name));
    let url = given.url.clone().or_else(|| {
        let link = select(page, "link[rel=canonical]").next().and_then(|l| l.value().attr("href"));
        link.map(String::from)
            .or_else(|| meta(&["og:url"]))
            .or_else(|| article.url.clone())
            .filter(|u| u.contains("://"))
    });
    let site = meta(&["og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"]);
    let source =
        meta(&["original-source", "syndication-source", "citation_source"]).or(article.original.clone());
    let (publisher, original) = outlets(given, &article, site.as_deref(), source, url.as_deref());
    let date = |text: Option<String>| text.as_deref().and_then(parse_date);
    let published =
        given.published.or_else(|| date(article.published.clone())).or_else(|| date(meta(PUBLISHED)));
    let published = published.or_else(|| time(page));
    let authors = if article.authors.is_empty() { author(page) } else { article.authors.clone() };
    let bare = |a: String| a.strip_prefix("By ").or(a.strip_prefix("by ")).unwrap_or(&a).to_string();
    let authors: Vec<String> =
        authors.into_iter().map(bare).filter(|a| !a.contains("://") && a.len() < 120).collect();
    let title =
        title(page, given, &article, site.as_deref(), meta(&["og:title", "twitter:title", "dc.title"]));
    let themes = if article.section.is_empty() {
        meta(&["article:section"]).into_iter().collect()
    } else {
        article.section
    };
    Head {
        known: Known { url, title, publisher, original_publisher: original, published },
        byline: Some(authors.join(", ")).filter(|a| !a.is_empty()),
        updated: date(article.modified)
            .or_else(|| date(meta(&["article:modified_time", "og:updated_time", "last-modified"]))),
        themes,
        language: language(page).or_else(|| meta(&["og:locale", "content-language"])),
    }
}

/// The site and, where it states one, the outlet that the words come from.
fn outlets(
    given: &Known,
    article: &Article,
    site: Option<&str>,
    source: Option<String>,
    url: Option<&str>,
) -> (Option<String>, Option<String>) {
    let known = Outlets::known();
    let name = |n: &str| {
        let bare = n.trim_start_matches('@');
        let outlet = known.by_url(bare).or_else(|| known.by_name(bare));
        (!bare.contains("://") || outlet.is_some())
            .then(|| outlet.map_or(bare.to_string(), |o| o.name.clone()))
    };
    // Some sites state the agency as publisher of what they took from it.
    let wire = article.publisher.as_deref().filter(|p| known.by_name(p).is_some_and(|o| o.kind == "agency"));
    let stated = if wire.is_some() { site.or(wire) } else { article.publisher.as_deref().or(site) };
    let by_url = url.and_then(|u| known.by_url(u)).map(|o| o.name.clone());
    let host = || url.and_then(crate::outlets::host).map(|h| h.trim_start_matches("www.").to_string());
    let publisher = given.publisher.clone().or(by_url).or_else(|| stated.and_then(name)).or_else(host);
    let other = |o: &String| publisher.as_deref().is_none_or(|p| !same_outlet(p, o));
    let original = source.as_deref().or(wire).and_then(name).filter(other);
    (publisher, given.original_publisher.clone().or(original))
}

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "displaydate",
    "originalpublicationdate",
    "timestamp",
    "article_date_original",
    "citation_date",
];

/// All elements of a selector that is fixed text.
pub(crate) fn select<'a>(page: &'a Html, css: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let found: Vec<ElementRef> = Selector::parse(css).map(|s| page.select(&s).collect()).unwrap_or_default();
    found.into_iter()
}

/// The content of `<meta name|property|itemprop|http-equiv=NAME>`, case ignored.
fn meta(page: &Html, wanted: &str) -> Option<String> {
    select(page, "meta[content]").find_map(|element| {
        let named = ["property", "name", "itemprop", "http-equiv"]
            .iter()
            .any(|attribute| element.value().attr(attribute).is_some_and(|v| v.eq_ignore_ascii_case(wanted)));
        let content = element.value().attr("content")?.split_whitespace().collect::<Vec<_>>().join(" ");
        (named && !content.is_empty()).then_some(content)
    })
}

/// The headline: stated by JSON-LD, else the one `<h1>` that agrees with the page's title, else that title.
fn title(
    page: &Html,
    given: &Known,
    article: &Article,
    site: Option<&str>,
    og: Option<String>,
) -> Option<String> {
    if given.title.is_some() {
        return given.title.clone();
    }
    let words = |e: ElementRef| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let tab = select(page, "title").next().map(words).filter(|t| !t.is_empty());
    let heads: Vec<String> = select(page, "h1").take(8).map(words).filter(|t| !t.is_empty()).collect();
    let stated = [article.headline.clone(), og, tab.clone()];
    let agrees =
        |h: &&String| stated.iter().flatten().any(|s| key(s).contains(&key(h)) || key(h).contains(&key(s)));
    let head = heads.iter().find(|h| h.split_whitespace().count() >= 3 && agrees(h));
    let [headline, og, _] = &stated;
    let chosen =
        head.or(headline.as_ref()).or(og.as_ref()).or(if heads.len() == 1 { heads.first() } else { None });
    chosen.or(tab.as_ref()).map(|t| without_site(t, site))
}

/// "Raid on the coast - Valley Post" without the site's name.
fn without_site(title: &str, site: Option<&str>) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » "] {
        if let Some((head, tail)) = title.rsplit_once(separator)
            && head.split_whitespace().count() >= 2
        {
            let named = site.is_some_and(|s| key(s) == key(tail)) || Outlets::known().by_name(tail).is_some();
            if named || (separator == " | " && tail.split_whitespace().count() <= 4) {
                return head.trim().to_string();
            }
        }
    }
    title.to_string()
}

/// The first `<time>` that says it is the publication's, else the first inside an article's head.
fn time(page: &Html) -> Option<jiff::civil::Date> {
    let wanted = [
        "[itemprop=datePublished]",
        "time[pubdate]",
        "time.entry-date.published",
        "time.published",
        "article header time",
        "header time",
        "article time",
        "time[datetime]",
    ];
    wanted.iter().find_map(|css| {
        select(page, css).take(3).find_map(|element| {
            let stated =
                element.value().attr("datetime").or(element.value().attr("content")).and_then(parse_date);
            stated.or_else(|| parse_date(element.text().collect::<String>().trim()))
        })
    })
}

fn author(page: &Html) -> Vec<String> {
    if let Some(found) =
        ["author", "article:author", "dc.creator", "parsely-author", "byl"].iter().find_map(|n| meta(page, n))
    {
        let name = found.strip_prefix("By ").or(found.strip_prefix("by ")).unwrap_or(&found);
        return vec![name.to_string()];
    }
    let words = |e: ElementRef| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let found = [
        "[itemprop=author] [itemprop=name]",
        "[itemprop=author]",
        "a[rel=author]",
        ".byline .author",
        ".author-name",
    ]
    .iter()
    .find_map(|css| select(page, css).map(words).find(|w| !w.is_empty() && w.len() < 80));
    let bare = found.map(|f| f.strip_prefix("By ").or(f.strip_prefix("by ")).unwrap_or(&f).to_string());
    bare.into_iter().collect()
}

fn language(page: &Html) -> Option<String> {
    let html = select(page, "html").next()?;
    html.value()
        .attr("lang")
        .or(html.value().attr("xml:lang"))
        .map(String::from)
        .filter(|l| !l.trim().is_empty())
}
