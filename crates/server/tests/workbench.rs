//! The committed build of the workbench belongs to the committed sources.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What the build depends on; the same list stands in `web/scripts/fingerprint.mjs`.
const SOURCES: [&str; 6] =
    ["index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "src"];

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            files(&entry.unwrap().path(), found);
        }
    } else {
        found.push(path.to_owned());
    }
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// One line a file: hash, two spaces, path; sorted by path.
fn fingerprint(web: &Path) -> String {
    let mut found = Vec::new();
    for source in SOURCES {
        files(&web.join(source), &mut found);
    }
    let mut lines: Vec<(String, String)> = found
        .iter()
        .map(|file| {
            let name = file.strip_prefix(web).unwrap().to_string_lossy().replace('\\', "/");
            (name, hex(&fs::read(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))))
        })
        .collect();
    lines.sort();
    lines.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect()
}

#[test]
fn built_workbench_is_up_to_date() {
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web");
    let built_from = fs::read_to_string(web.join("dist/sources.sha256")).unwrap_or_default();
    let now = fingerprint(&web);
    let changed: Vec<&str> = now.lines().filter(|line| !built_from.contains(line)).collect();
    assert!(built_from == now, "web/dist is not built from these sources ({changed:?}): run `make web`");
}
