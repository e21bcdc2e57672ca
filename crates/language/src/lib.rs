//! Passages to sentences, trees, names and mention chains.
//!
//! [`LanguageModel`] is the way in: it cuts the body of a report into sentences and words by rules,
//! runs one small neural network over them, and decodes its scores into Universal Dependencies trees,
//! lemmas and mentions; rules then join mentions into chains. Nothing here fails or panics on any
//! text, and the same report gives the same analysis whatever else is analysed beside it.

mod case;
mod chains;
pub mod conllu;
mod decode;
mod error;
mod lexicon;
mod model;
mod names;
mod network;
mod proposals;
mod recase;
pub mod text;
mod vocabulary;

pub use error::LanguageError;
pub use lexicon::{Class as NounClass, begins_vessel, is as noun_is};
pub use model::LanguageModel;

/// True for a noun for people ("villager", "gunman"), by lemma in lower case (`data/lang/en/people-nouns.txt`).
pub fn noun_of_people(lemma: &str) -> bool {
    lexicon::people(lemma).is_some()
}
