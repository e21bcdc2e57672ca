//! Places in whole sentences, on analyses written by hand: a change of the language model must not
//! break these.

use super::*;
use ascribe_model::{Label, Mention, Passage, PassageKind, Sentence, Span, Token, Upos};

/// A report of one passage, cut into sentences and tokens by a simple rule: `[X]` marks the model's
/// places, `{X}` its people and organisations; `|` stands between two sentences.
fn analysed(marked: &str) -> (Report, Analysis) {
    let mut text = String::new();
    let mut sentences = vec![];
    let mut sentence = Sentence::default();
    let mut open = None;
    for word in marked.split_inclusive(' ') {
        let word = word.trim_end();
        if word == "|" {
            sentences.push(std::mem::take(&mut sentence));
            continue;
        }
        let bare = word.trim_matches(['[', ']', '{', '}', ',', '.', ']']);
        if word.starts_with(['[', '{']) {
            open = Some((
                sentence.tokens.len(),
                if word.starts_with('[') { Label::Place } else { Label::Organisation },
            ));
        }
        push_token(&mut text, &mut sentence, bare);
        if word.contains([']', '}'])
            && let Some((start, label)) = open.take()
        {
            let tokens = TokenRange::new(start, sentence.tokens.len());
            sentence.mentions.push(Mention { tokens, head: start, label, named: true, score: 1.0 });
        }
        if word.ends_with([',', '.']) {
            push_token(&mut text, &mut sentence, &word[word.len() - 1..]);
        }
    }
    sentences.push(sentence);
    for sentence in &mut sentences {
        let end = sentence.tokens.last().map_or(0, |t| t.span.end);
        sentence.span = Span::new(sentence.tokens.first().map_or(0, |t| t.span.start), end);
        determiners(sentence);
    }
    let span = Span::new(0, text.len());
    let passages = vec![Passage { kind: PassageKind::Body, span, author: None }];
    let report = Report { text, passages, ..Report::default() };
    (report, Analysis { sentences, chains: Vec::new() })
}

/// An article hangs on the next common noun.
fn determiners(sentence: &mut Sentence) {
    for at in 0..sentence.tokens.len() {
        let noun = (at + 1..sentence.tokens.len()).find(|&n| sentence.tokens[n].upos == Upos::Noun);
        if sentence.tokens[at].upos == Upos::Det && noun.is_some() {
            sentence.tokens[at].head = noun;
            sentence.tokens[at].deprel = "det".to_owned();
        }
    }
}

fn push_token(text: &mut String, sentence: &mut Sentence, word: &str) {
    if !text.is_empty() && !matches!(word, "," | ".") {
        text.push(' ');
    }
    let start = text.len();
    text.push_str(word);
    let upos = match word {
        "," | "." => Upos::Punct,
        "in" | "near" | "of" | "at" | "along" | "between" | "from" => Upos::Adp,
        "the" | "a" => Upos::Det,
        w if w.starts_with(char::is_uppercase) => Upos::Propn,
        _ => Upos::Noun,
    };
    sentence.tokens.push(Token {
        span: Span::new(start, text.len()),
        text: word.to_owned(),
        lemma: word.to_owned(),
        upos,
        head: None,
        deprel: "dep".to_owned(),
        margin: 0.0,
        feats: String::new(),
    });
}

fn places(marked: &str) -> Vec<Place> {
    let (report, analysis) = analysed(marked);
    let gazetteer = Gazetteer::builtin().expect("built-in data is well formed");
    ground_places(&report, &analysis, &gazetteer, &[]).into_iter().map(|m| m.place).collect()
}

fn near(place: &Place, lat: f64, lon: f64, reach: f64) -> bool {
    place.lat.zip(place.lon).is_some_and(|at| crate::shapes::km(at, (lat, lon)) <= reach)
}

