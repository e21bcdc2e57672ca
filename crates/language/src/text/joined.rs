//! Owns words that are two words of syntax without an apostrophe between them: "cannot", "gonna", "dont"
//! (`data/lang/en/joined-words.tsv`).

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

struct Entry {
    first: usize,
    before: Vec<&'static str>,
}

static TABLE: LazyLock<FxHashMap<&'static str, Entry>> = LazyLock::new(|| {
    let lines = include_str!("../../../../data/lang/en/joined-words.tsv").lines();
    lines.filter(|line| !line.starts_with('#')).filter_map(entry).collect()
});

fn entry(line: &'static str) -> Option<(&'static str, Entry)> {
    let mut fields = line.split('\t');
    let form = fields.next()?;
    let first = fields.next()?.find(' ')?;
    Some((form, Entry { first, before: fields.next().unwrap_or("").split_whitespace().collect() }))
}

/// Bytes of the first of the two words in `word`; `rest` is the text after it, as some are two words only
/// before certain others: "its a trap", but "its port".
pub fn first_part(word: &str, rest: &str) -> Option<usize> {
    if !word.is_ascii() {
        return None;
    }
    let entry = TABLE.get(word.to_ascii_lowercase().as_str())?;
    let next = rest.split_whitespace().next().unwrap_or("").to_lowercase();
    let spaced = rest.starts_with(char::is_whitespace);
    let fits = entry.before.is_empty() || spaced && entry.before.contains(&next.as_str());
    fits.then_some(entry.first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_words_are_two() {
        let check = |word: &str, rest: &str, expected: Option<usize>| {
            assert_eq!(first_part(word, rest), expected, "{word}{rest}");
        };
        check("Cannot", " go", Some(3));
        check("dont", "", Some(2));
        check("its", " a trap", Some(2));
        check("Its", " port", None);
        check("its", ".", None);
        check("army", " left", None);
    }

    #[test]
    fn parts_make_up_their_form() {
        let lines = include_str!("../../../../data/lang/en/joined-words.tsv").lines();
        for line in lines.filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields[1].replace(' ', ""), fields[0]);
            assert!(TABLE.contains_key(fields[0]) && TABLE[fields[0]].first < fields[0].len());
        }
    }
}
