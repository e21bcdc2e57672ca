//! Measures places on the Local-Global Lexicon: `lgl lgl.xml [--part dev|test|all] [--misses]`.
//!
//! Recognition: a found name is right where it shares characters with an annotated toponym. Resolution: the
//! share of the toponyms found, and of all, whose point lies within 161 km (100 miles) of the annotated one.
//! Articles are split by the CRC-32 of their numbers into two thirds to look at and one third kept aside.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_grounding::gazetteer::Gazetteer;
use ascribe_grounding::places::ground_places;
use ascribe_language::LanguageModel;
use ascribe_model::{Passage, PassageKind, Report, Span};
use regex::Regex;

type Failure = Box<dyn std::error::Error>;

const NEAR_KM: f64 = 161.0;

struct Toponym {
    span: Span,
    at: Option<(f64, f64)>,
}

#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    hits: usize,
    placed: usize,
    right: usize,
    placed_in_all: usize,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, options @ ..] = arguments.as_slice() else {
        return Err("usage: lgl lgl.xml [--part dev|test|all] [--misses]".into());
    };
    let option = |name: &str| options.iter().position(|o| o == name).and_then(|i| options.get(i + 1));
    let part = option("--part").map_or("all", String::as_str);
    let misses = options.iter().any(|o| o == "--misses");
    let xml = std::fs::read_to_string(file)?;
    let language = LanguageModel::builtin()?;
    let gazetteer = Gazetteer::builtin()?;
    let mut tally = Tally::default();
    for article in xml.split("<article ").skip(1) {
        let number = between(article, "docid=\"", "\"");
        if part != "all" && crc32(number.as_bytes()).is_multiple_of(3) == (part == "dev") {
            continue;
        }
        let (report, gold) = read(article)?;
        let mentions = ground_places(&report, &language.analyse(&report), &gazetteer, &[]);
        let found: Vec<Toponym> = mentions
            .iter()
            .filter(|m| !m.by.starts_with("named elsewhere"))
            .filter_map(|m| Some(Toponym { span: m.place.span?, at: m.place.lat.zip(m.place.lon) }))
            .collect();
        if misses {
            println!("## {number}");
        }
        tally.article(&report, &gold, &found, misses);
    }
    tally.print(part);
    Ok(())
}

fn read(article: &str) -> Result<(Report, Vec<Toponym>), Failure> {
    let text = between(article, "<![CDATA[", "]]>").to_owned();
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |character: usize| bytes.get(character).copied().unwrap_or(text.len());
    let point = Regex::new(r"<lat>([^<]*)</lat>\s*<lon>([^<]*)</lon>")?;
    let mut gold = Vec::new();
    for part in article.split("<toponym>").skip(1) {
        let span = Span::new(
            byte(between(part, "<start>", "</start>").parse()?),
            byte(between(part, "<end>", "</end>").parse()?),
        );
        let at = point.captures(part).and_then(|c| Some((c[1].parse().ok()?, c[2].parse().ok()?)));
        gold.push(Toponym { span, at });
    }
    let span = Span::new(0, text.len());
    let passages = vec![Passage { kind: PassageKind::Body, span, author: None }];
    let mut report = Report { text, passages, ..Report::default() };
    report.metadata.publisher = Some(between(article, "<domain>", "</domain>").to_owned());
    Ok((report, gold))
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    text.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(inside, _)| inside)
}

impl Tally {
    fn article(&mut self, report: &Report, gold: &[Toponym], found: &[Toponym], misses: bool) {
        self.gold += gold.len();
        self.found += found.len();
        self.placed_in_all += gold.iter().filter(|g| g.at.is_some()).count();
        let mut used = vec![false; found.len()];
        for wanted in gold {
            let hit = (0..found.len()).find(|&i| !used[i] && found[i].span.overlaps(wanted.span));
            let Some(i) = hit else {
                if misses {
                    println!("  missed {:?}", report.words(wanted.span));
                }
                continue;
            };
            used[i] = true;
            self.hits += 1;
            let Some(at) = wanted.at else { continue };
            self.placed += 1;
            let km = found[i].at.map(|here| ascribe_grounding::shapes::km(here, at));
            if km.is_some_and(|km| km <= NEAR_KM) {
                self.right += 1;
            } else if misses {
                println!("  far {:?} {:?} {:?} {km:.0?}", report.words(wanted.span), at, found[i].at);
            }
        }
        for (one, _) in found.iter().zip(&used).filter(|(_, used)| !**used).filter(|_| misses) {
            println!("  extra {:?}", report.words(one.span));
        }
    }

    fn print(&self, part: &str) {
        let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        println!(
            "{part}: {} annotated, {} found; recognition P {:.3} R {:.3} F1 {:.3}; within {NEAR_KM:.0} km: {:.3} of those found, {:.3} of all",
            self.gold,
            self.found,
            share(self.hits, self.found),
            share(self.hits, self.gold),
            share(2 * self.hits, self.gold + self.found),
            share(self.right, self.placed),
            share(self.right, self.placed_in_all),
        );
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { c >> 1 ^ 0xEDB8_8320 } else { c >> 1 })
    };
    !bytes.iter().fold(!0, step)
}
