//! Builds the crate again when the workbench was built again: the embedding alone does not notice new
//! files.

fn main() {
    println!("cargo:rerun-if-changed=../../web/dist");
}
