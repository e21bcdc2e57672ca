//! The rules' own examples, run on real trees: every `match` fires its rule, no `reject` does.

use crate::Resources;
use ascribe_claims::explain_rule;
use ascribe_codebook::DataError;
use ascribe_model::{Passage, PassageKind, Report, Span};

impl Resources {
    /// Examples that do not do what their rule says, with file and line.
    pub fn check_examples(&self) -> Vec<DataError> {
        let mut wrong = vec![];
        for rule in self.rules.rules() {
            for example in &rule.examples {
                let fires = self.fires(&rule.id, &example.text);
                if fires != example.matches {
                    let what = if example.matches { "does not fire on" } else { "fires on" };
                    let message = format!("rule {} {what} its example \"{}\"", rule.id, example.text);
                    wrong.push(DataError::new(&rule.file, example.line, 0, message));
                }
            }
        }
        wrong
    }

    fn fires(&self, rule: &str, text: &str) -> bool {
        let steps = self.steps(&one_passage(text));
        explain_rule(rule, &steps.analysis, &steps.grounding, &self.rules).iter().any(|(_, told)| told.fires)
    }
}

/// A report whose body is this text, for examples and trials.
pub fn one_passage(text: &str) -> Report {
    let body = Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None };
    Report { id: "text".into(), language: "en".into(), text: text.into(), passages: vec![body], ..Report::default() }
}
