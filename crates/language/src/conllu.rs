//! Owns CoNLL-U: reads treebanks to measure against, writes sentences as it does.

use ascribe_model::{Sentence, Span};
use std::fmt::Write;

/// A treebank document: its text as the sentences and paragraphs give it, and the sentences.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Name from `# newdoc id`.
    pub name: String,
    /// Sentences joined by spaces, paragraphs by empty lines.
    pub text: String,
    /// In order.
    pub sentences: Vec<Gold>,
}

/// A treebank sentence.
#[derive(Debug, Clone, Default)]
pub struct Gold {
    /// `# sent_id`.
    pub id: String,
    /// Bytes in the document's text.
    pub span: Span,
    /// Syntactic words.
    pub words: Vec<GoldWord>,
}

/// One row of the treebank.
#[derive(Debug, Clone, Default)]
pub struct GoldWord {
    /// FORM.
    pub form: String,
    /// Bytes in the document's text; empty where a word has no letters of its own there.
    pub span: Span,
    /// LEMMA.
    pub lemma: String,
    /// UPOS.
    pub upos: String,
    /// HEAD, 0 for the root, else the number of a word from 1.
    pub head: usize,
    /// DEPREL.
    pub deprel: String,
    /// MISC.
    pub misc: String,
}

/// Reads the documents of a CoNLL-U file. Rows that do not fit are left out.
pub fn read(file: &str) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let mut block = Block::default();
    for line in file.lines().chain([""]) {
        if let Some(name) = line.strip_prefix("# newdoc id = ") {
            documents.push(Document { name: name.trim().to_owned(), ..Document::default() });
        } else if line.starts_with("# newpar") {
            block.paragraph = true;
        } else if let Some(text) = line.strip_prefix("# text = ") {
            block.text = text.to_owned();
        } else if let Some(id) = line.strip_prefix("# sent_id = ") {
            block.id = id.trim().to_owned();
        } else if line.is_empty() {
            if documents.is_empty() {
                documents.push(Document::default());
            }
            if let Some(document) = documents.last_mut()
                && !block.rows.is_empty()
            {
                block.join(document);
            }
            block = Block::default();
        } else if !line.starts_with('#') {
            block.rows.push(line.split('\t').map(str::to_owned).collect());
        }
    }
    documents
}

#[derive(Default)]
struct Block {
    id: String,
    text: String,
    paragraph: bool,
    rows: Vec<Vec<String>>,
}

impl Block {
    fn join(&self, document: &mut Document) {
        if !document.text.is_empty() {
            // newpar_block lines come several a sentence; one break is enough.
            document.text.push_str(if self.paragraph { "\n\n" } else { " " });
        }
        let start = document.text.len();
        document.text.push_str(&self.text);
        let mut words = Vec::new();
        let mut at = 0;
        let mut joined = (0usize, 0usize, Span::default());
        for row in &self.rows {
            let field = |n: usize| row.get(n).map_or("", String::as_str);
            if let Some((first, last)) = field(0).split_once('-') {
                let span = self.find(field(1), &mut at);
                joined = (first.parse().unwrap_or(0), last.parse().unwrap_or(0), span);
                continue;
            }
            let Ok(number) = field(0).parse::<usize>() else { continue };
            let span = if (joined.0..=joined.1).contains(&number) && joined.0 > 0 {
                part(&self.text, &mut joined.2, field(1))
            } else {
                self.find(field(1), &mut at)
            };
            words.push(GoldWord {
                form: field(1).to_owned(),
                span: Span::new(start + span.start, start + span.end),
                lemma: field(2).to_owned(),
                upos: field(3).to_owned(),
                head: field(6).parse().unwrap_or(0),
                deprel: field(7).to_owned(),
                misc: field(9).to_owned(),
            });
        }
        let span = Span::new(start, document.text.len());
        document.sentences.push(Gold { id: self.id.clone(), span, words });
    }

    /// The next place of the form in the text.
    fn find(&self, form: &str, at: &mut usize) -> Span {
        let found = self.text.get(*at..).and_then(|rest| rest.find(form));
        let Some(found) = found else { return Span::new(*at, *at) };
        let span = Span::new(*at + found, *at + found + form.len());
        *at = span.end;
        span
    }
}

/// Cuts one word off the front of a multi-word token.
fn part(text: &str, left: &mut Span, form: &str) -> Span {
    let rest = left.of(text);
    let len = if rest.starts_with(form) { form.len() } else { rest.len() };
    let span = Span::new(left.start, left.start + len);
    left.start = span.end;
    span
}

/// Writes a sentence as a CoNLL-U block, mentions and margins in MISC.
pub fn write(sentence: &Sentence, text: &str, out: &mut String) {
    let _ = writeln!(out, "# text = {}", sentence.span.of(text).replace('\n', " "));
    for (n, token) in sentence.tokens.iter().enumerate() {
        let names: Vec<String> = sentence
            .mentions
            .iter()
            .filter(|m| m.head == n)
            .map(|m| format!("{:?}[{}-{}]", m.label, m.tokens.start + 1, m.tokens.end))
            .collect();
        let names = if names.is_empty() { String::new() } else { format!("|Mention={}", names.join(",")) };
        let _ = writeln!(
            out,
            "{}\t{}\t{}\t{}\t_\t{}\t{}\t{}\t_\tMargin={:.1}{}",
            n + 1,
            token.text,
            token.lemma,
            token.upos.name(),
            if token.feats.is_empty() { "_" } else { &token.feats },
            token.head.map_or(0, |h| h + 1),
            token.deprel,
            token.margin,
            names,
        );
    }
    out.push('\n');
}
