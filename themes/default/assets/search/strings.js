// Every word of the search. A theme replaces them by `data-strings` (JSON) on the form or the page.

const STRINGS = {
  "found.one": "{n} result",
  "found.other": "{n} results",
  "found.for": "{found} for “{q}”",
  "found.all": "{found}: everything on this site that passes the filters",
  none: "No result for “{q}”.",
  "none.filtered": "No result for “{q}” with these filters.",
  "none.filters": "No result with these filters.",
  instead: "No result for “{typed}”; showing “{shown}”.",
  begun: "No result for the word “{typed}”; showing words that begin with it.",
  or: "” or “",
  empty: "Type a word, a name or a date. “Quotes” look for a phrase, -word leaves a word out.",
  stopped: "“{q}” has only words that stand in almost every text, such as “the” and “of”; they are not searched for. Add a word.",
  cut: "The query was very long; only its beginning was used.",
  failed: "A part of the search index could not be loaded. Check the connection, then try again.",
  broken: "The search index does not fit this page. Reload the page.",
  retry: "Try again",
  loading: "Searching …",
  suggestions: "Suggestions",
  "suggested.one": "{n} suggestion",
  "suggested.other": "{n} suggestions",
  all: "All {n} results",
  sort: "Order",
  "sort.relevance": "Best match first",
  "sort.newest": "Newest first",
  "sort.oldest": "Oldest first",
  filters: "Filters",
  clear: "Clear filters",
  from: "From",
  to: "To",
  date: "Date",
  province: "Province",
  status: "Status",
  type: "Type",
  kind: "Kind",
  speaker: "Speaker",
  source: "Source",
  "kind.event": "Events",
  "kind.entry": "Articles",
  "status.disputed": "Disputed",
  "status.claimed": "Claimed",
  "status.corroborated": "Corroborated",
  "status.reported": "Reported",
  article: "Article",
  in: "in",
  more: "More results",
  results: "Results",
};

/** A function from a key and values to text; `n` chooses between `.one` and `.other`. */
export function translator(...elements) {
  const own = {};
  for (const element of elements) {
    if (element?.dataset.strings) Object.assign(own, JSON.parse(element.dataset.strings));
  }
  return (key, values = {}) => {
    const plural = values.n === 1 ? `${key}.one` : `${key}.other`;
    const text = own[key] ?? STRINGS[key] ?? own[plural] ?? STRINGS[plural] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] === undefined ? whole
      : name === "n" ? Number(values.n).toLocaleString("en") : String(values[name]));
  };
}
