//! What changed, in a sentence for those who hold a calendar: `KL seminar moved from 14:00 to 15:30, +08; Hong Kong
//! 15:30`.
//!
//! A recipient reads these in a letter, perhaps without the calendar at hand, so each tells by itself what is meant:
//! the event by name, the time there with its offset, Hong Kong's time, and the day.

use chrono::{DateTime, NaiveDateTime, Utc};
use outreach_plan::issuing::{Change, ChangeKind, IssuedItem, Seen};
use outreach_plan::{ExportedStatus, Language, Status};

use crate::row::{hong_kong, last_day};
use crate::words;

/// One side of a change: when it is or was.
struct When<'a> {
    start: NaiveDateTime,
    end: NaiveDateTime,
    utc_start: DateTime<Utc>,
    utc_end: DateTime<Utc>,
    offset_s: i32,
    zone: &'a str,
    all_day: bool,
}

impl<'a> When<'a> {
    fn held(item: &'a IssuedItem) -> Self {
        Self {
            start: item.start,
            end: item.end,
            utc_start: item.utc_start,
            utc_end: item.utc_end,
            offset_s: item.offset_s,
            zone: &item.zone,
            all_day: item.all_day,
        }
    }

    fn now(seen: &'a Seen<'_>) -> Self {
        Self {
            start: seen.event.start,
            end: seen.event.end,
            utc_start: seen.span.start.utc,
            utc_end: seen.span.end.utc,
            offset_s: seen.span.start.offset_s,
            zone: &seen.event.zone,
            all_day: seen.event.all_day,
        }
    }

    /// `Fri 14 May 2027 15:00–17:00, +08`; days alone for whole days.
    fn span(&self, language: Language) -> String {
        if self.all_day {
            return self.days(language);
        }
        format!(
            "{}{}",
            words::span(self.start, self.end, language),
            by(self.offset_s, language)
        )
    }

    fn days(&self, language: Language) -> String {
        let first = self.start.date();
        words::days(first, last_day(first, self.end), language)
    }
}

/// Tells a change in `language`. Names are those in the language where the event is still there, else as they went
/// out.
pub fn change_words(change: &Change<'_>, language: Language) -> String {
    let title = title_of(change, language);
    let title = title.as_str();
    match (change.kind, change.held, change.now) {
        (ChangeKind::Moved, Some(held), Some(now)) => moved(change, title, held, now, language),
        (ChangeKind::Changed, Some(held), Some(now)) => changed(title, held, now, language),
        (ChangeKind::New, held, Some(now)) => {
            let when = When::now(now);
            let (span, hong_kong) = (when.span(language), hong_kong_span(&when, language));
            let deed = match (language, held.is_some()) {
                (Language::English, false) => "is new",
                (Language::English, true) => "takes place again",
                (Language::TraditionalChinese, false) => "為新增活動",
                (Language::TraditionalChinese, true) => "恢復舉行",
                (Language::SimplifiedChinese, false) => "为新增活动",
                (Language::SimplifiedChinese, true) => "恢复举行",
            };
            match language {
                Language::English => format!("{title} {deed}: {span}{hong_kong}"),
                Language::TraditionalChinese | Language::SimplifiedChinese => {
                    format!("{title}{deed}：{span}{hong_kong}")
                }
            }
        }
        (ChangeKind::Cancelled, Some(held), _) => {
            let postponed = change
                .standing
                .is_some_and(|event| event.status == Status::Postponed);
            let span = When::held(held).span(language);
            match (language, postponed) {
                (Language::English, true) => {
                    format!("{title}, {span}, is postponed; a new time is not known yet")
                }
                (Language::English, false) => format!("{title}, {span}, is cancelled"),
                (Language::TraditionalChinese, true) => format!("{title}（{span}）延期，新時間待定"),
                (Language::TraditionalChinese, false) => format!("{title}（{span}）取消"),
                (Language::SimplifiedChinese, true) => format!("{title}（{span}）延期，新时间待定"),
                (Language::SimplifiedChinese, false) => format!("{title}（{span}）取消"),
            }
        }
        (_, Some(held), _) => {
            let span = When::held(held).span(language);
            match language {
                Language::English => format!("{title}, {span}, is no longer in this calendar"),
                Language::TraditionalChinese => format!("{title}（{span}）已不在此日曆內"),
                Language::SimplifiedChinese => format!("{title}（{span}）已不在此日历内"),
            }
        }
        (_, None, _) => title.to_owned(),
    }
}

/// What differs, as keys of fields: `start`, `end`, `zone`, `all_day`, `title`, `place`, `status`; `details` if it is
/// none of these that readers see differently.
pub fn changed_fields(change: &Change<'_>) -> Vec<&'static str> {
    let (Some(held), Some(now)) = (change.held, change.now) else {
        return match change.kind {
            ChangeKind::Cancelled => vec!["status"],
            ChangeKind::New | ChangeKind::Moved | ChangeKind::Changed | ChangeKind::Left => Vec::new(),
        };
    };
    let event = now.event;
    let by_instant = !event.all_day && !held.all_day;
    let differs = [
        (
            "start",
            event.start != held.start || (by_instant && now.span.start.utc != held.utc_start),
        ),
        (
            "end",
            event.end != held.end || (by_instant && now.span.end.utc != held.utc_end),
        ),
        ("zone", by_instant && event.zone != held.zone),
        ("all_day", event.all_day != held.all_day),
        ("title", now.title != held.title),
        ("place", now.place != held.place),
        (
            "status",
            now.status != held.status || held.cancelled == now.is_on(),
        ),
    ];
    let mut fields: Vec<&'static str> = differs
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(field, _)| field)
        .collect();
    if fields.is_empty() {
        fields.push("details");
    }
    fields
}

