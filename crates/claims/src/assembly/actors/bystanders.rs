//! Names that name no party: anybody, bystanders, and machines that do what their owners do.

/// Names that stand for anybody: they say how many were harmed, not which party was.
const ANYBODY: [&str; 20] = [
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "people",
    "person",
    "persons",
    "others",
    "other",
    "man",
    "men",
    "woman",
    "women",
    "dead",
    "wounded",
    "injured",
    "victims",
    "bodies",
    "casualties",
    "individuals",
];

/// True for names such as "people" and "others".
pub fn is_anybody(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name).to_lowercase();
    ANYBODY.contains(&last.as_str())
}

/// "People", "civilians": hurt where it struck, whoever they were.
pub(super) fn is_bystander(name: &str) -> bool {
    is_anybody(name)
        || matches!(name.to_lowercase().as_str(), "civilian" | "civilians" | "residents" | "children")
}

/// Aircraft and guns that do what their owners do, named by nothing else: "the jets", "artillery".
pub fn is_machine(name: &str) -> bool {
    const MACHINES: [&str; 12] = [
        "jets",
        "warplanes",
        "planes",
        "aircraft",
        "helicopters",
        "gunships",
        "drones",
        "bombers",
        "artillery",
        "tanks",
        "jet",
        "helicopter",
    ];
    MACHINES.contains(&name.to_lowercase().as_str())
}
