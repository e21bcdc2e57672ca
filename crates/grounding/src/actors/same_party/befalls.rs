//! "The army advanced on ISIS. … It killed 48 terrorists": whom it befalls, by a general word, is the group fought.

use crate::actors::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Sentence, Side};

/// A bare "terrorists", "militants" as the object of a deed or the subject of a passive, "rebels" excepted: they go
/// by the word themselves.
pub(super) fn befalls_general(sentence: &Sentence, mention: &ActorMention) -> bool {
    let lemma = sentence.tokens[mention.head].lemma.to_lowercase();
    let general = vocabulary::is(Word::General, &lemma) && !vocabulary::is(Word::RebelNoun, &lemma);
    let befallen = ["obj", "nsubj:pass"].iter().any(|r| sentence.relation_is(mention.head, r));
    let bare =
        mention.tokens.start == mention.head && sentence.child(mention.head, &["det", "nmod"]).is_none();
    general && befallen && bare
}

/// True where the sentence names no other armed group that they could be of, or that fights them.
pub(super) fn alone(found: &[ActorMention], at: usize) -> bool {
    let irregular = |s: Side| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia);
    let mut here = found.iter().enumerate().filter(|(n, m)| *n != at && m.sentence == found[at].sentence);
    !here.any(|(_, m)| irregular(m.side))
}
