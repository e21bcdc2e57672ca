//! Owns what somebody is, said right before the name: no verb has two objects, so in "gunmen killed union leader
//! Ana Paz" the leader describes the name.

use super::draft::Draft;
use ascribe_model::Upos;

/// Hangs a common noun that is an object on the name right behind it that is one of the same verb (`nmod:desc`).
pub fn describe_names(tree: &mut Draft) {
    for noun in 1..tree.len().saturating_sub(1) {
        let name = noun + 1;
        let objects =
            tree.names[noun] == "obj" && tree.names[name] == "obj" && tree.heads[noun] == tree.heads[name];
        if objects && (tree.upos[noun], tree.upos[name]) == (Upos::Noun, Upos::Propn) {
            tree.hang(noun, name, "nmod:desc");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::draft;
    use super::*;

    fn described(words: &[(&str, Upos, usize, &str)]) -> Draft {
        let mut tree = draft(words);
        describe_names(&mut tree);
        tree
    }

    #[test]
    fn the_noun_before_a_name_describes_it() {
        let killed = [
            ("killed", Upos::Verb, 0, "root"),
            ("leader", Upos::Noun, 1, "obj"),
            ("paz", Upos::Propn, 1, "obj"),
        ];
        let tree = described(&killed);
        assert_eq!((tree.heads[2], tree.names[2].as_str(), tree.names[3].as_str()), (3, "nmod:desc", "obj"));
    }

    #[test]
    fn other_nouns_stay() {
        let gave = [
            ("gave", Upos::Verb, 0, "root"),
            ("paz", Upos::Propn, 1, "obj"),
            ("flowers", Upos::Noun, 1, "obj"),
        ];
        let tree = described(&gave);
        assert_eq!((tree.heads[2], tree.names[2].as_str()), (1, "obj"));
    }
}
