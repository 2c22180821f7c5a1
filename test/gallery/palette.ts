import { deflateSync, inflateSync } from "node:zlib";

/**
 * Makes a screenshot small: a PNG with a palette of 256 colours instead of one of all. Screens of paper, ink and a few
 * signs lose nothing that can be seen.
 */

const MOST = 256;
const FREQUENT = 128;
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue in one number each. */
  readonly colours: Uint32Array;
}

/** @param png as Chromium writes it: 8 bits a channel, not interlaced */
export function withPalette(png: Buffer): Buffer {
  const { width, height, colours } = pixelsOf(png);
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = paletteOf(counts);
  const index = new Map(palette.map((colour, k) => [colour, k]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colours[y * width + x];
      let k = index.get(colour);
      if (k === undefined) index.set(colour, (k = nearest(palette, colour)));
      rows[y * (width + 1) + 1 + x] = k;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", table),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The most frequent colours, then those that are both frequent and unlike all that are in: small signs keep theirs. */
function paletteOf(counts: ReadonlyMap<number, number>): number[] {
  const ranked = [...counts.entries()].sort((a, b) => b[1] - a[1]);
  const palette = ranked.slice(0, FREQUENT).map(([colour]) => colour);
  const rest = ranked.slice(FREQUENT).map(([colour, count]) => ({
    colour,
    weight: Math.sqrt(count),
    far: Math.min(...palette.map((other) => distance(colour, other))),
  }));
  while (palette.length < MOST && rest.length > 0) {
    let best = 0;
    for (let k = 1; k < rest.length; k++) {
      if (rest[k].far * rest[k].weight > rest[best].far * rest[best].weight) best = k;
    }
    const [{ colour, far }] = rest.splice(best, 1);
    if (far === 0) break;
    palette.push(colour);
    for (const each of rest) each.far = Math.min(each.far, distance(each.colour, colour));
  }
  return palette;
}

/** Squared, over the three channels. */
function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((other, k) => {
    const far = distance(colour, other);
    if (far < least) [least, best] = [far, k];
  });
  return best;
}

function pixelsOf(png: Buffer): Pixels {
  const [width, height, depth, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || png[28] !== 0)
    throw new Error("This is no screenshot of Chromium's.");
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const step = kind === 6 ? 4 : 3;
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width * step, height, step);
  const colours = Uint32Array.from({ length: width * height }, (_, k) => {
    const at = k * step;
    return (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
  });
  return { width, height, colours };
}

/** Each row names how its bytes are told from their neighbours' (PNG, third edition, section 9). */
function unfiltered(data: Buffer, length: number, height: number, step: number): Uint8Array {
  const bytes = new Uint8Array(length * height);
  for (let y = 0; y < height; y++) {
    const kind = data[y * (length + 1)];
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x >= step ? bytes[at - step] : 0;
      const above = y > 0 ? bytes[at - length] : 0;
      const corner = x >= step && y > 0 ? bytes[at - length - step] : 0;
      bytes[at] =
        data[y * (length + 1) + 1 + x] + [0, left, above, (left + above) >> 1, paeth(left, above, corner)][kind];
    }
  }
  return bytes;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function chunk(name: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(name, 4, "latin1");
  data.copy(whole, 8);
  whole.writeUInt32BE(crc(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
