import type { Statement } from "../../lib/report/evidence";

/** A stretch of a review: a sentence with what was felt in it, or the text between sentences. */
export interface Stretch {
  text: string;
  start: number;
  statement?: Statement;
}

/**
 * Cuts a body along its sentences without losing a character; statements that do not fit the body are left out.
 * @returns stretches whose texts joined are the body
 */
export function stretchesOf(body: string, statements: readonly Statement[]): Stretch[] {
  const stretches: Stretch[] = [];
  let position = 0;
  for (const statement of statements) {
    if (statement.start < position || statement.end > body.length || statement.end <= statement.start) continue;
    if (statement.start > position) stretches.push({ text: body.slice(position, statement.start), start: position });
    stretches.push({ text: body.slice(statement.start, statement.end), start: statement.start, statement });
    position = statement.end;
  }
  if (position < body.length) stretches.push({ text: body.slice(position), start: position });
  return stretches;
}

/** Longer bodies are cut short until somebody asks for all of it (UTF-16 units). */
export const SHORT = 700;

/**
 * The part of a long body to show first: its beginning, or the surroundings of what was looked for.
 * @returns whether something is left out before and after
 */
export function excerptOf(
  stretches: readonly Stretch[],
  focus: number | undefined,
): { shown: Stretch[]; before: boolean; after: boolean } {
  const length = stretches.reduce((sum, stretch) => sum + stretch.text.length, 0);
  if (length <= SHORT * 1.3) return { shown: [...stretches], before: false, after: false };
  const found = focus === undefined ? 0 : stretches.findIndex((stretch) => stretch.start >= focus);
  const centre = stretches[found]?.start ?? 0;
  const first = centre < SHORT * 0.6 ? 0 : Math.max(0, found - 1);
  const shown: Stretch[] = [];
  let size = 0;
  for (const stretch of stretches.slice(first)) {
    if (size >= SHORT) break;
    const room = SHORT * 1.3 - size;
    const text = stretch.text.length > room ? `${stretch.text.slice(0, room)}…` : stretch.text;
    shown.push({ ...stretch, text });
    size += stretch.text.length;
  }
  return { shown, before: first > 0, after: first + shown.length < stretches.length || size > SHORT * 1.3 };
}
