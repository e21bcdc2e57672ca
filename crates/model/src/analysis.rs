//! What the language stage says of a report's body: sentences, trees, names, mention chains.

use crate::Span;
use serde::{Deserialize, Serialize};

/// The analysis of one report. Sentences are in text order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// Sentences of the body passages.
    pub sentences: Vec<Sentence>,
    /// Mentions that stand for the same thing.
    pub chains: Vec<Chain>,
}

/// One sentence with its Universal Dependencies tree.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Where it stands in the report's text.
    pub span: Span,
    /// Index into [`crate::Report::passages`].
    pub passage: usize,
    /// Words and punctuation marks.
    pub tokens: Vec<Token>,
    /// Names and other mentions, by first token; they may nest but do not cross.
    pub mentions: Vec<Mention>,
    /// Words that may tell a deed, by token; empty for a model without that head.
    #[serde(default)]
    pub proposals: Vec<Proposal>,
}

/// A word of which the model says that it may tell an occurrence or a state.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The word.
    pub token: usize,
    /// The likeliest type of the codebook.
    pub kind: String,
    /// Probability that it tells any, 0..1; at least 0.05.
    pub score: f32,
    /// Probability that it tells this one, 0..1.
    pub kind_score: f32,
    /// Who and what fills the roles.
    pub roles: Vec<ProposedRole>,
}

/// A word that may fill a role of a proposed deed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ProposedRole {
    /// `agent`, `target`, `ally`, `other`, `place`, `time`, `source`, `means`, or a harm.
    pub role: String,
    /// Head of the phrase.
    pub token: usize,
    /// Probability, 0.5..1.
    pub score: f32,
}

/// One syntactic word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Token {
    /// Where it stands in the report's text.
    pub span: Span,
    /// The words as printed (`report.words(span)`).
    pub text: String,
    /// Dictionary form, lower case but for proper nouns.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: Upos,
    /// Index of the governing token in the sentence; `None` for the root.
    pub head: Option<usize>,
    /// Universal Dependencies relation to the head (`nsubj:pass`); `root` for the root.
    pub deprel: String,
    /// How far the chosen head was ahead of the second best (log probability, 0 = a toss-up).
    pub margin: f32,
    /// Morphological features in UD notation (`Tense=Past|VerbForm=Fin`), empty where none.
    pub feats: String,
}

/// Universal part-of-speech tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)]
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

impl Upos {
    /// All tags with their names in UD.
    pub const ALL: [(Upos, &'static str); 17] = [
        (Upos::Adj, "ADJ"),
        (Upos::Adp, "ADP"),
        (Upos::Adv, "ADV"),
        (Upos::Aux, "AUX"),
        (Upos::Cconj, "CCONJ"),
        (Upos::Det, "DET"),
        (Upos::Intj, "INTJ"),
        (Upos::Noun, "NOUN"),
        (Upos::Num, "NUM"),
        (Upos::Part, "PART"),
        (Upos::Pron, "PRON"),
        (Upos::Propn, "PROPN"),
        (Upos::Punct, "PUNCT"),
        (Upos::Sconj, "SCONJ"),
        (Upos::Sym, "SYM"),
        (Upos::Verb, "VERB"),
        (Upos::X, "X"),
    ];

    /// The tag of that UD name; `X` for an unknown one.
    pub fn parse(name: &str) -> Upos {
        Upos::ALL.iter().find(|(_, n)| *n == name).map_or(Upos::X, |(tag, _)| *tag)
    }

    /// The UD name.
    pub fn name(self) -> &'static str {
        Upos::ALL.iter().find(|(tag, _)| *tag == self).map_or("X", |(_, n)| n)
    }

    /// True for nouns, proper nouns, pronouns and numerals: what may head a mention.
    pub fn is_nominal(self) -> bool {
        matches!(self, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
    }
}

/// A half-open range of token indices in one sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TokenRange {
    /// First token.
    pub start: usize,
    /// First token after.
    pub end: usize,
}

impl TokenRange {
    /// Builds `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// True where the token is inside.
    pub fn contains(self, token: usize) -> bool {
        self.start <= token && token < self.end
    }

    /// As a standard range, to slice with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}

/// What a mention is a mention of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// A person by name.
    Person,
    /// An organisation, armed or not, by name ("Hezbollah", "the Interior Ministry").
    Organisation,
    /// People who act or are acted on, by a common noun ("the army", "20 soldiers", "two civilians").
    Actor,
    /// A place by name.
    Place,
    /// A built thing ("the al-Taim oil field", "a checkpoint").
    Facility,
    /// A date or time.
    Time,
    /// A quantity.
    Quantity,
    /// A weapon, or a vehicle used as one.
    Weapon,
    /// A nationality or group adjective ("Syrian").
    Nationality,
    /// Anything else that has a name.
    Other,
}

/// A span of tokens that names or describes something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Its tokens.
    pub tokens: TokenRange,
    /// The token that heads it in the tree.
    pub head: usize,
    /// What it mentions.
    pub label: Label,
    /// True for a proper name, false for a description or pronoun.
    pub named: bool,
    /// Probability given by the model, 0..1.
    pub score: f32,
}

/// One mention of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MentionRef {
    /// Index into [`Analysis::sentences`].
    pub sentence: usize,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The token that heads it.
    pub head: usize,
}

/// Mentions that stand for the same thing, in text order. The first *named* one gives the fullest name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// At least two mentions.
    pub mentions: Vec<MentionRef>,
}

impl Analysis {
    /// The chain that holds the mention headed by this token.
    pub fn chain_of(&self, sentence: usize, head: usize) -> Option<&Chain> {
        self.chains.iter().find(|c| c.mentions.iter().any(|m| m.sentence == sentence && m.head == head))
    }
}

impl Sentence {
    /// Indices of the tokens that this token governs, in order.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.tokens.iter().enumerate().filter(move |(_, t)| t.head == Some(token)).map(|(i, _)| i)
    }

    /// The first child with one of these relations (exact, or with `:subtype` left out).
    pub fn child(&self, token: usize, relations: &[&str]) -> Option<usize> {
        self.children(token).find(|&c| relations.iter().any(|r| self.relation_is(c, r)))
    }

    /// True where the token's relation is `relation` or a subtype of it.
    pub fn relation_is(&self, token: usize, relation: &str) -> bool {
        let found = self.tokens[token].deprel.as_str();
        found == relation
            || (found.starts_with(relation) && found.as_bytes().get(relation.len()) == Some(&b':'))
    }

    /// The token and everything below it, in text order. Safe on any head assignment.
    pub fn subtree(&self, token: usize) -> Vec<usize> {
        let mut inside = vec![false; self.tokens.len()];
        let mut stack = vec![token];
        while let Some(at) = stack.pop() {
            if !inside[at] {
                inside[at] = true;
                stack.extend(self.children(at));
            }
        }
        (0..inside.len()).filter(|&i| inside[i]).collect()
    }

    /// The text span of a token range; empty for an empty range.
    pub fn span_of(&self, range: TokenRange) -> Span {
        match self.tokens.get(range.start..range.end).and_then(|t| Some((t.first()?, t.last()?))) {
            Some((first, last)) => first.span.join(last.span),
            None => Span::default(),
        }
    }

    /// The innermost mention that holds the token.
    pub fn mention_at(&self, token: usize) -> Option<&Mention> {
        self.mentions
            .iter()
            .filter(|m| m.tokens.contains(token))
            .min_by_key(|m| m.tokens.end - m.tokens.start)
    }
}
