//! The words about deeds and what is told beside them of `data/lang/en/deed-words.tsv`.

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Deed from "../../../../data/lang/en/deed-words.tsv" {
        Held = "held",
        Settled = "settled",
        Town = "town",
        District = "district",
        PartOfTown = "part-of-town",
        Outlying = "outlying",
        SinglesOut = "singles-out",
        Seat = "seat",
        Lives = "lives",
        Stands = "stands",
        Speaks = "speaks",
        Project = "project",
        Charges = "charges",
        Waits = "waits",
        Goes = "goes",
        GroundShare = "ground-share",
        Share = "share",
        Incident = "incident",
        TakesPlace = "takes-place",
        Backed = "backed",
        Brokered = "brokered",
        Support = "support",
        Jointly = "jointly",
        FightsBeside = "fights-beside",
        Sentences = "sentences",
        Records = "records",
        Reports = "reports",
        Trend = "trend",
        Stops = "stops",
        Commands = "commands",
        Compares = "compares",
        OpensNew = "opens-new",
        Another = "another",
        ByHand = "by-hand",
        OneSided = "one-sided",
        Revenge = "revenge",
        AsTold = "as-told",
        Ruins = "ruins",
        GoesOff = "goes-off",
        Answers = "answers",
        GoesOn = "goes-on",
        Killing = "killing",
        Searches = "searches",
        Describes = "describes",
        NoTopic = "no-topic",
        Tallies = "tallies",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_their_classes() {
        assert!(is(Deed::Held, "besieged"));
    }
}
