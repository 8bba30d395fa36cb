/** What is said of a round to whoever listens: who is waited for, who has answered, where all stand. */
import { speakerName } from "../../../lib/ask/speaker";
import type { GroupRound, Speaker } from "../../../lib/domain";
import type { Phrase } from "../../../lib/locale";
import { type Awaited, spokenAnswer } from "../use-told";

/** @returns the voices, each awaited until it has answered, then the round itself */
export function awaitedOf(round: GroupRound, speakers: readonly Speaker[], phrase: Phrase): Awaited[] {
  const { id, state, turns, split } = round;
  const voices = speakers.map((speaker): Awaited => {
    const answer = turns.find(({ personaId }) => personaId === speaker.personaId)?.answer;
    const said = () => (answer ? `${speakerName(speaker, phrase)}: ${spokenAnswer(answer, phrase)}` : "");
    return { id: `${id} ${speaker.personaId}`, done: answer !== undefined || state !== "answering", said };
  });
  const stand = () =>
    split
      ? `${phrase("focusSplitVoices")} ${phrase("focusStanding", { ...split.voices })}. ${phrase("focusSplitReviewers")} ${phrase("focusStanding", { ...split.reviewers })}.`
      : "";
  return [...voices, { id, done: state !== "answering", said: stand }];
}

/** @returns who of a round that is being answered is waited for */
export function roundWaits({ turns, split }: GroupRound, speakers: readonly Speaker[], phrase: Phrase): string {
  if (turns.length < speakers.length && !split)
    return phrase("focusSpeaking", { n: turns.length + 1, of: speakers.length });
  return phrase("focusHearing");
}
