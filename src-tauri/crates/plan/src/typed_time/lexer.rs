//! A text cut into marks: figures, words that mean something, signs. Full-width figures and signs are read as
//! their narrow forms, Chinese numerals as figures.

use chrono::Weekday;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Figures, with how many there were.
    Number {
        value: u32,
        digits: u8,
    },
    Dot,
    Colon,
    Slash,
    /// A dash of any length, `~`.
    Dash,
    Plus,
    /// `to`, `until`, 至.
    To,
    /// `st`, `nd`, `rd`, `th` after a day.
    Ordinal,
    Month(u32),
    Weekday(Weekday),
    /// Days after today.
    Today(i64),
    Next,
    This,
    Before,
    After,
    /// `in` before a number of days.
    In,
    /// `for` before a length.
    For,
    /// `T` or `D`.
    T,
    Am,
    Pm,
    /// 中午 before an hour, or `noon`.
    Noon,
    Midnight,
    AllDay,
    Hours,
    Minutes,
    Days,
    Weeks,
    /// `h`: between hour and minute, or after a length.
    H,
    YearSign,
    MonthSign,
    DaySign,
    HourSign,
    MinuteSign,
    /// 半 after an hour.
    Half,
    /// Says nothing: a comma, a bracket, `on`, `at`.
    Filler,
    /// Any other word.
    Word,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) mark: Mark,
    /// Where it begins and ends, in bytes of the text.
    pub(super) at: usize,
    pub(super) end: usize,
}

/// Chinese words, longer ones before those they begin with.
const CHINESE: &[(&str, Mark)] = &[
    ("下個", Mark::Next),
    ("下个", Mark::Next),
    ("下午", Mark::Pm),
    ("下", Mark::Next),
    ("這個", Mark::This),
    ("这个", Mark::This),
    ("本", Mark::This),
    ("這", Mark::This),
    ("这", Mark::This),
    ("今天", Mark::Today(0)),
    ("今日", Mark::Today(0)),
    ("明天", Mark::Today(1)),
    ("明日", Mark::Today(1)),
    ("聽日", Mark::Today(1)),
    ("後天", Mark::Today(2)),
    ("后天", Mark::Today(2)),
    ("後日", Mark::Today(2)),
    ("昨天", Mark::Today(-1)),
    ("昨日", Mark::Today(-1)),
    ("上午", Mark::Am),
    ("早上", Mark::Am),
    ("凌晨", Mark::Am),
    ("晚上", Mark::Pm),
    ("傍晚", Mark::Pm),
    ("中午", Mark::Noon),
    ("正午", Mark::Noon),
    ("午夜", Mark::Midnight),
    ("全日", Mark::AllDay),
    ("全天", Mark::AllDay),
    ("整天", Mark::AllDay),
    ("整日", Mark::AllDay),
    ("小時", Mark::Hours),
    ("小时", Mark::Hours),
    ("分鐘", Mark::Minutes),
    ("分钟", Mark::Minutes),
    ("點鐘", Mark::HourSign),
    ("点钟", Mark::HourSign),
    ("時", Mark::HourSign),
    ("时", Mark::HourSign),
    ("點", Mark::HourSign),
    ("点", Mark::HourSign),
    ("分", Mark::MinuteSign),
    ("半", Mark::Half),
    ("正", Mark::Filler),
    ("年", Mark::YearSign),
    ("月", Mark::MonthSign),
    ("日", Mark::DaySign),
    ("號", Mark::DaySign),
    ("号", Mark::DaySign),
    ("至", Mark::To),
    ("到", Mark::To),
];

const OF_THE_WEEK: [&str; 5] = ["星期", "禮拜", "礼拜", "週", "周"];

