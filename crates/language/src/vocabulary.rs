//! The words by which trees are mended and pronouns resolved, of `data/lang/en/tree-words.tsv`.

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Word from "../../../data/lang/en/tree-words.tsv" {
        GoesOn = "goes-on",
        Said = "said",
        Counts = "counts",
        Harmed = "harmed",
        DeedInIng = "deed-in-ing",
        SeenOrTold = "seen-or-told",
        Several = "several",
        ToSaying = "to-saying",
        OpensWithPeople = "opens-with-people",
        Moving = "moving",
        Busy = "busy",
        Harming = "harming",
        DoneTo = "done-to",
        Sent = "sent",
        Supposed = "supposed",
        Past = "past",
        BeforeNumber = "before-number",
        Teller = "teller",
        PlaceNoun = "place-noun",
        Takes = "takes",
        Kills = "kills",
        Befalls = "befalls",
        Watcher = "watcher",
        Frees = "frees",
    }
}
