//! What the checks found, in words: what is wrong, and each side of it at both clocks.

use outreach_plan::checks::{CheckKind, Detail, Finding, Severity, Side};
use outreach_plan::reference::{self, CountryCode};
use outreach_plan::{Language, Wording};
use serde_json::{Value, json};

use crate::press::Press;
use crate::times;
use crate::words::{comma, pick};

/// Findings, the gravest first.
pub(crate) fn value(press: &Press<'_>, found: &[Finding]) -> Vec<Value> {
    let mut found: Vec<&Finding> = found.iter().collect();
    found.sort_by_key(|finding| finding.severity);
    found.into_iter().map(|finding| one(press, finding)).collect()
}

fn one(press: &Press<'_>, finding: &Finding) -> Value {
    let language = press.language();
    let people: Vec<String> = finding
        .facts
        .people
        .iter()
        .map(|person| {
            let chinese = language != Language::English && !person.chinese.is_empty();
            press.line(if chinese || person.name.is_empty() {
                &person.chinese
            } else {
                &person.name
            })
        })
        .collect();
    json!({
        "severity": match finding.severity {
            Severity::Problem => "problem",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "severity_words": match finding.severity {
            Severity::Problem => pick(language, ["Problem", "問題", "问题"]),
            Severity::Warning => pick(language, ["Warning", "注意", "注意"]),
            Severity::Note => pick(language, ["Note", "提示", "提示"]),
        },
        "title": headline(finding.kind, language),
        "people": people.join(comma(language)),
        "detail": detail(press, &finding.facts.detail),
        "sides": finding.facts.sides.iter().map(|side| side_words(press, side)).collect::<Vec<_>>(),
    })
}

fn headline(kind: CheckKind, language: Language) -> &'static str {
    let words = match kind {
        CheckKind::UnknownZone => ["Unknown time zone", "時區不明", "时区不明"],
        CheckKind::EndBeforeStart => ["Ends before it begins", "結束早於開始", "结束早于开始"],
        CheckKind::TravelBackwards => ["Arrives before it departs", "抵達早於出發", "抵达早于出发"],
        CheckKind::DelegateBookedTwice => ["Delegate booked twice", "團員時間重疊", "团员时间重叠"],
        CheckKind::VenueBookedTwice => ["Venue booked twice", "場地重複使用", "场地重复使用"],
        CheckKind::LegsOverlap => ["Stays overlap", "行程段重疊", "行程段重叠"],
        CheckKind::TooLittleTime => ["Too little time in between", "中間時間不足", "中间时间不足"],
        CheckKind::TravelOutsideStay => [
            "Journey does not fit the stay",
            "交通與停留時間不符",
            "交通与停留时间不符",
        ],
        CheckKind::EventOutsideLeg => ["Outside its stay", "不在行程段之內", "不在行程段之内"],
        CheckKind::OutsideMission => [
            "Outside the dates of its mission",
            "不在訪問團日期之內",
            "不在访问团日期之内",
        ],
        CheckKind::OutsideProgramme => [
            "Outside the dates of its programme",
            "不在計劃日期之內",
            "不在计划日期之内",
        ],
        CheckKind::OverCapacity => [
            "More guests than the venue holds",
            "人數超出場地容量",
            "人数超出场地容量",
        ],
        CheckKind::TimeInGap => [
            "This time does not exist there",
            "當地沒有此時刻",
            "当地没有此时刻",
        ],
        CheckKind::UndecidedFold => [
            "This time happens twice there",
            "當地此時刻出現兩次",
            "当地此时刻出现两次",
        ],
        CheckKind::PublicHoliday => ["Public holiday there", "當地公眾假期", "当地公众假期"],
        CheckKind::LocalWeekend => ["Weekend there", "當地週末", "当地周末"],
        CheckKind::NightHours => ["Night there", "當地為夜間", "当地为夜间"],
        CheckKind::HongKongNight => ["Night in Hong Kong", "香港為夜間", "香港为夜间"],
        CheckKind::OfficeClosed => ["Hong Kong office closed", "香港辦公室休息", "香港办公室休息"],
        CheckKind::FastPeriod => ["In Ramadan", "適逢齋戒月", "适逢斋戒月"],
        CheckKind::MissionWithoutLegs => ["No stays planned yet", "尚未編排行程段", "尚未编排行程段"],
    };
    pick(language, words)
}

