/** `earshot themes FILE`: what the reviews of a file talk about, one JSON object. */
import type { Quote, Review, Sentence } from "../lib/domain";
import { loadHeads } from "../lib/models/heads";
import { discoverThemes, type ThemeResult } from "../lib/understand/themes";
import type { Understood } from "../lib/understand/understand";
import type { Command, ExitCode, Io } from "./command";
import { MASK_HELP, type PassagePrinter, passagePrinter } from "./mask";
import { INPUT_HELP, readReviewsFile } from "./reviews-file";
import { readInputArgs, sentence, understandFile } from "./understand";

export const command: Command = {
  summary: "Finds what several reviewers talk about, with shares, sentiment and verbatim quotes.",
  usage: `Usage: earshot themes FILE [columns] [--keep-personal-data]

${INPUT_HELP}

Prints one JSON object: {"themes":[{"id","label","keywords","size","share","sentiment":{"label","score"},
"counts":{"positive","neutral","negative"},"quotes":[{"reviewId","start","end","text"}],"parentId"?,"rest"?,
"general"?,"starImpact"?,"trend"?:[{"month","size","of"}]}],"assignments":[{"reviewId","themeIds"}]}.
Themes come first, then their parts (parentId). size counts reviews, share is of all reviews (0-1); rest is what
fits nowhere, general what judges the whole; starImpact is the mean stars of reviews that touch a theme minus those
of the others; themeIds start with what most of the review is about. The same file gives the same themes.

${MASK_HELP}

Example: earshot themes reviews.csv > themes.json`,
  run,
};

async function run(args: string[], io: Io): Promise<ExitCode> {
  let input: ReturnType<typeof readInputArgs>;
  try {
    input = readInputArgs(args);
  } catch (error) {
    io.stderr(`earshot themes: ${sentence(error)} See "earshot themes --help".`);
    return 2;
  }
  try {
    const { reviews, failed } = await readReviewsFile(input.file, input.named, io.stderr);
    const understood: Understood[] = [];
    for await (const batch of understandFile(reviews, io)) understood.push(...batch);
    const sentences = understood.flatMap((one) => one.sentences);
    const read = understood.map(({ review, finding }) => ({ ...review, finding }));
    const result = discoverThemes({ reviews: read, sentences, means: loadHeads().means });
    io.stdout(JSON.stringify(outputOf(result, reviews, sentences, passagePrinter(input.keep))));
    return failed > 0 ? 1 : 0;
  } catch (error) {
    io.stderr(`earshot themes: ${sentence(error)}`);
    return 1;
  }
}

function outputOf(
  { themes, homes }: ThemeResult,
  reviews: readonly Review[],
  sentences: readonly Sentence[],
  print: PassagePrinter,
) {
  const byId = new Map(reviews.map((review) => [review.id, review]));
  const quote = ({ reviewId, start, end }: Quote) => {
    const review = byId.get(reviewId);
    return { reviewId, start, end, text: review ? print(review, { start, end }) : "" };
  };
  return {
    themes: themes.map(({ subjectId: _, share, score, positive, neutral, negative, quotes, ...theme }) => ({
      ...theme,
      share: Math.round(share * 1000) / 1000,
      sentiment: { label: moodOf(positive, neutral, negative), score },
      counts: { positive, neutral, negative },
      quotes: quotes.map(quote),
    })),
    assignments: assignmentsOf(homes, reviews, sentences),
  };
}

/** What most of a review's text is about comes first, every theme after its parts. */
function assignmentsOf(homes: ThemeResult["homes"], reviews: readonly Review[], sentences: readonly Sentence[]) {
  const byReview = new Map(reviews.map(({ id }) => [id, new Map<string, Map<string, number>>()]));
  for (const { id, reviewId, start, end } of sentences) {
    const home = homes.get(id);
    const themes = byReview.get(reviewId);
    if (!home || !themes) continue;
    const parts = themes.get(home.themeId) ?? new Map<string, number>();
    const place = home.subthemeId ?? home.themeId;
    themes.set(home.themeId, parts.set(place, (parts.get(place) ?? 0) + end - start));
  }
  return [...byReview].map(([reviewId, themes]) => ({ reviewId, themeIds: longestFirst(themes) }));
}

function longestFirst(themes: ReadonlyMap<string, ReadonlyMap<string, number>>): string[] {
  const length = (parts: ReadonlyMap<string, number>) => [...parts.values()].reduce((a, b) => a + b, 0);
  const ordered = [...themes].sort(([, a], [, b]) => length(b) - length(a));
  return ordered.flatMap(([themeId, parts]) => {
    const inside = [...parts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    return [...inside.filter((id) => id !== themeId), themeId];
  });
}

/** A theme is mixed when its smaller side has at least a third of its opinions. */
function moodOf(positive: number, neutral: number, negative: number): string {
  const opinions = positive + negative;
  if (opinions < neutral * 0.5 || opinions === 0) return "neutral";
  if (Math.min(positive, negative) / opinions >= 1 / 3) return "mixed";
  return positive > negative ? "positive" : "negative";
}
