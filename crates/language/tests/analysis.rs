//! The whole way from text to trees, mentions and chains, with the built-in model.

use ascribe_language::LanguageModel;
use ascribe_model::{Analysis, Label, Passage, PassageKind, Report, Span};
use proptest::prelude::*;
use std::sync::LazyLock;

static MODEL: LazyLock<LanguageModel> =
    LazyLock::new(|| LanguageModel::builtin().expect("the model is built in"));

/// What holds of every analysis of `text`.
fn check_invariants(analysis: &Analysis, text: &str) {
    let mut last = 0;
    for sentence in &analysis.sentences {
        assert!(!sentence.tokens.is_empty());
        assert_eq!(sentence.tokens.iter().filter(|t| t.head.is_none()).count(), 1, "one root");
        for (n, token) in sentence.tokens.iter().enumerate() {
            assert_eq!(token.span.of(text), token.text);
            assert!(token.span.start >= last, "in order");
            last = token.span.end;
            assert!(token.head.is_none_or(|h| h < sentence.tokens.len() && h != n));
            assert_eq!(token.deprel == "root", token.head.is_none());
            assert!(token.margin.is_finite());
        }
        let root = sentence.tokens.iter().position(|t| t.head.is_none()).unwrap_or(0);
        assert_eq!(sentence.subtree(root).len(), sentence.tokens.len(), "a tree");
        for verb in 0..sentence.tokens.len() {
            let subjects = sentence.children(verb).filter(|&c| {
                let relation = &sentence.tokens[c].deprel;
                (relation.starts_with("nsubj") || relation.starts_with("csubj"))
                    && !relation.ends_with(":outer")
            });
            assert!(subjects.count() <= 1, "one subject");
        }
        for (n, a) in sentence.mentions.iter().enumerate() {
            assert!(a.tokens.start < a.tokens.end && a.tokens.end <= sentence.tokens.len());
            assert!(a.tokens.contains(a.head));
            for b in &sentence.mentions[n + 1..] {
                let crossing = a.tokens.start < b.tokens.start
                    && b.tokens.start < a.tokens.end
                    && a.tokens.end < b.tokens.end;
                assert!(!crossing && a.tokens != b.tokens, "nested or apart");
            }
        }
    }
    for chain in &analysis.chains {
        assert!(chain.mentions.len() > 1);
        assert!(chain.mentions.windows(2).all(|w| (w[0].sentence, w[0].head) < (w[1].sentence, w[1].head)));
        for mention in &chain.mentions {
            let sentence = &analysis.sentences[mention.sentence];
            assert!(mention.tokens.end <= sentence.tokens.len() && mention.tokens.contains(mention.head));
        }
    }
}

fn report(id: &str, passages: &[&str]) -> Report {
    let mut report = Report { id: id.to_owned(), language: "en".to_owned(), ..Report::default() };
    for passage in passages {
        let start = report.text.len();
        report.text.push_str(passage);
        let span = Span::new(start, report.text.len());
        report.passages.push(Passage { kind: PassageKind::Body, span, author: None });
        report.text.push_str("\n\n");
    }
    report
}

#[test]
fn a_report_becomes_trees_with_offsets() {
    let report = report(
        "a",
        &["ARGAN (10:15 A.M.) – Rebels killed two soldiers near Argan.", "“They fled,” the army said."],
    );
    let analysis = MODEL.analyse(&report);
    check_invariants(&analysis, &report.text);
    let verb = &analysis.sentences[1];
    let killed = verb.tokens.iter().position(|t| t.lemma == "kill").expect("the verb is there");
    assert!(verb.tokens[killed].head.is_none(), "it is the root");
    let subject = verb.child(killed, &["nsubj"]).map(|s| verb.tokens[s].lemma.as_str());
    let object = verb.child(killed, &["obj"]).map(|s| verb.tokens[s].lemma.as_str());
    assert_eq!((subject, object), (Some("rebel"), Some("soldier")));
    assert!(verb.mentions.iter().any(|m| m.label == Label::Actor && verb.tokens[m.head].lemma == "soldier"));
    assert!(verb.mentions.iter().any(|m| m.label == Label::Place && m.named));
    assert_eq!(analysis.sentences[2].passage, 1);
}

#[test]
fn only_bodies_in_english_are_analysed() {
    let mut report = report("b", &["Two died."]);
    report.passages[0].kind = PassageKind::Comment;
    assert!(MODEL.analyse(&report).sentences.is_empty());
    report.passages[0].kind = PassageKind::Body;
    report.language = "ar".to_owned();
    assert!(MODEL.analyse(&report).sentences.is_empty());
    report.language = "und".to_owned();
    assert_eq!(MODEL.analyse(&report).sentences.len(), 1);
}

