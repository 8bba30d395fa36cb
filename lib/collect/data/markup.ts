/** Texts in data often carry HTML as text. Markup is taken off by hand: nothing from a page is ever parsed as HTML. */

const NAMED = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    hellip: "…",
    ndash: "–",
    mdash: "—",
    lsquo: "‘",
    rsquo: "’",
    sbquo: "‚",
    ldquo: "“",
    rdquo: "”",
    bdquo: "„",
    laquo: "«",
    raquo: "»",
    euro: "€",
    pound: "£",
    copy: "©",
    reg: "®",
    trade: "™",
    deg: "°",
    frac12: "½",
    frac14: "¼",
    frac34: "¾",
    times: "×",
    middot: "·",
    bull: "•",
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    szlig: "ß",
    eacute: "é",
    egrave: "è",
    agrave: "à",
    ccedil: "ç",
    ntilde: "ñ",
    aacute: "á",
    iacute: "í",
    oacute: "ó",
    uacute: "ú",
    zwj: "\u200d",
    shy: "",
    iexcl: "¡",
    iquest: "¿",
    ecirc: "ê",
    acirc: "â",
    ocirc: "ô",
    ucirc: "û",
    icirc: "î",
    euml: "ë",
    iuml: "ï",
  }),
);

/** `&amp;`, `&#39;`, `&#x27;` as characters; unknown names stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED.get(name) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
  });
}

const TAG =
  /<(\/?)(a|abbr|b|big|blockquote|br|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|tr|u|ul)\b[^<>]*>/gi;
const BLOCK = /^(?:blockquote|br|div|h[1-6]|hr|li|ol|p|pre|table|tr|ul)$/i;

/** Text of a data field: tags that only format are taken off, blocks become line breaks. */
export function plain(text: string): string {
  let out = text;
  if (/&lt;\/?(?:p|br|div|li|b|i|em|strong|a)\b/i.test(out) && !TAG.test(out)) out = decodeEntities(out);
  TAG.lastIndex = 0;
  out = out.replace(TAG, (_tag, close: string, name: string) =>
    BLOCK.test(name) && (close || /^[bh]r$/i.test(name)) ? "\n" : "",
  );
  return decodeEntities(out)
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
