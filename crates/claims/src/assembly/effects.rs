//! Harm done: who or what, how many; [`super::sides`] settles whose they were.

use super::{Known, actors, amounts, phrase};
use crate::occurrence::{Occurrence, RoleFill};
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, Count, Effect, Harm, PlaceMention, Role, Sentence, Side, Span, Upos};

/// An effect with where it stands, for lists that add up.
struct Placed {
    effect: Effect,
    sentence: usize,
    head: usize,
    /// True where a number or article of its own counts it.
    own_count: bool,
}

/// The effects named by the occurrence's harm roles.
pub fn of(known: &Known, occurrence: &Occurrence, actors: &[Actor]) -> Vec<Effect> {
    let mut placed: Vec<Placed> = vec![];
    for fill in &occurrence.roles {
        let Some(harm) = harm_of(&fill.role) else { continue };
        let doer = occurrence.role("agent").any(|a| a.sentence == fill.sentence && a.head == fill.head);
        let both = doer && occurrence.kind != "clash";
        let Some(one) = effect(known, fill, harm, &occurrence.kind, actors).filter(|_| !both) else {
            continue;
        };
        let again = |p: &Placed| {
            p.effect.harm == one.effect.harm
                && (p.effect.span == one.effect.span
                    || (p.sentence, p.head) == (one.sentence, one.head)
                    || part_of_total(&p.effect, &one.effect) && !is_listed_thing(known, &one))
        };
        let (part, total) =
            (part_of_another_side(known, fill, harm, &occurrence.kind, actors), one.effect.side);
        if !placed.iter().any(again) {
            placed.push(one);
        }
        placed.extend(part.filter(|p| bears_other_arms(p.effect.side, total)));
    }
    without_bare_numbers(&mut placed);
    without_sum_of_harms(&mut placed);
    not_told_apart(&mut placed);
    add_up(known, placed)
}

/// "Eleven kilograms of opium, two grenades and a vest": things in a list, wherever the tree hangs it.
fn is_listed_thing(known: &Known, one: &Placed) -> bool {
    let thing = matches!(one.effect.harm, Harm::Destroyed | Harm::Seized);
    thing && known.analysis.sentences[one.sentence].relation_is(one.head, "conj")
}

/// "Killed 12 people, including three police officers": the part that bears arms, or that does not.
fn part_of_another_side(
    known: &Known,
    fill: &RoleFill,
    harm: Harm,
    kind: &str,
    parties: &[Actor],
) -> Option<Placed> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let names_part = |t: &usize| {
        let says = |c: usize| sentence.relation_is(c, "case") && sentence.tokens[c].lemma == "include";
        sentence.relation_is(*t, "nmod") && sentence.children(*t).any(says)
    };
    let people = !matches!(harm, Harm::Destroyed | Harm::Seized);
    let head = sentence.children(fill.head).find(names_part).filter(|_| people)?;
    actors::mention_of(known, fill.sentence, head)?;
    let part = RoleFill { head, tokens: phrase::core(sentence, head), ..fill.clone() };
    let placed = effect(known, &part, harm, kind, parties)?;
    (!placed.effect.count.is_unstated()).then_some(placed)
}

/// True where one of the two bears arms and the other is civilian.
fn bears_other_arms(part: Side, total: Side) -> bool {
    part.is_armed() && total == Side::Civilian || part == Side::Civilian && total.is_armed()
}

/// "There were no casualties": nobody was hurt, which the number says.
pub fn are_none(effects: &[Effect]) -> bool {
    !effects.is_empty() && effects.iter().all(|e| e.count == Count::exactly(0))
}

/// "Raised to 18 its toll for the number of rebels killed": the rebels have the number, and nobody else.
fn without_bare_numbers(placed: &mut Vec<Placed>) {
    let counted: Vec<(Harm, Count, usize)> = placed
        .iter()
        .filter(|p| p.effect.victims.as_deref() != Some("people") && !p.effect.count.is_unstated())
        .map(|p| (p.effect.harm, p.effect.count, p.sentence))
        .collect();
    let again = |p: &Placed| {
        let bare = p.effect.victims.as_deref() == Some("people")
            && p.effect.text.chars().all(|c| c.is_ascii_digit());
        bare && counted.contains(&(p.effect.harm, p.effect.count, p.sentence))
    };
    placed.retain(|p| !again(p));
}

