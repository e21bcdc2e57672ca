//! When two names mean the same party, source or place, for scoring only.

use std::collections::BTreeSet;

/// Lower-cased runs of ASCII letters and digits; apostrophes vanish, so that "Da'esh" is one word.
pub fn words(text: Option<&str>) -> Vec<String> {
    let kept: String =
        text.unwrap_or("").to_lowercase().chars().filter(|c| !matches!(c, '\'' | '’')).collect();
    kept.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// The distinct words of a text.
pub fn word_set(text: Option<&str>) -> BTreeSet<String> {
    words(text).into_iter().collect()
}

/// True where the two texts share a word.
pub fn share_a_word(a: Option<&str>, b: Option<&str>) -> bool {
    !word_set(a).is_disjoint(&word_set(b))
}

/// Names that stand for one party in the annotated reports, normalised by [`words`].
const ALIASES: [&[&str]; 11] = [
    &[
        "isis",
        "isil",
        "is",
        "daesh",
        "islamic state",
        "isis members",
        "isis fighters",
        "isis militants",
        "islamic state group",
        "isis cells",
        "isis terrorists",
        "isis remnants",
    ],
    &[
        "syrian arab army",
        "saa",
        "syrian army",
        "syrian military",
        "army",
        "syrian troops",
        "government forces",
        "syrian government forces",
        "syrian forces",
        "government troops",
        "regime forces",
        "regime",
        "pro government forces",
    ],
    &["syrian democratic forces", "sdf"],
    &["national defense forces", "ndf"],
    &["hayat tahrir al sham", "hts", "jabhat al nusra", "al nusra front"],
    &["russian aerospace forces", "russian air force", "russian warplanes", "russian jets", "vks"],
    &["us led coalition", "international coalition", "coalition", "global coalition"],
    &["turkish army", "turkish military", "turkish armed forces", "turkish forces", "turkey", "ankara"],
    &["us state department", "state department"],
    &[
        "russian military",
        "russian ministry of defense",
        "russian defense ministry",
        "russian troops",
        "russian forces",
        "russia",
    ],
    &["civilians", "civilian", "residents", "villagers", "civilian population", "local residents"],
];

/// Words that do not tell one party from another.
const WEAK: [&str; 22] = [
    "the",
    "a",
    "an",
    "of",
    "its",
    "their",
    "s",
    "group",
    "terrorist",
    "terrorists",
    "militants",
    "militant",
    "fighters",
    "members",
    "cells",
    "forces",
    "troops",
    "units",
    "soldiers",
    "local",
    "source",
    "sources",
];
const WEAK_TOO: [&str; 2] = ["iranian", "backed"];

const UNNAMED: [&str; 8] =
    ["unspecified", "reports", "report", "unknown", "reportedly", "reported", "sources", "it is reported"];

/// True where two names plainly mean the same party: equal, in one alias group, or most of the shorter
/// name's telling words (and a third of the longer one's) are shared.
pub fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (words(Some(a)).join(" "), words(Some(b)).join(" "));
    if a.is_empty() || b.is_empty() || a == b {
        return a == b;
    }
    if ALIASES.iter().any(|group| group.contains(&a.as_str()) && group.contains(&b.as_str())) {
        return true;
    }
    let (a, b) = (telling(&a), telling(&b));
    let shared = a.intersection(&b).count() as f64;
    shared / a.len().min(b.len()) as f64 > 0.66 && shared / a.len().max(b.len()) as f64 >= 0.34
}

fn telling(name: &str) -> BTreeSet<&str> {
    let all: BTreeSet<&str> = name.split(' ').collect();
    let strong: BTreeSet<&str> =
        all.iter().copied().filter(|w| !WEAK.contains(w) && !WEAK_TOO.contains(w)).collect();
    if strong.is_empty() { all } else { strong }
}

/// True where two source chains agree: both empty, both unnamed, or a shared speaker.
pub fn same_source<G: AsRef<str>, S: AsRef<str>>(gold: &[G], system: &[S]) -> bool {
    if gold.is_empty() || system.is_empty() {
        return gold.is_empty() && system.is_empty();
    }
    let is_unnamed = |name: &str| UNNAMED.contains(&name.to_lowercase().as_str());
    let unnamed_system = system.iter().any(|s| is_unnamed(s.as_ref()));
    if gold.iter().any(|g| is_unnamed(g.as_ref())) {
        return unnamed_system;
    }
    gold.iter().any(|g| system.iter().any(|s| same_name(g.as_ref(), s.as_ref())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_party() {
        assert!(same_name("ISIS cells", "Da'esh"));
        assert!(same_name("the Free Syrian Army", "Free Syrian Army"));
        assert!(same_name("Interior Ministry", "Iraqi Interior Ministry"));
        assert!(!same_name("Free Syrian Army", "Free Press"));
        assert!(!same_name("", "army"));
    }

    #[test]
    fn sources_agree_by_any_speaker() {
        assert!(same_source::<&str, &str>(&[], &[]));
        assert!(!same_source::<_, &str>(&["ISIS"], &[]));
        assert!(same_source(&["ISIS", "Amaq"], &["Amaq"]));
        assert!(same_source(&["unspecified"], &["reports"]));
    }
}
