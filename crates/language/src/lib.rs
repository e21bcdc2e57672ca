//! Passages to sentences, trees, names and mention chains.

pub mod conllu;
pub mod text;
