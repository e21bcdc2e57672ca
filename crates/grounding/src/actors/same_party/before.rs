//! Descriptions of a party that the report names before: "FARC … the rebels", "the attackers", "the group".

use super::befalls::{alone, befalls_general};
use super::{is_definite, take};
use crate::actors::lexicon::noun;
use crate::actors::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Analysis, Report, Sentence, Side, TokenRange};

/// Definite descriptions take the name of the armed group named last before them that they can mean.
pub(crate) fn groups(found: &mut Vec<ActorMention>, report: &Report, analysis: &Analysis) {
    let outline = report.outline();
    bodies(found, report, analysis);
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let befallen = befalls_general(sentence, &found[at]);
        let definite = is_definite(sentence, &found[at]);
        let bare = !definite && are_bare_rebels(sentence, &found[at]);
        if found[at].named || found[at].person || !(befallen || definite || bare) {
            continue;
        }
        let reaches = |n: usize| {
            let passage = analysis.sentences.get(found[n].sentence).map_or(0, |s| s.passage);
            outline.reaches(passage, sentence.passage)
        };
        let doers = || only_party(found, at).filter(|_| does_it(&found[at], sentence));
        let only = || only_party(found, at).filter(|_| alone(found, at));
        let name = match (befallen, bare) {
            (true, _) => only(),
            (_, true) => sole_group(found, at)
                .filter(|&n| found[n].side == Side::Rebel && !share_a_verb(&found[n], &found[at], sentence)),
            _ => antecedent(found, at, analysis, sentence).or_else(doers),
        };
        // "The insurgents" in the fourth numbered paragraph, where the report names one such group.
        let key = |n: usize| found[n].id.as_deref().unwrap_or(&found[n].name);
        let named_once = |n: &usize| definite && sole_group(found, at).is_some_and(|one| key(one) == key(*n));
        if let Some(name) = name.filter(|n| reaches(*n) || named_once(n)) {
            take(found, at, name, "the group named before it");
        } else if befallen || bare {
            continue;
        } else if let Some(fuller) = fuller(found, at, analysis, sentence).filter(|n| reaches(*n)) {
            let (name, side) = (found[fuller].name.clone(), found[fuller].side);
            found[at].name = name;
            if side != Side::Unknown {
                found[at].side = side;
            }
            found[at].by = "described more fully before".to_owned();
        }
    }
    found.retain(|m| m.by != NO_NAME);
}

/// "The attackers", "the raiders": whoever did what was told before.
fn does_it(description: &ActorMention, sentence: &Sentence) -> bool {
    let token = &sentence.tokens[description.head];
    description.side == Side::Unknown
        && vocabulary::is(Word::Doer, &token.lemma.to_lowercase())
        && noun(&token.text.to_lowercase()).is_some_and(|n| n.plural)
}

/// The one armed group, no state's, that the three sentences before name, where they name no other.
fn only_party(found: &[ActorMention], at: usize) -> Option<usize> {
    let here = found[at].sentence;
    let group = |n: &usize| {
        let m = &found[*n];
        m.named && !m.person && is_irregular(m.side) && m.sentence < here && here - m.sentence <= 3
    };
    let last = (0..at).rev().find(group)?;
    let key = |n: usize| found[n].id.as_deref().unwrap_or(&found[n].name);
    (0..at).filter(group).all(|n| key(n) == key(last)).then_some(last)
}

/// "Rebels have left most towns. … The Valley Front took them": rebels by no more than that word.
fn are_bare_rebels(sentence: &Sentence, mention: &ActorMention) -> bool {
    let token = &sentence.tokens[mention.head];
    // "A guerrilla attack" is the guerrillas'.
    let plural = noun(&mention.name.to_lowercase()).is_some_and(|n| n.plural);
    let bare = mention.tokens.start == mention.head
        && sentence
            .child(mention.head, &["amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl"])
            .is_none();
    plural
        && bare
        && mention.side == Side::Rebel
        && vocabulary::is(Word::RebelNoun, &token.lemma.to_lowercase())
}

/// The nearest mention of the one armed group, no state's, that the report names anywhere.
fn sole_group(found: &[ActorMention], at: usize) -> Option<usize> {
    let group = |n: &usize| {
        let m = &found[*n];
        m.named && !m.person && is_irregular(m.side) && !is_press(&m.name)
    };
    let nearest = (0..found.len()).filter(group).min_by_key(|n| n.abs_diff(at))?;
    let key = |n: usize| found[n].id.as_deref().unwrap_or(&found[n].name);
    let alone = (0..found.len()).filter(group).all(|n| key(n) == key(nearest));
    alone.then_some(nearest)
}

/// "The group", "the outfit" with nothing else to name it, as mentions; those that find no name go again.
fn bodies(found: &mut Vec<ActorMention>, report: &Report, analysis: &Analysis) {
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        for (head, token) in sentence.tokens.iter().enumerate() {
            let free = |m: &ActorMention| m.sentence != number || !m.tokens.contains(head);
            let modifies = ["compound", "amod", "nmod:poss", "flat"].iter().any(|r| token.deprel == *r);
            if modifies || !vocabulary::is(Word::Body, &token.text) || !found.iter().all(free) {
                continue;
            }
            let tokens = TokenRange::new(head, head + 1);
            let span = sentence.span_of(tokens);
            found.push(ActorMention {
                sentence: number,
                tokens,
                head,
                span,
                name: report.words(span).to_owned(),
                id: None,
                side: Side::Unknown,
                named: false,
                person: false,
                by: NO_NAME.to_owned(),
            });
        }
    }
    found.sort_by_key(|m| (m.sentence, m.tokens.start, m.tokens.end));
}

