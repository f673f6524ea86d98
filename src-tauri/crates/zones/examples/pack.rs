//! Makes `data/tz/rules.pack` from a zoneinfo folder: `pack ZONEINFO RELEASE OUT`.

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let [folder, release, out] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("usage: pack ZONEINFO RELEASE OUT".into());
    };
    let mut files = Vec::new();
    read(Path::new(folder), "", &mut files)?;
    fs::write(out, outreach_zones::pack(files, &release.parse()?)?)?;
    Ok(())
}

fn read(folder: &Path, prefix: &str, files: &mut Vec<(String, Vec<u8>)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, fs::read(entry.path())?));
        }
    }
    Ok(())
}
