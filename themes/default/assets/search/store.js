// Loads the files of the index, each once, and only when something needs it.

import { readPlaces, readShard } from "./bits.js";
import { readColumns, readKinds, readLists } from "./columns.js";
import { isoDay } from "./facets.js";
import { translator } from "./strings.js";
import { Wording } from "./titles.js";
import { Analyzer } from "./words.js";

const FORMAT = 3;
const MARK = 8;
const WHOLE = ".";
const FAMILIES = ["columns", "kinds", "speakers", "sources"];

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
   * @param text says what is not in the index: `translator`
   */
  constructor(root, get = (url) => fetch(url), text = translator()) {
    this.root = root;
    this.get = get;
    this.text = text;
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

  /** A part of the search that few queries need. */
  script(name) {
    return import(`./${name}`).catch((problem) => {
      throw new IndexError(`${name}: ${problem.message}`, true);
    });
  }

  /** Manifest and names: enough to know what a query asks for. The rest is on its way then. */
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
    this.shards = readShards(manifest);
    this.chunks = Math.ceil(manifest.entries / manifest.chunk);
    this.whole().catch(() => undefined); // whoever needs it asks again
    this.analyzer = new Analyzer(manifest.language.startsWith("en"), await this.load(`names/${manifest.names}.json`, "json"));
    return this;
  }

  /** The columns, and how titles are written: what every answer needs. */
  async whole() {
    const { manifest } = this;
    const [code, ...cores] = await Promise.all([
      manifest.code ? this.load(`code/${manifest.code}.json`, "json") : null, ...this.family("columns")]);
    this.wording ??= code && new Wording(code);
    this.columns ??= readColumns(cores, manifest);
  }

  /** The files of one family, one for each chunk of entries. */
  family(name) {
    const place = FAMILIES.indexOf(name);
    const [kind, end] = place < FAMILIES.indexOf("speakers") ? ["bytes", "bin"] : ["json", "json"];
    return Array.from({ length: this.chunks }, (_, i) => {
      const at = (FAMILIES.length * i + place) * MARK;
      return this.load(`${name}/${this.manifest.chunks.slice(at, at + MARK)}.${end}`, kind);
    });
  }

  /** Bytes of all files of a family other than the columns. */
  size(name) {
    return this.manifest.sizes[FAMILIES.indexOf(name) - 1];
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
    const bytes = await this.load(`titles/${mark}.bin`, "bytes");
    const { shelf, entries } = this.manifest;
    bytes.shelf ??= this.wording.shelf(bytes, Math.min(shelf, entries - number * shelf));
    const whole = bytes.shelf[entry % shelf];
    const page = new URL(`entries/${encodeURI(whole.id || plainId(whole.title))}/`, this.root).href;
    const event = whole.events[doc - base[entry] - 1];
    const { title, date, id, status = 0 } = event ?? whole;
    const own = event ? id || plainId(title) : "";
    return { id: own, title, status, page, url: own ? `${page}#${encodeURI(own)}` : page,
      date: date || this.plainDate(doc), entry: whole.title, event: Boolean(event) };
  }

  /** Numbers of a document's provinces. */
  provinces(doc) {
    const { from, to, list } = this.columns;
    return [...list.subarray(from[doc], to[doc])];
  }

  plainDate(doc) {
    return this.text.day(isoDay(this.columns.first[doc]));
  }

  /** Status and type of all events; see `readKinds`. */
  async kinds() {
    const files = await Promise.all(this.family("kinds"));
    return readKinds(files, this.columns, this.manifest);
  }

  /** `speakers` or `sources`; see `readLists`. */
  async lists(name) {
    return readLists(await Promise.all(this.family(name)), this.columns, this.manifest);
  }
}

function plainId(title) {
  return title.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean).join("-");
}

/** Name of each shard → about how heavy it is, and its mark. */
function readShards({ terms, heavy, marks }) {
  const shards = new Map();
  let name = "";
  terms.split("\n").filter(Boolean).forEach((line, i) => {
    name = name.slice(0, parseInt(line[0], 36)) + line.slice(1);
    shards.set(name, { size: 16 * 2 ** Number(heavy[i]), mark: marks.slice(i * MARK, (i + 1) * MARK) });
  });
  return shards;
}
