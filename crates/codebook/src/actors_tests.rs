//! Every row of the built-in dictionary is checked here, beside the look-ups.

use super::*;
use std::collections::BTreeMap;

fn builtin() -> ActorDictionary {
    ActorDictionary::load(&DataFiles::builtin()).unwrap_or_else(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"));
    })
}

#[test]
fn every_row_is_sound() {
    let dictionary = builtin();
    let mut bad = Vec::new();
    for entry in dictionary.entries() {
        for country in entry.countries.iter().chain(entry.elsewhere.iter().map(|(c, _)| c)) {
            if country != "*" && !dictionary.states().iter().any(|s| &s.code == country) {
                bad.push(format!("{}: {country} is no state of states.tsv", entry.place));
            }
        }
        if entry.parent.as_deref().is_some_and(|p| dictionary.by_id(p).is_none()) {
            bad.push(format!("{}: the parent {:?} is no id", entry.place, entry.parent));
        }
        if !entry.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            bad.push(format!("{}: the id {} should be lower-case words with hyphens", entry.place, entry.id));
        }
    }
    assert_eq!(bad, Vec::<String>::new());
}

#[test]
fn names_are_unique_within_country_and_period() {
    let dictionary = builtin();
    let mut by_name: BTreeMap<String, Vec<&ActorEntry>> = BTreeMap::new();
    for entry in dictionary.entries() {
        for (name, abbreviation) in entry.names() {
            let name = if abbreviation { name.to_owned() } else { key(name) };
            by_name.entry(name).or_default().push(entry);
        }
    }
    let mut bad = Vec::new();
    for (name, entries) in by_name {
        for (n, a) in entries.iter().enumerate() {
            for b in &entries[n + 1..] {
                let together = a.countries.iter().any(|c| b.is_of(c)) || a.countries == b.countries;
                let apart = a.to.zip(b.from).is_some_and(|(x, y)| x < y)
                    || b.to.zip(a.from).is_some_and(|(x, y)| x < y);
                if together && !apart {
                    bad.push(format!("{name}: {} ({}) and {} ({})", a.id, a.place, b.id, b.place));
                }
            }
        }
    }
    assert_eq!(bad, Vec::<String>::new());
}

#[test]
fn files_are_sorted_by_id() {
    let mut last: BTreeMap<String, String> = BTreeMap::new();
    for entry in builtin().entries() {
        let file = entry.place.split(':').next().unwrap_or("").to_owned();
        if let Some(before) = last.get(&file) {
            assert!(before < &entry.id, "{}: {} should stand before {before}", entry.place, entry.id);
        }
        last.insert(file, entry.id.clone());
    }
}

#[test]
fn the_dictionary_is_large() {
    let dictionary = builtin();
    assert!(dictionary.entries().len() >= 800, "{} actors", dictionary.entries().len());
    assert!(dictionary.states().len() >= 150);
}

#[test]
fn names_are_found_by_day_and_country() {
    let dictionary = builtin();
    let day = |text: &str| text.parse().ok();
    for (name, on, country, id) in [
        ("Islamic State", day("2016-05-01"), Some("SY"), "islamic-state"),
        ("ISIL", day("2014-08-17"), Some("IQ"), "islamic-state"),
        ("the Syrian Arab Army", day("2019-05-30"), Some("SY"), "syrian-arab-army"),
        ("SDF", day("2019-05-30"), Some("SY"), "syrian-democratic-forces"),
        ("FMLN", day("1989-01-01"), Some("SV"), "fmln"),
        ("Farabundo Martí National Liberation Front", None, None, "fmln"),
        ("PKK", day("1995-01-01"), Some("TR"), "pkk"),
        ("LTTE", day("1999-01-01"), Some("LK"), "ltte"),
        ("Shining Path", None, Some("PE"), "shining-path"),
    ] {
        assert_eq!(dictionary.find(name, on, country).map(|e| e.id.as_str()), Some(id), "{name}");
    }
    assert_eq!(dictionary.find("is", None, None).map(|e| &e.id), None);
    assert_eq!(dictionary.find("the hill", None, None).map(|e| &e.id), None);
}

#[test]
fn acronyms_are_printed_like_names_too() {
    let dictionary = builtin();
    let found = |name: &str, country| dictionary.find(name, None, Some(country)).map(|e| e.id.as_str());
    assert_eq!((found("Unita", "AO"), found("UNITA", "AO")), (Some("unita"), Some("unita")));
    assert_eq!((found("unita", "AO"), found("Is", "SY")), (None, None));
    assert_eq!((found("MEND", "NG").is_some(), found("Mend", "NG")), (true, None));
}

#[test]
fn a_states_forces_are_foreign_elsewhere() {
    let dictionary = builtin();
    let army = dictionary.find("Syrian Arab Army", None, None).expect("an entry");
    assert_eq!(army.side_in(Some("SY")), Side::State);
    assert_eq!(army.side_in(Some("LB")), Side::ForeignState);
    let hezbollah = dictionary.find("Hezbollah", None, Some("SY")).expect("an entry");
    assert_eq!(hezbollah.side_in(Some("SY")), Side::StateAlly);
}

#[test]
fn states_by_their_names() {
    let dictionary = builtin();
    let found = |name: &str| dictionary.state(name).map(|(s, meaning)| (s.code.as_str(), meaning));
    assert_eq!(found("Turkish"), Some(("TR", StateName::Demonym)));
    assert_eq!(found("Ankara"), Some(("TR", StateName::Seat)));
    assert_eq!(found("Syria"), Some(("SY", StateName::Country)));
    assert_eq!(found("Idlib"), Some(("SY", StateName::City)));
    assert_eq!(found("Atlantis"), None);
}

#[test]
fn a_bad_row_names_its_place() {
    let mut files = DataFiles::builtin();
    files.insert("actors/zz.tsv", "id\tname\nx\ty\n");
    let errors = ActorDictionary::load(&files).expect_err("a short row");
    assert_eq!(errors[0].to_string(), "actors/zz.tsv:2: 13 columns are needed, 2 found");
}
