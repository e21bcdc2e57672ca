//! How many were harmed: the number that counts a victim or thing, or what its form tells.

use super::{Known, actors, phrase};
use crate::occurrence::RoleFill;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_model::{ActorMention, Count, CountMention, Sentence, Span, Token, Upos};

/// Nouns that say how many: "a couple of fighters", "the gay couple".
const GROUPED: [(&str, u64); 5] = [("couple", 2), ("pair", 2), ("duo", 2), ("trio", 3), ("twin", 2)];

/// A number with the words that give it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Amount {
    /// The range.
    pub count: Count,
    /// The words of the number, where there are some.
    pub span: Option<Span>,
    /// True where the number itself stands for the victims ("30 were wounded").
    pub numeral: bool,
}

/// True for a noun that names a share of what hangs on it: "a third of the power stations" is no third, and no number.
pub fn is_share(token: &Token) -> bool {
    deeds::is(Deed::Share, &token.lemma)
}

/// The amount of a role's filler.
pub fn of(known: &Known, sentence: &Sentence, fill: &RoleFill) -> Amount {
    let token = &sentence.tokens[fill.head];
    if is_share(token) {
        return Amount::default();
    }
    if is_nobody(sentence, fill.head) {
        return Amount { count: Count::exactly(0), span: None, numeral: true };
    }
    // "There were no coalition casualties".
    let loss = token.head.filter(|_| ["compound", "amod"].iter().any(|r| sentence.relation_is(fill.head, r)));
    if loss.is_some_and(|up| is_nobody(sentence, up)) {
        return Amount { count: Count::exactly(0), span: None, numeral: false };
    }
    let counted = members(known, sentence, fill)
        .or_else(|| counted(known, sentence, fill))
        .or_else(|| number_of(known, sentence, fill))
        .or_else(|| of_share(known, sentence, fill))
        .or_else(|| of_losses(known, sentence, fill));
    let numeral = token.upos == Upos::Num
        || (token.upos == Upos::Noun
            && counted.is_some_and(|c| c.counted == fill.head && c.tokens.contains(fill.head)));
    let group = GROUPED.iter().find(|(word, _)| *word == token.lemma).map(|(_, n)| *n);
    if let Some(n) = group.filter(|_| counted.is_none_or(|c| c.count == Count::exactly(1))) {
        return Amount { count: Count::exactly(n), span: None, numeral: false };
    }
    match counted.or_else(|| of_antecedent(known, sentence, fill)) {
        Some(c) => {
            let span = (c.sentence == fill.sentence).then_some(c.span);
            Amount { count: c.count, span, numeral }
        }
        // "Put the toll at twice that": not one toll.
        None if deeds::is(Deed::Tallies, &token.lemma) => Amount::default(),
        None => Amount { count: by_form(known, sentence, fill), span: None, numeral },
    }
}

/// "No one was hurt", "nobody", "there were no casualties", "exploded without causing casualties", "without hurting
/// anyone": none, of people not named.
fn is_nobody(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    let no = phrase::determiner(sentence, head) == "no";
    let form = token.text.to_lowercase();
    if matches!(form.as_str(), "nobody" | "no-one") || form == "one" && no {
        return true;
    }
    let without = |at: usize| sentence.children(at).any(|c| sentence.tokens[c].lemma == "without");
    if matches!(form.as_str(), "anyone" | "anybody") && token.head.is_some_and(without) {
        return true;
    }
    vocabulary::is(Class::Loss, &token.lemma)
        && !sentence.children(head).any(|c| sentence.relation_is(c, "nmod") && !is_setting(sentence, c))
        && (no || without(head) || token.head.is_some_and(without) || of_no_report(sentence, head))
}

/// "There were no reports of casualties", "no word of victims".
fn of_no_report(sentence: &Sentence, head: usize) -> bool {
    let of = sentence.child(head, &["case"]).is_some_and(|c| sentence.tokens[c].text == "of");
    let told = sentence.tokens[head].head.filter(|_| of && sentence.relation_is(head, "nmod"));
    told.is_some_and(|t| {
        let lemma = sentence.tokens[t].lemma.as_str();
        matches!(lemma, "report" | "word" | "news" | "sign") && phrase::determiner(sentence, t) == "no"
    })
}

/// "No casualties in the raid", "on Monday": when and where, not whose.
fn is_setting(sentence: &Sentence, at: usize) -> bool {
    !sentence.children(at).any(|c| matches!(sentence.tokens[c].lemma.as_str(), "among" | "of" | "to"))
}

