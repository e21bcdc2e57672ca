//! One SQLite file of reports, claims, events and reviews.
