//! Parties of the reports: names of the dictionary, people by common nouns, states, persons; each with its
//! side in the theatre of the report (`docs/actors.md`).

mod apposed;
mod called;
mod described;
mod fullest;
mod identified;
mod lexicon;
mod names;
mod own_side;
mod persons;
mod same_party;
mod shared_noun;
mod states;
mod tellers;
mod theatre;
mod units;
mod vocabulary;
mod whose;
mod wording;

pub use ascribe_codebook::{ActorDictionary, ActorEntry, ActorKind};
pub use wording::{source_side, source_side_in};

use ascribe_codebook::name_key;
use ascribe_model::{ActorMention, Analysis, Label, Mention, Report, Sentence, Side, TokenRange};
use jiff::civil::Date;
use names::{Definition, Matched};
pub use theatre::Theatre;

/// The parties named or described in the body, in text order, with the fullest name that the report gives
/// them. The country that the report is about, on which sides depend, is counted from the states, cities
/// and groups that it names; see [`ground_actors_in`] to give it.
pub fn ground_actors(
    report: &Report,
    analysis: &Analysis,
    dictionary: &ActorDictionary,
) -> Vec<ActorMention> {
    let theatre = Theatre::of(report, analysis, dictionary);
    Reader::new(report, analysis, dictionary, theatre).read()
}

/// As [`ground_actors`], for a country (ISO 3166-1 alpha-2) that is known otherwise.
pub fn ground_actors_in(
    report: &Report,
    analysis: &Analysis,
    dictionary: &ActorDictionary,
    country: Option<&str>,
) -> Vec<ActorMention> {
    Reader::new(report, analysis, dictionary, Theatre::given(country)).read()
}

/// The country (ISO 3166-1 alpha-2) that the report is about, by the names in it.
pub fn country_of(report: &Report, analysis: &Analysis, dictionary: &ActorDictionary) -> Option<String> {
    Theatre::of(report, analysis, dictionary).at(usize::MAX).map(str::to_owned)
}

struct Reader<'a> {
    report: &'a Report,
    analysis: &'a Analysis,
    dictionary: &'a ActorDictionary,
    theatre: Theatre,
    on: Option<Date>,
    definitions: Vec<Definition>,
}

impl<'a> Reader<'a> {
    fn new(
        report: &'a Report,
        analysis: &'a Analysis,
        dictionary: &'a ActorDictionary,
        theatre: Theatre,
    ) -> Self {
        let on = report.metadata.anchor();
        let definitions = names::definitions(report, analysis);
        Self { report, analysis, dictionary, theatre, on, definitions }
    }

    fn read(&self) -> Vec<ActorMention> {
        let mut found: Vec<ActorMention> = Vec::new();
        for (index, sentence) in self.analysis.sentences.iter().enumerate() {
            let mut here = self.sentence(index, sentence);
            here.sort_by_key(|m| (m.tokens.start, m.tokens.end));
            found.append(&mut here);
        }
        units::with_those_above(&mut found, self.report, self.analysis);
        fullest::spread(&mut found, &self.definitions);
        fullest::states(&mut found, self.dictionary);
        same_party::beside::names(&mut found, self.analysis);
        apposed::groups(&mut found, self.report, self.analysis);
        same_party::beside::bodies(&mut found, self.analysis);
        same_party::beside::supposed(&mut found, self.analysis);
        called::groups(&mut found, self.analysis);
        identified::descriptions(&mut found, self.report, self.analysis);
        identified::leaders(&mut found, self.report, self.analysis);
        same_party::before::groups(&mut found, self.report, self.analysis);
        fullest::along_chains(&mut found, self.analysis);
        tellers::of_it(&mut found, self.analysis);
        whose::possessed(&mut found, self.analysis, self.dictionary);
        whose::people_of(&mut found, self.analysis, self.dictionary);
        own_side::of_a_station(&mut found, self.report, self.analysis, self.dictionary);
        found.sort_by_key(|m| (m.sentence, m.tokens.start, m.tokens.end));
        found
    }

