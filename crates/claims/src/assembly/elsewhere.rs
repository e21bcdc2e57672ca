//! Places of a sentence in which nothing happened: what tells who somebody is, where he comes from, where he
//! spoke.

use super::Known;
use super::attach::ancestors;
use super::places::MOVES;
use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_language::noun_of_people;
use ascribe_model::{Label, PlaceMention, Sentence, Span, Upos};

/// True where the place tells who somebody is, and so nothing of where it happened.
pub(super) fn tells_who(known: &Known, occurrence: &Occurrence, mention: &PlaceMention) -> bool {
    let Some(sentence) = known.analysis.sentences.get(mention.sentence) else { return false };
    names_somebody(known, mention)
        || is_dateline(sentence, mention)
        || describes_somebody(sentence, mention)
        || is_home(sentence, mention, occurrence.head)
        || is_where_they_stand(sentence, mention, occurrence)
        || is_demanded(sentence, mention, occurrence.head)
        || comes_from(known, sentence, mention, &occurrence.kind)
        || is_headed_for(sentence, mention, occurrence.head)
        || is_aim(sentence, mention, occurrence.head)
        || tells_of_a_place(known, sentence, mention, occurrence.head)
        || is_only_quoted(sentence, mention, occurrence.head)
        || is_of_charge(sentence, mention, occurrence)
        || names_war(sentence, mention)
        || is_of_a_branch(sentence, mention)
        || spread_from(sentence, mention, occurrence.head)
        || is_where_one_speaks(sentence, mention, occurrence.head)
        || is_of_a_journey(sentence, mention)
        || takes_off_from(sentence, mention, occurrence.head)
        || is_of_the_press(sentence, mention)
        || is_of_a_spokesman(sentence, mention)
}

/// "The Front's spokesman in Norway said most of the dead were villagers": where one who speaks is.
fn is_of_a_spokesman(sentence: &Sentence, mention: &PlaceMention) -> bool {
    const SPEAK: [&str; 7] =
        ["spokesman", "spokeswoman", "spokesperson", "representative", "correspondent", "envoy", "diplomat"];
    let inside = sentence.child(mention.head, &["case"]).is_some_and(|c| sentence.tokens[c].text == "in");
    let who =
        sentence.tokens[mention.head].head.filter(|_| inside && sentence.relation_is(mention.head, "nmod"));
    who.is_some_and(|w| SPEAK.contains(&sentence.tokens[w].lemma.to_lowercase().as_str()))
}

/// "In a call to a Keld newsroom", "the agency's Keld bureau": where those are who were told.
fn is_of_the_press(sentence: &Sentence, mention: &PlaceMention) -> bool {
    let noun = sentence.tokens[mention.head].head.filter(|_| sentence.relation_is(mention.head, "compound"));
    noun.is_some_and(|n| vocabulary::is(Class::PressRoom, &sentence.tokens[n].lemma.to_lowercase()))
}

/// "A bomb went off on a train bound from Sarda to Keld": between where it runs.
fn is_of_a_journey(sentence: &Sentence, mention: &PlaceMention) -> bool {
    let verb = sentence.tokens[mention.head].head.and_then(|h| sentence.tokens.get(h).map(|t| (h, t)));
    verb.is_some_and(|(h, t)| {
        matches!(t.text.as_str(), "bound" | "destined") && sentence.relation_is(h, "acl")
    })
}

/// "Three raids were flown by jets taking off from Keld": whence they came.
fn takes_off_from(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    const LEAVE: [&str; 4] = ["take", "fly", "depart", "operate"];
    let from = mention.place.relation.as_deref().is_some_and(|r| r.split(' ').any(|w| w == "from"));
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, mention.head).into_iter().skip(1).take_while(|t| !up.contains(t));
    from && own.into_iter().any(|t| {
        let describes = ["acl", "acl:relcl", "advcl"].iter().any(|r| sentence.relation_is(t, r));
        describes && LEAVE.contains(&sentence.tokens[t].lemma.as_str())
    })
}

/// "Captured during the Norway-Sabanda war": which war, and no place of it.
fn names_war(sentence: &Sentence, mention: &PlaceMention) -> bool {
    let word = |at: usize| sentence.tokens.get(at).map_or("", |t| t.text.as_str());
    let pair = mention.place.text.contains('-')
        || word(mention.tokens.end) == "-"
        || word(mention.tokens.end) == "–";
    let ends = (mention.tokens.end..mention.tokens.end + 3).any(|t| word(t).eq_ignore_ascii_case("war"));
    pair && ends
}

