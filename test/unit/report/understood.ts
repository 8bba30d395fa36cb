import type { AspectCategory, Intent, Polarity } from "../../../lib/domain";
import type { Evidence, Statement } from "../../../lib/report/evidence";
import { evidenceFrom, finding, said } from "./samples";

/** An aspect at the first place of its words in the body. */
export type Judged = [words: string, category: AspectCategory | undefined, label: Polarity, confidence?: number];
export type Done = [intent: Intent, confidence?: number, about?: string];

/** One review of one sentence with what was understood in it. */
export function understoodReview(
  id: string,
  text: string,
  marks: { aspects?: Judged[]; intents?: Done[]; emotion?: Statement["emotion"] },
  extra: Parameters<typeof said>[2] = {},
): ReturnType<typeof said> {
  const made = said(id, [[text, "neutral"]], { finding: finding(), ...extra });
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const statements = made.statements.map(
    (statement): Statement => ({
      ...statement,
      emotion: marks.emotion,
      aspects: marks.aspects?.map(([words, category, label, confidence]) => ({
        ...spanOf(words),
        term: words,
        category,
        sentiment: { label, score: 0, confidence },
      })),
      intents: marks.intents?.map(([intent, confidence, about]) => ({
        intent,
        confidence,
        about: about === undefined ? undefined : spanOf(about),
      })),
    }),
  );
  return { review: made.review, statements };
}

/** `count` reviews of `sentences` sentences, each with two aspects, an intent and an emotion. */
export function largeEvidence(count: number, sentences: number): Evidence {
  const categories: (AspectCategory | undefined)[] = ["price", "quality", "durability", undefined];
  return evidenceFrom(
    Array.from({ length: count }, (_, index) => {
      const made = said(
        `r${index}`,
        Array.from({ length: sentences }, (): [string, Polarity] => [
          `The lid broke, unlike the old one of ${index}.`,
          "negative",
        ]),
        {
          rating: (index % 5) + 1,
          finding: finding({ satisfied: 0.5, recommends: index % 11, contradicts: index % 9 === 0 }),
        },
      );
      const statements = made.statements.map((statement, place): Statement => {
        const { start } = statement;
        const sentiment = { label: "negative" as const, score: -0.5, confidence: (index % 10) / 10 };
        return {
          ...statement,
          themeId: `t${(index + place) % 30}`,
          aspects: [
            {
              start: start + 4,
              end: start + 7,
              term: `lid ${index % 900}`,
              category: categories[index % 4],
              sentiment,
            },
            { start, end: start + 13, category: "durability", sentiment },
          ],
          intents: [
            { intent: "problem", confidence: 0.9 },
            { intent: "comparison", about: { start: start + 22, end: start + 33 } },
          ],
          emotion: { emotion: "anger" },
        };
      });
      return { review: made.review, statements };
    }),
  );
}
