// Answers queries: which documents match, in which order, and what the facets count.

import { Bits } from "./bits.js";
import { begins, isNear, parse } from "./query.js";
import { OPEN } from "./store.js";
import { STOP_WORDS } from "./words.js";

// Ranking: BM25 over weighted fields (docs/search-index.md).
/** Of title, names, text. */
const WEIGHTS = [5, 2, 1];
/** Places of a field begin at a multiple of this. */
const FIELD = 2 ** 20;
const K1 = 1.2;
const B = 0.4;
const PREFIX_WEIGHT = 0.5;
/** Bytes of shards that a word still being typed may ask for, beyond its own. */
const PREFIX_BYTES = 24000;
const SHORTEST_PREFIX = 2;
const SHORTEST_MENDED = 4;
const MOST_MENDED = 6;

export const EMPTY = { q: "", province: [], status: [], type: [], speaker: [], source: [], kind: [],
  from: "", to: "", sort: "relevance" };

export class Engine {
  constructor(store) {
    this.store = store;
    this.lists = [];
    this.decoded = new Map();
  }

  /**
   * @param {string} text the query
   * @param {{typing?: boolean}} options `typing`: the last word may not be complete
   * @returns matches: {docs, scores, query, instead, begun, none}
   */
  async match(text, { typing = false } = {}) {
    await this.store.open();
    const query = parse(text, this.store.analyzer);
    const result = { query, docs: null, scores: null, instead: [], begun: "" };
    if (!query.parts.length && !query.without.length) return result;
    const parts = query.parts.map((part) => ({ ...part, units: part.units.map((u) => ({ ...u })) }));
    if (typing && query.prefix) await this.extend(parts.at(-1)?.units[0], query.prefix, PREFIX_BYTES);
    let found = await this.all(parts, query.without);
    if (!found.docs.length && !typing) found = await this.mend(parts, query, result) ?? found;
    result.parts = parts;
    return Object.assign(result, found);
  }

  /** Let a unit stand for every term that begins like its word, too. */
  async extend(unit, word, bytes) {
    if (!unit || [...word].length < SHORTEST_PREFIX || unit.words.at(-1) !== word) return;
    const { store } = this;
    const { analyzer } = store;
    const terms = new Set();
    if (unit.words.length === 1) {
      for (const [text, equal] of analyzer.names) {
        if (text.startsWith(word)) for (const term of equal) terms.add(term);
      }
    }
    const stem = analyzer.term(word);
    const own = new Set([store.shardOf(stem), store.shardOf(word)]);
    let left = bytes;
    const names = [];
    for (const name of store.shardsFrom(word)) {
      if (!own.has(name)) left -= store.shards.get(name).size;
      if (own.has(name) || left >= 0) names.push(name);
    }
    for (let n = 4; n < word.length; n += 1) names.push(store.shardOf(word.slice(0, n)));
    const wanted = [...new Set(names)].filter((name) => name !== null);
    for (const shard of await Promise.all(wanted.map((name) => store.shard(name)))) {
      for (const term of shard.keys()) {
        if (!term.startsWith("@") && begins(term, word, stem)) terms.add(term);
      }
    }
    unit.more = [...terms].filter((term) => !unit.terms.includes(term));
  }

  /** Try again with what the reader may have meant; null when nothing is near. */
  async mend(parts, query, result) {
    const { store } = this;
    const missing = [];
    for (const part of parts) {
      for (const unit of part.units) {
        const found = await Promise.all(unit.terms.map((term) => store.postings(term)));
        if (!found.some(Boolean)) missing.push(unit);
      }
    }
    if (!missing.length) return null;
    const last = parts.at(-1)?.units[0];
    if (query.prefix && missing.length === 1 && missing[0] === last) {
      await this.extend(last, query.prefix, Infinity);
      if (last.more?.length) {
        const found = await this.all(parts, query.without);
        if (found.docs.length) {
          result.begun = query.prefix;
          return found;
        }
      }
    }
    const swaps = await Promise.all(missing.map((unit) => this.near(unit)));
    if (swaps.some((words) => !words.length)) return null;
    missing.forEach((unit, i) => {
      unit.terms = [...new Set(swaps[i].flatMap(({ terms }) => terms))];
      unit.more = [];
    });
    const found = await this.all(parts, query.without);
    if (!found.docs.length) return null;
    result.instead = missing.map((unit, i) => ({
      typed: unit.words.join(" "), shown: swaps[i].map(({ word }) => word),
    }));
    return found;
  }

