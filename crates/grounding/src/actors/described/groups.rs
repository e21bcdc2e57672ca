//! People of a group in the dictionary: "ISIS cells", "members of the FMLN", "fighters from Jabhat al-Nusra".

use super::{Described, Phrase};
use crate::actors::lexicon::{Class, noun};
use crate::actors::names::{Matched, clean};
use crate::actors::vocabulary::{self, Word};
use ascribe_model::{Sentence, TokenRange};

/// The group of "members of the FMLN", "fighters from Jabhat al-Nusra".
pub(super) fn owner_after(sentence: &Sentence, head: usize, names: &[Matched]) -> Option<Matched> {
    let link = sentence.tokens.get(head + 1)?.text.to_lowercase();
    // "Militants led by the Front".
    let led = link == "led" && sentence.tokens.get(head + 2).is_some_and(|t| t.text == "by");
    if !led && !matches!(link.as_str(), "of" | "from") && !vocabulary::is(Word::Belongs, &link) {
        return None;
    }
    // "Rescued 90 women from the Front": it holds them, they are not of it.
    let civilian =
        noun(&sentence.tokens[head].text.to_lowercase()).is_some_and(|n| n.class == Class::Civilian);
    if link == "from" && civilian {
        return None;
    }
    // "Girls from a FARC camp": the camp is the group's, the girls are not.
    let of_thing = |m: &Matched| {
        let at = crate::words::head_of(sentence, m.tokens);
        // "Guerrillas of the ELN's 5th Front" are the group's.
        let unit = |h: usize| vocabulary::is(Word::Unit, &sentence.tokens[h].text.to_lowercase());
        let thing = sentence.tokens[at].head.filter(|&h| h >= m.tokens.end && !unit(h));
        let modifies = ["compound", "amod", "nmod:poss"].iter().any(|r| sentence.relation_is(at, r));
        modifies && thing.is_some_and(|h| noun(&sentence.tokens[h].text.to_lowercase()).is_none())
    };
    let near = |m: &&Matched| (head + 2..=head + 4).contains(&m.tokens.start) && !of_thing(m);
    names.iter().find(near).copied()
}

impl Phrase<'_> {
    /// People of that group: the whole of it, or some of its people.
    pub(super) fn of_group(&self, owner: Matched) -> Described {
        let Self { sentence, start, head, noun, .. } = *self;
        let entry = &self.dictionary.entries()[owner.entry];
        let word = sentence.tokens[head].text.to_lowercase();
        let group = clean(self.report.words(sentence.span_of(owner.tokens)));
        let after = owner.tokens.start > head;
        // "Soldiers of the Atlas Battalion" are the battalion; "the leader of the battalion" is a person.
        let leads = vocabulary::is(Word::Leader, &word) || vocabulary::is(Word::Ranked, &word);
        // "Men of the Valley Front", "Valley Front men" bear its arms.
        let men = word == "men" && entry.side_in(self.country).is_armed();
        let people = men || noun.plural && matches!(noun.class, Class::Armed | Class::Security);
        let whole = vocabulary::is(Word::Hollow, &word)
            || men
            || after && !leads && (noun.class == Class::Force || people);
        let end = if after && leads { owner.tokens.end } else { head + 1 };
        let words = || unbracketed(self.report.words(sentence.span_of(TokenRange::new(start, end))));
        let name = if whole { group } else { clean(&words()) };
        let side = match noun.class {
            Class::Civilian | Class::Crowd | Class::Media if !after => noun.side(self.country),
            _ => entry.side_in(self.country),
        };
        let tokens = TokenRange::new(start.min(owner.tokens.start), head + 1);
        let tokens = if after { TokenRange::new(start, head + 1) } else { tokens };
        Described {
            tokens,
            head,
            name,
            side,
            entry: Some(owner.entry),
            whole,
            by: "members of a group in the dictionary",
        }
    }
}

/// "FARC [Revolutionary Armed Forces of Colombia] leaders" are FARC leaders.
fn unbracketed(words: &str) -> String {
    let cut = words.find(['(', '[']).zip(words.rfind([')', ']'])).filter(|(open, close)| open < close);
    cut.map_or_else(|| words.to_owned(), |(open, close)| format!("{}{}", &words[..open], &words[close + 1..]))
}
