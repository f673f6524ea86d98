//! The words of paper in the office's three languages.
//!
//! Files that other rooms write have words of their own: rooms that write for recipients do not know each other,
//! and a heading of a table is not a heading of a page. What regions, kinds and states are called is the plan's.

use outreach_plan::Language;

pub(crate) fn pick(language: Language, words: [&'static str; 3]) -> &'static str {
    match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $hant:literal, $hans:literal;)*) => {
        /// A heading or a fixed word.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Word { $($(#[$doc])* $name),* }

        /// A heading or a fixed word in `language`.
        pub(crate) fn word(word: Word, language: Language) -> &'static str {
            pick(language, match word { $(Word::$name => [$en, $hant, $hans]),* })
        }

        #[cfg(test)]
        const ALL: &[Word] = &[$(Word::$name),*];
    };
}

words! {
    Address: "Address", "地址", "地址";
    AllDay: "all day", "全日", "全天";
    Arrive: "Arrive in", "抵達", "抵达";
    AtAGlance: "At a glance", "概覽", "概览";
    Budget: "Budget", "預算", "预算";
    Capacity: "Capacity", "名額", "名额";
    Checks: "Checks", "檢查", "检查";
    City: "City", "城市", "城市";
    Continued: "continued", "續", "续";
    Day: "Day", "第", "第";
    Depart: "Leave", "離開", "离开";
    Done: "Done", "完成", "完成";
    Estimated: "date estimated", "日期為估算", "日期为估算";
    Event: "Event", "活動", "活动";
    EventSheet: "Event sheet", "活動資料", "活动资料";
    Events: "Events", "活動", "活动";
    EventsOf: "List of events", "活動一覽", "活动一览";
    FreeDay: "Nothing planned", "暫無安排", "暂无安排";
    Guests: "guests", "人", "人";
    HongKong: "Hong Kong", "香港", "香港";
    HongKongTime: "Hong Kong time", "香港時間", "香港时间";
    Hosts: "Hosts", "主辦機構", "主办机构";
    Item: "Item", "項目", "项目";
    Itinerary: "Itinerary", "逐日行程", "逐日行程";
    Languages: "Languages", "語言", "语言";
    Lead: "Head of delegation", "團長", "团长";
    Legend: "Key", "圖例", "图例";
    Local: "Local time", "當地時間", "当地时间";
    Lodging: "Lodging", "住宿", "住宿";
    Markets: "Markets", "市場", "市场";
    Mission: "Mission", "訪問團", "访问团";
    MissionBooklet: "Mission booklet", "訪問團手冊", "访问团手册";
    Missions: "missions", "個訪問團", "个访问团";
    Name: "Name", "姓名", "姓名";
    NoEvents: "No events in this selection.", "此選取範圍沒有活動。", "此选取范围没有活动。";
    NoRunSheet: "No order of the day has been written yet.", "尚未編寫流程。", "尚未编写流程。";
    Notes: "Notes", "備註", "备注";
    NothingFound: "The checks found nothing.", "檢查沒有發現問題。", "检查没有发现问题。";
    NothingPlanned: "No missions or events.", "沒有訪問團或活動。", "没有访问团或活动。";
    Office: "Hong Kong Talent Engage", "香港人才服務辦公室", "香港人才服务办公室";
    Offices: "Offices that help", "協助的辦事處", "协助的办事处";
    Organisation: "Organisation", "機構", "机构";
    Partners: "Partners", "合作機構", "合作机构";
    People: "Team and contacts", "團隊及聯絡", "团队及联络";
    Place: "Place", "地點", "地点";
    Post: "Post", "職位", "职位";
    PrintedAt: "Written", "編製時間", "编制时间";
    Programme: "Outreach programme", "外展計劃", "外展计划";
    ResponsibleFor: "Responsible for", "負責", "负责";
    Restricted: "[RESTRICTED]", "[RESTRICTED] 限閱文件", "[RESTRICTED] 限阅文件";
    Role: "Role", "角色", "角色";
    RulesRelease: "time zone rules", "時區規則", "时区规则";
    RunSheet: "Run sheet", "流程表", "流程表";
    RunSheets: "Run sheets", "流程表", "流程表";
    Sectors: "Sectors", "界別", "界别";
    Speakers: "Speakers", "講者", "讲者";
    Stays: "Cities", "城市", "城市";
    Time: "Time", "時間", "时间";
    Venue: "Venue", "場地", "场地";
    Venues: "Venues", "場地", "场地";
    WebPage: "Web page", "網頁", "网页";
    What: "What and where", "事項及地點", "事项及地点";
    Who: "Who", "人員", "人员";
}

/// A language spoken, by its tag; the tag itself where it is not known here.
pub(crate) fn spoken(tag: &str, language: Language) -> &str {
    let words = match tag {
        "en" => ["English", "英語", "英语"],
        "yue" => ["Cantonese", "粵語", "粤语"],
        "cmn" | "zh" => ["Mandarin", "普通話", "普通话"],
        "fr" => ["French", "法語", "法语"],
        "de" => ["German", "德語", "德语"],
        "ja" => ["Japanese", "日語", "日语"],
        "ko" => ["Korean", "韓語", "韩语"],
        "ar" => ["Arabic", "阿拉伯語", "阿拉伯语"],
        "ms" => ["Malay", "馬來語", "马来语"],
        "id" => ["Indonesian", "印尼語", "印尼语"],
        "th" => ["Thai", "泰語", "泰语"],
        "it" => ["Italian", "意大利語", "意大利语"],
        "es" => ["Spanish", "西班牙語", "西班牙语"],
        _ => return tag,
    };
    pick(language, words)
}

/// What stands between the items of a list.
pub(crate) fn comma(language: Language) -> &'static str {
    pick(language, [", ", "、", "、"])
}

/// How many events and missions: `3 missions · 11 events`.
pub(crate) fn counts(missions: usize, events: usize, language: Language) -> String {
    let missions = match (language, missions) {
        (_, 0) => None,
        (Language::English, 1) => Some("1 mission".to_owned()),
        (_, n) => Some(format!("{n} {}", word(Word::Missions, language))),
    };
    let events = match (language, events) {
        (Language::English, 1) => "1 event".to_owned(),
        (Language::English, n) => format!("{n} events"),
        (Language::TraditionalChinese, n) => format!("{n} 項活動"),
        (Language::SimplifiedChinese, n) => format!("{n} 项活动"),
    };
    missions
        .into_iter()
        .chain([events])
        .collect::<Vec<_>>()
        .join(" · ")
}

/// A quarter of a year: `First quarter 2027`.
pub(crate) fn quarter(number: usize, year: i32, language: Language) -> String {
    let en = ["First", "Second", "Third", "Fourth"];
    let zh = ["一", "二", "三", "四"];
    let n = number.min(3);
    match language {
        Language::English => format!("{} quarter {year}", en[n]),
        Language::TraditionalChinese | Language::SimplifiedChinese => format!("{year}年第{}季度", zh[n]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_three_languages() {
        for &one in ALL {
            for language in [
                Language::English,
                Language::TraditionalChinese,
                Language::SimplifiedChinese,
            ] {
                assert!(!word(one, language).is_empty(), "{one:?}");
            }
        }
    }
}
