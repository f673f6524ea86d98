//! The compiled-in tables of `data/names`, parsed once when first asked for.
//!
//! The tables are made by scripts or kept by hand and tested whole, so a row that does not fit is a broken build
//! and panics; it can never come from a planner's input.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

/// Rows of a table with `N` columns; trailing empty columns may be missing.
pub(crate) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            std::array::from_fn(|_| fields.next().unwrap_or_default())
        })
}

const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// Something for each Chinese character: a plain table for the common planes, a map for the rest.
#[derive(Debug)]
pub(crate) struct ByCharacter<T> {
    common: Vec<T>,
    rare: FxHashMap<char, T>,
}

impl<T: Copy + Default> ByCharacter<T> {
    fn new() -> Self {
        Self {
            common: vec![T::default(); (LAST - FIRST + 1) as usize],
            rare: FxHashMap::default(),
        }
    }

    pub(crate) fn get(&self, c: char) -> T {
        match (c as u32).checked_sub(FIRST) {
            None => T::default(),
            Some(place) if (place as usize) < self.common.len() => self.common[place as usize],
            Some(_) if (c as u32) < 0x20000 => T::default(),
            Some(_) => self.rare.get(&c).copied().unwrap_or_default(),
        }
    }

    fn set(&mut self, c: char, value: T) {
        match (c as u32).checked_sub(FIRST) {
            Some(place) if (place as usize) < self.common.len() => self.common[place as usize] = value,
            _ => {
                self.rare.insert(c, value);
            }
        }
    }
}

/// Shapes of characters.
#[derive(Debug)]
pub(crate) struct Shapes {
    /// The simplified one that stands for all.
    simplified: ByCharacter<Option<char>>,
    /// The usual traditional one of a simplified one.
    traditional: ByCharacter<Option<char>>,
}

impl Shapes {
    pub(crate) fn simplified(&self, c: char) -> char {
        self.simplified.get(c).unwrap_or(c)
    }

    pub(crate) fn traditional(&self, c: char) -> char {
        self.traditional.get(c).unwrap_or(c)
    }
}

pub(crate) static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let mut shapes = Shapes {
        simplified: ByCharacter::new(),
        traditional: ByCharacter::new(),
    };
    for [root, traditional, others] in rows(include_str!("../../../../data/names/variants.tsv")) {
        let simple = root.chars().next().expect("a made table has its key");
        for c in traditional.chars().chain(others.chars()) {
            shapes.simplified.set(c, Some(simple));
        }
        if let Some(usual) = traditional.chars().next() {
            shapes.traditional.set(simple, Some(usual));
        }
    }
    shapes
});

/// How characters are read in one language: syllables by number, none for 0.
#[derive(Debug)]
pub(crate) struct Readings {
    /// Of each syllable how names spell it, the likeliest first.
    spellings: Vec<Vec<String>>,
    by_spelling: FxHashMap<String, Vec<u16>>,
    first: ByCharacter<u16>,
    /// Where in `others` the further readings stand.
    also: ByCharacter<(u32, u8)>,
    others: Vec<u16>,
}

impl Readings {
    fn parse(text: &'static str, spell: impl Fn(&str) -> Vec<String>) -> Self {
        let mut readings = Self {
            spellings: vec![Vec::new()],
            by_spelling: FxHashMap::default(),
            first: ByCharacter::new(),
            also: ByCharacter::new(),
            others: Vec::new(),
        };
        let mut also: Vec<(char, u16)> = Vec::new();
        for [syllable, first, others] in rows(text) {
            let number = u16::try_from(readings.spellings.len()).expect("there are some hundred syllables");
            let spelt = spell(syllable);
            for spelling in &spelt {
                readings
                    .by_spelling
                    .entry(spelling.clone())
                    .or_default()
                    .push(number);
            }
            readings.spellings.push(spelt);
            for c in first.chars() {
                readings.first.set(c, number);
            }
            also.extend(others.chars().map(|c| (c, number)));
        }
        also.sort_unstable();
        let mut at = 0;
        for run in also.chunk_by(|a, b| a.0 == b.0) {
            let count = u8::try_from(run.len()).expect("a character has few readings");
            readings.also.set(run[0].0, (at, count));
            at += u32::from(count);
            readings.others.extend(run.iter().map(|(_, number)| number));
        }
        readings
    }

