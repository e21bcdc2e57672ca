//! Blocks to rules: frames taken in, demands checked, triggers indexed by lemma.

use super::reader::{Block, BlockKind, Part, read};
use super::syntax::{Atom, Condition, PosClass, RolePattern, Rule, Shape, Trigger, Veto};
use super::words::Lists;
use crate::{ClaimTypes, DataError, DataFiles, WeaponList};
use rustc_hash::FxHashMap;

/// Where the word lists of a language stand.
const LISTS: &str = "rules/en/lists/";
/// Where the rules for occurrences stand.
const OCCURRENCES: &str = "rules/en/occurrences/";

/// Rules for occurrences, checked and indexed.
#[derive(Debug, Clone)]
pub struct RuleSet {
    pub(super) rules: Vec<Rule>,
    pub(super) vetoes: Vec<Veto>,
    /// Key word of a trigger to (rule, trigger) in the order in which they are tried.
    pub(super) index: FxHashMap<String, Vec<(usize, usize)>>,
    lists: Lists,
    types: ClaimTypes,
    weapons: WeaponList,
}

impl RuleSet {
    /// Reads the rules, lists and types. A rule without both a matching and a rejecting example, or
    /// without a reason, does not load.
    ///
    /// # Errors
    /// Everything that is wrong, each with file, line and column.
    pub fn load(files: &DataFiles) -> Result<RuleSet, Vec<DataError>> {
        let (set, errors) = RuleSet::load_leniently(files);
        if errors.is_empty() { Ok(set) } else { Err(errors) }
    }

    /// As [`RuleSet::load`], but keeps what is right beside the list of what is wrong.
    pub fn load_leniently(files: &DataFiles) -> (RuleSet, Vec<DataError>) {
        let mut errors = Vec::new();
        let types = ClaimTypes::load(files).unwrap_or_else(|error| {
            errors.push(error);
            ClaimTypes::default()
        });
        let weapons = WeaponList::load(files).unwrap_or_else(|found| {
            errors.extend(found);
            WeaponList::default()
        });
        let lists = Lists::load(files, LISTS, &mut errors);
        let mut blocks = Vec::new();
        for (path, text) in files.under(OCCURRENCES).filter(|(path, _)| path.ends_with(".rule")) {
            blocks.extend(read(path, text, &lists, &mut errors));
        }
        let frames: FxHashMap<&str, &Block> =
            blocks.iter().filter(|b| b.kind == BlockKind::Frame).map(|b| (b.id.as_str(), b)).collect();
        let mut set = RuleSet {
            rules: Vec::new(),
            vetoes: Vec::new(),
            index: FxHashMap::default(),
            lists,
            types,
            weapons,
        };
        let mut seen: FxHashMap<&str, &Block> = FxHashMap::default();
        for block in &blocks {
            if let Some(first) = seen.insert(&block.id, block) {
                let message = format!("the name \"{}\" is taken by {}:{}", block.id, first.file, first.line);
                errors.push(DataError::new(&block.file, block.line, 0, message));
            }
            match block.kind {
                BlockKind::Frame => {}
                BlockKind::Veto => set.vetoes.extend(veto(block, &mut errors)),
                BlockKind::Rule => set.rules.extend(rule(block, &frames, &set.types, &mut errors)),
            }
        }
        set.rules.sort_by(|a, b| b.priority.cmp(&a.priority).then_with(|| a.id.cmp(&b.id)));
        set.index = index(&set.rules);
        (set, errors)
    }

    /// All rules, in the order in which they are tried.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// True where some rule looks for a word of that lemma.
    pub fn knows(&self, lemma: &str) -> bool {
        self.index.contains_key(lemma)
    }

    /// All vetoes.
    pub fn vetoes(&self) -> &[Veto] {
        &self.vetoes
    }

    /// The rule of that name.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The word lists.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// Words for weapons and methods.
    pub fn weapons(&self) -> &WeaponList {
        &self.weapons
    }

    /// The types of claim.
    pub fn types(&self) -> &ClaimTypes {
        &self.types
    }
}

fn rule(
    block: &Block,
    frames: &FxHashMap<&str, &Block>,
    types: &ClaimTypes,
    errors: &mut Vec<DataError>,
) -> Option<Rule> {
    let before = errors.len();
    let mut complain = |line: usize, message: String| {
        errors.push(DataError::new(&block.file, line, 0, format!("rule {}: {message}", block.id)));
    };
    let (yields, line) = block.yields.clone().unwrap_or_default();
    if types.get(&yields).is_none() {
        complain(line.max(block.line), format!("`yields {yields}` names no type of data/types.toml"));
    }
    if block.triggers.is_empty() {
        complain(block.line, "it has no trigger".to_owned());
    }
    demand_words(block, &mut complain);
    let mut roles = Vec::new();
    take_in(block, frames, &mut Vec::new(), &mut roles, &mut complain);
    check_roles(&block.conditions, &roles, &mut complain);
    (errors.len() == before).then(|| Rule {
        id: block.id.clone(),
        file: block.file.clone(),
        line: block.line,
        yields,
        why: block.why.clone(),
        effect: block.effect,
        passing: block.passing,
        refers: block.refers,
        triggers: block.triggers.clone(),
        roles,
        conditions: block.conditions.clone(),
        means: block.means.clone(),
        status: block.status,
        aggregate: block.aggregate,
        priority: block.priority,
        examples: block.examples.clone(),
    })
}

