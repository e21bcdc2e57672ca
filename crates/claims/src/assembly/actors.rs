//! The parties of an occurrence: role fills to grounded names with sides.

use super::{Known, phrase};
use crate::occurrence::{Occurrence, RoleFill};
use ascribe_model::{Actor, ActorMention, Label, Role, Side, Source, Upos};

/// Names that stand for anybody: they say how many were harmed, not which party was.
const ANYBODY: [&str; 20] = [
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "people",
    "person",
    "persons",
    "others",
    "other",
    "man",
    "men",
    "woman",
    "women",
    "dead",
    "wounded",
    "injured",
    "victims",
    "bodies",
    "casualties",
    "individuals",
];

/// The actors named by the occurrence's own roles.
pub fn of(known: &Known, occurrence: &Occurrence) -> Vec<Actor> {
    let mut actors: Vec<Actor> = vec![];
    let harmed = occurrence.role("killed").chain(occurrence.role("injured")).next().is_some();
    for fill in &occurrence.roles {
        let role = match fill.role.as_str() {
            "agent" => Role::Agent,
            "target" => Role::Target,
            "ally" => Role::Ally,
            "other" => Role::Other,
            _ => continue,
        };
        if role == Role::Target && harmed && is_held(known, fill) {
            continue;
        }
        for actor in of_fill(known, fill, role) {
            push(&mut actors, actor);
        }
    }
    fought_between(occurrence, &mut actors);
    moved(occurrence, &mut actors);
    if let Some(bomber) = bomber(known, occurrence) {
        actors.retain(|a| a.role != Role::Agent);
        actors.insert(0, bomber);
    }
    not_on_oneself(&mut actors);
    not_on_his_own(known, occurrence, &mut actors);
    not_by_the_press(occurrence, &mut actors);
    super::modifiers::add(known, occurrence, &mut actors);
    things_as_targets(known, occurrence, &mut actors);
    actors
}

/// "Raids on a rebel-held village killed two farmers": whose the village is says nothing of whom they hit.
fn is_held(known: &Known, fill: &RoleFill) -> bool {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return false };
    let held = |t: usize| matches!(sentence.tokens[t].text.as_str(), "held" | "controlled" | "run" | "ruled");
    let phrase = phrase::core(sentence, fill.head);
    phrase.range().any(|t| t > 0 && t < fill.head && held(t) && sentence.tokens[t - 1].text == "-")
}

/// "Gunmen attacked a fuel depot": what stands in the place of the target is it where nobody else is, and where
/// it is struck itself ("jets hit a school, killing nine people").
fn things_as_targets(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    const ATTACKS: [&str; 7] =
        ["attack", "airstrike", "shelling", "explosion", "destruction", "suicide_bombing", "abduction"];
    if !ATTACKS.contains(&occurrence.kind.as_str()) {
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
        sentence.is_some_and(|s| super::things::vessel(s, f.head).is_some())
    };
    let taken = occurrence.role("seized").filter(|f| untold && vessel(f));
    let struck = occurrence.role("target").filter(|f| untold || is_struck(known, f));
    let fills: Vec<&RoleFill> = struck.chain(taken).collect();
    let things: Vec<Actor> = fills.into_iter().filter_map(|f| thing(known, f)).collect();
    if things.is_empty() {
        return;
    }
    actors.retain(|a| a.role != Role::Target);
    things.into_iter().for_each(|thing| push(actors, thing));
}

/// "People", "civilians": hurt where it struck, whoever they were.
fn is_bystander(name: &str) -> bool {
    is_anybody(name)
        || matches!(name.to_lowercase().as_str(), "civilian" | "civilians" | "residents" | "children")
}

