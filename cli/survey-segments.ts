/** Groups of reviewers as a survey names them: by number, id, kind or a part of the name. */
import { segmentName } from "../lib/ask/phrase";
import { Problem, type Segment } from "../lib/domain";
import type { Phrase } from "../lib/locale";

/**
 * @param names as in the file; `all` stands for every group that was found
 * @throws Problem survey_segment_gone that lists the groups when a name fits none
 */
export function segmentIdsOf(names: readonly string[], segments: readonly Segment[], phrase: Phrase): string[] {
  if (names.includes("all")) return segments.map(({ id }) => id);
  const named = segments.map((one) => ({ one, name: segmentName(one, phrase) }));
  const ids = names.map((wanted) => {
    const needle = wanted.toLowerCase();
    const found =
      named[Number(wanted) - 1] ??
      named.find(({ one }) => one.id === wanted || one.basis.kind === needle) ??
      named.find(({ name }) => name.toLowerCase().includes(needle));
    if (found) return found.one.id;
    const known = named.map(({ name }, i) => `${i + 1} ${name}`).join("; ");
    const there = known ? `There are: ${known}.` : "These reviews are too few for groups.";
    throw new Problem("survey_segment_gone", `No group is called "${wanted}". ${there}`, { name: wanted });
  });
  return [...new Set(ids)];
}
