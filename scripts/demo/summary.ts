/** The summary people read after the demo. */
import { falseQuotes, type Ledger } from "./ledger";
import type { QuietNetwork } from "./quiet-network";
import type { TourReport } from "./tour";

/** @returns lines of text */
export function summarise(tour: TourReport, ledger: Ledger, network: QuietNetwork): string[] {
  const subject = ledger.subjects[0];
  const lines = [`The panel said: “${tour.sees}”`];
  if (subject) lines.push(`Subject: ${subject.name} (${subject.site})`, `Found: ${foundIn(ledger)}`);
  if (ledger.sentences.length > 0) lines.push(`Understood: ${understoodIn(tour, ledger)}`);
  if (ledger.themes.length > 0) lines.push("Themes:", ...themesIn(ledger));
  if (tour.personas.length > 0) lines.push(`Personas: ${tour.personas.join(" · ")}`);
  for (const { question, answer } of tour.answers) lines.push(`Asked: ${question}`, `  ${answer}`);
  lines.push(`Quotes that are not verbatim: ${falseQuotes(ledger).length}`);
  const own = network.browserOwn.length;
  const aside = own > 0 ? ` (besides ${own} by the browser itself to its maker, all refused)` : "";
  lines.push(`Requests that tried to leave this machine: ${network.attempts.length}${aside}`);
  const timings = [...tour.timings].map(([step, seconds]) => `${step} ${seconds.toFixed(1)} s`);
  return [...lines, `Timings: ${timings.join(" · ")}`];
}

function foundIn({ reviews, subjects }: Ledger): string {
  const counts = new Map<string, number>();
  for (const { kind } of reviews) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].map(([kind, count]) => `${count} ${plural(kind, count)}`).join(", ");
  const total = subjects[0]?.ratingCount;
  const rated = reviews.filter((review) => review.rating !== undefined && review.ratingScale);
  const mean =
    rated.reduce((sum, { rating = 0, ratingScale = 5 }) => sum + (5 * rating) / ratingScale, 0) / rated.length;
  const stars = rated.length > 0 ? `; mean ${mean.toFixed(2)} of 5 over ${rated.length} ratings` : "";
  const how = [...new Set(reviews.map((review) => review.how))].join(", ");
  return `${kinds || "nothing"}${total ? ` of ${total} the page speaks of` : ""}${stars}; read from ${how || "nothing"}`;
}

function plural(kind: string, count: number): string {
  if (count === 1) return kind;
  return kind === "reply" ? "replies" : `${kind}s`;
}

function understoodIn({ timings }: TourReport, { reviews, sentences }: Ledger): string {
  const languages = new Set(sentences.map((sentence) => sentence.language));
  const contradicting = reviews.filter((review) => review.finding?.contradicts).length;
  const flags = reviews.flatMap((review) => review.finding?.flags ?? []);
  const flagged = [...new Set(flags)].map((flag) => `${flags.filter((other) => other === flag).length} ${flag}`);
  const seconds = timings.get("read and understand") ?? 0;
  return [
    `${sentences.length} sentences in ${languages.size} ${languages.size === 1 ? "language" : "languages"}`,
    `${seconds.toFixed(1)} s with reading and loading the model`,
    `${contradicting} against their stars`,
    `flags: ${flagged.join(", ") || "none"}`,
  ].join("; ");
}

function themesIn({ themes }: Ledger): string[] {
  return [...themes]
    .sort((a, b) => b.size - a.size)
    .map((theme) => {
      const share = `${Math.round(100 * theme.share)} %`.padStart(5);
      return `  ${share}  ${theme.label}  (+${theme.positive} ○${theme.neutral} −${theme.negative})`;
    });
}
