//! Rebuilds the crate when a data file is added: the embedding macro only sees files it knew before.
fn main() {
    println!("cargo:rerun-if-changed=../../data");
}