/// The object of a verb ("hit a school"), or what a noun says that it is on ("a strike on a school").
fn is_struck(known: &Known, fill: &RoleFill) -> bool {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return false };
    let first = super::attach::first_of_phrase(sentence, fill.head);
    let case = sentence.child(first, &["case"]).map(|c| sentence.tokens[c].lemma.to_lowercase());
    let upon = matches!(case.as_deref(), Some("on" | "against" | "upon"));
    ["obj", "nsubj:pass"].iter().any(|r| sentence.relation_is(first, r))
        || upon
            && ["nmod", "obl"].iter().any(|r| sentence.relation_is(first, r))
            && !super::things::is_crowded(&sentence.tokens[fill.head].lemma)
}

fn thing(known: &Known, fill: &RoleFill) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    let named = super::things::vessel(sentence, fill.head);
    let name = phrase::plain_name(sentence, named.unwrap_or(fill.head));
    let noun = token.upos == Upos::Noun && super::things::may_be_attacked(&name);
    if named.is_none() && !noun {
        return None;
    }
    let side = side_of_owner(known, fill.sentence, fill.head, &[]);
    let side = if side == Side::Unknown && super::things::is_civilian(&name) { Side::Civilian } else { side };
    Some(Actor {
        role: Role::Target,
        name,
        side,
        id: None,
        span: Some(phrase::core_span(sentence, fill.head)),
    })
}

/// "A suicide bomber blew himself up": the words that tell of it name who did it.
fn bomber(known: &Known, occurrence: &Occurrence) -> Option<Actor> {
    let here = |m: &&ActorMention| m.sentence == occurrence.sentence && m.head == occurrence.head;
    let mention = known.grounding.actors.iter().find(here)?;
    (occurrence.kind == "suicide_bombing").then(|| from_mention(mention, Role::Agent))
}

/// Who does it is not whom it is done to, whatever the tree says.
fn not_on_oneself(actors: &mut Vec<Actor>) {
    let doers: Vec<Actor> = actors.iter().filter(|a| a.role == Role::Agent).cloned().collect();
    actors.retain(|a| a.role != Role::Target || !doers.iter().any(|d| same_name(a, d)));
}

/// "They have driven rebel fighters from the town": whoever a pronoun seems to mean does not take ground from his
/// own.
fn not_on_his_own(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    let takes = matches!(occurrence.kind.as_str(), "capture" | "airstrike" | "shelling" | "arrest");
    let pronoun = occurrence.role("agent").any(|f| {
        let token = known.analysis.sentences.get(f.sentence).and_then(|s| s.tokens.get(f.head));
        token.is_some_and(|t| t.upos == Upos::Pron)
    });
    let sides = |role: Role| actors.iter().filter(move |a| a.role == role).map(|a| a.side);
    let own = |s: Side| s.is_armed() && sides(Role::Target).any(|t| t == s);
    if takes && pronoun && sides(Role::Agent).any(own) {
        actors.retain(|a| a.role != Role::Agent);
    }
}

/// "A reporter said rockets wounded three": whoever tells for the press fires at nobody.
fn not_by_the_press(occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    const FIRE: [&str; 7] =
        ["attack", "airstrike", "shelling", "explosion", "clash", "suicide_bombing", "chemical_attack"];
    let fired = FIRE.contains(&occurrence.kind.as_str());
    actors.retain(|a| !fired || a.role != Role::Agent || a.side != Side::Media);
}

/// Adds an actor unless it is there with the same role and name.
pub fn push(actors: &mut Vec<Actor>, actor: Actor) {
    if !actors.iter().any(|a| a.role == actor.role && same_name(a, &actor)) {
        actors.push(actor);
    }
}

/// True where the party stands on the other side of the deed already: who does it is not whom it is done to.
pub fn is_opposite(actors: &[Actor], actor: &Actor) -> bool {
    let facing = |r: Role| match actor.role {
        Role::Agent => r == Role::Target,
        Role::Target => r == Role::Agent,
        _ => false,
    };
    actors.iter().any(|a| facing(a.role) && same_name(a, actor))
}

