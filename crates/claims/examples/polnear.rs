//! Compares attributions with the spans of the PolNeAR corpus: sources and contents by token overlap.
//!
//! `cargo run --release -p ascribe-claims --example polnear -- FOLDER [--misses N]` where FOLDER holds `text` and
//! `attributions`.
//!
//! PolNeAR marks more than the codebook asks for (beliefs, wishes, feelings), so recall has a ceiling here.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_claims::attribution::{AttributionLists, Attributions};
use ascribe_codebook::DataFiles;
use ascribe_language::LanguageModel;
use ascribe_model::{Grounding, Passage, PassageKind, Report, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Default, Clone, Copy)]
struct Counts {
    hits: f64,
    gold: f64,
    system: f64,
}

impl Counts {
    fn print(&self, name: &str) {
        let p = self.hits / self.system.max(1.0);
        let r = self.hits / self.gold.max(1.0);
        println!("{name:34} precision {p:.3} recall {r:.3} F1 {:.3}", 2.0 * p * r / (p + r).max(1e-9));
    }
}

/// One attribution of the corpus, in bytes.
struct Gold {
    source: Vec<Span>,
    content: Vec<Span>,
    cue: Vec<Span>,
}

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().unwrap_or_else(|| {
        eprintln!("polnear FOLDER [--misses N]");
        std::process::exit(2);
    });
    let mut misses: usize = words.nth(1).and_then(|n| n.parse().ok()).unwrap_or(0);
    let model = LanguageModel::builtin().expect("the model in the binary");
    let lists = AttributionLists::load(&DataFiles::builtin()).unwrap_or_else(|e| panic!("{}", e[0]));
    let (mut content, mut source, mut pairs) = (Counts::default(), Counts::default(), Counts::default());
    let mut files: Vec<_> = std::fs::read_dir(Path::new(&folder).join("text"))
        .expect("a text folder")
        .flatten()
        .map(|f| f.path())
        .collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("readable");
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let Some(marks) = first_marks(&Path::new(&folder).join("attributions"), &stem) else { continue };
        let gold = read_gold(&text, &marks);
        let report = report_of(&text);
        let analysis = model.analyse(&report);
        let found = Attributions::find(&report, &analysis, &Grounding::default(), &lists);
        let tokens = |spans: &[Span]| -> BTreeSet<(usize, usize)> {
            let mut all = BTreeSet::new();
            for (s, sentence) in analysis.sentences.iter().enumerate() {
                for (t, token) in sentence.tokens.iter().enumerate() {
                    let word = token.text.chars().any(char::is_alphanumeric);
                    if word && spans.iter().any(|span| span.contains(token.span)) {
                        all.insert((s, t));
                    }
                }
            }
            all
        };
        let is_word =
            |s: usize, t: usize| analysis.sentences[s].tokens[t].text.chars().any(char::is_alphanumeric);
        type Spans = BTreeSet<(usize, usize)>;
        let system: Vec<(Spans, Spans)> = found
            .all()
            .iter()
            .map(|one| {
                let told = one
                    .content
                    .iter()
                    .flat_map(|(s, ts)| ts.iter().map(|&t| (*s, t)))
                    .filter(|&(s, t)| is_word(s, t));
                let named: Vec<Span> = one.attribution.sources.iter().filter_map(|s| s.span).collect();
                (told.collect(), tokens(&named))
            })
            .collect();
        let all = |sets: &mut dyn Iterator<Item = &BTreeSet<(usize, usize)>>| -> BTreeSet<(usize, usize)> {
            sets.flatten().copied().collect()
        };
        // A pronoun is named elsewhere: its words are no span to agree on.
        let gold: Vec<Gold> = gold.into_iter().map(|g| without_pronoun(&text, g)).collect();
        let gold_sets: Vec<_> = gold.iter().map(|g| (tokens(&g.content), tokens(&g.source))).collect();
        count(
            &mut content,
            &all(&mut gold_sets.iter().map(|g| &g.0)),
            &all(&mut system.iter().map(|s| &s.0)),
        );
        count(&mut source, &all(&mut gold_sets.iter().map(|g| &g.1)), &all(&mut system.iter().map(|s| &s.1)));
        pairs.gold += gold_sets.len() as f64;
        pairs.system += system.len() as f64;
        for (n, (told, who)) in gold_sets.iter().enumerate() {
            let hit = system.iter().any(|(t, w)| {
                let both = told.intersection(t).count() as f64;
                both / told.union(t).count().max(1) as f64 >= 0.5 && (who.is_empty() || !who.is_disjoint(w))
            });
            pairs.hits += f64::from(u8::from(hit));
            if !hit && misses > 0 {
                misses -= 1;
                let show = |spans: &[Span]| spans.iter().map(|s| s.of(&text)).collect::<Vec<_>>().join(" … ");
                println!(
                    "MISS {stem}: [{}] <{}> {}",
                    show(&gold[n].source),
                    show(&gold[n].cue),
                    show(&gold[n].content)
                );
            }
        }
    }
    content.print("words told");
    source.print("words of sources");
    pairs.print("attributions (half of the words)");
}

