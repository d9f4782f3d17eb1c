// Shows where a query matched. Words become text nodes, never markup.

const WORDS = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.\u200c\u200d]*/gu;

/** An element with attributes and children; texts become text nodes. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Finds the words of a text that a query's parts ask for. */
export class Marker {
  /** @param parts of the query, as the engine matched them */
  constructor(parts, analyzer) {
    this.analyzer = analyzer;
    this.terms = new Set(parts.flatMap((part) =>
      part.units.flatMap((unit) => [...unit.terms, ...(unit.more ?? [])])));
  }

  /** [start, end, term] of every match, in the order of the text. */
  find(text) {
    const tokens = [];
    for (const found of text.matchAll(WORDS)) {
      for (const word of this.analyzer.words(found[0])) {
        tokens.push({ word, start: found.index, end: found.index + found[0].length });
      }
    }
    const words = tokens.map(({ word }) => word);
    const ranges = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const name = this.analyzer.name(words, i);
      const size = name?.[0] ?? 1;
      const hit = name?.[1].find((term) => this.terms.has(term));
      const own = this.terms.has(this.analyzer.term(words[i])) ? this.analyzer.term(words[i]) : null;
      if (hit) {
        ranges.push([tokens[i].start, tokens[i + size - 1].end, hit]);
        i += size - 1;
      } else if (own) ranges.push([tokens[i].start, tokens[i].end, own]);
    }
    return ranges;
  }

  /** A text as nodes, its matches in <mark>. */
  nodes(text, ranges = this.find(text)) {
    const nodes = [];
    let at = 0;
    for (const [start, end] of ranges) {
      if (start < at) continue;
      if (start > at) nodes.push(text.slice(at, start));
      nodes.push(make("mark", {}, text.slice(start, end)));
      at = end;
    }
    if (at < text.length) nodes.push(text.slice(at));
    return nodes;
  }

  /** The stretch of some lines that shows most of the query, as nodes; null without a match. */
  excerpt(lines, length = 220) {
    let best = null;
    for (const line of lines) {
      const ranges = this.find(line);
      ranges.forEach(([start], i) => {
        const inside = ranges.slice(i).filter(([, end]) => end - start <= length);
        const score = new Set(inside.map(([, , term]) => term)).size * 10 + Math.min(inside.length, 9);
        if (!best || score > best.score) best = { line, ranges, start, score, end: inside.at(-1)?.[1] ?? start };
      });
    }
    if (!best) return null;
    const { line, ranges } = best;
    const room = Math.max(0, length - (best.end - best.start));
    let from = Math.max(0, best.start - Math.floor(room / 3));
    let to = Math.min(line.length, from + length);
    from = Math.max(0, Math.min(from, to - length));
    if (from > 0) from = line.indexOf(" ", from) + 1 || from;
    if (to < line.length) to = Math.max(line.lastIndexOf(" ", to), Math.min(best.end, to));
    if (from > best.start) from = best.start;
    const within = ranges.filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start - from, end - from]);
    const nodes = this.nodes(line.slice(from, to), within);
    return [from > 0 ? "… " : "", ...nodes, to < line.length ? " …" : ""].filter((node) => node !== "");
  }
}

const LINES = "p, li, blockquote, td, dd, figcaption, pre";

const icons = new Map();

/** An icon of the page's sprite, where it has that one. */
export function icon(id) {
  if (!icons.has(id)) icons.set(id, document.getElementById(id) ? draw(id) : null);
  return icons.get(id)?.cloneNode(true) ?? null;
}

function draw(id) {
  const [svg, use] = ["svg", "use"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  for (const [key, value] of Object.entries({ class: "i", width: 14, height: 14, "aria-hidden": true })) {
    svg.setAttribute(key, value);
  }
  use.setAttribute("href", `#${id}`);
  svg.append(use);
  return svg;
}

const lineOf = (element) => element.textContent.replace(/\s+/g, " ").trim();

/**
 * The words of an event, taken from its entry's page: they are not kept a second time.
 *
 * In the default theme these are its statements and its prose; in a theme of other classes every
 * paragraph counts.
 * @param {Document} page of the entry; never shown or run
 * @param {string} id of the event; empty: the entry itself
 */
export function linesOf(page, id) {
  const main = page.querySelector("main") ?? page.body;
  const part = id ? page.getElementById(id) : main;
  if (!part) return [];
  const inside = (selector) => [...part.querySelectorAll(selector)].filter((one) => id || !one.closest("section[id]"));
  const said = inside(".says").map((says) => {
    const speaker = says.closest("dd")?.querySelector(".speaker");
    return speaker ? `${lineOf(speaker)}: ${lineOf(says)}` : lineOf(says);
  });
  const prose = inside(".standfirst, .prose p, .prose li, .prose td, .prose dd, .prose pre");
  const lines = [...said, ...prose.filter((line) => !line.querySelector(LINES)).map(lineOf)];
  if (lines.length) return lines;
  return inside(LINES).filter((line) => !line.querySelector(LINES)).map(lineOf);
}
