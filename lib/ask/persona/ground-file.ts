/**
 * Makes a persona of what a file claims. Only quotes that stand in a stored review are taken; how many say it, what sets them apart, facts
 * and check are counted here anew from the stored reviews, never taken from the file.
 */
import { CARD_PARTS, type CardPart, type EvidenceLine, type Persona, type PersonaEdit, type Quote } from "../../domain";
import { countingReviews, countReviewers, type Material, type ReadReview, textOf } from "../material";
import { describer } from "../segments/describe";
import { surveyOf } from "../segments/survey";
import { describedPersona, LONGEST_DESCRIPTION } from "./edits";
import { findQuote, type Shelf, shelfOf } from "./find-quote";
import { type Ground, makePersonaOf, prepareGround } from "./persona";
import type { LineClaims, PersonaClaims } from "./read-file";

/** A persona made of a file, and what became of its quotes. */
export interface Brought {
  persona: Persona;
  /** What the file says in its own words: name, wordings, note. Kept like changes by hand, and marked like them. */
  edits: PersonaEdit[];
  found: number;
  lost: number;
}

/** A topic taken from a quote is read at a glance. */
const LONGEST_TOPIC = 60;

/**
 * @param material of the subject on screen
 * @param makeId a new id for each
 * @param created ISO 8601
 * @returns each persona in the order of the file; one without a quote in these reviews is not grounded
 */
export function groundPersonas(
  claims: readonly PersonaClaims[],
  subjectId: string,
  material: Material,
  makeId: () => string,
  created: string,
): Brought[] {
  const reviews = countingReviews(material.reviews);
  const shelf = shelfOf(reviews);
  const found = claims.map((one) => ({ one, id: makeId(), lines: checkLines(one, reviews, shelf) }));
  if (found.every(({ lines }) => lines.found === 0))
    return found.map(({ one, id, lines }) => asDescription(one, subjectId, id, created, lines.lost));
  const ground = prepareGround(material);
  const describe = describer(surveyOf(material, []), subjectId);
  return found.map(({ one, id, lines }) => {
    if (lines.found === 0) return asDescription(one, subjectId, id, created, lines.lost);
    const basis = { kind: "chosen" } as const;
    const segment = describe({ id: `brought:${id}`, basis, reviewIds: reviewersOf(one, lines.lines, reviews) });
    const fresh = makePersonaOf({ ...segment, name: one.name }, ground, created);
    return onCard(one, { ...fresh, id, byHand: true, brought: true }, lines, ground);
  });
}

interface Checked {
  lines: { claim: LineClaims; quotes: Quote[] }[];
  found: number;
  lost: number;
}

function checkLines(
  { description, reviewIds, lines }: PersonaClaims,
  reviews: readonly ReadReview[],
  shelf: Shelf,
): Checked {
  const claimed = lines.flatMap(({ quotes }) => quotes).length;
  if (description !== undefined) return { lines: [], found: 0, lost: claimed };
  const own = new Set(reviewIds);
  const likely = [...reviews.filter(({ id }) => own.has(id)), ...reviews.filter(({ id }) => !own.has(id))];
  const checked = lines.map((claim) => ({
    claim,
    quotes: claim.quotes.flatMap(({ text, place }) => findQuote(text, place, shelf, likely) ?? []),
  }));
  const found = checked.flatMap(({ quotes }) => quotes).length;
  return { lines: checked.filter(({ quotes }) => quotes.length > 0), found, lost: claimed - found };
}

/** Reviewers whom the file names and who are here, and those whose words it quotes. */
function reviewersOf({ reviewIds }: PersonaClaims, lines: Checked["lines"], reviews: readonly ReadReview[]): string[] {
  const named = new Set([...reviewIds, ...lines.flatMap(({ quotes }) => quotes.map(({ reviewId }) => reviewId))]);
  return reviews.filter(({ id }) => named.has(id)).map(({ id }) => id);
}

function onCard(claims: PersonaClaims, fresh: Persona, { lines, found, lost }: Checked, { survey }: Ground): Brought {
  const edits: PersonaEdit[] = [{ kind: "name", name: claims.name }];
  const made = new Map(CARD_PARTS.flatMap((part) => fresh[part].map((line) => [line.id, line] as const)));
  const taken = new Set<string>();
  const parts = new Map<CardPart, EvidenceLine[]>();
  for (const { claim, quotes } of lines) {
    if (taken.has(claim.id)) continue;
    taken.add(claim.id);
    const { line, wording } = lineOf(claim, quotes, made.get(claim.id), survey.reviews);
    parts.set(claim.part, [...(parts.get(claim.part) ?? []), line]);
    if (wording) edits.push({ kind: "word", lineId: line.id, text: wording });
  }
  if (claims.note) edits.push({ kind: "note", text: claims.note });
  const card = Object.fromEntries(CARD_PARTS.map((part) => [part, parts.get(part) ?? []])) as Record<
    CardPart,
    EvidenceLine[]
  >;
  return { persona: { ...fresh, ...card }, edits, found, lost };
}

/** A topic that is in none of the quoted reviews is a wording of whoever wrote the file, and shown as one. */
function lineOf(
  { id, topic, text, polarity }: LineClaims,
  quotes: Quote[],
  made: EvidenceLine | undefined,
  reviews: ReadonlyMap<string, ReadReview>,
): { line: EvidenceLine; wording?: string } {
  const quoted = quotes.flatMap(({ reviewId }) => reviews.get(reviewId) ?? []);
  const theirs = topic === made?.topic || occurs(topic, quoted);
  const [first] = quotes;
  const own = first ? textOf(first, reviews).trim().slice(0, LONGEST_TOPIC) : topic;
  const supporters = Math.max(made?.supporters ?? 0, countReviewers(quoted));
  const wording = text ?? (theirs ? undefined : topic);
  const line = { id, topic: theirs ? topic : own, ...(polarity ? { polarity } : {}), supporters, quotes };
  return { line, ...(wording ? { wording } : {}) };
}

/** Topics may be several words that stand apart: `boils, fast`. */
function occurs(topic: string, reviews: readonly ReadReview[]): boolean {
  const words = topic.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const bodies = reviews.map(({ body }) => body.toLowerCase());
  return words.length > 0 && words.every((word) => bodies.some((body) => body.includes(word)));
}

/** Nobody here wrote what it stands on: it is a description like one that a person writes. */
function asDescription(claims: PersonaClaims, subjectId: string, id: string, created: string, lost: number): Brought {
  const described = describedPersona(subjectId, id, claims.description ?? descriptionOf(claims), created);
  const persona: Persona = { ...described, brought: true };
  const note: PersonaEdit[] = claims.note ? [{ kind: "note", text: claims.note }] : [];
  return { persona, edits: [{ kind: "name", name: claims.name }, ...note], found: 0, lost };
}

function descriptionOf({ name, lines }: PersonaClaims): string {
  const parts = CARD_PARTS.flatMap((part) => {
    const own = lines.filter((line) => line.part === part);
    const topics = own.slice(0, 3).map(({ topic, text }) => text ?? topic);
    return topics.length > 0 ? [`${own[0]?.title || part}: ${topics.join("; ")}`] : [];
  });
  return [name, ...parts].join(". ").slice(0, LONGEST_DESCRIPTION);
}
