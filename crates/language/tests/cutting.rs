//! Cutting text into words and sentences: what holds of every text.

use ascribe_language::text;
use proptest::prelude::*;

fn check(source: &str) {
    let words = text::words(source);
    let mut last = 0;
    for word in &words {
        assert!(word.span.start >= last && word.span.start < word.span.end);
        assert!(!word.of(source).is_empty(), "at character boundaries");
        last = word.span.end;
    }
    let sentences = text::sentences(source, |_| 3);
    assert!(
        sentences
            .iter()
            .all(|s| !s.is_empty() && s.len() <= text::MAX_WORDS && 3 * s.len() <= text::MAX_PIECES + 3)
    );
    let joined: Vec<_> = sentences.into_iter().flatten().map(|w| w.span).collect();
    assert_eq!(joined, words.iter().map(|w| w.span).collect::<Vec<_>>(), "every word is in one sentence");
}

proptest! {
    #[test]
    fn any_text_is_cut(source in "\\PC{0,300}") {
        check(&source);
    }

    #[test]
    fn any_bytes_are_cut(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn letters_and_marks_are_cut(source in "[a-zA-Z0-9.,'’\"“”()\\[\\]*_#@:/ \n-]{0,200}") {
        check(&source);
        let kept: usize = text::words(&source).iter().map(|w| w.span.end - w.span.start).sum();
        prop_assert!(kept <= source.len());
    }
}
