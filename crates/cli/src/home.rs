//! The user's own data folder: gazetteer files that were added, laid out as
//! `<home>/gazetteer/<file>`. `ASCRIBE_HOME` names it; the default follows the system's convention.

use crate::error::CliError;
use std::path::PathBuf;

/// The folder; it need not exist.
pub fn folder() -> Result<PathBuf, CliError> {
    let set = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    if let Some(path) = set("ASCRIBE_HOME") {
        return Ok(path);
    }
    set("XDG_DATA_HOME")
        .or_else(|| set("APPDATA"))
        .or_else(|| set("HOME").map(|h| h.join(".local").join("share")))
        .map(|base| base.join("ascribe"))
        .ok_or_else(|| CliError::Usage("no home folder is known; set ASCRIBE_HOME to a folder".into()))
}

/// Gazetteer files that were added, sorted by name.
pub fn gazetteers() -> Vec<PathBuf> {
    let Ok(home) = folder() else { return vec![] };
    let Ok(entries) = std::fs::read_dir(home.join("gazetteer")) else { return vec![] };
    let mut files: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|p| p.is_file()).collect();
    files.sort();
    files
}
