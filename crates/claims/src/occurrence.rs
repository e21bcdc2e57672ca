//! Occurrences: what the rules find in a report before sources, status and values are attached.

use crate::occurrences::{context, draft, merge, proposed, refers};
use ascribe_codebook::RuleSet;
use ascribe_model::{Analysis, Grounding, Report, Status, TokenRange};

/// Who or what fills a role, by the token that heads it.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleFill {
    /// `agent`, `target`, `ally`, `other`, `place`, `means`, `object`, or a harm (`killed`, `injured`,
    /// `casualties`, `captured`, `missing`, `displaced`, `destroyed`, `seized`), whose filler is the victim.
    pub role: String,
    /// Sentence index.
    pub sentence: usize,
    /// Head token: of the counted noun, or of the number where no noun stands.
    pub head: usize,
    /// The noun phrase without clauses, appositions and conjuncts.
    pub tokens: TokenRange,
    /// 0..1, from the margins of the arcs between trigger and filler.
    pub confidence: f32,
}

/// One occurrence or state as the words of one place in the report tell it.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// Sentence index.
    pub sentence: usize,
    /// Token that heads the trigger.
    pub head: usize,
    /// Tokens of the trigger.
    pub trigger: TokenRange,
    /// Type of the codebook.
    pub kind: String,
    /// Roles; one role may have several fillers.
    pub roles: Vec<RoleFill>,
    /// Weapons or methods, of the codebook's list.
    pub means: Vec<String>,
    /// True where the words sum up several occurrences; `None` where they do not show it.
    pub aggregate: Option<bool>,
    /// Status that the trigger itself tells (`ongoing` for states).
    pub status: Option<Status>,
    /// The rule that made it: `id (file:line)`.
    pub rule: String,
    /// 0..1; lower where the tree was unsure.
    pub confidence: f32,
    /// Tokens of the clause that carries it, in order; for the quote, and to look for places and times.
    pub clause: Vec<usize>,
    /// True where only harm is told and no cause in the sentence ("two soldiers were also wounded"): it may
    /// belong to an occurrence told before.
    pub bare_harm: bool,
    /// True where it is named by a noun in passing ("after the attack"): mostly one that is told elsewhere.
    pub passing: bool,
    /// True where its words only lay at somebody's door what was told before ("police blamed the rebels").
    pub refers: bool,
    /// True for an event noun with "the", "this", a possessive: it points to what is known.
    pub definite: bool,
}

impl Occurrence {
    /// The fillers of a role.
    pub fn role<'a>(&'a self, role: &'a str) -> impl Iterator<Item = &'a RoleFill> + 'a {
        self.roles.iter().filter(move |fill| fill.role == role)
    }

    /// True where no rule but the model found it.
    pub fn is_proposed(&self) -> bool {
        [proposed::NEW, proposed::AGAINST_RULES].contains(&self.rule.as_str())
    }
}

/// All occurrences of a report, in text order. Those named only in passing are included where the words
/// give a party and besides it another party, a place or a time.
pub fn find_occurrences(
    report: &Report,
    analysis: &Analysis,
    grounding: &Grounding,
    rules: &RuleSet,
) -> Vec<Occurrence> {
    let mut found = find_mentions(report, analysis, grounding, rules);
    found.retain(|occurrence| draft::stands_alone(occurrence, grounding));
    found
}

/// As [`find_occurrences`], with the bare mentions ("the attack") that point back to one told elsewhere.
pub fn find_mentions(
    report: &Report,
    analysis: &Analysis,
    grounding: &Grounding,
    rules: &RuleSet,
) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for number in 0..analysis.sentences.len() {
        let drafts = draft::sentence(number, analysis, grounding, rules);
        found.extend(merge::into_occurrences(number, drafts));
    }
    context::resolve_kinds(&mut found, analysis, grounding, &report.outline(), rules);
    refers::take_up(&mut found, analysis, &report.outline(), rules);
    context::drop_harm_without_conflict(&mut found, analysis, grounding, rules, &report.outline());
    if context::is_play(&found, analysis, grounding, rules) {
        found.clear();
    }
    found
}
