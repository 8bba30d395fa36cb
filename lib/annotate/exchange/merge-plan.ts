/** What bringing a notebook would do, told before anything is done. */
import {
  type Memo,
  type MergeConflict,
  type MergePlan,
  type Notebook,
  type NotebookAnnotation,
  type NotebookCode,
  type NotebookFormat,
  type NotebookWarning,
  Problem,
} from "../../domain";
import { cycleIn } from "../codebook/tree";
import { annotationFinder, contentKey, type Matched, matchCodes, matchDocuments } from "./match";

/** @throws Problem code_cycle when a code of theirs is a part of itself */
export function mergePlan(
  mine: Notebook,
  theirs: Notebook,
  format: NotebookFormat,
  warnings: readonly NotebookWarning[],
): MergePlan {
  expectTree(theirs.codes);
  const codes = matchCodes(mine.codes, theirs.codes);
  const documents = matchDocuments(mine.documents, theirs.documents);
  const parts = [
    codesPlan(mine.codes, theirs.codes, codes),
    annotationsPlan(mine, theirs, codes, documents),
    memosPlan(mine.memos, theirs.memos),
  ] as const;
  const [code, annotation, memo] = parts;
  const coders = new Set(mine.coders.map(({ id }) => id));
  return {
    title: theirs.title,
    format,
    fresh: {
      codes: code.fresh,
      annotations: annotation.fresh,
      memos: memo.fresh,
      coders: theirs.coders.filter(({ id }) => !coders.has(id)).length,
      documents: theirs.documents.filter(({ id }) => !documents.has(id)).length,
    },
    same: parts.reduce((sum, { same }) => sum + same, 0),
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
    warnings: [...warnings],
  };
}

/** @throws Problem code_cycle */
export function expectTree(codes: readonly NotebookCode[]): void {
  const bad = cycleIn(codes);
  if (!bad) return;
  const other = codes.find(({ id }) => id === bad.parentId)?.name ?? bad.name;
  const words = `${bad.name} cannot become a part of ${other}: it would be a part of itself. Choose another place.`;
  throw new Problem("code_cycle", words, { name: bad.name, other });
}

interface PartPlan {
  fresh: number;
  same: number;
  conflicts: MergeConflict[];
}

type Field = [field: string, mine: string, theirs: string];

function planOf<T>(
  theirs: readonly T[],
  mineOf: (one: T) => T | undefined,
  told: (mine: T) => Pick<MergeConflict, "id" | "what" | "name">,
  fieldsOf: (mine: T, theirs: T) => Field[],
): PartPlan {
  const plan: PartPlan = { fresh: 0, same: 0, conflicts: [] };
  for (const one of theirs) {
    const mine = mineOf(one);
    const fields = mine && fieldsOf(mine, one).filter(([, a, b]) => a !== b);
    if (!mine || !fields) plan.fresh += 1;
    else if (fields.length === 0) plan.same += 1;
    else
      plan.conflicts.push({
        ...told(mine),
        fields: fields.map(([field, a, b]) => ({ field, mine: a, theirs: b })),
      });
  }
  return plan;
}

function codesPlan(mine: readonly NotebookCode[], theirs: readonly NotebookCode[], codes: Matched): PartPlan {
  const byId = new Map(mine.map((code) => [code.id, code]));
  const told = ({ id, name }: NotebookCode) => ({ id, name, what: "code" as const });
  return planOf(theirs, ({ id }) => byId.get(codes.get(id) ?? ""), told, codeFields);
}

/** What a file says nothing about is no conflict. */
export function codeFields(mine: NotebookCode, theirs: NotebookCode): Field[] {
  const given: [string, string | undefined, string | undefined][] = [
    ["name", mine.name, theirs.name],
    ["description", mine.description, theirs.description || undefined],
    ["include", mine.include?.join("\n"), theirs.include?.join("\n") || undefined],
    ["exclude", mine.exclude?.join("\n"), theirs.exclude?.join("\n") || undefined],
  ];
  return given.flatMap(([field, a = "", b]): Field[] => (b === undefined ? [] : [[field, a, b]]));
}

function annotationsPlan(mine: Notebook, theirs: Notebook, codes: Matched, documents: Matched): PartPlan {
  const find = annotationFinder(mine, codes, documents);
  const told = ({ id, text }: NotebookAnnotation) => ({ id, name: text, what: "annotation" as const });
  const names = new Map([...theirs.codes, ...mine.codes].map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(codes.get(id) ?? id) ?? id;
  return planOf(theirs.annotations, find, told, (a, b) => annotationFields(a, b, codes, nameOf));
}

export function annotationFields(
  mine: NotebookAnnotation,
  theirs: NotebookAnnotation,
  codes: Matched,
  nameOf: (codeId: string) => string,
): Field[] {
  if (contentKey(mine, codes) === contentKey(theirs, codes)) return [];
  const named = ({ codeIds }: NotebookAnnotation) => codeIds.map(nameOf).sort().join(", ");
  return [
    ["note", mine.note, theirs.note],
    ["codes", named(mine), named(theirs)],
    ["tags", mine.tags.toSorted().join(", "), theirs.tags.toSorted().join(", ")],
  ];
}

function memosPlan(mine: readonly Memo[], theirs: readonly Memo[]): PartPlan {
  const byId = new Map(mine.map((memo) => [memo.id, memo]));
  const told = ({ id, title, text }: Memo) => ({ id, name: title || text.slice(0, 80), what: "memo" as const });
  return planOf(theirs, ({ id }) => byId.get(id), told, memoFields);
}

export function memoFields(mine: Memo, theirs: Memo): Field[] {
  return [
    ["title", mine.title, theirs.title],
    ["text", mine.text, theirs.text],
  ];
}