/// True where two actors are one party by identifier or by name.
pub fn same_name(a: &Actor, b: &Actor) -> bool {
    (a.id.is_some() && a.id == b.id) || a.name.eq_ignore_ascii_case(&b.name)
}

/// True for names such as "people" and "others".
pub fn is_anybody(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    ANYBODY.contains(&last.as_str())
}

fn of_fill(known: &Known, fill: &RoleFill, role: Role) -> Vec<Actor> {
    if let Some(one) = singled_out(known, fill).or_else(|| operator(known, fill)) {
        return vec![from_mention(one, role)];
    }
    if let Some(mention) = mention_of(known, fill.sentence, fill.head) {
        let sharing = sharing(known, mention).into_iter();
        return sharing.chain([mention]).map(|m| from_mention(m, role)).collect();
    }
    let owners = owners(known, fill.sentence, fill.head);
    if let Some(followers) = followers(known, fill, role, &owners) {
        return vec![followers];
    }
    if !owners.is_empty() {
        return owners.into_iter().map(|m| from_mention(m, role)).collect();
    }
    unknown(known, fill, role).into_iter().collect()
}

/// "One of them, Omar Said, planned the raid": the one named, not all of them.
fn singled_out<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let above = sentence.tokens.get(fill.head)?.head.filter(|_| sentence.relation_is(fill.head, "nmod"))?;
    let one = matches!(sentence.tokens[above].text.to_lowercase().as_str(), "one" | "another");
    let name = sentence.child(above, &["appos"]).filter(|_| one)?;
    let here = |m: &&ActorMention| m.sentence == fill.sentence && m.head == name && m.person;
    known.grounding.actors.iter().find(here)
}

/// "Norway says its jets struck the port", "the Front said its fighters withdrew": whoever sends them.
fn operator<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    const OWN: [&str; 9] =
        ["fighters", "forces", "troops", "soldiers", "guerrillas", "men", "militants", "members", "bombers"];
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    // "One of its fighters".
    let of = sentence.child(fill.head, &["nmod"]).filter(|_| token.text.eq_ignore_ascii_case("one"));
    let head = of.unwrap_or(fill.head);
    let word = sentence.tokens[head].text.as_str();
    let its = sentence.child(head, &["nmod:poss"]).filter(|_| is_machine(word) || OWN.contains(&word))?;
    let body = matches!(sentence.tokens[its].text.to_lowercase().as_str(), "its" | "their");
    mention_of(known, fill.sentence, its).filter(|m| body && m.side.is_armed() && !m.person)
}

/// Aircraft and guns that do what their owners do, named by nothing else: "the jets", "artillery".
pub fn is_machine(name: &str) -> bool {
    const MACHINES: [&str; 12] = [
        "jets",
        "warplanes",
        "planes",
        "aircraft",
        "helicopters",
        "gunships",
        "drones",
        "bombers",
        "artillery",
        "tanks",
        "jet",
        "helicopter",
    ];
    MACHINES.contains(&name.to_lowercase().as_str())
}

/// "Supporters of Ana Ruiz": they are not she.
fn followers(known: &Known, fill: &RoleFill, role: Role, owners: &[&ActorMention]) -> Option<Actor> {
    const FOLLOWERS: [&str; 9] = [
        "supporter",
        "follower",
        "loyalist",
        "backer",
        "opponent",
        "relative",
        "fan",
        "sympathiser",
        "sympathizer",
    ];
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    let [whose] = owners else { return None };
    let after = whose.head > fill.head;
    (whose.person && after && FOLLOWERS.contains(&token.lemma.to_lowercase().as_str())).then(|| Actor {
        role,
        name: format!("{} of {}", token.text, whose.name),
        side: Side::Civilian,
        id: None,
        span: Some(token.span.join(whose.span)),
    })
}

