/** A made-up proposal, as pointing at a made-up page gives it. */
import type { PanelView } from "../../../components/view";
import type { Choice, FieldName, FieldProposal, Proposal, Recipe } from "../../../lib/collect/recipe/recipe";
import { READ, UNREAD } from "./scenes";

function field(name: FieldName, proposed: number, ...choices: Choice[]): FieldProposal {
  return { name, choices, proposed };
}
const NOTHING = [null, null, null];
const NONE: Choice = { rule: [], values: NOTHING };

const FIELDS: FieldProposal[] = [
  field(
    "body",
    1,
    {
      values: [
        "We waited an hour for the soup, and it was worth each minute of it.\nThe bread was still warm.",
        "Nice view over the water, but the chairs are hard.",
        "My daughter asked to come back the next day.",
      ],
    },
    {
      rule: [".words"],
      values: [
        "We waited an hour for the soup, and it was worth each minute of it.\nThe bread was still warm.",
        "Nice view over the water, but the chairs are hard.",
        "My daughter asked to come back the next day.",
      ],
    },
    { rule: [".room"], values: ["Room 4, two nights in May with a dog", "Room 11", "Table by the window"] },
  ),
  field(
    "title",
    0,
    { values: NOTHING },
    { rule: [".room"], values: ["Room 4", "Room 11", "Table by the window"] },
    NONE,
  ),
  field(
    "author",
    1,
    { values: ["Ingrid", "Tomasz", "Wen"] },
    { rule: [".who"], values: ["Ingrid", "Tomasz", "Wen"] },
    { rule: [".from"], values: ["Bergen", "Łódź", "Suzhou"] },
    NONE,
  ),
  field(
    "date",
    1,
    { values: NOTHING },
    { rule: [".day@title"], values: ["May 2026", "April 2026", "March 2026"] },
    NONE,
  ),
  field("rating", 0, { values: ["4/5", "2/5", "5/5"] }, NONE),
  field("helpful", 0, { values: NOTHING }, NONE),
  field("verified", 0, { values: ["✓", null, "✓"] }, NONE),
  field("variant", 0, { values: NOTHING }, NONE),
  field("location", 1, { values: NOTHING }, { rule: [".from"], values: ["Bergen", "Łódź", "Suzhou"] }, NONE),
];

function proposalOf(record: string, count: number): Proposal {
  return {
    rules: {
      name: "own:inn.example",
      evidence: "made by hand on 2026-05-10",
      hosts: ["inn.example"],
      mark: record,
      record,
      kind: "review",
      body: [],
    },
    paths: Array.from({ length: count }, (_, index) => `main > div:nth-of-type(${index + 1})`),
    samples: 3,
    fields: FIELDS,
    others: 2,
  };
}

export const PROPOSALS = {
  levels: [proposalOf(".words", 25), proposalOf(".guest", 18), proposalOf(".page", 2)],
  best: 1,
};

export const POINTING: PanelView = { ...UNREAD, picking: { at: "pointing", words: "" } };
export const POINTED: PanelView = { ...UNREAD, picking: { at: "pointing", words: "The bread was still warm." } };
export const FINDING: PanelView = { ...UNREAD, picking: { at: "finding" } };
export const PROPOSED: PanelView = { ...UNREAD, picking: { at: "proposed", proposals: PROPOSALS, level: 1 } };
export const NO_RULE: PanelView = { ...UNREAD, picking: { at: "nothing" } };
export const BROKEN: PanelView = { ...UNREAD, picking: { at: "failed", message: "The message port closed." } };

const [, guests] = PROPOSALS.levels;
export const RECIPES: Recipe[] = [
  {
    id: "inn.example .guest",
    host: "inn.example",
    label: "inn.example",
    made: "2026-05-10T08:00:00Z",
    rules: guests?.rules ?? { name: "", evidence: "", mark: "", record: "", kind: "review", body: [] },
    last: { found: 18, at: "2026-05-11T08:00:00Z" },
  },
  {
    id: "board.example article",
    host: "board.example",
    label: "The sailing board",
    made: "2026-04-02T08:00:00Z",
    rules: {
      name: "own:board.example",
      evidence: "made by hand",
      hosts: ["board.example"],
      mark: "article",
      record: "article",
      kind: "comment",
      body: [],
    },
  },
];
export const TAUGHT: PanelView = { ...READ, recipes: RECIPES };
