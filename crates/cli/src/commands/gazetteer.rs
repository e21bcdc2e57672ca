//! `ascribe gazetteer`: the places that are known, and more of them.

use super::reading::resources;
use crate::arguments::Common;
use crate::error::{CliError, Outcome};
use crate::home;
use crate::output::{print, tell};
use crate::progress;
use crate::table::render;
use ascribe_grounding::gazetteer::{AddReport, GEONAMES, Gazetteer, compile_file, download};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

/// List, look up or add places.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe gazetteer list
  ascribe gazetteer find 'Deir Ezzor'
  ascribe gazetteer install SY
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
    /// Fetch every place of a country from GeoNames (CC BY 4.0) and add it; the only command that uses the
    /// network. An interrupted download is gone on with.
    Install {
        /// Two-letter country code (`SY`).
        #[arg(value_name = "CC")]
        country: String,
        /// Address of a mirror: the folder that holds `CC.zip`.
        #[arg(long, value_name = "URL", default_value = GEONAMES, hide = true)]
        from: String,
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
        Action::Install { country, from } => install(country, from)?,
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
    added(&report, &kept);
    Ok(())
}

/// Fetches a country's dump, compiles it for later runs and drops the dump.
fn install(country: &str, from: &str) -> Result<(), CliError> {
    let code = country.to_ascii_uppercase();
    if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(CliError::Usage(format!("'{country}' is no two-letter country code, such as SY")));
    }
    let home = home::folder()?;
    let bar = progress::bar(None, "bytes");
    let dump = download(from, &code, &home.join("download"), |have, total| {
        if let Some(total) = total {
            bar.set_length(total);
        }
        bar.set_position(have);
    });
    bar.finish_and_clear();
    let dump = dump.map_err(CliError::failed)?;
    let folder = home.join("gazetteer");
    let named = |e: std::io::Error| CliError::Failed(format!("{}: {e}", folder.display()));
    std::fs::create_dir_all(&folder).map_err(named)?;
    let kept = folder.join(format!("{code}.places"));
    let report = compile_file(&dump, &kept).map_err(CliError::failed)?;
    std::fs::remove_file(&dump).map_err(named)?;
    added(&report, &kept);
    Ok(())
}

fn added(report: &AddReport, kept: &Path) {
    tell(&format!(
        "{}: {} places added, {} rows left out; kept in {}",
        report.format,
        report.added,
        report.left_out,
        kept.display()
    ));
}
