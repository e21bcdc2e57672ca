//! The words about places of `data/lang/en/place-words.tsv`.

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Class from "../../../../data/lang/en/place-words.tsv" {
        Never = "never",
        Group = "group",
        Held = "held",
        Sent = "sent",
        Locative = "locative",
        Leading = "leading",
        Trailing = "trailing",
        Preposition = "preposition",
        Inner = "inner",
        Near = "near",
        Speaks = "speaks",
        Blames = "blames",
        Dealings = "dealings",
        Moves = "moves",
        Intends = "intends",
        Suffers = "suffers",
        Assault = "assault",
        Befalls = "befalls",
        Taking = "taking",
        Owned = "owned",
        Road = "road",
        Abroad = "abroad",
        Forces = "forces",
        Settled = "settled",
        TownKind = "town-kind",
        Filler = "filler",
        Region = "region",
        Area = "area",
        Outlying = "outlying",
        TownPart = "town-part",
        SomeParts = "some-parts",
        Quarter = "quarter",
        Street = "street",
        TownHouse = "town-house",
        Built = "built",
        FirstHalf = "first-half",
        Joining = "joining",
        Beside = "beside",
        ThisTown = "this-town",
        SameGround = "same-ground",
        Describes = "describes",
        Settlement = "settlement",
        Accord = "accord",
        Tells = "tells",
        Townsman = "townsman",
        Unit = "unit",
        Kin = "kin",
        Weekday = "weekday",
        Land = "land",
        Sea = "sea",
        Vessel = "vessel",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_their_classes() {
        assert!(is(Class::Never, "march") && is(Class::Trailing, "province") && !is(Class::Never, "keld"));
    }
}
