//! Owns lemmas: what a word's place says of it, the table of forms, then suffix rules, then the form itself
//! (`data/lang/en/lemmas.tsv`, `data/lang/en/lemma-suffixes.tsv`).

use crate::LanguageError;
use ascribe_model::Upos;
use rustc_hash::FxHashMap;

const LONGEST_SUFFIX: usize = 6;

/// What the lemma of a word depends on beside its form and tag.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    /// It is the first word of its sentence, where every word has a capital.
    pub first: bool,
    /// Its head is a proper noun: "the *New* York police", "*United* Nations".
    pub in_name: bool,
    /// The network calls it a plural.
    pub plural: bool,
    /// It is a possessive: "her house", but "they saw her".
    pub possessive: bool,
}

/// The tables.
pub struct Lemmas {
    forms: FxHashMap<&'static str, Vec<(Upos, &'static str)>>,
    suffixes: FxHashMap<(Upos, &'static str), &'static str>,
}

/// Tags under which a form may be known where it is not under its own.
fn related(tag: Upos) -> &'static [Upos] {
    match tag {
        Upos::Aux => &[Upos::Verb],
        Upos::Verb => &[Upos::Aux, Upos::Adj, Upos::Noun],
        Upos::Noun => &[Upos::Verb, Upos::Adj, Upos::Propn],
        Upos::Adj => &[Upos::Verb, Upos::Adv],
        Upos::Adv => &[Upos::Adj],
        Upos::Pron => &[Upos::Det],
        Upos::Det => &[Upos::Pron],
        Upos::Adp => &[Upos::Sconj, Upos::Adv],
        Upos::Sconj => &[Upos::Adp, Upos::Adv],
        _ => &[],
    }
}

impl Lemmas {
    /// The tables that are built in.
    pub fn builtin() -> Result<Self, LanguageError> {
        Self::parse(
            include_str!("../../../../data/lang/en/lemmas.tsv"),
            include_str!("../../../../data/lang/en/lemma-suffixes.tsv"),
        )
    }

    /// Reads `form UPOS lemma` and `UPOS suffix replacement …` lines.
    pub fn parse(forms: &'static str, suffixes: &'static str) -> Result<Self, LanguageError> {
        let mut tables = Self { forms: FxHashMap::default(), suffixes: FxHashMap::default() };
        tables.forms.reserve(20_000);
        for (line, fields) in rows(forms) {
            let [form, tag, lemma, ..] = fields[..] else { return Err(wrong("lemmas.tsv", line)) };
            tables.forms.entry(form).or_default().push((Upos::parse(tag), lemma));
        }
        for (line, fields) in rows(suffixes) {
            let [tag, suffix, replacement, ..] = fields[..] else {
                return Err(wrong("lemma-suffixes.tsv", line));
            };
            tables.suffixes.insert((Upos::parse(tag), suffix), replacement);
        }
        Ok(tables)
    }

    /// The lemma of a word in its place.
    pub fn in_place(&self, form: &str, tag: Upos, place: Place) -> String {
        match tag {
            Upos::Punct | Upos::Sym => plain_mark(form).to_owned(),
            Upos::Num => number(form),
            Upos::Propn => self.name(form, place.plural),
            Upos::Pron if !place.possessive && form.eq_ignore_ascii_case("her") => "she".to_owned(),
            _ => self.with_capital(form, tag, place),
        }
    }

    /// A proper noun keeps its form, but for what the table knows ("Sept.") and plurals ("Americans").
    fn name(&self, form: &str, plural: bool) -> String {
        let known = self.forms.get(form).and_then(|e| e.iter().find(|(tag, _)| *tag == Upos::Propn));
        match known {
            Some((_, lemma)) => (*lemma).to_owned(),
            None if plural => singular(form),
            None => form.to_owned(),
        }
    }

    /// Adjectives and participles inside a name keep their capital, and adjectives that are capitalised inside
    /// a sentence and unknown ("the Ruritanian army").
    fn with_capital(&self, form: &str, tag: Upos, place: Place) -> String {
        let lemma = self.lemma(form, tag);
        let capital = form.starts_with(char::is_uppercase) && form.contains(char::is_lowercase);
        if place.first || !capital {
            return lemma;
        }
        let unknown = || self.known_under(&form.to_lowercase(), tag).is_none();
        match tag {
            Upos::Adj if place.in_name || form.chars().all(char::is_alphabetic) && unknown() => {
                form.to_owned()
            }
            Upos::Verb if place.in_name => capitalised(&lemma),
            _ => lemma,
        }
    }

