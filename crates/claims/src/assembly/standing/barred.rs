//! Who cannot be the party that a claim leaves out, whatever speaks for it.

use super::View;
use super::told::actor_key;
use crate::assembly::Known;
use crate::assembly::actors::is_machine;
use crate::assembly::attach::ancestors;
use crate::assembly::draft::Draft;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, ActorMention, Harm, Interval, Role, Side, Source, Status};

impl View<'_> {
    /// True where the party, or one of its mentions, shows that it did not do it.
    pub(super) fn is_barred(&self, key: &str, mentions: &[&ActorMention]) -> bool {
        if mentions.iter().all(|m| self.only_names_source(m)) {
            return true;
        }
        if self.role == Role::Target {
            // "A driver was shot dead and a mine injured two soldiers": who was shot is told.
            let harmed =
                self.draft.claim.effects.iter().any(|e| !matches!(e.harm, Harm::Destroyed | Harm::Seized));
            let beside = |m: &&ActorMention| harmed && self.suffers_beside(m);
            return mentions.iter().any(|m| self.is_subject_of(m, Class::Foils) || beside(m));
        }
        let shows = |m: &&ActorMention| {
            self.reacts(m)
                || self.hunts(m)
                || self.follows(m)
                || self.holds_ground(m)
                || self.loses(m)
                || self.is_of_victim(m)
                || self.suffers(m)
                || self.suffers_beside(m)
                || self.is_among_the_dead(m)
                || self.is_where(m)
                || self.is_one_of_them(m)
                || self.strikes_back(m)
                || self.finds_the_dead(m)
        };
        self.is_unsolved()
            || self.polices(key)
            || self.arrests_over_it(key)
            || self.strikes_there(key)
            || self.comes_later(mentions)
            || self.denies(key)
            || self.tells_of_others(key, mentions)
            || self.has_not_lost(mentions)
            || mentions.iter().any(shows)
    }

    /// "The village was shelled, according to an opposition statement": whose statement it is, and who tells of what
    /// civilians or his own suffered.
    fn only_names_source(&self, mention: &ActorMention) -> bool {
        let irregular = matches!(mention.side, Side::Rebel | Side::Jihadist | Side::Militia);
        let inside = |s: &Source| s.span.is_some_and(|at| at.contains(mention.span) && at != mention.span);
        irregular && self.draft.claim.sources.iter().any(inside)
    }

    /// "Police detained eight men. … A bomb wounded two": who only arrests and seizes sets off no bombs.
    fn polices(&self, key: &str) -> bool {
        let does = |d: &&Draft| d.claim.actors.iter().any(|a| a.role == Role::Agent && actor_key(a) == key);
        let mut deeds = self.drafts.iter().filter(does).peekable();
        let bomb = matches!(self.draft.claim.kind.as_str(), "explosion" | "suicide_bombing");
        bomb && deeds.peek().is_some() && deeds.all(|d| matches!(d.claim.kind.as_str(), "arrest" | "seizure"))
    }

    /// "Intelligence officers held a general in connection with the attack": who holds somebody over a deed did not do it.
    fn arrests_over_it(&self, key: &str) -> bool {
        let Some(sentence) = self.known.analysis.sentences.get(self.draft.sentence) else { return false };
        let above = ancestors(sentence, self.draft.head);
        let does = |d: &&Draft| d.claim.actors.iter().any(|a| a.role == Role::Agent && actor_key(a) == key);
        let holds = |d: &&Draft| {
            d.claim.kind == "arrest" && d.sentence == self.draft.sentence && d.head != self.draft.head
        };
        self.draft.noun && self.drafts.iter().filter(holds).filter(does).any(|d| above.contains(&d.head))
    }

    /// "Tanks shelled posts near Keld. … A shell fired from Keld hit a farm": not theirs, who shell Keld.
    fn strikes_there(&self, key: &str) -> bool {
        const KM: f64 = 75.0;
        let claim = &self.draft.claim;
        let does = |d: &&Draft| {
            let own = |a: &Actor| a.role == Role::Agent && actor_key(a) == key;
            (d.sentence, d.head) != (self.draft.sentence, self.draft.head) && d.claim.actors.iter().any(own)
        };
        let near = |d: &Draft| {
            let mut spots = d.claim.places.iter().filter(|p| !p.is_direction());
            spots.any(|p| claim.places.iter().any(|o| o.kilometres_to(p).is_some_and(|km| km <= KM)))
        };
        let from = |p: &ascribe_model::Place| p.relation.as_deref().is_some_and(|r| r.starts_with("from"));
        claim.kind == "shelling" && claim.places.iter().any(from) && self.drafts.iter().filter(does).any(near)
    }

    /// "A bomb damaged a bank. … A young man threw a grenade at a post": one whom the report first tells of later, and
    /// as anybody, did what it tells of him.
    fn comes_later(&self, mentions: &[&ActorMention]) -> bool {
        let Some(first) = mentions.iter().min_by_key(|m| (m.sentence, m.tokens.start)) else { return false };
        let Some(sentence) = self.known.analysis.sentences.get(first.sentence) else { return false };
        let anybody = sentence
            .child(first.head, &["det"])
            .is_some_and(|d| matches!(sentence.tokens[d].text.to_lowercase().as_str(), "a" | "an"));
        first.sentence > self.draft.sentence && anybody && !first.named && first.side == Side::Unknown
    }

    /// "The army says rebels shelled Keld. The rebels said that a woman was killed in Sarda": who tells of the dead does
    /// not tell of his own deed, unless he owns up to another.
    fn tells_of_others(&self, key: &str, mentions: &[&ActorMention]) -> bool {
        const DEEDS: [&str; 6] =
            ["attack", "airstrike", "shelling", "explosion", "chemical_attack", "execution"];
        let tells = |d: &Draft| {
            let by =
                |s: &ascribe_model::Source| mentions.iter().any(|m| s.name.eq_ignore_ascii_case(&m.name));
            d.claim.sources.last().is_some_and(by)
        };
        let owns_up = |d: &Draft| {
            tells(d) && d.claim.actors.iter().any(|a| a.role == Role::Agent && actor_key(a) == key)
        };
        let hurt = self.draft.claim.actors.iter().any(|a| a.role == Role::Target && a.side == Side::Civilian);
        hurt && DEEDS.contains(&self.draft.claim.kind.as_str())
            && tells(self.draft)
            && !self.drafts.iter().any(owns_up)
    }

    /// "The army denied that Keld had fallen": whoever denies the loss is not who took it.
    fn has_not_lost(&self, mentions: &[&ActorMention]) -> bool {
        let claim = &self.draft.claim;
        let by = |s: &Source| mentions.iter().any(|m| s.name.eq_ignore_ascii_case(&m.name));
        claim.status == Status::Denied && claim.kind == "capture" && claim.sources.last().is_some_and(by)
    }

    /// "A bomb killed nine. … The Front denied any part in it": nobody tells that it was the Front.
    fn denies(&self, key: &str) -> bool {
        let denied = |d: &&Draft| d.claim.status == Status::Denied && d.claim.kind == self.draft.claim.kind;
        let by_them = |d: &Draft| {
            // "Odo Brun, a rebel leader, denied it": the source has his office, too.
            let same =
                |s: &str, a: &str| s == a || s.ends_with(&format!(" {a}")) || s.starts_with(&format!("{a},"));
            let told = d.claim.sources.iter().any(|s| d.claim.actors.iter().any(|a| same(&s.name, &a.name)));
            told && d.claim.actors.iter().any(|a| a.role == Role::Agent && actor_key(a) == key)
        };
        self.draft.claim.status != Status::Denied && self.drafts.iter().filter(denied).any(by_them)
    }

    /// Parties that bear arms; for doers also those of whom nothing shows. Who only tells does nothing, and
    /// nobody fights his own side unless the report says so.
    pub(super) fn can_be(&self, mention: &ActorMention, key: &str) -> bool {
        let claim = &self.draft.claim;
        // "Masked men" may have done it; a body of which nothing shows has not.
        let unknown = self.role == Role::Agent && mention.side == Side::Unknown;
        let last = mention.name.rsplit(' ').next().unwrap_or_default();
        let body = vocabulary::is(Class::Organisation, last);
        let people = mention.person || !mention.named && !body;
        // "The driver, Odo Brun": a name alone does nothing that the report does not say of it, and takes nobody.
        let takes = matches!(claim.kind.as_str(), "arrest" | "seizure" | "airstrike");
        let stranger = unknown && mention.person && !self.having.contains_key(key);
        let armed = mention.side.is_armed() || unknown && people && !stranger && !takes;
        let holds = matches!(claim.kind.as_str(), "arrest" | "seizure" | "operation" | "capture");
        let new = !self.having.contains_key(key);
        let only_tells = !holds && new && self.report.telling.contains(key);
        // "The mayor", "the Interior Ministry": offices and those who hold them order and tell, others act; so do
        // "an opposition minister" and a state's news agency.
        let holder = governs(mention.side) && mention.person || holds_office(&mention.name);
        // "An official said its fighters had withdrawn. … Nine died": no official by that word alone fights.
        let clerk = vocabulary::is(Class::Holder, &mention.name.to_lowercase());
        let office = clerk || new && (holder || is_office(&mention.name));
        let other = |a: &&Actor| matches!(a.role, Role::Agent | Role::Target) && a.side.is_armed();
        let own_side = claim.actors.iter().find(other).is_some_and(|a| a.side == mention.side);
        let able = self.suits(mention.side) != Some(false) || self.of_type.contains(key);
        // Gunmen shoot; that they lay bombs must be told.
        let shoots = vocabulary::is(Class::Shooter, last) && !self.of_type.contains(key);
        let shoots = shoots && matches!(claim.kind.as_str(), "explosion" | "airstrike" | "shelling");
        // Who has blown himself up did nothing else.
        let spent = matches!(last, "bomber" | "bombers") && claim.kind != "suicide_bombing";
        // "Attacks on the police. An airstrike killed him": the police flies no jets.
        let walks = claim.kind == "airstrike" && matches!(last, "police" | "policemen" | "patrol");
        let nobody = spent
            || self.role == Role::Agent && walks
            || shoots
            || is_machine(&mention.name)
            || only_tells
            || office;
        armed && able && !nobody && (self.opposed.contains(key) || !own_side && !self.shares_name(mention))
    }

    /// "Iraqi soldiers" did not attack "Iraqi checkpoints", nor Norway "Norwegian farmers".
    fn shares_name(&self, mention: &ActorMention) -> bool {
        fn named(name: &str) -> Option<&str> {
            name.split_once(' ').map(|(first, _)| first).filter(|first| first.starts_with(char::is_uppercase))
        }
        let mut parties = self.draft.claim.actors.iter().filter(|a| a.role != self.role);
        let own = named(&mention.name);
        let state = governs(mention.side) && !mention.name.contains(' ');
        let of_state = |a: &Actor| state && named(&a.name).is_some_and(|n| n.starts_with(&mention.name));
        parties.any(|a| own.is_some() && named(&a.name) == own || of_state(a))
    }

    /// A year or more before the report.
    fn is_of_long_ago(&self) -> bool {
        const DAYS: i32 = 365;
        let ends = self.draft.claim.time.interval.to.zip(self.known.report.metadata.anchor());
        ends.and_then(|(end, now)| end.until(now).ok()).is_some_and(|gap| gap.get_days() > DAYS)
    }

    /// "In 1984 the first attack was the Front's": who is named only where another time is told of.
    pub(super) fn is_of_another_time(&self, mention: &ActorMention) -> bool {
        let told = || self.drafts.iter().filter(|d| d.sentence == mention.sentence);
        // "Police suspect the Front. … In 1995 eight hundred were massacred": of long ago only what stands near tells.
        let far =
            mention.sentence > self.draft.sentence || self.draft.sentence - mention.sentence > BACKGROUND;
        if far && self.is_of_long_ago() {
            return true;
        }
        mention.sentence != self.draft.sentence
            && told().next().is_some()
            && told().all(|d| of_another_time(self.known, d, self.draft))
    }
}

