//! Owns trees whose arcs do not cross. Two English sentences of a hundred have crossing arcs ("Reports came
//! today of a raid"), but seven of the best trees by single arcs. Where the best tree without crossings is
//! nearly as good, it is taken.

use super::tree::Square;

/// How much worse (log probability of the whole tree) a tree without crossings may be. Best of 0.5 to 5 on
/// the development sets.
const PRICE: f64 = 2.0;

/// The tree without crossing arcs, if it is nearly as good as `heads`; else `heads`.
pub fn prefer(scores: &Square, heads: Vec<usize>) -> Vec<usize> {
    if !crosses(&heads) {
        return heads;
    }
    let total = |heads: &[usize]| (1..heads.len()).map(|n| scores.at(n, heads[n])).sum::<f64>();
    let other = best(scores);
    if total(&heads) - total(&other) <= PRICE { other } else { heads }
}

/// True where an arc reaches into or out of the words between another word and its head.
fn crosses(heads: &[usize]) -> bool {
    (1..heads.len()).any(|n| {
        let (low, high) = (n.min(heads[n]), n.max(heads[n]));
        (low + 1..high).any(|inner| !(low..=high).contains(&heads[inner]))
    })
}

/// Spans of words from `i` to `j`: complete ones, whose head has all its words on that side, and joined
/// ones, whose ends are word and head. Index 0 of a pair: the head is on the right; 1: on the left.
struct Chart {
    words: usize,
    complete: [Vec<f64>; 2],
    joined: [Vec<f64>; 2],
    complete_split: [Vec<usize>; 2],
    joined_split: Vec<usize>,
}

/// Eisner's algorithm, with exactly one word on the root; node 0 is the root.
fn best(scores: &Square) -> Vec<usize> {
    let words = scores.size() - 1;
    let mut heads = vec![0; scores.size()];
    if words == 0 {
        return heads;
    }
    let chart = Chart::fill(scores, words);
    let value = |root: usize| {
        chart.complete[0][root] + chart.complete[1][chart.cell(root, words - 1)] + scores.at(root + 1, 0)
    };
    let root = (1..words).fold(0, |best, n| if value(n) > value(best) { n } else { best });
    chart.unwind(0, root, 0, &mut heads);
    chart.unwind(root, words - 1, 1, &mut heads);
    heads
}

impl Chart {
    fn cell(&self, i: usize, j: usize) -> usize {
        i * self.words + j
    }

    fn fill(scores: &Square, words: usize) -> Self {
        let empty = || vec![0.0; words * words];
        let mut chart = Self {
            words,
            complete: [empty(), empty()],
            joined: [empty(), empty()],
            complete_split: [vec![0; words * words], vec![0; words * words]],
            joined_split: vec![0; words * words],
        };
        for length in 1..words {
            for i in 0..words - length {
                chart.fill_span(scores, i, i + length);
            }
        }
        chart
    }

    fn fill_span(&mut self, scores: &Square, i: usize, j: usize) {
        let at = self.cell(i, j);
        let highest = |from: usize, to: usize, value: &dyn Fn(usize) -> f64| {
            let found = (from..to).fold(from, |best, m| if value(m) > value(best) { m } else { best });
            (found, value(found))
        };
        let (split, sum) =
            highest(i, j, &|m| self.complete[1][self.cell(i, m)] + self.complete[0][self.cell(m + 1, j)]);
        self.joined_split[at] = split;
        self.joined[0][at] = sum + scores.at(i + 1, j + 1);
        self.joined[1][at] = sum + scores.at(j + 1, i + 1);
        let (left, sum) =
            highest(i, j, &|m| self.complete[0][self.cell(i, m)] + self.joined[0][self.cell(m, j)]);
        (self.complete_split[0][at], self.complete[0][at]) = (left, sum);
        let (right, sum) =
            highest(i + 1, j + 1, &|m| self.joined[1][self.cell(i, m)] + self.complete[1][self.cell(m, j)]);
        (self.complete_split[1][at], self.complete[1][at]) = (right, sum);
    }

    /// Writes the heads of a complete span.
    fn unwind(&self, i: usize, j: usize, side: usize, heads: &mut [usize]) {
        let mut spans = vec![(i, j, side, true)];
        while let Some((i, j, side, complete)) = spans.pop() {
            if i == j {
                continue;
            }
            let at = self.cell(i, j);
            if complete {
                let split = self.complete_split[side][at];
                spans.extend([(i, split, side, side == 0), (split, j, side, side == 1)]);
            } else {
                let (word, head) = if side == 0 { (i, j) } else { (j, i) };
                heads[word + 1] = head + 1;
                let split = self.joined_split[at];
                spans.extend([(i, split, 1, true), (split + 1, j, 0, true)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_crossing_is_undone_where_that_costs_little() {
        // 1 Reports, 2 came, 3 today, 4 of: "of" hangs on "Reports" across "came".
        let scores = |across: f64| {
            Square::new(5, move |d, h| match (d, h) {
                (1, 2) | (3, 2) | (2, 0) => -0.1,
                (4, 1) => -0.1,
                (4, 2) => across,
                _ => -20.0,
            })
        };
        let crossing = vec![0, 2, 0, 2, 1];
        assert!(crosses(&crossing));
        assert_eq!(prefer(&scores(-1.0), crossing.clone()), [0, 2, 0, 2, 2]);
        assert_eq!(prefer(&scores(-9.0), crossing.clone()), crossing);
        assert_eq!(best(&Square::new(1, |_, _| 0.0)), [0]);
    }

    fn brute_force(scores: &Square) -> f64 {
        let size = scores.size();
        let mut found = f64::NEG_INFINITY;
        for code in 0..size.pow((size - 1) as u32) {
            let heads: Vec<usize> =
                (0..size).map(|n| if n == 0 { 0 } else { code / size.pow(n as u32 - 1) % size }).collect();
            let rooted = |n: usize| {
                let up = (0..size).fold(n, |at, _| heads[at]);
                up == 0 && heads[n] != n
            };
            let one_root = heads[1..].iter().filter(|h| **h == 0).count() == 1;
            if one_root && (1..size).all(rooted) && !crosses(&heads) {
                found = found.max((1..size).map(|n| scores.at(n, heads[n])).sum());
            }
        }
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn the_tree_is_the_best_without_crossings(cells in proptest::collection::vec(-9.0f64..0.0, 36)) {
            let scores = Square::new(6, |d, h| cells[d * 6 + h]);
            let heads = best(&scores);
            prop_assert!(!crosses(&heads));
            let total: f64 = (1..6).map(|n| scores.at(n, heads[n])).sum();
            prop_assert!((total - brute_force(&scores)).abs() < 1e-9);
        }
    }
}
