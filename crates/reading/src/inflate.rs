//! Gzip: found by its first two bytes, unpacked whole or not at all, with a limit against bombs.

use flate2::read::MultiGzDecoder;
use std::borrow::Cow;
use std::io::Read;

/// The most bytes that one file may unpack to. Far above any report; a gzip bomb reaches it at once.
pub(crate) const LIMIT: u64 = 512 << 20;

/// Why bytes could not be unpacked.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Broken {
    /// The stream ends early or fails its check sum.
    #[error("the gzip data is truncated or damaged ({0})")]
    Damaged(String),
    /// More than [`LIMIT`].
    #[error("the gzip data unpacks to more than {} MB", LIMIT >> 20)]
    TooLarge,
}

/// True where the bytes are gzip.
pub(crate) fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

/// The bytes, unpacked where they are gzip.
pub(crate) fn inflate(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Broken> {
    inflate_up_to(bytes, LIMIT)
}

fn inflate_up_to(bytes: &[u8], limit: u64) -> Result<Cow<'_, [u8]>, Broken> {
    if !is_gzip(bytes) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut out = Vec::new();
    MultiGzDecoder::new(bytes)
        .take(limit + 1)
        .read_to_end(&mut out)
        .map_err(|error| Broken::Damaged(error.to_string()))?;
    if out.len() as u64 > limit { Err(Broken::TooLarge) } else { Ok(Cow::Owned(out)) }
}

#[cfg(test)]
pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("writing to memory");
    encoder.finish().expect("writing to memory")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_whole_or_not_at_all() {
        let packed = gzip(b"Two soldiers died near the bridge.");
        assert_eq!(inflate(&packed).as_deref(), Ok(&b"Two soldiers died near the bridge."[..]));
        assert!(matches!(inflate(&packed[..packed.len() - 6]), Err(Broken::Damaged(_))));
        assert_eq!(inflate(b"plain").as_deref(), Ok(&b"plain"[..]));
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let bomb = gzip(&vec![0; 1 << 20]);
        assert_eq!(inflate_up_to(&bomb, 1000), Err(Broken::TooLarge));
    }
}
