/**
 * Bytes of a text file as text. UTF-8 is checked strictly, since hardly any other text passes; for the rest `chardet` proposes
 * and the letters decide: it is unsure on short tables, where most bytes are ASCII.
 * Labels are those of https://encoding.spec.whatwg.org/#names-and-labels
 */
import { analyse } from "chardet";
import { ENCODINGS } from "./encodings";

export interface Decoded {
  text: string;
  /** Label of the encoding used. */
  encoding: string;
  /** Nothing else would do: a byte order mark, valid UTF-8, or chosen by hand. */
  sure: boolean;
  /** Some bytes mean nothing in this encoding and became �. */
  damaged: boolean;
}

/** Bytes looked at to find out the encoding. */
const SAMPLE = 200_000;

/** @param chosen by hand; an unknown label counts as not chosen. Never throws. */
export function decodeText(bytes: Uint8Array, chosen?: string): Decoded {
  if (chosen && isKnown(chosen)) return decoded(bytes, chosen, true);
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked) return decoded(bytes, marked, true);
  try {
    return {
      text: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
      encoding: "utf-8",
      sure: true,
      damaged: false,
    };
  } catch {
    return mostlyUtf8(bytes) ? decoded(bytes, "utf-8", false) : decoded(bytes, likeliest(bytes), false);
  }
}

function isKnown(label: string): boolean {
  return ENCODINGS.some((encoding) => encoding.label === label);
}

function decoded(bytes: Uint8Array, encoding: string, sure: boolean): Decoded {
  const text = decodeWith(encoding, bytes);
  return { text, encoding, sure, damaged: text.includes("\ufffd") };
}

/** What windows-1252 has where ISO 8859-1 has control characters, from 0x80 on; "\0" stays as it is. */
const WINDOWS_1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/** Some versions of Node read windows-1252 as ISO 8859-1; browsers do not, and nothing is left to replace there. */
function decodeWith(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (char) => {
    const meant = WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? "\0";
    return meant === "\0" ? char : meant;
  });
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** Commas, digits and line ends of UTF-16 have a zero byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd < Math.max(2, sample.length / 200)) return undefined;
  if (odd > even * 20) return "utf-16le";
  return even > odd * 20 ? "utf-16be" : undefined;
}

/** A few damaged letters in a text that is UTF-8 otherwise: two files put together, a cut in the middle of a letter. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, SAMPLE));
  let broken = 0;
  let whole = 0;
  for (const char of text) {
    if (char === "\ufffd") broken++;
    else if (char > "\u007f") whole++;
  }
  return whole > broken * 10;
}

/** Names of `chardet` for which the decoder has another label, or a larger set that holds them. */
const LABELS = new Map([
  ["ISO-8859-1", "windows-1252"],
  ["ISO-8859-9", "windows-1254"],
  ["ISO-8859-7", "windows-1253"],
  ["ISO-8859-8", "windows-1255"],
  ["ISO-8859-6", "windows-1256"],
]);
const MULTIBYTE = new Set(["gb18030", "shift_jis", "big5", "euc-jp", "euc-kr"]);
/** Always tried, whatever was proposed. */
const COMMON = ["windows-1252", "windows-1251", "koi8-r"];
/** From here on `chardet` has seen enough pairs of bytes to know an East Asian text. */
const CONFIDENT = 60;

function likeliest(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const proposed = new Map<string, number>(COMMON.map((label) => [label, 0]));
  for (const { name, confidence } of analyse(sample)) {
    const label = LABELS.get(name) ?? name.toLowerCase();
    if (isKnown(label) && !/^utf/.test(label)) proposed.set(label, Math.max(confidence, proposed.get(label) ?? 0));
  }
  const [best] = [...proposed].sort((a, b) => b[1] - a[1]);
  if (best && MULTIBYTE.has(best[0]) && best[1] >= CONFIDENT) return best[0];
  const ranked = [...proposed]
    .filter(([label, confidence]) => !MULTIBYTE.has(label) || confidence >= CONFIDENT)
    .map(([label, confidence]) => ({
      label,
      oddity: oddityOf(decodeWith(label, sample)) - confidence / 200,
    }));
  return ranked.sort((a, b) => a.oddity - b.oddity)[0]?.label ?? "windows-1252";
}

const PUNCTUATION = /[\s’‘“”„–—…«»€£°№§©®™·•¿¡]/u;

/** How little the letters beyond ASCII look like words: 0 is ordinary text. */
function oddityOf(text: string): number {
  let count = 0;
  let odd = 0;
  let before = "";
  for (const char of text.slice(0, 20_000)) {
    if (char > "\u007f") {
      count++;
      odd += oddityOfLetter(char, before);
    }
    before = char;
  }
  return count === 0 ? 0 : odd / count;
}

function oddityOfLetter(char: string, before: string): number {
  if (/[\p{Cc}\p{Cn}\p{Co}\ufffd]/u.test(char)) return 3;
  if (!/[\p{L}\p{M}]/u.test(char)) return PUNCTUATION.test(char) ? 0 : 1;
  if (!/\p{L}/u.test(before)) return 0;
  if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(char)) return 1;
  const latin = /\p{Script=Latin}/u.test(char);
  if (latin !== /\p{Script=Latin}/u.test(before)) return 1;
  return latin && before > "\u007f" ? 0.5 : 0;
}
