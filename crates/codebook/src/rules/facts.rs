//! What may be asked of a token: is it the head of an armed party, a place, a weapon, and so on.

use super::words::Lists;
use ascribe_model::{Label, Sentence, Upos};

/// Kinds of token that rules may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Bears arms: armies, police, rebels, gunmen, their units, air forces.
    Armed,
    /// People who do not fight.
    Civilian,
    /// Officials, ministries, parliaments, parties, states' offices.
    Official,
    /// Any human being or group of them.
    People,
    /// One person by name.
    Person,
    /// Anybody who can act: any of the above, named organisations, states, personal pronouns.
    Actor,
    /// A state by name.
    Country,
    /// A nationality ("Syrian").
    Nationality,
    /// A place by name, or a common noun of places.
    Place,
    /// A date or time.
    Time,
    /// A weapon or ammunition.
    Weapon,
    /// A vehicle, aircraft or vessel.
    Vehicle,
    /// A built thing: houses, posts, mosques, pipelines.
    Building,
    /// A number, or counted by one.
    Count,
    /// Part of a proper name.
    Named,
    /// A pronoun.
    Pronoun,
    /// Anybody who may be a party: an actor, or a proper name that is no place, time or weapon.
    Party,
    /// Captives, prisoners, hostages, detainees.
    Captive,
}

impl Fact {
    /// All facts with their names in rule files.
    pub const ALL: [(Fact, &'static str); 18] = [
        (Fact::Armed, "armed"),
        (Fact::Civilian, "civilian"),
        (Fact::Official, "official"),
        (Fact::People, "people"),
        (Fact::Person, "person"),
        (Fact::Actor, "actor"),
        (Fact::Country, "country"),
        (Fact::Nationality, "nationality"),
        (Fact::Place, "place"),
        (Fact::Time, "time"),
        (Fact::Weapon, "weapon"),
        (Fact::Vehicle, "vehicle"),
        (Fact::Building, "building"),
        (Fact::Count, "count"),
        (Fact::Named, "named"),
        (Fact::Pronoun, "pronoun"),
        (Fact::Party, "party"),
        (Fact::Captive, "captive"),
    ];

    /// The fact of that name.
    pub fn parse(name: &str) -> Option<Fact> {
        Fact::ALL.iter().find(|(_, n)| *n == name).map(|(fact, _)| *fact)
    }

    /// The name in rule files.
    pub fn name(self) -> &'static str {
        Fact::ALL.iter().find(|(fact, _)| *fact == self).map_or("", |(_, n)| n)
    }
}

/// Answers rules' questions about the tokens of one sentence.
pub trait TokenFacts {
    /// True where the token is (the head of) such a thing. Out of range is false.
    fn is(&self, token: usize, fact: Fact) -> bool;
}

/// Facts from the word lists `facts/*` and the sentence's own mentions; grounding knows more.
pub struct LexicalFacts<'a> {
    sentence: &'a Sentence,
    lists: &'a Lists,
}

impl<'a> LexicalFacts<'a> {
    /// Facts of one sentence.
    pub fn new(sentence: &'a Sentence, lists: &'a Lists) -> Self {
        Self { sentence, lists }
    }

    fn listed(&self, token: usize, list: &str) -> bool {
        let Some(found) = self.sentence.tokens.get(token) else { return false };
        self.lists.holds(list, &found.lemma.to_lowercase())
            || self.lists.holds(list, &found.text.to_lowercase())
    }

    /// "ISIS members", "rebel elements", "army personnel": armed by what they belong to.
    fn belongs_to_armed(&self, token: usize) -> bool {
        self.listed(token, "facts/members")
            && self.sentence.children(token).any(|c| {
                matches!(self.sentence.tokens[c].deprel.as_str(), "compound" | "amod" | "nmod:poss" | "nmod")
                    && self.listed(c, "facts/armed")
            })
    }

    fn label(&self, token: usize) -> Option<(Label, bool)> {
        let mention = self.sentence.mention_at(token)?;
        (mention.head == token || mention.named).then_some((mention.label, mention.named))
    }

    fn labelled(&self, token: usize, labels: &[Label]) -> bool {
        self.label(token).is_some_and(|(label, _)| labels.contains(&label))
    }
}

impl TokenFacts for LexicalFacts<'_> {
    fn is(&self, token: usize, fact: Fact) -> bool {
        let Some(found) = self.sentence.tokens.get(token) else { return false };
        match fact {
            Fact::Armed => self.listed(token, "facts/armed") || self.belongs_to_armed(token),
            Fact::Civilian => self.listed(token, "facts/civilian"),
            Fact::Official => self.listed(token, "facts/official"),
            Fact::Captive => self.listed(token, "facts/captive"),
            Fact::People => {
                self.is(token, Fact::Armed)
                    || self.is(token, Fact::Civilian)
                    || self.is(token, Fact::Official)
                    || self.is(token, Fact::Captive)
                    || self.is(token, Fact::Person)
                    || self.listed(token, "facts/people")
                    || self.labelled(token, &[Label::Actor])
            }
            Fact::Person => {
                let named = found.upos == Upos::Propn || self.label(token).is_some_and(|(_, named)| named);
                named && self.labelled(token, &[Label::Person])
            }
            Fact::Actor => {
                self.is(token, Fact::People)
                    || self.is(token, Fact::Country)
                    || self.labelled(token, &[Label::Organisation, Label::Nationality])
                    || matches!(
                        found.lemma.to_lowercase().as_str(),
                        "they" | "he" | "she" | "we" | "who" | "other" | "some"
                    )
            }
            Fact::Party => {
                self.is(token, Fact::Actor)
                    || (found.upos == Upos::Propn
                        // "The Keld Massacre", "the Winter Uprising": what happened, and nobody.
                        && !["attack-nouns", "fighting-nouns", "whole-wars"].iter().any(|list| self.listed(token, list))
                        && ![Fact::Place, Fact::Time, Fact::Weapon].iter().any(|&fact| self.is(token, fact)))
            }
            Fact::Country => found.upos == Upos::Propn && self.listed(token, "facts/country"),
            Fact::Nationality => {
                self.labelled(token, &[Label::Nationality]) || self.listed(token, "facts/nationality")
            }
            Fact::Place => {
                self.labelled(token, &[Label::Place, Label::Facility]) || self.listed(token, "facts/place")
            }
            Fact::Time => self.labelled(token, &[Label::Time]) || self.listed(token, "facts/time"),
            Fact::Weapon => self.listed(token, "facts/weapon") || self.labelled(token, &[Label::Weapon]),
            Fact::Vehicle => self.listed(token, "facts/vehicle"),
            Fact::Building => {
                self.listed(token, "facts/building") || self.labelled(token, &[Label::Facility])
            }
            Fact::Count => {
                found.upos == Upos::Num
                    || self.listed(token, "facts/count")
                    || self.sentence.child(token, &["nummod"]).is_some()
            }
            Fact::Named => found.upos == Upos::Propn || self.label(token).is_some_and(|(_, named)| named),
            Fact::Pronoun => found.upos == Upos::Pron,
        }
    }
}
