/** What a person decided about a proposal, as rules and as the records they will get. */
import type { FieldName, OwnRules, Proposal } from "./recipe";

export interface Decisions {
  /** Position of the choice taken, by field. */
  choices: ReadonlyMap<FieldName, number>;
  kind: "review" | "comment";
  /** Leave out whatever else is found on the page. */
  alone: boolean;
}

export function proposedDecisions({ fields, rules }: Proposal): Decisions {
  const choices = new Map(fields.map(({ name, proposed }) => [name, proposed]));
  return { choices, kind: rules.kind === "comment" ? "comment" : "review", alone: false };
}

/** @returns the rules of the proposal with the fields as decided */
export function rulesOf({ rules, fields }: Proposal, { choices, kind, alone }: Decisions): OwnRules {
  const chosen = fields.flatMap(({ name, choices: offered, proposed }) => {
    const rule = offered[choices.get(name) ?? proposed]?.rule;
    return rule ? [[name, rule] as const] : [];
  });
  return { ...rules, kind, ...(alone ? { alone } : {}), ...Object.fromEntries(chosen) };
}

/** One sample record with the fields as decided. */
export type Sample = ReadonlyMap<FieldName, string>;

export function samplesOf({ fields, samples }: Proposal, { choices }: Decisions): Sample[] {
  return Array.from({ length: samples }, (_, index) => {
    const said = fields.flatMap(({ name, choices: offered, proposed }) => {
      const value = offered[choices.get(name) ?? proposed]?.values[index];
      return value == null ? [] : [[name, value] as const];
    });
    return new Map(said);
  });
}
