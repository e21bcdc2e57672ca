//! What the lines of a page state about it, and how publisher and dates follow from that.

use crate::draft::Known;
use crate::outlets::{Outlets, key};
use ascribe_model::Metadata;
use jiff::civil::Date;

/// A name with the date beside it ("Valley Post, April 11, 2020").
pub(crate) type Stamp = (String, Option<Date>);

/// Statements found in a page, in the order of the page.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub title: Option<String>,
    pub byline: Option<String>,
    pub region: Vec<String>,
    pub themes: Vec<String>,
    pub url: Option<String>,
    /// A date with a label or alone.
    pub published: Option<Date>,
    /// A date of the last change; used where no other stands.
    pub updated: Option<Date>,
    /// "Publisher:", "Site:" lines and the like.
    pub publisher: Option<String>,
    /// "Name, date" lines.
    pub stamps: Vec<Stamp>,
    /// "Name date" lines and outlets that stand alone.
    pub outlets: Vec<Stamp>,
    /// "The original source of this article is …", "Originally published by … on …".
    pub originals: Vec<Stamp>,
    /// "Source: …" lines.
    pub sources: Vec<String>,
    /// Agency of the dateline.
    pub agency: Option<Stamp>,
    /// Agency beside the title or date of a text in one run.
    pub credit: Option<Stamp>,
    /// "Articles by: …", owners in copyright lines.
    pub owners: Vec<String>,
    /// The site that speaks of itself ("www.… contains copyrighted material"), or whose house style it is.
    pub site: Option<String>,
    /// The year that a release number states.
    pub year: Option<i16>,
}

impl Facts {
    /// The metadata, with what the input itself states before what the page says.
    pub fn resolve(&self, known: &Known) -> Metadata {
        let mut meta = Metadata {
            title: known.title.clone().or_else(|| self.title.clone()),
            byline: self.byline.clone(),
            region: self.region.clone(),
            themes: self.themes.clone(),
            ..Metadata::default()
        };
        let (publisher, stamped) = self.publisher(known);
        let (original, dated) = self.original(known, publisher.as_deref());
        meta.published = known.published.or(stamped).or(self.published);
        let own_agency = self.agency.as_ref().or(self.credit.as_ref());
        if let Some((_, date)) = own_agency.filter(|_| original.is_none()) {
            meta.published = meta.published.or(*date);
        }
        meta.published = meta.published.or(self.updated);
        meta.publisher = publisher;
        meta.originally_published = dated.filter(|_| original.is_some());
        meta.original_publisher = original;
        meta
    }

    /// The publisher, and the date printed beside its name.
    fn publisher(&self, known: &Known) -> (Option<String>, Option<Date>) {
        let stamps = || self.stamps.iter().chain(&self.outlets);
        if let Some(name) = &known.publisher {
            let beside = stamps().find(|(n, _)| same(n, name)).and_then(|(_, d)| *d);
            return (Some(name.clone()), beside);
        }
        if let Some((name, date)) = self.stamps.first() {
            return (Some(canonical(name)), *date);
        }
        let url = known.url.as_deref().or(self.url.as_deref());
        let by_url = url.and_then(|u| Outlets::known().by_url(u)).map(|o| o.name.clone());
        let stated =
            by_url.or_else(|| self.publisher.as_deref().map(canonical)).or_else(|| self.site.clone());
        if let Some(name) = stated {
            let beside = self.outlets.iter().find(|(n, _)| same(n, &name)).and_then(|(_, d)| *d);
            return (Some(name), beside);
        }
        let first = self.outlets.first().filter(|(name, _)| !self.is_original(name));
        let agency = || self.agency.as_ref().filter(|(name, _)| !self.is_original(name));
        match first.or_else(agency).or(self.credit.as_ref()) {
            Some((name, date)) => (Some(canonical(name)), *date),
            None => (None, None),
        }
    }

    fn is_original(&self, name: &str) -> bool {
        self.originals.iter().any(|(n, _)| same(n, name))
    }

