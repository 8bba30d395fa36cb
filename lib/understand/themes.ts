/** What several reviewers talk about: sentences about one matter, over languages, with names, figures and verbatim quotes, in two levels. */
import type { Quote, Sentence, Theme, ThemeEdit } from "../domain";
import { NO_TERM } from "./anchors";
import { dot } from "./centres";
import { display, nameGiven, nameParts, nameTheme, shareSaying } from "./labels";
import { chooseQuotes } from "./quotes";
import { describeThemes, type ThemeWords } from "./theme-describe";
import { editThemes, type Home, type PlannedTheme, type ThemePlan } from "./theme-edits";
import { overallName, restName } from "./theme-general";
import { modelOf, type ThemeModel } from "./theme-growth";
import { freshId } from "./theme-identity";
import { findLevels, type Level, type NamedLevel, type NamedPart } from "./theme-levels";
import { evenly, gatherMaterial, type Material, type ThemeInput } from "./theme-material";
import { meanOf, normalise } from "./vectors";

type Known = Pick<Theme, "id" | "label" | "madeLabel">;

export interface DiscoverInput extends ThemeInput {
  /** Themes of the last run; their sentences still carry `found`. Themes that live on keep id and name. */
  previous?: readonly Known[];
  /** Changes by hand, oldest first. Themes they speak of are held as they were. */
  edits?: readonly ThemeEdit[];
  /** Holds every theme that was found before: nothing but the edits and the new sentences changes. */
  keep?: boolean;
}

export interface ThemeResult {
  /** First level by number of reviews with the rest last, then the parts (`parentId`). */
  themes: Theme[];
  /** Sentence id to the id of its theme of the first level. Sentences of advertising, repeats and the like are absent. */
  assignments: Map<string, string>;
  /** The same with parts. */
  homes: Map<string, Home>;
  /** Homes before the changes by hand: to be kept with the sentences (`Sentence.found`) for the next run. */
  found: Map<string, Home>;
  /** For `growThemes`. */
  model: ThemeModel;
}

/**
 * Deterministic: nothing is left to chance, the same input gives the same themes. Every sentence of a usable review gets a theme of the
 * first level, the named rest included, as soon as there is any theme; parts are there where several reviewers say the same.
 */
export function discoverThemes(input: DiscoverInput): ThemeResult {
  const { previous = [], edits = [], keep = false } = input;
  const material = gatherMaterial(input);
  const levels = findLevels(material, { edits, keep });
  const named = nameLevels(levels, material, previous);
  const plan = planOf(named, material);
  const edited = editThemes(plan, edits);
  const labels = new Map(
    named.flatMap(({ id, label, parts }) => [{ id, label }, ...parts]).map((one) => [one.id, one.label]),
  );
  const teller = new Teller(material, labels, named);
  const themes = describeThemes(edited, material.sentences, input.reviews, (theme, own) => teller.tell(theme, own));
  const assignments = new Map([...edited.homes].map(([id, { themeId }]) => [id, themeId]));
  return { themes, assignments, homes: edited.homes, found: plan.homes, model: modelOf(named, plan, material) };
}

function nameLevels(levels: readonly Level[], material: Material, previous: readonly Known[]): NamedLevel[] {
  const before = new Map(previous.map((theme) => [theme.id, theme]));
  const subjectId = material.sentences[0]?.subjectId ?? "";
  const taken = new Set(levels.flatMap((level) => [level, ...level.parts].flatMap(({ id }) => id ?? [])));
  const used = new Set<string>();
  const labels = levels.map((level) => distinctLabel(levelLabel(level, material, before), used));
  return levels.map((level, k): NamedLevel => {
    const label = labels[k] as string;
    const id = level.id ?? freshId(subjectId, label, taken);
    const names = nameParts(
      level.parts.map(({ members }) => members),
      { label },
      material,
      labels,
    );
    return {
      ...level,
      id,
      label,
      parts: namedParts(level, names, (name) => freshId(subjectId, `${id}/${name}`, taken), before),
    };
  });
}

/** A name from the first few reviews stays while this share of the theme's sentences says it: two of three may be two of thirty later. */
const STILL_SAID = 0.2;

