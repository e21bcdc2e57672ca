//! How cost grows: fills a casebook with made-up but realistic reports up to a number of claims, and at
//! 10,000, 100,000 and 1,000,000 measures what one more report costs and how long questions take.
//! `scale FILE CLAIMS`; docs/scale.md tells what came out.
//!
//! What is realistic about it: towns by Zipf's law over 400 of them, incidents over ten years with quiet
//! and loud weeks, 1 to 9 tellings of an incident by outlets of opposed sides over three days, one in four
//! a copy cut short under another headline, figures that differ, a monitor and a ministry quoted by many,
//! a background sentence of its kind of outlet in every third report, one claim in fifteen a sum of several incidents.

use ascribe_casebook::{Bounds, Casebook, CasebookError, Filter};
use ascribe_model::{
    Actor, Claim, Count, Effect, Harm, Interval, Passage, PassageKind, Place, Report, Role, Shape, Side,
    Source, Span, Time,
};
use jiff::civil::{Date, date};
use std::io::Write;
use std::time::{Duration, Instant};

const TOWNS: usize = 400;
const OUTLETS: usize = 60;
const DAYS: u64 = 3650;
/// Numbers of claims at which it is measured.
const MARKS: [usize; 3] = [10_000, 100_000, 1_000_000];
/// Up to here reports are filed one by one; beyond, what is there is multiplied.
const FILED_ONE_BY_ONE: usize = 100_000;
/// Reports that are timed at each mark.
const TIMED: usize = 300;
const KINDS: [(&str, &str); 8] = [
    ("clash", "fighting"),
    ("shelling", "mortar fire"),
    ("airstrike", "an air raid"),
    ("explosion", "a roadside bomb"),
    ("attack", "a raid on a post"),
    ("suicide_bombing", "a suicide attack"),
    ("abduction", "an abduction"),
    ("capture", "an advance"),
];
const WORDS: [&str; 48] = [
    "market",
    "bridge",
    "convoy",
    "bakery",
    "checkpoint",
    "orchard",
    "river",
    "hill",
    "school",
    "depot",
    "clinic",
    "crossroads",
    "quarry",
    "mill",
    "garage",
    "square",
    "morning",
    "evening",
    "smoke",
    "sirens",
    "lorries",
    "crowd",
    "windows",
    "wall",
    "roof",
    "dust",
    "shutters",
    "ambulance",
    "stretcher",
    "gunfire",
    "silence",
    "harvest",
    "schoolbag",
    "carpet",
    "generator",
    "water",
    "radio",
    "tractor",
    "motorcycle",
    "fence",
    "gate",
    "well",
    "tent",
    "blanket",
    "flour",
    "lamp",
    "door",
    "stairs",
];
const BACKGROUND: [&str; 3] = [
    "The fighting that began nine years ago over the northern grazing lands has driven tens of thousands from home",
    "Journalists cannot travel to the district, and what the parties say of it cannot be checked independently",
    "The river crossing is the last one open to lorries, which is why both sides have fought over it for months",
];

fn main() -> Result<(), CasebookError> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, wanted] = &arguments[..] else { return Ok(()) };
    let wanted: usize = wanted.parse().unwrap_or(MARKS[0]);
    let mut book = Casebook::open(path)?;
    let mut maker = Maker::new();
    let mut reports = made(path)?;
    // Goes on where it stopped: the maker gives the same reports in every run.
    let mut claims: usize = (0..reports).map(|_| maker.next().1.len()).sum();
    let there = book.summary()?.claims;
    for mark in MARKS.into_iter().filter(|&m| m <= wanted && m + m / 10 > there) {
        let started = Instant::now();
        if mark > FILED_ONE_BY_ONE && book.summary()?.claims < mark / 2 {
            multiply(path, mark / FILED_ONE_BY_ONE)?;
            book = Casebook::open(path)?;
        }
        while mark <= FILED_ONE_BY_ONE && claims < mark.saturating_sub(TIMED * 10) {
            claims += add(&mut book, &mut maker)?;
            reports += 1;
            if reports % 200 == 0 {
                book.link(|| {})?;
            }
        }
        book.link(|| {})?;
        let filled = started.elapsed();
        let mut times = vec![];
        for _ in 0..TIMED {
            let clock = Clock::start();
            claims += add(&mut book, &mut maker)?;
            book.link(|| {})?;
            times.push(clock.stop());
            reports += 1;
        }
        let there = book.summary()?;
        say(&format!(
            "{} claims: {} reports, filled in {:.0} s",
            there.claims,
            there.reports,
            filled.as_secs_f64()
        ));
        say(&format!("  one more report, filed and linked    {}", spread(times)));
        questions(&book, &mut maker)?;
        let size = std::fs::metadata(path).map_or(0, |m| m.len());
        say(&format!("  file {} MB; memory of the process {} MB at most", size >> 20, peak_memory() >> 10));
    }
    Ok(())
}