  /** Words of the index at most one edit away: [{word, terms}], names first. */
  async near(unit) {
    const word = unit.words.join("");
    const size = [...word].length;
    if (size < SHORTEST_MENDED) return [];
    const { analyzer } = this.store;
    const found = [];
    for (const [text, terms] of analyzer.names) {
      if (isNear(word, text.replaceAll(" ", ""))) found.push({ word: text, terms });
    }
    const lists = await Promise.all([size, size - 1, size + 1].map((n) => this.store.words(n)));
    const same = (text) => Number(text[0] === word[0]);
    const plain = lists.flat().filter((text) => isNear(word, text) && !STOP_WORDS.has(text))
      .sort((a, b) => same(b) - same(a) || (a < b ? -1 : 1));
    for (const text of plain) {
      if (!analyzer.names.has(text)) found.push({ word: text, terms: [analyzer.term(text)] });
    }
    const seen = new Set();
    return found.filter(({ terms }) => !seen.has(terms.join()) && seen.add(terms.join()))
      .slice(0, MOST_MENDED);
  }

  /** Documents with all parts and none of the others, with their scores. */
  async all(parts, without) {
    const total = this.store.manifest.docs;
    const units = [...parts, ...without].flatMap((part) => part.units);
    await Promise.all(units.flatMap((unit) => [...unit.terms, ...(unit.more ?? [])])
      .map((term) => this.decode(term)));
    const phrases = [...parts, ...without].filter((part) => part.phrase);
    await Promise.all(phrases.flatMap((part) => part.units).flatMap((unit) => unit.terms)
      .map((term) => this.locate(term)));
    const hits = parts.map((part) => this.part(part));
    hits.sort((a, b) => a.docs.length - b.docs.length);
    const counted = new Uint8Array(total);
    const scores = new Float32Array(total);
    let docs = null;
    hits.forEach(({ docs: here, weights, idf }, number) => {
      const kept = [];
      for (let i = 0; i < here.length; i += 1) {
        const doc = here[i];
        if (counted[doc] !== number) continue;
        counted[doc] = number + 1;
        scores[doc] += this.score(doc, weights[i], idf);
        kept.push(doc);
      }
      docs = kept;
    });
    docs ??= Array.from({ length: total }, (_, doc) => doc);
    if (without.length) {
      const out = new Set(without.flatMap((part) => [...this.part(part).docs]));
      docs = docs.filter((doc) => !out.has(doc));
    }
    return { docs, scores };
  }

  score(doc, weight, idf) {
    const { length } = this.store.columns;
    this.average ??= length.reduce((sum, size) => sum + size, 0) / (length.length || 1);
    const norm = 1 - B + (B * length[doc]) / this.average;
    return (idf * weight * (K1 + 1)) / (weight + K1 * norm);
  }

  /** In which documents a term stands, and how often in which field: {docs, counts, weights}. */
  async decode(term) {
    if (this.decoded.has(term)) return;
    const bytes = await this.store.postings(term);
    if (!bytes) return;
    const { base } = this.store.columns;
    const bits = new Bits(bytes);
    const size = bits.gamma();
    const ke = bits.number(5);
    const kd = bits.number(5);
    const usual = bits.number(2);
    const docs = [];
    const counts = []; // three for each document
    const weights = [];
    let entry = -1;
    for (let i = 0; i < size; i += 1) {
      entry += bits.rice(ke) + 1;
      let doc = base[entry] - 1;
      for (let left = bits.unary() + 1; left > 0; left -= 1) {
        docs.push((doc += bits.rice(kd) + 1));
        const found = [0, 0, 0];
        if (bits.number(1)) found[usual] = 1;
        else if (bits.number(1)) found[usual] = bits.unary() + 2;
        else for (let field = 0; field < 3; field += 1) found[field] = bits.unary();
        counts.push(found[0], found[1], found[2]);
        weights.push(found[0] * WEIGHTS[0] + found[1] * WEIGHTS[1] + found[2] * WEIGHTS[2]);
      }
    }
    this.decoded.set(term, { docs, counts, weights, places: null });
  }

