//! What a report told before decides what a general word means now: after "an airstrike hit a market",
//! "the attack" and "the raids" are strikes from the air, and "ten people were wounded" is their harm.

use super::draft::HARMS;
use super::link;
use crate::occurrence::{Occurrence, RoleFill};
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_codebook::RuleSet;
use ascribe_model::{ActorMention, Analysis, Grounding, Outline, Side, Status, Token, Upos};

/// Sentences back within which a general word points to what was told.
const REACH: usize = 4;
/// Sentences around within which harm without a cause finds what makes it a matter of conflict.
const NEAR: usize = 2;

/// Words that fit several types, with the types that they may stand for.
const GENERAL: [(&str, &[&str]); 12] = [
    (
        "attack",
        &["airstrike", "suicide_bombing", "explosion", "shelling", "assassination", "chemical_attack"],
    ),
    // "Officials blamed the rebels": for that.
    ("blame", &["airstrike", "suicide_bombing", "explosion", "shelling", "assassination", "abduction"]),
    ("suspect", &["airstrike", "suicide_bombing", "explosion", "shelling", "assassination", "abduction"]),
    ("strike", &["airstrike", "shelling"]),
    ("raid", &["airstrike"]),
    ("bombing", &["airstrike", "suicide_bombing"]),
    ("bombardment", &["airstrike"]),
    ("explosion", &["suicide_bombing"]),
    ("blast", &["suicide_bombing", "airstrike"]),
    ("massacre", &["airstrike", "shelling", "chemical_attack"]),
    ("bomb", &["airstrike", "suicide_bombing"]),
    ("incident", &["airstrike", "explosion", "shelling"]),
];

/// What takes people without harming them: "they were abducted on Friday. Their bodies were found" tells of two
/// things.
const TAKEN: [&str; 2] = ["abduction", "arrest"];

/// Types of harm done with guns, knives and hands.
const BY_HAND: [&str; 5] = ["attack", "clash", "assassination", "execution", "abduction"];

/// "A judge was shot dead. … Two militants were killed": nobody is singled out in two.
fn are_several(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let many = |r: &RoleFill| sentence.tokens.get(r.head).is_some_and(|t| t.feats.contains("Number=Plur"));
    occurrence.role("killed").any(many)
}

/// "Jets struck the camp. … A guard was stabbed to death": how he died shows that it was not the jets.
fn names_own_means(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    sentence.tokens.iter().any(|t| deeds::is(Deed::ByHand, &t.lemma.to_lowercase()))
}

/// "A suicide bombing killed nine. … The group said it had killed two officers in revenge": in another deed.
fn is_revenge(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    sentence.tokens.iter().any(|t| deeds::is(Deed::Revenge, &t.lemma.to_lowercase()))
}

/// "Nine died in a clash. … Almost 2,000 people died in the violence last year", "55,000 have died since the army was sent
/// in late 2006": of no one deed that was told.
fn is_of_years(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let word = |t: usize| sentence.tokens.get(t).map_or_else(String::new, |t| t.text.to_lowercase());
    let year =
        |t: usize| word(t) == "year" && t > 0 && matches!(word(t - 1).as_str(), "last" | "this" | "past");
    let figures = |w: &str| w.len() == 4 && (w.starts_with("19") || w.starts_with("20"));
    let since = (0..sentence.tokens.len()).find(|&t| word(t) == "since");
    let since_year = since.is_some_and(|at| (at..sentence.tokens.len()).any(|t| figures(&word(t))));
    (0..sentence.tokens.len()).any(year) || since_year
}

/// "Two shepherds were found dead": in no strike that was told.
fn is_found(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let lemma = head_lemma(occurrence, analysis);
    let passive = sentence.tokens.iter().any(|t| t.head == Some(occurrence.head) && t.deprel == "nsubj:pass");
    let ruins = ["rubble", "ruins", "debris"];
    let ruins = sentence.tokens.iter().any(|t| ruins.contains(&t.text.to_lowercase().as_str()));
    lemma == "find" && passive || matches!(lemma.as_str(), "body" | "corpse") && !ruins
}

