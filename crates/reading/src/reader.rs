//! The way every input takes: unpack, decode, hand to its format, finish the report.

use crate::decode::{decode, is_binary};
use crate::draft::{Draft, Known, trimmed};
use crate::formats::{Kind, by_name, sniff};
use crate::inflate::{inflate, is_gzip};
use crate::{html, jsonl, language, text};
use ascribe_model::{Note, Passage, PassageKind, Report, SetAside, Span};
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The bytes of one file, or of standard input.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// A path, whose ending tells the format, or `-`, where the contents tell it.
    pub origin: &'a str,
    /// The contents, gzipped or not.
    pub bytes: &'a [u8],
}

/// What was in an input.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The reports, in order.
    pub reports: Vec<Report>,
    /// What could not be read, with reason and remedy.
    pub set_aside: Vec<SetAside>,
}

/// Reads one input. Never fails: what cannot be read is in [`Reading::set_aside`].
pub fn read(input: &Input) -> Reading {
    let mut reading = Reading::default();
    let aside = |reason: &str, remedy: &str| SetAside {
        origin: input.origin.into(),
        line: None,
        reason: reason.into(),
        remedy: remedy.into(),
    };
    let bytes = match inflate(input.bytes) {
        Ok(bytes) => bytes,
        Err(broken) => {
            let remedy = "fetch or copy the file again; nothing of it was read";
            reading.set_aside.push(aside(&broken.to_string(), remedy));
            return reading;
        }
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let remedy = "check that the file was saved or downloaded completely";
        reading.set_aside.push(aside("the file is empty", remedy));
        return reading;
    }
    let kind = by_name(input.origin).map_or_else(|| sniff(&bytes), |format| format.kind);
    match kind {
        Kind::JsonLines => {
            let mut sink = |outcome| match outcome {
                Ok(report) => reading.reports.push(report),
                Err(broken) => reading.set_aside.push(broken),
            };
            jsonl::read_lines(input.origin, &bytes[..], &mut sink);
        }
        Kind::Json => match jsonl::object(input.origin, None, &bytes) {
            Ok(report) => reading.reports.push(report),
            Err(broken) => reading.set_aside.push(broken),
        },
        Kind::Text | Kind::Html => match page(&bytes, kind) {
            Ok((draft, encoding)) => reading.reports.push(finish(draft, Origin::file(input, encoding))),
            Err(reason) => {
                reading
                    .set_aside
                    .push(aside(&reason, "give the text of the report as .txt, .md, .html or .jsonl"));
            }
        },
    }
    reading
}

fn page(bytes: &[u8], kind: Kind) -> Result<(Draft, &'static str), String> {
    let decoded = decode(bytes, kind == Kind::Html);
    if is_binary(bytes, &decoded.text) {
        return Err("the file is binary data, not text".into());
    }
    let mut draft = match kind {
        Kind::Html => html::read(&decoded.text, &Known::default()),
        _ => text::read(&decoded.text, &Known::default()),
    };
    draft.notes.splice(0..0, decoded.notes);
    Ok((draft, decoded.encoding))
}

/// What a report's identity is made of.
pub(crate) struct Origin<'a> {
    pub origin: String,
    pub id: Option<String>,
    pub bytes: &'a [u8],
    pub encoding: &'static str,
}

impl<'a> Origin<'a> {
    fn file(input: &Input<'a>, encoding: &'static str) -> Origin<'a> {
        Origin { origin: input.origin.into(), id: stem(input.origin), bytes: input.bytes, encoding }
    }
}

/// The file name without folders and known endings; nothing for standard input.
fn stem(origin: &str) -> Option<String> {
    let name = Path::new(origin).file_name()?.to_str()?;
    if origin == "-" {
        return None;
    }
    let bare = name.strip_suffix(".gz").unwrap_or(name);
    let bare =
        if by_name(bare).is_some() { bare.rsplit_once('.').map_or(bare, |(stem, _)| stem) } else { bare };
    Some(bare.to_string()).filter(|s| !s.is_empty())
}

/// The steps that all formats share: hash, id, language, checks.
pub(crate) fn finish(draft: Draft, from: Origin) -> Report {
    let passages = apart(draft.passages, &draft.text);
    let hash = hex(&Sha256::digest(from.bytes));
    let id = from.id.unwrap_or_else(|| hash.chars().take(12).collect());
    let body = passages.iter().filter(|p| p.kind == PassageKind::Body).map(|p| p.span.of(&draft.text));
    let language = language::detect(body, draft.language.as_deref());
    let mut notes = draft.notes;
    if !passages.iter().any(|p| p.kind == PassageKind::Body) {
        notes.push(Note { code: "no_body".into(), message: "no text of a report was found in it".into() });
    }
    if language != "en" && language != "und" {
        let message =
            format!("the text is in another language ({language}); it is kept, but nothing is extracted");
        notes.push(Note { code: "not_english".into(), message });
    }
    Report {
        id,
        origin: from.origin,
        url: draft.url,
        hash,
        encoding: from.encoding.into(),
        language,
        text: draft.text,
        source_map: draft.source_map,
        metadata: draft.metadata,
        passages,
        notes,
    }
}

/// Passages in the order of the text, none over another. One that stands inside another ("3 Comments"
/// between two lines of one comment) parts it in two.
fn apart(mut passages: Vec<Passage>, text: &str) -> Vec<Passage> {
    passages.sort_by_key(|p| (p.span.start, std::cmp::Reverse(p.span.end)));
    if passages.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start) {
        return passages;
    }
    let mut kept: Vec<Passage> = Vec::with_capacity(passages.len());
    let mut rest = std::collections::VecDeque::from(passages);
    while let Some(passage) = rest.pop_front() {
        let inner = rest.front().map(|next| next.span).filter(|next| next.start < passage.span.end);
        let Some(inner) = inner else {
            kept.push(passage);
            continue;
        };
        let piece = |start, end| Passage { span: trimmed(text, Span::new(start, end)), ..passage.clone() };
        kept.extend(Some(piece(passage.span.start, inner.start)).filter(|p| !p.span.is_empty()));
        let after = piece(inner.end, passage.span.end);
        if inner.end < passage.span.end && !after.span.is_empty() {
            let at = rest.partition_point(|p| p.span.start < after.span.start);
            rest.insert(at, after);
        }
    }
    kept
}

/// Adds the note `date_in_future` where a date of the report lies behind `today` by more than a day
/// (pages are dated in many time zones).
pub fn note_future_date(report: &mut Report, today: Date) {
    let limit = today.tomorrow().unwrap_or(today);
    let meta = &report.metadata;
    for (field, date) in [("published", meta.published), ("originally_published", meta.originally_published)]
    {
        let Some(date) = date.filter(|d| *d > limit) else { continue };
        let message =
            format!("{field} is {date}, which is after today ({today}); check the date of the page");
        report.notes.push(Note { code: "date_in_future".into(), message });
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// True where a file of this name and first bytes can be streamed line by line.
pub(crate) fn is_lines(origin: &str, head: &[u8]) -> bool {
    !is_gzip(head) && by_name(origin).is_some_and(|f| f.kind == Kind::JsonLines)
}
