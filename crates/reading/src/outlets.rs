//! The table of known outlets (`data/outlets.tsv`): by name, alias or domain.

use ascribe_model::Side;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// Name as it is stored in `publisher`.
    pub name: String,
    /// Other names, as printed.
    pub aliases: Vec<String>,
    /// Domains without `www.`.
    pub domains: Vec<String>,
    /// ISO 3166-1 alpha-2 code of its home; empty for international bodies.
    pub country: String,
    /// Side, where it is well known.
    pub side: Side,
    /// `agency`, `newspaper`, `tv`, `radio`, `web`, `monitor` or `official`.
    pub kind: String,
}

/// All outlets with their indexes.
#[derive(Debug, Default)]
pub struct Outlets {
    rows: Vec<Outlet>,
    names: FxHashMap<String, usize>,
    domains: FxHashMap<String, usize>,
}

static KNOWN: LazyLock<Outlets> = LazyLock::new(|| Outlets::parse(include_str!("../../../data/outlets.tsv")));

impl Outlets {
    /// The table that the program carries.
    pub fn known() -> &'static Outlets {
        &KNOWN
    }

    /// Reads the table: tab-separated `name, aliases, domain, country, side, kind, source`; lists are
    /// separated by `|`; lines that start with `#` and the header line are skipped, as are lines with
    /// fewer than six fields. Where two lines share a name or domain, the first one has it.
    pub fn parse(table: &str) -> Outlets {
        let mut outlets = Outlets::default();
        for line in table.lines().filter(|l| !l.starts_with('#') && !l.starts_with("name\t")) {
            let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
            let [name, aliases, domains, country, side, kind, ..] = fields.as_slice() else { continue };
            let list =
                |s: &str| s.split('|').map(str::trim).filter(|s| !s.is_empty()).map(String::from).collect();
            outlets.add(Outlet {
                name: (*name).into(),
                aliases: list(aliases),
                domains: list(domains),
                country: (*country).into(),
                side: Side::parse(side).unwrap_or_default(),
                kind: (*kind).into(),
            });
        }
        outlets
    }

    fn add(&mut self, outlet: Outlet) {
        let row = self.rows.len();
        for name in outlet.aliases.iter().chain([&outlet.name]) {
            self.names.entry(key(name)).or_insert(row);
        }
        for domain in &outlet.domains {
            self.domains.entry(domain.to_ascii_lowercase()).or_insert(row);
        }
        self.rows.push(outlet);
    }

    /// All rows in the order of the table.
    pub fn rows(&self) -> &[Outlet] {
        &self.rows
    }

    /// The outlet of that name or alias; case, punctuation and a leading "the" do not matter.
    pub fn by_name(&self, name: &str) -> Option<&Outlet> {
        if name.len() > 80 {
            return None;
        }
        self.rows.get(*self.names.get(&key(name))?)
    }

    /// The outlet of a host name (`www.example.org`) or of a domain that it belongs to.
    pub fn by_domain(&self, host: &str) -> Option<&Outlet> {
        let host = host.to_ascii_lowercase();
        let mut rest = host.strip_prefix("www.").unwrap_or(&host);
        while rest.contains('.') {
            if let Some(&row) = self.domains.get(rest) {
                return self.rows.get(row);
            }
            rest = rest.split_once('.')?.1;
        }
        None
    }

    /// The outlet that an address belongs to.
    pub fn by_url(&self, url: &str) -> Option<&Outlet> {
        self.by_domain(host(url)?)
    }
}

/// The host of an address, without port and user.
pub(crate) fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

/// Names compare by their letters and digits.
pub(crate) fn key(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.trim().strip_prefix("the ").unwrap_or(lower.trim());
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "name\taliases\tdomain\tcountry\tside\tkind\tsource\n\
        The Valley Post\tValley Post Online\tvalleypost.example|vp.example.co\tFR\tmedia\tnewspaper\town\n\
        # a remark\n\
        broken line\n";

    #[test]
    fn names_and_domains_lead_to_rows() {
        let outlets = Outlets::parse(TABLE);
        assert_eq!(outlets.rows().len(), 1);
        for name in ["the valley post", "VALLEY POST", "Valley-Post Online"] {
            assert_eq!(outlets.by_name(name).map(|o| o.name.as_str()), Some("The Valley Post"), "{name}");
        }
        for url in
            ["http://www.valleypost.example/a?b", "https://news.vp.example.co:80/x", "valleypost.example"]
        {
            assert!(outlets.by_url(url).is_some(), "{url}");
        }
        assert!(outlets.by_url("https://example.co/").is_none());
        assert!(outlets.by_name("Post").is_none());
    }

    #[test]
    fn the_table_of_the_program_is_sound() {
        let outlets = Outlets::known();
        assert!(outlets.rows().len() >= 300, "{}", outlets.rows().len());
        let kinds = ["agency", "newspaper", "tv", "radio", "web", "monitor", "official"];
        for outlet in outlets.rows() {
            assert!(kinds.contains(&outlet.kind.as_str()), "{outlet:?}");
            assert!(outlet.country.is_empty() || outlet.country.len() == 2, "{outlet:?}");
            assert!(outlet.domains.iter().all(|d| d.contains('.') && !d.starts_with("www.")), "{outlet:?}");
        }
        let sides = include_str!("../../../data/outlets.tsv")
            .lines()
            .filter(|l| !l.starts_with('#') && !l.starts_with("name\t") && !l.is_empty())
            .all(|l| {
                l.split('\t').count() == 7 && l.split('\t').nth(4).is_some_and(|s| Side::parse(s).is_some())
            });
        assert!(sides, "each line has seven fields and a known side");
    }
}
