//! Typefaces, handed in as bytes, and what they can write.

use std::sync::Arc;

use outreach_plan::Language;
use typst::foundations::Bytes;
use typst::layout::{Abs, Em};
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;

/// Families for Traditional Chinese as Hong Kong writes it, best first; English documents, whose names may be
/// Chinese, use them too.
const TRADITIONAL: &[&str] = &[
    "Noto Sans CJK HK",
    "Noto Sans HK",
    "Source Han Sans HC",
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "Source Han Sans TC",
    "PingFang HK",
    "Microsoft JhengHei",
];

/// Families for Simplified Chinese, best first.
const SIMPLIFIED: &[&str] = &[
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
];

/// One bit a character of Unicode.
struct Written(Vec<u64>);

impl Written {
    fn of(fonts: &[Font]) -> Self {
        let mut bits = vec![0_u64; 0x11_0000 / 64];
        for code in fonts.iter().flat_map(|font| font.info().coverage.iter()) {
            if let Some(word) = bits.get_mut(code as usize / 64) {
                *word |= 1 << (code % 64);
            }
        }
        Self(bits)
    }

    fn has(&self, character: char) -> bool {
        let code = character as u32;
        self.0[code as usize / 64] & (1 << (code % 64)) != 0
    }
}

/// The typefaces to print with. Cheap to clone; the bytes are held once.
#[derive(Clone)]
pub struct Faces(Arc<Held>);

struct Held {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    traditional: Option<&'static str>,
    simplified: Option<&'static str>,
    /// Regular and bold.
    traditional_set: Vec<FontInstance>,
    /// Regular and bold.
    simplified_set: Vec<FontInstance>,
    others: Vec<String>,
    written: Written,
}

/// The faces of one family, the lighter first, ready to be measured with.
fn set_of(fonts: &[Font], family: Option<&str>) -> Vec<FontInstance> {
    let mut set: Vec<&Font> = fonts
        .iter()
        .filter(|font| Some(font.info().family.as_str()) == family)
        .collect();
    set.sort_by_key(|font| font.info().variant.weight.to_number());
    let size = Abs::pt(10.0);
    set.into_iter()
        .map(|font| {
            font.clone()
                .instantiate(font.info().variant, size, &FontVariations::default())
        })
        .collect()
}

impl Faces {
    /// Reads font files (TrueType, OpenType and collections of them). A collection with a face for each way of
    /// writing Chinese, like Noto Sans CJK, is narrowed to those that are used. A file that is no font is passed
    /// over.
    pub fn new<T>(files: impl IntoIterator<Item = T>) -> Self
    where
        T: AsRef<[u8]> + Send + Sync + 'static,
    {
        let all: Vec<Font> = files
            .into_iter()
            .flat_map(|file| Font::iter(Bytes::new(file)))
            .collect();
        let first_of = |families: &'static [&'static str]| {
            let known = |family: &&str| all.iter().any(|font| font.info().family == *family);
            families.iter().copied().find(known)
        };
        let traditional = first_of(TRADITIONAL);
        let simplified = first_of(SIMPLIFIED);
        let wanted = |font: &Font| {
            let family = font.info().family.as_str();
            let chinese = family.contains("CJK") || family.contains("Source Han");
            !chinese || [traditional, simplified].contains(&Some(family))
        };
        let fonts: Vec<Font> = all.iter().filter(|font| wanted(font)).cloned().collect();
        let mut others: Vec<String> = fonts.iter().map(|font| font.info().family.clone()).collect();
        others.retain(|family| ![traditional, simplified].contains(&Some(family.as_str())));
        others.dedup();
        Self(Arc::new(Held {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            written: Written::of(&fonts),
            traditional_set: set_of(&fonts, traditional),
            simplified_set: set_of(&fonts, simplified),
            fonts,
            traditional,
            simplified,
            others,
        }))
    }

    /// Whether there is a face for a language. English needs one for Chinese as well, for names.
    pub fn can_write(&self, language: Language) -> bool {
        match language {
            Language::English => self.0.traditional.or(self.0.simplified).is_some(),
            Language::TraditionalChinese => self.0.traditional.is_some(),
            Language::SimplifiedChinese => self.0.simplified.is_some(),
        }
    }

    /// Whether some face has a glyph for a character.
    pub fn has(&self, character: char) -> bool {
        self.0.written.has(character)
    }

    /// The families to be tried for a language, in that order.
    pub(crate) fn families(&self, language: Language) -> Vec<&str> {
        let (first, second) = match language {
            Language::English | Language::TraditionalChinese => (self.0.traditional, self.0.simplified),
            Language::SimplifiedChinese => (self.0.simplified, self.0.traditional),
        };
        let chinese = [first, second].into_iter().flatten();
        chinese.chain(self.0.others.iter().map(String::as_str)).collect()
    }

    /// How wide a line of text is in ems, without kerning; a character that the language's own face lacks counts
    /// one em.
    pub(crate) fn width(&self, text: &str, bold: bool, language: Language) -> f64 {
        let set = match language {
            Language::English | Language::TraditionalChinese => &self.0.traditional_set,
            Language::SimplifiedChinese => &self.0.simplified_set,
        };
        let Some(font) = set.get(usize::from(bold)).or(set.first()) else {
            return text.chars().count() as f64;
        };
        let advance = |c| font.x_advance(font.ttf().glyph_index(c)?.0);
        text.chars().map(|c| advance(c).map_or(1.0, Em::get)).sum()
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        self.0.fonts.get(index).cloned()
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.0.book
    }
}

impl std::fmt::Debug for Faces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Held {
            traditional,
            simplified,
            others,
            ..
        } = &*self.0;
        f.debug_struct("Faces")
            .field("traditional", traditional)
            .field("simplified", simplified)
            .field("others", others)
            .finish_non_exhaustive()
    }
}
