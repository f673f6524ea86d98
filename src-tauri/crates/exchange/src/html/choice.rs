//! Choosing a region and a sector, by radio buttons and CSS.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Result as Written, Write as _};

use outreach_plan::{Language, Region, Sector};

use super::phrases::{Phrase, phrase};
use crate::Row;
use crate::words::{self, Word};

/// What there is to choose from: what some event has.
pub(super) struct Choice {
    regions: BTreeMap<Region, usize>,
    sectors: BTreeMap<Sector, usize>,
    /// Pairs that some event has.
    pairs: BTreeSet<(Region, Sector)>,
}

/// The class of what belongs to a region.
pub(super) fn region_class(region: Region) -> String {
    format!("r{}", region as u8)
}

/// The class of what is for a sector.
pub(super) fn sector_class(sector: Sector) -> String {
    format!("s{}", sector as u8)
}

/// All classes by which an event is chosen.
pub(super) fn classes(row: &Row<'_>) -> String {
    let mut classes = region_class(row.region);
    for sector in &row.event.sectors {
        classes.push(' ');
        classes.push_str(&sector_class(*sector));
    }
    classes
}

impl Choice {
    pub(super) fn of(rows: &[Row<'_>]) -> Self {
        let mut choice = Self {
            regions: BTreeMap::new(),
            sectors: BTreeMap::new(),
            pairs: BTreeSet::new(),
        };
        for row in rows {
            *choice.regions.entry(row.region).or_default() += 1;
            for sector in row.event.sectors.iter().collect::<BTreeSet<_>>() {
                *choice.sectors.entry(*sector).or_default() += 1;
                choice.pairs.insert((row.region, *sector));
            }
        }
        choice
    }

    /// The rules that hide what is not chosen: events, dots of the overview, then months and missions that are left
    /// without an event.
    pub(super) fn rules(&self, page: &mut String) -> Written {
        let regions: Vec<String> = self.regions.keys().map(|region| region_class(*region)).collect();
        let sectors: Vec<String> = self.sectors.keys().map(|sector| sector_class(*sector)).collect();
        for class in regions.iter().chain(&sectors) {
            writeln!(
                page,
                "body:has(#{class}:checked) .e:not(.{class}) {{ display: none; }} \
                 body:has(#{class}:checked) .dots i:not(.{class}) {{ opacity: .18; }}"
            )?;
        }
        for region in std::iter::once("").chain(regions.iter().map(String::as_str)) {
            for sector in std::iter::once("").chain(sectors.iter().map(String::as_str)) {
                if region.is_empty() && sector.is_empty() {
                    continue;
                }
                let chosen = |class: &str| match class {
                    "" => String::new(),
                    class => format!(":has(#{class}:checked)"),
                };
                let has = |class: &str| match class {
                    "" => String::new(),
                    class => format!(".{class}"),
                };
                writeln!(
                    page,
                    "body{}{} .g:not(:has(.e{}{})) {{ display: none; }}",
                    chosen(region),
                    chosen(sector),
                    has(region),
                    has(sector),
                )?;
            }
        }
        for region in self.regions.keys() {
            for sector in self
                .sectors
                .keys()
                .filter(|sector| !self.pairs.contains(&(*region, **sector)))
            {
                writeln!(
                    page,
                    "body:has(#{}:checked):has(#{}:checked) .none {{ display: block; }}",
                    region_class(*region),
                    sector_class(*sector)
                )?;
            }
        }
        Ok(())
    }

    /// The buttons. A form, so that its own reset shows all again.
    pub(super) fn form(&self, page: &mut String, all: usize, language: Language) -> Written {
        writeln!(
            page,
            "<form class=\"choice\" aria-label=\"{}\">",
            phrase(Phrase::Filter, language)
        )?;
        if self.regions.len() > 1 {
            let choices = self
                .regions
                .iter()
                .map(|(region, count)| (region_class(*region), region.name().in_language(language), *count));
            let names = (
                words::word(Word::Region, language),
                words::word(Word::AllRegions, language),
            );
            group(page, "regions", names, all, choices)?;
        }
        if !self.sectors.is_empty() {
            writeln!(
                page,
                "<label class=\"more\"><input type=\"checkbox\" id=\"more\"> {}</label>",
                phrase(Phrase::ChooseSector, language)
            )?;
            let choices = self
                .sectors
                .iter()
                .map(|(sector, count)| (sector_class(*sector), sector.name().in_language(language), *count));
            let names = (
                words::word(Word::Sectors, language),
                phrase(Phrase::AllSectors, language),
            );
            group(page, "sectors", names, all, choices)?;
        }
        writeln!(
            page,
            "<button type=\"reset\">{}</button>\n</form>",
            phrase(Phrase::Reset, language)
        )
    }
}

fn group(
    page: &mut String,
    name: &str,
    (legend, all_of_them): (&str, &str),
    all: usize,
    choices: impl Iterator<Item = (String, &'static str, usize)>,
) -> Written {
    writeln!(
        page,
        "<fieldset class=\"{name}\"><legend>{legend}</legend>\n\
         <label><input type=\"radio\" name=\"{name}\" checked> <span>{all_of_them}</span> <small>{all}</small></label>"
    )?;
    for (class, words, count) in choices {
        writeln!(
            page,
            "<label class=\"{class}\"><input type=\"radio\" name=\"{name}\" id=\"{class}\"> \
             <span>{words}</span> <small>{count}</small></label>"
        )?;
    }
    page.push_str("</fieldset>\n");
    Ok(())
}
