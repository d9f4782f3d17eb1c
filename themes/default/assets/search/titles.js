// Reads the shelves of titles: words in a Huffman code (docs/search-index.md).

import { Bits, Code } from "./bits.js";

const [END, SPELT] = [0, 1];
const LAST = 256;
const SYMBOLS = 2;

/** A code of words, from the index's file of it. */
export class Wording {
  constructor([[end, spelt], words, letters, pieces]) {
    const sizes = (lists) => lists.flatMap((text, size) => parts(text).map(() => size));
    this.code = new Code([end, spelt, ...sizes(words)]);
    this.words = words.flatMap(parts);
    this.spelling = new Code([...Array.from(letters, (digit) => parseInt(digit, 16)), ...sizes(pieces)]);
    const encoder = new TextEncoder();
    this.pieces = pieces.flatMap(parts).map((piece) => encoder.encode(piece));
    this.decoder = new TextDecoder();
  }

  /** The words of a text. */
  text(bits) {
    const words = [];
    for (;;) {
      const symbol = bits.symbol(this.code);
      if (symbol === END) return words;
      words.push(symbol === SPELT ? this.spelt(bits) : this.words[symbol - SYMBOLS]);
    }
  }

  spelt(bits) {
    const bytes = [];
    for (;;) {
      const symbol = bits.symbol(this.spelling);
      if (symbol === LAST) return this.decoder.decode(Uint8Array.from(bytes));
      if (symbol < LAST) bytes.push(symbol);
      else bytes.push(...this.pieces[symbol - LAST - 1]);
    }
  }

  /** {title, id, date} of an entry or event; an id or date that goes without saying is empty. */
  heading(bits) {
    const capital = bits.number(1);
    const title = this.text(bits).join(" ");
    return {
      title: capital ? title[0].toUpperCase() + title.slice(1) : title,
      id: bits.number(1) ? "" : this.text(bits).join("-"),
      date: bits.number(1) ? "" : this.text(bits).join(" "),
    };
  }

  /** The headings of so many entries: {id, title, date, events: [{id, title, date, status}]}. */
  shelf(bytes, entries) {
    const bits = new Bits(bytes);
    return Array.from({ length: entries }, () => {
      const entry = this.heading(bits);
      entry.events = Array.from({ length: bits.gamma() - 1 }, () => {
        const status = bits.number(3);
        return { status, ...this.heading(bits) };
      });
      return entry;
    });
  }
}

function parts(text) {
  return text ? text.split(" ") : [];
}
