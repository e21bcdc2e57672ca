//! People by common nouns: "unidentified gunmen", "Turkish forces", "ISIS cells", "members of the clan".

use super::lexicon::{Class, Noun, noun, qualifier};
use super::names::{Matched, clean};
use super::states::is_deed;
use super::theatre::state_at;
use super::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateName};
use ascribe_model::{Report, Sentence, Side, TokenRange, Upos};

/// A described party.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Described {
    pub tokens: TokenRange,
    pub head: usize,
    pub name: String,
    pub side: Side,
    /// Entry of the dictionary that it belongs to ("ISIS" of "ISIS cells").
    pub entry: Option<usize>,
    /// True where the words mean the whole group ("ISIS cells", not "ISIS commander").
    pub whole: bool,
    pub by: &'static str,
}

/// The party whose head is the token, if it is a noun for people.
pub(crate) fn at(
    report: &Report,
    sentence: &Sentence,
    head: usize,
    names: &[Matched],
    dictionary: &ActorDictionary,
    country: Option<&str>,
) -> Option<Described> {
    let word = sentence.tokens[head].text.to_lowercase();
    let noun = noun(&word)?;
    let start = start_of(sentence, head, names, dictionary);
    if !may_head(sentence, head) {
        let force = is_force_of_deed(sentence, head) && start < head;
        let force = force.then(|| plain(report, sentence, head, start, noun, dictionary, country)).flatten();
        return force.or_else(|| modifier(sentence, head, noun, country));
    }
    let inside = names.iter().rev().find(|m| start <= m.tokens.start && m.tokens.end <= head);
    let owner = inside.copied().or_else(|| owner_after(sentence, head, names));
    if let Some(owner) = owner {
        return Some(of_group(report, sentence, head, start, noun, owner, dictionary, country));
    }
    plain(report, sentence, head, start, noun, dictionary, country)
}

/// "A rebel raid", "militant positions", "regime shelling", "army-held districts": the people of whom a thing is told.
fn modifier(sentence: &Sentence, at: usize, word: &Noun, country: Option<&str>) -> Option<Described> {
    let text = |i: usize| sentence.tokens.get(i).map(|t| t.text.to_lowercase());
    let held = text(at + 1).as_deref() == Some("-")
        && matches!(text(at + 2).as_deref(), Some("held" | "controlled" | "occupied" | "ruled" | "run"));
    let side = word.side(country);
    let above = over_compound(sentence, at).and_then(text);
    let struck = |w: &str| super::states::is_deed(w) || matches!(w, "casualties" | "losses");
    let deed = above.as_deref().is_some_and(struck)
        && matches!(word.class, Class::Official | Class::Security | Class::Force);
    let of_thing = above.is_some_and(|w| noun(&w).is_none());
    // "A terrorist attack", "subversive leaflets" say what they are, not whose.
    let fights =
        word.class == Class::Armed && !matches!(text(at).as_deref(), Some("terrorist" | "subversive"));
    let capital = sentence.tokens[at].text.chars().next().is_some_and(char::is_uppercase);
    if word.plural || side == Side::Unknown || capital && at > 0 || !(held || deed || fights && of_thing) {
        return None;
    }
    let people = word.class == Class::Armed && text(at).as_deref() != Some("opposition");
    let name = if people { word.many.to_owned() } else { text(at)? };
    let tokens = TokenRange::new(at, at + 1);
    Some(Described {
        tokens,
        head: at,
        name,
        side,
        entry: None,
        whole: false,
        by: "a noun for people, of a thing",
    })
}

/// "A coalition air strike": the word over the whole compound.
fn over_compound(sentence: &Sentence, at: usize) -> Option<usize> {
    let mut top = sentence.tokens[at].head;
    while let Some(up) = top.filter(|&t| sentence.relation_is(t, "compound")) {
        top = sentence.tokens[up].head.filter(|&h| h > up);
    }
    top
}

