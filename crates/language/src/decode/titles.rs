//! Owns what somebody is, said right before the name: no verb has two objects, so in "gunmen killed union leader
//! Ana Paz" the leader describes the name.

use ascribe_model::Upos;

/// Hangs a common noun that is an object on the name right behind it that is one of the same verb (`nmod:desc`).
/// `upos` counts from the first word, `heads` and `names` (relations) from the root before it.
pub fn describe_names(upos: &[Upos], heads: &mut [usize], names: &mut [String]) {
    for noun in 1..heads.len().saturating_sub(1) {
        let name = noun + 1;
        let objects = names[noun] == "obj" && names[name] == "obj" && heads[noun] == heads[name];
        if objects && (upos[noun - 1], upos[name - 1]) == (Upos::Noun, Upos::Propn) {
            heads[noun] = name;
            "nmod:desc".clone_into(&mut names[noun]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(words: &[(Upos, usize, &str)]) -> (Vec<usize>, Vec<String>) {
        let upos: Vec<Upos> = words.iter().map(|w| w.0).collect();
        let mut heads: Vec<usize> = std::iter::once(0).chain(words.iter().map(|w| w.1)).collect();
        let mut names: Vec<String> =
            std::iter::once("").chain(words.iter().map(|w| w.2)).map(str::to_owned).collect();
        describe_names(&upos, &mut heads, &mut names);
        (heads, names)
    }

    #[test]
    fn the_noun_before_a_name_describes_it() {
        let killed = [(Upos::Verb, 0, "root"), (Upos::Noun, 1, "obj"), (Upos::Propn, 1, "obj")];
        let (heads, names) = described(&killed);
        assert_eq!((heads[2], names[2].as_str(), names[3].as_str()), (3, "nmod:desc", "obj"));
    }

    #[test]
    fn other_nouns_stay() {
        let gave = [(Upos::Verb, 0, "root"), (Upos::Propn, 1, "obj"), (Upos::Noun, 1, "obj")];
        let (heads, names) = described(&gave);
        assert_eq!((heads[2], names[2].as_str()), (1, "obj"));
    }
}
