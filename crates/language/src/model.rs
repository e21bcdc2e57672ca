//! Owns the façade of the crate: loading the language model, and analysing reports with it.

use crate::{
    LanguageError, case, chains,
    decode::{self, Lemmas, Tables},
    names,
    network::{self, Encoded, Labels, Network, Vocabulary},
    proposals, recase, text,
};
use ascribe_model::{Analysis, Outline, Report, Sentence};
use rten::Model;
use std::{
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

/// The loaded language model. One value serves any number of threads.
pub struct LanguageModel {
    network: Network,
    tables: Tables,
}

impl LanguageModel {
    /// The model in the binary.
    ///
    /// # Errors
    /// Only where the files it was built from do not fit each other.
    pub fn builtin() -> Result<Self, LanguageError> {
        let model = Model::load_static_slice(include_bytes!("../../../model/ascribe-en.onnx"))
            .map_err(network_error)?;
        Self::new(
            model,
            include_str!("../../../model/ascribe-en.json"),
            include_str!("../../../model/vocab.txt"),
        )
    }

    /// The model in a folder: `ascribe-en.onnx`, `ascribe-en.json`, `vocab.txt`.
    ///
    /// # Errors
    /// Where a file cannot be read or does not keep the contract.
    pub fn load(folder: &Path) -> Result<Self, LanguageError> {
        let read = |name: &str| {
            let path = folder.join(name);
            std::fs::read(&path).map_err(|source| LanguageError::Read { path, source })
        };
        let model = Model::load(read("ascribe-en.onnx")?).map_err(network_error)?;
        let labels = String::from_utf8_lossy(&read("ascribe-en.json")?).into_owned();
        let vocabulary = String::from_utf8_lossy(&read("vocab.txt")?).into_owned();
        Self::new(model, &labels, &vocabulary)
    }

    fn new(model: Model, labels: &str, vocabulary: &str) -> Result<Self, LanguageError> {
        let labels = Labels::parse(labels)?;
        let tables = Tables { labels, lemmas: Lemmas::builtin()?, vocabulary: Vocabulary::parse(vocabulary) };
        Ok(Self { network: Network::new(model, &tables.labels)?, tables })
    }

    /// The version that the training gave the network.
    pub fn version(&self) -> &str {
        &self.tables.labels.version
    }

    /// Analyses the body passages of a report in English or in no known language; other reports
    /// give an empty analysis.
    pub fn analyse(&self, report: &Report) -> Analysis {
        if !matches!(report.language.as_str(), "en" | "und" | "") {
            return Analysis::default();
        }
        let passages: Vec<Placed> = report
            .passages
            .iter()
            .enumerate()
            .filter(|(_, p)| p.kind == ascribe_model::PassageKind::Body)
            .map(|(number, p)| Placed {
                number,
                offset: p.span.start,
                column: column_of(&report.text, p.span.start),
                text: p.span.of(&report.text),
            })
            .collect();
        self.analyse_passages(&passages, &report.outline())
    }

    /// A report in capitals as a mixed-case text would print it, every offset unchanged; none for other reports.
    pub fn in_mixed_case(&self, report: &Report) -> Option<Report> {
        recase::is_in_capitals(report)
            .then(|| recase::in_mixed_case(report, &self.analyse(report), &self.tables))
    }

    /// Analyses one text as if it were the only passage of a report.
    pub fn analyse_text(&self, text: &str) -> Analysis {
        self.analyse_passages(&[Placed { number: 0, offset: 0, column: 0, text }], &Outline::default())
    }

    /// Analyses reports on `workers` threads. The result of each is that of [`Self::analyse`].
    pub fn analyse_many(&self, reports: &[Report], workers: usize) -> Vec<Analysis> {
        let next = AtomicUsize::new(0);
        let done = Mutex::new(vec![Analysis::default(); reports.len()]);
        std::thread::scope(|scope| {
            for _ in 0..workers.clamp(1, reports.len().max(1)) {
                scope.spawn(|| {
                    while let Some((n, report)) = {
                        let n = next.fetch_add(1, Ordering::Relaxed);
                        reports.get(n).map(|r| (n, r))
                    } {
                        let analysis = self.analyse(report);
                        if let Ok(mut done) = done.lock() {
                            done[n] = analysis;
                        }
                    }
                });
            }
        });
        done.into_inner().unwrap_or_default()
    }

    /// Parses sentences whose words are given: for measuring on treebanks.
    pub fn parse_words(&self, sentences: &[Vec<&str>]) -> Vec<Sentence> {
        let mut text = String::new();
        let mut cut = Vec::new();
        for sentence in sentences {
            let words = sentence.iter().map(|word| {
                let start = text.len();
                text.push_str(word);
                let span = ascribe_model::Span::new(start, text.len());
                text.push(' ');
                text::Word { span, gap: text::Gap::Space }
            });
            cut.push((0, 0, words.collect::<Vec<_>>()));
        }
        let sources: Vec<(usize, usize, &str, Vec<text::Word>)> =
            cut.into_iter().map(|(passage, offset, words)| (passage, offset, text.as_str(), words)).collect();
        self.decode(&sources)
    }

    /// The batches that a text is run in, each sentence as (ids, shape, widx): for benchmarks.
    #[doc(hidden)]
    #[allow(clippy::type_complexity)]
    pub fn encoded_batches(&self, text: &str) -> Vec<Vec<(Vec<i32>, Vec<i32>, Vec<i32>)>> {
        let pieces = |word: &str| self.tables.vocabulary.pieces(word).len();
        let encode =
            |words: &Vec<text::Word>| Encoded::new(words.iter().map(|w| w.of(text)), &self.tables.vocabulary);
        let encoded: Vec<Encoded> = text::sentences(text, pieces).iter().map(encode).collect();
        let plain = |n: usize| (encoded[n].ids.clone(), encoded[n].shape.clone(), encoded[n].widx.clone());
        network::batches(&encoded).into_iter().map(|batch| batch.into_iter().map(plain).collect()).collect()
    }

    fn analyse_passages(&self, passages: &[Placed], outline: &Outline) -> Analysis {
        let pieces = |word: &str| self.tables.vocabulary.pieces(word).len();
        let sentences: Vec<_> = passages
            .iter()
            .flat_map(|&Placed { number, offset, column, text }| {
                let found = text::sentences_from(text, column, pieces);
                found.into_iter().map(move |words| (number, offset, text, words))
            })
            .collect();
        let mut analysis = Analysis { sentences: self.decode(&sentences), chains: Vec::new() };
        analysis.chains = chains::chains(&analysis.sentences, outline);
        analysis
    }

    /// Runs the network over sentences given as (passage, offset, text, words).
    fn decode(&self, sentences: &[(usize, usize, &str, Vec<text::Word>)]) -> Vec<Sentence> {
        let encoded: Vec<Encoded> = sentences
            .iter()
            .map(|(_, _, text, words)| {
                let shouted = case::is_shouted(words.iter().map(|w| w.of(text)));
                let before = |n: usize| n.checked_sub(1).map(|b| words[b].of(text));
                let read = words.iter().enumerate().map(|(n, w)| match shouted {
                    true => w.of(text),
                    false => case::unlike_verb(before(n), w.of(text)),
                });
                Encoded::new(read, &self.tables.vocabulary)
            })
            .collect();
        let mut scores = vec![None; sentences.len()];
        for batch in network::batches(&encoded) {
            let members: Vec<&Encoded> = batch.iter().map(|&n| &encoded[n]).collect();
            for (&n, found) in batch.iter().zip(self.network.run(&members)) {
                scores[n] = found;
            }
        }
        let decoded = sentences.iter().zip(&scores).map(|((passage, offset, text, words), scores)| {
            let mut sentence =
                decode::sentence(text, words, scores.as_ref(), &self.tables, *passage, *offset);
            sentence.mentions = names::mentions(&sentence, scores.as_ref(), &self.tables.labels);
            sentence.proposals = proposals::proposals(&sentence, scores.as_ref(), &self.tables.labels);
            sentence
        });
        decoded.collect()
    }
}

/// A passage and where it stands in its report: its number, its first byte, its column on the page.
#[derive(Clone, Copy)]
struct Placed<'a> {
    number: usize,
    offset: usize,
    column: usize,
    text: &'a str,
}

/// How many characters stand before it on its line.
fn column_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    before.chars().rev().take_while(|c| *c != '\n').count()
}

fn network_error(error: rten::LoadError) -> LanguageError {
    LanguageError::Network { reason: error.to_string() }
}
