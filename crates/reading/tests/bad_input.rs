//! Broken, hostile and odd inputs: each is told with file, line and remedy, and the rest goes on.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_model::{PassageKind, Report, SetAside};
use ascribe_reading::{Input, Reading, collect_paths, note_future_date, read, read_path};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn reading(origin: &str, bytes: &[u8]) -> Reading {
    read(&Input { origin, bytes })
}

#[track_caller]
fn only_set_aside(origin: &str, bytes: &[u8], reason: &str) -> SetAside {
    let found = reading(origin, bytes);
    assert!(found.reports.is_empty(), "{origin}: {:?}", found.reports);
    let [aside] = found.set_aside.as_slice() else { panic!("{origin}: {:?}", found.set_aside) };
    assert_eq!(aside.origin, origin);
    assert!(aside.reason.contains(reason), "{aside:?}");
    assert!(aside.remedy.len() > 10, "{aside:?}");
    aside.clone()
}

#[track_caller]
fn only_report(origin: &str, bytes: &[u8]) -> Report {
    let mut found = reading(origin, bytes);
    assert!(found.set_aside.is_empty(), "{:?}", found.set_aside);
    assert_eq!(found.reports.len(), 1);
    found.reports.remove(0)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("writing to memory");
    encoder.finish().expect("writing to memory")
}

const SENTENCE: &str =
    "Two soldiers were killed near the bridge on Monday, the governor of the province said. ";

#[test]
fn empty_files() {
    for origin in ["a.txt", "a.html", "a.jsonl", "a.json", "-", "a.txt.gz"] {
        only_set_aside(origin, b"", "empty");
        only_set_aside(origin, b" \n\t\r\n", "empty");
    }
    only_set_aside("a.txt", &gzip(b""), "empty");
}

#[test]
fn binary_files() {
    let noise: Vec<u8> = (0..=255u8).cycle().take(4000).collect();
    only_set_aside("a.txt", &noise, "binary");
    only_set_aside("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary");
    only_set_aside("a.html", b"PK\x03\x04\x14\0\0\0", "binary");
    only_set_aside("-", b"%PDF-1.7\n1 0 obj", "binary");
}

#[test]
fn truncated_gzip_gives_nothing_half() {
    let whole = gzip(SENTENCE.repeat(200).as_bytes());
    for cut in [3, 12, whole.len() / 2, whole.len() - 1] {
        only_set_aside("a.txt.gz", &whole[..cut], "truncated or damaged");
    }
    let mut lines = Vec::new();
    for n in 0..50 {
        writeln!(lines, "{{\"id\":\"{n}\",\"text\":\"{SENTENCE}\"}}").expect("writing to memory");
    }
    let packed = gzip(&lines);
    assert_eq!(reading("a.jsonl.gz", &packed).reports.len(), 50);
    only_set_aside("a.jsonl.gz", &packed[..packed.len() - 5], "truncated or damaged");
}

#[test]
fn gzip_is_found_by_its_bytes() {
    assert_eq!(only_report("a.txt", &gzip(SENTENCE.as_bytes())).text, SENTENCE);
    assert_eq!(
        only_report("-", &gzip(b"<html><body><p>Two men died near the bridge.</p></body></html>"))
            .body()
            .count(),
        1
    );
}

#[test]
fn a_bomb_stops_at_the_limit() {
    // 600 MB of zeros pack into some 600 kB.
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![b'a'; 1 << 20];
    for _ in 0..600 {
        encoder.write_all(&block).expect("writing to memory");
    }
    let bomb = encoder.finish().expect("writing to memory");
    only_set_aside("a.txt.gz", &bomb, "more than 512 MB");
}

