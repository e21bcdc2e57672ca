//! Work spread over threads, results in the order of the input: the number of threads never shows.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;

/// Applies `work` to every item on `workers` threads and hands the results to `sink` in input order.
/// `items` is drawn lazily, a few ahead of the workers, so that input of any length fits in memory.
pub fn in_order<I, T, R>(items: I, workers: usize, work: impl Fn(T) -> R + Sync, mut sink: impl FnMut(R))
where
    I: Iterator<Item = T> + Send,
    T: Send,
    R: Send,
{
    let source = Mutex::new(items.enumerate());
    let (sender, receiver) = sync_channel::<(usize, R)>(workers.max(1) * 4);
    std::thread::scope(|scope| {
        for _ in 0..workers.max(1) {
            let sender = sender.clone();
            let (source, work) = (&source, &work);
            scope.spawn(move || {
                loop {
                    let next = source.lock().unwrap_or_else(|e| e.into_inner()).next();
                    let Some((at, item)) = next else { break };
                    if sender.send((at, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let (mut waiting, mut due) = (BTreeMap::new(), 0);
        for (at, result) in receiver {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&due) {
                sink(result);
                due += 1;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_does_not_depend_on_threads() {
        let run = |workers| {
            let mut out = vec![];
            in_order(0..200u32, workers, |n| n.wrapping_mul(2_654_435_761) >> 7, |r| out.push(r));
            out
        };
        assert_eq!(run(1), run(7));
        assert_eq!(run(3).len(), 200);
    }
}
