//! Names as people write them into cells, and what they name.

use std::collections::HashMap;
use std::sync::LazyLock;

use outreach_plan::reference::{countries, fold};
use outreach_plan::{
    EventKind, Language, MarketId, MissionId, PartnerId, Plan, Region, Sector, Status, VenueId, Wording,
};

use crate::tongues::TONGUES;
use crate::words;

const LANGUAGES: [Language; 3] = [
    Language::English,
    Language::TraditionalChinese,
    Language::SimplifiedChinese,
];

/// Pieces of a list that may belong to one name with commas in it.
const LONGEST_NAME: usize = 6;

type Known<T> = LazyLock<HashMap<String, T>>;

static REGIONS: Known<Region> = LazyLock::new(|| {
    let more = [
        (
            Region::AsiaPacific,
            "apac|asia|asia pacific region|亞太|亚太|亞太地區|亚太地区",
        ),
        (Region::MiddleEast, "mena|gulf|中東地區|中东地区"),
        (Region::Europe, "eu|europe and uk|歐洲地區|欧洲地区"),
        (
            Region::NorthAmerica,
            "america|us and canada|usa and canada|北美|北美地區|北美地区",
        ),
        (
            Region::GbaJoint,
            "gba|gba joint|gba joint mission|greater bay area|大灣區|大湾区|粵港澳大灣區|粤港澳大湾区",
        ),
    ];
    known(Region::ALL, Region::key, words::region, &more)
});

static STATUSES: Known<Status> = LazyLock::new(|| {
    let more = [
        (
            Status::Tentative,
            "planned|provisional|to be confirmed|tbc|待定|暂定|擬定|拟定|計劃中|计划中",
        ),
        (
            Status::Confirmed,
            "firm|final|fixed|確認|确认|確定|确定|落實|落实",
        ),
        (Status::Held, "done|completed|finished|完成|已完成|舉行|举行"),
        (Status::Postponed, "deferred|延期|改期|押後"),
        (Status::Cancelled, "canceled|called off|取消"),
        (Status::Idea, "proposed|proposal|draft|建議|建议|草擬|草拟"),
    ];
    known(Status::ALL, Status::key, words::status, &more)
});

static KINDS: Known<EventKind> = LazyLock::new(|| {
    let more = [
        (
            EventKind::Seminar,
            "talk|briefing|information session|info session|講座|讲座|簡介會|简介会",
        ),
        (
            EventKind::JobFair,
            "career fair|careers fair|recruitment fair|招聘展|招聘會|就業博覽會|就业博览会",
        ),
        (
            EventKind::CampusTalk,
            "campus seminar|university talk|校園招聘|校园招聘|校園宣講會|宣讲会",
        ),
        (EventKind::Roundtable, "round table|座談會|座谈会|圓桌會|圆桌会"),
        (
            EventKind::Reception,
            "reception|cocktail|networking|networking event|酒會|酒会|交流會|交流会",
        ),
        (
            EventKind::ExhibitionBooth,
            "exhibition|booth|expo|展覽|展览|攤位|展位",
        ),
        (EventKind::InterviewDay, "interview|interviews|面試|面试"),
        (
            EventKind::MediaBriefing,
            "press conference|media|press briefing|記者會|记者会|新聞發布會|新闻发布会",
        ),
        (
            EventKind::Webinar,
            "online|online seminar|virtual|線上|线上|網上|网上",
        ),
        (
            EventKind::FamiliarisationVisit,
            "visit|familiarization visit|study tour|考察|考察團|考察团",
        ),
        (
            EventKind::CourtesyCall,
            "meeting|call|courtesy visit|拜訪|拜访|會面|会面",
        ),
    ];
    known(EventKind::ALL, EventKind::key, words::kind, &more)
});

