// The search page. Its whole state is in the address: query, filters, order, how many are shown.

import { OPEN } from "./columns.js";
import { EMPTY } from "./engine.js";
import { ordinal } from "./facets.js";
import { Filters, LISTS } from "./filters.js";
import { Marker, icon, linesOf, make } from "./marking.js";

const PAGE = 10;
/** Milliseconds after which a search that still waits says so, and stands in the address. */
const PATIENCE = 300;

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
    Object.assign(this, { place, form, engine, text, turn: 0 });
    this.input = form?.querySelector("input[name=q]");
    this.status = make("p", { class: "search-found", role: "status", "aria-live": "polite" });
    this.note = make("p", { class: "search-note", role: "status", "aria-live": "polite" });
    this.retry = make("button", { type: "button", class: "search-more", hidden: true }, text("retry"));
    this.retry.addEventListener("click", () => this.run(this.state));
    this.sort = make("select", { id: "search-sort" }, ...["relevance", "newest", "oldest"].map(
      (value) => make("option", { value }, text(`sort.${value}`))));
    this.sort.addEventListener("change", () => this.change({ sort: this.sort.value }));
    this.order = make("p", { class: "search-order" },
      make("label", { for: "search-sort" }, text("sort")), " ", this.sort);
    this.list = make("ol", { class: "search-hits plain", tabindex: "-1", "aria-label": text("results") });
    this.more = make("button", { type: "button", class: "search-more", hidden: true }, text("more"));
    this.more.addEventListener("click", () => this.grow());
    this.filters = new Filters(engine, text, (values) => this.change(values), () => this.run(this.state));
    place.replaceChildren(make("div", { class: "search-head" }, this.status, this.note, this.retry),
      make("div", { class: "listing search-page" }, make("div", { class: "side" }, this.filters.panel),
        make("div", { class: "stream" }, this.order, this.list, this.more)));
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.change({ q: this.input.value.trim() });
    });
    addEventListener("popstate", () => this.run(readState(location.search)));
    this.run(readState(location.search));
  }

  /** A new state, as a new step of the history. */
  change(values) {
    this.run({ ...this.state, pages: 1, ...values }, true);
  }

  /** Put the state into the address, once the reader has seen what it gives. */
  remember(state) {
    const query = writeState(state);
    const address = location.pathname + (query ? `?${query}` : "");
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
  }

  /** Show what a state says. */
  async run(state, isNew = false) {
    const turn = ++this.turn;
    this.state = state;
    if (this.input && this.input.value.trim() !== state.q) this.input.value = state.q;
    this.sort.value = state.sort;
    this.retry.hidden = true;
    const narrowed = this.isNarrowed();
    const waiting = setTimeout(() => {
      if (turn !== this.turn) return;
      this.status.textContent = this.text("loading");
      if (isNew) this.remember(state);
    }, PATIENCE);
    try {
      const found = await this.engine.match(state.q);
      const browse = !found.docs && !found.query.stopped && narrowed;
      if (turn !== this.turn) return;
      if (!found.docs && !browse) {
        this.clear(found.query.stopped ? this.text("stopped", { q: state.q }) : this.text("empty"));
        return;
      }
      const answer = await this.engine.narrow(found.docs, found.scores, state, this.filters.families());
      if (turn !== this.turn) return;
      this.answer = answer;
      this.marker = new Marker(found.parts ?? [], this.engine.store.analyzer);
      const hits = await Promise.all(answer.best(PAGE * state.pages).map((doc) => this.hit(doc)));
      if (turn !== this.turn) return;
      this.list.replaceChildren(...hits);
      this.more.hidden = answer.docs.length <= hits.length;
      this.order.hidden = answer.docs.length < 2;
      this.filters.draw(answer, state, narrowed);
      this.filters.panel.hidden = !answer.docs.length && !narrowed;
      this.say(found, answer.docs.length, narrowed);
      this.watch();
    } catch (problem) {
      if (turn !== this.turn) return;
      this.clear(this.text(problem.retry === false ? "broken" : "failed"));
      this.retry.hidden = problem.retry === false;
      if (problem.retry === undefined) throw problem;
    } finally {
      clearTimeout(waiting);
      if (isNew && turn === this.turn) setTimeout(() => turn === this.turn && this.remember(state));
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
    this.filters.panel.hidden = true;
  }

  say(found, total, narrowed) {
    const { text } = this;
    const { q } = this.state;
    const count = text("found", { n: total });
    const asked = q && !found.instead.length && !found.begun;
    if (total && q && !asked) this.status.textContent = count;
    else if (total) this.status.textContent = asked ? text("found.for", { found: count, q }) : text("found.all", { found: count });
    else this.status.textContent = !q ? text("none.filters") : text(narrowed ? "none.filtered" : "none", { q });
    const notes = found.instead.map(({ typed, shown }) =>
      text("instead", { typed, shown: shown.join(text("or")) }));
    if (found.begun) notes.push(text("begun", { typed: found.begun }));
    if (found.query.cut) notes.push(text("cut"));
    if (!total && !narrowed && !notes.length) notes.push(text("none.hint"));
    this.note.textContent = notes.join(" ");
  }

  async hit(doc) {
    const { text, marker } = this;
    const { store } = this.engine;
    const hit = await store.shown(doc);
    const status = store.manifest.statuses[hit.status];
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
    const { docs, best } = this.answer;
    const turn = this.turn;
    const shown = this.list.children.length;
    try {
      const hits = await Promise.all(best(shown + PAGE).slice(shown).map((doc) => this.hit(doc)));
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
}
