//! Owns the rule that a verb has one subject. The network scores each word by itself and now and
//! then hangs two on one verb: "released by its news agency, Amaq, ISIS claimed".

use super::tree::Square;

/// Another head must not be less likely than this (log probability) to be taken.
const LEAST_LIKELY: f64 = -7.0;

/// True for relations of which a verb has one.
pub fn is_subject(relation: &str) -> bool {
    (relation.starts_with("nsubj") || relation.starts_with("csubj")) && !relation.ends_with(":outer")
}

/// Gives the weaker of two subjects of one head another head, where a likely one is to be had, else
/// another relation. Heads and relations are by node, root 0; `relation(d, h)` is the best relation.
pub fn one_subject_each(
    scores: &Square,
    heads: &mut [usize],
    relations: &mut [String],
    relation: &dyn Fn(usize, usize) -> String,
) {
    for head in 1..heads.len() {
        loop {
            let subjects: Vec<usize> =
                (1..heads.len()).filter(|&n| heads[n] == head && is_subject(&relations[n])).collect();
            if subjects.len() < 2 {
                break;
            }
            let weakest = subjects
                .iter()
                .copied()
                .min_by(|&a, &b| scores.at(a, head).total_cmp(&scores.at(b, head)))
                .unwrap_or(subjects[0]);
            let subject_of = |h: usize, heads: &[usize], relations: &[String]| {
                (1..heads.len()).any(|n| n != weakest && heads[n] == h && is_subject(&relations[n]))
            };
            let other = (1..heads.len())
                .filter(|&h| {
                    h != head && scores.at(weakest, h) > LEAST_LIKELY && !is_below(heads, h, weakest)
                })
                .filter(|&h| !is_subject(&relation(weakest, h)) || !subject_of(h, heads, relations))
                // "Police arrested a man": who stands behind the verb is not joined to its subject.
                .filter(|&h| !(head < weakest && h < head && subjects.contains(&h)))
                .max_by(|&a, &b| scores.at(weakest, a).total_cmp(&scores.at(weakest, b)).then(b.cmp(&a)));
            match other {
                Some(other) => {
                    heads[weakest] = other;
                    relations[weakest] = relation(weakest, other);
                    // A second visit of a head already passed must not leave two subjects there.
                    if is_subject(&relations[weakest]) && other < head && subject_of(other, heads, relations)
                    {
                        relations[weakest] = "dislocated".to_owned();
                    }
                }
                None => relations[weakest] = if weakest > head { "obj" } else { "dislocated" }.to_owned(),
            }
        }
    }
}

/// True where `node` is `top` or hangs below it.
fn is_below(heads: &[usize], mut node: usize, top: usize) -> bool {
    for _ in 0..heads.len() {
        if node == top {
            return true;
        }
        if node == 0 {
            return false;
        }
        node = heads[node];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weaker_subject_moves() {
        // 1 agency, 2 Amaq, 3 ISIS, 4 claimed: Amaq prefers "claimed", then "agency" as apposition.
        let scores = Square::new(5, |d, h| match (d, h) {
            (2, 4) => -0.6,
            (2, 1) => -1.0,
            (3, 4) => -0.1,
            _ => -20.0,
        });
        let mut heads = vec![0, 4, 4, 4, 0];
        let mut relations: Vec<String> = ["", "obl", "nsubj", "nsubj", "root"].map(str::to_owned).into();
        let relation = |d: usize, h: usize| if (d, h) == (2, 1) { "appos" } else { "nsubj" }.to_owned();
        one_subject_each(&scores, &mut heads, &mut relations, &relation);
        assert_eq!((heads[2], relations[2].as_str()), (1, "appos"));
        assert_eq!((heads[3], relations[3].as_str()), (4, "nsubj"));
    }

    #[test]
    fn without_another_head_the_relation_changes() {
        let scores = Square::new(4, |_, h| if h == 3 { -0.1 } else { -20.0 });
        let mut heads = vec![0, 3, 3, 0];
        let mut relations: Vec<String> = ["", "nsubj", "nsubj", "root"].map(str::to_owned).into();
        one_subject_each(&scores, &mut heads, &mut relations, &|_, _| "nsubj".to_owned());
        assert_eq!(relations.iter().filter(|r| is_subject(r)).count(), 1);
    }
}