/// "A Malian and French security force operation": the force whose deed it is.
fn is_force_of_deed(sentence: &Sentence, at: usize) -> bool {
    let word = |t: usize| sentence.tokens[t].text.to_lowercase();
    matches!(word(at).as_str(), "force" | "forces" | "troops")
        && sentence.relation_is(at, "compound")
        && over_compound(sentence, at).is_some_and(|top| super::states::is_deed(&word(top)))
}

/// A noun heads a party unless it only modifies another noun ("police station", "army base").
fn may_head(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    if token.head.is_none() && token.deprel != "root" {
        // No tree: not before another noun-like word in lower case is all that can be said.
        return true;
    }
    let modifier = ["compound", "amod", "nmod:poss", "flat"].iter().any(|r| sentence.relation_is(head, r));
    matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj)
        && (!modifier || token.deprel.starts_with("nmod"))
}

/// The first token of the noun phrase's name part: back over modifiers that belong to it.
fn start_of(sentence: &Sentence, head: usize, names: &[Matched], dictionary: &ActorDictionary) -> usize {
    let mut start = head;
    while start > 0 {
        let at = start - 1;
        if let Some(name) = names.iter().find(|m| m.tokens.contains(at)) {
            if follows_possessive(sentence, name.tokens.end, start) || is_before_clause(sentence, name, head)
            {
                break;
            }
            start = name.tokens.start;
            continue;
        }
        if let Some(first) = designation(sentence, at, dictionary) {
            start = first;
            continue;
        }
        let text = sentence.tokens[at].text.as_str();
        let lower = text.to_lowercase();
        if let Some(opens) = opening(sentence, at).filter(|&o| names.iter().any(|m| m.tokens.end == o)) {
            start = opens;
            continue;
        }
        let number = sentence.tokens[at].upos == Upos::Num;
        let capital = text.chars().next().is_some_and(char::is_uppercase) && at > 0 && !number;
        let hyphen = (text == "-" || text == "–") && at > 0;
        let joins = hyphen || capital || is_modifier(sentence, at, head) || qualifier(&lower).is_some();
        if lower == "and" && start < head && at > 0 && pairs(sentence, at, dictionary) {
            start = at - 1;
            continue;
        }
        // "Soldiers of the 61st Infantry Battalion": the number names the unit.
        if is_ordinal(&lower) && super::states::unit(&format!("1st {}", sentence.tokens[head].text)).is_some()
        {
            start = at;
            break;
        }
        if !joins || stops(&lower) || is_time_or_place(sentence, at, &lower) {
            break;
        }
        start = at;
    }
    // A leading hyphen or capitalised sentence opener is not part of it.
    while start < head && sentence.tokens[start].text.chars().all(|c| !c.is_alphanumeric()) {
        start += 1;
    }
    start
}

/// "According to the Valley News Agency rebels fired rockets" without its comma: the agency is none of theirs.
fn is_before_clause(sentence: &Sentence, name: &Matched, head: usize) -> bool {
    let at = crate::words::head_of(sentence, name.tokens);
    let cased = sentence.child(at, &["case"]).is_some_and(|c| c < name.tokens.start);
    let above = sentence.tokens[at].head;
    cased && sentence.relation_is(at, "obl") && above.is_some() && above == sentence.tokens[head].head
}

/// "Two Danish F-16 jets": the first token of a machine's type that ends at the token, after its nation.
fn designation(sentence: &Sentence, at: usize, dictionary: &ActorDictionary) -> Option<usize> {
    let text = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let letters = at.checked_sub(2).filter(|&l| l > 0 && text(at - 1) == "-")?;
    let kind = text(letters);
    let number = text(at).starts_with(|c: char| c.is_ascii_digit());
    let nation = state_at(&[text(letters - 1)], 0, dictionary).is_some();
    (number && nation && kind.len() <= 4 && kind.starts_with(char::is_uppercase)).then_some(letters)
}

