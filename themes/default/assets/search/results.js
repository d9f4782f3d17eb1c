// The search page. Its whole state is in the address: query, filters, order, how many are shown.

import { EMPTY, isoDay, ordinal } from "./engine.js";
import { Marker, icon, linesOf, make } from "./marking.js";
import { MONTHS, OPEN } from "./store.js";

const LISTS = ["kind", "province", "status", "type", "speaker", "source"];
const PAGE = 10;
const MOST_VALUES = 60;
const MOST_MONTHS = 24;
/** Lists of speakers and of sources up to this many bytes are loaded with the first search. */
const SMALL = 10000;

export function readState(address) {
  const found = new URLSearchParams(address);
  const state = { ...EMPTY, q: found.get("q") ?? "", from: "", to: "", pages: 1 };
  for (const name of LISTS) state[name] = [...new Set(found.getAll(name).filter(Boolean))];
  for (const name of ["from", "to"]) {
    const value = found.get(name) ?? "";
    if (ordinal(value, false) !== OPEN) state[name] = value;
  }
  if (["newest", "oldest"].includes(found.get("sort"))) state.sort = found.get("sort");
  const pages = Number(found.get("pages"));
  if (Number.isInteger(pages) && pages > 1) state.pages = Math.min(pages, 50);
  return state;
}

export function writeState(state) {
  const params = new URLSearchParams();
  if (state.q) params.set("q", state.q);
  for (const name of LISTS) for (const key of state[name]) params.append(name, key);
  for (const name of ["from", "to"]) if (state[name]) params.set(name, state[name]);
  if (state.sort !== "relevance") params.set("sort", state.sort);
  if (state.pages > 1) params.set("pages", String(state.pages));
  return String(params);
}

