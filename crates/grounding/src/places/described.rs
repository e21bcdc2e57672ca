//! Places told by a common noun that another sentence gives the name of: "the town", "a village in northern
//! Sabanda"; and by "there".

use super::context::{ASIDE, Context};
use super::relation::Position;
use super::topic::topics;
use super::vocabulary::{Class, is};
use super::{Named, spans};
use crate::gazetteer::{Gazetteer, Kind};
use ascribe_model::{Analysis, Report, Sentence, TokenRange, Upos};

/// So many sentences back "the town" may look for its name.
const BACK: usize = 8;
/// So many sentences on "a town" may look for its name.
const ON: usize = 4;
/// What the report is about is never told longer ago than so many sentences.
const TOPIC_AWAY: usize = 3;

/// A description and the number of the name that it stands for.
pub(super) struct Described {
    pub sentence: usize,
    pub tokens: TokenRange,
    pub name: usize,
}

/// The descriptions of a report whose name is plain.
pub(super) fn described(
    report: &Report,
    analysis: &Analysis,
    named: &[Named],
    gazetteer: &Gazetteer,
) -> Vec<Described> {
    let outline = report.outline();
    let topics = topics(report, analysis, named);
    let context = Context::of(report, gazetteer);
    let is_topic = |n: &Named| topics.contains(&n.name);
    let is_settled = |n: &Named| {
        let called = |o: &Named| o.name == n.name && o.feature.as_deref().is_some_and(is_settlement);
        n.kind.is_none() && (is_topic(n) || named.iter().any(called))
    };
    let mut found = Vec::new();
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        for at in 0..sentence.tokens.len() {
            if means_there(sentence, at) {
                let same_item = |n: &Named| {
                    let there = analysis.sentences[n.span.sentence].passage;
                    outline.item(sentence.passage) == outline.item(there)
                        && outline.heading(sentence.passage) == outline.heading(there)
                };
                if let Some(name) = told_last(analysis, number, at, named, same_item) {
                    found.push(Described { sentence: number, tokens: TokenRange::new(at, at + 1), name });
                }
                continue;
            }
            let Some(noun) = noun(sentence, at) else { continue };
            let Some(means) = means(number, sentence, at, named, gazetteer) else { continue };
            let same_item = |n: &Named| {
                let (here, there) = (sentence.passage, analysis.sentences[n.span.sentence].passage);
                // What an article is about is so under all of its headings.
                let topic = is_topic(n) && outline.item(there) == 0;
                outline.item(here) == outline.item(there)
                    && (topic || outline.heading(here) == outline.heading(there))
            };
            // "The wounded were flown to Oslo. … Jets hit the town": of a country that the report names only aside.
            let is_aside = |n: &Named| {
                let start = sentence.tokens[at].span.start;
                let little = |code: &str| context.rank(code, start) < ASIDE / 2.0;
                n.span.sentence != number && n.country.as_deref().is_some_and(little)
            };
            let fits = |n: &Named| {
                let kind = n
                    .kind
                    .is_some_and(|kind| noun == SAME && kind != Kind::Country || answers_to(kind, &noun));
                // A village that no gazetteer knows is a settlement all the same.
                let unknown = is_settlement(&noun) && is_settled(n) && !is_built(&n.name);
                let thing = is_settlement(&noun) && is_thing(&n.name);
                (kind && !thing || unknown || n.name.to_lowercase().ends_with(&noun))
                    && same_item(n)
                    && !is_of_tellers(analysis, n)
                    && !is_aside(n)
            };
            let first = |n: &Named| named.iter().find(|o| o.name == n.name && o.span.sentence > number);
            // "OSLO (Agency) Police searched a house in a town near the border": not Oslo.
            let here =
                |n: &Named| context.written.as_ref().is_some_and(|w| w.name.eq_ignore_ascii_case(&n.name));
            let later =
                |n: &Named| fits(n) && !here(n) && !first(n).is_some_and(|o| is_of_another_day(analysis, o));
            let name = match means {
                Means::Known => {
                    let afar = |n: &Named| n.span.sentence < number && is_of_speaking(analysis, n);
                    back(number, at, &noun, named, is_topic, fits, afar)
                        .or_else(|| on(number, &noun, named, None, later))
                }
                Means::New(within) => on(number, &noun, named, within.as_deref(), later),
            };
            if let Some(name) = name {
                found.push(Described { sentence: number, tokens: TokenRange::new(at, at + 1), name });
            }
        }
    }
    found
}

