//! Runs the rules over a sentence, and says why one of them fails.

use super::compile::RuleSet;
use super::conditions::{Candidate, holds};
use super::facts::TokenFacts;
use super::syntax::{Rule, Veto, Walk};
use super::tree::Tree;
use super::trigger::{Found, find, is_of_class};
use super::walk::follow;
use ascribe_model::TokenRange;

/// A rule that fired.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleMatch {
    /// Index into [`RuleSet::rules`].
    pub rule: usize,
    /// Token that heads the trigger.
    pub head: usize,
    /// Tokens of the trigger.
    pub trigger: TokenRange,
    /// Roles in the order of the rule, with the head tokens that fill them.
    pub roles: Vec<(String, Vec<usize>)>,
}

/// Why a rule fires or fails at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Trigger head, where the trigger's words were found.
    pub head: Option<usize>,
    /// One line a step: what was tried and how it ended.
    pub steps: Vec<String>,
    /// True where the rule fires there.
    pub fires: bool,
}

impl RuleSet {
    /// All rules that fire, one for each trigger word: the first in order of priority.
    pub fn match_sentence(&self, tree: &Tree<'_>, facts: &dyn TokenFacts) -> Vec<RuleMatch> {
        let mut matches: Vec<RuleMatch> = Vec::new();
        for at in 0..tree.len() {
            matches.extend(self.match_at(at, tree, facts));
        }
        without_nested(matches, &self.rules)
    }

    fn match_at(&self, at: usize, tree: &Tree<'_>, facts: &dyn TokenFacts) -> Option<RuleMatch> {
        for &(rule_number, trigger_number) in self.candidates(at, tree) {
            let rule = &self.rules[rule_number];
            let Some(found) = find(&rule.triggers[trigger_number], at, tree) else { continue };
            let roles = fill(rule, found, tree, facts);
            let candidate = Candidate { found, roles: &roles };
            let all = rule.conditions.iter().all(|c| holds(c, &candidate, tree, facts));
            if all && self.veto(rule, &candidate, tree, facts).is_none() {
                return Some(RuleMatch { rule: rule_number, head: found.head, trigger: found.range, roles });
            }
        }
        None
    }

    /// Who would fill the roles if the word told that type of claim: by the paths of a rule that looks for the word,
    /// or else of the first that yields the type from a word of its part of speech. No condition is asked.
    pub fn roles_as(
        &self,
        kind: &str,
        at: usize,
        tree: &Tree<'_>,
        facts: &dyn TokenFacts,
    ) -> Vec<(String, Vec<usize>)> {
        let fits = |rule: &Rule| rule.yields == kind && !rule.effect && !rule.refers;
        let own = self.candidates(at, tree).find_map(|&(rule, trigger)| {
            let rule = self.rules.get(rule).filter(|r| fits(r))?;
            Some((rule, find(&rule.triggers[trigger], at, tree)?))
        });
        let like = || {
            let alike = |rule: &&Rule| {
                let of_class = rule.triggers.first().is_some_and(|t| is_of_class(t.pos, at, tree));
                fits(rule) && of_class && rule.roles.iter().any(|r| r.role == "agent")
            };
            self.rules.iter().find(alike).map(|rule| (rule, Found::word(at)))
        };
        own.or_else(like).map_or_else(Vec::new, |(rule, found)| fill(rule, found, tree, facts))
    }

    fn candidates<'s>(&'s self, at: usize, tree: &Tree<'_>) -> impl Iterator<Item = &'s (usize, usize)> {
        let by_lemma = self.index.get(tree.lemma(at));
        let differs = tree.word(at) != tree.lemma(at);
        let by_word = differs.then(|| self.index.get(tree.word(at))).flatten();
        // "counter-attack", one token, begins with "counter".
        let part = tree.lemma(at).split_once('-').map(|(first, _)| first);
        let by_part = part.and_then(|first| self.index.get(first));
        let found = [by_lemma, by_word, by_part];
        let mut all: Vec<&(usize, usize)> = found.iter().flatten().copied().flatten().collect();
        if found.iter().flatten().count() > 1 {
            all.sort_by_key(|(rule, _)| -self.rules[*rule].priority);
        }
        all.into_iter()
    }

    fn veto(
        &self,
        rule: &Rule,
        candidate: &Candidate<'_>,
        tree: &Tree<'_>,
        facts: &dyn TokenFacts,
    ) -> Option<&Veto> {
        let speaks = |veto: &&Veto| {
            (veto.kinds.is_empty() || veto.kinds.contains(&rule.yields))
                && veto.conditions.iter().all(|c| holds(c, candidate, tree, facts))
        };
        self.vetoes.iter().find(speaks)
    }

