//! Finds the words of a trigger in a sentence.

use super::syntax::{PosClass, Shape, Trigger};
use super::tree::Tree;
use ascribe_model::{TokenRange, Upos};

/// Where a trigger stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub head: usize,
    pub range: TokenRange,
    /// The trigger's own words: bit n is the token n after the start. "stabbed two boys to death" has two.
    words: u64,
}

impl Found {
    /// A single word.
    pub fn word(at: usize) -> Self {
        Self { head: at, range: TokenRange::new(at, at + 1), words: 1 }
    }

    /// True for the trigger's own words; what stands between them may fill roles.
    pub fn is_word(&self, token: usize) -> bool {
        let bit = token.checked_sub(self.range.start).filter(|&n| self.range.contains(token) && n < 64);
        bit.is_some_and(|n| self.words & (1 << n) != 0)
    }
}

/// Looks for the trigger with its first word at `at`.
pub(super) fn find(trigger: &Trigger, at: usize, tree: &Tree<'_>) -> Option<Found> {
    let found = match &trigger.shape {
        Shape::Adjacent(words) => adjacent(words, at, tree)?,
        Shape::Tree(words) => governed(words, at, tree)?,
    };
    (is_of_class(trigger.pos, found.head, tree) && !ends_in_verb(trigger, found, tree)).then_some(found)
}

/// "Gunmen with grenades attacked a bank", "rockets fired by rebels": the words of a noun that end in a verb of their
/// own are none.
fn ends_in_verb(trigger: &Trigger, found: Found, tree: &Tree<'_>) -> bool {
    let last = found.range.end.saturating_sub(1);
    let verb = tree.upos(last) == Upos::Verb && !tree.word(last).ends_with("ing");
    let own = ["obj", "obl:agent"].iter().any(|role| tree.child(last, role).is_some());
    trigger.pos == PosClass::Noun && last != found.head && verb && own
}

fn says(word: &str, token: usize, tree: &Tree<'_>) -> bool {
    tree.lemma(token) == word || tree.word(token) == word
}

/// How many of the words a token says: "counter-attacked", one token, says two.
fn said(words: &[String], token: usize, tree: &Tree<'_>) -> usize {
    let parts = |text: &str| {
        let parts: Vec<&str> = text.split('-').collect();
        let all = parts.len() > 1 && words.len() >= parts.len();
        (all && parts.iter().zip(words).all(|(part, word)| part == word)).then_some(parts.len())
    };
    match words.first() {
        Some(word) if says(word, token, tree) => 1,
        _ => parts(tree.lemma(token)).or_else(|| parts(tree.word(token))).unwrap_or(0),
    }
}

fn adjacent(words: &[String], at: usize, tree: &Tree<'_>) -> Option<Found> {
    let (mut end, mut rest) = (at, words);
    while !rest.is_empty() {
        // "car-bomb" is three tokens; the hyphen counts for nothing.
        if end > at && tree.word(end) == "-" {
            end += 1;
        }
        let said = if end < tree.len() { said(rest, end, tree) } else { 0 };
        rest = rest.get(said..).filter(|_| said > 0)?;
        end += 1;
    }
    let range = TokenRange::new(at, end);
    let head = range.range().find(|&t| tree.head(t).is_none_or(|h| !range.contains(h)))?;
    Some(Found { head, range, words: u64::MAX })
}

fn governed(words: &[String], at: usize, tree: &Tree<'_>) -> Option<Found> {
    let mut taken = vec![at];
    if !says(words.first()?, at, tree) {
        return None;
    }
    for word in words.iter().skip(1) {
        let next = taken
            .iter()
            .flat_map(|&t| tree.children(t).iter().copied())
            .find(|&c| !taken.contains(&c) && says(word, c, tree))?;
        taken.push(next);
    }
    let (start, end) = (*taken.iter().min()?, *taken.iter().max()?);
    let words = taken.iter().filter(|&&t| t - start < 64).fold(0, |bits, t| bits | 1 << (t - start));
    Some(Found { head: at, range: TokenRange::new(start, end + 1), words })
}

pub(super) fn is_of_class(pos: PosClass, head: usize, tree: &Tree<'_>) -> bool {
    match pos {
        PosClass::Any => true,
        PosClass::Verb => {
            matches!(tree.upos(head), Upos::Verb | Upos::Aux)
                || (tree.upos(head) == Upos::Adj && tree.lemma(head) != tree.word(head))
        }
        PosClass::Adj => matches!(tree.upos(head), Upos::Adj | Upos::Verb),
        PosClass::Noun => match tree.upos(head) {
            Upos::Noun => true,
            Upos::Propn => !inside_name(head, tree),
            // Gerunds: "heavy shelling of the town".
            Upos::Verb => {
                tree.word(head).ends_with("ing")
                    && tree.children(head).iter().any(|&c| matches!(tree.base(c), "det" | "amod" | "nmod"))
            }
            _ => false,
        },
    }
}

/// A capitalised noun inside a longer name ("Battle of Kursk", "Strike Force") is no trigger; one that
/// opens a headline or stands alone is.
pub(super) fn inside_name(head: usize, tree: &Tree<'_>) -> bool {
    if tree.upos(head) != Upos::Propn {
        return false;
    }
    let part = |token: usize| {
        tree.upos(token) == Upos::Propn
            && tree.word(token) != tree.sentence.tokens.get(token).map_or("", |t| t.text.as_str())
    };
    let joins = |c: usize| matches!(tree.base(c), "flat" | "compound") && part(c);
    let above = tree.head(head).is_some_and(|h| joins(head) && part(h));
    let below = tree.children(head).iter().any(|&c| joins(c));
    (above || below) && head > 0
}
