//! Times told from another: "two days ago", "last week", "the past few days", "now", "three hours".

use super::days::Item;
use super::expr::{Amount, Base, Expr, Reference, Unit, Which};
use super::lexicon::{Class, class_of};
use super::vocabulary::{self, Beside};
use super::years::which;
use crate::counts::numbers::{cardinal, ordinal};
use crate::words::{Word, is_dash, phrase_at};

/// The longest relative time that begins at `at`.
pub(crate) fn relative(words: &[Word], at: usize) -> Option<Item> {
    window(words, at)
        .or_else(|| running(words, at))
        .or_else(|| shift(words, at))
        .or_else(|| beside(words, at))
        .or_else(|| unit(words, at))
        .or_else(|| weekend(words, at))
        .or_else(|| around(words, at))
        .or_else(|| reference(words, at))
        .or_else(|| repeated(words, at))
        .or_else(|| duration(words, at))
}

fn unit_at(words: &[Word], at: usize) -> Option<(Unit, bool)> {
    match class_of(words.get(at)?)? {
        Class::Unit { unit, plural } => Some((unit, plural)),
        _ => None,
    }
}

/// "about", "nearly", "more than" before an amount: words taken and what they do to it.
fn approximation(words: &[Word], at: usize) -> (usize, fn(u32) -> Amount) {
    const OVER: [&[&str]; 6] = [
        &["more", "than"],
        &["well", "over"],
        &["just", "over"],
        &["over"],
        &["at", "least"],
        &["upwards", "of"],
    ];
    const UNDER: [&[&str]; 9] = [
        &["less", "than"],
        &["no", "more", "than"],
        &["just", "under"],
        &["nearly"],
        &["almost"],
        &["under"],
        &["up", "to"],
        &["barely"],
        &["close", "to"],
    ];
    const SAME: [&[&str]; 6] =
        [&["about"], &["around"], &["some"], &["roughly"], &["approximately"], &["just"]];
    let fits = |list: &'static [&[&str]]| list.iter().find(|f| phrase_at(words, at, f)).map(|f| f.len());
    if let Some(len) = fits(&UNDER) {
        (len, Amount::Under)
    } else if let Some(len) = fits(&OVER) {
        (len, Amount::Over)
    } else if let Some(len) = fits(&SAME) {
        (len, Amount::Exactly)
    } else {
        (0, Amount::Exactly)
    }
}

/// "two", "a", "a few", "several", "a couple of", "half a": words taken and how many.
fn amount(words: &[Word], at: usize) -> Option<(usize, Amount)> {
    let (skip, make) = approximation(words, at);
    let i = at + skip;
    const FEW: [&[&str]; 6] =
        [&["a", "few"], &["several"], &["few"], &["many"], &["a", "number", "of"], &["some"]];
    const COUPLE: [&[&str]; 3] = [&["a", "couple", "of"], &["couple", "of"], &["a", "couple"]];
    if let Some(form) = COUPLE.iter().find(|f| phrase_at(words, i, f)) {
        return Some((skip + form.len(), make(2)));
    }
    if let Some(form) = FEW.iter().find(|f| phrase_at(words, i, f)) {
        return Some((skip + form.len(), Amount::Few));
    }
    if phrase_at(words, i, &["half", "a"]) || phrase_at(words, i, &["half", "an"]) {
        return Some((skip + 2, make(1)));
    }
    if let Some(n) = cardinal(words, i).filter(|n| n.value < 2000) {
        let mut len = skip + n.len;
        // "two or three days", "12 to 18 months", "two and a half years".
        if words.get(at + len).is_some_and(|w| w.lower == "or" || w.lower == "to" || (is_dash(w) && w.glued))
            && let Some(m) = cardinal(words, at + len + 1)
        {
            return Some((len + 1 + m.len, Amount::Under(m.value as u32)));
        }
        if phrase_at(words, at + len, &["and", "a", "half"]) {
            len += 3;
        }
        return Some((len, make(n.value as u32)));
    }
    let article = matches!(words.get(i)?.lower.as_str(), "a" | "an" | "one");
    article.then(|| (skip + 1, make(1)))
}

