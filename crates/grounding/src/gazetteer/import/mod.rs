//! Readers of the gazetteer files that users bring.

pub mod boundaries;
pub mod geonames;
pub mod whosonfirst;
