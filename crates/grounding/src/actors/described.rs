//! People by common nouns: "unidentified gunmen", "Turkish forces", "ISIS cells", "members of the clan".

mod extent;
mod groups;
mod modifiers;
pub(super) mod sides;
mod told_apart;

use super::lexicon::{Class, Noun, noun};
use super::names::{Matched, clean};
use super::states::{is_deed, unit};
use super::theatre::state_at;
use super::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateName};
use ascribe_model::{Label, Report, Sentence, Side, TokenRange, Upos};
use extent::start_of;
use groups::owner_after;
use modifiers::{is_force_of_deed, may_head, modifier};
use sides::{first_kept, side};

/// A described party.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Described {
    pub tokens: TokenRange,
    pub head: usize,
    pub name: String,
    pub side: Side,
    /// Entry of the dictionary that it belongs to ("ISIS" of "ISIS cells").
    pub entry: Option<usize>,
    /// True where the words mean the whole group ("ISIS cells", not "ISIS commander").
    pub whole: bool,
    pub by: &'static str,
}

/// A noun for people in its sentence, with the words before it that may belong to its name.
struct Phrase<'a> {
    report: &'a Report,
    sentence: &'a Sentence,
    start: usize,
    head: usize,
    noun: &'a Noun,
    dictionary: &'a ActorDictionary,
    country: Option<&'a str>,
}

/// The party whose head is the token, if it is a noun for people.
pub(crate) fn at(
    report: &Report,
    sentence: &Sentence,
    head: usize,
    names: &[Matched],
    dictionary: &ActorDictionary,
    country: Option<&str>,
) -> Option<Described> {
    let word = sentence.tokens[head].text.to_lowercase();
    if let Some(of_village) = local_head(report, sentence, head) {
        return Some(of_village);
    }
    let noun = noun(&word)?;
    let start = start_of(sentence, head, names, dictionary);
    // "Lord's Resistance Army rebels": the name begins before its possessive.
    let across =
        names.iter().find(|m| m.tokens.start < start && start < m.tokens.end && m.tokens.end <= head);
    let start = across.map_or(start, |m| m.tokens.start);
    let phrase = Phrase { report, sentence, start, head, noun, dictionary, country };
    if !may_head(sentence, head) {
        let force = (is_force_of_deed(sentence, head) && start < head).then(|| phrase.plain()).flatten();
        return force.or_else(|| modifier(sentence, head, noun, country));
    }
    let inside = names.iter().rev().find(|m| start <= m.tokens.start && m.tokens.end <= head);
    let owner = inside.copied().or_else(|| owner_after(sentence, head, names));
    owner.map_or_else(|| phrase.plain(), |owner| Some(phrase.of_group(owner)))
}

impl Phrase<'_> {
    /// People of no group that the dictionary knows.
    fn plain(&self) -> Option<Described> {
        let Self { sentence, start, head, noun, dictionary, country, .. } = *self;
        let words: Vec<&str> = sentence.tokens[start..head].iter().map(|t| t.text.as_str()).collect();
        let kept = first_kept(&words, dictionary).map_or(head, |i| start + i);
        // "Hostage-takers".
        let hyphened = kept == head && head >= start + 2 && sentence.tokens[head - 1].text == "-";
        let kept = if hyphened { head - 2 } else { kept };
        let kin = of_kin(sentence, head);
        let loyal = loyal_to(sentence, head).or_else(|| on_the_side_of(sentence, head)).or(kin);
        let bare = noun.class == Class::Force && kept == head;
        let some = bare && some_group_acts(sentence, head);
        if bare && !some && !acts(sentence, head) && loyal.is_none() {
            return None;
        }
        // "Aircraft bombed the village": whose they are nobody says.
        if bare_machine(sentence, kept, head) {
            return None;
        }
        let of = of_state(sentence, head, noun, dictionary);
        let looks = || told_apart::looks(sentence, head);
        let end = of.as_ref().map(|(end, _)| *end).or(loyal).or_else(looks).unwrap_or(head + 1);
        // "Artillery units", "aid workers": what they have or do is part of what they are called.
        let called = some || noun.class == Class::Civilian && !hyphened;
        let kept = if called { told_apart::compounds(sentence, start, kept, head) } else { kept };
        let kept = told_apart::age(sentence, kept, head).unwrap_or(kept);
        let tokens = TokenRange::new(kept, end);
        // The seat of a court is a place as well as part of its name.
        let named = TokenRange::new(kept, told_apart::seat(sentence, head).unwrap_or(end));
        let name = clean(self.report.words(sentence.span_of(named)));
        let side = match of {
            Some((_, code)) => side(&[code.as_str()], noun, dictionary, country),
            None => side(&words, noun, dictionary, country),
        };
        let side = if side == Side::Unknown { unit(&name).unwrap_or_default() } else { side };
        let side = if kin.is_some() { Side::Civilian } else { side };
        Some(Described { tokens, head, name, side, entry: None, whole: false, by: "a noun for people" })
    }
}