/// "Russian jets flew sorties. … Twenty Russian soldiers were killed": nobody strikes his own.
fn is_of_own_side(strike: &Occurrence, harm: &Occurrence, grounding: &Grounding) -> bool {
    let of_state = |fill: &RoleFill| {
        let mut here = grounding.actors.iter().filter(|m| m.sentence == fill.sentence);
        here.any(|m| (fill.tokens.contains(m.head) || m.tokens.contains(fill.head)) && m.side == Side::State)
    };
    let flown = matches!(strike.kind.as_str(), "airstrike" | "shelling");
    flown && strike.role("agent").any(of_state) && harm.role("killed").any(of_state)
}

/// "Two hostages were beheaded. … Five were killed": of captives, of whom only a number stands, or of "them".
fn has_captives(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let mut victims = occurrence.role("killed").filter_map(|r| sentence.tokens.get(r.head));
    victims.any(|t| {
        matches!(t.upos, Upos::Pron | Upos::Num) || vocabulary::is(Class::Captive, &t.lemma.to_lowercase())
    })
}

/// Gives general words the type of what was told shortly before.
pub(crate) fn resolve_kinds(
    found: &mut [Occurrence],
    analysis: &Analysis,
    grounding: &Grounding,
    outline: &Outline,
    rules: &RuleSet,
) {
    let passage = |o: &Occurrence| analysis.sentences.get(o.sentence).map_or(0, |s| s.passage);
    for n in 0..found.len() {
        let (before, rest) = found.split_at_mut(n);
        let Some((this, after)) = rest.split_first_mut() else { return };
        let lemma = head_lemma(this, analysis);
        let kinds = GENERAL.iter().find(|(word, _)| *word == lemma).map(|(_, kinds)| *kinds);
        let at = passage(this);
        let told = |reach: usize| {
            let number = this.sentence;
            let near = before.iter().rev().take_while(move |o| o.sentence + reach >= number);
            near.filter(|o| outline.reaches(passage(o), at))
        };
        let on_foot = is_irregulars(this, grounding);
        let of_report = |kinds: &[&str], reach: usize| {
            let fits = |o: &&Occurrence| {
                let flown = o.kind == "airstrike" && on_foot && !is_irregulars(o, grounding);
                !o.bare_harm && kinds.contains(&o.kind.as_str()) && !flown
            };
            told(reach).find(fits).map(|o| o.kind.clone())
        };
        if told(usize::MAX / 2).any(|o| o.kind == "abduction" && is_taken_again(o, this, analysis)) {
            this.kind = "abduction".to_owned();
        } else if this.bare_harm && this.kind == "attack" && this.role("agent").next().is_none() {
            let hurt = |harm: &&str| this.role(harm).next().is_some();
            let hurt = ["killed", "injured", "casualties"].iter().any(hurt);
            // "The arrests came in the evening. … The toll rose to nine": of what was told, however far back.
            let reach = if deeds::is(Deed::Tallies, &lemma) { usize::MAX / 2 } else { NEAR };
            let violent = told(reach).find(|o| {
                rules.types().is_violent(&o.kind)
                    && !(o.sentence == this.sentence && link::is_days_before(o, analysis))
                    && !(o.sentence < this.sentence && is_gone_before(o, before, analysis))
                    && o.kind != "capture"
                    && !(hurt && TAKEN.contains(&o.kind.as_str()))
            });
            // "Jets struck Salt. In Keld rebels took two posts. Nine soldiers were killed": in the fight for the posts.
            let takes = |o: &Occurrence| o.kind == "capture" && o.role("agent").next().is_some();
            let taken = told(1).any(|o| o.sentence < this.sentence && takes(o));
            let violent = violent.filter(|o| !(taken && o.sentence + 1 < this.sentence));
            let of_years = is_of_years(this, analysis);
            let by_hand = names_own_means(this, analysis)
                || is_revenge(this, analysis)
                || of_years
                || is_found(this, analysis);
            let held = has_captives(this, analysis);
            let fits = |kind: &String| {
                kind != "operation"
                    && !(hurt && kind == "destruction")
                    && (!by_hand || BY_HAND.contains(&kind.as_str()))
                    && !(of_years && kind == "clash")
                    && (held || kind != "execution")
                    && !(kind == "assassination" && are_several(this, analysis))
                    && !(violent.is_some_and(|o| is_of_own_side(o, this, grounding)))
                    && !(kind == "clash" && deeds::is(Deed::OneSided, &lemma))
            };
            if let Some(kind) = violent.map(|o| o.kind.clone()).filter(fits) {
                this.kind = kind;
            }
        } else if let Some(kinds) = kinds {
            let far = deeds::is(Deed::AsTold, &lemma);
            let pointing = this.passing && !is_of_many(this, analysis) || points_back(this, analysis) || far;
            // "Militants also raided a bank": no raid from the air, whatever was told before.
            let raiders = lemma == "raid" && !this.passing && this.role("agent").next().is_some();
            let general = matches!(this.kind.as_str(), "attack" | "explosion") && !raiders;
            let reach = if far { usize::MAX / 2 } else { REACH };
            let told = (pointing && general).then(|| of_report(kinds, reach)).flatten();
            if let Some(kind) = told {
                this.kind = kind;
            }
        }
        let mut just_told = before.iter().rev().take_while(|o| o.sentence + 1 >= this.sentence);
        let strike = || just_told.find(|o| STRIKES.contains(&o.kind.as_str()) && !o.bare_harm && !o.refers);
        if let Some(strike) = is_loss(this, analysis).then(strike).flatten() {
            this.kind.clone_from(&strike.kind);
            this.bare_harm = true;
        }
        let general =
            this.kind == "attack" && matches!(lemma.as_str(), "attack" | "incident") && !this.definite;
        if let Some(kind) = general.then(|| told_next(this, after, analysis)).flatten() {
            this.kind = kind;
        }
        if is_planted(this, analysis)
            && told(PLANTED).any(|o| o.kind == "explosion" && !is_planted(o, analysis))
        {
            this.status = None;
        }
        let known =
            before.iter().any(|o| o.kind == this.kind && !o.passing && outline.reaches(passage(o), at));
        if this.definite && known && adds_nothing(this) && rules.types().is_violent(&this.kind) {
            this.passing = true;
        }
    }
}