#[test]
fn the_country_of_the_report_decides() {
    let lebanon = places("Lebanese troops deployed in [Tripoli] after clashes in northern Lebanon .");
    assert!(lebanon.iter().any(|p| p.text == "Tripoli" && p.country.as_deref() == Some("LB")), "{lebanon:?}");
    let libya = places("Libyan militias fought in [Tripoli] and [Misrata] .");
    assert!(libya.iter().any(|p| p.text == "Tripoli" && p.country.as_deref() == Some("LY")), "{libya:?}");
}

#[test]
fn features_decide_between_town_and_province() {
    let found = places("Iraqi forces raided villages in [Kirkuk province] .");
    assert_eq!(found[0].kind, PlaceKind::Area);
    let found = places("Syrian jets bombed the town of [Saraqib] .");
    assert_eq!((found[0].kind, found[0].relation.as_deref()), (PlaceKind::Point, Some("the town of")));
    assert!(near(&found[0], 35.86, 36.80, 5.0));
}

#[test]
fn relations_move_the_shape() {
    // The point is that of the place named, the shape where it happened.
    let found = places("A Syrian convoy was ambushed 30 km east of [Palmyra] .");
    assert!(near(&found[0], 34.56, 38.28, 8.0), "{found:?}");
    let there = found[0].shape.as_ref().is_some_and(|shape| match shape {
        ascribe_model::Shape::Point { lat, lon, .. } => crate::shapes::km((*lat, *lon), (34.56, 38.60)) < 8.0,
        _ => false,
    });
    assert!(there, "{found:?}");
    let found = places("Syrian rebels shelled positions in northern [Hama] .");
    assert_eq!(found[0].kind, PlaceKind::Area);
    assert!(found[0].lat.is_some_and(|lat| lat > 35.25), "{found:?}");
}

#[test]
fn parties_are_no_places() {
    let found = places("{Islamic State of Iraq} fighters attacked a post near [Kirkuk] .");
    assert_eq!(found.iter().map(|p| p.text.as_str()).collect::<Vec<_>>(), ["Kirkuk"]);
}

#[test]
fn a_name_without_a_label_is_found_behind_a_preposition() {
    let found = places("Five soldiers died in Kandahar .");
    assert_eq!(found.first().map(|p| p.text.as_str()), Some("Kandahar"));
    assert!(places("He met Kandahar Khan .").is_empty());
}

#[test]
fn every_shape_holds_its_point() {
    let texts = [
        "Clashes near [Bakhmut] in Ukraine .",
        "Clashes in southern [Idlib] in Syria .",
        "Strikes on the eastern bank of the [Euphrates] in Syria .",
        "Attacks along the [Palmyra-Sukhnah road] in Syria .",
        "Attacks southwest of [Mayadin] in Syria .",
        "Patrols in [Helmand province] of Afghanistan .",
    ];
    for text in texts {
        for place in places(text) {
            let (Some(lat), Some(lon), Some(shape)) = (place.lat, place.lon, place.shape) else {
                panic!("{text}")
            };
            let inside = match &shape {
                ascribe_model::Shape::Area { rings, .. } => {
                    rings.iter().any(|r| crate::shapes::ring_contains(r, (lat, lon)))
                }
                ascribe_model::Shape::Point { lat: a, lon: b, radius_km } => {
                    crate::shapes::km((*a, *b), (lat, lon)) <= *radius_km
                }
                ascribe_model::Shape::Line { path, radius_km } => {
                    let path: Vec<(f64, f64)> = path.iter().map(|p| (p[1], p[0])).collect();
                    crate::shapes::nearest(&path, (lat, lon))
                        .is_some_and(|p| crate::shapes::km(p, (lat, lon)) <= radius_km + 5.0)
                }
            };
            assert!(inside, "{text}: {lat},{lon} in {shape:?}");
        }
    }
}

