/** Where passages of pages belong: to which subject, and into which stored review. */
import { ReviewWords } from "../annotate/in-review";
import { subjectKey } from "../collect/normalise/address";
import { type Annotation, type PageTarget, Problem } from "../domain";
import type { EarshotDatabase, StoredReview, StoredSubject } from "./db";

export type Placed = Pick<Annotation, "text" | "target" | "review" | "subjectId">;

interface PagePassage {
  target: PageTarget;
  text: string;
}

/**
 * What is known of a passage of a page: the subject the page is about, and the review it lies in. The words of a review are its own, so that
 * they are verbatim; a page may typeset them otherwise.
 * @throws Problem select_empty
 */
export async function placeOf(db: EarshotDatabase, passage: PagePassage): Promise<Placed> {
  const placing = new Placing(db);
  await placing.read([passage.target]);
  return placing.placeOf(passage);
}

/** The same for many passages at once: reviews are read and folded once for each page. */
export class Placing {
  #db: EarshotDatabase;
  #pages = new Map<string, KnownPage>();

  constructor(db: EarshotDatabase) {
    this.#db = db;
  }

  /** Reads what passages of these pages may lie in; then each is placed at once, so that a transaction stays open. */
  async read(targets: readonly PageTarget[]): Promise<void> {
    for (const url of new Set(targets.map((target) => target.url))) {
      const pageKey = subjectKey(url);
      if (!this.#pages.has(pageKey)) this.#pages.set(pageKey, await this.#read(url, pageKey));
    }
  }

  /** @param passage of a page that was read @throws Problem select_empty */
  placeOf({ target, text }: PagePassage): Placed {
    if (!text.trim()) throw new Problem("select_empty", "Nothing is selected. Select some words on the page first.");
    const pageKey = subjectKey(target.url);
    const placed = { text, target: { ...target, pageKey } };
    const page = this.#pages.get(pageKey);
    const quote = target.selectors.find((selector) => selector.type === "TextQuoteSelector");
    const passage = { text, prefix: quote?.prefix ?? "", suffix: quote?.suffix ?? "" };
    for (const { subject, words, reviews } of page?.about ?? []) {
      const review = words.placeOf(passage);
      const body = review && reviews.get(review.reviewId)?.body;
      if (review && body !== undefined)
        return { ...placed, text: body.slice(review.start, review.end), review, subjectId: subject.id };
    }
    return { ...placed, ...(page?.own && { subjectId: page.own.id }) };
  }

  async #read(url: string, pageKey: string): Promise<KnownPage> {
    const subjects = await subjectsAt(this.#db, url);
    const own = subjects.find((subject) => subjectKey(subject.url) === pageKey);
    const about = [];
    // a page of a known product shows its reviews; any other page of the site may show those of any
    for (const subject of own ? [own] : subjects) {
      const reviews = await this.#db.reviews.where("subjectId").equals(subject.id).toArray();
      const byId = new Map(reviews.map((review) => [review.id, review]));
      about.push({ subject, words: new ReviewWords(reviews), reviews: byId });
    }
    return { about, ...(own && { own }) };
  }
}

interface KnownPage {
  own?: StoredSubject;
  about: { subject: StoredSubject; words: ReviewWords; reviews: ReadonlyMap<string, StoredReview> }[];
}

/** Subjects a page may be about: that of its address first, then the others of its site. */
export async function subjectsAt(db: EarshotDatabase, url: string): Promise<StoredSubject[]> {
  const site = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  const subjects = site === "" ? [] : await db.subjects.where("site").equals(site).toArray();
  const key = subjectKey(url);
  return subjects.sort((a, b) => Number(subjectKey(b.url) === key) - Number(subjectKey(a.url) === key));
}
