//! Tables for people: as wide as the terminal, long cells wrapped, no borders that get in the way of
//! copying.

use comfy_table::{ContentArrangement, Table, presets};

/// Columns when the output is no terminal.
const WIDTH: u16 = 160;

/// Renders rows under a header.
pub fn render(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    let width = terminal_size::terminal_size().map_or(WIDTH, |(w, _)| w.0.max(60));
    table.set_width(width);
    table.set_header(header.iter().map(|h| h.to_string()));
    for row in rows {
        table.add_row(row);
    }
    let text = table.to_string();
    text.lines().map(|l| format!("{}\n", l.trim_end())).collect()
}

/// Cuts a text to `most` characters at a word, with an ellipsis.
pub fn cut(text: &str, most: usize) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= most {
        return flat;
    }
    let head: String = flat.chars().take(most.saturating_sub(1)).collect();
    let at = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head.get(..at).unwrap_or(&head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(cut("shelling of the  market\nof Saraqib", 20), "shelling of the…");
        assert_eq!(cut("short", 20), "short");
    }
}
