//! What holds for any input: no panic, spans in order on character boundaries, maps that lead back.

use ascribe_model::{Report, Span};
use ascribe_reading::{Input, parse_date, read, source_offset};
use proptest::prelude::*;

/// Checks a report of a text format whose decoded source is `source`.
fn sound(report: &Report, source: Option<&str>) {
    let mut end = 0;
    for passage in &report.passages {
        let Span { start, end: stop } = passage.span;
        assert!(start >= end, "passages overlap or are out of order: {:#?}", report.passages);
        assert!(start < stop, "an empty passage: {passage:?}");
        let words = report.text.get(start..stop).expect("spans lie on character boundaries");
        assert!(!words.trim().is_empty());
        end = stop;
    }
    assert_eq!(report.hash.len(), 64);
    let mut last = 0;
    for run in &report.source_map {
        assert!(run.text >= last && run.text + run.len <= report.text.len(), "{run:?}");
        last = run.text + run.len;
        if let Some(source) = source {
            assert_eq!(report.text.get(run.text..last), source.get(run.source..run.source + run.len));
        }
    }
    if let Some(source) = source {
        for (at, _) in report.text.char_indices() {
            assert!(source.is_char_boundary(source_offset(report, at)));
        }
    }
}

fn check(origin: &str, bytes: &[u8], source: Option<&str>) {
    let reading = read(&Input { origin, bytes });
    assert!(!reading.reports.is_empty() || !reading.set_aside.is_empty());
    for report in &reading.reports {
        sound(report, source);
    }
    for aside in &reading.set_aside {
        assert!(!aside.reason.is_empty() && !aside.remedy.is_empty());
    }
    let again = read(&Input { origin, bytes });
    assert_eq!(again.reports, reading.reports);
}

/// Pieces that pages are made of, to reach further than random letters do.
fn page() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "# Raid on the coast",
        "By Jane Doe",
        "Valley Post, April 11, 2020",
        "Reuters 10 April 2020",
        "Region: Asia",
        "KABUL (Reuters) - Two soldiers were killed on Monday, the governor said.",
        "• Anna",
        "    They lie!",
        "  * item [a](http://b.c) *d*",
        "Do you like this content?",
        "Copyright © X, 2019",
        "3 Comments",
        "Reply",
        "Anna says:",
        "2 hours ago",
        "***",
        "---",
        "title: x",
        "\u{2028}",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        "…",
        "“",
        "é",
        "== Sources ==",
        "(CNN)",
        "... 832",
        "1.",
        "[Text]",
        "Note to readers: please share.",
        "2,350 $",
        "\\*",
        "[[a|b]]",
        "<b>",
        "</p>",
        "<p>",
        "<div>",
        "&amp;",
        "&#8217;",
        "<!--",
        "<script>",
        "The army denied it.",
        "a",
        " ",
        "'",
        "-- ",
        "<li class=comment>",
        "<h1>Raid</h1>",
        "{\"@type\":\"NewsArticle\"}",
        "<script type=\"application/ld+json\">",
    ]);
    prop::collection::vec(prop_oneof![4 => pieces.prop_map(String::from), 1 => ".{0,12}"], 0..40)
        .prop_map(|pieces| pieces.concat())
}

/// A file has one byte order mark; a second is a character of the text.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_read_or_set_aside(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for origin in ["a.txt", "a.html", "a.jsonl", "a.json", "-"] {
            check(origin, &bytes, None);
        }
    }

    #[test]
    fn any_text_is_read(text in page()) {
        check("a.txt", text.as_bytes(), Some(without_mark(&text)));
    }

    #[test]
    fn any_page_is_read(text in page()) {
        check("a.html", text.as_bytes(), Some(without_mark(&text)));
    }

    #[test]
    fn any_line_is_read(text in page(), title in ".{0,20}", published in ".{0,20}") {
        let line = serde_json::json!({"text": text, "title": title, "published": published}).to_string();
        check("a.jsonl", line.as_bytes(), Some(&text));
        let line = serde_json::json!({"html": text, "publisher": title}).to_string();
        check("a.jsonl", line.as_bytes(), Some(&text));
    }

    #[test]
    fn any_date_is_read_or_not(text in "[0-9A-Za-z ,./'-]{0,24}") {
        parse_date(&text);
    }
}

#[test]
fn a_second_mark_is_text() {
    let text = "\u{feff}\u{feff} Two died.";
    check("a.txt", text.as_bytes(), Some(without_mark(text)));
}

#[test]
fn a_furniture_line_inside_a_comment_parts_it() {
    let text = "KABUL (Reuters) - Two soldiers were killed on Monday, the governor said.\u{b}0 Anna says:\u{2028}\
                # Raid on the coast<li class=comment># Raid on the coast\u{2028}Do you like this content?3 \
                Comments***\u{b}\u{2b9}\u{b}\u{2022} AnnaAnna says:\u{2028}";
    check("a.txt", text.as_bytes(), None);
}
