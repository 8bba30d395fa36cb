/** Names of files that leave the panel. */

/** Longer names are cut by file systems. */
const LONGEST = 60;

/** @returns letters and digits of any script joined by `-`; "" where there are none: what a page calls its product must be no path */
export function namePart(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, LONGEST);
}