/// "Suffered 14 casualties, nine dead and five wounded": the two numbers say what the sum says.
fn without_sum_of_harms(placed: &mut Vec<Placed>) {
    let exact = |p: &Placed| p.effect.count.min.filter(|_| p.effect.count.min == p.effect.count.max);
    let of = |harm: Harm| placed.iter().find(|p| p.effect.harm == harm).and_then(exact);
    let sum = of(Harm::Killed).zip(of(Harm::Injured)).map(|(killed, injured)| killed.saturating_add(injured));
    if sum.is_some() && of(Harm::Casualties) == sum {
        let side = placed.iter().find(|p| p.effect.harm == Harm::Casualties).map(|p| p.effect.side);
        placed.retain(|p| p.effect.harm != Harm::Casualties);
        for one in placed.iter_mut().filter(|p| p.effect.victims.as_deref() == Some("people")) {
            one.effect.side = side.unwrap_or(one.effect.side);
        }
    }
}

/// "killing and wounding dozens of fighters": one number for both harms, which it does not tell apart.
fn not_told_apart(placed: &mut Vec<Placed>) {
    let of = |harm: Harm, p: &Placed| (p.effect.harm == harm).then_some((p.sentence, p.head));
    let injured: Vec<_> = placed.iter().filter_map(|p| of(Harm::Injured, p)).collect();
    let both: Vec<_> =
        placed.iter().filter_map(|p| of(Harm::Killed, p)).filter(|at| injured.contains(at)).collect();
    placed.retain(|p| p.effect.harm != Harm::Injured || !both.contains(&(p.sentence, p.head)));
    for one in placed.iter_mut().filter(|p| p.effect.harm == Harm::Killed) {
        if both.contains(&(one.sentence, one.head)) {
            one.effect.harm = Harm::Casualties;
        }
    }
}

/// "Three members of the forces, two soldiers and a policeman, were killed": three, told once in sum and once in parts.
fn without_parts(known: &Known, placed: &mut Vec<Placed>) {
    let exact = |p: &Placed| p.effect.count.min.filter(|_| p.effect.count.min == p.effect.count.max);
    let Some((sum, parts)) = placed.split_first() else { return };
    let sentence = &known.analysis.sentences[sum.sentence];
    let listed = |p: &Placed| {
        p.effect.harm == sum.effect.harm
            && p.sentence == sum.sentence
            && in_one_list(sentence, sum.head, p.head)
    };
    let numbers: Option<Vec<u64>> = parts.iter().filter(|p| listed(p)).map(exact).collect();
    let told = numbers.filter(|n| n.len() > 1).map(|n| n.iter().sum::<u64>());
    // The comma behind the parts closes them: "three soldiers, two policemen and a nurse were killed" are six.
    let last = parts.iter().filter(|p| listed(p)).map(|p| phrase::core(sentence, p.head).end).max();
    let closed = last.and_then(|end| sentence.tokens.get(end)).is_some_and(|t| t.text == ",");
    // "Arrested nine people, four nurses and five porters in the raid": people of no kind are told in kinds.
    let open = sum.effect.victims.as_deref().is_some_and(actors::is_anybody);
    let people = !matches!(sum.effect.harm, Harm::Destroyed | Harm::Seized);
    if people && (closed || open) && told.is_some() && told == exact(sum) {
        let keep: Vec<bool> = placed.iter().enumerate().map(|(n, p)| n == 0 || !listed(p)).collect();
        let mut keep = keep.into_iter();
        placed.retain(|_| keep.next() == Some(true));
    }
}

