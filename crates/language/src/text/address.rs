//! Owns addresses inside text: URLs, e-mail addresses, bare domains, file names and newsgroups, which stay
//! one word.

use regex::Regex;
use std::sync::LazyLock;

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        r"^(?i:",
        r"(?:https?|ftp)://\S+",
        r"|www\.\S+",
        r"|(?:mailto:)?[\w.+%-]+@[\w-]+(?:\.[\w-]+)*",
        r"|[\w-]*\.(?:docx?|pdf|ppt|xls|html?|txt|jpe?g|png|zip)",
        r"|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.",
        r"(?:com|org|net|gov|edu|int|mil|info|biz|tv|me|io|co\.uk|org\.uk|ru|sy|ua|iq|ir|af|de|fr|eu|ly|pk|in|us|uk)",
        r"(?:/[^\s<>\x22]*)?",
        // "comp.sources.misc", a newsgroup or a package.
        r"|(?-i:[a-z]{2,}(?:\.[a-z][a-z-]+){2,})",
        r")"
    );
    Regex::new(pattern).expect("the pattern is a constant that a test compiles")
});

static FILE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\.(?i:docx?|pdf|ppt|xls|html?|txt|jpe?g|png|zip)$")
        .expect("the pattern is a constant that a test compiles")
});

/// Bytes of the address that `chunk` begins with, without closing punctuation.
pub fn length(chunk: &str) -> Option<usize> {
    let shaped = chunk.contains("://") || chunk.contains('@') || chunk.contains('.');
    let found = if shaped { ADDRESS.find(chunk)?.end() } else { return None };
    let mut end = found;
    while let Some(last) = chunk[..end].chars().next_back() {
        let open = last == ')' && chunk[..end].contains('(');
        if open
            || !matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '\'' | '"' | '”' | '’' | '>'
            )
        {
            break;
        }
        end -= last.len_utf8();
    }
    let address = &chunk[..end];
    let ended = chunk[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    // "end.In" and "dead.me" are two sentences without a space: a bare domain is all lower case after the
    // first dot, and its ending is not a common word.
    let bare = !address.contains("://")
        && !address.contains('@')
        && !address.to_ascii_lowercase().starts_with("www.");
    let tail = address.split('/').next().and_then(|host| host.rsplit('.').next()).unwrap_or("");
    let doubtful = bare
        && !FILE.is_match(address)
        && (tail.starts_with(char::is_uppercase) || matches!(tail, "in" | "us" | "me" | "de"));
    (address.contains(['.', '/', '@']) && ended && !doubtful).then_some(end)
}

#[cfg(test)]
mod tests {
    #[test]
    fn addresses_end_before_punctuation() {
        let check = |chunk: &str, expected: Option<&str>| {
            assert_eq!(super::length(chunk).map(|n| &chunk[..n]), expected, "{chunk}");
        };
        check("https://example.org/a?b=1).", Some("https://example.org/a?b=1"));
        check("desk@example.org,", Some("desk@example.org"));
        check("example.com.", Some("example.com"));
        check("Desk@BUREAU", Some("Desk@BUREAU"));
        check("Wire_Report.doc)", Some("Wire_Report.doc"));
        check("alt.radio.amateur,", Some("alt.radio.amateur"));
        check("fled.documents", None);
        check("killed.In", None);
        check("U.S.", None);
        check("3.5", None);
        check("here.", None);
    }
}
