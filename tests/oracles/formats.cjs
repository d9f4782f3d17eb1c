// node formats.cjs geojson|calendar|robots FILE [ADDRESS …]: what a reader of that format finds, as JSON.
const { readFileSync } = require("node:fs");

const [kind, file, ...addresses] = process.argv.slice(2);
const text = readFileSync(file, "utf8");

// {faults}: where it is not GeoJSON by RFC 7946.
const geojson = () => {
  const { check, HintError } = require("@placemarkio/check-geojson");
  try {
    check(text);
    return { faults: [] };
  } catch (problem) {
    if (!(problem instanceof HintError)) throw problem;
    return { faults: problem.issues.map((issue) => issue.message) };
  }
};

// {faults, events: {uid: [first day, day after the last]}} by the parser of Thunderbird's calendar.
const calendar = async () => {
  const ICAL = (await import("ical.js")).default;
  ICAL.design.strict = true;
  const faults = [];
  const events = {};
  try {
    const whole = new ICAL.Component(ICAL.parse(text));
    for (const name of ["version", "prodid"]) {
      if (!whole.hasProperty(name)) faults.push(`no ${name}`);
    }
    for (const part of whole.getAllSubcomponents("vevent")) {
      for (const name of ["uid", "dtstamp", "dtstart"]) {
        if (part.getAllProperties(name).length !== 1) faults.push(`not one ${name}`);
      }
      const event = new ICAL.Event(part);
      if (!(event.endDate.compare(event.startDate) > 0)) faults.push(`${event.uid} ends too early`);
      if (events[event.uid]) faults.push(`${event.uid} twice`);
      events[event.uid] = [String(event.startDate), String(event.endDate)];
    }
  } catch (problem) {
    faults.push(String(problem));
  }
  return { faults, events };
};

// {sitemaps, refused}: where it says that the sitemap is, and which addresses it keeps robots from.
const robots = () => {
  const rules = require("robots-parser")(new URL("/robots.txt", addresses[0]).href, text);
  const refused = addresses.filter((address) => rules.isAllowed(address, "Searcher") !== true);
  return { sitemaps: rules.getSitemaps(), refused };
};

Promise.resolve({ geojson, calendar, robots }[kind]()).then((found) => {
  console.log(JSON.stringify(found));
});