/// Lists under one number, and lists of people that add up.
fn add_up(known: &Known, mut placed: Vec<Placed>) -> Vec<Effect> {
    without_parts(known, &mut placed);
    let mut kept: Vec<Placed> = vec![];
    for one in placed {
        let first = kept.iter_mut().find(|first| {
            first.effect.harm == one.effect.harm
                && first.sentence == one.sentence
                && is_beside(&known.analysis.sentences[one.sentence], first.head, one.head)
        });
        match first {
            // "four shops and kiosks", "scores of nurses and porters": one number for all.
            Some(first) if under_one_number(first, &one) || is_part(known, first, &one) => {}
            // "the mayor and her husband", "an officer and four policemen": people of one side add up.
            Some(first) if is_sum(&first.effect, &one.effect) => join(known, first, &one),
            _ => kept.push(one),
        }
    }
    kept.into_iter().map(|p| p.effect).collect()
}

/// True where one list holds both, or the other is said to be with the first: "the mayor along with two aides".
fn is_beside(sentence: &Sentence, first: usize, other: usize) -> bool {
    let with = |c: usize| {
        let beside = matches!(sentence.tokens[c].lemma.as_str(), "along" | "together" | "alongside" | "with");
        sentence.relation_is(c, "case") && beside
    };
    let own = sentence.relation_is(other, "appos") && sentence.tokens[other].head == Some(first);
    in_one_list(sentence, first, other) || own || sentence.children(other).any(with)
}

/// True where both are conjuncts of one list.
fn in_one_list(sentence: &Sentence, first: usize, other: usize) -> bool {
    let top = |mut at: usize| {
        for _ in 0..8 {
            match sentence.tokens[at].head {
                Some(head) if sentence.relation_is(at, "conj") => at = head,
                _ => break,
            }
        }
        at
    };
    first != other && top(first) == top(other)
}

/// True where the first conjunct's number ("four", "scores of", "none of the") counts this one too.
fn under_one_number(first: &Placed, one: &Placed) -> bool {
    let count = first.effect.count;
    let (a, b) = (first.effect.side, one.effect.side);
    first.own_count
        && !one.own_count
        && !count.is_unstated()
        && count != Count::exactly(1)
        && (a == b || !(a.is_armed() || b.is_armed()))
}

/// "nineteen people, among them six children": the conjunct is a part where the words say so.
fn is_part(known: &Known, first: &Placed, one: &Placed) -> bool {
    let (Some(total), Some(part)) = (first.effect.span, one.effect.span) else { return false };
    if part.start <= total.start || first.effect.side != one.effect.side {
        return false;
    }
    // The words for the total may take in those for its part.
    let from = if total.end < part.start { total.end } else { total.start };
    let between = known.report.words(Span::new(from, part.start)).to_lowercase();
    ["among", "including", "of them", "of whom"].iter().any(|w| between.contains(w))
}

fn is_sum(a: &Effect, b: &Effect) -> bool {
    let exact = |e: &Effect| e.count.min.is_some() && e.count.min == e.count.max && e.count.min != Some(0);
    let people = !matches!(a.harm, Harm::Destroyed | Harm::Seized);
    // "Killed Ana Roll, a teacher, and Odo Brun": by name, of whom one is not shown to be a civilian.
    let sides = [a.side, b.side];
    let named = |e: &Effect| e.victims.as_deref().is_some_and(|v| v.starts_with(char::is_uppercase));
    let unarmed = !sides.iter().any(|s| s.is_armed()) && named(a) && named(b);
    let one_side = a.side == b.side || unarmed;
    // "eleven rebels and five gunmen of another group": two figures stay two.
    let two = a.count.min > Some(1) && b.count.min > Some(1);
    people && !two && one_side && exact(a) && exact(b)
}

fn join(known: &Known, first: &mut Placed, one: &Placed) {
    let sum = |x: Option<u64>, y: Option<u64>| x.zip(y).map(|(x, y)| x.saturating_add(y));
    let count = Count {
        min: sum(first.effect.count.min, one.effect.count.min),
        max: sum(first.effect.count.max, one.effect.count.max),
    };
    first.effect.count = count;
    if first.effect.side == Side::Unknown {
        first.effect.side = one.effect.side;
    }
    if let (Some(a), Some(b)) = (&mut first.effect.victims, &one.effect.victims) {
        *a = format!("{a} and {b}");
    }
    if let (Some(a), Some(b)) = (first.effect.span, one.effect.span) {
        let span = a.join(b);
        first.effect.span = Some(span);
        first.effect.text = known.report.words(span).to_owned();
    }
}

