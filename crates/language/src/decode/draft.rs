//! Owns the tree of a sentence while it is mended. All that it holds is counted as heads count: from 1, the root being 0.

use ascribe_model::Upos;

/// The words of a sentence with what the network makes of them.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The words in lower case; the root has none.
    pub forms: Vec<String>,
    /// Their parts of speech.
    pub upos: Vec<Upos>,
    /// What each hangs on.
    pub heads: Vec<usize>,
    /// The names of their relations.
    pub names: Vec<String>,
}

impl Draft {
    /// The number of words and the root.
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// True where the word hangs on the head by that relation.
    pub fn hangs(&self, word: usize, head: usize, relation: &str) -> bool {
        self.heads[word] == head && self.names[word] == relation
    }

    /// True where the word has a dependant of that relation.
    pub fn has(&self, head: usize, relation: &str) -> bool {
        (1..self.len()).any(|n| self.hangs(n, head, relation))
    }

    /// True where the word is the head or hangs below it.
    pub fn is_under(&self, word: usize, head: usize) -> bool {
        let mut at = word;
        for _ in 0..self.len() {
            if at == head {
                return true;
            }
            at = self.heads[at];
        }
        false
    }

    /// Hangs a word on a head by that relation.
    pub fn hang(&mut self, word: usize, head: usize, relation: &str) {
        self.heads[word] = head;
        self.rename(word, relation);
    }

    /// Gives a word another relation to its head.
    pub fn rename(&mut self, word: usize, relation: &str) {
        relation.clone_into(&mut self.names[word]);
    }
}
