//! A program that is killed while it files reports: the next run ends where an uninterrupted one does.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use ascribe_casebook::Casebook;
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

const REPORTS: &str = "140";

fn sample(casebook: &Path) -> Command {
    let tests = std::env::current_exe().expect("the path of this test");
    let program: PathBuf = tests.ancestors().nth(2).expect("target/<profile>").join("examples/sample");
    assert!(program.exists(), "{} is missing: run `cargo build --examples` first", program.display());
    let mut command = Command::new(program);
    command.arg(casebook).args(["--generated", REPORTS]).stdout(Stdio::null());
    command
}

fn content(casebook: &Path) -> String {
    let mut dump = Vec::new();
    let book = Casebook::open(casebook).expect("opens after the kill");
    book.check().expect("sound after the kill");
    book.dump(&mut dump).expect("dumps");
    String::from_utf8(dump).expect("JSON is UTF-8")
}

/// Numbers that look random and are the same in every run.
fn scattered(n: u64) -> u64 {
    n.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 33
}

#[test]
fn killed_at_any_moment_then_run_again() {
    let folder = TempDir::new().unwrap();
    let whole = folder.path().join("whole.db");
    let started = Instant::now();
    assert!(sample(&whole).status().unwrap().success());
    let length = started.elapsed();
    let expected = content(&whole);
    assert!(expected.contains("made-00005@2"), "edits are part of the run");

    let mut interrupted = 0;
    for round in 0..12_u64 {
        let path = folder.path().join(format!("killed-{round}.db"));
        // Three kills on one casebook, at moments spread over the whole run, its start included.
        for kill in 0..3 {
            let mut child = sample(&path).spawn().unwrap();
            let moment = scattered(round * 3 + kill + 1) % (length.as_micros() as u64).max(1);
            std::thread::sleep(Duration::from_micros(moment));
            interrupted += usize::from(child.try_wait().unwrap().is_none());
            child.kill().unwrap();
            child.wait().unwrap();
            if path.exists() {
                content(&path);
            }
        }
        assert!(sample(&path).status().unwrap().success());
        assert_eq!(content(&path), expected, "round {round}");
    }
    // How many depends on the machine; that none was would mean that nothing was tested.
    assert!(interrupted > 0, "no run was still going when it was killed");
}
