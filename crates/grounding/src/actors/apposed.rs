//! Groups whose name stands beside a noun for them and is in no dictionary: "a little-known group, the Valley
//! Martyrs, said that …".

use super::lexicon::{Class, noun};
use super::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Analysis, Report, Sentence, TokenRange};

/// Such a noun takes the name behind its comma; what was read of the parts of the name goes.
pub(super) fn groups(found: &mut [ActorMention], report: &Report, analysis: &Analysis) {
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let Some(tokens) = name_of(&found[at], sentence) else { continue };
        // What the dictionary knows whole has been read before.
        let whole =
            |m: &ActorMention| m.sentence == found[at].sentence && m.tokens == tokens && m.id.is_some();
        if found.iter().any(whole) {
            continue;
        }
        found[at].name = report.words(sentence.span_of(tokens)).to_owned();
        found[at].named = true;
        found[at].by = "the name of the group behind it".to_owned();
        let (number, name, side) = (found[at].sentence, found[at].name.clone(), found[at].side);
        for m in found.iter_mut().filter(|m| m.sentence == number && tokens.contains(m.head)) {
            (m.name, m.side, m.id, m.tokens) = (name.clone(), side, None, tokens);
        }
    }
}

/// The words of a proper name in apposition to a noun for a group, without their article.
fn name_of(mention: &ActorMention, sentence: &Sentence) -> Option<TokenRange> {
    let word = sentence.tokens.get(mention.head)?.text.to_lowercase();
    let body = noun(&word).is_some_and(|n| n.class == Class::Force && !n.plural);
    if mention.named || mention.person || !body || vocabulary::is(Word::Leader, &word) {
        return None;
    }
    let head = sentence.child(mention.head, &["appos"])?;
    let comma = sentence.tokens.get(mention.head + 1).is_some_and(|t| t.text == ",");
    let capital = |i: usize| sentence.tokens[i].text.starts_with(char::is_uppercase);
    let mut start = head;
    while start > mention.head + 2 && (capital(start - 1) || sentence.tokens[start - 1].text == "-") {
        start -= 1;
    }
    let mut end = head + 1;
    while sentence.tokens.get(end).is_some_and(|t| t.text.starts_with(char::is_uppercase) || t.text == "-") {
        end += 1;
    }
    let words = (start..end).filter(|&i| capital(i)).count();
    let acronym = words == 1 && sentence.tokens[head].text.chars().filter(|c| c.is_uppercase()).count() >= 3;
    (comma && capital(head) && (words >= 2 || acronym)).then(|| TokenRange::new(start, end))
}

#[cfg(test)]
mod tests {
    use crate::actors::{ActorDictionary, ground_actors_in};
    use crate::words::tests::treed;
    use ascribe_codebook::DataFiles;

    #[test]
    fn a_group_goes_by_the_name_behind_it() {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        let names = |text: &str| -> Vec<String> {
            let (report, analysis) = treed(&[text]);
            let found = ground_actors_in(&report, &analysis, &dictionary, Some("CO"));
            found.into_iter().map(|m| m.name).collect()
        };
        let named = "An/DET/2/det unknown/ADJ/3/amod group/NOUN/9/nsubj ,/PUNCT/6/punct the/DET/6/det \
                     Valley/PROPN/3/appos Martyrs/PROPN/6/flat ,/PUNCT/3/punct did/VERB/0/root";
        assert_eq!(names(named)[0], "Valley Martyrs");
        let other = "A/DET/2/det group/NOUN/4/nsubj today/NOUN/4/obl left/VERB/0/root";
        assert_ne!(names(other).first().map(String::as_str), Some("Valley Martyrs"));
    }
}
