//! The casebook: one SQLite file of reports, claims, events and reviews.
//!
//! What it promises:
//! * every report is filed in one transaction: it is there with all its claims, or not at all;
//! * filing the same bytes again changes nothing; an edited report becomes a new version beside the old;
//! * the content, as [`Casebook::dump`] shows it, does not depend on when or in how many runs it was
//!   added, nor on a run having been killed;
//! * the review log only grows.
//!
//! The layout is in `sql/`, one file per version. Claims come in with spans in *characters* (as the
//! pipeline hands them out) and reports with spans in *bytes*; everything that is read back for people
//! counts characters.

mod bounds;
mod dump;
mod error;
mod events;
mod facets;
mod filter;
mod identity;
mod ledger;
mod linking;
mod open;
mod read;
mod read_claims;
mod read_events;
mod read_reports;
mod results;
mod reviews;
mod search;
mod sources;
mod text_query;
mod voices;
mod withheld;
mod write;
mod write_claim;

pub use bounds::Bounds;
pub use error::CasebookError;
pub use filter::Filter;
pub use open::CASEBOOK_VERSION;
pub use results::{
    EventFile, EventHead, Facet, Facets, Hit, Page, Ratio, ReportHead, Review, SharedWith, SnippetRun,
    SourceRow, StoredClaim, StoredPassage, StoredReport, Summary,
};
pub use withheld::{Named, Names};
pub use write::Added;

/// An open casebook. One connection; open another for another thread.
pub struct Casebook {
    connection: rusqlite::Connection,
    path: std::path::PathBuf,
}

impl Casebook {
    /// Sorts an answer of SQLite into what a user can act on.
    fn fail(&self, source: rusqlite::Error) -> CasebookError {
        CasebookError::from_sqlite(&self.path, source)
    }
}
