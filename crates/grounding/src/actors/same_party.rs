//! Descriptions that stand for a party which the report names: beside the name ("the militant group Hamas",
//! "the mayor, Ana Ruiz,") or before it in the text ("FARC … the rebels").

mod befalls;

use super::lexicon::{Class, noun};
use super::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Analysis, Report, Sentence, Side, TokenRange};

/// Descriptions beside a name take it: "security minister Budi Hartono", "the Front (FVA) rebel group".
pub(crate) fn beside(found: &mut [ActorMention], analysis: &Analysis) {
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        if found[at].named {
            continue;
        }
        let name = (0..found.len()).find(|&n| {
            let (description, name) = (&found[at], &found[n]);
            name.named
                && name.sentence == description.sentence
                && fits(description, name, sentence)
                && touches(description, name, sentence)
        });
        if let Some(name) = name {
            take(found, at, name, "the name beside it");
        }
    }
}

/// "Gunmen from the 9th Brigade", "soldiers with the Third Rifle Battalion": people of a body that is named.
pub(crate) fn of_a_body(found: &mut [ActorMention], analysis: &Analysis) {
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let (head, end) = (found[at].head, found[at].tokens.end);
        let people = noun(&sentence.tokens[head].text.to_lowercase())
            .is_some_and(|n| n.plural && matches!(n.class, Class::Force | Class::Armed | Class::Security));
        let link = sentence.tokens.get(end).map(|t| t.text.to_lowercase());
        if found[at].named || !people || !matches!(link.as_deref(), Some("of" | "from" | "with")) {
            continue;
        }
        // "Troops of the army's 29th Brigade": over whose it is.
        let reach = if (end..end + 5)
            .any(|t| sentence.tokens.get(t).is_some_and(|t| matches!(t.text.as_str(), "'s" | "’s")))
        {
            6
        } else {
            3
        };
        let body = (0..found.len()).find(|&n| {
            let body = &found[n];
            body.sentence == found[at].sentence
                && (end + 1..=end + reach).contains(&body.tokens.start)
                && sentence.tokens[body.head].head == Some(head)
                && is_body(body, sentence)
        });
        if let Some(body) = body {
            take(found, at, body, "the body named after it");
        }
    }
}

/// "Men believed to be FARC rebels": people whom the words take for a party.
pub(crate) fn supposed(found: &mut [ActorMention], analysis: &Analysis) {
    const SUPPOSING: [&str; 6] = ["believe", "suspect", "think", "say", "presume", "suppose"];
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        if found[at].named || found[at].side.is_armed() {
            continue;
        }
        let clause = sentence
            .child(found[at].head, &["acl"])
            .filter(|&c| SUPPOSING.contains(&sentence.tokens[c].lemma.to_lowercase().as_str()));
        let Some(whom) = clause.and_then(|c| sentence.child(c, &["xcomp", "obl"])) else { continue };
        let party = (0..found.len()).find(|&n| {
            found[n].sentence == found[at].sentence && found[n].head == whom && found[n].side.is_armed()
        });
        if let Some(party) = party {
            let named = found[party].named;
            take(found, at, party, "taken for them");
            found[at].named = named;
        }
    }
}

/// A force or a unit by name.
fn is_body(mention: &ActorMention, sentence: &Sentence) -> bool {
    let capital = sentence.tokens[mention.head].text.starts_with(char::is_uppercase);
    mention.side.is_armed() && !mention.person && (mention.named || capital)
}

/// One person is no group, a group no person, and a force none of civilians.
fn fits(description: &ActorMention, name: &ActorMention, sentence: &Sentence) -> bool {
    let word = sentence.tokens[description.head].text.to_lowercase();
    let Some(noun) = noun(&word) else { return false };
    let body = noun.class == Class::Force && !noun.plural && !vocabulary::is(Word::Leader, &word);
    // "the Northern Army (NA)": the brackets hold a short form of the words before them.
    let opens = name.tokens.start.checked_sub(1).map(|i| sentence.tokens[i].text.as_str());
    let short = matches!(opens, Some("(" | "[")) && name.tokens.start == description.head + 2;
    if name.person { !noun.plural && !body } else { body || short || noun.plural && name.side.is_armed() }
}

