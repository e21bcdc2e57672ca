//! Owns what the network takes for something else: addresses and deeds that are no mentions, peoples taken for persons
//! and organisations, vessels taken for organisations and places.

use crate::{case, lexicon, text::is_weekday};
use ascribe_model::{Label, Sentence, TokenRange, Upos};

/// "desk@example.org" names nobody; nor is a deed a weapon ("ten airstrikes").
pub fn is_none(sentence: &Sentence, label: Label, tokens: TokenRange, head: usize) -> bool {
    let address = |t: usize| sentence.tokens[t].text.contains('@') && sentence.tokens[t].text.contains('.');
    let deed = || {
        let lemma = sentence.tokens[head].lemma.to_lowercase();
        label == Label::Weapon
            && lexicon::is(&lemma, lexicon::Class::Event)
            && !lexicon::is(&lemma, lexicon::Class::Weapon)
    };
    tokens.range().any(address) || deed()
}

/// "Ana Paz head of the monitor": where a comma was lost, the office behind the name is no part of it.
pub fn ends_in_office(sentence: &Sentence, tokens: TokenRange) -> bool {
    let Some([name, office]) = sentence.tokens.get(tokens.end.saturating_sub(2)..tokens.end) else {
        return false;
    };
    let small = office.upos == Upos::Noun && office.text.chars().all(char::is_lowercase);
    tokens.end - tokens.start > 2 && small && name.text.starts_with(char::is_uppercase)
}

/// "In Keld army units foiled an attack": the name before the noun has a preposition of its own and tells where.
pub fn opens_with_place(sentence: &Sentence, tokens: TokenRange) -> bool {
    let first = &sentence.tokens[tokens.start];
    let apart = first.head.is_some_and(|h| !tokens.contains(h)) && sentence.relation_is(tokens.start, "obl");
    first.upos == Upos::Propn && apart && sentence.child(tokens.start, &["case"]).is_some()
}

/// "Shelled on Sunday al-Keld area", its comma lost: the day is none of the name.
pub fn opens_with_day(sentence: &Sentence, tokens: TokenRange) -> bool {
    let word = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
    let day = word(tokens.start).to_lowercase();
    let whole = day.ends_with("day") && is_weekday(&day);
    whole && tokens.end - tokens.start > 1 && tokens.start > 0 && word(tokens.start - 1) == "on"
}

/// "The eastern department of Keld": a region, and no office.
pub fn is_region(sentence: &Sentence, tokens: TokenRange) -> bool {
    const REGIONS: [&str; 6] =
        ["department", "province", "district", "municipality", "canton", "governorate"];
    let words = sentence.tokens.get(tokens.range()).unwrap_or(&[]);
    words.windows(2).any(|w| REGIONS.contains(&w[0].text.as_str()) && w[1].text == "of")
}

/// "The Iraqis", "Palestinians": people of a nation, neither one person nor an organisation.
pub fn is_people(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    token.upos == Upos::Propn && token.text != token.lemma && case::is_of_people(&token.lemma.to_lowercase())
}

/// "A missile hit HMS Gannet", "the tanker MV Sea Rose"; a ship that acts is its crew.
pub fn is_vessel(sentence: &Sentence, tokens: TokenRange, head: usize) -> bool {
    let acts = sentence.tokens[head].deprel == "nsubj";
    tokens.end - tokens.start > 1 && !acts && lexicon::begins_vessel(&sentence.tokens[tokens.start].text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_testing::sentence;

    #[test]
    fn a_ship_that_is_hit_is_a_thing_and_one_that_acts_a_party() {
        let hit = sentence("hit/hit/VERB/0/root HMS/HMS/PROPN/1/obj Gannet/Gannet/PROPN/2/flat");
        let acts = sentence("HMS/HMS/PROPN/3/nsubj Gannet/Gannet/PROPN/1/flat fired/fire/VERB/0/root");
        assert!(is_vessel(&hit, TokenRange::new(1, 3), 1) && !is_vessel(&acts, TokenRange::new(0, 2), 0));
        assert!(!is_vessel(&hit, TokenRange::new(1, 2), 1));
    }

    #[test]
    fn where_a_sentence_opens_is_no_name_of_who_acts() {
        let words = |relation: &str, head: usize| {
            sentence(&format!(
                "In/in/ADP/2/case Keld/Keld/PROPN/{head}/{relation} units/unit/NOUN/4/nsubj fired/fire/VERB/0/root"
            ))
        };
        assert!(opens_with_place(&words("obl", 4), TokenRange::new(1, 3)));
        assert!(!opens_with_place(&words("compound", 3), TokenRange::new(1, 3)));
    }

    #[test]
    fn a_day_is_none_of_the_name_behind_it() {
        let words = sentence("on/on/ADP/2/case Sunday/Sunday/PROPN/0/root Keld/Keld/PROPN/2/flat");
        assert!(
            opens_with_day(&words, TokenRange::new(1, 3)) && !opens_with_day(&words, TokenRange::new(2, 3))
        );
    }

    #[test]
    fn a_region_is_no_office() {
        let words =
            |noun: &str| sentence(&format!("{noun}/x/NOUN/0/root of/of/ADP/3/case Keld/Keld/PROPN/1/nmod"));
        assert!(is_region(&words("department"), TokenRange::new(0, 3)));
        assert!(!is_region(&words("Department"), TokenRange::new(0, 3)));
    }

    #[test]
    fn an_office_behind_a_name_is_no_part_of_it() {
        let words = sentence("Ana/Ana/PROPN/0/root Paz/Paz/PROPN/1/flat head/head/NOUN/1/appos");
        assert!(ends_in_office(&words, TokenRange::new(0, 3)));
        assert!(!ends_in_office(&words, TokenRange::new(1, 3)));
    }

    #[test]
    fn peoples_are_many_and_adjectives_none() {
        let people = |word: &str| is_people(&sentence(word), 0);
        assert!(people("Peruvians/Peruvian/PROPN/0/root"));
        assert!(!people("Peruvian/Peruvian/PROPN/0/root") && !people("Rivers/River/PROPN/0/root"));
    }

    #[test]
    fn deeds_are_no_weapons_and_addresses_no_names() {
        let none = |word: &str, label| is_none(&sentence(word), label, TokenRange::new(0, 1), 0);
        assert!(none("airstrikes/airstrike/NOUN/0/root", Label::Weapon));
        assert!(!none("rockets/rocket/NOUN/0/root", Label::Weapon));
        assert!(none("desk@example.org/desk@example.org/X/0/root", Label::Organisation));
    }
}
