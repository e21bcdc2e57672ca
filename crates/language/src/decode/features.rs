//! Owns morphology where the model gives none: number and verb form, by form, lemma and neighbours.

use ascribe_model::{Token, Upos};

/// Fills empty `feats` of nouns and verbs.
pub fn fill(tokens: &mut [Token]) {
    for n in 0..tokens.len() {
        if tokens[n].feats.is_empty() {
            let feats = match tokens[n].upos {
                Upos::Noun | Upos::Propn => number(&tokens[n]),
                Upos::Verb | Upos::Aux => verb(tokens, n),
                _ => "",
            };
            tokens[n].feats = feats.to_owned();
        }
    }
}

fn number(token: &Token) -> &'static str {
    let plural = token.text.to_lowercase() != token.lemma.to_lowercase() && token.upos == Upos::Noun;
    if plural { "Number=Plur" } else { "Number=Sing" }
}

fn verb(tokens: &[Token], n: usize) -> &'static str {
    let form = tokens[n].text.to_lowercase();
    let child = |relation: &str| tokens.iter().any(|t| t.head == Some(n) && t.deprel == relation);
    let past =
        form.ends_with("ed") || (form != tokens[n].lemma && !form.ends_with("ing") && !form.ends_with('s'));
    if form.ends_with("ing") && form != tokens[n].lemma {
        return "Tense=Pres|VerbForm=Part";
    }
    if past && child("aux:pass") {
        return "Tense=Past|VerbForm=Part|Voice=Pass";
    }
    if past && child("aux") {
        return "Tense=Past|VerbForm=Part";
    }
    if past && tokens[n].deprel.starts_with("acl") && !tokens[n].deprel.contains("relcl") {
        return "Tense=Past|VerbForm=Part|Voice=Pass";
    }
    let infinitive = tokens
        .iter()
        .any(|t| t.head == Some(n) && (t.deprel == "aux" || (t.deprel == "mark" && t.lemma == "to")));
    match (past, infinitive) {
        (true, _) => "Mood=Ind|Tense=Past|VerbForm=Fin",
        (_, true) => "VerbForm=Inf",
        _ => "Mood=Ind|Tense=Pres|VerbForm=Fin",
    }
}
