//! Passages to sentences, trees, names and mention chains.