fn title_of(change: &Change<'_>, language: Language) -> String {
    let title = change
        .standing
        .map(|event| event.title.in_language(language))
        .or(change.held.map(|held| held.title.as_str()))
        .unwrap_or_default();
    match language {
        Language::English => title.to_owned(),
        Language::TraditionalChinese => format!("「{title}」"),
        Language::SimplifiedChinese => format!("“{title}”"),
    }
}

fn moved(change: &Change<'_>, title: &str, held: &IssuedItem, now: &Seen<'_>, language: Language) -> String {
    let (was, is) = (When::held(held), When::now(now));
    let mut text = if change.by_rules() {
        by_rules(title, &was, &is, language)
    } else if was.all_day || is.all_day {
        let (from, to) = (was.span(language), is.span(language));
        from_to(title, &from, &to, "", language)
    } else if was.zone != is.zone {
        let told = |when: &When<'_>| {
            format!(
                "{}{}",
                words::at(when.start, language),
                by(when.offset_s, language)
            )
        };
        let (from, to) = (told(&was), told(&is));
        format!(
            "{}{}",
            from_to(title, &from, &to, "", language),
            hong_kong_start(&is, language)
        )
    } else if (was.start, was.utc_start) == (is.start, is.utc_start) {
        ends(title, &was, &is, language)
    } else if was.start.date() == is.start.date() {
        let (from, to) = (clock(was.start), clock(is.start));
        let offset = by(is.offset_s, language);
        let day = words::day(is.start.date(), language);
        let day = match language {
            Language::English => format!(" ({day})"),
            Language::TraditionalChinese | Language::SimplifiedChinese => format!("，{day}"),
        };
        format!(
            "{}{}{day}",
            from_to(title, &from, &to, &offset, language),
            hong_kong_start(&is, language)
        )
    } else {
        let (from, to) = (words::at(was.start, language), words::at(is.start, language));
        let offset = by(is.offset_s, language);
        format!(
            "{}{}",
            from_to(title, &from, &to, &offset, language),
            hong_kong_start(&is, language)
        )
    };
    for more in what_else(held, now, language) {
        text.push_str(semicolon(language));
        text.push_str(&more);
    }
    text
}

fn from_to(title: &str, from: &str, to: &str, offset: &str, language: Language) -> String {
    match language {
        Language::English => format!("{title} moved from {from} to {to}{offset}"),
        Language::TraditionalChinese => format!("{title}由{from}改至{to}{offset}"),
        Language::SimplifiedChinese => format!("{title}由{from}改至{to}{offset}"),
    }
}

/// The same wall time means another instant: nobody edited the event.
fn by_rules(title: &str, was: &When<'_>, is: &When<'_>, language: Language) -> String {
    let at = words::at(is.start, language);
    let (old, new) = (offset(was.offset_s), offset(is.offset_s));
    let (hk_old, hk_new) = (hong_kong(was.utc_start), hong_kong(is.utc_start));
    let new_day = words::at(hk_new, language);
    let old_day = if hk_old.date() == hk_new.date() {
        clock(hk_old)
    } else {
        words::at(hk_old, language)
    };
    if was.utc_start == is.utc_start {
        return ends(title, was, is, language);
    }
    match language {
        Language::English => format!(
            "{title} stays at {at} there, which is now {new}, not {old}; Hong Kong {new_day} instead of {old_day}"
        ),
        Language::TraditionalChinese => format!(
            "{title}當地時間仍為{at}，惟時區規則更改，時差由{old}改為{new}；香港時間由{old_day}改為{new_day}"
        ),
        Language::SimplifiedChinese => format!(
            "{title}当地时间仍为{at}，但时区规则更改，时差由{old}改为{new}；香港时间由{old_day}改为{new_day}"
        ),
    }
}

fn ends(title: &str, was: &When<'_>, is: &When<'_>, language: Language) -> String {
    let offset = by(is.offset_s, language);
    let told = |wall: NaiveDateTime| {
        if wall.date() == is.start.date() {
            clock(wall)
        } else {
            words::at(wall, language)
        }
    };
    let (from, to) = (told(was.end), told(is.end));
    let hk = hong_kong(is.utc_end);
    let hk = if hk.date() == is.start.date() {
        clock(hk)
    } else {
        words::at(hk, language)
    };
    let start = words::at(is.start, language);
    match language {
        Language::English => {
            format!("{title}, {start}, now ends at {to} instead of {from}{offset}; Hong Kong {hk}")
        }
        Language::TraditionalChinese => {
            format!("{title}（{start}）的結束時間由{from}改為{to}{offset}；香港時間{hk}")
        }
        Language::SimplifiedChinese => {
            format!("{title}（{start}）的结束时间由{from}改为{to}{offset}；香港时间{hk}")
        }
    }
}

