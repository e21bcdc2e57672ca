//! Who "we" are in what a party's own station broadcasts: "our troops", "we" of Radio Venceremos are the FMLN.

use super::MEMBERS;
use super::lexicon::{Class, noun};
use ascribe_codebook::{ActorDictionary, ActorEntry, ActorKind};
use ascribe_model::{ActorMention, Analysis, Report, Sentence, Side, Span, TokenRange, Upos};

/// Gives the first person of a party's station to the party, and shows whose "the enemy" is.
pub(crate) fn of_a_station(
    found: &mut Vec<ActorMention>,
    report: &Report,
    analysis: &Analysis,
    dictionary: &ActorDictionary,
) {
    let Some(party) = party(report, dictionary) else { return };
    let country = party.countries.first().map(String::as_str);
    let told =
        found.iter().filter(|m| m.id.as_deref() == Some(party.id.as_str()) && m.by.starts_with("data/"));
    let short = party.abbreviations.first().unwrap_or(&party.name);
    let name = told.map(|m| &m.name).max_by_key(|n| n.len()).unwrap_or(short).clone();
    for (index, sentence) in analysis.sentences.iter().enumerate() {
        for at in 0..sentence.tokens.len() {
            if is_enemy(sentence, at) {
                found
                    .iter_mut()
                    .filter(|m| m.sentence == index && m.tokens.contains(at) && !m.named)
                    .for_each(|m| m.side = against(party.side_in(country)).unwrap_or(m.side));
                let alone = !found.iter().any(|m| m.sentence == index && m.tokens.contains(at));
                // "The enemy burned nine houses": no word of who they are.
                if alone && sentence.tokens[at].upos == Upos::Noun && sentence.child(at, &["det"]).is_some() {
                    found.push(ActorMention {
                        name: sentence.tokens[at].text.clone(),
                        id: None,
                        side: against(party.side_in(country)).unwrap_or(Side::Unknown),
                        named: false,
                        ..mention(index, sentence, at, party, country)
                    });
                }
            }
            if !is_ours(sentence, at) || is_quoted(report, sentence, at) {
                continue;
            }
            found.retain(|m| m.sentence != index || !m.tokens.contains(at) || m.named);
            if found.iter().all(|m| m.sentence != index || !m.tokens.contains(at)) {
                found.push(ActorMention {
                    name: name.clone(),
                    ..mention(index, sentence, at, party, country)
                });
            }
        }
    }
}

fn mention(
    index: usize,
    sentence: &Sentence,
    at: usize,
    party: &ActorEntry,
    country: Option<&str>,
) -> ActorMention {
    let tokens = TokenRange::new(at, at + 1);
    ActorMention {
        sentence: index,
        tokens,
        head: at,
        span: sentence.span_of(tokens),
        name: party.name.clone(),
        id: Some(party.id.clone()),
        side: party.side_in(country),
        named: true,
        person: false,
        by: format!("{MEMBERS}data/{}: the station is theirs", party.place),
    }
}

/// The armed party that the dictionary gives the publisher to: "Radio Venceremos (FMLN)".
fn party<'a>(report: &Report, dictionary: &'a ActorDictionary) -> Option<&'a ActorEntry> {
    let metadata = &report.metadata;
    let names = [metadata.original_publisher.as_deref(), metadata.publisher.as_deref()];
    names.into_iter().flatten().find_map(|name| {
        let bare = name.split(" (").next().unwrap_or(name);
        let station = dictionary.find(bare, metadata.anchor(), None)?;
        let party = dictionary.by_id(station.parent.as_deref()?)?;
        (station.kind == ActorKind::Civilians && party.kind == ActorKind::Rebel).then_some(party)
    })
}

/// "We ambushed a patrol", "our troops", "our units": the first person of the station.
fn is_ours(sentence: &Sentence, at: usize) -> bool {
    let text = sentence.tokens[at].text.to_lowercase();
    if text == "we" {
        return sentence.tokens[at].upos == Upos::Pron;
    }
    let forces = |n: &super::lexicon::Noun| {
        n.plural && matches!(n.class, Class::Force | Class::Armed | Class::Security)
    };
    let our = || {
        sentence
            .child(at, &["nmod:poss"])
            .is_some_and(|c| sentence.tokens[c].text.eq_ignore_ascii_case("our"))
    };
    noun(&text).is_some_and(forces) && our()
}

/// "The enemy", "enemy troops": whoever the party fights.
fn is_enemy(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens[at].lemma.eq_ignore_ascii_case("enemy")
}

/// The side that rebels fight.
fn against(side: Side) -> Option<Side> {
    matches!(side, Side::Rebel | Side::Jihadist).then_some(Side::State)
}

/// "We", in quotation marks, is whoever is quoted.
fn is_quoted(report: &Report, sentence: &Sentence, at: usize) -> bool {
    let start = sentence.tokens[at].span.start;
    let passage = report.passages.iter().find(|p| p.span.start <= start && start < p.span.end);
    let before = passage.map_or("", |p| report.words(Span::new(p.span.start, start)));
    before.matches(['"', '“', '”']).count() % 2 == 1 || before.contains("[Begin recording]")
}

#[cfg(test)]
mod tests {
    use crate::actors::{ActorDictionary, ground_actors_in};
    use crate::words::tests::treed;
    use ascribe_codebook::DataFiles;
    use ascribe_model::Side;

    fn found(publisher: &str, text: &str) -> Vec<(String, Side)> {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        let (mut report, analysis) = treed(&[text]);
        report.metadata.publisher = Some(publisher.to_owned());
        let found = ground_actors_in(&report, &analysis, &dictionary, Some("SV"));
        found.into_iter().map(|m| (m.name, m.side)).collect()
    }

    #[test]
    fn our_troops_are_those_whose_station_speaks() {
        let fmln = ("FMLN".to_owned(), Side::Rebel);
        let ours = "Our/our/PRON/2/nmod:poss fighters/fighter/NOUN/3/nsubj left/VERB/0/root";
        assert_eq!(found("Radio Venceremos (FMLN)", ours), std::slice::from_ref(&fmln));
        assert_ne!(found("Canal Doce", ours), std::slice::from_ref(&fmln));
        let we = "We/PRON/2/nsubj attacked/VERB/0/root";
        assert_eq!(found("Radio Venceremos", we), [fmln]);
        assert!(
            found("Radio Venceremos", "\"/PUNCT/3/punct We/PRON/3/nsubj attacked/VERB/0/root").is_empty()
        );
    }

    #[test]
    fn the_enemy_of_a_station_is_whom_it_fights() {
        let enemy = "The/the/DET/2/det enemy/NOUN/3/nsubj left/VERB/0/root";
        assert_eq!(found("Radio Venceremos", enemy), [("enemy".to_owned(), Side::State)]);
        assert_eq!(found("Canal Doce", enemy), [("enemy".to_owned(), Side::Unknown)]);
    }
}
