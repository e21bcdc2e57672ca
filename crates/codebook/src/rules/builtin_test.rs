//! The rules that the program is built with load without a complaint.

use super::RuleSet;
use crate::DataFiles;

#[test]
fn built_in_rules_are_complete() {
    match RuleSet::load(&DataFiles::builtin()) {
        Ok(set) => assert!(set.rules().len() > 100),
        Err(errors) => {
            let list: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{} complaints:\n{}", list.len(), list.join("\n"));
        }
    }
}
