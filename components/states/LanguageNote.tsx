import type { Evidence } from "../../lib/report/evidence";
import { useTexts } from "../texts";

/** The language most reviews are written in, once there are a few. */
function mainLanguage({ reviews }: Evidence): string | undefined {
  const counts = new Map<string, number>();
  for (const review of reviews) {
    const language = review.finding?.language ?? review.language;
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  return top && top[1] * 2 > reviews.length ? top[0] : undefined;
}

/** The reviews are in another language than the panel: said once, so that labels in it surprise nobody. */
export function LanguageNote({ evidence }: { evidence: Evidence }) {
  const { phrase, language, languageName } = useTexts();
  const main = mainLanguage(evidence);
  if (!main || main === "und" || main.split("-")[0] === language.split("-")[0]) return null;
  return <p class="note-line">{phrase("otherLanguage", { language: languageName(main) })}</p>;
}