    /// The outlet that it was taken from, where that is another, and the date printed beside that.
    fn original(&self, known: &Known, publisher: Option<&str>) -> (Option<String>, Option<Date>) {
        let other = |name: &str| publisher.is_none_or(|p| !same(p, name));
        let beside = |name: &str| {
            let mut all = self.originals.iter().chain(&self.outlets).chain(&self.stamps);
            all.find(|(n, d)| d.is_some() && same(n, name)).and_then(|(_, d)| *d)
        };
        if let Some(name) = &known.original_publisher {
            return (Some(name.clone()), beside(name));
        }
        let is_outlet = |name: &&str| Outlets::known().by_name(name).is_some();
        let byline = self.byline.as_deref().filter(is_outlet);
        let owners = self.owners.iter().map(String::as_str).filter(is_outlet);
        let stated =
            self.originals.iter().map(|(n, _)| n.as_str()).chain(self.sources.iter().map(String::as_str));
        let lines = self.outlets.iter().map(|(n, _)| n.as_str());
        // A page that does not say where it stands can only be called a copy on an open statement.
        let weak = lines.chain(byline).chain(owners).filter(|_| publisher.is_some());
        if let Some(name) = stated.chain(weak).find(|n| other(n)) {
            return (Some(canonical(name)), beside(name));
        }
        let agency =
            self.agency.iter().chain(&self.credit).find(|(name, _)| publisher.is_some() && other(name));
        match agency {
            Some((name, date)) => (Some(canonical(name)), *date),
            None => (None, None),
        }
    }
}

/// The outlet's usual name, or the name as printed.
pub(crate) fn canonical(name: &str) -> String {
    let name = name.trim().trim_end_matches([',', '.', ':', ';']);
    if let Some(outlet) = Outlets::known().by_name(name) {
        return outlet.name.clone();
    }
    // EL NACIONAL -> El Nacional; short ones are abbreviations.
    let capitals = name.contains(' ') && !name.chars().any(char::is_lowercase);
    if !capitals {
        return name.to_string();
    }
    let word = |w: &str| match w.chars().next() {
        Some(first) if w.chars().count() > 1 => first.to_string() + &w[first.len_utf8()..].to_lowercase(),
        _ => w.to_string(),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// True where two names mean one outlet: same row of the table, or one holds the other
/// ("Radio Uno" and "Radio Uno (Lima)").
pub(crate) fn same(a: &str, b: &str) -> bool {
    let outlets = Outlets::known();
    if let (Some(x), Some(y)) = (outlets.by_name(a), outlets.by_name(b)) {
        return x == y;
    }
    let (a, b) = (key(a), key(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    short == long || (short.len() >= 3 && long.contains(short.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_copy_has_two_outlets_and_two_dates() {
        let facts = Facts {
            stamps: vec![("Valley Post".into(), Some(date(2020, 4, 11)))],
            outlets: vec![("Hill Radio".into(), Some(date(2020, 4, 10)))],
            ..Facts::default()
        };
        let meta = facts.resolve(&Known::default());
        assert_eq!(meta.publisher.as_deref(), Some("Valley Post"));
        assert_eq!(meta.original_publisher.as_deref(), Some("Hill Radio"));
        assert_eq!(
            (meta.published, meta.originally_published),
            (Some(date(2020, 4, 11)), Some(date(2020, 4, 10)))
        );
    }

    #[test]
    fn an_agency_alone_is_the_publisher() {
        let facts =
            Facts { agency: Some(("EL NACIONAL".into(), Some(date(1988, 1, 2)))), ..Facts::default() };
        let meta = facts.resolve(&Known::default());
        assert_eq!(meta.publisher.as_deref(), Some("El Nacional"));
        assert_eq!((meta.published, meta.original_publisher), (Some(date(1988, 1, 2)), None));
        let known = Known { publisher: Some("Valley Post".into()), ..Known::default() };
        let meta = facts.resolve(&known);
        assert_eq!(meta.original_publisher.as_deref(), Some("El Nacional"));
        assert_eq!((meta.published, meta.originally_published), (None, Some(date(1988, 1, 2))));
    }
}
