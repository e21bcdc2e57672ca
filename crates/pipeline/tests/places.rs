//! Places of claims from text to map: what lies where it is told, and what tells of somebody only.

use ascribe_model::{Passage, PassageKind, Report, Span};
use ascribe_pipeline::Resources;

/// Text, then the names of the places of each claim, "-" for none.
const CASES: &[(&str, &[&str])] = &[
    // Who somebody is, where he is from, where he spoke.
    ("Fighters based in Wana attacked a convoy near Bannu, killing seven soldiers.", &["Bannu"]),
    ("Two soldiers from Fort Carson were killed in a roadside bombing near Mosul.", &["Mosul"]),
    (
        "The president of Kenya, speaking in Nairobi, said that troops had killed 30 militants in the Somali town of Afmadow.",
        &["Afmadow"],
    ),
    (
        "The minister told journalists in Addis Ababa that Eritrean troops had shelled Zalambessa.",
        &["Zalambessa"],
    ),
    ("The mayor of Celaya was shot dead in front of his house on Sunday night.", &["Celaya"]),
    // A place that nothing is known of lies in or near what is named beside it.
    ("A bomb at a bus station in Nyanya, on the outskirts of Abuja, killed at least 70 people.", &["Nyanya"]),
    // Where those killed were at work, and where the freed are headed.
    (
        "Troops shot dead four rebels who were laying mines on the highway near Pokhara, the ministry said.",
        &["Pokhara", "Pokhara"],
    ),
    ("Rebels freed nine peacekeepers, who were bound for Monrovia.", &["-"]),
    // A name that no gazetteer has is still the place that is told of.
    (
        "Rebels shelled Camp Kestrel with mortars, wounding two soldiers.\n\nA car bomb exploded in Kabul on Monday.",
        &["Camp Kestrel", "Kabul"],
    ),
    (
        "Rebels attacked soldiers at Camp Kestrel on Sunday, wounding two.\n\nA car bomb exploded in Kabul on Monday.",
        &["Camp Kestrel", "Kabul"],
    ),
    // What is done in the course of a raid is done where the raid is.
    (
        "Insurgents raided the village of Bargi in Chibok, setting houses on fire and abducting nine women.",
        &["Bargi", "Bargi"],
    ),
    // A district of a town, and a village of a province whose country owns it.
    ("Two car bombs exploded in Baghdad's mainly Shiite district of Sadr City.", &["Sadr City"]),
    (
        "Gunmen killed 23 people in a raid on the village of Zarmu in Niger's Tillaberi region on Sunday.",
        &["Zarmu"],
    ),
    // A part of a town, a clause of another time, the mountains where somebody is based.
    (
        "Clashes broke out in the Abobo district of Abidjan between soldiers and militiamen.",
        &["Abobo district"],
    ),
    (
        "The wounded were flown to a hospital in Tacloban after rebels ambushed their patrol near Borongan.",
        &["Tacloban", "Borongan"],
    ),
    (
        "Kurdish fighters based in the mountains of northern Iraq killed three Turkish soldiers in Hakkari.",
        &["Hakkari"],
    ),
    // Where the report was written, and a whole country beside a town.
    (
        "MOSCOW (Sputnik) Six people were killed in a shelling of the old town of Aleppo on Sunday.",
        &["Aleppo"],
    ),
    ("Rebels attacked a police post in the coastal city of Tartus on Sunday.", &["Tartus"]),
    // A department is a part of a country.
    ("Rebels attacked a post in the Department of Morazan on Monday.", &["Morazan"]),
    // A summary that lists several areas keeps them.
    (
        "Soldiers detained nine insurgents in raids in Khost and Kandahar provinces on Monday. In Kandahar, soldiers \
         detained a Taliban leader in Spin Boldak district.",
        &["Khost; Kandahar provinces", "Spin Boldak district"],
    ),
    ("In Kandahar, soldiers detained a Taliban leader in Spin Boldak district.", &["Spin Boldak district"]),
    // "The incident" takes up what was told.
    (
        "A man drove a van into a crowd on Saturday, killing four people. The incident took place in the centre of Münster.",
        &["Münster"],
    ),
    // The sentence before tells where; "the city" is not where the tellers are.
    (
        "A patrol chased the guerrillas and caught up with them near Chiclayo. A clash ensued, and three rebels were killed.",
        &["Chiclayo", "Chiclayo"],
    ),
    (
        "Air raids hit a market in Aleppo, the London-based monitor said. Six others were killed by barrel bombs in the city.",
        &["Aleppo"],
    ),
    // A road between two towns, the border of two states, and a town told by its distance from another.
    ("Two soldiers were killed by a mine on the road from Kidal to Gao.", &["Kidal to Gao"]),
    ("Rebels raided a village near the border between Sudan and Uganda.", &["Sudan and Uganda"]),
    ("Rebels attacked Kitgum, 450 km north of Kampala.", &["Kitgum"]),
    // Whose mayor somebody is, and whence the rockets came that hit a place which no gazetteer has.
    ("The mayor of Tibu was shot by gunmen in Cucuta on Friday.", &["Cucuta"]),
    ("Rockets fired from southern Lebanon hit Kiryat Bimbam.", &["Kiryat Bimbam"]),
    (
        "Rebels killed nine soldiers in Caqueta in 1987. A bus was burned in the same area on Monday.",
        &["Caqueta", "Caqueta"],
    ),
    // One of the deeds of a sum.
    (
        "Fifteen people were killed in three separate attacks on Sunday, the army said. Nine farmers were hacked to death in Casaloma.",
        &["-", "Casaloma"],
    ),
    // A name with its article, whose positions were struck, ground that has no name.
    ("Rebels killed 27 soldiers near the village of al-Kawm on Friday.", &["al-Kawm"]),
    ("The coalition carried out 40 airstrikes on Houthi positions in Marib on Thursday.", &["Marib"]),
    // How far from the capital, there, and what opens the second of two clauses.
    (
        "Ethiopian rebels captured the village of Qwertal, 110 kilometers (68 miles) north of the capital, on Sunday.",
        &["Qwertal"],
    ),
    (
        "Troops attacked a rebel camp at Planadas, Tolima, on Saturday. Four rebels surrendered there.",
        &["Planadas", "Planadas"],
    ),
    (
        "A bomb went off in a market in Peshawar, killing three people, and in Quetta the police shot dead two gunmen.",
        &["Peshawar", "Quetta"],
    ),
    // Where those are who tell of it or who do it, whence jets take off, where somebody then fled.
    (
        "An officer at the Russian headquarters in Khankala said that nine soldiers had died in an ambush near Shatoi.",
        &["Shatoi"],
    ),
    (
        "Two pilots were captured by fighters from the city of Misrata after their helicopter was shot down south of Tripoli.",
        &["Tripoli", "Tripoli"],
    ),
    (
        "Sixty rebels were killed in a camp near the village of Serzhen-Yurt by jets taking off from Mozdok.",
        &["Serzhen-Yurt"],
    ),
    ("He fled to Senegal after crowds burned the parliament.", &["-"]),
    ("Ankara is expected to send more troops to Idlib.", &["Idlib"]),
    // A quarter of a quarter, and what the report opens with.
    (
        "A bomb exploded in the Karm al-Zaytun quarter of Ashrafiyeh, killing three people.",
        &["Karm al-Zaytun quarter"],
    ),
    (
        "Gunmen stormed a hotel in Bamako on Friday.\n\nThe president, Ibrahim Keita, cut short a visit to Chad.\n\nThe \
         attackers took 30 guests hostage.",
        &["Bamako", "Bamako"],
    ),
    // What no gazetteer has lies by the one listed with it, and not between two that are far apart.
    ("Rebels attacked the villages of Lubero and Qwertalo on Sunday.", &["Lubero; Qwertalo"]),
    // Whence it was fired, beside where it fell.
    ("Rebel gunners fired nine rockets on Goma from Sake.", &["Goma; Sake"]),
    // What opens its paragraph without a verb.
    (
        "May 3, near Gao, by a reader's letter. During a raid on a rebel camp, four herders were killed.",
        &["Gao"],
    ),
    // The seat of a court, the sea off a country, an axis by its town.
    ("A court in Dakar sentenced two officers to ten years in prison.", &["Dakar"]),
    ("Gunmen shot four fishermen off the Somali coast on Sunday.", &["Somalia"]),
    ("Soldiers fought rebels all day on the Goma and Bukavu axes.", &["Goma; Bukavu axes"]),
    // What sums up years.
    (
        "Syria has been at war since 2011. Coalition jets have been striking Daesh there since September 2014.",
        &["Syria"],
    ),
    // Hints.
    ("Residents of Maiduguri said gunmen had stormed the market and killed nine traders.", &["Maiduguri"]),
    // One spot throughout.
    (
        "A boy was shot in Tsuen Wan by an officer on Tuesday.\n\nThe crowd had been marching since noon.\n\nNobody \
         knew why.\n\nHe is the youngest of five.\n\nLater a man stabbed a policeman, a witness said.",
        &["Tsuen Wan", "Tsuen Wan"],
    ),
];

