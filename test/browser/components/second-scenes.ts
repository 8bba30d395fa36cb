/** A sample of the written kettle reviews, coded by a person and by the machine. */
import type { PanelView } from "../../../components/view";
import type { Annotation, Code, MachineCoding, QuotedText, SecondCoding } from "../../../lib/domain";
import { DANGER, NOISE } from "./code-scenes";
import { READ } from "./scenes";

const AT = "2026-05-10T08:00:00Z";
const { evidence } = READ;

export const LOUD_CODE: Code = { ...NOISE, shortcut: "l" };

export const UNITS: QuotedText[] = evidence.reviews
  .flatMap(({ id, body }) =>
    (evidence.statements.get(id) ?? []).map(({ start, end }) => {
      return { reviewId: id, start, end, text: body.slice(start, end) };
    }),
  )
  .slice(0, 24);

/** Just drawn; nothing coded yet. */
export const DRAWN: SecondCoding = {
  id: "sample",
  subjectId: "s",
  unit: "sentence",
  sample: { method: "stratified", size: UNITS.length, seed: 7 },
  of: 109,
  codes: [LOUD_CODE, DANGER].map(({ id, name, description }) => ({ id, name, description })),
  units: UNITS,
  human: [],
  coderId: "me",
  machine: [],
  adjudicated: [],
  created: AT,
};

export const allCoded = (coding: SecondCoding): SecondCoding => ({
  ...coding,
  human: UNITS.map((_, unit) => ({ unit, codeIds: unit % 4 === 0 ? ["noise"] : [], at: AT })),
});

function run(basis: MachineCoding["basis"], gives: (unit: number) => string[]): MachineCoding {
  const codings = UNITS.map((_, unit) => {
    const codeIds = gives(unit);
    return { unit, codeIds, chances: ["noise", "danger"].map((id) => (codeIds.includes(id) ? 0.81 : 0.12)), at: AT };
  });
  const examples = [
    { codeId: "noise", yes: basis === "examples" ? 6 : 0, no: 0 },
    { codeId: "danger", yes: 0, no: 0 },
  ];
  return { basis, model: "made-up encoder int8, heads 7", codings, examples, made: AT };
}

/** Person and machine differ in three places, in one from examples. */
export const REVEALED: SecondCoding = {
  ...allCoded(DRAWN),
  revealed: "2026-05-10T09:00:00Z",
  machine: [
    run("definition", (unit) => (unit === 8 ? [] : unit % 4 === 0 || unit === 1 || unit === 3 ? ["noise"] : [])),
    run("examples", (unit) => (unit % 4 === 0 || unit === 1 ? ["noise"] : [])),
  ],
};

const note = (coderId: string, unit: number, codeIds: string[]): Annotation => {
  const { text, ...review } = UNITS[unit] as QuotedText;
  const created = `2026-05-10T08:${String(unit).padStart(2, "0")}:00Z`;
  return {
    id: `${coderId} ${unit}`,
    coderId,
    subjectId: "s",
    review,
    text,
    note: "",
    codeIds,
    tags: [],
    created,
    updated: created,
  };
};

const COLLEAGUE = "Ines";

export function withSamples(...secondCodings: SecondCoding[]): PanelView {
  return { ...READ, codes: [DANGER, LOUD_CODE], notebook: { ...READ.notebook, secondCodings } };
}

/** Two people's annotations of the same reviews. */
export const TWO_PEOPLE: PanelView = {
  ...withSamples(),
  notebook: {
    ...READ.notebook,
    coders: [
      { id: "me", name: "", kind: "person", own: true },
      { id: "she", name: COLLEAGUE, kind: "person" },
    ],
    annotations: [
      ...UNITS.flatMap((_, unit) => (unit % 3 === 0 ? note("me", unit, [unit % 2 ? "danger" : "noise"]) : [])),
      ...UNITS.flatMap((_, unit) =>
        unit % 3 === 0 && unit < 16 ? note("she", unit, [unit === 6 ? "danger" : "noise"]) : [],
      ),
    ],
  },
};
