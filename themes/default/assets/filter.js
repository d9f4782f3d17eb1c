// Filters of a page of events: lists of values, a stretch of time, "as known on".
//
// What the page holds is read once into typed arrays. A change then costs one pass over numbers and
// as many changes to the page as there are events that come or go.
import { attachBrush } from "./brush.js";
import { dayNumber, isoDay } from "./days.js";

const EARLIEST = -2147483648;
const LATEST = 2147483647;

/** One list of values: its keys, which are chosen, and which of them each event has. */
class Facet {
  constructor(details, cards) {
    this.details = details;
    this.name = details.dataset.facet;
    this.items = [...details.querySelectorAll("[data-key]")];
    this.keys = this.items.map((item) => item.dataset.key);
    this.index = new Map(this.keys.map((key, number) => [key, number]));
    this.chosen = new Uint8Array(this.keys.length);
    this.counts = new Uint32Array(this.keys.length);
    this.shown = new Int32Array(this.keys.length).fill(-1);
    this.active = 0;
    this.starts = new Uint32Array(cards.length + 1);
    const values = [];
    cards.forEach((card, number) => {
      for (const key of new Set(card.dataset[this.name].split("|"))) {
        const value = this.index.get(key);
        if (value !== undefined) values.push(value);
      }
      this.starts[number + 1] = values.length;
    });
    this.values = Uint16Array.from(values);
  }

  choose(keys) {
    this.chosen.fill(0);
    this.active = 0;
    for (const key of keys) {
      const value = this.index.get(key);
      if (value !== undefined && !this.chosen[value]) {
        this.chosen[value] = 1;
        this.active++;
      }
    }
  }

  toggle(value) {
    this.chosen[value] ^= 1;
    this.active += this.chosen[value] ? 1 : -1;
  }

  fits(event) {
    for (let at = this.starts[event]; at < this.starts[event + 1]; at++) {
      if (this.chosen[this.values[at]]) return true;
    }
    return false;
  }

  tally(event) {
    for (let at = this.starts[event]; at < this.starts[event + 1]; at++) {
      this.counts[this.values[at]]++;
    }
  }

  /** Put a box before each value; the list's links give way to it. */
  makeBoxes(changed) {
    this.boxes = this.items.map((item, value) => {
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.name = this.name;
      box.value = this.keys[value];
      box.addEventListener("change", () => {
        this.toggle(value);
        changed();
      });
      const name = item.firstElementChild;
      if (name.matches("a")) label.append(box, name.textContent);
      else label.append(box, name.cloneNode(true));
      name.replaceWith(label);
      return box;
    });
    this.badge = document.createElement("span");
    this.badge.className = "chosen-n";
    this.details.querySelector("summary").append(this.badge);
    this.numbers = this.items.map((item) => item.querySelector(".n"));
  }

  draw() {
    this.badge.hidden = !this.active;
    this.badge.textContent = this.active;
    this.boxes.forEach((box, value) => {
      const count = this.counts[value];
      if (box.checked !== Boolean(this.chosen[value])) box.checked = Boolean(this.chosen[value]);
      if (count === this.shown[value]) return;
      this.shown[value] = count;
      this.numbers[value].textContent = count.toLocaleString("en");
      this.items[value].classList.toggle("nil", !count);
    });
  }
}

/** The chart's bars, counted anew with every change. */
class Chart {
  constructor(figure, cards) {
    this.figure = figure;
    const { unit, base, tall, peak } = figure.dataset;
    this.base = Number(base);
    this.scale = Number(tall) / Number(peak);
    this.groups = [...figure.querySelectorAll(".bin")];
    const width = unit === "day" ? 10 : 7;
    const at = new Map(this.groups.map((bar, number) => [bar.dataset.start.slice(0, width), number]));
    this.bin = Int32Array.from(cards, ({ dataset: { from, to, day } }) => {
      const sharp = width === 10 ? day !== undefined : from.slice(0, 7) === to.slice(0, 7);
      return (sharp ? at.get(from.slice(0, width)) : undefined) ?? -1;
    });
    this.disputed = Uint8Array.from(cards, (card) => card.dataset.status === "disputed");
    this.counts = new Uint32Array(this.groups.length);
    this.hot = new Uint32Array(this.groups.length);
  }