/// Over the hyphen of "two-day" and words such as "full", "straight", "more" before the unit.
fn unit_after(words: &[Word], at: usize) -> Option<(usize, Unit, bool)> {
    let dash = words.get(at).is_some_and(|w| is_dash(w) && w.glued);
    let filler = words.get(at).is_some_and(|w| vocabulary::is(Beside::Length, &w.lower));
    let skip = usize::from(dash || filler);
    let (unit, plural) = unit_at(words, at + skip)?;
    Some((skip + 1, unit, plural))
}

/// "the past two weeks", "the last 24 hours", "the next few days", "the coming days", "the past week".
fn window(words: &[Word], at: usize) -> Option<Item> {
    let mut i = at;
    let article = words.get(i).is_some_and(|w| matches!(w.lower.as_str(), "the" | "these" | "those"));
    i += usize::from(article);
    let back = match words.get(i)?.lower.as_str() {
        "past" | "last" | "previous" | "preceding" => true,
        "next" | "coming" | "following" => false,
        _ => return None,
    };
    let word = words[i].lower.clone();
    // "In the following months": after what was told, not after the report.
    let told = matches!(word.as_str(), "previous" | "preceding" | "following");
    let led = at.checked_sub(1).and_then(|b| words.get(b)).map_or("", |w| w.lower.as_str());
    // "38 clashes over the previous day": of a daily report.
    let daily = word == "previous" && led == "over" && phrase_at(words, i + 1, &["day"]);
    let from = if told && !daily { Base::Story } else { Base::Speech };
    i += 1;
    if let Some((len, amount)) = amount(words, i).filter(|_| words.get(i).is_none_or(|w| w.lower != "a")) {
        let (taken, unit, plural) = unit_after(words, i + len)?;
        let one = amount == Amount::Exactly(1);
        return (plural || one).then_some((i + len + taken - at, Expr::Window { amount, unit, back, from }));
    }
    let (unit, plural) = unit_at(words, i)?;
    let amount = if plural { Amount::Some } else { Amount::Exactly(1) };
    // "last week" is the calendar's; "the past week", "over the last year" run up to the report.
    let led = matches!(led, "over" | "in" | "during" | "within" | "for" | "throughout");
    let runs = plural
        || daily
        || word == "past"
        || (word == "last" && article && led && unit != Unit::Day)
        || (word == "coming" && article);
    runs.then_some((i + 1 - at, Expr::Window { amount, unit, back, from }))
}

/// "For a fourth day", "for the second night running": so many days up to the report.
fn running(words: &[Word], at: usize) -> Option<Item> {
    let led = at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| w.lower == "for");
    let article = matches!(words.get(at)?.lower.as_str(), "a" | "the");
    let number = ordinal(words, at + 1).filter(|n| led && article && (2..=30).contains(&n.value))?;
    let i = at + 1 + number.len;
    let night = words.get(i).is_some_and(|w| w.lower == "night").then_some((1, Unit::Day, false));
    let (taken, unit, plural) = night.or_else(|| unit_after(words, i))?;
    let amount = Amount::Exactly(number.value as u32 - 1);
    let whole = !plural && !unit.is_clock();
    whole.then_some((i + taken - at, Expr::Window { amount, unit, back: true, from: Base::Speech }))
}

/// "two days ago", "a week earlier", "three hours later", "years ago", "five days from now".
fn shift(words: &[Word], at: usize) -> Option<Item> {
    let (len, amount) = match amount(words, at) {
        Some(found) => found,
        None if unit_at(words, at).is_some_and(|(_, plural)| plural) => (0, Amount::Some),
        None => return None,
    };
    let (taken, unit, _) = unit_after(words, at + len)?;
    let mut end = at + len + taken;
    if phrase_at(words, end, &["or", "so"]) {
        end += 2;
    }
    let dash = usize::from(words.get(end).is_some_and(|w| is_dash(w) && w.glued));
    let (more, back, from) =
        direction(words, end + dash).or_else(|| beside_deed(words, end + dash, amount))?;
    Some((end + dash + more - at, Expr::Shift { amount, unit, back, from }))
}

