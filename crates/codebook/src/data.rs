//! Where the data files come from: the `data/` folder built into the program, with a user's folder laid
//! over it. This is the only file of the crate that touches the file system.

use ascribe_words::rows;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../data"]
#[include = "*.tsv"]
#[include = "*.txt"]
#[include = "*.toml"]
#[include = "*.rule"]
struct BuiltIn;

/// Text files by path relative to `data/` (`actors/syria.tsv`), in sorted order.
#[derive(Debug, Clone, Default)]
pub struct DataFiles {
    files: BTreeMap<String, String>,
}

impl DataFiles {
    /// The files that the program was built with.
    pub fn builtin() -> Self {
        let text = |path: &str| BuiltIn::get(path).map(|f| String::from_utf8_lossy(&f.data).into_owned());
        let files = BuiltIn::iter().filter_map(|path| Some((path.to_string(), text(&path)?))).collect();
        Self { files }
    }

    /// Lays a folder over the built-in files: a file of the same relative path replaces, others add.
    ///
    /// # Errors
    /// A folder or file that cannot be read, with its path.
    pub fn overlay(&mut self, folder: &Path) -> Result<(), DataError> {
        let mut pending: Vec<PathBuf> = vec![folder.to_path_buf()];
        while let Some(at) = pending.pop() {
            let unreadable =
                |e: std::io::Error| DataError::new(&at.display().to_string(), 0, 0, e.to_string());
            for entry in std::fs::read_dir(&at).map_err(unreadable)? {
                let path = entry.map_err(unreadable)?.path();
                if path.is_dir() {
                    pending.push(path);
                } else if matches!(
                    path.extension().and_then(|e| e.to_str()),
                    Some("tsv" | "txt" | "toml" | "rule")
                ) {
                    let text = std::fs::read_to_string(&path)
                        .map_err(|e| DataError::new(&path.display().to_string(), 0, 0, e.to_string()))?;
                    let name =
                        path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                    self.files.insert(name, text);
                }
            }
        }
        Ok(())
    }

    /// The text of one file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// The files below a folder (`rules/en/`), as (path, text), sorted by path.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> + 'a {
        self.files.iter().filter(move |(p, _)| p.starts_with(folder)).map(|(p, t)| (p.as_str(), t.as_str()))
    }

    /// 12 hex digits of a hash over all paths and texts: the version of the codebook in use.
    pub fn version(&self) -> String {
        let mut hash = Sha256::new();
        for (path, text) in &self.files {
            hash.update(path.as_bytes());
            hash.update([0]);
            hash.update(text.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }

    /// Adds or replaces one file; for tests and rule drafts.
    pub fn insert(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), text.to_owned());
    }
}

/// Hands every row of the tab-separated files below a folder to a reader, with the file's name and the row's
/// place (`folder/file.tsv:12`); a row that cannot be used is told by column and message.
///
/// # Errors
/// All rows that cannot be used, each with file, line and column.
pub fn read_rows(
    data: &DataFiles,
    folder: &str,
    mut row: impl FnMut(&str, &str, &[&str]) -> Result<(), (usize, String)>,
) -> Result<(), Vec<DataError>> {
    let mut errors = Vec::new();
    for (path, text) in data.under(folder).filter(|(path, _)| path.ends_with(".tsv")) {
        let name = path.rsplit('/').next().unwrap_or(path);
        for (line, cells) in rows(text) {
            if let Err((column, message)) = row(name, &format!("{path}:{line}"), &cells) {
                errors.push(DataError::new(path, line, column, message));
            }
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Something wrong in a data file, with the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataError {
    /// Path relative to `data/`, or the overlay's path.
    pub file: String,
    /// Line from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// Column from 1; 0 where the line as a whole is meant.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl DataError {
    /// Builds an error.
    pub fn new(file: &str, line: usize, column: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, column, message: message.into() }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for DataError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_folder_are_read_with_their_places() {
        let mut data = DataFiles::default();
        data.insert("lists/a.tsv", "word\tkind\nred\tcolour\nfive\tnumber\n");
        data.insert("lists/b.txt", "not a table");
        let mut found = vec![];
        let read = read_rows(&data, "lists/", |file, at, cells| {
            found.push(format!("{file} {at} {}", cells[0]));
            if cells[1] == "number" { Err((2, "no number here".to_owned())) } else { Ok(()) }
        });
        assert_eq!(found, ["a.tsv lists/a.tsv:2 red", "a.tsv lists/a.tsv:3 five"]);
        let errors = read.expect_err("a row that cannot be used");
        assert_eq!(errors[0].to_string(), "lists/a.tsv:3:2: no number here");
    }

    #[test]
    fn overlay_replaces_and_adds() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("actors")).expect("a folder");
        std::fs::write(folder.path().join("actors/mine.tsv"), "id\nx\n").expect("a file");
        let mut data = DataFiles::builtin();
        data.overlay(folder.path()).expect("readable");
        assert_eq!(data.get("actors/mine.tsv"), Some("id\nx\n"));
    }
}