export class Results {
  constructor(place, form, engine, text) {
    Object.assign(this, { place, form, engine, text, turn: 0, opened: new Set(), open: "province" });
    this.input = form?.querySelector("input[name=q]");
    this.status = make("p", { class: "search-found", role: "status", "aria-live": "polite" });
    this.note = make("p", { class: "search-note" });
    this.retry = make("button", { type: "button", class: "search-more", hidden: true }, text("retry"));
    this.retry.addEventListener("click", () => this.run());
    this.sort = make("select", { id: "search-sort" }, ...["relevance", "newest", "oldest"].map(
      (value) => make("option", { value }, text(`sort.${value}`))));
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    this.order = make("p", { class: "search-order" },
      make("label", { for: "search-sort" }, text("sort")), " ", this.sort);
    this.list = make("ol", { class: "search-hits plain", tabindex: "-1", "aria-label": text("results") });
    this.more = make("button", { type: "button", class: "search-more", hidden: true }, text("more"));
    this.more.addEventListener("click", () => this.grow());
    this.filters = make("form", { class: "filters search-filters", "aria-label": text("filters") });
    this.filters.addEventListener("submit", (event) => event.preventDefault());
    this.filters.addEventListener("change", (event) => this.filtered(event));
    this.panel = make("details", { class: "panel", open: matchMedia("(min-width: 60rem)").matches },
      make("summary", {}, text("filters")), this.filters);
    place.replaceChildren(make("div", { class: "search-head" }, this.status, this.note, this.retry),
      make("div", { class: "listing search-page" }, make("div", { class: "side" }, this.panel),
        make("div", { class: "stream" }, this.order, this.list, this.more)));
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.change({ q: this.input.value.trim() });
    });
    addEventListener("popstate", () => this.run());
    this.run();
  }

  /** A new state, as a new step of the history. */
  change(values) {
    const state = { ...this.state, pages: 1, ...values };
    const query = writeState(state);
    const address = location.pathname + (query ? `?${query}` : "");
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    this.run();
  }

  /** Show what the address says. */
  async run() {
    const turn = ++this.turn;
    const state = readState(location.search);
    this.state = state;
    if (this.input && this.input.value.trim() !== state.q) this.input.value = state.q;
    this.sort.value = state.sort;
    this.retry.hidden = true;
    const narrowed = this.isNarrowed();
    const waiting = setTimeout(() => turn === this.turn && (this.status.textContent = this.text("loading")), 300);
    try {
      const found = await this.engine.match(state.q);
      const browse = !found.docs && !found.query.stopped && narrowed;
      if (turn !== this.turn) return;
      if (!found.docs && !browse) {
        this.clear(found.query.stopped ? this.text("stopped", { q: state.q }) : this.text("empty"));
        return;
      }
      const { sizes } = this.engine.store.manifest;
      const answer = await this.engine.narrow(found.docs, found.scores, state, {
        speakers: sizes[0] <= SMALL || this.opened.has("speaker"),
        sources: sizes[1] <= SMALL || this.opened.has("source"),
      });
      if (turn !== this.turn) return;
      this.answer = answer;
      this.marker = new Marker(found.parts ?? [], this.engine.store.analyzer);
      this.found = found;
      const hits = await Promise.all(answer.docs.slice(0, PAGE * state.pages).map((doc) => this.hit(doc)));
      if (turn !== this.turn) return;
      this.list.replaceChildren(...hits);
      this.more.hidden = answer.docs.length <= hits.length;
      this.order.hidden = answer.docs.length < 2;
      this.say(found, answer.docs.length, narrowed);
      this.draw(answer);
      this.watch();
    } catch (problem) {
      if (turn !== this.turn) return;
      this.clear(this.text(problem.retry === false ? "broken" : "failed"));
      this.retry.hidden = problem.retry === false;
      if (problem.retry === undefined) throw problem;
    } finally {
      clearTimeout(waiting);
    }
  }

  isNarrowed() {
    const { state } = this;
    return Boolean(state.from || state.to || LISTS.some((name) => state[name].length));
  }

  clear(words) {
    this.status.textContent = words;
    this.note.textContent = "";
    this.list.replaceChildren();
    this.more.hidden = true;
    this.order.hidden = true;
    this.filters.replaceChildren();
    this.panel.hidden = true;
  }

  say(found, total, narrowed) {
    const { text } = this;
    const { q } = this.state;
    const count = text("found", { n: total });
    if (total) this.status.textContent = q ? text("found.for", { found: count, q }) : text("found.all", { found: count });
    else this.status.textContent = !q ? text("none.filters") : text(narrowed ? "none.filtered" : "none", { q });
    const notes = found.instead.map(({ typed, shown }) =>
      text("instead", { typed, shown: shown.join(text("or")) }));
    if (found.begun) notes.push(text("begun", { typed: found.begun }));
    if (found.query.cut) notes.push(text("cut"));
    this.note.textContent = notes.join(" ");
  }

  async hit(doc) {
    const { text, marker } = this;
    const { store } = this.engine;
    const hit = await store.shown(doc);
    const status = store.manifest.statuses[store.columns.status[doc]];
    const provinces = store.provinces(doc).map((number) => store.manifest.provinces[number]);
    const excerpt = make("p", { class: "search-excerpt" });
    const item = make("li", {}, make("article", { class: `card is-${status || "reported"}` },
      make("div", { class: "rail" }, make("span", { class: "date long" }, hit.date)),
      make("div", { class: "body" },
        make("p", { class: "meta" },
          status ? make("span", { class: `status is-${status}` }, icon(`i-${status}`), text(`status.${status}`))
            : make("span", { class: "type" }, text("article")),
          ...provinces.flatMap(([, name, slug]) => [" ",
            make("a", { href: new URL(`provinces/${slug}/`, store.root) }, name)])),
        make("h2", {}, make("a", { href: hit.url }, ...marker.nodes(hit.title))),
        excerpt,
        hit.event ? make("p", { class: "search-entry" }, `${text("in")} `, make("a", { href: hit.page }, hit.entry)) : null)));
    Object.assign(item, { hit, excerpt });
    return item;
  }

  async grow() {
    const { docs } = this.answer;
    const turn = this.turn;
    const shown = this.list.children.length;
    try {
      const hits = await Promise.all(docs.slice(shown, shown + PAGE).map((doc) => this.hit(doc)));
      if (turn !== this.turn) return;
      this.list.append(...hits);
      this.state.pages += 1;
      history.replaceState(null, "", `${location.pathname}?${writeState(this.state)}`);
      this.more.hidden = docs.length <= shown + hits.length;
      hits[0]?.querySelector("h2 a").focus();
      this.watch();
    } catch {
      this.note.textContent = this.text("failed");
    }
  }

  /** Fetch the words of a hit when it comes into view. */
  watch() {
    this.observer ??= new IntersectionObserver((seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        this.observer.unobserve(target);
        this.quote(target);
      }
    });
    for (const item of this.list.children) if (!item.excerpt.hasChildNodes()) this.observer.observe(item);
  }

  async quote(item) {
    const { marker } = this;
    try {
      this.pages ??= new Map();
      const { page, id } = item.hit;
      if (!this.pages.has(page)) {
        this.pages.set(page, fetch(page).then(async (answer) =>
          new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html")));
        this.pages.get(page).catch(() => this.pages.delete(page));
      }
      const lines = linesOf(await this.pages.get(page), id);
      const nodes = marker.excerpt(lines) ?? (lines[0] ? [lines[0].length > 220 ? `${lines[0].slice(0, 220)} …` : lines[0]] : []);
      item.excerpt.replaceChildren(...nodes);
    } catch {
      item.excerpt.remove(); // offline: a hit without its words is still a hit
    }
  }

  // --- filters ---------------------------------------------------------------------------------

  draw({ facets, dates }) {
    const { text, state } = this;
    const focused = document.activeElement?.id;
    const parts = [this.dates(dates)];
    const given = new Map(facets.map((facet) => [facet.name, facet]));
    for (const name of LISTS) {
      const facet = given.get(name);
      if (facet) parts.push(this.facet(facet));
      else if (this.engine.store.manifest.docs) parts.push(this.closed(name));
    }
    const clear = make("button", { type: "button", id: "f-clear" }, text("clear"));
    clear.addEventListener("click", () => this.change({ ...EMPTY, q: state.q, sort: state.sort }));
    if (this.isNarrowed()) parts.unshift(make("p", { class: "count" }, clear));
    this.panel.hidden = false;
    this.filters.replaceChildren(...parts.filter(Boolean));
    if (focused?.startsWith("f-")) document.getElementById(focused)?.focus();
  }

  /** A facet whose values are not loaded yet. */
  closed(name) {
    const details = make("details", { class: "facet" }, make("summary", { id: `f-${name}` }, this.text(name)));
    details.addEventListener("toggle", () => {
      if (!details.open || this.opened.has(name)) return;
      this.opened.add(name);
      this.open = name;
      this.run();
    });
    return details;
  }

  label({ name, keys }, number) {
    const key = keys[number];
    const { manifest } = this.engine.store;
    if (name === "province") return manifest.provinces[number][1];
    if (name === "status" || name === "kind") return this.text(`${name}.${key}`);
    if (name === "speaker") return this.answer.speakers.names[number];
    if (name === "source") return this.answer.sources.names[number];
    return key;
  }

  facet(facet) {
    const { name, keys, counts } = facet;
    const chosen = new Set(this.state[name]);
    const values = [...keys.keys()].filter((number) => keys[number] && (counts[number] || chosen.has(keys[number])))
      .sort((a, b) => counts[b] - counts[a] || (this.label(facet, a) < this.label(facet, b) ? -1 : 1));
    if (!values.length) return null;
    const first = values.filter((number, i) => i < MOST_VALUES || chosen.has(keys[number]));
    const details = make("details", { class: "facet", open: chosen.size > 0 || this.shut?.[name] === false || this.open === name },
      make("summary", { id: `f-${name}` }, this.text(name), " ", make("span", { class: "n" }, String(values.length))),
      make("ul", {}, ...first.map((number) => {
        const key = keys[number];
        const box = make("input", { type: "checkbox", name, value: key, id: `f-${name}-${number}`, checked: chosen.has(key) });
        return make("li", { class: counts[number] ? undefined : "nil" },
          make("label", {}, box, make("span", { dir: "auto" }, this.label(facet, number))),
          make("span", { class: "n" }, counts[number].toLocaleString("en")));
      })));
    details.addEventListener("toggle", () => {
      this.shut = { ...this.shut, [name]: !details.open };
    });
    return details;
  }

  dates({ counts }) {
    const { text, state } = this;
    const field = (name) => make("label", {}, text(name), " ",
      make("input", { type: "text", inputmode: "numeric", name, id: `f-${name}`, value: state[name],
        placeholder: "YYYY-MM-DD", pattern: "\\d{4}(-\\d\\d(-\\d\\d)?)?", maxlength: "10" }));
    const stretches = this.stretches(counts);
    const list = make("ul", {}, ...stretches.map(([key, label, count]) => {
      const button = make("button", { type: "button", id: `f-date-${key}`, "aria-pressed": String(state.from === key && state.to === key) }, label);
      button.addEventListener("click", () => {
        const same = this.state.from === key && this.state.to === key;
        this.change({ from: same ? "" : key, to: same ? "" : key });
      });
      return make("li", {}, button, make("span", { class: "n" }, count.toLocaleString("en")));
    }));
    return make("div", { class: "search-dates" }, make("div", { class: "dates" }, field("from"), field("to")),
      stretches.length ? make("details", { class: "facet", open: Boolean(state.from || state.to) || this.open === "date" },
        make("summary", { id: "f-date" }, text("date")), list) : null);
  }

  /**
   * Months, or years where there are many, each with the documents that may lie in it:
   * [key, label, count]. A year stands beside months where nothing nearer is known of some date.
   */
  stretches(counts) {
    const byMonth = new Map();
    const wide = [];
    for (const [span, count] of counts) {
      const [first, last] = typeof span === "number" ? [span, span] : span.split(" ").map(Number);
      const [from, to] = [first, last].map((day) => (day === OPEN ? "" : this.month(day)));
      if (from && from === to) byMonth.set(from, (byMonth.get(from) ?? 0) + count);
      else if (from || to) wide.push({ first, last, count, years: [from, to].filter(Boolean).map((m) => m.slice(0, 4)) });
    }
    const keys = new Set(byMonth.size <= MOST_MONTHS ? byMonth.keys() : []);
    const covered = new Set([...keys].map((key) => key.slice(0, 4)));
    const years = [...[...byMonth.keys()].map((key) => key.slice(0, 4)), ...wide.flatMap((span) => span.years)];
    for (const year of years) if (!covered.has(year)) keys.add(year);
    const found = new Map([...keys].map((key) => [key, 0]));
    for (const [month, count] of byMonth) {
      const key = found.has(month) ? month : month.slice(0, 4);
      found.set(key, found.get(key) + count);
    }
    for (const key of keys) {
      const [start, end] = [ordinal(key, false), ordinal(key, true)];
      for (const { first, last, count } of wide) {
        if ((first === OPEN || first <= end) && (last === OPEN || last >= start)) found.set(key, found.get(key) + count);
      }
    }
    return [...found].sort().map(([key, count]) =>
      [key, key.length === 4 ? key : `${MONTHS[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`, count]);
  }

  /** The month of a day, `2021-06`. */
  month(day) {
    this.months ??= new Map();
    if (!this.months.has(day)) this.months.set(day, isoDay(day).slice(0, 7));
    return this.months.get(day);
  }

  filtered(event) {
    const { name, value, checked, type } = event.target;
    if (type === "checkbox") {
      const rest = this.state[name].filter((key) => key !== value);
      this.change({ [name]: checked ? [...rest, value] : rest });
    } else if (name === "from" || name === "to") {
      const wanted = value.trim();
      const usable = !wanted || ordinal(wanted, false) !== OPEN;
      event.target.setAttribute("aria-invalid", String(!usable));
      if (usable) this.change({ [name]: wanted });
    }
  }
}
