//! What the words mention without telling it: purposes, calls, questions, the operation in which something
//! that is told took place. An aside adds to what is told elsewhere; alone it is no claim.

mod stopped;

use super::attach::first_of_phrase;
use super::{Known, ancestors};
use crate::attribution::tree::{feature, form, lemma, relation};
use crate::modality::Modality;
use crate::occurrence::Occurrence;
use crate::vocabulary::{self, Class};
use ascribe_model::{Sentence, Status, Upos};

/// True where the occurrence is only an aside.
pub(super) fn is_aside(known: &Known, occurrence: &Occurrence, modality: &Modality) -> bool {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return false };
    modality.rule == "purpose"
        || is_trend(known, sentence, occurrence)
        || is_epithet(known, sentence, occurrence)
        || is_counted_among(sentence, occurrence)
        || is_wished(sentence, occurrence)
        || is_missed(sentence, occurrence)
        || is_counterfactual(sentence, occurrence)
        || is_warded_off(known, sentence, occurrence)
        || stopped::is_stopped(sentence, occurrence.head, &occurrence.kind)
        || is_ahead_without_party(occurrence, modality)
        || is_called_for(known, sentence, occurrence)
        || is_commanded(sentence, occurrence)
        || is_defined(sentence)
        || is_ruled_out(known, sentence, occurrence, modality)
        || is_asked(known, sentence, occurrence)
        || is_of_every_day(sentence, occurrence)
        || is_any(sentence, occurrence, modality)
        || is_frame(known, sentence, occurrence)
        || is_aim(known, occurrence, modality)
        || is_hunt_told_by_its_arrest(known, sentence, occurrence)
}

/// "Burned a depot, the fifth such raid this month": the deed told before it, as one of many.
fn is_counted_among(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let such = sentence.children(occurrence.head).any(|c| form(sentence, c) == "such");
    such && relation(sentence, occurrence.head, &["appos", "parataxis", "nmod", "conj"])
}

/// "Called it a cowardly attack": what somebody calls what has been told, and says of nobody.
fn is_epithet(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let verb = sentence.tokens.get(occurrence.head).and_then(|t| t.head);
    let called = relation(sentence, occurrence.head, &["xcomp", "obl"])
        && verb.is_some_and(|v| known.weighing.holds("epithet", &lemma(sentence, v)));
    let noun = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Noun);
    // "As a terrorist attack": the adjective names nobody.
    let named = |head: usize| sentence.tokens.get(head).is_some_and(|t| t.upos != Upos::Adj);
    let bare = |role: &str| !occurrence.role(role).any(|f| named(f.head));
    called && noun && bare("agent") && bare("killed")
}

/// "Began an offensive that it said aimed to clear the valley", "their part in the operation to retake Salt": what the
/// operation told beside it is for.
fn is_aim(known: &Known, occurrence: &Occurrence, modality: &Modality) -> bool {
    let aimed =
        modality.status_cue.is_some_and(|cue| known.report.words(cue).to_lowercase().starts_with("aim"));
    let operation = |o: &&Occurrence| {
        o.sentence == occurrence.sentence && o.head < occurrence.head && o.kind == "operation"
    };
    // "Operation to retake", wherever the tree hangs the verb.
    let before = occurrence.head.checked_sub(2).filter(|&noun| {
        let to = known.analysis.sentences.get(occurrence.sentence).map(|s| form(s, noun + 1));
        to.as_deref() == Some("to")
    });
    let mut operations = known.occurrences.iter().filter(operation);
    operations.any(|o| aimed || Some(o.head) == before)
}

