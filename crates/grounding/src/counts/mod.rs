//! Counts as ranges: "at least 5" is 5.., "up to 30" is ..30, "a few dozens" is 24..96 (`docs/counts.md`).

pub(crate) mod numbers;
mod phrase;
mod tables;

use crate::words::{Word, token_range, words};
use ascribe_model::{Analysis, Count, CountMention, Sentence, Token, TokenRange};
use phrase::Found;

pub(crate) use phrase::is_name_or_measure;

/// The numbers of people and things in the body, in text order. Dates, ages, distances, sums of money and
/// the numbers in names ("Resolution 2254", "the 4th Division") are none.
pub fn ground_counts(analysis: &Analysis) -> Vec<CountMention> {
    analysis.sentences.iter().enumerate().flat_map(|(i, s)| in_sentence(s, i)).collect()
}

fn in_sentence(sentence: &Sentence, index: usize) -> Vec<CountMention> {
    let words = words(sentence);
    let times = crate::times::extents(&words);
    let taken = |at: usize| times.iter().any(|t| t.contains(&at));
    // "Handing over 60 rifles": 60, and not more than 60.
    let particle = |at: usize| sentence.relation_is(words[at].token, "compound:prt");
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match phrase::at(&words, at).filter(|_| !particle(at)) {
            Some(f) if !(f.start..f.end).any(taken) => {
                found.push(mention(sentence, index, &words, &f));
                at = f.end;
            }
            _ => at += 1,
        }
    }
    found
}

fn mention(sentence: &Sentence, index: usize, words: &[Word], found: &Found) -> CountMention {
    let tokens = token_range(words, found.start, found.end);
    let number = words.get(found.number).map_or(tokens.start, |w| w.token);
    let span = words[found.start].span.join(words[found.end - 1].span);
    let counted = counted(sentence, tokens, number, found.article);
    CountMention { sentence: index, tokens, counted, span, count: found.count }
}

/// What is counted: the noun that the number modifies ("14 fishermen"), the noun below it ("dozens of
/// people"), or the number itself where it stands alone ("30 were wounded").
fn counted(sentence: &Sentence, tokens: TokenRange, number: usize, article: bool) -> usize {
    let Some(token) = sentence.tokens.get(number) else { return number };
    if !has_tree(sentence) {
        return next_word(sentence, tokens.end).unwrap_or(number);
    }
    if let Some(below) = of_noun(sentence, number) {
        return below;
    }
    let modifies = ["nummod", "det", "amod", "advmod", "compound", "flat", "fixed", "case"];
    match token.head {
        Some(head) if modifies.iter().any(|r| sentence.relation_is(number, r)) => {
            if tokens.contains(head) {
                outside(sentence, head, tokens)
            } else {
                // "Thirty more of its soldiers": the soldiers.
                let more = sentence.tokens[head].lemma == "more";
                let soldiers = of_noun(sentence, head).filter(|_| more);
                soldiers.unwrap_or_else(|| noun_or(sentence, above_compound(sentence, head), number))
            }
        }
        _ if article => next_word(sentence, tokens.end).unwrap_or(number),
        _ => number,
    }
}

/// The noun of "dozens of people", "a number of mosques": what hangs on the number with "of".
fn of_noun(sentence: &Sentence, number: usize) -> Option<usize> {
    sentence.children(number).find(|&c| {
        c > number
            && sentence.relation_is(c, "nmod")
            && sentence.children(c).any(|k| sentence.tokens[k].text.eq_ignore_ascii_case("of"))
    })
}

/// From a head inside the number phrase ("a number of mosques": *number*) to what it counts.
fn outside(sentence: &Sentence, head: usize, tokens: TokenRange) -> usize {
    if let Some(below) = of_noun(sentence, head) {
        return below;
    }
    match sentence.tokens[head].head {
        Some(above) if !tokens.contains(above) && is_modifier(sentence, head) => above,
        _ => head,
    }
}

/// "Eight M - 16 rifles": the rifles, where the tree hangs the number on their make.
fn above_compound(sentence: &Sentence, head: usize) -> usize {
    let make = sentence.relation_is(head, "compound") && !sentence.tokens[head].upos.is_nominal();
    sentence.tokens[head].head.filter(|&up| make && up > head).unwrap_or(head)
}

fn is_modifier(sentence: &Sentence, token: usize) -> bool {
    ["nummod", "det", "amod", "compound"].iter().any(|r| sentence.relation_is(token, r))
}

fn noun_or(sentence: &Sentence, head: usize, number: usize) -> usize {
    if sentence.tokens[head].upos.is_nominal() || sentence.tokens[head].upos.name() == "ADJ" {
        head
    } else {
        number
    }
}

fn has_tree(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|t| t.head.is_some())
}

