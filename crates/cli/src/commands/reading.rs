//! What the commands that read reports share: the resources, and reports streamed from paths.

use crate::arguments::Common;
use crate::error::CliError;
use crate::home;
use ascribe_model::{Report, SetAside};
use ascribe_pipeline::Resources;
use ascribe_reading::{collect_paths, note_future_date, read_path};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};

/// Loads model, rules, lists and gazetteers.
pub fn resources(common: &Common) -> Result<Resources, CliError> {
    let mut files: Vec<PathBuf> = home::gazetteers();
    files.extend(common.gazetteer.iter().cloned());
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    Resources::with(common.data.as_deref(), &files).map_err(CliError::failed)
}

/// Reports from files, folders and standard input, read on a thread of their own a few ahead of the use.
pub struct Inputs {
    receiver: Option<Receiver<Report>>,
    set_aside: Arc<Mutex<Vec<SetAside>>>,
}

impl Inputs {
    /// Starts reading.
    pub fn open(paths: &[PathBuf]) -> Self {
        let set_aside = Arc::new(Mutex::new(vec![]));
        let (sender, receiver) = sync_channel(16);
        let (paths, aside) = (paths.to_vec(), Arc::clone(&set_aside));
        std::thread::spawn(move || Producer { sender, set_aside: aside }.run(&paths));
        Self { receiver: Some(receiver), set_aside }
    }

    /// The reports, in the order of the sorted paths. Can be taken once.
    pub fn reports(&mut self) -> impl Iterator<Item = Report> + Send + 'static {
        self.receiver.take().into_iter().flatten()
    }

    /// What could not be read, after all reports were taken.
    pub fn set_aside(&self) -> Vec<SetAside> {
        self.set_aside.lock().unwrap_or_else(|e| e.into_inner()).clone()
    }
}

struct Producer {
    sender: SyncSender<Report>,
    set_aside: Arc<Mutex<Vec<SetAside>>>,
}

impl Producer {
    fn run(&self, paths: &[PathBuf]) {
        let (files, aside) = collect_paths(paths);
        aside.into_iter().for_each(|item| self.aside(item));
        for file in files {
            if !self.file(&file) {
                return;
            }
        }
    }

    /// False once nobody takes reports any more.
    fn file(&self, path: &Path) -> bool {
        let mut open = true;
        read_path(path, &mut |read| match read {
            Ok(report) => open = open && self.send(report),
            Err(item) => self.aside(item),
        });
        open
    }

    fn send(&self, mut report: Report) -> bool {
        note_future_date(&mut report, jiff::Zoned::now().date());
        self.sender.send(report).is_ok()
    }

    fn aside(&self, item: SetAside) {
        self.set_aside.lock().unwrap_or_else(|e| e.into_inner()).push(item);
    }
}