/// "Clashed with the Front, the Union's branch in the Sahel": where a group is at home.
fn is_of_a_branch(sentence: &Sentence, mention: &PlaceMention) -> bool {
    let noun = sentence.tokens[mention.head].head.filter(|_| sentence.relation_is(mention.head, "nmod"));
    let branch = |n: usize| vocabulary::is(Class::Branch, &sentence.tokens[n].lemma.to_lowercase());
    noun.is_some_and(|n| branch(n) && n < mention.head)
}

/// "Arrested a man suspected of smuggling rifles from Keld": what he is charged with took place there, if it did.
fn is_of_charge(sentence: &Sentence, mention: &PlaceMention, occurrence: &Occurrence) -> bool {
    let up = ancestors(sentence, occurrence.head);
    let own = ancestors(sentence, mention.head).into_iter().take_while(|t| !up.contains(t));
    occurrence.kind == "arrest"
        && own.into_iter().any(|t| {
            let charged = deeds::is(Deed::Charges, &sentence.tokens[t].lemma.to_lowercase());
            charged && ["acl", "amod"].iter().any(|r| sentence.relation_is(t, r))
        })
}

/// "The president, speaking in Keld, ruled out a truce": where he spoke.
fn is_where_one_speaks(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, mention.head).into_iter().take_while(|t| !up.contains(t));
    own.into_iter().any(|t| {
        let speaks = deeds::is(Deed::Speaks, &sentence.tokens[t].lemma);
        speaks && ["acl", "advcl"].iter().any(|r| sentence.relation_is(t, r))
    })
}

/// "Shouted “Remember Keld” before police shot him": a name inside a quotation that does not tell the deed.
fn is_only_quoted(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    let quoted = |at: usize| {
        let before = sentence.tokens.get(..at).unwrap_or(&[]);
        let count = |mark: &str| before.iter().filter(|t| t.text == mark).count();
        count("\"") % 2 == 1 || count("“") > count("”")
    };
    quoted(mention.head) && !quoted(trigger)
}

/// "Fighting reached the Salt quarter, which lies at the foot of Mount Keld": what a clause tells of another place.
fn tells_of_a_place(known: &Known, sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, mention.head).into_iter().take_while(|t| !up.contains(t));
    let clause = own.into_iter().find(|&t| sentence.relation_is(t, "acl:relcl"));
    let Some(outer) = clause.and_then(|t| sentence.tokens[t].head) else { return false };
    let deed =
        |t: usize| known.occurrences.iter().any(|o| o.sentence == mention.sentence && o.trigger.contains(t));
    let place = |m: &PlaceMention| m.sentence == mention.sentence && m.tokens.contains(outer);
    !clause.is_some_and(deed) && known.grounding.places.iter().any(place)
}

/// "Marched against a plan to expand Keld": what somebody else means to do there.
fn is_aim(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, mention.head).into_iter().take_while(|t| !up.contains(t));
    own.into_iter().any(|t| {
        let noun = sentence.tokens[t].head.map(|h| sentence.tokens[h].lemma.to_lowercase());
        let planned = noun.is_some_and(|n| deeds::is(Deed::Project, &n));
        let to = sentence.children(t).any(|c| c < t && sentence.tokens[c].text.eq_ignore_ascii_case("to"));
        sentence.relation_is(t, "acl") && planned && to
    })
}

/// "OSLO (Agency) Nine died", "OSLO, 4 May --", "OSLO - Nine died": where the report was written.
fn is_dateline(sentence: &Sentence, mention: &PlaceMention) -> bool {
    let name = sentence.tokens.get(mention.tokens.range()).unwrap_or(&[]);
    let word = |at: usize| sentence.tokens.get(at).map_or("", |t| t.text.as_str());
    let capitals = name.iter().all(|t| t.text.len() > 2 && !t.text.chars().any(char::is_lowercase));
    let end = mention.tokens.end;
    let opens = mention.tokens.start == 0;
    let dated = word(end) == "," && word(end + 1).starts_with(|c: char| c.is_ascii_digit());
    let dash = matches!(word(end), "-" | "--" | "–" | "—" | "_");
    // "Keld - Sarda highway" at the head of a sentence is a road.
    let road = dash && word(end + 1).starts_with(char::is_uppercase) && !capitals;
    word(end) == "(" && (capitals || opens && is_name_in_brackets(sentence, end))
        || opens && (dated || dash && !road)
}

/// "(Agency)": one or two capitalised words in brackets.
fn is_name_in_brackets(sentence: &Sentence, open: usize) -> bool {
    let close = (open + 1..sentence.tokens.len().min(open + 4)).find(|&i| sentence.tokens[i].text == ")");
    close.is_some_and(|close| {
        close > open + 1 && (open + 1..close).all(|i| sentence.tokens[i].text.starts_with(char::is_uppercase))
    })
}

