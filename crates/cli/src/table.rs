//! Tables for people: as wide as the terminal, long cells wrapped, no borders that get in the way of
//! copying.

use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width, presets};

/// Columns when the output is no terminal.
const WIDTH: u16 = 160;
/// Blank columns after each cell, and those with the one that stands between two cells.
const PADDING: u16 = 1;
const GAP: u16 = PADDING + 1;

/// Renders rows under a header, as wide as the terminal.
pub fn render(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let width = terminal_size::terminal_size().map_or(WIDTH, |(w, _)| w.0.max(60));
    render_within(width, header, rows)
}

fn render_within(width: u16, header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let rows: Vec<Vec<String>> = rows.into_iter().collect();
    let mut table = Table::new();
    table.load_style(style());
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(width);
    table.set_header(header.iter().map(|h| h.to_string()));
    rows.iter().for_each(|row| {
        table.add_row(row);
    });
    let least = least_widths(width, header, &rows);
    let last = header.len().saturating_sub(1);
    for (at, (column, least)) in table.column_iter_mut().zip(least).enumerate() {
        let padding = if at == last { 0 } else { PADDING };
        column.set_padding((0, padding));
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least + padding)));
    }
    let text = table.to_string();
    text.lines().map(|l| format!("{}\n", l.trim_end())).collect()
}

/// One rule under the header; rows are told apart by their first cell, which is never empty.
fn style() -> TableStyle {
    presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─'))
}

/// How narrow each column may become: its longest word stays whole as far as there is room, and the first
/// column's always, so that an identifier can be copied.
fn least_widths(width: u16, header: &[&str], rows: &[Vec<String>]) -> Vec<u16> {
    let longest = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(String::as_str).chain([header[at]]);
        let words = cells.flat_map(str::split_whitespace).map(|word| word.chars().count());
        u16::try_from(words.max().unwrap_or(0)).unwrap_or(u16::MAX)
    };
    let words: Vec<u16> = (0..header.len()).map(longest).collect();
    let capped = |cap: u16| -> Vec<u16> {
        words
            .iter()
            .enumerate()
            .map(|(at, w)| if at == 0 { (*w).min(width / 3) } else { (*w).min(cap) })
            .collect()
    };
    let need = |widths: &[u16]| {
        widths.iter().map(|w| u32::from(w + GAP)).sum::<u32>().saturating_sub(u32::from(GAP))
    };
    let found = |room: u32, least: u16| (least..=24).rev().map(capped).find(|widths| need(widths) <= room);
    // A fifth is left to the columns with the longest text.
    let width = u32::from(width);
    found(width * 4 / 5, 12).or_else(|| found(width, 4)).unwrap_or_else(|| capped(1))
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

    #[test]
    fn only_the_header_is_ruled_and_identifiers_stay_whole() {
        let row = |id: &str| {
            vec![id.to_owned(), "shelling of the market in the old town ".repeat(3), "1".to_owned()]
        };
        let text = render_within(
            60,
            &["event", "what happened", "claims"],
            [row("ev018bdbd445"), row("ev018bdbcf2c")],
        );
        assert_eq!(text.lines().filter(|l| l.contains('─')).count(), 1, "{text}");
        assert!(text.contains("ev018bdbd445 ") && text.contains("ev018bdbcf2c "), "{text}");
        assert!(text.lines().all(|l| l.chars().count() <= 60), "{text}");
        let long = || vec!["pneumonoultramicroscopicsilicovolcanoconiosis".to_owned(); 7];
        let text = render_within(100, &["a", "b", "c", "d", "e", "f", "g"], [long(), long()]);
        assert!(text.lines().all(|l| l.chars().count() <= 100), "{text}");
    }
}
