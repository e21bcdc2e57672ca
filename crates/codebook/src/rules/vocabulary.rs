//! The words by which rules walk through trees, of `data/lang/en/path-words.tsv`.

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Word from "../../../../data/lang/en/path-words.tsv" {
        StopsAttempt = "stops-attempt",
        OrdersObject = "orders-object",
        Quantity = "quantity",
        BesideNumber = "beside-number",
        Others = "others",
        Reckons = "reckons",
        VagueNumber = "vague-number",
        Measure = "measure",
        Amount = "amount",
    }
}
