//! Which row holds the headings, and what each heading means.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use outreach_plan::reference::{fold, places};

use super::{Cell, Sheet, SheetField, SheetRow};

/// Rows in which the headings are looked for.
const LOOKED_AT: usize = 30;
/// Values of a column that are looked at to tell cities from venues.
const SAMPLES: usize = 5;

/// Headings as people write them, folded, by field.
const KNOWN: &[(SheetField, &str)] = &[
    (
        SheetField::Uid,
        "uid|identifier|event uid|event id|event identifier|識別碼|标识符|活動識別碼|活动标识符|唯一識別碼|唯一标识符",
    ),
    (
        SheetField::TitleEn,
        "event|events|title|event title|event name|name|name of event|activity|activity name|subject|topic|\
         title en|title english|english title|event english|event en|event name english|event title english|\
         english name|name english|英文名稱|英文名称|英文標題|英文标题|活動英文名稱|活动英文名称|活動英文|活动英文|\
         名稱英文|名称英文|標題英文|标题英文",
    ),
    (
        SheetField::TitleZhHant,
        "活動|活動名稱|活動標題|活動主題|標題|名稱|主題|項目|活動項目|中文名稱|中文標題|活動中文名稱|活動中文|\
         繁體標題|繁體名稱|標題繁體|名稱繁體|活動繁體|活動繁體中文|活动繁体|活动繁体中文|title traditional chinese|title zh hant|\
         event traditional chinese|event zh hant|traditional chinese title|chinese title|title chinese|event chinese|\
         chinese name|name chinese|event name chinese|event title chinese",
    ),
    (
        SheetField::TitleZhHans,
        "活动|活动名称|活动标题|活动主题|标题|名称|主题|项目|中文名称|中文标题|活动中文名称|活动中文|简体标题|简体名称|\
         标题简体|名称简体|活动简体|活动简体中文|活動簡體|活動簡體中文|title simplified chinese|title zh hans|event simplified chinese|\
         event zh hans|simplified chinese title",
    ),
    (
        SheetField::Region,
        "region|promotion region|area|地區|地区|區域|区域|推廣地區|推广地区",
    ),
    (
        SheetField::Market,
        "market|target market|country|country territory|country or territory|市場|市场|目標市場|目标市场|國家|国家|\
         國家地區|国家地区|國家或地區|国家或地区",
    ),
    (
        SheetField::Mission,
        "mission|missions|roadshow|trip|delegation|tour|訪問團|访问团|路演|代表團|代表团|考察團|考察团",
    ),
    (
        SheetField::Kind,
        "kind|type|event type|type of event|kind of event|event kind|category|format|類別|类别|類型|类型|活動類別|\
         活动类别|活動類型|活动类型|形式|活動形式|活动形式",
    ),
    (
        SheetField::Status,
        "status|state|event status|狀態|状态|狀況|状况|進度|进度|活動狀態|活动状态",
    ),
    (
        SheetField::Start,
        "start|starts|start local|local start|begin|begins|from|start date time|start date and time|date and time|\
         date time|datetime|when|開始|开始|開始當地|开始当地|開始日期時間|开始日期时间|開始日期及時間|日期時間|日期时间|\
         日期及時間|日期及时间|日期和时间|日期與時間|日期与时间",
    ),
    (
        SheetField::StartDate,
        "date|dates|day|start date|start day|event date|date of event|date local|local date|from date|日期|開始日期|\
         开始日期|活動日期|活动日期|舉行日期|举行日期|當地日期|当地日期",
    ),
    (
        SheetField::StartTime,
        "time|times|start time|local time|time local|event time|時間|时间|開始時間|开始时间|當地時間|当地时间|活動時間|\
         活动时间|舉行時間|举行时间",
    ),
    (
        SheetField::End,
        "end|ends|end local|local end|until|to|finish|end date time|end date and time|結束|结束|結束當地|结束当地|\
         結束日期時間|结束日期时间|完結|完结",
    ),
    (
        SheetField::EndDate,
        "end date|end day|last day|to date|until date|finish date|結束日期|结束日期|完結日期|完结日期",
    ),
    (
        SheetField::EndTime,
        "end time|finish time|to time|結束時間|结束时间|完結時間|完结时间",
    ),
    (
        SheetField::Minutes,
        "duration|length|minutes|duration minutes|duration min|duration in minutes|length minutes|時長|时长|需時|需时|\
         分鐘|分钟|時長分鐘|时长分钟",
    ),
    (
        SheetField::AllDay,
        "all day|all day event|whole day|whole days|full day|全日|全天|整日|整天|全日活動|全天活动",
    ),
    (
        SheetField::Zone,
        "time zone|timezone|zone|tz|iana zone|iana time zone|時區|时区|當地時區|当地时区",
    ),
    (
        SheetField::City,
        "city|town|destination|host city|event city|airport|城市|目的地|舉辦城市|举办城市|舉行城市|机场|機場",
    ),
    (
        SheetField::Venue,
        "venue|venue name|hall|room|場地|场地|場所|场所|會場|会场|場地名稱|场地名称|活動場地|活动场地",
    ),
    (
        SheetField::Capacity,
        "capacity|seats|places|guests|quota|max guests|名額|名额|人數|人数|容量|座位|座位數|座位数|人數上限|人数上限",
    ),
    (
        SheetField::Hosts,
        "host|hosts|hosted by|organiser|organisers|organizer|organizers|co host|co hosts|partner|partners|主辦|主办|\
         主辦機構|主办机构|主辦單位|主办单位|主辦方|主办方|合辦機構|合办机构|合作夥伴|合作伙伴|協辦機構|协办机构",
    ),
    (
        SheetField::Languages,
        "language|languages|spoken language|spoken languages|語言|语言|語文|语文|语种|語種|活動語言|活动语言",
    ),
    (
        SheetField::Sectors,
        "sector|sectors|target sector|target sectors|industry|industries|segment|segments|界別|界别|行業|行业|產業|产业|\
         目標界別|目标界别|目標行業|目标行业",
    ),
    (
        SheetField::Speakers,
        "speaker|speakers|講者|讲者|演講嘉賓|演讲嘉宾|嘉賓|嘉宾|主講嘉賓|主讲嘉宾|講者名單|讲者名单",
    ),
    (
        SheetField::Url,
        "url|link|links|web page|webpage|website|web address|page|registration link|網址|网址|連結|链接|網頁|网页|\
         活動網頁|活动网页",
    ),
    (
        SheetField::Notes,
        "notes|note|remarks|remark|comments|comment|備註|备注|附註|附注|說明|说明|註|注",
    ),
    (
        SheetField::Tags,
        "tags|tag|labels|label|keywords|標籤|标签|標記|标记|關鍵字|关键字",
    ),
];