/// "A Keld school", "the Keld road": told by its town, and no town.
fn is_thing(name: &str) -> bool {
    let last = name.rsplit_once(' ').map_or("", |(_, last)| last);
    let small = last.starts_with(char::is_lowercase);
    let built =
        [Class::Built, Class::TownHouse, Class::Street, Class::Road].iter().any(|class| is(*class, last));
    small && (built || matches!(last, "school" | "mosque"))
}

/// "Four rebels surrendered there", "troops left three villages there"; not "there were clashes".
fn means_there(sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let verb = || token.head.is_some_and(|h| matches!(sentence.tokens[h].upos, Upos::Verb | Upos::Noun));
    token.text.eq_ignore_ascii_case("there")
        && token.upos == Upos::Adv
        && sentence.relation_is(at, "advmod")
        && verb()
}

/// So many sentences back "there" may look for its name.
const THERE_BACK: usize = 1;

/// The place told last before "there": not where somebody spoke, and a whole country only where the sentence has no
/// other.
fn told_last(
    analysis: &Analysis,
    number: usize,
    at: usize,
    named: &[Named],
    same_item: impl Fn(&Named) -> bool,
) -> Option<usize> {
    let before = |n: &Named| {
        n.span.sentence < number && number - n.span.sentence <= THERE_BACK
            || n.span.sentence == number && n.span.tokens.end <= at
    };
    let fits = |n: &Named| {
        before(n)
            && same_item(n)
            && !is_of_tellers(analysis, n)
            && !is_of_speaking(analysis, n)
            && !n.measures()
    };
    let size = |n: &Named| match n.kind {
        Some(Kind::Country) => 0,
        Some(Kind::Region) => 1,
        _ => 2,
    };
    let rank = |n: &Named| (n.span.sentence, size(n), n.span.tokens.start);
    let fitting = named.iter().enumerate().filter(|(_, n)| fits(n));
    fitting.max_by_key(|(_, n)| rank(n)).map(|(i, _)| i)
}

/// "Keld airport": no town, whether or not a gazetteer knows it.
fn is_built(name: &str) -> bool {
    name.rsplit(' ').next().is_some_and(|last| is(Class::Built, &last.to_lowercase()))
}

/// "Jets hit a settlement. On Tuesday nine died in clashes in Keld": where something else happened on a day of its own.
fn is_of_another_day(analysis: &Analysis, named: &Named) -> bool {
    let Some(sentence) = analysis.sentences.get(named.span.sentence) else { return false };
    let word = |at: usize| sentence.tokens.get(at).map_or_else(String::new, |t| t.text.to_lowercase());
    let separately = matches!(word(0).as_str(), "separately" | "meanwhile" | "elsewhere");
    separately || word(0) == "on" && is(Class::Weekday, &word(1))
}

/// "The Oslo-based monitor", "OSLO (Agency) Nine died in the city": where those are who tell of it.
fn is_of_tellers(analysis: &Analysis, named: &Named) -> bool {
    let Some(sentence) = analysis.sentences.get(named.span.sentence) else { return false };
    let tokens = named.span.tokens;
    let word = |at: usize| sentence.tokens.get(at).map_or("", |t| t.text.as_str());
    let next = word(tokens.end);
    let based = next.trim_start_matches('-') == "based" || next == "-" && word(tokens.end + 1) == "based";
    let name = sentence.tokens.get(tokens.range()).unwrap_or(&[]);
    let shouted = name.iter().all(|t| t.text.len() > 3 && !t.text.chars().any(char::is_lowercase));
    based || shouted && next == "("
}

/// What it costs a name that somebody spoke there.
const AFAR: f64 = 1.5;

