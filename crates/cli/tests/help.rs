//! Help, manual, completions and the handbook agree on the commands.

mod common;

use common::{Place, root};

/// The commands as the program's own help lists them.
fn commands(place: &Place) -> Vec<String> {
    let help = place.run(&["--help"]).ended(0).out;
    let list = help.split("Commands:").nth(1).expect("a list").split("\n\n").next().expect("its end");
    // Indented further is what an explanation goes on with.
    let names = list.lines().filter_map(|l| l.strip_prefix("  ").filter(|l| !l.starts_with(' ')));
    let names = names.filter_map(|l| l.split_whitespace().next()).filter(|n| *n != "help");
    names.map(str::to_owned).collect()
}

#[test]
fn every_command_shows_an_example_and_stands_in_the_handbook() {
    let place = Place::new();
    let commands = commands(&place);
    assert!(commands.len() >= 15, "{commands:?}");
    let handbook = std::fs::read_to_string(root("docs/cli.md")).expect("docs/cli.md");
    for command in &commands {
        let help = place.run(&[command, "--help"]).ended(0).out;
        assert!(help.contains("Example"), "no example in:\n{help}");
        assert!(help.contains(&format!("ascribe {command}")), "{help}");
        assert!(
            handbook.contains(&format!("\n### `ascribe {command}`")),
            "docs/cli.md says nothing of {command}"
        );
    }
}

#[test]
fn manual_and_completions() {
    let place = Place::new();
    let manual = place.run(&["manual"]).ended(0).out;
    assert!(manual.contains(".TH ascribe"), "{manual}");
    assert!(place.run(&["manual", "extract"]).ended(0).out.contains("Examples"));
    place.run(&["manual", "frobnicate"]).ended(2).told("frobnicate");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = place.run(&["completions", shell]).ended(0).out;
        for command in commands(&place) {
            assert!(text.contains(&command), "{shell} does not know {command}");
        }
    }
}