/// Reports of the maker, without copies of them.
fn made(path: &str) -> Result<usize, CasebookError> {
    let count = |c: rusqlite::Connection| {
        c.query_row("SELECT count(*) FROM report WHERE instr(id, '~') = 0", [], |r| r.get(0))
    };
    rusqlite::Connection::open(path).and_then(count).map_err(|e| damaged(path, &e))
}

fn damaged(path: &str, error: &rusqlite::Error) -> CasebookError {
    CasebookError::Damaged { path: path.into(), reason: error.to_string() }
}

/// Puts copies of what is there beside it, in other places and words: filing a million claims one by one takes
/// an hour, and what is measured afterwards is the same.
fn multiply(path: &str, times: usize) -> Result<(), CasebookError> {
    let run = || -> rusqlite::Result<()> {
        let mut connection = rusqlite::Connection::open(path)?;
        connection.execute_batch("PRAGMA cache_size = -400000; PRAGMA synchronous = OFF;")?;
        for copy in 1..times {
            let transaction = connection.transaction()?;
            for statement in include_str!("scale_multiply.sql").split_inclusive(";\n") {
                let mut prepared = transaction.prepare(statement)?;
                let _ = match prepared.parameter_count() {
                    0 => prepared.execute([])?,
                    _ => prepared.execute([copy])?,
                };
            }
            transaction.commit()?;
        }
        Ok(())
    };
    run().map_err(|e| damaged(path, &e))
}

fn add(book: &mut Casebook, maker: &mut Maker) -> Result<usize, CasebookError> {
    let (report, claims) = maker.next();
    book.add_report(&report, &claims, "scale")?;
    Ok(claims.len())
}

fn questions(book: &Casebook, maker: &mut Maker) -> Result<(), CasebookError> {
    let page = |filter: Filter| Filter { limit: Some(50), ..filter };
    let mut asked: Vec<(&str, Vec<[Duration; 2]>)> = vec![];
    let mut ask =
        |what: &'static str, times: usize, question: &mut dyn FnMut() -> Result<(), CasebookError>| {
            let mut all = vec![];
            for _ in 0..times {
                let clock = Clock::start();
                question()?;
                all.push(clock.stop());
            }
            asked.push((what, all));
            Ok::<(), CasebookError>(())
        };
    let ids: Vec<String> = book.events(&page(Filter::default()))?.items.into_iter().map(|e| e.id).collect();
    ask("first page of events", 20, &mut || book.events(&page(Filter::default())).map(drop))?;
    ask("events of a month in a window", 50, &mut || {
        let (lon, lat) = maker.town(maker_town(&mut Random(lat_seed())));
        let bbox = Some(Bounds { west: lon - 0.2, south: lat - 0.2, east: lon + 0.2, north: lat + 0.2 });
        let from = Some(date(2015, 3, 1));
        let to = Some(date(2015, 3, 31));
        book.events(&page(Filter { bbox, from, to, ..Filter::default() })).map(drop)
    })?;
    let mut n = 0;
    ask("events by two words", 50, &mut || {
        n += 1;
        let text = format!("{} {}", WORDS[n % WORDS.len()], WORDS[(n * 7 + 3) % WORDS.len()]);
        book.events(&page(Filter { text: Some(text), ..Filter::default() })).map(drop)
    })?;
    ask("one event with its file", 50, &mut || {
        n += 1;
        ids.get(n % ids.len().max(1)).map_or(Ok(()), |id| book.event(id).map(drop))
    })?;
    ask("sources", 2, &mut || book.sources().map(drop))?;
    for (what, times) in asked {
        say(&format!("  {what:36} {}", spread(times)));
    }
    Ok(())
}

