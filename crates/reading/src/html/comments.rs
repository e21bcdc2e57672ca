//! Readers' comments in a page's markup, each with its author and without the replies to it.

use super::content::lines;
use super::meta::select;
use scraper::{ElementRef, Html, Node, Selector};
use std::collections::BTreeSet;
use trafilatura::dom::NodeId;

/// One comment.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Comment {
    pub author: Option<String>,
    pub words: Vec<String>,
}

/// Markup of one comment in common systems; the first that fits is used for the whole page.
const ITEMS: [&str; 8] = [
    "[itemprop=comment], [itemtype$='schema.org/Comment'], [itemtype$='schema.org/UserComments']",
    "li.comment, div.comment, article.comment",
    "[id^='comment-'][class*=comment]",
    "li.post[id^='post-'] .post-message, .dsq-comment",
    ".comment-item, .comment-body, .comment_item, .commentitem",
    "#comments li, .comments li, .commentlist > li, #comment-list > li",
    "div.commentBody, div.comment-content, div.comment-text",
    ".reader-comment, .user-comment",
];
const AUTHORS: &str = "[itemprop=author], [itemprop=creator], .comment-author .fn, .comment-author, .fn, cite, .author, .username, .user-name, .comment-name, .comment_author";
/// Most comments that are kept of one page.
const MOST: usize = 5000;

/// The comments of a page, in order.
pub(crate) fn read(page: &Html) -> Vec<Comment> {
    let items = ITEMS
        .iter()
        .map(|css| select(page, css).take(MOST).collect::<Vec<_>>())
        .find(|found| !found.is_empty());
    let Some(items) = items else { return Vec::new() };
    let ids: BTreeSet<NodeId> = items.iter().map(|item| item.id()).collect();
    items.iter().filter_map(|item| comment(*item, &ids)).collect()
}

fn comment(item: ElementRef, all: &BTreeSet<NodeId>) -> Option<Comment> {
    let author = Selector::parse(AUTHORS).ok().and_then(|css| {
        let first = item.select(&css).next()?;
        let name = first.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        let name = name.trim_end_matches(" says:").trim_end_matches(':').trim().to_string();
        (!name.is_empty() && name.len() <= 60).then_some(name)
    });
    let words = lines(&without_nested(item, all)).into_iter().map(|line| line.words);
    let words: Vec<String> =
        words.filter(|w| Some(w.as_str()) != author.as_deref() && !is_button(w)).collect();
    let empty = words.iter().all(|w| w.chars().filter(|c| c.is_alphabetic()).count() < 2);
    (!empty).then_some(Comment { author, words })
}

/// The markup of `item` without the comments inside it, written out again for the line reader.
fn without_nested(item: ElementRef, all: &BTreeSet<NodeId>) -> String {
    let mut html = String::new();
    let mut node = *item;
    loop {
        let nested = node.id() != item.id() && all.contains(&node.id());
        match node.value() {
            Node::Text(text) if !nested => escape(&mut html, text),
            Node::Element(e) if !nested => html.extend(["<", e.name(), ">"]),
            _ => {}
        }
        if !nested && let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            if let Node::Element(e) = node.value() {
                html.extend(["</", e.name(), ">"]);
            }
            if node.id() == item.id() {
                return html;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) => node = parent,
                None => return html,
            }
        }
    }
}

fn is_button(words: &str) -> bool {
    ["reply", "like", "report", "share", "permalink", "quote", "flag", "log in to reply"]
        .contains(&words.to_lowercase().as_str())
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_comments_come_apart() {
        let page = Html::parse_document(
            "<ol class=commentlist><li class=comment><cite class=fn>Anna</cite><p>They lie &amp; 40 died.</p>
             <ul><li class=comment><cite class=fn>Bob</cite> says: <p>No.</p><a>Reply</a></li></ul></li></ol>",
        );
        let found = read(&page);
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].author.as_deref(), found[0].words.join(" ")),
            (Some("Anna"), "They lie & 40 died.".into())
        );
        assert_eq!(found[1].author.as_deref(), Some("Bob"));
        assert!(found[1].words.join(" ").contains("No."));
    }

    #[test]
    fn pages_without_comments_have_none() {
        assert_eq!(read(&Html::parse_document("<article><p>No comment, said the army.</p></article>")), []);
    }
}
