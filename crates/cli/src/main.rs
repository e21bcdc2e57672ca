//! The ascribe program.
fn main() {}
