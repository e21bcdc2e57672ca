//! Writing to standard output and standard error, and to files that appear whole or not at all.

use crate::error::CliError;
use ascribe_model::SetAside;
use serde::Serialize;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Prints text, as it is.
pub fn print(text: &str) -> Result<(), CliError> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Prints one JSON document, indented, with a line end.
pub fn print_json<T: Serialize>(value: &T) -> Result<(), CliError> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    print(&text)
}

/// Tells something on standard error.
#[allow(clippy::print_stderr)]
pub fn tell(message: &str) {
    eprintln!("{message}");
}

/// Tells what was set aside, with the remedy.
pub fn tell_set_aside(set_aside: &[SetAside]) {
    for item in set_aside {
        let line = item.line.map(|n| format!(":{n}")).unwrap_or_default();
        tell(&format!("set aside  {}{line}: {}; {}", item.origin, item.reason, item.remedy));
    }
}

/// Writes a file beside its place and renames it, so that a reader never sees half of it.
pub fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let told = |e: std::io::Error| {
        CliError::Failed(format!("{}: {e}; check that the folder exists and has room", path.display()))
    };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let file = std::fs::File::create(&part).map_err(told)?;
    let mut out = BufWriter::new(file);
    let written = write(&mut out).and_then(|()| out.flush().map_err(told));
    drop(out);
    if let Err(error) = written {
        // The half-written file is ours alone; losing it loses nothing.
        std::fs::remove_file(&part).ok();
        return Err(error);
    }
    std::fs::rename(&part, path).map_err(told)
}
