//! Annotated and extracted mentions of events in the same terms.

use ascribe_model::{CharacterIndex, Claim, Harm, PassageKind, Report, Role, Span};
use serde_json::Value;

/// One mention: a class, the words that name it (in characters), its sentence, and who fills which role.
pub struct Mention {
    pub class: &'static str,
    pub words: Span,
    pub sentence: usize,
    pub roles: Vec<(&'static str, String)>,
}

/// Types of KAIROS (by their beginning) as classes; what is not here is outside the codebook.
const ANNOTATED: [(&str, &str); 7] = [
    ("Conflict.Attack", "attack"),
    ("Life.Die", "die"),
    ("Life.Injure", "injure"),
    ("Justice.ArrestJailDetain", "detain"),
    ("Conflict.Demonstrate", "demonstrate"),
    ("ArtifactExistence.DamageDestroyDisableDismantle.D", "destroy"),
    ("Contact.ThreatenCoerce", "threaten"),
];

/// Roles of KAIROS; instruments are codes in claims, not words, and are left out.
const ROLES: [(&str, &str); 12] = [
    ("Attacker", "agent"),
    ("Killer", "agent"),
    ("Injurer", "agent"),
    ("Jailer", "agent"),
    ("Damager", "agent"),
    ("Destroyer", "agent"),
    ("Demonstrator", "agent"),
    ("Target", "target"),
    ("Victim", "target"),
    ("Detainee", "target"),
    ("Artifact", "target"),
    ("Place", "place"),
];

/// Types of the codebook as classes.
const TYPES: [(&str, &str); 16] = [
    ("attack", "attack"),
    ("clash", "attack"),
    ("airstrike", "attack"),
    ("shelling", "attack"),
    ("explosion", "attack"),
    ("suicide_bombing", "attack"),
    ("chemical_attack", "attack"),
    ("assassination", "attack"),
    ("execution", "attack"),
    ("operation", "attack"),
    ("arrest", "detain"),
    ("abduction", "detain"),
    ("protest", "demonstrate"),
    ("riot", "demonstrate"),
    ("destruction", "destroy"),
    ("threat", "threaten"),
];

/// A document as text: a sentence a line.
pub fn text_of(document: &Value) -> String {
    let sentences = document["sentences"].as_array().into_iter().flatten();
    sentences.filter_map(|s| s[1].as_str()).collect::<Vec<_>>().join("\n")
}

/// Where each sentence of [`text_of`] begins, in characters.
fn starts(document: &Value) -> Vec<usize> {
    let mut at = 0;
    let sentences = document["sentences"].as_array().into_iter().flatten();
    sentences
        .map(|s| {
            let start = at;
            at += s[1].as_str().unwrap_or_default().chars().count() + 1;
            start
        })
        .collect()
}

/// The annotated mentions of the classes above in the body of the report: headlines are no claims.
pub fn annotated(document: &Value, report: &Report) -> Vec<Mention> {
    let starts = starts(document);
    let index = CharacterIndex::new(&report.text);
    let body: Vec<Span> =
        report.passages.iter().filter(|p| p.kind == PassageKind::Body).map(|p| index.span(p.span)).collect();
    let number = |v: &Value| v.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
    let mention = |event: &Value| -> Option<Mention> {
        let kind = event["event_type"].as_str()?;
        let class = ANNOTATED.iter().find(|a| kind.starts_with(a.0))?.1;
        let trigger = &event["trigger"];
        let sentence = number(&trigger["sent_idx"]);
        let tokens = document["sentences"][sentence][0].as_array()?;
        // Tokens are numbered through the document, and their offsets count from its start.
        let first = document["sentences"].as_array()?[..sentence]
            .iter()
            .map(|s| s[0].as_array().map_or(0, Vec::len))
            .sum::<usize>();
        let base = number(&tokens.first()?[1]);
        let from =
            number(&tokens.get(number(&trigger["start"]).checked_sub(first)?)?[1]).checked_sub(base)?;
        let to =
            number(&tokens.get(number(&trigger["end"]).checked_sub(first + 1)?)?[2]).checked_sub(base)?;
        let words = Span::new(starts[sentence] + from, starts[sentence] + to);
        let arguments = event["arguments"].as_array()?;
        let roles = arguments.iter().filter_map(|a| {
            let role = ROLES.iter().find(|r| Some(r.0) == a["role"].as_str())?.1;
            Some((role, a["text"].as_str()?.to_owned()))
        });
        body.iter().any(|b| b.overlaps(words)).then_some(())?;
        Some(Mention { class, words, sentence, roles: roles.collect() })
    };
    document["event_mentions"].as_array().into_iter().flatten().filter_map(mention).collect()
}

/// A claim is a mention of its own class, unless its words name the harm alone, and one of each harm it tells.
pub fn extracted(document: &Value, claims: &[Claim]) -> Vec<Mention> {
    let starts = starts(document);
    let sentence_of = |at: usize| starts.partition_point(|s| *s <= at).saturating_sub(1);
    let mut out = vec![];
    for claim in claims {
        let agents = claim.actors.iter().filter(|a| a.role == Role::Agent).map(|a| ("agent", a.name.clone()));
        let targets =
            claim.actors.iter().filter(|a| a.role == Role::Target).map(|a| ("target", a.name.clone()));
        let places = claim.places.iter().map(|p| ("place", p.text.clone()));
        let shared: Vec<_> = agents.chain(places).collect();
        let harm_alone = claim.rule.contains("harm.rule") && !claim.effects.is_empty();
        if let Some(class) = TYPES.iter().find(|t| t.0 == claim.kind).map(|t| t.1).filter(|_| !harm_alone) {
            let roles = shared.iter().cloned().chain(targets).collect();
            let sentence = sentence_of(claim.trigger_span.start);
            out.push(Mention { class, words: claim.trigger_span, sentence, roles });
        }
        for effect in &claim.effects {
            let class = match effect.harm {
                Harm::Killed => "die",
                Harm::Injured | Harm::Casualties => "injure",
                Harm::Destroyed => "destroy",
                _ => continue,
            };
            // The harm's own word is not kept: any word of the sentence that tells of it will do.
            let told = effect.span.unwrap_or(claim.trigger_span);
            let sentence = sentence_of(told.start);
            let end = starts.get(sentence + 1).copied().unwrap_or(usize::MAX);
            let words = if harm_alone { claim.trigger_span } else { Span::new(starts[sentence], end) };
            let sentence = sentence_of(words.start);
            let victims = effect.victims.iter().map(|v| ("target", v.clone()));
            let roles = shared.iter().cloned().chain(victims).collect();
            out.push(Mention { class, words, sentence, roles });
        }
    }
    out
}