/// So many sentences before it may tell who did what is told of long ago.
const BACKGROUND: usize = 2;

/// Months lie between the two: what happened then tells nothing of who did this. What has no time is of the
/// report's own.
pub(super) fn of_another_time(known: &Known, a: &Draft, b: &Draft) -> bool {
    const APART: i32 = 60;
    if is_like_another(known, a) != is_like_another(known, b) {
        return true;
    }
    let anchor = known.report.metadata.anchor();
    let interval = |d: &Draft| {
        let told = d.claim.time.interval;
        if told.is_unknown() { Interval { from: anchor, to: anchor } } else { told }
    };
    let (a, b) = (interval(a), interval(b));
    let days = |x: Interval, y: Interval| Some(x.to?.until(y.from?).ok()?.get_days());
    days(a, b).max(days(b, a)).is_some_and(|days| days > APART)
}

/// "Similar attacks", "previous bombings": told of only to compare.
fn is_like_another(known: &Known, draft: &Draft) -> bool {
    let Some(sentence) = known.analysis.sentences.get(draft.sentence) else { return false };
    let compares = |c: usize| deeds::is(Deed::Compares, &sentence.tokens[c].text.to_lowercase());
    draft.noun && sentence.children(draft.head).any(|c| sentence.relation_is(c, "amod") && compares(c))
}

fn holds_office(name: &str) -> bool {
    let name = name.to_lowercase();
    let last = name.rsplit(' ').next().unwrap_or_default();
    vocabulary::is(Class::Holder, last) || name.split(' ').any(|w| vocabulary::is(Class::Press, w))
}

fn is_office(name: &str) -> bool {
    name.rsplit(' ').next().is_some_and(|last| vocabulary::is(Class::Office, &last.to_lowercase()))
}

pub(super) fn governs(side: Side) -> bool {
    matches!(side, Side::State | Side::StateAlly | Side::ForeignState)
}
