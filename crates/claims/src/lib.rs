//! Analysis, rules and grounding to claims.