#[test]
fn the_town_leads_back_to_its_name() {
    let found = places("Rebels entered the town of [Zabadani] near [Damascus] . | Shells fell on the town .");
    let last = found.last().expect("three places");
    assert_eq!(
        (last.text.as_str(), last.relation.as_deref()),
        ("Zabadani", Some("on the town")),
        "{found:?}"
    );
    let found = places("Raids hit a town in [Syria] . | Bombs fell on the town of [Zabadani] .");
    assert_eq!(found.iter().filter(|p| p.text == "Zabadani").count(), 2, "{found:?}");
    let found =
        places("The Battle of [Qwertal] began . | Rebels left [Zabadani] . | Shells fell on the town .");
    assert_eq!(found.iter().filter(|p| p.text == "Qwertal").count(), 2, "{found:?}");
    let found =
        places("Rebels held the town of [Qwertal] , east of [Zabadani] . | Shells fell on the town .");
    assert_eq!(found.iter().filter(|p| p.text == "Qwertal").count(), 2, "{found:?}");
    let none = places("They held talks in [Damascus] . | A district court met .");
    assert_eq!(none.len(), 1, "{none:?}");
}

#[test]
fn what_is_taken_from_somebody_is_ground() {
    for text in ["Rebels took {Aleppo} from the army .", "Troops entered {Homs} on Friday ."] {
        assert_eq!(places(text).len(), 1, "{text}");
    }
    assert!(places("Police took {Aleppo} to court .").is_empty());
}

#[test]
fn a_country_behind_a_name_is_no_town() {
    let found = places("Gunmen attacked a bar in [Puebla] , [Mexico] .");
    assert!(found.iter().any(|p| p.text == "Mexico" && p.is_country()), "{found:?}");
    let found = places("A fire broke out in [Sacramento] , [California] .");
    assert!(found.iter().any(|p| p.id.as_deref() == Some("places:regions/california")), "{found:?}");
}

#[test]
fn half_names_groups_and_abbreviations_are_no_places() {
    for text in [
        "They stormed [Weavers Hall] in Norway .",
        "The army shelled two [Shiite villages] in northern Syria .",
        "Soldiers in Nigeria found an [IED] .",
        "Troops entered [rebel-held] areas .",
        "In Syria [Syrias state] television said so .",
    ] {
        let found = places(text);
        assert!(found.iter().all(|p| p.lat.is_none() || p.is_country()), "{text}: {found:?}");
    }
}

#[test]
fn a_hamlet_of_a_country_that_nothing_speaks_of_is_not_meant() {
    let found = places("Guerrillas attacked [Minca] in Colombia , Colombian soldiers in Bogota said .");
    assert!(found.iter().all(|p| p.country.as_deref() != Some("DE")), "{found:?}");
}

#[test]
fn what_was_told_as_a_place_is_one_again() {
    let found = places("Troops advanced on [Zabadani] in Syria . | Zabadani was shelled .");
    assert_eq!(found.iter().filter(|p| p.text == "Zabadani").count(), 2, "{found:?}");
}

#[test]
fn what_the_last_of_several_is_said_to_be_all_are() {
    let found = places("Raids in [Kunduz], [Takhar] and [Baghlan provinces] of Afghanistan .");
    assert!(found.iter().take(3).all(|p| p.kind == PlaceKind::Area), "{found:?}");
}

#[test]
fn a_neighbour_strikes_the_town_that_a_region_is_named_after() {
    for text in ["Russian shells hit [Kharkiv] on Monday .", "Russian forces attacked [Kherson] on Monday ."]
    {
        let found = places(text);
        assert!(found.iter().any(|p| p.kind == PlaceKind::Point), "{text} {found:?}");
    }
}

#[test]
fn a_base_is_at_the_town_before_the_province_of_its_name() {
    let found = places("Jets struck [Homs air base] in Syria .");
    assert!(near(&found[0], 34.73, 36.72, 15.0), "{found:?}");
}

#[test]
fn a_neighbouring_village_is_near_the_last_place() {
    let found =
        places("Troops swept [Sangin] in Afghanistan . | They reached the neighboring village of [Baraki] .");
    let last = found.last().expect("three places");
    assert!(near(last, 32.07, 64.83, 80.0), "{found:?}");
}

#[test]
fn a_border_town_may_lie_next_door() {
    let found = places("Turkish troops shelled the border town of [Kobani] .");
    assert!(near(&found[0], 36.89, 38.35, 15.0), "{found:?}");
}

