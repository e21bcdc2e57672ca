//! Operations in which, or for which, something that is told took place.

use crate::assembly::{Known, ancestors};
use crate::attribution::tree::{form, lemma, relation};
use crate::modality::Modality;
use crate::occurrence::Occurrence;
use crate::vocabulary::{self, Class};
use ascribe_model::Sentence;

/// "Two men were arrested during an operation", "a mine killed a soldier while he was patrolling": what happened in it
/// is told, and it is only the frame.
pub(super) fn is_frame(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    const TOLD: [&str; 7] =
        ["arrest", "attack", "seizure", "assassination", "abduction", "capture", "airstrike"];
    // "Five men were arrested in raids in Keld": by whoever arrests.
    let raids = occurrence.kind == "attack" && vocabulary::is(Class::Raid, &lemma(sentence, occurrence.head));
    // "Rebels set off mines as the troops were moving through the hills": what they were at.
    let moves = occurrence.kind == "deployment";
    // "Killed three men and arrested a fourth in a raid": the raid that killed is told.
    let hurts = ["killed", "injured"].iter().any(|role| occurrence.role(role).next().is_some());
    if occurrence.kind != "operation" && !raids && !moves || raids && hurts {
        return false;
    }
    let others = || {
        known.occurrences.iter().filter(|o| {
            let told = if raids { o.kind == "arrest" } else { TOLD.contains(&o.kind.as_str()) };
            o.sentence == occurrence.sentence && o.head != occurrence.head && told
        })
    };
    let inside = relation(sentence, occurrence.head, &["obl", "nmod"])
        && sentence.children(occurrence.head).any(|c| {
            relation(sentence, c, &["case"]) && matches!(form(sentence, c).as_str(), "during" | "in")
        });
    // "Troops targeted a bomb maker, detaining three men": the verb of the hunt and what came of it.
    let hunting = vocabulary::is(Class::Hunts, &lemma(sentence, occurrence.head));
    let hunts = || {
        hunting && !moves && others().any(|o| ancestors(sentence, o.head).get(1) == Some(&occurrence.head))
    };
    let up = ancestors(sentence, occurrence.head);
    let hunting = hunting || moves;
    // "The war broke out when the premier sent troops": what he did then is told.
    let going_on = !moves || form(sentence, occurrence.head).ends_with("ing");
    let meanwhile = relation(sentence, occurrence.head, &["advcl"])
        && sentence.children(occurrence.head).any(|c| match form(sentence, c).as_str() {
            "while" | "as" => true,
            "when" => going_on,
            _ => false,
        });
    let struck = |o: &&Occurrence| o.sentence == occurrence.sentence && o.head != occurrence.head;
    inside && !moves && others().any(|o| up.contains(&o.head))
        || hunting && meanwhile && known.occurrences.iter().filter(struck).any(|o| up.contains(&o.head))
        || hunts()
}

/// "Began an offensive that it said aimed to clear the valley", "their part in the operation to retake Salt": what the
/// operation told beside it is for.
pub(super) fn is_aim(known: &Known, occurrence: &Occurrence, modality: &Modality) -> bool {
    let aimed =
        modality.status_cue.is_some_and(|cue| known.report.words(cue).to_lowercase().starts_with("aim"));
    let operation = |o: &&Occurrence| {
        o.sentence == occurrence.sentence && o.head < occurrence.head && o.kind == "operation"
    };
    // "Operation to retake", wherever the tree hangs the verb.
    let before = occurrence.head.checked_sub(2).filter(|&noun| {
        let to = known.analysis.sentences.get(occurrence.sentence).map(|s| form(s, noun + 1));
        to.as_deref() == Some("to")
    });
    let mut operations = known.occurrences.iter().filter(operation);
    operations.any(|o| aimed || Some(o.head) == before)
}

/// "Troops captured a bomb maker in the province. … The troops targeted a compound": the hunt is told by whom it took.
pub(super) fn is_hunt_told_by_its_arrest(
    known: &Known,
    sentence: &Sentence,
    occurrence: &Occurrence,
) -> bool {
    let near = |o: &Occurrence| o.sentence.abs_diff(occurrence.sentence) <= HUNT;
    let taken = |o: &Occurrence| matches!(o.kind.as_str(), "arrest" | "capture") && !o.passing;
    occurrence.kind == "operation"
        && vocabulary::is(Class::Hunts, &lemma(sentence, occurrence.head))
        && known.occurrences.iter().any(|o| near(o) && taken(o))
}

/// Sentences between a hunt and the arrest that it led to.
const HUNT: usize = 2;
