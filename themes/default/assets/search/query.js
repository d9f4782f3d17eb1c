// What a reader typed, taken apart.

const LONGEST_QUERY = 400;
const PIECES = /(-?)(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»)|(\s)-(?=[\p{L}\p{M}\p{N}])([^\s"“„«]+)/gu;

/**
 * @typedef {{words: string[], terms: string[], named: boolean}} Unit a word or name
 * @typedef {{units: Unit[], phrase: boolean}} Part one unit, or a phrase of several
 * @returns {{parts: Part[], without: Part[], cut: boolean, stopped: boolean, prefix: string}}
 *   `cut`: only the beginning was read; `stopped`: it held nothing but words that are not indexed;
 *   `prefix`: the last word, when the reader may still be typing it
 */
export function parse(text, analyzer) {
  const letters = [...text.normalize("NFC")];
  const cut = letters.length > LONGEST_QUERY;
  const typed = ` ${letters.slice(0, LONGEST_QUERY).join("")}`;
  const parts = [];
  const without = [];
  let words = 0;
  let plain = [];
  const add = (list, piece, phrase) => {
    const found = analyzer.words(piece);
    const units = analyzer.units(found);
    words += found.length;
    if (phrase && units.length) list.push({ units, phrase: units.length > 1 });
    else if (units.length) list.push(...units.map((unit) => ({ units: [unit], phrase: false })));
    return found;
  };
  let at = 0;
  for (const found of typed.matchAll(PIECES)) {
    plain = add(parts, typed.slice(at, found.index), false);
    const [whole, minus, a, b, c, d, , word] = found;
    const quoted = a ?? b ?? c ?? d;
    if (quoted === undefined) add(without, word, true);
    else add(minus && /(^|\s)$/.test(typed.slice(0, found.index)) ? without : parts, quoted, true);
    at = found.index + whole.length;
  }
  plain = add(parts, typed.slice(at), false);
  const open = /[\p{L}\p{M}\p{N}]$/u.test(typed) && plain.length > 0 && at < typed.length;
  return {
    parts, without, cut,
    stopped: words > 0 && parts.length === 0 && without.length === 0,
    prefix: open ? plain.at(-1) : "",
  };
}

const SUFFIXES = ["ing", "ed", "es", "er", "ers", "ation", "ment", "ly", "al"];

/** Whether a term may be what a word that is still being typed will become. */
export function begins(term, word, stem) {
  if (term.startsWith(word) || term === stem) return true;
  return term.length > 3 && word.startsWith(term) &&
    SUFFIXES.some((suffix) => suffix.startsWith(word.slice(term.length)));
}