/// "Attacks have fallen by half", "the number of kidnappings rose": how many there are, and none is told.
fn is_trend(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let noun = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Noun);
    let plural = form(sentence, occurrence.head).ends_with('s');
    let up = ancestors(sentence, occurrence.head);
    let of_number = up.get(1).filter(|&&n| {
        relation(sentence, occurrence.head, &["nmod"])
            && matches!(lemma(sentence, n).as_str(), "number" | "rate" | "level" | "pace")
    });
    let subject = of_number.copied().unwrap_or(occurrence.head);
    let verb = sentence.tokens[subject].head.filter(|_| relation(sentence, subject, &["nsubj"]));
    // "Shells fell on the town": these fall on somebody.
    let on = |v: usize| {
        sentence.children(v).any(|c| {
            let obl = relation(sentence, c, &["obl"]);
            obl && lemma(sentence, c) != "average"
                && sentence.child(c, &["case"]).is_some_and(|k| {
                    matches!(
                        form(sentence, k).as_str(),
                        "on" | "onto" | "into" | "near" | "inside" | "around" | "at"
                    )
                })
        })
    };
    let projectiles = occurrence.kind == "shelling" && verb.is_some_and(on);
    noun && !projectiles
        && (plural || of_number.is_some())
        && verb.is_some_and(|v| known.weighing.holds("trend", &lemma(sentence, v)))
}

/// "Fears of a siege": what may come without anybody named.
fn is_ahead_without_party(occurrence: &Occurrence, modality: &Modality) -> bool {
    let named = ["agent", "target"].iter().any(|role| occurrence.role(role).next().is_some());
    let ahead = matches!(modality.status, Status::Planned | Status::Expected);
    let settled = matches!(occurrence.kind.as_str(), "agreement" | "talks");
    ahead && !named && !settled
}

/// "The envoy called on both sides to withdraw", "urged the government to arrest the men".
fn is_called_for(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    // "Demanding the withdrawal of troops".
    let verb = ancestors(sentence, first_of_phrase(sentence, occurrence.head)).get(1).copied();
    let demanded = verb.is_some_and(|v| matches!(lemma(sentence, v).as_str(), "demand" | "urge" | "request"));
    if demanded && relation(sentence, first_of_phrase(sentence, occurrence.head), &["obj", "nsubj:pass"]) {
        return true;
    }
    // "Calls for a withdrawal and for the deployment of troops": both are called for.
    let up = ancestors(sentence, first_of_phrase(sentence, occurrence.head));
    up.windows(2).take(3).enumerate().any(|(n, pair)| {
        let [below, above] = pair else { return false };
        // "Called a strike to protest the attack": no request.
        let strike = lemma(sentence, *above) == "call" && sentence.child(*above, &["obj"]).is_some();
        let holds = |t: usize| known.weighing.holds("call", &lemma(sentence, t));
        // "We make an appeal so that the army withdraw".
        let made = sentence.child(*above, &["obj"]).is_some_and(holds);
        let calls = !strike && (holds(*above) || made);
        let told = relation(sentence, *below, &["xcomp", "ccomp", "advcl", "acl"])
            && (sentence.children(*below).any(|c| form(sentence, c) == "to" && c < *below)
                || is_subjunctive(sentence, *below));
        // "Called for an inquiry into an attack": the inquiry is called for, not the attack.
        let asked_for = n == 0
            && relation(sentence, *below, &["obl", "nmod"])
            && sentence.children(*below).any(|c| form(sentence, c) == "for");
        calls && (told || asked_for)
    })
}

/// "Fire in support of troops is not classified as a strike", "a jet that drops one bomb, for example, is one strike": what
/// a word means, and nothing that happened.
fn is_defined(sentence: &Sentence) -> bool {
    let tokens = sentence.tokens.as_slice();
    let pair = |a: &str, b: &str| {
        tokens.windows(2).any(|w| w[0].text.eq_ignore_ascii_case(a) && w[1].text.eq_ignore_ascii_case(b))
    };
    let is = |t: usize, by: &str| {
        sentence.child(t, &[by]).is_some_and(|c| matches!(form(sentence, c).as_str(), "is" | "are"))
    };
    let classed =
        |t: usize| matches!(lemma(sentence, t).as_str(), "classify" | "define") && is(t, "aux:pass");
    pair("as", "defined")
        || (0..tokens.len()).any(classed)
        || pair("for", "example") && (0..tokens.len()).any(|t| is(t, "cop"))
}

