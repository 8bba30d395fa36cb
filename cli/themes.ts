/** `earshot themes FILE`: what the reviews of a file talk about, one JSON object. */
import type { Quote, Review, Sentence } from "../lib/domain";
import { loadHeads } from "../lib/models/heads";
import { discoverThemes, type ThemeResult } from "../lib/understand/themes";
import type { Command, ExitCode, Io } from "./command";
import { INPUT_HELP, readReviewsFile } from "./reviews-file";
import { readInputArgs, sentence, understandFile } from "./understand";

export const command: Command = {
  summary: "Finds what several reviewers talk about, with shares, sentiment and verbatim quotes.",
  usage: `Usage: earshot themes FILE [columns]

${INPUT_HELP}

Prints one JSON object: {"themes":[{"id","label","keywords","size","share","sentiment":{"label","score"},
"counts":{"positive","neutral","negative"},"quotes":[{"reviewId","start","end","text"}]}],
"assignments":[{"reviewId","themeIds"}]}. size counts reviews, share is of all reviews (0-1).
The same file gives the same themes.

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
    const sentences: Sentence[] = [];
    for await (const batch of understandFile(reviews, io)) sentences.push(...batch.flatMap((one) => one.sentences));
    const result = discoverThemes({ reviews, sentences, means: loadHeads().means });
    io.stdout(JSON.stringify(outputOf(result, reviews, sentences)));
    return failed > 0 ? 1 : 0;
  } catch (error) {
    io.stderr(`earshot themes: ${sentence(error)}`);
    return 1;
  }
}

function outputOf({ themes, assignments }: ThemeResult, reviews: readonly Review[], sentences: readonly Sentence[]) {
  const bodies = new Map(reviews.map((review) => [review.id, review.body]));
  const quote = ({ reviewId, start, end }: Quote) => ({
    reviewId,
    start,
    end,
    text: bodies.get(reviewId)?.slice(start, end) ?? "",
  });
  const byReview = new Map(reviews.map((review) => [review.id, new Set<string>()]));
  for (const one of sentences) {
    const theme = assignments.get(one.id);
    if (theme) byReview.get(one.reviewId)?.add(theme);
  }
  return {
    themes: themes.map(({ id, label, keywords, size, share, score, positive, neutral, negative, quotes }) => ({
      id,
      label,
      keywords,
      size,
      share: Math.round(share * 1000) / 1000,
      sentiment: { label: moodOf(positive, neutral, negative), score },
      counts: { positive, neutral, negative },
      quotes: quotes.map(quote),
    })),
    assignments: [...byReview].map(([reviewId, themeIds]) => ({ reviewId, themeIds: [...themeIds] })),
  };
}

/** A theme is mixed when its smaller side has at least a third of its opinions. */
function moodOf(positive: number, neutral: number, negative: number): string {
  const opinions = positive + negative;
  if (opinions < neutral * 0.5 || opinions === 0) return "neutral";
  if (Math.min(positive, negative) / opinions >= 1 / 3) return "mixed";
  return positive > negative ? "positive" : "negative";
}
