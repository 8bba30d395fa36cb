/** Changes of a card by hand: kept apart from it, and applied again whenever the card is made anew. */
import { CARD_PARTS, type CardPart, type EvidenceLine, type Persona, type PersonaEdit } from "../../domain";

/** A description is a sentence or two, in UTF-16 units. */
export const LONGEST_DESCRIPTION = 500;

/**
 * @param persona as it was made, without changes
 * @param edits oldest first; one whose line is not on the card waits until it is again
 * @returns the card as the person wants it; the one given stays as it is
 */
export function applyEdits(persona: Persona, edits: readonly PersonaEdit[]): Persona {
  const texts = new Map<string, string>();
  const off = new Set<string>();
  let { name, note } = persona;
  for (const edit of edits) {
    if (edit.kind === "name") name = edit.name.trim() || persona.name;
    else if (edit.kind === "note") note = edit.text.trim() || undefined;
    else if (edit.kind === "word") texts.set(edit.lineId, edit.text.trim());
    else if (edit.hidden) off.add(edit.lineId);
    else off.delete(edit.lineId);
  }
  const worded = (line: EvidenceLine): EvidenceLine => {
    const text = texts.get(line.id);
    return text ? { ...line, text } : line;
  };
  const hidden = CARD_PARTS.flatMap((part) =>
    persona[part].filter(({ id }) => off.has(id)).map((line) => ({ part, line: worded(line) })),
  );
  const shown = Object.fromEntries(
    CARD_PARTS.map((part) => [part, persona[part].filter(({ id }) => !off.has(id)).map(worded)]),
  ) as Record<CardPart, EvidenceLine[]>;
  return {
    ...persona,
    ...shown,
    ...(name ? { name } : {}),
    ...(note ? { note } : {}),
    ...(hidden.length > 0 ? { hidden } : {}),
  };
}

/** @returns the card as it was made: lines taken off are back in their place by supporters, wordings, name and note are gone */
export function withoutEdits({ name: _name, note: _note, hidden = [], ...persona }: Persona): Persona {
  const whole = CARD_PARTS.map((part): [CardPart, EvidenceLine[]] => {
    const lines = [...persona[part], ...hidden.filter((one) => one.part === part).map(({ line }) => line)];
    const own = lines.map(({ text: _text, ...line }) => line);
    return [part, own.sort((a, b) => b.supporters - a.supporters || (a.topic < b.topic ? -1 : 1))];
  });
  return { ...persona, ...(Object.fromEntries(whole) as Record<CardPart, EvidenceLine[]>) };
}

/** @returns whether a line is on the card, shown or taken off */
export function hasLine(persona: Persona, lineId: string): boolean {
  const lines = [...CARD_PARTS.flatMap((part) => persona[part]), ...(persona.hidden ?? []).map(({ line }) => line)];
  return lines.some(({ id }) => id === lineId);
}

/**
 * @param persona as it was made, without changes
 * @param id of the copy
 * @param copyOf the persona it follows: what that one is made of anew, the copy is too
 */
export function copyOfPersona(persona: Persona, id: string, copyOf: string): Persona {
  return { ...persona, id, copyOf, byHand: true };
}

/**
 * A persona nobody was: no reviewers and no lines, so nothing it says is grounded.
 * @param description cut after 500 characters
 * @param created ISO 8601 time
 */
export function describedPersona(subjectId: string, id: string, description: string, created: string): Persona {
  const basis = { kind: "chosen" } as const;
  const none = { reviewIds: [], reviewers: 0, share: 0, thin: true, traits: [], quotes: [] };
  return {
    id,
    subjectId,
    segment: { id: `described:${id}`, subjectId, basis, ...none },
    reviewIds: [],
    reviewers: 0,
    voice: 1,
    voices: 1,
    byHand: true,
    description: description.trim().slice(0, LONGEST_DESCRIPTION),
    goals: [],
    likes: [],
    dislikes: [],
    dealbreakers: [],
    wishes: [],
    price: [],
    gaps: [],
    facts: [],
    vocabulary: [],
    created,
  };
}
