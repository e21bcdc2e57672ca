//! Where a claim that no place is told of most likely lies: where its tellers live, whose town the victim is of,
//! where "the incident" took place, and the one spot of the report.

use super::Known;
use super::attach::ancestors;
use super::carry::{NOWHERE, is_whole, note_places};
use super::draft::Draft;
use super::elsewhere::tells_who;
use super::places::{distinct, lies_in};
use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_model::{Claim, Place, PlaceMention, Sentence, Span, Upos};

/// Places that the words of a claim only hint at.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// "Residents of Keld said that gunmen had stormed the market."
    pub of_tellers: Vec<Place>,
    /// "The mayor of Keld was shot dead", "a teacher from Keld was abducted."
    pub of_victims: Vec<Place>,
    /// "Troops shot four rebels who were laying mines on the highway in Keld."
    pub of_doings: Vec<Place>,
}

/// What the words hint at; `sources` are the spans of who tells it.
pub(super) fn of(known: &Known, occurrence: &Occurrence, sources: &[Span]) -> Hints {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return Hints::default() };
    let here = || {
        let places = known.grounding.places.iter().filter(|m| m.sentence == occurrence.sentence);
        places.filter(|m| m.head < sentence.tokens.len() && m.place.lat.is_some() && !m.place.is_country())
    };
    let local = |source: &Span| {
        let inside = sentence.tokens.iter().filter(|t| source.contains(t.span));
        inside.into_iter().any(|t| vocabulary::is(Class::Local, &t.lemma.to_lowercase()))
    };
    let told_by =
        |m: &&PlaceMention| m.place.span.is_some_and(|at| sources.iter().any(|s| s.contains(at) && local(s)));
    let victim_of = |m: &&PlaceMention| is_of_victim(known, sentence, occurrence, m);
    let caught_at = |m: &&PlaceMention| is_where_they_were(sentence, occurrence, m);
    Hints {
        of_tellers: here().filter(told_by).take(1).map(|m| m.place.clone()).collect(),
        of_victims: here().filter(victim_of).take(1).map(|m| m.place.clone()).collect(),
        of_doings: here().filter(caught_at).take(1).map(|m| m.place.clone()).collect(),
    }
}

/// "Four rebels who were laying mines on the highway in Keld", "people who were queuing for bread in Douma": where
/// they were when it was done to them. Who is arrested may have fought, or planned to, anywhere.
fn is_where_they_were(sentence: &Sentence, occurrence: &Occurrence, mention: &PlaceMention) -> bool {
    const INTENT: [&str; 6] = ["plan", "prepare", "try", "seek", "hope", "go"];
    let above = ancestors(sentence, mention.head);
    let up = || above.iter().copied();
    let Some(verb) =
        up().skip(1).find(|&t| !sentence.relation_is(t, "nmod") && sentence.tokens[t].upos == Upos::Verb)
    else {
        return false;
    };
    let form = &sentence.tokens[verb];
    let was = || sentence.children(verb).any(|c| matches!(sentence.tokens[c].text.as_str(), "was" | "were"));
    occurrence.kind != "arrest"
        && sentence.relation_is(verb, "acl:relcl")
        && form.text.ends_with("ing")
        && !INTENT.contains(&form.lemma.as_str())
        && was()
        && victims(occurrence).any(|h| form.head == Some(h))
}

/// "The mayor of Keld", "a teacher from Keld", where it is done to them; not "Free Keld Police".
fn is_of_victim(known: &Known, sentence: &Sentence, occurrence: &Occurrence, mention: &PlaceMention) -> bool {
    let joins = sentence.child(mention.head, &["case"]).map(|c| sentence.tokens[c].text.as_str());
    matches!(joins, Some("of" | "from" | "in"))
        && tells_who(known, occurrence, mention)
        && victims(occurrence)
            .any(|h| sentence.tokens[mention.head].head == Some(h) || is_of(sentence, mention.head, h))
}

/// "A member of the council of Keld": of somebody by way of another noun.
fn is_of(sentence: &Sentence, place: usize, somebody: usize) -> bool {
    let of = |t: usize| {
        sentence.relation_is(t, "nmod")
            && sentence.child(t, &["case"]).is_some_and(|c| sentence.tokens[c].text == "of")
    };
    let up = ancestors(sentence, place);
    up.iter().position(|t| *t == somebody).is_some_and(|at| at <= 2 && up[..at].iter().all(|t| of(*t)))
}

