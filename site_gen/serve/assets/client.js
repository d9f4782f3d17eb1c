// The preview's side of every page: brings it to date, swaps its style, shows mistakes, carries the bar.
// Nothing of it is in the built site. It stands in a shadow root, so that neither style leaks.
import { Patcher } from "./patch.js";

function connectTo(script) {
  const { server, build, base, page } = script.dataset;
  const patcher = new Patcher(script);
  const reserved = new URL(".", script.src);
  const source = document.querySelector('meta[name="site-gen-source"]')?.content ?? "";
  const stored = `site-gen:${location.pathname}`;
  const SHOWN = 200; // problems drawn at once
  let state = null;
  let socket = null;
  let pause = 100;
  let connected = false;
  let wanted = null; // "open" or "closed", as the reader last chose for this set of problems
  let everything = false;
  let leaving = false;
  let drawn = "";

  // --- what a reload must not lose ------------------------------------------------------------

  const controls = () =>
    [...document.querySelectorAll("input, select, textarea")].filter(
      (c) => !["password", "file", "hidden", "submit", "button", "reset", "image"].includes(c.type),
    );
  // What stays the same when things are added above: an id, a name with its value, a title.
  const keyOf = (element) =>
    element.id ||
    (element.matches("details")
      ? element.querySelector("summary")?.textContent.replace(/[\d\s]+/g, " ")
      : `${element.name}=${["checkbox", "radio"].includes(element.type) ? element.value : ""}`);
  const keyedBy = (elements, name) => {
    const seen = new Map();
    return elements.map((element) => {
      const key = name(element);
      const number = seen.get(key) ?? 0;
      seen.set(key, number + 1);
      return [`${key}/${number}`, element];
    });
  };
  const keyed = (elements) => keyedBy(elements, keyOf);
  const valueOf = (c) =>
    c.type === "checkbox" || c.type === "radio"
      ? c.checked
      : c.multiple
        ? [...c.options].map((option) => option.selected)
        : c.value;

  // What was read stays where it was, even when something above it grew: the topmost thing in view
  // that can be found again, by its id or, for a link, by where it leads.
  const landmarks = () =>
    keyedBy([...document.querySelectorAll("main [id], main a[href]")], (e) => e.id || e.getAttribute("href"));

  // What sticks to the window says nothing about how far the page is scrolled.
  function sticks(element) {
    for (let at = element; at; at = at.parentElement) {
      if (["sticky", "fixed"].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  }

  function anchor() {
    const centre = innerWidth / 2;
    let best = null;
    for (const [key, element] of landmarks()) {
      const { left, right, top, height } = element.getBoundingClientRect();
      if (!height || top < 0 || top >= innerHeight) continue;
      // A column beside the text does not move with it.
      const aside = Math.max(0, left - centre, centre - right);
      if ((!best || aside < best.aside) && !sticks(element)) best = { key, top, aside };
    }
    return best;
  }

  function remember() {
    const active = document.activeElement;
    sessionStorage.setItem(
      stored,
      JSON.stringify({
        x: scrollX,
        y: scrollY,
        anchor: scrollY > 0 ? anchor() : null,
        focus: active && active !== document.body ? active.id : "",
        details: keyed([...document.querySelectorAll("details")]).map(([k, d]) => [k, d.open]),
        controls: keyed(controls()).map(([k, c]) => [k, valueOf(c)]),
      }),
    );
  }

  function recall() {
    const text = sessionStorage.getItem(stored);
    if (!text) return;
    sessionStorage.removeItem(stored);
    const saved = JSON.parse(text);
    const open = new Map(saved.details);
    for (const [key, details] of keyed([...document.querySelectorAll("details")])) {
      if (open.has(key)) details.open = open.get(key);
    }
    const values = new Map(saved.controls);
    for (const [key, control] of keyed(controls())) {
      const value = values.get(key);
      if (value === undefined || JSON.stringify(value) === JSON.stringify(valueOf(control))) continue;
      if (typeof value === "boolean") control.checked = value;
      else if (Array.isArray(value)) value.forEach((on, i) => control.options?.[i] && (control.options[i].selected = on));
      else control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (saved.focus) document.getElementById(saved.focus)?.focus({ preventScroll: true });
    const place = () => {
      scrollTo({ left: saved.x, top: saved.y, behavior: "instant" });
      const element = saved.anchor && landmarks().find(([key]) => key === saved.anchor.key)?.[1];
      if (!element) return;
      const moved = element.getBoundingClientRect().top - saved.anchor.top;
      if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
    };
    place();
    let moved = false;
    for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(kind, () => (moved = true), { once: true, passive: true });
    }
    const settle = () => {
      if (!moved) place();
    };
    if (document.readyState === "complete") settle();
    else addEventListener("load", settle, { once: true });
    // A filter that is chosen again hides what is above a little later.
    const sizes = new ResizeObserver(settle);
    sizes.observe(document.body);
    setTimeout(() => sizes.disconnect(), 1500);
  }

  function reload() {
    if (leaving) return;
    leaving = true;
    remember();
    history.scrollRestoration = "manual";
    location.reload();
  }

  // --- news -----------------------------------------------------------------------------------

  const pathOf = (url) => decodeURI(new URL(url, location.href).pathname);

  // Which of the page's style sheets a changed file belongs to: itself, or one that imports it.
  function uses(sheet, changed) {
    if (!sheet) return false;
    if (sheet.href && changed.has(pathOf(sheet.href))) return true;
    try {
      return [...sheet.cssRules].some((rule) => rule.styleSheet && uses(rule.styleSheet, changed));
    } catch {
      return false;
    }
  }

  function swap(link) {
    const fresh = link.cloneNode();
    const url = new URL(link.href);
    url.searchParams.set("site-gen", `${state.build}`);
    fresh.href = url.href;
    fresh.addEventListener("load", () => link.remove(), { once: true });
    fresh.addEventListener("error", () => fresh.remove(), { once: true });
    link.after(fresh);
  }

  function follow(files) {
    if (!files.length) return;
    const changed = new Set(files.map((file) => `${state.base}/${file}`));
    const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
    for (const link of links) if (uses(link.sheet, changed)) swap(link);
    // What a script fetched, such as the search index, it fetches again when it is asked again.
    const parts = performance
      .getEntriesByType("resource")
      .filter((entry) => !["fetch", "xmlhttprequest"].includes(entry.initiatorType));
    const loaded = new Set(parts.map((entry) => pathOf(entry.name)));
    const others = [...changed].filter((path) => !path.endsWith(".css") && loaded.has(path));
    if (others.length) reload();
  }

  // The page as it is now, without loading it; no when that cannot be told for sure.
  function patch({ before, after }) {
    if (document.documentElement.dataset.preview === "reload") return false;
    try {
      if (!patcher.holds && !(before && patcher.take(before))) return false;
      return patcher.show(after);
    } catch {
      // A page may forbid its scripts to parse HTML.
      return false;
    }
  }

  function take(news) {
    const before = JSON.stringify(state?.problems ?? []);
    state = news;
    if (news.stale && !(news.page && patch(news.page))) {
      const old = `${base}/`;
      if (news.server !== server && news.base !== base && location.pathname.startsWith(old)) {
        leaving = true;
        location.replace(`${news.base}/${location.pathname.slice(old.length)}${location.search}${location.hash}`);
      } else reload();
      return;
    }
    if (JSON.stringify(news.problems) !== before) {
      wanted = null;
      everything = false;
    }
    follow(news.files);
    draw();
  }

  function inform() {
    socket.send(
      JSON.stringify({
        command: "info",
        url: location.href,
        server,
        build: state && state.server === server && Number(build) >= 0 ? state.build : Number(build),
        hidden: document.hidden,
        page: patcher.holds ? "" : page,
      }),
    );
  }

  function connect() {
    const url = new URL("livereload", reserved);
    url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    socket = new WebSocket(url);
    socket.addEventListener("open", () => {
      connected = true;
      pause = 100;
      const protocols = ["http://livereload.com/protocols/official-7"];
      socket.send(JSON.stringify({ command: "hello", protocols }));
      inform();
    });
    socket.addEventListener("message", (event) => {
      const news = JSON.parse(event.data);
      if (news.command === "state" && !leaving) take(news);
    });
    socket.addEventListener("close", () => {
      connected = false;
      if (leaving) return;
      draw();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, 2000);
    });
  }

  // --- what is seen ---------------------------------------------------------------------------

  const host = document.createElement("site-gen-preview");
  const root = host.attachShadow({ mode: "open" });

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  function opener(path, line, col) {
    if (!state.editor || !path) return null;
    const full = `${state.root}/${path}`.split("/").map(encodeURIComponent).join("/");
    return state.editor
      .replaceAll("{path}", full)
      .replaceAll("{line}", String(line))
      .replaceAll("{col}", String(col));
  }

  function placeOf(place) {
    const label = `${place.path}:${place.line}:${place.col}`;
    const href = opener(place.path, place.line, place.col);
    return href ? make("a", { href, class: "place" }, label) : make("span", { class: "place" }, label);
  }

  function excerptOf(place) {
    if (!place.text.trim()) return null;
    // By characters, as the columns are counted, not by UTF-16 units.
    const letters = [...place.text];
    const at = Math.min(place.col - 1, letters.length);
    const word = letters.slice(at).join("").match(/^[^\s,\]}:;"'“”]+/)?.[0] ?? letters[at] ?? "";
    const before = letters.slice(0, at).join("");
    const rest = letters.slice(at + [...word].length).join("");
    return make(
      "pre",
      {},
      make("span", { class: "number" }, `${place.line} `),
      make("code", {}, before, make("mark", {}, word || " "), rest),
    );
  }

  function itemOf(problem) {
    const { place } = problem;
    return make(
      "li",
      { class: problem.severity },
      make(
        "p",
        { class: "message" },
        make("span", { class: "severity" }, problem.severity),
        " ",
        problem.message,
        problem.code ? make("span", { class: "code" }, ` ${problem.code}`) : "",
      ),
      place ? make("p", {}, placeOf(place)) : null,
      place ? excerptOf(place) : null,
      problem.hint ? make("p", { class: "hint" }, `Hint: ${problem.hint}`) : null,
      ...problem.related.flatMap((other) => [
        make("p", { class: "related" }, placeOf(other), other.note ? ` ${other.note}` : ""),
        excerptOf(other),
      ]),
    );
  }

  const count = (number, noun, many = `${noun}s`) =>
    `${number.toLocaleString("en")} ${number === 1 ? noun : many}`;

  function panelOf(problems) {
    const errors = problems.filter((problem) => problem.severity === "error").length;
    const others = problems.length - errors;
    const title = [errors && count(errors, "error"), others && count(others, "warning")].filter(Boolean).join(", ");
    const shown = everything ? problems : problems.slice(0, SHOWN);
    const note = state.failed ? "The page below is the last good one. This goes away when the mistakes are mended." : "";
    return make(
      "section",
      { class: `panel ${state.failed ? "failed" : ""}`, role: state.failed ? "alertdialog" : "dialog", "aria-label": title, tabindex: "-1" },
      make(
        "header",
        {},
        make("h2", {}, title),
        make("button", { type: "button", onclick: () => choose("closed"), title: "Esc" }, "Close"),
        note ? make("p", {}, note) : null,
      ),
      make("ol", {}, ...shown.map(itemOf)),
      shown.length < problems.length
        ? make(
            "button",
            {
              type: "button",
              class: "more",
              onclick: () => {
                everything = true;
                draw();
              },
            },
            `Show all ${problems.length.toLocaleString("en")}`,
          )
        : null,
    );
  }

  function barOf(problems) {
    const errors = problems.filter((problem) => problem.severity === "error").length;
    const warnings = problems.length - errors;
    const edit = opener(source, 1, 1);
    const took = `${state.at}, ${Math.round(state.seconds * 1000).toLocaleString("en")} ms`;
    const parts = [
      make("strong", {}, "Preview"),
      make("span", { class: "entries" }, count(state.entries, "entry", "entries")),
      state.building
        ? make("span", { class: "built busy" }, "building …")
        : make("span", { class: "built", title: "Time of the last build" }, state.failed ? `failed ${state.at}` : `built ${took}`),
      problems.length
        ? make(
            "button",
            { type: "button", class: errors ? "errors" : "warnings", onclick: () => choose(isOpen() ? "closed" : "open"), "aria-expanded": String(isOpen()) },
            [errors && count(errors, "error"), warnings && count(warnings, "warning")].filter(Boolean).join(", "),
          )
        : make("span", { class: "fine" }, "no warnings"),
      state.unfinished && connected && !state.building && !state.failed
        ? make("span", { class: "rest", title: "Listings, feeds and search follow when nothing is saved for a second" }, "the rest follows …")
        : null,
      edit ? make("a", { class: "edit", href: edit }, source.startsWith("content/entries/") ? "edit this entry" : "edit this page") : null,
      connected ? null : make("span", { class: "lost" }, "the preview has ended"),
    ];
    return make("aside", { class: "bar", "aria-label": "Preview" }, ...parts.filter(Boolean));
  }

  const isOpen = () =>
    state !== null && state.problems.length > 0 && (wanted ?? (state.failed ? "open" : "closed")) === "open";

  function choose(which) {
    wanted = which;
    draw();
  }

  function draw() {
    if (!state) return;
    const { problems } = state;
    const key = JSON.stringify([state, connected, wanted, everything]);
    if (key === drawn) return;
    drawn = key;
    const open = isOpen();
    const fresh = [barOf(problems)];
    if (open) fresh.unshift(panelOf(problems));
    root.querySelectorAll(".panel, .bar").forEach((element) => element.remove());
    root.append(...fresh);
  }

  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) choose("closed");
  });
  // A page that comes back from the browser's memory has missed what happened meanwhile.
  addEventListener("pageshow", (event) => {
    if (event.persisted && socket?.readyState !== WebSocket.OPEN) connect();
  });
  // What is in view is brought to date before what lies behind it.
  document.addEventListener("visibilitychange", () => {
    if (socket?.readyState === WebSocket.OPEN && !leaving) inform();
  });
  addEventListener("pagehide", () => {
    socket?.close();
    // Not before: the browser would still move the page to where it was.
    if (!leaving) history.scrollRestoration = "auto";
  });

  const style = make("link", { rel: "stylesheet", href: new URL("client.css", reserved).href });
  // Unseen until its style is there.
  host.hidden = true;
  style.addEventListener("load", () => (host.hidden = false), { once: true });
  root.append(style);
  // When the scripts of the page have made it what it is to be.
  document.addEventListener("DOMContentLoaded", () => {
    recall();
    document.documentElement.append(host);
    connect();
  });
}

const script = document.getElementById("site-gen-preview");
if (script && window.top === window) connectTo(script);
