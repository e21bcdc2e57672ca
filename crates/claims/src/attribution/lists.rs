//! The word lists of attribution, read from `rules/en/attribution/*.tsv`. Errors carry file and line.

use ascribe_codebook::{DataError, DataFiles, read_rows};
use rustc_hash::FxHashMap;

/// What a cue does with what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueClass {
    /// Tells it ("said").
    Say,
    /// Tells it with emphasis ("claimed", "insisted").
    Claim,
    /// Agrees with it ("confirmed", "admitted").
    Confirm,
    /// Says that it did not happen ("denied").
    Deny,
    /// Lays it at somebody's door ("accused X of").
    Accuse,
    /// Holds it to be so ("believes", "estimates").
    Believe,
    /// A document or picture bears it out ("showed").
    Show,
    /// Tells of what may come ("warned", "vowed").
    Warn,
    /// Makes it public ("announced").
    Announce,
    /// Points to who told it ("citing", "quoting").
    Cite,
}

impl CueClass {
    fn parse(name: &str) -> Option<CueClass> {
        Some(match name {
            "say" => CueClass::Say,
            "claim" => CueClass::Claim,
            "confirm" => CueClass::Confirm,
            "deny" => CueClass::Deny,
            "accuse" => CueClass::Accuse,
            "believe" => CueClass::Believe,
            "show" => CueClass::Show,
            "warn" => CueClass::Warn,
            "announce" => CueClass::Announce,
            "cite" => CueClass::Cite,
            _ => return None,
        })
    }
}

/// What may hold the words told by a verb; one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frames(u16);

impl Frames {
    /// A clause ("said that …", "…, he said").
    pub const CLAUSE: Frames = Frames(1);
    /// Words in quotation marks only.
    pub const QUOTE: Frames = Frames(2);
    /// A noun phrase ("confirmed the arrest").
    pub const NP: Frames = Frames(4);
    /// An infinitive ("claims to have …").
    pub const TO: Frames = Frames(8);
    /// "accused X **of** …".
    pub const OF: Frames = Frames(16);
    /// "blamed X **for** …".
    pub const FOR: Frames = Frames(32);
    /// "described it **as** …".
    pub const AS: Frames = Frames(64);
    /// The object is who tells ("quoted X").
    pub const OBJECT: Frames = Frames(128);
    /// "blamed the attack **on** X".
    pub const ON: Frames = Frames(256);
    /// "implicated X **in** …".
    pub const IN: Frames = Frames(512);
    /// "held X **responsible for** …".
    pub const RESPONSIBLE: Frames = Frames(1024);
    /// "put the death **toll** at …".
    pub const TOLL: Frames = Frames(2048);

    /// True where the verb has this frame.
    pub fn has(self, frame: Frames) -> bool {
        self.0 & frame.0 != 0
    }

    fn parse(names: &str) -> Option<Frames> {
        let mut bits = 0;
        for name in names.split(',') {
            bits |= match name.trim() {
                "clause" => Frames::CLAUSE.0,
                "quote" => Frames::QUOTE.0,
                "np" => Frames::NP.0,
                "to" => Frames::TO.0,
                "of" => Frames::OF.0,
                "for" => Frames::FOR.0,
                "as" => Frames::AS.0,
                "object" => Frames::OBJECT.0,
                "on" => Frames::ON.0,
                "in" => Frames::IN.0,
                "responsible" => Frames::RESPONSIBLE.0,
                "toll" => Frames::TOLL.0,
                _ => return None,
            };
        }
        Some(Frames(bits))
    }
}

/// A verb of the list.
#[derive(Debug, Clone)]
pub struct CueVerb {
    /// What it does.
    pub class: CueClass,
    /// Where the words told stand.
    pub frames: Frames,
    /// `file:line`.
    pub at: String,
}

/// What a noun that holds a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NounKind {
    /// Nobody named ("reports that").
    Report,
    /// Somebody's ("the army's claim that").
    Claim,
    /// A charge ("allegations that").
    Charge,
    /// Says that it did not happen.
    Denial,
    /// A text or picture.
    Document,
}

/// A noun of the list.
#[derive(Debug, Clone)]
pub struct CueNoun {
    /// What it is.
    pub kind: NounKind,
    /// `file:line`.
    pub at: String,
}

/// What a phrase of the list does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseKind {
    /// A source follows.
    Preposition,
    /// Source `unspecified`, for the clause.
    Adverb,
    /// Source `unspecified`, for the noun.
    Adjective,
}

/// A phrase of the list.
#[derive(Debug, Clone)]
pub struct CuePhrase {
    /// Lower-case words.
    pub words: Vec<String>,
    /// What it does.
    pub kind: PhraseKind,
    /// `file:line`.
    pub at: String,
}

/// An example sentence of a list with the place it stands at, for the tests.
#[derive(Debug, Clone)]
pub struct ListExample {
    /// `file:line`.
    pub at: String,
    /// The sentence with its marks.
    pub text: String,
}

