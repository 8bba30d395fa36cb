/** Questions about the subject as a whole are answered by whole reviews: satisfaction is in all of one, not in a sentence. */
import type { Review, Scale, SurveyQuestion } from "../../domain";
import type { Evidence } from "../answering";
import { wordWeight } from "../evidence-index";
import { guessLanguage } from "../language";
import { contentWords, stemOf } from "../words";

const OF_THE_WHOLE = new Set(["satisfaction", "recommend"]);
/** A word that more reviewers use than this tells names the product, not a topic; see questions.ts. */
const TOPIC_WEIGHT = 0.18;
/** Words in which people are asked for satisfaction or recommendation: no topic. */
const ASKING = new Set(
  `satisfied satisfaction happy pleased product purchase bought buy item order overall whole general likely recommend friend friends
   colleague colleagues family someone others people experience use using far scale rate would want feel think
   довольны довольны удовлетворены товар товаром покупка покупкой покупку целом общем порекомендуете порекомендовать рекомендовать посоветуете посоветовать
   этим этот эта эту этой этого этому всем насколько
   другу друзьям коллеге знакомым вероятно вероятность купили опыт
   款 多 多大 有多 向 对 来说 满意度 他人 别人 满意 产品 商品 购买 总体 整体 推荐 朋友 同事 家人 愿意 可能 多大 程度 觉得 这次 这款 这个 您`
    .split(/\s+/u)
    .filter(Boolean)
    .map(stemOf),
);

/** @returns title and body, as they are encoded: what a whole review says */
export function wholeText({ title, body }: Pick<Review, "title" | "body">): string {
  const heading = title?.trim();
  return heading ? `${heading}\n${body}` : body;
}

/** Satisfaction or recommendation, of the subject itself, and of no single matter: "How satisfied are you with the battery?" is not. */
export function ratesWholeReview(
  { kind, scale, perConcept, text }: SurveyQuestion,
  scales: readonly Scale[],
  { subject, index }: Pick<Evidence, "subject" | "index">,
): boolean {
  const used = scales.find(({ id }) => id === scale);
  if (kind !== "scale" || perConcept || !used || !OF_THE_WHOLE.has(used.basedOn ?? used.id)) return false;
  const product = new Set(contentWords(subject.name).map(({ stem }) => stem));
  const named = contentWords(text, guessLanguage(text)).filter(({ stem }) => !ASKING.has(stem) && !product.has(stem));
  return !named.some(({ stem }) => (index.frequency.get(stem) ?? 0) > 1 && wordWeight(index, stem) > TOPIC_WEIGHT);
}
