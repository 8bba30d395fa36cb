/**
 * JSON as pages write it: comments around it, raw line breaks and stray quotes in strings, commas too many, an end cut off.
 * Read without ever evaluating anything.
 */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** @returns the value, or undefined when not even the lenient reading makes sense of it */
export function parseLenient(text: string): Json | undefined {
  const strict = parse(text);
  if (strict !== undefined) return strict;
  const bare = text
    .replace(/^\uFEFF/, "")
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, "")
    .replace(/;\s*$/, "");
  return parse(bare) ?? parse(repair(bare));
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Walks once over the text and writes what was probably meant. */
function repair(text: string): string {
  const out: string[] = [];
  const open: string[] = [];
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? "";
    if (inString) {
      if (char === "\\") {
        const next = text[index + 1] ?? "";
        out.push(/["\\/bfnrtu]/.test(next) ? char + next : next);
        index += 1;
      } else if (char === '"' && endsString(text, index)) {
        inString = false;
        out.push(char);
      } else out.push(inside(char));
    } else if (char === '"') {
      inString = true;
      out.push(char);
    } else structure(char, out, open);
  }
  if (inString) out.push('"');
  dropComma(out);
  return out.join("") + open.reverse().join("");
}

/** A quote ends its string only where JSON can go on behind it. */
function endsString(text: string, quote: number): boolean {
  const rest = text.slice(quote + 1, quote + 40).trimStart();
  return rest === "" || /^[:}\]]/.test(rest) || /^,\s*(?:["{[\d-]|true|false|null|[}\]]|$)/.test(rest);
}

function inside(char: string): string {
  if (char === '"') return '\\"';
  if (char === "\n") return "\\n";
  if (char === "\t") return "\\t";
  return char < " " ? "" : char;
}

function structure(char: string, out: string[], open: string[]): void {
  if (char === "{" || char === "[") open.push(char === "{" ? "}" : "]");
  else if (char === "}" || char === "]") {
    if (open.at(-1) !== char) return; // one too many
    open.pop();
    dropComma(out);
  }
  out.push(char);
}

function dropComma(out: string[]): void {
  let last = out.length - 1;
  while (last >= 0 && /^\s*$/.test(out[last] ?? "")) last -= 1;
  if (out[last] === ",") out.splice(last, 1);
}