  /** Where in its documents a term stands, {starts, places}: a place is of a field and a position. */
  async locate(term) {
    const found = this.decoded.get(term);
    if (!found || found.places) return;
    const { docs, counts } = found;
    const bits = new Bits(await this.store.places(term));
    const has = [0, 1, 2].map((field) => counts.some((count, i) => count && i % 3 === field));
    const codes = has.map((yes) => (yes ? bits.number(5) : 0));
    const starts = new Uint32Array(docs.length + 1);
    const places = new Uint32Array(counts.reduce((sum, count) => sum + count, 0));
    let at = 0;
    for (let i = 0; i < docs.length; i += 1) {
      for (let field = 0; field < 3; field += 1) {
        let place = field * FIELD - 1;
        for (let left = counts[3 * i + field]; left > 0; left -= 1) {
          places[at++] = place += bits.rice(codes[field]) + 1;
        }
      }
      starts[i + 1] = at;
    }
    Object.assign(found, { starts, places });
  }

  /** Documents of a part, ascending, with weights and the part's idf. */
  part(part) {
    const { docs, weights } = part.phrase ? this.phrase(part) : this.unit(part.units[0]);
    const total = this.store.manifest.docs;
    const idf = Math.log(1 + (total - docs.length + 0.5) / (docs.length + 0.5));
    return { docs, weights, idf };
  }

  unit(unit) {
    const lists = [...unit.terms.map((term) => [this.decoded.get(term), 1]),
      ...(unit.more ?? []).map((term) => [this.decoded.get(term), PREFIX_WEIGHT])].filter(([found]) => found);
    if (lists.length === 1 && lists[0][1] === 1) return lists[0][0];
    const sums = new Float64Array(this.store.manifest.docs);
    const seen = [];
    for (const [{ docs, weights }, factor] of lists) {
      for (let i = 0; i < docs.length; i += 1) {
        if (!sums[docs[i]]) seen.push(docs[i]);
        sums[docs[i]] += factor * weights[i];
      }
    }
    const docs = Uint32Array.from(seen).sort();
    return { docs, weights: Float64Array.from(docs, (doc) => sums[doc]) };
  }

  /** Documents in which the units of a phrase stand one after the other. */
  phrase({ units }) {
    const [first, ...others] = units.map((unit) => this.located(unit));
    const at = others.map(() => 0);
    const docs = [];
    const weights = [];
    for (let i = 0; i < first.docs.length; i += 1) {
      const doc = first.docs[i];
      const here = others.every((other, n) => {
        while (other.docs[at[n]] < doc) at[n] += 1;
        return other.docs[at[n]] === doc;
      });
      if (!here) continue;
      const follow = others.map(({ starts, places }, n) => places.subarray(starts[at[n]], starts[at[n] + 1]));
      let weight = 0;
      for (let one = first.starts[i]; one < first.starts[i + 1]; one += 1) {
        const place = first.places[one];
        if (follow.every((list, n) => list.includes(place + n + 1))) weight += WEIGHTS[Math.floor(place / FIELD)];
      }
      if (!weight) continue;
      docs.push(doc);
      weights.push(weight);
    }
    return { docs, weights };
  }

  /** Where any of a unit's terms stands: {docs, starts, places}, documents ascending. */
  located(unit) {
    const found = unit.terms.map((term) => this.decoded.get(term)).filter(Boolean);
    if (found.length === 1) return found[0];
    const byDoc = new Map();
    for (const { docs, starts, places } of found) {
      docs.forEach((doc, i) => {
        const here = byDoc.get(doc) ?? new Set();
        for (const place of places.subarray(starts[i], starts[i + 1])) here.add(place);
        byDoc.set(doc, here);
      });
    }
    const docs = Uint32Array.from(byDoc.keys()).sort();
    const starts = [0];
    const places = [];
    for (const doc of docs) starts.push(places.push(...byDoc.get(doc)));
    return { docs, starts, places: Uint32Array.from(places) };
  }

  /** Speakers (1) or sources (2), loaded when a facet or a filter asks for them. */
  async list(family) {
    this.lists[family] ??= await this.store.lists(family);
    return this.lists[family];
  }

