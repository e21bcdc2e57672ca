//! One annotated or extracted report, read leniently: what the scorer needs and nothing else.

use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The claims of one report.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Record {
    /// Claims in the order of the file.
    #[serde(default)]
    pub claims: Vec<ScoredClaim>,
}

/// A claim as the scorer sees it. Absent and null mean the same.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ScoredClaim {
    pub quote: Option<String>,
    pub trigger: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub status: Option<String>,
    pub stance: Option<String>,
    #[serde(deserialize_with = "list")]
    pub sources: Vec<Speaker>,
    #[serde(deserialize_with = "list")]
    pub actors: Vec<Party>,
    #[serde(deserialize_with = "list")]
    pub places: Vec<Spot>,
    pub time: Option<Range>,
    #[serde(deserialize_with = "list")]
    pub effects: Vec<Harm>,
    #[serde(deserialize_with = "list")]
    pub means: Vec<String>,
    pub event: Option<String>,
}

/// A source: an object with a name, or the bare name.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Speaker {
    Named { name: String },
    Bare(String),
}

impl Speaker {
    pub fn name(&self) -> &str {
        match self {
            Speaker::Named { name } | Speaker::Bare(name) => name,
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
pub struct Party {
    pub role: Option<String>,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Spot {
    pub text: Option<String>,
    pub kind: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
}

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Range {
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Harm {
    pub harm: Option<String>,
    pub side: Option<String>,
    pub min: Option<f64>,
    pub max: Option<f64>,
}

fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    Ok(Option::<Vec<T>>::deserialize(from)?.unwrap_or_default())
}

/// A file that is not an annotated or extracted report.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The file or folder cannot be read.
    #[error("{path}: {source}; check that it exists and may be read")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file is not JSON of the expected shape.
    #[error("{path}:{line}: {message}; expected {{\"claims\": [...]}}")]
    Malformed {
        /// Which.
        path: PathBuf,
        /// Line from 1.
        line: usize,
        /// The parser's words.
        message: String,
    },
}

/// Reads one file, or every `.json` of a folder, by file stem in sorted order.
///
/// # Errors
/// The first file that cannot be read or is malformed.
pub fn load_folder(path: &Path) -> Result<BTreeMap<String, Record>, RecordError> {
    let unreadable = |path: &Path, source| RecordError::Unreadable { path: path.to_owned(), source };
    let mut files = vec![];
    if path.is_file() {
        files.push(path.to_owned());
    } else {
        for entry in std::fs::read_dir(path).map_err(|e| unreadable(path, e))? {
            let file = entry.map_err(|e| unreadable(path, e))?.path();
            if file.extension().is_some_and(|e| e == "json") {
                files.push(file);
            }
        }
    }
    let mut records = BTreeMap::new();
    for file in files {
        let text = std::fs::read_to_string(&file).map_err(|e| unreadable(&file, e))?;
        let record = serde_json::from_str(&text).map_err(|e| RecordError::Malformed {
            path: file.clone(),
            line: e.line(),
            message: e.to_string(),
        })?;
        let stem = file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        records.insert(stem, record);
    }
    Ok(records)
}
