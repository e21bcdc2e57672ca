//! The intermediate results of one report, for `explain`, evaluation and tests.

use crate::Resources;
use ascribe_claims::{Attributions, Candidate, Known, Occurrence, candidates, find_mentions, keep};
use ascribe_grounding::actors::{ground_actors, source_side};
use ascribe_grounding::counts::ground_counts;
use ascribe_grounding::places::{ground_places, home_country, is_region_by_name};
use ascribe_grounding::times::ground_times;
use ascribe_model::{Analysis, Claim, Grounding, Report};

/// What each stage said of one report; byte spans.
pub struct Steps {
    /// Trees, names, chains.
    pub analysis: Analysis,
    /// Actors, places, times, counts.
    pub grounding: Grounding,
    /// Who tells what.
    pub attributions: Attributions,
    /// What the rules found.
    pub occurrences: Vec<Occurrence>,
    /// What may be a claim, with the signs that it is weighed by.
    pub candidates: Vec<Candidate>,
    /// Those that weigh enough.
    pub claims: Vec<Claim>,
}

impl Resources {
    /// Runs every stage on one report. One in capitals is read in mixed case; its claims quote it as it is printed.
    pub fn steps(&self, report: &Report) -> Steps {
        let Some(mixed) = self.language.in_mixed_case(report) else {
            return self.steps_from(report, self.language.analyse(report));
        };
        let mut steps = self.steps_from(&mixed, self.language.analyse(&mixed));
        for claim in &mut steps.claims {
            report.words(claim.span).clone_into(&mut claim.quote);
            report.words(claim.trigger_span).clone_into(&mut claim.trigger);
        }
        steps
    }

    /// Runs the stages after the language model.
    pub fn steps_from(&self, report: &Report, analysis: Analysis) -> Steps {
        let grounding = self.ground(report, &analysis);
        let mut attributions = Attributions::find(report, &analysis, &grounding, &self.attribution);
        attributions.fill_sides(|name| source_side(name, &self.actors));
        let occurrences = find_mentions(report, &analysis, &grounding, &self.rules);
        let candidates = candidates(&Known {
            report,
            analysis: &analysis,
            grounding: &grounding,
            attributions: &attributions,
            attribution_lists: &self.attribution,
            modality: &self.modality,
            weighing: &self.weighing,
            occurrences: &occurrences,
        });
        let claims = keep(&report.id, &candidates, &self.weighing);
        Steps { analysis, grounding, attributions, occurrences, candidates, claims }
    }

    fn ground(&self, report: &Report, analysis: &Analysis) -> Grounding {
        let mut actors = ground_actors(report, analysis, &self.actors);
        // "Rebels attacked the Department of Salt": a region is nobody.
        actors.retain(|a| !is_region_by_name(report.words(a.span), &self.gazetteer));
        let taken: Vec<_> = actors.iter().filter(|a| a.named).map(|a| (a.sentence, a.tokens)).collect();
        let places = ground_places(report, analysis, &self.gazetteer, &taken);
        let home = home_country(report, &self.gazetteer);
        let (times, counts) = (ground_times(report, analysis), ground_counts(analysis));
        Grounding { actors, places, home, times, counts }
    }
}