#[test]
fn a_great_town_abroad_is_no_namesake() {
    let found = places("Troops left [Gulu] in Uganda . | An attack was told of in [Mosul] .");
    let mosul = found.iter().find(|p| p.text == "Mosul").expect("it is named");
    assert!(near(mosul, 36.34, 43.13, 15.0), "{found:?}");
}

#[test]
fn a_name_told_as_a_place_stays_one_where_the_model_sees_a_party() {
    let found = places("Troops advanced on [Zabadani] in Syria . | {Zabadani} was the target .");
    assert_eq!(found.iter().filter(|p| p.text == "Zabadani").count(), 2, "{found:?}");
}

#[test]
fn the_us_is_a_place_but_not_what_is_of_it() {
    let found = places("Attacks on the [US] killed many .");
    assert!(found.iter().any(|p| p.text == "US" && p.is_country()), "{found:?}");
    let none = places("A supply route of the [IRAs] in Norway .");
    assert!(none.iter().all(|p| p.text != "IRAs"), "{none:?}");
}

#[test]
fn a_part_of_the_country_is_of_the_one_told_of() {
    for text in [
        "Officials spoke in Norway . | Rebels held a post in the north of the country .",
        "Officials spoke in Norway . | Rebels held a post in the country 's north .",
    ] {
        let found = places(text);
        let part = found.last().map(|p| (p.country.as_deref(), p.lat));
        assert!(matches!(part, Some((Some("NO"), Some(lat))) if lat > 66.0), "{text}: {part:?}");
    }
    let over = places("Officials spoke in Norway . | Violence spread across the country .");
    assert!(
        over.last().is_some_and(|p| p.is_country() && p.relation.as_deref() == Some("across")),
        "{over:?}"
    );
    assert_eq!(places("Officials spoke in Norway . | Violence hurts the country .").len(), 1);
}

#[test]
fn the_capital_is_that_of_the_country_told() {
    let found = places("Rebels left [Zabadani] in Syria . | Shells hit the capital .");
    assert!(found.last().is_some_and(|p| p.text == "Damascus" && near(p, 33.51, 36.29, 10.0)), "{found:?}");
    let adjective = places("Syrian officials said shells hit the capital .");
    assert!(adjective.iter().any(|p| p.text == "Damascus"), "{adjective:?}");
    let named = places("Shells hit the capital , [Damascus] in Syria .");
    assert_eq!(named.iter().filter(|p| p.text == "Damascus").count(), 1, "{named:?}");
    let none = places("Rebels left Syria . | Funds for a capital project ran out .");
    assert!(none.iter().all(|p| p.text != "Damascus"), "{none:?}");
}

#[test]
fn half_of_a_name_with_a_particle_is_no_name() {
    let found = places("Soldiers died near [Cartagena del Zorral] in Colombia .");
    assert!(found.iter().all(|p| p.text != "Cartagena"), "{found:?}");
}

#[test]
fn an_unknown_village_lies_in_the_smallest_that_is_named() {
    let found = places("Russian troops entered [Qwertal] in [Chechnya], [Vedeno district] .");
    assert!(found.first().is_some_and(|p| near(p, 42.96, 46.1, 15.0)), "{found:?}");
}

#[test]
fn embassies_and_forces_abroad_say_nothing_of_where() {
    let athens = places("A rocket was fired at the US embassy in [Athens] .");
    assert!(athens.last().is_some_and(|p| near(p, 37.98, 23.73, 20.0)), "{athens:?}");
    let manchester = places("A US airman was stabbed in [Manchester] .");
    assert!(manchester.first().is_some_and(|p| near(p, 53.48, -2.24, 20.0)), "{manchester:?}");
}

#[test]
fn a_town_of_the_name_comes_before_one_also_called_so() {
    let found = places("A bomb went off at a barracks in [Zaragoza] .");
    assert!(found.first().is_some_and(|p| near(p, 41.65, -0.88, 20.0)), "{found:?}");
}

