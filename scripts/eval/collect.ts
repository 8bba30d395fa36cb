/**
 * Measures reading against pages whose content is known: `npm run eval:collect -- DIR [PART-OF-NAME] [FLAGS]`, DIR holding
 * `gold.json`. Prints a table for people and, last, one line of JSON. Exit 1 when a page could not be opened.
 *
 *   --generic             leaves the rules of known sites out
 *   --without-structured  takes JSON-LD, microdata, RDFa and state scripts out of each page first
 *   --set dev|held        two thirds of the pages to develop against, or the third that is looked at last
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readSavedPages } from "../../cli/saved-pages";
import { normalise } from "../../lib/collect/normalise/normalise";
import type { Review } from "../../lib/domain";
import { type Expectation, expectationOf, type Gold } from "./collect-gold";
import { add, emptyScore, type PageScore, score, sum } from "./collect-score";
import { withoutStructuredData } from "./without-structured";

const SETS = ["all", "dev", "held"] as const;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      generic: { type: "boolean", default: false },
      "without-structured": { type: "boolean", default: false },
      set: { type: "string", default: "all" },
    },
  });
  const set = SETS.find((name) => name === values.set);
  if (!set) throw new Error(`--set takes ${SETS.join(", ")}, not "${values.set}".`);
  const withoutStructured = values["without-structured"];
  const [folder = join(process.env.EARSHOT_DATA ?? "../shared/data", "pages"), only] = positionals;
  const gold = new Map(
    Object.entries(JSON.parse(await readFile(join(folder, "gold.json"), "utf8")) as Record<string, Gold>),
  );
  const names = [...gold.keys()].filter((name) => (!only || name.includes(only)) && isIn(set, name)).sort();
  const scores: PageScore[] = [];
  let failed = 0;
  const pages = new Map<string, string>();
  const options = {
    urlOf: (file: string) => gold.get(file.slice(folder.length + 1))?.url,
    generic: values.generic,
    prepare: (html: string, file: string) => {
      const page = withoutStructured ? withoutStructuredData(html) : html;
      pages.set(file, page);
      return page;
    },
  };
  for await (const { file, capture, failure } of readSavedPages(
    names.map((name) => join(folder, name)),
    options,
  )) {
    const name = file.slice(folder.length + 1);
    const reviews = capture ? (await normalise(capture)).reviews : [];
    if (failure) failed += 1;
    const expectation = expectationOf(name, gold.get(name) ?? {}, pages.get(file) ?? "", withoutStructured);
    pages.delete(file);
    scores.push(report(name, reviews, expectation, failure));
  }
  finish(scores);
  return failed ? 1 : 0;
}

function report(name: string, reviews: Review[], expectation: Expectation, failure?: string): PageScore {
  const result = score(
    reviews.filter(
      ({ kind, body, title }) => kind !== "reply" && (!expectation.wordsOnly || expectation.negative || body || title),
    ),
    expectation,
  );
  const cells = [
    result.found,
    result.expected,
    percent(result.right, result.found),
    percent(result.matched, result.wanted),
    ...fieldCells(result),
  ];
  console.log(
    [name.slice(-58).padEnd(58), ...cells.map((cell) => String(cell).padStart(7)), failure ?? result.note].join(" "),
  );
  return { ...result, name };
}

function fieldCells(result: PageScore): string[] {
  return [result.rating, result.author, result.date].map(({ right, of }) => percent(right, of));
}

function percent(part: number, whole: number): string {
  return whole ? `${Math.round((100 * part) / whole)}%` : "–";
}

/** A third of the pages, by a hash of the name, is not looked at while readers are being written. */
function isIn(set: (typeof SETS)[number], name: string): boolean {
  const isHeld = (createHash("sha256").update(name).digest()[0] ?? 0) % 3 === 0;
  return set === "all" || isHeld === (set === "held");
}

function finish(scores: PageScore[]): void {
  const total = scores.reduce(add, emptyScore());
  for (const folder of new Set(scores.map(({ name }) => name.split("/")[0]))) {
    const own = scores.filter(({ name }) => name.split("/")[0] === folder);
    console.log(`${folder} (${own.length}): ${JSON.stringify(sum(own.reduce(add, emptyScore())))}`);
  }
  console.log(JSON.stringify({ ...sum(total), pages: scores.length }));
}

console.log(
  ["page".padEnd(58), ..."found gold prec. recall rating author date".split(" ").map((head) => head.padStart(7))].join(
    " ",
  ),
);
process.exitCode = await main(process.argv.slice(2));
