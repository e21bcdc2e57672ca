//! Keeps pages from nesting too deep: tree builders walk trees by recursion.

use super::scan::{Piece, Scan, is_void};
use crate::sourcemap::without;
use ascribe_model::{SourceRun, Span};

/// Deeper elements lose their tags and keep their words. Real pages stay below 100.
const MAX_DEPTH: usize = 250;

/// The source without tags below [`MAX_DEPTH`], and where its runs stand in it.
pub(crate) fn cap(source: &str) -> (String, Vec<SourceRun>) {
    // Elements that the parser closes by itself do not nest.
    const IMPLIED: [&str; 9] = ["p", "li", "dd", "dt", "option", "tr", "td", "th", "optgroup"];
    let counts = |name: &str| !is_void(name) && !IMPLIED.iter().any(|i| name.eq_ignore_ascii_case(i));
    let mut removed: Vec<Span> = Vec::new();
    let (mut depth, mut skipped) = (0usize, 0usize);
    for (piece, span) in Scan::new(source) {
        match piece {
            Piece::Open(name, false) if counts(name) => {
                if depth >= MAX_DEPTH {
                    skipped += 1;
                    removed.push(span);
                } else {
                    depth += 1;
                }
            }
            Piece::Close(name) if counts(name) => {
                if skipped > 0 {
                    skipped -= 1;
                    removed.push(span);
                } else {
                    depth = depth.saturating_sub(1);
                }
            }
            _ => {}
        }
    }
    without(source, &removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_pages_become_shallow_and_keep_their_words() {
        let page = format!("{}Two men died.{}", "<div>".repeat(10_000), "</div>".repeat(10_000));
        let (capped, runs) = cap(&page);
        assert_eq!(capped.matches("<div>").count(), MAX_DEPTH);
        assert!(capped.contains("Two men died."));
        assert!(!runs.is_empty());
        let page = "<html><body><p>One<p>Two</body></html>";
        assert_eq!(cap(page), (page.to_string(), Vec::new()));
    }
}
