//! Plain and Markdown-ish text to passages and metadata. `docs/reading.md` tells the order of the steps.

mod blocks;
mod body;
mod comments;
mod dateline;
mod ending;
mod facts;
mod front;
mod header;
mod keywords;
mod lead;
mod marks;
mod page;
mod tail;

use crate::draft::{Draft, Known, passage};
use ascribe_model::PassageKind;
use page::Page;

pub(crate) use blocks::{Block, Marker, is_closed};
pub(crate) use facts::{Facts, same as same_outlet};

/// Reads decoded text; what `known` states goes before what the page says.
pub(crate) fn read(source: &str, known: &Known) -> Draft {
    let (text, source_map) = marks::clean(source);
    let mut draft = read_clean(&text, known);
    draft.text = text;
    draft.source_map = source_map;
    draft
}

/// The same for text that holds no marks; the draft's own text is left empty.
fn read_clean(text: &str, known: &Known) -> Draft {
    let front = front::read(text);
    let from = front.as_ref().map_or(0, |f| f.span.end);
    let blocks = blocks::blocks(text, from);
    let Some(front) = front else {
        return read_blocks(text, blocks, Facts::default(), known);
    };
    let mut draft = read_blocks(text, blocks, front.facts, known);
    draft.passages.insert(0, passage(PassageKind::Metadata, front.span));
    draft
}

/// Reads a text whose blocks are known; `facts` is what was stated outside of them.
pub(crate) fn read_blocks(text: &str, blocks: Vec<Block>, facts: Facts, known: &Known) -> Draft {
    let mut page = Page::new(text, blocks, facts, known);
    comments::mark(&mut page);
    let start = header::mark(&mut page);
    ending::mark(&mut page, start);
    body::mark(&mut page, start);
    let passages = body::passages(&mut page);
    let metadata = page.facts.resolve(known);
    let url = known.url.clone().or_else(|| page.facts.url.clone());
    Draft { metadata, passages, url, ..Draft::default() }
}
