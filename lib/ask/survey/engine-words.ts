/** What a language model wrote, made plain: no markup, no orders, no number in place of words. */
import { addressesMachine } from "../grounding/hostile";
import { plainText } from "../grounding/plain-text";

/** An answer in words is a few sentences; what is longer is cut at a sentence. In UTF-16 units. */
export const LONGEST_ANSWER = 480;

/** Shorter ones ("No.") are answers, whatever the prompt holds. In UTF-16 units. */
const LEAST_ECHO = 8;

/** Beginnings of the prompt's own lines, and what a model says of itself when it declines: nobody's answer. */
const NO_ANSWER: readonly RegExp[] = [
  /^(?:you wrote|you are shown|question|option|about|name|the picture shows)\s?[:：]/iu,
  /^(?:you are one of the customers|customers like you (?:want|like|do not|would not|wish|say))\b/iu,
  /\b(?:as|not|am|being) an? (?:AI|artificial|language model|assistant|chatbot)\b|\bassist you\b/iu,
  /\b(?:have|provide|give|offer) (?:no )?personal (?:opinions?|preferences?|advice)\b/iu,
  /作为(?:一个|一款)?(?:AI|人工智能|语言模型)|как (?:ИИ|языковая модель|искусственный интеллект)/iu,
];

/** Words that go with a number and say nothing by themselves. */
const AROUND_NUMBERS =
  /(?<!\p{L})(?:out of|of|from|on|to|about|points?|stars?|scale|score|rating|grade|answer|likely|likelihood|percent|the|this|my|is|be|i(?:['’]d| would)? (?:say|give it|rate (?:it|this))|it|a|an|из|от|до|по|на|шкале|ставлю|поставлю|балл(?:а|ов|ы)?|зв[её]зд[аы]?|оценка|ответ)(?!\p{L})|[分星颗个打给我]/giu;
const NUMBER_WORDS =
  /(?<!\p{L})(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|один|два|три|четыре|пят[ьи]|десят[ьи]|ноль|единиц[ау]|двойк[ау]|тройк[ау]|четв[её]рк[ау]|пят[её]рк[ау])(?!\p{L})|[一二三四五六七八九十零]/giu;

/**
 * @param told our own words in the prompt, and the question: a sentence that repeats them says nothing
 * @param marker of the prompt: a sentence that holds it repeats the rest
 * @returns one line of plain text, at most {@link LONGEST_ANSWER} long; "" when no words are left
 */
export function answerWords(
  text: string,
  language: string,
  { told, marker }: { told: readonly string[]; marker: string },
): string {
  const echo = ` ${folded(told.join(" \n "))} `;
  const said = sentencesOf(plainText(text), language).filter((sentence) => {
    const words = folded(sentence);
    const repeated = words.length >= LEAST_ECHO && echo.includes(` ${words} `);
    return (
      words !== "" &&
      !repeated &&
      !words.includes(marker) &&
      !NO_ANSWER.some((pattern) => pattern.test(sentence)) &&
      !addressesMachine(sentence)
    );
  });
  let kept = "";
  for (const sentence of new Set(said)) {
    const longer = kept ? `${kept} ${sentence}` : sentence;
    if (longer.length > LONGEST_ANSWER) break;
    kept = longer;
  }
  const first = said[0];
  return kept || (first ? `${first.slice(0, LONGEST_ANSWER - 1)}…` : "");
}

/** @returns whether nothing but a number was said: "4", "4 out of 5", "five stars", "5分" */
export function isBareNumber(text: string): boolean {
  const plain = text.normalize("NFKC");
  if (!/\p{N}/u.test(plain) && plain.replace(NUMBER_WORDS, "") === plain) return false;
  const rest = plain.replace(AROUND_NUMBERS, " ").replace(NUMBER_WORDS, " ");
  return !/\p{L}/u.test(rest);
}

/** @returns the first whole number from 1 to 5 that stands alone; undefined where there is none */
export function numberIn(text: string): number | undefined {
  const found = /(?<![\p{L}\p{N}.,])([1-5])(?:[.,]0)?(?![\p{N}]|[.,]\p{N})/u.exec(text.normalize("NFKC"));
  return found ? Number(found[1]) : undefined;
}

/** @returns the first amount in a text, thousands and decimals as they are commonly written; undefined where there is none */
export function amountIn(text: string): number | undefined {
  const found = /\d{1,3}(?:[\s'’.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)|\d+/u
    .exec(text.normalize("NFKC"))?.[0]
    .replace(/[\s'’]+/gu, "")
    .replace(/[.,]+$/u, "");
  if (!found) return undefined;
  const decimals = /[.,](\d{1,2})$/u.exec(found);
  const whole = (decimals ? found.slice(0, decimals.index) : found).replace(/\D/gu, "");
  const amount = Number(`${whole || "0"}.${decimals?.[1] ?? "0"}`);
  return Number.isFinite(amount) && amount > 0 ? amount : undefined;
}

function sentencesOf(text: string, language: string): string[] {
  const [locale] = Intl.Segmenter.supportedLocalesOf([language]);
  return [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(text)].map(({ segment }) =>
    segment.trim(),
  );
}

function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
