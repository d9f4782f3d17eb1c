// From a query to terms: the same as site_gen/gazetteer/folding.py and site_gen/search/words.py do
// to a text when the index is built. tests/browser/test_search_words.py holds the two together.

const APOSTROPHES = "'’‘`´ʼʻʽʾʿˈ′";
const HYPHENS = "\\u002d\\u2010-\\u2014\\u2212";
const WORD = "\\p{L}\\p{N}_";
const LETTERS = new Map([
  ..."يىېۍے".split("").map((letter) => [letter, "ی"]),
  ..."ةہھە".split("").map((letter) => [letter, "ه"]),
  ["ك", "ک"], ["ګ", "گ"], ["ٱ", "ا"], ["ø", "o"], ["đ", "d"], ["ð", "d"], ["ħ", "h"], ["ı", "i"],
  ["ł", "l"], ["ŋ", "n"], ["œ", "oe"], ["æ", "ae"], ["þ", "th"], ["ŧ", "t"], ["ə", "a"], ["ـ", ""],
]);
const ABBREVIATION = new RegExp(
  `(?<![${WORD}])[\\p{L}\\p{Nl}\\p{No}](?:\\.[\\p{L}\\p{Nl}\\p{No}])+(?![${WORD}])\\.?`, "gu");
const BOUND_LINK = new RegExp(`(?<=[${WORD}])[${HYPHENS}]y[ei](?=[${HYPHENS} ])`, "giu");
const POSSESSIVE = new RegExp(`['’]s(?![${WORD}])`, "giu");

const isMark = (char) => /^\p{M}$/u.test(char);
const isKept = (char) => /^[\p{L}\p{M}\p{N}]$/u.test(char);
const isDigit = (char) => /^\p{Nd}$/u.test(char);
const isFormat = (char) => /^\p{Cf}$/u.test(char);

// A mark's combining class has no name in JavaScript, but normalisation sorts marks by it: `mark`
// moves before `known` exactly when its class is lower, and is not 0.
const moves = (known, mark) => {
  const text = "a" + known + mark;
  return text.normalize("NFD") !== text;
};
const CLASS_1 = "\u0334", CLASS_6 = "\u{16FF0}", CLASS_10 = "\u05B0", CLASS_84 = "\u0C55",
  CLASS_202 = "\u0321";

/** Whether a mark is an accent, a Hebrew point or an Arabic vowel sign, not a part of its letter. */
function isAccent(mark) {
  if (moves(CLASS_10, mark)) return moves(CLASS_6, mark); // below 10: only class 1
  if (moves(CLASS_202, mark)) return moves(CLASS_84, mark); // 10 … 201: up to 36
  return moves(mark, CLASS_1); // 202 and above, or 0
}

const isCherokee = (char) => /^\p{Script=Cherokee}$/u.test(char);

function caseless(char) {
  const upper = char.toLowerCase().toUpperCase();
  return isCherokee(char) ? upper : [...upper].map((c) => c.toLowerCase()).join("");
}

function digit(char) {
  let before = char.codePointAt(0);
  let value = 0;
  while (isDigit(String.fromCodePoint(before - 1))) {
    before -= 1;
    value += 1;
  }
  return String(value % 10);
}

const folded = new Map();

function foldLetter(letter) {
  if (APOSTROPHES.includes(letter)) return "";
  const whole = [...letter.normalize("NFKD")].map(caseless).join("").normalize("NFKD");
  let out = "";
  for (const char of whole) {
    if (LETTERS.has(char)) out += LETTERS.get(char);
    else if (APOSTROPHES.includes(char) || (isFormat(char) && char !== "\u200c")) continue;
    else if (isMark(char) && isAccent(char)) continue;
    else if (isDigit(char)) out += digit(char);
    else out += isKept(char) ? char : " ";
  }
  return out;
}

/** The form in which names and words are compared; words are separated by single spaces. */
export function fold(text) {
  if (text.includes(".")) text = text.replace(ABBREVIATION, (found) => found.replaceAll(".", ""));
  if (/y/i.test(text)) text = text.replace(BOUND_LINK, "");
  let out = "";
  for (const letter of text) {
    let form = folded.get(letter);
    if (form === undefined) folded.set(letter, (form = foldLetter(letter)));
    out += form;
  }
  let words = out.normalize("NFC").split(" ").filter(Boolean);
  if (words.length > 2) {
    const last = words.length - 1;
    words = words.filter((word, i) => i === 0 || i === last || (word !== "e" && word !== "i"));
  }
  return words.join(" ");
}

// M. F. Porter, “An algorithm for suffix stripping”, Program 14(3), 1980.
const STEP2 = [
  ["ational", "ate"], ["tional", "tion"], ["enci", "ence"], ["anci", "ance"], ["izer", "ize"],
  ["bli", "ble"], ["alli", "al"], ["entli", "ent"], ["eli", "e"], ["ousli", "ous"],
  ["ization", "ize"], ["ation", "ate"], ["ator", "ate"], ["alism", "al"], ["iveness", "ive"],
  ["fulness", "ful"], ["ousness", "ous"], ["aliti", "al"], ["iviti", "ive"], ["biliti", "ble"],
  ["logi", "log"],
];
const STEP3 = [
  ["icate", "ic"], ["ative", ""], ["alize", "al"], ["iciti", "ic"], ["ical", "ic"], ["ful", ""],
  ["ness", ""],
];
const STEP4 = [
  "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
  "ism", "ate", "iti", "ous", "ive", "ize",
];

