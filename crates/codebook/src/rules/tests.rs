//! The engine on trees written by hand.

use super::*;
use crate::DataFiles;
use ascribe_model::Sentence;
use ascribe_testing::sentence;

fn files(rules: &str) -> DataFiles {
    let mut files = DataFiles::default();
    files.insert("types.toml", "[attack]\nabout = \"x\"\nviolent = true\n[clash]\nabout = \"y\"\n");
    files.insert("rules/en/lists/facts/armed.txt", "rebel, soldier, army, gunman\n");
    files.insert("rules/en/lists/attack-verbs.txt", "attack, storm, open+fire\n");
    files.insert("rules/en/occurrences/a.rule", rules);
    files
}

const RULES: &str = r#"
frame raid
role agent: subject | modifier[:armed]
role target: object | prep:on,against

rule attack-verb
yields attack
why "Verbs of attacking."
trigger verb @attack-verbs
use raid
require agent is :armed or target is :armed
match "[agent: Rebels] [attacked] the post."
reject "He attacked the bill."

rule attack-noun
yields attack
why "Nouns of attacking."
trigger noun attack
use raid
match "A rebel [attack] on the post."
reject "A heart attack."

veto sport
why "Games."
when sentence has game
match "Rebels [attacked] in the second game."
reject "Rebels attacked the post."
"#;

fn rules() -> RuleSet {
    RuleSet::load(&files(RULES)).expect("valid rules")
}

/// Rule, head of the trigger, roles with their heads.
type Fired = (String, usize, Vec<(String, Vec<usize>)>);

fn run(set: &RuleSet, sentence: &Sentence) -> Vec<Fired> {
    let tree = Tree::new(sentence);
    let facts = LexicalFacts::new(sentence, set.lists());
    set.match_sentence(&tree, &facts)
        .into_iter()
        .map(|m| (set.rules()[m.rule].id.clone(), m.head, m.roles))
        .collect()
}

fn heads(role: &str, roles: &[(String, Vec<usize>)]) -> Vec<usize> {
    roles.iter().find(|(name, _)| name == role).map(|(_, heads)| heads.clone()).unwrap_or_default()
}

#[test]
fn active_passive_and_participle_agree() {
    let set = rules();
    for (tree, agent, target) in [
        (
            "Rebels/rebel/NOUN/2/nsubj attacked/attack/VERB/0/root the/the/DET/4/det post/post/NOUN/2/obj",
            0,
            3,
        ),
        (
            "The/the/DET/2/det post/post/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass attacked/attack/VERB/0/root \
             by/by/ADP/6/case rebels/rebel/NOUN/4/obl:agent",
            5,
            1,
        ),
        (
            "A/a/DET/2/det post/post/NOUN/0/root attacked/attack/VERB/2/acl/Tense=Past;VerbForm=Part \
             by/by/ADP/5/case rebels/rebel/NOUN/3/obl:agent",
            4,
            1,
        ),
        (
            "Rebels/rebel/NOUN/2/nsubj tried/try/VERB/0/root to/to/PART/4/mark storm/storm/VERB/2/xcomp \
             the/the/DET/6/det post/post/NOUN/4/obj",
            0,
            5,
        ),
        (
            "Rebels/rebel/NOUN/0/root who/who/PRON/3/nsubj attacked/attack/VERB/1/acl:relcl \
             the/the/DET/5/det post/post/NOUN/3/obj",
            0,
            4,
        ),
        (
            "Rebels/rebel/NOUN/2/nsubj fled/flee/VERB/0/root after/after/SCONJ/4/mark \
             attacking/attack/VERB/2/advcl/VerbForm=Ger the/the/DET/6/det post/post/NOUN/4/obj",
            0,
            5,
        ),
    ] {
        let found = run(&set, &sentence(tree));
        assert_eq!(found.len(), 1, "{tree}");
        assert_eq!(heads("agent", &found[0].2), vec![agent], "agent of {tree}");
        assert_eq!(heads("target", &found[0].2), vec![target], "target of {tree}");
    }
}

#[test]
fn phrases_modifiers_and_shared_prepositions_are_found() {
    let set = rules();
    let open_fire = "Gunmen/gunman/NOUN/2/nsubj opened/open/VERB/0/root heavy/heavy/ADJ/4/amod \
                     fire/fire/NOUN/2/obj on/on/ADP/6/case soldiers/soldier/NOUN/2/obl";
    let found = run(&set, &sentence(open_fire));
    assert_eq!((found[0].1, heads("target", &found[0].2)), (1, vec![5]));
    let noun = "Rebel/rebel/NOUN/2/compound attack/attack/NOUN/3/nsubj hit/strike/VERB/0/root on/on/ADP/5/case \
                post/post/NOUN/3/obl";
    let found = run(&set, &sentence(noun));
    assert_eq!((heads("agent", &found[0].2), heads("target", &found[0].2)), (vec![0], vec![4]));
}

