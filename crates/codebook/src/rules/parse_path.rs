//! Paths and filters: `<obj[@light-verbs]/subject[:armed,!:weapon]`.

use super::facts::Fact;
use super::piece::Piece;
use super::syntax::{Filter, Path, Relation, Step, Walk};
use super::words::Lists;
use crate::DataError;

/// What may follow a colon in a relation without being a preposition.
const SUBTYPES: [&str; 11] =
    ["pass", "relcl", "poss", "agent", "unmarked", "desc", "prt", "outer", "predet", "preconj", "tmod"];

const RELATIONS: [&str; 33] = [
    "*",
    "nsubj",
    "obj",
    "iobj",
    "obl",
    "nmod",
    "amod",
    "compound",
    "conj",
    "cc",
    "case",
    "mark",
    "aux",
    "cop",
    "det",
    "advmod",
    "advcl",
    "acl",
    "ccomp",
    "xcomp",
    "csubj",
    "nummod",
    "appos",
    "parataxis",
    "flat",
    "expl",
    "fixed",
    "dep",
    "list",
    "orphan",
    "discourse",
    "vocative",
    "root",
];

/// Paths separated by `|`.
pub(super) fn paths(piece: Piece<'_>, lists: &Lists) -> Result<Vec<Path>, DataError> {
    piece.split('|').into_iter().map(|part| path(part, lists)).collect()
}

/// One path.
pub(super) fn path(piece: Piece<'_>, lists: &Lists) -> Result<Path, DataError> {
    let conjuncts = !piece.text.ends_with('!');
    let body = if conjuncts { piece } else { piece.slice(0, piece.text.len() - 1).trim() };
    if body.text.is_empty() {
        return Err(piece.error("a path is missing"));
    }
    let steps = body.split('/').into_iter().map(|part| step(part, lists)).collect::<Result<_, _>>()?;
    Ok(Path { steps, conjuncts })
}

fn step(piece: Piece<'_>, lists: &Lists) -> Result<Step, DataError> {
    let open = piece.text.find('[').unwrap_or(piece.text.len());
    let filter = match piece.text.get(open..).unwrap_or("") {
        "" => Filter::default(),
        rest if rest.ends_with(']') => filter(piece.slice(open + 1, piece.text.len() - 1), lists)?,
        _ => return Err(piece.error("a bracket is not closed")),
    };
    Ok(Step { walk: walk(piece.slice(0, open).trim())?, filter })
}

fn walk(piece: Piece<'_>) -> Result<Walk, DataError> {
    match piece.text {
        "subject" => return Ok(Walk::Subject),
        "object" => return Ok(Walk::Object),
        "patient" => return Ok(Walk::Patient),
        "modifier" => return Ok(Walk::Modifier),
        "beside" => return Ok(Walk::Beside),
        "." => return Ok(Walk::Here),
        _ => {}
    }
    if let Some(words) = piece.text.strip_prefix("prep:") {
        return Ok(Walk::Prep(words.split(',').map(str::to_owned).collect()));
    }
    match piece.text.strip_prefix('<') {
        Some(rest) => Ok(Walk::Up(relation(piece.slice(piece.text.len() - rest.len(), piece.text.len()))?)),
        None => Ok(Walk::Down(relation(piece)?)),
    }
}

fn relation(piece: Piece<'_>) -> Result<Relation, DataError> {
    let mut parts = piece.text.splitn(2, ':');
    let base = parts.next().unwrap_or("").to_owned();
    if !RELATIONS.contains(&base.as_str()) {
        return Err(piece.error(format!("\"{base}\" is no relation; see docs/rules.md for the list")));
    }
    let rest = parts.next();
    Ok(match rest {
        None => Relation { base, subtype: None, marks: Vec::new() },
        Some(subtype) if SUBTYPES.contains(&subtype) => {
            Relation { base, subtype: Some(subtype.to_owned()), marks: Vec::new() }
        }
        Some(words) => Relation { base, subtype: None, marks: words.split(',').map(str::to_owned).collect() },
    })
}

/// The items of a filter, separated by commas.
pub(super) fn filter(piece: Piece<'_>, lists: &Lists) -> Result<Filter, DataError> {
    let mut filter = Filter::default();
    for item in piece.split(',') {
        let (negated, text) = match item.text.strip_prefix('!') {
            Some(rest) => (true, rest),
            None => (false, item.text),
        };
        if let Some(name) = text.strip_prefix(':') {
            let fact = Fact::parse(name).ok_or_else(|| item.error(format!("\"{name}\" is no fact")))?;
            if negated { &mut filter.not_facts } else { &mut filter.facts }.push(fact);
            continue;
        }
        let words = if negated { &mut filter.not_words } else { &mut filter.words };
        match text.strip_prefix('@') {
            Some(name) => words.add_list(list(name, item, lists)?),
            None if text.is_empty() => return Err(item.error("an empty item")),
            None => words.add(text.trim_matches('"')),
        }
    }
    Ok(filter)
}

/// The list of that name, or an error that says so.
pub(super) fn list(
    name: &str,
    piece: Piece<'_>,
    lists: &Lists,
) -> Result<std::sync::Arc<std::collections::BTreeSet<String>>, DataError> {
    lists.get(name).cloned().ok_or_else(|| piece.error(format!("there is no list \"{name}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Vec<Path>, DataError> {
        paths(Piece::new(text, "x.rule", 1, 1), &Lists::default())
    }

    #[test]
    fn paths_have_steps_filters_and_ends() {
        let found = parse("<obj[carry,:weapon]/subject | nmod:between!").expect("two paths");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].steps.len(), 2);
        assert!(matches!(&found[0].steps[0].walk, Walk::Up(r) if r.base == "obj"));
        assert!(found[0].conjuncts && !found[1].conjuncts);
        assert_eq!(
            found[1].steps[0].walk,
            Walk::Down(Relation { base: "nmod".into(), subtype: None, marks: vec!["between".into()] })
        );
    }

    #[test]
    fn complaints_carry_the_column() {
        assert_eq!(parse("subject | frobnicate").expect_err("no relation").column, 11);
        assert!(parse("obj[:nonsense]").is_err());
        assert!(parse("obj[@nowhere]").is_err());
        assert!(parse("obj[a").is_err());
    }
}
