//! "It" of whoever tells: "the Front said it carried out the raid". The chains know it where the words show a body; the
//! dictionary knows more bodies than they do.

use ascribe_model::{ActorMention, Analysis, Sentence, Upos};

/// Adds the party that tells where "it" is the doer of what it tells and no chain says who that is.
pub(crate) fn of_it(found: &mut Vec<ActorMention>, analysis: &Analysis) {
    let mut added = Vec::new();
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        for pronoun in (0..sentence.tokens.len()).filter(|&t| is_doer(sentence, t)) {
            let mut here = found.iter().filter(|m| m.sentence == number);
            let teller = teller(sentence, pronoun).filter(|_| !here.clone().any(|m| m.head == pronoun));
            let body = here.find(|m| Some(m.head) == teller && m.id.is_some() && !m.person);
            let Some(body) = body else { continue };
            let tokens = ascribe_model::TokenRange::new(pronoun, pronoun + 1);
            added.push(ActorMention {
                tokens,
                head: pronoun,
                span: sentence.span_of(tokens),
                named: false,
                by: "who tells".to_owned(),
                ..body.clone()
            });
        }
    }
    found.append(&mut added);
}

/// "It" as the subject of a verb in what is told.
fn is_doer(sentence: &Sentence, token: usize) -> bool {
    let it = sentence.tokens[token].text.eq_ignore_ascii_case("it") && sentence.relation_is(token, "nsubj");
    let verb = sentence.tokens[token].head.filter(|_| it);
    verb.is_some_and(|v| sentence.tokens[v].upos == Upos::Verb && sentence.relation_is(v, "ccomp"))
}

/// The subject of the verb that tells it.
fn teller(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let told = sentence.tokens[pronoun].head?;
    sentence.child(sentence.tokens[told].head?, &["nsubj"])
}
