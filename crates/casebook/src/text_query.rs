//! What a person types into a search box, as a full-text query that can never be a syntax error.

/// Every word must occur; `"words in quotes"` must stand side by side; a trailing `*` matches
/// beginnings. `None` where the input holds no word.
pub(crate) fn full_text(input: &str) -> Option<String> {
    let mut terms = Vec::new();
    // Pieces at odd places stood between quotation marks.
    for (at, piece) in input.split(['"', '“', '”']).enumerate() {
        if at % 2 == 1 {
            terms.extend(term(piece, false));
        } else {
            terms.extend(piece.split_whitespace().filter_map(|word| term(word, word.ends_with('*'))));
        }
    }
    (!terms.is_empty()).then(|| terms.join(" "))
}

fn term(words: &str, beginning: bool) -> Option<String> {
    let letters: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    letters
        .contains(char::is_alphanumeric)
        .then(|| format!("\"{}\"{}", letters.trim_end_matches('*'), if beginning { "*" } else { "" }))
}

/// A `LIKE` pattern for "contains", with the wildcards of the input taken literally (`ESCAPE '\'`).
pub(crate) fn contains(input: &str) -> String {
    let mut pattern = String::from("%");
    for c in input.trim().chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries() {
        let check = |input: &str, expected: Option<&str>| {
            assert_eq!(full_text(input).as_deref(), expected, "{input}");
        };
        check("market strike", Some("\"market\" \"strike\""));
        check("“car bomb” Aleppo", Some("\"car bomb\" \"Aleppo\""));
        check("shell*", Some("\"shell\"*"));
        check("AND OR NOT (", Some("\"AND\" \"OR\" \"NOT\""));
        check("quote: -x", Some("\"quote:\" \"-x\""));
        check("un\"closed quote", Some("\"un\" \"closed quote\""));
        check(" — ", None);
        check("", None);
    }

    #[test]
    fn like_takes_wildcards_literally() {
        assert_eq!(contains("50%_x"), "%50\\%\\_x%");
    }
}
