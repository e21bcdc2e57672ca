//! Front matter: `key: value` lines between two lines of `---` at the top of a Markdown file.

use super::facts::Facts;
use crate::dates::parse_date;
use ascribe_model::Span;

/// The block and what it states.
pub(crate) struct Front {
    pub span: Span,
    pub facts: Facts,
}

/// Reads the front matter, if the text opens with one. At most 100 lines.
pub(crate) fn read(text: &str) -> Option<Front> {
    let lead = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    let rest = text.get(lead..)?;
    let mut lines = rest.split_inclusive('\n');
    let open = lines.next().filter(|l| l.trim_end() == "---")?;
    let mut at = lead + open.len();
    let mut facts = Facts::default();
    for line in lines.take(100) {
        at += line.len();
        let line = line.trim_end();
        if line == "---" || line == "..." {
            let span = Span::new(lead, at - (text.get(..at)?.len() - text.get(..at)?.trim_end().len()));
            return Some(Front { span, facts });
        }
        note(&mut facts, line);
    }
    None
}

fn note(facts: &mut Facts, line: &str) {
    let Some((key, value)) = line.split_once(':') else { return };
    let value = value.trim().trim_matches(['"', '\'']).trim();
    if value.is_empty() {
        return;
    }
    let list = || value.trim_matches(['[', ']']).split(',').map(|v| v.trim().trim_matches('"').to_string());
    match key.trim().to_ascii_lowercase().as_str() {
        "title" => facts.title = Some(value.into()),
        "date" | "published" | "pubdate" | "published_at" => {
            facts.published = facts.published.or(parse_date(value))
        }
        "updated" | "modified" => facts.updated = parse_date(value),
        "author" | "by" | "byline" => facts.byline = Some(value.into()),
        "publisher" | "site" | "sitename" | "site_name" | "hostname" => facts.publisher = Some(value.into()),
        "source" if !value.contains("://") => facts.sources.push(value.into()),
        "url" | "link" | "canonical" | "permalink" | "source" => facts.url = Some(value.into()),
        "region" | "country" | "location" => facts.region.extend(list()),
        "tags" | "categories" | "category" | "topics" => facts.themes.extend(list()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read() {
        let text =
            "---\nlayout: post\ntitle: \"Raid on the coast\"\ndate: 2025-04-21\ntags: [a, b]\n---\n\nBody.";
        let front = read(text).expect("front matter");
        assert_eq!(front.span.of(text).lines().count(), 6);
        assert_eq!(front.facts.title.as_deref(), Some("Raid on the coast"));
        assert_eq!(front.facts.published.map(|d| d.to_string()).as_deref(), Some("2025-04-21"));
        assert_eq!(front.facts.themes, ["a", "b"]);
        assert!(read("--- a rule\ntitle: x\n---\n").is_none());
        assert!(read("---\ntitle: never closed\n").is_none());
    }
}
