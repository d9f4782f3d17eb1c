// Answers queries: which documents match, in which order, and what the facets count.

import { Bits } from "./bits.js";
import { OPEN } from "./columns.js";
import { Dates, Facet, Months, ordinal } from "./facets.js";
import { begins, parse } from "./query.js";

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
const OUT = 255;

export const EMPTY = { q: "", province: [], status: [], type: [], speaker: [], source: [], kind: [],
  from: "", to: "", sort: "relevance" };

export class Engine {
  constructor(store) {
    this.store = store;
    this.lists = new Map();
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
    if (!found.docs.length && !typing) {
      const { mend } = await this.store.script("mending.js");
      found = await mend(this, parts, query, result) ?? found;
    }
    result.parts = parts;
    return Object.assign(result, found);
  }

  /** What the index has of some units, and all else that an answer needs, is asked for at once. */
  async fetch(parts) {
    const terms = parts.flatMap((part) => part.units).flatMap(termsOf);
    await Promise.all([this.store.whole(), ...terms.map((term) => this.store.postings(term))]);
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

  /** Documents with all parts and none of the others, ascending, with their scores. */
  async all(parts, without) {
    const every = [...parts, ...without];
    await this.fetch(every);
    const total = this.store.manifest.docs;
    const units = every.flatMap((part) => part.units);
    await Promise.all(units.flatMap(termsOf).map((term) => this.decode(term)));
    const phrases = every.filter((part) => part.phrase).flatMap((part) => part.units);
    await Promise.all(phrases.flatMap((unit) => unit.terms).map((term) => this.locate(term)));
    const scores = new Float32Array(total);
    const counted = new Uint8Array(total); // how many parts a document has; OUT: it has one of the others
    for (const part of without) for (const doc of this.part(part).docs) counted[doc] = OUT;
    const hits = parts.map((part) => this.part(part)).sort((a, b) => a.docs.length - b.docs.length);
    const norms = this.norms();
    let docs = null;
    hits.forEach(({ docs: here, weights, idf }, number) => {
      const kept = new Uint32Array(docs ? Math.min(docs.length, here.length) : here.length);
      let size = 0;
      for (let i = 0; i < here.length; i += 1) {
        const doc = here[i];
        if (counted[doc] !== number) continue;
        counted[doc] = number + 1;
        scores[doc] += (idf * weights[i] * (K1 + 1)) / (weights[i] + norms[doc]);
        kept[size++] = doc;
      }
      docs = kept.subarray(0, size);
    });
    docs ??= this.everything().filter((doc) => counted[doc] !== OUT);
    return { docs, scores };
  }

  everything() {
    return Uint32Array.from({ length: this.store.manifest.docs }, (_, doc) => doc);
  }

  /** What the length of each document makes of its weights. */
  norms() {
    if (!this.normed) {
      const { length } = this.store.columns;
      const average = length.reduce((sum, size) => sum + size, 0) / (length.length || 1);
      this.normed = length.map((size) => K1 * (1 - B + (B * size) / average));
    }
    return this.normed;
  }

  /** In which documents a term stands, and how often in which field: {docs, counts, weights}. */
  async decode(term) {
    if (this.decoded.has(term)) return;
    const bytes = await this.store.postings(term);
    if (!bytes) return;
    const bits = new Bits(bytes);
    const docs = readDocs(bits, this.store.columns.base);
    const counts = new Uint32Array(3 * docs.length);
    const usual = bits.number(2);
    const [one, other] = [0, 1, 2].filter((field) => field !== usual);
    for (let at = usual; at < counts.length; at += 3) counts[at] = 1;
    for (const number of bits.gaps()) {
      const found = counts.subarray(3 * number, 3 * number + 3);
      found[usual] = 0;
      const code = bits.leading(3);
      if (code === 0) found[one] = 1;
      else if (code === 1) found[usual] = bits.unary() + 2;
      else if (code === 2) found[other] = 1;
      else for (let field = 0; field < 3; field += 1) found[field] = bits.unary();
    }
    const weights = new Float32Array(docs.length);
    for (let i = 0; i < docs.length; i += 1) {
      weights[i] = counts[3 * i] * WEIGHTS[0] + counts[3 * i + 1] * WEIGHTS[1] + counts[3 * i + 2] * WEIGHTS[2];
    }
    this.decoded.set(term, { docs, counts, weights, places: null });
  }

  /** Where in its documents a term stands, {starts, places}: a place is of a field and a position. */
  async locate(term) {
    const found = this.decoded.get(term);
    if (!found || found.places) return;
    const { docs, counts } = found;
    const bits = new Bits(await this.store.places(term));
    const has = [false, false, false];
    counts.forEach((count, i) => (has[i % 3] ||= count > 0));
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
    const sums = new Float32Array(this.store.manifest.docs);
    let size = 0;
    for (const [{ docs, weights }, factor] of lists) {
      for (let i = 0; i < docs.length; i += 1) {
        if (!sums[docs[i]]) size += 1;
        sums[docs[i]] += factor * weights[i];
      }
    }
    const [docs, weights] = [new Uint32Array(size), new Float32Array(size)];
    for (let doc = 0, at = 0; at < size; doc += 1) {
      if (!sums[doc]) continue;
      docs[at] = doc;
      weights[at++] = sums[doc];
    }
    return { docs, weights };
  }

  /** Documents in which the units of a phrase stand one after the other. */
  phrase({ units }) {
    const lists = units.map((unit) => unit.terms.map((term) => this.decoded.get(term)).filter(Boolean));
    const counted = new Uint8Array(this.store.manifest.docs);
    lists.forEach((terms, number) => {
      for (const { docs } of terms) for (const doc of docs) if (counted[doc] === number) counted[doc] += 1;
    });
    const found = lists.map((terms) => terms.map((term) => ({ ...term, at: 0 })));
    const docs = [];
    const weights = [];
    const here = [...new Set(lists.at(-1).flatMap((term) => [...term.docs]))];
    for (const doc of here.filter((one) => counted[one] === units.length).sort((a, b) => a - b)) {
      const places = found.map((terms) => terms.flatMap((term) => placesOf(term, doc)));
      const follow = places.slice(1).map((list) => new Set(list));
      let weight = 0;
      for (const place of new Set(places[0])) {
        if (follow.every((set, n) => set.has(place + n + 1))) weight += WEIGHTS[Math.floor(place / FIELD)];
      }
      if (!weight) continue;
      docs.push(doc);
      weights.push(weight);
    }
    return { docs, weights };
  }

  /** Kinds, speakers or sources, loaded when a facet or a filter asks for them. */
  async list(family) {
    if (!this.lists.has(family)) {
      this.lists.set(family, await (family === "kinds" ? this.store.kinds() : this.store.lists(family)));
    }
    return this.lists.get(family);
  }

  /**
   * The documents that pass the filters, and the facets' counts.
   *
   * A facet counts what its other values would give: all filters apply to it but its own.
   * @param {Uint32Array|null} docs matches of the query; null: everything
   * @param {string[]} families of the columns that are to be counted even if no filter needs them
   * @returns {{docs, facets, dates, best}} `docs` ascending; `best(n)`: the first n of them, in order
   */
  async narrow(docs, scores, state, families = []) {
    await this.store.whole();
    const { columns, manifest } = this.store;
    const needs = { kinds: [...state.status, ...state.type], speakers: state.speaker, sources: state.source };
    const need = (family) => families.includes(family) || needs[family].length > 0;
    const [kinds, speakers, sources] = await Promise.all(["kinds", "speakers", "sources"].map(
      (family) => (need(family) ? this.list(family) : null)));
    const dates = new Dates(columns, this.months(), [ordinal(state.from, false), ordinal(state.to, true)]);
    const plain = (name, keys, value) => new Facet(name, keys, keys, { value }, state[name]);
    const facets = [
      new Facet("province", ...[0, 1].map((n) => manifest.provinces.map((province) => province[n])), columns, state.province),
      plain("kind", ["event", "entry"], this.entries()),
      ...(kinds ? [plain("status", manifest.statuses, kinds.status), plain("type", ["", ...manifest.types], kinds.type)] : []),
      ...[["speaker", speakers], ["source", sources]].filter(([, found]) => found)
        .map(([name, found]) => new Facet(name, found.keys, found.names, found, state[name])),
    ];
    const all = [dates, ...facets];
    const filters = all.filter(({ wanted }) => wanted);
    let kept = docs ?? this.everything();
    const missed = new Map(filters.map((one) => [one, []]));
    if (filters.length) {
      kept = kept.filter((doc) => {
        const failed = filters.filter((one) => !one.fits(doc));
        if (failed.length === 1) missed.get(failed[0]).push(doc);
        return !failed.length;
      });
    }
    for (const one of all) one.count(kept);
    for (const [one, others] of missed) one.count(others);
    return { docs: kept, facets, dates, best: (n) => this.best(kept, scores, state.sort, n) };
  }

  /**
   * Make ready, while nothing is asked, what the first answer needs besides the query's own shards.
   * @param {() => string[]} families of columns that it will count by, once the index is open
   */
  async prepare(families = () => []) {
    await this.store.open();
    await this.store.whole();
    await Promise.all(families().map((family) => this.list(family)));
    for (const part of ["norms", "months", "entries", "ranks"]) {
      await idle();
      this[part]();
    }
  }

  months() {
    return (this.spans ??= new Months(this.store.columns));
  }

  /** For each document whether it is an entry. */
  entries() {
    if (!this.whole) {
      const { base } = this.store.columns;
      this.whole = new Uint8Array(this.store.manifest.docs);
      for (let entry = 0; entry < base.length - 1; entry += 1) this.whole[base[entry]] = 1;
    }
    return this.whole;
  }

  /** The first so many of some documents, in order. */
  best(docs, scores, order, size) {
    if (order === "oldest") return first(docs, size, (doc) => (this.day(doc) + 1) * MANY + doc);
    const ranks = this.ranks();
    if (order === "newest" || !scores) return first(docs, size, (doc) => ranks[doc], this.order);
    const bits = new Uint32Array(scores.buffer); // of numbers from 0 on: in the order of the numbers
    return first(docs, size, (doc) => (TOP - bits[doc]) * MANY + ranks[doc], this.order);
  }

  day(doc) {
    const { first, last } = this.store.columns;
    return first[doc] !== OPEN ? first[doc] : last[doc];
  }

  /** Place of each document when the newest stands first. */
  ranks() {
    if (!this.ranked) {
      const keys = Float64Array.from(this.everything(), (doc) => (DAYS - this.day(doc)) * MANY + doc).sort();
      this.order = Uint32Array.from(keys, (number) => number % MANY);
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

/** The first documents by their keys, of which the last 20 bits are the document, or its place in `order`. */
function first(docs, size, key, order = null) {
  const room = new Float64Array(Math.min(docs.length, 4 * size));
  let used = 0;
  let limit = Infinity;
  for (const doc of docs) {
    const number = key(doc);
    if (number >= limit) continue;
    room[used++] = number;
    if (used === room.length && used > size) {
      room.sort();
      used = size;
      limit = room[size - 1];
    }
  }
  const keys = room.subarray(0, used).sort().subarray(0, size);
  return Array.from(keys, (number) => (order ? order[number % MANY] : number % MANY));
}

/** A moment in which the browser has nothing else to do. */
function idle() {
  return new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));
}

function termsOf(unit) {
  return [...unit.terms, ...(unit.more ?? [])];
}

/** The documents of a term, ascending. */
function readDocs(bits, base) {
  const entries = readEntries(bits);
  const several = bits.gaps();
  let docs = new Uint32Array(entries.length + 4 * several.length);
  let size = 0;
  let next = 0;
  for (let i = 0; i < entries.length; i += 1) {
    const start = base[entries[i]];
    const documents = base[entries[i] + 1] - start;
    if (several[next] !== i) {
      docs[size++] = start + bits.within(documents);
      continue;
    }
    next += 1;
    let left = bits.unary() + 2;
    if (size + left + entries.length - i > docs.length) {
      const more = new Uint32Array(2 * docs.length + left);
      more.set(docs);
      docs = more;
    }
    for (let free = 0; left > 0; left -= 1) {
      free += bits.within(documents - free - left + 1) + 1;
      docs[size++] = start + free - 1;
    }
  }
  return docs.subarray(0, size);
}

/** The entries of a term: as they stand there, or all up to the last one but those that stand there. */
function readEntries(bits) {
  const size = bits.gamma();
  const entries = new Uint32Array(size);
  if (bits.number(1)) {
    const without = bits.gaps();
    let next = 0;
    for (let entry = 0, at = 0; at < size; entry += 1) {
      if (without[next] === entry) next += 1;
      else entries[at++] = entry;
    }
    return entries;
  }
  const k = bits.number(5);
  let last = -1;
  for (let i = 0; i < size; i += 1) entries[i] = last += bits.rice(k) + 1;
  return entries;
}

/** Where a term stands in a document; asked for one document after the other. */
function placesOf(term, doc) {
  while (term.docs[term.at] < doc) term.at += 1;
  if (term.docs[term.at] !== doc) return [];
  return [...term.places.subarray(term.starts[term.at], term.starts[term.at + 1])];
}
