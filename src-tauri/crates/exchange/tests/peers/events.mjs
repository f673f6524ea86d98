// Reads a calendar with ical.js, by the VTIMEZONE components of the file alone, and prints a line an event:
// "UID start end" in seconds since 1970; days of all-day events count from midnight UTC.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [, , file, packages] = process.argv;
const loaded = createRequire(packages)("ical.js");
const ICAL = loaded.default ?? loaded;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const seconds = (time) => (time.isDate ? Date.UTC(time.year, time.month - 1, time.day) / 1000 : time.toUnixTime());
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const end = component.hasProperty("dtend") ? event.endDate : event.startDate;
  console.log(`${event.uid} ${seconds(event.startDate)} ${seconds(end)}`);
}
