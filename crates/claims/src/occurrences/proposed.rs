//! Words that no rule knows and of which the model says that they tell a deed ("the convoy never came through"):
//! drafts with the model's type and roles.

use super::draft::{Draft, HARMS, is_in_passing};
use ascribe_codebook::RuleSet;
use ascribe_codebook::rules::{TokenFacts, Tree};
use ascribe_model::{Proposal, ProposedRole, Sentence, Status, TokenRange};

/// What made such an occurrence, for the evidence.
pub(crate) const NEW: &str = "proposed by the model (model/ascribe-en.onnx)";
/// The same of a word that rules look for, where none of them fired.
pub(crate) const AGAINST_RULES: &str = "proposed by the model against the rules (model/ascribe-en.onnx)";

/// Least probability that a word tells a deed, and that it is of its likeliest type.
const TELLS: f32 = 0.7;
const OF_TYPE: f32 = 0.3;

/// Status of states.
pub(crate) fn status(kind: &str) -> Option<Status> {
    (kind == "presence").then_some(Status::Ongoing)
}

/// What made the draft of a proposal.
pub(crate) fn name(draft: &Draft, tree: &Tree<'_>, rules: &RuleSet) -> &'static str {
    if rules.knows(tree.lemma(draft.head)) { AGAINST_RULES } else { NEW }
}

/// Drafts of the proposals that stand apart from what the rules found.
pub(crate) fn drafts(
    sentence: &Sentence,
    found: &[Draft],
    tree: &Tree<'_>,
    facts: &dyn TokenFacts,
    rules: &RuleSet,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for proposal in sentence.proposals.iter().filter(|p| p.score >= TELLS && p.kind_score >= OF_TYPE) {
        let known = found.iter().chain(&drafts).any(|d| tells_of(d, proposal, tree));
        if !known
            && !is_no_deed_of_its_own(proposal.token, tree)
            && rules.types().get(&proposal.kind).is_some()
        {
            drafts.push(draft(proposal, tree, facts, rules));
        }
    }
    drafts
}

/// "Soldiers searching the town", "no knowledge of any firing": who somebody is, and what was told elsewhere.
fn is_no_deed_of_its_own(at: usize, tree: &Tree<'_>) -> bool {
    let any = tree.child(at, "det").is_some_and(|d| tree.word(d) == "any");
    any || tree.relation(at) == "acl" && tree.word(at).ends_with("ing")
}

/// True where a draft has the word already, or a word that it hangs on or that hangs on it; "suicide" of "suicide car
/// bomb attack" tells of the attack.
fn tells_of(draft: &Draft, proposal: &Proposal, tree: &Tree<'_>) -> bool {
    let above = |t: usize| tree.head(t).filter(|_| matches!(tree.base(t), "compound" | "amod" | "flat"));
    let at = std::iter::successors(Some(proposal.token), |&t| above(t)).take(4).last().unwrap_or_default();
    // "Burned a bus and made off": beside one another they are two; "an attempt to bomb the station" is one.
    let hangs = |below: usize, above: usize| {
        tree.head(below) == Some(above)
            && !matches!(tree.base(below), "conj" | "parataxis" | "advcl" | "ccomp")
    };
    let beside = tree.head(at).is_some() && tree.head(at) == tree.head(draft.head);
    let aimed = beside && tree.base(at) == "obj" && matches!(tree.base(draft.head), "advcl" | "xcomp");
    let near = hangs(at, draft.head) || hangs(draft.head, at) || aimed;
    draft.kind == proposal.kind || draft.trigger.contains(proposal.token) || draft.head == at || near
}

fn draft(proposal: &Proposal, tree: &Tree<'_>, facts: &dyn TokenFacts, rules: &RuleSet) -> Draft {
    let head = proposal.token;
    let mut draft = Draft {
        rule: None,
        head,
        trigger: TokenRange::new(head, head + 1),
        kind: proposal.kind.clone(),
        roles: Vec::new(),
        effect: false,
        passing: is_in_passing(head, &proposal.kind, tree, rules),
        parts: vec![head],
        sure: proposal.score,
    };
    // "The convoy, which gunmen had held up": roles that the model leaves open are filled as a rule would.
    for (role, heads) in rules.roles_as(&proposal.kind, head, tree, facts) {
        heads.into_iter().for_each(|filler| draft.add(&role, filler));
    }
    let by_rule: Vec<String> = draft.roles.iter().map(|(role, _)| role.clone()).collect();
    let filled = |r: &&ProposedRole| {
        r.token != head
            && !matches!(r.role.as_str(), "time" | "source" | "means")
            && !by_rule.contains(&r.role)
    };
    for role in proposal.roles.iter().filter(filled) {
        // "Three rifles and a landmine": all of a list.
        let listed = tree.children(role.token).iter().copied().filter(|&c| tree.base(c) == "conj");
        for token in std::iter::once(role.token).chain(listed.filter(|&c| tree.upos(c).is_nominal())) {
            draft.add(&role.role, token);
            // "Killing 12 villagers": who is harmed is the target.
            if HARMS.contains(&role.role.as_str()) && !matches!(role.role.as_str(), "destroyed" | "seized") {
                draft.add("target", token);
            }
        }
    }
    draft
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::occurrences::facts::GroundedFacts;
    use ascribe_codebook::DataFiles;
    use ascribe_model::Grounding;

    fn propose(words: &str, proposals: Vec<Proposal>, found: &[Draft]) -> Vec<Draft> {
        let rules = RuleSet::load(&DataFiles::builtin()).expect("the built-in rules load");
        let mut sentence = ascribe_testing::sentence(words);
        sentence.proposals = proposals;
        let tree = Tree::new(&sentence);
        let facts = GroundedFacts::new(0, &sentence, &Grounding::default(), rules.lists());
        drafts(&sentence, found, &tree, &facts, &rules)
    }

    fn proposal(token: usize, kind: &str, score: f32, roles: &[(&str, usize)]) -> Proposal {
        let role = |(role, token): &(&str, usize)| ProposedRole {
            role: (*role).to_owned(),
            token: *token,
            score: 0.9,
        };
        Proposal {
            token,
            kind: kind.to_owned(),
            score,
            kind_score: score,
            roles: roles.iter().map(role).collect(),
        }
    }

    const WAYLAID: &str = "Rebels/rebel/NOUN/2/nsubj waylaid/waylay/VERB/0/root nine/nine/NUM/4/nummod drivers/driver/NOUN/2/obj";

    #[test]
    fn a_sure_proposal_is_a_draft_with_its_roles() {
        let found =
            propose(WAYLAID, vec![proposal(1, "abduction", 0.9, &[("captured", 3), ("time", 2)])], &[]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].kind.as_str(), found[0].rule), ("abduction", None));
        // Who does it is found by the paths of a rule.
        assert!(found[0].heads("agent").eq([0]) && found[0].heads("captured").eq([3]));
        assert!(found[0].heads("target").any(|h| h == 3) && !found[0].has("time"));
    }

    #[test]
    fn all_of_a_list_fill_the_role() {
        let list = "Rebels/rebel/NOUN/2/nsubj surrendered/surrender/VERB/0/root nine/nine/NUM/4/nummod rifles/rifle/NOUN/2/obj \
            and/and/CCONJ/7/cc a/a/DET/7/det mortar/mortar/NOUN/4/conj";
        let found = propose(list, vec![proposal(1, "seizure", 0.9, &[("seized", 3)])], &[]);
        assert!(found[0].heads("seized").eq([3, 6]) && !found[0].has("target"));
    }

    #[test]
    fn doubtful_and_unknown_proposals_are_none() {
        assert!(propose(WAYLAID, vec![proposal(1, "abduction", 0.2, &[])], &[]).is_empty());
        assert!(propose(WAYLAID, vec![proposal(1, "theft", 0.9, &[])], &[]).is_empty());
    }

    #[test]
    fn what_a_rule_found_is_not_proposed_again() {
        let known = propose(WAYLAID, vec![proposal(1, "abduction", 0.9, &[])], &[]);
        assert!(propose(WAYLAID, vec![proposal(1, "attack", 0.9, &[])], &known).is_empty());
        let hangs_on_it = vec![proposal(3, "attack", 0.9, &[])];
        assert!(propose(WAYLAID, hangs_on_it, &known).is_empty());
    }
}
