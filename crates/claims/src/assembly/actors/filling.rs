//! From the word that fills a role to the parties meant: a grounded name, the one singled out, whoever sends them,
//! followers, owners, or a name that grounding does not know.

use super::bystanders::{is_anybody, is_machine};
use super::owners::owners;
use crate::assembly::{Known, ancestors, phrase};
use crate::occurrence::RoleFill;
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, ActorMention, Label, Role, Sentence, Side, Upos};

pub(super) fn of_fill(known: &Known, fill: &RoleFill, role: Role) -> Vec<Actor> {
    let teller = || denier(known, fill).filter(|_| role == Role::Agent);
    if let Some(one) = by_name(known, fill)
        .or_else(|| singled_out(known, fill))
        .or_else(|| operator(known, fill))
        .or_else(teller)
    {
        return vec![from_mention(one, role)];
    }
    // "African Union troops from Chad and Niger": the Union's.
    let whose = mention_of(known, fill.sentence, fill.head).is_some_and(|m| m.name.contains(' '));
    let contingents = contingents(known, fill);
    if !contingents.is_empty() && !whose {
        return contingents.into_iter().map(|m| from_mention(m, role)).collect();
    }
    if let Some(body) = body_behind(known, fill, role) {
        return vec![body];
    }
    if let Some(mention) = mention_of(known, fill.sentence, fill.head).or_else(|| said_to_be(known, fill)) {
        let sharing = sharing(known, mention).into_iter();
        let beside = groups_beside(known, mention).into_iter();
        return sharing.chain([mention]).chain(beside).map(|m| from_mention(m, role)).collect();
    }
    let owners = owners(known, fill.sentence, fill.head);
    if let Some(followers) = followers(known, fill, role, &owners) {
        // "Followers of Ana Ruiz and members of the Front": these, too.
        let beside = owners.iter().filter(|m| followers.span.is_some_and(|s| m.span.start >= s.end));
        let beside: Vec<Actor> = beside.map(|m| from_mention(m, role)).collect();
        return std::iter::once(followers).chain(beside).collect();
    }
    if !owners.is_empty() {
        return owners.into_iter().map(|m| from_mention(m, role)).collect();
    }
    unknown(known, fill, role).into_iter().collect()
}

/// The name that stands beside the words for one person or body.
pub(super) fn by_name<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    named_behind(known, fill).or_else(|| named_before(known, fill))
}

/// "Its leader, Omar Said, was shot", "the secretary of the union, Ana Ruiz,", "its armed wing, the Valley Brigades,":
/// by name.
fn named_behind<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    let plural = token.feats.contains("Number=Plur");
    let lemma = token.lemma.as_str();
    let mut here = known.grounding.actors.iter().filter(|m| m.sentence == fill.sentence);
    let named = |m: &&ActorMention| {
        let above = sentence.tokens.get(m.head).and_then(|t| t.head);
        let token = |i: usize| sentence.tokens.get(i);
        let inside = |h: usize| h == fill.head || token(h).is_some_and(|t| t.head == Some(fill.head));
        // "The mayor of Keld, engineer Ana Ruiz,", "the chief, Mr. Brun,".
        let title = |t: &usize| token(*t).is_some_and(|x| x.head == Some(m.head) && x.text != ",");
        let before = (0..m.tokens.start).rev().find(|t| !title(t)).and_then(token);
        let comma = before.is_some_and(|t| t.text == ",");
        // "The Front's spokesman Omar Said was shot".
        let next = m.tokens.start == fill.head + 1 && sentence.child(fill.head, &["nmod:poss"]).is_some();
        let body = !m.person && vocabulary::is(Class::Branch, lemma);
        (m.person || body)
            && m.named
            && m.head > fill.head
            && (comma || next)
            && (sentence.relation_is(m.head, "appos") || is_listed_alone(sentence, m.head))
            && above.is_some_and(inside)
            || m.person && m.named && is_known_as(sentence, m.head, fill.head)
    };
    // "The CDO, Omar Said, was kidnapped".
    let office = token.text.len() > 1 && token.text.chars().all(char::is_uppercase);
    here.find(named).filter(|_| (token.upos == Upos::Noun || office) && !plural)
}

/// "Odo Brun, a rebel whom rangers shot", "Ana Ruiz, the colonel who led the coup": the name before the comma.
fn named_before<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    let one = token.upos == Upos::Noun && !token.feats.contains("Number=Plur");
    let name = token.head.filter(|h| one && *h < fill.head && sentence.relation_is(fill.head, "appos"))?;
    let same = |m: &&ActorMention| m.sentence == fill.sentence && (m.head == name || m.tokens.contains(name));
    known.grounding.actors.iter().find(|m| same(m) && m.person && m.named)
}

