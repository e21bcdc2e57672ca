//! A linear, iterative walk over HTML source: tags, text with its offsets. No tree, so no depth.

use ascribe_model::Span;

/// One piece of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// `<name …>`; true where it closes itself.
    Open(&'a str, bool),
    /// `</name>`
    Close(&'a str),
    /// Words between tags, entities not decoded.
    Text,
    /// Comments, doctypes, contents of scripts and styles.
    Hidden,
}

/// Walks over the pieces of a page in order; they cover the whole source.
pub(crate) struct Scan<'a> {
    source: &'a str,
    at: usize,
    /// The element whose raw contents come next.
    raw: Option<&'a str>,
}

impl<'a> Scan<'a> {
    pub fn new(source: &'a str) -> Scan<'a> {
        Scan { source, at: 0, raw: None }
    }

    fn tag(&mut self, rest: &'a str) -> Option<(Piece<'a>, usize)> {
        let (closing, name_at) = if rest.starts_with("</") { (true, 2) } else { (false, 1) };
        let name_rest = rest.get(name_at..)?;
        if !name_rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name_end = name_rest
            .find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
            .unwrap_or(name_rest.len());
        let name = name_rest.get(..name_end)?;
        let length = tag_length(rest.as_bytes());
        let selfclosing = rest.get(..length)?.ends_with("/>");
        if closing {
            return Some((Piece::Close(name), length));
        }
        let hidden = ["script", "style", "textarea", "title", "noscript", "template", "svg", "iframe"];
        if !selfclosing {
            self.raw = hidden.into_iter().find(|h| name.eq_ignore_ascii_case(h) && *h != "title");
        }
        Some((Piece::Open(name, selfclosing), length))
    }
}

/// The bytes of a tag with its `>`; quoted values may hold `>`.
fn tag_length(rest: &[u8]) -> usize {
    let mut quote = 0;
    for (at, &byte) in rest.iter().enumerate() {
        match byte {
            b'"' | b'\'' if quote == 0 && rest.get(at.wrapping_sub(1)) == Some(&b'=') => quote = byte,
            b if b == quote => quote = 0,
            b'>' if quote == 0 => return at + 1,
            // A quote that is never closed ends with its tag.
            b'<' if at > 4000 => return at,
            _ => {}
        }
    }
    rest.len()
}

/// The offset of `</name` in `text`, case ignored.
fn find_close(text: &str, name: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|t| t.find("</")) {
        let at = from + found;
        let candidate = bytes.get(at + 2..at + 2 + name.len())?;
        if candidate.eq_ignore_ascii_case(name.as_bytes()) {
            return Some(at);
        }
        from = at + 2;
    }
    None
}

impl<'a> Iterator for Scan<'a> {
    type Item = (Piece<'a>, Span);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.source.get(self.at..).filter(|r| !r.is_empty())?;
        let (piece, length) = if let Some(name) = self.raw.take() {
            (Piece::Hidden, find_close(rest, name).unwrap_or(rest.len()))
        } else if rest.starts_with("<!--") {
            (Piece::Hidden, rest.find("-->").map_or(rest.len(), |at| at + 3))
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            (Piece::Hidden, rest.find('>').map_or(rest.len(), |at| at + 1))
        } else if let Some(found) = rest.starts_with('<').then(|| self.tag(rest)).flatten() {
            found
        } else {
            let end = rest.bytes().skip(1).position(|b| b == b'<').map_or(rest.len(), |at| at + 1);
            (Piece::Text, end)
        };
        let length = if length == 0 && self.raw.is_none() { return self.next() } else { length };
        let span = Span::new(self.at, self.at + length);
        self.at = span.end;
        Some((piece, span))
    }
}

/// Elements that never have contents.
pub(crate) fn is_void(name: &str) -> bool {
    const VOID: [&str; 14] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    ];
    VOID.iter().any(|v| name.eq_ignore_ascii_case(v))
}

/// Elements that begin a new line of text.
pub(crate) fn is_block(name: &str) -> bool {
    const BLOCK: [&str; 36] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "ul",
    ];
    BLOCK.iter().any(|b| name.eq_ignore_ascii_case(b))
}

/// The character of an entity (`&amp;`, `&#8217;`, `&eacute;`) at the start of `text`, and its length.
/// Latin-1 and the punctuation of news pages; other names give nothing.
pub(crate) fn entity(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(12).position(|b| b == b';')?;
    let name = body.get(..end)?;
    let length = end + 2;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some((char::from_u32(windows_1252(code))?, length));
    }
    const NAMED: &[(&str, char)] = &[
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("rdquo", '”'),
        ("ldquo", '“'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("bull", '•'),
        ("middot", '·'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("copy", '©'),
        ("reg", '®'),
        ("trade", '™'),
        ("euro", '€'),
        ("pound", '£'),
        ("sect", '§'),
        ("deg", '°'),
        ("shy", '\u{ad}'),
        ("sbquo", '‚'),
        ("bdquo", '„'),
        ("prime", '′'),
        ("ensp", '\u{2002}'),
        ("emsp", '\u{2003}'),
        ("thinsp", '\u{2009}'),
        ("zwnj", '\u{200c}'),
        ("zwj", '\u{200d}'),
        ("scaron", 'š'),
        ("Scaron", 'Š'),
        ("oelig", 'œ'),
        ("OElig", 'Œ'),
        ("times", '×'),
        ("frac12", '½'),
    ];
    if let Some((_, c)) = NAMED.iter().find(|(n, _)| *n == name) {
        return Some((*c, length));
    }
    // Names of U+00C0 to U+00FF in order.
    const LATIN: &str = "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute \
        Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
        szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
        eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
    let index = LATIN.split_whitespace().position(|n| n == name)?;
    char::from_u32(0xc0 + index as u32).map(|c| (c, length))
}

/// Numbers 128 to 159 mean Windows characters in HTML.
fn windows_1252(code: u32) -> u32 {
    const TABLE: [u32; 32] = [
        0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152,
        0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
        0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
    ];
    code.checked_sub(128).and_then(|i| TABLE.get(i as usize)).copied().unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_cover_the_source() {
        let source = "<!doctype html><P class=\"a>b\">Two &amp; <b>men</b><br/><script>if (a<b) x</script> 3 < 4<!-- c --></p>";
        let pieces: Vec<_> = Scan::new(source).collect();
        let mut at = 0;
        for (_, span) in &pieces {
            assert_eq!(span.start, at);
            at = span.end;
        }
        assert_eq!(at, source.len());
        let text: String =
            pieces.iter().filter(|(p, _)| *p == Piece::Text).map(|(_, s)| s.of(source)).collect();
        assert_eq!(text, "Two &amp; men 3 < 4");
        assert!(pieces.iter().any(|(p, _)| *p == Piece::Open("br", true)));
        assert_eq!(Scan::new("“Two</p>").count(), 2);
    }

    #[test]
    fn entities() {
        for (text, expected) in [
            ("&amp;x", '&'),
            ("&#8217;", '’'),
            ("&#x2019;", '’'),
            ("&#146;", '’'),
            ("&eacute;", 'é'),
            ("&yuml;", 'ÿ'),
        ] {
            assert_eq!(entity(text).map(|(c, _)| c), Some(expected), "{text}");
        }
        assert_eq!(entity("&unknown;"), None);
        assert_eq!(entity("& so"), None);
    }
}
