// Prints the meetings of a calendar between two years, as ical.js sees them: uid and start.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [file, first, last] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const found = [];
for (const part of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(part);
  const keep = (start) => {
    const shown = start.isDate ? start.toString() : start.toJSDate().toISOString().slice(0, 19) + "Z";
    if (shown >= first && shown < last) found.push(`${event.uid} ${shown}`);
  };
  if (!event.isRecurring()) {
    keep(event.startDate);
    continue;
  }
  const moments = event.iterator();
  for (let next = moments.next(), n = 0; next && n < 1000; next = moments.next(), n += 1) keep(next);
}
console.log(JSON.stringify(found.sort()));
