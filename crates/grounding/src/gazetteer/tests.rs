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
