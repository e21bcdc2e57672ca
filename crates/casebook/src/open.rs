//! Opening a casebook: what is refused, how it is set up, how an older one is brought up to date.

use crate::{Casebook, CasebookError};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::{fs::File, io::Read, path::Path, time::Duration};

/// `ASCR`: marks an SQLite file as ours, in its header.
const APPLICATION_ID: i32 = 0x4153_4352;

/// The steps from an empty file to the newest layout; step `i` leads to version `i + 1`. A step that
/// was released is never edited.
const MIGRATIONS: &[&str] = &[
    include_str!("../sql/001_casebook.sql"),
    include_str!("../sql/002_linking.sql"),
    include_str!("../sql/003_voices.sql"),
    include_str!("../sql/004_order.sql"),
    include_str!("../sql/005_sources.sql"),
    include_str!("../sql/006_neighbours.sql"),
];

/// The layout this program writes.
pub const CASEBOOK_VERSION: u32 = MIGRATIONS.len() as u32;

/// How long to wait for another writer. One report is one short transaction, so only a very long
/// queue or a stopped program reaches it.
const BUSY: Duration = Duration::from_secs(60);

/// Memory for pages of the file, in KiB: linking comes back to the same pages of its indexes again and again.
const CACHE: i64 = 64 * 1024;

/// Statements that are kept ready; filing and linking a report uses some eighty. Of rusqlite's own 16 each would be
/// read anew for every report.
const STATEMENTS: usize = 200;

impl Casebook {
    /// Opens the casebook at `path`, making it where there is none and bringing an older one up to
    /// date. Refuses a file that is not a casebook, or of a later version, and leaves it untouched.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, CasebookError> {
        let path = path.as_ref();
        refuse_foreign_file(path)?;
        let fail = |e| CasebookError::from_sqlite(path, e);
        let mut connection = Connection::open(path).map_err(fail)?;
        connection.busy_timeout(BUSY).map_err(fail)?;
        refuse_foreign_database(&connection, path)?;
        use_write_ahead_log(&connection, path)?;
        connection.execute_batch("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;").map_err(fail)?;
        connection.pragma_update(None, "cache_size", -CACHE).map_err(fail)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        migrate(&mut connection, path)?;
        Ok(Self { connection, path: path.to_owned() })
    }

    /// Opens a casebook that must be there, for questions only. Works on read-only media too.
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Self, CasebookError> {
        let path = path.as_ref();
        if !path.exists() {
            return Err(CasebookError::Missing { path: path.to_owned() });
        }
        refuse_foreign_file(path)?;
        let connection = connect_read_only(path).map_err(|e| CasebookError::from_sqlite(path, e))?;
        refuse_foreign_database(&connection, path)?;
        match version(&connection).map_err(|e| CasebookError::from_sqlite(path, e))? {
            CASEBOOK_VERSION => Ok(Self { connection, path: path.to_owned() }),
            // An older layout (or an empty file) must be brought up to date first, which is a write.
            _ => {
                drop(connection);
                Self::open(path)
            }
        }
    }

    /// Lets the file grow to this many pages of 4096 bytes and no further, for this connection: what
    /// a full disk does.
    pub fn limit_size(&self, pages: u32) -> Result<(), CasebookError> {
        self.connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .map_err(|e| self.fail(e))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A read-only connection. A log of pending writes cannot be set up on read-only media, where
/// nobody writes either: there the file is read as it stands.
fn connect_read_only(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let readable = |connection: Connection| {
        connection.busy_timeout(BUSY)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    };
    Connection::open_with_flags(path, flags).and_then(readable).or_else(|first| {
        let on_read_only_media = matches!(
            first.sqlite_error_code(),
            Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly)
        );
        if !on_read_only_media {
            return Err(first);
        }
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let address = format!("file:{}?immutable=1", percent_encoded(&absolute.to_string_lossy()));
        Connection::open_with_flags(address, flags | OpenFlags::SQLITE_OPEN_URI).and_then(readable)
    })
}

fn percent_encoded(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

/// SQLite itself only notices on the first query, with a message no newcomer understands.
fn refuse_foreign_file(path: &Path) -> Result<(), CasebookError> {
    if path.is_dir() {
        let reason = "it is a folder".to_owned();
        return Err(CasebookError::CannotOpen { path: path.to_owned(), reason });
    }
    let Ok(file) = File::open(path) else { return Ok(()) };
    let mut head = Vec::new();
    let read = file.take(16).read_to_end(&mut head);
    match read {
        Ok(0) => Ok(()),
        Ok(_) if head == b"SQLite format 3\0" => Ok(()),
        Ok(_) => Err(CasebookError::NotSqlite { path: path.to_owned() }),
        Err(e) => Err(CasebookError::CannotOpen { path: path.to_owned(), reason: e.to_string() }),
    }
}

fn refuse_foreign_database(connection: &Connection, path: &Path) -> Result<(), CasebookError> {
    let fail = |e| CasebookError::from_sqlite(path, e);
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0)).map_err(fail)?;
    let application: i32 =
        connection.pragma_query_value(None, "application_id", |r| r.get(0)).map_err(fail)?;
    if tables > 0 && application != APPLICATION_ID {
        return Err(CasebookError::NotACasebook { path: path.to_owned() });
    }
    let found = version(connection).map_err(fail)?;
    if found > CASEBOOK_VERSION {
        return Err(CasebookError::Newer { path: path.to_owned(), found, known: CASEBOOK_VERSION });
    }
    Ok(())
}

fn version(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_value(None, "user_version", |r| r.get(0))
}

/// Readers and a writer do not wait for each other under a write-ahead log. Changing to it needs the
/// file for oneself, and SQLite does not wait for that by itself.
fn use_write_ahead_log(connection: &Connection, path: &Path) -> Result<(), CasebookError> {
    let started = std::time::Instant::now();
    loop {
        let answer = connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()));
        match answer.map_err(|e| CasebookError::from_sqlite(path, e)) {
            Err(CasebookError::Busy { .. }) if started.elapsed() < BUSY => {
                std::thread::sleep(Duration::from_millis(5));
            }
            other => return other,
        }
    }
}

fn migrate(connection: &mut Connection, path: &Path) -> Result<(), CasebookError> {
    let fail = |e| CasebookError::from_sqlite(path, e);
    if version(connection).map_err(fail)? == CASEBOOK_VERSION {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fail)?;
    // Another program may have done it while this one waited.
    let found = version(&transaction).map_err(fail)? as usize;
    for step in MIGRATIONS.iter().skip(found) {
        transaction.execute_batch(step).map_err(fail)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(fail)?;
    transaction.pragma_update(None, "user_version", CASEBOOK_VERSION).map_err(fail)?;
    transaction.commit().map_err(fail)
}
