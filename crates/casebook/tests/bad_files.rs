//! Files that are no casebooks, disks that are full, programs that come at the same time.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../examples/sample/generated.rs"]
mod generated;
#[allow(dead_code, reason = "shared with the sample program, which uses all of it")]
#[path = "../examples/sample/maker.rs"]
mod maker;

use ascribe_casebook::{CASEBOOK_VERSION, Casebook, CasebookError, Filter};
use std::{fs, path::Path};
use tempfile::TempDir;

fn refused(path: &Path) -> CasebookError {
    let before = fs::read(path).ok();
    let error = Casebook::open(path).map(|_| ()).expect_err("refused");
    assert_eq!(fs::read(path).ok(), before, "left as it was");
    assert!(error.to_string().contains(&*path.to_string_lossy()), "names the file: {error}");
    assert!(!error.remedy().is_empty());
    error
}

#[test]
fn foreign_files_are_refused_and_left_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("notes.db");
    fs::write(&path, "Dear diary, today I renamed this file.").unwrap();
    assert!(matches!(refused(&path), CasebookError::NotSqlite { .. }));
    fs::write(&path, "abc").unwrap();
    assert!(matches!(refused(&path), CasebookError::NotSqlite { .. }), "shorter than a header");
    assert!(matches!(refused(folder.path()), CasebookError::CannotOpen { .. }), "a folder");

    let other = folder.path().join("other.db");
    rusqlite::Connection::open(&other).unwrap().execute("CREATE TABLE song (title)", []).unwrap();
    assert!(matches!(refused(&other), CasebookError::NotACasebook { .. }));

    let absent = folder.path().join("no/such/folder/x.db");
    assert!(matches!(refused(&absent), CasebookError::CannotOpen { .. }));
    assert!(matches!(Casebook::open_read_only(&absent), Err(CasebookError::Missing { .. })));
}

#[test]
fn newer_casebook_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("newer.db");
    drop(Casebook::open(&path).unwrap());
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.pragma_update(None, "user_version", CASEBOOK_VERSION + 1).unwrap();
    drop(raw);
    match refused(&path) {
        CasebookError::Newer { found, known, .. } => {
            assert_eq!((found, known), (CASEBOOK_VERSION + 1, CASEBOOK_VERSION))
        }
        other => panic!("{other}"),
    }
}

#[test]
fn truncated_casebook_is_told_as_damaged() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("cut.db");
    let mut book = Casebook::open(&path).unwrap();
    for n in 0..20 {
        let (report, claims) = generated::numbered(n);
        book.add_report(&report, &claims, "test").unwrap();
    }
    drop(book);
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let found = Casebook::open(&path).and_then(|book| book.check());
    assert!(matches!(found, Err(CasebookError::Damaged { .. })), "{found:?}");
}

#[test]
fn full_disk_leaves_nothing_half_written() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("full.db");
    let mut book = Casebook::open(&path).unwrap();
    let (first, claims) = generated::numbered(0);
    book.add_report(&first, &claims, "test").unwrap();
    let before = book.digest().unwrap();

    let (mut large, claims) = generated::numbered(1);
    large.text.push_str(&"filler ".repeat(2_000_000));
    book.limit_size(200).unwrap();
    let error = book.add_report(&large, &claims, "test").unwrap_err();
    assert!(matches!(error, CasebookError::DiskFull { .. }), "{error}");
    assert_eq!(book.digest().unwrap(), before);
    book.check().unwrap();

    book.limit_size(1_000_000).unwrap();
    book.add_report(&large, &claims, "test").unwrap();
    assert_eq!(book.reports(&Filter::default()).unwrap().total, 2, "goes on once there is space");
}

#[test]
fn reader_cannot_write() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("read.db");
    drop(Casebook::open(&path).unwrap());
    let mut reader = Casebook::open_read_only(&path).unwrap();
    let (report, claims) = generated::numbered(0);
    let error = reader.add_report(&report, &claims, "test").unwrap_err();
    assert!(matches!(error, CasebookError::ReadOnly { .. }), "{error}");
}

#[test]
fn reader_sees_what_a_writer_adds_meanwhile() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("both.db");
    let mut writer = Casebook::open(&path).unwrap();
    let reader = Casebook::open_read_only(&path).unwrap();
    for n in 0..3 {
        let (report, claims) = generated::numbered(n);
        writer.add_report(&report, &claims, "test").unwrap();
        assert_eq!(reader.reports(&Filter::default()).unwrap().total, n + 1);
    }
}

#[test]
fn programs_that_come_at_once_all_succeed() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("many.db");
    let run = |start: usize| {
        let path = path.clone();
        std::thread::spawn(move || {
            let mut book = Casebook::open(&path).expect("opened while others do the same");
            for n in (0..42).map(|n| (n + start) % 42).filter(|n| n % 7 != 6) {
                let (report, claims) = generated::numbered(n);
                book.add_report(&report, &claims, "test").expect("filed while others file");
            }
        })
    };
    let runs: Vec<_> = (0..4).map(|n| run(n * 10)).collect();
    for run in runs {
        run.join().expect("no run fails");
    }
    let together = Casebook::open(&path).unwrap();
    together.check().unwrap();
    let mut alone = Casebook::open(folder.path().join("alone.db")).unwrap();
    for n in (0..42).filter(|n| n % 7 != 6) {
        let (report, claims) = generated::numbered(n);
        alone.add_report(&report, &claims, "test").unwrap();
    }
    assert_eq!(together.digest().unwrap(), alone.digest().unwrap());
}
