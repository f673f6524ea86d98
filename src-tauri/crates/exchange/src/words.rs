//! The words of files in the office's three languages: headings, kinds, states, dates.
//!
//! The window has words of its own; these are the ones a recipient reads, who may never see the window.

use chrono::{NaiveDate, NaiveDateTime};
use outreach_plan::Language;
pub use outreach_plan::reference::dates::whole as day;

fn pick(language: Language, words: [&'static str; 3]) -> &'static str {
    match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    }
}

/// A heading or a fixed word of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is the word of its name")]
pub enum Word {
    All,
    AllDay,
    AllRegions,
    Capacity,
    City,
    End,
    Event,
    Events,
    HongKongEnd,
    HongKongStart,
    HongKongTime,
    Hosts,
    Kind,
    Languages,
    LocalTime,
    Made,
    Market,
    Mission,
    NoEvents,
    Notes,
    Office,
    Offset,
    Region,
    SameInHongKong,
    Sectors,
    Sequence,
    Speakers,
    Start,
    Status,
    Tags,
    Team,
    Uid,
    UtcEnd,
    UtcStart,
    Venue,
    WebPage,
    Yes,
    Zone,
}

/// A heading or a fixed word in `language`.
pub fn word(word: Word, language: Language) -> &'static str {
    let words = match word {
        Word::Notes => ["Notes", "備註", "备注"],
        Word::Team => ["Team", "隨團人員", "随团人员"],
        Word::Tags => ["Tags", "標籤", "标签"],
        Word::WebPage => ["Web page", "網頁", "网页"],
        Word::Speakers => ["Speakers", "講者", "讲者"],
        Word::Languages => ["Languages", "語言", "语言"],
        Word::Yes => ["Yes", "是", "是"],
        Word::AllDay => ["All day", "全日", "全天"],
        Word::All => ["All", "全部", "全部"],
        Word::AllRegions => ["All regions", "所有地區", "所有地区"],
        Word::Capacity => ["Capacity", "名額", "名额"],
        Word::City => ["City", "城市", "城市"],
        Word::End => ["End (local)", "結束（當地）", "结束（当地）"],
        Word::Event => ["Event", "活動", "活动"],
        Word::Events => ["events", "項活動", "项活动"],
        Word::HongKongEnd => ["End (Hong Kong)", "結束（香港）", "结束（香港）"],
        Word::HongKongStart => ["Start (Hong Kong)", "開始（香港）", "开始（香港）"],
        Word::HongKongTime => ["Hong Kong time", "香港時間", "香港时间"],
        Word::Hosts => ["Hosts", "主辦機構", "主办机构"],
        Word::Kind => ["Kind", "類別", "类别"],
        Word::LocalTime => ["Local time", "當地時間", "当地时间"],
        Word::Made => ["Made", "製作時間", "制作时间"],
        Word::Market => ["Market", "市場", "市场"],
        Word::Mission => ["Mission", "訪問團", "访问团"],
        Word::NoEvents => [
            "No events in this selection.",
            "此選取範圍沒有活動。",
            "此选取范围没有活动。",
        ],
        Word::Offset => ["UTC offset", "UTC 時差", "UTC 时差"],
        Word::Office => [
            "Hong Kong Talent Engage",
            "香港人才服務辦公室",
            "香港人才服务办公室",
        ],
        Word::Region => ["Region", "地區", "地区"],
        Word::SameInHongKong => ["same in Hong Kong", "香港時間相同", "香港时间相同"],
        Word::Sectors => ["Sectors", "界別", "界别"],
        Word::Sequence => ["Version", "版本", "版本"],
        Word::Start => ["Start (local)", "開始（當地）", "开始（当地）"],
        Word::Status => ["Status", "狀態", "状态"],
        Word::Uid => ["Identifier", "識別碼", "标识符"],
        Word::UtcEnd => ["End (UTC)", "結束（UTC）", "结束（UTC）"],
        Word::UtcStart => ["Start (UTC)", "開始（UTC）", "开始（UTC）"],
        Word::Venue => ["Venue", "場地", "场地"],
        Word::Zone => ["Time zone", "時區", "时区"],
    };
    pick(language, words)
}

/// What stands between the items of a list.
pub fn list_comma(language: Language) -> &'static str {
    pick(language, [", ", "、", "、"])
}

/// The BCP 47 tag of a language, for `lang`.
pub fn tag(language: Language) -> &'static str {
    pick(language, ["en-HK", "zh-Hant-HK", "zh-Hans-CN"])
}

/// Days from the first to the last, both included.
pub fn days(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    if first == last {
        day(first, language)
    } else {
        format!("{} – {}", day(first, language), day(last, language))
    }
}

/// Wall times from start to end; the day is written again only if it changes.
pub fn span(start: NaiveDateTime, end: NaiveDateTime, language: Language) -> String {
    let first = day(start.date(), language);
    let gap = pick(language, [" ", "", ""]);
    if start.date() == end.date() {
        format!("{first}{gap}{}–{}", start.format("%H:%M"), end.format("%H:%M"))
    } else {
        let last = day(end.date(), language);
        format!(
            "{first}{gap}{} – {last}{gap}{}",
            start.format("%H:%M"),
            end.format("%H:%M")
        )
    }
}

/// A wall time with its day: `Fri 14 May 2027 15:00`.
pub fn at(time: NaiveDateTime, language: Language) -> String {
    let gap = pick(language, [" ", "", ""]);
    format!("{}{gap}{}", day(time.date(), language), time.format("%H:%M"))
}

/// How many events, as words: `12 events`, `12 項活動`.
pub fn count(events: usize, language: Language) -> String {
    match (language, events) {
        (Language::English, 1) => "1 event".to_owned(),
        (Language::English, n) => format!("{n} events"),
        (Language::TraditionalChinese | Language::SimplifiedChinese, n) => {
            format!("{n} {}", word(Word::Events, language))
        }
    }
}
