//! Fuzzes the reader of .html files.
#![no_main]

mod sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sound::check("a.html", bytes));