/// Headings that name a city in one sheet and a venue in the next.
const PLACE: &str = "location|place|where|site|地點|地点|地方|舉行地點|举行地点|活動地點|活动地点";
/// Parts of headings of times that are not the venue's.
const ELSEWHERE: [&str; 9] = [
    "hong kong",
    "hkt",
    "utc",
    "gmt",
    "offset",
    "香港",
    "時差",
    "时差",
    "北京時間",
];

static FIELDS: LazyLock<HashMap<&'static str, SheetField>> = LazyLock::new(|| {
    KNOWN
        .iter()
        .flat_map(|(field, headings)| headings.split('|').map(|heading| (heading, *field)))
        .collect()
});

/// What a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Field(SheetField),
    /// A city or a venue.
    Place,
}

/// The heading as it is looked up: folded, and without blanks between Chinese characters.
fn folded(heading: &str) -> String {
    let folded = fold(heading);
    let han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
    let mut plain = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        let between = c == ' ' && plain.ends_with(han) && chars.peek().is_some_and(|next| han(*next));
        if !between {
            plain.push(c);
        }
    }
    plain
}

fn meaning(heading: &str) -> Option<Meaning> {
    let whole = folded(heading);
    if whole.is_empty() || whole.len() > 200 {
        return None;
    }
    if ELSEWHERE.iter().any(|part| whole.contains(part)) {
        return None;
    }
    look_up(&whole)
        // "Event (as printed)".
        .or_else(|| look_up(&folded(&without_brackets(heading))))
        // "Date 日期", "Date / 日期".
        .or_else(|| {
            let han = |c: char| ('\u{3400}'..='\u{9FFF}').contains(&c);
            let latin: String = heading.chars().filter(|c| !han(*c)).collect();
            let chinese: String = heading.chars().filter(|c| han(*c)).collect();
            (!chinese.is_empty())
                .then(|| look_up(&folded(&latin)).or_else(|| look_up(&folded(&chinese))))
                .flatten()
        })
        .or_else(|| {
            heading
                .split(['/', '\n', '|'])
                .find_map(|piece| look_up(&folded(piece)))
        })
}

