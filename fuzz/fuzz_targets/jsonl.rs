//! Fuzzes the reader of .jsonl files.
#![no_main]

mod sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sound::check("a.jsonl", bytes));