fn changed(title: &str, held: &IssuedItem, now: &Seen<'_>, language: Language) -> String {
    let parts = what_else(held, now, language);
    let when = When::now(now).span(language);
    let what = if parts.is_empty() {
        match language {
            Language::English => "other details changed".to_owned(),
            Language::TraditionalChinese => "其他資料已更新".to_owned(),
            Language::SimplifiedChinese => "其他资料已更新".to_owned(),
        }
    } else {
        parts.join(semicolon(language))
    };
    match language {
        Language::English => format!("{title}, {when}: {what}"),
        Language::TraditionalChinese | Language::SimplifiedChinese => format!("{title}（{when}）：{what}"),
    }
}

/// What is different besides the time, each in a few words.
fn what_else(held: &IssuedItem, now: &Seen<'_>, language: Language) -> Vec<String> {
    let mut parts = Vec::new();
    if now.title != held.title {
        let old = &held.title;
        parts.push(match language {
            Language::English => format!("was called “{old}”"),
            Language::TraditionalChinese => format!("原名「{old}」"),
            Language::SimplifiedChinese => format!("原名“{old}”"),
        });
    }
    if now.place != held.place {
        let (old, new) = (&held.place, &now.place);
        parts.push(match (language, old.is_empty(), new.is_empty()) {
            (Language::English, _, true) => "the place is open again".to_owned(),
            (Language::English, true, false) => format!("now at {new}"),
            (Language::English, false, false) => format!("now at {new} instead of {old}"),
            (Language::TraditionalChinese, _, true) => "地點待定".to_owned(),
            (Language::TraditionalChinese, true, false) => format!("地點為{new}"),
            (Language::TraditionalChinese, false, false) => format!("地點由{old}改為{new}"),
            (Language::SimplifiedChinese, _, true) => "地点待定".to_owned(),
            (Language::SimplifiedChinese, true, false) => format!("地点为{new}"),
            (Language::SimplifiedChinese, false, false) => format!("地点由{old}改为{new}"),
        });
    }
    if now.status != held.status {
        let said = match (language, now.status) {
            (Language::English, ExportedStatus::Confirmed) => "now confirmed",
            (Language::English, ExportedStatus::Tentative) => "tentative again",
            (Language::English, ExportedStatus::Cancelled) => "cancelled",
            (Language::TraditionalChinese, ExportedStatus::Confirmed) => "已確認",
            (Language::TraditionalChinese, ExportedStatus::Tentative) => "改為暫定",
            (Language::TraditionalChinese, ExportedStatus::Cancelled) => "取消",
            (Language::SimplifiedChinese, ExportedStatus::Confirmed) => "已确认",
            (Language::SimplifiedChinese, ExportedStatus::Tentative) => "改为暂定",
            (Language::SimplifiedChinese, ExportedStatus::Cancelled) => "取消",
        };
        parts.push(said.to_owned());
    }
    parts
}

fn clock(wall: NaiveDateTime) -> String {
    wall.format("%H:%M").to_string()
}

/// `, +08`, `（+08）`.
fn by(offset_s: i32, language: Language) -> String {
    match language {
        Language::English => format!(", {}", offset(offset_s)),
        Language::TraditionalChinese | Language::SimplifiedChinese => format!("（{}）", offset(offset_s)),
    }
}

/// `+08`, `+05:30`, `−03:30`.
fn offset(offset_s: i32) -> String {
    let sign = if offset_s < 0 { '−' } else { '+' };
    let minutes = offset_s.unsigned_abs() / 60;
    match minutes % 60 {
        0 => format!("{sign}{:02}", minutes / 60),
        rest => format!("{sign}{:02}:{rest:02}", minutes / 60),
    }
}

/// `; Hong Kong 15:30`, with the day where it is another than there.
fn hong_kong_start(is: &When<'_>, language: Language) -> String {
    let start = hong_kong(is.utc_start);
    let told = if start.date() == is.start.date() {
        clock(start)
    } else {
        words::at(start, language)
    };
    in_hong_kong(&told, language)
}

fn hong_kong_span(is: &When<'_>, language: Language) -> String {
    if is.all_day {
        return String::new();
    }
    let (start, end) = (hong_kong(is.utc_start), hong_kong(is.utc_end));
    let told = if start.date() == is.start.date() && end.date() == start.date() {
        format!("{}–{}", clock(start), clock(end))
    } else {
        words::span(start, end, language)
    };
    in_hong_kong(&told, language)
}

fn in_hong_kong(told: &str, language: Language) -> String {
    match language {
        Language::English => format!("; Hong Kong {told}"),
        Language::TraditionalChinese => format!("；香港時間{told}"),
        Language::SimplifiedChinese => format!("；香港时间{told}"),
    }
}

fn semicolon(language: Language) -> &'static str {
    match language {
        Language::English => "; ",
        Language::TraditionalChinese | Language::SimplifiedChinese => "；",
    }
}
