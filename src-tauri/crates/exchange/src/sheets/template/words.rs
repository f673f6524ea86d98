//! The columns and words of the template, in the order of the languages: English, Traditional and Simplified
//! Chinese.

use super::super::SheetField;

/// What a column is for.
pub(super) struct Column {
    pub(super) field: SheetField,
    pub(super) heading: [&'static str; 3],
    /// What is said when the cell is chosen.
    pub(super) hint: [&'static str; 3],
    pub(super) example: [&'static str; 3],
    pub(super) width: f64,
    pub(super) must: bool,
}

const fn column(
    field: SheetField,
    must: bool,
    width: f64,
    heading: [&'static str; 3],
    example: [&'static str; 3],
    hint: [&'static str; 3],
) -> Column {
    Column {
        field,
        heading,
        hint,
        example,
        width,
        must,
    }
}

pub(super) const COLUMNS: [Column; 21] = [
    column(
        SheetField::TitleEn,
        true,
        36.0,
        ["Event (English)", "活動（英文）", "活动（英文）"],
        [
            "[Example] Talent seminar",
            "[例子] Talent seminar",
            "[示例] Talent seminar",
        ],
        [
            "A title in one language is enough.",
            "有一種語言的名稱便可。",
            "有一种语言的名称即可。",
        ],
    ),
    column(
        SheetField::TitleZhHant,
        false,
        28.0,
        [
            "Event (Traditional Chinese)",
            "活動（繁體中文）",
            "活动（繁体中文）",
        ],
        ["人才研討會", "人才研討會", "人才研討會"],
        ["", "", ""],
    ),
    column(
        SheetField::TitleZhHans,
        false,
        28.0,
        [
            "Event (Simplified Chinese)",
            "活動（簡體中文）",
            "活动（简体中文）",
        ],
        ["人才研讨会", "人才研讨会", "人才研讨会"],
        ["", "", ""],
    ),
    column(
        SheetField::StartDate,
        true,
        13.0,
        ["Start date", "開始日期", "开始日期"],
        ["2027-05-14", "2027-05-14", "2027-05-14"],
        [
            "The day at the venue.",
            "活動場地當地的日期。",
            "活动场地当地的日期。",
        ],
    ),
    column(
        SheetField::StartTime,
        false,
        11.0,
        ["Start time", "開始時間", "开始时间"],
        ["15:00", "15:00", "15:00"],
        [
            "Local time, 24 hours. Leave date and times without a time for an event of whole days.",
            "當地時間，24 小時制。全日活動不用填寫時間。",
            "当地时间，24 小时制。全天活动不用填写时间。",
        ],
    ),
    column(
        SheetField::EndDate,
        false,
        13.0,
        ["End date", "結束日期", "结束日期"],
        ["", "", ""],
        [
            "The last day, if it is another.",
            "如在另一天結束，填寫最後一天。",
            "如在另一天结束，填写最后一天。",
        ],
    ),
    column(
        SheetField::EndTime,
        false,
        11.0,
        ["End time", "結束時間", "结束时间"],
        ["17:00", "17:00", "17:00"],
        ["", "", ""],
    ),
    column(
        SheetField::City,
        true,
        20.0,
        ["City", "城市", "城市"],
        ["Kuala Lumpur", "吉隆坡", "吉隆坡"],
        [
            "Any city, or its airport's code (KUL). Its time zone is used.",
            "任何城市或其機場代碼（KUL），並採用其時區。",
            "任何城市或其机场代码（KUL），并采用其时区。",
        ],
    ),
    column(
        SheetField::Zone,
        false,
        20.0,
        ["Time zone", "時區", "时区"],
        ["", "", ""],
        [
            "Only where it is not the city's.",
            "只在與城市時區不同時填寫。",
            "只在与城市时区不同时填写。",
        ],
    ),
    column(
        SheetField::Venue,
        false,
        26.0,
        ["Venue", "場地", "场地"],
        ["", "", ""],
        [
            "A venue of the plan, or a new name: it is kept in the notes.",
            "計劃內的場地；新場地名稱會保留在備註。",
            "计划内的场地；新场地名称会保留在备注。",
        ],
    ),
    column(
        SheetField::Kind,
        false,
        20.0,
        ["Kind", "類別", "类别"],
        ["", "", ""],
        ["", "", ""],
    ),
    column(
        SheetField::Status,
        false,
        13.0,
        ["Status", "狀態", "状态"],
        ["", "", ""],
        ["", "", ""],
    ),
    column(
        SheetField::Region,
        false,
        20.0,
        ["Region", "地區", "地区"],
        ["", "", ""],
        [
            "Left empty, it follows from the mission, the market or the city.",
            "留空時按訪問團、市場或城市決定。",
            "留空时按访问团、市场或城市决定。",
        ],
    ),
    column(
        SheetField::Market,
        false,
        18.0,
        ["Market", "市場", "市场"],
        ["", "", ""],
        ["", "", ""],
    ),
    column(
        SheetField::Mission,
        false,
        26.0,
        ["Mission", "訪問團", "访问团"],
        ["", "", ""],
        ["", "", ""],
    ),
    column(
        SheetField::Sectors,
        false,
        28.0,
        ["Sectors", "界別", "界别"],
        ["", "", ""],
        [
            "Choose one, or write several with a semicolon between.",
            "選擇一項，或以分號分隔填寫多項。",
            "选择一项，或以分号分隔填写多项。",
        ],
    ),
    column(
        SheetField::Hosts,
        false,
        28.0,
        ["Hosts", "主辦機構", "主办机构"],
        ["", "", ""],
        [
            "Choose one, or write several with a semicolon between.",
            "選擇一項，或以分號分隔填寫多項。",
            "选择一项，或以分号分隔填写多项。",
        ],
    ),
    column(
        SheetField::Languages,
        false,
        18.0,
        ["Languages", "語言", "语言"],
        ["", "", ""],
        [
            "Choose one, or write several with a semicolon between.",
            "選擇一項，或以分號分隔填寫多項。",
            "选择一项，或以分号分隔填写多项。",
        ],
    ),
    column(
        SheetField::Capacity,
        false,
        10.0,
        ["Capacity", "名額", "名额"],
        ["120", "120", "120"],
        ["", "", ""],
    ),
    column(
        SheetField::Url,
        false,
        26.0,
        ["Web page", "網頁", "网页"],
        ["", "", ""],
        ["", "", ""],
    ),
    column(
        SheetField::Notes,
        false,
        36.0,
        ["Notes", "備註", "备注"],
        ["", "", ""],
        ["", "", ""],
    ),
];

/// Instructions, a line each.
pub(super) const HOW: [[&str; 3]; 9] = [
    [
        "One row is one event. Only the columns in bold must be filled in.",
        "每行一項活動，只有粗體的欄必須填寫。",
        "每行一项活动，只有粗体的栏必须填写。",
    ],
    [
        "Dates and times are those of the place where the event is held, not of Hong Kong.",
        "日期和時間以活動所在地為準，而非香港時間。",
        "日期和时间以活动所在地为准，而非香港时间。",
    ],
    [
        "Write dates as 2027-05-14 or 14 May 2027. A date such as 03/04/2027 is asked about at the import.",
        "日期請寫成 2027-05-14 或 2027年5月14日；如寫成 03/04/2027，匯入時會詢問先後次序。",
        "日期请写成 2027-05-14 或 2027年5月14日；如写成 03/04/2027，导入时会询问先后次序。",
    ],
    [
        "Write times as 15:00 or 3pm. A row without times is an event of whole days.",
        "時間請寫成 15:00 或下午3時；沒有時間的一行即全日活動。",
        "时间请写成 15:00 或下午3时；没有时间的一行即全天活动。",
    ],
    [
        "Without an end, two hours are assumed and you are told so.",
        "沒有填寫結束時間時，會假設為兩小時並作提示。",
        "没有填写结束时间时，会假设为两小时并作提示。",
    ],
    [
        "Where a cell offers a list, other words may be refused or kept in the notes.",
        "有下拉選單的欄，其他文字可能不獲接納或會保留在備註。",
        "有下拉菜单的栏，其他文字可能不获接纳或会保留在备注。",
    ],
    [
        "Columns may be left out, moved or added; the first row must keep its headings.",
        "各欄可以刪去、移動或增加，但第一行須保留標題。",
        "各栏可以删去、移动或增加，但第一行须保留标题。",
    ],
    [
        "The example row is never imported. The same file may be imported again: it adds nothing twice.",
        "例子一行不會匯入。同一檔案可再次匯入，不會重複新增。",
        "示例一行不会导入。同一文件可再次导入，不会重复新增。",
    ],
    [
        "Do not write personal data of guests into this file.",
        "請勿在本檔案填寫來賓的個人資料。",
        "请勿在本文件填写来宾的个人资料。",
    ],
];

pub(super) const EVENTS: [&str; 3] = ["Events", "活動", "活动"];
pub(super) const INSTRUCTIONS: [&str; 3] = ["Instructions", "說明", "说明"];
pub(super) const LISTS: [&str; 3] = ["Lists", "選項", "选项"];
pub(super) const TITLE: [&str; 3] = ["Events to import", "匯入活動範本", "导入活动模板"];
