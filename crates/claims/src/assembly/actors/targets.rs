//! Whom a deed is done to where no role of the rule names a party: things that are struck, vessels that are taken,
//! and the victims.

use super::bystanders::{is_anybody, is_bystander, is_machine};
use super::filling::{by_name, from_mention, mention_of, operator, unknown_name};
use super::owners::{owners, side_of_owner};
use super::roles::are_opposed;
use super::{is_opposite, push};
use crate::assembly::{Known, attach, phrase, things};
use crate::occurrence::{Occurrence, RoleFill};
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, Label, Role, Side, Upos};

/// "Gunmen attacked a fuel depot": what is attacked is it where nobody else is, and where it is struck itself ("raided a
/// school, killing nine people"). What bombs, shells and jets hit is lost and no party, unless it has a name ("a blast at
/// the Hotel Karran"): the effects tell of it.
pub(super) fn things_as_targets(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    const BLASTS: [&str; 5] = ["airstrike", "shelling", "explosion", "destruction", "suicide_bombing"];
    let bare = matches!(occurrence.kind.as_str(), "attack" | "abduction");
    if !bare && !BLASTS.contains(&occurrence.kind.as_str()) {
        return;
    }
    let mut told = actors.iter().filter(|a| a.role == Role::Target).peekable();
    let untold = told.peek().is_none();
    if !told.all(|a| is_bystander(&a.name)) {
        return;
    }
    // "Pirates hijacked the tanker MV Sea Rose": a vessel with a name is whom it is done to.
    let vessel = |f: &&RoleFill| {
        let sentence = known.analysis.sentences.get(f.sentence);
        sentence.is_some_and(|s| things::vessel(s, f.head).is_some())
    };
    let taken = occurrence.role("seized").filter(|f| untold && vessel(f));
    let struck = occurrence.role("target").filter(|f| untold || is_struck(known, f));
    let fills: Vec<&RoleFill> = struck.chain(taken).collect();
    let struck = |f: &RoleFill| thing(known, f).filter(|t| bare || has_name(t));
    let things: Vec<Actor> =
        fills.into_iter().filter_map(|f| position(known, f).or_else(|| struck(f))).collect();
    if things.is_empty() {
        return;
    }
    actors.retain(|a| a.role != Role::Target);
    things.into_iter().for_each(|thing| push(actors, thing));
}

/// "Rebels shot down two army helicopters", "a convoy of the front was burned", "a bomb wrecked the offices of the teachers'
/// union": whose they were is whom it is done to.
pub(super) fn losers(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    const HIT: [&str; 4] = ["destruction", "explosion", "airstrike", "shelling"];
    let told = actors.iter().any(|a| a.role == Role::Target);
    let hurt = ["killed", "injured"].iter().any(|harm| occurrence.role(harm).next().is_some());
    if told || hurt || !HIT.contains(&occurrence.kind.as_str()) {
        return;
    }
    let struck = occurrence.role("target").filter(|_| occurrence.kind != "destruction");
    for fill in occurrence.role("destroyed").chain(struck) {
        let owned =
            owners(known, fill.sentence, fill.head).into_iter().map(|m| from_mention(m, Role::Target));
        let machine = mention_of(known, fill.sentence, fill.head).and_then(|m| {
            let (owner, noun) = m.name.rsplit_once(' ')?;
            let common = owner.starts_with(char::is_lowercase);
            let name = owner.to_owned();
            (common && is_machine(noun)).then(|| Actor { name, ..from_mention(m, Role::Target) })
        });
        let named = || thing(known, fill).filter(|t| has_name(t) && is_struck(known, fill));
        let free = owners(known, fill.sentence, fill.head).is_empty();
        let body = body_of(known, fill).or_else(named).filter(|_| free);
        let armed = owned.chain(machine).filter(|a| a.side.is_armed());
        for actor in armed.chain(body) {
            if !is_opposite(actors, &actor) {
                push(actors, actor);
            }
        }
    }
}

/// "The Hotel Karran", "the Danish consulate", not "a hotel".
fn has_name(thing: &Actor) -> bool {
    thing.name.contains(char::is_uppercase)
}

/// "The power station of the Keld company", "the teachers' union's offices": a body that grounding does not know.
fn body_of(known: &Known, fill: &RoleFill) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let of = |t: &usize| {
        let case = sentence.child(*t, &["case"]).map(|c| sentence.tokens[c].text.to_lowercase());
        let whose = sentence.relation_is(*t, "nmod") && case.as_deref() == Some("of")
            || sentence.relation_is(*t, "nmod:poss");
        whose && vocabulary::is(Class::Organisation, &sentence.tokens[*t].lemma.to_lowercase())
    };
    let owner = sentence.children(fill.head).find(of)?;
    let name = phrase::plain_name(sentence, owner);
    let span = Some(phrase::core_span(sentence, owner));
    Some(Actor { role: Role::Target, name, side: Side::Civilian, id: None, span })
}