/// Say verbs with classes, nouns, phrases and speakers.
#[derive(Debug, Clone, Default)]
pub struct AttributionLists {
    pub(crate) verbs: FxHashMap<String, CueVerb>,
    pub(crate) nouns: FxHashMap<String, CueNoun>,
    pub(crate) phrases: Vec<CuePhrase>,
    /// Common nouns of people who speak for a body.
    pub(crate) offices: FxHashMap<String, ()>,
    /// Common nouns that stand for a named body, with words that its name holds.
    pub(crate) generics: FxHashMap<String, Vec<String>>,
    /// Common nouns of people and bodies that speak.
    pub(crate) speakers: FxHashMap<String, ()>,
    /// Media to which things are told.
    pub(crate) wires: FxHashMap<String, ()>,
    /// One example a row, in file order.
    pub examples: Vec<ListExample>,
}

const FOLDER: &str = "rules/en/attribution/";

impl AttributionLists {
    /// Reads the lists. Every row of verbs, nouns and phrases needs an example.
    ///
    /// # Errors
    /// All rows that cannot be used, each with file and line.
    pub fn load(data: &DataFiles) -> Result<Self, Vec<DataError>> {
        let mut lists = Self::default();
        read_rows(data, FOLDER, |file, at, cells| match file {
            n if n.starts_with("verbs") => lists.verb(at, cells),
            n if n.starts_with("nouns") => lists.noun(at, cells),
            n if n.starts_with("phrases") => lists.phrase(at, cells),
            n if n.starts_with("speakers") => lists.speaker(cells),
            _ => Err((1, "a list here is named verbs*, nouns*, phrases* or speakers*".to_owned())),
        })?;
        lists.phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
        Ok(lists)
    }

    fn example(&mut self, at: &str, cell: Option<&&str>) -> Result<(), (usize, String)> {
        match cell {
            Some(text) if text.matches('*').count() == 2 => {
                self.examples.push(ListExample { at: at.to_owned(), text: (*text).to_owned() });
                Ok(())
            }
            _ => Err((1, "needs an example with *one word* of what is told between stars".to_owned())),
        }
    }

    fn verb(&mut self, at: &str, cells: &[&str]) -> Result<(), (usize, String)> {
        let [lemma, class, frames, ..] = cells else {
            return Err((1, "needs lemma, class, frames, example".into()));
        };
        let class = CueClass::parse(class).ok_or((2, format!("unknown class `{class}`")))?;
        let frames = Frames::parse(frames).ok_or((3, format!("unknown frame in `{frames}`")))?;
        self.example(at, cells.get(3))?;
        self.verbs.insert((*lemma).to_owned(), CueVerb { class, frames, at: at.to_owned() });
        Ok(())
    }

    fn noun(&mut self, at: &str, cells: &[&str]) -> Result<(), (usize, String)> {
        let [lemma, class, ..] = cells else { return Err((1, "needs lemma, class, example".into())) };
        let kind = match *class {
            "report" => NounKind::Report,
            "claim" => NounKind::Claim,
            "charge" => NounKind::Charge,
            "denial" => NounKind::Denial,
            "document" => NounKind::Document,
            other => return Err((2, format!("unknown class `{other}`"))),
        };
        self.example(at, cells.get(2))?;
        self.nouns.insert((*lemma).to_owned(), CueNoun { kind, at: at.to_owned() });
        Ok(())
    }

    fn phrase(&mut self, at: &str, cells: &[&str]) -> Result<(), (usize, String)> {
        let [words, kind, ..] = cells else { return Err((1, "needs words, kind, example".into())) };
        let kind = match *kind {
            "preposition" => PhraseKind::Preposition,
            "adverb" => PhraseKind::Adverb,
            "adjective" => PhraseKind::Adjective,
            other => return Err((2, format!("unknown kind `{other}`"))),
        };
        self.example(at, cells.get(2))?;
        let words = words.split(' ').map(str::to_lowercase).collect();
        self.phrases.push(CuePhrase { words, kind, at: at.to_owned() });
        Ok(())
    }

    fn speaker(&mut self, cells: &[&str]) -> Result<(), (usize, String)> {
        let [word, kind, ..] = cells else { return Err((1, "needs word, kind, names".into())) };
        match *kind {
            "office" => drop(self.offices.insert((*word).to_owned(), ())),
            "speaker" => drop(self.speakers.insert((*word).to_owned(), ())),
            "wire" => drop(self.wires.insert(word.to_lowercase(), ())),
            "generic" => {
                let names = cells.get(2).map(|c| c.split(',').filter(|w| !w.is_empty()).map(str::to_owned));
                self.generics.insert((*word).to_owned(), names.into_iter().flatten().collect());
            }
            other => return Err((2, format!("unknown kind `{other}`"))),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_lists_load() {
        let lists = AttributionLists::load(&DataFiles::builtin()).expect("clean lists");
        assert_eq!(lists.verbs["deny"].class, CueClass::Deny);
        assert!(lists.verbs["confirm"].frames.has(Frames::NP));
        assert!(lists.examples.len() > 100);
    }

    #[test]
    fn errors_name_file_line_and_column() {
        let mut data = DataFiles::default();
        data.insert(
            "rules/en/attribution/verbs.tsv",
            "lemma\tclass\tframes\texample\nmumble\twhisper\tclause\tx\n",
        );
        let errors = AttributionLists::load(&data).expect_err("a bad class");
        assert_eq!(errors[0].to_string(), "rules/en/attribution/verbs.tsv:2:2: unknown class `whisper`");
    }
}
