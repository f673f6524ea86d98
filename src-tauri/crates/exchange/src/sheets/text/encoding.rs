//! In which encoding a text file is.
//!
//! A byte-order mark and valid UTF-8 leave no doubt. Between the Chinese encodings the bytes alone do not
//! decide: nearly every text in one can be read in the other, as nonsense. So each reading is weighed by how
//! many of its characters are among the commonest of Chinese, which nonsense hardly ever hits.

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::super::{EncodingFound, SheetError};

/// Bytes that are weighed; a programme's headings and first rows are well within.
const WEIGHED: usize = 64 * 1024;
/// Of a hundred Chinese characters of a programme this many are among the common ones, at the least.
const COMMON_AT_LEAST: f64 = 0.35;

/// The commonest characters of Chinese in either script, with those of this field's headings and places and of
/// people's names.
const COMMON: &str = "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得于於著着下自之年\
過过發发後后作里裡用道行所然家種种事成方多經经么麼去法學学如都同現现當当沒没動动面起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想\
實实日軍军者意無无力它與与長长把機机十民第公此已工使情明性知全三又關关點点正業业外將将兩两高間间由問问很最重並并物手應应戰战向頭头文體体政美\
相見见被利什二等產产或新己制身果加西斯月話话合回特代內内信表化老給给世位次度門门任常先海通教兒儿原東东聲声提立及比員员解水名真論论處处走義义\
各入幾几口認认條条平系氣气題题活爾尔更別别打女變变四神總总何電电數数安少報报才結结反受目太量再感建務务做接必場场件計计管期市直德資资命山金\
指克許许統统區区保至隊队形社便空決决治展馬马科司五基眼書书非則则聽听白卻却界達达光放強强即像難难且權权思王象完設设式色路記记南品住告類类求\
據据程北邊边死張张該该交規规萬万取拉格望覺觉術术領领共確确傳传師师觀观清今切院讓让識识候帶带導导爭争運运香港人才服辦办室招聘研討讨座宣講讲\
圓圆桌酒展覽览攤摊面試试媒簡简網网考察訪访問问禮礼節节主題题標标類别狀状態态城市區灣湾聯联團团隊倫伦敦吉隆坡新加坡東京紐纽約约多倫迪拜\
悉尼柏林巴黎布魯鲁塞爾日內瓦曼谷雅加達三藩舊旧溫温哥華华盛頓顿始束結開結當地午下上全半點點分鐘钟名額额語语言備备註注創创科技金融醫医療疗\
健康法律航空運環环境商業支援文化藝艺術建造廣广州深圳澳門粵粤\
陳陈林黃黄李張张王吳吴劉刘蔡楊杨許许鄭郑謝谢洪郭邱曾廖賴赖徐周葉叶蘇苏莊庄呂吕江何羅罗蕭萧潘簡朱鍾钟彭詹胡施沈余盧卢梁趙赵顏颜柯翁魏孫孙戴范宋方鄧邓杜傅侯曹薛丁卓馬马阮董唐溫温藍蓝\
石康龔龚歐欧陽阳司徒馮冯袁崔程譚谭霍麥麦關伍容區尹黎湯汤談談家志俊偉伟強文德榮荣輝辉勇傑杰婷雅怡欣詩诗穎颖儀仪慧敏嘉思詠咏宇軒轩曉晓琪美玲麗丽芳英娟珍秀華建軍军峰平剛刚飛飞鵬鹏博健\
恆恒達遠远信義仁智賢贤良浩然澤泽霖靜静雯雪琳珊瑩莹玉蓮莲鳳凤先生女士小姐博士教授經理经理總監总监主席董事長姓名中英職銜职衔";

/// Signs of Chinese writing, which say little of which encoding it is.
const SIGNS: &str = "　、。，；：！？（）「」『』《》〈〉【】—…－～／·“”‘’";

/// A text with its encoding.
#[derive(Debug)]
pub(in super::super) struct Decoded {
    pub(in super::super) text: String,
    pub(in super::super) found: EncodingFound,
    /// Characters that could not be read.
    pub(in super::super) unreadable: u32,
    /// The file ends within a character.
    pub(in super::super) cut_off: bool,
}

/// The encodings that are read, with their labels.
const READ: [(&str, &Encoding); 8] = [
    ("UTF-8", UTF_8),
    ("UTF-16LE", UTF_16LE),
    ("UTF-16BE", UTF_16BE),
    ("Big5-HKSCS", BIG5),
    ("GB18030", GB18030),
    ("windows-1252", WINDOWS_1252),
    ("Shift_JIS", SHIFT_JIS),
    ("EUC-KR", EUC_KR),
];

