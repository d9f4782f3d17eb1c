// The search field of every page: suggestions while typing.
// After the combobox pattern of the WAI-ARIA Authoring Practices, with a list of options.

import { Marker, make } from "./marking.js";

const MOST = 6;
const PAUSE = 120;

export class Combobox {
  constructor(form, engine, text, open) {
    this.form = form;
    this.engine = engine;
    this.text = text;
    this.input = form.querySelector("input[type=search], input[name=q]");
    this.options = [];
    this.active = -1;
    this.turn = 0;
    this.open = open;
    const place = form.querySelector("[data-search-results]") ?? form.appendChild(make("div"));
    this.list = make("ul", { id: "search-suggestions", role: "listbox", class: "search-list",
      "aria-label": text("suggestions"), hidden: true });
    this.status = make("p", { role: "status", class: "search-status", "aria-live": "polite" });
    place.classList.add("search-place");
    place.append(this.list, this.status);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false",
      "aria-controls": this.list.id, "aria-autocomplete": "list", autocapitalize: "off",
      spellcheck: "false" })) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(this.options.findIndex(({ element }) => element === option), event);
    });
    form.addEventListener("submit", () => this.close());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), PAUSE);
  }

  async suggest() {
    const turn = ++this.turn;
    const q = this.input.value;
    if (!q.trim()) return this.close();
    try {
      const found = await this.engine.match(q, { typing: true });
      if (turn !== this.turn) return undefined;
      if (!found.docs) {
        this.close();
        this.say(found.query.stopped ? this.text("stopped", { q: q.trim() }) : "");
        return undefined;
      }
      const best = this.engine.best(found.docs, found.scores, "relevance", MOST);
      const shown = await Promise.all(best.map((doc) => this.engine.store.shown(doc)));
      if (turn === this.turn) this.show(q.trim(), found.docs.length, shown, found.parts);
    } catch (problem) {
      if (turn !== this.turn) return undefined;
      this.close();
      this.say(this.text(problem.retry === false ? "broken" : "failed"));
      if (problem.retry === undefined) throw problem;
    }
    return undefined;
  }

  show(q, total, shown, parts) {
    const marker = new Marker(parts, this.engine.store.analyzer);
    this.options = shown.map((hit) => ({ url: hit.url, element: make("li", { role: "option" },
      make("span", { class: "search-title" }, ...marker.nodes(hit.title)), " ",
      make("span", { class: "search-about" }, hit.date)) }));
    if (total) {
      this.options.push({ element: make("li", { role: "option", class: "search-all" },
        this.text("all", { n: total })) });
    }
    this.options.forEach(({ element }, i) => {
      element.id = `search-option-${i}`;
      element.setAttribute("aria-selected", "false");
    });
    this.list.replaceChildren(...this.options.map(({ element }) => element));
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.toggle(total > 0);
    this.say(total ? this.text("suggested", { n: shown.length }) : this.text("none", { q }));
    this.status.classList.toggle("search-visible", total === 0);
  }

  say(words) {
    this.status.textContent = words;
    this.status.classList.toggle("search-visible", words !== "");
  }

  toggle(expanded) {
    this.list.hidden = !expanded;
    this.input.setAttribute("aria-expanded", String(expanded));
  }

  close() {
    this.turn += 1;
    clearTimeout(this.timer);
    this.toggle(false);
    this.say("");
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const last = this.options.length - 1;
    if (event.isComposing) return;
    if (event.key === "Escape") {
      if (!this.list.hidden) event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) {
        this.suggest();
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = this.active + step;
      this.activate(next > last ? -1 : next < -1 ? last : next);
    } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.choose(this.active, event);
    } else if (event.key === "Tab") this.close();
  }

  activate(number) {
    this.active = number;
    this.options.forEach(({ element }, i) => element.setAttribute("aria-selected", String(i === number)));
    const option = this.options[number]?.element;
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  choose(number, event) {
    const { url } = this.options[number];
    if (!url) this.form.requestSubmit();
    else if (event.ctrlKey || event.metaKey) window.open(url, "_blank", "noopener");
    else this.open(url);
    this.close();
  }
}
