//! The boundary that every front end uses: [`Resources`] are loaded once, [`Resources::extract`] turns a
//! report into claims. Pure after loading: no I/O, no clock, same input and data, same bytes out, whatever
//! the number of threads.

mod extract;
mod ordered;
mod resources;
mod steps;

pub use extract::Extraction;
pub use ordered::in_order;
pub use resources::{ResourceError, Resources};
pub use steps::Steps;