/// "Army positions", "a Danish convoy", "the regime's checkpoints": by a word for whose it is.
fn position(known: &Known, fill: &RoleFill) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let noun = sentence.tokens.get(fill.head).filter(|t| things::is_position(&t.text))?;
    let whose =
        phrase::core(sentence, fill.head).range().find(|&t| t < fill.head && tells_whose(known, fill, t))?;
    let word = sentence.tokens[whose].text.as_str();
    let name = phrase::plain_name(sentence, fill.head);
    let name = if name.contains(word) { name } else { format!("{word} {}", noun.text) };
    // "A 6th Infantry Battalion position" is the battalion's.
    if name.split(' ').count() > 2 || !owners(known, fill.sentence, fill.head).is_empty() {
        return None;
    }
    let side = side_of_owner(known, fill.sentence, fill.head, &[]);
    let span = Some(phrase::core_span(sentence, fill.head));
    Some(Actor { role: Role::Target, name, side, id: None, span })
}

/// "Army" of "army positions", "Danish" of "a Danish convoy"; "a Keld outpost" is a place's.
fn tells_whose(known: &Known, fill: &RoleFill, at: usize) -> bool {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return false };
    let token = &sentence.tokens[at];
    let before = ["compound", "amod", "nmod:poss"].iter().any(|r| sentence.relation_is(at, r));
    let place = || sentence.mention_at(at).is_some_and(|m| m.label == Label::Place);
    let people = matches!(token.upos, Upos::Adj | Upos::Propn)
        && token.text.starts_with(char::is_uppercase)
        && !place();
    before && (people || vocabulary::is(Class::StateBody, &token.lemma.to_lowercase()))
}

/// The object of a verb ("hit a school"), or what a noun says that it is on ("a strike on a school").
fn is_struck(known: &Known, fill: &RoleFill) -> bool {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return false };
    let first = attach::first_of_phrase(sentence, fill.head);
    let case = sentence.child(first, &["case"]).map(|c| sentence.tokens[c].lemma.to_lowercase());
    let upon = matches!(case.as_deref(), Some("on" | "against" | "upon"));
    ["obj", "nsubj:pass"].iter().any(|r| sentence.relation_is(first, r))
        || upon
            && ["nmod", "obl"].iter().any(|r| sentence.relation_is(first, r))
            && !things::is_crowded(&sentence.tokens[fill.head].lemma)
}

fn thing(known: &Known, fill: &RoleFill) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    let named = things::vessel(sentence, fill.head);
    let name = phrase::plain_name(sentence, named.unwrap_or(fill.head));
    let noun = matches!(token.upos, Upos::Noun | Upos::Propn) && things::may_be_attacked(&name);
    if named.is_none() && !noun {
        return None;
    }
    let side = side_of_owner(known, fill.sentence, fill.head, &[]);
    let side = if side == Side::Unknown && things::is_civilian(&name) { Side::Civilian } else { side };
    Some(Actor {
        role: Role::Target,
        name,
        side,
        id: None,
        span: Some(phrase::core_span(sentence, fill.head)),
    })
}

/// "Soldiers killed two policemen in an exchange of fire": whom one side is said to have killed.
fn is_one_sided(known: &Known, occurrence: &Occurrence, actors: &[Actor]) -> bool {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return false };
    let head = |at: usize| sentence.tokens.get(at).and_then(|t| t.head);
    let faced = actors.iter().any(|a| a.role == Role::Target);
    let here = |r: &&RoleFill| r.sentence == occurrence.sentence;
    let mut felled = occurrence.role("killed").filter(here).filter(|k| sentence.relation_is(k.head, "obj"));
    let by_subject = |k: &RoleFill| {
        let same = |a: &RoleFill| head(a.head) == head(k.head) && sentence.relation_is(a.head, "nsubj");
        occurrence.role("agent").filter(here).any(same)
    };
    !faced && felled.any(by_subject)
}

