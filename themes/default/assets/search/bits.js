// Reads the codes of docs/search-index.md.

/** A reader of bits, the highest of each byte first. */
export class Bits {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** A number of so many bits, at most 32. */
  number(width) {
    let value = 0;
    let at = this.at;
    this.at += width;
    while (width > 0) {
      const free = 8 - (at & 7);
      const take = width < free ? width : free;
      const part = ((this.bytes[at >> 3] ?? 0) >> (free - take)) & ((1 << take) - 1);
      value = value * (1 << take) + part;
      at += take;
      width -= take;
    }
    return value;
  }

  /** How many zeros stand before the next one; the one is read too. */
  unary() {
    let at = this.at;
    let count = 0;
    for (;;) {
      const byte = this.bytes[at >> 3];
      if (byte === undefined) throw new RangeError("the index ends too early");
      const rest = (byte << (at & 7)) & 255;
      if (rest) {
        const zeros = Math.clz32(rest) - 24;
        this.at = at + zeros + 1;
        return count + zeros;
      }
      count += 8 - (at & 7);
      at += 8 - (at & 7);
    }
  }

  gamma() {
    const zeros = this.unary();
    return 2 ** zeros + this.number(zeros);
  }

  rice(k) {
    const quotient = this.unary();
    return k ? quotient * 2 ** k + this.number(k) : quotient;
  }

  /** A list of numbers. */
  column(size) {
    const values = new Uint32Array(size);
    if (!size) return values;
    const coded = this.number(1);
    const parameter = this.number(5);
    if (coded) {
      for (let i = 0; i < size; i += 1) values[i] = this.rice(parameter);
      return values;
    }
    for (let i = 0; i < size; ) {
      const end = i + this.gamma();
      values.fill(this.number(parameter), i, end);
      i = end;
    }
    return values;
  }
}

/** The terms of a shard: term → bytes of its postings. */
export function readShard(bytes) {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at];
      if (byte === undefined) throw new RangeError("the index ends too early");
      at += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  const decoder = new TextDecoder();
  const heads = [];
  let name = new Uint8Array();
  for (let left = number(); left > 0; left -= 1) {
    const shared = number();
    const rest = number();
    const next = new Uint8Array(shared + rest);
    next.set(name.subarray(0, shared));
    next.set(bytes.subarray(at, at + rest), shared);
    at += rest;
    name = next;
    heads.push([decoder.decode(name), number()]);
  }
  const terms = new Map();
  for (const [term, size] of heads) {
    terms.set(term, bytes.subarray(at, at + size));
    at += size;
  }
  return terms;
}
