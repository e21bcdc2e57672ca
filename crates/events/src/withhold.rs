//! Names of private people, left out of what is shown: victims and bystanders are counted, not named.
//!
//! A name is withheld where it is a person's, of no armed side, harmed or caught up in what happened, and
//! nothing near it shows an office or a part in an organisation ("Mayor Amina Sow", "Issa Keita, a commander
//! of …" stay). Every word of it is covered with as many `█` as it has letters wherever it stands, so that
//! offsets still point where they pointed. The lists are `data/names/*.txt`.

use crate::file::{Detail, Voice};
use ascribe_model::{Actor, Claim, Event, Role, Side, Source};
use std::collections::BTreeSet;

const PUBLIC: &str = include_str!("../../../data/names/public.txt");
const BYSTANDER: &str = include_str!("../../../data/names/bystander.txt");
/// Parts of names that are written small.
const PARTICLES: [&str; 12] =
    ["al", "el", "bin", "ibn", "ben", "abu", "umm", "de", "del", "da", "van", "von"];
/// Words before and after a name among which an office is looked for.
const BEFORE: usize = 4;
const AFTER: usize = 6;

/// The words that are covered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld(BTreeSet<String>);

impl Withheld {
    /// The names to withhold of these claims, in all of them.
    pub fn of<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Withheld {
        let mut words = BTreeSet::new();
        for claim in claims {
            for name in private_names(claim) {
                words.extend(parts(&name).filter(|w| w.chars().count() > 2).map(str::to_lowercase));
            }
        }
        words.retain(|word| !PARTICLES.contains(&word.as_str()));
        Withheld(words)
    }

    /// True where nothing is withheld.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Covers the names in a text; its length in characters stays.
    pub fn cover(&self, text: &mut String) {
        if self.0.is_empty() {
            return;
        }
        let mut covered = String::with_capacity(text.len());
        let mut word = String::new();
        for c in text.chars().chain([' ']) {
            if c.is_alphanumeric() {
                word.push(c);
                continue;
            }
            // "Sow" and, in text without apostrophes, "Sows".
            let lower = word.to_lowercase();
            let known =
                self.0.contains(&lower) || lower.strip_suffix('s').is_some_and(|w| self.0.contains(w));
            if known && word.starts_with(char::is_uppercase) {
                covered.extend(word.chars().map(|_| '█'));
            } else {
                covered.push_str(&word);
            }
            word.clear();
            covered.push(c);
        }
        covered.pop();
        *text = covered;
    }

    /// Covers the names in a claim.
    pub fn claim(&self, claim: &mut Claim) {
        if self.0.is_empty() {
            return;
        }
        self.cover(&mut claim.quote);
        self.cover(&mut claim.trigger);
        claim.sources.iter_mut().for_each(|s| self.cover(&mut s.name));
        claim.actors.iter_mut().for_each(|a| self.cover(&mut a.name));
        for effect in &mut claim.effects {
            self.cover(&mut effect.text);
            effect.victims.iter_mut().for_each(|v| self.cover(v));
        }
        claim.time.text.iter_mut().for_each(|t| self.cover(t));
    }

    /// Covers the names in an event's file.
    pub fn detail(&self, detail: &mut Detail) {
        let responsibility = &mut detail.responsibility;
        let values = detail.attributes.iter_mut().flat_map(|a| &mut a.values);
        for value in values.chain(&mut responsibility.claimed).chain(&mut responsibility.attributed) {
            self.cover(&mut value.value);
            value.by.iter_mut().for_each(|voice| self.voice(voice));
        }
        responsibility.denied.iter_mut().for_each(|voice| self.voice(voice));
        for camp in detail.disputes.iter_mut().flat_map(|d| &mut d.camps) {
            camp.values.iter_mut().for_each(|value| self.cover(value));
            camp.by.iter_mut().for_each(|voice| self.voice(voice));
        }
    }

    fn voice(&self, voice: &mut Voice) {
        self.cover(&mut voice.source);
        self.cover(&mut voice.words);
    }

    /// Covers the names in an event's record.
    pub fn event(&self, event: &mut Event) {
        self.cover(&mut event.title);
        self.cover(&mut event.grade.reason);
        for value in event.figures.iter_mut().flat_map(|f| &mut f.values) {
            self.cover(&mut value.source);
        }
        for origin in &mut event.independent {
            self.cover(&mut origin.name);
            origin.carried_by.iter_mut().for_each(|carrier| self.cover(&mut carrier.because));
        }
    }
}

/// True where an actor is somebody whose name belongs to nobody else.
pub fn is_private(actor: &Actor, claim: &Claim) -> bool {
    let harmed = matches!(actor.role, Role::Target | Role::Other);
    let unarmed = matches!(actor.side, Side::Civilian | Side::Unknown | Side::Local);
    harmed
        && unarmed
        && actor.id.is_none()
        && is_personal(&actor.name)
        && !claim.places.iter().any(|p| p.text == actor.name)
        && !in_office(&actor.name, &claim.quote)
}

