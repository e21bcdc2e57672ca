//! One speaker under several names: "SOHR", "the Observatory", "the Syrian Observatory for Human Rights".

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
}