/// "Cease the shelling and lift the siege!": what is demanded of somebody.
fn is_commanded(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    const COMMANDS: [&str; 10] =
        ["stop", "cease", "halt", "end", "suspend", "lift", "permit", "release", "free", "withdraw"];
    let up = ancestors(sentence, occurrence.head);
    let bare = |t: usize| {
        let word = form(sentence, t);
        COMMANDS.contains(&word.as_str())
            && word == lemma(sentence, t)
            && sentence.child(t, &["nsubj", "nsubj:pass", "aux", "mark", "csubj"]).is_none()
    };
    let opens = |t: usize| sentence.children(t).all(|c| c > t || relation(sentence, c, &["advmod", "punct"]));
    let root = up.last().copied();
    root.is_some_and(|r| sentence.tokens[r].upos == Upos::Verb && bare(r) && opens(r))
}

/// "That the army withdraw", "so that hostilities be stopped": what is to be, and is not.
fn is_subjunctive(sentence: &Sentence, verb: usize) -> bool {
    let child = |relations: &[&str], words: &[&str]| {
        sentence
            .children(verb)
            .any(|c| relation(sentence, c, relations) && words.contains(&form(sentence, c).as_str()))
    };
    let plain = form(sentence, verb) == lemma(sentence, verb) && has_one(sentence, verb);
    child(&["mark"], &["that", "so"]) && (plain || child(&["aux:pass", "cop"], &["be"]))
}

/// A subject in the singular: "that the army withdraw".
fn has_one(sentence: &Sentence, verb: usize) -> bool {
    sentence.child(verb, &["nsubj"]).is_some_and(|s| !feature(sentence, s, "Number=Plur"))
}

/// "The rebels should surrender their arms": what somebody holds right, but for what is timed ("talks should begin").
fn is_wished(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let timed = matches!(occurrence.kind.as_str(), "talks" | "deployment" | "withdrawal");
    // "We hope that the police are able to catch the men".
    let up = ancestors(sentence, occurrence.head);
    let hoped = up.windows(2).any(|pair| {
        let [below, above] = pair else { return false };
        let nobody = || {
            let subject = sentence.child(*above, &["nsubj"]);
            subject.is_some_and(|s| matches!(form(sentence, s).as_str(), "nobody" | "none"))
        };
        match lemma(sentence, *above).as_str() {
            "hope" | "wish" => relation(sentence, *below, &["ccomp"]),
            // "Nobody believes that the guerrillas murdered him".
            "believe" | "think" => relation(sentence, *below, &["ccomp"]) && nobody(),
            _ => false,
        }
    });
    // "Hopes for the release of the hostages", "far from achieving a truce".
    let top = first_of_phrase(sentence, occurrence.head);
    let awaited = relation(sentence, top, &["obl"])
        && sentence.children(top).any(|c| form(sentence, c) == "for")
        && sentence.tokens[top]
            .head
            .is_some_and(|v| matches!(lemma(sentence, v).as_str(), "hope" | "pray" | "wait"));
    if hoped || awaited || is_far_from(sentence, occurrence) {
        return true;
    }
    // "He should lift the decree, withdraw the guards and open talks": so are all.
    let verb = first_of_phrase(sentence, occurrence.head);
    let without_own = |t: usize| sentence.child(t, &["aux", "nsubj", "nsubj:pass"]).is_none();
    let above = sentence.tokens[occurrence.head].head;
    let first =
        above.filter(|_| relation(sentence, occurrence.head, &["conj"]) && without_own(occurrence.head));
    let should = |t: usize| {
        sentence.children(t).any(|c| {
            relation(sentence, c, &["aux"]) && matches!(form(sentence, c).as_str(), "should" | "ought")
        })
    };
    !timed && should(verb) || first.is_some_and(should)
}

/// "Far from achieving a truce, he left": there is none.
fn is_far_from(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let word = |t: usize, back: usize| t.checked_sub(back).map(|t| form(sentence, t)).unwrap_or_default();
    ancestors(sentence, occurrence.head)
        .into_iter()
        .take(3)
        .any(|t| word(t, 1) == "from" && word(t, 2) == "far" && form(sentence, t).ends_with("ing"))
}

/// "The helicopter was nearly downed": it was not.
fn is_missed(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let verb = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Verb);
    let before = occurrence.head.checked_sub(1).map(|t| form(sentence, t));
    verb && matches!(before.as_deref(), Some("nearly" | "almost" | "narrowly"))
}