/// "Milan Okafor, who lives in Keld, was charged", "a shopkeeper born in Keld", "fighters based in Keld": where
/// somebody is from.
fn is_home(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    // "The agency, whose offices are in Keld, said": a seat.
    let seat =
        sentence.child(mention.head, &["nsubj"]).filter(|_| sentence.relation_is(mention.head, "acl:relcl"));
    if seat.is_some_and(|t| deeds::is(Deed::Seat, &sentence.tokens[t].lemma.to_lowercase())) {
        return true;
    }
    // "Based in the mountains of Salt".
    let above = ancestors(sentence, mention.head).into_iter().skip(1).take(2);
    let Some(verb) = above.into_iter().find(|&t| sentence.tokens[t].upos != Upos::Noun) else { return false };
    if verb == trigger {
        return false;
    }
    let token = &sentence.tokens[verb];
    let of_somebody = token.head.is_some_and(|who| {
        sentence.mentions.iter().any(|m| m.named && m.label == Label::Person && m.tokens.contains(who))
    });
    let describes = ["acl", "acl:relcl"].iter().any(|r| sentence.relation_is(verb, r));
    let home = of_somebody && deeds::is(Deed::Lives, &token.lemma);
    describes && (matches!(token.text.as_str(), "born" | "based" | "headquartered") || home)
}

/// "Battling a revolt that spilled over from Norway": whence what is fought came.
fn spread_from(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, mention.head).into_iter().take_while(|t| !up.contains(t));
    own.into_iter().any(|t| {
        let spread = matches!(sentence.tokens[t].lemma.as_str(), "spill" | "spread");
        spread && sentence.relation_is(t, "acl:relcl")
    })
}

/// "Rebels positioned in Salt fired a rocket at Keld", "militants in Salt fired": where those who fire are.
fn is_where_they_stand(sentence: &Sentence, mention: &PlaceMention, occurrence: &Occurrence) -> bool {
    const FIRE: [&str; 4] = ["shelling", "attack", "airstrike", "clash"];
    const FIRED: [&str; 2] = ["shelling", "airstrike"];
    let up = ancestors(sentence, mention.head);
    let clause = up.iter().copied().find(|&t| deeds::is(Deed::Stands, &sentence.tokens[t].text));
    let who = clause.filter(|&t| sentence.relation_is(t, "acl")).and_then(|t| sentence.tokens[t].head);
    let inside = sentence.child(mention.head, &["case"]).is_some_and(|c| sentence.tokens[c].text == "in");
    let own =
        sentence.tokens[mention.head].head.filter(|_| inside && sentence.relation_is(mention.head, "nmod"));
    let hit = || occurrence.roles.iter().any(|r| matches!(r.role.as_str(), "target" | "place"));
    let who = who.or(own.filter(|_| FIRED.contains(&occurrence.kind.as_str()) && hit()));
    let fires =
        |who: usize| occurrence.role("agent").any(|r| r.sentence == mention.sentence && r.head == who);
    FIRE.contains(&occurrence.kind.as_str()) && who.is_some_and(fires)
}

/// "Seized a school, demanding that troops leave Keld", "kidnapped him to protest a visit to Keld": where something else is
/// to happen.
fn is_demanded(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, mention.head).into_iter().take_while(|t| !up.contains(t));
    // "The hostage-takers, who seized the school, had demanded a withdrawal from Keld".
    let from_place = ancestors(sentence, mention.head);
    let meet = from_place.iter().position(|t| up.contains(t));
    let demanded = meet.filter(|&at| at > 0 && from_place[at] != trigger).is_some_and(|at| {
        let verb = matches!(sentence.tokens[from_place[at]].lemma.as_str(), "demand" | "urge");
        verb && ["obj", "ccomp"].iter().any(|r| sentence.relation_is(from_place[at - 1], r))
    });
    if demanded {
        return true;
    }
    own.into_iter().enumerate().any(|(steps, t)| match sentence.tokens[t].lemma.as_str() {
        "demand" | "urge" => true,
        "protest" | "denounce" | "condemn" => steps > 1,
        _ => false,
    })
}

