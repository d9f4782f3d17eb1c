// Filters of a page of events: lists of values, a stretch of time, "as known on".
//
// A change costs one pass over numbers, and as many changes to the page as there are events that come
// or go. A timeline of several pages reads the values of all events when a reader first reaches for
// its filters; the counts, the chart and the map then speak of all pages, the cards of this one.
import { attachBrush } from "./brush.js";
import { EARLIEST, LATEST, fromCards, fromIndex } from "./columns.js";
import { TONGUE, dayNumber, isoDay } from "./days.js";

/** Values of a list that get a box; those with the most events stand first. */
const BOXES = 200;

const DAYS = new Intl.DateTimeFormat(TONGUE, { dateStyle: "medium", timeZone: "UTC" });

const words = (number) => number.toLocaleString(document.documentElement.lang);

/** One list of values: which are chosen, and how many events each has. */
class Facet {
  constructor(details, column, changed) {
    this.details = details;
    this.name = details.dataset.facet;
    this.column = column;
    this.chosen = new Uint8Array(column.keys.length);
    this.counts = new Uint32Array(column.keys.length);
    this.shown = new Map();
    this.active = 0;
    this.changed = changed;
    this.list = details.querySelector("ul");
    this.badge = document.createElement("span");
    this.badge.className = "chosen-n";
    details.querySelector("summary").append(this.badge);
    // A name that the page draws in its own way, a status with its symbol, stays so.
    this.drawn = new Map(
      [...this.list.children].map((item) => [item.dataset.key, item.firstElementChild]),
    );
    this.list.replaceChildren();
    const number = details.querySelector("summary .n");
    number.textContent = words(column.keys.length);
    for (let value = 0; value < Math.min(BOXES, column.keys.length); value++) this.addBox(value);
  }

  addBox(value) {
    const item = document.createElement("li");
    const label = document.createElement("label");
    const box = document.createElement("input");
    const number = document.createElement("span");
    box.type = "checkbox";
    box.name = this.name;
    box.value = item.dataset.key = this.column.keys[value];
    box.addEventListener("change", () => {
      this.toggle(value);
      this.changed();
    });
    const drawn = this.drawn.get(box.value);
    label.append(box, !drawn || drawn.matches("a") ? (drawn?.textContent ?? this.column.names[value]) : drawn);
    number.className = "n";
    item.append(label, " ", number);
    this.list.append(item);
    this.shown.set(value, { item, box, number, count: -1 });
  }

  choose(keys) {
    this.chosen.fill(0);
    this.active = 0;
    for (const key of keys) {
      const value = this.column.index.get(key);
      if (value === undefined || this.chosen[value]) continue;
      if (!this.shown.has(value)) this.addBox(value);
      this.chosen[value] = 1;
      this.active++;
    }
  }

  toggle(value) {
    this.chosen[value] ^= 1;
    this.active += this.chosen[value] ? 1 : -1;
  }

  fits(event) {
    const { starts, values } = this.column;
    for (let at = starts[event]; at < starts[event + 1]; at++) {
      if (this.chosen[values[at]]) return true;
    }
    return false;
  }

  tally(event) {
    const { starts, values } = this.column;
    for (let at = starts[event]; at < starts[event + 1]; at++) this.counts[values[at]]++;
  }

  draw() {
    this.badge.hidden = !this.active;
    this.badge.textContent = this.active;
    for (const [value, shown] of this.shown) {
      const checked = Boolean(this.chosen[value]);
      if (shown.box.checked !== checked) shown.box.checked = checked;
      const count = this.counts[value];
      if (count === shown.count) continue;
      shown.count = count;
      shown.number.textContent = words(count);
      shown.item.classList.toggle("nil", !count);
    }
  }
}

/** The map's dots: those of places where nothing in view happened go. */
class Dots {
  constructor(map, { places }) {
    this.places = places;
    this.dots = [...map.querySelectorAll("[data-place]")].map((dot) => [dot, places.index.get(dot.dataset.place)]);
    this.seen = new Uint8Array(places.keys.length);
  }

  clear() {
    this.seen.fill(0);
  }

  tally(event) {
    const { starts, values } = this.places;
    for (let at = starts[event]; at < starts[event + 1]; at++) this.seen[values[at]] = 1;
  }

  draw() {
    for (const [dot, place] of this.dots) dot.classList.toggle("gone", !this.seen[place]);
  }
}

