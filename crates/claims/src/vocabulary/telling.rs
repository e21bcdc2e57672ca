//! The words about telling, denying and doubting of `data/lang/en/telling-words.tsv`.

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Telling from "../../../../data/lang/en/telling-words.tsv" {
        Denies = "denies",
        OwnsUp = "owns-up",
        Credit = "credit",
        OwnPart = "own-part",
        Charge = "charge",
        TookPart = "took-part",
        Guilt = "guilt",
        SendsOut = "sends-out",
        SentOut = "sent-out",
        Utters = "utters",
        GetsAbout = "gets-about",
        Channel = "channel",
        Informs = "informs",
        Document = "document",
        Questions = "questions",
        Speech = "speech",
        Vague = "vague",
        Supposes = "supposes",
        Forecasts = "forecasts",
        Reported = "reported",
        TellsNothing = "tells-nothing",
        Confirmed = "confirmed",
        Closes = "closes",
        LeftAs = "left-as",
        Perceives = "perceives",
        Shows = "shows",
        Scene = "scene",
        Address = "address",
        AnyBody = "any-body",
        Watches = "watches",
        Known = "known",
        Judges = "judges",
        Harms = "harms",
        SoIs = "so",
        Told = "told",
        Undone = "undone",
        OnlyVerbs = "only-verbs",
        Befalls = "befalls",
        Untrue = "untrue",
        Breaks = "breaks",
        Several = "several",
        Incident = "incident",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_their_classes() {
        assert!(is(Telling::Denies, "refute"));
    }
}