#[test]
fn what_stands_behind_a_name_tells_where_it_lies() {
    let found = places("Shells hit [Qwertal], a village in [Vedeno district] of Russia .");
    assert!(found.first().is_some_and(|p| near(p, 42.96, 46.1, 15.0)), "{found:?}");
    let suburb = places("Barrels fell on the [Damascus suburb] of [Qwertal] in Syria .");
    assert!(suburb.iter().any(|p| p.text == "Damascus"), "{suburb:?}");
    assert!(suburb.iter().any(|p| p.text == "Qwertal" && near(p, 33.51, 36.29, 15.0)), "{suburb:?}");
}

#[test]
fn a_name_behind_an_article_is_half_of_a_longer_one() {
    let found = places("Jets struck the [Qwertal al-Bab] neighborhood in Syria .");
    assert!(found.iter().all(|p| p.text != "Bab" && p.text != "al-Bab"), "{found:?}");
}

#[test]
fn the_possessive_without_its_apostrophe_is_of_no_name() {
    let found = places("Jets struck a district of [Syrias Aleppo city] .");
    assert!(found.first().is_some_and(|p| near(p, 36.2, 37.16, 15.0)), "{found:?}");
}

#[test]
fn a_well_known_place_is_one_though_taken_for_somebody() {
    let found = places("In Syria shells fell in {Khan Shaykhun} .");
    assert!(found.iter().any(|p| p.text == "Khan Shaykhun"), "{found:?}");
    let none = places("In Syria the talks of {Khan Shaykhun} failed .");
    assert!(none.iter().all(|p| p.text != "Khan Shaykhun"), "{none:?}");
}

#[test]
fn the_capital_is_that_which_was_named_last() {
    let found = places("Spanish envoys left Spain for [Bogota] . | Fights went on in the capital .");
    assert!(found.last().is_some_and(|p| p.text == "Bogota" || p.text == "Bogotá"), "{found:?}");
}

#[test]
fn a_province_in_the_south_of_its_country_is_meant_as_a_whole() {
    let whole = places("Bombs killed two in [Kandahar province] of Afghanistan .");
    let said = places("Bombs killed two in southern [Kandahar province] of Afghanistan .");
    assert_eq!((whole[0].lat, whole[0].lon), (said[0].lat, said[0].lon));
    let part = places("Bombs killed two in northern [Kandahar province] of Afghanistan .");
    assert_ne!(whole[0].lat, part[0].lat);
}

#[test]
fn second_level_regions_are_known() {
    let found = places("A helicopter crashed at an airbase in [Hampshire] , a British watchdog said .");
    assert!(found.first().is_some_and(|p| p.country.as_deref() == Some("GB")), "{found:?}");
}

#[test]
fn an_unknown_place_lies_where_the_measure_leads() {
    let found = places("Soldiers died in [Qwertal], 60 km east of [Palmyra] in Syria .");
    assert!(found.first().is_some_and(|p| near(p, 34.56, 38.93, 10.0)), "{found:?}");
}

#[test]
fn a_quarter_that_nothing_is_known_of_is_of_the_town_told() {
    let found = places("Rockets fell on [Damascus] in Syria . | Two died in the [Qwertal neighborhood] .");
    assert!(found.last().is_some_and(|p| near(p, 33.51, 36.29, 15.0)), "{found:?}");
    let street = places("Rockets fell on [Damascus] in Syria . | Two died in [Oxford Street] .");
    assert!(street.last().is_some_and(|p| near(p, 33.51, 36.29, 15.0)), "{street:?}");
    let village = places("Rockets fell on [Damascus] in Syria . | Two died in [Qwertal] .");
    assert!(village.last().is_some_and(|p| p.lat.is_none()), "{village:?}");
}

#[test]
fn the_capital_of_a_country_is_its_capital() {
    let found = places("They held talks in the capital of [Norway] .");
    assert!(found.iter().any(|p| near(p, 59.91, 10.75, 15.0)), "{found:?}");
}