/** The chart's bars, counted anew with every change. */
class Chart {
  constructor(figure, columns) {
    const { unit, base, tall, peak } = figure.dataset;
    this.base = Number(base);
    this.scale = Number(tall) / Number(peak);
    const groups = [...figure.querySelectorAll(".bin")];
    this.bars = groups.map((group) => [".now", ".hot", ".loose"].map((part) => group.querySelector(part)));
    const width = unit === "day" ? 10 : 7;
    const at = new Map(groups.map((group, number) => [group.dataset.start.slice(0, width), number]));
    const { from, to } = columns;
    this.about = columns.about;
    this.bin = new Int32Array(columns.size).fill(-1);
    for (let event = 0; event < columns.size; event++) {
      if (from[event] === EARLIEST || to[event] === LATEST) continue;
      const first = isoDay(from[event]).slice(0, width);
      const sharp = from[event] === to[event] || first === isoDay(to[event]).slice(0, width);
      if (sharp) this.bin[event] = at.get(first) ?? -1;
    }
    const status = columns.facets.get("status");
    this.status = status;
    this.disputed = status?.index.get("disputed");
    this.counts = new Uint32Array(groups.length);
    this.hot = new Uint32Array(groups.length);
    this.loose = new Uint32Array(groups.length);
    this.below = new Uint32Array(groups.length);
  }

  clear() {
    for (const counts of [this.counts, this.hot, this.loose, this.below]) counts.fill(0);
  }

  tally(event) {
    const bin = this.bin[event];
    if (bin < 0) return;
    this.counts[bin]++;
    const hot = this.status && this.status.values[this.status.starts[event]] === this.disputed;
    if (hot) this.hot[bin]++;
    // The doubtful of the disputed stand last among them, those of the others right above.
    if (this.about[event]) this.loose[bin]++;
    else if (hot) this.below[bin]++;
  }

  draw() {
    this.bars.forEach(([now, hot, loose], number) => {
      this.resize(now, this.counts[number]);
      this.resize(hot, this.hot[number]);
      this.resize(loose, this.loose[number], this.below[number]);
    });
  }

  resize(bar, events, below = 0) {
    if (!bar) return;
    const height = (events * this.scale).toFixed(1);
    bar.setAttribute("height", height);
    bar.setAttribute("y", (this.base - height - below * this.scale).toFixed(1));
  }
}

class Listing {
  constructor(root, panel) {
    this.root = root;
    this.panel = panel;
    this.cards = [...root.querySelectorAll(".card[data-known]")];
    this.rows = this.cards.map((card) => card.closest("li"));
    this.months = [...root.querySelectorAll("[data-month]")];
    const number = new Map(this.months.map((month, at) => [month, at]));
    this.monthOf = Uint16Array.from(this.cards, (card) => number.get(card.closest("[data-month]")));
    this.monthCounts = this.months.map((month) => month.querySelector("[data-month-count]"));
    this.later = [...root.querySelectorAll("[data-since]")].map((mark) => ({
      mark,
      since: dayNumber(mark.dataset.since, EARLIEST),
    }));
    this.lists = [...panel.querySelectorAll("[data-facet]")];
    this.figure = root.querySelector("[data-chart]");
    const map = root.querySelector("[data-map]");
    this.map = map;
    this.shapes = map ? [...map.querySelectorAll("[data-key]")] : [];
    this.most = Math.max(0, ...this.shapes.map((shape) => Number(shape.dataset.n)));
    this.inputs = Object.fromEntries(
      ["from", "to", "known"].map((name) => [name, panel.querySelector(`input[name=${name}]`)]),
    );
    this.output = panel.querySelector("[data-count]");
    this.clear = panel.querySelector("[data-clear]");
    this.chosen = root.querySelector("[data-chosen]");
    this.empty = root.querySelector("[data-empty]");
    this.elsewhere = root.querySelector("[data-elsewhere]");
    this.partItems = new Map(
      [...root.querySelectorAll("li[data-part]")].map((item) => [item.dataset.part, item]),
    );
    this.ways = [...root.querySelectorAll("li[data-part] a, .pager a")];
  }

