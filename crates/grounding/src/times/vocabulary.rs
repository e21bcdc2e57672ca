//! The words beside times of `data/lang/en/time-contexts.tsv`.

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Beside from "../../../../data/lang/en/time-contexts.tsv" {
        Saying = "saying",
        Said = "said",
        Plans = "plans",
        Group = "group",
        Length = "length",
        DayName = "day-name",
        Make = "make",
        People = "people",
        Deed = "deed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_their_classes() {
        assert!(is(Beside::Saying, "insist"));
    }
}
