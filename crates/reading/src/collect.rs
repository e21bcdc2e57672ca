//! Files and folders: which to read, in what order, and their bytes. All I/O of the crate is here.

use crate::formats::{FORMATS, by_name};
use crate::jsonl::read_lines;
use crate::reader::{Input, is_lines, read};
use ascribe_model::{Report, SetAside};
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// The files to read under `paths`, folders with all below them in the order of names, each once.
/// A path that was named is taken whatever its ending; in folders unknown endings are set aside,
/// hidden files are passed over. `-` stands for standard input and is kept as it is.
pub fn collect_paths(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<SetAside>) {
    let (mut files, mut aside) = (Vec::new(), Vec::new());
    for path in paths {
        if path.as_os_str() == "-" {
            files.push(path.clone());
            continue;
        }
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => folder(path, 0, &mut files, &mut aside),
            Ok(_) => files.push(path.clone()),
            Err(error) => aside.push(failed(path, &error)),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|path| seen.insert(path.clone()));
    (files, aside)
}

/// Deeper folders than this are a loop of links.
const MAX_DEPTH: usize = 64;

fn folder(path: &Path, depth: usize, files: &mut Vec<PathBuf>, aside: &mut Vec<SetAside>) {
    if depth > MAX_DEPTH {
        aside.push(set_aside(path, "the folders are nested too deep", "check for a link that points back"));
        return;
    }
    let mut entries: Vec<PathBuf> = match fs::read_dir(path) {
        Ok(entries) => entries.filter_map(|e| e.ok().map(|e| e.path())).collect(),
        Err(error) => return aside.push(failed(path, &error)),
    };
    entries.sort();
    for entry in entries {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        match fs::metadata(&entry) {
            Ok(meta) if meta.is_dir() => folder(&entry, depth + 1, files, aside),
            Ok(_) if by_name(&name).is_some() => files.push(entry),
            Ok(_) => aside.push(set_aside(&entry, "the file's ending is not known", &known_endings())),
            Err(error) => aside.push(failed(&entry, &error)),
        }
    }
}

fn known_endings() -> String {
    let endings: Vec<String> =
        FORMATS.iter().flat_map(|f| f.extensions.iter()).map(|extension| format!(".{extension}")).collect();
    format!(
        "rename it to one of {} (also with .gz), or name the file itself to have it read by its contents",
        endings.join(" ")
    )
}

/// Reads one file (`-` is standard input) and hands each report, or what was set aside, to `sink`.
/// JSON Lines files are streamed; other files are read whole.
pub fn read_path(path: &Path, sink: &mut dyn FnMut(Result<Report, SetAside>)) {
    match contents(path, sink) {
        Ok(Some(bytes)) => {
            let reading = read(&Input { origin: &path.to_string_lossy(), bytes: &bytes });
            reading.reports.into_iter().for_each(|report| sink(Ok(report)));
            reading.set_aside.into_iter().for_each(|aside| sink(Err(aside)));
        }
        Ok(None) => {}
        Err(error) => sink(Err(failed(path, &error))),
    }
}

/// The bytes of a file; `None` where it was streamed to `sink` instead.
fn contents(path: &Path, sink: &mut dyn FnMut(Result<Report, SetAside>)) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(Some(bytes));
    }
    let origin = path.to_string_lossy();
    let mut file = File::open(path)?;
    let mut head = [0; 2];
    let read = file.read(&mut head)?;
    let head = head.get(..read).unwrap_or_default();
    if !is_lines(&origin, head) {
        bytes.extend_from_slice(head);
        file.read_to_end(&mut bytes)?;
        return Ok(Some(bytes));
    }
    let mut none = true;
    read_lines(&origin, BufReader::new(head.chain(file)), &mut |outcome| {
        none = false;
        sink(outcome);
    });
    // A file of blank lines is told as an empty one is.
    Ok(none.then(Vec::new))
}

fn failed(path: &Path, error: &std::io::Error) -> SetAside {
    let remedy = match error.kind() {
        std::io::ErrorKind::NotFound => "check the name; relative paths count from the working directory",
        std::io::ErrorKind::PermissionDenied => {
            "give yourself the right to read it (chmod u+r, or ask its owner)"
        }
        _ => "check the disk and the file, then read it again",
    };
    set_aside(path, &format!("it cannot be read: {error}"), remedy)
}

fn set_aside(path: &Path, reason: &str, remedy: &str) -> SetAside {
    SetAside {
        origin: path.to_string_lossy().into(),
        line: None,
        reason: reason.into(),
        remedy: remedy.into(),
    }
}
