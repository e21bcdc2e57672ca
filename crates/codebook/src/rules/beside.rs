//! Numbers by where they stand: what the order of words tells where the tree errs.

use super::tree::Tree;
use crate::rules::vocabulary::{Word, is};
use ascribe_model::Upos;

/// The number right after the word, else right before it, as the noun that it counts where one follows:
/// "injured over 15", "two dead and 18 injured". None where another verb stands between.
pub(super) fn counted(at: usize, tree: &Tree<'_>) -> Option<usize> {
    after(at, tree).or_else(|| before(at, tree))
}

fn after(at: usize, tree: &Tree<'_>) -> Option<usize> {
    let number = (at + 1..tree.len().min(at + 6)).find(|&i| !is(Word::BesideNumber, tree.word(i)))?;
    (tree.upos(number) == Upos::Num).then(|| noun_after(number, tree))
}

fn noun_after(number: usize, tree: &Tree<'_>) -> usize {
    let noun = tree.head(number).filter(|&h| tree.base(number) == "nummod" && h > number && h <= number + 4);
    noun.filter(|&h| tree.upos(h).is_nominal()).unwrap_or(number)
}

fn before(at: usize, tree: &Tree<'_>) -> Option<usize> {
    let mut i = at.checked_sub(1)?;
    while is(Word::BesideNumber, tree.word(i)) && !is(Word::Others, tree.word(i)) {
        i = i.checked_sub(1)?;
    }
    let noun = is(Word::Others, tree.word(i)).then_some(i);
    if noun.is_some() {
        i = i.checked_sub(1)?;
    }
    // "killed five wounded ten": the five are another verb's; "were put at five killed": they are the killed.
    let another = tree.head(i).is_some_and(|h| {
        h < i
            && tree.is_verbal(h)
            && matches!(tree.base(i), "obj" | "nsubj" | "obl")
            && !is(Word::Reckons, tree.lemma(h))
    });
    let number = tree.upos(i) == Upos::Num || is(Word::VagueNumber, tree.word(i));
    (number && !another).then_some(noun.filter(|&n| tree.upos(n).is_nominal()).unwrap_or(i))
}

/// True for an apposition that reads as the next item of a list: both have a number or an article of their
/// own, and no mark stands between ("four trucks two guns", "a nurse a porter and two guards").
pub(super) fn is_listed(item: usize, first: usize, tree: &Tree<'_>) -> bool {
    let opener = |t: usize| {
        let opens = |c: &usize| {
            tree.base(*c) == "nummod" || (tree.base(*c) == "det" && matches!(tree.word(*c), "a" | "an"))
        };
        tree.children(t).iter().copied().find(opens)
    };
    let Some(start) = opener(item).filter(|_| tree.base(item) == "appos") else { return false };
    let more = tree.children(item).iter().any(|&c| tree.base(c) == "conj") || tree.base(start) == "nummod";
    more && opener(first).is_some()
        && start > first
        && (first + 1..start).all(|t| tree.upos(t) != Upos::Punct)
}

/// The counted noun right after a counted noun, whatever the tree makes of it: "two posts six trucks".
pub(super) fn next_counted(noun: usize, tree: &Tree<'_>) -> Option<usize> {
    let counted = |t: usize| tree.children(t).iter().any(|&c| tree.base(c) == "nummod");
    let number = noun + 1;
    if !counted(noun) || tree.upos(number) != Upos::Num || tree.base(number) != "nummod" {
        return None;
    }
    let next = tree.head(number).filter(|&h| h > number && h <= number + 4 && tree.upos(h).is_nominal())?;
    if is(Word::Measure, tree.lemma(next)) {
        return None;
    }
    let governed = tree.head(next).is_some_and(|h| h > next && tree.is_verbal(h));
    (!governed).then_some(next)
}