/// The marks of a text, in order.
pub(super) fn marks(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, narrow(c))).collect();
    let end_of = |i: usize| chars.get(i).map_or(text.len(), |&(at, _)| at);
    let mut tokens = Vec::new();
    let mut i = 0;
    while let Some(&(at, c)) = chars.get(i) {
        let length = |test: &dyn Fn(char) -> bool| chars[i..].iter().take_while(|&&(_, c)| test(c)).count();
        let (mark, used) = if c.is_whitespace() {
            i += 1;
            continue;
        } else if c.is_ascii_digit() {
            let used = length(&|c| c.is_ascii_digit());
            let value = chars[i..i + used].iter().try_fold(0_u32, |value, &(_, c)| {
                value.checked_mul(10)?.checked_add(c.to_digit(10)?)
            });
            let number = |value| Mark::Number {
                value,
                digits: u8::try_from(used).unwrap_or(u8::MAX),
            };
            (value.map_or(Mark::Word, number), used)
        } else if c.is_ascii_alphabetic() {
            let used = length(&|c| c.is_ascii_alphabetic());
            let word: String = chars[i..i + used]
                .iter()
                .map(|&(_, c)| c.to_ascii_lowercase())
                .collect();
            let dotted = |n: usize| chars.get(i + n).map(|&(_, c)| c.to_ascii_lowercase());
            match word.as_str() {
                "a" | "p" if dotted(1) == Some('.') && dotted(2) == Some('m') => {
                    let used = if dotted(3) == Some('.') { 4 } else { 3 };
                    (if word == "a" { Mark::Am } else { Mark::Pm }, used)
                }
                "all" | "whole" if follows_day(&chars[i + used..]) > 0 => {
                    (Mark::AllDay, used + follows_day(&chars[i + used..]))
                }
                _ => (english(&word), used),
            }
        } else if let Some(found) = weekday(&chars[i..]) {
            found
        } else if let Some(found) = chinese_number(&chars[i..]) {
            found
        } else if let Some(found) = chinese_word(&chars[i..]) {
            found
        } else {
            (sign(c), 1)
        };
        tokens.push(Token {
            mark,
            at,
            end: end_of(i + used),
        });
        i += used;
    }
    tokens
}

/// The narrow form of a full-width figure, letter or sign.
fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

fn sign(c: char) -> Mark {
    match c {
        '.' | '·' => Mark::Dot,
        ':' | '∶' => Mark::Colon,
        '/' => Mark::Slash,
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '~' | '〜' => Mark::Dash,
        '+' => Mark::Plus,
        ',' | '，' | '、' | '(' | ')' | ';' | '@' | '。' => Mark::Filler,
        _ => Mark::Word,
    }
}

/// How many characters `day` takes here, with the space before it; none if it does not stand here.
fn follows_day(rest: &[(usize, char)]) -> usize {
    let spaces = rest
        .iter()
        .take_while(|(_, c)| c.is_whitespace() || *c == '-')
        .count();
    let word: String = rest[spaces..]
        .iter()
        .take_while(|(_, c)| c.is_ascii_alphabetic())
        .map(|&(_, c)| c)
        .collect();
    if word.eq_ignore_ascii_case("day") {
        spaces + word.len()
    } else {
        0
    }
}