/// "The Islamic State (IS) group", "FARC [Revolutionary Armed Forces of Colombia] rebels": where brackets open that close
/// at the token and hold another form of a name.
fn opening(sentence: &Sentence, at: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let open = match sentence.tokens[at].text.as_str() {
        ")" => "(",
        "]" => "[",
        _ => return None,
    };
    (at.saturating_sub(LONGEST)..at).rev().find(|&o| sentence.tokens[o].text == open).filter(|&o| o > 0)
}

/// "FARC [Revolutionary Armed Forces of Colombia] leaders" are FARC leaders.
fn unbracketed(words: &str) -> String {
    let cut = words.find(['(', '[']).zip(words.rfind([')', ']'])).filter(|(open, close)| open < close);
    cut.map_or_else(|| words.to_owned(), |(open, close)| format!("{}{}", &words[..open], &words[close + 1..]))
}

/// "On Monday security forces fired", "In Aceh soldiers killed": when and where, with a preposition of its own, is no
/// part of the name.
fn is_time_or_place(sentence: &Sentence, at: usize, lower: &str) -> bool {
    const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
        september october november december";
    let day = DAYS.split_whitespace().any(|word| word == lower);
    day || sentence.child(at, &["case"]).is_some_and(|c| c < at && sentence.tokens[c].upos == Upos::Adp)
}

/// "Afghan and coalition forces", "Kurdish and Arab fighters": two modifiers of one noun, the first a
/// people's adjective or a qualifier and no noun of its own ("soldiers and police").
fn pairs(sentence: &Sentence, and: usize, dictionary: &ActorDictionary) -> bool {
    let left = &sentence.tokens[and - 1].text;
    let right = &sentence.tokens[and + 1].text;
    // "Afghan and British air forces": the noun at the end of the compound.
    let common = |h: &usize| sentence.tokens.get(*h).is_some_and(|t| t.upos == Upos::Noun);
    let first = (and + 2..sentence.tokens.len()).find(common);
    let head = first.and_then(|h| (h..sentence.tokens.len()).take_while(common).last());
    if head.is_some_and(|h| super::shared_noun::first(sentence, and + 1, h, dictionary).is_some()) {
        return false;
    }
    let modifier = |text: &str| {
        let people = state_at(&[text], 0, dictionary).is_some_and(|(_, _, m)| m == StateName::Demonym);
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        people && !text.ends_with('s')
            || qualifier(&text.to_lowercase()).is_some() && noun(&text.to_lowercase()).is_none()
            || capital && text == right
    };
    modifier(left) && (modifier(right) || qualifier(&right.to_lowercase()).is_some())
}

fn follows_possessive(sentence: &Sentence, name_end: usize, start: usize) -> bool {
    (name_end..start).any(|i| matches!(sentence.tokens[i].text.as_str(), "'s" | "’s" | "'" | ","))
}

/// Compounds and adjectives of the head.
fn is_modifier(sentence: &Sentence, token: usize, head: usize) -> bool {
    let under = sentence.tokens[token].head.is_some_and(|h| h == head || (token < h && h < head));
    under
        && ["compound", "amod", "flat"].iter().any(|r| sentence.relation_is(token, r))
        && sentence.tokens[token].upos != Upos::Num
}

