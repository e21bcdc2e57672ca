//! What a rule file says, as data: rules, frames, vetoes, and the parts they are made of.
//! `docs/rules.md` is the manual of the language.

use super::facts::Fact;
use super::words::WordSet;

/// One rule, frames and lists resolved.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Unique name.
    pub id: String,
    /// File relative to `data/`.
    pub file: String,
    /// Line of `rule`.
    pub line: usize,
    /// Type of claim it yields.
    pub yields: String,
    /// One sentence on why it is right.
    pub why: String,
    /// True where the words name harm, which belongs to its cause wherever the sentence names one.
    pub effect: bool,
    /// True where the words name an occurrence only in passing: they count when roles are filled.
    pub passing: bool,
    /// True where the words name no occurrence of their own but lay the one told before at somebody's door.
    pub refers: bool,
    /// What it looks for.
    pub triggers: Vec<Trigger>,
    /// Who and what takes part, in the order of the file.
    pub roles: Vec<RolePattern>,
    /// All must hold.
    pub conditions: Vec<Condition>,
    /// Weapons or methods that the trigger itself tells.
    pub means: Vec<String>,
    /// Status that the words themselves tell (`ongoing` for states).
    pub status: Option<ascribe_model::Status>,
    /// True where the words sum up several occurrences.
    pub aggregate: bool,
    /// Higher ones are tried first; 50 where the file is silent.
    pub priority: i32,
    /// Examples that match or do not.
    pub examples: Vec<Example>,
}

/// A pattern of words that stands at the heart of an occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Part of speech of its head.
    pub pos: PosClass,
    /// The words.
    pub shape: Shape,
}

/// How the words of a trigger hang together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// `"car bomb"`, `clash`: lemmas side by side.
    Adjacent(Vec<String>),
    /// `open+fire`: the first governs the others, directly or through one another.
    Tree(Vec<String>),
}

/// Part of speech that a trigger's head must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PosClass {
    /// Verbs and participles.
    Verb,
    /// Common nouns, gerunds used as nouns, and capitalised nouns of headlines.
    Noun,
    /// Adjectives, and participles used as such.
    Adj,
    /// Whatever stands there.
    Any,
}

/// `role agent: subject | prep:by`: the first path that leads somewhere fills the role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RolePattern {
    /// Name of the role.
    pub role: String,
    /// Paths in order of preference.
    pub paths: Vec<Path>,
    /// Line in the file.
    pub line: usize,
}

/// Steps from the trigger's head to a role's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// In order.
    pub steps: Vec<Step>,
    /// True (the default) where conjuncts of the end fill the role too; `!` at the end turns it off.
    pub conjuncts: bool,
}

/// One step and what its end must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Where to.
    pub walk: Walk,
    /// What the token reached must be; empty accepts anything.
    pub filter: Filter,
}

/// Ways through a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Walk {
    /// To the children with that relation.
    Down(Relation),
    /// To the governor, where the relation to it is that one.
    Up(Relation),
    /// To the one who does it: subjects of active verbs, `by` phrases of passive ones, through control,
    /// coordination, participles and relative clauses.
    Subject,
    /// To what it is done to, in the same manner.
    Object,
    /// The object, or, of a verb without any, its subject ("5 killed in blast").
    Patient,
    /// To prepositional phrases of the token or of the verb that it hangs on (`prep:on,against`).
    Prep(Vec<String>),
    /// To any token left or right of it in the same noun phrase's modifiers (`compound`, `amod`, `nmod:poss`).
    Modifier,
    /// To the number, or the noun under it, that stands right beside the token, whatever the tree makes of it.
    Beside,
    /// Stays, to apply a filter.
    Here,
}

/// A relation: `nsubj`, `nsubj:pass`, `obl:by,with` (prepositions), `*` for any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// `nsubj`, or `*`.
    pub base: String,
    /// `pass`, `relcl`, `poss`, …
    pub subtype: Option<String>,
    /// Prepositions or subordinators, any of which must mark the dependent.
    pub marks: Vec<String>,
}

/// `[word,@list,:fact,!word]`: one of the plain items (if any) and none of the `!` ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that are accepted.
    pub words: WordSet,
    /// Facts that are accepted.
    pub facts: Vec<Fact>,
    /// Words that are refused.
    pub not_words: WordSet,
    /// Facts that are refused.
    pub not_facts: Vec<Fact>,
}

/// `require A or B and C` / `unless …`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Any of these, each of which is a list that must hold as a whole.
    pub any: Vec<Vec<Atom>>,
    /// True for `unless`.
    pub negated: bool,
    /// As written, for explanations.
    pub text: String,
    /// Line in the file.
    pub line: usize,
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// `agent` / `no agent`: the role is filled or not.
    Filled { role: String, wanted: bool },
    /// `agent is armed,@list` / `agent not …`: some filler passes (or none does).
    Role { role: String, filter: Filter, wanted: bool },
    /// `has PATH` / `lacks PATH`.
    Path { path: Path, wanted: bool },
    /// `clause has …`: a token of the trigger's clause passes.
    Clause { filter: Filter, wanted: bool },
    /// `sentence has …`: a token of the sentence passes.
    Sentence { filter: Filter, wanted: bool },
    /// `trigger plural`, and so on.
    Trigger { form: Form, wanted: bool },
    /// `trigger is :fact,@list`.
    TriggerIs { filter: Filter, wanted: bool },
}

/// Forms of a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plural noun.
    Plural,
    /// Verb in the passive.
    Passive,
    /// Finite verb.
    Finite,
    /// Infinitive.
    Infinitive,
    /// Participle or gerund.
    Participle,
    /// Noun with `the`, `this`, `that`, a possessive.
    Definite,
    /// Proper noun inside a name.
    Proper,
    /// Present tense.
    Present,
    /// Noun that modifies another noun ("attack helicopter").
    Modifier,
    /// Root of its sentence.
    Root,
    /// Has `not`, `no`, `never`.
    Negated,
}

/// An example sentence with its brackets taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// True for `match`, false for `reject`.
    pub matches: bool,
    /// The sentence.
    pub text: String,
    /// Byte ranges of brackets: role (`trigger` for the bare one) and range in `text`.
    pub marks: Vec<(String, std::ops::Range<usize>)>,
    /// Line in the file.
    pub line: usize,
}

/// `veto`: where it holds, no rule of those kinds fires.
#[derive(Debug, Clone)]
pub struct Veto {
    /// Unique name.
    pub id: String,
    /// File relative to `data/`.
    pub file: String,
    /// Line of `veto`.
    pub line: usize,
    /// Types it stops; empty for all.
    pub kinds: Vec<String>,
    /// One sentence on why.
    pub why: String,
    /// All must hold for the veto to speak.
    pub conditions: Vec<Condition>,
    /// Examples: `match` ones are sentences that it stops.
    pub examples: Vec<Example>,
}
