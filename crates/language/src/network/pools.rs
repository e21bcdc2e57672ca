//! Owns the threads the network runs on: one a running analysis, lent and taken back.

use rten::ThreadPool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Pools of one thread each. A pool shared by all callers would run their batches one after another, and a pool of
/// many threads would split one batch among them, so each caller gets a thread of its own for the time of a batch.
#[derive(Default)]
pub struct Pools {
    idle: Mutex<Vec<Arc<ThreadPool>>>,
}

impl Pools {
    /// Does `work` with a pool that nobody else has. There are never more pools than were at work at once.
    pub fn lend<R>(&self, work: impl FnOnce(&Arc<ThreadPool>) -> R) -> R {
        let taken = self.idle().pop();
        let pool = taken.unwrap_or_else(|| Arc::new(ThreadPool::with_num_threads(1)));
        let done = work(&pool);
        self.idle().push(pool);
        done
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Arc<ThreadPool>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callers_at_once_have_pools_of_their_own_and_a_later_one_has_theirs() {
        let pools = Pools::default();
        pools.lend(|first| pools.lend(|second| assert!(!Arc::ptr_eq(first, second))));
        pools.lend(|_| assert_eq!(pools.idle().len(), 1));
        assert_eq!(pools.idle().len(), 2);
    }
}