  /** All that filters need, from this page or, once they are wanted, from the file of all pages. */
  async open() {
    const { index, part } = this.root.dataset;
    if (!index) {
      const keys = (list) => [...list.querySelectorAll("[data-key]")].map((item) => item.dataset.key);
      this.start(fromCards(this.cards, this.lists.map((list) => [list.dataset.facet, keys(list)])));
      return;
    }
    await this.wanted();
    const answer = await fetch(index);
    if (answer.ok) this.start(fromIndex(await answer.json(), part));
  }

  /** When a reader has a filter in the address, or reaches for one. */
  wanted() {
    if (location.search) return Promise.resolve();
    return new Promise((resolve) => {
      for (const place of [this.panel, this.figure, this.root.querySelector("[data-map]")]) {
        for (const sign of ["pointerover", "focusin"]) {
          place?.addEventListener(sign, resolve, { once: true, passive: true });
        }
      }
    });
  }

  start(columns) {
    const changed = () => this.change();
    this.columns = columns;
    this.visible = new Uint8Array(columns.size).fill(1);
    this.facets = this.lists.map(
      (list) => new Facet(list, columns.facets.get(list.dataset.facet), changed),
    );
    this.provinces = this.facets.find((facet) => facet.name === "province");
    this.chart = this.figure && new Chart(this.figure, columns);
    this.dots = this.map && new Dots(this.map, columns);
    for (const input of Object.values(this.inputs)) input.addEventListener("change", changed);
    for (const part of this.root.querySelectorAll("[data-script]")) part.hidden = false;
    this.clear.addEventListener("click", () => {
      for (const facet of this.facets) facet.choose([]);
      for (const input of Object.values(this.inputs)) input.value = "";
      this.change();
      this.output.focus();
    });
    const days = columns.known.filter((day) => day !== LATEST);
    if (days.length) {
      const [first, last] = days.reduce(([a, b], day) => [Math.min(a, day), Math.max(b, day)], [LATEST, EARLIEST]);
      this.inputs.known.min = isoDay(first);
      this.inputs.known.max = isoDay(last);
    }
    for (const shape of this.provinces ? this.shapes : []) {
      const value = this.provinces.column.index.get(shape.dataset.key);
      shape.addEventListener("click", (event) => {
        if (value === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.provinces.toggle(value);
        this.change();
      });
    }
    if (this.chart) {
      this.brush = attachBrush(this.figure, (from, to) => {
        this.inputs.from.value = from;
        this.inputs.to.value = to;
        this.change();
      });
    }
    addEventListener("popstate", () => this.read());
    this.read();
  }

  /** Take the state from the address. */
  read() {
    const query = new URLSearchParams(location.search);
    for (const facet of this.facets) facet.choose(query.getAll(facet.name));
    for (const [name, input] of Object.entries(this.inputs)) input.value = query.get(name) ?? "";
    this.draw();
  }

  /** The state as a query, for the address and for the ways to the other pages. */
  query() {
    const query = new URLSearchParams();
    for (const facet of this.facets) {
      facet.column.keys.forEach((key, value) => facet.chosen[value] && query.append(facet.name, key));
    }
    for (const [name, input] of Object.entries(this.inputs)) {
      if (input.value) query.set(name, input.value);
    }
    return query.size ? `?${query}` : "";
  }

  /** Put the state into the address; show what fits it. */
  change() {
    history.replaceState(null, "", (this.query() || location.pathname) + location.hash);
    this.draw();
  }

  draw() {
    const { size, from, to, known, parts, first } = this.columns;
    const since = dayNumber(this.inputs.from.value, EARLIEST);
    const until = dayNumber(this.inputs.to.value, LATEST);
    const asOf = dayNumber(this.inputs.known.value, LATEST);
    const active = this.facets.filter((facet) => facet.active);
    const filtered = active.length > 0 || since !== EARLIEST || until !== LATEST || asOf !== LATEST;
    const monthTally = new Uint32Array(this.months.length);
    const partTally = new Uint32Array(parts.length);
    let total = 0;
    let here = 0;
    let part = 0;
    for (const facet of this.facets) facet.counts.fill(0);
    this.chart?.clear();
    this.dots?.clear();
    for (let event = 0; event < size; event++) {
      // Which single condition stands in the way? Its own list counts the event all the same: the
      // number beside a value says what choosing it would show.
      let against = 0;
      let blocker = null;
      if (known[event] > asOf) against = 2;
      if (from[event] > until || to[event] < since) against++;
      for (const facet of active) {
        if (against > 1) break;
        if (!facet.fits(event)) {
          against++;
          blocker = facet;
        }
      }
      const fits = against === 0;
      const row = event - first;
      const onPage = row >= 0 && row < this.rows.length;
      if (fits) {
        total++;
        for (const facet of this.facets) facet.tally(event);
        this.chart?.tally(event);
        this.dots?.tally(event);
        while (parts.length && event >= parts[part].end) part++;
        if (parts.length) partTally[part]++;
        if (onPage) {
          here++;
          monthTally[this.monthOf[row]]++;
        }
      } else if (against === 1) {
        if (blocker) blocker.tally(event);
        else this.chart?.tally(event);
        if (blocker === this.provinces) this.dots?.tally(event);
      }
      if (onPage && this.visible[event] !== Number(fits)) {
        this.visible[event] = Number(fits);
        this.rows[row].hidden = !fits;
      }
    }
    this.months.forEach((month, number) => {
      month.hidden = !monthTally[number];
      this.monthCounts[number].textContent = words(monthTally[number]);
      if (month.matches("details") && filtered) month.open = monthTally[number] > 0;
    });
    for (const facet of this.facets) facet.draw();
    this.chart?.draw();
    this.brush?.show(this.inputs.from.value, this.inputs.to.value);
    this.shade();
    this.dots?.draw();
    for (const { mark, since: day } of this.later) mark.classList.toggle("ahead", day > asOf);
    this.root.classList.toggle("as-known", asOf !== LATEST);
    this.say(total, here, filtered);
    this.lead(parts, partTally);
  }

  say(total, here, filtered) {
    const { all, some, here: alsoHere } = this.panel.dataset;
    const { size, parts } = this.columns;
    const text = filtered ? (parts.length ? alsoHere : some) : all;
    this.output.textContent = text
      .replace("{n}", words(total))
      .replace("{total}", words(size))
      .replace("{here}", words(here));
    this.clear.hidden = !filtered;
    this.chosen.hidden = !filtered;
    this.chosen.replaceChildren(this.output.textContent, ...this.takeBack());
    this.empty.hidden = total > 0;
    if (this.elsewhere) this.elsewhere.hidden = here > 0 || total === 0;
  }

  /** A button for each value and day that is chosen; it takes the choice back. */
  takeBack() {
    const found = [];
    const add = (name, drop) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.ariaLabel = this.panel.dataset.drop.replace("{name}", name);
      button.addEventListener("click", () => {
        drop();
        this.change();
        (this.chosen.querySelector("button") ?? this.output).focus({ preventScroll: true });
      });
      found.push(" ", button);
    };
    for (const facet of this.facets) {
      facet.chosen.forEach((on, value) => {
        if (on) add(facet.shown.get(value).item.firstElementChild.textContent.trim(), () => facet.toggle(value));
      });
    }
    for (const input of Object.values(this.inputs)) {
      const day = input.valueAsDate;
      if (day) add(`${input.labels[0].textContent.trim()} ${DAYS.format(day)}`, () => (input.value = ""));
    }
    return found;
  }

  /** The ways to the other pages take the filters along and say what they lead to. */
  lead(parts, tally) {
    const query = parts.length ? this.query() : "";
    for (const way of parts.length ? this.ways : []) way.search = query;
    parts.forEach(({ key }, number) => {
      const item = this.partItems.get(key);
      if (!item) return;
      item.querySelector(".n").textContent = words(tally[number]);
      item.classList.toggle("nil", !tally[number]);
    });
  }

  /** The map says what the list of provinces says. */
  shade() {
    for (const shape of this.shapes) {
      const value = this.provinces?.column.index.get(shape.dataset.key);
      const events = value === undefined ? 0 : this.provinces.counts[value];
      const level = events ? Math.min(4, Math.ceil(4 * Math.sqrt(events / this.most))) : 0;
      shape.firstElementChild.setAttribute("class", `q${level}`);
      const chosen = value !== undefined && Boolean(this.provinces.chosen[value]);
      if (chosen && !shape.classList.contains("chosen")) shape.parentNode.append(shape);
      shape.classList.toggle("chosen", chosen);
    }
  }
}

const root = document.querySelector("[data-listing]");
const panel = root?.querySelector("[data-filters]");
if (panel) new Listing(root, panel).open();
