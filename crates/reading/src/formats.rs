//! The table of input formats, and how the format of some bytes is found.

/// One input format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Short name (`html`).
    pub name: &'static str,
    /// File name endings, without the leading dot.
    pub extensions: &'static [&'static str],
    /// One line for help texts.
    pub about: &'static str,
    /// How to read it.
    pub(crate) kind: Kind,
}

/// Which reader takes the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Html,
    JsonLines,
    Json,
}

/// Every format that can be read. All may also be gzipped, with `.gz` at the end of the name or without.
pub const FORMATS: &[Format] = &[
    Format {
        name: "text",
        extensions: &["txt", "text"],
        about: "plain text of one report, as copied from a page",
        kind: Kind::Text,
    },
    Format {
        name: "markdown",
        extensions: &["md", "markdown"],
        about: "text with Markdown or wiki marks",
        kind: Kind::Text,
    },
    Format {
        name: "html",
        extensions: &["html", "htm", "xhtml"],
        about: "one web page as saved",
        kind: Kind::Html,
    },
    Format {
        name: "jsonl",
        extensions: &["jsonl", "ndjson"],
        about: "one report a line, as a JSON object with a text or html field",
        kind: Kind::JsonLines,
    },
    Format {
        name: "json",
        extensions: &["json"],
        about: "one report as a JSON object with a text or html field",
        kind: Kind::Json,
    },
];

/// The format that a file name promises; `.gz` at its end is ignored.
pub(crate) fn by_name(name: &str) -> Option<&'static Format> {
    let lower = name.to_ascii_lowercase();
    let stem = lower.strip_suffix(".gz").unwrap_or(&lower);
    let (_, extension) = stem.rsplit_once('.')?;
    FORMATS.iter().find(|f| f.extensions.contains(&extension))
}

/// The reader for bytes without a telling name: JSON and HTML show in the first characters.
pub(crate) fn sniff(bytes: &[u8]) -> Kind {
    let head = bytes.get(..bytes.len().min(2048)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.starts_with('{') {
        let first_line = bytes.split(|&b| b == b'\n').find(|l| !l.trim_ascii().is_empty()).unwrap_or(bytes);
        let whole_object = serde_json::from_slice::<serde::de::IgnoredAny>(first_line).is_ok();
        let broken_first_line = first_line.trim_ascii().len() > 1 && !whole_object && several_lines(bytes);
        return if whole_object || broken_first_line { Kind::JsonLines } else { Kind::Json };
    }
    let lower = head.to_ascii_lowercase();
    let html = ["<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<div", "<p>", "<!--"];
    if html.iter().any(|mark| lower.starts_with(mark)) || lower.contains("<html") {
        return Kind::Html;
    }
    Kind::Text
}

/// True where at least one further line opens an object: JSON Lines whose first line is broken.
fn several_lines(bytes: &[u8]) -> bool {
    bytes.split(|&b| b == b'\n').skip(1).any(|line| line.trim_ascii_start().starts_with(b"{\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_formats() {
        let name = |n: &str| by_name(n).map(|f| f.name);
        assert_eq!(name("a/b.txt"), Some("text"));
        assert_eq!(name("b.HTML.gz"), Some("html"));
        assert_eq!(name("b.jsonl.gz"), Some("jsonl"));
        assert_eq!(name("b.md"), Some("markdown"));
        assert_eq!(name("b.pdf"), None);
        assert_eq!(name("README"), None);
    }

    #[test]
    fn contents_give_readers() {
        assert_eq!(sniff(b"  <!DOCTYPE html><p>x"), Kind::Html);
        assert_eq!(sniff(b"{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), Kind::JsonLines);
        assert_eq!(sniff(b"{\n \"text\": \"a\"\n}"), Kind::Json);
        assert_eq!(sniff(b"{\"text\": broken\n{\"text\":\"b\"}\n"), Kind::JsonLines);
        assert_eq!(sniff(b"Two soldiers died."), Kind::Text);
        assert_eq!(sniff(b""), Kind::Text);
    }
}
