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

/// Aircraft and guns that do what their owners do, named by nothing else: "the jets", "artillery".
pub fn is_machine(name: &str) -> bool {
    vocabulary::is(Class::Machine, &name.to_lowercase())
}
