//! What speaks for a party as the doer or the opponent, and how much.

/// Types in which somebody does something to somebody, so that a missing doer is one not told again.
pub(super) const DONE_BY: [&str; 15] = [
    "clash",
    "attack",
    "airstrike",
    "shelling",
    "explosion",
    "suicide_bombing",
    "chemical_attack",
    "assassination",
    "execution",
    "operation",
    "capture",
    "destruction",
    "abduction",
    "arrest",
    "seizure",
];
/// Types in which one armed side acts on another.
pub(super) const DONE_TO: [&str; 6] = ["clash", "attack", "airstrike", "capture", "operation", "seizure"];

/// What each fact about a party is worth, in tenths of a logit fitted on annotated reports.
pub(super) struct Weights {
    /// Share of the other claims with this role that give it to the party.
    pub(super) share: i32,
    /// Named in the claim's sentence.
    pub(super) same_sentence: i32,
    /// Neither in the sentence nor in the three before it.
    pub(super) far: i32,
    /// Not in the sentence, which sets itself apart from what was told.
    pub(super) apart: i32,
    /// Has done the like only in other towns.
    pub(super) elsewhere: i32,
    /// Named only after the claim.
    pub(super) later: i32,
    /// Share of the report's mentions of armed parties.
    pub(super) frequency: i32,
    /// In this role in the nearest claim of this type.
    pub(super) same_type: i32,
    /// On the other side of the party that the claim has; as much less where on the same.
    pub(super) other_side: i32,
    pub(super) armed: i32,
    /// Placed by the tree as this role would be.
    pub(super) placed: i32,
    /// In this role in the claim before.
    pub(super) claim_before: i32,
    pub(super) person: i32,
    /// The claim's own source.
    pub(super) source: i32,
    /// Set against the claim's party by another claim.
    pub(super) opposed: i32,
    /// Tells something in the report.
    pub(super) tells: i32,
    /// Of a side that does, or suffers, what the type names ([`View::suits`]); else `unsuited`.
    pub(super) suited: i32,
    pub(super) unsuited: i32,
    /// What the party must weigh.
    pub(super) enough: i32,
}

pub(super) const AGENT: Weights = Weights {
    share: 16,
    same_sentence: 7,
    far: -12,
    apart: -16,
    elsewhere: -10,
    later: -4,
    frequency: 10,
    same_type: 6,
    other_side: 5,
    armed: 7,
    placed: 7,
    claim_before: 4,
    person: -8,
    source: 0,
    opposed: 0,
    tells: -1,
    suited: 3,
    unsuited: -14,
    enough: 14,
};
pub(super) const TARGET: Weights = Weights {
    share: 20,
    same_sentence: 9,
    far: -11,
    apart: -10,
    elsewhere: 0,
    later: 0,
    frequency: 8,
    same_type: 3,
    other_side: 4,
    armed: 0,
    placed: 5,
    claim_before: 13,
    person: -6,
    source: -3,
    opposed: 3,
    tells: -6,
    suited: 4,
    unsuited: -13,
    enough: 18,
};
/// An explosion often has no doer: what it takes more to name one.
pub(super) const EXPLOSION: i32 = 4;
/// Who singled somebody out is told or not known: what it takes more to name one.
pub(super) const ASSASSINATION: i32 = 6;
