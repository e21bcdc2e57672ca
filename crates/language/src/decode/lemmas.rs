//! Owns lemmas: the table of forms, then suffix rules, then the form itself
//! (`data/lang/en/lemmas.tsv`, `data/lang/en/lemma-suffixes.tsv`).

use crate::LanguageError;
use ascribe_model::Upos;
use rustc_hash::FxHashMap;

const LONGEST_SUFFIX: usize = 6;

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
        let entries = self.forms.get(lower)?;
        let under = |tag: Upos| entries.iter().find(|(t, _)| *t == tag).map(|(_, lemma)| *lemma);
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
    }
}
