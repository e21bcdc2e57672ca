//! Owns reports in capitals: their text as a mixed-case text would print it, every offset unchanged.
//!
//! "THE ELN BLEW UP A BRIDGE NEAR SAN ROQUE." → "The ELN blew up a bridge near San Roque." Everything downstream
//! tells names from other words by their capitals, so a report without small letters is read twice: once as it
//! stands, to learn which words are names, then in mixed case.

use crate::case::{Printed, is_abbreviation, name_case, printed};
use crate::decode::Tables;
use crate::lexicon;
use ascribe_model::{Analysis, Label, Mention, PassageKind, Report, Sentence, Upos};
use rustc_hash::{FxHashMap, FxHashSet};

/// Fewer letters than this are a headline, not a report in capitals.
const SHORTEST: usize = 120;
/// Words of names that are written small inside them: "Ciudad de los Reyes", "Bank of the South".
const SMALL: [&str; 16] =
    ["al", "bin", "de", "del", "la", "las", "los", "el", "y", "da", "dos", "of", "the", "and", "for", "in"];

/// True where the body is in capitals.
pub fn is_in_capitals(report: &Report) -> bool {
    let body = report.passages.iter().filter(|p| p.kind == PassageKind::Body);
    let (mut upper, mut lower) = (0usize, 0usize);
    for c in body.flat_map(|p| p.span.of(&report.text).chars()) {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    upper >= SHORTEST && upper > 9 * lower
}

/// The report in mixed case, by what a first analysis takes for names.
pub fn in_mixed_case(report: &Report, analysis: &Analysis, tables: &Tables) -> Report {
    let names = Names::of(analysis, tables);
    let mut text = report.text.clone().into_bytes();
    for sentence in &analysis.sentences {
        let (mut opens, mut leads) = (true, false);
        for (at, token) in sentence.tokens.iter().enumerate() {
            let word = names.printed(sentence, at, tables);
            let word = if opens { capitalised(&word) } else { word };
            // "[Text] The army …", but "the front [ELN] says …".
            leads |= opens && token.text == "[";
            opens = opens && !token.text.chars().any(char::is_alphanumeric) || leads && token.text == "]";
            if word.len() == token.text.len()
                && let Some(place) = text.get_mut(token.span.start..token.span.end)
            {
                place.copy_from_slice(word.as_bytes());
            }
        }
    }
    let text = String::from_utf8(text).unwrap_or_else(|_| report.text.clone());
    Report { text, ..report.clone() }
}

/// What the report's own words tell of its names.
struct Names {
    /// How often a word is part of a name, and how often it stands at all.
    counts: FxHashMap<String, (u32, u32)>,
    /// "… National Liberation Army [ELN]".
    abbreviations: FxHashSet<String>,
}

impl Names {
    fn of(analysis: &Analysis, tables: &Tables) -> Self {
        let mut counts: FxHashMap<String, (u32, u32)> = FxHashMap::default();
        let mut abbreviations = FxHashSet::default();
        for sentence in &analysis.sentences {
            for (at, token) in sentence.tokens.iter().enumerate() {
                let count = counts.entry(token.text.to_lowercase()).or_default();
                count.0 += u32::from(tagged(sentence, at) && !is_lone_noun(sentence, at, tables));
                count.1 += 1;
                if abbreviates(sentence, at) {
                    abbreviations.insert(token.text.clone());
                }
            }
        }
        Self { counts, abbreviations }
    }

    /// Most of what the report says of a word outvotes one reading of it, where there is enough of it.
    fn is_name(&self, sentence: &Sentence, at: usize, tables: &Tables) -> bool {
        let tagged = tagged(sentence, at) && !is_lone_noun(sentence, at, tables);
        match self.counts.get(&sentence.tokens[at].text.to_lowercase()) {
            Some(&(names, all)) if all >= 3 && names * 4 >= all * 3 => true,
            Some(&(names, all)) if all >= 4 && names * 4 <= all => false,
            _ => tagged,
        }
    }

    /// "de la" within a name; a first "La" stays.
    fn is_small(&self, sentence: &Sentence, at: usize, tables: &Tables) -> bool {
        let word = sentence.tokens[at].text.to_lowercase();
        if !SMALL.contains(&word.as_str()) || at == 0 || at + 1 >= sentence.tokens.len() {
            return false;
        }
        if matches!(word.as_str(), "al" | "bin") {
            return true;
        }
        let article = matches!(word.as_str(), "la" | "las" | "los" | "el");
        let before = sentence.tokens[at - 1].text.to_lowercase();
        self.is_name(sentence, at - 1, tables)
            && self.is_name(sentence, at + 1, tables)
            && (!article || before == "de")
    }

    fn printed(&self, sentence: &Sentence, at: usize, tables: &Tables) -> String {
        let token = &sentence.tokens[at];
        let lower = token.text.to_lowercase();
        match printed(&lower) {
            Some(Printed::Capitals) => return token.text.clone(),
            Some(Printed::CapitalsAsName) if token.upos == Upos::Propn => return token.text.clone(),
            Some(Printed::Capitalised) => return capitalised(&lower),
            Some(Printed::Small) => return lower,
            _ => {}
        }
        if self.abbreviations.contains(&token.text) || token.text == "I" {
            token.text.clone()
        } else if !self.is_name(sentence, at, tables) {
            let shortened =
                !matches!(token.upos, Upos::Verb | Upos::Aux) && is_abbreviation(&lower, &tables.vocabulary);
            if shortened { token.text.clone() } else { lower }
        } else if self.is_small(sentence, at, tables) {
            lower
        } else {
            name_case(&token.text, &tables.vocabulary)
        }
    }
}

/// True where this analysis takes the word for a part of a name: "the NATIONAL Liberation Front".
fn tagged(sentence: &Sentence, at: usize) -> bool {
    let named = |m: &&Mention| {
        let kind = matches!(m.label, Label::Organisation | Label::Other);
        let proper = || sentence.tokens[m.tokens.start..m.tokens.end].iter().any(|t| t.upos == Upos::Propn);
        m.named && kind && m.tokens.start <= at && at < m.tokens.end && proper()
    };
    match sentence.tokens[at].upos {
        Upos::Propn => true,
        Upos::Adj | Upos::Noun | Upos::Verb => sentence.mentions.iter().any(|m| named(&m)),
        _ => false,
    }
}

/// True for "GUERRILLAS OF THE FRONT": a noun for people with no name beside it, whatever the first reading made of it.
fn is_lone_noun(sentence: &Sentence, at: usize, tables: &Tables) -> bool {
    let beside =
        |n: Option<usize>| n.and_then(|n| sentence.tokens.get(n)).is_some_and(|t| t.upos == Upos::Propn);
    let lemma = || tables.lemmas.lemma(&sentence.tokens[at].text.to_lowercase(), Upos::Noun);
    !beside(at.checked_sub(1)) && !beside(Some(at + 1)) && lexicon::people(&lemma()).is_some()
}

/// True for a short word alone in brackets whose letters begin the words before it.
fn abbreviates(sentence: &Sentence, at: usize) -> bool {
    let word = |n: usize| sentence.tokens.get(n).map_or("", |t| t.text.as_str());
    let Some(open) = at.checked_sub(1) else { return false };
    let letters: Vec<char> = word(at).chars().collect();
    let bracketed = matches!((word(open), word(at + 1)), ("[", "]") | ("(", ")"));
    if !bracketed || !(2..=6).contains(&letters.len()) || !letters.iter().all(|c| c.is_uppercase()) {
        return false;
    }
    let reach = open.saturating_sub(letters.len() + 4);
    let mut left = letters.iter().rev().peekable();
    for n in (reach..open).rev() {
        if left.peek().is_some_and(|c| word(n).starts_with(**c)) {
            left.next();
        }
    }
    left.next().is_none()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
