//! Reads data/: types, rules, actors, places, outlets and weapons.
