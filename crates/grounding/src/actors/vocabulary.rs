//! The words about parties of `data/lang/en/actor-words.tsv`.

ascribe_words::word_classes! {
    /// What a word may be; the head of the table tells each.
    enum Word from "../../../../data/lang/en/actor-words.tsv" {
        Hollow = "hollow",
        Unit = "unit",
        Ranked = "ranked",
        Unknown = "unknown",
        Harm = "harm",
        Office = "office",
        Leader = "leader",
        Doer = "doer",
        Body = "body",
        Force = "force",
        Home = "home",
        RebelNoun = "rebel",
        General = "general",
        Deed = "deed",
        Motion = "motion",
        Ground = "ground",
        Troops = "troops",
        Naming = "naming",
        Identifies = "identifies",
        BodyName = "body-name",
        Reproves = "reproves",
        Between = "between",
        ArmyUnit = "army-unit",
        Regular = "regular",
        OwnForces = "own-forces",
        AnyForce = "any-force",
        Supposed = "supposed",
        Belongs = "belongs",
        Held = "held",
        BeforePlace = "before-place",
        Stops = "stops",
        Headed = "headed",
        Government = "government",
        Invades = "invades",
        Title = "title",
        Kin = "kin",
        Frees = "frees",
        Press = "press",
        Looks = "looks",
        Borne = "borne",
        Machine = "machine",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_their_classes() {
        assert!(is(Word::Hollow, "cells"));
    }
}
