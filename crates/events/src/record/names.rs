//! One speaker under several names: "SOHR", "the Observatory", "the Syrian Observatory for Human Rights",
//! "SOHR head Rami Abdel Rahman".

use ascribe_reading::Outlets;
use std::collections::{BTreeMap, BTreeSet};

/// The name as a key: lower case, without an article or what encloses it.
pub fn key(name: &str) -> String {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let from = usize::from(words.len() > 1 && matches!(words[0].to_lowercase().as_str(), "the" | "a" | "an"));
    words[from..].join(" ").to_lowercase()
}

/// True where one name is the initials of the other, or its last part as names are cut short in a later
/// sentence ("Rahman" for "Salim Rahman").
pub fn short_for(short: &str, long: &str) -> bool {
    initials(short, long) || tail(short, long)
}

fn initials(short: &str, long: &str) -> bool {
    let capitals: String =
        long.split_whitespace().filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
    let short = short.trim_start_matches("the ").trim();
    short.chars().count() >= 3 && short.chars().all(char::is_uppercase) && short == capitals
}

fn tail(short: &str, long: &str) -> bool {
    let (s, l) = (key(short), key(long));
    let proper = short.split_whitespace().any(|w| w.starts_with(char::is_uppercase) && w != "The");
    let within = |word: &str| l.split(' ').any(|w| w == word);
    proper && !s.is_empty() && s.len() < l.len() && s.split(' ').all(within)
}

/// Steps from a short name to the body: "Diallo", "Volta Monitor chief Ana Diallo", "Volta Monitor", "Volta
/// Monitor for Human Rights".
const STEPS: usize = 3;

/// The key of who a speaker is or speaks for: a short name stands for the one longer name among the speakers
/// that it can be short for, an outlet or a monitor of `data/outlets.tsv` has the name that it has there.
pub fn whole(speaker: &str, speakers: &BTreeSet<String>) -> String {
    let mut name = body(speaker).unwrap_or_else(|| speaker.to_owned());
    for _ in 0..STEPS {
        let mut longer: BTreeMap<String, String> = BTreeMap::new();
        for other in speakers.iter().filter(|other| short_for(&name, other)) {
            let other = body(other).unwrap_or_else(|| other.clone());
            longer.insert(key(&other), other);
        }
        // "VMHR", of "VMHR head Ana Diallo", is nothing longer; beside the name in full it says nothing new.
        longer.remove(&key(&name));
        let all: Vec<String> = longer.values().cloned().collect();
        longer.retain(|_, short| !all.iter().any(|long| short_for(short, long)));
        match longer.pop_first() {
            Some((_, other)) if longer.is_empty() => name = other,
            _ => break,
        }
    }
    key(&known(&name).unwrap_or(name))
}

fn known(name: &str) -> Option<String> {
    Outlets::known().by_name(name).map(|outlet| outlet.name.clone())
}

const SPEAKS_FOR: &str = include_str!("../../../../data/names/speaks-for.txt");
/// Words between an office and the body it belongs to: "head of the Volta Monitor".
const OF: [&str; 4] = ["of", "for", "at", "with"];
/// Words that end the name of a body: "head of the Volta Monitor in Gao".
const ENDS: [&str; 6] = ["in", "on", "who", "said", "told", "speaking"];

/// The body that somebody speaks for: the Volta Monitor, of "Volta Monitor chief Ana Diallo", "the Volta
/// Monitor's director" and "Ana Diallo, director of the Volta Monitor"; nobody, of "police chief" (any) and
/// "former Volta Monitor chief".
pub fn body(name: &str) -> Option<String> {
    let name = name.replace(['\u{2019}', ','], "\u{27}").replace("\u{27}s ", " ").replace('\u{27}', " ");
    let words: Vec<&str> = name.split_whitespace().collect();
    let office = words.iter().position(|w| speaks_for(w))?;
    if words.iter().any(|w| matches!(w.to_lowercase().as_str(), "former" | "ex" | "deputy")) {
        return None;
    }
    let after = &words[office + 1..];
    let body = match after.first().filter(|w| OF.contains(w)) {
        Some(_) => after[1..].split(|w| ENDS.contains(w)).next().unwrap_or_default(),
        None => {
            let written_large = words[..office].iter().position(|w| w.starts_with(char::is_uppercase))?;
            &words[written_large..office]
        }
    };
    let body = body.iter().filter(|w| !w.eq_ignore_ascii_case("the")).copied().collect::<Vec<_>>().join(" ");
    // "Malian spokesman" may be anybody of that country, "VMHR spokesman" is not.
    let names_one = body.contains(' ') || (body.len() >= 3 && body.chars().all(char::is_uppercase));
    (body.contains(char::is_uppercase) && (names_one || known(&body).is_some())).then_some(body)
}

fn speaks_for(word: &str) -> bool {
    let word = word.to_lowercase();
    SPEAKS_FOR.lines().filter(|line| !line.starts_with('#')).any(|line| line == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names() {
        assert_eq!(key("The \"Volta Monitor\""), "volta monitor");
        assert!(short_for("VMHR", "Volta Monitor for Human Rights"));
        assert!(short_for("the Monitor", "Volta Monitor for Human Rights"));
        assert!(!short_for("medics", "medics of the Red Crescent"), "no name");
        assert!(!short_for("Army", "Volta Monitor"));
    }

    #[test]
    fn who_somebody_speaks_for() {
        for name in [
            "Volta Monitor chief Ana Diallo",
            "the Volta Monitor's director",
            "Ana Diallo, director of the Volta Monitor",
            "spokesman for the Volta Monitor in Gao",
        ] {
            assert_eq!(body(name).as_deref(), Some("Volta Monitor"), "{name}");
        }
        assert_eq!(body("VMHR head Ana Diallo").as_deref(), Some("VMHR"));
        for name in
            ["police chief", "Malian spokesman", "former Volta Monitor chief Ana Diallo", "Ana Diallo"]
        {
            assert_eq!(body(name), None, "{name}");
        }
    }
}