#[test]
fn a_broken_line_is_numbered_and_the_rest_goes_on() {
    let found = reading(
        "a.jsonl",
        b"{\"text\":\"Two men died.\"}\n{\"text\": \"unclosed\n\n{\"text\":\"One man fled.\"}\n",
    );
    assert_eq!(found.reports.len(), 2);
    assert_eq!(found.set_aside.len(), 1);
    assert_eq!((found.set_aside[0].line, found.set_aside[0].origin.as_str()), (Some(2), "a.jsonl"));
    let aside = only_set_aside("a.json", b"{\n\"text\": oops}", "not valid JSON");
    assert!(aside.reason.contains("line 2"), "{aside:?}");
    let deep = format!("{{\"text\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    only_set_aside("a.json", deep.as_bytes(), "not valid JSON");
}

#[test]
fn invalid_utf8_is_read_and_noted() {
    let mut bytes = "Сирийская армия сообщила о боях у моста в понедельник.".as_bytes().to_vec();
    bytes.extend([0xff, 0xfe, b' ', 0xc3]);
    let report = only_report("a.txt", &bytes);
    assert!(report.notes.iter().any(|n| n.code == "invalid_bytes"), "{:?}", report.notes);
    assert!(report.text.contains('\u{fffd}'));
    let line = b"{\"text\":\"Two men \xff died near the bridge.\"}\n";
    assert!(only_report("a.jsonl", line).notes.iter().any(|n| n.code == "invalid_bytes"));
}

#[test]
fn large_texts_take_linear_time() {
    let paragraph = format!("{}\n\n", SENTENCE.repeat(6));
    let (mut times, sizes) = (Vec::new(), [6usize, 50]);
    for megabytes in sizes {
        let text = paragraph.repeat((megabytes << 20) / paragraph.len());
        let started = Instant::now();
        let report = only_report("a.txt", text.as_bytes());
        times.push(started.elapsed());
        assert!(report.body().count() > 1000);
    }
    println!("6 MB: {:?}, 50 MB: {:?}", times[0], times[1]);
    assert!(times[1] < times[0] * 30 + Duration::from_secs(2), "{times:?}");
    assert!(times[1] < Duration::from_secs(60), "{times:?}");
}

#[test]
fn one_line_of_50_mb_and_a_million_lines() {
    let started = Instant::now();
    only_report("a.txt", SENTENCE.repeat((50 << 20) / SENTENCE.len()).as_bytes());
    only_report("a.txt", "• Anna K\n\n    40 died!\n\n".repeat(200_000).as_bytes());
    only_report("a.txt", "Two men died.\n".repeat(1_000_000).as_bytes());
    only_report("a.md", "* [a](b) *c*\n".repeat(500_000).as_bytes());
    println!("{:?}", started.elapsed());
    assert!(started.elapsed() < Duration::from_secs(120));
}

#[test]
fn deeply_nested_and_large_pages() {
    let started = Instant::now();
    for tag in ["div", "b", "table", "blockquote", "ul", "span", "font"] {
        let page = format!("<html><body>{}<p>{SENTENCE}</p>", format!("<{tag}>").repeat(10_000));
        let report = only_report("a.html", page.as_bytes());
        assert!(report.text.contains("Two soldiers"), "{tag}");
    }
    let page = format!("<html><body>{}", format!("<p>{SENTENCE}</p>\n").repeat((20 << 20) / 100));
    let report = only_report("a.html", page.as_bytes());
    assert!(report.notes.iter().any(|n| n.code == "large_page"));
    println!("{:?}", started.elapsed());
    assert!(started.elapsed() < Duration::from_secs(120));
}

#[test]
fn dates_that_are_missing_or_in_the_future() {
    let today = jiff::civil::date(2026, 11, 23);
    let mut report = only_report("a.txt", SENTENCE.as_bytes());
    note_future_date(&mut report, today);
    assert_eq!(report.metadata.published, None);
    assert!(report.notes.is_empty());
    let mut report =
        only_report("a.jsonl", b"{\"published\":\"2031-01-05\",\"text\":\"Two men died near the bridge.\"}");
    note_future_date(&mut report, today);
    assert_eq!(report.notes[0].code, "date_in_future");
    assert!(report.notes[0].message.contains("2031-01-05"));
    let mut report =
        only_report("a.jsonl", b"{\"published\":\"2026-11-24\",\"text\":\"Two men died near the bridge.\"}");
    note_future_date(&mut report, today);
    assert!(report.notes.is_empty(), "tomorrow is today elsewhere");
}

#[test]
fn folders_give_sorted_files_and_tell_of_the_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(at("b/c")).expect("a folder");
    for name in ["z.txt", "a.html.gz", "b/c/x.jsonl", "b/photo.jpg", ".hidden.txt"] {
        std::fs::write(at(name), "x").expect("a file");
    }
    let (files, aside) =
        collect_paths(&[folder.path().into(), at("z.txt"), at("missing.txt"), PathBuf::from("-")]);
    assert_eq!(files, [at("a.html.gz"), at("b/c/x.jsonl"), at("z.txt"), PathBuf::from("-")]);
    assert_eq!(aside.len(), 2);
    assert!(aside[0].origin.ends_with("photo.jpg") && aside[0].remedy.contains(".jsonl"));
    assert!(aside[1].origin.ends_with("missing.txt") && aside[1].reason.contains("cannot be read"));
}

fn outcomes(path: &Path) -> Vec<Result<Report, SetAside>> {
    let mut found = Vec::new();
    read_path(path, &mut |outcome| found.push(outcome));
    found
}

#[test]
fn files_are_read_from_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let lines = folder.path().join("a.jsonl");
    std::fs::write(&lines, "{\"text\":\"Two men died.\"}\n{broken\n").expect("a file");
    let found = outcomes(&lines);
    assert!(found[0].as_ref().is_ok_and(|r| r.origin.ends_with("a.jsonl:1")));
    assert!(found[1].as_ref().is_err_and(|s| s.line == Some(2)));
    let packed = folder.path().join("b.jsonl");
    std::fs::write(&packed, gzip(b"{\"text\":\"Two men died.\"}\n")).expect("a file");
    assert_eq!(outcomes(&packed).len(), 1);
    for name in ["empty.jsonl", "empty.txt"] {
        let empty = folder.path().join(name);
        std::fs::write(&empty, "").expect("a file");
        let found = outcomes(&empty);
        assert!(
            matches!(found.as_slice(), [Err(aside)] if aside.reason.contains("empty")),
            "{name}: {found:?}"
        );
    }
    assert!(outcomes(&folder.path().join("no.txt"))[0].is_err());
    assert!(outcomes(folder.path())[0].is_err());
}

#[cfg(unix)]
#[test]
fn no_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.txt");
    std::fs::write(&file, SENTENCE).expect("a file");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).expect("permissions");
    if std::fs::read(&file).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let found = outcomes(&file);
    assert!(found[0].as_ref().is_err_and(|s| s.remedy.contains("right to read")), "{found:?}");
}

#[test]
fn other_languages_are_kept_and_marked() {
    let report = only_report(
        "a.txt",
        "Deux soldats ont été tués dimanche près du pont, a annoncé le ministère de la Défense.".as_bytes(),
    );
    assert_eq!(report.language, "fr");
    assert!(report.notes.iter().any(|n| n.code == "not_english"));
    assert!(report.passages.iter().any(|p| p.kind == PassageKind::Body));
}
