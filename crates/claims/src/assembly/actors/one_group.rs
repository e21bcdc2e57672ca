//! "The army struck posts of the Valley Front, killing eight militants": the militants are the Front's.

use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, Effect, Role, Side};

/// Fighters by a general word are of the one group that the claim names: they are no party of their own beside it, and
/// of its side.
pub fn of_one_group(actors: &mut Vec<Actor>, effects: &mut [Effect]) {
    let Some(group) = only_group(actors, Role::Target).or_else(|| only_group(actors, Role::Agent)) else {
        return;
    };
    let (role, side) = (group.role, group.side);
    // "Insurgents including the Valley Front took Keld": others with it.
    actors.retain(|a| role == Role::Agent || a.role != role || a.id.is_some() || !is_general(&a.name));
    let general = |e: &&mut Effect| irregular(e.side) && e.victims.as_deref().is_some_and(is_general);
    effects.iter_mut().filter(general).for_each(|e| e.side = side);
}

/// The one group in that role that bears arms against a state, known by its name.
fn only_group(actors: &[Actor], role: Role) -> Option<&Actor> {
    let mut groups = actors.iter().filter(|a| a.role == role && irregular(a.side) && !is_general(&a.name));
    let first = groups.next().filter(|a| a.id.is_some())?;
    groups.next().is_none().then_some(first)
}

fn is_general(name: &str) -> bool {
    vocabulary::is(Class::OfGroup, &name.to_lowercase())
}

fn irregular(side: Side) -> bool {
    matches!(side, Side::Rebel | Side::Jihadist | Side::Militia)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_model::{Count, Harm};

    fn target(name: &str, side: Side, id: Option<&str>) -> Actor {
        Actor { role: Role::Target, name: name.to_owned(), side, id: id.map(str::to_owned), span: None }
    }

    #[test]
    fn fighters_are_of_the_group_that_is_struck() {
        let mut effects = [Effect {
            harm: Harm::Killed,
            victims: Some("militants".to_owned()),
            side: Side::Rebel,
            count: Count::exactly(8),
            text: String::new(),
            span: None,
        }];
        let front = target("Valley Front", Side::Jihadist, Some("front"));
        let mut actors = vec![front, target("militants", Side::Rebel, None)];
        of_one_group(&mut actors, &mut effects);
        assert_eq!((actors.len(), effects[0].side), (1, Side::Jihadist));
    }
}
