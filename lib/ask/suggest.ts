/** Questions worth asking a persona, from what its reviewers really talk about. */
import type { Persona } from "../domain";
import type { Phrase } from "../locale";

const SUGGESTIONS = 4;

/** @returns three or four questions in the interface language, each of which these reviewers can answer or honestly decline */
export function suggestQuestions(persona: Persona, phrase: Phrase): string[] {
  const [worst] = persona.dislikes;
  const [best, second] = persona.likes.filter(({ topic }) => topic !== worst?.topic);
  const topic = (label: string) => ({ topic: phrase("ask_topic", { topic: label }) });
  const questions = [
    ...(worst ? [phrase("ask_suggest_complaint", topic(worst.topic))] : []),
    ...(best ? [phrase("ask_suggest_praise", topic(best.topic))] : []),
    ...(worst ? [phrase("ask_suggest_improve")] : []),
    phrase("ask_suggest_overall"),
    phrase("ask_suggest_again"),
    ...(second ? [phrase("ask_suggest_topic", topic(second.topic))] : []),
  ];
  return [...new Set(questions)].slice(0, SUGGESTIONS);
}