    /// For a named rule, what happens at every place where its trigger's words stand; one explanation
    /// without a head where they stand nowhere, none where there is no such rule.
    pub fn explain(&self, rule_id: &str, tree: &Tree<'_>, facts: &dyn TokenFacts) -> Vec<Explanation> {
        let Some((number, rule)) = self.rules.iter().enumerate().find(|(_, r)| r.id == rule_id) else {
            return Vec::new();
        };
        let winners = self.match_sentence(tree, facts);
        let places =
            (0..tree.len()).flat_map(|at| rule.triggers.iter().filter_map(move |t| find(t, at, tree)));
        let mut told: Vec<Explanation> =
            places.map(|found| self.explain_at(number, rule, found, &winners, tree, facts)).collect();
        told.dedup();
        if told.is_empty() {
            let steps = vec![format!("trigger: none of the {} is in the sentence", rule.triggers.len())];
            told.push(Explanation { head: None, steps, fires: false });
        }
        told
    }

    fn explain_at(
        &self,
        number: usize,
        rule: &Rule,
        found: Found,
        winners: &[RuleMatch],
        tree: &Tree<'_>,
        facts: &dyn TokenFacts,
    ) -> Explanation {
        let mut steps = vec![format!("trigger: \"{}\"", words(found.range, tree))];
        let roles = fill(rule, found, tree, facts);
        for (role, heads) in &roles {
            let names: Vec<&str> = heads.iter().map(|&h| tree.word(h)).collect();
            steps.push(format!(
                "role {role}: {}",
                if names.is_empty() { "-".into() } else { names.join(", ") }
            ));
        }
        let candidate = Candidate { found, roles: &roles };
        for condition in &rule.conditions {
            let verb = if condition.negated { "unless" } else { "require" };
            let held = holds(condition, &candidate, tree, facts);
            let outcome = if held { "holds" } else { "FAILS" };
            steps.push(format!("{}:{}: {verb} {}: {outcome}", rule.file, condition.line, condition.text));
            if !held {
                return Explanation { head: Some(found.head), steps, fires: false };
            }
        }
        if let Some(veto) = self.veto(rule, &candidate, tree, facts) {
            steps.push(format!("{}:{}: veto {}: STOPS it ({})", veto.file, veto.line, veto.id, veto.why));
            return Explanation { head: Some(found.head), steps, fires: false };
        }
        let fires = winners.iter().any(|m| m.rule == number && m.head == found.head);
        if !fires {
            let winner = winners.iter().find(|m| m.head == found.head || m.trigger.contains(found.head));
            let by = winner.map_or("a longer trigger", |m| self.rules[m.rule].id.as_str());
            steps.push(format!("outranked by {by}"));
        }
        Explanation { head: Some(found.head), steps, fires }
    }
}

fn words(range: TokenRange, tree: &Tree<'_>) -> String {
    range.range().map(|t| tree.word(t)).collect::<Vec<_>>().join(" ")
}

/// Fills the roles in order; a token fills one role only, that of the earlier line. Words of the trigger fill
/// none, but where the path names the trigger itself: `role agent: .`.
fn fill(rule: &Rule, found: Found, tree: &Tree<'_>, facts: &dyn TokenFacts) -> Vec<(String, Vec<usize>)> {
    let mut roles: Vec<(String, Vec<usize>)> = Vec::with_capacity(rule.roles.len());
    for pattern in &rule.roles {
        let taken = |head: usize| roles.iter().any(|(_, heads)| heads.contains(&head));
        let heads = pattern
            .paths
            .iter()
            .map(|path| {
                let own = matches!(path.steps.as_slice(), [only] if only.walk == Walk::Here);
                let mut ends = follow(path, found.head, tree, facts);
                ends.retain(|&end| !found.is_word(end));
                ends.extend(own.then_some(found.head));
                ends.retain(|&end| !taken(end));
                ends
            })
            .find(|heads| !heads.is_empty());
        roles.push((pattern.role.clone(), heads.unwrap_or_default()));
    }
    roles
}

/// Drops triggers that stand inside longer ones ("fire" in "opened fire"). Of two on one head, the rule of
/// higher priority stays, with the longer trigger ("suicide" before "car bombing").
fn without_nested(matches: Vec<RuleMatch>, rules: &[Rule]) -> Vec<RuleMatch> {
    let mut kept: Vec<RuleMatch> = Vec::new();
    let width = |m: &RuleMatch| m.trigger.end - m.trigger.start;
    for mut m in matches {
        let Some(at) = kept.iter().position(|other| {
            other.head == m.head
                || (inside(&m, other) && width(other) > 1)
                || (inside(other, &m) && width(&m) > 1)
        }) else {
            kept.push(m);
            continue;
        };
        let other = &mut kept[at];
        if m.head == other.head {
            let joined = TokenRange::new(
                m.trigger.start.min(other.trigger.start),
                m.trigger.end.max(other.trigger.end),
            );
            if rules[m.rule].priority > rules[other.rule].priority
                || (rules[m.rule].priority == rules[other.rule].priority && width(&m) > width(other))
            {
                m.trigger = joined;
                *other = m;
            } else {
                other.trigger = joined;
            }
        } else if width(&m) > width(other) {
            *other = m;
        }
    }
    kept
}

fn inside(a: &RuleMatch, b: &RuleMatch) -> bool {
    b.trigger.start <= a.trigger.start && a.trigger.end <= b.trigger.end
}
