//! Words that only the page needs, and times as the page writes them.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use outreach_plan::Language;
use outreach_plan::reference::dates::day_and_month;

/// Words of the page.
#[derive(Clone, Copy)]
pub(super) enum Phrase {
    AllDay,
    AllSectors,
    ChooseSector,
    Filter,
    HongKong,
    Local,
    MayChange,
    Months,
    More,
    Next,
    NoMatch,
    OnItsOwn,
    Reset,
    Rules,
    SameTime,
    Shown,
    Skip,
}

pub(super) fn phrase(phrase: Phrase, language: Language) -> &'static str {
    let words = match phrase {
        Phrase::AllDay => ["all day", "全日", "全天"],
        Phrase::AllSectors => ["All sectors", "所有界別", "所有界别"],
        Phrase::ChooseSector => ["Show sectors to choose from", "顯示界別選項", "显示界别选项"],
        Phrase::Filter => ["Choose what to see", "篩選活動", "筛选活动"],
        Phrase::HongKong => ["Hong Kong", "香港", "香港"],
        Phrase::Local => ["Local", "當地", "当地"],
        Phrase::MayChange => [
            "Events may change. Times are those of each venue; the time in Hong Kong stands beside them.",
            "活動安排或會更改。時間以活動所在地為準，並列香港時間。",
            "活动安排或会更改。时间以活动所在地为准，并列香港时间。",
        ],
        Phrase::Months => ["Months", "月份", "月份"],
        Phrase::More => ["About this event", "活動詳情", "活动详情"],
        Phrase::Next => ["Next event:", "下一項活動：", "下一项活动："],
        Phrase::NoMatch => [
            "No event is of this region and this sector. Choose another, or show all.",
            "沒有符合所選地區及界別的活動。請改選，或顯示全部。",
            "没有符合所选地区及界别的活动。请改选，或显示全部。",
        ],
        Phrase::OnItsOwn => ["Other events", "其他活動", "其他活动"],
        Phrase::Reset => ["Show all", "顯示全部", "显示全部"],
        Phrase::Rules => ["time zone rules", "時區規則版本", "时区规则版本"],
        Phrase::SameTime => ["same time", "時間相同", "时间相同"],
        Phrase::Shown => ["Events shown:", "現正顯示的活動數目：", "当前显示的活动数目："],
        Phrase::Skip => ["Go to the events", "跳至活動列表", "跳至活动列表"],
    };
    match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    }
}

/// How many cities.
pub(super) fn cities(count: usize, language: Language) -> String {
    match language {
        Language::English => format!("{count} cities"),
        Language::TraditionalChinese => format!("{count} 個城市"),
        Language::SimplifiedChinese => format!("{count} 个城市"),
    }
}

/// `14`, `14日`.
pub(super) fn day_number(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.day().to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => format!("{}日", date.day()),
    }
}

/// From start to end by the clock; days are told only where they are not `day`.
pub(super) fn clock(start: NaiveDateTime, end: NaiveDateTime, day: NaiveDate, language: Language) -> String {
    let gap = if language == Language::English { " " } else { "" };
    let told = |time: NaiveDateTime, known: NaiveDate| {
        let clock = time.format("%H:%M");
        if time.date() == known {
            clock.to_string()
        } else {
            format!("{}{gap}{clock}", day_and_month(time.date(), language))
        }
    };
    let first = told(start, day);
    if start == end {
        return first;
    }
    // Thin only where both are bare clock times.
    let dash = if start.date() == end.date() {
        "–"
    } else {
        " – "
    };
    format!("{first}{dash}{}", told(end, start.date()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_only_where_it_is_another() {
        let time = |text: &str| -> NaiveDateTime { text.parse().unwrap() };
        let day = time("2027-05-14T00:00:00").date();
        let told = |start, end| clock(time(start), time(end), day, Language::English);
        assert_eq!(told("2027-05-14T15:00:00", "2027-05-14T17:00:00"), "15:00–17:00");
        assert_eq!(
            told("2027-05-15T04:00:00", "2027-05-15T06:00:00"),
            "Sat 15 May 04:00–06:00"
        );
        assert_eq!(
            told("2027-05-14T22:00:00", "2027-05-15T00:30:00"),
            "22:00 – Sat 15 May 00:30"
        );
        assert_eq!(told("2027-05-14T15:00:00", "2027-05-14T15:00:00"), "15:00");
    }
}
