import { describe, expect, test } from "vitest";
import { arrangePersonas } from "../../../../lib/ask/persona/by-hand";
import { applyEdits, copyOfPersona, describedPersona, hasLine, withoutEdits } from "../../../../lib/ask/persona/edits";
import { personaCard, personaName } from "../../../../lib/ask/persona/phrase";
import type { EvidenceLine } from "../../../../lib/domain";
import { personaWith, segmentOf } from "../../../fixtures/ask/made";

const line = (id: string, topic: string, supporters = 2): EvidenceLine => ({ id, topic, supporters, quotes: [] });
const card = personaWith({
  likes: [line("likes:a", "sound", 5), line("likes:b", "fit", 3)],
  wishes: [line("wishes:c", "longer cable")],
});
const phrase = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  [key, ...Object.values(values)].join(" ");

describe("changes of a card", () => {
  test("name, word, take off and note what a person wants, and leave the card given as it was", () => {
    const changed = applyEdits(card, [
      { kind: "name", name: " Commuters " },
      { kind: "word", lineId: "likes:a", text: "Rich bass" },
      { kind: "hide", lineId: "likes:b", hidden: true },
      { kind: "note", text: "Ask them first" },
    ]);
    expect(changed).toMatchObject({ name: "Commuters", note: "Ask them first" });
    expect(changed.likes).toEqual([{ ...line("likes:a", "sound", 5), text: "Rich bass" }]);
    expect(changed.hidden).toEqual([{ part: "likes", line: line("likes:b", "fit", 3) }]);
    expect(card.likes).toHaveLength(2);
    expect(withoutEdits(changed)).toEqual(card);
  });

  test("give back the reviewers' own words, a line taken off, and a name", () => {
    const changed = applyEdits(card, [
      { kind: "word", lineId: "likes:a", text: "Rich bass" },
      { kind: "word", lineId: "likes:a", text: "" },
      { kind: "hide", lineId: "likes:b", hidden: true },
      { kind: "hide", lineId: "likes:b", hidden: false },
      { kind: "name", name: "Commuters" },
      { kind: "name", name: " " },
    ]);
    expect(changed).toEqual(card);
  });

  test("wait while their line is not on the card", () => {
    const edits = [{ kind: "word", lineId: "likes:a", text: "Rich bass" }] as const;
    const without = { ...card, likes: [] };
    expect(applyEdits(without, edits)).toEqual(without);
    expect(hasLine(without, "likes:a")).toBe(false);
    expect(applyEdits(card, edits).likes[0]?.text).toBe("Rich bass");
  });

  test("stand on the card as the person's own wording, and lines taken off can be found", () => {
    const changed = applyEdits(card, [
      { kind: "word", lineId: "likes:a", text: "Rich bass" },
      { kind: "hide", lineId: "likes:b", hidden: true },
    ]);
    const words = personaCard(changed, phrase);
    expect(words.parts[0]?.lines[0]?.text).toContain("ask_persona_own");
    expect(words.hidden.map(({ id, part }) => [id, part])).toEqual([["likes:b", "likes"]]);
  });
});

describe("personas made by hand", () => {
  test("follow what they were copied from when reviews are added, each with its own changes", () => {
    const copy = copyOfPersona(card, "copy", card.id);
    const grown = { ...card, reviewIds: ["r1", "r2"], likes: [line("likes:a", "sound", 9)] };
    const [own, followed] = arrangePersonas([grown], [copy], new Map([["copy", [{ kind: "note", text: "mine" }]]]));
    expect(own).toEqual(grown);
    expect(followed).toEqual({ ...grown, id: "copy", copyOf: card.id, byHand: true, note: "mine" });
  });

  test("stay as they are when their group is no more, and so do descriptions", () => {
    const copy = copyOfPersona(card, "copy", card.id);
    const nurse = describedPersona("subject", "nurse", " a nurse on night shifts ", "2026-01-01T00:00:00Z");
    const other = personaWith({ id: "other", segment: segmentOf({ id: "elsewhere" }) });
    expect(arrangePersonas([other], [copy, nurse], new Map())).toEqual([other, copy, nurse]);
  });

  test("from a description have no reviewers and no lines, and say that they are not grounded", () => {
    const nurse = describedPersona("subject", "nurse", `${"a nurse ".repeat(100)}`, "2026-01-01T00:00:00Z");
    expect(nurse.description).toHaveLength(500);
    const words = personaCard(nurse, phrase);
    expect(words).toMatchObject({ ungrounded: "ask_persona_ungrounded", parts: [], facts: [], gaps: [] });
    expect(words.size).toBe("ask_persona_size 0");
    expect(personaName(copyOfPersona(card, "copy", card.id), phrase)).toContain("ask_persona_copy");
  });
});
