/** Which notes belong on a page: those made on it, and those on reviews that it may show. */
import { colourOf, ordered } from "../annotate/codebook";
import { subjectKey } from "../collect/normalise/address";
import type { Annotation, Code, Polarity, Sentence } from "../domain";
import type { NotesHere, PageNote } from "../notebook-protocol";
import { annotationsOf } from "./annotations";
import { byReview } from "./by-review";
import { codesOf } from "./codes";
import type { EarshotDatabase, StoredReview } from "./db";
import { subjectsAt } from "./placing";

/** Letters of a note that are read out with its codes. */
const LABEL = 80;

/** @param url of the page in the tab */
export async function notesHere(db: EarshotDatabase, url: string): Promise<NotesHere> {
  const pageKey = subjectKey(url);
  const subjects = await subjectsAt(db, url);
  const own = subjects.find((subject) => subjectKey(subject.url) === pageKey);
  const wanted = own ? [own] : subjects;
  const found = await Promise.all([
    annotationsOf(db, { pageKey }),
    ...wanted.map(({ id }) => annotationsOf(db, { subjectId: id })),
  ]);
  const annotations = [...new Map(found.flat().map((one) => [one.id, one])).values()];
  const here = annotations.filter(({ target, review }) => review !== undefined || target?.pageKey === pageKey);
  const codes = await codesOf(db, own?.id);
  const notes = await pageNotes(db, here, pageKey);
  return { notes, codes: adderCodes(codes), ...(own && { subjectId: own.id }) };
}

function adderCodes(codes: readonly Code[]): NotesHere["codes"] {
  return ordered(codes).map(({ code, depth }) => ({
    id: code.id,
    name: code.name,
    colour: colourOf(code),
    depth,
    ...(code.shortcut !== undefined && { shortcut: code.shortcut }),
  }));
}

async function pageNotes(
  db: EarshotDatabase,
  annotations: readonly Annotation[],
  pageKey: string,
): Promise<PageNote[]> {
  const reviewIds = [...new Set(annotations.flatMap(({ review }) => review?.reviewId ?? []))];
  const [reviews, sentences, codes] = await Promise.all([
    db.reviews.bulkGet(reviewIds),
    db.sentences.where("reviewId").anyOf(reviewIds).toArray(),
    db.codes.toArray(),
  ]);
  const parts: Parts = {
    pageKey,
    reviews: new Map(reviews.flatMap((review) => (review ? [[review.id, review]] : []))),
    sentences: byReview(sentences),
    codes: new Map(codes.map((code) => [code.id, code])),
  };
  return annotations.map((annotation) => pageNote(annotation, parts));
}

interface Parts {
  pageKey: string;
  reviews: ReadonlyMap<string, StoredReview>;
  sentences: ReadonlyMap<string, readonly Sentence[]>;
  codes: ReadonlyMap<string, Code>;
}

function pageNote(annotation: Annotation, { pageKey, reviews, sentences, codes }: Parts): PageNote {
  const { id, text, target, review, codeIds, tags, note } = annotation;
  const given = codeIds.flatMap((codeId) => codes.get(codeId) ?? []);
  const stored = review && reviews.get(review.reviewId);
  const polarity = review && polarityOf(sentences.get(review.reviewId) ?? [], review);
  const here = target?.pageKey === pageKey;
  const words = [given.map(({ name }) => name).join(", "), tags.join(", "), note.slice(0, LABEL)];
  return {
    id,
    text,
    selectors: here ? target.selectors : [],
    label: words.filter(Boolean).join(" · "),
    note: note !== "",
    ...(!here && { elsewhere: true as const }),
    ...(here && target.frame !== undefined && { frame: target.frame }),
    ...(here && target.repeats !== undefined && { repeats: target.repeats }),
    ...(stored && review && { review: { ...review, body: stored.body, selector: stored.place.selector } }),
    ...(given[0] && { colour: colourOf(given[0]) }),
    ...(polarity && { polarity }),
  };
}

/** What the sentences it touches feel; those that disagree make it mixed, neutral ones do not count beside others. */
function polarityOf(sentences: readonly Sentence[], place: { start: number; end: number }): Polarity | undefined {
  const touched = sentences.filter(({ start, end }) => start < place.end && place.start < end);
  const labels = new Set(touched.map(({ sentiment }) => sentiment.label));
  if (labels.size > 1) labels.delete("neutral");
  return labels.size > 1 ? "mixed" : [...labels][0];
}