/// "A teacher from Keld was shot dead", "evacuees from the towns of Keld and Salt waited", "the ambassador to Norway"; not
/// "people from Keld fled", which tells the way.
fn comes_from(known: &Known, sentence: &Sentence, mention: &PlaceMention, kind: &str) -> bool {
    let top = named_for(sentence, mention.head);
    let Some(who) = sentence.tokens[top].head.filter(|w| *w < sentence.tokens.len()) else {
        return false;
    };
    let first = mention.place.relation.as_deref().and_then(|r| r.split(' ').next());
    let case = sentence.child(top, &["case"]).map(|c| sentence.tokens[c].text.to_lowercase());
    let from = [first, case.as_deref()].into_iter().flatten().any(|w| matches!(w, "from" | "to"));
    let somebody = |t: usize| {
        let actor = known.grounding.actors.iter().any(|a| a.sentence == mention.sentence && a.head == t);
        actor || noun_of_people(&sentence.tokens[t].lemma.to_lowercase())
    };
    let counted = || {
        let number =
            matches!(sentence.tokens[who].lemma.as_str(), "dozen" | "hundred" | "thousand" | "score");
        number && sentence.children(who).any(|c| sentence.relation_is(c, "nmod") && somebody(c))
    };
    // "They were captured by fighters from the town of Keld", where the tree hangs the town on "captured".
    let before = sentence.child(top, &["case"]).and_then(|c| c.checked_sub(1));
    let by_them = before.is_some_and(|t| {
        let by = sentence.child(t, &["case"]).is_some_and(|c| sentence.tokens[c].text == "by");
        by && sentence.tokens[t].head == Some(who) && somebody(t)
    });
    if case.as_deref() == Some("from") && by_them {
        return true;
    }
    let people = || somebody(who) || counted();
    // The same, where the tree hangs the towns on "waited".
    if sentence.relation_is(top, "obl") && deeds::is(Deed::Waits, &sentence.tokens[who].lemma) {
        return case.as_deref() == Some("from");
    }
    // "Peacekeepers from Norway arrived in Keld": whose they are; those who leave tell the way.
    from && (kind == "deployment" || !MOVES.contains(&kind)) && sentence.relation_is(top, "nmod") && people()
}

/// "The towns of Keld and *Salt*": the noun that both names are names of, or the first of the names.
fn named_for(sentence: &Sentence, name: usize) -> usize {
    let up = |t: usize| sentence.tokens[t].head;
    // "Recruits from Norway (Salt Province) and Sabanda": listed after it.
    let listed = |t: usize| ["conj", "appos"].iter().any(|r| sentence.relation_is(t, r));
    let mut first = name;
    while let Some(earlier) = up(first).filter(|&u| u < first && listed(first)) {
        first = earlier;
    }
    let noun = up(first).filter(|&h| {
        let of = sentence.child(first, &["case"]).is_some_and(|c| sentence.tokens[c].text == "of");
        let lemma = sentence.tokens[h].lemma.as_str();
        of && deeds::is(Deed::Settled, lemma)
    });
    noun.unwrap_or(first)
}

/// "A bomb went off as evacuees waited to enter Keld", "the hostages were freed and were on their way to Keld": where
/// they want to go.
fn is_headed_for(sentence: &Sentence, mention: &PlaceMention, trigger: usize) -> bool {
    let up = ancestors(sentence, trigger);
    let own = ancestors(sentence, mention.head).into_iter().take_while(|t| !up.contains(t));
    own.into_iter().any(|t| {
        let lemma = |t: usize| sentence.tokens[t].lemma.as_str();
        if lemma(t) == "way" && sentence.child(t, &["cop"]).is_some() {
            return true;
        }
        let waits = sentence.tokens[t].head.is_some_and(|h| deeds::is(Deed::Waits, lemma(h)));
        waits && sentence.relation_is(t, "xcomp") && deeds::is(Deed::Goes, lemma(t))
    })
}

