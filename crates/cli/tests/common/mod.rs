//! The program as a user runs it: a folder of its own, a data folder of its own, one result.
#![allow(dead_code)] // each test file uses a part of it

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a run printed and how it ended.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// Asserts the exit code and hands back what was printed.
    pub fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, code, "printed:\n{}\ntold:\n{}", self.out, self.err);
        self
    }

    /// What was printed, as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }

    /// Asserts that a part was told on standard error.
    pub fn told(self, part: &str) -> Self {
        assert!(self.err.contains(part), "'{part}' is not told in:\n{}", self.err);
        self
    }
}

/// A folder to run in.
pub struct Place {
    pub folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(&path, content).expect("written");
        path
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect("readable")
    }

    /// Runs `ascribe` in the folder; nothing of the user's own settings reaches it.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let ran = Command::new(env!("CARGO_BIN_EXE_ascribe"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("ASCRIBE_HOME", self.path("home"))
            .env_remove("ASCRIBE_DATA")
            .env_remove("ASCRIBE_CASEBOOK")
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        Ran {
            code: ran.status.code().expect("ended by itself"),
            out: String::from_utf8(ran.stdout).expect("UTF-8"),
            err: String::from_utf8_lossy(&ran.stderr).into_owned(),
        }
    }
}

/// A path from the root of the repository.
pub fn root(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path).display().to_string()
}
