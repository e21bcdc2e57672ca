//! Descriptions beside a name or another party: "the militant group Hamas", "gunmen from the 9th Brigade", "men believed to
//! be FARC rebels".

use super::take;
use crate::actors::lexicon::{Class, noun};
use crate::actors::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Analysis, Sentence, TokenRange};

/// Descriptions beside a name take it: "security minister Budi Hartono", "the Front (FVA) rebel group".
pub(crate) fn names(found: &mut [ActorMention], analysis: &Analysis) {
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
pub(crate) fn bodies(found: &mut [ActorMention], analysis: &Analysis) {
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let (head, end) = (found[at].head, found[at].tokens.end);
        let word = sentence.tokens[head].text.to_lowercase();
        // "Fifteen men of the 51st Regiment".
        let people = word == "men"
            || noun(&word).is_some_and(|n| {
                n.plural && matches!(n.class, Class::Force | Class::Armed | Class::Security)
            });
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
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        if found[at].named || found[at].side.is_armed() {
            continue;
        }
        let clause = sentence
            .child(found[at].head, &["acl"])
            .filter(|&c| vocabulary::is(Word::Supposed, &sentence.tokens[c].lemma.to_lowercase()));
        let Some(whom) = clause.and_then(|c| sentence.child(c, &["xcomp", "obl", "advcl", "nmod"])) else {
            continue;
        };
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
    let numbered = mention.name.starts_with(|c: char| c.is_ascii_digit());
    let last = mention.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    // "Soldiers of the Keld Brigade": what the name alone does not show.
    let unit = mention.named && vocabulary::is(Word::ArmyUnit, &last);
    !mention.person && (unit || mention.side.is_armed() && (mention.named || capital || numbered))
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