function shape(stem) {
  let out = "";
  for (const letter of stem) {
    const vowel = "aeiou".includes(letter) || (letter === "y" && out.endsWith("c"));
    out += vowel ? "v" : "c";
  }
  return out;
}
const measure = (stem) => shape(stem).split("vc").length - 1;
const isShort = (stem) => shape(stem).endsWith("cvc") && !"wxy".includes(stem.at(-1));

function plural(word) {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function past(word) {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  for (const suffix of ["ed", "ing"]) {
    const stem = word.slice(0, -suffix.length);
    if (!word.endsWith(suffix) || !shape(stem).includes("v")) continue;
    if (/(at|bl|iz)$/.test(stem)) return stem + "e";
    const last = stem.at(-1);
    if (last === stem.at(-2) && shape(stem).endsWith("c") && !"lsz".includes(last)) {
      return stem.slice(0, -1);
    }
    return measure(stem) === 1 && isShort(stem) ? stem + "e" : stem;
  }
  return word;
}

const longest = (found) => found.reduce((a, b) => (b.length > a.length ? b : a), "");

function replace(word, rules) {
  const suffix = longest(rules.map(([end]) => end).filter((end) => word.endsWith(end)));
  if (!suffix || measure(word.slice(0, -suffix.length)) === 0) return word;
  return word.slice(0, -suffix.length) + rules.find(([end]) => end === suffix)[1];
}

function drop(word) {
  const suffix = longest(STEP4.filter((end) => word.endsWith(end)));
  if (!suffix) return word;
  const stem = word.slice(0, -suffix.length);
  return measure(stem) <= 1 || (suffix === "ion" && !/[st]$/.test(stem)) ? word : stem;
}

function tidy(word) {
  if (word.endsWith("e")) {
    const size = measure(word.slice(0, -1));
    if (size > 1 || (size === 1 && !isShort(word.slice(0, -1)))) word = word.slice(0, -1);
  }
  return word.endsWith("ll") && measure(word) > 1 ? word.slice(0, -1) : word;
}

/** The English stem of a folded word. */
export function stem(word) {
  if (!/^[a-z]{3,}$/.test(word)) return word;
  word = past(plural(word));
  if (word.endsWith("y") && shape(word.slice(0, -1)).includes("v")) word = word.slice(0, -1) + "i";
  return tidy(drop(replace(replace(word, STEP2), STEP3)));
}

export const STOP_WORDS = new Set((
  "a an and are as at be been but by e for from had has have he her his i in is it its of on or" +
  " she that the their them these they this those to was were which who with").split(" "));
const LONGEST_WORD = 40;
/** Stems are remembered, up to so many. */
const MOST_STEMS = 20000;

/** What a text or a query is made of. */
export class Analyzer {
  /**
   * @param {boolean} stemming whether words are English
   * @param {[string[], Object<string, number[]>]} names the index's file of names
   */
  constructor(stemming, [classes, spellings]) {
    this.stemming = stemming;
    this.stems = new Map();
    this.names = new Map(Object.entries(spellings).map(
      ([text, numbers]) => [text, numbers.map((number) => classes[number])]));
    this.starts = new Map();
    for (const text of this.names.keys()) {
      const words = text.split(" ");
      const sizes = this.starts.get(words[0]) ?? [];
      if (!sizes.includes(words.length)) sizes.push(words.length);
      this.starts.set(words[0], sizes.sort((a, b) => b - a));
    }
  }

  words(text) {
    return fold(text.replace(POSSESSIVE, "")).split(" ").filter(Boolean)
      .map((word) => [...word].slice(0, LONGEST_WORD).join(""));
  }

  term(word) {
    if (!this.stemming) return word;
    let term = this.stems.get(word);
    if (term === undefined) {
      if (this.stems.size > MOST_STEMS) this.stems.clear();
      this.stems.set(word, (term = stem(word)));
    }
    return term;
  }

  /** The longest name that begins at a word: [number of words, terms], or null. */
  name(words, start) {
    for (const size of this.starts.get(words[start]) ?? []) {
      const text = words.slice(start, start + size).join(" ");
      if (start + size <= words.length && this.names.has(text)) return [size, this.names.get(text)];
    }
    return null;
  }

  /** What a query asks for, one unit a word or name: {words, terms}; any of its terms will do. */
  units(words) {
    const units = [];
    for (let i = 0; i < words.length; ) {
      const [size, terms] = this.name(words, i) ?? [1, null];
      if (terms) units.push({ words: words.slice(i, i + size), terms, named: true });
      else if (!STOP_WORDS.has(words[i])) {
        units.push({ words: [words[i]], terms: [this.term(words[i])], named: false });
      }
      i += size;
    }
    return units;
  }
}