/// "Clashes broke out after the *murder* of a captain. Six were hurt": not by the murder; "took a hill after heavy clashes.
/// Nine were killed": in the clashes.
fn is_gone_before(occurrence: &Occurrence, told: &[Occurrence], analysis: &Analysis) -> bool {
    if !matches!(occurrence.kind.as_str(), "assassination" | "execution" | "abduction") {
        return false;
    }
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let after = sentence.child(occurrence.head, &["case"]).and_then(|c| sentence.tokens.get(c));
    let noun = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Noun);
    let main = |o: &Occurrence| {
        o.sentence == occurrence.sentence && o.head < occurrence.head && !o.bare_harm && !o.passing
    };
    noun && after.is_some_and(|t| matches!(t.text.to_lowercase().as_str(), "after" | "following"))
        && told.iter().any(main)
}

/// "A bomb went off. … Blamed for a wave of attacks": of others than what was told.
fn is_of_many(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let series = sentence.tokens.get(occurrence.head).and_then(|t| t.head);
    let indefinite = |t: usize| {
        sentence.child(t, &["det"]).is_some_and(|d| sentence.tokens[d].text.eq_ignore_ascii_case("a"))
    };
    let plural = sentence.tokens.get(occurrence.head).is_some_and(|t| t.feats.contains("Number=Plur"));
    // "Warned of possible attacks".
    let possible = sentence.children(occurrence.head).any(|c| {
        matches!(
            sentence.tokens[c].text.to_lowercase().as_str(),
            "possible" | "further" | "future" | "more" | "new"
        )
    });
    plural && (possible || sentence.relation_is(occurrence.head, "nmod") && series.is_some_and(indefinite))
}

/// "Jets struck Keld. … An attack launched by the Front's fighters": who has no jets attacks on the ground.
fn is_irregulars(occurrence: &Occurrence, grounding: &Grounding) -> bool {
    let side = |fill: &RoleFill| {
        let here = |m: &&ActorMention| m.sentence == fill.sentence && m.tokens.contains(fill.head);
        grounding.actors.iter().find(here).map(|m| m.side)
    };
    occurrence
        .role("agent")
        .filter_map(side)
        .any(|s| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia))
}

/// What leaves ruins behind that the next sentence tells of.
const STRIKES: [&str; 4] = ["airstrike", "shelling", "explosion", "suicide_bombing"];

/// "At least nine vehicles were destroyed": by what was told just before.
fn is_loss(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let lost = deeds::is(Deed::Ruins, &head_lemma(occurrence, analysis));
    let passive = sentence.tokens.iter().any(|t| t.head == Some(occurrence.head) && t.deprel == "nsubj:pass");
    occurrence.kind == "destruction" && lost && passive && occurrence.role("agent").next().is_none()
}

