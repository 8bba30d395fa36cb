/** How far a group has come with its guide: which topic is being talked about, which was, and which is next. */
import type { GroupTalk, GuideTopic } from "../../domain";

export interface TopicProgress {
  topic: GuideTopic;
  /** In the guide, from 0. */
  place: number;
  /** How often it was put to the group. */
  asked: number;
}

export interface Agenda {
  topics: TopicProgress[];
  /** Place of the topic asked last: questions of one's own after it belong to it. Absent before the first. */
  current?: number;
  /** Place of the first topic after the current one that was not asked, else of the first at all that was not. */
  next?: number;
}

/** @returns topics in the order of the guide; of two with the same words the first counts as asked */
export function agendaOf({ guide, rounds }: Pick<GroupTalk, "guide" | "rounds">): Agenda {
  const placeOf = new Map(guide.map(({ question }, place) => [question.trim(), place] as const).toReversed());
  const asked = rounds.flatMap(({ question }) => placeOf.get(question.trim()) ?? []);
  const topics = guide.map((topic, place) => ({
    topic,
    place,
    asked: asked.filter((one) => one === place).length,
  }));
  const current = asked.at(-1);
  const open = topics.filter((one) => one.asked === 0 && placeOf.get(one.topic.question.trim()) === one.place);
  const next = open.find(({ place }) => place > (current ?? -1)) ?? open[0];
  return { topics, ...(current === undefined ? {} : { current }), ...(next ? { next: next.place } : {}) };
}