/// Reads a text in the encoding that was chosen, else in the one it most likely is in.
pub(in super::super) fn decode(bytes: &[u8], chosen: Option<&str>) -> Result<Decoded, SheetError> {
    let guess = guess(bytes);
    let (label, encoding) = match chosen.filter(|label| !label.is_empty()) {
        Some(chosen) => READ
            .into_iter()
            .find(|(label, _)| label.eq_ignore_ascii_case(chosen))
            .ok_or(SheetError::UnknownEncoding)?,
        None => guess.best,
    };
    let body = without_mark(bytes, encoding);
    let (mut text, mut unreadable) = {
        let (text, wrong) = encoding.decode_without_bom_handling(body);
        let unreadable = if wrong {
            text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count()
        } else {
            0
        };
        (text.into_owned(), u32::try_from(unreadable).unwrap_or(u32::MAX))
    };
    // One unreadable character, and that the last: the file was cut within it.
    let cut_off = unreadable == 1 && text.ends_with(char::REPLACEMENT_CHARACTER);
    if cut_off {
        text.pop();
        unreadable = 0;
    }
    let mut others: Vec<String> = guess
        .others
        .iter()
        .map(|(label, _)| (*label).to_owned())
        .collect();
    if label != guess.best.0 {
        others.insert(0, guess.best.0.to_owned());
    }
    // Those that fit come first; whoever knows better may choose any that is read.
    for (known, _) in READ {
        if !others.iter().any(|other| other == known) {
            others.push(known.to_owned());
        }
    }
    others.retain(|other| other != label);
    Ok(Decoded {
        text,
        found: EncodingFound {
            label: label.to_owned(),
            sure: guess.sure && label == guess.best.0,
            others,
        },
        unreadable,
        cut_off,
    })
}

fn without_mark<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> &'b [u8] {
    match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == encoding => &bytes[length..],
        Some(_) | None => bytes,
    }
}

type Labelled = (&'static str, &'static Encoding);

struct Guess {
    best: Labelled,
    sure: bool,
    others: Vec<Labelled>,
}

fn labelled(encoding: &'static Encoding) -> Labelled {
    READ.into_iter()
        .find(|(_, known)| *known == encoding)
        .unwrap_or(READ[0])
}

fn guess(bytes: &[u8]) -> Guess {
    let sure = |encoding| Guess {
        best: labelled(encoding),
        sure: true,
        others: Vec::new(),
    };
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return sure(marked);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return sure(UTF_8),
        // Cut within the last character.
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 && !bytes.is_ascii() => {
            if bytes[..error.valid_up_to()].iter().any(|b| !b.is_ascii()) {
                return sure(UTF_8);
            }
        }
        Ok(_) | Err(_) => {}
    }
    if let Some(wide) = wide(bytes) {
        return Guess {
            best: labelled(wide),
            sure: true,
            others: vec![labelled(if wide == UTF_16LE { UTF_16BE } else { UTF_16LE })],
        };
    }
    legacy(bytes)
}

/// UTF-16 without a mark: every other byte of figures, commas and line ends is nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(WEIGHED)];
    let noughts = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (noughts(0), noughts(1));
    let units = head.len() / 2;
    if units < 4 || even.max(odd) * 10 < units {
        None
    } else if odd > even * 4 {
        Some(UTF_16LE)
    } else if even > odd * 4 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The Chinese encodings and that of Western Europe, weighed against each other.
fn legacy(bytes: &[u8]) -> Guess {
    let mut head = &bytes[..bytes.len().min(WEIGHED)];
    if bytes.len() > WEIGHED
        && let Some(line_end) = head.iter().rposition(|b| *b == b'\n')
    {
        head = &head[..line_end];
    }
    let weighed = |encoding: &'static Encoding| (labelled(encoding), weight(head, encoding));
    let mut chinese = [weighed(BIG5), weighed(GB18030)];
    chinese.sort_by(|a, b| b.1.total_cmp(&a.1));
    let [(best, likely), (second, less)] = chinese;
    let western = labelled(WINDOWS_1252);
    if likely < COMMON_AT_LEAST {
        return Guess {
            best: western,
            sure: false,
            others: vec![best, second],
        };
    }
    Guess {
        best,
        sure: likely >= 0.6 && less < likely / 3.0,
        others: vec![second, western],
    }
}