fn veto(block: &Block, errors: &mut Vec<DataError>) -> Option<Veto> {
    let before = errors.len();
    let mut complain = |line: usize, message: String| {
        errors.push(DataError::new(&block.file, line, 0, format!("veto {}: {message}", block.id)));
    };
    demand_words(block, &mut complain);
    if block.conditions.is_empty() {
        complain(block.line, "it has no `when`".to_owned());
    }
    (errors.len() == before).then(|| Veto {
        id: block.id.clone(),
        file: block.file.clone(),
        line: block.line,
        kinds: block.kinds.clone(),
        why: block.why.clone(),
        conditions: block.conditions.clone(),
        examples: block.examples.clone(),
    })
}

fn demand_words(block: &Block, complain: &mut impl FnMut(usize, String)) {
    if block.why.is_empty() {
        complain(block.line, "it has no `why`".to_owned());
    }
    if !block.examples.iter().any(|e| e.matches) {
        complain(block.line, "it has no `match` example".to_owned());
    }
    if !block.examples.iter().any(|e| !e.matches) {
        complain(block.line, "it has no `reject` example".to_owned());
    }
}

/// Joins the block's own roles and those of its frames: paths of one role in the order written.
fn take_in(
    block: &Block,
    frames: &FxHashMap<&str, &Block>,
    trail: &mut Vec<String>,
    roles: &mut Vec<RolePattern>,
    complain: &mut impl FnMut(usize, String),
) {
    let dropped: Vec<&str> = block
        .parts
        .iter()
        .filter_map(|part| if let Part::Drop { role } = part { Some(role.as_str()) } else { None })
        .collect();
    for part in &block.parts {
        match part {
            Part::Role(pattern) => add_role(pattern.clone(), roles),
            Part::Drop { .. } => {}
            Part::Frame { name, line } => match frames.get(name.as_str()) {
                None => complain(*line, format!("there is no frame \"{name}\"")),
                Some(_) if trail.contains(name) => {
                    complain(*line, format!("frame \"{name}\" takes in itself"))
                }
                Some(frame) => {
                    trail.push(name.clone());
                    let mut inner = Vec::new();
                    take_in(frame, frames, trail, &mut inner, complain);
                    trail.pop();
                    inner.into_iter().filter(|p| !dropped.contains(&p.role.as_str())).for_each(|p| {
                        add_role(p, roles);
                    });
                }
            },
        }
    }
}

fn add_role(pattern: RolePattern, roles: &mut Vec<RolePattern>) {
    match roles.iter_mut().find(|known| known.role == pattern.role) {
        Some(known) => known.paths.extend(pattern.paths),
        None => roles.push(pattern),
    }
}

fn check_roles(conditions: &[Condition], roles: &[RolePattern], complain: &mut impl FnMut(usize, String)) {
    for condition in conditions {
        for atom in condition.any.iter().flatten() {
            let role = match atom {
                Atom::Filled { role, .. } | Atom::Role { role, .. } => role,
                _ => continue,
            };
            if !roles.iter().any(|pattern| pattern.role == *role) {
                complain(condition.line, format!("no role \"{role}\" is defined"));
            }
        }
    }
}

/// Longer triggers go before shorter ones of the same priority, so that "open fire" wins over "fire".
fn index(rules: &[Rule]) -> FxHashMap<String, Vec<(usize, usize)>> {
    let mut index: FxHashMap<String, Vec<(usize, usize)>> = FxHashMap::default();
    for (r, rule) in rules.iter().enumerate() {
        for (t, trigger) in rule.triggers.iter().enumerate() {
            let key = words(trigger).first().cloned().unwrap_or_default();
            index.entry(key).or_default().push((r, t));
        }
    }
    for entries in index.values_mut() {
        entries.sort_by_key(|&(r, t)| {
            let trigger = &rules[r].triggers[t];
            (-rules[r].priority, std::cmp::Reverse(words(trigger).len()), r, trigger.pos == PosClass::Any)
        });
    }
    index
}

pub(super) fn words(trigger: &Trigger) -> &[String] {
    match &trigger.shape {
        Shape::Adjacent(words) | Shape::Tree(words) => words,
    }
}
