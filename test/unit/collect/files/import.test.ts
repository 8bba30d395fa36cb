/** From a file to what is stored: identities, subjects, limits, and bytes that mean nothing. */
import { describe, expect, it } from "vitest";
import { originOf, subjectAddress } from "../../../../lib/collect/files/address";
import { Import } from "../../../../lib/collect/files/import";
import { FileProblem } from "../../../../lib/collect/files/problem";
import { normalise } from "../../../../lib/collect/normalise/normalise";
import type { Review, Subject } from "../../../../lib/domain";
import { bring, NOW } from "./brought";
import { workbook } from "./bytes";

async function store(name: string, content: string, choices = {}): Promise<{ subjects: Subject[]; reviews: Review[] }> {
  const { captures } = await bring(name, content, choices);
  const made = await Promise.all(captures.map(normalise));
  return { subjects: made.map(({ subject }) => subject), reviews: made.flatMap(({ reviews }) => reviews) };
}
const idsOf = ({ reviews }: { reviews: Review[] }) => reviews.map(({ id }) => id).sort();

const ROWS = [
  "Good.,5,",
  "Good.,5,",
  "Good.,4,",
  "Good.,5,Ann",
  "A text that begins like another one,3,",
  "A text that begins like another one and goes on,3,",
];
const table = (rows: readonly string[]) => `text,stars,author\n${rows.join("\n")}\n`;

describe("importing", () => {
  it("keeps every row as a review, however alike, and counts as it stores", async () => {
    const { preview } = await bring("a.csv", table(ROWS));
    const { reviews } = await store("a.csv", table(ROWS));
    expect(reviews).toHaveLength(ROWS.length);
    expect(preview.reviews).toBe(ROWS.length);
  });

  it("changes nothing when the file comes again, also with its rows in another order", async () => {
    const first = await store("a.csv", table(ROWS));
    expect(new Set(idsOf(first)).size).toBe(ROWS.length);
    expect(idsOf(await store("a.csv", table(ROWS)))).toEqual(idsOf(first));
    expect(idsOf(await store("a.csv", table([...ROWS].reverse())))).toEqual(idsOf(first));
  });

  it("tells the same words about two products apart in any order of the rows", async () => {
    const rows = ["Kettle,Good.", "Toaster,Good.", "Kettle,Bad.", "Toaster,Loud.", "Kettle,Good."];
    const first = await store("a.csv", `product,text\n${rows.join("\n")}\n`);
    expect(first.reviews).toHaveLength(5);
    expect(idsOf(await store("a.csv", `product,text\n${rows.toReversed().join("\n")}\n`))).toEqual(idsOf(first));
  });

  it("goes by the ids of the file where they tell rows apart", async () => {
    const rows = "id,text\nR-1001,Fine.\nR-1002,Bad.\nR-1002,Worse.\nR-1001,Fine.\n";
    const { preview } = await bring("a.csv", rows, { fields: new Map([[0, "id" as const]]) });
    expect(preview.leftOut.first).toEqual([{ number: 5, why: "repeated" }]);
    const { reviews } = await store("a.csv", rows);
    expect(reviews.map(({ body }) => body)).toEqual(["Fine.", "Bad.", "Worse."]);
    expect(new Set(reviews.map(({ id }) => id)).size).toBe(3);
  });

  it("gives a subject an address that leads nowhere, by what it is called", async () => {
    const { subjects, reviews } = await store("Aria 2 (may).csv", table(ROWS), { subject: "Aria 2" });
    expect(subjects).toMatchObject([{ name: "Aria 2", url: subjectAddress("Aria 2"), site: "Aria 2 (may).csv" }]);
    expect(originOf(reviews[0]?.place.url ?? "")).toEqual({ how: "file", name: "Aria 2 (may).csv" });
    const later = await store("june.csv", table(["New.,5,"]), { subject: "aria  2" });
    expect(later.subjects[0]?.id).toBe(subjects[0]?.id);
    expect((await bring("june.csv", table(ROWS))).preview.subjects.name).toBe("june");
  });

  it("cannot be claimed by a page", async () => {
    const [capture] = (await bring("a.csv", table(ROWS))).captures;
    if (!capture) throw new Error("Nothing was imported.");
    const { subject } = await normalise({
      ...capture,
      url: "https://shop.example/p",
      subject: { url: subjectAddress("a") },
    });
    expect(subject.url).toBe("https://shop.example/p");
  });

  it("leads to the page of a row where the file names one", async () => {
    const { reviews } = await store(
      "a.csv",
      "text,review url\nFine.,https://shop.example/r/1\nBad.,https://shop.example/r/2\nOdd.,javascript:alert(1)\n",
    );
    expect(reviews.map(({ place }) => place.url)).toEqual([
      "https://shop.example/r/1",
      "https://shop.example/r/2",
      "earshot:file/a.csv",
    ]);
  });

  it("offers the products that rows name, apart or as one", async () => {
    const rows = "product,text\nKettle,Boils fast.\nKettle,Loud.\nToaster,Burns.\nToaster,Pretty.\n,Of what?\n";
    const apart = await bring("shop.csv", rows);
    expect(apart.preview.subjects).toMatchObject({
      apart: true,
      named: [
        { name: "Kettle", reviews: 2 },
        { name: "Toaster", reviews: 2 },
      ],
    });
    expect(apart.captures.map(({ subject }) => subject.name)).toEqual(["Kettle", "Toaster", "shop"]);
    const one = await bring("shop.csv", rows, { apart: false, subject: "All" });
    expect(one.captures.map(({ subject, reviews }) => [subject.name, reviews.length])).toEqual([["All", 5]]);
  });

  it("hands thirty thousand rows over in small batches", async () => {
    const text = `text,stars\n${Array.from({ length: 30_000 }, (_, i) => `Review ${i} says that it is fine.,${(i % 5) + 1}`).join("\n")}\n`;
    const { preview, captures } = await bring("big.csv", text);
    expect(preview.reviews).toBe(30_000);
    expect(Math.max(...captures.map(({ reviews }) => reviews.length))).toBeLessThanOrEqual(5000);
    expect(captures.flatMap(({ reviews }) => reviews)).toHaveLength(30_000);
  });

  it("stops between batches", async () => {
    const open = new Import({ how: "file", name: "a.csv" }, table(ROWS), NOW);
    const captures = open.captures(AbortSignal.abort());
    await expect(captures.next()).rejects.toThrow(/abort/i);
  });
});

