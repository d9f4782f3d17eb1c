// Loads the files of the index, each once, and only when something needs it.

import { Bits, readPlaces, readShard } from "./bits.js";
import { Analyzer } from "./words.js";

const FORMAT = 2;
const MARK = 8;
const WHOLE = ".";
export const OPEN = -1;

/** The index, or a part of it, could not be had; `retry` says whether trying again may help. */
export class IndexError extends Error {
  constructor(message, retry) {
    super(message);
    this.retry = retry;
  }
}

export class Store {
  /**
   * @param {URL} root of the site
   * @param {typeof fetch} get for tests
   */
  constructor(root, get = (url) => fetch(url)) {
    this.root = root;
    this.get = get;
    this.files = new Map();
    this.ready = null;
  }

  /** The content of a file; what failed is asked for again next time. */
  load(path, kind) {
    if (!this.files.has(path)) {
      const wait = this.fetch(path, kind);
      wait.catch(() => this.files.delete(path));
      this.files.set(path, wait);
    }
    return this.files.get(path);
  }

  async fetch(path, kind) {
    let answer;
    try {
      answer = await this.get(new URL(`search/index/${path}`, this.root));
      if (!answer.ok) throw new Error(String(answer.status));
      return kind === "json" ? await answer.json() : new Uint8Array(await answer.arrayBuffer());
    } catch (problem) {
      throw new IndexError(`${path}: ${problem.message}`, true);
    }
  }

  /** Manifest, names and columns: what every search needs. */
  open() {
    if (!this.ready) {
      this.ready = this.begin();
      this.ready.catch(() => (this.ready = null));
    }
    return this.ready;
  }

  async begin() {
    const manifest = await this.load("manifest.json", "json");
    if (manifest.format !== FORMAT) {
      this.files.delete("manifest.json");
      throw new IndexError(`format ${manifest.format}`, false);
    }
    this.manifest = manifest;
    this.shards = new Map(manifest.terms.split("\n").filter(Boolean).map((line) => {
      const [name, size, mark] = line.split(" ");
      return [name, { size: Number(size), mark }];
    }));
    this.chunks = Math.ceil(manifest.entries / manifest.chunk);
    const [names, ...cores] = await Promise.all([
      this.load(`names/${manifest.names}.json`, "json"),
      ...this.marks(0).map((mark) => this.load(`columns/${mark}.bin`, "bytes")),
    ]);
    this.analyzer = new Analyzer(manifest.language.startsWith("en"), names);
    this.columns = readColumns(cores, manifest);
    return this;
  }

  /** The hashes of one family of chunks: 0 core, 1 speakers, 2 sources. */
  marks(family) {
    const all = this.manifest.chunks;
    return Array.from({ length: this.chunks }, (_, i) =>
      all.slice((3 * i + family) * MARK, (3 * i + family + 1) * MARK));
  }

  /** Name of the shard that a term stands in, or null when no shard can have it. */
  shardOf(term) {
    if (this.shards.has(term + WHOLE)) return term + WHOLE;
    for (let n = term.length; n >= 0; n -= 1) {
      if (this.shards.has(term.slice(0, n))) return term.slice(0, n);
    }
    return null;
  }

  /** Names of the shards with terms that begin so, the smallest first. */
  shardsFrom(prefix) {
    const inside = [...this.shards.keys()].filter((name) => name.startsWith(prefix));
    const around = this.shardOf(prefix);
    const names = new Set(around === null ? inside : [around, ...inside]);
    return [...names].sort((a, b) => this.shards.get(a).size - this.shards.get(b).size);
  }

  async shard(name) {
    const { mark } = this.shards.get(name);
    return this.load(`terms/${mark}.bin`, "bytes").then((bytes) => {
      bytes.terms ??= readShard(bytes);
      return bytes.terms;
    });
  }

  /** The postings of a term, not yet decoded; undefined when the index does not have it. */
  async postings(term) {
    const name = this.shardOf(term);
    return name === null ? undefined : (await this.shard(name)).get(term);
  }

  /** Where a term stands in its documents, not yet decoded; it must be in the index. */
  async places(term) {
    const name = this.shardOf(term);
    const [terms, bytes] = await Promise.all([
      this.shard(name), this.load(`places/${this.shards.get(name).mark}.bin`, "bytes")]);
    bytes.terms ??= readPlaces(bytes, terms.keys());
    return bytes.terms.get(term);
  }

  /** Words of one length, as they stand in the texts. */
  words(size) {
    const mark = this.manifest.words[size];
    return mark ? this.load(`words/${mark}.json`, "json") : Promise.resolve([]);
  }

  /** What is shown of a document. */
  async shown(doc) {
    const { entryOf, base } = this.columns;
    const entry = entryOf[doc];
    const number = Math.floor(entry / this.manifest.shelf);
    const mark = this.manifest.shelves.slice(number * MARK, (number + 1) * MARK);
    const shelf = await this.load(`titles/${mark}.json`, "json");
    const [slug, title, date, events] = shelf[entry % this.manifest.shelf];
    const event = events[doc - base[entry] - 1];
    const page = new URL(`entries/${encodeURI(slug)}/`, this.root);
    const own = event ? { id: event[0] || plainId(event[1]), title: event[1], date: event[2] }
      : { id: "", title, date };
    own.date ||= this.plainDate(doc);
    const url = own.id ? `${page}#${encodeURI(own.id)}` : String(page);
    return { ...own, url, page: String(page), entry: title, event: Boolean(event) };
  }

  /** Numbers of a document's provinces. */
  provinces(doc) {
    const { provinceFrom, provinceTo, provinceList } = this.columns;
    return provinceList.slice(provinceFrom[doc], provinceTo[doc]);
  }

