// The filters beside the results: dates, and facets with counts. What is shut is filled when it opens.

import { OPEN } from "./columns.js";
import { ordinal } from "./facets.js";
import { make } from "./marking.js";

/** Facets in their order. */
export const LISTS = ["kind", "province", "status", "type", "speaker", "source"];
/** The columns that a facet needs, if they do not come with the first search anyway. */
const FAMILY = { status: "kinds", type: "kinds", speaker: "speakers", source: "sources" };
/** Columns up to this many bytes are loaded with the first search. */
const SMALL = 10000;
const MOST_VALUES = 60;
const NUMBER = new Intl.NumberFormat(document.documentElement.lang || "en");

export class Filters {
  /** @param change takes new values of the state; @param again asks once more, with more columns */
  constructor(engine, text, change, again) {
    Object.assign(this, { engine, text, change, again, opened: new Set(), state: null });
    const clear = make("button", { type: "button", id: "f-clear" }, text("clear"));
    clear.addEventListener("click", () => this.change({
      kind: [], province: [], status: [], type: [], speaker: [], source: [], from: "", to: "" }));
    this.clear = make("p", { class: "count" }, clear);
    this.fields = ["from", "to"].map((name) => make("input", { type: "text", inputmode: "numeric", name, id: `f-${name}`,
      placeholder: text("dates"), pattern: "\\d{4}(-\\d\\d(-\\d\\d)?)?", maxlength: "10" }));
    this.sections = new Map(["date", ...LISTS].map((name) => [name, this.section(name)]));
    this.form = make("form", { class: "filters search-filters", "aria-label": text("filters") }, this.clear,
      make("div", { class: "search-dates" }, make("div", { class: "dates" }, ...this.fields.map((field) =>
        make("label", {}, text(field.name), " ", field))), this.sections.get("date").details),
      ...LISTS.map((name) => this.sections.get(name).details));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", (event) => this.filtered(event.target));
    this.panel = make("details", { class: "panel", hidden: true, open: matchMedia("(min-width: 60rem)").matches },
      make("summary", {}, text("filters")), this.form);
  }

  section(name) {
    const number = make("span", { class: "n" });
    const list = make("ul");
    const details = make("details", { class: "facet", open: name === "province" },
      make("summary", { id: `f-${name}` }, this.text(name), " ", number), list);
    const section = { name, details, number, list, rows: new Map(), values: null, chosen: new Set() };
    details.addEventListener("toggle", () => {
      if (!details.open) return;
      if (section.values) this.fill(section);
      else if (!this.opened.has(FAMILY[name])) {
        this.opened.add(FAMILY[name]);
        this.again();
      }
    });
    return section;
  }

  /** The columns to count by, besides those that every search needs. */
  families() {
    const { store } = this.engine;
    return Object.values(FAMILY).filter((name) => this.opened.has(name) || store.size(name) <= SMALL);
  }

  /** Show the counts of an answer. */
  draw({ facets, dates }, state, narrowed) {
    this.state = state;
    const focused = document.activeElement?.id;
    this.clear.hidden = !narrowed;
    for (const field of this.fields) {
      if (field.value !== state[field.name]) field.value = state[field.name];
      field.removeAttribute("aria-invalid");
    }
    const whole = state.from === state.to ? [state.from] : [];
    this.show(this.sections.get("date"), dates.stretches().map(([key, count]) =>
      ({ id: key, key, label: this.text.month(key), count })), whole.filter(Boolean));
    const given = new Map(facets.map((facet) => [facet.name, facet]));
    for (const name of LISTS) this.show(this.sections.get(name), this.values(given.get(name)), state[name]);
    this.panel.hidden = false;
    if (focused?.startsWith("f-") && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
  }

  /** The values of a facet that match something or are chosen, the most frequent first; null: not loaded. */
  values(facet) {
    if (!facet) return null;
    const { name, keys, names, counts } = facet;
    const chosen = new Set(this.state[name]);
    const found = [];
    keys.forEach((key, number) => {
      if (!key || !(counts[number] || chosen.has(key))) return;
      const label = name === "status" || name === "kind" ? this.text(`${name}.${key}`) : names[number];
      found.push({ id: number, key, label, count: counts[number] });
    });
    return found.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  }

  show(section, values, chosen) {
    const { details, number } = section;
    if (chosen.length && !section.chosen.size) details.open = true;
    section.chosen = new Set(chosen);
    section.values = values;
    details.hidden = values?.length === 0;
    const shown = values && section.name !== "date" ? NUMBER.format(values.length) : "";
    if (number.textContent !== shown) number.textContent = shown;
    if (!values) section.list.replaceChildren();
    else if (details.open) this.fill(section);
  }

  /** Bring the list of an open section up to date; rows that are there stay. */
  fill(section) {
    const { values, chosen, rows, list } = section;
    const wanted = values.filter(({ key }, i) => i < MOST_VALUES || chosen.has(key)).map((value) => {
      if (!rows.has(value.id)) rows.set(value.id, section.name === "date" ? this.button(value) : this.box(section, value));
      const row = rows.get(value.id);
      row.mark(chosen.has(value.key));
      const count = NUMBER.format(value.count);
      if (row.number.textContent !== count) row.number.textContent = count;
      if (row.item.classList.contains("nil") !== !value.count) row.item.classList.toggle("nil", !value.count);
      return row.item;
    });
    const there = list.children;
    if (there.length !== wanted.length || wanted.some((item, i) => item !== there[i])) list.replaceChildren(...wanted);
  }

  box({ name }, { id, key, label }) {
    const box = make("input", { type: "checkbox", name, value: key, id: `f-${name}-${id}` });
    const number = make("span", { class: "n" });
    const item = make("li", {}, make("label", {}, box, make("span", { dir: "auto" }, label)), number);
    return { item, number, mark: (on) => (box.checked = on) };
  }

  button({ key, label }) {
    const button = make("button", { type: "button", id: `f-date-${key}` }, label);
    button.addEventListener("click", () => {
      const same = this.state.from === key && this.state.to === key;
      this.change({ from: same ? "" : key, to: same ? "" : key });
    });
    const number = make("span", { class: "n" });
    return { item: make("li", {}, button, number), number, mark: (on) => button.setAttribute("aria-pressed", String(on)) };
  }

  filtered(target) {
    const { name, value, checked, type } = target;
    if (type === "checkbox") {
      const rest = this.state[name].filter((key) => key !== value);
      this.change({ [name]: checked ? [...rest, value] : rest });
    } else if (name === "from" || name === "to") {
      const wanted = value.trim();
      const usable = !wanted || ordinal(wanted, false) !== OPEN;
      target.setAttribute("aria-invalid", String(!usable));
      if (usable) this.change({ [name]: wanted });
    }
  }
}