fn look_up(folded: &str) -> Option<Meaning> {
    if PLACE.split('|').any(|place| place == folded) {
        return Some(Meaning::Place);
    }
    FIELDS.get(folded).copied().map(Meaning::Field)
}

fn without_brackets(heading: &str) -> String {
    let mut depth = 0_u32;
    heading
        .chars()
        .filter(|c| {
            let opens = matches!(c, '(' | '（' | '[' | '【');
            let closes = matches!(c, ')' | '）' | ']' | '】');
            depth += u32::from(opens);
            let keep = depth == 0 && !closes;
            if closes {
                depth = depth.saturating_sub(1);
            }
            keep
        })
        .collect()
}

/// What each column most likely holds.
pub(super) fn mapping(sheet: &Sheet) -> Vec<Option<SheetField>> {
    let meanings: Vec<Option<Meaning>> = sheet.headings.iter().map(|heading| meaning(heading)).collect();
    let mut taken = BTreeSet::new();
    let mut fields: Vec<Option<SheetField>> = meanings
        .iter()
        .map(|meaning| match meaning {
            Some(Meaning::Field(field)) if taken.insert(*field) => Some(*field),
            Some(Meaning::Field(_) | Meaning::Place) | None => None,
        })
        .collect();
    for (column, _) in meanings
        .iter()
        .enumerate()
        .filter(|(_, meaning)| **meaning == Some(Meaning::Place))
    {
        let field = if holds_cities(&sheet.rows, column) {
            SheetField::City
        } else {
            SheetField::Venue
        };
        if taken.insert(field) {
            fields[column] = Some(field);
        }
    }
    fields
}

fn holds_cities(rows: &[SheetRow], column: usize) -> bool {
    let samples: BTreeSet<String> = rows
        .iter()
        .take(100)
        .filter_map(|row| match row.cells.get(column) {
            Some(Cell::Text(text)) => Some(text.clone()),
            _ => None,
        })
        .take(SAMPLES)
        .collect();
    let known = samples
        .iter()
        .filter(|text| text.chars().count() < 60 && !places::find(text, 1).is_empty())
        .count();
    known * 2 >= samples.len()
}

/// The row of the headings, its headings, and whether two rows were taken together.
pub(super) struct Found {
    /// Where among the rows.
    pub(super) at: usize,
    pub(super) headings: Vec<String>,
    pub(super) two: bool,
    /// How many columns are understood.
    pub(super) known: usize,
}

/// Finds the headings: the row, alone or with the one above it, of which the most columns are understood.
pub(super) fn find(rows: &[SheetRow]) -> Option<Found> {
    let mut best: Option<Found> = None;
    for at in 0..rows.len().min(LOOKED_AT) {
        let found = at_row(rows, at);
        if best.as_ref().is_none_or(|best| found.known > best.known) {
            best = Some(found);
        }
    }
    if best.as_ref().is_some_and(|best| best.known >= 2) {
        return best;
    }
    // No heading is known: the first row of several texts will be it.
    let texts = |row: &SheetRow| {
        row.cells
            .iter()
            .filter(|cell| matches!(cell, Cell::Text(_)))
            .count()
    };
    let at = rows
        .iter()
        .take(LOOKED_AT)
        .position(|row| texts(row) >= 2)
        .unwrap_or(0);
    (!rows.is_empty()).then(|| at_row(rows, at))
}

/// The headings in a row.
pub(super) fn at_row(rows: &[SheetRow], at: usize) -> Found {
    let own: Vec<String> = rows[at].cells.iter().map(heading).collect();
    let known = understood(&own);
    if let Some(above) = at.checked_sub(1).map(|above| &rows[above])
        && above.number + 1 == rows[at].number
    {
        let both = joined(&own, above);
        let known_both = understood(&both);
        if known_both > known {
            return Found {
                at,
                headings: both,
                two: true,
                known: known_both,
            };
        }
    }
    Found {
        at,
        headings: own,
        two: false,
        known,
    }
}