fn harm_of(role: &str) -> Option<Harm> {
    Some(match role {
        "killed" => Harm::Killed,
        "injured" => Harm::Injured,
        "casualties" => Harm::Casualties,
        "captured" => Harm::Captured,
        "missing" => Harm::Missing,
        "displaced" => Harm::Displaced,
        "destroyed" => Harm::Destroyed,
        "seized" => Harm::Seized,
        _ => return None,
    })
}

/// "15 people, 8 of them children": the part is no effect of its own where the side is the same.
fn part_of_total(total: &Effect, part: &Effect) -> bool {
    let inside = match (total.span, part.span) {
        (Some(t), Some(p)) => t.contains(p) && t != p,
        _ => false,
    };
    inside && total.side == part.side
}

/// "1 student", not "1 19-year-old student".
fn ageless(name: &str) -> &str {
    name.rsplit_once("year-old ").map_or(name, |(_, noun)| noun)
}

fn effect(
    known: &Known,
    fill: &RoleFill,
    harm: Harm,
    occurrence_kind: &str,
    parties: &[Actor],
) -> Option<Placed> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    let hurt = matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties);
    if hurt && vocabulary::is(Class::Body, &token.lemma) {
        return None;
    }
    if harm == Harm::Captured && is_ground(known, fill) {
        return None;
    }
    if hurt && (is_reference(known, sentence, fill) || is_time(known, fill)) {
        return None;
    }
    let things = matches!(harm, Harm::Destroyed | Harm::Seized);
    // "Burned houses and kidnapped women": people are no things, whatever the tree says.
    if things && actors::is_anybody(&token.text) {
        return None;
    }
    let amount = amounts::of(known, sentence, fill);
    let head = if amounts::is_share(token) { below(sentence, fill.head) } else { fill.head };
    let victims = if things {
        phrase::plain_name(sentence, head)
    } else if amount.numeral || token.lemma == "own" || sentence.tokens[head].lemma == "life" {
        // "Nine", "nine of its own", "hundreds of lives".
        "people".to_owned()
    } else {
        actors::mention_of(known, fill.sentence, head)
            .map_or_else(|| phrase::plain_name(sentence, head), |m| ageless(&m.name).to_owned())
    };
    // The fallen of a clash may be the doer's own, but no pronoun says so: "killed many of them in the fight".
    let pronoun = sentence.tokens[head].upos == Upos::Pron;
    let doer = !things && (occurrence_kind != "clash" || pronoun) && is_doer(&victims, parties);
    let victims = if doer { "people".to_owned() } else { victims };
    let side = if things {
        actors::side_of_owner(known, fill.sentence, head, parties)
    } else if doer {
        Side::Unknown
    } else if let Some(side) = side_of_loser(sentence, fill.head, parties).filter(|_| hurt) {
        side
    } else if amount.numeral || actors::is_anybody(&victims) {
        let others = amount.numeral || matches!(victims.as_str(), "others" | "more");
        side_before(known, fill).filter(|_| others).unwrap_or(Side::Civilian)
    } else {
        actors::side_of_people(known, fill.sentence, head)
    };
    let span = phrase::core_span(sentence, fill.head);
    let span = amount.span.map_or(span, |s| span.join(s));
    let text = known.report.words(span).to_owned();
    let effect = Effect { harm, victims: Some(victims), side, count: amount.count, text, span: Some(span) };
    // "Four tourists and their guide": the guide is one more.
    let theirs = sentence.child(fill.head, &["nmod:poss"]).is_some() && !amounts::is_plural(token);
    let own_count = theirs || amount.span.is_some() || !phrase::determiner(sentence, fill.head).is_empty();
    // "a U.S. civilian" is one, whichever of its words the tree gives.
    let mention = actors::mention_of(known, fill.sentence, fill.head);
    let inside = mention.filter(|m| m.sentence == fill.sentence && m.tokens.contains(fill.head));
    let head = inside.map_or(fill.head, |m| m.head);
    Some(Placed { effect, sentence: fill.sentence, head, own_count })
}