#[test]
fn conditions_and_vetoes_stop_rules_and_are_explained() {
    let set = rules();
    let bill = "He/he/PRON/2/nsubj attacked/attack/VERB/0/root the/the/DET/4/det bill/bill/NOUN/2/obj";
    let bill = sentence(bill);
    assert!(run(&set, &bill).is_empty());
    let tree = Tree::new(&bill);
    let told = set.explain("attack-verb", &tree, &LexicalFacts::new(&bill, set.lists()));
    assert!(
        !told[0].fires
            && told[0].steps.last().is_some_and(|s| s.contains("a.rule:11") && s.contains("FAILS"))
    );
    let game = "Rebels/rebel/NOUN/2/nsubj attacked/attack/VERB/0/root in/in/ADP/4/case game/game/NOUN/2/obl";
    let game = sentence(game);
    assert!(run(&set, &game).is_empty());
    let tree = Tree::new(&game);
    let told = set.explain("attack-verb", &tree, &LexicalFacts::new(&game, set.lists()));
    assert!(told[0].steps.iter().any(|s| s.contains("veto sport")));
    assert!(set.explain("no-such-rule", &tree, &LexicalFacts::new(&game, set.lists())).is_empty());
}

#[test]
fn incomplete_rules_do_not_load() {
    let broken =
        "rule a\nyields nothing\ntrigger verb attack\nrole agent: frob\nrequire weather\nuse nowhere\n";
    let errors = RuleSet::load(&files(broken)).expect_err("errors");
    let said = |line: usize, words: &str| errors.iter().any(|e| e.line == line && e.message.contains(words));
    assert!(said(4, "no relation") && errors.iter().any(|e| e.line == 4 && e.column == 13));
    for (line, words) in [
        (2, "names no type"),
        (1, "no `why`"),
        (1, "no `match`"),
        (1, "no `reject`"),
        (6, "no frame"),
        (5, "no role"),
    ] {
        assert!(said(line, words), "{words}: {errors:?}");
    }
}

#[test]
fn any_tree_is_survived() {
    let set = rules();
    // Heads in a circle, out of range, and on themselves.
    let mut odd = sentence("attack/attack/NOUN/2/nsubj attacked/attack/VERB/1/conj fire/fire/NOUN/3/obj");
    odd.tokens[2].head = Some(99);
    run(&set, &odd);
    odd.tokens[2].head = Some(2);
    run(&set, &odd);
    run(&set, &Sentence::default());
}

#[test]
fn a_number_stands_beside_its_word_whatever_the_tree_says() {
    let harm = "rule hurt\nyields attack\nwhy \"x\"\ntrigger adj hurt\nrole injured: beside[!dog]\n\
                require injured\nmatch \"Two dead and 18 [hurt].\"\nreject \"He was hurt.\"\n";
    let set = RuleSet::load(&files(harm)).expect("the rules load");
    // "A spree left two dead and 18 hurt."
    let tree = "A/a/DET/2/det spree/spree/NOUN/3/nsubj left/leave/VERB/0/root two/two/NUM/5/nummod \
                dead/dead/ADJ/3/xcomp and/and/CCONJ/7/cc 18/18/NUM/5/conj hurt/hurt/ADJ/3/xcomp";
    let sentence = sentence(tree);
    let tree = Tree::new(&sentence);
    let lists = set.lists();
    let found = set.match_sentence(&tree, &LexicalFacts::new(&sentence, lists));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].roles, vec![("injured".to_owned(), vec![6])]);
}

#[test]
fn a_list_without_commas_is_a_list() {
    let harm = "rule wreck\nyields attack\nwhy \"x\"\ntrigger verb wreck\nrole destroyed: object\n\
                match \"They [wrecked] four trucks.\"\nreject \"It stopped.\"\n";
    let set = RuleSet::load(&files(harm)).expect("the rules load");
    // "They wrecked four trucks two guns and a hut."
    let tree = "They/they/PRON/2/nsubj wrecked/wreck/VERB/0/root four/four/NUM/4/nummod \
                trucks/truck/NOUN/2/obj two/two/NUM/6/nummod guns/gun/NOUN/4/appos and/and/CCONJ/9/cc \
                a/a/DET/9/det hut/hut/NOUN/6/conj";
    let sentence = sentence(tree);
    let tree = Tree::new(&sentence);
    let found = set.match_sentence(&tree, &LexicalFacts::new(&sentence, set.lists()));
    assert_eq!(found[0].roles, vec![("destroyed".to_owned(), vec![3, 5, 8])]);
}