/// Sentences back within which "the bomb" is one that went off.
const PLANTED: usize = 6;

/// "The bomb was placed under a car": the laying of one that the report has told of.
fn is_planted(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    let the = |head: usize| {
        sentence
            .tokens
            .iter()
            .any(|t| t.head == Some(head) && t.text.eq_ignore_ascii_case("the") && t.deprel == "det")
    };
    let planned = occurrence.status == Some(Status::Planned);
    planned && occurrence.kind == "explosion" && occurrence.role("means").any(|fill| the(fill.head))
}

/// "Two attacks shook the capital. … The bombs went off at dawn": what the next words make of a general one.
fn told_next(this: &Occurrence, after: &[Occurrence], analysis: &Analysis) -> Option<String> {
    let near = after.iter().take_while(|o| o.sentence <= this.sentence + 2);
    let mut definite = near.filter(|o| o.sentence > this.sentence && o.definite && o.kind == "explosion");
    let noun = |o: &&Occurrence| deeds::is(Deed::GoesOff, &head_lemma(o, analysis));
    definite.find(noun).map(|o| o.kind.clone())
}

/// "Rebels abducted two nurses. … They were captured on the road": the capture, by nobody named, of those whom the
/// report has told to be abducted.
fn is_taken_again(abduction: &Occurrence, later: &Occurrence, analysis: &Analysis) -> bool {
    let token = |o: &Occurrence, head: usize| analysis.sentences.get(o.sentence)?.tokens.get(head);
    let victims = |o: &Occurrence| -> Vec<String> {
        let heads = o.roles.iter().filter(|r| matches!(r.role.as_str(), "captured" | "target"));
        heads.filter_map(|r| token(o, r.head)).map(|t| t.lemma.to_lowercase()).collect()
    };
    let pronoun = |word: &String| matches!(word.as_str(), "he" | "she" | "they");
    let taken = matches!(head_lemma(later, analysis).as_str(), "capture" | "seize" | "take");
    let again = || {
        let known = victims(abduction);
        victims(later).iter().any(|v| pronoun(v) || known.contains(v))
    };
    later.kind == "arrest" && taken && later.role("agent").next().is_none() && again()
}

/// "The attack took place in the evening": it names no party and no harm of its own.
fn adds_nothing(occurrence: &Occurrence) -> bool {
    !occurrence
        .roles
        .iter()
        .any(|fill| fill.role == "agent" || fill.role == "target" || HARMS.contains(&fill.role.as_str()))
}

/// Drops harm that nothing violent stands near: accidents, nature, biographies.
pub(crate) fn drop_harm_without_conflict(
    found: &mut Vec<Occurrence>,
    analysis: &Analysis,
    grounding: &Grounding,
    rules: &RuleSet,
    outline: &Outline,
) {
    let passage = |number: usize| analysis.sentences.get(number).map_or(0, |s| s.passage);
    let violent: Vec<usize> = found
        .iter()
        .filter(|o| !o.bare_harm && rules.types().is_violent(&o.kind))
        .map(|o| o.sentence)
        .collect();
    let armed = |sentence: usize| {
        grounding.actors.iter().any(|a| a.sentence == sentence && a.side.is_armed() && a.side != Side::State)
    };
    // Items of a digest say nothing of each other: a raid in one makes no attack of a fire in the next.
    let same_item = |a: usize, b: usize| outline.reaches(passage(a), passage(b));
    let near = |at: usize| violent.iter().any(|&other| other.abs_diff(at) <= NEAR && same_item(other, at));
    let soldiers =
        |at: usize| analysis.sentences.get(at).is_some_and(|s| s.tokens.iter().any(|t| fights(t, rules)));
    let below = |head: usize, fill: &RoleFill| {
        let token = analysis.sentences.get(fill.sentence).and_then(|s| s.tokens.get(head));
        token.is_some_and(|t| t.head == Some(fill.head))
    };
    let violent_words = |o: &Occurrence| {
        analysis.sentences.get(o.sentence).is_some_and(|s| s.tokens.iter().any(|t| is_violent(t, rules)))
    };
    // "Rebels raided the town. … Two members of the security forces had been killed": whom rebels fight die in no mishap
    // where the report tells of their raids.
    let rebels = grounding.actors.iter().any(|a| a.side.is_armed() && a.side != Side::State);
    let fought = |o: &Occurrence| {
        let of_state = |r: &RoleFill| {
            let here = |m: &&ActorMention| m.sentence == r.sentence;
            let meant = |m: &ActorMention| m.head == r.head || m.tokens.contains(r.head) || below(m.head, r);
            grounding.actors.iter().filter(here).any(|m| m.side == Side::State && meant(m))
        };
        rebels && violent.len() >= 2 && o.role("killed").any(of_state)
    };
    // "Gunmen stormed a camp. … The chief put the number of dead at nine": of those of whom the report has told.
    let adds_up = |o: &Occurrence| {
        let told = violent.iter().any(|&at| at < o.sentence && same_item(at, o.sentence));
        told && deeds::is(Deed::Tallies, &head_lemma(o, analysis))
    };
    // "The mission documented 2,069 civilian casualties": nobody is called so in a mishap.
    let civilian = |o: &Occurrence| {
        let sentence = analysis.sentences.get(o.sentence);
        let called = |t: &Token| t.head == Some(o.head) && t.lemma.eq_ignore_ascii_case("civilian");
        sentence.is_some_and(|s| s.tokens.iter().any(called))
    };
    found.retain(|o| {
        !o.bare_harm
            || adds_up(o)
            || civilian(o)
            || violent_words(o)
            || fought(o)
            || o.kind != "attack"
            || o.role("agent").next().is_some()
            || armed(o.sentence)
            || near(o.sentence)
            || soldiers(o.sentence)
            || soldiers(o.sentence + 1) && same_item(o.sentence, o.sentence + 1)
    });
}

