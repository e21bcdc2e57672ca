//! What a report says of its parties over all its claims, worked out once.

use crate::assembly::Known;
use crate::assembly::draft::Draft;
use ascribe_model::{Actor, ActorMention, Outline, Role};
use std::collections::{BTreeMap, BTreeSet};

/// What the report says of its parties, worked out once.
pub(super) struct Told<'a> {
    pub(super) outline: Outline,
    pub(super) parties: BTreeMap<String, Vec<&'a ActorMention>>,
    /// Parties that are a source of some claim.
    pub(super) telling: BTreeSet<String>,
    /// Doers and sufferers of each claim before anything was filled in.
    pub(super) claims: Vec<[Vec<String>; 2]>,
    /// Mentions of armed parties.
    pub(super) armed: usize,
}

impl<'a> Told<'a> {
    pub(super) fn new(known: &'a Known, drafts: &[Draft]) -> Self {
        let mut parties: BTreeMap<String, Vec<&ActorMention>> = BTreeMap::new();
        for mention in &known.grounding.actors {
            parties.entry(key(mention.id.as_ref(), &mention.name)).or_default().push(mention);
        }
        let sources: BTreeSet<&str> =
            drafts.iter().flat_map(|d| &d.claim.sources).map(|s| s.name.as_str()).collect();
        let is_source = |m: &&ActorMention| {
            sources.iter().any(|s| s.eq_ignore_ascii_case(&m.name) || m.named && holds(s, &m.name))
        };
        let telling = parties.iter().filter(|(_, ms)| ms.iter().any(is_source));
        let of = |d: &Draft, role: Role| -> Vec<String> {
            d.claim.actors.iter().filter(|a| a.role == role).map(actor_key).collect()
        };
        let armed = |m: &&ActorMention| m.side.is_armed() && !m.person;
        Self {
            outline: known.report.outline(),
            telling: telling.map(|(key, _)| key.clone()).collect(),
            claims: drafts.iter().map(|d| [of(d, Role::Agent), of(d, Role::Target)]).collect(),
            armed: known.grounding.actors.iter().filter(armed).count().max(1),
            parties,
        }
    }
}

/// A party by its identifier in the dictionary, else by its name.
pub(super) fn key(id: Option<&String>, name: &str) -> String {
    id.cloned().unwrap_or_else(|| name.to_lowercase())
}

pub(super) fn actor_key(actor: &Actor) -> String {
    key(actor.id.as_ref(), &actor.name)
}

/// True where the words of `name` stand whole in `text`.
fn holds(text: &str, name: &str) -> bool {
    format!(" {text} ").contains(&format!(" {name} ")) || text.contains(&format!(" {name},"))
}
