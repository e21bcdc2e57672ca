//! The words about parties, things and tellers of `data/lang/en/claim-words.tsv`; those about telling and about deeds are in
//! [`telling`] and [`deeds`].

pub(crate) mod deeds;
pub(crate) mod telling;

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Class from "../../../data/lang/en/claim-words.tsv" {
        Anybody = "anybody",
        Machine = "machine",
        MachineKind = "machine-kind",
        Own = "own",
        Follower = "follower",
        Stuff = "stuff",
        Loss = "loss",
        Body = "body",
        Hunts = "hunts",
        Raid = "raid",
        TellsWho = "tells-who",
        Local = "local",
        Helps = "helps",
        Suspect = "suspect",
        Rank = "rank",
        Fighter = "fighter",
        OfGroup = "of-group",
        Doer = "doer",
        Holder = "holder",
        Press = "press",
        Office = "office",
        Reacts = "reacts",
        Foils = "foils",
        CivilianThing = "civilian-thing",
        SharedThing = "shared-thing",
        Post = "post",
        Position = "position",
        ArmyThing = "army-thing",
        Structure = "structure",
        Crowded = "crowded",
        Message = "message",
        Carries = "carries",
        Medium = "medium",
        Human = "human",
        Asker = "asker",
        Figure = "figure",
        Mute = "mute",
        Captive = "captive",
        Violent = "violent",
        AlsoElsewhere = "also-elsewhere",
        Culprit = "culprit",
        Away = "away",
        LooksInto = "looks-into",
        Threat = "threat",
        Strikes = "strikes",
        Takes = "takes",
        SpeaksFor = "speaks-for",
        PressRoom = "press-room",
        Remains = "remains",
        ToldIn = "told-in",
        Deed = "deed",
        Branch = "branch",
        StateBody = "state-body",
        Jailer = "jailer",
        Leads = "leads",
        Nameless = "nameless",
        Shooter = "shooter",
        Organisation = "organisation",
        Director = "director",
        Watch = "watch",
        Bystander = "bystander",
        HasMembers = "has-members",
        AlwaysPlural = "always-plural",
        StationOf = "station-of",
        Registered = "registered",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_their_classes() {
        assert!(is(Class::Anybody, "dozens"));
    }
}
