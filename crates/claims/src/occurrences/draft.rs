//! Rule matches of one sentence as drafts of occurrences, before those about one thing are merged.

use super::facts::GroundedFacts;
use super::proposed;
use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use ascribe_codebook::RuleSet;
use ascribe_codebook::rules::{Fact, Rule, TokenFacts, Tree};
use ascribe_model::{Analysis, Grounding, TokenRange, Upos};

/// Roles that name harm.
pub(crate) const HARMS: [&str; 8] =
    ["killed", "injured", "casualties", "captured", "missing", "displaced", "destroyed", "seized"];

/// A rule match on its way to an occurrence.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    /// Index of the rule; none where the network proposed it.
    pub rule: Option<usize>,
    pub head: usize,
    pub trigger: TokenRange,
    pub kind: String,
    pub roles: Vec<(String, usize)>,
    pub effect: bool,
    pub passing: bool,
    /// Heads of the triggers merged into it, its own first.
    pub parts: Vec<usize>,
    /// 0..1: how sure the model is of what it proposed; 1 for what a rule found.
    pub sure: f32,
}

impl Draft {
    pub(crate) fn has(&self, role: &str) -> bool {
        self.roles.iter().any(|(name, _)| name == role)
    }

    pub(crate) fn heads<'a>(&'a self, role: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.roles.iter().filter(move |(name, _)| name == role).map(|(_, head)| *head)
    }

    pub(crate) fn add(&mut self, role: &str, head: usize) {
        // "A soldier stepped on a mine during the operation": to whom it is done does not do it.
        let suffers = role == "agent" && self.heads("target").any(|h| h == head);
        if !suffers && !self.roles.iter().any(|(name, known)| name == role && *known == head) {
            self.roles.push((role.to_owned(), head));
        }
    }

    /// Roles of which this draft tells nothing, from another that tells of the same; all who fill them ("killing 22
    /// pupils and two teachers").
    pub(crate) fn take_missing(&mut self, other: &Draft) {
        let trigger = self.head;
        let missing: Vec<_> =
            other.roles.iter().filter(|(role, head)| *head != trigger && !self.has(role)).cloned().collect();
        missing.iter().for_each(|(role, head)| self.add(role, *head));
    }
}

/// A sentence with all that is known of its tokens.
pub(crate) struct Scene<'a> {
    pub tree: Tree<'a>,
    pub facts: GroundedFacts,
    pub rules: &'a RuleSet,
    pub drafts: Vec<Draft>,
}

impl Scene<'_> {
    /// The rule that made a draft.
    pub fn rule(&self, draft: &Draft) -> Option<&Rule> {
        draft.rule.and_then(|n| self.rules.rules().get(n))
    }
}

/// Runs the rules on one sentence.
pub(crate) fn sentence<'a>(
    number: usize,
    analysis: &'a Analysis,
    grounding: &Grounding,
    rules: &'a RuleSet,
) -> Option<Scene<'a>> {
    let sentence = analysis.sentences.get(number)?;
    let tree = Tree::new(sentence);
    let mut facts = GroundedFacts::new(number, sentence, grounding, rules.lists());
    facts.add_chains(number, analysis, grounding, rules.lists());
    let mut drafts: Vec<Draft> = rules
        .match_sentence(&tree, &facts)
        .into_iter()
        .map(|found| {
            let rule = &rules.rules()[found.rule];
            let mut draft = Draft {
                rule: Some(found.rule),
                head: found.head,
                trigger: found.trigger,
                kind: rule.yields.clone(),
                roles: Vec::new(),
                effect: rule.effect,
                passing: rule.passing || is_in_passing(found.head, &rule.yields, &tree, rules),
                parts: vec![found.head],
                sure: 1.0,
            };
            for (role, heads) in &found.roles {
                heads.iter().for_each(|&head| draft.add(role, head));
            }
            super::along::add(&mut draft, &facts, &tree);
            places_apart(&mut draft, &facts);
            harm_by_kind(&mut draft, &facts, &tree);
            draft
        })
        .collect();
    for mut draft in proposed::drafts(sentence, &drafts, &tree, &facts, rules) {
        super::along::add(&mut draft, &facts, &tree);
        places_apart(&mut draft, &facts);
        harm_by_kind(&mut draft, &facts, &tree);
        drafts.push(draft);
    }
    Some(Scene { tree, facts, rules, drafts })
}