  tally(event) {
    const bin = this.bin[event];
    if (bin < 0) return;
    this.counts[bin]++;
    this.hot[bin] += this.disputed[event];
  }

  draw() {
    this.groups.forEach((group, number) => {
      this.resize(group.querySelector(".now"), this.counts[number]);
      this.resize(group.querySelector(".hot"), this.hot[number]);
    });
  }

  resize(bar, events) {
    if (!bar) return;
    const height = (events * this.scale).toFixed(1);
    bar.setAttribute("height", height);
    bar.setAttribute("y", (this.base - height).toFixed(1));
  }
}

class Listing {
  constructor(root, panel) {
    this.root = root;
    this.panel = panel;
    this.cards = [...root.querySelectorAll(".card[data-known]")];
    this.rows = this.cards.map((card) => card.closest("li"));
    const numbers = (name, open) =>
      Int32Array.from(this.cards, (card) => dayNumber(card.dataset[name], open));
    this.from = numbers("from", EARLIEST);
    this.to = numbers("to", LATEST);
    this.known = numbers("known", LATEST);
    this.visible = new Uint8Array(this.cards.length).fill(1);
    this.facets = [...panel.querySelectorAll("[data-facet]")].map(
      (details) => new Facet(details, this.cards),
    );
    this.months = [...root.querySelectorAll("[data-month]")];
    this.monthOf = Uint16Array.from(this.cards, (card) =>
      this.months.indexOf(card.closest("[data-month]")),
    );
    this.monthCounts = this.months.map((month) => month.querySelector("[data-month-count]"));
    this.later = [...root.querySelectorAll("[data-since]")].map((mark) => ({
      mark,
      since: dayNumber(mark.dataset.since, EARLIEST),
    }));
    const figure = root.querySelector("[data-chart]");
    this.chart = figure && new Chart(figure, this.cards);
    const map = root.querySelector("[data-map]");
    this.shapes = map ? [...map.querySelectorAll("[data-key]")] : [];
    this.names = new Map(
      [...root.querySelectorAll("[data-map] [data-name]")].map((name) => [name.dataset.name, name]),
    );
    this.most = Math.max(0, ...this.shapes.map((shape) => Number(shape.dataset.n)));
    this.inputs = Object.fromEntries(
      ["from", "to", "known"].map((name) => [name, panel.querySelector(`input[name=${name}]`)]),
    );
    this.output = panel.querySelector("[data-count]");
    this.clear = panel.querySelector("[data-clear]");
    this.empty = root.querySelector("[data-empty]");
  }

