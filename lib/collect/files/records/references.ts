/** Files that were cut out of web pages hold what pages hold: "It&#39;s loud.<br />Returned." is what a person wrote as two lines. */

/** Names of the characters from U+00A0 on (HTML 4.01, section 24.2). */
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const NAMES = new Map([
  ...LATIN_1.split(" ").map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    hellip: "…",
    mdash: "—",
    ndash: "–",
    bull: "•",
  }),
  ...Object.entries({ lsquo: "‘", rsquo: "’", ldquo: "“", rdquo: "”", euro: "€", trade: "™", hearts: "♥" }),
]);
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}\d{0,2}));/gi;
const BREAK = /<br ?\/?>/gi;

/** @returns the text with line breaks for `<br>` and characters for their references, once; every other mark stays as it stands */
export function decodeReferences(text: string): string {
  const broken = text.includes("<") ? text.replace(BREAK, "\n") : text;
  if (!broken.includes("&")) return broken;
  return broken.replace(REFERENCE, (written, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name) return NAMES.get(name) ?? written;
    return characterOf(decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? "", 16)) ?? written;
  });
}

/** Undefined for what is no character: halves of characters, and numbers beyond Unicode. */
function characterOf(code: number): string | undefined {
  const half = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= 0x10ffff && !half ? String.fromCodePoint(code) : undefined;
}