/// "Syrian" of "Syrian and Russian warplanes".
fn sharing<'a>(known: &'a Known, second: &ActorMention) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(second.sentence)?;
    let link = |i: &usize| matches!(sentence.tokens[*i].text.as_str(), "and" | "or");
    let and = second.tokens.start.checked_sub(1).filter(link)?;
    let below = |m: &ActorMention| sentence.tokens[m.head].head.is_some_and(|h| second.tokens.contains(h));
    let mut before = known.grounding.actors.iter().filter(|m| m.sentence == second.sentence);
    before.find(|m| m.tokens.end == and && below(m))
}

/// "Azeri and Armenian troops exchanged fire": of two who fight and no other, the second is fought; "four soldiers
/// and nine rebels died in a clash": so are all who stand against the first.
fn fought_between(occurrence: &Occurrence, actors: &mut [Actor]) {
    let state = |s: Side| matches!(s, Side::State | Side::StateAlly | Side::ForeignState);
    let against = |a: Side, b: Side| a.is_armed() && b.is_armed() && state(a) != state(b);
    if let ("clash", Some((first, rest))) = (occurrence.kind.as_str(), actors.split_first_mut())
        && first.role == Role::Agent
        && rest.iter().all(|a| a.role != Role::Target)
    {
        rest.iter_mut()
            .filter(|a| a.role == Role::Agent && against(first.side, a.side))
            .for_each(|a| a.role = Role::Target);
    }
    let roles: Vec<&str> = occurrence.roles.iter().map(|f| f.role.as_str()).collect();
    if let ("clash", 1, [_, second]) =
        (occurrence.kind.as_str(), roles.iter().filter(|r| **r == "agent").count(), actors)
        && second.role == Role::Agent
    {
        second.role = Role::Target;
    }
}

/// "Two battalions were sent to the border": whoever is moved and not said to be moved by another is who deploys.
fn moved(occurrence: &Occurrence, actors: &mut [Actor]) {
    let sent = occurrence.kind == "deployment" && !actors.iter().any(|a| a.role == Role::Agent);
    for actor in actors.iter_mut().filter(|a| sent && a.role == Role::Target && a.side.is_armed()) {
        actor.role = Role::Agent;
    }
}

/// A party that grounding does not know: a name, or the bomber of a suicide attack ("a motorcycle bomber").
/// Things ("a market") are where it happened or what was lost, seldom a party.
fn unknown(known: &Known, fill: &RoleFill, role: Role) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    let place =
        known.grounding.places.iter().any(|p| p.sentence == fill.sentence && p.tokens.contains(fill.head));
    let time =
        known.grounding.times.iter().any(|t| t.sentence == fill.sentence && t.tokens.contains(fill.head));
    // "An attack on Khan Barim", which no gazetteer knows.
    let mention = sentence.mention_at(fill.head);
    let ground = mention.is_some_and(|m| matches!(m.label, Label::Place | Label::Facility));
    let place = place || role == Role::Target && ground;
    let bomber = role == Role::Agent && token.lemma == "bomber";
    let capital = token.text.chars().next().is_some_and(char::is_uppercase);
    let name = token.upos == Upos::Propn && capital && matches!(role, Role::Agent | Role::Target);
    if place || time || !(bomber || name) {
        return None;
    }
    unknown_name(known, fill, role)
}

fn unknown_name(known: &Known, fill: &RoleFill, role: Role) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let name = phrase::plain_name(sentence, fill.head);
    let side = if role == Role::Target { Side::Civilian } else { Side::Unknown };
    (!is_anybody(&name)).then_some(Actor {
        role,
        name,
        side,
        id: None,
        span: Some(phrase::core_span(sentence, fill.head)),
    })
}