    fn sentence(&self, index: usize, sentence: &Sentence) -> Vec<ActorMention> {
        let country = self.theatre.at(sentence.passage);
        let mut known = names::matches(self.report, sentence, self.dictionary, self.on, country);
        known.retain(|m| !self.stands_for_another(sentence, m, country));
        let mut found: Vec<ActorMention> = Vec::new();
        for head in 0..sentence.tokens.len() {
            if known.iter().any(|m| m.tokens.contains(head)) {
                continue;
            }
            if let Some(described) =
                described::at(self.report, sentence, head, &known, self.dictionary, country)
            {
                found.push(self.described(index, sentence, described));
            }
        }
        for (tokens, full) in names::defined(self.report, sentence, &self.definitions) {
            if known.iter().all(|m| m.tokens.end <= tokens.start || tokens.end <= m.tokens.start) {
                found.push(self.defined(index, sentence, tokens, full, country));
            }
        }
        keep_outermost(&mut found);
        for name in &known {
            if !found.iter().any(|m| m.tokens.start <= name.tokens.start && name.tokens.end <= m.tokens.end) {
                found.push(self.known(index, sentence, name, country));
            }
        }
        for mention in sentence.mentions.iter().filter(|m| m.named) {
            if found
                .iter()
                .all(|m| m.tokens.end <= mention.tokens.start || mention.tokens.end <= m.tokens.start)
            {
                found.extend(self.named(index, sentence, mention, country));
            }
        }
        for (tokens, side, name) in states::adjectives(sentence, self.dictionary, country) {
            if found.iter().all(|m| m.tokens.end <= tokens.start || tokens.end <= m.tokens.start) {
                let by = "a state or people by its adjective".to_owned();
                let base = self.mention(index, sentence, tokens, tokens.start);
                found.push(ActorMention {
                    side,
                    by,
                    name: name.unwrap_or_else(|| base.name.clone()),
                    ..base
                });
            }
        }
        for state in states::actors(sentence, self.dictionary) {
            if found.iter().all(|m| m.tokens.end <= state.tokens.start || state.tokens.end <= m.tokens.start)
            {
                found.push(self.state(index, sentence, &state, country));
            }
        }
        let first: Vec<ActorMention> =
            found.iter().filter_map(|m| self.sharing(index, sentence, m, country)).collect();
        let free = |m: &ActorMention| !found.iter().any(|o| o.tokens.contains(m.tokens.start));
        let first: Vec<ActorMention> = first.into_iter().filter(free).collect();
        found.extend(first);
        found
    }

    /// "The Norwegian National Rally (MNR)" is not the MNR of another country that the dictionary knows: the report says
    /// what the letters mean.
    fn stands_for_another(&self, sentence: &Sentence, name: &Matched, country: Option<&str>) -> bool {
        let entry = &self.dictionary.entries()[name.entry];
        let text = self.report.words(sentence.span_of(name.tokens));
        let abroad = country.is_some_and(|c| !entry.is_of(c)) && !entry.countries.is_empty();
        let Some(definition) = self.definitions.iter().find(|d| d.short == text).filter(|_| abroad) else {
            return false;
        };
        let full = name_key(&definition.full);
        // Spelt in another way: "Sandinist", "Sandinista".
        let alike = |a: &str, b: &str| a.chars().take(LETTERS).eq(b.chars().take(LETTERS));
        let says = |name: &str| full.split(' ').all(|w| name_key(name).split(' ').any(|n| alike(w, n)));
        entry.abbreviations.iter().any(|a| a == text) && !entry.names().any(|(n, short)| !short && says(n))
    }

    /// "Syrian" of "Syrian and Russian warplanes", as Syrian warplanes.
    fn sharing(
        &self,
        index: usize,
        at: &Sentence,
        second: &ActorMention,
        country: Option<&str>,
    ) -> Option<ActorMention> {
        let head = second.tokens.end.checked_sub(1)?;
        let tokens = shared_noun::first(at, second.tokens.start, head, self.dictionary)?;
        let noun = lexicon::noun(&at.tokens[head].text.to_lowercase());
        let base = self.mention(index, at, tokens, tokens.end - 1);
        let words: Vec<&str> = base.name.split(' ').collect();
        let side =
            noun.map_or(Side::Unknown, |n| described::sides::side(&words, n, self.dictionary, country));
        let shared = shared_noun::noun_of(at, second.tokens.start, head, self.dictionary);
        let name = format!("{} {}", base.name, self.report.words(at.span_of(shared)));
        let by = "one of two parties before a noun".to_owned();
        Some(ActorMention { name, side, by, named: false, ..base })
    }

    fn mention(&self, sentence: usize, at: &Sentence, tokens: TokenRange, head: usize) -> ActorMention {
        ActorMention {
            sentence,
            tokens,
            head,
            span: at.span_of(tokens),
            name: names::surface(self.report, at.span_of(tokens)),
            id: None,
            side: Side::Unknown,
            named: true,
            person: false,
            by: String::new(),
        }
    }

