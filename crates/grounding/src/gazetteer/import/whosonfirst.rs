//! Who's On First tables: a header line with `wof_id`, `placetype`, `name`, `lat`, `lon`, `names_*`.

use crate::gazetteer::compile::Entry;
use crate::gazetteer::kind::Kind;

/// True where the first line is such a header.
pub fn recognises(text: &str) -> bool {
    text.starts_with("wof_id\t")
}

/// The places of a table. `country` is the code that the rows belong to (the file's `wof_XX` name); the
/// table itself states it only in its country row.
pub fn entries<'a>(text: &'a str, country: &'a str) -> impl Iterator<Item = Entry> + 'a {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    lines.filter_map(move |line| entry(&header, line, country))
}

fn entry(header: &[&str], line: &str, country: &str) -> Option<Entry> {
    let cells: Vec<&str> = line.split('\t').collect();
    let cell =
        |name: &str| header.iter().position(|h| *h == name).and_then(|i| cells.get(i)).copied().unwrap_or("");
    let kind = match cell("placetype") {
        "locality" => Kind::Town,
        "localadmin" | "neighbourhood" | "macrohood" | "borough" => Kind::Neighbourhood,
        "county" | "macrocounty" => Kind::District,
        "region" => Kind::Region,
        // The country is known better by the built-in table.
        _ => return None,
    };
    let names = ["names_en", "names_ar", "names_other"].iter().flat_map(|column| cell(column).split('|'));
    Some(Entry {
        id: cell("wof_id").parse().ok()?,
        name: cell("name").to_owned(),
        aliases: names.filter(|n| readable(n)).map(str::to_owned).collect(),
        lat: cell("lat").parse().ok()?,
        lon: cell("lon").parse().ok()?,
        country: country.to_owned(),
        admin1: cell("region").to_owned(),
        population: cell("population").parse().unwrap_or(0),
        kind: kind.byte(),
    })
}

/// Names in Latin, Cyrillic or Arabic script.
fn readable(name: &str) -> bool {
    !name.is_empty() && name.chars().filter(|c| c.is_alphabetic()).all(|c| (c as u32) < 0x0700)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_becomes_an_entry() {
        let text = "wof_id\tgn_id\tplacetype\tgn_feature\tname\tlat\tlon\tregion\tcounty\tpopulation\tis_current\tnames_en\tnames_ar\tnames_other\n\
                    7\t\tlocality\tPPL\tQuraya\t33.5\t40.5\tEast\t\t90\t1\tQuraya|Al Quraya\tالقرية\tКурая";
        assert!(recognises(text));
        let found: Vec<Entry> = entries(text, "SY").collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].aliases, ["Quraya", "Al Quraya", "القرية", "Курая"]);
        assert_eq!((found[0].country.as_str(), found[0].admin1.as_str()), ("SY", "East"));
    }
}