/// The number that counts this head: "five" in "five soldiers", or the head itself in "killed five".
fn counted<'a>(known: &'a Known, sentence: &Sentence, fill: &RoleFill) -> Option<&'a CountMention> {
    let here = || {
        known.grounding.counts.iter().filter(|c| c.sentence == fill.sentence && !is_age(sentence, fill, c))
    };
    let range = phrase::core(sentence, fill.head);
    // "One of at least nine people killed": as many as were killed.
    const HARM: [&str; 8] = ["arrest", "capture", "detain", "hurt", "injure", "kidnap", "kill", "wound"];
    let killed = sentence
        .child(fill.head, &["acl"])
        .is_some_and(|c| HARM.contains(&sentence.tokens[c].lemma.to_lowercase().as_str()));
    let direct = |c: &&CountMention| {
        let last = sentence.tokens.get(c.tokens.end.saturating_sub(1));
        killed && c.counted == fill.head && last.is_some_and(|t| t.head == Some(fill.head))
    };
    // "Three of the nine hostages": three.
    let partitive = |c: &&CountMention| {
        let number = c.tokens.end.saturating_sub(1);
        !killed
            && sentence.tokens[fill.head].head == Some(number)
            && sentence.tokens[number].upos == Upos::Num
            && sentence.relation_is(fill.head, "nmod")
            && ["obj", "nsubj:pass"].iter().any(|r| sentence.relation_is(number, r))
    };
    here()
        .find(partitive)
        .or_else(|| here().find(direct))
        .or_else(|| here().find(|c| c.counted == fill.head))
        .or_else(|| here().find(|c| c.tokens.contains(fill.head)))
        .or_else(|| {
            here().find(|c| {
                let direct = sentence.tokens.get(c.tokens.end.saturating_sub(1)).and_then(|t| t.head);
                range.contains(c.tokens.start) && direct == Some(fill.head)
            })
        })
        // "dozens more mostly schoolchildren": the number opens the phrase.
        .or_else(|| here().find(|c| c.tokens.start == range.start && range.start < fill.head))
        // "In strikes on two villages 40 civilian killed": the tree ties the number elsewhere, the words do not.
        .or_else(|| {
            here()
                .find(|c| c.tokens.end == range.start && sentence.tokens[c.tokens.end - 1].upos == Upos::Num)
        })
}

/// "A family of six", "a crew of 20": as many as it has.
fn members<'a>(known: &'a Known, sentence: &Sentence, fill: &RoleFill) -> Option<&'a CountMention> {
    if !vocabulary::is(Class::HasMembers, &sentence.tokens[fill.head].lemma) {
        return None;
    }
    known.grounding.counts.iter().find(|c| {
        let number = c.tokens.end.saturating_sub(1);
        c.sentence == fill.sentence
            && c.tokens.contains(c.counted)
            && sentence.tokens[number].upos == Upos::Num
            && sentence.tokens[number].head == Some(fill.head)
            && sentence.relation_is(number, "nmod")
    })
}

/// "brings to 24 the number of soldiers held", "the number of dead rose to nine", "put the number of rebels killed at 80",
/// "raised to 18 its toll for the number of rebels killed": the figure stands with the verb, or with the participle.
fn number_of<'a>(known: &'a Known, sentence: &Sentence, fill: &RoleFill) -> Option<&'a CountMention> {
    let number = sentence.tokens[fill.head].head.filter(|&h| {
        sentence.relation_is(fill.head, "nmod") && sentence.tokens[h].lemma.eq_ignore_ascii_case("number")
    })?;
    let above = sentence.tokens[number].head?;
    let toll = sentence.tokens[above].head.filter(|_| sentence.relation_is(number, "nmod"));
    let verb = toll.unwrap_or(above);
    let participle = sentence.child(fill.head, &["acl"]);
    known.grounding.counts.iter().find(|c| {
        let token = sentence.tokens.get(c.tokens.end.saturating_sub(1));
        let with = |t: &Token| t.head == Some(verb) || participle.is_some() && t.head == participle;
        c.sentence == fill.sentence
            && token.is_some_and(|t| with(t) && t.upos == Upos::Num)
            && sentence.relation_is(c.tokens.end - 1, "obl")
    })
}

/// "Two of the dead were policemen": as many as the subject tells.
fn of_share<'a>(known: &'a Known, sentence: &Sentence, fill: &RoleFill) -> Option<&'a CountMention> {
    let share = sentence.child(fill.head, &["nsubj"]).filter(|&s| sentence.tokens[s].upos == Upos::Num)?;
    known.grounding.counts.iter().find(|c| c.sentence == fill.sentence && c.tokens.contains(share))
}

/// "Inflicted 90 casualties on the army", "twelve deaths among the guests", "the army suffered 90 casualties": the
/// figure stands with the losses.
fn of_losses<'a>(known: &'a Known, sentence: &Sentence, fill: &RoleFill) -> Option<&'a CountMention> {
    let losses = losses_of(sentence, fill.head)?;
    let here = || known.grounding.counts.iter().filter(|c| c.sentence == fill.sentence);
    here().find(|c| c.counted == losses).or_else(|| {
        // "Rebel losses were put at 90", "the army's casualties reached 40": with the verb.
        let verb = sentence.tokens[losses].head.filter(|_| is_owner(sentence, fill.head))?;
        here().find(|c| {
            let number = c.tokens.end.saturating_sub(1);
            c.counted == number
                && ["obl", "obj"].iter().any(|r| sentence.relation_is(number, r))
                && sentence.tokens[number].head == Some(verb)
        })
    })
}

