/** Groups of reviewers who say that they share a situation: for whom, where, when they use it. Only what they wrote themselves. */
import type { Sentence } from "../../domain";
import { stemOf } from "../words";
import { type Crowd, wordsOf } from "./crowd";
import { cueLanguagesOf, firstCue } from "./cue-languages";
import { NO_SITUATION, OPEN_CUES, SITUATIONS } from "./situation-cues";
import { groupMentions, type Mention, type SpokenGroup, tidy } from "./spoken";

/** @returns situations, most frequent first; a review may be in several. Keys are a concept's name or the stem of an open noun */
export function findSituations(crowd: Crowd): SpokenGroup[] {
  return groupMentions(
    crowd.sentences.flatMap((sentence) => situationsIn(sentence, crowd)),
    crowd,
  );
}

function situationsIn(sentence: Sentence, crowd: Crowd): Mention[] {
  const text = wordsOf(sentence, crowd);
  const languages = cueLanguagesOf(text, sentence.language);
  const listed = SITUATIONS.flatMap(({ id, patterns }) => {
    const match = firstCue(patterns, text, languages);
    return match ? [{ key: id, wording: tidy(match[0]), sentence }] : [];
  });
  const cues = languages.flatMap((language) => OPEN_CUES.get(language) ?? []);
  const open = cues
    .flatMap((cue) => [...text.matchAll(cue)])
    .flatMap((match) => {
      const noun = match[1]?.toLowerCase().split(" ").at(-1) ?? "";
      const taken = listed.some(({ wording }) => wording.includes(noun));
      if (noun === "" || taken || NO_SITUATION.has(noun)) return [];
      return [{ key: `open:${stemOf(noun)}`, wording: tidy(match[0]), sentence }];
    });
  return [...listed, ...open];
}