/// Heads of those to whom it is done, in its own sentence.
fn victims(occurrence: &Occurrence) -> impl Iterator<Item = usize> {
    let roles = occurrence.roles.iter().filter(|r| !matches!(r.role.as_str(), "agent" | "ally" | "place"));
    roles.filter(|r| r.sentence == occurrence.sentence).map(|r| r.head)
}

/// Gives claims without a place the one that their words hint at.
pub(super) fn settle(drafts: &mut [Draft], hinted: impl Fn(&Hints) -> &[Place], rule: &str) {
    for draft in drafts.iter_mut().filter(|d| lacks_place(d)) {
        let places = hinted(&draft.hints).to_vec();
        if !places.is_empty() {
            draft.claim.places = places;
            note_places(&mut draft.claim, rule);
        }
    }
}

fn lacks_place(draft: &Draft) -> bool {
    draft.claim.places.is_empty() && !NOWHERE.contains(&draft.claim.kind.as_str())
}

/// "Rebels raided the camp in Salt. … Two guards died at Camp Kestrel": a place that no gazetteer knows keeps its
/// name; it lies where the claim would lie without it, or nobody knows where.
pub(super) fn name_unlocated(known: &Known, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|d| !d.unlocated.is_empty()) {
        let carried = draft.claim.places.first().filter(|p| !is_whole(p)).cloned();
        let around = carried.or_else(|| told_near(known, draft)).unwrap_or_default();
        draft.claim.evidence.retain(|e| !e.field.starts_with("places/"));
        let lies = |named: Place| Place {
            lat: around.lat,
            lon: around.lon,
            admin1: around.admin1.clone(),
            country: around.country.clone(),
            ..named
        };
        draft.claim.places = std::mem::take(&mut draft.unlocated).into_iter().map(lies).collect();
        if around.lat.is_some() {
            note_places(&mut draft.claim, "in no gazetteer; set where the report is");
        }
    }
}

/// "A court in Keld sentenced two men for a murder in Qwertal", which nobody knows: the place told nearest in its sentence.
fn told_near(known: &Known, draft: &Draft) -> Option<Place> {
    let at = draft.unlocated.first()?.span?.start;
    let here = known.grounding.places.iter().filter(|m| m.sentence == draft.sentence);
    let located = here.map(|m| &m.place).filter(|p| p.lat.is_some() && !is_whole(p) && !p.is_measured());
    let near = |p: &&Place| p.span.map_or(usize::MAX, |s| s.start.abs_diff(at));
    located.min_by_key(near).cloned()
}

/// "In Keld, reporters were shown the ruins. A guard said that soldiers had thrown grenades": where the sentence before,
/// which tells of no deed with a place of its own, begins.
pub(super) fn from_openings(known: &Known, drafts: &mut [Draft]) {
    for n in 0..drafts.len() {
        if !lacks_place(&drafts[n]) {
            continue;
        }
        let before = (1..=OPENING).filter_map(|back| drafts[n].sentence.checked_sub(back));
        let here = before.take_while(|&s| {
            let placed = |d: &Draft| d.sentence == s && !d.claim.places.is_empty();
            let sentence = known.analysis.sentences.get(s);
            sentence.is_some_and(|s| s.passage == drafts[n].passage) && !drafts.iter().any(placed)
        });
        let fact = is_fact(drafts[n].claim.status);
        let told = |s: usize| opening_place(known, s).or_else(|| scene(known, s).filter(|_| fact));
        let opening = here.filter_map(told).next();
        if let Some(place) = opening {
            drafts[n].claim.places = vec![place];
            note_places(&mut drafts[n].claim, "where the text before it is");
        }
    }
}

/// So many sentences back a place may open the text.
const OPENING: usize = 2;

/// The place of "In Keld, ...", "In the town of Keld, ..." at the head of a sentence.
fn opening_place(known: &Known, number: usize) -> Option<Place> {
    const IN: [&str; 4] = ["in", "at", "near", "outside"];
    let sentence = known.analysis.sentences.get(number)?;
    let first = sentence.tokens.first()?.text.to_lowercase();
    let opens = |m: &&PlaceMention| {
        let comma = sentence.tokens.get(m.tokens.end).is_some_and(|t| t.text == ",");
        m.sentence == number && m.tokens.start <= 5 && comma && m.place.lat.is_some() && !is_whole(&m.place)
    };
    let mut places = known.grounding.places.iter().filter(opens);
    places.next().filter(|_| IN.contains(&first.as_str())).map(|m| m.place.clone())
}

