/** Steps of bringing reviews by hand, over made-up files. */
import type { ImportView } from "../../../components/import/import-view";
import type { PanelView } from "../../../components/view";
import type { Preview } from "../../../lib/collect/files/preview";
import { UNREAD } from "./scenes";

export const PREVIEW: Preview = {
  format: "table",
  encoding: { label: "windows-1252", sure: false, damaged: false },
  delimiter: ";",
  header: true,
  unit: "row",
  columns: [
    { name: "Date", field: "date" },
    { name: "Stars", field: "rating" },
    { name: "Review Text", field: "body" },
    { name: "Reviewer", field: "author" },
    { name: "internal_ticket_reference", field: "" },
  ],
  rows: [
    {
      number: 2,
      cells: [
        "03/04/2026",
        "4",
        "It boils a litre in three minutes, but the lid is stiff and the cord far too short for our kitchen.",
        "Ann K.",
        "T-1001",
      ],
    },
    { number: 3, cells: ["05/04/2026", "5", "Quiet enough for the office.", "Ben", "T-1002"] },
    { number: 5, cells: ["11/04/2026", "2", "Leaks at the handle after a month.", "", "T-1004"] },
  ],
  reviews: 212,
  leftOut: {
    count: 3,
    first: [
      { number: 4, why: "no-text" },
      { number: 17, why: "quotes" },
      { number: 90, why: "repeated" },
    ],
  },
  scale: 5,
  order: "day-first",
  subjects: { name: "kettle-reviews", named: [], apart: false },
};

const source = { how: "file" as const, name: "kettle-reviews.csv" };

export const SEVERAL: Preview = {
  ...PREVIEW,
  encoding: { label: "utf-8", sure: true, damaged: false },
  order: undefined,
  sheets: { names: ["Reviews", "Notes"], chosen: "Reviews" },
  delimiter: undefined,
  leftOut: { count: 0, first: [] },
  subjects: {
    name: "shop",
    named: [
      { name: "Fennel kettle", reviews: 140 },
      { name: "Sorrel toaster", reviews: 60 },
      { name: "Dill grinder", reviews: 12 },
    ],
    apart: true,
  },
};

export const PASTED: Preview = {
  ...PREVIEW,
  format: "text",
  encoding: undefined,
  delimiter: undefined,
  header: undefined,
  order: undefined,
  scale: undefined,
  layout: "paragraphs",
  unit: "line",
  columns: [{ name: "text", field: "body" }],
  rows: [
    { number: 1, cells: ["It boils fast."] },
    { number: 3, cells: ["The lid is stiff."] },
  ],
  reviews: 2,
  leftOut: { count: 0, first: [] },
  subjects: { name: "Pasted reviews", named: [], apart: false },
};

const preview = (shown: Preview): ImportView => ({ at: "preview", source, preview: shown, choices: {}, busy: false });

/** Every step by its name. */
export const STEPS: [name: string, importing: ImportView][] = [
  ["asking", { at: "asking" }],
  ["asking after a failure", { at: "asking", problem: { code: "old-excel", name: "reviews.xls" } }],
  ["opening", { at: "opening", name: "kettle-reviews.csv" }],
  ["preview", preview(PREVIEW)],
  ["preview of several products", preview(SEVERAL)],
  ["preview of a pasted text", preview(PASTED)],
  [
    "preview without texts",
    preview({ ...PREVIEW, reviews: 0, columns: PREVIEW.columns.map((column) => ({ ...column, field: "" })) }),
  ],
  ["storing", { at: "storing", name: "kettle-reviews.csv", done: 3000, total: 100_000 }],
  ["stored", { at: "stored", how: "done", subjects: [{ id: "s", name: "Fennel kettle", found: 212, added: 200 }] }],
  [
    "stored several",
    {
      at: "stored",
      how: "stopped",
      subjects: [
        { id: "s", name: "Fennel kettle", found: 140, added: 140 },
        { id: "t", name: "Sorrel toaster", found: 60, added: 60 },
      ],
    },
  ],
  [
    "stored in part",
    { at: "stored", how: "failed", subjects: [], problem: "storage_full", message: "QuotaExceededError" },
  ],
];

export function importView(importing: ImportView): PanelView {
  return { ...UNREAD, importing };
}
