/**
 * Notes of Hypothesis: what its search interface answers (`rows`, https://h.readthedocs.io/en/latest/api-reference/) and what its client exports
 * (`annotations`). Answers to a note are added to it, notes on a page as a whole become memos.
 */
import { Problem } from "../../domain";
import { Gathering, type Read } from "./gathering";
import { readSelectors } from "./read-selectors";
import { fieldsOf, listOf, plainText, textOf, timeOf } from "./reading";

const MOST = 100_000;

export function isHypothesis(value: unknown): boolean {
  const [first] = entriesOf(value);
  const fields = fieldsOf(first);
  return typeof fields.uri === "string" && (Array.isArray(fields.target) || typeof fields.user === "string");
}

/**
 * @param value parsed JSON
 * @param now ISO 8601, for notes that say no time
 * @throws Problem notebook_file_empty when nothing in it can be kept
 */
export function fromHypothesis(value: unknown, name: string, now: string): Read {
  const gathering = new Gathering(name, now);
  const entries = entriesOf(value).slice(0, MOST).map(fieldsOf);
  // answers come after what they answer
  const replies = entries.filter((entry) => listOf(entry.references).length > 0);
  for (const entry of entries.filter((one) => !replies.includes(one))) addNote(entry, gathering, now);
  for (const reply of replies) addReply(reply, gathering);
  if (gathering.empty) {
    const words = `There is nothing in ${name} that can be brought: no code, no note, no memo.`;
    throw new Problem("notebook_file_empty", words, { name });
  }
  return gathering.read();
}

function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { rows, annotations } = fieldsOf(value);
  return listOf(rows ?? annotations);
}

function addNote(entry: ReturnType<typeof fieldsOf>, gathering: Gathering, now: string): void {
  const source = textOf(entry.uri, 4_000);
  if (!source) {
    gathering.warn("entry_unreadable", textOf(entry.id, 80));
    return;
  }
  const created = timeOf(entry.created, now);
  gathering.add({
    id: textOf(entry.id, 120),
    source,
    title: textOf(listOf(fieldsOf(entry.document).title)[0], 300),
    selectors: listOf(entry.target).flatMap((target) => readSelectors(fieldsOf(target).selector)),
    note: plainText(textOf(entry.text)),
    tags: listOf(entry.tags)
      .map((tag) => textOf(tag, 60))
      .filter(Boolean),
    codeNames: [],
    coder: userOf(entry),
    created,
    updated: timeOf(entry.updated, created),
  });
}

function addReply(entry: ReturnType<typeof fieldsOf>, gathering: Gathering): void {
  const note = gathering.noteOf(textOf(listOf(entry.references)[0], 120));
  const text = plainText(textOf(entry.text));
  if (!note || !text) {
    gathering.warn("target_unknown", text.slice(0, 80) || textOf(entry.id, 80));
    return;
  }
  note.note = [note.note, `${userOf(entry).name}: ${text}`].filter(Boolean).join("\n\n");
}

/** `acct:name@hypothes.is`, and the name to be shown where there is one. */
function userOf(entry: ReturnType<typeof fieldsOf>) {
  const id = textOf(entry.user, 200);
  const shown = textOf(fieldsOf(entry.user_info).display_name, 120);
  return { id, name: shown || id.replace(/^acct:/, "").replace(/@.*$/, ""), machine: false };
}
