//! Mentions to actors, shapes, intervals and counts.

pub mod actors;
pub mod counts;
mod error;
pub mod gazetteer;
pub mod places;
pub mod shapes;
pub mod times;
mod words;

pub use actors::{ActorDictionary, ground_actors, ground_actors_in, source_side, source_side_in};
pub use counts::{ground_counts, parse_count};
pub use error::GroundingError;
pub use places::{ground_places, home_country};
pub use times::ground_times;
