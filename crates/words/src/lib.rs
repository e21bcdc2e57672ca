//! Owns tables of words and the classes that each is of: two columns, `word` and `class|class`. The tables stand under
//! `data/lang`, so that a word is added without Rust; the classes are an enum of the crate that asks for them.

use rustc_hash::FxHashMap;

/// The rows of a tab-separated file without comments (`#`) and blank lines, with line numbers from 1.
/// The first row is the header and is skipped.
pub fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    text.lines()
        .enumerate()
        .map(|(n, line)| (n + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .skip(1)
        .map(|(n, line)| (n, line.split('\t').map(str::trim).collect()))
}

/// The words of one table, by class. A class is asked for by its place in the names of all classes.
#[derive(Debug, Clone)]
pub struct WordClasses(FxHashMap<&'static str, u64>);

impl WordClasses {
    /// Reads a table whose classes have these names, at most 64 of them. A class of another name is passed over;
    /// [`WordClasses::faults`] tells of it.
    pub fn read(table: &'static str, names: &[&str]) -> Self {
        let bit = |class: &str| names.iter().position(|n| *n == class).map_or(0, |at| 1 << at);
        let classes = |cell: &str| cell.split('|').map(bit).fold(0, |all, one| all | one);
        Self(rows(table).filter_map(|(_, row)| Some((*row.first()?, classes(row.get(1)?)))).collect())
    }

    /// True where the word is of the class.
    pub fn is(&self, class: usize, word: &str) -> bool {
        self.0.get(word).is_some_and(|classes| classes & 1 << class != 0)
    }

    /// What is wrong in a table: rows out of order or twice, unknown classes, classes without a word.
    pub fn faults(table: &str, names: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        let mut unused: Vec<&str> = names.to_vec();
        let mut last = "";
        for (line, row) in rows(table) {
            let [word, classes] = row[..] else {
                faults.push(format!("line {line}: a word and its classes are needed"));
                continue;
            };
            if word <= last {
                faults.push(format!("line {line}: {word} should stand before {last}"));
            }
            last = word;
            for class in classes.split('|') {
                if !names.contains(&class) {
                    faults.push(format!("line {line}: {class} is no class"));
                }
                unused.retain(|name| *name != class);
            }
        }
        faults.extend(unused.iter().map(|name| format!("no word is of the class {name}")));
        faults
    }
}

/// The classes of one table as an enum, `is(class, word)` to ask for a lower-case word, and a test that the table is
/// sound. The path is relative to the file that calls it.
#[macro_export]
macro_rules! word_classes {
    ($(#[$doc:meta])* enum $class:ident from $path:literal { $($variant:ident = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $class {
            $($variant),+
        }

        static TABLE: &str = include_str!($path);
        const NAMES: &[&str] = &[$($name),+];
        static WORDS: std::sync::LazyLock<$crate::WordClasses> =
            std::sync::LazyLock::new(|| $crate::WordClasses::read(TABLE, NAMES));

        /// True where the lower-case word is of that class.
        pub(crate) fn is(class: $class, word: &str) -> bool {
            WORDS.is(class as usize, word)
        }

        #[cfg(test)]
        #[test]
        fn the_table_is_sound() {
            assert_eq!($crate::WordClasses::faults(TABLE, NAMES), Vec::<String>::new());
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 3] = ["thing", "deed", "never"];

    #[test]
    fn a_word_is_of_each_of_its_classes() {
        let words = WordClasses::read("word\tclasses\nraid\tdeed\nshell\tthing|deed\n", &NAMES);
        assert!(words.is(0, "shell") && words.is(1, "shell") && words.is(1, "raid"));
        assert!(!words.is(0, "raid") && !words.is(2, "shell") && !words.is(1, "ship"));
    }

    #[test]
    fn faults_are_told_by_line() {
        let table = "word\tclasses\nshell\tthing\nraid\tdeeds\nship\n";
        let faults = WordClasses::faults(table, &NAMES).join("; ");
        for part in ["line 3: raid should stand before shell", "deeds is no class", "line 4", "class never"] {
            assert!(faults.contains(part), "{part} in {faults}");
        }
    }

    #[test]
    fn rows_skip_header_and_comments() {
        let found: Vec<_> = rows("# source\nid\tname\n\na\tb\n").collect();
        assert_eq!(found, vec![(4, vec!["a", "b"])]);
    }
}
