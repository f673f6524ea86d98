//! Packs as another program opens and makes them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "common/programs.rs"]
mod programs;

use outreach_exchange::NamedBytes;
use outreach_exchange::pack::{open, seal};
use tempfile::TempDir;

const PASSPHRASE: &str = "correct horse battery";

#[test]
fn another_program_opens_our_pack_and_we_open_its_own() {
    let folder = TempDir::new().unwrap();
    let ours = folder.path().join("people.csv.age");
    let file = NamedBytes {
        name: "people.csv".to_owned(),
        bytes: "姓名\r\n陳大文\r\n".as_bytes().to_vec(),
    };
    std::fs::write(&ours, seal(&[file], PASSPHRASE).unwrap()).unwrap();
    let theirs = folder.path().join("theirs.age");
    let Some(said) = programs::python("pack.py", &[&ours, &theirs]) else {
        return;
    };
    if said.trim() == "no age" {
        programs::left_out("age");
        return;
    }
    assert_eq!(said, "姓名\r\n陳大文\r\n".replace("\r\n", "|"));
    assert_eq!(
        open(&std::fs::read(&theirs).unwrap(), PASSPHRASE).unwrap(),
        "來自另一程式".as_bytes()
    );
}
