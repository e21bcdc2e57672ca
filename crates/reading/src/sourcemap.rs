//! The way from offsets of a report's text back to offsets of the decoded source.

use ascribe_model::{Report, SourceRun, Span};

/// Collects runs of kept text; adjacent ones grow together.
#[derive(Default)]
pub(crate) struct Runs {
    runs: Vec<SourceRun>,
}

impl Runs {
    /// Notes that `len` bytes at `text` stand unchanged at `source`.
    pub fn push(&mut self, text: usize, source: usize, len: usize) {
        if len == 0 {
            return;
        }
        if let Some(last) = self.runs.last_mut()
            && last.text + last.len == text
            && last.source + last.len == source
        {
            last.len += len;
            return;
        }
        self.runs.push(SourceRun { text, source, len });
    }

    /// The runs; empty where the text is the source.
    pub fn finish(self, source_len: usize) -> Vec<SourceRun> {
        match self.runs.as_slice() {
            [one] if one.text == 0 && one.source == 0 && one.len == source_len => Vec::new(),
            _ => self.runs,
        }
    }
}

/// Keeps all of `source` but the given ranges (ascending, not overlapping).
pub(crate) fn without(source: &str, removed: &[Span]) -> (String, Vec<SourceRun>) {
    let mut text = String::with_capacity(source.len());
    let mut runs = Runs::default();
    let mut at = 0;
    for cut in removed.iter().chain([&Span::new(source.len(), source.len())]) {
        if let Some(kept) = source.get(at..cut.start) {
            runs.push(text.len(), at, kept.len());
            text.push_str(kept);
        }
        at = at.max(cut.end);
    }
    (text, runs.finish(source.len()))
}

/// Runs of a text in a middle form, led on through the runs of that form in the source.
pub(crate) fn compose(runs: &[SourceRun], middle: &[SourceRun]) -> Vec<SourceRun> {
    let mut out = Vec::new();
    for run in runs {
        let first = middle.partition_point(|m| m.text + m.len <= run.source);
        for m in middle.iter().skip(first).take_while(|m| m.text < run.source + run.len) {
            let start = m.text.max(run.source);
            let end = (m.text + m.len).min(run.source + run.len);
            let text = run.text + (start - run.source);
            out.push(SourceRun { text, source: m.source + (start - m.text), len: end - start });
        }
    }
    out
}

/// Where the byte at `text_offset` of [`Report::text`] stands in the decoded source, in bytes.
///
/// Between two runs (a space that the reader put in) it is the end of the run before.
pub fn source_offset(report: &Report, text_offset: usize) -> usize {
    if report.source_map.is_empty() {
        return text_offset;
    }
    let after = report.source_map.partition_point(|run| run.text <= text_offset);
    match after.checked_sub(1).and_then(|i| report.source_map.get(i)) {
        Some(run) => run.source + (text_offset - run.text).min(run.len),
        None => report.source_map.first().map_or(0, |run| run.source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back() {
        let source = "By [South News](#) today";
        let (text, source_map) = without(source, &[Span::new(3, 4), Span::new(14, 18)]);
        assert_eq!(text, "By South News today");
        let report = Report { text, source_map, ..Report::default() };
        for (word, at) in [("By", 0), ("South", 4), ("News", 10), ("today", 19)] {
            let found = report.text.find(word).map(|i| source_offset(&report, i));
            assert_eq!(found, Some(at), "{word}");
        }
    }

    #[test]
    fn maps_compose() {
        let run = |text, source, len| SourceRun { text, source, len };
        let middle = [run(0, 0, 4), run(4, 9, 6)];
        assert_eq!(compose(&[run(0, 2, 5)], &middle), [run(0, 2, 2), run(2, 9, 3)]);
    }

    #[test]
    fn unchanged_text_needs_no_map() {
        let (text, map) = without("Two men died.", &[]);
        assert_eq!((text.as_str(), map.len()), ("Two men died.", 0));
    }
}
