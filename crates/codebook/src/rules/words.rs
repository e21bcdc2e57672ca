//! Sets of words: inline words and lists of `rules/en/lists/`, which may name other lists.

use crate::{DataError, DataFiles};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A sorted set of lower-case words, shared where it came from a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordSet {
    inline: Vec<String>,
    lists: Vec<Arc<BTreeSet<String>>>,
}

impl WordSet {
    /// Adds one word.
    pub fn add(&mut self, word: &str) {
        self.inline.push(word.to_lowercase());
    }

    /// Adds a whole list.
    pub fn add_list(&mut self, list: Arc<BTreeSet<String>>) {
        self.lists.push(list);
    }

    /// True where the word is in it; the word must be lower case.
    pub fn contains(&self, word: &str) -> bool {
        self.inline.iter().any(|w| w == word) || self.lists.iter().any(|l| l.contains(word))
    }

    /// True where nothing was added.
    pub fn is_empty(&self) -> bool {
        self.inline.is_empty() && self.lists.is_empty()
    }
}

/// Path, and entries with their lines, of each list as written.
type RawLists = FxHashMap<String, (String, Vec<(usize, String)>)>;

/// All lists of a language by name (`fighting-nouns`, `facts/armed`).
#[derive(Debug, Clone, Default)]
pub struct Lists {
    lists: FxHashMap<String, Arc<BTreeSet<String>>>,
}

impl Lists {
    /// Reads every `.txt` file under the folder. Entries are separated by commas or line ends; `#` opens
    /// a comment; `@name` takes in another list.
    pub fn load(files: &DataFiles, folder: &str, errors: &mut Vec<DataError>) -> Self {
        let mut raw = RawLists::default();
        let mut names: Vec<String> = Vec::new();
        for (path, text) in files.under(folder) {
            let Some(name) = path.strip_prefix(folder).and_then(|n| n.strip_suffix(".txt")) else { continue };
            names.push(name.to_owned());
            raw.insert(name.to_owned(), (path.to_owned(), entries(text)));
        }
        let mut lists = FxHashMap::default();
        for name in &names {
            let mut set = BTreeSet::new();
            collect(name, &raw, &mut Vec::new(), &mut set, errors);
            lists.insert(name.clone(), Arc::new(set));
        }
        Self { lists }
    }

    /// The list of that name.
    pub fn get(&self, name: &str) -> Option<&Arc<BTreeSet<String>>> {
        self.lists.get(name)
    }

    /// True where the list of that name exists and holds the word.
    pub fn holds(&self, name: &str, word: &str) -> bool {
        self.get(name).is_some_and(|list| list.contains(word))
    }
}

fn entries(text: &str) -> Vec<(usize, String)> {
    text.lines()
        .enumerate()
        .flat_map(|(n, line)| {
            let line = line.split('#').next().unwrap_or("");
            line.split(',').map(move |entry| (n + 1, entry.trim().to_lowercase())).collect::<Vec<_>>()
        })
        .filter(|(_, entry)| !entry.is_empty())
        .collect()
}

fn collect(
    name: &str,
    raw: &RawLists,
    trail: &mut Vec<String>,
    set: &mut BTreeSet<String>,
    errors: &mut Vec<DataError>,
) {
    let Some((path, entries)) = raw.get(name) else { return };
    if trail.iter().any(|t| t == name) {
        return;
    }
    trail.push(name.to_owned());
    for (line, entry) in entries {
        match entry.strip_prefix('@') {
            Some(other) if raw.contains_key(other) => collect(other, raw, trail, set, errors),
            Some(other) => {
                errors.push(DataError::new(path, *line, 0, format!("there is no list \"{other}\"")));
            }
            None => {
                set.insert(entry.clone());
            }
        }
    }
    trail.pop();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_take_in_lists_and_name_missing_ones() {
        let mut files = DataFiles::default();
        files.insert("lists/a.txt", "# source: own\nbattle, clash # noun\n@b\n");
        files.insert("lists/b.txt", "skirmish\n@a\n@missing\n");
        let mut errors = Vec::new();
        let lists = Lists::load(&files, "lists/", &mut errors);
        let a: Vec<&str> = lists.get("a").expect("list a").iter().map(String::as_str).collect();
        assert_eq!(a, ["battle", "clash", "skirmish"]);
        assert!(errors.iter().any(|e| e.file == "lists/b.txt" && e.line == 3));
    }
}