/// "A patrol caught up with the column near Keld. A clash ensued": where the sentence before says that something went on,
/// not where somebody spoke or was on the way to.
fn scene(known: &Known, number: usize) -> Option<Place> {
    let sentence = known.analysis.sentences.get(number)?;
    let goes_on = |m: &&PlaceMention| {
        let verb = sentence.tokens.get(m.head).and_then(|t| t.head);
        let away = |v: usize| vocabulary::is(Class::Away, &sentence.tokens[v].lemma.to_lowercase());
        let acts = |v: usize| sentence.tokens[v].upos == Upos::Verb && !away(v);
        sentence.relation_is(m.head, "obl") && verb.is_some_and(acts)
    };
    let here = |m: &&PlaceMention| {
        m.sentence == number && m.place.lat.is_some() && !is_whole(&m.place) && !m.place.is_direction()
    };
    let mut places = known.grounding.places.iter().filter(here).filter(goes_on);
    let first = places.next()?;
    places.next().is_none().then(|| first.place.clone())
}

/// So many sentences back the occurrence was told that "the incident" takes up.
const BACK: usize = 3;

/// "A man drove into a crowd, killing four. The incident took place in Keld": what is told last before lies there.
pub(super) fn from_incidents(known: &Known, drafts: &mut [Draft]) {
    for (number, sentence) in known.analysis.sentences.iter().enumerate() {
        let Some(verb) = took_place(sentence) else { continue };
        let places = places_under(known, number, sentence, verb);
        let told = drafts.iter().filter(|d| d.sentence < number && number - d.sentence <= BACK);
        let Some(last) = told.map(|d| d.sentence).max() else { continue };
        for draft in drafts.iter_mut().filter(|d| d.sentence == last && d.passage_reaches(known, sentence)) {
            // "In North Salt … it took place in Keld": the town in the district.
            let finer = |p: &Place| places.iter().any(|q| lies_in(q, p));
            let coarse = draft.claim.places.iter().all(|p| p.is_country() || finer(p));
            if coarse && !places.is_empty() && !NOWHERE.contains(&draft.claim.kind.as_str()) {
                draft.claim.places.clone_from(&places);
                note_places(&mut draft.claim, "where the incident took place");
            }
        }
    }
}

/// The verb of "the incident took place", "it happened", "the crime was committed".
fn took_place(sentence: &Sentence) -> Option<usize> {
    let lemma = |t: usize| sentence.tokens[t].lemma.to_lowercase();
    let what = |t: usize| {
        let word = lemma(t);
        matches!(word.as_str(), "it" | "this") || deeds::is(Deed::Incident, &word)
    };
    (0..sentence.tokens.len()).find(|&verb| {
        let place = || sentence.child(verb, &["obj"]).is_some_and(|o| lemma(o) == "place");
        deeds::is(Deed::TakesPlace, &lemma(verb))
            && (lemma(verb) != "take" || place())
            && sentence.child(verb, &["nsubj", "nsubj:pass"]).is_some_and(what)
    })
}

/// The places of the verb's own clause.
fn places_under(known: &Known, number: usize, sentence: &Sentence, verb: usize) -> Vec<Place> {
    let under = known.grounding.places.iter().filter(|m| {
        m.sentence == number
            && m.place.lat.is_some()
            && !m.place.is_direction()
            && m.head < sentence.tokens.len()
            && ancestors(sentence, m.head).contains(&verb)
    });
    distinct(sentence, under.collect())
}

/// Places of one report within so many km are one spot.
const ONE_SPOT: f64 = 40.0;

/// "A boy was stabbed in Keld. … The man was shot by an officer": a report that tells of one spot is of it
/// throughout, but for what it tells of another time, of a sum, or of what is to come.
pub(super) fn from_whole_report(drafts: &mut [Draft]) {
    let Some(spot) = one_spot(drafts) else { return };
    // "Rebels shot a plane down. … On Monday another was shot down near Keld": one place told late says nothing of what
    // stands before it.
    let told: Vec<usize> = (0..drafts.len()).filter(|&m| placed(&drafts[m]).is_some()).collect();
    let late = |n: usize| matches!(told.as_slice(), [only] if n < *only && drafts_apart(drafts, n, *only));
    let late: Vec<bool> = (0..drafts.len()).map(late).collect();
    for n in 0..drafts.len() {
        let before = (0..n).rev().find(|&m| placed(&drafts[m]).is_some());
        let model = before.or_else(|| (n + 1..drafts.len()).find(|&m| placed(&drafts[m]).is_some()));
        let Some(model) = model.map(|m| drafts[m].claim.time.interval) else { continue };
        let draft = &mut drafts[n];
        let claim = &draft.claim;
        let apart = !claim.time.interval.is_unknown() && !claim.time.interval.overlaps(&model);
        let sum = draft.sums_up || claim.aggregate;
        if lacks_place(draft) && !late[n] && !apart && !sum && is_fact(claim.status) {
            draft.claim.places = vec![spot.clone()];
            note_places(&mut draft.claim, "the one spot of the report");
        }
    }
}