    fn known_under(&self, lower: &str, tag: Upos) -> Option<&'static str> {
        self.forms.get(lower)?.iter().find(|(t, _)| *t == tag).map(|(_, lemma)| *lemma)
    }

    /// The lemma of a word that is no proper noun; in lower case.
    pub fn lemma(&self, form: &str, tag: Upos) -> String {
        if matches!(tag, Upos::Propn | Upos::Punct | Upos::Sym | Upos::X | Upos::Num) {
            return form.to_owned();
        }
        let lower: String = form
            .chars()
            .filter(|c| !super::super::text::is_ignorable(*c))
            .flat_map(char::to_lowercase)
            .map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c })
            .collect();
        if let Some(known) = self.known(&lower, tag) {
            return known.to_owned();
        }
        self.by_suffix(&lower, tag).unwrap_or(lower)
    }

    fn known(&self, lower: &str, tag: Upos) -> Option<&'static str> {
        let under = |tag: Upos| self.known_under(lower, tag);
        under(tag).or_else(|| related(tag).iter().filter_map(|&t| under(t)).find(|lemma| *lemma != lower))
    }

    fn by_suffix(&self, lower: &str, tag: Upos) -> Option<String> {
        let starts =
            lower.char_indices().map(|(at, _)| at).filter(|&at| at > 0 && lower.len() - at <= LONGEST_SUFFIX);
        for at in starts {
            if let Some(replacement) = self.suffixes.get(&(tag, &lower[at..])) {
                return Some(format!("{}{}", &lower[..at], replacement));
            }
        }
        None
    }
}

/// A mark as a keyboard has it.
fn plain_mark(form: &str) -> &str {
    match form {
        "–" => "-",
        "“" | "”" | "``" => "\"",
        "‘" | "’" => "'",
        _ => form,
    }
}

/// Figures without their commas, words in small letters; "IV" stays.
fn number(form: &str) -> String {
    if form.starts_with(|c: char| c.is_ascii_digit()) {
        form.to_lowercase().replace(',', "")
    } else if form.contains(char::is_lowercase) {
        form.to_lowercase()
    } else {
        form.to_owned()
    }
}

/// "Americans" → "American", "Territories" → "Territory".
fn singular(name: &str) -> String {
    const ENDINGS: &[(&str, &str)] = &[
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ss", "ss"),
        ("s", ""),
    ];
    for (plural, one) in ENDINGS {
        if let Some(stem) = name.strip_suffix(plural)
            && stem.len() > 1
        {
            return format!("{stem}{one}");
        }
    }
    name.to_owned()
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |c| c.to_uppercase().chain(characters).collect())
}

fn rows(file: &'static str) -> impl Iterator<Item = (usize, Vec<&'static str>)> {
    file.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !(line.starts_with("# ")))
        .map(|(n, line)| (n + 1, line.split('\t').collect()))
}

fn wrong(table: &'static str, line: usize) -> LanguageError {
    LanguageError::Table { table, line, reason: "too few fields".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_then_suffixes_then_the_form() {
        let tables = Lemmas::builtin().expect("the tables are well formed");
        let check =
            |form: &str, tag: Upos, expected: &str| assert_eq!(tables.lemma(form, tag), expected, "{form}");
        check("were", Upos::Aux, "be");
        check("KILLED", Upos::Verb, "kill");
        check("soldiers", Upos::Noun, "soldier");
        check("gunmen", Upos::Noun, "gunman");
        check("cities", Upos::Noun, "city");
        check("blamed", Upos::Verb, "blame");
        check("rioted", Upos::Verb, "riot");
        check("Homs", Upos::Propn, "Homs");
        check("n’t", Upos::Part, "not");
        check("zzgrbling", Upos::Noun, "zzgrbling");
        check("", Upos::Noun, "");
        check("fled", Upos::Verb, "flee");
        check("voting", Upos::Verb, "vote");
    }

    #[test]
    fn a_place_decides_on_capitals_plurals_and_cases() {
        let tables = Lemmas::builtin().expect("the tables are well formed");
        let check = |form: &str, tag: Upos, place: Place, expected: &str| {
            assert_eq!(tables.in_place(form, tag, place), expected, "{form} {place:?}");
        };
        let anywhere = Place::default();
        let named = Place { in_name: true, ..anywhere };
        let plural = Place { plural: true, ..anywhere };
        check("New", Upos::Adj, named, "New");
        check("New", Upos::Adj, Place { first: true, ..anywhere }, "new");
        check("United", Upos::Verb, named, "Unite");
        check("Ruritanian", Upos::Adj, anywhere, "Ruritanian");
        check("Ruritanians", Upos::Propn, plural, "Ruritanian");
        check("Homs", Upos::Propn, anywhere, "Homs");
        check("Sept.", Upos::Propn, anywhere, "September");
        check("her", Upos::Pron, anywhere, "she");
        check("her", Upos::Pron, Place { possessive: true, ..anywhere }, "her");
        check("12,500", Upos::Num, anywhere, "12500");
        check("Twenty", Upos::Num, anywhere, "twenty");
        check("“", Upos::Punct, anywhere, "\"");
    }
}
