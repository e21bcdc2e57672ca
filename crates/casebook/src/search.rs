//! Full-text search in everything that was read, comments and furniture included.

use crate::{
    Casebook, CasebookError, Filter, Hit, Page, SnippetRun,
    read::{date, named},
    text_query,
};
use ascribe_model::PassageKind;

/// Control characters that mark a hit; a report's own are taken out of the words first.
const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';

impl Casebook {
    /// Passages that hold the words, best first. Uses `text`, `report`, `versions`, `limit` and
    /// `offset` of the filter; no words, no hits.
    pub fn search(&self, filter: &Filter) -> Result<Page<Hit>, CasebookError> {
        let words = filter.text.as_deref().and_then(text_query::full_text);
        let Some(words) = words else {
            return Ok(Page { total: 0, offset: filter.offset, limit: filter.limit, items: vec![] });
        };
        let tables =
            "passage_text JOIN passage p ON p.n = passage_text.rowid JOIN report r ON r.n = p.report";
        let columns = "r.id, r.title, r.outlet, r.anchor, p.kind, p.start, p.\"end\",
            snippet(passage_text, 0, char(2), char(3), '…', 40) AS snippet";
        let conditions = filter.on_passages(words);
        // Equal ranks are put in an order of their own, so that pages never overlap.
        let order = "passage_text.rank, r.id, p.position";
        self.page(columns, tables, &conditions, order, filter, |r| {
            Ok(Hit {
                report: r.get("id")?,
                title: r.get("title")?,
                outlet: r.get("outlet")?,
                published: date(r, "anchor")?,
                kind: named(r.get("kind")?).unwrap_or(PassageKind::Furniture),
                start: r.get("start")?,
                end: r.get("end")?,
                snippet: runs(&r.get::<_, String>("snippet")?),
            })
        })
    }
}

fn runs(marked: &str) -> Vec<SnippetRun> {
    let mut found = Vec::new();
    for piece in marked.split(OPEN) {
        match piece.split_once(CLOSE) {
            Some((hit, rest)) => {
                found.push(SnippetRun { text: hit.to_owned(), hit: true });
                found.push(SnippetRun { text: rest.replace(CLOSE, ""), hit: false });
            }
            None => found.push(SnippetRun { text: piece.to_owned(), hit: false }),
        }
    }
    found.retain(|run| !run.text.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippet_becomes_runs() {
        let run = |text: &str, hit| SnippetRun { text: text.to_owned(), hit };
        assert_eq!(
            runs("the \u{2}market\u{3} was hit"),
            [run("the ", false), run("market", true), run(" was hit", false)]
        );
        assert_eq!(runs("a \u{3} stray mark"), [run("a ", true), run(" stray mark", false)]);
        assert_eq!(runs(""), []);
    }
}
