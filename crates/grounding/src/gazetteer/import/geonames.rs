//! GeoNames dumps: 19 tab-separated columns, no header (`SY.txt`, `allCountries.txt`, `cities500.txt`).

use crate::gazetteer::compile::Entry;
use crate::gazetteer::kind::Kind;

/// True where the first line has the shape of a dump.
pub fn recognises(text: &str) -> bool {
    text.lines().next().is_some_and(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        columns.len() == 19 && columns[0].parse::<u64>().is_ok() && columns[4].parse::<f64>().is_ok()
    })
}

/// The places of a dump; features that reports do not name (wells, hotels, historical units) are left out.
pub fn entries(text: &str) -> impl Iterator<Item = Entry> + '_ {
    text.lines().filter_map(entry)
}

fn entry(line: &str) -> Option<Entry> {
    let column: Vec<&str> = line.split('\t').collect();
    if column.len() < 15 {
        return None;
    }
    let kind = Kind::of_geonames(column[6], column[7])?;
    Some(Entry {
        id: column[0].parse().ok()?,
        name: column[1].to_owned(),
        aliases: column[3].split(',').filter(|n| !n.is_empty()).map(str::to_owned).collect(),
        lat: column[4].parse().ok()?,
        lon: column[5].parse().ok()?,
        country: column[8].to_owned(),
        admin1: column[10].to_owned(),
        population: column[14].parse().unwrap_or(0),
        kind: kind.byte(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dump_line_becomes_an_entry() {
        let line = "1\tAl Qurá\tAl Qura\tQora,القرى\t35.5\t40.25\tP\tPPL\tSY\t\t07\t\t\t\t1200\t\t\tAsia/Damascus\t2020-01-01";
        assert!(recognises(line));
        let entry = entries(line).next().expect("one place");
        assert_eq!((entry.id, entry.population, entry.admin1.as_str()), (1, 1200, "07"));
        assert_eq!(entry.aliases, ["Qora", "القرى"]);
    }

    #[test]
    fn other_text_is_no_dump() {
        assert!(!recognises("wof_id\tgn_id\tplacetype"));
        assert_eq!(entries("a\tb\n\n").count(), 0);
    }
}
