//! Bodies that are invented.

use super::Random;

/// A company, a university, …
pub(super) struct Body {
    pub(super) english: String,
    pub(super) chinese: String,
    pub(super) domain: String,
    pub(super) line: String,
    pub(super) weight: f64,
}

const FIRST: [&str; 48] = [
    "Harbour",
    "Victoria",
    "Lion Rock",
    "Pearl",
    "Peak",
    "Kowloon",
    "Dragon",
    "Golden",
    "Pacific",
    "Oriental",
    "Asia",
    "Northern",
    "Summit",
    "Evergreen",
    "Bright",
    "Silver",
    "Jade",
    "Phoenix",
    "Bauhinia",
    "Maple",
    "Thames",
    "Alpine",
    "Nordic",
    "Atlantic",
    "Metro",
    "Global",
    "United",
    "First",
    "Grand",
    "Royal",
    "Blue",
    "Green",
    "Red",
    "Cedar",
    "Oak",
    "River",
    "Ocean",
    "Star",
    "Sun",
    "Moon",
    "Delta",
    "Sigma",
    "Apex",
    "Nova",
    "Quantum",
    "Fusion",
    "Vertex",
    "Orbit",
];
const FIRST_CHINESE: [&str; 24] = [
    "海港",
    "維港",
    "獅子山",
    "明珠",
    "山頂",
    "九龍",
    "金龍",
    "金",
    "太平洋",
    "東方",
    "亞洲",
    "北方",
    "頂峰",
    "長青",
    "光明",
    "銀河",
    "翡翠",
    "鳳凰",
    "紫荊",
    "楓葉",
    "環球",
    "聯合",
    "第一",
    "皇家",
];
const TRADE: [(&str, &str); 24] = [
    ("Robotics", "機械人"),
    ("Bank", "銀行"),
    ("Capital", "資本"),
    ("Biotech", "生物科技"),
    ("Pharma", "藥業"),
    ("Logistics", "物流"),
    ("Shipping", "航運"),
    ("Airways", "航空"),
    ("University", "大學"),
    ("Institute of Technology", "理工學院"),
    ("Hospital", "醫院"),
    ("Design", "設計"),
    ("Media", "傳媒"),
    ("Films", "影業"),
    ("Law", "律師行"),
    ("Partners", "合夥人"),
    ("Insurance", "保險"),
    ("Energy", "能源"),
    ("Construction", "建築"),
    ("Properties", "地產"),
    ("Software", "軟件"),
    ("Semiconductors", "半導體"),
    ("Chamber of Commerce", "商會"),
    ("Foundation", "基金會"),
];
const ENDS: [&str; 6] = ["Limited", "Ltd", "Group", "Holdings", "", ""];

/// The next body; the first ones are the largest.
pub(super) fn body(random: &mut Random, rank: usize) -> Body {
    let first = random.below(FIRST.len());
    let (trade, trade_chinese) = *random.pick(&TRADE);
    let place = *random.pick(&[
        "",
        "",
        "",
        " Hong Kong",
        " Asia",
        " London",
        " Toronto",
        " International",
    ]);
    let end = *random.pick(&ENDS);
    let english = format!("{}{place} {trade} {end}", FIRST[first]).trim().to_owned();
    let chinese = FIRST_CHINESE.get(first).map_or_else(String::new, |first| {
        let end = if random.chance(0.5) { "有限公司" } else { "" };
        format!("{first}{trade_chinese}{end}")
    });
    let domain = format!(
        "{}{}{rank}.example",
        FIRST[first].to_lowercase().replace(' ', ""),
        &trade[..3].to_lowercase()
    );
    let line = format!("+8522{:07}", random.below(10_000_000));
    Body {
        english,
        chinese,
        domain,
        line,
        weight: 1.0 / (10.0 + rank as f64),
    }
}
