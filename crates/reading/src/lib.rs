//! Bytes to reports: formats, metadata, passages.
//!
//! [`read`] takes the bytes of one file and gives the reports in it and what had to be set aside.
//! [`read_lines`] streams JSON Lines. Nothing here fails or panics, whatever the bytes: what cannot be
//! read comes back as a `SetAside` that names file, line and remedy. The only I/O is in
//! [`collect_paths`] and [`read_path`].
//!
//! How a text becomes passages, and the figures, are in `docs/reading.md`.

mod collect;
mod dates;
mod decode;
mod draft;
mod formats;
mod html;
mod inflate;
mod jsonl;
mod language;
mod outlets;
mod phrases;
mod reader;
mod sourcemap;
mod text;

pub use collect::{collect_paths, read_path};
pub use dates::parse_date;
pub use formats::{FORMATS, Format};
pub use jsonl::read_lines;
pub use outlets::{Outlet, Outlets};
pub use reader::{Input, Reading, note_future_date, read};
pub use sourcemap::source_offset;
