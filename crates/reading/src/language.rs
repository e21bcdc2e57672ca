//! The language of a body, as ISO 639-1, or `und` where the text does not tell.

use whatlang::{Lang, Script};

/// How much of a body is looked at: whatlang's trigrams settle long before.
const ENOUGH: usize = 6000;
/// Below this many letters nothing but a script of one language tells.
const FEW: usize = 24;
/// So many letters are no more than a line or two.
const LINE: usize = 200;

/// The language of the body passages; `declared` (an HTML `lang`) decides where the words do not.
pub(crate) fn detect<'a>(body: impl Iterator<Item = &'a str>, declared: Option<&str>) -> String {
    let mut sample = String::new();
    for passage in body {
        let room = ENOUGH.saturating_sub(sample.len());
        let cut =
            passage.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end <= room).last();
        sample.push_str(passage.get(..cut.unwrap_or(0)).unwrap_or(""));
        sample.push(' ');
        if sample.len() >= ENOUGH {
            break;
        }
    }
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let declared = declared.and_then(primary);
    if letters < FEW {
        return declared.unwrap_or_else(|| "und".into());
    }
    let english = english_share(&sample);
    // A line has too few trigrams to tell: a word that only English has tells more.
    if english >= 0.25 || english >= 0.1 && letters < LINE && has_english_word(&sample) {
        return "en".into();
    }
    match whatlang::detect(&sample) {
        Some(found) if found.is_reliable() || found.script() != Script::Latin => code(found.lang()).into(),
        // Lists of names and figures look like many languages; English function words decide.
        _ if english >= 0.1 => "en".into(),
        // One or two of them in a line or two: a guess at another language would lose the report.
        Some(found) if letters >= 60 && english < 0.05 => code(found.lang()).into(),
        _ => declared.unwrap_or_else(|| "und".into()),
    }
}

/// `en-GB` → `en`; nothing for what is no language tag.
fn primary(tag: &str) -> Option<String> {
    let main = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    (main.len() == 2 && main.chars().all(|c| c.is_ascii_alphabetic())).then_some(main)
}

/// The share of the words that are common English function words and verbs of reporting.
fn english_share(sample: &str) -> f64 {
    const COMMON: &[&str] = &[
        "the", "of", "and", "to", "in", "a", "that", "was", "were", "is", "on", "for", "by", "with", "at",
        "from", "said", "had", "has", "have", "been", "it", "as", "his", "their", "who", "which", "an",
        "are", "after", "this", "be", "he", "they", "not", "killed", "two", "near", "when", "but",
    ];
    let (mut all, mut common) = (0usize, 0usize);
    for word in sample.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        all += 1;
        common += usize::from(COMMON.iter().any(|c| word.eq_ignore_ascii_case(c)));
    }
    common as f64 / all.max(1) as f64
}

/// True where a function word or verb of reporting stands that no neighbouring language spells so.
fn has_english_word(sample: &str) -> bool {
    const OWN: &[&str] = &[
        "the", "and", "that", "were", "with", "from", "said", "been", "their", "who", "which", "after",
        "this", "they", "killed", "near", "when", "but",
    ];
    let mut words = sample.split(|c: char| !c.is_alphanumeric());
    words.any(|word| OWN.iter().any(|own| word.eq_ignore_ascii_case(own)))
}

/// ISO 639-1, or the three-letter code where there is none.
fn code(lang: Lang) -> &'static str {
    const CODES: &[(&str, &str)] = &[
        ("epo", "eo"),
        ("eng", "en"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("ben", "bn"),
        ("fra", "fr"),
        ("deu", "de"),
        ("ukr", "uk"),
        ("kat", "ka"),
        ("ara", "ar"),
        ("hin", "hi"),
        ("jpn", "ja"),
        ("heb", "he"),
        ("yid", "yi"),
        ("pol", "pl"),
        ("amh", "am"),
        ("jav", "jv"),
        ("kor", "ko"),
        ("nob", "nb"),
        ("dan", "da"),
        ("swe", "sv"),
        ("fin", "fi"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("hun", "hu"),
        ("ces", "cs"),
        ("ell", "el"),
        ("bul", "bg"),
        ("bel", "be"),
        ("mar", "mr"),
        ("kan", "kn"),
        ("ron", "ro"),
        ("slv", "sl"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("mkd", "mk"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("tam", "ta"),
        ("vie", "vi"),
        ("urd", "ur"),
        ("tha", "th"),
        ("guj", "gu"),
        ("uzb", "uz"),
        ("pan", "pa"),
        ("aze", "az"),
        ("ind", "id"),
        ("tel", "te"),
        ("pes", "fa"),
        ("mal", "ml"),
        ("ori", "or"),
        ("mya", "my"),
        ("nep", "ne"),
        ("sin", "si"),
        ("khm", "km"),
        ("tuk", "tk"),
        ("aka", "ak"),
        ("zul", "zu"),
        ("sna", "sn"),
        ("afr", "af"),
        ("lat", "la"),
        ("slk", "sk"),
        ("cat", "ca"),
        ("tgl", "tl"),
        ("hye", "hy"),
        ("cym", "cy"),
    ];
    let three = lang.code();
    CODES.iter().find(|(code, _)| *code == three).map_or(three, |(_, two)| two)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        for (text, expected) in [
            ("Two soldiers were killed near the bridge.", "en"),
            ("Bombs kill 20 in Mosul", "und"),
            ("Pro-Russian separatists shot down a Ukrainian military transport plane near Luhansk.", "en"),
            ("On a retrouvé une bombe dans la gare de Lyon, selon la police nationale.", "fr"),
            ("Militants attacked an army post in Borno state on Sunday, killing seven soldiers.", "en"),
            ("Deux soldats ont été tués dimanche près du pont, a annoncé le ministère de la Défense.", "fr"),
            ("Dos soldados murieron el domingo cerca del puente, informó el Ministerio de Defensa.", "es"),
            ("قتل جنديان يوم الأحد بالقرب من الجسر، بحسب وزارة الدفاع في البلاد.", "ar"),
            ("Двоє військових загинули в неділю біля мосту, повідомило міністерство оборони України.", "uk"),
            ("Двое военных погибли в воскресенье у моста, сообщило министерство обороны России.", "ru"),
            ("Guerrillas fired rockets into Kabul, killing eleven people, Radio Kabul said.", "und"),
            ("12, 14, 15", "und"),
            ("", "und"),
        ] {
            assert_eq!(detect([text].into_iter(), None), expected, "{text}");
        }
    }

    #[test]
    fn a_declaration_decides_where_words_do_not() {
        assert_eq!(detect(["Mosul"].into_iter(), Some("en-GB")), "en");
        assert_eq!(detect(["Mosul"].into_iter(), Some("no language")), "und");
    }
}
