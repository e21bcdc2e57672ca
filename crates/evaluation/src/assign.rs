//! The pairing of rows and columns with the highest sum (Hungarian method, shortest augmenting paths).

/// Pairs of a score matrix as (row, column). Ties fall as in the codebook's scorer, which visits columns
/// in order and keeps the first minimum.
pub fn assign(score: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let rows = score.len();
    let columns = score.first().map_or(0, Vec::len);
    if rows == 0 || columns == 0 {
        return vec![];
    }
    let size = rows.max(columns);
    let cost = |i: usize, j: usize| if i < rows && j < columns { -score[i][j] } else { 0.0 };
    // Index 0 is a virtual row and column; `row_of[j]` is the row matched to column j.
    let mut row_potential = vec![0.0; size + 1];
    let mut column_potential = vec![0.0; size + 1];
    let mut row_of = vec![0usize; size + 1];
    for row in 1..=size {
        row_of[0] = row;
        let previous = shortest_path(size, &cost, &mut row_potential, &mut column_potential, &row_of);
        let mut column = previous.1;
        while column != 0 {
            let before = previous.0[column];
            row_of[column] = row_of[before];
            column = before;
        }
    }
    (1..=size)
        .filter(|&j| row_of[j] >= 1 && row_of[j] <= rows && j <= columns)
        .map(|j| (row_of[j] - 1, j - 1))
        .collect()
}

/// Grows a tree of alternating paths from column 0 until a free column is reached; returns each column's
/// predecessor and the free column.
fn shortest_path(
    size: usize,
    cost: &impl Fn(usize, usize) -> f64,
    row_potential: &mut [f64],
    column_potential: &mut [f64],
    row_of: &[usize],
) -> (Vec<usize>, usize) {
    let mut previous = vec![0usize; size + 1];
    let mut slack = vec![f64::INFINITY; size + 1];
    let mut used = vec![false; size + 1];
    let mut at = 0;
    loop {
        used[at] = true;
        let row = row_of[at];
        let (mut delta, mut next) = (f64::INFINITY, 0);
        for column in 1..=size {
            if used[column] {
                continue;
            }
            let reduced = cost(row - 1, column - 1) - row_potential[row] - column_potential[column];
            if reduced < slack[column] {
                slack[column] = reduced;
                previous[column] = at;
            }
            if slack[column] < delta {
                delta = slack[column];
                next = column;
            }
        }
        for column in 0..=size {
            if used[column] {
                row_potential[row_of[column]] += delta;
                column_potential[column] -= delta;
            } else {
                slack[column] -= delta;
            }
        }
        at = next;
        if row_of[at] == 0 {
            return (previous, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn highest_sum_wins_over_greedy() {
        let pairs = assign(&[vec![0.9, 0.8], vec![0.8, 0.1]]);
        assert_eq!(pairs, vec![(1, 0), (0, 1)]);
    }

    #[test]
    fn more_columns_than_rows() {
        assert_eq!(assign(&[vec![0.1, 0.2, 0.9]]), vec![(0, 2)]);
        assert_eq!(assign(&[]), vec![]);
    }
}