function levelLabel(level: Level, material: Material, before: ReadonlyMap<string, Known>): readonly string[] {
  if (level.kind === "general") return [overallName(material.language)];
  if (level.kind === "rest") return [restName(material.language)];
  const known = before.get(level.id ?? "");
  const old = known?.madeLabel ?? known?.label;
  if (old !== undefined && level.anchor.held) return [old];
  const { label, keywords } = nameTheme(level.anchor, level.members, material);
  const related =
    old !== undefined &&
    (old.toLowerCase().includes(label.toLowerCase()) ||
      (keywords.includes(old.toLowerCase()) && shareSaying(old, level.members, material) >= STILL_SAID));
  return related ? [old] : [label, ...keywords.slice(1)];
}

/** Two themes of one name are told apart by their next word. */
function distinctLabel([label = "", ...others]: readonly string[], used: Set<string>): string {
  const choices = [label, ...others.map((word) => `${label} · ${word}`)];
  const free = choices.find((choice) => !used.has(choice.toLowerCase())) ?? label;
  used.add(free.toLowerCase());
  return free;
}

function namedParts(
  level: Level,
  names: readonly ({ label: string } | undefined)[],
  newId: (label: string) => string,
  before: ReadonlyMap<string, Known>,
): NamedPart[] {
  const used = new Set<string>();
  return level.parts.flatMap((part, k): NamedPart[] => {
    const known = before.get(part.id ?? "");
    const label = known?.madeLabel ?? known?.label ?? names[k]?.label;
    if (label === undefined || used.has(label.toLowerCase())) return []; // nothing names it: its sentences stay in the theme
    used.add(label.toLowerCase());
    return [{ ...part, label, id: part.id ?? newId(label) }];
  });
}

function planOf(levels: readonly NamedLevel[], { sentences }: Material): ThemePlan {
  const homes = new Map<string, Home>();
  const themes: PlannedTheme[] = [];
  for (const { id, kind, members, parts } of levels) {
    themes.push({ id, kind });
    for (const i of members) homes.set(sentences[i]?.id ?? "", { themeId: id });
    for (const part of parts) {
      themes.push({ id: part.id, kind: "matter", parentId: id });
      for (const i of part.members) homes.set(sentences[i]?.id ?? "", { themeId: id, subthemeId: part.id });
    }
  }
  return { themes, homes };
}

const ENOUGH_TO_QUOTE = 500;

/** Finds keywords and quotes for themes as they are after the edits. */
class Teller {
  private readonly places: Map<string, number>;
  private readonly anchors: Map<string, Level["anchor"]>;

  constructor(
    private readonly material: Material,
    private readonly labels: ReadonlyMap<string, string>,
    levels: readonly NamedLevel[],
  ) {
    this.places = new Map(material.sentences.map(({ id }, i) => [id, i]));
    this.anchors = new Map(levels.map(({ id, anchor }) => [id, anchor]));
  }

  tell(theme: PlannedTheme, sentences: readonly Sentence[]): ThemeWords {
    const all = sentences.map(({ id }) => this.places.get(id) ?? -1).filter((i) => i >= 0);
    const members = evenly(all, ENOUGH_TO_QUOTE);
    const made = this.labels.get(theme.id) ?? "";
    const label = theme.label ?? made;
    const { keywords } = nameGiven(label, members, this.material);
    const quotes = this.quotesOf(members, theme, keywords);
    return { label, keywords, quotes, ...(label === made ? {} : { madeLabel: made }) };
  }

  /** Typical sentences that say the theme's words and feel as most of the theme does. */
  private quotesOf(members: readonly number[], theme: PlannedTheme, keywords: readonly string[]): Quote[] {
    const { sentences, texts, vectors, index, reviews } = this.material;
    const centre = normalise(meanOf(members.map((i) => vectors[i] as Float32Array)) ?? new Float32Array());
    const score = members.reduce((sum, i) => sum + (sentences[i]?.sentiment.score ?? 0), 0);
    const anchor = this.anchors.get(theme.id);
    const candidates = members.map((i) => {
      const sentence = sentences[i] as Sentence;
      const said = index.bySentence[i] ?? [];
      const named = said.some((key) => keywords.includes(display(index.terms.get(key) ?? NO_TERM).toLowerCase()));
      const says = anchor && said.includes(anchor.lead.key) ? 0.25 : named ? 0.15 : 0;
      const agrees = 0.12 * sentence.sentiment.score * Math.sign(score);
      return { sentence, text: texts[i] ?? "", weight: dot(vectors[i] as Float32Array, centre) + says + agrees };
    });
    return chooseQuotes(candidates, reviews);
  }
}