fn direction(words: &[Word], at: usize) -> Option<(usize, bool, Base)> {
    if phrase_at(words, at, &["from", "now"]) || phrase_at(words, at, &["from", "today"]) {
        return Some((2, false, Base::Speech));
    }
    match words.get(at)?.lower.as_str() {
        "ago" => Some((1, true, Base::Speech)),
        "hence" => Some((1, false, Base::Speech)),
        "earlier" | "previously" | "prior" | "beforehand" => {
            free(words, at + 1).then_some((1, true, Base::Story))
        }
        "later" | "afterwards" | "afterward" => Some((1, false, Base::Story)),
        "before" => free(words, at + 1).then_some((1, true, Base::Story)),
        "after" => free(words, at + 1).then_some((1, false, Base::Story)),
        _ => None,
    }
}

/// "Hours after the shooting", "twelve days after that" go on from what was told; "six days after a minister was killed"
/// tells when he was.
fn beside_deed(words: &[Word], at: usize, amount: Amount) -> Option<(usize, bool, Base)> {
    let after = words.get(at)?.lower == "after";
    if (after || words[at].lower == "following") && deed(words, at + 1).is_some() {
        return Some((1, false, Base::Deed));
    }
    if after && phrase_at(words, at + 1, &["that"]) {
        return Some((2, false, Base::Deed));
    }
    let next = words.get(at + 1).filter(|w| class_of(w).is_none() && w.raw.starts_with(char::is_alphabetic));
    (after && amount.number().is_some() && next.is_some()).then_some((0, true, Base::Sentence))
}

/// "The deadly attack", "that raid": words taken.
pub(super) fn deed(words: &[Word], at: usize) -> Option<usize> {
    const MODIFIERS: usize = 2;
    let points = matches!(
        words.get(at)?.lower.as_str(),
        "the" | "that" | "this" | "those" | "these" | "their" | "its"
    );
    let plain = |w: &&Word| w.raw.starts_with(char::is_lowercase);
    let mut named = words.get(at + 1..)?.iter().take(MODIFIERS + 1).take_while(plain);
    let noun = named.position(|w| vocabulary::is(Beside::Deed, &w.lower));
    noun.filter(|_| points).map(|n| n + 2)
}

/// True where no noun phrase follows, to which "before" or "earlier than" would belong.
fn free(words: &[Word], at: usize) -> bool {
    words.get(at).is_none_or(|w| {
        matches!(w.raw.as_str(), "," | "." | ";" | ":" | ")" | "\"" | "”" | "-" | "–" | "--" | "—")
            || matches!(
                w.lower.as_str(),
                "and" | "when" | "in" | "at" | "on" | "near" | "by" | "as" | "but" | "with" | "from" | "for"
            )
    })
}

/// "the next day", "the day before", "the same day", "that night", "the following week".
fn beside(words: &[Word], at: usize) -> Option<Item> {
    let article = usize::from(words.get(at)?.lower == "the");
    let (unit, plural) = unit_at(words, at + article)?;
    if plural || unit.is_clock() {
        return None;
    }
    let (more, back, _) = direction(words, at + article + 1)?;
    let word = words.get(at + article + 1)?.lower.as_str();
    let fits = matches!(word, "before" | "after" | "earlier") && article == 1;
    let which = if back { Which::Previous } else { Which::Following };
    fits.then_some((article + 1 + more, Expr::Unit { unit, which }))
}

/// "last week", "this year", "the same day", "the following month", "that week".
fn unit(words: &[Word], at: usize) -> Option<Item> {
    let (skip, which) = which(words, at);
    if skip == 0 {
        return None;
    }
    let filler = usize::from(
        words.get(at + skip).is_some_and(|w| matches!(w.lower.as_str(), "same" | "very" | "fiscal")),
    );
    let (unit, plural) = unit_at(words, at + skip + filler)?;
    let clock =
        unit.is_clock() || (unit == Unit::Day && matches!(which, Which::Last | Which::This | Which::Bare));
    let unclear = unit == Unit::Second || (clock && which != Which::Following);
    (!plural && !unclear && !unit.is_clock()).then_some((skip + filler + 1, Expr::Unit { unit, which }))
}

