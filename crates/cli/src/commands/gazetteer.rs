//! `ascribe gazetteer`: the places that are known, and more of them.

use super::reading::resources;
use crate::arguments::Common;
use crate::error::{CliError, Outcome};
use crate::home;
use crate::output::{print, tell};
use crate::table::render;
use ascribe_grounding::gazetteer::{Gazetteer, compile_file};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

/// List, look up or add places.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe gazetteer list
  ascribe gazetteer find 'Deir Ezzor'
  ascribe gazetteer add SY.txt
  ascribe gazetteer add boundaries.geojson")]
pub struct Options {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// What is known, and where from.
    List,
    /// Look a name up, in any usual transliteration.
    Find {
        /// The name.
        name: String,
    },
    /// Add a GeoNames dump (19 columns), a Who's On First table or GeoJSON boundaries, for all later runs.
    Add {
        /// The file; it is copied into the user's data folder.
        file: PathBuf,
    },
}

/// Runs the command.
pub fn run(options: &Options, common: &Common) -> Result<Outcome, CliError> {
    match &options.action {
        Action::List => list(common)?,
        Action::Find { name } => find(name, common)?,
        Action::Add { file } => add(file)?,
    }
    Ok(Outcome::Fine)
}

fn list(common: &Common) -> Result<(), CliError> {
    let resources = resources(common)?;
    let gazetteer = resources.gazetteer();
    let mut text = format!("{} names of places\n", gazetteer.len());
    gazetteer.attributions().for_each(|line| text.push_str(&format!("  {line}\n")));
    for file in home::gazetteers() {
        text.push_str(&format!("  added: {}\n", file.display()));
    }
    print(&text)
}

fn find(name: &str, common: &Common) -> Result<(), CliError> {
    let resources = resources(common)?;
    let rows: Vec<Vec<String>> = resources
        .gazetteer()
        .look_up(name)
        .iter()
        .take(20)
        .map(|c| {
            vec![
                c.name.to_owned(),
                c.kind.name().to_owned(),
                c.country.first().to_owned(),
                format!("{:.3}, {:.3}", c.lat, c.lon),
                format!("{:?}", c.near).to_lowercase(),
            ]
        })
        .collect();
    if rows.is_empty() {
        return print(&format!("no place is known by the name '{name}'\n"));
    }
    print(&render(&["place", "kind", "country", "latitude, longitude", "match"], rows))
}

/// Compiles a table once, so that later starts stay fast; boundaries are kept as they are.
fn add(file: &Path) -> Result<(), CliError> {
    let folder = home::folder()?.join("gazetteer");
    let named = |e: std::io::Error| CliError::Failed(format!("{}: {e}", folder.display()));
    let name = file.file_name().ok_or_else(|| CliError::Usage(format!("{} is no file", file.display())))?;
    std::fs::create_dir_all(&folder).map_err(named)?;
    let boundaries = file.extension().is_some_and(|e| e == "geojson" || e == "json");
    let (report, kept) = if boundaries {
        let report = Gazetteer::builtin().and_then(|mut g| g.add_file(file)).map_err(CliError::failed)?;
        std::fs::copy(file, folder.join(name)).map_err(named)?;
        (report, folder.join(name))
    } else {
        let kept = folder.join(name).with_extension("places");
        (compile_file(file, &kept).map_err(CliError::failed)?, kept)
    };
    tell(&format!(
        "{}: {} places added, {} rows left out; kept in {}",
        report.format,
        report.added,
        report.left_out,
        kept.display()
    ));
    Ok(())
}
