//! Owns the labels file of the model (`ascribe-en.json`): what the numbers of each head mean.

use crate::LanguageError;
use ascribe_model::Upos;
use serde_json::Value;

/// The labels of every head, by number.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// The version that the training gave the model.
    pub version: String,
    /// Parts of speech.
    pub upos: Vec<Upos>,
    /// Relations.
    pub rels: Vec<String>,
    /// Morphology, empty where the model has no such head; "_" for none.
    pub feats: Vec<String>,
    /// Semantic classes of nouns (`person`, `organization`, …), empty where the model has no such head.
    pub sem: Vec<String>,
    /// Name heads in the order of [`NAME_HEADS`]; empty for those that the model lacks.
    pub names: [Vec<String>; 3],
    /// Types of deeds that a word may tell, "none" first; empty where the model has no such head.
    pub trigger: Vec<String>,
    /// Roles of a deed; empty where the model has no such head.
    pub roles: Vec<String>,
}

/// The heads that mark names, each with a scheme of its own.
pub const NAME_HEADS: [&str; 3] = ["ner_actor", "ner_uner", "ner_gum"];

impl Labels {
    /// Reads the labels file.
    pub fn parse(file: &str) -> Result<Self, LanguageError> {
        let failed = |reason: String| LanguageError::Labels { reason };
        let value: Value = serde_json::from_str(file).map_err(|e| failed(e.to_string()))?;
        let list = |name: &str| -> Vec<String> {
            let items = value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let labels = Self {
            version: value.get("version").and_then(Value::as_str).unwrap_or("").to_owned(),
            upos: list("upos").iter().map(|name| Upos::parse(name)).collect(),
            rels: list("rels"),
            feats: list("feats"),
            sem: list("sem"),
            names: NAME_HEADS.map(list),
            trigger: list("trigger"),
            roles: list("role"),
        };
        if labels.upos.is_empty() || labels.rels.is_empty() {
            return Err(failed("upos and rels must not be empty".to_owned()));
        }
        let subwords = value.get("max_subwords").and_then(Value::as_u64);
        if subwords.is_some_and(|n| n != super::MAX_SUBWORDS as u64) {
            return Err(failed(format!("max_subwords must be {}", super::MAX_SUBWORDS)));
        }
        Ok(labels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_and_checked() {
        let good = r#"{"upos": ["NOUN", "VERB"], "rels": ["root"], "ner_uner": ["O"], "max_subwords": 12}"#;
        let labels = Labels::parse(good).expect("it is well formed");
        assert_eq!(labels.upos, [Upos::Noun, Upos::Verb]);
        assert_eq!(labels.names[1], ["O"]);
        assert!(labels.feats.is_empty());
        assert!(Labels::parse("{}").is_err());
        assert!(Labels::parse(&good.replace("12", "9")).is_err());
    }
}
