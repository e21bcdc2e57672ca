//! Names that name no party: anybody, bystanders, and machines that do what their owners do.

use crate::vocabulary::{self, Class};

/// True for names such as "people" and "others".
pub fn is_anybody(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    vocabulary::is(Class::Anybody, &last)
}

/// "People", "civilians": hurt where it struck, whoever they were.
pub(super) fn is_bystander(name: &str) -> bool {
    is_anybody(name) || vocabulary::is(Class::Bystander, &name.to_lowercase())
}

/// Aircraft and guns that do what their owners do, named by nothing else: "the jets", "artillery", "fighter jets".
pub fn is_machine(name: &str) -> bool {
    let name = name.to_lowercase();
    let (before, last) = name.rsplit_once(' ').unwrap_or(("", &name));
    // "Fighter jets", "Su-25 attack aircraft".
    let kind = |w: &str| vocabulary::is(Class::Machine, w) || vocabulary::is(Class::MachineKind, w);
    vocabulary::is(Class::Machine, last) && before.split_whitespace().all(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_of_any_sort_do_what_their_owners_do() {
        assert!(is_machine("Fighter jets") && is_machine("helicopters") && is_machine("Typhoons"));
        assert!(!is_machine("Danish jets") && !is_machine("army helicopters"));
    }
}
