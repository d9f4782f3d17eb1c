// Every word of the search, in English. A site whose catalogue says something else has that in a file, which
// the form names in `data-words`; a theme may also put `data-strings` (JSON) on the form or the page.

const STRINGS = {
  "found.one": "{n} result",
  "found.other": "{n} results",
  "found.for": "{found} for “{q}”",
  "found.all": "{found}: everything on this site that passes the filters",
  none: "No result for “{q}”.",
  "none.hint": "Try fewer words, or another spelling of a name.",
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
  dates: "YYYY-MM-DD",
  "pattern.day": "{day} {month} {year}",
  "pattern.month": "{month} {year}",
  "month.1": "January",
  "month.2": "February",
  "month.3": "March",
  "month.4": "April",
  "month.5": "May",
  "month.6": "June",
  "month.7": "July",
  "month.8": "August",
  "month.9": "September",
  "month.10": "October",
  "month.11": "November",
  "month.12": "December",
};

/** The words that the site's own catalogue has; none where it says what stands here. */
export async function ownWords(element) {
  const { words } = element?.dataset ?? {};
  if (!words) return {};
  const answer = await fetch(words);
  return answer.ok ? answer.json() : {};
}

/**
 * A function from a key and values to text; `n` chooses between `.one` and `.other`. Its `day` and `month`
 * say an ISO day, and a year or a month, as the site does.
 */
export function translator(words = {}, ...elements) {
  const own = { ...words };
  for (const element of elements) {
    if (element?.dataset.strings) Object.assign(own, JSON.parse(element.dataset.strings));
  }
  const text = (key, values = {}) => {
    const plural = values.n === 1 ? `${key}.one` : `${key}.other`;
    const found = own[key] ?? STRINGS[key] ?? own[plural] ?? STRINGS[plural] ?? key;
    return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] === undefined ? whole
      : name === "n" ? Number(values.n).toLocaleString(document.documentElement.lang || "en") : String(values[name]));
  };
  text.day = (iso) => {
    const [year, month, day] = iso.split("-");
    return text("pattern.day", { day: Number(day), month: text(`month.${Number(month)}`), year });
  };
  text.month = (iso) => {
    const [year, month] = iso.split("-");
    if (!month) return year;
    const name = own[`month.${Number(month)}.alone`] ?? text(`month.${Number(month)}`);
    return text("pattern.month", { month: name, year });
  };
  return text;
}
