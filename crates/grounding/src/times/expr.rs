//! What an expression of time says, before it is put on the calendar.

use jiff::civil::{Date, Weekday};

/// A length of time by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub fn parse(name: &str) -> Option<Unit> {
        Some(match name {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => return None,
        })
    }

    /// True where it is shorter than a day.
    pub fn is_clock(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    /// Reads a TIMEX3 code.
    pub fn parse(code: &str) -> Option<Part> {
        Some(match code {
            "MO" => Part::Morning,
            "MI" => Part::Midday,
            "AF" => Part::Afternoon,
            "EV" => Part::Evening,
            "NI" => Part::Night,
            _ => return None,
        })
    }

    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Part::Morning => "MO",
            Part::Midday => "MI",
            Part::Afternoon => "AF",
            Part::Evening => "EV",
            Part::Night => "NI",
        }
    }
}

/// A season of the northern year, as TIMEX3 writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// Reads a TIMEX3 code.
    pub fn parse(code: &str) -> Option<Season> {
        Some(match code {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Autumn,
            "WI" => Season::Winter,
            _ => return None,
        })
    }

    /// The TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// First and last month; a winter's last month lies in the next year.
    pub fn months(self) -> (i8, i8) {
        match self {
            Season::Spring => (3, 5),
            Season::Summer => (6, 8),
            Season::Autumn => (9, 11),
            Season::Winter => (12, 2),
        }
    }
}

/// A time that is only pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference {
    /// "now", "currently"
    Now,
    /// "recently", "in recent weeks"
    Recent,
    /// "previously", "in the past"
    Past,
    /// "soon", "in the near future"
    Soon,
}

impl Reference {
    pub fn parse(name: &str) -> Option<Reference> {
        Some(match name {
            "now" => Reference::Now,
            "recent" => Reference::Recent,
            "past" => Reference::Past,
            "soon" => Reference::Soon,
            _ => return None,
        })
    }
}

/// Which part of a longer time is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Early,
    /// "earlier this year": up to the report.
    Earlier,
    Mid,
    Late,
    /// "later that day"
    Later,
    Start,
    End,
    /// "The first week of", "the second week of" a month: its number, from 1; 0 for the last.
    Week(u8),
}

impl Edge {
    pub fn parse(name: &str) -> Option<Edge> {
        Some(match name {
            "early" => Edge::Early,
            "earlier" => Edge::Earlier,
            "later" => Edge::Later,
            "mid" => Edge::Mid,
            "late" => Edge::Late,
            "start" => Edge::Start,
            "end" => Edge::End,
            _ => return None,
        })
    }
}

/// Which of the recurring times is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// "Monday", "in March"
    Bare,
    /// "last Monday"
    Last,
    /// "this Monday"
    This,
    /// "next Monday"
    Next,
    /// "the same day", "that week": the one that the story is at
    Same,
    /// "the following day", "the next day"
    Following,
    /// "the previous day", "the day before"
    Previous,
}

/// How many units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    Exactly(u32),
    /// "a few", "several"
    Few,
    /// "days ago", "for years"
    Some,
    /// "more than a year": the number is a bound
    Over(u32),
    /// "less than a year", "nearly two years"
    Under(u32),
}

impl Amount {
    /// The number named, where there is one.
    pub fn number(self) -> Option<u32> {
        match self {
            Amount::Exactly(n) | Amount::Over(n) | Amount::Under(n) => Some(n),
            Amount::Few | Amount::Some => None,
        }
    }
}

/// Where a shift is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// The day of the report.
    Speech,
    /// The time that the story is at.
    Story,
    /// "Hours after the shooting": the deed that was told, and nothing where no time was.
    Deed,
    /// "Six days after a minister was killed": the rest of the sentence.
    Sentence,
}

/// The year of a month or season.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    Number(i16),
    Which(Which),
}

/// An expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expr {
    /// A day of a month: "9 April", "April 9, 2019"; `until` for "April 5-9".
    Day {
        year: Option<Year>,
        month: i8,
        day: i8,
        until: Option<i8>,
    },
    /// A day with all its parts given in figures.
    Full(Date),
    /// "March", "last March", "March 2011".
    Month {
        year: Option<Year>,
        month: i8,
        which: Which,
    },
    Year(i16),
    /// "1990-91", "1988 and 1989".
    Years(i16, i16),
    /// "the 1980s": its first year.
    Decade(i16),
    Century(i16),
    /// "Monday", "last Friday".
    Weekday {
        day: Weekday,
        which: Which,
    },
    /// "today", "yesterday", "tomorrow".
    Today(i32),
    /// "last week", "this year", "the same day".
    Unit {
        unit: Unit,
        which: Which,
    },
    Weekend(Which),
    Season {
        season: Season,
        which: Which,
        year: Option<Year>,
    },
    /// "the third quarter", "the second half of 1989" (halves are quarters 5 and 6).
    Quarter {
        quarter: u8,
        which: Which,
        year: Option<Year>,
    },
    /// "two days ago", "three weeks later".
    Shift {
        amount: Amount,
        unit: Unit,
        back: bool,
        from: Base,
    },
    /// "the past two weeks", "the next few days".
    Window {
        amount: Amount,
        unit: Unit,
        back: bool,
        from: Base,
    },
    /// "recent weeks", "coming days": what they point at, with the unit.
    Around {
        reference: Reference,
        unit: Unit,
    },
    Reference(Reference),
    /// "then", "that time".
    Then,
    /// "three hours", "a two-year term".
    Duration {
        amount: Amount,
        unit: Unit,
    },
    /// "in the morning", "at noon": a part of the day that the story is at.
    Part,
    /// "overnight": the night before the report, both its days.
    Overnight,
    /// "daily", "every week".
    Set(&'static str),
}

/// How the interval lies to the time named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frame {
    /// In, on, at, during.
    At,
    Since,
    Until,
    /// "by Friday": no later.
    By,
    Before,
    After,
    /// "for three days".
    For,
    /// "within two days".
    Within,
    /// "from March 5", "as of Monday", "starting in June".
    From,
}

/// An expression with all that stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub expr: Expr,
    pub edge: Option<Edge>,
    pub part: Option<Part>,
    /// Hour and minute.
    pub clock: Option<(i8, i8)>,
    pub frame: Frame,
    /// First word, with preposition.
    pub start: usize,
    /// First word of the expression itself.
    pub core: usize,
    /// First word after.
    pub end: usize,
}
