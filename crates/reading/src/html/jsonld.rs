//! What a page's JSON-LD states about the article.

use serde_json::Value;

/// The fields that matter, of the first article-like object.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Article {
    pub headline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub publisher: Option<String>,
    pub original: Option<String>,
    pub authors: Vec<String>,
    pub url: Option<String>,
    pub section: Vec<String>,
}

/// Most nested values that are looked at in one block.
const MAX_STEPS: usize = 20_000;

impl Article {
    /// Reads one `application/ld+json` block; broken ones are passed over.
    pub fn read(block: &str) -> Option<Article> {
        let value: Value =
            serde_json::from_str(block.trim()).or_else(|_| serde_json::from_str(&tidy(block))).ok()?;
        let mut waiting = vec![&value];
        let mut steps = 0;
        while let Some(value) = waiting.pop() {
            steps += 1;
            if steps > MAX_STEPS {
                return None;
            }
            match value {
                Value::Array(items) => waiting.extend(items.iter().rev()),
                Value::Object(fields) if is_article(value) => return Some(article(fields)),
                Value::Object(fields) => {
                    let inside = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item"];
                    waiting.extend(inside.iter().rev().filter_map(|key| fields.get(*key)));
                }
                _ => {}
            }
        }
        None
    }
}

/// Line feeds inside strings and CDATA marks are common faults.
fn tidy(block: &str) -> String {
    let block = block.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>");
    block.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn is_article(value: &Value) -> bool {
    let article = |v: &Value| {
        v.as_str().is_some_and(|t| {
            t.ends_with("Article")
                || t == "BlogPosting"
                || t == "Report"
                || t == "LiveBlogPosting"
                || t == "BackgroundNewsArticle"
        })
    };
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(article),
        Some(kind) => article(kind),
        None => false,
    }
}

fn article(fields: &serde_json::Map<String, Value>) -> Article {
    let text = |key: &str| fields.get(key).and_then(name);
    let list = |key: &str| match fields.get(key) {
        Some(Value::Array(items)) => items.iter().filter_map(name).collect(),
        Some(value) => name(value).into_iter().collect(),
        None => Vec::new(),
    };
    Article {
        headline: text("headline").or_else(|| text("name")),
        published: text("datePublished").or_else(|| text("dateCreated")),
        modified: text("dateModified"),
        publisher: text("publisher"),
        original: text("sourceOrganization").or_else(|| text("isBasedOn")),
        authors: list("author"),
        url: text("url").or_else(|| text("mainEntityOfPage")),
        section: list("articleSection"),
    }
}

/// A string, or the name (else address) of an object.
fn name(value: &Value) -> Option<String> {
    let found = match value {
        Value::String(s) => Some(s.as_str()),
        Value::Object(fields) => ["name", "@id", "url"].iter().find_map(|key| fields.get(*key)?.as_str()),
        Value::Array(items) => return items.iter().find_map(name),
        _ => None,
    }?;
    let words = found.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_found_in_graphs() {
        let block = r#"{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Valley Post"},
            {"@type":["NewsArticle"],"headline":"Raid on\n the coast","datePublished":"2020-04-11T08:00:00Z",
             "author":[{"@type":"Person","name":"Jane Doe"}],"publisher":{"@type":"Organization","name":"Valley Post"}}]}"#;
        let found = Article::read(block).expect("an article");
        assert_eq!(found.headline.as_deref(), Some("Raid on the coast"));
        assert_eq!(found.publisher.as_deref(), Some("Valley Post"));
        assert_eq!(found.authors, ["Jane Doe"]);
        assert_eq!(found.published.as_deref(), Some("2020-04-11T08:00:00Z"));
        assert_eq!(Article::read("{\"@type\":\"WebSite\"}"), None);
        assert_eq!(Article::read("{broken"), None);
    }

    #[test]
    fn a_line_feed_in_a_string_is_forgiven() {
        let block = "{\"@type\":\"Article\",\"headline\":\"Raid\non the coast\"}";
        assert_eq!(Article::read(block).and_then(|a| a.headline).as_deref(), Some("Raid on the coast"));
    }
}
