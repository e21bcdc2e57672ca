//! Gold, scoring and the difference between two runs.
