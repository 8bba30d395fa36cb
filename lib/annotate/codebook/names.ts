/** Names and keys of codes as they are kept. */

/** Longer ones are cut: a name is read at a glance. */
export const NAME_LIMIT = 120;

/** @returns a name on one line, without what cannot be seen; "" when nothing is left */
export function cleanName(name: string): string {
  const line = name
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) =>
      /\s/u.test(sign) ? " " : sign === "\u200D" || sign === "\u200C" ? sign : "",
    )
    .replace(/\s+/gu, " ")
    .trim();
  return [...line].slice(0, NAME_LIMIT).join("").trim();
}

/** @returns true when two names mean the same code to a reader */
export function sameName(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(name: string): string {
  return cleanName(name).normalize("NFKC").toLocaleLowerCase();
}

/** @returns one letter or digit in lower case; undefined when it is none */
export function shortcutOf(key: string): string | undefined {
  const small = key.trim().toLocaleLowerCase();
  return /^[\p{L}\p{N}]$/u.test(small) ? small : undefined;
}

/** @returns the name of a code made from the very words of a passage (in vivo): marks at its ends left out */
export function inVivoName(words: string): string {
  const bare = words.trim().replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, "");
  return cleanName(bare || words);
}
