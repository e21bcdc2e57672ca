//! The words about places of `data/lang/en/place-words.tsv`.

ascribe_codebook::word_classes! {
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
        Suffers = "suffers",
        Assault = "assault",
        Befalls = "befalls",
        Taking = "taking",
        Owned = "owned",
        Road = "road",
        Abroad = "abroad",
        Forces = "forces",
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