/// True for a report of sport or of a story made up: "Rangers stormed to victory in the cup final ... The
/// striker fired in two goals". Two different words of that kind, nobody of a known armed party, nobody
/// harmed.
pub(crate) fn is_play(
    found: &[Occurrence],
    analysis: &Analysis,
    grounding: &Grounding,
    rules: &RuleSet,
) -> bool {
    let armed = grounding.actors.iter().any(|a| a.side.is_armed() && a.id.is_some());
    let harmed = found.iter().any(|o| HARMS.iter().any(|harm| o.role(harm).next().is_some()));
    if armed || harmed {
        return false;
    }
    let mut words: Vec<String> = analysis
        .sentences
        .iter()
        .flat_map(|s| &s.tokens)
        .map(|t| t.lemma.to_lowercase())
        .filter(|w| ["sport-words", "screen-words"].iter().any(|list| rules.lists().holds(list, w)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words.len() >= 2
}

/// A word that shows harm to be no mishap: "massacred", "stabbed", "shot in the head", "by gunfire".
fn is_violent(token: &Token, rules: &RuleSet) -> bool {
    let lemma = token.lemma.to_lowercase();
    // "Killed by Israeli fire", not "in a fire".
    let fire = lemma != "fire" || token.deprel == "obl:agent";
    fire && vocabulary::is(Class::Violent, &lemma)
        || ["violence-words", "attack-verbs", "whole-wars"]
            .iter()
            .any(|list| rules.lists().holds(list, &lemma))
}

/// A word for people who fight; police, guards and "groups" also come to accidents.
fn fights(token: &Token, rules: &RuleSet) -> bool {
    let lemma = token.lemma.to_lowercase();
    matches!(token.upos, Upos::Noun | Upos::Propn)
        && rules.lists().holds("facts/armed", &lemma)
        && !vocabulary::is(Class::AlsoElsewhere, &lemma)
}

fn head_lemma(occurrence: &Occurrence, analysis: &Analysis) -> String {
    let token = analysis.sentences.get(occurrence.sentence).and_then(|s| s.tokens.get(occurrence.head));
    token.map_or_else(String::new, |t| t.lemma.to_lowercase())
}

/// "the attack", "this raid", "Monday's blast".
fn points_back(occurrence: &Occurrence, analysis: &Analysis) -> bool {
    let Some(sentence) = analysis.sentences.get(occurrence.sentence) else { return false };
    sentence.tokens.iter().any(|t| {
        t.head == Some(occurrence.head)
            && ((t.deprel == "det"
                && matches!(t.text.to_lowercase().as_str(), "the" | "this" | "these" | "those" | "that"))
                || t.deprel == "nmod:poss")
    })
}
