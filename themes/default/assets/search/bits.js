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

  huffman(values) {
    const table = lookUp(Array.from({ length: this.number(6) }, () => this.number(4)));
    const { bytes } = this;
    for (let i = 0; i < values.length; i += 1) {
      const at = this.at >> 3;
      const near = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2]; // nothing after the end counts as 0
      const found = table[(near >> (24 - LONGEST - (this.at & 7))) & ((1 << LONGEST) - 1)];
      if (!found || at >= bytes.length) throw new RangeError("the index ends too early");
      this.at += found & 15;
      const symbol = found >> 4;
      const digits = symbol - PLAIN + 5;
      values[i] = symbol < PLAIN ? symbol : 2 ** digits + this.number(digits);
    }
    return values;
  }

  /** A list of numbers. */
  column(size) {
    const values = new Uint32Array(size);
    if (!size) return values;
    if (this.number(1)) return this.huffman(values);
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

/** Values below this have a symbol of their own in a Huffman code; of others only the number of digits has. */
const PLAIN = 32;
const LONGEST = 12;

/** For each way the next twelve bits may run: the symbol that they begin with, and its length. */
function lookUp(sizes) {
  const found = new Uint16Array(1 << LONGEST);
  let at = 0;
  for (let size = 1; size <= LONGEST; size += 1) {
    sizes.forEach((given, symbol) => {
      if (given !== size) return;
      found.fill((symbol << 4) | size, at, at + (1 << (LONGEST - size)));
      at += 1 << (LONGEST - size);
    });
  }
  return found;
}

/** Reads numbers of seven bits a byte, the lowest first. */
class Numbers {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  next() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new RangeError("the index ends too early");
      this.at += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }

  take(size) {
    return this.bytes.subarray(this.at, (this.at += size));
  }
}

/** Where the terms of a shard stand: term → bytes. */
export function readPlaces(bytes, terms) {
  const from = new Numbers(bytes);
  return new Map([...terms].map((term) => [term, from.next()]).map(([term, size]) => [term, from.take(size)]));
}

/** The terms of a shard: term → bytes of its postings. */
export function readShard(bytes) {
  const from = new Numbers(bytes);
  const decoder = new TextDecoder();
  const heads = [];
  let name = new Uint8Array();
  for (let left = from.next(); left > 0; left -= 1) {
    const shared = from.next();
    const rest = from.next();
    const next = new Uint8Array(shared + rest);
    next.set(name.subarray(0, shared));
    next.set(from.take(rest), shared);
    name = next;
    heads.push([decoder.decode(name), from.next()]);
  }
  return new Map(heads.map(([term, size]) => [term, from.take(size)]));
}