  start() {
    const changed = () => this.change();
    for (const facet of this.facets) facet.makeBoxes(changed);
    for (const input of Object.values(this.inputs)) input.addEventListener("change", changed);
    for (const part of this.root.querySelectorAll("[data-script]")) part.hidden = false;
    this.clear.addEventListener("click", () => {
      for (const facet of this.facets) facet.choose([]);
      for (const input of Object.values(this.inputs)) input.value = "";
      this.change();
      this.output.focus();
    });
    const days = [...this.known].filter((day) => day !== LATEST);
    if (days.length) {
      this.inputs.known.min = isoDay(Math.min(...days));
      this.inputs.known.max = isoDay(Math.max(...days));
    }
    const provinces = this.facets.find((facet) => facet.name === "province");
    for (const shape of provinces ? this.shapes : []) {
      const value = provinces.index.get(shape.dataset.key);
      shape.addEventListener("click", (event) => {
        if (value === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        provinces.toggle(value);
        this.change();
      });
    }
    if (this.chart) {
      this.brush = attachBrush(this.chart.figure, (from, to) => {
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

  /** Put the state into the address; show what fits it. */
  change() {
    const query = new URLSearchParams();
    for (const facet of this.facets) {
      facet.keys.forEach((key, value) => facet.chosen[value] && query.append(facet.name, key));
    }
    for (const [name, input] of Object.entries(this.inputs)) {
      if (input.value) query.set(name, input.value);
    }
    const text = query.toString();
    history.replaceState(null, "", (text ? `?${text}` : location.pathname) + location.hash);
    this.draw();
  }

  draw() {
    const from = dayNumber(this.inputs.from.value, EARLIEST);
    const to = dayNumber(this.inputs.to.value, LATEST);
    const asOf = dayNumber(this.inputs.known.value, LATEST);
    const active = this.facets.filter((facet) => facet.active);
    const filtered = active.length > 0 || from !== EARLIEST || to !== LATEST || asOf !== LATEST;
    const monthTally = new Uint32Array(this.months.length);
    let total = 0;
    for (const facet of this.facets) facet.counts.fill(0);
    this.chart?.counts.fill(0);
    this.chart?.hot.fill(0);
    for (let event = 0; event < this.rows.length; event++) {
      // Which single condition stands in the way? Its own list counts the event all the same: the
      // number beside a value says what choosing it would show.
      let against = 0;
      let blocker = null;
      if (this.known[event] > asOf) against = 2;
      if (this.from[event] > to || this.to[event] < from) against++;
      for (const facet of active) {
        if (against > 1) break;
        if (!facet.fits(event)) {
          against++;
          blocker = facet;
        }
      }
      const fits = against === 0;
      if (fits) {
        total++;
        monthTally[this.monthOf[event]]++;
        for (const facet of this.facets) facet.tally(event);
        this.chart?.tally(event);
      } else if (against === 1) {
        if (blocker) blocker.tally(event);
        else this.chart?.tally(event);
      }
      if (this.visible[event] !== Number(fits)) {
        this.visible[event] = Number(fits);
        this.rows[event].hidden = !fits;
      }
    }
    this.months.forEach((month, number) => {
      month.hidden = !monthTally[number];
      this.monthCounts[number].textContent = monthTally[number].toLocaleString("en");
      if (month.matches("details") && filtered) month.open = monthTally[number] > 0;
    });
    for (const facet of this.facets) facet.draw();
    this.chart?.draw();
    this.brush?.show(this.inputs.from.value, this.inputs.to.value);
    this.shade();
    for (const { mark, since } of this.later) mark.classList.toggle("ahead", since > asOf);
    this.root.classList.toggle("as-known", asOf !== LATEST);
    const words = filtered ? this.panel.dataset.some : this.panel.dataset.all;
    this.output.textContent = words
      .replace("{n}", total.toLocaleString("en"))
      .replace("{total}", this.rows.length.toLocaleString("en"));
    this.clear.hidden = !filtered;
    this.empty.hidden = total > 0;
  }

  /** The map says what the list of provinces says. */
  shade() {
    const provinces = this.facets.find((facet) => facet.name === "province");
    for (const shape of this.shapes) {
      const value = provinces?.index.get(shape.dataset.key);
      const events = value === undefined ? 0 : provinces.counts[value];
      const level = events ? Math.min(4, Math.ceil(4 * Math.sqrt(events / this.most))) : 0;
      shape.firstElementChild.setAttribute("class", `q${level}`);
      this.names.get(shape.dataset.key)?.setAttribute("class", `name on-q${level}`);
      const chosen = value !== undefined && Boolean(provinces.chosen[value]);
      if (chosen && !shape.classList.contains("chosen")) shape.parentNode.append(shape);
      shape.classList.toggle("chosen", chosen);
    }
  }
}

const root = document.querySelector("[data-listing]");
const panel = root?.querySelector("[data-filters]");
if (panel) new Listing(root, panel).start();
