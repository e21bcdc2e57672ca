//! Claims as they would be if no pronoun and no description were joined to its antecedent: what the mention chains
//! are worth on annotated reports.
//!
//! ```text
//! cargo run --release -p ascribe-pipeline --example without_chains -- OUT PATH…
//! python3 score.py GOLD OUT
//! ```

use ascribe_pipeline::Resources;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let resources = Resources::builtin()?;
    let mut arguments = std::env::args().skip(1).map(PathBuf::from);
    let out = arguments.next().ok_or("usage: without_chains OUT PATH…")?;
    std::fs::create_dir_all(&out)?;
    let (paths, _) = ascribe_reading::collect_paths(&arguments.collect::<Vec<_>>());
    for path in paths {
        ascribe_reading::read_path(&path, &mut |outcome| {
            let Ok(report) = outcome else { return };
            let mut analysis = resources.steps(&report).analysis;
            analysis.chains.clear();
            let claims = ascribe_claims::keep(
                &report.id,
                &resources.steps_from(&report, analysis).candidates,
                resources.weighing(),
            );
            write(&out, &report.id, &claims).expect("the folder can be written");
        });
    }
    Ok(())
}

fn write(out: &Path, id: &str, claims: &[ascribe_model::Claim]) -> std::io::Result<()> {
    std::fs::write(out.join(format!("{id}.json")), serde_json::json!({ "claims": claims }).to_string())
}
