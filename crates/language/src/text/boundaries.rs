//! Owns what was learnt about where sentences begin: a linear model over the words around a place
//! (`data/lang/en/sentence-weights.tsv`, made by `training/sentences.py`).
//!
//! The verdict of the rules is one of its features, so it corrects them where people write without stops or
//! capitals ("thanks for the call i will send it today") and leaves them alone elsewhere. It never undoes
//! what the rules are sure of: line breaks, datelines, quotations that a sentence introduced.

use super::{Gap, Word, breaks::Verdict};
use rustc_hash::FxHashMap;
use std::{fmt::Write, sync::LazyLock};

static WEIGHTS: LazyLock<FxHashMap<&'static str, i32>> = LazyLock::new(|| {
    let lines = include_str!("../../../../data/lang/en/sentence-weights.tsv").lines();
    let entry = |line: &'static str| {
        let (feature, weight) = line.split_once('\t')?;
        Some((feature, weight.parse().ok()?))
    };
    lines.filter(|line| !line.starts_with('#')).filter_map(entry).collect()
});

/// How far ahead the next full stop is looked for.
const FARTHEST: usize = 30;

/// Indices of the first word of each sentence.
pub fn starts(text: &str, words: &[Word], verdicts: &[Verdict]) -> Vec<usize> {
    let mut found = Vec::new();
    walk(text, words, verdicts, |at, features| {
        let begins = match features {
            Some(features) => features.iter().filter_map(|f| WEIGHTS.get(f.as_str())).sum::<i32>() > 0,
            None => matches!(verdicts[at], Verdict::Yes | Verdict::Sure),
        };
        if begins {
            found.push(at);
        }
        begins
    });
    found
}

/// Goes through the words; `begins` is told the features of each place that the rules left open, none for
/// the others, and says whether a sentence begins there.
pub fn walk(
    text: &str,
    words: &[Word],
    verdicts: &[Verdict],
    mut begins: impl FnMut(usize, Option<&[String]>) -> bool,
) {
    let reader = Reader::new(text, words, verdicts);
    let mut features = vec![String::new(); FEATURES];
    let mut begun = 0;
    for (at, verdict) in verdicts.iter().enumerate().take(words.len()) {
        let open = at > 0 && matches!(verdict, Verdict::No | Verdict::Yes);
        if open {
            reader.describe(at, begun, &mut features);
        }
        if begins(at, open.then_some(features.as_slice())) {
            begun = at;
        }
    }
}

struct Reader<'a> {
    words: &'a [Word],
    verdicts: &'a [Verdict],
    lower: Vec<String>,
    shapes: Vec<&'static str>,
    /// For each word the end of its line and how that line is written.
    lines: Vec<(usize, &'static str)>,
    /// Whether a quotation or bracket is open before each word.
    opened: Vec<bool>,
}

const FEATURES: usize = 13;

impl<'a> Reader<'a> {
    fn new(text: &'a str, words: &'a [Word], verdicts: &'a [Verdict]) -> Self {
        let lower: Vec<String> = words.iter().map(|w| w.of(text).to_lowercase()).collect();
        let shapes: Vec<&str> = words.iter().map(|w| shape(w.of(text))).collect();
        let lines = lines(text, words, &lower, &shapes);
        let mut open = false;
        let opened = words
            .iter()
            .map(|word| {
                let before = open && word.gap < Gap::Line;
                open = match word.of(text) {
                    "\"" => !before,
                    "“" | "(" => true,
                    "”" | ")" => false,
                    _ => before,
                };
                before
            })
            .collect();
        Self { words, verdicts, lower, shapes, lines, opened }
    }

    fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// What the place before the word `at` looks like, in a sentence that begins at `begun`.
    fn describe(&self, at: usize, begun: usize, out: &mut [String]) {
        let (line_end, style) = self.lines[at];
        let inside = |n: usize| n < line_end;
        let rule = u8::from(self.verdicts[at] == Verdict::Yes);
        let (last, next) = (self.word(at - 1), self.word(at));
        let after = if inside(at + 1) { self.word(at + 1) } else { "<end>" };
        let shape_after = if inside(at + 1) { self.shapes[at + 1] } else { "e" };
        let shape_before = if at >= begun + 2 { self.shapes[at - 2] } else { "s" };
        let (shape_last, shape_next) = (self.shapes[at - 1], self.shapes[at]);
        let mark = mark(last);
        let length = bucket(at - begun);
        let stop = (at..line_end).take(FARTHEST).position(|n| is_stop(self.word(n)));
        let stop = stop.map_or(99, bucket);
        let gap = self.words[at].gap as u8;
        let quoted = if mark == 'x' { "x" } else { last };
        let open = u8::from(self.opened[at]);
        let first = self.word(begun);
        out.iter_mut().for_each(String::clear);
        let [o0, o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, o11, o12] = out else { return };
        let _ = write!(o0, "rule {rule}");
        let _ = write!(o1, "place {rule} {mark} {shape_next} {gap}");
        let _ = write!(o2, "last {last} {rule}");
        let _ = write!(o3, "next {next} {shape_next} {mark}");
        let _ = write!(o4, "pair {last} {next}");
        let _ = write!(o5, "shapes {shape_last} {shape_next} {shape_after}");
        let _ = write!(o6, "shapes-before {shape_before} {shape_last} {shape_next} {mark}");
        let _ = write!(o7, "length {length} {mark} {shape_next}");
        let _ = write!(o8, "stop {stop} {mark} {shape_next}");
        let _ = write!(o9, "first {first} {length} {shape_next}");
        let _ = write!(o10, "style {style} {rule}");
        let _ = write!(o11, "after {after} {shape_next} {mark}");
        let _ = write!(o12, "open {open} {quoted} {shape_next}");
    }
}

