//! Progress on long work: a bar on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// A bar over `total` items, or a counter where the total is not known; silent when standard error is no
/// terminal.
pub fn bar(total: Option<u64>, unit: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr_with_hz(8));
    let template = match total {
        Some(_) => format!("{{wide_bar}} {{pos}}/{{len}} {unit} {{per_sec}} {{eta}} left"),
        None => format!("{{spinner}} {{pos}} {unit} {{per_sec}} {{elapsed}}"),
    };
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}