/// "A commander in Oslo said he was glad", "told a meeting in Oslo": where somebody spoke of it; the police of a town
/// speak of their town.
fn is_of_speaking(analysis: &Analysis, named: &Named) -> bool {
    let Some(sentence) = analysis.sentences.get(named.span.sentence) else { return false };
    let head = spans::head(sentence, named.span.tokens);
    let within = sentence
        .child(head, &["case"])
        .is_some_and(|c| matches!(sentence.tokens[c].text.to_lowercase().as_str(), "in" | "at"));
    let Some(who) = sentence.tokens[head].head.filter(|&w| within && sentence.tokens[w].upos == Upos::Noun)
    else {
        return false;
    };
    let says = sentence.tokens[who].head.is_some_and(|v| is(Class::Tells, &sentence.tokens[v].lemma));
    let part = ["nsubj", "obj", "iobj"].iter().any(|r| sentence.relation_is(who, r));
    says && part && !is(Class::Townsman, &sentence.tokens[who].lemma)
}

/// Whether a description points back or tells of something new, and then in which country.
enum Means {
    Known,
    New(Option<String>),
}

/// "town", "air base": the lower-case noun, where the token is one that places are described by.
fn noun(sentence: &Sentence, at: usize) -> Option<String> {
    let token = &sentence.tokens[at];
    let word = token.text.to_lowercase();
    let lower = token.text.starts_with(char::is_lowercase) && token.upos == Upos::Noun;
    let modifies = token.deprel.starts_with("compound") || token.deprel == "flat";
    // "The village of al-Keld" has its name.
    let next = |i: usize| sentence.tokens.get(at + i).map_or("", |t| t.text.as_str());
    let named = next(1) == "of" && (next(2).starts_with(char::is_uppercase) || next(3) == "-");
    if !lower || modifies || named {
        return None;
    }
    let before = at.checked_sub(1).map_or(String::new(), |i| sentence.tokens[i].text.to_lowercase());
    match word.as_str() {
        noun if before == "same" && is(Class::SameGround, noun) => Some(SAME.to_owned()),
        "base" if before == "air" => Some("air base".to_owned()),
        "base" => None,
        "stronghold" | "bastion" => Some("town".to_owned()),
        "settlement" if is_of_dispute(sentence, at) => None,
        _ => is(Class::Describes, &word).then_some(word),
    }
}

/// "A settlement of the dispute", "a peace settlement": no place.
fn is_of_dispute(sentence: &Sentence, at: usize) -> bool {
    sentence.children(at).any(|c| {
        let of = sentence.relation_is(c, "nmod")
            && sentence
                .child(c, &["case"])
                .is_some_and(|m| matches!(sentence.tokens[m].text.as_str(), "of" | "to" | "for" | "with"))
            && sentence.tokens[c].upos != Upos::Propn;
        of || is(Class::Accord, &sentence.tokens[c].text.to_lowercase())
    })
}

/// "In the same area": of whatever kind the place told before is.
const SAME: &str = "same area";

fn means(
    number: usize,
    sentence: &Sentence,
    at: usize,
    named: &[Named],
    gazetteer: &Gazetteer,
) -> Option<Means> {
    let here = || named.iter().filter(|n| n.span.sentence == number);
    let mut within = None;
    for name in here() {
        if name.span.tokens.contains(at) {
            return None;
        }
        let head = spans::head(sentence, name.span.tokens);
        // "Keld, a town of mills", "Keld is a town".
        if sentence.tokens[at].head == Some(head) || name.span.tokens.start == at + 1 {
            return None;
        }
        if sentence.tokens[head].head == Some(at) {
            let area = matches!(name.kind, Some(Kind::Country | Kind::Region));
            // "The province of Keld", "the city of Keld" have their name.
            let named = name.kind != Some(Kind::Country)
                && sentence.child(head, &["case"]).is_some_and(|c| sentence.tokens[c].text == "of");
            if !area
                || named
                || matches!(name.position, Position::Near | Position::Side(_) | Position::Distance(..))
            {
                return None;
            }
            within = name.country.clone();
        }
    }
    let children = || sentence.children(at);
    let word = |i: usize| sentence.tokens[i].text.to_lowercase();
    // "the country's largest city", "a town of 5,000", "the Keld village": no name is meant, or another.
    let is_subject = children().any(|c| sentence.tokens[c].deprel == "cop");
    let has_name = children().any(|c| {
        let token = &sentence.tokens[c];
        token.upos == Upos::Propn
            && matches!(token.deprel.as_str(), "compound" | "flat" | "appos")
            && gazetteer.countries().by_demonym(&token.text).is_none()
    });
    if is_subject || has_name || children().any(|c| sentence.tokens[c].deprel == "nummod") {
        return None;
    }
    let determiner = children().find(|&c| matches!(sentence.tokens[c].deprel.as_str(), "det")).map(word);
    match determiner.as_deref() {
        Some("the" | "this" | "that") if within.is_none() => Some(Means::Known),
        Some("a" | "an" | "one" | "the") => {
            let nation = children().find_map(|c| gazetteer.countries().by_demonym(&sentence.tokens[c].text));
            Some(Means::New(within.or_else(|| nation.map(|c| c.iso2.clone()))))
        }
        _ => None,
    }
}