/// "Had the bomb gone off, hundreds would have been killed": neither did.
fn is_counterfactual(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let aux = |t: usize, words: &[&str]| {
        sentence
            .children(t)
            .find(|&c| relation(sentence, c, &["aux", "mark"]) && words.contains(&form(sentence, c).as_str()))
    };
    let unreal = |t: usize| aux(t, &["would"]).is_some() && aux(t, &["have"]).is_some();
    // "Had the bomb gone off": the helper before the subject.
    let inverted = |t: usize| {
        let subject = sentence.child(t, &["nsubj", "nsubj:pass"]);
        relation(sentence, t, &["advcl"]) && aux(t, &["had"]).zip(subject).is_some_and(|(had, s)| had < s)
    };
    let condition = |t: usize| {
        sentence.children(t).any(|c| {
            let marked = sentence.children(c).any(|m| form(sentence, m) == "if");
            relation(sentence, c, &["advcl"]) && (marked || inverted(c))
        })
    };
    let up = ancestors(sentence, occurrence.head);
    up.iter().take(3).any(|&t| unreal(t) && condition(t))
        || up.iter().take(2).any(|&t| {
            let main = sentence.tokens[t].head;
            inverted(t) && main.is_some_and(unreal)
        })
}

/// "Patrols were sent out to prevent attacks": what is only to be warded off; "foiled an attack" tells of one.
fn is_warded_off(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let top = first_of_phrase(sentence, occurrence.head);
    let object = relation(sentence, top, &["obj"]);
    ancestors(sentence, top).get(1).is_some_and(|&verb| {
        let ahead = form(sentence, verb).ends_with("ing")
            || sentence.children(verb).any(|c| c < verb && form(sentence, c) == "to");
        object && ahead && known.weighing.holds("ward", &lemma(sentence, verb))
    })
}

/// "Is forbidden from killing", "talked about killing the governor", "guarantees that the town would not be shelled":
/// what is ruled out, or only talked of.
fn is_ruled_out(known: &Known, sentence: &Sentence, occurrence: &Occurrence, modality: &Modality) -> bool {
    let up = ancestors(sentence, occurrence.head);
    let marked = |token: usize, words: &[&str]| {
        sentence.children(token).any(|c| c < token && words.contains(&form(sentence, c).as_str()))
    };
    // "Ruled out a truce": there is to be none.
    let out =
        |v: usize| lemma(sentence, v) == "rule" && sentence.children(v).any(|c| form(sentence, c) == "out");
    let peaceful =
        matches!(occurrence.kind.as_str(), "agreement" | "talks" | "deployment" | "operation" | "withdrawal");
    if peaceful && relation(sentence, occurrence.head, &["obj"]) && up.get(1).is_some_and(|&v| out(v)) {
        return true;
    }
    up.windows(2).take(2).any(|pair| {
        let [below, above] = pair else { return false };
        let above = lemma(sentence, *above);
        let verbal = sentence.tokens[*below].text.to_lowercase().ends_with("ing");
        verbal && marked(*below, &["from"]) && known.weighing.holds("forbid", &above)
            || verbal && marked(*below, &["about", "of"]) && known.weighing.holds("muse", &above)
            || modality.status == Status::Denied && known.weighing.holds("guarantee", &above)
    })
}

/// "Any attack on Norway would bring Sabanda in", "what would be gained by an attack": none has taken place.
fn is_any(sentence: &Sentence, occurrence: &Occurrence, modality: &Modality) -> bool {
    let noun = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Noun);
    let determiner = sentence.child(occurrence.head, &["det"]).map(|c| form(sentence, c));
    let would = |t: &usize| {
        sentence.children(*t).any(|c| relation(sentence, c, &["aux"]) && form(sentence, c) == "would")
    };
    let told = occurrence.role("killed").next().is_some() || modality.status == Status::Denied;
    let clause = || ancestors(sentence, occurrence.head).into_iter().skip(1).take(2).any(|t| would(&t));
    noun && !told
        && match determiner.as_deref() {
            Some("any") => true,
            Some("a" | "an") => relation(sentence, occurrence.head, &["obl"]) && clause(),
            _ => false,
        }
}

