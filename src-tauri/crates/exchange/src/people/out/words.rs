//! Words of lists of people.

use outreach_plan::Language;
use outreach_plan::people::Nature;

pub(crate) fn pick(language: Language, words: [&'static str; 3]) -> &'static str {
    match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    }
}

/// A person or a body.
pub(crate) fn nature_word(nature: Nature, language: Language) -> &'static str {
    pick(
        language,
        match nature {
            Nature::Person => ["Person", "個人", "个人"],
            Nature::Body => ["Body", "機構", "机构"],
        },
    )
}
