//! Keys that differ from a given one by one letter.

use fst::raw::{CompiledAddr, Fst, Output};

/// The values of all keys at edit distance 1 whose first letter is right. The first letter is hardly
/// ever the one that is mistyped, and holding it fixed keeps the walk to microseconds.
pub(super) fn one_letter_off<D: AsRef<[u8]>>(map: &fst::Map<D>, key: &[u8]) -> Vec<u64> {
    let fst = map.as_fst();
    let mut walk = Walk { fst, key, found: Vec::new() };
    let root = fst.root();
    if let Some(&first) = key.first()
        && let Some(i) = root.find_input(first)
    {
        let step = root.transition(i);
        walk.exact(step.addr, root_output(step.out), 1);
    }
    walk.found.sort_unstable();
    walk.found.dedup();
    walk.found
}

fn root_output(out: Output) -> u64 {
    out.value()
}

struct Walk<'a, D> {
    fst: &'a Fst<D>,
    key: &'a [u8],
    found: Vec<u64>,
}

impl<D: AsRef<[u8]>> Walk<'_, D> {
    /// Follows the key as it is and tries the one edit at every letter on the way.
    fn exact(&mut self, mut at: CompiledAddr, mut sum: u64, mut position: usize) {
        loop {
            let node = self.fst.node(at);
            for step in node.transitions() {
                let out = sum + step.out.value();
                if self.key.get(position) != Some(&step.inp) {
                    // A letter replaced, a letter too few in the key.
                    if position < self.key.len() {
                        self.rest(step.addr, out, position + 1);
                    }
                    self.rest(step.addr, out, position);
                }
            }
            let Some(&letter) = self.key.get(position) else { return };
            // A letter too many in the key.
            self.rest(at, sum, position + 1);
            let Some(i) = node.find_input(letter) else { return };
            let step = node.transition(i);
            (at, sum, position) = (step.addr, sum + step.out.value(), position + 1);
        }
    }

    /// The rest of the key from here, without further edits.
    fn rest(&mut self, mut at: CompiledAddr, mut sum: u64, position: usize) {
        for &letter in self.key.get(position..).unwrap_or(&[]) {
            let node = self.fst.node(at);
            let Some(i) = node.find_input(letter) else { return };
            let step = node.transition(i);
            (at, sum) = (step.addr, sum + step.out.value());
        }
        let node = self.fst.node(at);
        if node.is_final() {
            self.found.push(sum + node.final_output().value());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn distance(a: &[u8], b: &[u8]) -> usize {
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.iter().enumerate() {
            let mut corner = row[0];
            row[0] = i + 1;
            for (j, y) in b.iter().enumerate() {
                let best = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
                corner = row[j + 1];
                row[j + 1] = best;
            }
        }
        row[b.len()]
    }

    proptest! {
        #[test]
        fn finds_what_a_full_comparison_finds(
            mut keys in prop::collection::btree_set("x[abc]{0,5}", 1..40),
            key in "x[abc]{1,5}",
        ) {
            keys.remove(&key);
            let map = fst::Map::from_iter(keys.iter().enumerate().map(|(i, k)| (k, i as u64))).expect("sorted");
            let expected: Vec<u64> = keys.iter().enumerate()
                .filter(|(_, k)| distance(k.as_bytes(), key.as_bytes()) == 1)
                .map(|(i, _)| i as u64)
                .collect();
            prop_assert_eq!(one_letter_off(&map, key.as_bytes()), expected);
        }
    }
}
