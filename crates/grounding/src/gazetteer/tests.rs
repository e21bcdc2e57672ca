//! Look-ups in the built-in gazetteer.

use super::*;

fn builtin() -> Gazetteer {
    Gazetteer::builtin().expect("built-in data is well formed")
}

#[test]
fn spellings_lead_to_the_same_town() {
    let gazetteer = builtin();
    let table: &[(&[&str], f64, f64)] = &[
        (&["Deir Ezzor", "Dayr az Zawr", "Deir ez-Zor", "Deir al-Zour", "دير الزور"], 35.33, 40.14),
        (&["Mayadeen", "al-Mayadin", "Al Mayadin"], 35.02, 40.45),
        (&["Sukhna", "al-Sukhnah", "As Sukhnah"], 34.89, 38.87),
        (&["Palmyra", "Tadmur", "Tadmor"], 34.56, 38.28),
        (&["Kyiv", "Kiev", "Киев", "Київ"], 50.45, 30.52),
        (&["Mosul", "Al Mawsil", "الموصل"], 36.34, 43.12),
        (&["Raqqa", "ar-Raqqah", "Rakka"], 35.95, 39.01),
        (&["Mazar-i-Sharif", "Mazar-e Sharif"], 36.71, 67.11),
        (&["Timbuktu", "Tombouctou"], 16.77, -3.0),
        (&["Fallujah", "al-Falluja"], 33.35, 43.78),
    ];
    for (names, lat, lon) in table {
        for name in *names {
            let found = gazetteer.look_up(name);
            let hit = found.iter().take(6).any(|c| c.km_to(*lat, *lon) < 25.0);
            assert!(hit, "{name}: {:?}", found.iter().take(3).collect::<Vec<_>>());
        }
    }
}

#[test]
fn exact_comes_before_near() {
    let gazetteer = builtin();
    for name in ["Homs", "Kabul", "Basra", "Kherson", "Bamako"] {
        let found = gazetteer.look_up(name);
        assert_eq!(found.first().map(|c| c.near), Some(Near::Exact), "{name}");
        assert!(found.is_sorted_by_key(|c| c.near), "{name}");
    }
}

#[test]
fn one_letter_off_is_found_last() {
    let gazetteer = builtin();
    let found = gazetteer.look_up("Kandahax");
    assert!(found.iter().any(|c| c.country.first() == "AF" && c.near == Near::OneLetter), "{found:?}");
}

#[test]
fn nonsense_finds_nothing() {
    let gazetteer = builtin();
    for name in ["", "-", "Qxzvwqpt", "the"] {
        assert_eq!(gazetteer.look_up(name), [], "{name}");
    }
}

#[test]
fn countries_by_name_demonym_and_capital() {
    let gazetteer = builtin();
    let code = |c: Option<&Country>| c.map(|c| c.iso2.clone()).unwrap_or_default();
    let countries = gazetteer.countries();
    assert_eq!(code(countries.by_name("the Democratic Republic of the Congo")), "CD");
    assert_eq!(code(countries.by_demonym("Syrians")), "SY");
    assert_eq!(code(countries.by_demonym("Burkinabe")), "BF");
    assert_eq!(code(countries.by_capital("Ankara")), "TR");
    assert_eq!(code(countries.by_name("Atlantis")), "");
}

#[test]
fn regions_of_the_whole_world() {
    let gazetteer = builtin();
    let table: &[(&str, &str, f64, f64)] = &[
        ("Bavaria", "DE", 48.9, 11.5),
        ("Tuscany", "IT", 43.4, 11.1),
        ("Amur Oblast", "RU", 52.0, 128.0),
        ("Tocantins", "BR", -9.5, -48.2),
        ("Limpopo", "ZA", -23.8, 29.6),
        ("Hokkaido", "JP", 43.3, 142.5),
        ("Naryn", "KG", 41.4, 75.5),
        ("Sulawesi Utara", "ID", 1.9, 125.0),
    ];
    for (name, country, lat, lon) in table {
        let found = gazetteer.look_up(name);
        let hit = found
            .iter()
            .any(|c| c.kind == Kind::Region && c.country.first() == *country && c.km_to(*lat, *lon) < 150.0);
        assert!(hit, "{name}: {found:?}");
    }
    assert_eq!(gazetteer.region("DE", "02").map(|r| r.name.as_str()), Some("Bavaria"));
    assert!(gazetteer.region("SY", "09").is_some_and(|r| r.table == "regions"), "our own row comes first");
}

#[test]
fn one_place_in_two_layers_is_one_candidate() {
    let mut gazetteer = builtin();
    let before = gazetteer.look_up("Manbij");
    let twin = *before.first().expect("a town");
    let (lat, lon) = (twin.lat + 0.01, twin.lon + 0.01);
    let row = |id: u32, kind: &str, name: &str, lat: f64, lon: f64| {
        format!("{id}\t\t{kind}\t\t{name}\t{lat}\t{lon}\tAleppo\t\t7\t1\t\t\t\n")
    };
    let header = "wof_id\tgn_id\tplacetype\tgn_feature\tname\tlat\tlon\tregion\tcounty\tpopulation\tis_current\tnames_en\tnames_ar\tnames_other\n";
    let table = [
        header.to_owned(),
        row(1, "locality", "Manbij", lat, lon),
        row(2, "locality", "Manbij", 33.0, 36.5),
        row(3, "county", "Manbij", lat, lon),
    ];
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("wof_sy.tsv");
    std::fs::write(&file, table.concat()).expect("written");
    let count = before.len();
    gazetteer.add_file(&file).expect("a table");
    let after = gazetteer.look_up("Manbij");
    let near =
        |kinds: &[Kind]| after.iter().filter(|c| c.km_to(lat, lon) < 5.0 && kinds.contains(&c.kind)).count();
    assert_eq!(near(&[Kind::Town, Kind::Village]), 1, "{after:?}");
    assert_eq!(near(&[Kind::District]), 1, "the district is another thing");
    assert_eq!(after.len(), count + 2, "the namesake far off is another place");
}

#[test]
fn a_district_that_was_added_weighs_less_than_a_town_of_so_many() {
    let mut gazetteer = builtin();
    let header = "wof_id\tgn_id\tplacetype\tgn_feature\tname\tlat\tlon\tregion\tcounty\tpopulation\tis_current\tnames_en\tnames_ar\tnames_other\n";
    let row = "7\t\tcounty\t\tQwertal\t35.0\t38.0\tAleppo\t\t90000\t1\t\t\t\n";
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("wof_sy.tsv");
    std::fs::write(&file, format!("{header}{row}")).expect("written");
    gazetteer.add_file(&file).expect("a table");
    let found = gazetteer.look_up("Qwertal");
    let added = found.first().filter(|c| c.added);
    assert!(added.is_some_and(|c| (8_500..9_500).contains(&c.weight())), "{found:?}");
}

#[test]
fn a_region_that_no_table_of_ours_tells_is_no_evidence() {
    let gazetteer = builtin();
    let exact = |name: &str| {
        let mut found = Vec::new();
        gazetteer.curated_exact(&skeleton::fold(name), &mut found);
        found.len()
    };
    assert_eq!(exact("Naryn"), 0);
    assert!(exact("Bavaria") == 0 && exact("Idlib") > 0);
}
