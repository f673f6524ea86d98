//! The typefaces to print with: looked for on the system when something is first printed, read once, kept.
//!
//! They are not shipped: two files of Noto Sans CJK are 40 MB, and every system that shows Chinese has such faces.
//! The Debian package asks for `fonts-noto-cjk`. What is read stays in memory (40 MB) until the program ends.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use outreach_plan::Language;
use outreach_print::Faces;

use crate::Refused;

/// Faces for Chinese, by how their files' names begin; the first that a system has in both weights is enough, but
/// the Hong Kong and the Mainland forms may lie in files of their own, so all are taken.
const CHINESE: [&str; 10] = [
    "NotoSansCJK-",
    "NotoSansCJKhk-",
    "NotoSansCJKsc-",
    "NotoSansHK-",
    "NotoSansSC-",
    "SourceHanSans.",
    "SourceHanSansHC-",
    "SourceHanSansSC-",
    "msjh",
    "msyh",
];

/// Faces for other scripts, for the names of guests and venues.
const OTHERS: [&str; 8] = [
    "DejaVuSans",
    "NotoSans",
    "NotoSansArabic",
    "NotoSansHebrew",
    "NotoSansThai",
    "NotoSansDevanagari",
    "NotoEmoji",
    "NotoSansSymbols2",
];

/// Folders deeper than this are not looked into.
const DEEPEST: usize = 6;
/// No font file is larger; a larger one is not read.
const LARGEST: u64 = 128 * 1024 * 1024;

static FOUND: OnceLock<Faces> = OnceLock::new();

/// The faces of this system.
///
/// # Errors
/// `no_typeface` where none can write the language, so that nothing is ever printed as empty boxes. It is looked
/// for again next time, since it may have been installed.
pub(crate) fn faces(language: Language) -> Result<Faces, Refused> {
    if let Some(faces) = FOUND.get().filter(|faces| faces.can_write(language)) {
        return Ok(faces.clone());
    }
    let faces = Faces::new(files().into_iter().filter_map(|path| fs::read(path).ok()));
    if !faces.can_write(language) {
        return Err(Refused::new(
            "no_typeface",
            "Nothing was written: no typeface for Chinese was found on this computer. Install Noto Sans CJK \
             (on Debian the package fonts-noto-cjk) and try again.",
        ));
    }
    Ok(FOUND.get_or_init(|| faces).clone())
}

/// The font files worth reading, those for Chinese first.
fn files() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in folders() {
        gather(&folder, DEEPEST, &mut found);
    }
    found.sort();
    found.sort_by_key(|path| !is_chinese(&stem(path)));
    found
}

fn folders() -> Vec<PathBuf> {
    let home = |rest: &str| std::env::var_os("HOME").map(|home| Path::new(&home).join(rest));
    let mut folders: Vec<PathBuf> = [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        "/System/Library/Fonts",
        "/Library/Fonts",
    ]
    .into_iter()
    .map(PathBuf::from)
    .collect();
    folders.extend(home(".local/share/fonts"));
    folders.extend(home(".fonts"));
    folders.extend(home("Library/Fonts"));
    folders.extend(std::env::var_os("WINDIR").map(|windows| Path::new(&windows).join("Fonts")));
    folders
}

fn gather(folder: &Path, deeper: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(meta) = fs::metadata(&path) else { continue };
        if meta.is_dir() {
            if deeper > 0 {
                gather(&path, deeper - 1, found);
            }
        } else if meta.len() <= LARGEST && is_font(&path) && is_wanted(&stem(&path)) {
            found.push(path);
        }
    }
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn is_font(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("ttf" | "otf" | "ttc" | "otc"))
}

/// Whether a name is one of a text face in one of the two weights that are printed.
fn is_wanted(stem: &str) -> bool {
    if is_chinese(stem) {
        // Windows names its weights by letters: `msjh`, `msjhbd`.
        let windows = matches!(stem, "msjh" | "msjhbd" | "msyh" | "msyhbd");
        return windows || stem == "SourceHanSans" || is_printed_weight(stem);
    }
    OTHERS.iter().any(|name| {
        stem == *name
            || stem
                .strip_prefix(name)
                .is_some_and(|rest| matches!(rest, "-Regular" | "-Bold"))
    })
}

fn is_chinese(stem: &str) -> bool {
    CHINESE
        .iter()
        .any(|name| stem.starts_with(name.trim_end_matches('.')))
}

fn is_printed_weight(stem: &str) -> bool {
    stem.ends_with("-Regular") || stem.ends_with("-Bold")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_faces_in_two_weights_are_wanted_and_no_others() {
        for stem in [
            "NotoSansCJK-Regular",
            "NotoSansCJK-Bold",
            "NotoSansHK-Bold",
            "DejaVuSans",
            "DejaVuSans-Bold",
            "NotoSansArabic-Regular",
            "msjhbd",
        ] {
            assert!(is_wanted(stem), "{stem}");
        }
        for stem in [
            "NotoSansCJK-Black",
            "NotoSerifCJK-Regular",
            "DejaVuSans-Oblique",
            "DejaVuSansMono",
            "NotoSansArabic-Thin",
            "LiberationSans-Regular",
            "msjhl",
        ] {
            assert!(!is_wanted(stem), "{stem}");
        }
    }
}
