//! Owns the shape class of a word: what an uncased vocabulary cannot see. Part of the model's contract.

/// The class, 1 to 9; `first` for the first word of a sentence.
pub fn shape_of(word: &str, first: bool) -> i32 {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    if !word.is_empty() && word.chars().all(|c| c.is_numeric()) {
        return 1;
    }
    if word.chars().any(char::is_numeric) {
        return 2;
    }
    if letters().next().is_none() {
        return 3;
    }
    let upper = letters().any(char::is_uppercase);
    let lower = letters().any(char::is_lowercase);
    match (upper, lower) {
        (false, true) => 4,
        (true, false) if word.chars().count() > 1 => 5,
        (true, false) => 6,
        (true, true) => capitalised(word, first),
        (false, false) => 9,
    }
}

fn capitalised(word: &str, first: bool) -> i32 {
    let mut characters = word.chars();
    let initial = characters.next().is_some_and(char::is_uppercase);
    match initial && !characters.any(char::is_uppercase) {
        true if first => 8,
        true => 7,
        false => 9,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn classes() {
        let check = |word: &str, first: bool, expected: i32| {
            assert_eq!(super::shape_of(word, first), expected, "{word}");
        };
        check("1990", false, 1);
        check("1,200", false, 2);
        check("M4", false, 2);
        check("--", false, 3);
        check("army", true, 4);
        check("FMLN", false, 5);
        check("U.S.", false, 5);
        check("A", true, 6);
        check("Homs", false, 7);
        check("The", true, 8);
        check("McCain", false, 9);
        check("n't", false, 4);
        check("جيش", false, 9);
    }
}