#[test]
fn claims_lie_where_the_words_say() {
    let resources = Resources::builtin().expect("the data in the program");
    for (text, wanted) in CASES {
        let passages =
            vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
        let report =
            Report { text: (*text).to_owned(), language: "en".into(), passages, ..Report::default() };
        let claims = resources.extract(report).claims;
        let places = |c: &ascribe_model::Claim| {
            let names: Vec<&str> = c.places.iter().map(|p| p.text.as_str()).collect();
            if names.is_empty() { "-".to_owned() } else { names.join("; ") }
        };
        assert_eq!(claims.iter().map(places).collect::<Vec<_>>(), *wanted, "{text}");
    }
}

/// "San Antonio" has a great namesake abroad, which a report on El Salvador does not mean.
#[test]
fn a_common_name_is_no_great_town_abroad() {
    let resources = Resources::builtin().expect("the data in the program");
    let text = "Guerrillas attacked the garrison at San Antonio, the Salvadoran army said.";
    let passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    let report = Report { text: text.to_owned(), language: "en".into(), passages, ..Report::default() };
    let claims = resources.extract(report).claims;
    assert!(!claims.is_empty());
    assert!(claims.iter().flat_map(|c| &c.places).all(|p| p.country.as_deref() != Some("US")), "{claims:?}");
}
