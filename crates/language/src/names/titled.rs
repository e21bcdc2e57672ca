//! Owns persons by rank and surname that no head marked: "General Okello was detained".

use crate::lexicon::{self, Class};
use ascribe_model::{Label, Mention, Sentence, TokenRange, Upos};

/// What a rank before the name says without the network's word.
const RANK_SCORE: f32 = 0.6;

/// Adds the names that stand right behind a rank with a capital and that no other name holds.
pub fn add(sentence: &Sentence, found: &mut Vec<Mention>) {
    for at in 1..sentence.tokens.len() {
        if !(is_rank(sentence, at - 1) && is_surname(sentence, at)) {
            continue;
        }
        // "General Okello" taken whole for a name: the rank is none of it.
        let whole = |m: &&mut Mention| {
            m.tokens.start == at - 1 && m.tokens.end > at && m.named && m.label == Label::Person
        };
        if let Some(name) = found.iter_mut().find(whole) {
            name.head = at;
            name.tokens.start = at;
            continue;
        }
        let taken = |t: usize| found.iter().any(|m| m.named && m.tokens.contains(t));
        if taken(at) || taken(at - 1) {
            continue;
        }
        let goes_on = |t: &usize| sentence.relation_is(*t, "flat") && is_surname(sentence, *t) && !taken(*t);
        let end = (at + 1..sentence.tokens.len()).take_while(goes_on).last().map_or(at + 1, |t| t + 1);
        let tokens = TokenRange::new(at, end);
        found.push(Mention { tokens, head: at, label: Label::Person, named: true, score: RANK_SCORE });
    }
}

/// "The home of Bishop Carlos Brun": who has an office before his two names is no place.
pub fn relabel(sentence: &Sentence, found: &mut [Mention]) {
    for name in found.iter_mut().filter(|m| m.named && m.label == Label::Place) {
        let Some(title) = name.tokens.start.checked_sub(1) else { continue };
        let two = name.tokens.end - name.tokens.start > 1;
        let describes = sentence.tokens[title].head == Some(name.head)
            && sentence.tokens[title].deprel.starts_with("nmod")
            && sentence.tokens[name.tokens.start..name.tokens.end].iter().all(|t| t.upos == Upos::Propn);
        if two && describes && is_person(sentence, title, "office") {
            name.label = Label::Person;
        }
    }
}

fn is_rank(sentence: &Sentence, at: usize) -> bool {
    is_person(sentence, at, "rank")
}

fn is_person(sentence: &Sentence, at: usize, what: &str) -> bool {
    let token = &sentence.tokens[at];
    let kind = |(class, kind): &(Class, &str)| *class == Class::Person && *kind == what;
    token.text.starts_with(char::is_uppercase)
        && lexicon::classes(&token.text.to_lowercase()).iter().any(kind)
}

/// A name of which the lists know nothing: not the "Assembly" of "General Assembly".
fn is_surname(sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let lower = token.lemma.to_lowercase();
    token.upos == Upos::Propn
        && token.text.len() > 2
        && token.text.starts_with(char::is_uppercase)
        && token.text.chars().skip(1).any(char::is_lowercase)
        && lexicon::classes(&lower).is_empty()
        && !lexicon::is_common(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_testing::sentence;

    fn named(words: &str) -> usize {
        let mut found = Vec::new();
        add(&sentence(words), &mut found);
        found.len()
    }

    #[test]
    fn a_rank_is_none_of_the_name() {
        let words = sentence("General/General/PROPN/2/nmod Okello/Okello/PROPN/0/root");
        let after = |label: Label| {
            let whole = TokenRange::new(0, 2);
            let mut found = vec![Mention { tokens: whole, head: 1, label, named: true, score: 0.9 }];
            add(&words, &mut found);
            found.iter().map(|m| (m.tokens.start, m.tokens.end)).collect::<Vec<_>>()
        };
        assert_eq!(after(Label::Person), [(1, 2)]);
        // A town by that name stays one.
        assert_eq!(after(Label::Place), [(0, 2)]);
    }

    #[test]
    fn who_has_an_office_is_no_place() {
        let label = |words: &str| {
            let tokens = TokenRange::new(1, 3);
            let mut found = [Mention { tokens, head: 1, label: Label::Place, named: true, score: 0.9 }];
            relabel(&sentence(words), &mut found);
            found[0].label
        };
        let bishop = "Bishop/Bishop/PROPN/2/nmod:desc Carlos/Carlos/PROPN/0/root Brun/Brun/PROPN/2/flat";
        assert_eq!(label(bishop), Label::Person);
        let port = "Port/Port/PROPN/2/nmod:desc Carlos/Carlos/PROPN/0/root Brun/Brun/PROPN/2/flat";
        assert_eq!(label(port), Label::Place);
    }

    #[test]
    fn a_rank_tells_that_a_person_follows() {
        assert_eq!(named("General/General/PROPN/2/nmod Okello/Okello/PROPN/0/root"), 1);
        assert_eq!(named("General/General/PROPN/2/compound Staff/Staff/PROPN/0/root"), 0);
        assert_eq!(named("The/the/DET/2/det Okello/Okello/PROPN/0/root"), 0);
    }
}