/// "Aircraft", "artillery": machines with no word for whose they are.
fn bare_machine(sentence: &Sentence, kept: usize, head: usize) -> bool {
    kept == head && vocabulary::is(Word::Machine, &sentence.tokens[head].text.to_lowercase())
}

/// "The village head was abducted", "a clan chief", not "shot in the head".
fn local_head(report: &Report, sentence: &Sentence, head: usize) -> Option<Described> {
    let word = |t: usize| sentence.tokens[t].text.to_lowercase();
    let leads = matches!(word(head).as_str(), "head" | "heads" | "chief" | "chiefs");
    let before = head.checked_sub(1).filter(|&t| leads && vocabulary::is(Word::Headed, &word(t)))?;
    let tokens = TokenRange::new(before, head + 1);
    let name = clean(report.words(sentence.span_of(tokens)));
    let by = "a noun for people";
    may_head(sentence, head).then_some(Described {
        tokens,
        head,
        name,
        side: Side::Civilian,
        entry: None,
        whole: false,
        by,
    })
}

/// "Forces loyal to President Brun": where the words for whose they are end.
fn loyal_to(sentence: &Sentence, head: usize) -> Option<usize> {
    let word = |i: usize| sentence.tokens.get(head + i).map_or("", |t| t.text.as_str());
    let loyal = vocabulary::is(Word::Troops, &word(0).to_lowercase())
        && matches!(word(1), "loyal" | "faithful")
        && word(2) == "to";
    let tokens = sentence.tokens.get(head + 3..).filter(|_| loyal)?;
    // "Loyal to president-elect Ana Ruiz".
    let office =
        |t: &ascribe_model::Token| matches!(t.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Punct);
    let first = tokens.iter().position(|t| !office(t)).filter(|&n| n <= 5).unwrap_or(0);
    let name = tokens
        .iter()
        .skip(first)
        .take_while(|t| t.upos == Upos::Propn && t.text.starts_with(char::is_uppercase));
    let len = name.count();
    let end = head + 3 + first + len;
    let text = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
    // "Loyal to Norway's ousted president".
    let owned = |t: &&ascribe_model::Token| matches!(t.upos, Upos::Adj | Upos::Noun | Upos::Propn);
    let whose = if matches!(text(end), "'s" | "’s") {
        1 + sentence.tokens[end + 1..].iter().take_while(owned).count()
    } else {
        0
    };
    (len > 0).then_some(end + if whose > 1 { whose } else { 0 })
}

/// "Supporters of the president": where the words for whom they stand by end; those of a group that is known are the
/// group's.
fn on_the_side_of(sentence: &Sentence, head: usize) -> Option<usize> {
    let tokens = &sentence.tokens;
    let stands_by = vocabulary::is(Word::Ranked, &tokens[head].text.to_lowercase());
    let of = tokens.get(head + 1).is_some_and(|t| t.text == "of");
    // "Supporters of President Ames Tuesday": not the day.
    let is_time =
        |at: usize| sentence.mentions.iter().any(|m| m.label == Label::Time && m.tokens.contains(at));
    let goes_on = |at: &usize| {
        let words = matches!(tokens[*at].upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn);
        words && !matches!(tokens[*at].text.as_str(), "who" | "that") && !is_time(*at)
    };
    let phrase = (head + 2..tokens.len()).take_while(goes_on);
    let last = phrase.filter(|&at| tokens[at].upos.is_nominal()).last().filter(|_| stands_by && of)?;
    Some(last + 1)
}

