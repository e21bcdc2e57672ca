//! A casebook of an older layout is brought up to date, with what newer tables hold.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use ascribe_casebook::Casebook;
use ascribe_model::Side;
use tempfile::TempDir;

/// Layout 4, with a report of an outlet of which one claim quotes the army and one is its own.
const FILLED: &str = r#"
PRAGMA application_id = 1095975762;
PRAGMA user_version = 4;
INSERT INTO report (n, id, base, version, hash, origin, language, publisher, outlet, codebook_version, text, doc)
  VALUES (1, 'r', 'r', 1, 'h', 'r.txt', 'en', 'Gao Radio', 'SANA', 'x', '', '{}');
INSERT INTO claim (n, id, report, position, type, status, stance, aggregate, quote, start, "end", trigger, trigger_start,
  trigger_end, local_event, rule, confidence, doc)
  VALUES (1, 'r#1', 1, 0, 'clash', 'happened', 'reported', 0, '', 0, 0, '', 0, 0, 'e1', '', 1, '{}'),
         (2, 'r#2', 1, 1, 'clash', 'happened', 'reported', 0, '', 0, 0, '', 0, 0, 'e1', '', 1, '{}');
INSERT INTO source VALUES (1, 'army');
INSERT INTO claim_source VALUES (1, 0, 1, 'state', NULL, NULL);
"#;

/// A casebook of layout 4, filled, with these steps after it, as this program opens it.
fn opened(folder: &TempDir, later: &[&str]) -> Casebook {
    let path = folder.path().join("old.db");
    let raw = rusqlite::Connection::open(&path).unwrap();
    let first = [
        include_str!("../sql/001_casebook.sql"),
        include_str!("../sql/002_linking.sql"),
        include_str!("../sql/003_voices.sql"),
        include_str!("../sql/004_order.sql"),
        FILLED,
    ];
    first.iter().chain(later).for_each(|step| raw.execute_batch(step).unwrap());
    drop(raw);
    Casebook::open(&path).unwrap()
}

#[test]
fn sources_of_an_older_casebook_are_counted() {
    let folder = TempDir::new().unwrap();
    let sources = opened(&folder, &[]).sources().unwrap();
    let told: Vec<_> =
        sources.iter().map(|s| (s.name.as_str(), s.quoted_claims, s.own_claims, s.is_outlet)).collect();
    assert_eq!(told, [("SANA", 0, 1, true), ("army", 1, 0, false)]);
    assert_eq!(sources[0].sides, [Side::State], "an outlet's side is that of the table of outlets");
    assert_eq!(
        (sources[1].sides.as_slice(), sources[1].carried_by.as_slice()),
        (&[Side::State][..], &["Gao Radio".to_owned()][..])
    );
}

/// Linked under layout 5: marks, a unit and an event of the report.
const LINKED: &str = r#"
INSERT INTO linked VALUES (1, 0);
DELETE FROM unlinked;
INSERT INTO copy_run VALUES (77, 43000, 1);
INSERT INTO unit VALUES (5, 1, 5, '{}');
INSERT INTO event (n, id, type, title, contested, origins, grade, grade_reason, doc)
  VALUES (1, 'x', 'clash', '', 0, 1, 'weak', '', '{}');
INSERT INTO group_event VALUES (5, 1);
PRAGMA user_version = 5;
"#;

#[test]
fn what_linking_kept_under_an_older_layout_is_made_again() {
    let folder = TempDir::new().unwrap();
    let book = opened(&folder, &[include_str!("../sql/005_sources.sql"), LINKED]);
    assert_eq!((book.unlinked().unwrap(), book.event_count().unwrap()), (1, 0));
}
