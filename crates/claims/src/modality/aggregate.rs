//! Aggregate: one claim of several occurrences ("29 attacks", "has repeatedly shelled", "since May").

use super::lists::{ModalityLists, Series};
use crate::attribution::tree::{case_of, feature, form, head, lemma, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Analysis, Sentence, Upos};

/// True where the words at a trigger tell of several occurrences.
pub(crate) fn aggregate(analysis: &Analysis, at: usize, trigger: usize, lists: &ModalityLists) -> bool {
    let Some(sentence) = analysis.sentences.get(at).filter(|s| trigger < s.tokens.len()) else {
        return false;
    };
    let noun = matches!(sentence.tokens[trigger].upos, Upos::Noun | Upos::Propn);
    if noun { of_noun(sentence, trigger, lists) } else { of_verb(sentence, trigger, lists) }
}

fn kind(sentence: &Sentence, token: usize, lists: &ModalityLists) -> Option<Series> {
    lists.series.get(&lemma(sentence, token)).or_else(|| lists.series.get(&form(sentence, token))).copied()
}

fn is_one(word: &str) -> bool {
    matches!(word, "one" | "1" | "single")
}

fn of_noun(sentence: &Sentence, noun: usize, lists: &ModalityLists) -> bool {
    let counted = sentence.children(noun).any(|c| {
        (relation(sentence, c, &["nummod"]) && !is_one(&form(sentence, c)))
            || (relation(sentence, c, &["amod", "det"]) && kind(sentence, c, lists) == Some(Series::Quantity))
    });
    let of_series = head(sentence, noun).is_some_and(|up| {
        case_of(sentence, noun).as_deref() == Some("of")
            && kind(sentence, up, lists) == Some(Series::Quantity)
    });
    if counted || of_series {
        return true;
    }
    let plural = feature(sentence, noun, "Number=Plur");
    let single = kind(sentence, noun, lists) == Some(Series::Single);
    let by_verb = head(sentence, noun)
        .is_some_and(|up| sentence.tokens[up].upos == Upos::Verb && adverb(sentence, up, lists));
    plural && !single || by_verb
}

fn of_verb(sentence: &Sentence, verb: usize, lists: &ModalityLists) -> bool {
    if adverb(sentence, verb, lists) || in_several(sentence, verb) {
        return true;
    }
    // "300 people have been killed since May": a perfect with a period.
    let perfect =
        sentence.children(verb).any(|c| relation(sentence, c, &["aux"]) && lemma(sentence, c) == "have");
    perfect
        && sentence.children(verb).any(|c| {
            relation(sentence, c, &["obl", "advcl"])
                && case_of(sentence, c).is_some_and(|w| lists.series.get(&w) == Some(&Series::Period))
        })
}

/// "Fifteen people were killed in three separate incidents".
fn in_several(sentence: &Sentence, verb: usize) -> bool {
    let several = |c: usize| {
        let counted = |n: usize| relation(sentence, n, &["nummod"]) && !is_one(&form(sentence, n));
        let several = |n: usize| telling::is(Telling::Several, &form(sentence, n));
        let deed = telling::is(Telling::Incident, &lemma(sentence, c));
        deed && sentence.children(c).any(|n| counted(n) || several(n) && feature(sentence, c, "Number=Plur"))
    };
    sentence.children(verb).any(|c| {
        relation(sentence, c, &["obl"])
            && matches!(case_of(sentence, c).as_deref(), Some("in" | "by"))
            && several(c)
    })
}

fn adverb(sentence: &Sentence, verb: usize, lists: &ModalityLists) -> bool {
    sentence.children(verb).any(|c| {
        relation(sentence, c, &["advmod", "obl"]) && kind(sentence, c, lists) == Some(Series::Adverb)
    })
}
