//! Headings that are known.

use super::super::SheetField;

/// Headings as people write them, folded, by field.
pub(super) const KNOWN: &[(SheetField, &str)] = &[
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
pub(super) const PLACE: &str = "location|place|where|site|地點|地点|地方|舉行地點|举行地点|活動地點|活动地点";
/// Parts of headings of times that are not the venue's.
pub(super) const ELSEWHERE: [&str; 9] = [
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