    /// Readings of a character in either script, the likeliest first; few characters have more than three.
    pub(crate) fn of(&self, c: char) -> impl Iterator<Item = u16> + '_ {
        let first = self.first.get(c);
        let (at, count) = self.also.get(c);
        let also = &self.others[at as usize..at as usize + usize::from(count)];
        Some(first)
            .filter(|first| *first != 0)
            .into_iter()
            .chain(also.iter().copied())
    }

    /// How names spell a syllable, the likeliest first.
    pub(crate) fn spellings(&self, number: u16) -> &[String] {
        &self.spellings[usize::from(number)]
    }

    /// The syllables that names spell so.
    pub(crate) fn spelt(&self, latin: &str) -> &[u16] {
        self.by_spelling.get(latin).map_or(&[], Vec::as_slice)
    }
}

type Parts = FxHashMap<(&'static str, &'static str), Vec<&'static str>>;

static PARTS: LazyLock<Parts> = LazyLock::new(|| {
    rows(include_str!("../../../../data/names/spellings.tsv"))
        .map(|[kind, part, spellings]| ((kind, part), spellings.split(' ').collect()))
        .collect()
});

fn initial_of(syllable: &str, kind: &'static str) -> usize {
    // "ng" before "n", "gw" before "g", "zh" before "z": the longest initial that leaves something.
    (1..=2)
        .rev()
        .find(|length| syllable.len() > *length && PARTS.contains_key(&(kind, &syllable[..*length])))
        .unwrap_or(0)
}

fn put(spellings: &mut Vec<String>, spelling: String) {
    if !spelling.is_empty() && !spellings.contains(&spelling) {
        spellings.push(spelling);
    }
}

/// How Hong Kong spells a Jyutping syllable; Jyutping itself last.
fn hong_kong(syllable: &str) -> Vec<String> {
    let mut spellings = Vec::new();
    if let Some(whole) = PARTS
        .iter()
        .find(|((kind, part), _)| *kind == "c-whole" && *part == syllable)
    {
        whole.1.iter().for_each(|s| put(&mut spellings, (*s).to_owned()));
    } else {
        let (initial, rest) = syllable.split_at(initial_of(syllable, "c-initial"));
        let own = [rest];
        let initials = PARTS
            .get(&("c-initial", initial))
            .map_or(&[""][..], Vec::as_slice);
        let finals = PARTS.get(&("c-final", rest)).map_or(&own[..], Vec::as_slice);
        for end in finals {
            for start in initials {
                put(&mut spellings, format!("{start}{end}"));
            }
        }
    }
    put(&mut spellings, syllable.to_owned());
    spellings
}

/// Pinyin, then Wade-Giles, without its apostrophes.
fn pinyin(syllable: &str) -> Vec<String> {
    let mut spellings = vec![syllable.replace('v', "u")];
    if syllable.contains('v') {
        put(&mut spellings, syllable.to_owned());
        put(&mut spellings, syllable.replace('v', "yu"));
    }
    if let Some(whole) = PARTS
        .iter()
        .find(|((kind, part), _)| *kind == "w-whole" && *part == syllable)
    {
        whole.1.iter().for_each(|s| put(&mut spellings, (*s).to_owned()));
    } else {
        let (initial, rest) = syllable.split_at(initial_of(syllable, "w-initial"));
        let own = [rest];
        let initials = PARTS.get(&("w-initial", initial));
        let initials = initials.map_or_else(|| vec![initial], Clone::clone);
        let finals = PARTS.get(&("w-final", rest)).map_or(&own[..], Vec::as_slice);
        for end in finals {
            for start in &initials {
                put(&mut spellings, format!("{start}{end}").replace('v', "u"));
            }
        }
    }
    spellings
}

/// Cantonese: Jyutping.
pub(crate) static CANTONESE: LazyLock<Readings> =
    LazyLock::new(|| Readings::parse(include_str!("../../../../data/names/cantonese.tsv"), hong_kong));

/// Mandarin: Pinyin, `v` for ü.
pub(crate) static MANDARIN: LazyLock<Readings> =
    LazyLock::new(|| Readings::parse(include_str!("../../../../data/names/mandarin.tsv"), pinyin));

