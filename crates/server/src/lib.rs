//! The HTTP API and the embedded workbench.