/// True where only brackets, commas and words of the description stand between the two, and the tree ties them.
fn touches(description: &ActorMention, name: &ActorMention, sentence: &Sentence) -> bool {
    let tied = |a: usize, b: usize| {
        sentence.tokens[a].head == Some(b)
            && ["appos", "flat", "compound", "nmod:desc", "nmod", "amod"]
                .iter()
                .any(|r| sentence.tokens[a].deprel == *r)
    };
    let d = description.head;
    let after = name.tokens.start > d;
    let gap = if after {
        TokenRange::new(d + 1, name.tokens.start)
    } else {
        TokenRange::new(name.tokens.end, description.tokens.start.max(name.tokens.end))
    };
    let comma = gap.range().any(|i| sentence.tokens[i].text == ",");
    // "The mayor of Ayapel, Jorge Mesa,": what stands between says more of the office.
    let office = |i: usize| after && comma && name.person && crate::words::is_below(sentence, i, d);
    let bare = gap.range().all(|i| is_bracket_or_abbreviation(sentence, i) || office(i));
    // "The leader of the group Hamas", where the tree hangs both on the leader.
    let heads = [d, name.head].map(|t| sentence.tokens[t].head);
    let side_by_side = name.tokens.start == d + 1
        && heads[0].is_some()
        && heads[0] == heads[1]
        && sentence.tokens[name.head].deprel == "nmod"
        && sentence.child(name.head, &["case"]).is_none();
    let link = (tied(name.head, d) || tied(d, name.head) || side_by_side) && (after || !comma);
    let appositive = sentence.tokens[name.head].deprel == "appos" || sentence.tokens[d].deprel == "appos";
    bare && link && (!comma || appositive)
}

fn is_bracket_or_abbreviation(sentence: &Sentence, at: usize) -> bool {
    let text = &sentence.tokens[at].text;
    text.chars().all(|c| !c.is_alphanumeric())
        || text.chars().filter(|c| c.is_uppercase()).count() >= 2
            && at > 0
            && matches!(sentence.tokens[at - 1].text.as_str(), "(" | "[")
}

/// Definite descriptions take the name of the armed group named last before them that they can mean.
pub(crate) fn before(found: &mut Vec<ActorMention>, report: &Report, analysis: &Analysis) {
    let outline = report.outline();
    bodies(found, report, analysis);
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let befallen = befalls::befalls_general(sentence, &found[at]);
        if found[at].named || found[at].person || !(befallen || is_definite(sentence, &found[at])) {
            continue;
        }
        let reaches = |n: usize| {
            let passage = analysis.sentences.get(found[n].sentence).map_or(0, |s| s.passage);
            outline.reaches(passage, sentence.passage)
        };
        let doers = || only_party(found, at).filter(|_| does_it(&found[at], sentence));
        let only = || only_party(found, at).filter(|_| befalls::alone(found, at));
        let name = if befallen { only() } else { antecedent(found, at, analysis, sentence).or_else(doers) };
        if let Some(name) = name.filter(|n| reaches(*n)) {
            take(found, at, name, "the group named before it");
        } else if befallen {
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
        let side = matches!(m.side, Side::Rebel | Side::Jihadist | Side::Militia);
        m.named && !m.person && side && m.sentence < here && here - m.sentence <= 3
    };
    let last = (0..at).rev().find(group)?;
    let key = |n: usize| found[n].id.as_deref().unwrap_or(&found[n].name);
    (0..at).filter(group).all(|n| key(n) == key(last)).then_some(last)
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
            && own.iter().all(described)
            && !share_a_verb(group, description, sentence)
    };
    sides.iter().find_map(|sides| (0..at).rev().filter(|n| sides.contains(&found[*n].side)).find(fits))
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
    let general = |w: &str| matches!(w, "security" | "combined" | "joint" | "government" | "armed");
    let own: Vec<String> = description.name.split_whitespace().map(plain).collect();
    let (last, modifiers) = own.split_last()?;
    (0..at).rev().find(|&n| {
        let m = &found[n];
        let noun = analysis.sentences.get(m.sentence).map(|s| s.tokens[m.head].lemma.to_lowercase());
        let name: Vec<String> = m.name.split_whitespace().map(plain).collect();
        let covered = modifiers.iter().all(|w| general(w) || name.contains(w));
        let alliance = word == "force" && m.named;
        noun.is_some_and(|w| w == word || w.starts_with(last.trim_end_matches('s')))
            && !m.person
            && !alliance
            && covered
            && name.len() > count
    })
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

/// "U.S.-backed" and "US-backed" are one word.
fn plain(word: &str) -> String {
    word.to_lowercase().replace('.', "")
}

/// Who does a thing to the militants is not the militants.
fn share_a_verb(a: &ActorMention, b: &ActorMention, sentence: &Sentence) -> bool {
    let verb = |m: &ActorMention| sentence.tokens[m.head].head;
    a.sentence == b.sentence && verb(a).is_some() && verb(a) == verb(b)
}

pub(super) fn is_definite(sentence: &Sentence, mention: &ActorMention) -> bool {
    sentence.child(mention.head, &["det"]).is_some_and(|d| {
        matches!(
            sentence.tokens[d].lemma.to_lowercase().as_str(),
            "the" | "this" | "that" | "these" | "those"
        )
    })
}

