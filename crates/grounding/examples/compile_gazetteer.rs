//! Compiles a GeoNames dump into a `.places` file: `compile_gazetteer DUMP OUT ATTRIBUTION`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_grounding::gazetteer::{Compiler, import};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(dump), Some(out), Some(attribution)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: compile_gazetteer DUMP OUT ATTRIBUTION".into());
    };
    let mut compiler = Compiler::default();
    let text = std::fs::read_to_string(dump)?;
    let kept = import::geonames::entries(&text).filter(|entry| compiler.add(entry)).count();
    let bytes = compiler.finish(&attribution)?;
    std::fs::write(&out, &bytes)?;
    println!("{kept} places, {} bytes, {out}", bytes.len());
    Ok(())
}