/// "Hardly a day has passed without a shooting": how things are, and none is told.
fn is_of_every_day(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let up = ancestors(sentence, occurrence.head);
    let without = |t: &usize| sentence.children(*t).any(|c| form(sentence, c) == "without");
    let day = |t: &usize| matches!(lemma(sentence, *t).as_str(), "day" | "week" | "pass" | "go");
    up.iter().take(2).any(without) && up.iter().any(day)
}

/// "Nobody could say whether jets had bombed the mill", "works out whose guns shelled the pass".
fn is_asked(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    const ASKS: [&str; 6] = ["whether", "what", "which", "who", "whose", "how"];
    let up = ancestors(sentence, occurrence.head);
    up.windows(2).take(4).any(|pair| {
        let [below, above] = pair else { return false };
        let asks = relation(sentence, *below, &["ccomp", "csubj", "advcl", "acl", "obl", "xcomp"])
            && known.weighing.holds("question", &lemma(sentence, *above));
        asks && (*above + 1..*below + 1)
            .any(|t| ASKS.contains(&form(sentence, t).as_str()) && t.abs_diff(*below) <= 6)
    })
}

/// "Troops captured a bomb maker in the province. … The troops targeted a compound": the hunt is told by whom it took.
fn is_hunt_told_by_its_arrest(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let near = |o: &Occurrence| o.sentence.abs_diff(occurrence.sentence) <= HUNT;
    let taken = |o: &Occurrence| matches!(o.kind.as_str(), "arrest" | "capture") && !o.passing;
    occurrence.kind == "operation"
        && vocabulary::is(Class::Hunts, &lemma(sentence, occurrence.head))
        && known.occurrences.iter().any(|o| near(o) && taken(o))
}

/// Sentences between a hunt and the arrest that it led to.
const HUNT: usize = 2;

/// "Two men were arrested during an operation", "a mine killed a soldier while he was patrolling": what happened in it
/// is told, and it is only the frame.
fn is_frame(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    const TOLD: [&str; 7] =
        ["arrest", "attack", "seizure", "assassination", "abduction", "capture", "airstrike"];
    // "Five men were arrested in raids in Keld": by whoever arrests.
    let raids = occurrence.kind == "attack" && vocabulary::is(Class::Raid, &lemma(sentence, occurrence.head));
    // "Rebels set off mines as the troops were moving through the hills": what they were at.
    let moves = occurrence.kind == "deployment";
    // "Killed three men and arrested a fourth in a raid": the raid that killed is told.
    let hurts = ["killed", "injured"].iter().any(|role| occurrence.role(role).next().is_some());
    if occurrence.kind != "operation" && !raids && !moves || raids && hurts {
        return false;
    }
    let others = || {
        known.occurrences.iter().filter(|o| {
            let told = if raids { o.kind == "arrest" } else { TOLD.contains(&o.kind.as_str()) };
            o.sentence == occurrence.sentence && o.head != occurrence.head && told
        })
    };
    let inside = relation(sentence, occurrence.head, &["obl", "nmod"])
        && sentence.children(occurrence.head).any(|c| {
            relation(sentence, c, &["case"]) && matches!(form(sentence, c).as_str(), "during" | "in")
        });
    // "Troops targeted a bomb maker, detaining three men": the verb of the hunt and what came of it.
    let hunting = vocabulary::is(Class::Hunts, &lemma(sentence, occurrence.head));
    let hunts = || {
        hunting && !moves && others().any(|o| ancestors(sentence, o.head).get(1) == Some(&occurrence.head))
    };
    let up = ancestors(sentence, occurrence.head);
    let hunting = hunting || moves;
    let meanwhile = relation(sentence, occurrence.head, &["advcl"])
        && sentence
            .children(occurrence.head)
            .any(|c| matches!(form(sentence, c).as_str(), "while" | "as" | "when"));
    let struck = |o: &&Occurrence| o.sentence == occurrence.sentence && o.head != occurrence.head;
    inside && !moves && others().any(|o| up.contains(&o.head))
        || hunting && meanwhile && known.occurrences.iter().filter(struck).any(|o| up.contains(&o.head))
        || hunts()
}
