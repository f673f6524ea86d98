// Reads VTIMEZONEs with ical.js and works out the instant of wall times by them, for tests/vtimezone_walls.rs.
// In: a calendar, a file of lines `zone wall instant kind` (seconds; the wall time as if it were UTC), package.json.
// Out: for each kind a line `kind compared wrong`, then up to 20 lines of what was wrong.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [, , calendar, walls, packages] = process.argv;
const loaded = createRequire(packages)("ical.js");
const ICAL = loaded.default ?? loaded;
const zones = new Map();
for (const component of new ICAL.Component(ICAL.parse(readFileSync(calendar, "utf8"))).getAllSubcomponents()) {
  const zone = new ICAL.Timezone(component);
  zones.set(zone.tzid, zone);
}
const tally = new Map();
const wrong = [];
for (const line of readFileSync(walls, "utf8").trimEnd().split("\n")) {
  const [name, wall, instant, kind] = line.split(" ");
  const shown = new Date(Number(wall) * 1000);
  const time = new ICAL.Time(
    {
      year: shown.getUTCFullYear(),
      month: shown.getUTCMonth() + 1,
      day: shown.getUTCDate(),
      hour: shown.getUTCHours(),
      minute: shown.getUTCMinutes(),
      second: shown.getUTCSeconds(),
    },
    zones.get(name),
  );
  const count = tally.get(kind) ?? { compared: 0, wrong: 0 };
  tally.set(kind, count);
  count.compared++;
  const found = time.toUnixTime();
  if (found !== Number(instant)) {
    count.wrong++;
    if (kind === "once") wrong.push(`  ${name} ${shown.toISOString()}: ${found - Number(instant)} s off`);
  }
}
for (const [kind, count] of tally) console.log(`${kind} ${count.compared} ${count.wrong}`);
for (const line of wrong.slice(0, 20)) console.log(line);
