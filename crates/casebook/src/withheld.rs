//! Leaving names of private people out of answers: victims and bystanders are counted, not named.

use crate::{
    Casebook, CasebookError, EventFile, Hit, Page, ReportHead, SourceRow, StoredClaim, StoredReport,
};
use ascribe_events::Withheld;
use ascribe_model::Event;

/// Whose names are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Names {
    /// Office holders, commanders and people who act for an organisation.
    #[default]
    Public,
    /// Everybody's.
    All,
}

/// An answer that may hold names.
pub trait Named: Sized {
    /// Covers the names of private people in it.
    fn cover(&mut self, casebook: &Casebook) -> Result<(), CasebookError>;

    /// The answer with the names that are to be shown.
    fn naming(mut self, names: Names, casebook: &Casebook) -> Result<Self, CasebookError> {
        if names == Names::Public {
            self.cover(casebook)?;
        }
        Ok(self)
    }
}

impl<T: Named> Named for Page<T> {
    fn cover(&mut self, casebook: &Casebook) -> Result<(), CasebookError> {
        self.items.iter_mut().try_for_each(|item| item.cover(casebook))
    }
}

impl<T: Named> Named for Vec<T> {
    fn cover(&mut self, casebook: &Casebook) -> Result<(), CasebookError> {
        self.iter_mut().try_for_each(|item| item.cover(casebook))
    }
}

impl Named for StoredClaim {
    fn cover(&mut self, _: &Casebook) -> Result<(), CasebookError> {
        let withheld = Withheld::of([&self.claim]);
        withheld.claim(&mut self.claim);
        self.report_title.iter_mut().for_each(|title| withheld.cover(title));
        Ok(())
    }
}

impl Named for Event {
    fn cover(&mut self, casebook: &Casebook) -> Result<(), CasebookError> {
        // Sources are the only names in a record besides its title, which never names private people. Most
        // have no name of two words, and need no look at the claims.
        let large =
            |source: &str| source.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
        if event_sources(self).any(|source| large(source) >= 2) {
            let claims = casebook.stored_claims_of_event(&self.id)?;
            Withheld::of(claims.iter().map(|c| &c.claim)).event(self);
        }
        Ok(())
    }
}

fn event_sources(event: &Event) -> impl Iterator<Item = &str> {
    let figures = event.figures.iter().flat_map(|f| &f.values).map(|value| value.source.as_str());
    let carriers = event.independent.iter().flat_map(|o| &o.carried_by).map(|c| c.because.as_str());
    figures.chain(event.independent.iter().map(|o| o.name.as_str())).chain(carriers)
}

impl Named for EventFile {
    fn cover(&mut self, _: &Casebook) -> Result<(), CasebookError> {
        let withheld = Withheld::of(self.records.iter().map(|c| &c.claim));
        if withheld.is_empty() {
            return Ok(());
        }
        withheld.event(&mut self.event);
        withheld.detail(&mut self.detail);
        for record in &mut self.records {
            withheld.claim(&mut record.claim);
            record.report_title.iter_mut().for_each(|title| withheld.cover(title));
        }
        Ok(())
    }
}

impl Named for StoredReport {
    fn cover(&mut self, _: &Casebook) -> Result<(), CasebookError> {
        let withheld = Withheld::of(self.claims.iter().map(|c| &c.claim));
        withheld.cover(&mut self.text);
        self.head.title.iter_mut().for_each(|title| withheld.cover(title));
        for claim in &mut self.claims {
            withheld.claim(&mut claim.claim);
            claim.report_title.iter_mut().for_each(|title| withheld.cover(title));
        }
        Ok(())
    }
}

impl Named for Hit {
    fn cover(&mut self, casebook: &Casebook) -> Result<(), CasebookError> {
        let claims = casebook.claims_of(&self.report)?;
        let withheld = Withheld::of(&claims);
        self.title.iter_mut().for_each(|title| withheld.cover(title));
        self.snippet.iter_mut().for_each(|run| withheld.cover(&mut run.text));
        Ok(())
    }
}

impl Named for ReportHead {
    fn cover(&mut self, casebook: &Casebook) -> Result<(), CasebookError> {
        if let Some(title) = &mut self.title {
            Withheld::of(&casebook.claims_of(&self.id)?).cover(title);
        }
        Ok(())
    }
}

impl Named for SourceRow {
    fn cover(&mut self, casebook: &Casebook) -> Result<(), CasebookError> {
        if ascribe_events::is_personal(&self.name) {
            Withheld::of(&casebook.claims_of_source(&self.name)?).cover(&mut self.name);
        }
        Ok(())
    }
}