/// An event noun tells where a verb lends it action ("launched an attack", "clashes erupted"), where it heads
/// the sentence, or where the sentence says that there was one; elsewhere it is named in passing.
pub(super) fn is_in_passing(head: usize, kind: &str, tree: &Tree<'_>, rules: &RuleSet) -> bool {
    if !matches!(tree.upos(head), Upos::Noun | Upos::Propn) {
        return false;
    }
    let dependable = rules.types().is_violent(kind) || matches!(kind, "operation" | "talks" | "protest");
    let Some(governor) = tree.head(head).filter(|_| dependable) else { return false };
    let governor = if matches!(tree.base(head), "conj" | "nmod" | "appos") && !tree.is_verbal(governor) {
        // "a series of attacks": the series is what the verb governs.
        let series = rules.lists().holds("series", tree.lemma(governor)) || tree.base(head) == "conj";
        match tree.head(governor).filter(|_| series) {
            Some(above) => above,
            None => return !series,
        }
    } else {
        governor
    };
    let says = |list: &str| rules.lists().holds(list, tree.lemma(governor));
    let told = match tree.base(head) {
        // "There were no casualties in the shelling of the camp": harm is told, and so is what it came of.
        "nmod" if says("harm-nouns") => true,
        "obj" | "nmod" | "conj" | "appos" => says("light-verbs") || says("occur-verbs"),
        // "Residents of districts where clashes are taking place fled": which districts.
        "nsubj" => !(tree.relation(governor) == "acl:relcl" && goes_on_where(governor, tree)),
        "obl" => {
            (says("harm-verbs") && kind != "operation")
                || deeds::is(Deed::Answers, tree.lemma(governor))
                // "Residents blamed the army for the shelling of the school": the charge tells of it.
                || matches!(tree.lemma(governor), "blame" | "accuse")
        }
        "root" | "parataxis" | "ccomp" => true,
        _ => false,
    };
    !told
}

/// "Where fighting goes on", "where clashes are taking place".
fn goes_on_where(verb: usize, tree: &Tree<'_>) -> bool {
    let place =
        tree.lemma(verb) == "take" && tree.child(verb, "obj").is_some_and(|o| tree.lemma(o) == "place");
    let going = place || deeds::is(Deed::GoesOn, tree.lemma(verb));
    going && tree.children(verb).iter().any(|&c| tree.word(c) == "where")
}

/// "Rebels attacked Tabqa": a town is where it happened, not whom it was done to.
fn places_apart(draft: &mut Draft, facts: &GroundedFacts) {
    for (role, head) in &mut draft.roles {
        let place =
            facts.is(*head, Fact::Place) && !facts.is(*head, Fact::People) && !facts.is(*head, Fact::Country);
        if role == "target" && place && !facts.is(*head, Fact::Building) {
            *role = "place".to_owned();
        }
    }
}

/// Harm by what it was done to: "killed five fighters and a vehicle", "hijacked a tanker with her crew" lose
/// things and people; nobody is captured with "captured the town".
fn harm_by_kind(draft: &mut Draft, facts: &GroundedFacts, tree: &Tree<'_>) {
    let is = |head: usize, fact: Fact| facts.is(head, fact);
    draft.roles.retain(|(role, head)| {
        let ground = is(*head, Fact::Place) && !is(*head, Fact::Person) && !is(*head, Fact::Count);
        // "Killed nine people in Keld and two other villages": where more were killed.
        let settled = deeds::is(Deed::Settled, tree.lemma(*head));
        !(role == "captured" && ground || settled && matches!(role.as_str(), "killed" | "injured"))
    });
    let people = |head: usize| {
        [Fact::People, Fact::Civilian, Fact::Person, Fact::Armed].into_iter().any(|f| is(head, f))
    };
    // "a quarter of the people": a share, no building.
    let share = |head: usize| matches!(tree.lemma(head), "quarter" | "third" | "half");
    for (role, head) in &mut draft.roles {
        let thing = is(*head, Fact::Vehicle) || is(*head, Fact::Weapon) || is(*head, Fact::Building);
        if !thing || share(*head) || (people(*head) && !is(*head, Fact::Vehicle)) {
            continue;
        }
        match role.as_str() {
            "killed" | "injured" => *role = "destroyed".to_owned(),
            "captured" => *role = "seized".to_owned(),
            _ => {}
        }
    }
}

/// True unless an occurrence is only named in passing without what makes it a claim of its own.
pub(crate) fn stands_alone(occurrence: &Occurrence, grounding: &Grounding) -> bool {
    if !occurrence.passing {
        return true;
    }
    let has = |role: &str| occurrence.role(role).next().is_some();
    if HARMS.iter().any(|harm| has(harm)) {
        return true;
    }
    let near = |head: usize| occurrence.trigger.start <= head + 8 && head <= occurrence.trigger.end + 8;
    let inside = |sentence: usize, head: usize| {
        sentence == occurrence.sentence && near(head) && occurrence.clause.binary_search(&head).is_ok()
    };
    let placed = has("place") || grounding.places.iter().any(|p| inside(p.sentence, p.head));
    let dated = grounding.times.iter().any(|t| inside(t.sentence, t.head));
    let told = usize::from(has("target")) + usize::from(placed) + usize::from(dated);
    if occurrence.kind == "protest" && !occurrence.definite {
        return told >= 1;
    }
    if has("agent") { told >= 1 } else { !occurrence.definite && told >= 1 }
}