/// Victims as targets: "killed three civilians" has the target "civilians". Names that stand for anybody
/// and things are left out.
pub fn victims_as_targets(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    // The dead of a fight are on both sides: its targets are the side that is fought, or whom one side is said to kill.
    let mutual = occurrence.kind == "clash" && !is_one_sided(known, occurrence, actors);
    let doer = actors.iter().find(|a| a.role == Role::Agent).map(|a| a.side);
    if mutual && (doer.is_none() || actors.iter().any(|a| a.role == Role::Target)) {
        return;
    }
    // "Nine soldiers and 19 rebels were killed in a raid on a rebel base": the soldiers raided it.
    let fell =
        |head: usize| occurrence.role("killed").chain(occurrence.role("injured")).any(|f| f.head == head);
    let mut struck = occurrence.role("target").filter(|f| !fell(f.head));
    let raided = struck.find_map(|f| owners(known, f.sentence, f.head).first().map(|m| m.side));
    let raided = raided.filter(|s| s.is_armed() && doer.is_none() && occurrence.kind == "attack");
    // "Villagers fled": it befalls them, whether somebody is said to drive them out or not.
    if occurrence.kind == "displacement" {
        let civilian = |a: &Actor| a.role == Role::Agent && !a.side.is_armed();
        actors.iter_mut().filter(|a| civilian(a)).for_each(|a| a.role = Role::Target);
    }
    for fill in &occurrence.roles {
        if !matches!(
            fill.role.as_str(),
            "killed" | "injured" | "casualties" | "captured" | "missing" | "displaced"
        ) {
            continue;
        }
        let named = by_name(known, fill).or_else(|| operator(known, fill));
        let mention = named.or_else(|| mention_of(known, fill.sentence, fill.head));
        let Some(mention) = mention else {
            if mutual {
                continue;
            }
            let nobody = !actors.iter().any(|a| a.role == Role::Target);
            let leaders = leaders(known, fill).filter(|_| nobody);
            if let Some(people) = people_unknown(known, fill).or(leaders) {
                push(actors, people);
            }
            continue;
        };
        // "Troops returned fire, killing four rebels": those who stand against the doer are fought.
        if mutual && !doer.is_some_and(|side| are_opposed(side, mention.side)) {
            continue;
        }
        let agent = actors.iter().any(|a| a.role == Role::Agent && a.name == mention.name);
        if raided.is_some_and(|side| are_opposed(side, mention.side)) {
            actors.retain(|a| a.name != mention.name);
            push(actors, from_mention(mention, Role::Agent));
            continue;
        }
        let struck = |a: &Actor| a.role == Role::Target && things::may_be_attacked(&a.name);
        if is_bystander(&mention.name) && actors.iter().any(struck) {
            // "The group killed 43 civilians in an attack on a church": the civilians come first.
            if !is_killed_by(known, occurrence, fill) {
                continue;
            }
            actors.retain(|a| !struck(a));
        }
        if is_of_attackers(actors, mention.side) || are_attackers(actors, &mention.name) {
            continue;
        }
        if !is_anybody(&mention.name) && !agent {
            push(actors, from_mention(mention, Role::Target));
        }
    }
}

/// Whom the doer is said to kill, before the deed that the trigger names: "the group killed nine civilians in a raid".
fn is_killed_by(known: &Known, occurrence: &Occurrence, fill: &RoleFill) -> bool {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return false };
    let head = |at: usize| sentence.tokens.get(at).and_then(|t| t.head);
    let verb = head(fill.head).filter(|_| sentence.relation_is(fill.head, "obj"));
    let does = |a: &RoleFill| head(a.head) == verb && sentence.relation_is(a.head, "nsubj");
    verb.is_some() && fill.head < occurrence.head && occurrence.role("agent").any(does)
}

/// "The army beat back a Taliban attack, killing nine militants": they are not whom it was done to.
fn is_of_attackers(actors: &[Actor], side: Side) -> bool {
    let of = |role: Role| actors.iter().filter(move |a| a.role == role).map(|a| a.side);
    let irregular = matches!(side, Side::Rebel | Side::Jihadist | Side::Militia);
    irregular
        && of(Role::Agent).any(|s| s.is_armed() && !are_opposed(s, side))
        && of(Role::Target).any(|s| are_opposed(s, side))
}

/// "Soldiers beat back an attack, killing ten assailants": whom they attacked is told.
fn are_attackers(actors: &[Actor], name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let told = |a: &Actor| a.role == Role::Target && a.side.is_armed();
    vocabulary::is(Class::Doer, &last)
        && !actors.iter().any(|a| a.role == Role::Agent)
        && actors.iter().any(told)
}

/// "Killed two community leaders": people by a word that is a party only with a group's name.
fn leaders(known: &Known, fill: &RoleFill) -> Option<Actor> {
    let token = known.analysis.sentences.get(fill.sentence)?.tokens.get(fill.head)?;
    let leads = vocabulary::is(Class::Leads, &token.lemma);
    unknown_name(known, fill, Role::Target).filter(|_| leads).map(|a| Actor { side: Side::Unknown, ..a })
}

/// "Massacred 800 Tutsis", "murdered Ana Roll": people by a name that grounding does not know.
fn people_unknown(known: &Known, fill: &RoleFill) -> Option<Actor> {
    let token = known.analysis.sentences.get(fill.sentence)?.tokens.get(fill.head)?;
    let name = token.text.starts_with(char::is_uppercase) && fill.head > 0;
    let number = token.upos == Upos::Num || token.text.chars().any(|c| c.is_ascii_digit());
    (name && !number).then(|| unknown_name(known, fill, Role::Target)).flatten()
}
