//! Owns whom a pronoun means that suffers what its verb tells: nobody tells of his own death, and those who were taken in
//! one sentence are those freed in the next.

use super::Text;
use crate::vocabulary::{Word, is};
use ascribe_model::Sentence;

/// "Police believe they were kidnapped", "the group said they were killed": who tells of it is not whom it befell.
pub(super) fn tells_of_others(text: &Text<'_>, candidate: usize, pronoun: usize) -> bool {
    let (teller, node) = (&text.nodes[candidate], &text.nodes[pronoun]);
    let sentence = &text.sentences[node.sentence];
    let Some(verb) = suffers(sentence, node.head) else { return false };
    let above = sentence.tokens[verb].head.filter(|_| sentence.relation_is(verb, "ccomp"));
    let tells = sentence.relation_is(teller.head, "nsubj") && sentence.tokens[teller.head].head == above;
    let lemma = &sentence.tokens[verb].lemma;
    let watcher = is(Word::Watcher, &sentence.tokens[teller.head].lemma.to_lowercase());
    above.is_some() && tells && (is(Word::Kills, lemma) || watcher && is(Word::Takes, lemma))
}

/// "Rebels abducted two nurses. They were freed on Friday": the nurses come before the rebels.
pub(super) fn rank(text: &Text<'_>, candidate: usize, pronoun: usize) -> Option<u8> {
    let (node, before) = (&text.nodes[pronoun], &text.nodes[candidate]);
    let verb = suffers(&text.sentences[node.sentence], node.head)?;
    let lemma = text.sentences[node.sentence].tokens[verb].lemma.as_str();
    let befalls = [Word::Takes, Word::Kills, Word::Befalls].iter().any(|&class| is(class, lemma));
    let sentence = &text.sentences[before.sentence];
    let above = sentence.tokens[before.head].head?;
    let taken = befalls && is(Word::Takes, &sentence.tokens[above].lemma);
    let is = |relation| sentence.relation_is(before.head, relation);
    match () {
        () if !taken => None,
        () if is("obj") || is("nsubj:pass") => Some(0),
        () if is("nsubj") && sentence.child(above, &["obj"]).is_some() => Some(2),
        () => None,
    }
}

/// "Police freed nine workers a day after they were seized": whom the clause above frees or finds.
pub(super) fn freed(text: &Text<'_>, pronoun: usize, same: &[usize]) -> Option<usize> {
    let node = &text.nodes[pronoun];
    let sentence = &text.sentences[node.sentence];
    let verb = suffers(sentence, node.head).filter(|&v| is(Word::Takes, &sentence.tokens[v].lemma))?;
    let above = sentence.tokens[verb].head.filter(|_| sentence.relation_is(verb, "advcl"))?;
    let frees = is(Word::Frees, &sentence.tokens[above].lemma);
    let object = |m: &&usize| {
        let head = text.nodes[**m].head;
        sentence.tokens[head].head == Some(above) && sentence.relation_is(head, "obj")
    };
    same.iter().find(object).copied().filter(|_| frees)
}

/// The verb whose passive subject a token is.
fn suffers(sentence: &Sentence, token: usize) -> Option<usize> {
    sentence.tokens[token].head.filter(|_| sentence.relation_is(token, "nsubj:pass"))
}
