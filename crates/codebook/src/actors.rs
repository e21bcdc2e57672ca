//! The dictionary of actors: `data/actors/*.tsv`, and the states with their demonyms and seats.

use crate::data::{DataError, DataFiles};
use crate::names::{key, parse_day};
use ascribe_model::Side;
use ascribe_words::rows;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

/// What an actor is, after ACLED's inter codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// 1: a state's forces, police, services, government.
    State,
    /// 2: armed opposition to a state.
    Rebel,
    /// 3: armed groups with a political aim other than to overthrow the state.
    PoliticalMilitia,
    /// 4: communal, ethnic, clan groups.
    IdentityMilitia,
    /// 5: violent crowds.
    Rioters,
    /// 6: peaceful crowds.
    Protesters,
    /// 7: people who bear no arms, their media and organisations.
    Civilians,
    /// 8: missions, coalitions, forces of other states.
    External,
}

impl ActorKind {
    /// All kinds with their names in the data files, in the order of the codes.
    pub const ALL: [(ActorKind, &'static str); 8] = [
        (ActorKind::State, "state"),
        (ActorKind::Rebel, "rebel"),
        (ActorKind::PoliticalMilitia, "political_militia"),
        (ActorKind::IdentityMilitia, "identity_militia"),
        (ActorKind::Rioters, "rioters"),
        (ActorKind::Protesters, "protesters"),
        (ActorKind::Civilians, "civilians"),
        (ActorKind::External, "external"),
    ];

    /// The kind of that name.
    pub fn parse(name: &str) -> Option<ActorKind> {
        ActorKind::ALL.iter().find(|(_, n)| *n == name).map(|(kind, _)| *kind)
    }

    /// ACLED's inter code, 1..8.
    pub fn code(self) -> u8 {
        ActorKind::ALL.iter().position(|(kind, _)| *kind == self).map_or(8, |n| n as u8 + 1)
    }
}

/// One actor of the dictionary.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorEntry {
    /// Unique identifier (`syrian-arab-army`).
    pub id: String,
    /// Full name.
    pub name: String,
    /// Other names and spellings.
    pub aliases: Vec<String>,
    /// Abbreviations in every spelling, matched with their capitals.
    pub abbreviations: Vec<String>,
    /// What it is.
    pub kind: ActorKind,
    /// Its side in its own countries.
    pub side: Side,
    /// Sides in other theatres: country code and side.
    pub elsewhere: Vec<(String, Side)>,
    /// ISO 3166-1 alpha-2 codes of its countries, the home first; empty for the whole world.
    pub countries: Vec<String>,
    /// First day of use of the name, where known.
    pub from: Option<Date>,
    /// Last day of use.
    pub to: Option<Date>,
    /// Identifier of what it belongs to.
    pub parent: Option<String>,
    /// Whom it follows, in words or as an identifier.
    pub allegiance: Option<String>,
    /// `actors/syria.tsv:12`.
    pub place: String,
}

impl ActorEntry {
    /// Its side in a report on that country: the table's, else its own at home; a state's forces are
    /// `foreign_state` elsewhere.
    pub fn side_in(&self, country: Option<&str>) -> Side {
        let Some(country) = country else { return self.side };
        if let Some((_, side)) =
            self.elsewhere.iter().find(|(c, _)| c == country || c == "*" && !self.is_of(country))
        {
            return *side;
        }
        if self.side == Side::State && !self.countries.is_empty() && !self.is_of(country) {
            // A state's agency or television abroad is a medium, not a force.
            return if self.kind == ActorKind::Civilians { Side::Media } else { Side::ForeignState };
        }
        self.side
    }

    /// True where the country is one of its own.
    pub fn is_of(&self, country: &str) -> bool {
        self.countries.iter().any(|c| c == country)
    }

    /// How well a day fits the name's use: 2 within it, 1 within a year of it, 0 outside.
    pub fn activity(&self, on: Date) -> u8 {
        let year = |d: Date| i32::from(d.year());
        if self.from.is_none_or(|from| from <= on) && self.to.is_none_or(|to| on <= to) {
            return 2;
        }
        let near = self.from.is_none_or(|from| year(from) <= year(on) + 1)
            && self.to.is_none_or(|to| year(on) <= year(to) + 1);
        u8::from(near)
    }

    /// All names with true for abbreviations.
    pub fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        let full = std::iter::once(&self.name).chain(&self.aliases).map(|n| (n.as_str(), false));
        full.chain(self.abbreviations.iter().map(|n| (n.as_str(), true)))
    }
}

/// A state as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateEntry {
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// Usual English name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Adjectives and names of its people ("Syrian", "Syrians").
    pub demonyms: Vec<String>,
    /// Seats that stand for its government ("Ankara", "the Kremlin").
    pub seats: Vec<String>,
    /// Other cities and regions that show a report to be on it.
    pub cities: Vec<String>,
}

