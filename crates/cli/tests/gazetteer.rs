//! `ascribe gazetteer install` from a server on this machine, and the next run that knows the place.

mod common;

use common::Place;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

/// A ZIP archive with one stored member.
fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(content);
    let (crc, size) = (sum.sum().to_le_bytes(), (content.len() as u32).to_le_bytes());
    let length = (name.len() as u16).to_le_bytes();
    let mut out = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0".to_vec();
    out.extend(crc.iter().chain(&size).chain(&size).chain(&length).chain(&[0, 0]));
    out.extend(name.bytes().chain(content.iter().copied()));
    let directory = out.len() as u32;
    out.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0");
    out.extend(crc.iter().chain(&size).chain(&size).chain(&length));
    out.extend([0; 16]);
    out.extend(name.bytes());
    let long = out.len() as u32 - directory;
    out.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    out.extend(long.to_le_bytes().iter().chain(&directory.to_le_bytes()).chain(&[0, 0]));
    out
}

/// Answers one request with the bytes; gives the address and the request line.
fn serve(bytes: Vec<u8>) -> (String, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let base = format!("http://{}", listener.local_addr().expect("bound"));
    let handle = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a request");
        let mut lines = BufReader::new(stream.try_clone().expect("a socket")).lines();
        let first = lines.next().expect("a line").expect("a line");
        while lines.next().is_some_and(|l| l.is_ok_and(|l| !l.is_empty())) {}
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
        stream.write_all(head.as_bytes()).expect("head");
        stream.write_all(&bytes).expect("body");
        first
    });
    (base, handle)
}

#[test]
fn an_installed_country_is_known_to_later_runs() {
    let place = Place::new();
    let name = "Qarzumbel";
    assert!(place.run(&["gazetteer", "find", name]).ended(0).out.contains("no place is known"));
    let row = format!(
        "99000001\t{name}\t{name}\t\t35.5\t36.5\tP\tPPL\tSY\t\t12\t\t\t\t4200\t\t310\tAsia/Damascus\t2020-01-01\n"
    );
    let (base, server) = serve(archive("SY.txt", row.as_bytes()));
    place.run(&["gazetteer", "install", "sy", "--from", &base]).ended(0).told("1 places added");
    assert!(server.join().expect("served").starts_with("GET /SY.zip "));
    let found = place.run(&["gazetteer", "find", name]).ended(0).out;
    assert!(found.contains("35.500, 36.500"), "{found}");
    assert!(place.run(&["gazetteer", "list"]).ended(0).out.contains("SY.places"));
    let left = std::fs::read_dir(place.path("home/download")).map_or(0, Iterator::count);
    assert_eq!(left, 0, "the dump is not kept beside what was compiled from it");
}

#[test]
fn a_server_that_is_not_there_is_named() {
    let place = Place::new();
    let closed = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("bound");
    let base = format!("http://{closed}");
    place.run(&["gazetteer", "install", "SY", "--from", &base]).ended(3).told(&base);
}
