//! Files that a user adds to the gazetteer.

use super::compile::Compiler;
use super::import::{boundaries, geonames, whosonfirst};
use super::index::{Index, MAGIC};
use super::{Gazetteer, skeleton};
use crate::GroundingError;
use std::borrow::Cow;
use std::path::Path;

/// What the attribution of a compiled table begins with.
const WHOS_ON_FIRST: &str = "Who's On First table";

/// What came of adding a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddReport {
    /// Format that was recognised.
    pub format: &'static str,
    /// Places that can now be found.
    pub added: usize,
    /// Rows left out: features that reports do not name, and rows without name or coordinates.
    pub left_out: usize,
}

impl Gazetteer {
    /// Adds a file: a GeoNames dump, a Who's On First table, GeoJSON boundaries, or a compiled layer
    /// (`.places`, see [`compile_file`]). Its format is told by its content.
    pub fn add_file(&mut self, path: &Path) -> Result<AddReport, GroundingError> {
        let bytes =
            std::fs::read(path).map_err(|source| GroundingError::File { path: path.into(), source })?;
        if bytes.starts_with(MAGIC) {
            let index = Index::open(Cow::Owned(bytes))?;
            let added = index.len();
            let scheme = if index.attribution().starts_with(WHOS_ON_FIRST) { "wof" } else { "geonames" };
            self.add_layer(scheme, index);
            return Ok(AddReport { format: "compiled", added, left_out: 0 });
        }
        let text = String::from_utf8_lossy(&bytes);
        if text.trim_start().starts_with('{') {
            return self.add_boundaries(path, &text);
        }
        let compiled = compile_text(path, &text)?;
        self.add_layer(compiled.scheme, Index::open(Cow::Owned(compiled.bytes))?);
        Ok(compiled.report)
    }

    fn add_boundaries(&mut self, path: &Path, text: &str) -> Result<AddReport, GroundingError> {
        let wrong = |reason| GroundingError::Format { path: path.into(), reason };
        let areas = boundaries::areas(text).map_err(wrong)?;
        let report =
            AddReport { format: "GeoJSON boundaries", added: areas.found.len(), left_out: areas.left_out };
        for area in areas.found {
            self.curated.insert(area.place, &area.aliases.join("|"));
        }
        Ok(report)
    }
}

struct Compiled {
    scheme: &'static str,
    bytes: Vec<u8>,
    report: AddReport,
}

/// Compiles a GeoNames dump or a Who's On First table once, so that later starts need not.
pub fn compile_file(path: &Path, out: &Path) -> Result<AddReport, GroundingError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |source| GroundingError::File { path, source }
    };
    let bytes = std::fs::read(path).map_err(failed(path))?;
    let compiled = compile_text(path, &String::from_utf8_lossy(&bytes))?;
    std::fs::write(out, &compiled.bytes).map_err(failed(out))?;
    Ok(compiled.report)
}

fn compile_text(path: &Path, text: &str) -> Result<Compiled, GroundingError> {
    let country = country_of_file(path);
    let (format, scheme, entries): (_, _, Box<dyn Iterator<Item = _>>) = if geonames::recognises(text) {
        ("GeoNames dump", "geonames", Box::new(geonames::entries(text)))
    } else if whosonfirst::recognises(text) {
        let Some(country) = &country else {
            let reason =
                "a Who's On First table must be named after its country, as in wof_sy.tsv".to_owned();
            return Err(GroundingError::Format { path: path.into(), reason });
        };
        (WHOS_ON_FIRST, "wof", Box::new(whosonfirst::entries(text, country)))
    } else {
        let reason =
            "neither a GeoNames dump (19 columns), nor a Who's On First table, nor GeoJSON".to_owned();
        return Err(GroundingError::Format { path: path.into(), reason });
    };
    let mut compiler = Compiler::default();
    let added = entries.filter(|entry| compiler.add(entry)).count();
    let bytes = compiler.finish(&format!("{format}, {}", path.display()))?;
    let left_out = text.lines().count().saturating_sub(added);
    Ok(Compiled { scheme, bytes, report: AddReport { format, added, left_out } })
}

/// `wof_sy.tsv` holds places of SY.
fn country_of_file(path: &Path) -> Option<String> {
    let stem = skeleton::fold(&path.file_stem()?.to_string_lossy().replace('_', " "));
    let last = stem.rsplit(' ').next()?;
    (last.len() == 2).then(|| last.to_ascii_uppercase())
}