describe("what cannot be imported", () => {
  const bytes = (...values: number[]) => Uint8Array.from([...values, ...new Array(64).fill(0)]);
  it.each([
    ["empty", "a.csv", new Uint8Array()],
    ["empty", "a.csv", new TextEncoder().encode("\n \n,,\n")],
    ["old-excel", "a.xls", bytes(0xd0, 0xcf, 0x11, 0xe0)],
    ["other-document", "a.pdf", bytes(0x25, 0x50, 0x44, 0x46)],
    ["compressed", "a.csv.gz", bytes(0x1f, 0x8b)],
    ["broken-spreadsheet", "a.xlsx", bytes(0x50, 0x4b, 0x03, 0x04)],
    ["not-text", "a.csv", bytes(1, 2, 3, 4, 5, 6)],
    ["no-records", "a.json", new TextEncoder().encode("no json at all")],
    ["broken-spreadsheet", "a.xlsx", workbook({ One: [["text"]] }).slice(0, 500)],
  ])("is told as %s: %s", async (code, name, content) => {
    const failure = await bring(name, content).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FileProblem);
    expect(failure).toMatchObject({ code, message: expect.stringContaining(name) });
  });

  it("is always a sentence, whatever the bytes", async () => {
    const random = seeded(7);
    for (let round = 0; round < 400; round++) {
      const content = scrambled(random, round);
      const name = ["a.csv", "a.json", "a.xlsx", "a.txt", "a"][round % 5] ?? "a";
      const failure = await bring(name, content).catch((error: unknown) => error);
      if (failure instanceof Error) expect(failure, `round ${round}`).toBeInstanceOf(FileProblem);
    }
  });
});

const SEEDS = [
  'text,stars\n"a ""b"" c",5\nd,4\n',
  '[{"text":"a b c","stars":5},{"text":"d"}]',
  '{"text":"a b c"}\n{"text":"d"}\n',
  "★★★★☆ Title\nby Ann on 3 May 2024\ntext\n\n★☆☆☆☆ Other\nby Ben on 4 May 2024\ntext\n",
];

/** Pure noise, noise behind telling first bytes, and whole files with a few bytes changed, cut or doubled. */
function scrambled(random: () => number, round: number): Uint8Array {
  const noise = Uint8Array.from({ length: Math.floor(random() * 600) }, () => Math.floor(random() * 256));
  if (round % 4 === 0) return noise;
  if (round % 4 === 1) return Uint8Array.from([0x50, 0x4b, 0x03, 0x04, ...noise]);
  const whole =
    round % 4 === 2
      ? workbook({
          One: [
            ["text", "stars"],
            ["a", 5],
          ],
        })
      : new TextEncoder().encode(SEEDS[Math.floor(random() * SEEDS.length)]);
  for (let i = 0; i < 6; i++) whole[Math.floor(random() * whole.length)] = Math.floor(random() * 256);
  return whole.slice(0, Math.ceil(whole.length * (0.3 + random())));
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
