//! "This city", "this capital", "here" in a wire: the place of its dateline ("Tegucigalpa, 12 Dec 88 (ACAN) --").

use super::vocabulary::{Class, is};
use crate::gazetteer::{Gazetteer, Kind};
use ascribe_model::{PassageKind, Report, Sentence, Upos};

/// Where a report was written.
#[derive(Debug)]
pub(crate) struct Written {
    pub(super) name: String,
    /// The country or region that the dateline names behind it.
    pub(super) within: Vec<String>,
}

/// The town of the dateline, where the gazetteer knows it.
pub(super) fn written_at(report: &Report, gazetteer: &Gazetteer) -> Option<Written> {
    let body = report.passages.iter().position(|p| p.kind == PassageKind::Body)?;
    let line = report.passages[..body].iter().rfind(|p| p.kind == PassageKind::Metadata)?;
    let words = report.words(line.span).trim();
    let closed = ["--", "—", "–", "-", "_", "]", ":"].iter().any(|mark| words.ends_with(mark));
    let end = words.find([',', '(', '-', '—', '–', ':'])?;
    let name = capitalised(words.get(..end)?.trim());
    let outer = words.get(end..)?.trim_start_matches([',', '(', ' ']).split([',', ')', '(']).next()?.trim();
    let within = outer.chars().all(|c| c.is_alphabetic() || c == ' ').then(|| capitalised(outer));
    let town = gazetteer.look_up(&name).iter().any(|c| matches!(c.kind, Kind::Town | Kind::Village));
    (closed && town).then(|| Written { name, within: within.into_iter().collect() })
}

/// "KABUL" as "Kabul".
fn capitalised(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let word = |w: &str| {
        let mut letters = w.chars();
        letters.next().map_or(String::new(), |first| format!("{first}{}", letters.as_str().to_lowercase()))
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// True for "city" of "this city" and for "here", outside quotation marks.
pub(super) fn means_here(sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let this =
        || sentence.child(at, &["det"]).is_some_and(|d| sentence.tokens[d].text.eq_ignore_ascii_case("this"));
    let told = match token.text.as_str() {
        noun if is(Class::ThisTown, noun) => token.upos == Upos::Noun && this(),
        // "Here is the list", "from here on", "it was reported here": not where something happened.
        "here" => {
            token.upos == Upos::Adv && sentence.relation_is(at, "advmod") && !is_of_speaking(sentence, at)
        }
        _ => false,
    };
    let quoted = sentence.tokens[..at].iter().filter(|t| t.text == "\"").count() % 2 == 1;
    told && !quoted
}

/// "Reported here today".
fn is_of_speaking(sentence: &Sentence, at: usize) -> bool {
    let verb = sentence.tokens[at].head.and_then(|h| sentence.tokens.get(h));
    verb.is_none_or(|v| is(Class::Speaks, &v.lemma.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_model::{Passage, Span};
    use ascribe_testing::sentence;

    #[test]
    fn a_wire_is_written_in_the_town_of_its_dateline() {
        let gazetteer = Gazetteer::builtin().expect("built-in data is well formed");
        let written = |line: &str| {
            let text = format!("{line} Nine died.");
            let passage = |kind, start, end| Passage { kind, span: Span::new(start, end), author: None };
            let passages = vec![
                passage(PassageKind::Metadata, 0, line.len()),
                passage(PassageKind::Body, line.len() + 1, text.len()),
            ];
            let report = Report { text, passages, ..Report::default() };
            written_at(&report, &gazetteer).map(|w| (w.name, w.within))
        };
        let lima = Some(("Lima".to_owned(), vec!["Peru".to_owned()]));
        assert_eq!(written("Lima (PERU), 3 Nov 89 (EFE) -- [Text]"), lima);
        assert_eq!(written("LIMA, Peru, 3 Nov --"), lima);
        assert_eq!(written("Clandestine, 3 Nov 89 (Radio) --"), None);
        assert_eq!(written("By Ana Ruiz"), None);
    }

    #[test]
    fn here_is_where_something_happened_and_not_where_it_was_told() {
        let here =
            |verb: &str| sentence(&format!("They/PRON/2/nsubj {verb}/{verb}/VERB/0/root here/ADV/2/advmod"));
        assert!(means_here(&here("die"), 2));
        assert!(!means_here(&here("report"), 2));
        assert!(means_here(&sentence("in/ADP/3/case this/DET/3/det city/NOUN/0/root"), 2));
        assert!(!means_here(&sentence("in/ADP/3/case the/DET/3/det city/NOUN/0/root"), 2));
    }
}