#[test]
fn capitals_keep_lemmas_and_names() {
    let text = "THE GUERRILLAS KIDNAPPED THREE PEASANTS IN SAN MIGUEL DEPARTMENT ON 3 MARCH.";
    let analysis = MODEL.analyse_text(text);
    check_invariants(&analysis, text);
    let sentence = &analysis.sentences[0];
    let lemma = |form: &str| sentence.tokens.iter().find(|t| t.text == form).map(|t| t.lemma.as_str());
    assert_eq!(lemma("GUERRILLAS"), Some("guerrilla"));
    assert_eq!(lemma("KIDNAPPED"), Some("kidnap"));
    assert_eq!(lemma("MIGUEL"), Some("Miguel"));
    assert!(
        sentence
            .mentions
            .iter()
            .any(|m| m.label == Label::Actor && sentence.tokens[m.head].text == "GUERRILLAS")
    );
}

#[test]
fn workers_and_neighbours_change_nothing() {
    let reports: Vec<Report> = [
        vec!["Two soldiers were killed near the bridge on Friday, the ministry said. It gave no details."],
        vec![
            "Gunmen attacked a market.",
            "They fled on motorcycles before the police came, and nobody was arrested.",
        ],
        vec!["The attack, which killed 12 people, was claimed by the group."],
        vec![""],
    ]
    .iter()
    .enumerate()
    .map(|(n, passages)| report(&n.to_string(), passages))
    .collect();
    let alone: Vec<Analysis> = reports.iter().map(|r| MODEL.analyse(r)).collect();
    for workers in [0, 1, 2, 3, 9] {
        assert_eq!(MODEL.analyse_many(&reports, workers), alone, "{workers} workers");
    }
    assert!(MODEL.analyse_many(&[], 2).is_empty());
}

#[test]
fn odd_texts_do_no_harm() {
    let long = "x".repeat(100_000);
    let marks = "-".repeat(5_000);
    let spaced = "a ".repeat(3_000);
    let odd = [
        "",
        " ",
        "\0",
        "\0\0 \0",
        "\u{feff}",
        "👩‍👩‍👧‍👦🔥",
        "…",
        "'",
        "’s",
        "n't",
        "\"",
        "((((",
        "$",
        "1.",
        "A.",
        "U.S.",
        "- ",
        "* ",
        "[]()",
        "[a](http://b",
        "![x](y)",
        "\u{301}\u{301}",
        "e\u{301}",
        "\r\n\r\n",
        "a\u{200b}b",
        "@",
        "#",
        "كانت الحرب",
        "戦争が始まった。",
        "ß",
        "İstanbul",
        "1-2-3-4-5",
        "www.",
        "http://",
        "a@b.c",
        "–",
        "(–) – –",
        &long,
        &marks,
        &spaced,
    ];
    for text in odd {
        check_invariants(&MODEL.analyse_text(text), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_gives_trees(text in "\\PC{0,120}") {
        check_invariants(&MODEL.analyse_text(&text), &text);
    }

    #[test]
    fn any_mix_of_words_and_marks_gives_trees(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("The army"), Just("said"), Just("."), Just("\""), Just("“"), Just("”"), Just("\n"), Just("\n\n"), Just("* "),
                Just(" "), Just("Gen. "), Just("U.S. "), Just("al-Qaeda"), Just("they"), Just("("), Just(")"), Just("["), Just("]"),
                Just("killed"), Just("20"), Just("%"), Just("–"), Just("--"), Just("it"), Just("the attack"), Just("'s"), Just("\0"), Just("**"), Just("_"),
            ],
            0..60,
        )
    ) {
        let text = pieces.concat();
        check_invariants(&MODEL.analyse_text(&text), &text);
    }
}

#[test]
fn a_report_in_capitals_is_read_in_mixed_case() {
    let text = "LAST NIGHT GUERRILLAS OF THE ANDEAN LIBERATION FRONT [ALF] BLEW UP A BRIDGE NEAR SAN ROQUE DE LA SIERRA.  \
        THE ALF HAS OPERATED IN PERU SINCE 1984, COLONEL MARCOS RIVAS TOLD THE BBC. HE SAID TWO OF HIS \
        MEN WERE WOUNDED.";
    let span = Span::new(0, text.len());
    let passages = vec![Passage { kind: PassageKind::Body, span, author: None }];
    let report = Report { text: text.to_owned(), language: "en".into(), passages, ..Report::default() };
    let mixed = MODEL.in_mixed_case(&report).expect("in capitals").text;
    assert_eq!(mixed.len(), text.len());
    assert_eq!(mixed.to_uppercase(), text);
    for words in [
        "Last night guerrillas",
        "[ALF] blew up a bridge",
        "San Roque de la Sierra.",
        "has operated in Peru since",
    ] {
        assert!(mixed.contains(words), "{words}: {mixed}");
    }
    assert!(mixed.contains("Marcos Rivas told the BBC. He said two of his men"), "{mixed}");
    let printed = Report { text: mixed, ..report };
    assert!(MODEL.in_mixed_case(&printed).is_none());
}
