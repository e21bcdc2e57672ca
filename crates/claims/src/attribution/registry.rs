//! All names of people and bodies in a report, and which of them is the fullest form of another.

use super::lists::AttributionLists;
use super::names::mention_text;
use ascribe_model::{Analysis, Grounding, Label, Report};

/// A name that stands somewhere in the report.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) text: String,
    pub(crate) words: Vec<String>,
    pub(crate) sentence: usize,
    pub(crate) head: usize,
    pub(crate) person: bool,
}

/// All names of people and bodies in a report, in text order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Registry {
    pub(crate) entries: Vec<Entry>,
    /// Short forms that stand in brackets behind a name, with the name: "Free Homeland Montoneros (MPL)".
    short: Vec<(String, String)>,
}

/// Lower-case words of a name, marks of possession and punctuation left out.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.replace(['’', '\''], "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

impl Registry {
    pub(crate) fn new(
        report: &Report,
        analysis: &Analysis,
        grounding: &Grounding,
        lists: &AttributionLists,
    ) -> Self {
        let mut entries = Vec::new();
        let mut short = Vec::new();
        for (at, sentence) in analysis.sentences.iter().enumerate() {
            for m in sentence.mentions.iter().filter(|m| m.named) {
                let person = m.label == Label::Person;
                if person || m.label == Label::Organisation {
                    let text = mention_text(report, sentence, m);
                    let behind = report.text.get(sentence.span_of(m.tokens).end..).unwrap_or("");
                    if let Some(abbreviation) = in_brackets(behind).filter(|_| !person && text.contains(' '))
                    {
                        short.push((abbreviation.to_owned(), text.clone()));
                    }
                    entries.push(Entry { words: words(&text), text, sentence: at, head: m.head, person });
                }
            }
        }
        // "Volta Monitor chief Ana Diallo": the office is hers, and no body's name ends in it.
        let office = |name: &str| {
            name.rsplit(' ').next().is_some_and(|last| lists.offices.contains_key(&last.to_lowercase()))
        };
        for actor in grounding.actors.iter().filter(|a| a.named && (a.person || !office(&a.name))) {
            if !entries.iter().any(|e| e.sentence == actor.sentence && e.head == actor.head) {
                let text = actor.name.clone();
                let entry = Entry {
                    words: words(&text),
                    text,
                    sentence: actor.sentence,
                    head: actor.head,
                    person: actor.person,
                };
                entries.push(entry);
            }
        }
        entries.sort_by_key(|e| (e.sentence, e.head));
        Self { entries, short }
    }

    /// The fullest name that holds all words of `name` in order, or that it abbreviates.
    pub(crate) fn fullest(&self, name: &str, person: Option<bool>) -> Option<&Entry> {
        let wanted = words(name);
        if wanted.is_empty() {
            return None;
        }
        let defined = self.short.iter().find(|(short, _)| short == name).map(|(_, full)| full);
        if let Some(entry) = defined.and_then(|full| self.entries.iter().find(|e| e.text == *full)) {
            return Some(entry);
        }
        let letters = (wanted.len() == 1 && name.len() >= 2 && !name.chars().any(char::is_lowercase))
            .then(|| &wanted[0]);
        self.entries
            .iter()
            .filter(|e| person.is_none_or(|p| p == e.person))
            .filter(|e| e.words.len() > wanted.len() && e.words.len() <= 9)
            .filter(|e| {
                let part = if e.person { holds(&e.words, &wanted) } else { e.words.ends_with(&wanted) };
                part || letters.is_some_and(|l| initials(&e.words, l))
            })
            .max_by_key(|e| (e.words.len(), std::cmp::Reverse((e.sentence, e.head))))
    }

    /// Mentions of the person of that name, in text order.
    pub(crate) fn same_person(&self, name: &str) -> Vec<&Entry> {
        let wanted = words(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let exact: Vec<&Entry> =
            self.entries.iter().filter(|e| e.person && holds(&e.words, &wanted)).collect();
        let is_fuller = exact.iter().any(|e| e.words.len() > wanted.len());
        if is_fuller || wanted.len() > 1 {
            return exact;
        }
        // "Saree" beside "Yahya Sarea": one name in two spellings.
        let close = |e: &&Entry| e.person && e.words.last().is_some_and(|w| one_letter_apart(w, &wanted[0]));
        exact.into_iter().chain(self.entries.iter().filter(close)).collect()
    }
}

/// True for long words of one length that differ in one letter.
fn one_letter_apart(a: &str, b: &str) -> bool {
    a.chars().count() >= 5
        && a.chars().count() == b.chars().count()
        && a.chars().zip(b.chars()).filter(|(x, y)| x != y).count() == 1
}

/// True where `part` is the end of `whole`, or stands in it as one run.
fn holds(whole: &[String], part: &[String]) -> bool {
    whole.windows(part.len()).any(|w| w == part)
}

/// The short form that the brackets right behind a name hold: "” (MPL) said", "(FARC), which".
fn in_brackets(behind: &str) -> Option<&str> {
    let inner = behind.trim_start_matches(['"', '”', '\'', ' ']).strip_prefix('(')?;
    let (short, _) = inner.split_once(')')?;
    let letters = short.chars().all(|c| c.is_uppercase() || c == '-' || c.is_ascii_digit());
    (letters && (2..=10).contains(&short.len())).then_some(short)
}

/// "hrw" for "human rights watch"; small words may be left out ("sohr").
fn initials(words: &[String], letters: &str) -> bool {
    let all: String = words.iter().filter_map(|w| w.chars().next()).collect();
    let main: String = words
        .iter()
        .filter(|w| !matches!(w.as_str(), "of" | "the" | "for" | "and" | "in"))
        .filter_map(|w| w.chars().next())
        .collect();
    all == letters || main == letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registry(names: &[(&str, bool)]) -> Registry {
        let entry = |(i, (text, person)): (usize, &(&str, bool))| Entry {
            text: (*text).to_owned(),
            words: words(text),
            sentence: i,
            head: 0,
            person: *person,
        };
        Registry { entries: names.iter().enumerate().map(entry).collect(), short: vec![] }
    }

    #[test]
    fn brackets_behind_a_name_hold_its_short_form() {
        assert_eq!(in_brackets("\" (MPL) said"), Some("MPL"));
        assert_eq!(in_brackets(" (see above) said"), None);
        let mut r = registry(&[("Free Homeland Montoneros", false), ("MPL", false)]);
        r.short.push(("MPL".to_owned(), "Free Homeland Montoneros".to_owned()));
        assert_eq!(r.fullest("MPL", None).map(|e| e.text.as_str()), Some("Free Homeland Montoneros"));
    }

    #[test]
    fn short_forms_find_the_fullest_name() {
        let r = registry(&[
            ("Andean Rights Watch", false),
            ("Lucia Paredes Rojas", true),
            ("Council of the North", false),
        ]);
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(r.fullest(name, None).map(|e| e.text.as_str()), expected, "{name}");
        };
        check("ARW", Some("Andean Rights Watch"));
        check("Paredes Rojas", Some("Lucia Paredes Rojas"));
        check("CN", Some("Council of the North"));
        check("Ramirez", None);
        check("Andean Rights Watch", None);
    }
}
