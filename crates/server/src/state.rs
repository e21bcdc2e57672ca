//! Connections to the casebook: each question runs on one, on a thread that may block.

use crate::error::ApiError;
use ascribe_casebook::{Casebook, CasebookError, Named, Names};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

/// Connections that wait for the next question.
#[derive(Clone)]
pub(crate) struct Casebooks {
    path: Arc<PathBuf>,
    idle: Arc<Mutex<Vec<Casebook>>>,
    names: Names,
}

/// More than this many are closed again after a burst of questions.
const KEPT: usize = 8;

impl Casebooks {
    pub(crate) fn new(first: Casebook, names: Names) -> Self {
        Self { path: Arc::new(first.path().to_owned()), idle: Arc::new(Mutex::new(vec![first])), names }
    }

    /// Asks one question, off the threads that serve the network.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Casebook) -> Result<T, CasebookError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let casebooks = self.clone();
        let answer = tokio::task::spawn_blocking(move || {
            let casebook = casebooks.take()?;
            let answer = question(&casebook);
            casebooks.give_back(casebook);
            answer
        });
        answer.await.map_err(|_| ApiError::stopped())?.map_err(ApiError::from)
    }

    /// Asks one question whose answer holds names, and shows those that are to be shown.
    pub(crate) async fn ask_naming<T: Named + Send + 'static>(
        &self,
        question: impl FnOnce(&Casebook) -> Result<T, CasebookError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let names = self.names;
        self.ask(move |book| question(book)?.naming(names, book)).await
    }

    fn take(&self) -> Result<Casebook, CasebookError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| Casebook::open_read_only(self.path.as_path()), Ok)
    }

    fn give_back(&self, casebook: Casebook) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(casebook);
        }
    }
}
