//! Bytes to reports: formats, metadata, passages, fingerprints of copies.
