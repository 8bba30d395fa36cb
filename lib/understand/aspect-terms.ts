/** From the reader's tags to the things a sentence judges: where they stand, what they are about, how they are judged. */
import type { AspectCategory, AspectMention, Span } from "../domain";
import type { TokenReading } from "../models/model";
import type { Calibration } from "./heads";
import { CATEGORIES, part, SIDES, softmax, TAGS, TOKEN, TOKEN_OUTPUTS } from "./reading";

type Kind = "term" | "whole" | "implied";

/** Tokens in a row that make one mention. */
interface Run {
  kind: Kind;
  tokens: number[];
}

/** More things than this in one sentence is a list, not a judgement. */
const MOST = 8;

/**
 * @param text the words that were read
 * @returns mentions with places in `text`, in reading order, none overlapping
 */
export function aspectsOf(
  text: string,
  tokens: TokenReading,
  calibration: Pick<Calibration, "outside" | "side">,
): AspectMention[] {
  const mentions = runsOf(tokens, calibration.outside).flatMap((run) => {
    const span = wholeWords(text, placeOf(run, tokens));
    return span ? [mentionOf(text, run, span, tokens, calibration.side)] : [];
  });
  return withoutOverlaps(mentions).slice(0, MOST);
}

function runsOf(tokens: TokenReading, outside: number): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (let token = 0; token < tokens.starts.length; token++) {
    if (tokens.starts[token] === tokens.ends[token]) continue; // a space of its own
    const tag = tagOf(tokens, token, outside);
    const kind = kindOf(tag);
    if (kind === undefined) open = undefined;
    else if (open?.kind === kind && (tag.endsWith("inside") || sameWord(tokens, token))) open.tokens.push(token);
    else {
      open = { kind, tokens: [token] };
      runs.push(open);
    }
  }
  return runs;
}

function kindOf(tag: string): Kind | undefined {
  return (["term", "whole", "implied"] as const).find((kind) => tag.startsWith(kind));
}

function tagOf(tokens: TokenReading, token: number, outside: number): (typeof TAGS)[number] {
  const logits = part(rowOf(tokens, token), TOKEN.tags);
  let best = 0;
  for (let i = 1; i < logits.length; i++) {
    if ((logits[i] ?? 0) > (logits[best] ?? 0) + (best === 0 ? outside : 0)) best = i;
  }
  return TAGS[best] ?? "outside";
}

function rowOf({ values }: TokenReading, token: number): Float32Array {
  return values.subarray(token * TOKEN_OUTPUTS, (token + 1) * TOKEN_OUTPUTS);
}

/** A piece that begins where the one before it ends belongs to the same word. */
function sameWord({ starts, ends }: TokenReading, token: number): boolean {
  return token > 0 && starts[token] === ends[token - 1];
}

function placeOf({ tokens }: Run, { starts, ends }: TokenReading): Span {
  return { start: starts[tokens[0] ?? 0] ?? 0, end: ends[tokens.at(-1) ?? 0] ?? 0 };
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that write words without spaces between them: there a piece is taken as it is. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LEAD = /^[^\p{L}\p{N}]+/u;
const TAIL = /[^\p{L}\p{N}%+#]+$/u;
const ARTICLE =
  /^(?:the|a|an|its|my|our|their|this|that|le|la|les|un|une|el|los|las|der|die|das|ein|eine|il|lo|o|os)\s+/iu;

/** Grown to whole words, without what does not belong to a name; undefined when nothing is left. */
function wholeWords(text: string, { start, end }: Span): Span | undefined {
  const joins = (at: number) => {
    const character = text.charAt(at);
    return LETTER.test(character) && !UNSPACED.test(character);
  };
  let [from, to] = [start, end];
  while (from > 0 && joins(from) && joins(from - 1)) from--;
  while (to < text.length && joins(to) && joins(to - 1)) to++;
  const words = text.slice(from, to);
  const edge = LEAD.exec(words)?.[0].length ?? 0;
  const tail = TAIL.exec(words)?.[0].length ?? 0;
  const lead = edge + (ARTICLE.exec(words.slice(edge, words.length - tail))?.[0].length ?? 0);
  return from + lead < to - tail ? { start: from + lead, end: to - tail } : undefined;
}

function mentionOf(text: string, run: Run, span: Span, tokens: TokenReading, temperature: number): AspectMention {
  const mean = meanRow(run, tokens);
  const [negative = 0, neutral = 0, positive = 0] = softmax(part(mean, TOKEN.sides), temperature);
  const best = Math.max(negative, neutral, positive);
  const label = SIDES[[negative, neutral, positive].indexOf(best)] ?? "neutral";
  const category = categoryOf(mean);
  return {
    ...span,
    ...(run.kind === "implied" ? {} : { term: text.slice(span.start, span.end) }),
    ...(run.kind === "whole" ? { whole: true } : {}),
    ...(category && run.kind !== "whole" ? { category } : {}),
    sentiment: { label, score: positive - negative, confidence: best },
  };
}

function meanRow({ tokens: own }: Run, tokens: TokenReading): Float32Array {
  const mean = new Float32Array(TOKEN_OUTPUTS);
  for (const token of own) {
    const row = rowOf(tokens, token);
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (row[i] ?? 0) / own.length;
  }
  return mean;
}

function categoryOf(mean: Float32Array): AspectCategory | undefined {
  const logits = part(mean, TOKEN.categories);
  return CATEGORIES[logits.indexOf(Math.max(...logits))];
}

/** Growing to whole words can make neighbours meet: the first keeps the words. */
function withoutOverlaps(mentions: readonly AspectMention[]): AspectMention[] {
  const kept: AspectMention[] = [];
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    if (mention.start >= (kept.at(-1)?.end ?? 0)) kept.push(mention);
  }
  return kept;
}
