// The values of many events as columns of numbers: from the cards of a page, or from the file of all
// pages. `sizes[event]` values of a facet belong to an event; `starts` says where they begin.
import { dayNumber } from "./days.js";

export const EARLIEST = -2147483648;
export const LATEST = 2147483647;

class Column {
  constructor(keys, names, sizes, values) {
    this.keys = keys;
    this.names = names;
    this.index = new Map(keys.map((key, number) => [key, number]));
    this.starts = new Uint32Array(sizes.length + 1);
    sizes.forEach((size, event) => (this.starts[event + 1] = this.starts[event] + size));
    this.values = Uint32Array.from(values);
  }
}

const open = (days, end) => Int32Array.from(days, (day) => day ?? end);

/** What tells a place from all others, in the address that leads to it: its province and its name. */
const placeKey = (link) => link.getAttribute("href").split("/").slice(-2).join("/");

/** The columns of the cards on a page. `lists` are its lists of values, by facet. */
export function fromCards(cards, lists) {
  const days = (name, end) => Int32Array.from(cards, (card) => dayNumber(card.dataset[name], end));
  const facets = new Map();
  for (const [facet, keys] of lists) {
    const index = new Map(keys.map((key, number) => [key, number]));
    const sizes = [];
    const values = [];
    for (const card of cards) {
      const before = values.length;
      for (const key of new Set(card.dataset[facet].split("|"))) {
        if (index.has(key)) values.push(index.get(key));
      }
      sizes.push(values.length - before);
    }
    facets.set(facet, new Column(keys, keys, sizes, values));
  }
  const places = cards.map((card) => [...card.querySelectorAll(".place")].map(placeKey));
  const keys = [...new Set(places.flat())];
  const numbers = places.flat().map((key) => keys.indexOf(key));
  return {
    size: cards.length,
    from: days("from", EARLIEST),
    to: days("to", LATEST),
    known: days("known", LATEST),
    about: Uint8Array.from(cards, (card) => "about" in card.dataset),
    facets,
    places: new Column(keys, keys, places.map((found) => found.length), numbers),
    parts: [],
    first: 0,
  };
}

/** The columns of the file of all pages; `here` is the key of the page that asks. */
export function fromIndex(data, here) {
  const facets = new Map(
    Object.entries(data.facets).map(([facet, { keys, names, sizes, values }]) => [
      facet,
      new Column(keys, names, sizes, values),
    ]),
  );
  const loose = new Set(data.about);
  let first = 0;
  let seen = 0;
  const parts = data.parts.map(([key, size]) => {
    if (key === here) first = seen;
    seen += size;
    return { key, end: seen };
  });
  return {
    size: seen,
    from: open(data.from, EARLIEST),
    to: open(data.to, LATEST),
    known: open(data.known, LATEST),
    about: Uint8Array.from(data.from, (_, event) => loose.has(event)),
    facets,
    places: new Column(data.places.keys, [], data.places.sizes, data.places.values),
    parts,
    first,
  };
}
