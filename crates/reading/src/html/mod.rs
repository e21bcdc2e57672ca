//! Web pages: main content by trafilatura, comments and metadata by our own readers, offsets by alignment.

mod align;
mod comments;
mod content;
mod depth;
mod jsonld;
mod meta;
mod rescue;
mod scan;

use crate::draft::{Draft, Known, passage};
use crate::sourcemap::compose;
use crate::text::{Block, Facts, Marker, read_blocks};
use align::Letters;
use ascribe_model::{Note, Passage, PassageKind, SourceRun, Span};
use content::{Line, Shape, lines};
use scraper::Html;

/// Larger pages are read as plain lines: no article has them, and tree builders need many times the size.
const MAX_TREE: usize = 12 << 20;

/// Reads decoded HTML; what `known` states goes before what the page says.
pub(crate) fn read(source: &str, known: &Known) -> Draft {
    if source.len() > MAX_TREE {
        let mut draft = assemble(
            source,
            meta::Head { known: known.clone(), ..Default::default() },
            lines(source),
            Vec::new(),
        );
        let message = "the page is very large; its text was read without telling menus from the report";
        draft.notes.push(Note { code: "large_page".into(), message: message.into() });
        return draft;
    }
    let (capped, capped_map) = depth::cap(source);
    let page = Html::parse_document(&capped);
    let head = meta::read(&page, known);
    let options = trafilatura::Options::default().with_fallback(true);
    let (body, other) = match trafilatura::extract(&capped, &options) {
        Ok(found) => (rescue::rescue(&page, lines(&found.content_html)), lines(&found.comments_html)),
        Err(_) => (lines(&capped), Vec::new()),
    };
    let mut comments = comments::read(&page);
    if comments.is_empty() {
        let each = |line: Line| comments::Comment { author: None, words: vec![line.words] };
        comments.extend(other.into_iter().map(each));
    }
    let mut draft = assemble(&capped, head, body, comments);
    if !capped_map.is_empty() {
        draft.source_map = mapped(compose(&draft.source_map, &capped_map));
        let message = "the page is nested very deeply; its innermost tags were passed over";
        draft.notes.push(Note { code: "deep_page".into(), message: message.into() });
    }
    draft
}

/// The text of a report under construction, with its runs in the source.
struct Builder<'a> {
    source: &'a str,
    letters: Letters,
    text: String,
    runs: Vec<SourceRun>,
}

impl Builder<'_> {
    fn push(&mut self, words: &str) -> Span {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let span = Span::new(self.text.len(), self.text.len() + words.len());
        self.runs.extend(self.letters.find(words, span.start, self.source));
        self.text.push_str(words);
        span
    }
}

/// Title, body and comments as one text with passages.
fn assemble(source: &str, head: meta::Head, body: Vec<Line>, comments: Vec<comments::Comment>) -> Draft {
    let mut build = Builder { source, letters: Letters::of(source), text: String::new(), runs: Vec::new() };
    let mut passages: Vec<Passage> = Vec::new();
    if let Some(title) = &head.known.title {
        passages.push(passage(PassageKind::Title, build.push(title)));
    }
    let blocks: Vec<Block> = body.iter().map(|line| block(&mut build, line)).collect();
    let facts = Facts { byline: head.byline, updated: head.updated, themes: head.themes, ..Facts::default() };
    let mut draft = read_blocks(&build.text, blocks, facts, &head.known);
    for comment in comments {
        let spans: Vec<Span> = comment.words.iter().map(|words| build.push(words)).collect();
        if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
            let kind = PassageKind::Comment;
            passages.push(Passage { kind, span: first.join(*last), author: comment.author });
        }
    }
    draft.passages.extend(passages);
    draft.passages.sort_by_key(|p| (p.span.start, p.span.end));
    draft.text = build.text;
    draft.source_map = mapped(build.runs);
    draft.language = head.language;
    draft
}

/// An empty map would say that the text is the source; one empty run says that nothing of it is.
fn mapped(mut runs: Vec<SourceRun>) -> Vec<SourceRun> {
    if runs.is_empty() {
        runs.push(SourceRun { text: 0, source: 0, len: 0 });
    }
    runs
}

