/** Rules that came from outside: only what is known is taken over, and every selector must be one. */
import type { FieldRule, SiteRules } from "../site";
import type { OwnRules } from "./recipe";

export interface RuleProblem {
  what: "no_rules" | "no_host" | "missing" | "unknown" | "not_text" | "not_steps" | "too_long" | "selector";
  field?: string;
  value?: string;
}

export interface CheckedRules {
  /** Undefined when what is left would read nothing. */
  rules?: OwnRules;
  problems: RuleProblem[];
}

const LONGEST = 500;
const MOST_STEPS = 20;
const STEP = /^(\^?)(.*?)(?:@([*.]|[\w-]+)(?:#([\w-]+))?)?$/;
/** `example.org`, `localhost`, an address of four numbers, and "" for local files. */
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})){0,10})?$/u;

const RULES = [
  "body",
  "title",
  "author",
  "date",
  "rating",
  "helpful",
  "verified",
  "variant",
  "location",
  "language",
  "id",
  "replyTo",
  "depth",
] as const satisfies readonly (keyof SiteRules)[];
const SELECTORS = ["mark", "record", "omit", "stars", "photos"] as const satisfies readonly (keyof SiteRules)[];
const OTHERS = ["name", "evidence", "hosts", "kind", "ratingScale", "alone", "reply", "more"];

/** @param given what a file holds, objects as maps */
export function checkRules(given: unknown, isSelector: (selector: string) => boolean): CheckedRules {
  const check = new Check(isSelector);
  if (!(given instanceof Map)) return { problems: [{ what: "no_rules" }] };
  const host = hostIn(given.get("hosts"));
  const record = check.selector("record", given.get("record"));
  if (host === undefined) check.problems.push({ what: "no_host", value: shown(given.get("hosts")) });
  if (given.get("record") === undefined) check.problems.push({ what: "missing", field: "record" });
  for (const key of given.keys())
    if (![...RULES, ...SELECTORS, ...OTHERS].includes(String(key)))
      check.problems.push({ what: "unknown", field: shown(key) });
  if (host === undefined || record === undefined) return { problems: check.problems };
  const rules: OwnRules = {
    name: `own:${host}`,
    evidence: text(given.get("evidence")) ?? "made by hand",
    hosts: [host],
    mark: check.selector("mark", given.get("mark") ?? record) ?? record,
    record,
    kind: given.get("kind") === "comment" ? "comment" : "review",
    body: check.steps("body", given.get("body")) ?? [],
    ...check.fields(given),
  };
  return { rules, problems: check.problems };
}

class Check {
  readonly problems: RuleProblem[] = [];
  #isSelector: (selector: string) => boolean;

  constructor(isSelector: (selector: string) => boolean) {
    this.#isSelector = isSelector;
  }

  fields(given: Map<unknown, unknown>): Partial<OwnRules> {
    const found: [string, unknown][] = [];
    for (const name of RULES) if (name !== "body") found.push([name, this.steps(name, given.get(name))]);
    for (const name of ["omit", "stars", "photos"] as const) found.push([name, this.selector(name, given.get(name))]);
    const scale = given.get("ratingScale");
    found.push(["ratingScale", typeof scale === "number" && scale > 0 && scale <= 100 ? scale : undefined]);
    found.push(["alone", given.get("alone") === true || undefined]);
    found.push(["reply", this.#reply(given.get("reply"))], ["more", this.#more(given.get("more"))]);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  }

  /** @returns undefined when there is none, or none that can be used */
  selector(field: string, value: unknown): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== "string" || !value.trim()) return this.#refuse("not_text", field, value);
    if (value.length > LONGEST) return this.#refuse("too_long", field, value);
    return this.#isSelector(value) ? value : this.#refuse("selector", field, value);
  }

  steps(field: string, value: unknown): FieldRule | undefined {
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || value.length > MOST_STEPS) return this.#refuse("not_steps", field, value);
    const steps = value.filter((step: unknown): step is string => this.#isStep(field, step));
    return steps.length > 0 || value.length === 0 ? steps : undefined;
  }

  #isStep(field: string, step: unknown): boolean {
    if (typeof step !== "string") this.#refuse("not_text", field, step);
    else if (step.length > LONGEST) this.#refuse("too_long", field, step);
    else {
      const selector = step.match(STEP)?.[2]?.trim() ?? "";
      if (!selector || this.#isSelector(selector)) return true;
      this.#refuse("selector", field, step);
    }
    return false;
  }

  #reply(given: unknown): SiteRules["reply"] {
    if (!(given instanceof Map)) return undefined;
    const record = this.selector("reply.record", given.get("record"));
    const body = this.steps("reply.body", given.get("body"));
    if (!record || !body) return undefined;
    const author = this.steps("reply.author", given.get("author"));
    const date = this.steps("reply.date", given.get("date"));
    return { record, body, ...(author ? { author } : {}), ...(date ? { date } : {}) };
  }

  #more(given: unknown): SiteRules["more"] {
    if (!(given instanceof Map)) return undefined;
    const nextPage = this.steps("more.nextPage", given.get("nextPage"));
    const button = this.selector("more.button", given.get("button"));
    const expander = this.selector("more.expander", given.get("expander"));
    return { ...(nextPage ? { nextPage } : {}), ...(button ? { button } : {}), ...(expander ? { expander } : {}) };
  }

  #refuse(what: RuleProblem["what"], field: string, value: unknown): undefined {
    this.problems.push({ what, field, value: shown(value) });
  }
}

function hostIn(hosts: unknown): string | undefined {
  const [host] = Array.isArray(hosts) ? hosts : [];
  const name = typeof host === "string" ? host.toLowerCase().replace(/^www\./, "") : undefined;
  return name !== undefined && name.length <= 253 && HOST.test(name) ? name : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() ? value.trim().slice(0, LONGEST) : undefined;
}

/** A value as it stands in a sentence. */
function shown(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 80);
}