/// "61st", "2d", "33rd".
fn is_ordinal(lower: &str) -> bool {
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = matches!(&lower[digits.len()..], "st" | "nd" | "rd" | "d" | "th");
    ending && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

/// Determiners, numbers and the like end the phrase to the left.
fn stops(lower: &str) -> bool {
    const STOPS: [&str; 49] = [
        "multiple",
        "numerous",
        "various",
        "unspecified",
        "overnight",
        "yesterday",
        "today",
        "meanwhile",
        "elsewhere",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "some",
        "many",
        "several",
        "other",
        "more",
        "all",
        "both",
        "such",
        "any",
        "no",
        "each",
        "every",
        "most",
        "few",
        "dozens",
        "hundreds",
        "of",
        "and",
        "or",
        "by",
        "in",
        "on",
        "to",
        "with",
        "against",
        "another",
        "additional",
        "total",
    ];
    STOPS.contains(&lower) || lower.chars().next().is_some_and(|c| c.is_ascii_digit())
}

/// The group of "members of the FMLN", "fighters from Jabhat al-Nusra".
fn owner_after(sentence: &Sentence, head: usize, names: &[Matched]) -> Option<Matched> {
    let link = sentence.tokens.get(head + 1)?.text.to_lowercase();
    // "Militants led by the Front".
    let led = link == "led" && sentence.tokens.get(head + 2).is_some_and(|t| t.text == "by");
    if !led && !matches!(link.as_str(), "of" | "from" | "belonging" | "loyal" | "linked" | "affiliated") {
        return None;
    }
    // "Rescued 90 women from the Front": it holds them, they are not of it.
    let civilian =
        noun(&sentence.tokens[head].text.to_lowercase()).is_some_and(|n| n.class == Class::Civilian);
    if link == "from" && civilian {
        return None;
    }
    // "Girls from a FARC camp": the camp is the group's, the girls are not.
    let of_thing = |m: &Matched| {
        let at = crate::words::head_of(sentence, m.tokens);
        // "Guerrillas of the ELN's 5th Front" are the group's.
        let unit = |h: usize| vocabulary::is(Word::Unit, &sentence.tokens[h].text.to_lowercase());
        let thing = sentence.tokens[at].head.filter(|&h| h >= m.tokens.end && !unit(h));
        let modifies = ["compound", "amod", "nmod:poss"].iter().any(|r| sentence.relation_is(at, r));
        modifies && thing.is_some_and(|h| noun(&sentence.tokens[h].text.to_lowercase()).is_none())
    };
    let near = |m: &&Matched| (head + 2..=head + 4).contains(&m.tokens.start) && !of_thing(m);
    names.iter().find(near).copied()
}

#[allow(clippy::too_many_arguments)]
fn of_group(
    report: &Report,
    sentence: &Sentence,
    head: usize,
    start: usize,
    noun: &Noun,
    owner: Matched,
    dictionary: &ActorDictionary,
    country: Option<&str>,
) -> Described {
    let entry = &dictionary.entries()[owner.entry];
    let word = sentence.tokens[head].text.to_lowercase();
    let group = clean(report.words(sentence.span_of(owner.tokens)));
    let after = owner.tokens.start > head;
    // "Soldiers of the Atlas Battalion" are the battalion; "the leader of the battalion" is a person.
    let leads = vocabulary::is(Word::Leader, &word) || vocabulary::is(Word::Ranked, &word);
    let people = noun.plural && matches!(noun.class, Class::Armed | Class::Security);
    let whole =
        vocabulary::is(Word::Hollow, &word) || after && !leads && (noun.class == Class::Force || people);
    let end = if after && leads { owner.tokens.end } else { head + 1 };
    let words = || unbracketed(report.words(sentence.span_of(TokenRange::new(start, end))));
    let name = if whole { group } else { clean(&words()) };
    let side = match noun.class {
        Class::Civilian | Class::Crowd | Class::Media if !after => noun.side(country),
        _ => entry.side_in(country),
    };
    let tokens = TokenRange::new(start.min(owner.tokens.start), head + 1);
    let tokens = if after { TokenRange::new(start, head + 1) } else { tokens };
    Described {
        tokens,
        head,
        name,
        side,
        entry: Some(owner.entry),
        whole,
        by: "members of a group in the dictionary",
    }
}

fn plain(
    report: &Report,
    sentence: &Sentence,
    head: usize,
    start: usize,
    noun: &Noun,
    dictionary: &ActorDictionary,
    country: Option<&str>,
) -> Option<Described> {
    let words: Vec<&str> = sentence.tokens[start..head].iter().map(|t| t.text.as_str()).collect();
    let kept = first_kept(&words, dictionary).map_or(head, |i| start + i);
    // "Hostage-takers".
    let hyphened = kept == head && head >= start + 2 && sentence.tokens[head - 1].text == "-";
    let kept = if hyphened { head - 2 } else { kept };
    let loyal = loyal_to(sentence, head);
    if noun.class == Class::Force && kept == head && !acts(sentence, head) && loyal.is_none() {
        return None;
    }
    let of = of_state(sentence, head, noun, dictionary);
    let end = of.as_ref().map(|(end, _)| *end).or(loyal).unwrap_or(head + 1);
    let tokens = TokenRange::new(kept, end);
    let name = clean(report.words(sentence.span_of(tokens)));
    let side = match of {
        Some((_, code)) => side(&[code.as_str()], noun, dictionary, country),
        None => side(&words, noun, dictionary, country),
    };
    let side = if side == Side::Unknown { super::states::unit(&name).unwrap_or_default() } else { side };
    Some(Described { tokens, head, name, side, entry: None, whole: false, by: "a noun for people" })
}

/// "Forces loyal to President Brun": where the words for whose they are end.
fn loyal_to(sentence: &Sentence, head: usize) -> Option<usize> {
    let word = |i: usize| sentence.tokens.get(head + i).map_or("", |t| t.text.as_str());
    let forces =
        matches!(word(0).to_lowercase().as_str(), "forces" | "fighters" | "troops" | "soldiers" | "units");
    let loyal = forces && matches!(word(1), "loyal" | "faithful") && word(2) == "to";
    let tokens = sentence.tokens.get(head + 3..).filter(|_| loyal)?;
    let first = tokens.iter().position(|t| t.upos != Upos::Det).unwrap_or(0);
    let name = tokens
        .iter()
        .skip(first)
        .take_while(|t| t.upos == Upos::Propn && t.text.starts_with(char::is_uppercase));
    let len = name.count();
    (len > 0).then_some(head + 3 + first + len)
}

/// "The coalition bombed the port": an alliance that needs no other word, where it does something.
fn acts(sentence: &Sentence, head: usize) -> bool {
    let alliance = matches!(sentence.tokens[head].text.to_lowercase().as_str(), "coalition" | "alliance");
    let definite =
        sentence.child(head, &["det"]).is_some_and(|d| sentence.tokens[d].text.eq_ignore_ascii_case("the"));
    let subject = sentence.relation_is(head, "nsubj") || sentence.relation_is(head, "obl:agent");
    // "An airstrike by the coalition".
    let by = sentence
        .child(head, &["case"])
        .is_some_and(|c| matches!(sentence.tokens[c].text.as_str(), "by" | "of"));
    let deed = sentence.tokens[head].head.is_some_and(|h| is_deed(&sentence.tokens[h].text.to_lowercase()));
    let of_deed = sentence.relation_is(head, "nmod") && by && deed;
    alliance && definite && (subject || of_deed)
}

/// "the government of Yemen", "the army of the Democratic Republic of the Congo": where the name ends, and
/// the state's name.
fn of_state(
    sentence: &Sentence,
    head: usize,
    noun: &Noun,
    dictionary: &ActorDictionary,
) -> Option<(usize, String)> {
    let office = matches!(noun.class, Class::Official | Class::Security);
    if !office || sentence.tokens.get(head + 1).is_none_or(|t| t.text != "of") {
        return None;
    }
    let words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
    let at = head + 2 + usize::from(words.get(head + 2).is_some_and(|w| w.eq_ignore_ascii_case("the")));
    let (len, _, meaning) = state_at(&words, at, dictionary)?;
    (meaning == StateName::Country).then(|| (at + len, words[at..at + len].join(" ")))
}

/// The first modifier that belongs to the name; "young", "wounded" and other adjectives before it do not.
fn first_kept(words: &[&str], dictionary: &ActorDictionary) -> Option<usize> {
    (0..words.len()).find(|&i| {
        let lower = words[i].to_lowercase();
        let capital = words[i].chars().next().is_some_and(char::is_uppercase);
        match qualifier(&joined(words, i)).or_else(|| qualifier(&lower)) {
            Some(q) => q.keep,
            None => {
                capital
                    || is_ordinal(&lower)
                    || state_at(words, i, dictionary).is_some()
                    || lower.starts_with("pro-")
                    || lower.starts_with("anti-")
            }
        }
    })
}

/// "pro - government" of a tokeniser that cuts at hyphens, as one word.
fn joined(words: &[&str], at: usize) -> String {
    match (words.get(at), words.get(at + 1), words.get(at + 2)) {
        (Some(a), Some(&"-"), Some(b)) => format!("{a}-{b}").to_lowercase(),
        (Some(a), ..) => a.to_lowercase(),
        _ => String::new(),
    }
}

/// The side by the noun, its qualifiers and the nation named.
pub(crate) fn side(words: &[&str], noun: &Noun, dictionary: &ActorDictionary, country: Option<&str>) -> Side {
    let own = noun.side(country);
    if matches!(noun.class, Class::Civilian | Class::Crowd | Class::Media | Class::Aid)
        && own != Side::Unknown
    {
        return own;
    }
    let qualifiers = (0..words.len()).filter_map(|i| {
        qualifier(&joined(words, i))
            .or_else(|| qualifier(&words[i].to_lowercase()))
            .and_then(|q| q.side(country))
    });
    let shown: Vec<Side> = qualifiers.collect();

    let nations: Vec<String> = (0..words.len())
        .filter_map(|i| state_at(words, i, dictionary))
        .filter(|(_, _, meaning)| *meaning != StateName::City)
        .map(|(_, code, _)| code)
        .collect();
    let at_home = nations.iter().any(|n| Some(n.as_str()) == country);
    // "Afghan and coalition forces" count with the state of the country.
    if shown.contains(&Side::ForeignState) && !at_home {
        return Side::ForeignState;
    }
    // A group's word beats a function's: "Kurdish security forces". "Ethnic Danish brothers" are no militia.
    let communal = |s: &&Side| **s == Side::Militia && noun.class == Class::Civilian;
    let of_group = |s: &&Side| !matches!(s, Side::State | Side::ForeignState) && !communal(s);
    if let Some(side) = shown.iter().find(of_group) {
        return *side;
    }
    // "The armed forces" are a state's, unlike "armed men".
    let armed_forces = noun.many == "forces" && words.last().is_some_and(|w| w.eq_ignore_ascii_case("armed"));
    let official = matches!(noun.class, Class::Security | Class::Official)
        || armed_forces
        || shown.contains(&Side::State)
        || forces(noun, &nations);
    // "local man", "Palestinian men" bear no arms as far as the words go; "military men" do, and of
    // "unidentified men", "armed individuals" nobody knows who they are.
    let unknown = words.iter().any(|w| vocabulary::is(Word::Unknown, &w.to_lowercase()));
    if noun.class == Class::Civilian
        && !unknown
        && !shown.contains(&Side::State)
        && first_kept(words, dictionary).is_some()
    {
        return Side::Civilian;
    }
    match (official, nations.is_empty() || at_home || country.is_none()) {
        (true, true) if own == Side::Civilian => own,
        (true, true) => Side::State,
        (true, false) => Side::ForeignState,
        (false, _) => own,
    }
}

/// "Turkish forces", "French troops": a nation's armed people are its state's.
fn forces(noun: &Noun, nations: &[String]) -> bool {
    noun.class == Class::Force && noun.plural && !nations.is_empty()
}