/// How many of the Chinese characters are common ones, from 0 to 1; 0 where the bytes cannot be of the
/// encoding.
fn weight(bytes: &[u8], encoding: &'static Encoding) -> f64 {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let (mut all, mut common, mut wrong) = (0_u32, 0_u32, 0_u32);
    for c in text.chars().filter(|c| !c.is_ascii() && !SIGNS.contains(*c)) {
        all += 1;
        match c {
            char::REPLACEMENT_CHARACTER => wrong += 1,
            '\u{E000}'..='\u{F8FF}' => {}
            c if COMMON.contains(c) => common += 1,
            _ => {}
        }
    }
    // A few bad bytes do not make a file another's; many do.
    if all == 0 || wrong * 50 > all {
        return 0.0;
    }
    f64::from(common) / f64::from(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HANT: &str = "活動,開始,城市,備註\r\n吉隆坡人才研討會,2027-05-14 15:00,吉隆坡,創新及科技界別\r\n倫敦招聘會,2027-06-01 09:30,倫敦,金融服務\r\n";
    const HANS: &str = "活动,开始,城市,备注\r\n吉隆坡人才研讨会,2027-05-14 15:00,吉隆坡,创新及科技界别\r\n伦敦招聘会,2027-06-01 09:30,伦敦,金融服务\r\n";

    fn read(bytes: &[u8]) -> (String, bool, String) {
        let read = decode(bytes, None).unwrap();
        (read.found.label, read.found.sure, read.text)
    }

    #[test]
    fn the_encodings_of_hong_kong_and_the_mainland_are_told_apart() {
        let (big5, _, _) = BIG5.encode(HANT);
        assert_eq!(read(&big5), ("Big5-HKSCS".to_owned(), true, HANT.to_owned()));
        let (gb, _, _) = GB18030.encode(HANS);
        assert_eq!(read(&gb), ("GB18030".to_owned(), true, HANS.to_owned()));
        let (gb, _, _) = GB18030.encode(HANT);
        assert_eq!(read(&gb).0, "GB18030");
        let others = decode(&big5, None).unwrap().found.others;
        assert_eq!(others[..2], ["GB18030", "windows-1252"]);
        for known in ["UTF-8", "Shift_JIS", "EUC-KR"] {
            assert!(others.iter().any(|other| other == known), "{known} can be chosen");
        }
        assert!(!others.contains(&"Big5-HKSCS".to_owned()));
    }

    #[test]
    fn unicode_leaves_no_doubt_with_a_mark_or_without() {
        let wide = |little: bool, mark: bool| -> Vec<u8> {
            let mark = if mark { "\u{FEFF}" } else { "" };
            let units = [mark, HANT].concat().encode_utf16().collect::<Vec<u16>>();
            let bytes = |unit: u16| {
                if little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            };
            units.into_iter().flat_map(bytes).collect()
        };
        for (bytes, label) in [
            (HANT.as_bytes().to_vec(), "UTF-8"),
            (["\u{FEFF}", HANT].concat().into_bytes(), "UTF-8"),
            (wide(true, true), "UTF-16LE"),
            (wide(false, true), "UTF-16BE"),
            (wide(true, false), "UTF-16LE"),
            (wide(false, false), "UTF-16BE"),
            (b"Event,Start".to_vec(), "UTF-8"),
        ] {
            let (found, sure, text) = read(&bytes);
            assert_eq!((found.as_str(), sure), (label, true));
            assert!(text == HANT || text == "Event,Start", "{text}");
        }
    }

    #[test]
    fn accents_of_western_europe_are_not_taken_for_chinese() {
        let (bytes, _, _) =
            WINDOWS_1252.encode("Event,City\r\nSalon de l'emploi à Genève,Zürich\r\nCafé,Orléans\r\n");
        let (label, sure, text) = read(&bytes);
        assert_eq!((label.as_str(), sure), ("windows-1252", false));
        assert!(text.contains("Genève"), "{text}");
    }

    #[test]
    fn what_is_chosen_is_used_and_a_cut_character_is_told() {
        let (big5, _, _) = BIG5.encode(HANT);
        let chosen = decode(&big5, Some("gb18030")).unwrap();
        assert_eq!(
            (chosen.found.label.as_str(), chosen.found.sure),
            ("GB18030", false)
        );
        assert_eq!(chosen.found.others[0], "Big5-HKSCS");
        assert_eq!(
            decode(&big5, Some("klingon")).unwrap_err(),
            SheetError::UnknownEncoding
        );
        let cut = decode(&"活動,香港".as_bytes()[..12], None).unwrap();
        assert!(cut.cut_off && cut.found.label == "UTF-8" && cut.text == "活動,香");
    }
}