/// "the weekend", "last weekend", "this weekend".
fn weekend(words: &[Word], at: usize) -> Option<Item> {
    let (mut skip, which) = which(words, at);
    if skip == 0 && matches!(words.get(at)?.lower.as_str(), "the" | "a") {
        skip = 1;
    }
    let found = skip > 0 && words.get(at + skip)?.lower == "weekend";
    found.then_some((skip + 1, Expr::Weekend(which)))
}

/// "recent weeks", "the coming days", "these days".
fn around(words: &[Word], at: usize) -> Option<Item> {
    let article = usize::from(words.get(at)?.lower == "the");
    let i = at + article;
    let few = usize::from(phrase_at(words, i + 1, &["few"]));
    let reference = match words.get(i)?.lower.as_str() {
        "recent" => Reference::Recent,
        "coming" | "future" => Reference::Soon,
        "these" if article == 0 && phrase_at(words, i + 1, &["days"]) => Reference::Now,
        _ => return None,
    };
    let (unit, plural) = unit_at(words, i + 1 + few)?;
    let mut end = i + 2 + few;
    // "recent weeks and months"
    if phrase_at(words, end, &["and"]) && unit_at(words, end + 1).is_some_and(|(_, plural)| plural) {
        end += 2;
    }
    plural.then_some((end - at, Expr::Around { reference, unit }))
}

/// "now", "recently", "the near future", "in the past", "since then", "at that time".
fn reference(words: &[Word], at: usize) -> Option<Item> {
    const FORMS: [(&[&str], Expr); 20] = [
        (&["right", "now"], Expr::Reference(Reference::Now)),
        (&["the", "moment"], Expr::Reference(Reference::Now)),
        (&["more", "recently"], Expr::Reference(Reference::Recent)),
        (&["most", "recently"], Expr::Reference(Reference::Recent)),
        (&["the", "near", "future"], Expr::Reference(Reference::Soon)),
        (&["the", "near", "term"], Expr::Reference(Reference::Soon)),
        (&["the", "short", "term"], Expr::Reference(Reference::Soon)),
        (&["the", "future"], Expr::Reference(Reference::Soon)),
        (&["the", "past"], Expr::Reference(Reference::Past)),
        (&["that", "time"], Expr::Then),
        (&["the", "time"], Expr::Then),
        (&["that", "point"], Expr::Then),
        (&["those", "days"], Expr::Then),
        (&["this", "period"], Expr::Then),
        (&["that", "period"], Expr::Then),
        (&["the", "same", "period"], Expr::Then),
        (&["that", "same", "period"], Expr::Then),
        (&["the", "course", "of", "it"], Expr::Then),
        (&["its", "aftermath"], Expr::Then),
        (&["then"], Expr::Then),
    ];
    let before = at.checked_sub(1).and_then(|b| words.get(b)).map(|w| w.lower.as_str());
    if let Some((form, expr)) = FORMS.iter().find(|(form, _)| phrase_at(words, at, form)) {
        let leads: &[&str] = match (*expr, form[0]) {
            (Expr::Then, _) if matches!(form[form.len() - 1], "days" | "period" | "it" | "aftermath") => {
                &["in", "during", "over"]
            }
            (Expr::Then, "then") => &["since", "by", "until", "till", "before"],
            (Expr::Then, _) => &["at", "by", "since", "until", "before"],
            (_, "the") if form.len() == 2 => &["in", "for", "at"],
            (_, "the") => &["in", "for"],
            _ => return Some((form.len(), *expr)),
        };
        // "at the time of the strikes" is told by the strikes, not by the story.
        let of = words.get(at + form.len()).is_some_and(|w| w.lower == "of");
        return (leads.contains(&before?) && !of).then_some((form.len(), *expr));
    }
    if let Some(len) = since_deed(words, at, before.unwrap_or("")) {
        return Some((len, Expr::Then));
    }
    match class_of(words.get(at)?)? {
        // "Soon after being captured": soon after that, and not after the report.
        Class::Ref(Reference::Soon) if phrase_at(words, at + 1, &["after"]) => None,
        Class::Ref(reference) => Some((1, Expr::Reference(reference))),
        _ => None,
    }
}