static SECTORS: Known<Sector> = LazyLock::new(|| {
    let more = [
        (Sector::BusinessSupport, "business"),
        (
            Sector::CreativeIndustries,
            "creative|arts|arts and culture|創意產業|创意产业|藝術及文化",
        ),
        (
            Sector::DevelopmentConstruction,
            "construction|engineering|建造|建造業|工程",
        ),
        (
            Sector::EnvironmentalTechnology,
            "environment|green technology|環保|环保",
        ),
        (
            Sector::FinancialServices,
            "finance|financial|fintech|金融|金融業|金融业",
        ),
        (
            Sector::Healthcare,
            "health|medical|health care|醫療|医疗|醫療衞生",
        ),
        (
            Sector::InnovationTechnology,
            "i t|it|technology|innovation|i and t|創科|创科|科技|創新科技|创新科技",
        ),
        (Sector::LegalDisputeResolution, "legal|law|法律"),
        (
            Sector::AviationShipping,
            "aviation|shipping|maritime|logistics|航空|航運|航运",
        ),
    ];
    let all: [Sector; 9] = [
        Sector::BusinessSupport,
        Sector::CreativeIndustries,
        Sector::DevelopmentConstruction,
        Sector::EnvironmentalTechnology,
        Sector::FinancialServices,
        Sector::Healthcare,
        Sector::InnovationTechnology,
        Sector::LegalDisputeResolution,
        Sector::AviationShipping,
    ];
    let mut map = known(all, |_| "", words::sector, &more);
    for seed in outreach_plan::reference::sectors() {
        for name in [seed.name.en, seed.name.zh_hant, seed.name.zh_hans] {
            map.entry(fold(name)).or_insert(seed.sector);
        }
        map.entry(key_of(seed.sector)).or_insert(seed.sector);
    }
    map.remove("");
    map
});

/// Languages spoken at events, with their BCP 47 tags.
static TONGUES_BY_NAME: Known<&'static str> = LazyLock::new(|| {
    TONGUES
        .iter()
        .flat_map(|(tag, names, more)| {
            let names = names.iter().copied().chain(more.split('|'));
            names.map(move |name| (fold(name), *tag))
        })
        .collect()
});

/// The key under which a sector is stored, folded: its variant's name in small letters, words apart.
fn key_of(sector: Sector) -> String {
    let mut key = String::new();
    for c in format!("{sector:?}").chars() {
        if c.is_uppercase() && !key.is_empty() {
            key.push(' ');
        }
        key.extend(c.to_lowercase());
    }
    key
}

fn known<T: Copy, const N: usize>(
    all: [T; N],
    key: fn(T) -> &'static str,
    word: fn(T, Language) -> &'static str,
    more: &[(T, &str)],
) -> HashMap<String, T> {
    let mut map = HashMap::new();
    for value in all {
        map.insert(fold(key(value)), value);
        for language in LANGUAGES {
            map.insert(fold(word(value, language)), value);
        }
    }
    for (value, names) in more {
        for name in names.split('|') {
            map.entry(fold(name)).or_insert(*value);
        }
    }
    map
}

pub(super) fn region(text: &str) -> Option<Region> {
    REGIONS.get(&fold(text)).copied()
}

pub(super) fn status(text: &str) -> Option<Status> {
    STATUSES.get(&fold(text)).copied()
}

pub(super) fn kind(text: &str) -> Option<EventKind> {
    KINDS.get(&fold(text)).copied()
}

pub(super) fn sector(text: &str) -> Option<Sector> {
    SECTORS.get(&fold(text)).copied()
}

/// The BCP 47 tag of a language, by its name or as it stands.
pub(super) fn tongue(text: &str) -> Option<String> {
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
pub(super) struct Names {
    markets: HashMap<String, Vec<MarketId>>,
    missions: HashMap<String, Vec<MissionId>>,
    venues: HashMap<String, Vec<VenueId>>,
    hosts: HashMap<String, Vec<PartnerId>>,
}

impl Names {
    pub(super) fn of(plan: &Plan) -> Self {
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

    pub(super) fn markets(&self, text: &str) -> &[MarketId] {
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
pub(super) fn entries(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<String> {
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
