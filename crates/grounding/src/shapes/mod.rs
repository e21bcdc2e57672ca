//! Places as shapes in WGS84: conventions are told in `docs/places.md`.

mod area;
mod country;
mod geodesy;
mod line;
mod place;
mod precision;

pub use area::{disc, hull, ring_contains, sector};
pub use country::part_of_country;
pub use geodesy::{bearing, destination, km};
pub use line::{bank, corridor, middle_of_path, nearest};
pub use place::{Placed, placed};
pub use precision::precision;
