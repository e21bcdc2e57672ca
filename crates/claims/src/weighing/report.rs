//! What a report and each of its sentences are about: shares of topic words, headings of digests.

use super::Weighing;
use crate::vocabulary::deeds::{self, Deed};
use ascribe_model::{Analysis, Grounding, PassageKind, Report, Side, Upos};

/// Topics that signs are made of.
pub(crate) const TOPICS: [&str; 8] =
    ["conflict", "crime", "court", "politics", "sport", "screen", "mishap", "cause"];

/// What stands around a candidate.
#[derive(Debug, Clone, Default)]
pub(crate) struct Around {
    /// Topic words of each sentence, in the order of [`TOPICS`].
    pub(crate) sentences: Vec<[usize; TOPICS.len()]>,
    /// Share of sentences with a word of each topic.
    pub(crate) shares: [f32; TOPICS.len()],
    /// Sentences that name a known armed party other than a state's.
    pub(crate) armed: Vec<bool>,
    /// Topic of the heading that each sentence stands under, where the report is a digest.
    pub(crate) sections: Vec<Option<String>>,
    /// Direct speech: the sentence opens with, or stands within, quotation marks.
    pub(crate) quoted: Vec<bool>,
}

impl Around {
    /// Reads a report once.
    pub(crate) fn new(report: &Report, analysis: &Analysis, grounding: &Grounding, lists: &Weighing) -> Self {
        let sentences: Vec<_> = analysis.sentences.iter().map(|s| topics(s, lists)).collect();
        let mut shares = [0.0; TOPICS.len()];
        for (n, share) in shares.iter_mut().enumerate() {
            let with = sentences.iter().filter(|s| s[n] > 0).count();
            *share = with as f32 / sentences.len().max(1) as f32;
        }
        let mut armed = vec![false; analysis.sentences.len()];
        for actor in &grounding.actors {
            let fights = matches!(actor.side, Side::Rebel | Side::Jihadist | Side::Militia | Side::StateAlly);
            if let Some(here) = armed.get_mut(actor.sentence) {
                *here |= fights && !actor.person;
            }
        }
        let sections = analysis.sentences.iter().map(|s| section(report, s.span.start, lists)).collect();
        let quoted = analysis.sentences.iter().map(is_quoted).collect();
        Self { sentences, shares, armed, sections, quoted }
    }

    /// Words of a topic in a sentence.
    pub(crate) fn count(&self, sentence: usize, topic: &str) -> usize {
        let at = TOPICS.iter().position(|t| *t == topic);
        at.and_then(|at| Some(self.sentences.get(sentence)?[at])).unwrap_or(0)
    }

    /// Share of the report's sentences with words of a topic.
    pub(crate) fn share(&self, topic: &str) -> f32 {
        TOPICS.iter().position(|t| *t == topic).map_or(0.0, |at| self.shares[at])
    }
}

fn topics(sentence: &ascribe_model::Sentence, lists: &Weighing) -> [usize; TOPICS.len()] {
    let mut counts = [0; TOPICS.len()];
    for token in &sentence.tokens {
        // "neighbouring countries": no neighbours' quarrel.
        let describes = token.deprel == "amod" && token.text.ends_with("ing");
        // "Gunmen stormed the post", "rebels planted a bomb", "shells rained down": no storm, no plant, no rain.
        let acts = token.upos == Upos::Verb && deeds::is(Deed::NoTopic, &token.lemma);
        if describes
            || acts
            || !matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::X)
        {
            continue;
        }
        let found = [&token.lemma, &token.text].into_iter().find_map(|w| lists.topics.get(&w.to_lowercase()));
        for topic in found.into_iter().flatten() {
            if let Some(at) = TOPICS.iter().position(|t| t == topic) {
                counts[at] += 1;
            }
        }
    }
    counts
}

/// The topic of the nearest listed heading above: "#### Disasters and accidents".
fn section(report: &Report, at: usize, lists: &Weighing) -> Option<String> {
    report
        .passages
        .iter()
        .filter(|p| p.span.start < at && matches!(p.kind, PassageKind::Heading | PassageKind::Furniture))
        .filter_map(|p| Some((p.span.start, topic_of_heading(report.words(p.span), lists)?)))
        .max_by_key(|(start, _)| *start)
        .map(|(_, topic)| topic.clone())
}

/// The topic of a heading whose words are all listed; "Business owners flee" is a headline, not a section.
fn topic_of_heading<'a>(heading: &str, lists: &'a Weighing) -> Option<&'a String> {
    const JOINS: [&str; 5] = ["and", "of", "the", "in", "other"];
    let words = heading.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !JOINS.contains(w));
    let topics: Option<Vec<&String>> = words.map(|w| lists.sections.get(w)).collect();
    topics?.first().copied()
}

fn is_quoted(sentence: &ascribe_model::Sentence) -> bool {
    let marks = |t: &&ascribe_model::Token| matches!(t.text.as_str(), "\"" | "“" | "”" | "``" | "''");
    let first = sentence.tokens.first().is_some_and(|t| marks(&t));
    first || sentence.tokens.iter().filter(marks).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::{Weighing, topic_of_heading};
    use ascribe_codebook::DataFiles;

    #[test]
    fn headings_of_sections_and_headlines() {
        let lists = Weighing::load(&DataFiles::builtin()).expect("valid lists");
        let topic = |heading: &str| topic_of_heading(heading, &lists).map(String::as_str);
        assert_eq!(topic("Disasters and accidents"), Some("mishap"));
        assert_eq!(topic("#### Armed conflicts and attacks"), Some("conflict"));
        assert_eq!(topic("Health and sports"), Some("other"));
        assert_eq!(topic("Business owners flee the fighting"), None);
        assert_eq!(topic(""), None);
    }
}
