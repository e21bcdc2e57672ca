//! Owns the relation of each word to its head, and the repairs of relations that cannot be.

use ascribe_model::Upos;

/// The relation, made to fit: `root` on the root and nowhere else, `punct` on marks.
pub fn fit(relation: &str, on_root: bool, upos: Upos, head_upos: Upos) -> String {
    if on_root {
        return "root".to_owned();
    }
    if relation != "root" {
        return relation.to_owned();
    }
    // The tree chose a head that the network would have called the root's.
    let verbal = matches!(head_upos, Upos::Verb | Upos::Aux | Upos::Adj);
    match upos {
        Upos::Punct => "punct",
        Upos::Verb | Upos::Aux if verbal => "parataxis",
        Upos::Verb | Upos::Aux => "acl",
        Upos::Adv => "advmod",
        Upos::Adp => "case",
        Upos::Det => "det",
        Upos::Cconj => "cc",
        Upos::Sconj | Upos::Part => "mark",
        _ if verbal => "obl",
        _ => "nmod",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_stands_only_on_the_root() {
        assert_eq!(fit("nsubj", true, Upos::Noun, Upos::X), "root");
        assert_eq!(fit("root", false, Upos::Verb, Upos::Verb), "parataxis");
        assert_eq!(fit("obl:agent", false, Upos::Noun, Upos::Verb), "obl:agent");
    }
}
