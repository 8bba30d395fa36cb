/** A discussion guide to begin with: from the general to the particular, as moderators do, over what reviewers really speak of. */
import type { GuideTopic, Persona, Theme } from "../../domain";
import type { Phrase } from "../../locale";

const THEMES = 3;
const MINUTES = { opening: 5, topic: 10, closing: 5 };

/**
 * @param personas who take part: what divides them is asked first
 * @returns two questions at least (without themes: the opening and the closing one), each with planned minutes
 */
export function suggestGuide(personas: readonly Persona[], themes: readonly Theme[], phrase: Phrase): GuideTopic[] {
  const topical = themes.filter(({ rest, general, parentId }) => !rest && !general && parentId === undefined);
  const ranked = [...topical].sort(
    (a, b) => division(b, personas) - division(a, personas) || b.size - a.size || (a.id < b.id ? -1 : 1),
  );
  return [
    { question: phrase("ask_suggest_overall"), minutes: MINUTES.opening },
    ...ranked.slice(0, THEMES).map(({ label }) => ({
      question: phrase("ask_suggest_topic", { topic: phrase("ask_topic", { topic: label }) }),
      minutes: MINUTES.topic,
    })),
    { question: phrase("ask_suggest_improve"), minutes: MINUTES.closing },
  ];
}

/** Two when some of them like what others dislike, one when anyone names it, else zero. */
function division({ label }: Theme, personas: readonly Persona[]): number {
  const named = (part: "likes" | "dislikes") => personas.some((one) => one[part].some(({ topic }) => topic === label));
  return Number(named("likes")) + Number(named("dislikes"));
}
