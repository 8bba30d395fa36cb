/** `earshot collect FILE…`: saved pages in, one line of JSON per page out. */
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Normalised, normalise } from "../lib/collect/normalise/normalise";
import { mainHow } from "../lib/collect/read/glance";
import type { Capture } from "../lib/collect/site";
import type { Review, Subject } from "../lib/domain";
import type { Command, ExitCode, Io } from "./command";
import { maskedReview } from "./mask";
import { readSavedPages } from "./saved-pages";

export const command: Command = {
  summary: "Reads reviews and comments from saved HTML pages.",
  usage: `Usage: earshot collect FILE… [--url FILE=URL]… [--urls map.json] [--mask-personal-data]

Opens saved pages in a headless Chromium, scripts and network off, and prints one line of JSON per page.

  --url FILE=URL   address a file was saved from (otherwise its canonical link or og:url)
  --urls FILE      JSON object {file: url}
  --mask-personal-data
                   replaces e-mail, phone, card, bank account, address, names of private persons in texts, and authors, by marks like
                   [e-mail]; otherwise texts are verbatim

Example: earshot collect page.html --url page.html=https://shop.example/kettle > reviews.ndjson`,
  run,
};

async function run(args: string[], io: Io): Promise<ExitCode> {
  const input = await readArgs(args, io);
  if (!input) return 2;
  let code: ExitCode = 0;
  for await (const { file, capture, failure } of readSavedPages(input.files, {
    urlOf: (name) => addressOf(name, input.urls),
  })) {
    if (capture) {
      const made = await normalise(capture);
      for (const warning of [...capture.warnings.map(({ message }) => message), ...made.warnings])
        io.stderr(`${file}: ${warning}`);
      io.stdout(JSON.stringify(lineOf(file, capture, made, input.mask)));
    } else {
      code = 1;
      io.stderr(`${file}: could not be read: ${failure}`);
    }
  }
  return code;
}

interface Input {
  files: string[];
  urls: Map<string, string>;
  mask: boolean;
}

async function readArgs(args: string[], io: Io): Promise<Input | undefined> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: "string", multiple: true },
        urls: { type: "string", multiple: true },
        "mask-personal-data": { type: "boolean" },
      },
    });
    if (positionals.length === 0) throw new Error("Name at least one saved HTML page.");
    const urls = new Map<string, string>();
    for (const file of values.urls ?? [])
      for (const [name, url] of await readMap(file)) urls.set(name, checked(name, url));
    for (const pair of values.url ?? []) {
      const at = pair.search(/=[a-z]+:\/\//i);
      if (at < 1) throw new Error(`--url wants FILE=URL, not "${pair}".`);
      urls.set(pair.slice(0, at), checked(pair.slice(0, at), pair.slice(at + 1)));
    }
    return { files: positionals, urls, mask: values["mask-personal-data"] === true };
  } catch (error) {
    io.stderr(
      `earshot collect: ${error instanceof Error ? error.message : String(error)} See "earshot collect --help".`,
    );
    return undefined;
  }
}

async function readMap(file: string): Promise<[string, string][]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`The address map "${file}" could not be read.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`The address map "${file}" is not JSON.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error(`The address map "${file}" must be an object {file: url}.`);
  return Object.entries(value).map(([name, url]) => [name, String(url)]);
}

function checked(file: string, url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) throw new Error(`"${url}", given for ${file}, is no web address.`);
  return url;
}

/** A map may name files as they were given, in full, or by their last part. */
function addressOf(file: string, urls: Map<string, string>): string | undefined {
  const exact = urls.get(file) ?? urls.get(resolve(file)) ?? urls.get(basename(file));
  if (exact) return exact;
  for (const [name, url] of urls) if (resolve(name) === resolve(file) || file.endsWith(`/${name}`)) return url;
  return undefined;
}

function lineOf(
  file: string,
  capture: Capture,
  { subject, reviews: found }: Normalised,
  mask: boolean,
): Record<string, unknown> {
  const reviews = mask ? found.map(maskedReview) : found;
  const own = reviews.filter(({ kind }) => kind !== "reply");
  const replies = reviews.filter(({ kind }) => kind === "reply");
  return {
    file,
    url: capture.url.startsWith("https://saved.invalid") ? "" : capture.url,
    kind: kindOf(own),
    subject: subjectLine(subject),
    reviews: own.map(reviewLine),
    ...(replies.length ? { replies: replies.map(reviewLine) } : {}),
    how: mainHow(capture) || "none",
  };
}

function kindOf(reviews: Review[]): "reviews" | "comments" | "mixed" | "none" {
  const kinds = new Set(reviews.map(({ kind }) => kind));
  if (kinds.size > 1) return "mixed";
  if (kinds.size === 0) return "none";
  return kinds.has("review") ? "reviews" : "comments";
}

function subjectLine({ name, brand, category, price, rating, ratingScale, ratingCount }: Subject) {
  return { name, brand, category, price, rating, ratingScale, ratingCount };
}

/** A review as a line shows it: without what only the database needs. */
function reviewLine({ subjectId: _subject, place, how: _how, collected: _collected, ...review }: Review) {
  return { ...review, selector: place.selector };
}
