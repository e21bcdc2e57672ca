//! The country that a report, or a passage of a round-up, is about; sides depend on it.

use super::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateEntry, StateName};
use ascribe_model::{Analysis, Report, Sentence, Side};
use std::collections::BTreeMap;

/// States whose adjectives stand in reports from everywhere, and so weigh less.
const POWERS: [&str; 6] = ["US", "GB", "FR", "RU", "DE", "CN"];

type Scores = BTreeMap<String, f32>;

/// The country of the report, and of each passage where the report is a round-up of many.
#[derive(Debug, Clone, Default)]
pub struct Theatre {
    whole: Option<String>,
    /// By passage; used only where no country rules the report.
    parts: BTreeMap<usize, String>,
}

impl Theatre {
    /// Counts names of states, their people, cities and armed groups in the body and the title.
    pub fn of(report: &Report, analysis: &Analysis, dictionary: &ActorDictionary) -> Theatre {
        let mut whole = Scores::new();
        let mut parts: BTreeMap<usize, Scores> = BTreeMap::new();
        let outside = [report.metadata.title.as_deref()].into_iter().flatten();
        for text in outside.chain(report.metadata.region.iter().map(String::as_str)) {
            let words: Vec<&str> =
                text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '.').collect();
            count(&words, dictionary, 2.0, &mut whole);
        }
        dateline(analysis, dictionary, &mut whole);
        for sentence in &analysis.sentences {
            let mut here = Scores::new();
            let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
            count(&words, dictionary, 1.0, &mut here);
            groups(report, sentence, dictionary, &mut here);
            let part = parts.entry(sentence.passage).or_default();
            for (code, score) in here {
                *part.entry(code.clone()).or_default() += score;
                *whole.entry(code).or_default() += score;
            }
        }
        let total: f32 = whole.values().sum();
        let ruling = best(&whole);
        let round_up = parts.len() > 3 && ruling.as_ref().is_some_and(|c| whole[c] < 0.4 * total);
        let parts = if round_up {
            parts.iter().filter_map(|(p, s)| Some((*p, best(s)?))).collect()
        } else {
            BTreeMap::new()
        };
        Theatre { whole: ruling, parts }
    }

    /// A theatre that is given.
    pub fn given(country: Option<&str>) -> Theatre {
        Theatre { whole: country.map(str::to_owned), parts: BTreeMap::new() }
    }

    /// The country of a passage (ISO 3166-1 alpha-2).
    pub fn at(&self, passage: usize) -> Option<&str> {
        self.parts.get(&passage).or(self.whole.as_ref()).map(String::as_str)
    }
}

/// The place of a dateline ("Tegucigalpa, 12 Dec 88 (ACAN) --") says where the report comes from.
fn dateline(analysis: &Analysis, dictionary: &ActorDictionary, scores: &mut Scores) {
    let Some(sentence) = analysis.sentences.first() else { return };
    let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
    let closes =
        words.iter().take(20).position(|w| matches!(*w, "--" | "—" | "–" | "-" | "_") || w.ends_with("--"));
    let reach = closes.unwrap_or(0).min(5);
    let place = (0..reach).find_map(|at| {
        let title = capitals(words[at]);
        let words: Vec<&str> =
            words.iter().enumerate().map(|(i, w)| if i == at { title.as_str() } else { w }).collect();
        state_at(&words, at, dictionary)
    });
    if let Some((_, code, _)) = place {
        *scores.entry(code).or_default() += 4.0;
    }
}

/// "KABUL" as "Kabul".
fn capitals(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| format!("{first}{}", letters.as_str().to_lowercase()))
}

/// The highest; of equals, the first code.
fn best(scores: &Scores) -> Option<String> {
    let better = |a: &(&String, &f32), b: &(&String, &f32)| a.1 > b.1;
    let mut found: Option<(&String, &f32)> = None;
    for item in scores {
        if found.is_none_or(|f| better(&item, &f)) {
            found = Some(item);
        }
    }
    found.map(|(code, _)| code.clone())
}

/// Names of states in a row of words, of up to four words each.
fn count(words: &[&str], dictionary: &ActorDictionary, weight: f32, scores: &mut Scores) {
    let mut at = 0;
    while at < words.len() {
        match state_at(words, at, dictionary) {
            Some((len, code, meaning)) => {
                // "in Turkey", "northern Iraq" say where; "Turkey said" does not.
                let placed = at.checked_sub(1).is_some_and(|b| places(words[b]));
                let base = match meaning {
                    StateName::Country | StateName::City if placed => 3.0,
                    StateName::Country | StateName::City => 2.0,
                    StateName::Demonym => 1.0,
                    StateName::Seat if placed => 2.0,
                    StateName::Seat => 0.5,
                };
                let home = meaning == StateName::City || placed && meaning != StateName::Seat;
                let power = POWERS.contains(&code.as_str()) && !home;
                *scores.entry(code).or_default() += weight * base * if power { 0.35 } else { 1.0 };
                at += len;
            }
            None => at += 1,
        }
    }
}

/// Words before a name that show a place.
fn places(word: &str) -> bool {
    vocabulary::is(Word::BeforePlace, &word.to_lowercase())
}

/// The longest name of a state that begins at a word; it needs its capital.
pub(crate) fn state_at(
    words: &[&str],
    at: usize,
    dictionary: &ActorDictionary,
) -> Option<(usize, String, StateName)> {
    if !words.get(at)?.chars().next().is_some_and(char::is_uppercase) {
        return None;
    }
    (1..=5.min(words.len() - at)).rev().find_map(|len| {
        let text = words[at..at + len].join(" ").replace(" - ", "-");
        let (state, meaning) = dictionary.state(&text).or_else(|| without_apostrophe(&text, dictionary))?;
        // "US" is not the pronoun of a headline in capitals' neighbour "us".
        (len > 1 || text.len() > 2 || text.chars().all(char::is_uppercase))
            .then(|| (len, state.code.clone(), meaning))
    })
}

/// "Syrias" of a text that lost its apostrophes.
fn without_apostrophe<'a>(
    text: &str,
    dictionary: &'a ActorDictionary,
) -> Option<(&'a StateEntry, StateName)> {
    let bare = text.strip_suffix('s').filter(|t| t.len() > 3)?;
    dictionary.state(bare).filter(|(_, meaning)| *meaning == StateName::Country)
}

/// Armed groups of one country show it too: "the FMLN" is El Salvador's.
fn groups(report: &Report, sentence: &Sentence, dictionary: &ActorDictionary, scores: &mut Scores) {
    for found in super::names::matches(report, sentence, dictionary, report.metadata.anchor(), None) {
        let entry = &dictionary.entries()[found.entry];
        let local = matches!(
            entry.side,
            Side::Rebel | Side::Militia | Side::StateAlly | Side::State | Side::Jihadist
        );
        if let ([country], true) = (entry.countries.as_slice(), local) {
            let power = if POWERS.contains(&country.as_str()) { 0.2 } else { 1.0 };
            *scores.entry(country.clone()).or_default() += power;
        }
    }
}
