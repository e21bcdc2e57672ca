//! JSON Lines and single JSON objects: one report each.

use crate::dates::parse_date;
use crate::draft::Known;
use crate::reader::{Origin, finish};
use crate::{html, text};
use ascribe_model::{Note, Report, SetAside};
use serde_json::Value;
use std::io::{BufRead, Read};

/// The longest line that is read; a longer one is set aside, and memory stays bounded.
const MAX_LINE: u64 = 256 << 20;

/// Reads reports line by line and hands each to `sink` at once, so that memory is that of one line.
/// A broken line is set aside with its number and the rest goes on; an error of the reader ends it.
pub fn read_lines(origin: &str, mut lines: impl BufRead, sink: &mut dyn FnMut(Result<Report, SetAside>)) {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let broken = |reason: String, remedy: &str| SetAside {
            origin: origin.into(),
            line: Some(number),
            reason,
            remedy: remedy.into(),
        };
        match (&mut lines).take(MAX_LINE).read_until(b'\n', &mut line) {
            Ok(0) => return,
            Ok(read) if read as u64 == MAX_LINE && line.last() != Some(&b'\n') => {
                let reason = format!("the line is longer than {} MB", MAX_LINE >> 20);
                sink(Err(broken(reason, "split the report, or check that lines end in a line feed")));
                if skip_line(&mut lines).is_err() {
                    return;
                }
            }
            Ok(_) => {
                let content = strip(&line, number);
                if !content.is_empty() {
                    sink(object(origin, Some(number), content));
                }
            }
            Err(error) => {
                let remedy = "the lines before it were read; check the file and read it again";
                sink(Err(broken(format!("reading stopped: {error}"), remedy)));
                return;
            }
        }
    }
}

/// Reads on to the end of the line without keeping it.
fn skip_line(lines: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = lines.fill_buf()?;
        let (used, done) = match buffer.iter().position(|&b| b == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        lines.consume(used);
        if done {
            return Ok(());
        }
    }
}

/// The line without white space and, in the first, without a byte order mark.
fn strip(line: &[u8], number: usize) -> &[u8] {
    let line = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
    line.trim_ascii()
}

/// One JSON object as a report. `line` is its number in JSON Lines.
pub(crate) fn object(origin: &str, line: Option<usize>, bytes: &[u8]) -> Result<Report, SetAside> {
    let broken = |reason: String, remedy: &str| SetAside {
        origin: origin.into(),
        line,
        reason,
        remedy: remedy.into(),
    };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut notes = Vec::new();
    // Strings may hold bytes of another encoding; the JSON around them is ASCII.
    let decoded = String::from_utf8_lossy(bytes);
    if let std::borrow::Cow::Owned(_) = decoded {
        let message = "some bytes are not valid UTF-8 and were replaced by \u{fffd}; save the file as UTF-8 to keep them";
        notes.push(Note { code: "invalid_bytes".into(), message: message.into() });
    }
    let value: Value = serde_json::from_str(&decoded).map_err(|error| {
        let column = if line.is_some() {
            format!("column {}", error.column())
        } else {
            format!("line {}, column {}", error.line(), error.column())
        };
        broken(
            format!("this is not valid JSON ({column}: {})", message(&error)),
            "write one JSON object with a \"text\" or \"html\" field",
        )
    })?;
    let Value::Object(fields) = value else {
        return Err(broken(
            "this is JSON, but not an object".into(),
            "write one JSON object {\"text\": …} for each report",
        ));
    };
    let field = |name: &str| match fields.get(name) {
        Some(Value::String(s)) if !s.trim().is_empty() => Some(s.clone()),
        Some(Value::Number(n)) => Some(n.to_string()),
        _ => None,
    };
    let published = field("published");
    let known = Known {
        url: field("url"),
        title: field("title").map(|t| t.split_whitespace().collect::<Vec<_>>().join(" ")),
        publisher: field("publisher"),
        original_publisher: field("original_publisher"),
        published: published.as_deref().and_then(parse_date),
    };
    if let Some(text) = published.filter(|_| known.published.is_none()) {
        let message = format!(
            "\"published\" is \"{}\", which is no date that is understood; write 2020-04-11",
            short(&text)
        );
        notes.push(Note { code: "date_not_understood".into(), message });
    }
    let mut draft = match (field("text"), field("html")) {
        (Some(plain), _) => text::read(&plain, &known),
        (None, Some(page)) => html::read(&page, &known),
        (None, None) => {
            return Err(broken(
                "the object has no \"text\" and no \"html\"".into(),
                "put the words of the report in \"text\"",
            ));
        }
    };
    draft.notes.splice(0..0, notes);
    let name = if origin == "-" { "stdin".to_string() } else { origin.to_string() };
    let id = field("id");
    let origin = line.map_or_else(|| name.clone(), |number| format!("{name}:{number}"));
    Ok(finish(draft, Origin { origin, id, bytes, encoding: "UTF-8" }))
}

/// The parser's words without its own "at line 1 column 5".
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_string()
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(input: &[u8]) -> Vec<Result<Report, SetAside>> {
        let mut found = Vec::new();
        read_lines("news.jsonl", input, &mut |outcome| found.push(outcome));
        found
    }

    #[test]
    fn a_broken_line_is_told_and_the_rest_goes_on() {
        let found = all(b"\xef\xbb\xbf{\"id\":\"a\",\"text\":\"Two men were killed.\"}\r\n\n{\"id\":\"b\",\n{\"text\":\"One man fled.\"}\n[1]\n{\"id\":\"c\"}");
        assert_eq!(found.len(), 5);
        assert_eq!(found[0].as_ref().map(|r| (r.id.as_str(), r.origin.as_str())), Ok(("a", "news.jsonl:1")));
        let aside = found[1].as_ref().expect_err("a broken line");
        assert_eq!((aside.line, aside.origin.as_str()), (Some(3), "news.jsonl"));
        assert!(aside.reason.contains("column 10"), "{}", aside.reason);
        assert_eq!(found[2].as_ref().map(|r| r.id.len()), Ok(12));
        assert!(found[3].as_ref().is_err_and(|s| s.reason.contains("not an object")));
        assert!(found[4].as_ref().is_err_and(|s| s.line == Some(6) && s.reason.contains("no \"text\"")));
    }

    #[test]
    fn fields_go_before_the_page() {
        let line = br#"{"id": 7, "url": "http://x.example/1", "publisher": "Valley Post", "published": "April 11, 2020",
            "title": "Raid", "text": "By Jane Doe\n\nHill Radio, April 10, 2020\n\nTwo men were killed in a raid on the coast."}"#;
        let report = object("a.json", None, line).expect("an object");
        assert_eq!(report.id, "7");
        assert_eq!(report.metadata.publisher.as_deref(), Some("Valley Post"));
        assert_eq!(report.metadata.published.map(|d| d.to_string()).as_deref(), Some("2020-04-11"));
        assert_eq!(report.metadata.byline.as_deref(), Some("Jane Doe"));
        assert_eq!(
            report.body().map(|p| report.words(p.span)).collect::<Vec<_>>(),
            ["Two men were killed in a raid on the coast."]
        );
    }

    #[test]
    fn a_date_that_is_not_understood_is_noted() {
        let report =
            object("a.json", None, br#"{"published":"3/4/2020","text":"Two men died."}"#).expect("an object");
        assert_eq!(report.notes[0].code, "date_not_understood");
        assert_eq!(report.metadata.published, None);
        let report = object("a.json", None, br#"{"text":"Two men died."}"#).expect("an object");
        assert!(report.notes.is_empty());
    }
}
