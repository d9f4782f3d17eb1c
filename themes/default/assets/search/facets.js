// Counts what a facet's values would leave of the matches.

import { OPEN } from "./columns.js";

const MOST_MONTHS = 24;

/** A facet whose values are numbers of `keys`: the `value` of a document, or those of a stretch of a `list`. */
export class Facet {
  /** @param {{value, from, to, list}} column; with `value`, 0 stands for none where keys[0] is empty */
  constructor(name, keys, names, column, chosen) {
    Object.assign(this, { name, keys, names, column, counts: new Uint32Array(keys.length) });
    this.wanted = chosen.length ? Uint8Array.from(keys, (key) => Number(chosen.includes(key))) : null;
  }

  fits(doc) {
    const { wanted, column: { value, from, to, list } } = this;
    if (value) return wanted[value[doc]] === 1;
    for (let at = from[doc]; at < to[doc]; at += 1) if (wanted[list[at]]) return true;
    return false;
  }

  count(docs) {
    const { counts, column: { value, from, to, list } } = this;
    if (value) for (const doc of docs) counts[value[doc]] += 1;
    else {
      for (const doc of docs) {
        for (let at = from[doc], end = to[doc]; at < end; at += 1) counts[list[at]] += 1;
      }
    }
    if (this.keys[0] === "") counts[0] = 0;
  }
}

/** The months of all documents, once for an index. */
export class Months {
  constructor({ first, last }) {
    let [low, high] = [Infinity, -Infinity];
    for (let doc = 0; doc < first.length; doc += 1) {
      if (first[doc] !== OPEN && first[doc] < low) low = first[doc];
      if (last[doc] !== OPEN && last[doc] < low) low = last[doc];
      if (first[doc] > high) high = first[doc];
      if (last[doc] > high) high = last[doc];
    }
    const known = new Map();
    const month = (day) => {
      if (!known.has(day)) {
        const [year, number] = isoDay(day).split("-");
        known.set(day, 12 * Number(year) + Number(number) - 1);
      }
      return known.get(day);
    };
    this.start = high < 0 ? 0 : month(low) - (month(low) % 12);
    this.size = high < 0 ? 0 : 12 * Math.ceil((month(high) + 1 - this.start) / 12);
    // Of a date that has no beginning or no end everything before, or after, is possible.
    const at = (day, other) => (day === OPEN ? other : month(day) - this.start);
    this.from = Int32Array.from(first, (day) => at(day, 0));
    this.to = Int32Array.from(last, (day) => at(day, this.size - 1));
  }
}

/** The facet of dates: a stretch of time that the day of a document may lie in. */
export class Dates {
  constructor(columns, months, [from, to]) {
    Object.assign(this, { name: "date", columns, months, range: [from, to] });
    this.wanted = from !== OPEN || to !== OPEN;
    this.exact = new Uint32Array(months.size);
    this.steps = new Int32Array(months.size + 1);
    this.years = new Int32Array(months.size / 12 + 1);
    this.vague = new Uint8Array(months.size / 12);
  }

  /** Whether some day is possible for the document and lies in the range; an open end excludes nothing. */
  fits(doc) {
    const { columns: { first, last }, range: [from, to] } = this;
    if (first[doc] === OPEN && last[doc] === OPEN) return false;
    return (to === OPEN || first[doc] === OPEN || first[doc] <= to) &&
      (from === OPEN || last[doc] === OPEN || last[doc] >= from);
  }

  count(docs) {
    const { exact, steps, years, vague, columns: { first, last }, months: { from, to } } = this;
    for (const doc of docs) {
      const [begin, end] = [from[doc], to[doc]];
      const open = first[doc] === OPEN || last[doc] === OPEN;
      if (begin === end && !open) exact[begin] += 1;
      else if (open && first[doc] === last[doc]) continue; // undated
      else {
        if (first[doc] !== OPEN) vague[(begin / 12) | 0] = 1;
        if (last[doc] !== OPEN) vague[(end / 12) | 0] = 1;
      }
      steps[begin] += 1;
      steps[end + 1] -= 1;
      years[(begin / 12) | 0] += 1;
      years[((end / 12) | 0) + 1] -= 1;
    }
  }

  /**
   * Months, or years where there are many, each with the documents that may lie in it: [key, count].
   * A year stands beside months where nothing nearer is known of some date.
   */
  stretches() {
    const { exact, steps, years, vague, months: { start } } = this;
    const fine = exact.reduce((n, count) => n + Number(count > 0), 0) <= MOST_MONTHS;
    const found = [];
    let inYear = 0;
    let inMonth = 0;
    for (let year = 0; year < vague.length; year += 1) {
      inYear += years[year];
      const listed = [];
      let any = false;
      for (let at = 12 * year; at < 12 * year + 12; at += 1) {
        inMonth += steps[at];
        any ||= exact[at] > 0;
        if (fine && exact[at]) listed.push([key(start + at), inMonth]);
      }
      if (fine && any) found.push(...listed);
      else if (any || vague[year]) found.push([String((start + 12 * year) / 12).padStart(4, "0"), inYear]);
    }
    return found;
  }
}

/** `2021-06` of a month counted from the year 0. */
function key(month) {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** Number of the first or last day of `2021`, `2021-06` or `2021-06-08`; OPEN for anything else. */
export function ordinal(text, end) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
  if (!found) return OPEN;
  const [year, month, day] = [Number(found[1]), found[2] && Number(found[2]), found[3] && Number(found[3])];
  const date = new Date(Date.UTC(2000, 0, 1));
  if (!end) date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  else if (day) date.setUTCFullYear(year, month - 1, day);
  else if (month) date.setUTCFullYear(year, month, 0);
  else date.setUTCFullYear(year, 11, 31);
  return Math.round((date.getTime() - Date.UTC(2000, 0, 1)) / 864e5) + 730120;
}

/** The day of a number, ISO. */
export function isoDay(number) {
  return new Date(Date.UTC(2000, 0, 1) + (number - 730120) * 864e5).toISOString().slice(0, 10);
}