/// Wall and processor time of the middle and of the slowest but one in a hundred: on a machine that others
/// work on, the second tells what it would be alone.
fn spread(times: Vec<[Duration; 2]>) -> String {
    let sorted = |which: usize| {
        let mut all: Vec<Duration> = times.iter().map(|t| t[which]).collect();
        all.sort_unstable();
        let at =
            |part: usize| all.get((all.len() * part / 100).min(all.len() - 1)).copied().unwrap_or_default();
        let ms = |d: Duration| d.as_secs_f64() * 1000.0;
        format!("p50 {:8.2} p99 {:8.2}", ms(at(50)), ms(at(99)))
    };
    format!("processor ms {}   wall ms {}", sorted(1), sorted(0))
}

struct Clock(Instant, Duration);

impl Clock {
    fn start() -> Self {
        Self(Instant::now(), processor_time())
    }

    fn stop(self) -> [Duration; 2] {
        [self.0.elapsed(), processor_time().saturating_sub(self.1)]
    }
}

/// Processor time of this thread, where the system tells.
fn processor_time() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0))
}

/// Peak resident memory in kB, where the system tells.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[allow(clippy::print_stdout, reason = "an example is a program of its own")]
fn say(line: &str) {
    println!("{line}");
    std::io::stdout().flush().ok();
}

/// SplitMix64: the same casebook in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }
}

fn lat_seed() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(7, |d| d.as_nanos() as u64)
}

/// A town by Zipf's law: the first has a tenth of all, the last hardly any.
fn maker_town(random: &mut Random) -> usize {
    let u = random.below(1_000_000) as f64 / 1_000_000.0;
    ((TOWNS as f64 + 1.0).powf(u) - 1.0) as usize % TOWNS
}

/// One incident as it happened, for its tellings to differ from.
#[derive(Clone)]
struct Incident {
    day: Date,
    town: usize,
    kind: usize,
    agent: usize,
    dead: u64,
    words: Vec<usize>,
    tellings: u64,
}

struct Maker {
    random: Random,
    number: usize,
    live: Vec<Incident>,
    day: u64,
    today: u64,
    last: Option<String>,
}

impl Maker {
    fn new() -> Self {
        Self { random: Random(20_261_123), number: 0, live: vec![], day: 0, today: 0, last: None }
    }

    fn town(&self, town: usize) -> (f64, f64) {
        let spread = |n: usize, step: u64| (Random(n as u64 * step).next() % 50_000) as f64 / 10_000.0;
        (36.0 + spread(town, 7919), 33.0 + spread(town, 104_729))
    }

    /// The next report: a day moves on after a number of reports that differs from week to week.
    fn next(&mut self) -> (Report, Vec<Claim>) {
        if self.today == 0 {
            self.day += 1;
            let loud = Random(self.day / 7).next() % 4;
            self.today = 6 + 8 * loud;
            self.live.retain(|incident| incident.tellings > 0);
        }
        self.today -= 1;
        self.number += 1;
        let day = date(2012, 1, 1).saturating_add(jiff::Span::new().days((self.day % DAYS) as i64));
        let count = 6 + self.random.below(9) as usize;
        let incidents: Vec<Incident> = (0..count).map(|_| self.incident(day)).collect();
        self.report(day, &incidents)
    }

    fn incident(&mut self, day: Date) -> Incident {
        if !self.live.is_empty() && self.random.below(10) < 6 {
            let at = self.random.below(self.live.len() as u64) as usize;
            if self.live[at].tellings > 0 {
                self.live[at].tellings -= 1;
                return self.live[at].clone();
            }
        }
        let words = (0..12).map(|_| self.random.below(WORDS.len() as u64) as usize).collect();
        let incident = Incident {
            day,
            town: maker_town(&mut self.random),
            kind: self.random.below(KINDS.len() as u64) as usize,
            agent: self.random.below(9) as usize,
            dead: 1 + self.random.below(6) * self.random.below(6),
            words,
            tellings: self.random.below(8),
        };
        self.live.push(incident.clone());
        incident
    }

