//! Claims of a text on real trees, with all built-in data; without places.

use ascribe_claims::{
    AttributionLists, Attributions, Known, ModalityLists, Weighing, assemble, find_mentions,
};
use ascribe_codebook::{DataFiles, RuleSet};
use ascribe_grounding::actors::{ActorDictionary, ground_actors};
use ascribe_grounding::counts::ground_counts;
use ascribe_grounding::times::ground_times;
use ascribe_language::LanguageModel;
use ascribe_model::{Claim, Grounding, Passage, PassageKind, Report, Span};
use std::sync::OnceLock;

struct Loaded {
    model: LanguageModel,
    rules: RuleSet,
    actors: ActorDictionary,
    attribution: AttributionLists,
    modality: ModalityLists,
    weighing: Weighing,
}

fn loaded() -> &'static Loaded {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    LOADED.get_or_init(|| {
        let data = DataFiles::builtin();
        Loaded {
            model: LanguageModel::builtin().expect("the model in the binary"),
            rules: RuleSet::load(&data).expect("built-in rules"),
            actors: ActorDictionary::load(&data).expect("built-in actors"),
            attribution: AttributionLists::load(&data).expect("built-in lists"),
            modality: ModalityLists::load(&data).expect("built-in lists"),
            weighing: Weighing::load(&data).expect("built-in lists"),
        }
    })
}

/// The claims of a text.
pub fn claims(text: &str) -> Vec<Claim> {
    let it = loaded();
    let span = Span::new(0, text.len());
    let body = Passage { kind: PassageKind::Body, span, author: None };
    let report = Report { text: text.to_owned(), passages: vec![body], ..Report::default() };
    let analysis = it.model.analyse(&report);
    let grounding = Grounding {
        actors: ground_actors(&report, &analysis, &it.actors),
        times: ground_times(&report, &analysis),
        counts: ground_counts(&analysis),
        ..Grounding::default()
    };
    let attributions = Attributions::find(&report, &analysis, &grounding, &it.attribution);
    let occurrences = find_mentions(&report, &analysis, &grounding, &it.rules);
    assemble(&Known {
        report: &report,
        analysis: &analysis,
        grounding: &grounding,
        attributions: &attributions,
        attribution_lists: &it.attribution,
        modality: &it.modality,
        weighing: &it.weighing,
        occurrences: &occurrences,
    })
}
