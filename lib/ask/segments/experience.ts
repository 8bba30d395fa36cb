/** Groups of reviewers by how long or how well they know it, as they say themselves. */
import type { ExperienceLevel } from "../../domain";
import { type Crowd, wordsOf } from "./crowd";
import { cueLanguagesOf, firstCue } from "./cue-languages";
import { EXPERIENCE_CUES } from "./experience-cues";
import { groupMentions, type Mention, type SpokenGroup } from "./spoken";

export interface ExperienceGroup extends SpokenGroup {
  level: ExperienceLevel;
}

/** @returns the levels that anybody speaks of, most people first; a review may be in several. Rule-based, unmeasured */
export function findExperience(crowd: Crowd): ExperienceGroup[] {
  const mentions = crowd.sentences.flatMap((sentence): Mention[] => {
    const text = wordsOf(sentence, crowd);
    const languages = cueLanguagesOf(text, sentence.language);
    return [...EXPERIENCE_CUES].flatMap(([level, cues]) =>
      firstCue(cues, text, languages) ? [{ key: level, wording: level, sentence }] : [],
    );
  });
  return groupMentions(mentions, crowd).map((group) => ({ ...group, level: group.key as ExperienceLevel }));
}
