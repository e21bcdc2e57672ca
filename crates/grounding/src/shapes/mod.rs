//! Places as shapes in WGS84.

mod geodesy;

pub use geodesy::km;
