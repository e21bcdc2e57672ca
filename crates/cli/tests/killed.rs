//! `ascribe add` killed while it works: the next run ends where an uninterrupted one does.

use ascribe_casebook::Casebook;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Casebooks that are killed, and how often each before it may finish.
const ROUNDS: u64 = 5;
const KILLS: u64 = 3;

fn add(casebook: &Path, reports: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_ascribe"))
        .arg("add")
        .arg(reports)
        .arg("--casebook")
        .arg(casebook)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// Runs to the end; an input that was set aside (exit code 1) is an end too.
fn finish(mut run: Child) {
    let code = run.wait().expect("ends").code();
    assert!(matches!(code, Some(0 | 1)), "ended with {code:?}");
}

fn content(casebook: &Path) -> String {
    let mut dump = Vec::new();
    let book = Casebook::open(casebook).expect("opens after the kill");
    book.check().expect("sound after the kill");
    book.dump(&mut dump).expect("dumps");
    String::from_utf8(dump).expect("JSON is UTF-8")
}

/// The example reports, and JSON Lines whose last line is an edited version of its first.
fn reports(folder: &Path) -> PathBuf {
    let target = folder.join("reports");
    fs::create_dir(&target).expect("a new folder");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/reports");
    for entry in fs::read_dir(examples).expect("examples/reports") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, target.join(path.file_name().expect("a file name"))).expect("copied");
    }
    let line = |n: usize, dead: usize| {
        format!(
            "{{\"id\":\"line-{n}\",\"published\":\"2018-06-{:02}\",\"publisher\":\"Valley Wire\",\"text\":\"A roadside \
             bomb killed {dead} soldiers near Kirkuk on Monday, the army said. Note {n} of the series.\"}}\n",
            n + 1
        )
    };
    let mut lines: String = (0..12).map(|n| line(n, n + 2)).collect();
    lines.push_str(&line(0, 17));
    fs::write(target.join("lines.jsonl"), lines).expect("written");
    target
}

/// Numbers that look random and are the same in every run.
fn scattered(n: u64) -> u64 {
    n.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(23).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 33
}

#[test]
fn killed_at_any_moment_then_run_again() {
    let folder = TempDir::new().expect("a temporary folder");
    let reports = reports(folder.path());
    let whole = folder.path().join("whole.db");
    let started = Instant::now();
    finish(add(&whole, &reports));
    let length = started.elapsed();
    let expected = content(&whole);
    assert!(expected.contains("line-0@2"), "an edit is part of the run");
    assert!(expected.contains("[\"event\","), "events are part of the result");

    let mut interrupted = 0;
    for round in 0..ROUNDS {
        let path = folder.path().join(format!("killed-{round}.db"));
        for kill in 0..KILLS {
            let mut child = add(&path, &reports);
            let moment = scattered(round * KILLS + kill + 1) % (length.as_micros() as u64).max(1);
            std::thread::sleep(Duration::from_micros(moment));
            interrupted += usize::from(child.try_wait().expect("asked").is_none());
            child.kill().expect("killed");
            child.wait().expect("gone");
            if path.exists() {
                content(&path);
            }
        }
        finish(add(&path, &reports));
        assert!(content(&path) == expected, "round {round} ends with another content");
    }
    // How many depends on the machine; that none was would mean that nothing was tested.
    assert!(interrupted > 0, "no run was still going when it was killed");
}

#[test]
fn two_runs_at_once_end_like_one() {
    let folder = TempDir::new().expect("a temporary folder");
    let reports = reports(folder.path());
    let alone = folder.path().join("alone.db");
    finish(add(&alone, &reports));
    let both = folder.path().join("both.db");
    for run in [add(&both, &reports), add(&both, &reports)] {
        finish(run);
    }
    assert!(content(&both) == content(&alone), "both together end with another content than one alone");
}