/// For each word the end of its line, and how the line is written: whether it has full stops, and whether
/// capitals follow them.
fn lines(text: &str, words: &[Word], lower: &[String], shapes: &[&str]) -> Vec<(usize, &'static str)> {
    let small_i = words.iter().any(|w| w.of(text) == "i");
    let mut found = Vec::with_capacity(words.len());
    while found.len() < words.len() {
        let start = found.len();
        let end = (start + 1..words.len()).find(|&n| words[n].gap >= Gap::Line).unwrap_or(words.len());
        let after_stop = |wanted: &dyn Fn(&str) -> bool| {
            (start + 1..end).filter(|&n| is_stop(&lower[n - 1]) && wanted(shapes[n])).count()
        };
        let stops = (start..end).any(|n| is_stop(&lower[n]));
        let loose = after_stop(&|s| s == "l") > after_stop(&|s| s.starts_with('U'));
        let style = match (stops, loose || small_i) {
            (true, false) => "edited",
            (true, true) => "loose",
            (false, false) => "bare",
            (false, true) => "bare-loose",
        };
        found.resize(end, (end, style));
    }
    found
}

fn is_stop(word: &str) -> bool {
    word.starts_with(['.', '!', '?', '…'])
}

/// What kind of word ends the sentence, if it ends: a stop, a closing mark, an abbreviation, another.
fn mark(last: &str) -> char {
    match last {
        _ if is_stop(last) => 'T',
        ")" | "\"" | "”" | "'" | "]" => 'C',
        _ if last.len() > 1 && last.ends_with('.') => 'A',
        _ => 'x',
    }
}

fn shape(word: &str) -> &'static str {
    let first = word.chars().next().unwrap_or(' ');
    if !word.contains(char::is_alphanumeric) {
        return match first {
            '.' | '!' | '?' | '…' => "stop",
            ',' | ';' => "comma",
            ':' => "colon",
            '-' | '–' | '—' | '*' | '=' | '_' => "dash",
            '(' | '[' | '<' | '“' | '"' | '\'' | '`' | '‘' => "opens",
            ')' | ']' | '>' | '”' | '’' => "closes",
            _ => "sign",
        };
    }
    let several = word.chars().nth(1).is_some();
    if word.chars().all(char::is_numeric) {
        "d"
    } else if first.is_numeric() {
        "D"
    } else if several && !word.contains(char::is_lowercase) && word.contains(char::is_uppercase) {
        "UU"
    } else if first.is_uppercase() {
        if several { "Ul" } else { "U" }
    } else {
        "l"
    }
}

fn bucket(n: usize) -> usize {
    match n {
        0..4 => n,
        4..7 => 4,
        7..12 => 7,
        12..25 => 12,
        25..50 => 25,
        _ => 50,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sentences, *};

    fn cut(text: &str) -> Vec<&str> {
        sentences(text, |_| 1).iter().map(|s| &text[s[0].span.start..s[s.len() - 1].span.end]).collect()
    }

    #[test]
    fn sentences_without_stops_or_capitals_are_told_apart() {
        assert_eq!(
            cut("we went there on monday. it was closed, the guard sent us away."),
            ["we went there on monday.", "it was closed, the guard sent us away."]
        );
        assert_eq!(cut("Thanks for the map! i will use it."), ["Thanks for the map!", "i will use it."]);
    }

    #[test]
    fn what_the_rules_are_sure_of_stays() {
        assert_eq!(cut("Rebels take\n\na bridge"), ["Rebels take", "a bridge"]);
        let quoted = "The general said: “They fled. We stayed.” It ended.";
        assert_eq!(cut(quoted)[0], "The general said: “They fled. We stayed.”");
    }

    #[test]
    fn weights_are_whole_numbers_of_known_features() {
        assert!(WEIGHTS.len() > 500);
        let lines = include_str!("../../../../data/lang/en/sentence-weights.tsv").lines();
        assert_eq!(lines.filter(|line| !line.starts_with('#')).count(), WEIGHTS.len());
        assert_eq!(bucket(5), 4);
        assert_eq!(shape("al"), "l");
    }
}
