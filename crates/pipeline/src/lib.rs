//! The facade: bytes in, claims and events out.
