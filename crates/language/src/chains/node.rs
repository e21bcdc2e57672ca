//! Owns what can be a member of a chain, and what a resolver must know of it.

use crate::{
    lexicon::{self, Class},
    names::noun_phrase,
};
use ascribe_model::{Label, Mention, Sentence, TokenRange, Upos};

/// How a member of a chain is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A proper name.
    Name,
    /// A description by a common noun.
    Noun,
    /// A personal or possessive pronoun.
    Pronoun,
    /// "who", "which", "that", with the noun that it repeats.
    Relative(usize),
    /// A verb that a noun may take up ("attacked … the attack").
    Verb,
}

/// A possible member of a chain.
#[derive(Debug, Clone)]
pub struct Node {
    /// Index of its sentence.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its head token.
    pub head: usize,
    /// How it is worded.
    pub form: Form,
    /// Label of the mention, if it is one.
    pub label: Option<Label>,
    /// Lemma of the head in lower case.
    pub lemma: String,
    /// Words of the name or phrase in lower case, without articles and marks.
    pub words: Vec<String>,
    /// True where the head is plural.
    pub plural: bool,
    /// True where other nouns are joined to it ("the army and militias").
    pub joined: bool,
    /// 0 for the subject of the sentence's main verb, 1 another subject, 2 an object, 3 anything else.
    pub rank: u8,
}

/// All nodes of a report, in text order of their heads.
pub fn collect(sentences: &[Sentence]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for head in 0..sentence.tokens.len() {
            nodes.extend(node(sentence, number, head));
        }
    }
    nodes
}

fn node(sentence: &Sentence, number: usize, head: usize) -> Option<Node> {
    let token = &sentence.tokens[head];
    let lemma = token.lemma.to_lowercase();
    let mention = mention_headed(sentence, head);
    let (form, tokens) = match (token.upos, mention) {
        (Upos::Pron, _) => {
            let alone = TokenRange::new(head, head + 1);
            match relative(sentence, head) {
                Some(noun) => (Form::Relative(noun), alone),
                None if is_personal(&token.text.to_lowercase()) && token.deprel != "expl" => {
                    (Form::Pronoun, alone)
                }
                None => return None,
            }
        }
        (_, Some(m)) if m.named => (Form::Name, m.tokens),
        (Upos::Noun, Some(m)) => (Form::Noun, m.tokens),
        (Upos::Noun | Upos::Propn, None)
            if !is_part(&token.deprel) && !lexicon::classes(&lemma).is_empty() =>
        {
            (Form::Noun, noun_phrase(sentence, head, false))
        }
        (Upos::Verb, _) => (Form::Verb, TokenRange::new(head, head + 1)),
        _ => return None,
    };
    if matches!(mention.map(|m| m.label), Some(Label::Time | Label::Quantity))
        || (form == Form::Noun && lexicon::is(&lemma, Class::Time))
    {
        return None;
    }
    Some(Node {
        sentence: number,
        tokens,
        head,
        form,
        label: mention.map(|m| m.label),
        words: words(sentence, tokens),
        plural: is_plural(sentence, head),
        joined: sentence.child(head, &["conj"]).is_some_and(|c| sentence.tokens[c].upos.is_nominal()),
        rank: rank(sentence, head),
        lemma,
    })
}

/// The mention of that head that names best: the widest of its named ones, else the widest.
fn mention_headed(sentence: &Sentence, head: usize) -> Option<&Mention> {
    let headed =
        sentence.mentions.iter().filter(|m| m.head == head && !matches!(m.label, Label::Nationality));
    headed.max_by_key(|m| (m.named, m.tokens.end - m.tokens.start))
}

fn is_part(relation: &str) -> bool {
    matches!(relation, "compound" | "flat" | "fixed" | "goeswith" | "nmod:desc")
}

fn words(sentence: &Sentence, tokens: TokenRange) -> Vec<String> {
    let inside = sentence.tokens.get(tokens.range()).unwrap_or(&[]);
    let kept = inside.iter().filter(|t| !matches!(t.upos, Upos::Det | Upos::Punct | Upos::Part));
    kept.map(|t| t.text.to_lowercase()).collect()
}

fn is_plural(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    let text = token.text.to_lowercase();
    match token.upos {
        Upos::Pron => matches!(text.as_str(), "they" | "them" | "their" | "theirs" | "themselves"),
        _ => {
            token.feats.contains("Number=Plur")
                || token.feats.contains("Number=Ptan")
                || matches!(token.lemma.as_str(), "people" | "police")
        }
    }
}

/// True for pronouns that are resolved. First and second persons belong to quotations.
fn is_personal(text: &str) -> bool {
    matches!(
        text,
        "he" | "him"
            | "his"
            | "himself"
            | "she"
            | "her"
            | "hers"
            | "herself"
            | "they"
            | "them"
            | "their"
            | "theirs"
            | "themselves"
            | "it"
            | "its"
            | "itself"
    )
}

/// The noun that a relative pronoun repeats: the head of its relative clause.
fn relative(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    if !matches!(
        sentence.tokens[pronoun].text.to_lowercase().as_str(),
        "who" | "which" | "that" | "whom" | "whose"
    ) {
        return None;
    }
    let mut at = pronoun;
    for _ in 0..4 {
        let head = sentence.tokens[at].head?;
        if sentence.relation_is(at, "acl:relcl") || sentence.tokens[at].deprel == "acl:relcl" {
            return (head < pronoun).then_some(head);
        }
        at = head;
    }
    None
}

fn rank(sentence: &Sentence, head: usize) -> u8 {
    let token = &sentence.tokens[head];
    let subject = sentence.relation_is(head, "nsubj");
    let main = token.head.is_some_and(|h| sentence.tokens[h].head.is_none());
    match () {
        () if subject && main => 0,
        () if subject => 1,
        () if matches!(token.deprel.as_str(), "obj" | "iobj" | "obl:agent") => 2,
        () => 3,
    }
}