/// "Seven members of one family": where the words for whose they are end.
fn of_kin(sentence: &Sentence, head: usize) -> Option<usize> {
    let text = |t: usize| sentence.tokens.get(t).map_or(String::new(), |t| t.text.to_lowercase());
    let members = text(head) == "members" && text(head + 1) == "of";
    let before = |t: &usize| {
        matches!(sentence.tokens[*t].upos, Upos::Det | Upos::Num | Upos::Adj | Upos::Propn)
            && !vocabulary::is(Word::Kin, &text(*t))
    };
    let kin = (head + 2..sentence.tokens.len()).find(|t| !before(t)).filter(|_| members)?;
    vocabulary::is(Word::Kin, &text(kin)).then_some(kin + 1)
}

/// "The coalition bombed the port": an alliance that needs no other word, where it does something.
fn acts(sentence: &Sentence, head: usize) -> bool {
    let alliance = matches!(sentence.tokens[head].text.to_lowercase().as_str(), "coalition" | "alliance");
    let definite =
        sentence.child(head, &["det"]).is_some_and(|d| sentence.tokens[d].text.eq_ignore_ascii_case("the"));
    let subject = sentence.relation_is(head, "nsubj") || sentence.relation_is(head, "obl:agent");
    // "An airstrike by the coalition".
    let by = sentence
        .child(head, &["case"])
        .is_some_and(|c| matches!(sentence.tokens[c].text.as_str(), "by" | "of"));
    let deed = sentence.tokens[head].head.is_some_and(|h| is_deed(&sentence.tokens[h].text.to_lowercase()));
    let of_deed = sentence.relation_is(head, "nmod") && by && deed;
    alliance && definite && (subject || of_deed)
}

/// "Two battalions crossed over", "a security detachment fired", "our forces shelled": a group that nothing
/// else in the report names, where it does something.
fn some_group_acts(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    let word = |t: usize| sentence.tokens[t].text.to_lowercase();
    let subject = sentence.relation_is(head, "nsubj") && token.upos == Upos::Noun;
    // "Units of the Valley Brigade", "fighters led by Omar Said" are somebody's.
    let owned = ["nmod", "acl"].iter().any(|r| sentence.child(head, &[*r]).is_some());
    let told = token.head.is_some_and(|verb| sentence.tokens[verb].upos == Upos::Verb);
    let plural = token.feats.contains("Number=Plur");
    let before = ["det", "nummod", "nmod:poss"].iter().find_map(|r| sentence.child(head, &[*r]));
    let open = match before {
        Some(t) if sentence.relation_is(t, "nummod") => true,
        Some(t) => matches!(word(t).as_str(), "a" | "an" | "another" | "some" | "several" | "our"),
        None => plural,
    };
    subject && told && open && !owned
}

/// "the government of Yemen", "the army of the Democratic Republic of the Congo": where the name ends, and
/// the state's name.
fn of_state(
    sentence: &Sentence,
    head: usize,
    noun: &Noun,
    dictionary: &ActorDictionary,
) -> Option<(usize, String)> {
    let office = matches!(noun.class, Class::Official | Class::Security);
    if !office || sentence.tokens.get(head + 1).is_none_or(|t| t.text != "of") {
        return None;
    }
    let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
    let at = head + 2 + usize::from(words.get(head + 2).is_some_and(|w| w.eq_ignore_ascii_case("the")));
    let (len, _, meaning) = state_at(&words, at, dictionary)?;
    (meaning == StateName::Country).then(|| (at + len, words[at..at + len].join(" ")))
}
