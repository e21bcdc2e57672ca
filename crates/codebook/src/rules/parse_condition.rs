//! Conditions: `require agent is armed or target and has obl:in[:place]`, `unless sentence has @sport`.

use super::parse_path::{filter, path};
use super::piece::Piece;
use super::syntax::{Atom, Condition, Filter, Form};
use super::words::Lists;
use crate::DataError;

const FORMS: [(&str, Form); 12] = [
    ("plural", Form::Plural),
    ("passive", Form::Passive),
    ("finite", Form::Finite),
    ("infinitive", Form::Infinitive),
    ("participle", Form::Participle),
    ("definite", Form::Definite),
    ("proper", Form::Proper),
    ("present", Form::Present),
    ("modifier", Form::Modifier),
    ("root", Form::Root),
    ("negated", Form::Negated),
    ("passive-voice", Form::Passive),
];

/// Parses what follows `require`, `unless` or `when`.
pub(super) fn condition(piece: Piece<'_>, negated: bool, lists: &Lists) -> Result<Condition, DataError> {
    let any = piece
        .split_word("or")
        .into_iter()
        .map(|part| part.split_word("and").into_iter().map(|atom_piece| atom(atom_piece, lists)).collect())
        .collect::<Result<_, _>>()?;
    Ok(Condition { any, negated, text: piece.text.to_owned(), line: piece.line })
}

fn atom(piece: Piece<'_>, lists: &Lists) -> Result<Atom, DataError> {
    let (first, rest) = piece.first_word();
    match first {
        "" => Err(piece.error("a condition is missing")),
        "no" => Ok(Atom::Filled { role: role(rest)?, wanted: false }),
        "has" => Ok(Atom::Path { path: path(rest, lists)?, wanted: true }),
        "lacks" => Ok(Atom::Path { path: path(rest, lists)?, wanted: false }),
        "clause" => verb(rest, lists).map(|(filter, wanted)| Atom::Clause { filter, wanted }),
        "sentence" => verb(rest, lists).map(|(filter, wanted)| Atom::Sentence { filter, wanted }),
        "trigger" => trigger(rest, lists),
        _ if rest.text.is_empty() => Ok(Atom::Filled { role: role(piece)?, wanted: true }),
        _ => {
            let (is, what) = rest.first_word();
            let wanted = match is {
                "is" => true,
                "not" => false,
                _ => return Err(rest.error("after a role stands `is` or `not`")),
            };
            Ok(Atom::Role { role: first.to_owned(), filter: filter(what, lists)?, wanted })
        }
    }
}

fn verb(piece: Piece<'_>, lists: &Lists) -> Result<(Filter, bool), DataError> {
    let (has, what) = piece.first_word();
    match has {
        "has" => Ok((filter(what, lists)?, true)),
        "lacks" => Ok((filter(what, lists)?, false)),
        _ => Err(piece.error("here stands `has` or `lacks`")),
    }
}

fn trigger(piece: Piece<'_>, lists: &Lists) -> Result<Atom, DataError> {
    let (first, rest) = piece.first_word();
    if first == "is" {
        return Ok(Atom::TriggerIs { filter: filter(rest, lists)?, wanted: true });
    }
    let (name, wanted) = if first == "not" { (rest.text, false) } else { (first, true) };
    if let Some(what) = name.strip_prefix("is ") {
        let what = rest.slice(rest.text.len() - what.len(), rest.text.len());
        return Ok(Atom::TriggerIs { filter: filter(what, lists)?, wanted });
    }
    let form = FORMS.iter().find(|(n, _)| *n == name).map(|(_, form)| *form);
    form.map(|form| Atom::Trigger { form, wanted })
        .ok_or_else(|| piece.error(format!("\"{name}\" is no form of a trigger")))
}

fn role(piece: Piece<'_>) -> Result<String, DataError> {
    let plain = |c: char| c.is_ascii_lowercase() || c == '_';
    if !piece.text.is_empty() && piece.text.chars().all(plain) {
        Ok(piece.text.to_owned())
    } else {
        Err(piece.error(format!("\"{}\" is no name of a role", piece.text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Condition, DataError> {
        condition(Piece::new(text, "x.rule", 7, 9), false, &Lists::default())
    }

    #[test]
    fn conditions_are_ors_of_ands() {
        let found =
            parse("agent is :armed and target or has obl:in[:place] or trigger not plural").expect("valid");
        assert_eq!(found.any.len(), 3);
        assert_eq!(found.any[0].len(), 2);
        assert_eq!(found.any[2], vec![Atom::Trigger { form: Form::Plural, wanted: false }]);
    }

    #[test]
    fn complaints_name_the_place() {
        for text in ["agent armed", "trigger purple", "sentence @x", "has ", "no 7"] {
            let error = parse(text).expect_err(text);
            assert_eq!((error.file.as_str(), error.line), ("x.rule", 7));
            assert!(error.column >= 9);
        }
    }
}