const NO_NAME: &str = "a group without a name";

fn antecedent(found: &[ActorMention], at: usize, analysis: &Analysis, sentence: &Sentence) -> Option<usize> {
    let description = &found[at];
    let word = sentence.tokens[description.head].lemma.to_lowercase();
    let sides = may_mean(&word, description.side)
        .filter(|_| description.side != Side::Unknown || description.by == NO_NAME)?;
    let own: Vec<String> = sentence.tokens[description.tokens.start..description.head]
        .iter()
        .filter(|t| t.text.chars().any(char::is_alphanumeric))
        .map(|t| plain(&t.text))
        .collect();
    let fits = |n: &usize| {
        let group = &found[*n];
        let described = |w: &String| is_general(w) || known_modifiers(found, group, analysis).contains(w);
        group.named
            && !group.person
            && !is_press(&group.name)
            && own.iter().all(described)
            && !share_a_verb(group, description, sentence)
    };
    sides.iter().find_map(|sides| (0..at).rev().filter(|n| sides.contains(&found[*n].side)).find(fits))
}

/// Sides of the groups that a noun of that side can mean, first those to look for first.
fn may_mean(word: &str, side: Side) -> Option<&'static [&'static [Side]]> {
    match side {
        Side::Rebel if vocabulary::is(Word::RebelNoun, word) => Some(&[&[Side::Rebel]]),
        Side::Rebel => Some(&[&[Side::Rebel, Side::Jihadist]]),
        Side::Jihadist => Some(&[&[Side::Jihadist], &[Side::Rebel]]),
        Side::Militia => Some(&[&[Side::Militia]]),
        Side::Unknown => Some(&[&[Side::Rebel, Side::Jihadist, Side::Militia]]),
        _ => None,
    }
}

/// Words that say no more than that a group fights.
fn is_general(word: &str) -> bool {
    vocabulary::is(Word::General, word)
}

/// Words before the group's name wherever the report names it: "the U.S.-backed Valley Front".
fn known_modifiers(found: &[ActorMention], group: &ActorMention, analysis: &Analysis) -> Vec<String> {
    let same = |m: &&ActorMention| m.named && (m.name == group.name || m.id.is_some() && m.id == group.id);
    let mut words = Vec::new();
    for mention in found.iter().filter(same) {
        let Some(sentence) = analysis.sentences.get(mention.sentence) else { continue };
        let first = mention.tokens.start;
        words.extend(
            (first.saturating_sub(6)..first)
                .filter(|&t| is_below(sentence, t, mention.head))
                .map(|t| plain(&sentence.tokens[t].text)),
        );
        words.extend(mention.name.split_whitespace().map(plain));
    }
    words
}

/// True where the way up from the token leads to the head.
fn is_below(sentence: &Sentence, token: usize, head: usize) -> bool {
    let mut at = token;
    for _ in 0..4 {
        match sentence.tokens[at].head {
            Some(above) if above == head => return true,
            Some(above) => at = above,
            None => return false,
        }
    }
    false
}

/// Who does a thing to the militants is not the militants.
fn share_a_verb(a: &ActorMention, b: &ActorMention, sentence: &Sentence) -> bool {
    let verb = |m: &ActorMention| sentence.tokens[m.head].head;
    a.sentence == b.sentence && verb(a).is_some() && verb(a) == verb(b)
}

/// "The security force" after "a Malian and French security force", "the army" after "the Venezuelan Army": the
/// last mention before with the same noun and more words.
fn fuller(found: &[ActorMention], at: usize, analysis: &Analysis, sentence: &Sentence) -> Option<usize> {
    let description = &found[at];
    let word = sentence.tokens[description.head].lemma.to_lowercase();
    let count = description.name.split_whitespace().count();
    if !vocabulary::is(Word::Force, &word) {
        return None;
    }
    let general = |w: &str| vocabulary::is(Word::AnyForce, w);
    let own: Vec<String> = description.name.split_whitespace().map(plain).collect();
    let (last, modifiers) = own.split_last()?;
    (0..at).rev().find(|&n| {
        let m = &found[n];
        let noun = analysis.sentences.get(m.sentence).map(|s| s.tokens[m.head].lemma.to_lowercase());
        let name: Vec<String> = m.name.split_whitespace().map(plain).collect();
        let covered = modifiers.iter().all(|w| general(w) || name.contains(w));
        let alliance = word == "force" && m.named;
        // "The army" is not the Free Valley Army.
        let foe = description.side == Side::State && is_irregular(m.side);
        noun.is_some_and(|w| w == word || w.starts_with(last.trim_end_matches('s')))
            && !m.person
            && !alliance
            && !foe
            && covered
            && name.len() > count
    })
}

fn is_irregular(side: Side) -> bool {
    matches!(side, Side::Rebel | Side::Jihadist | Side::Militia)
}

/// "The militants" are not the news agency that speaks for them.
fn is_press(name: &str) -> bool {
    name.rsplit(' ').next().is_some_and(|last| vocabulary::is(Word::Press, &last.to_lowercase()))
}

/// "U.S.-backed" and "US-backed" are one word.
fn plain(word: &str) -> String {
    word.to_lowercase().replace('.', "")
}
