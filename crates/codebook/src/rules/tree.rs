//! A sentence with its children listed once, and the grammar that rules take for granted: who is the
//! subject of a participle, of a controlled infinitive, of a conjunct; what a passive verb is done to.

mod accused;
mod attempt;
mod clause;
mod object;
mod passive;
mod subject;

use crate::rules::vocabulary::{Word, is};
use ascribe_model::{Sentence, Token, Upos};
use passive::active_subjects;

/// How many steps control and coordination are followed; deeper chains are parse errors.
const DEPTH: usize = 8;

/// A sentence prepared for walking.
pub struct Tree<'a> {
    /// The sentence.
    pub sentence: &'a Sentence,
    children: Vec<Vec<usize>>,
    lemmas: Vec<String>,
    words: Vec<String>,
    /// Subjects that the parser took for passive ones.
    active: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// Lists the children and lower-cases the lemmas.
    pub fn new(sentence: &'a Sentence) -> Self {
        let mut children = vec![Vec::new(); sentence.tokens.len()];
        for (i, token) in sentence.tokens.iter().enumerate() {
            if let Some(list) = token.head.filter(|&h| h != i).and_then(|h| children.get_mut(h)) {
                list.push(i);
            }
        }
        let lower = |f: fn(&Token) -> &str| sentence.tokens.iter().map(|t| f(t).to_lowercase()).collect();
        let active = active_subjects(sentence, &children);
        Self { sentence, children, lemmas: lower(|t| &t.lemma), words: lower(|t| &t.text), active }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    /// True for a sentence without tokens.
    pub fn is_empty(&self) -> bool {
        self.sentence.tokens.is_empty()
    }

    /// Children in text order.
    pub fn children(&self, token: usize) -> &[usize] {
        self.children.get(token).map_or(&[], Vec::as_slice)
    }

    /// The lower-case lemma; empty out of range.
    pub fn lemma(&self, token: usize) -> &str {
        self.lemmas.get(token).map_or("", String::as_str)
    }

    /// The lower-case word; empty out of range.
    pub fn word(&self, token: usize) -> &str {
        self.words.get(token).map_or("", String::as_str)
    }

    /// The relation to the governor; empty out of range.
    pub fn relation(&self, token: usize) -> &str {
        if self.active.contains(&token) {
            return "nsubj";
        }
        self.sentence.tokens.get(token).map_or("", |t| t.deprel.as_str())
    }

    /// The relation without its subtype.
    pub fn base(&self, token: usize) -> &str {
        self.relation(token).split(':').next().unwrap_or("")
    }

    /// The governor.
    pub fn head(&self, token: usize) -> Option<usize> {
        self.sentence.tokens.get(token)?.head.filter(|&h| h != token && h < self.len())
    }

    /// The part of speech.
    pub fn upos(&self, token: usize) -> Upos {
        self.sentence.tokens.get(token).map_or(Upos::X, |t| t.upos)
    }

    /// True where the features hold this one (`Tense=Past`).
    pub fn has_feature(&self, token: usize, feature: &str) -> bool {
        self.sentence.tokens.get(token).is_some_and(|t| t.feats.split('|').any(|f| f == feature))
    }

    /// The first child with that relation, subtype and all.
    pub fn child(&self, token: usize, relation: &str) -> Option<usize> {
        self.children(token).iter().copied().find(|&c| self.relation(c) == relation)
    }

    /// Prepositions or subordinators of a dependent, as words.
    pub fn is_marked(&self, token: usize, word: &str) -> bool {
        self.children(token).iter().any(|&c| matches!(self.base(c), "case" | "mark") && self.word(c) == word)
    }

    /// True for verbs and for words that a verb's children show to be used as one.
    pub fn is_verbal(&self, token: usize) -> bool {
        matches!(self.upos(token), Upos::Verb | Upos::Aux)
    }

    /// For "who", "which", "that" of a relative clause, the noun that they stand for; else the token.
    pub fn antecedent(&self, token: usize) -> usize {
        if !self.is_relative(token) {
            return token;
        }
        let mut at = token;
        for _ in 0..DEPTH {
            let Some(head) = self.head(at) else { return token };
            if self.relation(at) == "acl:relcl" {
                return head;
            }
            at = head;
        }
        token
    }

    fn is_relative(&self, token: usize) -> bool {
        matches!(self.word(token), "who" | "which" | "that" | "whom") && self.upos(token) != Upos::Noun
    }

    /// For "dozens of soldiers", the soldiers; else the token.
    pub fn meant(&self, token: usize) -> usize {
        if !is(Word::Quantity, self.lemma(token)) && self.upos(token) != Upos::Num {
            return token;
        }
        let inner =
            self.children(token).iter().copied().find(|&c| self.base(c) == "nmod" && self.is_marked(c, "of"));
        inner.unwrap_or(token)
    }
}
