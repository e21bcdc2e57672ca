//! What can go wrong on the command line, and how it is told: one message, with its remedy, on standard
//! error.

use std::process::ExitCode;

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything was used.
    Fine,
    /// Some input was set aside, each told on standard error.
    SomeSetAside,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::SomeSetAside => ExitCode::from(1),
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The arguments make no sense together.
    #[error("{0}")]
    Usage(String),
    /// Anything below: the message names the file and the remedy.
    #[error("{0}")]
    Failed(String),
    /// The reader of our output went away (`ascribe claims | head`): no error.
    #[error("output closed")]
    OutputClosed,
}

impl CliError {
    /// Wraps any error of a lower crate.
    pub fn failed(error: impl std::fmt::Display) -> Self {
        CliError::Failed(error.to_string())
    }

    /// Prints the message and gives the exit code.
    #[allow(clippy::print_stderr)]
    pub fn report(&self) -> ExitCode {
        match self {
            CliError::OutputClosed => ExitCode::SUCCESS,
            CliError::Usage(message) => {
                eprintln!("ascribe: {message}\nTry 'ascribe --help'.");
                ExitCode::from(2)
            }
            CliError::Failed(message) => {
                eprintln!("ascribe: {message}");
                ExitCode::from(3)
            }
        }
    }
}

impl From<std::io::Error> for CliError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => CliError::OutputClosed,
            _ => CliError::failed(error),
        }
    }
}

impl From<serde_json::Error> for CliError {
    fn from(error: serde_json::Error) -> Self {
        match error.io_error_kind() {
            Some(std::io::ErrorKind::BrokenPipe) => CliError::OutputClosed,
            _ => CliError::failed(error),
        }
    }
}