#[test]
fn half_of_a_feature_belongs_to_no_name() {
    let found = places("Workers of [Basra] oil unions met in Iraq .");
    assert!(found.iter().any(|p| p.text == "Basra"), "{found:?}");
}

#[test]
fn of_two_names_the_smaller_is_the_district() {
    let found = places("Troops fought in [Zharay district] of [Kandahar province] in Afghanistan .");
    assert!(found.iter().any(|p| p.text == "Zharay district" && near(p, 31.6, 65.45, 40.0)), "{found:?}");
    let found = places("Bombs fell on the [Aleppo district] of [Qwertal] in Syria .");
    assert!(found.iter().any(|p| p.text == "Qwertal" && near(p, 36.2, 37.16, 15.0)), "{found:?}");
}

#[test]
fn two_names_under_one_label_are_two_places() {
    let found = places("Jets struck [Zabadani and Saraqib] in Syria .");
    let names: Vec<&str> = found.iter().map(|p| p.text.as_str()).collect();
    assert!(names.starts_with(&["Zabadani", "Saraqib"]), "{names:?}");
    let line = places("Fighting between [Zabadani and Saraqib] in Syria .");
    assert_eq!(line[0].kind, PlaceKind::Line);
}

#[test]
fn at_is_an_article_only_with_a_hyphen_or_capital() {
    let found = places("Rockets were fired from [Zabadani at Saraqib] in Syria .");
    let names: Vec<&str> = found.iter().map(|p| p.text.as_str()).collect();
    assert!(names.starts_with(&["Zabadani", "Saraqib"]), "{names:?}");
}

