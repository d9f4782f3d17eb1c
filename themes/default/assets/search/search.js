// Starts the search: the field in the header when it is used, the results where they are asked for.

const ROOT = new URL("../../", import.meta.url);
const form = document.querySelector("form[data-search]");
const place = document.querySelector("[data-search-page]");
let parts;

/** Load the rest, once; again when it failed. */
function load() {
  parts ??= Promise.all([import("./engine.js"), import("./store.js"), import("./strings.js"),
    import("./combobox.js")]).then(async ([{ Engine }, { Store }, { ownWords, translator }, { Combobox }]) => {
    const text = translator(await ownWords(form), form, place);
    const engine = new Engine(new Store(ROOT, undefined, text));
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("assets/search/search.css", ROOT);
    if (!document.querySelector(`link[href$="search/search.css"]`)) document.head.append(sheet);
    const box = form && new Combobox(form, engine, text, (url) => location.assign(url));
    return { engine, text, box };
  });
  parts.catch(() => (parts = undefined));
  return parts;
}

async function start(event) {
  const { engine, box } = await load().catch(() => ({}));
  engine?.prepare().catch(() => undefined); // what goes wrong is said when something is typed
  if (event?.target?.value && document.activeElement === event.target && event.type === "input") box?.later();
}

form?.addEventListener("focusin", start, { once: true });
form?.addEventListener("input", start, { once: true });

addEventListener("keydown", (event) => {
  const field = form?.querySelector("input[name=q]");
  const busy = event.target.closest?.(
    "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]",
  );
  if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey || !field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

if (place) {
  Promise.all([load(), import("./results.js")])
    .then(([{ engine, text }, { Results }]) => {
      const { filters } = new Results(place, form, engine, text);
      engine.prepare(() => filters.families()).catch(() => undefined); // the results say what goes wrong
    });
}
