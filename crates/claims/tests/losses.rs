//! Whose losses a figure tells of, and who is told to be dead; on real trees.

mod shared;

use ascribe_model::{Claim, Harm};
use shared::claims;

fn of(found: &[Claim], harm: Harm) -> Option<(Option<&str>, Option<u64>)> {
    let mut effects = found.iter().flat_map(|c| &c.effects);
    effects.find(|e| e.harm == harm).map(|e| (e.victims.as_deref(), e.count.min))
}

#[test]
fn losses_are_of_whom_suffers_them() {
    let told = "Rebels stormed the base on Friday.";
    let found = claims(&format!("{told} The army suffered 300 casualties in the raid."));
    assert_eq!(of(&found, Harm::Casualties), Some((Some("army"), Some(300))), "{found:?}");
    let found = claims(&format!("{told} Rebel losses were put at 90."));
    assert_eq!(of(&found, Harm::Casualties).map(|(_, n)| n), Some(Some(90)), "{found:?}");
    let found = claims(&format!("{told} The army suffered heavy losses in the raid."));
    assert_eq!(of(&found, Harm::Casualties).map(|(_, n)| n), Some(None), "{found:?}");
}

#[test]
fn who_reports_the_dead_is_not_among_them() {
    let found = claims("The rebels claimed 50 soldiers killed in the ambush near the bridge.");
    assert_eq!(of(&found, Harm::Killed), Some((Some("soldiers"), Some(50))), "{found:?}");
    let found = claims("Norway reported 13 dead in a missile strike on its port.");
    assert!(of(&found, Harm::Killed).is_none_or(|(who, _)| who != Some("Norway")), "{found:?}");
}
