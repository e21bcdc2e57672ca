//! Units named with the units above them: "2nd Battalion, 9th Hill Regiment", "Company C, 1st Battalion,
//! 9th Lancers" is one name, as armies write it.

use super::names::clean;
use super::states::unit;
use super::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Analysis, Report, Sentence, Side, TokenRange};

/// Gives a unit its name with those above it, whose own mentions go.
pub(crate) fn with_those_above(found: &mut Vec<ActorMention>, report: &Report, analysis: &Analysis) {
    let mut inside: Vec<(usize, TokenRange)> = vec![];
    for mention in found.iter_mut() {
        let Some(sentence) = analysis.sentences.get(mention.sentence) else { continue };
        let covered =
            |(at, range): &(usize, TokenRange)| *at == mention.sentence && range.contains(mention.head);
        if mention.person || !is_unit(&mention.name) || inside.iter().any(covered) {
            continue;
        }
        let first = mention.tokens.end;
        let end = std::iter::successors(Some(first), |&end| above(sentence, end)).last().unwrap_or(first);
        if end == first {
            continue;
        }
        let name = TokenRange::new(mention.tokens.start, end);
        mention.name = clean(report.words(sentence.span_of(name)));
        mention.named = true;
        if !mention.side.is_armed() {
            mention.side = Side::State;
        }
        inside.push((mention.sentence, TokenRange::new(first, end)));
    }
    let is_inside = |m: &ActorMention| {
        inside.iter().any(|(at, range)| {
            *at == m.sentence && range.start <= m.tokens.start && m.tokens.end <= range.end
        })
    };
    found.retain(|m| !is_inside(m));
}

/// "2nd Battalion", "Company C".
fn is_unit(name: &str) -> bool {
    let numbered = name.starts_with(|c: char| c.is_ascii_digit()) && unit(name).is_some();
    let lettered = name.split_once(' ').is_some_and(|(company, letter)| {
        matches!(company, "Company" | "Battery" | "Troop") && letter.len() == 1
    });
    numbered || lettered
}

/// Where the name of the unit above ends, which begins behind a comma at `end`.
fn above(sentence: &Sentence, end: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let text = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
    let number = |t: usize| text(t).starts_with(|c: char| c.is_ascii_digit());
    let first = Some(end + 1).filter(|&t| text(end) == "," && number(t))?;
    let goes_on = |t: &usize| text(*t).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let next = (first..first + LONGEST).take_while(goes_on).last()? + 1;
    (first..next).any(|t| vocabulary::is(Word::ArmyUnit, &text(t).to_lowercase())).then_some(next)
}

#[cfg(test)]
mod tests {
    use crate::actors::{ActorDictionary, ground_actors_in};
    use crate::words::tests::treed;
    use ascribe_codebook::DataFiles;

    #[test]
    fn a_unit_has_the_name_of_those_above_it() {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        let names = |text: &str| -> Vec<String> {
            let (report, analysis) = treed(&[text]);
            let found = ground_actors_in(&report, &analysis, &dictionary, Some("NO"));
            found.into_iter().map(|m| m.name).collect()
        };
        let below = "The/DET/3/det 2nd/ADJ/3/amod Battalion/NOUN/8/nsubj ,/PUNCT/3/punct 9th/ADJ/7/amod \
                     Hill/PROPN/7/compound Regiment/PROPN/3/appos left/VERB/0/root";
        // The words of the test stand apart.
        assert_eq!(names(below), ["2nd Battalion , 9th Hill Regiment"]);
        let beside = "The/DET/3/det 2nd/ADJ/3/amod Battalion/NOUN/7/nsubj and/CCONJ/6/cc 9th/ADJ/6/amod \
                      Regiment/NOUN/3/conj left/VERB/0/root";
        assert_eq!(names(beside), ["2nd Battalion", "9th Regiment"]);
    }
}