/// The grounded actor headed by, or holding, this token; through its chain for pronouns and descriptions.
pub fn mention_of<'a>(known: &'a Known, sentence: usize, head: usize) -> Option<&'a ActorMention> {
    let here = |m: &&ActorMention| m.sentence == sentence && m.head == head;
    let holding = |m: &&ActorMention| m.sentence == sentence && m.tokens.contains(head);
    let actors = &known.grounding.actors;
    actors.iter().find(here).or_else(|| actors.iter().find(holding)).or_else(|| {
        let chain = known.analysis.chain_of(sentence, head)?;
        let in_chain = |m: &&ActorMention| {
            chain
                .mentions
                .iter()
                .any(|c| c.sentence == m.sentence && (c.head == m.head || m.tokens.contains(c.head)))
        };
        actors.iter().filter(in_chain).max_by_key(|m| (m.named, std::cmp::Reverse(m.sentence)))
    })
}

/// A thing's owners: "checkpoints of the army", "an army convoy", "the rebels' positions".
fn owners<'a>(known: &'a Known, at: usize, head: usize) -> Vec<&'a ActorMention> {
    let Some(sentence) = known.analysis.sentences.get(at).filter(|s| head < s.tokens.len()) else {
        return vec![];
    };
    let range = phrase::core(sentence, head);
    known
        .grounding
        .actors
        .iter()
        .filter(|m| m.sentence == at && range.contains(m.head))
        .filter(|m| owns(sentence, m.head, head))
        .collect()
}

/// True where the way up from `owner` to `thing` goes only through possessives, compounds and "of".
fn owns(sentence: &ascribe_model::Sentence, owner: usize, thing: usize) -> bool {
    let mut at = owner;
    for _ in 0..4 {
        let Some(head) = sentence.tokens[at].head else { return false };
        let of = sentence.child(at, &["case"]).is_none_or(|c| {
            matches!(
                sentence.tokens[c].lemma.to_lowercase().as_str(),
                "of" | "'s" | "’s" | "by" | "from" | "'"
            )
        });
        let link = ["nmod", "compound", "amod", "conj", "flat", "nmod:poss"]
            .iter()
            .any(|r| sentence.relation_is(at, r));
        if !(link && (of || sentence.relation_is(at, "conj"))) {
            return false;
        }
        if head == thing {
            return true;
        }
        at = head;
    }
    false
}

pub fn from_mention(mention: &ActorMention, role: Role) -> Actor {
    Actor {
        role,
        name: mention.name.clone(),
        side: mention.side,
        id: mention.id.clone(),
        span: Some(mention.span),
    }
}

/// "A bomber blew himself up, the Observatory's director said": who tells it did not do it and did not suffer
/// it, unless the teller bears arms ("the army said it had shelled").
pub fn without_tellers(actors: &mut Vec<Actor>, sources: &[Source]) {
    let tells = |a: &Actor| {
        sources
            .iter()
            .any(|s| !s.side.is_armed() && (s.name == a.name || s.name.ends_with(&format!(" {}", a.name))))
    };
    actors.retain(|a| !matches!(a.role, Role::Agent | Role::Target) || a.side.is_armed() || !tells(a));
}

/// Victims as targets: "killed three civilians" has the target "civilians". Names that stand for anybody
/// and things are left out.
pub fn victims_as_targets(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    // The dead of a fight are on both sides: its targets are the side that is fought.
    if occurrence.kind == "clash" {
        return;
    }
    // "Villagers fled": who flees does so, unless somebody drives them out.
    let flees = occurrence.kind == "displacement" && !actors.iter().any(|a| a.role == Role::Agent);
    let role = if flees { Role::Agent } else { Role::Target };
    for fill in &occurrence.roles {
        if !matches!(
            fill.role.as_str(),
            "killed" | "injured" | "casualties" | "captured" | "missing" | "displaced"
        ) {
            continue;
        }
        let mention = operator(known, fill).or_else(|| mention_of(known, fill.sentence, fill.head));
        let Some(mention) = mention else {
            let nobody = !actors.iter().any(|a| a.role == role);
            let leaders = leaders(known, fill, role).filter(|_| nobody);
            if let Some(people) = people_unknown(known, fill, role).or(leaders) {
                push(actors, people);
            }
            continue;
        };
        let agent = actors.iter().any(|a| a.role == Role::Agent && a.name == mention.name);
        let struck = |a: &Actor| a.role == Role::Target && super::things::may_be_attacked(&a.name);
        if is_bystander(&mention.name) && actors.iter().any(struck) {
            continue;
        }
        if !is_anybody(&mention.name) && !agent {
            if flees {
                actors.retain(|a| a.name != mention.name);
            }
            push(actors, from_mention(mention, role));
        }
    }
}

