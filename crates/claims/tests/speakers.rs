//! Who is the source of a claim and who isn't: the publisher's own people, owners of websites; on real trees.

mod shared;

use shared::claims;

fn sources(text: &str) -> Vec<String> {
    let found = claims(text);
    let Some(first) = found.first() else { panic!("no claim in {text}") };
    first.sources.iter().map(|s| s.name.clone()).collect()
}

#[test]
fn own_correspondents_are_the_publisher() {
    let text = "Our correspondent in Keld reports that rebels killed nine soldiers in an ambush on Monday.";
    assert!(sources(text).is_empty(), "{text}");
    let other = "A correspondent in Keld reports that rebels killed nine soldiers in an ambush on Monday.";
    assert_eq!(sources(other).len(), 1, "{other}");
}

#[test]
fn a_reporter_named_once_is_known_by_his_last_name() {
    let text = "[Reporter Sergio Paz] Good evening. Troops are on the roads. [Paz] Rebels killed nine soldiers in an \
                ambush near Keld on Monday.";
    assert!(sources(text).is_empty(), "{text}");
}

#[test]
fn statements_are_of_whoever_owns_the_website() {
    let text = "Rebels killed 11 soldiers in Keld, according to a statement posted on the website of the General Staff.";
    assert_eq!(sources(text), ["General Staff"]);
    let told = "The government in a statement said rebels had killed 11 soldiers in an ambush.";
    assert_eq!(sources(told), ["government"]);
}

#[test]
fn who_came_with_others_speaks_for_himself() {
    let text = "A reporter who was flown in with the rescue party says rebels killed nine soldiers in an ambush on the base.";
    assert_eq!(sources(text), ["reporter"]);
}

#[test]
fn short_forms_and_owners_of_bulletins_are_named_in_full() {
    let text =
        "The Popular Homeland Front (PFP) attacked a bank. According to the PFP, nine soldiers were killed.";
    let found = claims(text);
    assert!(found.iter().any(|c| c.sources.iter().any(|s| s.name == "Popular Homeland Front")), "{found:?}");
    let text = "The Northern Center for Peace said rebels attacked Keld. According to the center's bulletin, militants \
                killed nine soldiers.";
    assert_eq!(sources(text), ["Northern Center for Peace"]);
    let last = claims(text).pop().expect("a claim");
    assert_eq!(last.sources[0].name, "Northern Center for Peace", "{last:?}");
}
