//! Runs the examples that rules carry on real trees: what a rule says of itself must be so.

use super::facts::GroundedFacts;
use ascribe_codebook::RuleSet;
use ascribe_codebook::rules::{Example, Rule, RuleMatch, TokenFacts, Tree, Veto};
use ascribe_language::LanguageModel;
use ascribe_model::{Grounding, Sentence};

/// An example that does not come out as its rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleFailure {
    /// Rule or veto.
    pub rule: String,
    /// File relative to `data/`.
    pub file: String,
    /// Line of the example.
    pub line: usize,
    /// The sentence.
    pub text: String,
    /// What went otherwise.
    pub problem: String,
}

/// Runs every example; returns how many there are and those that fail.
pub fn check_rule_examples(rules: &RuleSet, model: &LanguageModel) -> (usize, Vec<ExampleFailure>) {
    let mut total = 0;
    let mut failures = Vec::new();
    for rule in rules.rules() {
        for example in &rule.examples {
            total += 1;
            let problem = check(rule, example, rules, model);
            failures.extend(problem.map(|problem| failure(&rule.id, &rule.file, example, problem)));
        }
    }
    for veto in rules.vetoes() {
        for example in &veto.examples {
            total += 1;
            let problem = check_veto(veto, example, rules, model);
            failures.extend(problem.map(|problem| failure(&veto.id, &veto.file, example, problem)));
        }
    }
    (total, failures)
}

fn failure(rule: &str, file: &str, example: &Example, problem: String) -> ExampleFailure {
    ExampleFailure {
        rule: rule.to_owned(),
        file: file.to_owned(),
        line: example.line,
        text: example.text.clone(),
        problem,
    }
}

fn check(rule: &Rule, example: &Example, rules: &RuleSet, model: &LanguageModel) -> Option<String> {
    let analysis = model.analyse_text(&example.text);
    let mut nearest = None;
    for sentence in &analysis.sentences {
        let found = fired(sentence, rules);
        let mine: Vec<&RuleMatch> = found.iter().filter(|m| rules.rules()[m.rule].id == rule.id).collect();
        if !example.matches {
            if let Some(hit) = mine.first() {
                return Some(format!("it fires on \"{}\"", sentence.tokens[hit.head].text));
            }
            continue;
        }
        for hit in mine {
            match wrong_role(hit, example, sentence) {
                None => return None,
                problem => nearest = problem,
            }
        }
    }
    example.matches.then(|| nearest.unwrap_or_else(|| "it does not fire".to_owned()))
}

fn fired(sentence: &Sentence, rules: &RuleSet) -> Vec<RuleMatch> {
    let tree = Tree::new(sentence);
    let facts = GroundedFacts::new(0, sentence, &Grounding::default(), rules.lists());
    rules.match_sentence(&tree, &facts as &dyn TokenFacts)
}

/// The first marked role whose words do not hold its head.
fn wrong_role(hit: &RuleMatch, example: &Example, sentence: &Sentence) -> Option<String> {
    let inside = |token: usize, range: &std::ops::Range<usize>| {
        sentence.tokens.get(token).is_some_and(|t| range.start <= t.span.start && t.span.end <= range.end)
    };
    let triggers: Vec<_> = example.marks.iter().filter(|(role, _)| role == "trigger").collect();
    if !triggers.iter().any(|(_, range)| inside(hit.head, range)) {
        return Some("the trigger is another word".to_owned());
    }
    example
        .marks
        .iter()
        .filter(|(role, _)| role != "trigger")
        .find(|(role, range)| {
            let heads = hit.roles.iter().filter(|(name, _)| name == role).flat_map(|(_, heads)| heads);
            !heads.into_iter().any(|&head| inside(head, range))
        })
        .map(|(role, range)| format!("role {role} is not \"{}\"", &example.text[range.clone()]))
}

/// A veto's matching example would fire without it, and does not with it.
fn check_veto(veto: &Veto, example: &Example, rules: &RuleSet, model: &LanguageModel) -> Option<String> {
    let analysis = model.analyse_text(&example.text);
    let kinds = |kind: &str| veto.kinds.is_empty() || veto.kinds.iter().any(|k| k == kind);
    let fires = analysis
        .sentences
        .iter()
        .any(|sentence| fired(sentence, rules).iter().any(|m| kinds(&rules.rules()[m.rule].yields)));
    match (example.matches, fires) {
        (true, true) => Some("a rule fires all the same".to_owned()),
        (false, false) => Some("no rule fires".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::print_stdout)]
mod tests {
    use super::*;
    use ascribe_codebook::DataFiles;

    /// Trees come from a statistical parser: a new model may misread a sentence that an older one read
    /// well, so a few in a hundred may fail; each is printed. A rule that breaks shows as more than that.
    #[test]
    fn rules_do_what_their_examples_say() {
        let Ok(model) = LanguageModel::builtin() else {
            println!("skipped: there is no language model in model/");
            return;
        };
        let rules = RuleSet::load(&DataFiles::builtin()).expect("valid rules");
        let (total, failures) = check_rule_examples(&rules, &model);
        for f in &failures {
            println!("data/{}:{}: {}: {} in \"{}\"", f.file, f.line, f.rule, f.problem, f.text);
        }
        assert!(total > 250, "{total} examples");
        assert!(failures.len() * 100 <= total * 4, "{} of {total} examples fail", failures.len());
        let silent = failures.iter().filter(|f| f.problem.starts_with("it fires")).count();
        assert!(silent * 100 <= total, "{silent} rejecting examples fire");
    }
}
