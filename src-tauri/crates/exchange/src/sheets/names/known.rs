//! Names of what the program itself knows: regions, kinds, states, sectors, languages.

use std::collections::HashMap;
use std::sync::LazyLock;

use outreach_plan::reference::fold;
use outreach_plan::{EventKind, Language, Region, Sector, Status};

use crate::tongues::TONGUES;

pub(super) type Known<T> = LazyLock<HashMap<String, T>>;

pub(super) static REGIONS: Known<Region> = LazyLock::new(|| {
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
            "大灣區聯合|大湾区联合|粵港澳大灣區聯合訪問|粤港澳大湾区联合访问|gba|gba joint|gba joint mission|greater bay area|大灣區|大湾区|粵港澳大灣區|粤港澳大湾区",
        ),
    ];
    known(
        Region::ALL,
        Region::key,
        |one, language| one.name().in_language(language),
        &more,
    )
});

pub(super) static STATUSES: Known<Status> = LazyLock::new(|| {
    let more = [
        (
            Status::Tentative,
            "planned|provisional|to be confirmed|tbc|待定|暂定|擬定|拟定|計劃中|计划中",
        ),
        (
            Status::Confirmed,
            "已確定|已确定|firm|final|fixed|確認|确认|確定|确定|落實|落实",
        ),
        (Status::Held, "done|completed|finished|完成|已完成|舉行|举行"),
        (Status::Postponed, "deferred|延期|改期|押後"),
        (Status::Cancelled, "canceled|called off|取消"),
        (Status::Idea, "proposed|proposal|draft|建議|建议|草擬|草拟"),
    ];
    known(
        Status::ALL,
        Status::key,
        |one, language| one.name().in_language(language),
        &more,
    )
});

pub(super) static KINDS: Known<EventKind> = LazyLock::new(|| {
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
            "校园宣讲|campus seminar|university talk|校園招聘|校园招聘|校園宣講會|宣讲会",
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
            "网络研讨会|online|online seminar|virtual|線上|线上|網上|网上",
        ),
        (
            EventKind::FamiliarisationVisit,
            "考察活動|考察活动|visit|familiarization visit|study tour|考察|考察團|考察团",
        ),
        (
            EventKind::CourtesyCall,
            "meeting|call|courtesy visit|拜訪|拜访|會面|会面",
        ),
    ];
    known(
        EventKind::ALL,
        EventKind::key,
        |one, language| one.name().in_language(language),
        &more,
    )
});

pub(super) static SECTORS: Known<Sector> = LazyLock::new(|| {
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
            "環境技術|环境技术|environment|green technology|環保|环保",
        ),
        (
            Sector::FinancialServices,
            "finance|financial|fintech|金融|金融業|金融业",
        ),
        (
            Sector::Healthcare,
            "醫療及健康護理|医疗及健康护理|health|medical|health care|醫療|医疗|醫療衞生",
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
    let mut map = known(
        Sector::ALL,
        |_| "",
        |one, language| one.name().in_language(language),
        &more,
    );
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
pub(super) static TONGUES_BY_NAME: Known<&'static str> = LazyLock::new(|| {
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
        for language in Language::ALL {
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::{kind, region, sector, status};

    #[test]
    fn every_word_of_the_window_is_known() {
        let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/words");
        let mut seen = 0;
        for language in ["en", "zh-Hant", "zh-Hans"] {
            let text = std::fs::read_to_string(words.join(language).join("field.ts")).unwrap();
            for line in text.lines() {
                let mut parts = line.trim().trim_end_matches(',').split('\'').skip(1).step_by(2);
                let (Some(key), Some(word)) = (parts.next(), parts.next()) else {
                    continue;
                };
                let known = match key.split('.').next() {
                    Some("region") => region(word).is_some(),
                    Some("status") => status(word).is_some(),
                    Some("kind") => kind(word).is_some(),
                    Some("sector") => sector(word).is_some(),
                    _ => continue,
                };
                assert!(known, "{language} {key}: {word}");
                seen += 1;
            }
        }
        assert!(seen >= 3 * 32, "{seen}");
    }
}
