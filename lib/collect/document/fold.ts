/** Letters and digits only, lower case: what stays the same when a text is shown with other spaces, quotes or markup. */
export function fold(text: string, most = Number.POSITIVE_INFINITY): string {
  const source = text.length > most * 4 ? text.slice(0, most * 4) : text;
  return source
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, "")
    .slice(0, most);
}

const CUT =
  /(?:(?:…|\.{3})\s*)?(?:\b(?:read|show|see|view) (?:more|full|all|less)[^\n]{0,20}|mehr (?:lesen|anzeigen)|weiterlesen|lire (?:la )?(?:suite|plus)|voir plus|leer más|ver más|leggi (?:tutto|di più)|ler mais|ver mais|читать (?:далее|дальше|полностью)|показать (?:ещё|полностью)|展开(?:全文|更多)?|查看更多|全文|続きを読む|もっと見る)\s*(?:…|\.{3}|»|›|>)?\s*$/i;
const DOTS = /(?:…|\.{3}|\[…\]|\[\.{3}\])\s*$/;

/** Whether a text ends where a page cut it. */
export function isCut(text: string): boolean {
  return CUT.test(text) || DOTS.test(text);
}

/** The text without the words of a "read more" link behind it. */
export function withoutCutMark(text: string): string {
  return text.replace(CUT, "").trimEnd();
}
