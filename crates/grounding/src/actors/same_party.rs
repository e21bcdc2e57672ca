//! Descriptions that stand for a party which the report names: beside the name ("the militant group Hamas",
//! "the mayor, Ana Ruiz,") or before it in the text ("FARC … the rebels").

mod befalls;
pub(super) mod before;
pub(super) mod beside;

use ascribe_model::{ActorMention, Sentence, Side};

/// Gives a description the party that it stands for, and says by what.
pub(super) fn take(found: &mut [ActorMention], at: usize, from: usize, by: &str) {
    let name = found[from].clone();
    let mention = &mut found[at];
    mention.name = name.name;
    mention.id = name.id;
    mention.person = name.person;
    mention.named = true;
    if name.side != Side::Unknown {
        mention.side = name.side;
    }
    by.clone_into(&mut mention.by);
}

/// "The rebels", "these men".
pub(super) fn is_definite(sentence: &Sentence, mention: &ActorMention) -> bool {
    sentence.child(mention.head, &["det"]).is_some_and(|d| {
        matches!(
            sentence.tokens[d].lemma.to_lowercase().as_str(),
            "the" | "this" | "that" | "these" | "those"
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::actors::{ActorDictionary, ground_actors_in};
    use crate::words::tests::treed;
    use ascribe_codebook::DataFiles;

    fn names(sentences: &[&str], country: &str) -> Vec<String> {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        let (report, analysis) = treed(sentences);
        ground_actors_in(&report, &analysis, &dictionary, Some(country)).into_iter().map(|m| m.name).collect()
    }

    #[test]
    fn a_description_is_the_group_named_before() {
        let isis = "ISIS/PROPN/2/nsubj took/VERB/0/root a/DET/4/det well/NOUN/2/obj";
        let militants = "The/DET/2/det militants/NOUN/3/nsubj left/VERB/0/root";
        assert_eq!(names(&[isis, militants], "SY"), ["ISIS", "ISIS"]);
    }

    #[test]
    fn rebels_are_no_jihadists_and_no_new_people_are_known_ones() {
        let isis = "ISIS/PROPN/2/nsubj took/VERB/0/root a/DET/4/det well/NOUN/2/obj";
        assert_eq!(
            names(&[isis, "The/DET/2/det rebels/NOUN/3/nsubj left/VERB/0/root"], "SY"),
            ["ISIS", "rebels"]
        );
        assert_eq!(names(&[isis, "Militants/NOUN/2/nsubj left/VERB/0/root"], "SY"), ["ISIS", "Militants"]);
    }

    #[test]
    fn who_acts_on_the_militants_is_another() {
        let fsa = "FARC/PROPN/2/nsubj fought/VERB/0/root the/DET/4/det guerrillas/NOUN/2/obj";
        assert_eq!(names(&[fsa], "CO"), ["FARC", "guerrillas"]);
    }

    #[test]
    fn a_description_beside_a_name_is_that_party() {
        let beside =
            "The/DET/3/det militant/ADJ/3/amod group/NOUN/5/nsubj Hamas/PROPN/3/appos fired/VERB/0/root";
        assert_eq!(names(&[beside], "PS"), ["Hamas", "Hamas"]);
    }

    #[test]
    fn a_group_and_its_name_may_hang_side_by_side() {
        let talks = "Talks/NOUN/7/nsubj with/ADP/5/case the/DET/5/det militant/ADJ/5/amod group/NOUN/1/nmod \
                     Hamas/PROPN/1/nmod failed/VERB/0/root";
        assert_eq!(names(&[talks], "PS"), ["Hamas", "Hamas"]);
    }

    #[test]
    fn jihadists_are_the_jihadists_named() {
        let sdf = "ISIS/PROPN/2/nsubj fought/VERB/0/root the/DET/4/det SDF/PROPN/2/obj";
        let jihadists = "The/DET/2/det jihadists/NOUN/3/nsubj left/VERB/0/root";
        assert_eq!(names(&[sdf, jihadists], "SY"), ["ISIS", "SDF", "ISIS"]);
    }

    #[test]
    fn whom_it_befalls_is_of_the_group_fought() {
        let isis = "ISIS/PROPN/2/nsubj fled/VERB/0/root";
        let killed = "Soldiers/NOUN/2/nsubj killed/VERB/0/root terrorists/terrorist/NOUN/2/obj";
        assert_eq!(names(&[isis, killed], "SY"), ["ISIS", "Soldiers", "ISIS"]);
        let both = "ISIS/PROPN/2/nsubj fought/VERB/0/root the/DET/4/det FSA/PROPN/2/obj";
        assert_eq!(names(&[both, killed], "SY").last().map(String::as_str), Some("terrorists"));
    }

    #[test]
    fn a_force_is_the_one_described_more_fully_before() {
        let joint = "A/DET/6/det Malian/ADJ/6/amod and/CCONJ/4/cc French/ADJ/2/conj security/NOUN/6/compound force/NOUN/7/nsubj left/VERB/0/root";
        let short = "The/DET/3/det security/NOUN/3/compound force/NOUN/4/nsubj fired/VERB/0/root";
        assert_eq!(names(&[joint, short], "ML"), ["Malian and French security force"; 2]);
        assert_eq!(names(&[short], "ML"), ["security force"]);
    }
}