  /**
   * The documents that pass the filters, in order, and the facets' counts.
   *
   * A facet counts what its other values would give: all filters apply to it but its own.
   * @param {number[]|null} docs matches of the query; null: everything
   */
  async narrow(docs, scores, state, { speakers = false, sources = false } = {}) {
    const { columns, manifest } = this.store;
    const need = { 1: speakers || state.speaker.length > 0, 2: sources || state.source.length > 0 };
    const [, said, from] = await Promise.all([0, 1, 2].map((n) => (need[n] ? this.list(n) : null)));
    const range = [ordinal(state.from, false), ordinal(state.to, true)];
    const codes = manifest.provinces.map(([code]) => code);
    const { provinceFrom, provinceTo, provinceList, status, type, base, entryOf } = columns;
    const facets = [
      facet("province", state, codes, (doc, see) => {
        for (let at = provinceFrom[doc]; at < provinceTo[doc]; at += 1) see(provinceList[at]);
      }),
      facet("status", state, manifest.statuses, (doc, see) => status[doc] && see(status[doc])),
      facet("type", state, ["", ...manifest.types], (doc, see) => type[doc] && see(type[doc])),
      facet("kind", state, ["event", "entry"], (doc, see) => see(Number(base[entryOf[doc]] === doc))),
      ...(said ? [facet("speaker", state, said.keys, (doc, see) => said.of[doc].forEach(see))] : []),
      ...(from ? [facet("source", state, from.keys, (doc, see) => from.of[doc].forEach(see))] : []),
    ];
    const dates = { name: "date", counts: new Map() };
    const kept = [];
    docs ??= Array.from({ length: manifest.docs }, (_, doc) => doc);
    for (const doc of docs) {
      const dated = inRange(columns, doc, range);
      let failed = dated ? 0 : 1;
      let missed = dated ? null : dates;
      for (const one of facets) {
        if (one.wanted && !one.fits(doc)) {
          failed += 1;
          missed = one;
        }
      }
      if (failed > 1) continue;
      if (failed === 0) kept.push(doc);
      for (const one of facets) {
        if (failed === 0 || missed === one) one.tally(doc);
      }
      if (failed === 0 || missed === dates) {
        const first = columns.first[doc];
        const span = first === columns.last[doc] ? first : `${first} ${columns.last[doc]}`;
        dates.counts.set(span, (dates.counts.get(span) ?? 0) + 1);
      }
    }
    return { docs: this.sort(kept, scores, state.sort), facets, dates, speakers: said, sources: from };
  }

  sort(docs, scores, order) {
    if (order === "oldest") return sorted(docs, (doc) => (this.day(doc) + 1) * MANY + doc);
    if (order === "newest" || !scores) return sorted(docs, (doc) => this.newest(doc));
    const ranks = this.ranks();
    const bits = new Uint32Array(scores.buffer); // of numbers from 0 on: in the order of the numbers
    return sorted(docs, (doc) => (TOP - bits[doc]) * MANY + ranks[doc], this.order);
  }

  day(doc) {
    const { first, last } = this.store.columns;
    return first[doc] !== OPEN ? first[doc] : last[doc];
  }

  newest(doc) {
    return (DAYS - this.day(doc)) * MANY + doc;
  }

  /** Place of each document when the newest stands first. */
  ranks() {
    if (!this.ranked) {
      this.order = sorted(Array.from(this.store.columns.first.keys()), (doc) => this.newest(doc));
      this.ranked = new Uint32Array(this.order.length);
      this.order.forEach((doc, rank) => (this.ranked[doc] = rank));
    }
    return this.ranked;
  }
}

/** More than there are documents, so that a number below it fits into a key beside another. */
const MANY = 2 ** 20;
const DAYS = 2 ** 22;
const TOP = 2 ** 31;

/** Documents by their keys, of which the last 20 bits are the document, or its place in `order`. */
function sorted(docs, key, order = null) {
  const keys = Float64Array.from(docs, key).sort();
  return Array.from(keys, (number) => (order ? order[number % MANY] : number % MANY));
}

function facet(name, state, keys, each) {
  const wanted = state[name].length
    ? new Set(state[name].map((key) => keys.indexOf(key)).filter((number) => number >= 0)) : null;
  const counts = new Uint32Array(keys.length);
  let found = false;
  const look = (value) => {
    found ||= wanted.has(value);
  };
  const count = (value) => {
    counts[value] += 1;
  };
  return { name, keys, wanted, counts, tally: (doc) => each(doc, count), fits: (doc) => {
    found = false;
    each(doc, look);
    return found;
  } };
}

/** Whether some day is possible for the document and lies in the range; an open end excludes nothing. */
function inRange({ first, last }, doc, [from, to]) {
  if (from === OPEN && to === OPEN) return true;
  if (first[doc] === OPEN && last[doc] === OPEN) return false;
  return (to === OPEN || first[doc] === OPEN || first[doc] <= to) &&
    (from === OPEN || last[doc] === OPEN || last[doc] >= from);
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
