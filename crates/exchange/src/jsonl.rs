//! JSON Lines: everything, one object a line, `kind` first (`report`, `claim`, `event`).

use crate::{ExchangeError, Format, Snapshot};
use serde_json::{Value, json};
use std::io::Write;

/// Everything, lossless.
pub const FORMAT: Format = Format {
    name: "jsonl",
    extension: "jsonl",
    about: "JSON Lines, every report, claim and event with all values and spans",
    flattens: "nothing but the reports' full text, which is left out",
    write,
};

fn write(snapshot: &Snapshot, out: &mut dyn Write) -> Result<(), ExchangeError> {
    let mut line = |value: Value| -> Result<(), ExchangeError> {
        serde_json::to_writer(&mut *out, &value)?;
        out.write_all(b"\n")?;
        Ok(())
    };
    for (id, header) in &snapshot.reports {
        line(json!({ "kind": "report", "id": id, "report": header }))?;
    }
    for (report, claim) in &snapshot.claims {
        line(json!({ "kind": "claim", "report": report, "claim": claim }))?;
    }
    for event in &snapshot.events {
        line(json!({ "kind": "event", "event": event }))?;
    }
    Ok(())
}
