//! Triggers and examples: `trigger verb open+fire, "take control of", @fighting-verbs`.

use super::piece::Piece;
use super::syntax::{Example, PosClass, Shape, Trigger};
use super::words::Lists;
use crate::DataError;

/// Parses what follows `trigger`.
pub(super) fn triggers(piece: Piece<'_>, lists: &Lists) -> Result<Vec<Trigger>, DataError> {
    let (class, rest) = piece.first_word();
    let pos = match class {
        "verb" => PosClass::Verb,
        "noun" => PosClass::Noun,
        "adj" => PosClass::Adj,
        "any" => PosClass::Any,
        _ => return Err(piece.error("a trigger opens with verb, noun, adj or any")),
    };
    let mut found = Vec::new();
    for entry in rest.split(',') {
        let text = entry.unquoted().map_or(entry.text, |inner| inner.text);
        match text.strip_prefix('@') {
            Some(name) => {
                let list = super::parse_path::list(name, entry, lists)?;
                found.extend(list.iter().map(|word| Trigger { pos, shape: shape(word) }));
            }
            None if text.is_empty() => return Err(entry.error("a trigger is empty")),
            None => found.push(Trigger { pos, shape: shape(text) }),
        }
    }
    Ok(found)
}

fn shape(text: &str) -> Shape {
    let lower = text.to_lowercase();
    if lower.contains('+') {
        return Shape::Tree(lower.split('+').map(|w| w.trim().to_owned()).collect());
    }
    // "counter-attack" is three tokens in the text; the hyphens are skipped on both sides.
    let words = lower.split([' ', '-']).filter(|w| !w.is_empty());
    Shape::Adjacent(words.map(str::to_owned).collect())
}

/// Parses an example: brackets mark the trigger (`[clashes]`) and roles (`[agent: the army]`).
pub(super) fn example(piece: Piece<'_>, matches: bool) -> Result<Example, DataError> {
    let inner = piece.unquoted().ok_or_else(|| piece.error("an example stands in quotation marks"))?;
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), inner.text);
    while let Some(open) = rest.find('[') {
        let Some(close) = rest.get(open..).and_then(|r| r.find(']')).map(|c| c + open) else {
            return Err(piece.error("a bracket of the example is not closed"));
        };
        text.push_str(rest.get(..open).unwrap_or(""));
        let marked = rest.get(open + 1..close).unwrap_or("");
        let (role, words) = match marked.split_once(": ") {
            Some((role, words)) => (role.trim(), words.trim()),
            None => ("trigger", marked),
        };
        let start = text.len();
        text.push_str(words);
        marks.push((role.to_owned(), start..text.len()));
        rest = rest.get(close + 1..).unwrap_or("");
    }
    text.push_str(rest);
    if matches && !marks.iter().any(|(role, _)| role == "trigger") {
        return Err(piece.error("a matching example marks its trigger: [clashes]"));
    }
    Ok(Example { matches, text, marks, line: piece.line })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_told_apart() {
        let piece = Piece::new("verb attack, open+fire, \"shoot dead\"", "x.rule", 1, 9);
        let found = triggers(piece, &Lists::default()).expect("three");
        assert_eq!(found.len(), 3);
        assert_eq!(found[1].shape, Shape::Tree(vec!["open".into(), "fire".into()]));
        assert_eq!(found[2].shape, Shape::Adjacent(vec!["shoot".into(), "dead".into()]));
    }

    #[test]
    fn examples_lose_their_brackets() {
        let piece = Piece::new("\"[agent: Rebels] [attacked] a post.\"", "x.rule", 1, 7);
        let found = example(piece, true).expect("an example");
        assert_eq!(found.text, "Rebels attacked a post.");
        assert_eq!(found.marks, vec![("agent".to_owned(), 0..6), ("trigger".to_owned(), 7..15)]);
        assert!(example(Piece::new("\"no trigger\"", "x", 1, 1), true).is_err());
    }
}
