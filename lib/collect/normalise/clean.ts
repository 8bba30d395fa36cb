/** Takes out of a text what nobody can see, and nothing else. */

/** Controls, format characters, half characters, fillers that look like nothing. https://www.unicode.org/reports/tr36/ */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u3164\u115f\u1160\uffa0]/gu;
/** Format characters that are seen or needed: Arabic number signs, joiners (see below), flag tags (see below). */
const NEEDED = /[\n\t\u0600-\u0605\u06dd\u070f\u08e2\u{e0020}-\u{e007f}]|\u200c|\u200d/u;
/** Invisible copies of ASCII: part of three flag emoji, otherwise a way to smuggle text. */
const TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0020}-\u{e007f}]+/gu;
/** Joiners belong inside emoji and behind letters of scripts that join: anywhere else they only hide. */
const STRAY_JOINER =
  /(?<!\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Malayalam}|\p{Script=Sinhala}|\p{Script=Kannada}|\p{Script=Telugu}|\p{Script=Tamil}|\p{Script=Gujarati}|\p{Script=Khmer}|\p{Script=Myanmar}|\p{M}|\p{Extended_Pictographic}|\p{Emoji_Modifier})[\u200c\u200d]+/gu;

/** Text of one field: verbatim but for what is invisible, line ends as `\n`. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(INVISIBLE, (char) => (NEEDED.test(char) ? char : ""))
    .replace(TAGS, "")
    .replace(STRAY_JOINER, "")
    .trim();
}

/** A name or title: as above, on one line, at most `most` characters. */
export function cleanLine(text: string | undefined, most = 300): string | undefined {
  if (!text) return undefined;
  const line = cleanText(text).replace(/\s+/g, " ").trim();
  return line ? [...line].slice(0, most).join("") : undefined;
}

/** Whether anything a person could have meant is left: letters, digits, emoji, or signs such as "!!!". */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}\p{P}\p{S}]/u.test(text);
}
