/** Reads {"claims":[{"say","ids"}]} also where it is damaged: fenced, surrounded by talk, cut off, or with single faults. */

interface RawStatement {
  text: string;
  ids: number[];
}

/** @returns the claims that are whole, in their order; nothing when the text holds no such object */
export function readClaims(text: string): RawStatement[] | undefined {
  const whole = parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  const claims = claimsIn(whole) ?? objectsIn(text).flatMap((object) => claimOf(parse(object)) ?? []);
  return claims.length > 0 ? claims : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // damaged or cut: its parts may still be whole
  }
}

function claimsIn(value: unknown): RawStatement[] | undefined {
  if (!isRecord(value) || !Array.isArray(value.claims)) return undefined;
  return value.claims.flatMap((claim) => claimOf(claim) ?? []);
}

function claimOf(value: unknown): RawStatement | undefined {
  if (!isRecord(value) || typeof value.say !== "string") return undefined;
  const ids = Array.isArray(value.ids) ? value.ids : [value.ids];
  return { text: value.say, ids: ids.map(Number).filter(Number.isInteger) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Innermost pairs of braces: claims hold no objects, so each is one of them. */
function objectsIn(text: string): string[] {
  const found: string[] = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "{") open = i;
    if (text[i] !== "}" || open < 0) continue;
    found.push(text.slice(open, i + 1));
    open = -1;
  }
  return found;
}
