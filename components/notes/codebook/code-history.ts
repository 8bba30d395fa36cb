import type { Change, Code } from "../../../lib/domain";

/** @returns changes of a code, the latest first, under the names it had before, too. Pure. */
export function historyOf({ name }: Pick<Code, "name">, changes: readonly Change[]): Change[] {
  const names = new Set([name]);
  return changes.filter((change) => {
    if (!change.kind.startsWith("code_") && change.kind !== "judge") return false;
    const isMeant = names.has(change.name) || (change.other !== undefined && names.has(change.other));
    // before this it went by another name
    if (isMeant && change.kind === "code_rename" && !change.undone) names.add(change.name);
    return isMeant;
  });
}
