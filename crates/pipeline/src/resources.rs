//! Everything that is loaded before the first report: the language model, the gazetteer, the data files.

use ascribe_claims::{AttributionLists, ExampleFailure, ModalityLists, Weighing, check_rule_examples};
use ascribe_codebook::{DataError, DataFiles, RuleSet};
use ascribe_grounding::GroundingError;
use ascribe_grounding::actors::ActorDictionary;
use ascribe_grounding::gazetteer::Gazetteer;
use ascribe_language::{LanguageError, LanguageModel};
use std::path::Path;

/// Model, gazetteer, rules and lists; shared by all threads.
pub struct Resources {
    pub(crate) language: LanguageModel,
    pub(crate) gazetteer: Gazetteer,
    pub(crate) actors: ActorDictionary,
    pub(crate) rules: RuleSet,
    pub(crate) attribution: AttributionLists,
    pub(crate) modality: ModalityLists,
    pub(crate) weighing: Weighing,
    codebook_version: String,
}

/// Why the resources could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ResourceError {
    /// Data files with mistakes; every one is listed.
    #[error("{}", lines(.0))]
    Data(Vec<DataError>),
    /// The language model.
    #[error("the language model cannot be loaded: {0}")]
    Language(#[from] LanguageError),
    /// The gazetteer.
    #[error("the gazetteer cannot be loaded: {0}")]
    Gazetteer(#[from] GroundingError),
}

fn lines(errors: &[DataError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl Resources {
    /// What the program was built with.
    ///
    /// # Errors
    /// Never for an unchanged program; kept for builds with damaged data.
    pub fn builtin() -> Result<Self, ResourceError> {
        Self::load(&DataFiles::builtin(), &[])
    }

    /// The built-in files with a folder of the user's laid over them, and further gazetteer files.
    ///
    /// # Errors
    /// All mistakes in the data files, each with file and line.
    pub fn with(overlay: Option<&Path>, gazetteers: &[&Path]) -> Result<Self, ResourceError> {
        let mut data = DataFiles::builtin();
        if let Some(folder) = overlay {
            data.overlay(folder).map_err(|e| ResourceError::Data(vec![e]))?;
        }
        Self::load(&data, gazetteers)
    }

    fn load(data: &DataFiles, gazetteers: &[&Path]) -> Result<Self, ResourceError> {
        // The model takes longest; the rest loads beside it.
        let (language, rest) = std::thread::scope(|scope| {
            let language = scope.spawn(LanguageModel::builtin);
            let rest = Self::load_lists(data, gazetteers);
            (language.join(), rest)
        });
        let language = language.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        let (gazetteer, actors, rules, attribution, modality, weighing) = rest?;
        let codebook_version = data.version();
        Ok(Self { language, gazetteer, actors, rules, attribution, modality, weighing, codebook_version })
    }

    #[allow(clippy::type_complexity)]
    fn load_lists(
        data: &DataFiles,
        gazetteers: &[&Path],
    ) -> Result<(Gazetteer, ActorDictionary, RuleSet, AttributionLists, ModalityLists, Weighing), ResourceError>
    {
        let mut gazetteer = Gazetteer::builtin()?;
        for file in gazetteers {
            gazetteer.add_file(file)?;
        }
        let actors = ActorDictionary::load(data).map_err(ResourceError::Data)?;
        let rules = RuleSet::load(data).map_err(ResourceError::Data)?;
        let attribution = AttributionLists::load(data).map_err(ResourceError::Data)?;
        let modality = ModalityLists::load(data).map_err(ResourceError::Data)?;
        let weighing = Weighing::load(data).map_err(ResourceError::Data)?;
        Ok((gazetteer, actors, rules, attribution, modality, weighing))
    }

    /// The version of the data: 12 hex digits of a hash over all data files.
    pub fn codebook_version(&self) -> &str {
        &self.codebook_version
    }

    /// The rules, for listing and explaining.
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The weights of signs, for explaining.
    pub fn weighing(&self) -> &Weighing {
        &self.weighing
    }

    /// Runs the rules' own examples; how many there are, and those that do not do what their rule says.
    pub fn check_examples(&self) -> (usize, Vec<ExampleFailure>) {
        check_rule_examples(&self.rules, &self.language)
    }

    /// The gazetteer, for listing and look-ups.
    pub fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
}
