//! Word lists that tell furniture, captions, comments and house styles (`data/reading/*.tsv`).

use aho_corasick::AhoCorasick;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a phrase tells of the block it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// The block is furniture; the report may go on after it.
    Furniture,
    /// The report ends before the block.
    End,
    /// Words under a picture.
    Caption,
    /// The heading of the comment section.
    Comments,
    /// A line about the report: embargo marks, desk lines.
    Metadata,
    /// Furniture that runs on in the same line, at its start (`head`) or end (`tail`).
    Head,
    Tail,
}

struct Phrase {
    words: String,
    purpose: Use,
    /// The block is the phrase, but for punctuation at its end.
    whole: bool,
}

/// All phrases.
pub(crate) struct Phrases {
    /// By [`first_word`].
    starts: BTreeMap<String, Vec<Phrase>>,
    inside: AhoCorasick,
    inside_uses: Vec<Use>,
    /// `head` phrases as printed, longest first.
    heads: Vec<String>,
    tails: AhoCorasick,
    /// Which of `tails` count only where nothing follows them.
    last: Vec<bool>,
}

static PHRASES: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::parse(include_str!("../../../data/reading/phrases.tsv")));

/// How much of a block is looked at.
const WINDOW: usize = 600;

impl Phrases {
    pub fn known() -> &'static Phrases {
        &PHRASES
    }

    /// Lines of `use, match, phrase`: match is `starts`, `is` or `has`.
    fn parse(table: &str) -> Phrases {
        let mut starts: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        let (mut inside, mut inside_uses) = (Vec::new(), Vec::new());
        let (mut heads, mut tails, mut last) = (Vec::new(), Vec::new(), Vec::new());
        for line in table.lines().filter(|l| !l.starts_with('#') && !l.starts_with("use\t")) {
            let fields: Vec<&str> = line.split('\t').collect();
            let &[purpose, how, words] = fields.as_slice() else { continue };
            let Some(purpose) = purpose_of(purpose) else { continue };
            match purpose {
                Use::Head => heads.push(words.to_string()),
                Use::Tail => {
                    tails.push(words.to_string());
                    last.push(how == "is");
                }
                _ if how == "has" => {
                    inside.push(words.to_string());
                    inside_uses.push(purpose);
                }
                _ => starts.entry(first_word(words).into()).or_default().push(Phrase {
                    words: words.into(),
                    purpose,
                    whole: how == "is",
                }),
            }
        }
        heads.sort_by_key(|p| std::cmp::Reverse(p.len()));
        let automaton = |list: &[String]| AhoCorasick::new(list).expect("the phrase table is small");
        Phrases { starts, inside: automaton(&inside), inside_uses, heads, tails: automaton(&tails), last }
    }

    /// What a block is, if its words are known.
    pub fn classify(&self, words: &str) -> Option<Use> {
        let folded = fold(words, WINDOW);
        let listed = self.starts.get(first_word(&folded)).into_iter().flatten();
        let start = listed.filter(|p| p.fits(&folded)).max_by_key(|p| p.words.len());
        start.map(|p| p.purpose).or_else(|| {
            let found = self.inside.find(&folded)?;
            self.inside_uses.get(found.pattern().as_usize()).copied()
        })
    }

    /// The length of the `head` phrase that `words` begins with.
    pub fn head(&self, words: &str) -> Option<usize> {
        self.heads.iter().find(|phrase| words.starts_with(phrase.as_str())).map(String::len)
    }

    /// Where the first `tail` phrase in `words` stands.
    pub fn tail(&self, words: &str) -> Option<usize> {
        let found = self.tails.find_iter(words).find(|found| {
            let only_last = self.last.get(found.pattern().as_usize()).copied().unwrap_or(false);
            !only_last || words.get(found.end()..).is_some_and(|rest| !rest.contains(char::is_alphanumeric))
        })?;
        Some(found.start())
    }
}

impl Phrase {
    fn fits(&self, folded: &str) -> bool {
        let Some(rest) = folded.strip_prefix(self.words.as_str()) else { return false };
        if self.whole {
            return !rest.contains(char::is_alphanumeric);
        }
        !(rest.starts_with(char::is_alphanumeric) && self.words.ends_with(char::is_alphanumeric))
    }
}

/// The letters and digits at the start, or the first character where there are none.
fn first_word(words: &str) -> &str {
    let end = words.find(|c: char| !c.is_alphanumeric()).unwrap_or(words.len());
    let end = if end == 0 { words.chars().next().map_or(0, char::len_utf8) } else { end };
    words.get(..end).unwrap_or("")
}

fn purpose_of(name: &str) -> Option<Use> {
    Some(match name {
        "furniture" => Use::Furniture,
        "end" => Use::End,
        "caption" => Use::Caption,
        "comments" => Use::Comments,
        "metadata" => Use::Metadata,
        "head" => Use::Head,
        "tail" => Use::Tail,
        _ => return None,
    })
}

/// Lower case, straight quotes, single spaces; at most `limit` bytes.
pub(crate) fn fold(words: &str, limit: usize) -> String {
    let mut out = String::with_capacity(words.len().min(limit) + 4);
    let mut space = false;
    for c in words.chars() {
        if out.len() >= limit {
            break;
        }
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        match c {
            '’' | '‘' | '`' => out.push('\''),
            '“' | '”' => out.push('"'),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "use\tmatch\tphrase\nend\tstarts\tnote to readers\nfurniture\tis\tshare\n\
        furniture\tstarts\tshare this\nend\thas\tcontains copyrighted material\nhead\tstarts\tGet short URL\n\
        tail\tis\tRead Also\n";

    #[test]
    fn blocks_are_told_by_their_words() {
        let phrases = Phrases::parse(TABLE);
        assert_eq!(phrases.classify("Note to  Readers: please"), Some(Use::End));
        assert_eq!(phrases.classify("Share"), Some(Use::Furniture));
        assert_eq!(phrases.classify("Share:"), Some(Use::Furniture));
        assert_eq!(phrases.classify("Share this article"), Some(Use::Furniture));
        assert_eq!(phrases.classify("Shareholders met rebels"), None);
        assert_eq!(phrases.classify("Share prices fell after the attack"), None);
        assert_eq!(phrases.classify("www.x.org contains copyrighted material"), Some(Use::End));
        assert_eq!(phrases.head("Get short URL 12"), Some(13));
        assert_eq!(phrases.tail("the city. Read Also"), Some(10));
        assert_eq!(phrases.tail("the city. Read Also Two dead near Homs. Later"), None);
    }

    #[test]
    fn every_line_of_the_table_is_used() {
        let table = include_str!("../../../data/reading/phrases.tsv");
        for line in table.lines().filter(|l| !l.starts_with('#') && !l.starts_with("use\t")) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), 3, "{line}");
            assert!(purpose_of(fields[0]).is_some(), "{line}");
            assert!(["starts", "is", "has"].contains(&fields[1]), "{line}");
            let cased = matches!(fields[0], "head" | "tail");
            assert!(cased || fold(fields[2], 9999) == fields[2], "not folded: {line}");
        }
    }
}