/// The annotation of a text by the first of its annotators (`<stem>_<annotator>.ann`).
fn first_marks(folder: &Path, stem: &str) -> Option<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder).ok()?.flatten().map(|f| f.path()).collect();
    names.sort();
    let own = |p: &std::path::PathBuf| {
        let name = p.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('_') && !rest[1..].contains('_'))
    };
    std::fs::read_to_string(names.into_iter().find(own)?).ok()
}

fn without_pronoun(text: &str, mut gold: Gold) -> Gold {
    const PRONOUNS: [&str; 14] =
        ["he", "she", "they", "it", "i", "we", "who", "his", "her", "their", "my", "our", "you", "which"];
    gold.source.retain(|s| !PRONOUNS.contains(&s.of(text).to_lowercase().as_str()));
    gold
}

fn count(counts: &mut Counts, gold: &BTreeSet<(usize, usize)>, system: &BTreeSet<(usize, usize)>) {
    counts.hits += gold.intersection(system).count() as f64;
    counts.gold += gold.len() as f64;
    counts.system += system.len() as f64;
}

fn report_of(text: &str) -> Report {
    let mut passages = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive('\n') {
        let span = Span::new(start, start + part.trim_end().len());
        if !span.is_empty() {
            passages.push(Passage { kind: PassageKind::Body, span, author: None });
        }
        start += part.len();
    }
    Report { text: text.to_owned(), language: "en".into(), passages, ..Report::default() }
}

/// Reads a brat file; its offsets count characters.
fn read_gold(text: &str, marks: &str) -> Vec<Gold> {
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let mut spans: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    let mut events = Vec::new();
    for line in marks.lines() {
        let mut cells = line.split('\t');
        let (Some(id), Some(body)) = (cells.next(), cells.next()) else { continue };
        if id.starts_with('T') {
            let ranges = body.split_once(' ').map_or("", |(_, r)| r);
            let at =
                |n: &str| n.parse::<usize>().ok().and_then(|n| bytes.get(n).copied()).unwrap_or(text.len());
            let list =
                ranges.split(';').filter_map(|r| r.split_once(' ')).map(|(a, b)| Span::new(at(a), at(b)));
            spans.insert(id, list.collect());
        } else if id.starts_with('E') {
            events.push(body);
        }
    }
    let part = |event: &str, role: &str| -> Vec<Span> {
        event
            .split(' ')
            .filter_map(|p| p.split_once(':'))
            .filter(|(name, _)| name.trim_end_matches(char::is_numeric) == role)
            .flat_map(|(_, id)| spans.get(id).cloned().unwrap_or_default())
            .collect()
    };
    events
        .into_iter()
        .map(|e| Gold { source: part(e, "Source"), content: part(e, "Content"), cue: part(e, "Cue") })
        .collect()
}
