//! Groups that the words beside them name: "a group calling itself the Sons of the River", "a gang known as the Owls".

use super::same_party::take;
use super::vocabulary::{self, Word};
use ascribe_model::{ActorMention, Analysis, Sentence, Side};

/// Descriptions of groups take the name that a clause gives them, and the name their side.
pub(crate) fn groups(found: &mut [ActorMention], analysis: &Analysis) {
    for at in 0..found.len() {
        let Some(sentence) = analysis.sentences.get(found[at].sentence) else { continue };
        let here = |n: &usize| {
            let name = &found[*n];
            name.named && !name.person && name.sentence == found[at].sentence
        };
        let named = (0..found.len()).filter(here).find(|&n| gives(sentence, found[at].head, found[n].head));
        let Some(name) = named.filter(|_| !found[at].named) else { continue };
        take(found, at, name, "the name that it goes by");
        if found[name].side == Side::Unknown {
            found[name].side = found[at].side;
        }
    }
}

/// True where a clause of naming hangs on the description and holds the name.
fn gives(sentence: &Sentence, description: usize, name: usize) -> bool {
    let naming = |t: usize| {
        sentence.relation_is(t, "acl")
            && vocabulary::is(Word::Naming, &sentence.tokens[t].text.to_lowercase())
    };
    let above = |t: usize| sentence.tokens[t].head.filter(|&h| h < sentence.tokens.len());
    // "Ten members of a group calling itself the Owls": the clause may hang on the members.
    let whole = above(description).filter(|_| sentence.relation_is(description, "nmod"));
    above(name).is_some_and(|v| {
        let of = above(v).is_some_and(|h| h == description || Some(h) == whole);
        v > description && name > v && naming(v) && of
    })
}

#[cfg(test)]
mod tests {
    use crate::actors::{ActorDictionary, ground_actors_in};
    use crate::words::tests::treed;
    use ascribe_codebook::DataFiles;

    #[test]
    fn a_group_is_what_it_calls_itself() {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        let names = |text: &str| -> Vec<String> {
            let (report, analysis) = treed(&[text]);
            let found = ground_actors_in(&report, &analysis, &dictionary, Some("CO"));
            found.into_iter().map(|m| m.name).collect()
        };
        let itself = "Rebels/NOUN/5/nsubj calling/VERB/1/acl themselves/PRON/2/obj FARC/PROPN/2/obj \
                      left/VERB/0/root";
        assert_eq!(names(itself), ["FARC", "FARC"]);
        let others = "Rebels/NOUN/3/nsubj today/ADV/3/advmod fought/VERB/0/root FARC/PROPN/3/obj";
        assert_eq!(names(others), ["Rebels", "FARC"]);
    }
}
