//! Owns the best tree of a sentence: Chu-Liu/Edmonds with exactly one word on the root.

/// A score that no real one is below.
const NEVER: f64 = -1e9;

/// A square of log probabilities: `at(dependent, head)`, node 0 the root.
#[derive(Clone)]
pub struct Square {
    size: usize,
    cells: Vec<f64>,
}

impl Square {
    /// Builds a square of `size` nodes (the root counted) filled by `score(dependent, head)`.
    pub fn new(size: usize, score: impl Fn(usize, usize) -> f64) -> Self {
        let cells = (0..size * size).map(|n| score(n / size, n % size)).collect();
        Self { size, cells }
    }

    /// The score of `head` for `dependent`.
    pub fn at(&self, dependent: usize, head: usize) -> f64 {
        self.cells.get(dependent * self.size + head).copied().unwrap_or(NEVER)
    }

    /// Number of nodes, the root counted.
    pub fn size(&self) -> usize {
        self.size
    }

    fn set(&mut self, dependent: usize, head: usize, score: f64) {
        self.cells[dependent * self.size + head] = score;
    }
}

/// The head of each node in the best tree with one root; node 0 keeps head 0.
pub fn best_tree(scores: &Square) -> Vec<usize> {
    let mut scores = scores.clone();
    for n in 0..scores.size {
        scores.set(n, n, NEVER);
    }
    let heads = arborescence(&scores);
    let roots: Vec<usize> = (1..heads.len()).filter(|&n| heads[n] == 0).collect();
    if roots.len() <= 1 {
        return heads;
    }
    let mut best = (f64::NEG_INFINITY, heads);
    for root in roots {
        let mut only = scores.clone();
        (1..only.size).filter(|&n| n != root).for_each(|n| only.set(n, 0, NEVER));
        let heads = arborescence(&only);
        let total: f64 = (1..heads.len()).map(|n| only.at(n, heads[n])).sum();
        if total > best.0 {
            best = (total, heads);
        }
    }
    best.1
}

/// The best tree below node 0, however many words hang on it.
fn arborescence(scores: &Square) -> Vec<usize> {
    let size = scores.size;
    let best_of =
        |n: usize| (0..size).fold(0, |best, h| if scores.at(n, h) > scores.at(n, best) { h } else { best });
    let mut heads: Vec<usize> = (0..size).map(|n| if n == 0 { 0 } else { best_of(n) }).collect();
    let Some(cycle) = cycle(&heads) else { return heads };
    let outside: Vec<usize> = (0..size).filter(|n| !cycle.contains(n)).collect();
    let merged = outside.len();
    let inside: f64 = cycle.iter().map(|&n| scores.at(n, heads[n])).sum();
    // The cycle becomes one node; each arc into it breaks it where that costs least.
    let best_in = |candidates: &[usize], value: &dyn Fn(usize) -> f64| {
        candidates
            .iter()
            .copied()
            .fold(candidates[0], |best, n| if value(n) > value(best) { n } else { best })
    };
    let leaves: Vec<usize> = outside.iter().map(|&d| best_in(&cycle, &|c| scores.at(d, c))).collect();
    let enters: Vec<usize> =
        outside.iter().map(|&h| best_in(&cycle, &|c| scores.at(c, h) - scores.at(c, heads[c]))).collect();
    let small = Square::new(merged + 1, |d, h| match (d == merged, h == merged) {
        (true, true) => NEVER,
        (true, false) => inside + scores.at(enters[h], outside[h]) - scores.at(enters[h], heads[enters[h]]),
        (false, true) => {
            if d == 0 {
                NEVER
            } else {
                scores.at(outside[d], leaves[d])
            }
        }
        (false, false) => scores.at(outside[d], outside[h]),
    });
    let contracted = arborescence(&small);
    for (n, &node) in outside.iter().enumerate().skip(1) {
        heads[node] = if contracted[n] == merged { leaves[n] } else { outside[contracted[n]] };
    }
    let into = contracted[merged];
    heads[enters[into]] = outside[into];
    heads
}

/// A cycle of the head relation, if there is one.
fn cycle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut seen = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut path = Vec::new();
        let mut node = start;
        while node != 0 && seen[node] == 0 {
            seen[node] = start;
            path.push(node);
            node = heads[node];
        }
        if node != 0 && seen[node] == start {
            let from = path.iter().position(|&n| n == node).unwrap_or(0);
            return Some(path.split_off(from));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_tree(heads: &[usize]) -> bool {
        let roots = (1..heads.len()).filter(|&n| heads[n] == 0).count();
        roots == 1 && cycle(heads).is_none()
    }

    #[test]
    fn cycles_are_broken_where_it_costs_least() {
        // 1 and 2 prefer each other; 2 is nearer to the root.
        let table = [[0.0; 3], [-5.0, 0.0, -0.1], [-2.0, -0.1, 0.0]];
        assert_eq!(best_tree(&Square::new(3, |d, h| table[d][h])), [0, 2, 0]);
    }

    #[test]
    fn two_roots_become_one() {
        let table = [[0.0; 3], [-0.1, 0.0, -3.0], [-0.1, -1.0, 0.0]];
        assert_eq!(best_tree(&Square::new(3, |d, h| table[d][h])), [0, 0, 1]);
    }

    fn brute_force(scores: &Square) -> f64 {
        let words = scores.size - 1;
        let mut best = f64::NEG_INFINITY;
        for code in 0..scores.size.pow(words as u32) {
            let mut heads = vec![0];
            let mut left = code;
            for _ in 0..words {
                heads.push(left % scores.size);
                left /= scores.size;
            }
            if (1..heads.len()).all(|n| heads[n] != n) && is_tree(&heads) {
                best = best.max((1..heads.len()).map(|n| scores.at(n, heads[n])).sum());
            }
        }
        best
    }

    proptest! {
        #[test]
        fn the_tree_is_the_best_one(cells in proptest::collection::vec(-9.0f64..0.0, 25)) {
            let scores = Square::new(5, |d, h| cells[d * 5 + h]);
            let heads = best_tree(&scores);
            prop_assert!(is_tree(&heads));
            let total: f64 = (1..5).map(|n| scores.at(n, heads[n])).sum();
            // Among the greedy roots, as good as any tree whose root is one of them.
            prop_assert!(total <= brute_force(&scores) + 1e-9);
        }

        #[test]
        fn any_scores_give_a_tree(cells in proptest::collection::vec(-9.0f64..0.0, 144)) {
            prop_assert!(is_tree(&best_tree(&Square::new(12, |d, h| cells[d * 12 + h]))));
        }
    }
}
