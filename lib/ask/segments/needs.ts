/** Groups of reviewers who say that they need the same: what they want it for or what they were after. */
import type { Sentence } from "../../domain";
import { contentWords, stemOf, type Word } from "../words";
import { type Crowd, peopleOf, wordsOf } from "./crowd";
import { type CueLanguage, cueLanguagesOf } from "./cue-languages";
import { NEED_CUES, NO_NEED } from "./need-cues";
import { groupMentions, type Mention, type SpokenGroup } from "./spoken";

/** What is needed stands first; later words of a clause tell other things. */
const WORDS_OF_CLAUSE = 5;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const NO_NEED_STEMS = new Set([...NO_NEED].map(stemOf));

/**
 * @returns needs that two people or more share, most people first; a review may be in several. Keys are stems of what is needed.
 * Rule-based, unmeasured.
 */
export function findNeeds(crowd: Crowd): SpokenGroup[] {
  const mentions = crowd.sentences.flatMap((sentence) => needsIn(sentence, crowd));
  const shared = groupMentions(mentions, crowd).filter((group) => peopleOf(group.reviewIds, crowd).size >= 2);
  return shared.filter((group) => !shared.some((other) => saysMore(other, group)));
}

function needsIn(sentence: Sentence, crowd: Crowd): Mention[] {
  const text = wordsOf(sentence, crowd);
  const found = new Map<string, Mention>();
  for (const language of cueLanguagesOf(text, sentence.language)) {
    for (const clause of clausesIn(text, language)) {
      const words = contentWords(clause, language).slice(0, WORDS_OF_CLAUSE);
      for (const [i, word] of words.entries()) {
        if (NO_NEED.has(word.surface) || NO_NEED_STEMS.has(word.stem)) continue;
        found.set(word.stem, { key: word.stem, wording: withItsAdjective(words[i - 1], word, clause), sentence });
      }
    }
  }
  return [...found.values()];
}

function clausesIn(text: string, language: CueLanguage): string[] {
  return (NEED_CUES.get(language) ?? []).flatMap((cue) => [...text.matchAll(cue)].map((match) => match[1] ?? ""));
}

/** "back pain" says more than "pain": a clause of two words, or the content word right before, belongs to it. */
function withItsAdjective(before: Word | undefined, word: Word, clause: string): string {
  const whole = clause.trim().toLowerCase();
  if (/^\p{L}{3,} \p{L}+$/u.test(whole) && whole.endsWith(word.surface)) return whole;
  if (!before || NO_NEED.has(before.surface)) return word.surface;
  const together = UNSPACED.test(word.surface)
    ? `${before.surface}${word.surface}`
    : `${before.surface} ${word.surface}`;
  return clause.toLowerCase().includes(together) ? together : word.surface;
}

/** "back" and "back pain" said by the same people are one need. */
function saysMore(other: SpokenGroup, group: SpokenGroup): boolean {
  if (other === group || !other.topic.includes(group.topic) || other.topic.length <= group.topic.length) return false;
  const theirs = new Set(other.reviewIds);
  return group.reviewIds.every((id) => theirs.has(id));
}