pub(super) fn take(found: &mut [ActorMention], at: usize, from: usize, by: &str) {
    let name = found[from].clone();
    let mention = &mut found[at];
    mention.name = name.name;
    mention.id = name.id;
    mention.person = name.person;
    mention.named = true;
    if name.side != Side::Unknown {
        mention.side = name.side;
    }
    by.clone_into(&mut mention.by);
}

#[cfg(test)]
mod tests {
    use crate::actors::{ActorDictionary, ground_actors_in};
    use crate::words::tests::treed;
    use ascribe_codebook::DataFiles;

    fn names(sentences: &[&str], country: &str) -> Vec<String> {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        let (report, analysis) = treed(sentences);
        ground_actors_in(&report, &analysis, &dictionary, Some(country)).into_iter().map(|m| m.name).collect()
    }

    #[test]
    fn a_description_is_the_group_named_before() {
        let isis = "ISIS/PROPN/2/nsubj took/VERB/0/root a/DET/4/det well/NOUN/2/obj";
        let militants = "The/DET/2/det militants/NOUN/3/nsubj left/VERB/0/root";
        assert_eq!(names(&[isis, militants], "SY"), ["ISIS", "ISIS"]);
    }

    #[test]
    fn rebels_are_no_jihadists_and_no_new_people_are_known_ones() {
        let isis = "ISIS/PROPN/2/nsubj took/VERB/0/root a/DET/4/det well/NOUN/2/obj";
        assert_eq!(
            names(&[isis, "The/DET/2/det rebels/NOUN/3/nsubj left/VERB/0/root"], "SY"),
            ["ISIS", "rebels"]
        );
        assert_eq!(names(&[isis, "Militants/NOUN/2/nsubj left/VERB/0/root"], "SY"), ["ISIS", "Militants"]);
    }

    #[test]
    fn who_acts_on_the_militants_is_another() {
        let fsa = "FARC/PROPN/2/nsubj fought/VERB/0/root the/DET/4/det guerrillas/NOUN/2/obj";
        assert_eq!(names(&[fsa], "CO"), ["FARC", "guerrillas"]);
    }

    #[test]
    fn a_description_beside_a_name_is_that_party() {
        let beside =
            "The/DET/3/det militant/ADJ/3/amod group/NOUN/5/nsubj Hamas/PROPN/3/appos fired/VERB/0/root";
        assert_eq!(names(&[beside], "PS"), ["Hamas", "Hamas"]);
    }

    #[test]
    fn a_group_and_its_name_may_hang_side_by_side() {
        let talks = "Talks/NOUN/7/nsubj with/ADP/5/case the/DET/5/det militant/ADJ/5/amod group/NOUN/1/nmod \
                     Hamas/PROPN/1/nmod failed/VERB/0/root";
        assert_eq!(names(&[talks], "PS"), ["Hamas", "Hamas"]);
    }

    #[test]
    fn jihadists_are_the_jihadists_named() {
        let sdf = "ISIS/PROPN/2/nsubj fought/VERB/0/root the/DET/4/det SDF/PROPN/2/obj";
        let jihadists = "The/DET/2/det jihadists/NOUN/3/nsubj left/VERB/0/root";
        assert_eq!(names(&[sdf, jihadists], "SY"), ["ISIS", "SDF", "ISIS"]);
    }

    #[test]
    fn whom_it_befalls_is_of_the_group_fought() {
        let isis = "ISIS/PROPN/2/nsubj fled/VERB/0/root";
        let killed = "Soldiers/NOUN/2/nsubj killed/VERB/0/root terrorists/terrorist/NOUN/2/obj";
        assert_eq!(names(&[isis, killed], "SY"), ["ISIS", "Soldiers", "ISIS"]);
        let both = "ISIS/PROPN/2/nsubj fought/VERB/0/root the/DET/4/det FSA/PROPN/2/obj";
        assert_eq!(names(&[both, killed], "SY").last().map(String::as_str), Some("terrorists"));
    }

    #[test]
    fn a_force_is_the_one_described_more_fully_before() {
        let joint = "A/DET/6/det Malian/ADJ/6/amod and/CCONJ/4/cc French/ADJ/2/conj security/NOUN/6/compound force/NOUN/7/nsubj left/VERB/0/root";
        let short = "The/DET/3/det security/NOUN/3/compound force/NOUN/4/nsubj fired/VERB/0/root";
        assert_eq!(names(&[joint, short], "ML"), ["Malian and French security force"; 2]);
        assert_eq!(names(&[short], "ML"), ["security force"]);
    }
}