/// "Nine have fled since the attack", "the mayor has since been arrested": from what was told on; words taken.
fn since_deed(words: &[Word], at: usize, before: &str) -> Option<usize> {
    let next = |i: usize| words.get(i).map_or("", |w| w.raw.as_str());
    if before == "since" {
        let ends = |end: &usize| matches!(next(at + end), "" | "," | "." | ";" | "and" | "but" | "\"" | "”");
        return deed(words, at).filter(ends);
    }
    let perfect = matches!(before, "has" | "have" | "had" | "'ve" | "’ve");
    let verb = words.get(at + 1).is_some_and(|w| {
        let noun_phrase =
            matches!(w.lower.as_str(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "then");
        w.raw.starts_with(char::is_lowercase) && class_of(w).is_none() && !noun_phrase
    });
    (perfect && verb && words.get(at)?.lower == "since").then_some(1)
}

/// "daily", "every week", "each year".
fn repeated(words: &[Word], at: usize) -> Option<Item> {
    if let Class::Set(value) = class_of(words.get(at)?).unwrap_or(Class::Zone) {
        return (!words[at].capital()).then_some((1, Expr::Set(value)));
    }
    if !matches!(words[at].lower.as_str(), "every" | "each") {
        return None;
    }
    let (unit, plural) = unit_at(words, at + 1)?;
    let value = match unit {
        Unit::Day => "P1D",
        Unit::Week => "P1W",
        Unit::Month => "P1M",
        Unit::Quarter => "P1Q",
        Unit::Year => "P1Y",
        _ => return None,
    };
    (!plural).then_some((2, Expr::Set(value)))
}

/// "two years", "a five-year term", "96 hours", "for weeks". Ages are none.
fn duration(words: &[Word], at: usize) -> Option<Item> {
    let before = at.checked_sub(1).and_then(|b| words.get(b)).map_or("", |w| w.lower.as_str());
    let led = matches!(
        before,
        "for"
            | "in"
            | "within"
            | "after"
            | "over"
            | "during"
            | "lasted"
            | "lasting"
            | "last"
            | "took"
            | "of"
            | "spent"
            | "the"
            | "than"
    );
    if let Some(found) = stretch(words, at) {
        return Some(found);
    }
    let Some((len, amount)) = amount(words, at) else {
        let (unit, plural) = unit_at(words, at)?;
        let sure = plural && led && !matches!(before, "the" | "of" | "last") && !unit.is_clock();
        return sure.then_some((1, Expr::Duration { amount: Amount::Some, unit }));
    };
    let (taken, unit, plural) = unit_after(words, at + len)?;
    let end = at + len + taken;
    if is_age(words, end, before) || unit == Unit::Second && !plural || unit == Unit::Quarter && !plural {
        return None;
    }
    let article = matches!(words[at].lower.as_str(), "a" | "an");
    let hyphen = words.get(at + len).is_some_and(is_dash);
    if article && !(led || hyphen) {
        return None;
    }
    (plural || hyphen || amount.number() == Some(1) || !article)
        .then_some((end - at, Expr::Duration { amount, unit }))
}

/// "the nine months", "the first two years", "the latest six months".
fn stretch(words: &[Word], at: usize) -> Option<Item> {
    if words.get(at)?.lower != "the" {
        return None;
    }
    let led = words.get(at + 1).is_some_and(|w| matches!(w.lower.as_str(), "first" | "latest" | "final"));
    let i = at + 1 + usize::from(led);
    let number = cardinal(words, i).filter(|n| n.value < 2000)?;
    let (taken, unit, plural) = unit_after(words, i + number.len)?;
    let end = i + number.len + taken;
    let amount = Amount::Exactly(number.value as u32);
    (plural && !is_age(words, end, "")).then_some((end - at, Expr::Duration { amount, unit }))
}

/// "a 30-year-old man", "aged 12 years".
fn is_age(words: &[Word], end: usize, before: &str) -> bool {
    let skip = usize::from(words.get(end).is_some_and(is_dash));
    before == "aged" || words.get(end + skip).is_some_and(|w| w.lower == "old" || w.lower == "olds")
}