/// "Children were among those killed": a word for the dead told of elsewhere, and no number of its own.
fn is_reference(known: &Known, sentence: &Sentence, fill: &RoleFill) -> bool {
    let those = matches!(sentence.tokens[fill.head].text.to_lowercase().as_str(), "those" | "that");
    // "A student who was one of those killed": of those told of elsewhere.
    let one =
        sentence.tokens[fill.head].head.is_some_and(|h| sentence.tokens[h].text.eq_ignore_ascii_case("one"));
    those && (one || amounts::of(known, sentence, fill).count.is_unstated())
}

/// "The men killed two months ago": when, nobody.
fn is_time(known: &Known, fill: &RoleFill) -> bool {
    known.grounding.times.iter().any(|t| t.sentence == fill.sentence && t.tokens.contains(fill.head))
}

/// "If the town of Bab is captured": ground is taken, nobody.
fn is_ground(known: &Known, fill: &RoleFill) -> bool {
    let named = known.analysis.sentences[fill.sentence].tokens[fill.head].upos == Upos::Propn;
    let place = |p: &&PlaceMention| p.sentence == fill.sentence && p.tokens.contains(fill.head);
    known.grounding.places.iter().find(place).is_some_and(|p| named || p.head == fill.head)
        && !known.grounding.counts.iter().any(|c| c.sentence == fill.sentence && c.counted == fill.head)
        && actors::mention_of(known, fill.sentence, fill.head).is_none_or(|m| !m.person)
}

/// "Two soldiers were killed and four others taken hostage": a number that names nobody counts those told of
/// before it in the sentence, unless that was one person; "one soldier was killed and four wounded" counts soldiers.
fn side_before(known: &Known, fill: &RoleFill) -> Option<Side> {
    let harmed = known.occurrences.iter().flat_map(|o| &o.roles).filter(|r| {
        r.sentence == fill.sentence
            && r.head < fill.head
            && harm_of(&r.role).is_some_and(|h| !matches!(h, Harm::Destroyed | Harm::Seized))
    });
    let before = harmed.max_by_key(|r| r.head)?;
    let sentence = known.analysis.sentences.get(before.sentence)?;
    let counted = sentence.child(before.head, &["nummod"]).is_some();
    let single = !counted && amounts::of(known, sentence, before).count == Count::exactly(1);
    let side = actors::side_of_people(known, before.sentence, before.head);
    (!single && side.is_armed()).then_some(side)
}

/// "The guerrillas lost 40 men", "the guerrillas killed nine soldiers, losing four men": their own.
fn side_of_loser(sentence: &Sentence, head: usize, parties: &[Actor]) -> Option<Side> {
    // "Nine of its own".
    let share = sentence.tokens[head].head.filter(|_| sentence.relation_is(head, "nmod"));
    let lost = share.unwrap_or(head);
    let verb = sentence.tokens[lost].head.filter(|_| sentence.relation_is(lost, "obj"))?;
    let role = if sentence.child(verb, &["nsubj"]).is_some() { Role::Target } else { Role::Agent };
    let mut armed = parties.iter().filter(|a| a.role == role && a.side.is_armed());
    (sentence.tokens[verb].lemma == "lose").then(|| armed.next().map(|a| a.side))?
}

/// "The force called in a strike, killing many of them": a pronoun that seems to mean the doer means others.
fn is_doer(victims: &str, parties: &[Actor]) -> bool {
    parties.iter().any(|a| a.role == Role::Agent && a.name == victims)
}

/// The noun below a share: "stations" of "a third of the power stations".
fn below(sentence: &Sentence, share: usize) -> usize {
    sentence.children(share).find(|&c| c > share && sentence.relation_is(c, "nmod")).unwrap_or(share)
}
