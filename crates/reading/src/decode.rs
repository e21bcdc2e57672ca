//! Bytes to characters: byte order mark, declared encoding, UTF-8, a guess, in this order.

use ascribe_model::Note;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Decoded text, the name of its encoding, and what was lost.
pub(crate) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    pub notes: Vec<Note>,
}

/// How far into the bytes a declaration or the guess looks.
const HEAD: usize = 64 * 1024;

/// Decodes the bytes. Characters that the encoding cannot hold become U+FFFD, with a note.
pub(crate) fn decode(bytes: &[u8], markup: bool) -> Decoded {
    let (encoding, skip) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, length),
        None => (choose(bytes, markup), 0),
    };
    let body = bytes.get(skip..).unwrap_or_default();
    let (text, lossy) = encoding.decode_without_bom_handling(body);
    let mut notes = Vec::new();
    if lossy {
        notes.push(Note {
            code: "invalid_bytes".into(),
            message: format!(
                "some bytes are not valid {} and were replaced by \u{fffd}; save the file as UTF-8 to keep them",
                encoding.name()
            ),
        });
    }
    Decoded { text: text.into_owned(), encoding: encoding.name(), notes }
}

fn choose(bytes: &[u8], markup: bool) -> &'static Encoding {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if let Some(wide) = without_mark(head) {
        return wide;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if markup && let Some(encoding) = declared(head) {
        // A page that says UTF-16 in ASCII letters is not UTF-16 (HTML standard).
        let utf16 = encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE;
        return if utf16 { UTF_8 } else { encoding };
    }
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(head, bytes.len() <= HEAD);
    match detector.guess(None, chardetng::Utf8Detection::Deny) {
        e if e == UTF_8 => WINDOWS_1252,
        e => e,
    }
}

/// UTF-16 without a mark: every second byte of mostly Latin text is zero.
fn without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let head = head.get(..head.len().min(512) & !1)?;
    if head.len() < 8 {
        return None;
    }
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    let half = head.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, high) if high * 10 > half * 7 => Some(encoding_rs::UTF_16LE),
        (high, 0) if high * 10 > half * 7 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// `<meta charset=…>`, `content="text/html; charset=…"` or `<?xml … encoding="…"?>`.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head.get(..head.len().min(4096))?).to_ascii_lowercase();
    for key in ["charset", "encoding"] {
        for (at, _) in head.match_indices(key) {
            let rest = head.get(at + key.len()..)?.trim_start();
            let Some(rest) = rest.strip_prefix('=') else { continue };
            let label: String = rest
                .trim_start_matches([' ', '"', '\''])
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
                .collect();
            if let Some(encoding) = Encoding::for_label(label.as_bytes()) {
                return Some(encoding);
            }
        }
    }
    None
}

/// True where valid multi-byte sequences far outnumber broken ones: UTF-8 with some damage.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc2).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 2 * bad
}

/// True where the bytes are no text: NUL bytes or many control characters in what was decoded.
pub(crate) fn is_binary(bytes: &[u8], text: &str) -> bool {
    let magic: [&[u8]; 9] = [
        b"%PDF-",
        b"PK\x03\x04",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"\x7fELF",
        b"SQLite format 3",
        b"\xd0\xcf\x11\xe0",
        b"7z\xbc\xaf",
    ];
    if magic.iter().any(|m| bytes.starts_with(m)) {
        return true;
    }
    let head = text.chars().take(HEAD);
    let (mut all, mut odd, mut nul) = (0usize, 0usize, 0usize);
    for c in head {
        all += 1;
        nul += usize::from(c == '\0');
        odd += usize::from((c.is_control() && !"\t\n\r\u{b}\u{c}\u{85}".contains(c)) || c == '\u{fffd}');
    }
    nul * 200 > all || odd * 10 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], markup: bool, encoding: &str, text: &str) {
        let decoded = decode(bytes, markup);
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, text));
    }

    #[test]
    fn encodings_are_found() {
        check("Kyïv – “two”".as_bytes(), false, "UTF-8", "Kyïv – “two”");
        check(b"\xef\xbb\xbfA mine", false, "UTF-8", "A mine");
        check(b"\xff\xfeA\0b\0", false, "UTF-16LE", "Ab");
        check(b"T\0w\0o\0 \0m\0e\0n\0", false, "UTF-16LE", "Two men");
        check(
            b"<meta charset=\"koi8-u\"><p>\xeb\xc9\xc5\xd7",
            true,
            "KOI8-U",
            "<meta charset=\"koi8-u\"><p>Киев",
        );
        check(
            b"<?xml version='1.0' encoding='windows-1256'?><p>\xcd\xe3\xd5",
            true,
            "windows-1256",
            "<?xml version='1.0' encoding='windows-1256'?><p>حمص",
        );
        check(
            b"The minister\x92s caf\xe9 was hit, he said.",
            false,
            "windows-1252",
            "The minister’s café was hit, he said.",
        );
    }

    #[test]
    fn damage_in_utf8_is_noted() {
        let mut bytes = "Сирийская армия сообщила о боях. ".repeat(3).into_bytes();
        bytes.push(0xff);
        let decoded = decode(&bytes, false);
        assert_eq!(decoded.encoding, "UTF-8");
        assert_eq!(decoded.notes[0].code, "invalid_bytes");
    }

    #[test]
    fn binary_is_told_from_text() {
        let binary = |b: &[u8]| is_binary(b, &decode(b, false).text);
        assert!(binary(b"\x7fELF\x02\x01\x01\0\0\0\0\0"));
        assert!(binary(&(0..=255u8).cycle().take(5000).collect::<Vec<_>>()));
        assert!(binary(b"%PDF-1.7 some text"));
        assert!(!binary("Ordinary text, بالعربية, with\ttabs\r\n".as_bytes()));
        assert!(!binary(b""));
    }
}