#[test]
fn attacks_are_named_after_their_place() {
    let found = places("Nine were charged over the Paris attacks in France .");
    assert!(found.iter().any(|p| p.text == "Paris"), "{found:?}");
    let found = places("He was jailed for the Boston Marathon bombing .");
    assert!(found.iter().any(|p| p.text == "Boston"), "{found:?}");
    let none = places("He was jailed for the Keld Marathon party .");
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn the_land_and_the_sea_of_a_people_are_places() {
    let found = |text: &str| {
        let (report, analysis) = crate::words::tests::treed(&[text]);
        let gazetteer = Gazetteer::builtin().expect("built-in data is well formed");
        let places = ground_places(&report, &analysis, &gazetteer, &[]);
        places.into_iter().map(|m| (m.place.relation.unwrap_or_default(), m.place.text)).collect::<Vec<_>>()
    };
    let told = |relation: &str| vec![(relation.to_owned(), "Yemen".to_owned())];
    let sea = "Pirates/NOUN/2/nsubj left/VERB/0/root off/ADP/6/case the/DET/6/det Yemeni/ADJ/6/amod coast/NOUN/2/obl";
    assert_eq!(found(sea), told("off the coast of"));
    let land = "Rebels/NOUN/2/nsubj left/VERB/0/root from/ADP/5/case Yemeni/ADJ/5/amod soil/NOUN/2/obl";
    assert_eq!(found(land), told("from"));
    let guard = "Yemeni/ADJ/3/amod coast/NOUN/3/compound guards/NOUN/4/nsubj left/VERB/0/root";
    assert_eq!(found(guard), vec![]);
}

#[test]
fn a_border_is_a_line_by_whatever_name() {
    for text in [
        "Rebels attacked a post on the border between [Chad and Sudan] .",
        "Rebels attacked a post on the [Chad-Sudan border] .",
        "Rebels attacked a post on the [Sudanese-Chadian frontier] .",
    ] {
        let found = places(text);
        assert_eq!(found[0].kind, PlaceKind::Line, "{text}");
        assert!(near(&found[0], 13.5, 22.3, 150.0), "{text}: {found:?}");
    }
}

#[test]
fn towns_on_both_sides_of_a_border_are_known() {
    let found = places("Rockets fired from [Gaza] fell on [Ashkelon] .");
    assert!(near(&found[0], 31.5, 34.45, 20.0) && near(&found[1], 31.67, 34.57, 20.0), "{found:?}");
    let far = places("Rebels in Soyapango raided a bank of [San Antonio Abad] in El Salvador .");
    assert!(far.iter().all(|p| p.country.as_deref() != Some("ES")), "{far:?}");
}

#[test]
fn the_town_of_that_name_next_door_goes_before_one_spelt_like_it() {
    let found = places("Jets struck the town of [Kobani] on the Turkish border .");
    assert!(near(&found[0], 36.89, 38.35, 20.0), "{found:?}");
}

#[test]
fn a_namesake_elsewhere_is_not_what_lies_in_or_near_the_place_told() {
    let found =
        places("Police in [Bogota] said bombs went off in the [Bosa], [Kennedy] and [Suba] neighbourhoods .");
    assert!(found.iter().all(|p| near(p, 4.65, -74.1, 40.0)), "{found:?}");
    let found = places("A bomb in [Nyanya], on the outskirts of [Abuja], killed seventy people in Nigeria .");
    assert!(near(&found[0], 9.06, 7.5, 30.0), "{found:?}");
    let listed = places("Fights were told of in [Homs], [Aleppo] and [Hama] in Syria .");
    assert!(near(&listed[0], 34.73, 36.72, 20.0), "a list holds nothing: {listed:?}");
}

#[test]
fn a_hamlet_of_a_country_named_aside_is_not_meant() {
    let report = "The Salvadoran army said that El Salvador was calm, [San Salvador] and [Usulutan] too. | Salvadoran rebels in \
                  [Mexico City] told of fighting in [San Ramon] .";
    let found = places(report);
    let ramon = found.iter().find(|p| p.text == "San Ramon").expect("it is named");
    assert!(ramon.country.as_deref() != Some("MX"), "{ramon:?}");
}

#[test]
fn what_a_list_puts_beside_a_town_is_one() {
    let (report, mut analysis) = analysed("Nigerian soldiers retook [Bama] , {Gwoza} and {Dikwa} .");
    let sentence = &mut analysis.sentences[0];
    let at = |word: &str, s: &Sentence| s.tokens.iter().position(|t| t.text == word).unwrap_or(0);
    let first = at("Bama", sentence);
    for name in ["Gwoza", "Dikwa"] {
        let token = at(name, sentence);
        (sentence.tokens[token].head, sentence.tokens[token].deprel) = (Some(first), "conj".to_owned());
    }
    let gazetteer = Gazetteer::builtin().expect("built-in data is well formed");
    let found = ground_places(&report, &analysis, &gazetteer, &[]);
    let texts: Vec<&str> = found.iter().map(|m| m.place.text.as_str()).collect();
    assert_eq!(texts, ["Bama", "Gwoza", "Dikwa"]);
}

#[test]
fn a_small_town_far_from_all_others_told_is_a_namesake() {
    let swat = "Pakistani troops fought in [Mingora] , [Kabal] , [Charbagh] and [Khwazakhela] .";
    let found = places(&format!("{swat} A patrol was hit at [Qambar] ."));
    let qambar = |places: &[Place]| places.iter().any(|p| p.text == "Qambar" && p.lat.is_some());
    assert!(!qambar(&found), "{found:?}");
    assert!(qambar(&places("Pakistani police shot a man in [Qambar] .")));
}

#[test]
fn the_country_that_other_names_lie_in_decides() {
    let found =
        places("Police in [Melipilla] , [Copiapo] and [Curico] shot a man . One died in [San Fernando] .");
    assert!(
        found.iter().any(|p| p.text == "San Fernando" && p.country.as_deref() == Some("CL")),
        "{found:?}"
    );
}

#[test]
fn what_a_thing_is_called_after_is_no_town() {
    let found = places("Turkish troops fired on the [Fatih Sultan Mehmet Bridge] .");
    assert!(found.iter().all(|p| p.text != "Fatih"), "{found:?}");
    assert!(places("They stole it from a [French quarry] .").is_empty());
    let whole = places("Russian troops were overrun at [Ulus-Qwert] .");
    assert!(whole.iter().all(|p| p.text != "Ulus"), "{whole:?}");
}