/// "The rebels denied that they had shelled the town": it would have been theirs.
fn denier<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head).filter(|t| t.upos == Upos::Pron)?;
    let verb = token.head.filter(|_| sentence.relation_is(fill.head, "nsubj"))?;
    let above = sentence.tokens.get(verb)?.head.filter(|_| sentence.relation_is(verb, "ccomp"))?;
    let denies = matches!(sentence.tokens[above].lemma.as_str(), "deny" | "admit" | "boast");
    let subject = sentence.child(above, &["nsubj"]).filter(|_| denies)?;
    let plural = matches!(token.text.to_lowercase().as_str(), "they" | "it");
    mention_of(known, fill.sentence, subject).filter(|m| plural && m.side.is_armed() && !m.person)
}

/// "A rebel known as Abu Said was shot", "the deputy, identified as Omar Said,": the name that he goes by.
fn is_known_as(sentence: &Sentence, name: usize, noun: usize) -> bool {
    let verb = sentence.tokens[name].head.filter(|_| sentence.relation_is(name, "obl"));
    let goes_by = |v: &usize| matches!(sentence.tokens[*v].lemma.as_str(), "know" | "identify" | "name");
    let as_name = sentence.child(name, &["case"]).is_some_and(|c| sentence.tokens[c].text == "as");
    let verb = verb.filter(|v| as_name && goes_by(v) && sentence.relation_is(*v, "acl"));
    verb.and_then(|v| sentence.tokens[v].head) == Some(noun)
}

/// "Killed a nurse, Ana Ruiz, and wounded her driver": the tree makes a list of the noun and the name, without an "and".
fn is_listed_alone(sentence: &Sentence, name: usize) -> bool {
    let joined = |t: usize| sentence.child(t, &["cc"]).is_some();
    let noun = sentence.tokens[name].head.filter(|_| sentence.relation_is(name, "conj"));
    let list = |noun: usize| sentence.children(noun).filter(|&c| sentence.relation_is(c, "conj"));
    noun.is_some_and(|n| !joined(n) && !list(n).any(joined))
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
pub(super) fn operator<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    // "One of its fighters".
    let of = sentence.child(fill.head, &["nmod"]).filter(|_| token.text.eq_ignore_ascii_case("one"));
    let head = of.unwrap_or(fill.head);
    let word = sentence.tokens[head].text.as_str();
    let its = sentence
        .child(head, &["nmod:poss"])
        .filter(|_| is_machine(word) || vocabulary::is(Class::Own, word))?;
    // "The Front, whose gunmen raided the village".
    if sentence.tokens[its].text.eq_ignore_ascii_case("whose") {
        let clause = ancestors(sentence, head).into_iter().find(|&t| sentence.relation_is(t, "acl:relcl"));
        let whose = clause.and_then(|t| sentence.tokens[t].head);
        return whose
            .and_then(|t| mention_of(known, fill.sentence, t))
            .filter(|m| m.side.is_armed() && !m.person);
    }
    let body = matches!(sentence.tokens[its].text.to_lowercase().as_str(), "its" | "their");
    let here = || mention_of(known, fill.sentence, its);
    let teller = || teller_above(known, fill, head);
    // "The Front said nine of its fighters died", nobody else being told of before them: the Front's.
    let whose =
        if opens_what_is_told(sentence, fill.head) { teller().or_else(here) } else { here().or_else(teller) };
    whose.filter(|m| body && m.side.is_armed() && !m.person)
}

/// "Said nine of its fighters died": they are the subject of what is told.
fn opens_what_is_told(sentence: &Sentence, subject: usize) -> bool {
    // "Nine of its fighters": the number carries the sentence.
    let number = sentence.tokens[subject].head.filter(|_| sentence.relation_is(subject, "nmod"));
    let subject = number.unwrap_or(subject);
    let verb = sentence.tokens[subject]
        .head
        .filter(|_| ["nsubj", "nsubj:pass"].iter().any(|r| sentence.relation_is(subject, r)));
    verb.is_some_and(|v| sentence.relation_is(v, "ccomp"))
}