#[test]
fn a_verb_with_an_object_and_no_auxiliary_is_active() {
    // "Two raids cut two roads."
    let wrong = "Two/two/NUM/2/nummod raids/raid/NOUN/3/nsubj:pass cut/cut/VERB/0/root/VerbForm=Part;Tense=Past;Voice=Pass \
                 two/two/NUM/5/nummod roads/road/NOUN/3/obj";
    let wrong = sentence(wrong);
    let tree = Tree::new(&wrong);
    assert!(!tree.is_passive(2));
    assert_eq!(tree.logical_subject(2), vec![1]);
    assert_eq!(tree.logical_object(2), Some(4));
    // "The shops were burnt."
    let right =
        "The/the/DET/2/det shops/shop/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass burnt/burn/VERB/0/root";
    let right = sentence(right);
    assert!(Tree::new(&right).is_passive(3));
}

#[test]
fn the_second_of_two_may_hang_beside_the_first() {
    let rules = r#"
rule fight
yields clash
why "Both sides of a fight."
trigger noun fighting
role agent: nmod:between!
role target: nmod:between/conj!
match "[Fighting] between [agent: rebels] and soldiers."
reject "The town is quiet."
"#;
    let set = RuleSet::load(&files(rules)).expect("valid rules");
    let tree = "Fighting/fighting/NOUN/0/root between/between/ADP/3/case rebels/rebel/NOUN/1/nmod \
                and/and/CCONJ/5/cc soldiers/soldier/NOUN/1/nmod";
    let read = sentence(tree);
    let tree = Tree::new(&read);
    let found = set.match_sentence(&tree, &LexicalFacts::new(&read, set.lists()));
    assert_eq!(found[0].roles, vec![("agent".to_owned(), vec![2]), ("target".to_owned(), vec![4])]);
}

#[test]
fn a_verb_with_a_phrase_before_its_object() {
    // "It beat to death a boy."
    let tree = "It/it/PRON/2/nsubj beat/beat/VERB/0/root to/to/ADP/4/case death/death/NOUN/2/obl \
                a/a/DET/6/det boy/boy/NOUN/2/obl";
    let read = sentence(tree);
    assert_eq!(Tree::new(&read).logical_object(1), Some(5));
    // "It hacked to death nine boys."
    let tree = "It/it/PRON/2/nsubj hacked/hack/VERB/0/root to/to/ADP/4/case death/death/VERB/2/obl \
                nine/nine/NUM/6/nummod boys/boy/NOUN/4/obj";
    let read = sentence(tree);
    assert_eq!(Tree::new(&read).logical_object(1), Some(5));
}

#[test]
fn a_participle_after_an_object_tells_of_the_object() {
    // "It left six men killed", the participle taken for a past tense.
    let tree = "It/it/PRON/2/nsubj left/leave/VERB/0/root six/six/NUM/4/nummod men/man/NOUN/2/obj \
                killed/kill/VERB/2/xcomp/Tense=Past;VerbForm=Fin";
    let read = sentence(tree);
    let tree = Tree::new(&read);
    assert!(tree.is_passive(4));
    assert_eq!(tree.logical_object(4), Some(3));
    // "It led six men to kill."
    let tree = "It/it/PRON/2/nsubj led/lead/VERB/0/root six/six/NUM/4/nummod men/man/NOUN/2/obj \
                to/to/PART/6/mark kill/kill/VERB/2/xcomp/VerbForm=Inf";
    let read = sentence(tree);
    assert!(!Tree::new(&read).is_passive(5));
}

#[test]
fn the_trigger_itself_fills_a_role_where_the_path_says_so() {
    let rules = r#"
rule rebels-are-in
yields attack
why "The word for the people is the trigger and the doer."
trigger noun rebel
role agent: .
role target: <nsubj
match "[Rebels] are in the town."
reject "The town is quiet."
"#;
    let set = RuleSet::load(&files(rules)).expect("valid rules");
    let found = run(
        &set,
        &sentence(
            "Rebels/rebel/NOUN/5/nsubj are/be/AUX/5/cop in/in/ADP/5/case the/the/DET/5/det \
             town/town/NOUN/0/root",
        ),
    );
    assert_eq!(heads("agent", &found[0].2), [0]);
    assert_eq!(heads("target", &found[0].2), [4]);
}

#[test]
fn who_foils_an_attempt_does_not_make_it() {
    // "Police foiled an attempt [by rebels] to bomb a bank."
    let alone = sentence(
        "Police/police/NOUN/2/nsubj foiled/foil/VERB/0/root an/an/DET/4/det attempt/attempt/NOUN/2/obj \
         to/to/PART/6/mark bomb/bomb/VERB/4/acl/VerbForm=Inf banks/bank/NOUN/6/obj",
    );
    assert_eq!(Tree::new(&alone).logical_subject(5), Vec::<usize>::new());
    let named = sentence(
        "Police/police/NOUN/2/nsubj foiled/foil/VERB/0/root an/an/DET/4/det attempt/attempt/NOUN/2/obj \
         by/by/ADP/6/case rebels/rebel/NOUN/4/nmod to/to/PART/8/mark bomb/bomb/VERB/4/acl/VerbForm=Inf \
         banks/bank/NOUN/8/obj",
    );
    assert_eq!(Tree::new(&named).logical_subject(7), vec![5]);
}
