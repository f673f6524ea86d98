//! Names as people write them into cells, and what they name.

mod known;

use std::collections::HashMap;

use outreach_plan::reference::{countries, fold};
use outreach_plan::{
    EventKind, MarketId, MissionId, PartnerId, Plan, Region, Sector, Status, VenueId, Wording,
};

use known::{KINDS, REGIONS, SECTORS, STATUSES, TONGUES_BY_NAME};

/// Pieces of a list that may belong to one name with commas in it.
const LONGEST_NAME: usize = 6;

pub(super) fn region(text: &str) -> Option<Region> {
    REGIONS.get(&fold(text)).copied()
}

pub(super) fn status(text: &str) -> Option<Status> {
    STATUSES.get(&fold(text)).copied()
}

pub(super) fn kind(text: &str) -> Option<EventKind> {
    KINDS.get(&fold(text)).copied()
}

pub(crate) fn sector(text: &str) -> Option<Sector> {
    SECTORS.get(&fold(text)).copied()
}

/// The BCP 47 tag of a language, by its name or as it stands.
pub(crate) fn tongue(text: &str) -> Option<String> {
    if let Some(tag) = TONGUES_BY_NAME.get(&fold(text)) {
        return Some((*tag).to_owned());
    }
    let tag = text.trim();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let right = (2..=3).contains(&language.len())
        && tag.len() <= 35
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    right.then(|| tag.to_owned())
}

/// Yes or no as it is written into a cell.
pub(super) fn truth(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "是" | "有" | "全日" | "全天" | "all day" => Some(true),
        "no" | "n" | "false" | "0" | "否" | "非" | "無" | "无" => Some(false),
        _ if matches!(text.trim(), "✓" | "✔" | "√") => Some(true),
        _ => None,
    }
}

/// The names of a plan's own records.
pub(crate) struct Names {
    markets: HashMap<String, Vec<MarketId>>,
    missions: HashMap<String, Vec<MissionId>>,
    venues: HashMap<String, Vec<VenueId>>,
    hosts: HashMap<String, Vec<PartnerId>>,
}

impl Names {
    pub(crate) fn of(plan: &Plan) -> Self {
        let mut markets = named(plan.markets().values().map(|market| (market.id, &market.name)));
        for market in plan.markets().values() {
            let country = countries().iter().find(|country| country.code == market.country);
            let names = country.map(|country| [country.name.en, country.name.zh_hant, country.name.zh_hans]);
            let code = market.country.as_str();
            for name in names.into_iter().flatten().chain([code]) {
                let known = markets.entry(fold(name)).or_default();
                if !known.contains(&market.id) {
                    known.push(market.id);
                }
            }
        }
        Self {
            markets,
            missions: named(
                plan.missions()
                    .values()
                    .map(|mission| (mission.id, &mission.title)),
            ),
            venues: named(plan.venues().values().map(|venue| (venue.id, &venue.name))),
            hosts: named(
                plan.partners()
                    .values()
                    .map(|partner| (partner.id, &partner.name)),
            ),
        }
    }

    pub(crate) fn markets(&self, text: &str) -> &[MarketId] {
        found(&self.markets, text)
    }

    pub(super) fn missions(&self, text: &str) -> &[MissionId] {
        found(&self.missions, text)
    }

    pub(super) fn venues(&self, text: &str) -> &[VenueId] {
        found(&self.venues, text)
    }

    pub(super) fn hosts(&self, text: &str) -> &[PartnerId] {
        found(&self.hosts, text)
    }
}

fn found<'m, T>(map: &'m HashMap<String, Vec<T>>, text: &str) -> &'m [T] {
    map.get(&fold(text)).map_or(&[], Vec::as_slice)
}

fn named<'n, T: Copy + PartialEq + 'n>(
    records: impl Iterator<Item = (T, &'n Wording)>,
) -> HashMap<String, Vec<T>> {
    let mut map: HashMap<String, Vec<T>> = HashMap::new();
    for (id, wording) in records {
        for name in [&wording.en, &wording.zh_hant, &wording.zh_hans] {
            let name = fold(name);
            if name.is_empty() {
                continue;
            }
            let known = map.entry(name).or_default();
            if !known.contains(&id) {
                known.push(id);
            }
        }
    }
    map
}

/// The entries of a list in a cell. `is_known` says of a text whether it names something: a name with commas in
/// it (`Creative industries, arts and culture`) is taken whole where that names something and its parts do not.
pub(crate) fn entries(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
    if is_known(text) {
        return vec![text.trim().to_owned()];
    }
    let mut entries = Vec::new();
    for line in text.split(['\n', ';', '；', '|']) {
        // Where each piece begins and ends, so that several can be taken together as they stand.
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        let mut begin = 0;
        for (at, comma) in line.match_indices([',', '，', '、']) {
            pieces.push((begin, at));
            begin = at + comma.len();
        }
        pieces.push((begin, line.len()));
        let mut at = 0;
        while at < pieces.len() {
            let longest = (at..pieces.len().min(at + LONGEST_NAME))
                .rev()
                .find(|last| is_known(&line[pieces[at].0..pieces[*last].1]))
                .unwrap_or(at);
            entries.push(line[pieces[at].0..pieces[longest].1].trim().to_owned());
            at = longest + 1;
        }
    }
    entries.retain(|entry| !entry.is_empty());
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_language_keys_and_common_other_words_are_known() {
        assert_eq!(region("asia_pacific"), Some(Region::AsiaPacific));
        assert_eq!(region("亚太区"), Some(Region::AsiaPacific));
        assert_eq!(region("Asia-Pacific "), Some(Region::AsiaPacific));
        assert_eq!(status("已確認"), Some(Status::Confirmed));
        assert_eq!(status("CANCELED"), Some(Status::Cancelled));
        assert_eq!(kind("job_fair"), Some(EventKind::JobFair));
        assert_eq!(kind("Networking reception"), Some(EventKind::Reception));
        assert_eq!(
            sector("innovation_technology"),
            Some(Sector::InnovationTechnology)
        );
        assert_eq!(sector("創新及科技"), Some(Sector::InnovationTechnology));
        assert_eq!(tongue("Cantonese").as_deref(), Some("yue"));
        assert_eq!(tongue("zh-Hant").as_deref(), Some("zh-Hant"));
        assert_eq!(tongue("Klingon"), None);
        assert_eq!(region("Atlantis"), None);
    }

    #[test]
    fn a_list_is_cut_at_its_commas_but_not_within_a_name() {
        let known = |text: &str| sector(text).is_some();
        assert_eq!(
            entries("Creative industries, arts and culture, Healthcare", known),
            ["Creative industries, arts and culture", "Healthcare"]
        );
        assert_eq!(
            entries("金融服務、創意產業、藝術及文化、創新及科技", known),
            ["金融服務", "創意產業、藝術及文化", "創新及科技"]
        );
        assert_eq!(entries("a, b\nc;;", |_| false), ["a", "b", "c"]);
    }
}
