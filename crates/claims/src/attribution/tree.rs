//! Small questions to a tree that several parts of attribution and modality ask.

use ascribe_model::{Sentence, Upos};

/// The subtree of `top` without the subtrees of `without`, as a mask over the sentence's tokens.
pub(crate) fn mask(sentence: &Sentence, top: usize, without: &[usize]) -> Vec<bool> {
    let mut inside = vec![false; sentence.tokens.len()];
    let mut stack = vec![top];
    while let Some(at) = stack.pop() {
        if at < inside.len() && !inside[at] && !without.contains(&at) {
            inside[at] = true;
            stack.extend(sentence.children(at));
        }
    }
    inside
}

/// The governor of a token, if any; never the token itself.
pub(crate) fn head(sentence: &Sentence, token: usize) -> Option<usize> {
    sentence.tokens.get(token)?.head.filter(|&h| h != token && h < sentence.tokens.len())
}

/// The chain of governors above a token, nearest first; ends on any cycle.
pub(crate) fn above(sentence: &Sentence, token: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = token;
    while let Some(up) = head(sentence, at) {
        if found.contains(&up) || up == token {
            break;
        }
        found.push(up);
        at = up;
    }
    found
}

/// True where the token's relation is one of these (subtypes included).
pub(crate) fn relation(sentence: &Sentence, token: usize, names: &[&str]) -> bool {
    token < sentence.tokens.len() && names.iter().any(|n| sentence.relation_is(token, n))
}

/// The lower-cased form of a token, empty where there is none.
pub(crate) fn form(sentence: &Sentence, token: usize) -> String {
    sentence.tokens.get(token).map(|t| t.text.to_lowercase()).unwrap_or_default()
}

/// The lemma in lower case.
pub(crate) fn lemma(sentence: &Sentence, token: usize) -> String {
    sentence.tokens.get(token).map(|t| t.lemma.to_lowercase()).unwrap_or_default()
}

/// A list's entry for a token: by its lemma, or by the lemma with the "e" that a guessed one may lack
/// ("blamed" → "blam").
pub(crate) fn entry<'a, V>(
    list: &'a rustc_hash::FxHashMap<String, V>,
    sentence: &Sentence,
    token: usize,
) -> Option<&'a V> {
    let mut name = lemma(sentence, token);
    list.get(&name).or_else(|| {
        name.push('e');
        list.get(&name)
    })
}

/// True where a feature (`Tense=Past`) is set.
pub(crate) fn feature(sentence: &Sentence, token: usize, feature: &str) -> bool {
    sentence.tokens.get(token).is_some_and(|t| t.feats.split('|').any(|f| f == feature))
}

/// The preposition or mark in front of a phrase ("of", "that"), lower case.
pub(crate) fn case_of(sentence: &Sentence, token: usize) -> Option<String> {
    sentence.children(token).find(|&c| relation(sentence, c, &["case", "mark"])).map(|c| form(sentence, c))
}

/// True for a token that heads a clause: a verb, or a predicate with a copula or a subject.
pub(crate) fn is_clause(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens.get(token).is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux))
        || sentence.children(token).any(|c| relation(sentence, c, &["cop", "nsubj", "csubj", "aux"]))
}

/// True where the verb carries "not", "never", "n't" or a negative subject or object determiner.
pub(crate) fn is_negated(sentence: &Sentence, verb: usize) -> bool {
    const WORDS: [&str; 6] = ["not", "n't", "n’t", "never", "neither", "nor"];
    sentence.children(verb).any(|c| {
        // "“Probably not,” she said": a negation belongs to the verb only where nothing stands between.
        let close = c < verb
            && c + 4 >= verb
            && !sentence.tokens[c..verb].iter().any(|t| t.upos == Upos::Punct || relation_is_subject(t));
        (WORDS.contains(&form(sentence, c).as_str()) && close)
            || (relation(sentence, c, &["nsubj"])
                && (matches!(form(sentence, c).as_str(), "nobody" | "none" | "no-one")
                    || sentence.children(c).any(|d| form(sentence, d) == "no" && d < c)))
    })
}

fn relation_is_subject(token: &ascribe_model::Token) -> bool {
    token.deprel.starts_with("nsubj")
}

/// First and last set index of a mask.
pub(crate) fn bounds(mask: &[bool]) -> Option<(usize, usize)> {
    Some((mask.iter().position(|&b| b)?, mask.iter().rposition(|&b| b)?))
}

#[cfg(test)]
pub(crate) mod build {
    //! Hand-built trees: one line a token, its cells apart by blanks.
    use ascribe_model::{Analysis, Report};

    /// A report of one passage with these sentences.
    pub(crate) fn report(sentences: &[&str]) -> (Report, Analysis) {
        ascribe_testing::report(sentences.iter().map(|lines| {
            let lines = lines.lines().map(str::trim).filter(|l| !l.is_empty());
            lines.map(|line| line.split_whitespace().collect())
        }))
    }
}