fn block(build: &mut Builder, line: &Line) -> Block {
    let marker = match line.shape {
        Shape::Heading(level) => Marker::Heading(level),
        Shape::Item => Marker::Bullet,
        Shape::Caption => Marker::Caption,
        Shape::Paragraph => Marker::None,
    };
    Block { span: build.push(&line.words), indent: 2 * line.lists, marker, gap: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_model::Report;

    const PAGE: &str = "<!doctype html><html lang=\"en-GB\"><head><title>Raid on the coast | Valley Post</title>
        <meta property=\"og:site_name\" content=\"Valley Post\"><link rel=canonical href=\"http://valleypost.example/1\">
        <script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Raid on the coast\",
        \"datePublished\":\"2020-04-11T08:00:00Z\",\"author\":{\"name\":\"Jane Doe\"}}</script></head><body>
        <nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>
        <article><h1>Raid on the coast</h1>
        <p>HARBOUR TOWN (Reuters) - Gunmen attacked a police post on the coast road on Monday, the governor&rsquo;s office
        said in a statement, and killed two officers who had been on night duty there.</p>
        <h2>Second attack</h2>
        <p>A second group set fire to a fuel depot <b>east of the town</b>, according to residents, who said that the fire
        burned until the evening and that nobody was hurt in it, although the smoke was seen from far away.</p>
        <p>No group has claimed responsibility for either of the two attacks, which came three days after the ceasefire.</p>
        </article><section id=comments><ol><li class=comment><cite class=fn>Anna</cite><p>They say 40 soldiers died!</p></li></ol></section>
        </body></html>";

    #[test]
    fn a_page_gives_a_report_that_leads_back() {
        let draft = read(PAGE, &Known::default());
        let meta = &draft.metadata;
        assert_eq!(meta.title.as_deref(), Some("Raid on the coast"));
        assert_eq!(meta.publisher.as_deref(), Some("Valley Post"));
        assert_eq!(meta.original_publisher.as_deref(), Some("Reuters"));
        assert_eq!(meta.published.map(|d| d.to_string()).as_deref(), Some("2020-04-11"));
        assert_eq!(meta.byline.as_deref(), Some("Jane Doe"));
        assert_eq!(draft.url.as_deref(), Some("http://valleypost.example/1"));
        let of = |kind| {
            draft
                .passages
                .iter()
                .filter(|p| p.kind == kind)
                .map(|p| p.span.of(&draft.text))
                .collect::<Vec<_>>()
        };
        let body = of(PassageKind::Body);
        assert_eq!(body.len(), 3, "{body:#?}");
        assert!(body[0].starts_with("Gunmen attacked") && body[0].contains("governor’s office"));
        assert_eq!(of(PassageKind::Heading), ["Second attack"]);
        assert_eq!(of(PassageKind::Comment).len(), 1);
        let report =
            Report { text: draft.text.clone(), source_map: draft.source_map.clone(), ..Report::default() };
        for words in ["Gunmen", "Second attack", "east of the town", "ceasefire"] {
            let at = report.text.find(words).expect("in the text");
            let source = crate::source_offset(&report, at);
            assert!(PAGE[source..].starts_with(words), "{words}: {}", &PAGE[source..source + 20]);
        }
    }

    #[test]
    fn deep_nesting_neither_fails_nor_takes_long() {
        let started = std::time::Instant::now();
        let page = format!(
            "<html><body>{}<p>Two men died near the bridge on Monday, police said.</p>",
            "<div>".repeat(10_000)
        );
        let draft = read(&page, &Known::default());
        assert!(draft.text.contains("Two men died near the bridge"));
        assert!(draft.notes.iter().any(|n| n.code == "deep_page"));
        for piece in ["<b>", "<table>", "<ul><li>", "<font size=1>", "<p>", "<a href=x>", "</div>", "<div"] {
            read(&piece.repeat(10_000), &Known::default());
        }
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }
}