  plainDate(doc) {
    const day = new Date(Date.UTC(2000, 0, 1) + (this.columns.first[doc] - 730120) * 864e5);
    const month = MONTHS[day.getUTCMonth()];
    return `${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
  }

  /** A facet of lists, 1 speakers or 2 sources: {keys, names, of: document → numbers}. */
  async lists(family) {
    const folder = ["", "speakers", "sources"][family];
    const files = await Promise.all(
      this.marks(family).map((mark) => this.load(`${folder}/${mark}.json`, "json")));
    const keys = new Map();
    const names = [];
    const of = [];
    let own = [];
    for (const [values, docs] of files) {
      const numbers = values.map(([key, name]) => {
        if (!keys.has(key)) {
          keys.set(key, keys.size);
          names.push(name);
        }
        return keys.get(key);
      });
      for (const listed of docs) {
        const doc = of.length;
        const list = listed === 0 ? own : listed.map((number) => numbers[number]);
        if (this.columns.base[this.columns.entryOf[doc]] === doc) own = list;
        of.push(list);
      }
    }
    return { keys: [...keys.keys()], names, of };
  }
}

export const MONTHS = ("January February March April May June July August September October " +
  "November December").split(" ");

function plainId(title) {
  return title.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join("-");
}

/** The columns of all chunks as typed arrays, a place for each document. */
function readColumns(files, { entries, docs, chunk }) {
  const columns = {
    base: new Uint32Array(entries + 1), // first document of an entry
    entryOf: new Uint32Array(docs),
    length: new Uint32Array(docs), // positions that its fields take
    first: new Int32Array(docs), // first and last day; OPEN: none
    last: new Int32Array(docs),
    provinceFrom: new Uint32Array(docs), // where its provinces stand in `provinceList` …
    provinceTo: new Uint32Array(docs), // … and where they end
    provinceList: [],
    status: new Uint8Array(docs),
    type: new Uint16Array(docs),
  };
  let doc = 0;
  files.forEach((file, part) => {
    const bits = new Bits(file);
    const size = Math.min(chunk, entries - part * chunk);
    const events = bits.column(size);
    const begin = doc;
    for (let i = 0; i < size; i += 1) {
      columns.base[part * chunk + i] = doc;
      columns.entryOf.fill(part * chunk + i, doc, (doc += 1 + events[i]));
    }
    columns.base[part * chunk + size] = doc;
    const isEvent = Uint8Array.from({ length: doc - begin },
      (_, i) => Number(columns.base[columns.entryOf[begin + i]] !== begin + i));
    const sizes = [size, doc - begin - size];
    const lengths = sizes.map((n) => bits.column(n));
    spread(isEvent, lengths, (i, blocks) => (columns.length[begin + i] = 8 * blocks));
    readDays(bits, columns, begin, isEvent, sizes);
    readProvinces(bits, columns, begin, isEvent, sizes[1]);
    const none = new Uint32Array(size);
    spread(isEvent, [none, bits.column(sizes[1])], (i, value) => (columns.status[begin + i] = value));
    spread(isEvent, [none, bits.column(sizes[1])], (i, value) => (columns.type[begin + i] = value));
  });
  return columns;
}

/** Gives each document, in order, its value of two columns: of entries, of events. */
function spread(isEvent, columns, put) {
  const at = [0, 0];
  isEvent.forEach((kind, i) => put(i, columns[kind][at[kind]++]));
}

function readDays(bits, columns, begin, isEvent, sizes) {
  const flags = sizes.map((n) => bits.column(n));
  const number = (list, test) => list.reduce((n, flag) => n + Number(test(flag)), 0);
  const dated = flags.map((list) => number(list, (flag) => flag !== 4));
  const back = dated.map((n) => bits.column(n));
  const steps = dated.map((n) => bits.column(n));
  const spans = bits.column(flags.reduce((n, list) => n + number(list, (flag) => flag === 1), 0));
  const { first, last } = columns;
  const step = [0, 0];
  let span = 0;
  let day = 0;
  let anchor = 0; // day of the last dated entry: the next one counts from there
  const days = (i, flag) => {
    const kind = isEvent[i];
    const doc = begin + i;
    if (!kind) day = anchor;
    if (flag === 4) {
      first[doc] = last[doc] = OPEN;
      return;
    }
    const at = step[kind]++;
    day += back[kind][at] ? -steps[kind][at] : steps[kind][at];
    if (!kind) anchor = day;
    first[doc] = flag === 3 ? OPEN : day;
    last[doc] = flag === 2 ? OPEN : flag === 1 ? day + spans[span++] : day;
  };
  spread(isEvent, flags, days);
}

function readProvinces(bits, columns, begin, isEvent, events) {
  const same = bits.column(events);
  const own = isEvent.length - same.reduce((n, flag) => n + flag, 0);
  const counts = bits.column(own);
  const listed = bits.column(counts.reduce((a, b) => a + b, 0));
  const { base, entryOf, provinceFrom, provinceTo, provinceList } = columns;
  let list = 0;
  let at = provinceList.length;
  let event = 0;
  isEvent.forEach((kind, i) => {
    const doc = begin + i;
    const like = kind && same[event++] ? base[entryOf[doc]] : doc;
    if (like === doc) {
      provinceFrom[doc] = at;
      provinceTo[doc] = at += counts[list++];
    } else {
      provinceFrom[doc] = provinceFrom[like];
      provinceTo[doc] = provinceTo[like];
    }
  });
  for (const number of listed) provinceList.push(number);
}
