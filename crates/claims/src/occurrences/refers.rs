//! Words that only say whose work something was: "police blamed the rebels", "he said the militia was behind it".

use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use ascribe_codebook::RuleSet;
use ascribe_model::{Analysis, Outline, Status};

/// Sentences back within which the deed stands that somebody is blamed for.
const REACH: usize = 8;

/// Gives such words the type of the violence told last before; without any they are a charge
/// where somebody is named who makes it.
pub(crate) fn take_up(found: &mut Vec<Occurrence>, analysis: &Analysis, outline: &Outline, rules: &RuleSet) {
    let passage = |o: &Occurrence| analysis.sentences.get(o.sentence).map_or(0, |s| s.passage);
    let mut kept: Vec<Occurrence> = vec![];
    for mut this in found.drain(..) {
        if this.refers {
            let reaches = |o: &&Occurrence| {
                o.sentence + REACH >= this.sentence && outline.reaches(passage(o), passage(&this))
            };
            let death = is_death(&this, analysis);
            let told = kept.iter().rev().filter(reaches).find(|o| is_deed(o, rules) && !(death && spares(o)));
            match told {
                Some(told) => {
                    this.kind.clone_from(&told.kind);
                    this.aggregate = told.aggregate;
                }
                None if this.role("teller").next().is_some() => charge(&mut this),
                None => continue,
            }
        }
        kept.push(this);
    }
    *found = kept;
}

/// "The ministry blamed the rebels", where nothing has been told that they might have done: a charge.
fn charge(this: &mut Occurrence) {
    this.refers = false;
    this.kind = "accusation".to_owned();
    for fill in &mut this.roles {
        match fill.role.as_str() {
            "agent" => fill.role = "target".to_owned(),
            "teller" => fill.role = "agent".to_owned(),
            _ => {}
        }
    }
}

/// "The murders", whoever is accused of them.
fn is_death(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let token = analysis.sentences.get(occurrence.sentence).and_then(|s| s.tokens.get(occurrence.head));
    token.is_some_and(|t| deeds::is(Deed::Killing, &t.lemma.to_lowercase()))
}

/// Those taken or beaten have not been murdered.
fn spares(occurrence: &Occurrence) -> bool {
    matches!(occurrence.kind.as_str(), "abduction" | "arrest" | "abuse")
}

/// What somebody may have done: violence that has happened.
fn is_deed(occurrence: &Occurrence, rules: &RuleSet) -> bool {
    let ahead = matches!(occurrence.status, Some(Status::Planned | Status::Expected));
    rules.types().is_violent(&occurrence.kind)
        && !ahead
        && !occurrence.refers
        && !matches!(occurrence.kind.as_str(), "operation" | "clash" | "capture")
}