/// The losses that somebody suffers: of "inflicted losses on the army", "losses among the rebels", "the army's losses",
/// "the army suffered losses".
fn losses_of(sentence: &Sentence, at: usize) -> Option<usize> {
    let governor = sentence.tokens[at].head?;
    let object = sentence.child(governor, &["obj"]);
    let losses = if is_owner(sentence, at) {
        governor
    } else if ["obl", "nmod"].iter().any(|r| sentence.relation_is(at, r)) {
        object.filter(|&o| o < at).unwrap_or(governor)
    } else {
        object.filter(|_| sentence.relation_is(at, "nsubj"))?
    };
    vocabulary::is(Class::Loss, &sentence.tokens[losses].lemma).then_some(losses)
}

/// "Rebel" of "rebel losses", "army" of "the army's losses".
fn is_owner(sentence: &Sentence, at: usize) -> bool {
    ["compound", "amod", "nmod:poss"].iter().any(|r| sentence.relation_is(at, r))
}

/// "Paul Ames, 42, of Leeds": a number after a name is an age.
fn is_age(sentence: &Sentence, fill: &RoleFill, count: &CountMention) -> bool {
    sentence.tokens[fill.head].upos == Upos::Propn
        && count.tokens.start > fill.head
        && sentence.tokens.get(count.tokens.start - 1).is_some_and(|t| t.text == ",")
}

/// "Two soldiers were seized ... The soldiers were taken on the road", "these men", "them": as many as those
/// they point back to.
fn of_antecedent<'a>(known: &'a Known, sentence: &Sentence, fill: &RoleFill) -> Option<&'a CountMention> {
    let token = &sentence.tokens[fill.head];
    if !matches!(fill.role.as_str(), "killed" | "injured" | "captured") {
        return None;
    }
    let plural = is_plural(token) || matches!(token.lemma.to_lowercase().as_str(), "they" | "them");
    let points = token.upos == Upos::Pron
        || matches!(phrase::determiner(sentence, fill.head).as_str(), "the" | "these" | "those");
    if !plural || !points {
        return None;
    }
    let chain = known.analysis.chain_of(fill.sentence, fill.head)?;
    chain
        .mentions
        .iter()
        .filter(|m| m.sentence <= fill.sentence)
        .find_map(|m| known.grounding.counts.iter().find(|c| c.sentence == m.sentence && c.counted == m.head))
}

/// Without a numeral: "a soldier", "the mayor" and a named person are one; "no one" is none; a bare plural
/// is a number not stated.
fn by_form(known: &Known, sentence: &Sentence, fill: &RoleFill) -> Count {
    let token = &sentence.tokens[fill.head];
    let determiner = phrase::determiner(sentence, fill.head);
    if matches!(determiner.as_str(), "no" | "neither") || matches!(token.lemma.as_str(), "nobody" | "none") {
        return Count::exactly(0);
    }
    // "There were no casualties among the troops": none of them.
    let governor = token.head.filter(|&h| sentence.relation_is(fill.head, "nmod") && h < fill.head);
    let loss = governor.filter(|&h| vocabulary::is(Class::Loss, &sentence.tokens[h].lemma));
    if loss.is_some_and(|h| phrase::determiner(sentence, h) == "no") {
        return Count::exactly(0);
    }
    // "Rebel losses", "the army suffered heavy losses": nobody says how many.
    if losses_of(sentence, fill.head).is_some_and(|l| l != fill.head && loss != Some(l)) {
        return Count::default();
    }
    let mention = actors::mention_of(known, fill.sentence, fill.head);
    let person = mention.is_some_and(|m| m.person && m.head == fill.head);
    // "The leader of the Valley Front" is one, "the Valley Front" is not.
    let member = |m: &ActorMention| m.by.starts_with("people of the group");
    let mass = mention.is_some_and(|m| m.named && !m.person && !member(m));
    let one_pronoun = token.upos == Upos::Pron
        && matches!(token.text.to_lowercase().as_str(), "he" | "him" | "she" | "her" | "himself" | "herself");
    let stuff = [&token.lemma, &token.text.to_lowercase()].iter().any(|w| vocabulary::is(Class::Stuff, w));
    let noun = !is_plural(token) && !mass && !stuff && matches!(token.upos, Upos::Noun | Upos::Propn);
    if person || one_pronoun || noun { Count::exactly(1) } else { Count::default() }
}

/// True for plurals by form or feature, "schoolchildren" and "policemen" too where the model errs.
pub fn is_plural(token: &Token) -> bool {
    let form = token.text.to_lowercase();
    let by_form = form.ends_with('s') && form.strip_suffix('s') == Some(&token.lemma.to_lowercase());
    phrase::is_plural(token)
        || by_form
        || vocabulary::is(Class::AlwaysPlural, &form)
        || form.ends_with("children")
        || form.ends_with("men")
}
