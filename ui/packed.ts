import { isTooDeep } from "./nesting.ts";

/** A scenario document as text that fits into a link: compressed, in letters that need no escape; both ends capped. */

/** Longest packed text that a link may carry, and longest text that comes out of it, characters. */
export const LONGEST_PACKED = 60_000;
const MOST_BYTES = 2_000_000;
/** Time that unpacking may take, ms. */
const PATIENCE = 2000;

const WORDS = { "+": "-", "/": "_" } as const;

function lettersOf(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary)
    .replace(/[+/]/g, (sign) => WORDS[sign as "+" | "/"])
    .replace(/=+$/, "");
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> | null {
  if (letters.length > LONGEST_PACKED || !/^[A-Za-z0-9_-]+$/.test(letters)) return null;
  try {
    const binary = atob(letters.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Reads a stream to its end, or gives up where more comes out of it than a document may be. */
async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      void reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Way = ReadableWritablePair<Uint8Array<ArrayBuffer>, BufferSource>;

function through(bytes: Uint8Array<ArrayBuffer>, way: Way): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(way);
}

/** @returns null where the document is too large for a link */
export async function pack(document: object): Promise<string | null> {
  const text = new TextEncoder().encode(JSON.stringify(document));
  if (text.length > MOST_BYTES) return null;
  const packed = await collect(through(text, new CompressionStream("deflate-raw")), MOST_BYTES);
  const letters = packed === null ? "" : lettersOf(packed);
  return letters.length === 0 || letters.length > LONGEST_PACKED ? null : letters;
}

/** @returns the document, unchecked, or null where the text is no packed document */
export async function unpack(letters: string): Promise<object | null> {
  const bytes = bytesOf(letters);
  if (bytes === null) return null;
  try {
    const late = new Promise<null>((give) => setTimeout(() => give(null), PATIENCE));
    const whole = await Promise.race([
      collect(through(bytes, new DecompressionStream("deflate-raw")), MOST_BYTES),
      late,
    ]);
    if (whole === null) return null;
    const json = new TextDecoder("utf-8", { fatal: true }).decode(whole);
    if (isTooDeep(json)) return null;
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
