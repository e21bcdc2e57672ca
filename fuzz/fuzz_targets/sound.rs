//! What every report must hold, whatever the bytes.

use ascribe_reading::{Input, read, source_offset};

pub fn check(origin: &str, bytes: &[u8]) {
    let reading = read(&Input { origin, bytes });
    assert!(!reading.reports.is_empty() || !reading.set_aside.is_empty());
    for report in &reading.reports {
        let mut end = 0;
        for passage in &report.passages {
            assert!(passage.span.start >= end && passage.span.start < passage.span.end);
            assert!(report.text.get(passage.span.start..passage.span.end).is_some());
            end = passage.span.end;
            source_offset(report, end);
        }
    }
}