/// How a name of a state was meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StateName {
    /// "Turkey"
    Country,
    /// "Turkish"
    Demonym,
    /// "Ankara" for the government
    Seat,
    /// "Diyarbakir"
    City,
}

/// Actors and states by their names.
#[derive(Debug, Clone, Default)]
pub struct ActorDictionary {
    entries: Vec<ActorEntry>,
    states: Vec<StateEntry>,
    by_key: FxHashMap<String, Vec<usize>>,
    by_abbreviation: FxHashMap<String, Vec<usize>>,
    by_id: FxHashMap<String, usize>,
    state_names: FxHashMap<String, (usize, StateName)>,
    first_words: FxHashSet<String>,
    longest: usize,
}

impl ActorDictionary {
    /// Reads `actors/*.tsv` (and `actors/states.tsv`) of the data files.
    ///
    /// # Errors
    /// Every row that cannot be read, with file and line.
    pub fn load(files: &DataFiles) -> Result<Self, Vec<DataError>> {
        let mut dictionary = Self::default();
        let mut errors = Vec::new();
        for (path, text) in files.under("actors/") {
            let states = path == "actors/states.tsv";
            for (line, row) in rows(text) {
                let added = if states {
                    read_state(&row).map(|state| dictionary.add_state(state))
                } else {
                    read_actor(&row, path, line).and_then(|actor| dictionary.add(actor))
                };
                if let Err(message) = added {
                    errors.push(DataError::new(path, line, 0, message));
                }
            }
        }
        if errors.is_empty() { Ok(dictionary) } else { Err(errors) }
    }

    fn add(&mut self, entry: ActorEntry) -> Result<(), String> {
        let index = self.entries.len();
        if self.by_id.insert(entry.id.clone(), index).is_some() {
            return Err(format!("the id {} stands twice; ids are unique over all files", entry.id));
        }
        for (name, abbreviation) in entry.names() {
            let full = key(name);
            self.longest = self.longest.max(full.split(' ').count() + 3);
            if let Some(first) = full.split(' ').next() {
                self.first_words.insert(first.to_owned());
            }
            // "Lord's Resistance Army": where words are told apart, "Lord" is one.
            if let Some((owner, _)) = name.split_once(['\'', '’']).filter(|(owner, _)| !owner.contains(' '))
            {
                self.first_words.insert(key(owner));
            }
            let table = if abbreviation { &mut self.by_abbreviation } else { &mut self.by_key };
            let list = table.entry(if abbreviation { name.to_owned() } else { full }).or_default();
            if !list.contains(&index) {
                list.push(index);
            }
        }
        self.entries.push(entry);
        Ok(())
    }

    fn add_state(&mut self, state: StateEntry) {
        let index = self.states.len();
        let names = [
            (std::slice::from_ref(&state.name), StateName::Country),
            (&state.aliases, StateName::Country),
            (&state.demonyms, StateName::Demonym),
            (&state.seats, StateName::Seat),
            (&state.cities, StateName::City),
        ];
        for (list, meaning) in names {
            for name in list {
                self.state_names.entry(name.to_lowercase()).or_insert((index, meaning));
            }
        }
        self.states.push(state);
    }

    /// All entries in the order of files and lines.
    pub fn entries(&self) -> &[ActorEntry] {
        &self.entries
    }

    /// All states.
    pub fn states(&self) -> &[StateEntry] {
        &self.states
    }

    /// The entry of that identifier.
    pub fn by_id(&self, id: &str) -> Option<&ActorEntry> {
        self.by_id.get(id).map(|&i| &self.entries[i])
    }

    /// The state that a name, demonym, seat or city points at.
    pub fn state(&self, name: &str) -> Option<(&StateEntry, StateName)> {
        self.state_names.get(&name.to_lowercase()).map(|&(i, meaning)| (&self.states[i], meaning))
    }

    /// The longest name in words, for matching.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// True where some name begins with this word (as [`crate::name_key`] writes it).
    pub fn may_begin(&self, word: &str) -> bool {
        self.first_words.contains(&key(word)) || self.by_abbreviation.contains_key(word)
    }

    /// The actor of that name, best for the day and the country: one that used the name then, of that
    /// country, before others. Abbreviations count only with their capitals ("IS", not "is"; "Unita", not "unita").
    pub fn find(&self, name: &str, on: Option<Date>, country: Option<&str>) -> Option<&ActorEntry> {
        self.position(name, on, country).map(|i| &self.entries[i])
    }

