//! Draws the conventions of shapes as an SVG map: `shape_map OUT.svg`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_grounding::gazetteer::Gazetteer;
use ascribe_grounding::places::{place_with, query_with, resolve_names};
use ascribe_model::{Passage, PassageKind, Report, Shape, Span};

/// Words before a name, the name, a colour.
const SAMPLES: &[(&str, &str, &str)] = &[
    ("in", "Homs province", "#bbbbbb"),
    ("northern", "Hama", "#4477aa"),
    ("in southern", "Idlib province", "#66ccee"),
    ("near", "Palmyra", "#228833"),
    ("30 km east of", "Palmyra", "#228833"),
    ("southwest of", "al-Mayadin", "#aa3377"),
    ("along the", "Palmyra-Sukhnah road", "#ee6677"),
    ("between", "Sukhnah and Deir Ezzor", "#ee6677"),
    ("in the", "Tabqa-Rusafa-Raqqa triangle", "#ccbb44"),
    ("eastern bank of the", "Euphrates", "#4477aa"),
    ("in the countryside of", "Manbij", "#228833"),
    ("in", "Damascus", "#000000"),
];

const WEST: f64 = 35.0;
const NORTH: f64 = 38.0;
const SCALE: f64 = 130.0;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args().nth(1).ok_or("usage: shape_map OUT.svg")?;
    let gazetteer = Gazetteer::builtin()?;
    let text = "Syria: a map of shapes".to_owned();
    let passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    let report = Report { text, passages, ..Report::default() };
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1050 800\" font-family=\"sans-serif\" font-size=\"11\"><rect width=\"1050\" height=\"800\" fill=\"#fff\"/>\n",
    );
    for (words, name, colour) in SAMPLES {
        let query = query_with(name, 0, words, Vec::new(), &gazetteer);
        let resolved = resolve_names(&report, &[query], &gazetteer);
        let Some(placed) = resolved[0].as_ref().and_then(|r| place_with(r, words, &gazetteer)) else {
            println!("not resolved: {words} {name}");
            continue;
        };
        svg.push_str(&drawn(&placed.shape, colour));
        let (x, y) = screen(placed.lat, placed.lon);
        svg.push_str(&format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"{colour}\"/><text x=\"{:.1}\" y=\"{y:.1}\">{words} {name}</text>\n", x + 5.0));
    }
    svg.push_str("</svg>\n");
    std::fs::write(out, svg)?;
    Ok(())
}

fn screen(lat: f64, lon: f64) -> (f64, f64) {
    ((lon - WEST) * SCALE * 0.82, (NORTH - lat) * SCALE)
}

fn drawn(shape: &Shape, colour: &str) -> String {
    let points = |path: &[[f64; 2]]| {
        path.iter()
            .map(|p| screen(p[1], p[0]))
            .map(|(x, y)| format!("{x:.1},{y:.1}"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    match shape {
        Shape::Point { lat, lon, radius_km } => {
            let (x, y) = screen(*lat, *lon);
            format!(
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\" fill=\"{colour}\" fill-opacity=\"0.25\" stroke=\"{colour}\"/>\n",
                radius_km / 111.2 * SCALE
            )
        }
        Shape::Line { path, radius_km } => format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-opacity=\"0.4\" stroke-width=\"{:.1}\"/>\n",
            points(path),
            2.0 * radius_km / 111.2 * SCALE
        ),
        Shape::Area { rings, .. } => rings
            .iter()
            .map(|r| {
                format!(
                    "<polygon points=\"{}\" fill=\"{colour}\" fill-opacity=\"0.25\" stroke=\"{colour}\"/>\n",
                    points(r)
                )
            })
            .collect(),
    }
}
