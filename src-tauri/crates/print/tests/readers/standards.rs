//! What PDF/A-2a and PDF/UA-1 ask for, looked up in each file as qpdf reads it: no word of the program that wrote it
//! is taken for it.

use serde_json::{Map, Value};

use super::*;

/// Structure types of ISO 32000-1, 14.8.4; any other must be mapped to one of them.
const STANDARD: &str = " Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 \
    H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT \
    RP Warichu WT WP Figure Formula Form ";
/// What a file that is to be kept must not hold: it runs something, hides something or lies elsewhere.
const FORBIDDEN: [&str; 9] = [
    "/AA",
    "/EF",
    "/Encrypt",
    "/JS",
    "/JavaScript",
    "/Launch",
    "/OpenAction",
    "/RichMedia",
    "/XFA",
];

/// The objects of a file.
struct Objects(Map<String, Value>);

impl Objects {
    fn of(path: &std::path::Path) -> Self {
        let json = run("qpdf", &["--json=2", "--json-key=qpdf"], path);
        let mut whole: Value = serde_json::from_str(&json).expect("qpdf writes JSON");
        let Value::Object(objects) = whole["qpdf"][1].take() else {
            panic!("qpdf tells no objects");
        };
        Self(objects)
    }

    /// What a value or a reference stands for.
    fn get<'a>(&'a self, value: &'a Value) -> &'a Value {
        let Some(name) = value.as_str().filter(|name| name.ends_with(" R")) else {
            return value;
        };
        let object = &self.0[&format!("obj:{name}")];
        object.get("value").unwrap_or(&object["stream"]["dict"])
    }

    fn catalogue(&self) -> &Value {
        self.get(&self.0["trailer"]["value"]["/Root"])
    }

    fn all(&self) -> impl Iterator<Item = &Value> {
        let values = self.0.values();
        values.map(|object| object.get("value").unwrap_or(&object["stream"]["dict"]))
    }

    fn of_type<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Value> {
        self.all().filter(move |object| object["/Type"] == kind)
    }

    /// Every structure element in reading order.
    fn elements(&self) -> Vec<&Value> {
        let mut found = Vec::new();
        self.walk(self.get(&self.catalogue()["/StructTreeRoot"]), &mut found);
        found
    }

    fn walk<'a>(&'a self, element: &'a Value, found: &mut Vec<&'a Value>) {
        if element["/S"].is_string() {
            found.push(element);
        }
        match self.get(&element["/K"]) {
            Value::Array(kids) => kids.iter().for_each(|kid| self.walk(self.get(kid), found)),
            Value::Object(_) => self.walk(self.get(&element["/K"]), found),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn every_file_holds_what_the_standards_ask_for_and_nothing_that_runs_or_lies_elsewhere() {
    if !has("qpdf") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    every(
        &[Audience::Internal, Audience::Public],
        |name, language, _, pdf| {
            let what = format!("{name} {language:?}");
            let file = Objects::of(&written(&folder, "kept.pdf", &pdf.bytes));
            let root = file.catalogue();
            assert_eq!(root["/MarkInfo"]["/Marked"], true, "{what}");
            assert_ne!(root["/MarkInfo"]["/Suspects"], true, "{what}");
            assert_eq!(root["/ViewerPreferences"]["/DisplayDocTitle"], true, "{what}");
            let intents = file.get(&root["/OutputIntents"]);
            let colours = file.get(&intents[0]);
            assert_eq!(colours["/S"], "/GTS_PDFA1", "{what}");
            assert!(
                file.get(&colours["/DestOutputProfile"])["/Length"].as_u64() > Some(0),
                "{what}"
            );
            for object in file.all().filter_map(Value::as_object) {
                let found = FORBIDDEN.iter().find(|key| object.contains_key(**key));
                assert_eq!(found, None, "{what}");
                assert_ne!(object.get("/Filter"), Some(&Value::from("/LZWDecode")), "{what}");
            }
            let pages: Vec<&Value> = file.of_type("/Page").collect();
            assert_eq!(pages.len(), pdf.pages as usize, "{what}");
            for page in pages {
                assert_eq!(page["/Tabs"], "/S", "{what}: keys go by the structure");
                assert!(page["/StructParents"].is_u64(), "{what}");
            }
        },
    );
}

#[test]
fn every_face_lies_in_the_file_and_says_which_characters_its_shapes_are() {
    if !has("qpdf") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    every(&[Audience::Internal], |name, language, _, pdf| {
        let what = format!("{name} {language:?}");
        let file = Objects::of(&written(&folder, "faces.pdf", &pdf.bytes));
        let whole: Vec<&Value> = file
            .of_type("/Font")
            .filter(|font| font["/Subtype"] == "/Type0")
            .collect();
        assert!(!whole.is_empty(), "{what}");
        for font in whole {
            let map = file.get(&font["/ToUnicode"]);
            assert_eq!(map["/Type"], "/CMap", "{what}: {font}");
        }
        for face in file.of_type("/FontDescriptor") {
            let program = ["/FontFile", "/FontFile2", "/FontFile3"]
                .iter()
                .map(|key| file.get(&face[*key]))
                .find(|program| program.is_object());
            assert!(program.is_some(), "{what}: {face}");
            let name = text(&face["/FontName"]);
            assert_eq!(
                name.find('+'),
                Some(7),
                "{what}: {name} is cut down to what is used"
            );
        }
    });
}

#[test]
fn a_screen_reader_finds_headings_in_steps_pictures_in_words_and_tables_with_heads() {
    if !has("qpdf") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    every(&[Audience::Internal], |name, language, _, pdf| {
        let what = format!("{name} {language:?}");
        let file = Objects::of(&written(&folder, "read.pdf", &pdf.bytes));
        let mapped = file.get(&file.get(&file.catalogue()["/StructTreeRoot"])["/RoleMap"]);
        let is_standard = |role: &str| STANDARD.contains(&format!(" {} ", role.trim_start_matches('/')));
        let elements = file.elements();
        let mut level = 0;
        for element in &elements {
            let role = text(&element["/S"]);
            assert!(
                is_standard(role) || is_standard(text(&mapped[role])),
                "{what}: {role} means nothing to a reader"
            );
            if let Some(next) = role
                .strip_prefix("/H")
                .and_then(|level| level.parse::<u32>().ok())
            {
                assert!(next <= level + 1, "{what}: from level {level} to {next}");
                level = next;
            }
            if role == "/Figure" {
                let words = text(&element["/Alt"]).trim_start_matches("u:");
                assert!(words.chars().count() > 10, "{what}: {element}");
            }
            if role == "/TH" {
                let told = element["/A"].to_string();
                assert!(
                    told.contains("\"/Scope\":\"/Column\"") || told.contains("\"/Scope\":\"/Row\""),
                    "{what}: {told}"
                );
            }
        }
        let count = |role: &str| elements.iter().filter(|element| element["/S"] == role).count();
        assert!(level > 0, "{what}: no heading");
        assert_eq!(count("/Table"), count("/THead"), "{what}: a table without a head");
        if name == "year" {
            assert_eq!(count("/Figure"), 4, "{what}: a chart a quarter");
        }
    });
}