fn private_names(claim: &Claim) -> Vec<String> {
    let actors = claim.actors.iter().filter(|a| is_private(a, claim)).map(|a| a.name.clone());
    let victims = claim.effects.iter().filter(|e| matches!(e.side, Side::Civilian | Side::Unknown));
    let victims = victims.filter_map(|e| e.victims.clone());
    let victims = victims.filter(|name| is_personal(name) && !in_office(name, &claim.quote));
    let sources = claim.sources.iter().filter(|s| bystander(s, &claim.quote)).map(|s| s.name.clone());
    actors.chain(victims).chain(sources).collect()
}

/// A named person who speaks as a witness, a resident, a relative.
fn bystander(source: &Source, quote: &str) -> bool {
    let around = near(&source.name, quote);
    let any = |list: &'static str| {
        parts(&source.name).chain(around.iter().map(String::as_str)).any(|word| listed(list, word))
    };
    let capitals = parts(&source.name).filter(|w| w.starts_with(char::is_uppercase)).count();
    capitals >= 2 && any(BYSTANDER) && !any(PUBLIC)
}

/// True for a name that can only be a person's, as far as its form tells: two words or more, written large
/// or a particle, none of which is an office's or an institution's.
pub fn is_personal(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let large = |w: &&str| {
        let first = w.split('-').next_back().unwrap_or(w);
        first.starts_with(char::is_uppercase) && first.chars().skip(1).any(char::is_lowercase)
    };
    let capitals = words.iter().filter(|w| large(w)).count();
    let rest = words.iter().filter(|w| !large(w));
    capitals >= 2
        && rest.into_iter().all(|w| PARTICLES.contains(&w.to_lowercase().trim_end_matches('-')))
        && !parts(name).any(|word| listed(PUBLIC, word))
}

/// True where an office stands beside the name.
fn in_office(name: &str, quote: &str) -> bool {
    near(name, quote).iter().any(|word| listed(PUBLIC, word))
}

/// The words just before and after the name in its sentence.
fn near(name: &str, quote: &str) -> Vec<String> {
    let Some(at) = quote.find(name) else { return vec![] };
    let (before, after) = (&quote[..at], &quote[at + name.len()..]);
    let sentence = after.split(['.', ';']).next().unwrap_or_default();
    let mut words: Vec<String> =
        parts(before.rsplit(['.', ';']).next().unwrap_or_default()).map(str::to_owned).collect();
    let from = words.len().saturating_sub(BEFORE);
    words.drain(..from);
    // After the name only an apposition tells who it is ("Issa Keita, a commander of …").
    if sentence.trim_start().starts_with([',', '(']) {
        words.extend(parts(sentence).take(AFTER).map(str::to_owned));
    }
    words
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}

fn listed(list: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    let singular = word.strip_suffix('s').unwrap_or(&word);
    list.lines().filter(|l| !l.starts_with('#')).any(|l| l == word || l == singular)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(quote: &str, role: Role, name: &str, side: Side) -> Claim {
        let actor = Actor { role, name: name.into(), side, id: None, span: None };
        Claim { quote: quote.into(), actors: vec![actor], ..Claim::default() }
    }

    #[test]
    fn victims_are_counted_not_named() {
        let mut told = claim(
            "Amina Sow, 31, and her son were killed; Sow had sold bread.",
            Role::Target,
            "Amina Sow",
            Side::Civilian,
        );
        let length = told.quote.chars().count();
        let withheld = Withheld::of([&told]);
        withheld.claim(&mut told);
        assert_eq!(told.quote, "█████ ███, 31, and her son were killed; ███ had sold bread.");
        assert_eq!(told.quote.chars().count(), length, "offsets still hold");
        assert_eq!(told.actors[0].name, "█████ ███");
    }

    #[test]
    fn office_holders_and_fighters_stay() {
        for (quote, role, name, side) in [
            ("Mayor Amina Sow was shot.", Role::Target, "Amina Sow", Side::Civilian),
            (
                "Issa Keita, a commander of the Blue Banner, was killed.",
                Role::Target,
                "Issa Keita",
                Side::Unknown,
            ),
            ("Issa Keita was killed.", Role::Target, "Issa Keita", Side::Rebel),
            ("Issa Keita led the raid.", Role::Agent, "Issa Keita", Side::Unknown),
            ("The Volta Hospital was hit.", Role::Target, "Volta Hospital", Side::Civilian),
            ("Traders were hit.", Role::Target, "Traders", Side::Civilian),
        ] {
            assert!(Withheld::of([&claim(quote, role, name, side)]).is_empty(), "{quote}");
        }
    }

    #[test]
    fn a_witness_is_not_named_and_a_spokeswoman_is() {
        let told = |quote: &str, name: &str| Claim {
            quote: quote.into(),
            sources: vec![Source { name: name.into(), side: Side::Local, span: None }],
            ..Claim::default()
        };
        let witness = told("Two shells fell, said Awa Diop, a resident of the quarter.", "Awa Diop");
        assert!(!Withheld::of([&witness]).is_empty());
        let office = told("Two shells fell, said Awa Diop, a spokeswoman of the clinic.", "Awa Diop");
        assert!(Withheld::of([&office]).is_empty());
    }

    #[test]
    fn lists_are_sorted_and_small() {
        for list in [PUBLIC, BYSTANDER] {
            let words: Vec<&str> = list.lines().filter(|l| !l.starts_with('#')).collect();
            assert!(words.is_sorted() && words.iter().all(|w| *w == w.to_lowercase()));
        }
    }
}