fn english(word: &str) -> Mark {
    match word {
        "jan" | "january" => Mark::Month(1),
        "feb" | "february" => Mark::Month(2),
        "mar" | "march" => Mark::Month(3),
        "apr" | "april" => Mark::Month(4),
        "may" => Mark::Month(5),
        "jun" | "june" => Mark::Month(6),
        "jul" | "july" => Mark::Month(7),
        "aug" | "august" => Mark::Month(8),
        "sep" | "sept" | "september" => Mark::Month(9),
        "oct" | "october" => Mark::Month(10),
        "nov" | "november" => Mark::Month(11),
        "dec" | "december" => Mark::Month(12),
        "mon" | "monday" => Mark::Weekday(Weekday::Mon),
        "tue" | "tues" | "tuesday" => Mark::Weekday(Weekday::Tue),
        "wed" | "weds" | "wednesday" => Mark::Weekday(Weekday::Wed),
        "thu" | "thur" | "thurs" | "thursday" => Mark::Weekday(Weekday::Thu),
        "fri" | "friday" => Mark::Weekday(Weekday::Fri),
        "sat" | "saturday" => Mark::Weekday(Weekday::Sat),
        "sun" | "sunday" => Mark::Weekday(Weekday::Sun),
        "today" => Mark::Today(0),
        "tomorrow" | "tmr" | "tmrw" => Mark::Today(1),
        "yesterday" => Mark::Today(-1),
        "next" => Mark::Next,
        "this" | "coming" => Mark::This,
        "before" => Mark::Before,
        "after" => Mark::After,
        "in" => Mark::In,
        "for" => Mark::For,
        "t" | "d" => Mark::T,
        "st" | "nd" | "rd" | "th" => Mark::Ordinal,
        "to" | "until" | "till" | "through" => Mark::To,
        "am" | "a" => Mark::Am,
        "pm" | "p" => Mark::Pm,
        "noon" | "midday" => Mark::Noon,
        "midnight" => Mark::Midnight,
        "allday" => Mark::AllDay,
        "h" => Mark::H,
        "hr" | "hrs" | "hour" | "hours" => Mark::Hours,
        "m" | "min" | "mins" | "minute" | "minutes" => Mark::Minutes,
        "day" | "days" => Mark::Days,
        "week" | "weeks" => Mark::Weeks,
        "on" | "at" | "from" | "the" | "of" => Mark::Filler,
        _ => Mark::Word,
    }
}

fn starts_with(chars: &[(usize, char)], word: &str) -> usize {
    let length = word.chars().count();
    let same = chars.len() >= length && word.chars().zip(chars).all(|(a, &(_, b))| a == b);
    if same { length } else { 0 }
}

fn chinese_word(chars: &[(usize, char)]) -> Option<(Mark, usize)> {
    CHINESE
        .iter()
        .map(|&(word, mark)| (mark, starts_with(chars, word)))
        .find(|&(_, used)| used > 0)
}

/// 星期五, 週五, 禮拜日.
fn weekday(chars: &[(usize, char)]) -> Option<(Mark, usize)> {
    let used = OF_THE_WEEK
        .iter()
        .map(|word| starts_with(chars, word))
        .find(|&used| used > 0)?;
    let day = match chars.get(used)?.1 {
        '一' => Weekday::Mon,
        '二' => Weekday::Tue,
        '三' => Weekday::Wed,
        '四' => Weekday::Thu,
        '五' => Weekday::Fri,
        '六' => Weekday::Sat,
        '日' | '天' => Weekday::Sun,
        _ => return None,
    };
    Some((Mark::Weekday(day), used + 1))
}

/// 十, 十五, 二十, 廿三, 三十一; and figure by figure 二〇二七.
fn chinese_number(chars: &[(usize, char)]) -> Option<(Mark, usize)> {
    let figure = |c: char| {
        "〇一二三四五六七八九"
            .chars()
            .position(|f| f == c)
            .or((c == '零').then_some(0))
    };
    let run: Vec<char> = chars
        .iter()
        .map(|&(_, c)| c)
        .take_while(|&c| figure(c).is_some() || matches!(c, '十' | '廿' | '卅'))
        .take(6)
        .collect();
    let value = |c: &char| figure(*c).and_then(|value| u32::try_from(value).ok());
    let read = match run.as_slice() {
        [] => return None,
        ['十'] => Some(10),
        ['廿'] => Some(20),
        ['卅'] => Some(30),
        ['十', ones] => value(ones).map(|ones| 10 + ones),
        ['廿', ones] => value(ones).map(|ones| 20 + ones),
        ['卅', ones] => value(ones).map(|ones| 30 + ones),
        [tens, '十'] => value(tens).map(|tens| tens * 10),
        [tens, '十', ones] => value(tens).zip(value(ones)).map(|(tens, ones)| tens * 10 + ones),
        figures if figures.len() <= 4 => figures.iter().try_fold(0, |sum, c| Some(sum * 10 + value(c)?)),
        _ => None,
    };
    let digits = if run.len() == 4 { 4 } else { 2 };
    Some((
        read.map_or(Mark::Word, |value| Mark::Number { value, digits }),
        run.len(),
    ))
}
