/** Ratings as sites write them, on the scale they are given on. */

export interface Rating {
  rating: number;
  ratingScale: number;
}

const OF = String.raw`(?:\/|out of|of|von|sur|de|su|из|van|av|na|\||満点中|分の)`;
const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)`;
const PAIR = new RegExp(`${NUMBER}\\s?${OF}\\s?${NUMBER}`, "i");
const STARS = new RegExp(
  `${NUMBER}\\s?(?:-\\s?)?(?:stars?|sterne?n?|étoiles?|estrellas?|stelle|estrelas?|звезд\\S*|звёзд\\S*|gwiazd\\S*|星|つ星|★)`,
  "iu",
);
const JAPANESE = /(\d{1,2})つ星のうち\s?(\d(?:\.\d)?)/;
const POINTS = /(\d{1,3})点満点中\s?(\d{1,3}(?:\.\d)?)/;
const PERCENT = new RegExp(`${NUMBER}\\s?%`);

/**
 * @param scale what the source says the best rating is
 * @returns undefined when there is no number, or one outside of its scale
 */
export function parseRating(raw: number | string | undefined, scale?: number): Rating | undefined {
  if (raw === undefined || raw === "") return undefined;
  if (typeof raw === "number") return onScale(raw, scale);
  const text = raw.normalize("NFKC").replace(/\s+/g, " ").trim().slice(0, 200);
  const reversed = text.match(JAPANESE) ?? text.match(POINTS);
  if (reversed) return onScale(decimal(reversed[2]), decimal(reversed[1]));
  const pair = text.match(PAIR);
  if (pair) return onScale(decimal(pair[1]), decimal(pair[2]));
  const glyphs = countGlyphs(raw.slice(0, 200));
  if (glyphs) return glyphs;
  const percent = text.match(PERCENT);
  if (percent) return onScale(decimal(percent[1]) / 20, 5);
  const stars = text.match(STARS);
  if (stars) return onScale(decimal(stars[1]), scale ?? 5);
  const bare = text.match(/-?\d{1,3}(?:[.,]\d{1,2})?/);
  return bare ? onScale(decimal(bare[0]), scale) : undefined;
}

/** "★★★☆☆", and "★★★½" as some write a half. */
function countGlyphs(text: string): Rating | undefined {
  const whole = text.match(/[★⭐🌟]/gu)?.length ?? 0;
  const full = /^[★⭐🌟\s]*½[☆✩\s]*$/u.test(text) ? whole + 0.5 : whole;
  const empty = text.match(/[☆✩]/gu)?.length ?? 0;
  if (full + empty === 0 || /\d/.test(text)) return undefined;
  return full + empty <= 10 ? onScale(full, Math.max(5, Math.ceil(full + empty))) : undefined;
}

function onScale(rating: number, scale?: number): Rating | undefined {
  const best = scale && scale > 0 ? scale : rating <= 5 ? 5 : rating <= 10 ? 10 : 100;
  if (!Number.isFinite(rating) || rating < 0 || rating > best) return undefined;
  return { rating, ratingScale: best };
}

function decimal(text: string | undefined): number {
  return Number((text ?? "").replace(",", "."));
}