/// "The Front, a wing of the union, said its fighters withdrew": whoever says so.
fn teller_above<'a>(known: &'a Known, fill: &RoleFill, head: usize) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    // "Said in a statement that its fighters withdrew".
    let told = |&t: &usize| ["ccomp", "acl"].iter().any(|r| sentence.relation_is(t, r));
    let clause = ancestors(sentence, head).into_iter().find(told)?;
    let mut above = ancestors(sentence, clause).into_iter().skip(1).take(3);
    let subject = above.find_map(|t| sentence.child(t, &["nsubj"]))?;
    known.grounding.actors.iter().find(|m| m.sentence == fill.sentence && m.head == subject)
}

/// "Troops from Chad and Niger": the states whose they are.
fn contingents<'a>(known: &'a Known, fill: &RoleFill) -> Vec<&'a ActorMention> {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return vec![] };
    let Some(token) = sentence.tokens.get(fill.head) else { return vec![] };
    let from = |t: &usize| {
        sentence.child(*t, &["case"]).is_some_and(|c| sentence.tokens[c].text.eq_ignore_ascii_case("from"))
    };
    let forces = vocabulary::is(Class::Own, &token.text.to_lowercase()) || is_machine(&token.text);
    let Some(first) = sentence.child(fill.head, &["nmod"]).filter(|t| forces && from(t)) else {
        return vec![];
    };
    let listed =
        |t: usize| t == first || sentence.tokens[t].head == Some(first) && sentence.relation_is(t, "conj");
    let state =
        |m: &&ActorMention| m.sentence == fill.sentence && m.by.starts_with("a state") && listed(m.head);
    known.grounding.actors.iter().filter(state).collect()
}

/// "Guerrillas of the Keld Front", "soldiers with Task Force Harrier": the body whose people they are.
fn body_behind(known: &Known, fill: &RoleFill, role: Role) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let people = mention_of(known, fill.sentence, fill.head).filter(|m| m.head == fill.head && !m.named)?;
    let sent = vocabulary::is(Class::Own, &sentence.tokens[fill.head].text.to_lowercase());
    let belongs = |t: &usize| {
        let case = sentence.child(*t, &["case"]).map(|c| sentence.tokens[c].text.to_lowercase());
        *t > fill.head
            && sentence.relation_is(*t, "nmod")
            && matches!(case.as_deref(), Some("of" | "from" | "with"))
    };
    let behind = sentence.children(fill.head).find(belongs).filter(|_| sent)?;
    let here = |m: &&ActorMention| m.sentence == fill.sentence && m.head == behind;
    let body = known.grounding.actors.iter().find(here)?;
    let unknown = body.named && !body.person && body.by.starts_with("an organisation by name");
    let side = if body.side == Side::Unknown { people.side } else { body.side };
    unknown.then(|| Actor { side, ..from_mention(body, role) })
}

/// "Omar Said is a commander who planned attacks": of whom the words that fill the role are said.
fn said_to_be<'a>(known: &'a Known, fill: &RoleFill) -> Option<&'a ActorMention> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let subject = sentence.child(fill.head, &["nsubj"])?;
    sentence.child(fill.head, &["cop"])?;
    mention_of(known, fill.sentence, subject).filter(|m| m.person && m.named)
}

/// "Supporters of Ana Ruiz": they are not she.
fn followers(known: &Known, fill: &RoleFill, role: Role, owners: &[&ActorMention]) -> Option<Actor> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    // "Followers of Front founder Ana Ruiz": hers, and not the Front's.
    let whose = owners.iter().rfind(|m| m.person && m.head > fill.head)?;
    vocabulary::is(Class::Follower, &token.lemma.to_lowercase()).then(|| Actor {
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

/// "Commanders of the Valley Army and the Hill Front": the Front, too.
fn groups_beside<'a>(known: &'a Known, people: &ActorMention) -> Vec<&'a ActorMention> {
    let Some(sentence) = known.analysis.sentences.get(people.sentence) else { return vec![] };
    let group = sentence.child(people.head, &["nmod"]).filter(|&g| g > people.head);
    let listed = |m: &&ActorMention| {
        let conjunct = group.is_some() && sentence.tokens[m.head].head == group;
        conjunct && sentence.relation_is(m.head, "conj")
    };
    let armed =
        |m: &&ActorMention| m.sentence == people.sentence && m.named && !m.person && m.side.is_armed();
    let people_of = people.by.starts_with("people of the group");
    known.grounding.actors.iter().filter(|m| people_of && armed(m) && listed(m)).collect()
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

pub(super) fn unknown_name(known: &Known, fill: &RoleFill, role: Role) -> Option<Actor> {
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
        actors
            .iter()
            .filter(in_chain)
            .max_by_key(|m| (m.named, std::cmp::Reverse(m.sentence), std::cmp::Reverse(m.head)))
    })
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
