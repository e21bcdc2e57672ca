//! A speaker by the fullest name that the report prints, with the side that grounding saw.

use super::Resolved;
use crate::attribution::found::Context;
use crate::attribution::names::{self, Named};
use crate::attribution::registry;
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{Side, Source};

/// The fullest name, with the side that grounding saw.
pub(super) fn full(context: &Context, at: usize, head: usize, named: Named) -> Resolved {
    let sentence = context.sentence(at);
    let fuller = if named.proper { fuller(context, &named) } else { None };
    let name = without_machines(fuller.unwrap_or_else(|| named.name.clone()));
    let actor = context.grounding.actors.iter().find(|a| a.sentence == at && a.head == head);
    // "Jama'at Nusrat al-Islam said": the tree may hold only the first word of a name that the dictionary knows.
    let whole = actor.filter(|a| a.named && a.id.is_some() && a.name.starts_with(&format!("{name} ")));
    let name = whole.map_or(name, |a| a.name.clone());
    let side = actor.map_or(Side::Unknown, |a| a.side);
    let plural = sentence.tokens.get(head).is_some_and(|t| t.feats.contains("Number=Plur"));
    Resolved { source: Source { name, side, span: Some(named.span) }, person: named.person, plural }
}

/// "Valley coalition warplanes": it is the coalition that speaks.
pub(super) fn without_machines(mut name: String) -> String {
    while let Some((owner, last)) = name.rsplit_once(' ')
        && vocabulary::is(Class::Machine, last)
    {
        name.truncate(owner.len());
    }
    name
}

pub(super) fn fuller(context: &Context, named: &Named) -> Option<String> {
    if !named.person {
        return context.registry.fullest(&named.name, Some(false)).map(|e| e.text.clone());
    }
    // "Senator Bernales", "Mr Kirby": the surname finds the person.
    let bare: Vec<&str> = named
        .name
        .split(' ')
        .skip_while(|w| {
            let word = w.trim_end_matches('.').to_lowercase();
            context.lists.offices.contains_key(&word) || telling::is(Telling::Address, &word)
        })
        .collect();
    // Of all mentions of the person, the one printed with most words, the first on a tie.
    let all = context.registry.same_person(&bare.join(" "));
    let printed = all.into_iter().filter_map(|e| {
        let at = names::of_phrase(context, e.sentence, e.head).filter(|n| n.person)?;
        Some((registry::words(&at.name).len(), at.name))
    });
    let best = printed.fold(None, |best: Option<(usize, String)>, one| match best {
        Some(b) if b.0 >= one.0 => Some(b),
        _ => Some(one),
    })?;
    (best.0 > registry::words(&named.name).len()).then_some(best.1)
}