/// The name before the description that it most likely stands for: a late one, one told often, one that was
/// called by the same noun.
fn back(
    number: usize,
    at: usize,
    noun: &str,
    named: &[Named],
    is_topic: impl Fn(&Named) -> bool,
    fits: impl Fn(&Named) -> bool,
    afar: impl Fn(&Named) -> bool,
) -> Option<usize> {
    let before = |n: &Named| {
        n.span.sentence < number && (number - n.span.sentence <= BACK || is_topic(n))
            || n.span.sentence == number && n.span.tokens.end <= at
    };
    let away = |n: &Named| {
        let sentences = number - n.span.sentence;
        if is_topic(n) { sentences.min(TOPIC_AWAY) } else { sentences }
    };
    let times_told = |n: &Named| named.iter().filter(|o| before(o) && o.name == n.name).count();
    let score = |n: &Named| {
        f64::from(size(n, noun)) + (times_told(n) as f64).ln() - 0.5 * away(n) as f64
            + if n.feature.as_deref() == Some(noun) { 1.0 } else { 0.0 }
            // "The mayor of Keld said a bomb went off in the city".
            + if n.span.sentence == number { 1.0 } else { 0.0 }
            + if is_topic(n) { 1.0 } else { 0.0 }
            // "In Salt, rebels shot a guard. Elsewhere in the province".
            + if n.span.sentence + 1 == number && n.opens() { 2.0 } else { 0.0 }
            - if n.leads() || n.measures() { 0.7 } else { 0.0 }
            - if afar(n) { AFAR } else { 0.0 }
    };
    let fitting = named.iter().enumerate().filter(|(_, n)| before(n) && fits(n));
    fitting.map(|(i, n)| (i, score(n))).max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))).map(|(i, _)| i)
}

fn is_settlement(noun: &str) -> bool {
    is(Class::Settlement, noun)
}

/// A city of a million is hardly "the village", a hamlet hardly "the city".
fn size(name: &Named, noun: &str) -> i8 {
    match noun {
        SAME if matches!(name.kind, Some(Kind::Region | Kind::District)) => 1,
        "city" if name.people < 30_000 => -1,
        "town" if name.people > 400_000 => -1,
        "village" | "hamlet" if name.people > 50_000 => -2,
        _ => 0,
    }
}

/// The first name after the description that was not told before it; one called by the same noun before others.
fn on(
    number: usize,
    noun: &str,
    named: &[Named],
    within: Option<&str>,
    fits: impl Fn(&Named) -> bool,
) -> Option<usize> {
    let told = |n: &Named| named.iter().any(|o| o.span.sentence <= number && o.name == n.name);
    let may = |n: &Named| {
        let after = n.span.sentence > number && n.span.sentence - number <= ON;
        let inside = within.is_none_or(|code| n.country.as_deref() == Some(code));
        after && inside && !n.measures() && !n.leads() && fits(n) && !told(n)
    };
    let called = |n: &Named| n.feature.as_deref() == Some(noun) && may(n);
    named.iter().position(called).or_else(|| named.iter().position(|n| may(n) && size(n, noun) == 0))
}

/// True where "the town" may stand for a place of that kind.
fn answers_to(kind: Kind, noun: &str) -> bool {
    match noun {
        noun if is_settlement(noun) => matches!(kind, Kind::Town | Kind::Village),
        "province" | "governorate" => kind == Kind::Region,
        "district" => matches!(kind, Kind::District | Kind::Neighbourhood),
        "air base" => matches!(kind, Kind::AirBase | Kind::Airport),
        _ => kind.is_named_by(noun),
    }
}