/// "Killed two community leaders": people by a word that is a party only with a group's name.
fn leaders(known: &Known, fill: &RoleFill, role: Role) -> Option<Actor> {
    let token = known.analysis.sentences.get(fill.sentence)?.tokens.get(fill.head)?;
    let leads = matches!(token.lemma.as_str(), "leader" | "official" | "commander" | "chief");
    unknown_name(known, fill, role).filter(|_| leads).map(|a| Actor { side: Side::Unknown, ..a })
}

/// "Massacred 800 Tutsis", "murdered Ana Roll": people by a name that grounding does not know.
fn people_unknown(known: &Known, fill: &RoleFill, role: Role) -> Option<Actor> {
    let token = known.analysis.sentences.get(fill.sentence)?.tokens.get(fill.head)?;
    let name = token.text.starts_with(char::is_uppercase) && fill.head > 0;
    let number = token.upos == Upos::Num || token.text.chars().any(|c| c.is_ascii_digit());
    (name && !number).then(|| unknown_name(known, fill, role)).flatten()
}

/// The side of whoever a noun phrase stands for; `civilian` for people of no shown side.
pub fn side_of_people(known: &Known, sentence: usize, head: usize) -> Side {
    match mention_of(known, sentence, head) {
        Some(m) if m.side != Side::Unknown => m.side,
        Some(m) if m.person => {
            // "Sergeant Ames ... Ames was wounded": the same person elsewhere.
            let named = |o: &&ActorMention| o.person && o.name == m.name && o.side != Side::Unknown;
            known.grounding.actors.iter().find(named).map_or(Side::Unknown, |o| o.side)
        }
        _ => {
            let side = owners(known, sentence, head).first().map(|m| m.side);
            let noun = known.analysis.sentences.get(sentence).and_then(|s| s.tokens.get(head));
            let pronoun = noun.is_some_and(|t| t.upos == Upos::Pron);
            side.unwrap_or(if pronoun { Side::Unknown } else { Side::Civilian })
        }
    }
}

/// The side of the owner of a thing that was lost or taken.
pub fn side_of_owner(known: &Known, sentence: usize, head: usize, actors: &[Actor]) -> Side {
    let owner = owners(known, sentence, head).first().map(|m| m.side);
    let target = actors.iter().find(|a| a.role == Role::Target && a.side != Side::Unknown).map(|a| a.side);
    owner.or_else(|| side_of_modifier(known, sentence, head)).or(target).unwrap_or(Side::Unknown)
}

/// "four rebel trucks", "an army post": a word for a side before the thing.
fn side_of_modifier(known: &Known, at: usize, head: usize) -> Option<Side> {
    let sentence = known.analysis.sentences.get(at)?;
    let before = phrase::core(sentence, head).range().filter(|&c| c < head);
    let mut modifiers = before.filter(|&c| ["compound", "amod"].iter().any(|r| sentence.relation_is(c, r)));
    modifiers.find_map(|c| match sentence.tokens[c].lemma.to_lowercase().as_str() {
        "rebel" | "guerrilla" => Some(Side::Rebel),
        "jihadist" => Some(Side::Jihadist),
        "army" | "military" | "police" | "government" | "regime" | "navy" => Some(Side::State),
        "militia" => Some(Side::Militia),
        _ => None,
    })
}