    /// As [`ActorDictionary::find`], the index into [`ActorDictionary::entries`].
    pub fn position(&self, name: &str, on: Option<Date>, country: Option<&str>) -> Option<usize> {
        let name = name.trim();
        let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        let none = Vec::new();
        let short = self.by_abbreviation.get(bare).unwrap_or(&none);
        let full = if bare.chars().any(char::is_uppercase) { self.by_key.get(&key(bare)) } else { None };
        let fits = |e: &ActorEntry| {
            let here = match country {
                Some(c) if e.is_of(c) || e.elsewhere.iter().any(|(x, _)| x == c) => 2,
                _ => u8::from(e.countries.is_empty()),
            };
            (on.map_or(0, |d| e.activity(d)), here)
        };
        // Two letters mean too many things to stand for a group of another country.
        let sure = |e: &ActorEntry| bare.len() > 2 || country.is_none() || fits(e).1 > 0;
        let all = full
            .unwrap_or(&none)
            .iter()
            .chain(short)
            .map(|&i| (i, &self.entries[i]))
            .filter(|(_, e)| sure(e));
        // Of two that fit alike, the one that is still there.
        all.max_by_key(|&(i, e)| (fits(e), e.to.is_none(), std::cmp::Reverse(i))).map(|(i, _)| i)
    }
}

fn list(cell: Option<&&str>) -> Vec<String> {
    let parts = cell.copied().unwrap_or("").split('|').map(str::trim).filter(|p| !p.is_empty());
    parts.map(str::to_owned).collect()
}

/// "UNITA" is printed "Unita" too. "IS" is not, nor "PLAN!": those are words.
fn spellings(abbreviation: &str) -> Vec<String> {
    const LEAST: usize = 4;
    if let Some(only) = abbreviation.strip_suffix('!') {
        return vec![only.to_owned()];
    }
    let acronym = abbreviation.len() >= LEAST && abbreviation.chars().all(|c| c.is_ascii_uppercase());
    let small = acronym.then(|| format!("{}{}", &abbreviation[..1], abbreviation[1..].to_lowercase()));
    std::iter::once(abbreviation.to_owned()).chain(small).collect()
}

fn optional(cell: Option<&&str>) -> Option<String> {
    cell.filter(|c| !c.is_empty()).map(|c| (*c).to_owned())
}

fn read_state(row: &[&str]) -> Result<StateEntry, String> {
    if row.len() < 6 {
        return Err("six columns are needed: code, name, aliases, demonyms, seats, cities".to_owned());
    }
    Ok(StateEntry {
        code: row[0].to_owned(),
        name: row[1].to_owned(),
        aliases: list(row.get(2)),
        demonyms: list(row.get(3)),
        seats: list(row.get(4)),
        cities: list(row.get(5)),
    })
}

/// Columns: id, name, aliases, abbreviations, kind, side, elsewhere, country, from, to, parent, allegiance,
/// source.
fn read_actor(row: &[&str], path: &str, line: usize) -> Result<ActorEntry, String> {
    const COLUMNS: usize = 13;
    if row.len() != COLUMNS {
        return Err(format!("{COLUMNS} columns are needed, {} found", row.len()));
    }
    if row[0].is_empty() || row[1].is_empty() || row[12].is_empty() {
        return Err("id, name and source must not be empty".to_owned());
    }
    let kind = ActorKind::parse(row[4]).ok_or_else(|| format!("{} is no kind of actor", row[4]))?;
    let side = Side::parse(row[5]).ok_or_else(|| format!("{} is no side", row[5]))?;
    let elsewhere = list(row.get(6)).iter().map(|pair| theatre(pair)).collect::<Result<_, _>>()?;
    let (from, to) = (parse_day(row[8], false)?, parse_day(row[9], true)?);
    if from.zip(to).is_some_and(|(a, b)| a > b) {
        return Err(format!("{} lies after {}", row[8], row[9]));
    }
    Ok(ActorEntry {
        id: row[0].to_owned(),
        name: row[1].to_owned(),
        aliases: list(row.get(2)),
        abbreviations: list(row.get(3)).iter().flat_map(|a| spellings(a)).collect(),
        kind,
        side,
        elsewhere,
        countries: list(row.get(7)),
        from,
        to,
        parent: optional(row.get(10)),
        allegiance: optional(row.get(11)),
        place: format!("{path}:{line}"),
    })
}

/// "SY=state_ally".
fn theatre(pair: &str) -> Result<(String, Side), String> {
    let (country, side) = pair.split_once('=').ok_or_else(|| format!("{pair} should be COUNTRY=side"))?;
    let side = Side::parse(side).ok_or_else(|| format!("{side} is no side"))?;
    Ok((country.to_owned(), side))
}

#[cfg(test)]
#[path = "actors_tests.rs"]
mod tests;
