//! Speed and memory of name look-ups: `lookups [NAMES]`.
//!
//! Looks up the names of the curated tables as they are (exact), transliterated otherwise (tolerant) and with one
//! letter changed (misspelt), with the built-in gazetteer and then with a layer of NAMES made-up names added
//! (2,000,000 unless told). Prints the time of one look-up on one thread, and the memory held.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_grounding::gazetteer::{Compiler, Entry, Gazetteer, skeleton};
use std::time::Instant;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let wanted: usize = std::env::args().nth(1).map_or(Ok(2_000_000), |n| n.parse())?;
    let begun = Instant::now();
    let mut gazetteer = Gazetteer::builtin()?;
    println!("built-in: {} places, opened in {:.0?}", gazetteer.len(), begun.elapsed());
    let names: Vec<String> = gazetteer.curated().places().iter().map(|p| p.name.clone()).collect();
    measure("built-in", &gazetteer, &names);
    let file = std::env::temp_dir().join(format!("ascribe-lookups-{}.places", std::process::id()));
    std::fs::write(&file, layer(wanted)?)?;
    let added = gazetteer.add_file(&file);
    std::fs::remove_file(&file)?;
    println!("added: {}", added?.added);
    let made_up: Vec<String> = (0..wanted).step_by(wanted / 4000 + 1).map(made_up).collect();
    measure("with the layer, curated names", &gazetteer, &names);
    measure("with the layer, its names", &gazetteer, &made_up);
    Ok(())
}

fn layer(names: usize) -> Result<Vec<u8>, Failure> {
    let mut compiler = Compiler::default();
    for n in 0..names {
        compiler.add(&Entry {
            id: n as u64,
            name: made_up(n),
            lat: (n % 160) as f64 - 80.0,
            lon: (n % 340) as f64 - 170.0,
            country: "SY".to_owned(),
            population: (n % 5000) as u64,
            ..Entry::default()
        });
    }
    Ok(compiler.finish("made-up names")?)
}

/// A name of syllables that no other number has.
fn made_up(n: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "du", "kar", "mi", "nor", "sa", "tel", "vu", "zar", "hin", "lom", "per", "qa", "rud", "shi",
        "tan", "wel", "yar", "gol", "fen",
    ];
    let mut rest = n.wrapping_mul(7_654_321) % 64_000_000;
    let mut name = String::new();
    for _ in 0..6 {
        name.push_str(SYLLABLES[rest % 20]);
        rest /= 20;
    }
    let first = name.remove(0).to_ascii_uppercase();
    format!("{first}{name}")
}

fn measure(what: &str, gazetteer: &Gazetteer, names: &[String]) {
    let respelt: Vec<String> = names.iter().map(|n| respelt(n)).filter(|n| n.len() > 5).collect();
    let misspelt: Vec<String> = names.iter().filter(|n| n.len() > 7).map(|n| misspelt(n)).collect();
    let folded: Vec<String> = names.iter().map(|n| skeleton::fold(n)).collect();
    let time = |list: &[String], look_up: &dyn Fn(&str) -> usize| {
        let rounds = (200_000 / list.len().max(1)).max(1);
        let begun = Instant::now();
        let mut found = 0;
        for _ in 0..rounds {
            found += list.iter().map(|n| look_up(n)).sum::<usize>();
        }
        let each = begun.elapsed().as_secs_f64() * 1e6 / (rounds * list.len().max(1)) as f64;
        (each, found as f64 / (rounds * list.len().max(1)) as f64)
    };
    let all = |name: &str| gazetteer.look_up(name).len();
    let (known, _) = time(&folded, &|name| usize::from(gazetteer.knows(name)));
    let (exact, places) = time(names, &all);
    let (tolerant, _) = time(&respelt, &all);
    let (off, _) = time(&misspelt, &|name| gazetteer.look_up_misspelt(name).len());
    println!(
        "{what}: known or not {known:.2} µs, exact {exact:.2} µs ({places:.1} places), other spelling {tolerant:.2} µs, one letter off {off:.1} µs; memory {} MB",
        memory()
    );
}

/// "Khan" → "Han", "ou" → "u": another writer's habits.
fn respelt(name: &str) -> String {
    name.replace("kh", "h").replace("ou", "u").replace('q', "k").replace("ee", "i").replace("iyah", "iya")
}

fn misspelt(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = letters.len() / 2;
    letters[at] = if letters[at] == 'm' { 'r' } else { 'm' };
    letters.into_iter().collect()
}

/// Resident memory in MB, where the system tells it.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).unwrap_or("0 kB");
    line.trim().split(' ').next().and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) / 1024
}