/// So many sentences open a report.
const LEAD: usize = 3;

/// "Two gunmen stormed a hotel in Keld on Sunday. … The minister spoke in Oslo. … They fired at the guests": what
/// the report opens with is gone on with, where the text has not moved elsewhere.
pub(super) fn from_lead(drafts: &mut [Draft]) {
    let opens =
        |d: &Draft| d.item == 0 && d.sentence < LEAD && is_fact(d.claim.status) && placed(d).is_some();
    let Some(lead) = drafts.iter().position(opens) else { return };
    let Some(spot) = placed(&drafts[lead]).cloned() else { return };
    let when = drafts[lead].claim.time.interval;
    for n in lead + 1..drafts.len() {
        let draft = &drafts[n];
        let claim = &draft.claim;
        let apart =
            !claim.time.interval.is_unknown() && (when.is_unknown() || !claim.time.interval.overlaps(&when));
        let another = draft.opens_new || draft.apart || draft.sets_apart || draft.sums_up || claim.aggregate;
        let moved = drafts[..n].iter().any(|d| {
            let away = |p: &Place| p.kilometres_to(&spot).is_none_or(|km| km > ONE_SPOT);
            d.passage == draft.passage && placed(d).is_some_and(away)
        });
        let same = draft.item == 0 && draft.heading == drafts[lead].heading;
        if same && lacks_place(draft) && is_fact(claim.status) && !apart && !another && !moved {
            drafts[n].claim.places = vec![spot.clone()];
            note_places(&mut drafts[n].claim, "where the report opens");
        }
    }
}

/// "Since 1991 more than 900 people have been killed", "has carried out strikes since 2014": what sums up months or years
/// is of the country that the report tells of.
pub(super) fn from_home(known: &Known, drafts: &mut [Draft]) {
    let Some(home) = &known.grounding.home else { return };
    let sums = |d: &Draft| d.sums_up || d.claim.aggregate && is_long(&d.claim);
    for draft in drafts.iter_mut().filter(|d| d.item == 0 && sums(d) && lacks_place(d)) {
        draft.claim.places = vec![home.clone()];
    }
}

/// True for what went on for months, or goes on since then.
fn is_long(claim: &Claim) -> bool {
    const DAYS: i32 = 60;
    let interval = &claim.time.interval;
    let ends = interval.from.zip(interval.to);
    let long = ends.and_then(|(from, to)| from.until(to).ok()).is_some_and(|span| span.get_days() > DAYS);
    long || interval.from.is_some() && interval.to.is_none()
}

/// The later claim has a time of its own, which the earlier has not, and stands in another paragraph.
fn drafts_apart(drafts: &[Draft], earlier: usize, later: usize) -> bool {
    let (a, b) = (&drafts[earlier], &drafts[later]);
    a.passage != b.passage && a.claim.time.interval.is_unknown() && !b.claim.time.interval.is_unknown()
}

fn is_fact(status: ascribe_model::Status) -> bool {
    use ascribe_model::Status;
    matches!(status, Status::Happened | Status::Ongoing | Status::Denied)
}

/// The place of a claim that lies somewhere in particular.
fn placed(draft: &Draft) -> Option<&Place> {
    draft.claim.places.iter().find(|p| !is_whole(p) && !p.is_direction())
}

/// The first place told, where all claims of running text lie near it.
fn one_spot(drafts: &[Draft]) -> Option<Place> {
    if drafts.iter().any(|d| d.item != 0) {
        return None;
    }
    // "A march is planned in Sarda": what is to come says nothing of where the rest was.
    let facts = || drafts.iter().filter(|d| is_fact(d.claim.status));
    let spot = |p: &&Place| !is_whole(p) && !p.is_direction();
    let told: Vec<&Place> = facts().flat_map(|d| d.claim.places.iter()).filter(spot).collect();
    let first = *told.first()?;
    let near = |p: &&Place| p.kilometres_to(first).is_some_and(|km| km <= ONE_SPOT);
    told.iter().all(near).then(|| first.clone())
}