/// "Speaking on a channel in Keld, she said", "she told reporters in Keld that": where it was said.
pub(super) fn is_of_speaking(sentence: &Sentence, mention: &PlaceMention, trigger: usize, cue: Span) -> bool {
    let up = ancestors(sentence, trigger);
    let from_place = ancestors(sentence, mention.head);
    let Some(meet) = from_place.iter().copied().find(|t| up.contains(t)) else {
        return false;
    };
    // "“Rifles were recovered,” he told reporters in Keld", where the quotation carries the sentence.
    let said =
        from_place.iter().take_while(|t| **t != meet).find(|t| cue.overlaps(sentence.tokens[**t].span));
    if said.is_some_and(|&t| t > trigger && t < mention.tokens.start && sentence.relation_is(t, "parataxis"))
    {
        return true;
    }
    if meet == trigger || !cue.overlaps(sentence.tokens[meet].span) {
        return false;
    }
    // "Raids were reported in Keld": there they were.
    if sentence.child(meet, &["nsubj:pass"]).is_some_and(|s| up.contains(&s)) {
        return false;
    }
    // "She said in Keld that", "she told a meeting in Keld that": what is told follows.
    let behind = sentence.tokens.get(mention.tokens.end).is_some_and(|t| t.text == "that");
    let governor = sentence.tokens[mention.head].head;
    let heard = governor.is_some_and(|g| {
        sentence.tokens[g].head == Some(meet)
            && ["obj", "iobj", "obl"].iter().any(|r| sentence.relation_is(g, r))
    });
    if behind && (governor == Some(meet) || heard) && mention.tokens.end < trigger {
        return true;
    }
    // "Nine died near Sarda, the minister told a briefing in Keld": told first, and then where it was told.
    let run_on =
        sentence.tokens.get(meet..mention.tokens.start).is_some_and(|t| t.iter().all(|t| t.text != ","));
    let told = trigger < meet && run_on;
    // "Nine died near Sarda, the charity said in Keld".
    let said = governor == Some(meet) && mention.tokens.start <= meet + 2;
    // "He told reporters in Keld".
    let hearing = sentence.tokens[meet].lemma == "tell" && (heard || governor == Some(meet));
    if told && (hearing || said) {
        return true;
    }
    // "Claimed the bombing in a call to a station in Keld".
    let message = |t: usize| {
        let lemma = sentence.tokens[t].lemma.to_lowercase();
        let hangs = sentence.tokens[t].head == Some(meet) && sentence.relation_is(t, "obl");
        t != mention.head && hangs && vocabulary::is(Class::ToldIn, &lemma)
    };
    if from_place.iter().take_while(|t| **t != meet).any(|t| message(*t)) {
        return true;
    }
    let speaks = |t: usize| {
        let lemma = sentence.tokens[t].lemma.to_lowercase();
        sentence.relation_is(t, "acl") && deeds::is(Deed::Speaks, &lemma)
    };
    from_place.into_iter().take_while(|t| *t != meet).any(|t| sentence.relation_is(t, "advcl") || speaks(t))
}

/// "the Britain-based Observatory", "U.S.-backed fighters", "Aleppo-born": the place tells who somebody is.
fn describes_somebody(sentence: &Sentence, mention: &PlaceMention) -> bool {
    let word = |at: usize| sentence.tokens.get(at).map_or("", |t| t.text.as_str());
    let end = mention.tokens.end;
    let joined = matches!(word(end), "-" | "–" | "‑")
        && vocabulary::is(Class::TellsWho, &word(end + 1).to_lowercase());
    let fused = mention
        .place
        .text
        .rsplit_once('-')
        .is_some_and(|(_, w)| vocabulary::is(Class::TellsWho, &w.to_lowercase()));
    // "a Norway registered boat".
    let flagged =
        vocabulary::is(Class::Registered, word(end)) && sentence.tokens[mention.head].head == Some(end);
    joined || fused || flagged
}

/// "the mayor of Celaya", "residents of Aleppo": the place tells who, and only weakly where; it is kept.
/// A place inside a *name* ("Free Aleppo Police") is not one.
fn names_somebody(known: &Known, mention: &PlaceMention) -> bool {
    known.grounding.actors.iter().any(|a| {
        a.sentence == mention.sentence
            && !mention.tokens.contains(a.head)
            && a.tokens.contains(mention.tokens.start)
            && a.tokens.end - a.tokens.start > mention.tokens.end - mention.tokens.start
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_model::Place;
    use ascribe_testing::{place_at, sentence};

    #[test]
    fn where_it_was_said_and_where_somebody_lives_is_not_where_it_happened() {
        let mention = |at: usize| place_at(at, Place { text: "Keld".to_owned(), ..Place::default() });
        let said =
            sentence("said/say/0/root in/in/3/case Keld/keld/1/obl that/that/5/mark fell/fall/1/ccomp");
        assert!(is_of_speaking(&said, &mention(2), 4, Span::new(0, 4)));
        let born = sentence(
            "shopkeeper/shopkeeper/5/nsubj born/bear/1/acl in/in/4/case Keld/keld/2/obl died/die/0/root",
        );
        assert!(is_home(&born, &mention(3), 4));
        assert!(!is_home(&born, &mention(3), 1));
        let seated = |noun: &str| {
            let text = format!(
                "agency/agency/7/nsubj whose/whose/3/nmod:poss {noun}/{noun}/6/nsubj are/be/6/cop in/in/6/case \
                 Keld/keld/1/acl:relcl told/tell/0/root"
            );
            is_home(&sentence(&text), &mention(5), 6)
        };
        assert!(seated("office"));
        assert!(!seated("victim"));
    }
}
