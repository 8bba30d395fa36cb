/**
 * How well reviews off the topic are told from a product's own: reviews of products of another kind are mixed in, one for every twenty, and
 * looked for. Half of the products, by name, were looked at while numbers were chosen; the other half is reported apart.
 */
import { createHash } from "node:crypto";
import type { Heads } from "../../lib/understand/heads";
import { findOffTopic } from "../../lib/understand/off-topic";
import type { understandReviews } from "../../lib/understand/understand";
import { sample, seededRandom } from "../train/random";
import type { OwnText, Product } from "./off-topic-sets";

export type Understood = Awaited<ReturnType<typeof understandReviews>>[number];

export interface ReadProduct extends Omit<Product, "reviews"> {
  reviews: Understood[];
}

/** One strange review for so many of a product's own. */
const OWN_FOR_ONE = 20;
const ROUNDS = 12;

interface Tally {
  products: number;
  own: number;
  reported: number;
  strange: number;
  found: number;
}

/** True for products whose reviews were not looked at while numbers were chosen. */
export function isHeld({ kind, name }: Pick<Product, "kind" | "name">): boolean {
  return (createHash("sha256").update(`${kind} ${name}`).digest()[0] ?? 0) % 2 === 1;
}

/** @returns one line for each half and kind of product; strange reviews come from products of the same half */
export function mixIn(products: readonly ReadProduct[], means: Heads["means"]) {
  const tallies = new Map<string, Tally>();
  for (const product of products) {
    const half = isHeld(product) ? "held" : "developed on";
    const others = products.filter((one) => one.kind !== product.kind && isHeld(one) === isHeld(product));
    const tally = mixInto(product, others, means);
    for (const name of [`all, ${half}`, `${product.kind}, ${half}`]) tallies.set(name, sum(tallies.get(name), tally));
  }
  return Object.fromEntries(
    [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, tally]) => [name, row(tally)]),
  );
}

/** Own reviews count once, without anything mixed in; strange ones in every round. */
function mixInto(product: ReadProduct, others: readonly ReadProduct[], means: Heads["means"]): Tally {
  const language = product.reviews[0]?.finding.language;
  const spoken = others.flatMap(({ reviews }) => reviews).filter(({ finding }) => finding.language === language);
  const each = Math.max(1, Math.round(product.reviews.length / OWN_FOR_ONE));
  const strange = sample(spoken, each * ROUNDS, seededRandom(1));
  const tally: Tally = { products: 1, own: product.reviews.length, strange: strange.length, reported: 0, found: 0 };
  tally.reported = offTopicIn(product.reviews, means).length;
  for (let start = 0; start < strange.length; start += each) {
    const mixed = strange.slice(start, start + each);
    const found = new Set(offTopicIn([...product.reviews, ...mixed], means));
    tally.found += mixed.filter(({ review }) => found.has(review.id)).length;
  }
  return tally;
}

function offTopicIn(read: readonly Understood[], means: Heads["means"]): string[] {
  const reviews = read.map(({ review, finding }) => ({ ...review, finding }));
  return findOffTopic({ reviews, sentences: read.flatMap(({ sentences }) => sentences), means });
}

function sum(a: Tally | undefined, b: Tally): Tally {
  if (!a) return b;
  return {
    products: a.products + b.products,
    own: a.own + b.own,
    reported: a.reported + b.reported,
    strange: a.strange + b.strange,
    found: a.found + b.found,
  };
}

/** Precision is what it would be with one strange review in twenty. */
function row({ products, own, reported, strange, found }: Tally) {
  const [wrong, recall] = [reported / Math.max(1, own), found / Math.max(1, strange)];
  const precision = recall + wrong === 0 ? 1 : (0.05 * recall) / (0.05 * recall + 0.95 * wrong);
  return {
    products,
    own,
    "reported wrongly": round(wrong),
    strange,
    recall: round(recall),
    precision: round(precision),
  };
}

/**
 * Our own texts, put alone under each product of their language.
 * @returns share of times they were reported, by what they are and language
 */
export function ownTexts(
  products: readonly ReadProduct[],
  own: readonly (OwnText & { read: Understood | undefined })[],
  means: Heads["means"],
  tell: (line: string) => void,
) {
  const counts = new Map<string, { times: number; reported: number }>();
  for (const { review, read, language, offTopic } of own) {
    const hosts = products.filter(({ reviews }) => reviews[0]?.finding.language === language);
    const hits = hosts.filter(({ reviews }) => read && offTopicIn([...reviews, read], means).includes(review.id));
    const name = `${offTopic ? "off the topic" : "of buying, or of nothing special"}, ${language}`;
    const { times, reported } = counts.get(name) ?? { times: 0, reported: 0 };
    counts.set(name, { times: times + hosts.length, reported: reported + hits.length });
    tell(`  ${hits.length} of ${hosts.length}: ${review.body}`);
  }
  return Object.fromEntries(
    [...counts].map(([name, { times, reported }]) => [name, { times, reported: round(reported / Math.max(1, times)) }]),
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
