//! Rule files to blocks: `rule`, `frame` and `veto`, each with the lines that belong to it.

use super::parse_condition::condition;
use super::parse_path::paths;
use super::parse_trigger::{example, triggers};
use super::piece::Piece;
use super::syntax::{Condition, Example, RolePattern, Trigger};
use super::words::Lists;
use crate::DataError;
use ascribe_model::Status;

/// What opens a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Rule,
    Frame,
    Veto,
}

/// One block as written, frames not yet taken in.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub kind: BlockKind,
    pub id: String,
    pub file: String,
    pub line: usize,
    pub yields: Option<(String, usize)>,
    pub kinds: Vec<String>,
    pub why: String,
    pub effect: bool,
    pub passing: bool,
    pub refers: bool,
    pub aggregate: bool,
    pub status: Option<Status>,
    pub priority: i32,
    pub triggers: Vec<Trigger>,
    /// Roles and frames in the order written: what stands first is tried first.
    pub parts: Vec<Part>,
    pub conditions: Vec<Condition>,
    pub means: Vec<String>,
    pub examples: Vec<Example>,
}

/// A role of the block itself, or a frame it takes in.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Role(RolePattern),
    Frame { name: String, line: usize },
    Drop { role: String },
}

/// Reads one file; what is wrong goes to `errors`, what is right is kept.
pub(super) fn read(file: &str, text: &str, lists: &Lists, errors: &mut Vec<DataError>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (n, raw) in text.lines().enumerate() {
        let piece = Piece::new(raw, file, n + 1, 1);
        let piece = without_comment(piece).trim();
        if piece.text.is_empty() {
            continue;
        }
        let (word, rest) = piece.first_word();
        if let Some(kind) = opens(word) {
            match name(rest) {
                Ok(id) => blocks.push(new_block(kind, id, file, n + 1)),
                Err(error) => errors.push(error),
            }
            continue;
        }
        let outcome = match blocks.last_mut() {
            Some(block) => statement(block, word, rest, piece, lists),
            None => Err(piece.error("a file opens with `rule`, `frame` or `veto` and a name")),
        };
        errors.extend(outcome.err());
    }
    blocks
}

/// A `#` at the start of a line or after a space, outside quotation marks, opens a comment.
fn without_comment(piece: Piece<'_>) -> Piece<'_> {
    let (mut quoted, mut before) = (false, ' ');
    for (i, c) in piece.text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted && before.is_whitespace() => return piece.slice(0, i),
            _ => {}
        }
        before = c;
    }
    piece
}

fn opens(word: &str) -> Option<BlockKind> {
    match word {
        "rule" => Some(BlockKind::Rule),
        "frame" => Some(BlockKind::Frame),
        "veto" => Some(BlockKind::Veto),
        _ => None,
    }
}

fn name(piece: Piece<'_>) -> Result<String, DataError> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !piece.text.is_empty() && piece.text.chars().all(plain) {
        Ok(piece.text.to_owned())
    } else {
        Err(piece.error("a name is made of a-z, 0-9 and hyphens"))
    }
}

fn new_block(kind: BlockKind, id: String, file: &str, line: usize) -> Block {
    Block {
        kind,
        id,
        file: file.to_owned(),
        line,
        yields: None,
        kinds: Vec::new(),
        why: String::new(),
        effect: false,
        passing: false,
        refers: false,
        aggregate: false,
        status: None,
        priority: 50,
        triggers: Vec::new(),
        parts: Vec::new(),
        conditions: Vec::new(),
        means: Vec::new(),
        examples: Vec::new(),
    }
}

fn statement(
    block: &mut Block,
    word: &str,
    rest: Piece<'_>,
    whole: Piece<'_>,
    lists: &Lists,
) -> Result<(), DataError> {
    let allowed = match block.kind {
        BlockKind::Frame => matches!(word, "role" | "use" | "drop" | "why"),
        BlockKind::Veto => matches!(word, "kinds" | "why" | "when" | "match" | "reject"),
        BlockKind::Rule => !matches!(word, "kinds" | "when"),
    };
    if !allowed {
        return Err(whole.error(format!("`{word}` has no place in this block")));
    }
    match word {
        "yields" => block.yields = Some((rest.text.to_owned(), rest.line)),
        "kinds" => block.kinds = names(rest),
        "why" => block.why = rest.unquoted().map_or(rest.text, |inner| inner.text).to_owned(),
        "effect" => block.effect = true,
        "passing" => block.passing = true,
        "refers" => block.refers = true,
        "aggregate" => block.aggregate = true,
        "status" => block.status = Some(status(rest)?),
        "priority" => block.priority = rest.text.parse().map_err(|_| rest.error("a whole number"))?,
        "trigger" => block.triggers.extend(triggers(rest, lists)?),
        "use" => {
            block.parts.extend(names(rest).into_iter().map(|name| Part::Frame { name, line: rest.line }))
        }
        "drop" => block.parts.extend(names(rest).into_iter().map(|role| Part::Drop { role })),
        "role" => block.parts.push(Part::Role(role(rest, lists)?)),
        "require" | "when" => block.conditions.push(condition(rest, false, lists)?),
        "unless" => block.conditions.push(condition(rest, true, lists)?),
        "means" => block.means = names(rest),
        "match" => block.examples.push(example(rest, true)?),
        "reject" => block.examples.push(example(rest, false)?),
        _ => return Err(whole.error(format!("`{word}` is not known here"))),
    }
    Ok(())
}

fn names(piece: Piece<'_>) -> Vec<String> {
    piece.text.split([',', ' ']).filter(|n| !n.is_empty()).map(str::to_owned).collect()
}

fn role(piece: Piece<'_>, lists: &Lists) -> Result<RolePattern, DataError> {
    let colon =
        piece.text.find(':').ok_or_else(|| piece.error("a role is written `role NAME: PATH | PATH`"))?;
    let role = piece.slice(0, colon).trim();
    if role.text.is_empty() || !role.text.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
        return Err(role.error("a role's name is made of a-z and _"));
    }
    let paths = paths(piece.slice(colon + 1, piece.text.len()).trim(), lists)?;
    Ok(RolePattern { role: role.text.to_owned(), paths, line: piece.line })
}

fn status(piece: Piece<'_>) -> Result<Status, DataError> {
    Ok(match piece.text {
        "happened" => Status::Happened,
        "ongoing" => Status::Ongoing,
        "planned" => Status::Planned,
        "expected" => Status::Expected,
        "denied" => Status::Denied,
        other => return Err(piece.error(format!("\"{other}\" is no status"))),
    })
}