    fn report(&mut self, day: Date, incidents: &[Incident]) -> (Report, Vec<Claim>) {
        let id = format!("s{:07}", self.number);
        let mut text = String::new();
        let mut claims = vec![];
        let mut passages = vec![];
        for (n, incident) in incidents.iter().enumerate() {
            let start = text.len();
            let quote = self.sentence(incident);
            text.push_str(&quote);
            let span = Span::new(start, text.len());
            claims.push(self.claim(n, incident, &quote, span));
            text.push(' ');
        }
        let outlet = self.random.below(OUTLETS as u64) as usize;
        // What an outlet explains to its readers again and again, in words of its own.
        if self.random.below(3) == 0 {
            let own =
                format!(" {} {} {}.", WORDS[outlet % 48], WORDS[(outlet * 7) % 48], WORDS[(outlet * 5) % 48]);
            text.push_str(BACKGROUND[outlet % 3]);
            text.push_str(&own);
        }
        // Every fourth report opens with what another printed.
        let copied =
            if self.random.below(4) == 0 { self.last.clone().unwrap_or_default() } else { String::new() };
        if !copied.is_empty() {
            text.push(' ');
            text.push_str(&copied);
        }
        self.last = Some(text.chars().take(350).collect());
        passages.push(Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None });
        let mut report =
            Report { id: id.clone(), hash: id.clone(), origin: id, text, passages, ..Report::default() };
        report.language = "en".into();
        report.metadata.title = Some(format!("Report {}", self.number));
        report.metadata.publisher = Some(format!("Outlet {outlet}"));
        report.metadata.published = Some(day);
        (report, claims)
    }

    fn sentence(&mut self, incident: &Incident) -> String {
        // Each telling in words of its own order: only what is copied shares stretches.
        let mut order: Vec<usize> = (0..incident.words.len()).collect();
        order.sort_by_cached_key(|_| self.random.next());
        let words: Vec<&str> = order.iter().map(|&at| WORDS[incident.words[at]]).collect();
        let (some, more) = words.split_at(6);
        let style = self.random.below(3);
        let what = KINDS[incident.kind].1;
        match style {
            0 => format!(
                "{what} at {}, {} of town {}; then {}.",
                some[0],
                some[1],
                incident.town,
                more.join(" ")
            ),
            1 => {
                let all = words.join(" ");
                format!(
                    "{} dead by {} {what} and {} in town {}, {all}.",
                    incident.dead, some[2], some[4], incident.town
                )
            }
            _ => format!(
                "Near {} and {} {what}: {} in town {}.",
                some[3],
                some[5],
                more.join(", "),
                incident.town
            ),
        }
    }

    fn claim(&mut self, n: usize, incident: &Incident, quote: &str, span: Span) -> Claim {
        const SOURCES: [(&str, Side); 6] = [
            ("Highland Monitor", Side::Ngo),
            ("Interior Ministry", Side::State),
            ("rebels", Side::Rebel),
            ("medics", Side::Local),
            ("residents", Side::Civilian),
            ("army", Side::State),
        ];
        let (lon, lat) = self.town(incident.town);
        let place = Place {
            text: format!("town {}", incident.town),
            lat: Some(lat),
            lon: Some(lon),
            country: Some("SY".into()),
            shape: Some(Shape::Point { lat, lon, radius_km: 2.0 }),
            ..Place::default()
        };
        let agent = format!("group-{}", incident.agent);
        let actor =
            Actor { role: Role::Agent, name: agent.clone(), side: Side::Rebel, id: Some(agent), span: None };
        let dead = match self.random.below(4) {
            0 => Count::at_least(incident.dead),
            1 => Count::exactly(incident.dead + self.random.below(3)),
            _ => Count::exactly(incident.dead),
        };
        let effect = Effect {
            harm: Harm::Killed,
            victims: Some("people".into()),
            side: Side::Civilian,
            count: dead,
            text: "dead".into(),
            span: None,
        };
        let source = SOURCES.get(self.random.below(10) as usize);
        Claim {
            quote: quote.to_owned(),
            trigger: KINDS[incident.kind].0.into(),
            kind: KINDS[incident.kind].0.into(),
            aggregate: self.random.below(15) == 0,
            event: format!("e{n}"),
            sources: source
                .map(|(name, side)| Source { name: (*name).into(), side: *side, span: None })
                .into_iter()
                .collect(),
            places: vec![place],
            time: Time { text: Some("that day".into()), interval: Interval::day(incident.day), span: None },
            actors: if self.random.below(3) == 0 { vec![] } else { vec![actor] },
            effects: if self.random.below(2) == 0 { vec![] } else { vec![effect] },
            span,
            ..Claim::default()
        }
    }
}
