//! Languages spoken at events: their tags and what they are called.

use outreach_plan::Language;

/// Tag (BCP 47), name in English, Traditional and Simplified Chinese, and further names to know it by,
/// separated by `|`.
pub(crate) const TONGUES: [(&str, [&str; 3], &str); 20] = [
    ("en", ["English", "英語", "英语"], "英文"),
    ("yue", ["Cantonese", "粵語", "粤语"], "廣東話|广东话|廣州話"),
    (
        "cmn",
        ["Putonghua", "普通話", "普通话"],
        "Mandarin|國語|国语|華語|华语|漢語|汉语",
    ),
    ("zh", ["Chinese", "中文", "中文"], "Zhongwen"),
    ("fr", ["French", "法語", "法语"], "Français|法文"),
    ("de", ["German", "德語", "德语"], "Deutsch|德文"),
    ("es", ["Spanish", "西班牙語", "西班牙语"], "Español|西班牙文"),
    ("pt", ["Portuguese", "葡萄牙語", "葡萄牙语"], "Português|葡文"),
    ("it", ["Italian", "意大利語", "意大利语"], "Italiano|意大利文"),
    ("nl", ["Dutch", "荷蘭語", "荷兰语"], "Nederlands"),
    ("ja", ["Japanese", "日語", "日语"], "日文|日本語"),
    ("ko", ["Korean", "韓語", "韩语"], "韓文|韩文"),
    ("th", ["Thai", "泰語", "泰语"], "泰文"),
    ("vi", ["Vietnamese", "越南語", "越南语"], "越文"),
    ("id", ["Indonesian", "印尼語", "印尼语"], "Bahasa Indonesia"),
    ("ms", ["Malay", "馬來語", "马来语"], "Bahasa Melayu"),
    ("hi", ["Hindi", "印地語", "印地语"], "हिन्दी"),
    ("ar", ["Arabic", "阿拉伯語", "阿拉伯语"], "阿拉伯文"),
    ("ru", ["Russian", "俄語", "俄语"], "俄文"),
    ("tr", ["Turkish", "土耳其語", "土耳其语"], "Türkçe"),
];

/// What a language is called; its tag where it is not among those known.
pub(crate) fn tongue(tag: &str, language: Language) -> &str {
    let at = match language {
        Language::English => 0,
        Language::TraditionalChinese => 1,
        Language::SimplifiedChinese => 2,
    };
    TONGUES
        .iter()
        .find(|(known, ..)| *known == tag)
        .map_or(tag, |(_, names, _)| names[at])
}
