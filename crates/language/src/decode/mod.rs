//! Owns scores to a sentence: the best tree, its relations, lemmas and features.

mod clauses;
mod counted;
mod draft;
mod features;
mod gerunds;
mod lemmas;
mod lists;
mod objects;
mod openings;
mod participles;
mod phrases;
mod projective;
mod relations;
mod sentence;
mod subjects;
mod supposed;
#[cfg(test)]
mod testing;
mod titles;
mod tree;
mod victims;

pub use lemmas::Lemmas;
pub use sentence::{Tables, sentence};