fn heading(cell: &Cell) -> String {
    cell.shown().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn understood(headings: &[String]) -> usize {
    let mut taken = BTreeSet::new();
    headings
        .iter()
        .filter(|heading| match meaning(heading) {
            Some(Meaning::Field(field)) => taken.insert(field),
            Some(Meaning::Place) => true,
            None => false,
        })
        .count()
}

/// Headings under those of a row above, each of which may stand over several columns.
fn joined(own: &[String], above: &SheetRow) -> Vec<String> {
    let upper: Vec<String> = above.cells.iter().map(heading).collect();
    let distinct: BTreeSet<&String> = upper.iter().filter(|text| !text.is_empty()).collect();
    if distinct.len() < 2 {
        return own.to_vec();
    }
    let mut over = String::new();
    (0..own.len().max(upper.len()))
        .map(|column| {
            let own = own.get(column).map_or("", String::as_str);
            let upper = upper.get(column).map_or("", String::as_str);
            if !upper.is_empty() || own.is_empty() {
                upper.clone_into(&mut over);
            }
            match (over.as_str(), own) {
                (over, "") => over.to_owned(),
                ("", own) => own.to_owned(),
                (over, own) if over == own => own.to_owned(),
                (over, own) => format!("{over} {own}"),
            }
        })
        .collect()
}

/// A fingerprint of headings (FNV-1a, 64 bits): the same for the same headings in the same order, whatever
/// their capitals and accents.
pub(super) fn layout(headings: &[String]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for heading in headings {
        for byte in folded(heading).bytes().chain([0x1F]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(heading: &str) -> Option<SheetField> {
        match meaning(heading) {
            Some(Meaning::Field(field)) => Some(field),
            Some(Meaning::Place) | None => None,
        }
    }

    fn row(number: u32, texts: &[&str]) -> SheetRow {
        SheetRow {
            number,
            cells: texts
                .iter()
                .map(|text| super::super::grid::text_cell(text).0)
                .collect(),
        }
    }

    #[test]
    fn headings_are_understood_in_three_languages_and_with_additions() {
        for (heading, meant) in [
            ("Start (local)", SheetField::Start),
            ("開始（當地）", SheetField::Start),
            ("Event Name / 活動名稱", SheetField::TitleEn),
            ("Date 日期", SheetField::StartDate),
            ("Time (24h)", SheetField::StartTime),
            ("Status*", SheetField::Status),
            ("主办机构", SheetField::Hosts),
            ("TIME ZONE", SheetField::Zone),
            ("Title (Traditional Chinese)", SheetField::TitleZhHant),
        ] {
            assert_eq!(field(heading), Some(meant), "{heading}");
        }
        for heading in [
            "Start (Hong Kong)",
            "UTC offset",
            "開始（香港）",
            "Budget",
            "",
            "End (UTC)",
        ] {
            assert_eq!(field(heading), None, "{heading}");
        }
    }

    #[test]
    fn no_heading_is_claimed_by_two_fields() {
        let all = KNOWN.iter().flat_map(|(_, headings)| headings.split('|'));
        let mut seen = BTreeSet::new();
        for heading in all.chain(PLACE.split('|')) {
            assert!(seen.insert(heading), "{heading} stands twice");
            assert_eq!(folded(heading), heading, "is looked up folded");
        }
    }

    #[test]
    fn headings_are_found_under_a_title_and_over_two_rows() {
        let rows = [
            row(1, &["Outreach programme 2027"]),
            row(3, &["Event", "Start", "", "End", "", "City"]),
            row(4, &["", "Date", "Time", "Date", "Time", ""]),
            row(
                5,
                &["KL seminar", "14/5/2027", "15:00", "", "17:00", "Kuala Lumpur"],
            ),
        ];
        let found = find(&rows).unwrap();
        assert_eq!((found.at, found.two), (2, true));
        assert_eq!(
            found.headings,
            [
                "Event",
                "Start Date",
                "Start Time",
                "End Date",
                "End Time",
                "City"
            ]
        );
        let plain = find(&rows[..2]).unwrap();
        assert_eq!((plain.at, plain.two), (1, false));
    }

    #[test]
    fn a_layout_is_the_same_for_the_same_headings_only() {
        let layout =
            |headings: &[&str]| super::layout(&headings.iter().map(|h| (*h).to_owned()).collect::<Vec<_>>());
        assert_eq!(layout(&["Event", "Date"]), layout(&["EVENT ", "date"]));
        assert_ne!(layout(&["Event", "Date"]), layout(&["Date", "Event"]));
        assert_ne!(layout(&["ab", "c"]), layout(&["a", "bc"]));
    }
}
