/** Focus groups, turn by turn: a round is stored before it is answered, and every voice as soon as it has spoken. */
import type { GroupRound, GroupSummary, GroupTalk, GuideTopic, Persona } from "../domain";
import { GROUP_SIZE, Problem } from "../domain";
import type { EarshotDatabase } from "./db";
import { speakerOf } from "./talks";

/** A guide is a plan for an hour or two. */
const GUIDE_LIMIT = 50;

/**
 * @param at ISO 8601
 * @returns the group's id @throws Problem group_size, persona_gone (also for a persona of another subject)
 */
export async function newGroup(
  db: EarshotDatabase,
  { subjectId, personaIds, guide }: { subjectId: string; personaIds: string[]; guide: GuideTopic[] },
  at: string,
): Promise<string> {
  const ids = [...new Set(personaIds)];
  if (ids.length < GROUP_SIZE.fewest || ids.length > GROUP_SIZE.most)
    throw new Problem("group_size", "A focus group has three to eight personas. Choose some more, or fewer.");
  return db.transaction("rw", db.personas, db.groups, async () => {
    const found = await db.personas.bulkGet(ids);
    const personas = found.filter((one): one is Persona => one?.subjectId === subjectId);
    if (personas.length < ids.length)
      throw new Problem("persona_gone", "One of these personas was made anew from more reviews. Choose again.");
    const speakers = personas.map(speakerOf);
    const id = crypto.randomUUID();
    const topics = guide.filter(({ question }) => question.trim()).slice(0, GUIDE_LIMIT);
    await db.groups.put({ id, subjectId, speakers, guide: topics, rounds: [], created: at, updated: at });
    return id;
  });
}

/** @throws Problem group_gone */
export async function groupOf(db: EarshotDatabase, groupId: string): Promise<GroupTalk> {
  const group = await db.groups.get(groupId);
  if (!group) throw new Problem("group_gone", "This focus group was deleted. Begin another one.");
  return group;
}

/** Adds a question; its voices follow by `keepRound`. @throws Problem group_gone */
export async function beginRound(
  db: EarshotDatabase,
  groupId: string,
  { question, asked }: Pick<GroupRound, "question" | "asked">,
): Promise<{ group: GroupTalk; round: GroupRound }> {
  return db.transaction("rw", db.groups, async () => {
    const group = await groupOf(db, groupId);
    const round: GroupRound = { id: crypto.randomUUID(), question, asked, state: "answering", turns: [] };
    group.rounds.push(round);
    const { summary: _, ...rest } = group; // what it came to before is no longer all of it
    await db.groups.put({ ...rest, updated: asked });
    return { group, round };
  });
}

/** Keeps a round as it is now; of a group that was deleted meanwhile nothing is kept. */
export async function keepRound(db: EarshotDatabase, groupId: string, round: GroupRound): Promise<void> {
  await db.transaction("rw", db.groups, async () => {
    const group = await db.groups.get(groupId);
    if (!group) return;
    const rounds = group.rounds.map((one) => (one.id === round.id ? round : one));
    await db.groups.put({ ...group, rounds });
  });
}

/**
 * Adds to the time spent on a topic. Two panels may count the same minutes, so never more is added than has passed since the last time.
 * @param topic place in the guide; one that is not there, and a group that was deleted meanwhile, change nothing
 * @param at ISO 8601
 */
export async function addTime(
  db: EarshotDatabase,
  { groupId, topic, seconds }: { groupId: string; topic: number; seconds: number },
  at: string,
): Promise<void> {
  await db.transaction("rw", db.groups, async () => {
    const group = await db.groups.get(groupId);
    if (!group?.guide[topic]) return;
    const passed = (Date.parse(at) - Date.parse(group.timed ?? group.created)) / 1000;
    const added = Math.min(seconds, passed);
    if (!(added > 0)) return;
    const guide = group.guide.map((one, i) => (i === topic ? { ...one, spent: (one.spent ?? 0) + added } : one));
    await db.groups.put({ ...group, guide, timed: at });
  });
}

/** @throws Problem group_gone */
export async function keepSummary(db: EarshotDatabase, groupId: string, summary: GroupSummary): Promise<void> {
  await db.transaction("rw", db.groups, async () => db.groups.put({ ...(await groupOf(db, groupId)), summary }));
}

export async function deleteGroup(db: EarshotDatabase, groupId: string): Promise<void> {
  await db.groups.delete(groupId);
}

/** @returns the focus groups of a subject, the latest first */
export async function groupsOf(db: EarshotDatabase, subjectId: string): Promise<GroupTalk[]> {
  const groups = await db.groups.where("subjectId").equals(subjectId).toArray();
  return groups.sort((a, b) => b.updated.localeCompare(a.updated));
}
