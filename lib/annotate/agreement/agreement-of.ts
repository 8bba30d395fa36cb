/** Agreement on codes that are given or not given to each unit, for each code and over all. */
import type { Agreement } from "../../domain";
import { type AlphaOutcome, alphaOf, type UnitShare, unitShares } from "./alpha";
import { type BootstrapOptions, bootstrap } from "./bootstrap";
import { confusionOf, kappaOf } from "./kappa";
import type { NominalValue, ReliabilityData, Unsaid } from "./reliability";

/** What a coder gave to one unit; undefined where they did not code it. No code at all is a decision, too. */
export type GivenCodes = ReadonlySet<string> | undefined;

/** Codes given, per coder and unit: coders × units. */
export type CodedUnits = readonly (readonly GivenCodes[])[];

export interface Measured extends Agreement {
  /** Why α and κ are missing, where they are. */
  unsaid?: Unsaid;
}

export interface CodeAgreement extends Measured {
  codeId: string;
  /** The two first coders' units: both gave it, the first alone, the second alone, neither. Only with exactly two coders. */
  both?: number;
  first?: number;
  second?: number;
  neither?: number;
  /** Units to which anybody gave it, among those that could be compared. */
  given: number;
}

export interface CodingAgreement {
  /** In the order of the codes asked for. */
  codes: CodeAgreement[];
  /**
   * All decisions together: each code on each unit is one thing to decide, given or not given, and α, κ and percent are computed over all of
   * them. Resampled are units, with all decisions on them.
   */
  overall: Measured & {
    /** Decisions: units × codes. */
    decisions: number;
    /** Units on which everybody who coded them gave exactly the same codes. */
    alike: number;
  };
  /** Mean of the codes' own values, of those that have one: every code counts alike, however rare. */
  mean: { alpha?: number; kappa?: number; of: number };
}

/** @param codeIds codes that every coder had to decide on */
export function agreementOf(
  coders: CodedUnits,
  codeIds: readonly string[],
  options: BootstrapOptions = {},
): CodingAgreement {
  const data = codeIds.map((codeId) => decisionsOn(coders, codeId));
  const shares = data.map((one) => unitShares(one));
  const codes = codeIds.map((codeId, c): CodeAgreement => {
    const own = shares[c] as UnitShare[];
    const measured = measure(data[c] as ReliabilityData, [own], options);
    return { codeId, ...measured, ...sidesOf(data[c] as ReliabilityData), given: givenIn(own) };
  });
  return { codes, overall: overallOf(data, shares, options), mean: meanOf(codes) };
}

function decisionsOn(coders: CodedUnits, codeId: string): ReliabilityData {
  return coders.map((units) => units.map((given) => given?.has(codeId)));
}

function overallOf(
  data: readonly ReliabilityData[],
  shares: readonly UnitShare[][],
  options: BootstrapOptions,
): CodingAgreement["overall"] {
  const coders = Math.max(0, ...data.map((one) => one.length));
  const pooled = Array.from({ length: coders }, (_, coder) => data.flatMap((one) => one[coder] ?? []));
  const measured = measure(pooled, shares, options);
  const units = comparable(shares[0] ?? []);
  const alike = units.filter((unit) => shares.every((own) => own[unit]?.disagreement === 0)).length;
  return { ...measured, units: units.length, decisions: units.length * data.length, alike };
}

/** @param shares of each code, one a unit: what is resampled together */
function measure(data: ReliabilityData, shares: readonly UnitShare[][], options: BootstrapOptions): Measured {
  const outcome = alphaOf(shares.flat());
  const units = comparable(shares[0] ?? []);
  const measured: Measured = { units: units.length, percent: pairsAlike(shares.flat()) };
  if (outcome.unsaid !== undefined) return { ...measured, unsaid: outcome.unsaid };
  measured.alpha = outcome.alpha;
  if (data.length === 2) measured.kappa = kappaOf(confusionOf(data[0] ?? [], data[1] ?? [])).kappa;
  measured.interval = intervalOf(shares, units, options);
  return measured;
}

/** Resampling adds up what each unit says, so a thousand rounds over hundreds of units take milliseconds. */
function intervalOf(shares: readonly UnitShare[][], units: readonly number[], options: BootstrapOptions) {
  const rows = units.map((unit) => totalsOf(shares.map((own) => own[unit] as UnitShare)));
  return bootstrap(
    rows.length,
    (drawn) => {
      let [given, withheld, disagreement] = [0, 0, 0];
      for (const i of drawn) {
        const row = rows[i] as (typeof rows)[number];
        given += row.given;
        withheld += row.withheld;
        disagreement += row.disagreement;
      }
      return alphaFrom(given, withheld, disagreement).alpha;
    },
    options,
  );
}

function totalsOf(shares: readonly UnitShare[]) {
  const total = (value: NominalValue) => shares.reduce((sum, { counts }) => sum + (counts.get(value) ?? 0), 0);
  const disagreement = shares.reduce((sum, share) => sum + share.disagreement, 0);
  return { given: total(true), withheld: total(false), disagreement };
}

function alphaFrom(given: number, withheld: number, disagreement: number): AlphaOutcome {
  return alphaOf([
    {
      counts: new Map([
        [true, given],
        [false, withheld],
      ]),
      disagreement,
    },
  ]);
}

/** Share of the pairs of coders within units that agree; with two coders the share of units. */
function pairsAlike(shares: readonly UnitShare[]): number | undefined {
  let [alike, pairs] = [0, 0];
  for (const { counts } of shares) {
    const given = (counts.get(true) ?? 0) + (counts.get(false) ?? 0);
    pairs += (given * (given - 1)) / 2;
    for (const count of counts.values()) alike += (count * (count - 1)) / 2;
  }
  return pairs === 0 ? undefined : alike / pairs;
}

function comparable(shares: readonly UnitShare[]): number[] {
  return shares.flatMap(({ counts }, unit) => (counts.size > 0 ? [unit] : []));
}

function givenIn(shares: readonly UnitShare[]): number {
  return shares.filter(({ counts }) => (counts.get(true) ?? 0) > 0).length;
}

function sidesOf(data: ReliabilityData): Partial<CodeAgreement> {
  const [first, second] = data;
  if (data.length !== 2 || !first || !second) return {};
  const count = (a: boolean, b: boolean) =>
    first.reduce((sum: number, value, unit) => sum + (value === a && second[unit] === b ? 1 : 0), 0);
  return {
    both: count(true, true),
    first: count(true, false),
    second: count(false, true),
    neither: count(false, false),
  };
}

function meanOf(codes: readonly CodeAgreement[]): CodingAgreement["mean"] {
  const mean = (values: readonly number[]) =>
    values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
  const alphas = codes.flatMap(({ alpha }) => alpha ?? []);
  return { alpha: mean(alphas), kappa: mean(codes.flatMap(({ kappa }) => kappa ?? [])), of: alphas.length };
}