    fn described(&self, sentence: usize, at: &Sentence, found: described::Described) -> ActorMention {
        let entry = found.entry.map(|i| &self.dictionary.entries()[i]);
        ActorMention {
            name: found.name,
            id: entry.map(|e| e.id.clone()),
            side: found.side,
            named: found.entry.is_some(),
            by: entry.map_or_else(
                || found.by.to_owned(),
                |e| format!("{}data/{}: {}", if found.whole { "" } else { MEMBERS }, e.place, e.name),
            ),
            ..self.mention(sentence, at, found.tokens, found.head)
        }
    }

    fn known(&self, sentence: usize, at: &Sentence, found: &Matched, country: Option<&str>) -> ActorMention {
        let entry = &self.dictionary.entries()[found.entry];
        let head = crate::words::head_of(at, found.tokens);
        let base = self.mention(sentence, at, found.tokens, head);
        let whole = names::without_lost_apostrophe(&base.name)
            .filter(|_| self.dictionary.position(&base.name, self.on, country).is_none());
        ActorMention {
            id: Some(entry.id.clone()),
            name: whole.map_or_else(|| base.name.clone(), str::to_owned),
            side: entry.side_in(country),
            by: format!("data/{}: {}", entry.place, entry.name),
            ..base
        }
    }

    /// An abbreviation that the report defines, or the name where it does.
    fn defined(
        &self,
        sentence: usize,
        at: &Sentence,
        tokens: TokenRange,
        full: &str,
        country: Option<&str>,
    ) -> ActorMention {
        let head = crate::words::head_of(at, tokens);
        ActorMention {
            name: full.to_owned(),
            side: source_side_in(full, self.dictionary, country, self.on),
            by: "an abbreviation defined in the report".to_owned(),
            ..self.mention(sentence, at, tokens, head)
        }
    }

    /// A name that the language stage found and the dictionary does not know.
    fn named(
        &self,
        sentence: usize,
        at: &Sentence,
        mention: &Mention,
        country: Option<&str>,
    ) -> Option<ActorMention> {
        let base = self.mention(sentence, at, mention.tokens, mention.head);
        // States are parties by their own rules, wherever the language stage takes them for names.
        // "At least 20 Afghans" taken for a name: a people is a party by its noun.
        let last = base.name.rsplit(' ').next().unwrap_or("");
        let people = last.ends_with('s')
            && self.dictionary.state(last).is_some_and(|(_, m)| m == ascribe_codebook::StateName::Demonym);
        // "Syrias former ally" of a text that lost its apostrophes.
        let state = theatre::state_at(&[&base.name], 0, self.dictionary).is_some();
        if base.name.is_empty() || state || people {
            return None;
        }
        match mention.label {
            Label::Person => Some(ActorMention {
                side: persons::side(self.report, at, mention.tokens, self.dictionary, country, self.on),
                person: true,
                by: "a person by name; side by office or group".to_owned(),
                ..base
            }),
            Label::Organisation => Some(ActorMention {
                side: states::unit(&base.name)
                    .unwrap_or_else(|| source_side_in(&base.name, self.dictionary, country, self.on)),
                by: "an organisation by name; side by wording".to_owned(),
                ..base
            }),
            _ => None,
        }
    }

    fn state(
        &self,
        sentence: usize,
        at: &Sentence,
        found: &states::StateActor,
        country: Option<&str>,
    ) -> ActorMention {
        let home = country.is_none_or(|c| c == found.code || states::shares(&found.code, c));
        let base = self.mention(sentence, at, found.tokens, found.head);
        ActorMention {
            side: if home { Side::State } else { Side::ForeignState },
            by: "a state as a party".to_owned(),
            name: if self.dictionary.state(&base.name).is_some() {
                base.name.clone()
            } else {
                base.name.trim_end_matches('s').to_owned()
            },
            ..base
        }
    }
}

/// So many letters tell one word from another.
const LETTERS: usize = 5;

/// How mentions of a group's people by more than its name are marked ("Taliban leader").
const MEMBERS: &str = "people of the group in ";

/// "Opposition" inside "Opposition fighters" is no party of its own.
fn keep_outermost(found: &mut Vec<ActorMention>) {
    let ranges: Vec<TokenRange> = found.iter().map(|m| m.tokens).collect();
    let inside = |a: TokenRange, b: TokenRange| a != b && b.start <= a.start && a.end <= b.end;
    found.retain(|m| !ranges.iter().any(|r| inside(m.tokens, *r)));
    // Of two readings of the same words, the name.
    found.sort_by_key(|m| (m.tokens, !m.named));
    found.dedup_by_key(|m| m.tokens);
}

#[cfg(test)]
mod tests;
