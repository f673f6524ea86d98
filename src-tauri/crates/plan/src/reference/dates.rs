//! Days in the office's three languages, as every sheet, page, letter and paper writes them.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::Language;

/// `Fri`, `星期五`.
pub fn weekday(day: Weekday, language: Language) -> String {
    match language {
        Language::English => day.to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => format!("星期{}", weekday_sign(day)),
    }
}

/// The one character that tells the days of the week apart in Chinese: `五`.
pub fn weekday_sign(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    }
}

/// A whole date: `Fri 14 May 2027`, `2027年5月14日（星期五）`.
pub fn whole(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%a %-d %b %Y").to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            format!("{}年{}", date.year(), day_and_month(date, language))
        }
    }
}

/// A date without its day of the week: `14 May 2027`, `2027年5月14日`.
pub fn plain(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%-d %b %Y").to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            format!("{}年{}月{}日", date.year(), date.month(), date.day())
        }
    }
}

/// A day of a year that is known: `Fri 14 May`, `5月14日（星期五）`.
pub fn day_and_month(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%a %-d %b").to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            let weekday = weekday(date.weekday(), language);
            format!("{}月{}日（{weekday}）", date.month(), date.day())
        }
    }
}

/// A month of a year: `January 2027`, `2027年1月`.
pub fn month(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%B %Y").to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => {
            format!("{}年{}月", date.year(), date.month())
        }
    }
}

/// A month alone: `January`, `1月`.
pub fn month_name(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%B").to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => format!("{}月", date.month()),
    }
}

/// A month where there is little room: `Jan`, `1月`.
pub fn short_month(date: NaiveDate, language: Language) -> String {
    match language {
        Language::English => date.format("%b").to_string(),
        Language::TraditionalChinese | Language::SimplifiedChinese => month_name(date, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, SimplifiedChinese, TraditionalChinese};

    #[test]
    fn a_day_is_written_as_each_language_writes_it() {
        let day: NaiveDate = "2027-01-15".parse().unwrap();
        assert_eq!(whole(day, English), "Fri 15 Jan 2027");
        assert_eq!(whole(day, TraditionalChinese), "2027年1月15日（星期五）");
        assert_eq!(plain(day, SimplifiedChinese), "2027年1月15日");
        assert_eq!(plain(day, English), "15 Jan 2027");
        assert_eq!(day_and_month(day, English), "Fri 15 Jan");
        assert_eq!(month(day, English), "January 2027");
        assert_eq!(month(day, TraditionalChinese), "2027年1月");
        assert_eq!(
            (month_name(day, English), short_month(day, English)),
            ("January".to_owned(), "Jan".to_owned())
        );
        assert_eq!(short_month(day, SimplifiedChinese), "1月");
        assert_eq!(weekday(Weekday::Sun, TraditionalChinese), "星期日");
    }
}
