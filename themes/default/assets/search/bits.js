// Reads the codes of docs/search-index.md.

/** So many bits can always be looked at in one go. */
const NEAR = 25;

/** A reader of bits, the highest of each byte first. */
export class Bits {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  /** The next bits from the highest on, at least 25 of them; nothing after the end counts as 0. */
  window() {
    const { bytes, at } = this;
    const i = at >> 3;
    return ((bytes[i] << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3]) << (at & 7);
  }

  /** A number of so many bits, at most 32. */
  number(width) {
    if (width > NEAR) return this.number(width - 16) * 65536 + this.number(16);
    const value = width ? this.window() >>> (32 - width) : 0;
    this.at += width;
    return value;
  }

  /** How many zeros stand before the next one; the one is read too. */
  unary() {
    let count = 0;
    for (;;) {
      const zeros = Math.clz32(this.window());
      if (zeros < NEAR) {
        this.at += zeros + 1;
        return count + zeros;
      }
      if (this.at >> 3 >= this.bytes.length) throw new RangeError("the index ends too early");
      this.at += NEAR;
      count += NEAR;
    }
  }

  gamma() {
    const zeros = this.unary();
    return 2 ** zeros + this.number(zeros);
  }

  rice(k) {
    const near = this.window();
    const zeros = Math.clz32(near);
    if (zeros + k < NEAR) {
      this.at += zeros + 1 + k;
      return k ? (zeros << k) | ((near << (zeros + 1)) >>> (32 - k)) : zeros;
    }
    const quotient = this.unary();
    return k ? quotient * 2 ** k + this.number(k) : quotient;
  }

  /** A number below `size`, in truncated binary code. */
  within(size) {
    const width = 32 - Math.clz32(size - 1);
    if (!width) return 0;
    const spare = 2 ** width - size;
    const value = this.number(width - 1);
    return value < spare ? value : value * 2 + this.number(1) - spare;
  }

  /** Ascending numbers. */
  gaps() {
    const numbers = new Uint32Array(this.gamma() - 1);
    const k = numbers.length ? this.number(5) : 0;
    let last = -1;
    for (let i = 0; i < numbers.length; i += 1) numbers[i] = last += this.rice(k) + 1;
    return numbers;
  }

  /** How many zeros stand before the next one, which is read too; or `most` zeros. */
  leading(most) {
    for (let zeros = 0; zeros < most; zeros += 1) if (this.number(1)) return zeros;
    return most;
  }

  /** A symbol of a Huffman code. */
  symbol(code) {
    const near = this.window() >>> 7;
    for (let size = 1; size < code.first.length; size += 1) {
      const place = (near >>> (NEAR - size)) - code.first[size];
      if (place < code.number[size] && this.at >> 3 < this.bytes.length) {
        this.at += size;
        return code.symbols[code.from[size] + place];
      }
    }
    throw new RangeError("the index ends too early");
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

/** A canonical Huffman code, from the length of each symbol's code (0: none). */
export class Code {
  constructor(sizes) {
    const most = Math.max(0, ...sizes);
    this.symbols = [];
    [this.first, this.from, this.number] = [0, 0, 0].map(() => new Array(most + 1).fill(0));
    let code = 0;
    for (let size = 1; size <= most; size += 1) {
      code *= 2;
      this.first[size] = code;
      this.from[size] = this.symbols.length;
      sizes.forEach((given, symbol) => given === size && this.symbols.push(symbol));
      this.number[size] = this.symbols.length - this.from[size];
      code += this.number[size];
    }
  }
}

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