/// What else there is to say; empty where the headline says all.
fn detail(press: &Press<'_>, detail: &Detail) -> String {
    let language = press.language();
    let est = |estimated: bool| {
        if estimated {
            pick(
                language,
                [" (date estimated)", "（日期為估算）", "（日期为估算）"],
            )
        } else {
            ""
        }
    };
    let country = |code: CountryCode| {
        reference::country(code).map_or(code.as_str().to_owned(), |known| {
            known.name.in_language(language).to_owned()
        })
    };
    let named = |name: &Wording| press.say(name);
    match detail {
        Detail::None => String::new(),
        Detail::Venue { name } => named(name),
        Detail::Way {
            needed_min,
            available_min,
            ..
        } => {
            let [needed, there_is] =
                [*needed_min, (*available_min).max(0)].map(|min| times::duration(min, language));
            match language {
                Language::English => format!("The way takes about {needed}; there is {there_is}."),
                Language::TraditionalChinese => format!("路程約需{needed}，只有{there_is}。"),
                Language::SimplifiedChinese => format!("路程约需{needed}，只有{there_is}。"),
            }
        }
        Detail::Holiday {
            country: code,
            date,
            name,
            estimated,
        } => {
            format!(
                "{} · {} · {}{}",
                country(*code),
                named(name),
                times::date(*date, language),
                est(*estimated)
            )
        }
        Detail::Weekend { country: code, date } => {
            format!("{} · {}", country(*code), times::date(*date, language))
        }
        Detail::Closure {
            date,
            holiday,
            estimated,
        } => {
            let name = holiday
                .as_ref()
                .map(|name| format!(" · {}", named(name)))
                .unwrap_or_default();
            format!("{}{name}{}", times::date(*date, language), est(*estimated))
        }
        Detail::Fast {
            country: code,
            from,
            until,
            estimated,
        } => {
            format!(
                "{} · {}{}",
                country(*code),
                times::dates(*from, *until, language),
                est(*estimated)
            )
        }
        Detail::Capacity { planned, fits, venue } => match language {
            Language::English => format!("{planned} guests are planned; {} holds {fits}.", named(venue)),
            Language::TraditionalChinese => format!("預計 {planned} 人，{}可容納 {fits} 人。", named(venue)),
            Language::SimplifiedChinese => format!("预计 {planned} 人，{}可容纳 {fits} 人。", named(venue)),
        },
        Detail::Zone { name } => press.line(name),
        Detail::Gap { before, after, .. } => {
            format!("{} / {}", times::clock(*before), times::clock(*after))
        }
        Detail::Fold {
            earlier_offset_s,
            later_offset_s,
            ..
        } => {
            format!("{} / {}", offset(*earlier_offset_s), offset(*later_offset_s))
        }
    }
}

/// `+08`, `−03:30`, from seconds.
fn offset(seconds: i32) -> String {
    let (sign, s) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
    match s / 60 % 60 {
        0 => format!("{sign}{:02}", s / 3600),
        minutes => format!("{sign}{:02}:{minutes:02}", s / 3600),
    }
}

/// `Seminar, Kuala Lumpur: Fri 14 May 15:00–17:00 (+08) · Hong Kong 15:00–17:00`.
fn side_words(press: &Press<'_>, side: &Side) -> String {
    let language = press.language();
    let what = press.say(&side.what);
    let colon = pick(language, [": ", "：", "："]);
    let known = side.local_start.date();
    let (Some(start_offset), Some(end_offset)) = (side.start_offset_s, side.end_offset_s) else {
        // Dates alone, or a zone nobody knows.
        let last = side.local_end.date().max(known);
        return format!("{what}{colon}{}", times::dates(known, last, language));
    };
    if side.all_day {
        let last = side.local_end.date().pred_opt().unwrap_or(known).max(known);
        return format!("{what}{colon}{}", times::dates(known, last, language));
    }
    let day = times::day(known, language);
    let offsets = if start_offset == end_offset {
        offset(start_offset)
    } else {
        format!("{} → {}", offset(start_offset), offset(end_offset))
    };
    let there = times::clocks(side.local_start, side.local_end, known, language);
    let hong_kong = match side.hk_start.zip(side.hk_end) {
        Some((from, until)) => format!(
            " · {} {}",
            pick(language, ["Hong Kong", "香港", "香港"]),
            times::clocks(from, until, known, language)
        ),
        None => String::new(),
    };
    format!("{what}{colon}{day} {there} ({offsets}){hong_kong}")
}
