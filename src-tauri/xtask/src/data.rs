//! Making the reference data anew from its sources.

use crate::cache;
use crate::shell::{Stop, cargo, command, output, run, step, top};

const MADE: [&str; 5] = ["places", "holidays", "map", "zones", "names"];

/// Makes what is named, or all.
pub(crate) fn make(what: &[&str]) -> Result<(), Stop> {
    if let Some(unknown) = what.iter().find(|name| **name != "tz" && !MADE.contains(name)) {
        return Err(Stop::new(format!(
            "there is no data {unknown}; there are tz, {}",
            MADE.join(", ")
        )));
    }
    let python = cache::venv("data", &top().join("data/requirements.txt"))?;
    if what.is_empty() || what.contains(&"tz") {
        step("time zone rules");
        let about = "import tzdata, pathlib; print(tzdata.IANA_VERSION); print(pathlib.Path(tzdata.__file__).parent / 'zoneinfo')";
        let said = output(&mut command(&python, &["-c", about]))?;
        let mut lines = said.lines();
        let (Some(release), Some(tree)) = (lines.next(), lines.next()) else {
            return Err(Stop::new("the package tzdata did not say its release and folder"));
        };
        let pack = [
            "run",
            "--quiet",
            "-p",
            "outreach-zones",
            "--example",
            "pack",
            "--",
            tree,
            release,
            "data/tz/rules.pack",
        ];
        run(&mut cargo(&pack))?;
        let changes = ["src-tauri/xtask/data/tz_changes.py", "data/tz/changes.tsv"];
        run(&mut command(&python, &changes))?;
    }
    let others: Vec<&str> = what.iter().copied().filter(|name| *name != "tz").collect();
    if what.is_empty() || !others.is_empty() {
        step("places, holidays, map, zone names, names of people");
        run(command(&python, &["src-tauri/xtask/data/make.py"]).args(others))?;
    }
    Ok(())
}
