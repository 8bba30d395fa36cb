/**
 * Measures reading against pages whose content is known: `npm run eval:collect -- DIR`, DIR holding `gold.json`.
 * Prints a table for people and, last, one line of JSON. Exit 1 when a page could not be opened.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readSavedPages } from "../../cli/saved-pages";
import { fold } from "../../lib/collect/document/fold";
import { normalise } from "../../lib/collect/normalise/normalise";
import type { Review } from "../../lib/domain";
import { type Expectation, expectationOf, type Gold } from "./collect-gold";
import { add, emptyScore, type PageScore, score, sum } from "./collect-score";

const STATE_SCRIPT = /<script[^>]*id="__NEXT_DATA__"[\s\S]*?<\/script>/i;

async function main(args: string[]): Promise<number> {
  const withoutState = args.includes("--without-state");
  const [folder = join(process.env.EARSHOT_DATA ?? "../shared/data", "pages"), only] = args.filter(
    (arg) => !arg.startsWith("--"),
  );
  const gold = new Map(
    Object.entries(JSON.parse(await readFile(join(folder, "gold.json"), "utf8")) as Record<string, Gold>),
  );
  const names = [...gold.keys()].filter((name) => !only || name.includes(only)).sort();
  const scores: PageScore[] = [];
  let failed = 0;
  const pages = new Map<string, string>();
  const options = {
    urlOf: (file: string) => gold.get(file.slice(folder.length + 1))?.url,
    generic: args.includes("--generic"),
    prepare: (html: string, file: string) => {
      pages.set(file, fold(html));
      return withoutState ? html.replace(STATE_SCRIPT, "") : html;
    },
  };
  for await (const { file, capture, failure } of readSavedPages(
    names.map((name) => join(folder, name)),
    options,
  )) {
    const name = file.slice(folder.length + 1);
    const reviews = capture ? (await normalise(capture)).reviews : [];
    if (failure) failed += 1;
    const expectation = expectationOf(name, gold.get(name) ?? {}, pages.get(file) ?? "");
    pages.delete(file);
    scores.push(report(name, reviews, expectation, failure));
  }
  finish(scores);
  return failed ? 1 : 0;
}

function report(name: string, reviews: Review[], expectation: Expectation, failure?: string): PageScore {
  const result = score(
    reviews.filter(({ kind }) => kind !== "reply"),
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

function finish(scores: PageScore[]): void {
  const total = scores.reduce(add, emptyScore());
  console.log(JSON.stringify({ ...sum(total), pages: scores.length }));
}

console.log(
  ["page".padEnd(58), ..."found gold prec. recall rating author date".split(" ").map((head) => head.padStart(7))].join(
    " ",
  ),
);
process.exitCode = await main(process.argv.slice(2));
