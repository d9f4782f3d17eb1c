// When nothing matches: what the reader may have meant. Loaded only then.

import { STOP_WORDS } from "./words.js";

const SHORTEST = 4;
const MOST = 6;

/**
 * Try again with words that begin as typed, or are one edit away.
 * @param {Engine} engine
 * @param parts of the query; their units are changed into what is shown
 * @param result gets `begun` and `instead`, for what the page says
 * @returns what `engine.all` gives; null when nothing is near
 */
export async function mend(engine, parts, query, result) {
  const { store } = engine;
  const missing = [];
  for (const part of parts) {
    for (const unit of part.units) {
      const found = await Promise.all(unit.terms.map((term) => store.postings(term)));
      if (!found.some(Boolean)) missing.push(unit);
    }
  }
  if (!missing.length) return null;
  const last = parts.at(-1)?.units[0];
  if (query.prefix && missing.length === 1 && missing[0] === last) {
    await engine.extend(last, query.prefix, Infinity);
    if (last.more?.length) {
      const found = await engine.all(parts, query.without);
      if (found.docs.length) {
        result.begun = query.prefix;
        return found;
      }
    }
  }
  const swaps = await Promise.all(missing.map((unit) => near(store, unit)));
  if (swaps.some((words) => !words.length)) return null;
  missing.forEach((unit, i) => {
    unit.terms = [...new Set(swaps[i].flatMap(({ terms }) => terms))];
    unit.more = [];
  });
  const found = await engine.all(parts, query.without);
  if (!found.docs.length) return null;
  result.instead = missing.map((unit, i) => ({
    typed: unit.words.join(" "), shown: swaps[i].map(({ word }) => word),
  }));
  return found;
}

/** Words of the index at most one edit away: [{word, terms}], names first. */
async function near(store, unit) {
  const word = unit.words.join("");
  const size = [...word].length;
  if (size < SHORTEST) return [];
  const { analyzer } = store;
  const found = [];
  for (const [text, terms] of analyzer.names) {
    if (isNear(word, text.replaceAll(" ", ""))) found.push({ word: text, terms });
  }
  const lists = await Promise.all([size, size - 1, size + 1].map((n) => store.words(n)));
  const same = (text) => Number(text[0] === word[0]);
  const plain = lists.flat().filter((text) => isNear(word, text) && !STOP_WORDS.has(text))
    .sort((a, b) => same(b) - same(a) || (a < b ? -1 : 1));
  for (const text of plain) {
    if (!analyzer.names.has(text)) found.push({ word: text, terms: [analyzer.term(text)] });
  }
  const seen = new Set();
  return found.filter(({ terms }) => !seen.has(terms.join()) && seen.add(terms.join())).slice(0, MOST);
}

/** Whether two words differ by at most one letter more, less, other, or two changed over. */
export function isNear(a, b) {
  a = [...a];
  b = [...b];
  if (a.length > b.length) [a, b] = [b, a];
  if (b.length - a.length > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const rest = (list, from) => list.slice(from).join("");
  if (a.length < b.length) return rest(a, i) === rest(b, i + 1);
  if (rest(a, i + 1) === rest(b, i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2);
}
