//! Prints the passages and the metadata of a file: `cargo run --example passages -- FILE…`.

use ascribe_reading::read_path;
use std::io::Write;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let mut failed = None;
    for file in std::env::args().skip(1) {
        read_path(Path::new(&file), &mut |outcome| {
            let written = match outcome {
                Ok(report) => {
                    let mut text = format!("== {} [{}] {:#?}\n", report.id, report.language, report.metadata);
                    for p in &report.passages {
                        let author = p.author.as_deref().map(|a| format!(" by {a}")).unwrap_or_default();
                        text += &format!(
                            "{:?}{author} {}..{}: {}\n",
                            p.kind,
                            p.span.start,
                            p.span.end,
                            report.words(p.span)
                        );
                    }
                    for note in &report.notes {
                        text += &format!("note {}: {}\n", note.code, note.message);
                    }
                    writeln!(out, "{text}")
                }
                Err(aside) => writeln!(out, "set aside: {aside:?}"),
            };
            failed = failed.take().or(written.err());
        });
    }
    failed.map_or(Ok(()), Err)
}
