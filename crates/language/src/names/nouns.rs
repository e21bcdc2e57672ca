//! Owns mentions by common nouns: people, armed bodies, buildings and weapons that the network did
//! not mark, from the lists in `data/lang/en`. "20 soldiers", "gunmen", "the army", "a checkpoint",
//! "mortar shells"; also offices and armed bodies written as names ("the Interior Ministry").

use super::{merge::fits, phrase::noun_phrase};
use crate::lexicon::{self, Class};
use ascribe_model::{Label, Mention, Sentence, TokenRange, Upos};

/// What the lists say without the network's word.
const LIST_SCORE: f32 = 0.6;

/// Adds the mentions that the lists know. `sem` is the network's semantic class of a noun, where it
/// has one: "the *side* of the road" is no actor.
pub fn add<'a>(sentence: &Sentence, sem: &dyn Fn(usize) -> Option<&'a str>, found: &mut Vec<Mention>) {
    for head in 0..sentence.tokens.len() {
        let Some((label, of)) = label_of(sentence, head) else { continue };
        let known = found.iter().any(|m| m.head == head && (m.label == label || m.named));
        let inside_name = found.iter().any(|m| m.named && m.tokens.contains(head));
        if known || inside_name || !agrees(label, sem(head)) {
            continue;
        }
        let tokens = noun_phrase(sentence, head, of);
        let tokens = if fits(tokens, found) { tokens } else { noun_phrase(sentence, head, false) };
        let named = sentence.tokens[head].upos == Upos::Propn;
        let tokens = if named { bare(sentence, tokens, head) } else { tokens };
        if fits(tokens, found) {
            found.push(Mention { tokens, head, label, named, score: LIST_SCORE });
        }
    }
}

/// False where the network says that the noun means something of another kind.
fn agrees(label: Label, sem: Option<&str>) -> bool {
    match (label, sem) {
        (_, None | Some("O")) => true,
        (Label::Actor | Label::Organisation, Some(sem)) => {
            matches!(sem, "person" | "organization" | "animal" | "place")
        }
        (Label::Weapon, Some(sem)) => matches!(sem, "object" | "substance" | "event"),
        (Label::Facility, Some(sem)) => matches!(sem, "place" | "object" | "organization"),
        _ => true,
    }
}

/// The label of a noun by its lemma, and whether "of …" belongs to the mention.
fn label_of(sentence: &Sentence, head: usize) -> Option<(Label, bool)> {
    let token = &sentence.tokens[head];
    let lemma = token.lemma.to_lowercase();
    // "army spokesman": the first noun is part of the second's phrase.
    if matches!(token.deprel.as_str(), "compound" | "flat" | "fixed" | "goeswith" | "nmod:desc") {
        return None;
    }
    match token.upos {
        Upos::Noun if lexicon::people(&lemma).is_some() => Some((Label::Actor, true)),
        Upos::Noun if lexicon::is(&lemma, Class::Organisation) && acts(sentence, head) => {
            Some((Label::Actor, true))
        }
        Upos::Noun if lexicon::is(&lemma, Class::Weapon) || lexicon::is(&lemma, Class::Vehicle) => {
            Some((Label::Weapon, false))
        }
        Upos::Noun if lexicon::is(&lemma, Class::Facility) => Some((Label::Facility, false)),
        // "THREE EXTREMISTS", "Interior Ministry": capitals hide that these are common nouns.
        Upos::Propn if lexicon::is(&lemma, Class::Organisation) && has_modifier(sentence, head) => {
            Some((Label::Organisation, true))
        }
        Upos::Adj
            if matches!(lemma.as_str(), "wounded" | "dead" | "injured" | "displaced")
                && takes_article(sentence, head) =>
        {
            Some((Label::Actor, false))
        }
        _ => None,
    }
}

/// A body of people is an actor where the noun is one beyond doubt ("army", "police", "militia") or
/// it stands as a definite subject, object or agent ("the group said"), not in "a number of fronts".
fn acts(sentence: &Sentence, head: usize) -> bool {
    let lemma = sentence.tokens[head].lemma.as_str();
    const CLEAR: &[&str] = &[
        "army",
        "battalion",
        "brigade",
        "coalition",
        "contingent",
        "force",
        "gang",
        "government",
        "junta",
        "military",
        "militia",
        "ministry",
        "navy",
        "patrol",
        "platoon",
        "police",
        "regime",
        "regiment",
        "squad",
        "squadron",
        "troop",
    ];
    let relation = ["nsubj", "obl:agent", "obj", "nmod:poss"].iter().any(|r| sentence.relation_is(head, r));
    CLEAR.contains(&lemma)
        || (relation
            && takes_article(sentence, head)
            && !lexicon::is(lemma, Class::Facility)
            && !lexicon::is(lemma, Class::Statement))
}

fn takes_article(sentence: &Sentence, head: usize) -> bool {
    sentence.child(head, &["det"]).is_some_and(|d| {
        matches!(sentence.tokens[d].lemma.as_str(), "the" | "this" | "that" | "these" | "those")
    })
}

fn has_modifier(sentence: &Sentence, head: usize) -> bool {
    sentence
        .children(head)
        .any(|c| c < head && matches!(sentence.tokens[c].deprel.as_str(), "compound" | "amod" | "flat"))
}

/// A name without its article.
fn bare(sentence: &Sentence, mut tokens: TokenRange, head: usize) -> TokenRange {
    while tokens.start < head
        && matches!(sentence.tokens[tokens.start].upos, Upos::Det | Upos::Num | Upos::Punct)
    {
        tokens.start += 1;
    }
    tokens
}
