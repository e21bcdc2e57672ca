//! Web pages: main content and comments by trafilatura, metadata by our own reader.

use crate::draft::{Draft, Known};

/// Reads decoded HTML.
pub(crate) fn read(source: &str, known: &Known) -> Draft {
    let options = trafilatura::Options::default();
    match trafilatura::extract(source, &options) {
        Ok(found) => crate::text::read(&found.content_text, known),
        Err(_) => Draft::default(),
    }
}
