//! Mentions to actors, shapes, intervals and counts.
