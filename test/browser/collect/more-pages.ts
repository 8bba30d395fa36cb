/** Pages that show more when something is done, and a reading of them without an extension around it. Invented texts. */
import { answerOf } from "../../../lib/collect/more/answer";
import { type Brought, beginJourney, type Journey, type Step } from "../../../lib/collect/more/journey";
import { LIMITS, nextStep } from "../../../lib/collect/more/next-step";
import { type Doing, drive, type Pace } from "../../../lib/collect/page/drive";
import { readSnapshot } from "../../../lib/collect/read/read-snapshot";
import type { Coverage } from "../../../lib/domain";
import { liveDocument, parsedDocument } from "./documents";

export const ADDRESS = "https://shop.example/kettle";
export const QUICK: Pace = { between: [1, 2], patience: 250, quiet: 40, rest: 60 };

const THINGS = ["lid", "spout", "handle", "base", "switch", "whistle", "cord", "filter", "lamp", "scale", "rim"];
const DEEDS = [
  "broke after a month",
  "is better than I hoped",
  "gets far too hot",
  "feels cheap in the hand",
  "still shines",
];

export function textOf(n: number): string {
  return `The ${THINGS[n % THINGS.length]} ${DEEDS[n % DEEDS.length]}, which I found out on day ${n + 3} of using it.`;
}

export function card(n: number, extra = "", text = textOf(n)): string {
  const day = `2025-${String((n % 12) + 1).padStart(2, "0")}-${String((n % 27) + 1).padStart(2, "0")}`;
  return `<article class="review" id="review-${n}00000"><b class="author">Buyer ${n}</b> <span aria-label="${(n % 5) + 1} out of 5 stars"></span>
    <time datetime="${day}">${day}</time><p class="review-text">${text}</p>${extra}</article>`;
}

export function cards(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, index) => card(from + index)).join("");
}

export function page(body: string, total?: number): string {
  const data = { "@type": "Product", name: "Kettle", aggregateRating: { ratingValue: 4, reviewCount: total } };
  const script = total ? `<script type="application/ld+json">${JSON.stringify(data)}</script>` : "";
  return `<!doctype html><html lang="en"><head><title>Kettle</title>${script}<style>article { min-height: 120px }</style></head><body><h1>Kettle</h1>${body}</body></html>`;
}

export function list(inner: string, after = ""): string {
  return `<section class="reviews"><h2>Reviews</h2><div class="list">${inner}</div>${after}</section>`;
}

/** Puts markup at the end of an element. */
export function add(parent: Element | null, html: string): void {
  const document = parent?.ownerDocument;
  if (document)
    parent.append(...[...parsedDocument(html).body.childNodes].map((node) => document.importNode(node, true)));
}

export function find<T extends HTMLElement = HTMLElement>(document: Document, selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`The test page has no ${selector}.`);
  return element;
}

export interface Trip {
  coverage?: Coverage;
  journey: Journey;
  steps: Step[];
  doings: Doing[];
  bodies: string[];
  error?: unknown;
}

export interface TripOptions {
  allPages?: boolean;
  journey?: Journey;
  signal?: AbortSignal;
  pace?: Pace;
  address?: () => string;
  limits?: { pages: number; reviews: number };
  onStep?: (step: Step, count: number) => void;
}

/** Reads a page and on, as the page script and the engine do together. */
export async function travel(html: string | Document, options: TripOptions = {}): Promise<Trip> {
  const document = typeof html === "string" ? await liveDocument(html) : html;
  const trip: Trip = { journey: options.journey ?? beginJourney(true), steps: [], doings: [], bodies: [] };
  trip.journey = { ...trip.journey, allPages: options.allPages ?? true };
  const ask = async (brought: Brought) => {
    const step = await decide(trip, brought, options);
    trip.steps.push(step);
    options.onStep?.(step, trip.steps.length);
    return step;
  };
  const { signal = new AbortController().signal, pace = QUICK, address = () => ADDRESS } = options;
  try {
    trip.coverage = await drive(document, { signal, pace, address, ask, tell: (doing) => trip.doings.push(doing) });
  } catch (error) {
    trip.error = error;
  }
  return trip;
}

async function decide(trip: Trip, brought: Brought, { limits = LIMITS }: TripOptions): Promise<Step> {
  const now = { ...limits, now: new Date() };
  let decision: ReturnType<typeof nextStep>;
  if ("snapshot" in brought) {
    const { answer, whole, subject } = await answerOf(await readSnapshot(brought.snapshot), brought.from, trip.journey);
    for (const { body } of whole.reviews) if (!trip.bodies.includes(body)) trip.bodies.push(body);
    decision = nextStep({ ...trip.journey, subject }, answer, now);
  } else decision = nextStep(trip.journey, brought, now);
  // what travels between contexts must survive it
  trip.journey = structuredClone(decision.journey);
  return structuredClone(decision.step);
}
