//! The types of claim, read from `data/types.toml`.

use crate::{DataError, DataFiles};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file that names them, relative to `data/`.
pub const FILE: &str = "types.toml";

/// One type of claim.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimType {
    /// What happens, in one line.
    pub about: String,
    /// Nearest ACLED sub-event; empty where there is none.
    #[serde(default)]
    pub acled: String,
    /// Nearest PLOVER type; empty where there is none.
    #[serde(default)]
    pub plover: String,
    /// True where people or things come to physical harm by an armed act.
    #[serde(default)]
    pub violent: bool,
}

/// All types by name, in alphabetical order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClaimTypes {
    types: BTreeMap<String, ClaimType>,
}

impl ClaimTypes {
    /// Reads the types.
    ///
    /// # Errors
    /// A missing file, or a TOML error with its line.
    pub fn load(files: &DataFiles) -> Result<Self, DataError> {
        let text = files.get(FILE).ok_or_else(|| DataError::new(FILE, 0, 0, "the file is missing"))?;
        let types = toml::from_str(text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            let line = text.get(..offset).map_or(0, |before| before.matches('\n').count() + 1);
            DataError::new(FILE, line, 0, error.message())
        })?;
        Ok(Self { types })
    }

    /// The type of that name.
    pub fn get(&self, name: &str) -> Option<&ClaimType> {
        self.types.get(name)
    }

    /// All of them by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &ClaimType)> {
        self.types.iter().map(|(name, kind)| (name.as_str(), kind))
    }

    /// True for a violent type.
    pub fn is_violent(&self, name: &str) -> bool {
        self.get(name).is_some_and(|kind| kind.violent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_types_are_readable() {
        let types = ClaimTypes::load(&DataFiles::builtin()).expect("readable types");
        assert!(types.is_violent("shelling"));
        assert!(!types.is_violent("talks"));
        assert!(types.get("weather").is_none());
    }

    #[test]
    fn errors_carry_the_line() {
        let mut files = DataFiles::default();
        files.insert(FILE, "[clash]\nabout = \"x\"\nnonsense = 1\n");
        let error = ClaimTypes::load(&files).expect_err("an unknown key");
        assert_eq!((error.file.as_str(), error.line), (FILE, 3));
    }
}
