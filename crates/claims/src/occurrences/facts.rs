//! Answers the rules' questions about tokens from grounding, and from word lists where it is silent.

use ascribe_codebook::rules::{Fact, LexicalFacts, Lists, TokenFacts};
use ascribe_model::{Analysis, Grounding, Sentence, Side};

/// Facts of one sentence, worked out once: one bit a fact.
pub(crate) struct GroundedFacts {
    bits: Vec<u32>,
}

impl GroundedFacts {
    /// Asks the lists and the grounding about every token.
    pub(crate) fn new(number: usize, sentence: &Sentence, grounding: &Grounding, lists: &Lists) -> Self {
        let lexical = LexicalFacts::new(sentence, lists);
        let mut bits = vec![0u32; sentence.tokens.len()];
        for (token, flags) in bits.iter_mut().enumerate() {
            for (fact, _) in Fact::ALL {
                if lexical.is(token, fact) {
                    *flags |= bit(fact);
                }
            }
        }
        let mut facts = Self { bits };
        facts.add_grounding(number, grounding);
        facts
    }

    fn add_grounding(&mut self, number: usize, grounding: &Grounding) {
        for place in grounding.places.iter().filter(|p| p.sentence == number) {
            self.set(place.head, Fact::Place);
        }
        for time in grounding.times.iter().filter(|t| t.sentence == number) {
            self.set(time.head, Fact::Time);
        }
        for count in grounding.counts.iter().filter(|c| c.sentence == number) {
            self.set(count.counted, Fact::Count);
        }
        for actor in grounding.actors.iter().filter(|a| a.sentence == number) {
            self.set(actor.head, Fact::Actor);
            if actor.person || !actor.named {
                self.set(actor.head, Fact::People);
            }
            self.set(actor.head, Fact::Party);
            if actor.person {
                self.set(actor.head, Fact::Person);
            }
            if actor.named {
                self.set(actor.head, Fact::Named);
            }
            let fact = match actor.side {
                _ if actor.person => None,
                Side::Civilian => Some(Fact::Civilian),
                Side::Rebel | Side::Jihadist | Side::Militia if actor.named => {
                    // "Islamic State", "the Military Council": no state and no council of a town; "members of the Front".
                    self.unset(actor.head, Fact::Official);
                    self.unset(actor.head, Fact::Civilian);
                    Some(Fact::Armed)
                }
                side if side.is_armed() && !self.is(actor.head, Fact::Official) => Some(Fact::Armed),
                _ => None,
            };
            if let Some(fact) = fact {
                self.set(actor.head, fact);
            }
        }
    }

    /// "They later withdrew": a pronoun is armed where its chain names somebody armed, be it a party or "the assailants".
    pub(crate) fn add_chains(
        &mut self,
        number: usize,
        analysis: &Analysis,
        grounding: &Grounding,
        lists: &Lists,
    ) {
        let listed = |sentence: usize, head: usize| {
            analysis
                .sentences
                .get(sentence)
                .is_some_and(|s| LexicalFacts::new(s, lists).is(head, Fact::Armed))
        };
        let armed = |sentence: usize, head: usize| {
            let mut actors = grounding.actors.iter().filter(|a| a.sentence == sentence && a.head == head);
            listed(sentence, head) || actors.any(|a| a.side.is_armed() && !a.person)
        };
        for chain in analysis.chains.iter().filter(|c| c.mentions.iter().any(|m| armed(m.sentence, m.head))) {
            for mention in chain.mentions.iter().filter(|m| m.sentence == number) {
                if self.is(mention.head, Fact::Pronoun) {
                    self.set(mention.head, Fact::Armed);
                }
            }
        }
    }

    fn unset(&mut self, token: usize, fact: Fact) {
        if let Some(flags) = self.bits.get_mut(token) {
            *flags &= !bit(fact);
        }
    }

    fn set(&mut self, token: usize, fact: Fact) {
        if let Some(flags) = self.bits.get_mut(token) {
            *flags |= bit(fact);
        }
    }
}

fn bit(fact: Fact) -> u32 {
    1 << fact as u32
}

impl TokenFacts for GroundedFacts {
    fn is(&self, token: usize, fact: Fact) -> bool {
        self.bits.get(token).is_some_and(|flags| flags & bit(fact) != 0)
    }
}
