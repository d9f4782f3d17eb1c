// Reads what the index knows of every document: docs/search-index.md, “Columns”.

import { Bits } from "./bits.js";

/** No day: a date has no beginning, no end, or there is none. */
export const OPEN = -1;
/** An event's provinces: its entry's; a list of their own; none; from here on a single one of the entry's. */
const [LIKE_ENTRY, OWN, NONE, ONE] = [0, 1, 2, 3];

/** The columns of all chunks as typed arrays, a place for each document. */
export function readColumns(files, { entries, docs, chunk }) {
  const columns = {
    base: new Uint32Array(entries + 1), // first document of an entry
    entryOf: new Uint32Array(docs),
    length: new Float32Array(docs), // positions that its fields take
    first: new Int32Array(docs), // first and last day; OPEN: none
    last: new Int32Array(docs),
    from: new Uint32Array(docs), // where its provinces stand in `list` …
    to: new Uint32Array(docs), // … and where they end
    list: [],
  };
  const { base, entryOf } = columns;
  let doc = 0;
  files.forEach((file, part) => {
    const bits = new Bits(file);
    const size = Math.min(chunk, entries - part * chunk);
    const events = bits.column(size);
    const begin = doc;
    for (let i = 0; i < size; i += 1) {
      base[part * chunk + i] = doc;
      entryOf.fill(part * chunk + i, doc, (doc += 1 + events[i]));
    }
    base[part * chunk + size] = doc;
    const here = { bits, begin, end: doc, sizes: [size, doc - begin - size] };
    readLengths(here, columns);
    readDays(here, columns);
    readProvinces(here, columns);
  });
  columns.list = Uint16Array.from(columns.list);
  return columns;
}

/** Lengths in blocks of 8 positions: from 4 on two to a doubling. */
function readLengths({ bits, begin, end, sizes }, { base, entryOf, length }) {
  const classes = sizes.map((n) => bits.column(n));
  const at = [0, 0];
  for (let doc = begin; doc < end; doc += 1) {
    const kind = base[entryOf[doc]] === doc ? 0 : 1;
    const number = classes[kind][at[kind]++];
    length[doc] = 8 * (number < 4 ? number : Math.round(4 * 2 ** ((number - 4) / 2)));
  }
}

function readDays({ bits, begin, end, sizes }, { base, entryOf, first, last }) {
  const flags = sizes.map((n) => bits.column(n));
  const number = (list, test) => list.reduce((n, flag) => n + Number(test(flag)), 0);
  const dated = flags.map((list) => number(list, (flag) => flag !== 4));
  const ofEntries = readSteps(bits, dated[0]);
  const fromEntry = bits.number(1);
  const ofEvents = readSteps(bits, dated[1]);
  const spans = bits.column(flags.reduce((n, list) => n + number(list, (flag) => flag === 1), 0));
  let [entry, event, own, other, span, day] = [0, 0, 0, 0, 0, 0];
  let anchor = 0; // day of the last dated entry: the next one counts from there
  for (let doc = begin; doc < end; doc += 1) {
    const whole = base[entryOf[doc]] === doc;
    const flag = whole ? flags[0][entry++] : flags[1][event++];
    if (whole || fromEntry) day = anchor;
    if (flag === 4) {
      first[doc] = last[doc] = OPEN;
      continue;
    }
    if (whole) anchor = day += ofEntries[own++];
    else day += ofEvents[other++];
    first[doc] = flag === 3 ? OPEN : day;
    last[doc] = flag === 2 ? OPEN : flag === 1 ? day + spans[span++] : day;
  }
}

/** Numbers on both sides of 0. */
function readSteps(bits, size) {
  if (bits.number(1)) return Int32Array.from(bits.column(size), (n) => (n & 1 ? -(n + 1) / 2 : n / 2));
  const below = bits.column(size);
  return Int32Array.from(bits.column(size), (n, i) => (below[i] ? -n : n));
}

function readProvinces({ bits, begin, end, sizes }, { base, entryOf, from, to, list }) {
  const where = bits.column(sizes[1]);
  const owners = where.reduce((n, value) => n + Number(value === OWN), 0);
  const lists = [sizes[0], owners].map((n) => {
    const counts = bits.column(n);
    return { counts, values: bits.column(counts.reduce((a, b) => a + b, 0)), at: 0, next: 0 };
  });
  let event = 0;
  for (let doc = begin; doc < end; doc += 1) {
    const entry = base[entryOf[doc]];
    const value = entry === doc ? OWN : where[event++];
    if (value === OWN) {
      const own = lists[entry === doc ? 0 : 1];
      from[doc] = list.length;
      for (let left = own.counts[own.at++]; left > 0; left -= 1) list.push(own.values[own.next++]);
      to[doc] = list.length;
    } else {
      from[doc] = value < ONE ? from[entry] : from[entry] + value - ONE;
      to[doc] = value === LIKE_ENTRY ? to[entry] : value === NONE ? from[doc] : from[doc] + 1;
    }
  }
}

/** Status and type of all events: {status, type}, a place for each document, 0 for none. */
export function readKinds(files, { base }, { entries, docs, chunk }) {
  const kinds = { status: new Uint8Array(docs), type: new Uint16Array(docs) };
  files.forEach((file, part) => {
    const bits = new Bits(file);
    const [begin, end] = [part * chunk, Math.min((part + 1) * chunk, entries)];
    const size = base[end] - base[begin] - (end - begin);
    for (const column of [kinds.status, kinds.type]) {
      const values = bits.column(size);
      let at = 0;
      for (let entry = begin; entry < end; entry += 1) {
        for (let doc = base[entry] + 1; doc < base[entry + 1]; doc += 1) column[doc] = values[at++];
      }
    }
  });
  return kinds;
}

/** Speakers or sources: {keys, names, from, to, list: numbers of the values of all documents}. */
export function readLists(files, { base, entryOf }, { docs }) {
  const keys = new Map();
  const names = [];
  const [from, to] = [new Uint32Array(docs), new Uint32Array(docs)];
  const list = [];
  let doc = 0;
  for (const [values, listed] of files) {
    const numbers = values.map(([key, text]) => {
      if (!keys.has(key)) {
        keys.set(key, keys.size);
        names.push(text);
      }
      return keys.get(key);
    });
    for (const own of listed) {
      const entry = base[entryOf[doc]];
      from[doc] = own === 0 ? from[entry] : list.length;
      if (own !== 0) for (const number of own) list.push(numbers[number]);
      to[doc] = own === 0 ? to[entry] : list.length;
      doc += 1;
    }
  }
  return { keys: [...keys.keys()], names, from, to, list: Uint32Array.from(list) };
}