/// Without a tree: the next word, over "of", articles and the like.
fn next_word(sentence: &Sentence, from: usize) -> Option<usize> {
    let skip = |t: &Token| {
        matches!(t.text.to_lowercase().as_str(), "of" | "the" | "his" | "their" | "its" | "other")
    };
    (from..sentence.tokens.len().min(from + 4))
        .find(|&i| !skip(&sentence.tokens[i]))
        .filter(|&i| sentence.tokens[i].text.chars().all(|c| c.is_alphabetic() || c == '-'))
}

/// The range of a count phrase on its own ("at least 5", "a few dozens"); `None` where the text does not
/// begin with one. For rules and reviewers that hold words rather than an analysis.
pub fn parse_count(text: &str) -> Option<Count> {
    let mut sentence = Sentence::default();
    let mut at = 0;
    for piece in text.split_whitespace() {
        let start = text.get(at..)?.find(piece)? + at;
        at = start + piece.len();
        let span = ascribe_model::Span::new(start, at);
        sentence.tokens.push(Token {
            span,
            text: piece.trim_end_matches([',', ';', ':']).to_owned(),
            lemma: piece.to_lowercase(),
            upos: ascribe_model::Upos::X,
            head: None,
            deprel: String::new(),
            margin: 0.0,
            feats: String::new(),
        });
    }
    phrase::at(&words(&sentence), 0).map(|f| f.count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::tests::plain;

    fn check(text: &str, expected: &[(Option<u64>, Option<u64>)]) {
        let (_, analysis) = plain(text);
        let found: Vec<_> = ground_counts(&analysis).iter().map(|m| (m.count.min, m.count.max)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_codebooks_examples() {
        check("at least 5 soldiers", &[(Some(5), None)]);
        check("up to 30 militants", &[(None, Some(30))]);
        check("over 20 soldiers", &[(Some(21), None)]);
        check("two soldiers", &[(Some(2), Some(2))]);
        check("a few dozens of fighters", &[(Some(24), Some(96))]);
        check("dozens of fighters", &[(Some(24), None)]);
        check("hundreds of people", &[(Some(200), None)]);
        check("several people", &[(Some(3), None)]);
        check("scores of civilians", &[(Some(40), None)]);
        check("thousands fled", &[(Some(2000), None)]);
        check("nearly 50 men", &[(None, Some(50))]);
        check("close to 50 men", &[(None, Some(50))]);
        check("almost 50 men", &[(None, Some(50))]);
        check("about 50 men", &[(Some(50), Some(50))]);
        check("some 50 men", &[(Some(50), Some(50))]);
        check("no casualties were reported", &[(Some(0), Some(0))]);
        check("multiple vehicles", &[(None, None)]);
        check("a number of vehicles", &[(None, None)]);
    }

    #[test]
    fn ranges_and_compounds() {
        check("between 15 and 20 rebels died", &[(Some(15), Some(20))]);
        check("15 to 20 rebels died", &[(Some(15), Some(20))]);
        check("15-20 rebels died", &[(Some(15), Some(20))]);
        check("three or four shells", &[(Some(3), Some(4))]);
        check("at least a dozen boats", &[(Some(12), None)]);
        check("more than a hundred houses", &[(Some(101), None)]);
        check("as many as two hundred and fifty huts", &[(None, Some(250))]);
        check("sixty-six people or more were hurt", &[(Some(66), None)]);
        check("tens of thousands of villagers", &[(Some(20_000), None)]);
        check("half a dozen trucks", &[(Some(6), Some(6))]);
        check("a civilian and two soldiers", &[(Some(1), Some(1)), (Some(2), Some(2))]);
        check("the toll rose to 126 on Friday", &[(Some(126), Some(126))]);
        check("more than 170000 people", &[(Some(170_001), None)]);
        check("fewer than 10 guards", &[(None, Some(9))]);
        check("another six in the village", &[(Some(6), Some(6))]);
        check("a total of 14 graves", &[(Some(14), Some(14))]);
    }

    proptest::proptest! {
        #[test]
        fn ranges_are_ordered_and_nothing_panics(text in "(at least|up to|between|[a-z]{1,6}|[0-9]{1,9}|and|to|dozen|hundred|million|-|,| ){0,14}") {
            let (_, analysis) = plain(&text);
            for mention in ground_counts(&analysis) {
                if let (Some(min), Some(max)) = (mention.count.min, mention.count.max) {
                    proptest::prop_assert!(min <= max, "{mention:?}");
                }
            }
            let _ = parse_count(&text);
        }
    }

    #[test]
    fn what_counts_nothing() {
        check("Resolution 2254 was adopted", &[]);
        check("32 km from the city", &[]);
        check("on 12 May 1988 troops came", &[]);
        check("in 2016 troops came", &[]);
        check("82mm rounds", &[]);
        check("an S-300 battery", &[(Some(1), Some(1))]);
        check("$3,500 was paid", &[]);
        check("for three years", &[]);
        check("40 percent of them", &[]);
        check("the 4th Division", &[]);
        check("a 30-year-old man", &[(Some(1), Some(1))]);
    }
}