/// Syllables in Cantonese and in Mandarin that some character in use is first read as.
pub(crate) static BOTH_TONGUES: LazyLock<FxHashSet<(u16, u16)>> = LazyLock::new(|| {
    // The characters of the first Unicode block: those after are too rare to be in names.
    ('\u{4e00}'..='\u{9fa5}')
        .filter_map(|c| Some((CANTONESE.of(c).next()?, MANDARIN.of(c).next()?)))
        .collect()
});

/// A family name in Chinese characters and how its bearers spell it, each the likeliest first.
#[derive(Debug)]
pub(crate) struct Surname {
    /// In Hong Kong.
    pub(crate) hong_kong: Vec<&'static str>,
    /// In Pinyin, then as in Taiwan.
    pub(crate) mandarin: Vec<&'static str>,
    /// In South-East Asia and elsewhere.
    pub(crate) elsewhere: Vec<&'static str>,
}

/// Family names by their Simplified characters.
#[derive(Debug)]
pub(crate) struct Surnames {
    by_name: FxHashMap<String, Surname>,
    by_spelling: FxHashMap<String, Vec<String>>,
}

impl Surnames {
    /// By the name in Simplified characters.
    pub(crate) fn get(&self, simplified: &str) -> Option<&Surname> {
        self.by_name.get(simplified)
    }

    /// The family names, in Simplified characters, that are spelt so; folded, without blanks.
    pub(crate) fn spelt(&self, latin: &str) -> &[String] {
        self.by_spelling.get(latin).map_or(&[], Vec::as_slice)
    }
}

pub(crate) static SURNAMES: LazyLock<Surnames> = LazyLock::new(|| {
    let mut surnames = Surnames {
        by_name: FxHashMap::default(),
        by_spelling: FxHashMap::default(),
    };
    for [traditional, hong_kong, mandarin, elsewhere] in
        rows(include_str!("../../../../data/names/surnames.tsv"))
    {
        let simple: String = traditional.chars().map(|c| SHAPES.simplified(c)).collect();
        let compound = traditional.chars().nth(1).is_some();
        // A compound name's spellings of two words are one name.
        let words =
            |text: &'static str| -> Vec<&'static str> { text.split(' ').filter(|s| !s.is_empty()).collect() };
        let surname = Surname {
            hong_kong: if compound && hong_kong.contains(' ') {
                vec![hong_kong]
            } else {
                words(hong_kong)
            },
            mandarin: words(mandarin),
            elsewhere: words(elsewhere),
        };
        for spelling in surname
            .hong_kong
            .iter()
            .chain(&surname.mandarin)
            .chain(&surname.elsewhere)
        {
            let names = surnames.by_spelling.entry(spelling.replace(' ', "")).or_default();
            if !names.contains(&simple) {
                names.push(simple.clone());
            }
        }
        surnames.by_name.insert(simple, surname);
    }
    surnames
});

/// Given names by their familiar forms; a form may stand for several.
pub(crate) static NICKNAMES: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut forms: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for [name, short] in rows(include_str!("../../../../data/names/nicknames.tsv")) {
        for short in short.split(' ') {
            forms.entry(short).or_default().push(name);
        }
    }
    forms
});

/// Whether a word is a given name of English or a familiar form of one.
pub(crate) fn is_english(word: &str) -> bool {
    static FORMAL: LazyLock<FxHashSet<&'static str>> =
        LazyLock::new(|| NICKNAMES.values().flatten().copied().collect());
    NICKNAMES.contains_key(word) || FORMAL.contains(word)
}

/// Whether one given name is a familiar form of the other, or both of a third.
pub(crate) fn familiar(one: &str, other: &str) -> bool {
    let (first, second) = (NICKNAMES.get(one), NICKNAMES.get(other));
    let among = |names: Option<&Vec<&str>>, name: &str| names.is_some_and(|names| names.contains(&name));
    among(first, other)
        || among(second, one)
        || first.is_some_and(|names| names.iter().any(|name| among(second, name)))
}

/// Whether some Chinese character is spelt so in Cantonese or Mandarin.
pub(crate) fn is_syllable(latin: &str) -> bool {
    !CANTONESE.spelt(latin).is_empty() || !MANDARIN.spelt(latin).is_empty()
}
